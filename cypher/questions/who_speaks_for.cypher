// Who speaks for an organisation or a government?
//
// :param name => "Union of Northern Ports"
MATCH (speaker:Entity)-[r:SPEAKS_FOR]->(body:Entity)
WHERE body.name = $name OR $name IN coalesce(body.aliases, [])
RETURN speaker.name AS speaker, body.name AS body, min(r.on) AS first, max(r.on) AS last,
       count(DISTINCT r.article) AS articles, collect(DISTINCT r.sentence)[0] AS sentence
ORDER BY articles DESC, speaker
