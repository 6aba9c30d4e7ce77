// Who said what in an article, in the order of the text?
//
// :param article => "northern-wire/port-talks-open"
MATCH (q:Quote)-[in:IN]->(:Article {id: $article})
OPTIONAL MATCH (speaker:Entity)-[:SAID]->(q)
WITH q, in, speaker
ORDER BY speaker.name
RETURN collect(DISTINCT speaker.name) AS speakers, q.kind AS kind, q.cue AS cue, q.text AS quote, q.speech_act AS act,
       q.said_on AS said_on, in.start AS start
ORDER BY start
