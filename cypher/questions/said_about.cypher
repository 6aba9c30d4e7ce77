// What did somebody say about something?
//
// The speaker by any part of a name. The subject by words of the quote itself, or by the name of a person, place or event
// that the quote is about, also where its own words do not name it: `basis` says how we know.
//
// :param speaker => "Peskov"
// :param about => "talks"
// :param limit => 25
CALL () {
  CALL db.index.fulltext.queryNodes('event_labels', $about) YIELD node
  MATCH (q:Quote)-[r:ABOUT]->(node)
  RETURN q, r.basis AS basis
  UNION
  CALL db.index.fulltext.queryNodes('entity_names', $about) YIELD node
  MATCH (q:Quote)-[r:ABOUT]->(node)
  RETURN q, r.basis AS basis
  UNION
  CALL db.index.fulltext.queryNodes('quote_text', $about) YIELD node AS q
  RETURN q, 'words' AS basis
}
WITH q, collect(DISTINCT basis) AS bases
MATCH (speaker:Entity)-[said:SAID]->(q)-[:IN]->(a:Article)
WHERE all(word IN split(toLower($speaker), ' ')
          WHERE any(name IN [speaker.name] + coalesce(speaker.aliases, []) WHERE word IN split(toLower(name), ' ')))
RETURN said.day AS day, speaker.name AS speaker, q.text AS quote, q.kind AS kind,
       CASE WHEN 'words' IN bases THEN 'words' ELSE bases[0] END AS basis, said.sentence AS sentence, a.headline AS headline
ORDER BY day DESC, q.id
LIMIT $limit
