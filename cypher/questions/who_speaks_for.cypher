// Who speaks for an organisation or a government?
//
// :param name => "Union of Northern Ports"
MATCH (speaker:Entity)-[r:SPEAKS_FOR]->(body:Entity)
WHERE body.name = $name OR $name IN coalesce(body.aliases, [])
WITH speaker, r, body
ORDER BY r.on, r.id
RETURN speaker.name AS speaker, body.name AS body, min(r.on) AS first, max(r.on) AS last,
       count(DISTINCT r.article) AS articles, collect(r.sentence)[0] AS sentence
ORDER BY articles DESC, speaker
