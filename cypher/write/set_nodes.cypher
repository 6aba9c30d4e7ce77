// Sets what differs on nodes of one label. What is null goes.
//
// `Label` stands for a label of the model.
//
// $rows: list of {id, properties}
UNWIND $rows AS row
MATCH (n:Label {id: row.id})
SET n += row.properties
