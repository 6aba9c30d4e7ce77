// Takes out facts, each named by what the same transaction has been told of it.
//
// $given: {elements: list of strings}
UNWIND $given.elements AS element
MATCH ()-[r]->() WHERE elementId(r) = element
DELETE r
