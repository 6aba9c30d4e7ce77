// Takes out a batch of all that is in a test's store, the marks of newsgraph aside.
MATCH (n)
WHERE NOT (n:_Newsgraph AND coalesce(n.id, "") IN ["schema", "test-store"])
WITH n LIMIT 5000
DETACH DELETE n
RETURN count(*) AS deleted
