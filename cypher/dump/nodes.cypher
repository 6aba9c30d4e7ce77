// Every node of the model, for comparison. Of a vector only what it was made from: the same mark, the same vector.
//
// $labels: list of strings
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN labels(n) AS labels, n {.*, vector: null} AS properties
