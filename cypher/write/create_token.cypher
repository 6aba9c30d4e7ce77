// Keeps a token: its name, its hash, and what it is good for.
//
// $given: {token: map}
CREATE (t:_Newsgraph:_Token)
SET t = $given.token
