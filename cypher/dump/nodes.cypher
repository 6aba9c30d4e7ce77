// Every node of the model, for comparison.
//
// $labels: list of strings
MATCH (n)
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN labels(n) AS labels, properties(n) AS properties
