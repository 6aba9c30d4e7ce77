// Takes out a batch of all that is in a test's store, the marks of newsgraph aside.
MATCH (n)
WHERE NOT n:_Newsgraph
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(*) AS deleted
