// Is there, or was there, a token of this name?
//
// $given: {called}
MATCH (t:_Token {name: $given.called})
RETURN t.name AS name
