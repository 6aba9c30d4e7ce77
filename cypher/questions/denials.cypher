// What was denied, by whom?
//
// Denials that somebody spoke, and doings that an article reports as denied. Neither stands as a fact in the graph.
//
// :param limit => 50
CALL () {
  MATCH (speaker:Entity)-[said:SAID]->(q:Quote)
  WHERE q.speech_act = 'denial'
  RETURN said.day AS day, speaker.name AS who, 'denial' AS what, q.text AS words, said.sentence AS sentence
  UNION
  MATCH (c:Claim {polarity: 'negative'})-[in:IN]->(:Article)
  OPTIONAL MATCH (c)-[:MADE_BY]->(who:Entity)
  OPTIONAL MATCH (c)-[:SUBJECT]->(subject)
  OPTIONAL MATCH (c)-[:OBJECT]->(object)
  RETURN toString(in.on) AS day, who.name AS who, 'denied doing' AS what,
         subject.name + ' ' + c.type + ' ' + coalesce(object.name, object.label) AS words, in.sentence AS sentence
}
RETURN day, who, what, words, sentence
ORDER BY day DESC, who, words
LIMIT $limit
