// Which nodes bear no derived property, by id?
//
// Some have none rightly, as what it would be made of is empty: `after` passes over them.
// `Label` stands for a label of the model, `derived` for the property.
//
// $given: {after, limit}
MATCH (n:Label)
WHERE n.id > $given.after AND n.derived IS NULL
WITH n ORDER BY n.id LIMIT $given.limit
RETURN elementId(n) AS element, n {.id, .name, .aliases, .text} AS properties
ORDER BY n.id
