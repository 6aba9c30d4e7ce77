// All facts of one type that articles have asserted, with their ends.
//
// `TYPE` stands for each asserted type of the model; the parts are joined by UNION ALL. Each is a look-up in the type's
// own index.
//
// $given: {articles: list of ids}
MATCH (s)-[r:TYPE]->(e) WHERE r.article IN $given.articles
RETURN "TYPE" AS type, elementId(r) AS element, properties(r) AS properties, labels(s) AS start_labels, s.id AS start,
       elementId(s) AS start_element, labels(e) AS end_labels, e.id AS end, elementId(e) AS end_element
