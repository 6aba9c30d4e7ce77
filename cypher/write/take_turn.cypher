// Writers take turns: this holds the others back until the transaction ends.
//
// What one article adds or takes away touches nodes that many share, so two writers at once would each judge by what
// the other is about to change. Reading an article takes far longer than writing it.
MATCH (turn:_Newsgraph {id: "schema"})
SET turn.id = turn.id
RETURN count(turn) AS there
