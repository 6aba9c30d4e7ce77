// Sets what facts of one type bear.
//
// `TYPE` stands for a type of the model.
//
// $rows: list of {id, properties}
UNWIND $rows AS row
MATCH ()-[r:TYPE {id: row.id}]->()
SET r = row.properties
