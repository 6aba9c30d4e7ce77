// Sets what facts bear, each named by what the same transaction has been told of it.
//
// $given: {rows: list of {element, properties}}
UNWIND $given.rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row.element
SET r = row.properties
