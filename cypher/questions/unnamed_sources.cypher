// What did sources say who are not named?
//
// Single persons and groups whom the articles quote without a name, with the words by which they are introduced.
//
// :param limit => 50
MATCH (source:Unnamed)-[said:SAID]->(q:Quote)-[:IN]->(a:Article)
RETURN said.day AS day, source.name AS source, source.kind AS kind, q.text AS quote, said.sentence AS sentence,
       a.source AS paper, a.headline AS headline
ORDER BY day DESC, q.id
LIMIT $limit
