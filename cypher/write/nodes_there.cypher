// Which of these nodes are there, what do they bear, and in which places do they lie?
//
// `Label` stands for each label of the model; the parts are joined by UNION ALL.
//
// $given: {Label: list of ids}
MATCH (n:Label) WHERE n.id IN $given.Label
RETURN "Label" AS label, elementId(n) AS element, n {.*, vector: null} AS properties,
       [(n)-[:LOCATED_IN]->(w:Place) | w.id] AS within
