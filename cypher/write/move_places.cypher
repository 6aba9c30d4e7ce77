// What lay in a place that is given up lies in the one that is kept.
//
// $given: {give, keep: elements}
MATCH (give:Place) WHERE elementId(give) = $given.give
MATCH (keep:Place) WHERE elementId(keep) = $given.keep
OPTIONAL MATCH (give)-[own:LOCATED_IN]->()
DELETE own
WITH DISTINCT give, keep
MATCH (p:Place)-[r:LOCATED_IN]->(give) WHERE p <> keep
MERGE (p)-[moved:LOCATED_IN]->(keep)
ON CREATE SET moved = properties(r)
DELETE r
