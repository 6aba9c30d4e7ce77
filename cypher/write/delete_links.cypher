// Takes out facts of one type.
//
// `TYPE` stands for a type of the model.
//
// $ids: list of strings
UNWIND $ids AS id
MATCH ()-[r:TYPE {id: id}]->()
DELETE r
