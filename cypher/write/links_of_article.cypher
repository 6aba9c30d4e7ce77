// All facts of one type that an article has asserted, with their ends.
//
// `TYPE` stands for each asserted type of the model; the parts are joined by UNION ALL.
//
// $article: string
MATCH (s)-[r:TYPE {article: $article}]->(e)
RETURN "TYPE" AS type, properties(r) AS properties, labels(s) AS start_labels, s.id AS start, labels(e) AS end_labels,
       e.id AS end
