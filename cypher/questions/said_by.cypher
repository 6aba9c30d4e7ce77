// What did somebody say, newest first?
//
// By the id of the speaker, so that namesakes stay apart; `who_is` finds the id. Read from an index in order, so a
// president's page costs what anyone's costs.
//
// :param speaker => "person/anton-peskov"
// :param limit => 25
MATCH ()-[said:SAID]->(q:Quote)
WHERE said.speaker = $speaker AND said.day IS NOT NULL AND said.quote IS NOT NULL
WITH said, q
ORDER BY said.speaker DESC, said.day DESC, said.quote DESC
LIMIT $limit
MATCH (q)-[:IN]->(a:Article)
RETURN said.day AS day, q.text AS quote, q.kind AS kind, q.cue AS cue, said.sentence AS sentence, a.headline AS headline
ORDER BY day DESC, q.id DESC
