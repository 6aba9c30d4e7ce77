// Takes out nodes, with what may still hang on them.
//
// $given: {elements: list of strings}
UNWIND $given.elements AS element
MATCH (n) WHERE elementId(n) = element
DETACH DELETE n
