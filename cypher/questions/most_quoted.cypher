// Who was quoted most in a month?
//
// :param month => "2025-03"
// :param limit => 10
MATCH (speaker:Entity)-[said:SAID]->(q:Quote)
WHERE said.day STARTS WITH $month AND NOT speaker:Unnamed
RETURN speaker.name AS speaker, count(DISTINCT q) AS quotes, count(DISTINCT said.article) AS articles
ORDER BY quotes DESC, speaker
LIMIT $limit
