// Makes the nodes of one label that are not there yet, and tells what those that are there bear.
//
// `Label` stands for a label of the model, `Kind` for Entity or the label again.
//
// $ids: list of strings
UNWIND $ids AS id
MERGE (n:Label {id: id})
ON CREATE SET n:Kind
RETURN id, properties(n) AS properties, elementId(n) AS element
