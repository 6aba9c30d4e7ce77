// What somebody said about an event, the newest first, with speakers, events and article.
MATCH (q)-[r:ABOUT]->()
WHERE r.target = $event AND r.speaker = $speaker AND r.day IS NOT NULL AND r.quote IS NOT NULL
WITH q, r ORDER BY r.target DESC, r.speaker DESC, r.day DESC, r.quote DESC LIMIT 20
RETURN collect(q{
  .id, .text, .kind, saidOn: toString(q.said_on),
  speakers: COLLECT { MATCH (q)<-[:SAID]-(p) RETURN p.name },
  events: COLLECT { MATCH (q)-[:ABOUT]->(e:Event) RETURN e.label },
  article: head(COLLECT { MATCH (q)-[:IN]->(a) RETURN a{.headline, .url} })
}) AS answer
