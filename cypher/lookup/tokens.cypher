// Which tokens are there, and were there? Without their hashes.
MATCH (t:_Token)
RETURN t {.name, .may, .created, .expires, .revoked} AS token ORDER BY t.name
