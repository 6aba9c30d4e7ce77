// The facts of one type that articles have asserted of any of these, or on the word of one, with their ends.
//
// `TYPE` stands for each asserted type of the model; the parts are joined by UNION ALL.
//
// $given: {articles: list of ids, ids: list of ids}
MATCH (s)-[r:TYPE]->(e)
WHERE r.article IN $given.articles
  AND (s.id IN $given.ids OR e.id IN $given.ids OR r.according_to IN $given.ids OR r.speaker IN $given.ids)
RETURN "TYPE" AS type, elementId(r) AS element, properties(r) AS properties, labels(s) AS start_labels, s.id AS start,
       elementId(s) AS start_element, labels(e) AS end_labels, e.id AS end, elementId(e) AS end_element
