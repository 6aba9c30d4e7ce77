// Every node of the model, for comparison. Of a vector only what it was made from: the same mark, the same vector.
// Nor when something came into the graph: two equal ones may have been filled in another order.
//
// $labels: list of strings
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN labels(n) AS labels, n {.*, vector: null, arrived: null} AS properties
