// Is this a store that tests may empty?
OPTIONAL MATCH (m:_Newsgraph {id: "test-store"})
RETURN m IS NOT NULL AS marked,
       EXISTS { MATCH (n) WHERE NOT (n:_Newsgraph AND coalesce(n.id, "") IN ["schema", "test-store"]) } AS filled
