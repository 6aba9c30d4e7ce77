// Has a token hold no more.
//
// $given: {called, at}
MATCH (t:_Token {name: $given.called})
WHERE t.revoked IS NULL
SET t.revoked = $given.at
RETURN t.name AS name
