// Which indexes and constraints does the store have, and which of them do not answer?
SHOW INDEXES YIELD name, state, type
WHERE type <> "LOOKUP"
RETURN name, state
ORDER BY name
