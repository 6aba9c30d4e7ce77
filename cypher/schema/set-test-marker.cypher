// Marks an empty store as one that tests may empty.
MERGE (:_Newsgraph {id: "test-store"})
