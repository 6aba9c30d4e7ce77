// Whose token has this hash?
//
// $hash: string
MATCH (t:_Token {hash: $hash})
RETURN t {.*} AS token
