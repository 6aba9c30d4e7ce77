// Takes out nodes of one label, with what may still hang on them.
//
// `Label` stands for a label of the model.
//
// $ids: list of strings
UNWIND $ids AS id
MATCH (n:Label {id: id})
DETACH DELETE n
