// Numbers what arrives: so many in a row, in the order in which writers end their turns.
//
// The counter is on the node by which writers take turns, so a number is given out by the transaction that commits next,
// and never twice. The graph gets a mark of its own with its first number, by which a cursor knows it.
//
// $given: {many}
MATCH (turn:_Newsgraph {id: "schema"})
SET turn.arrivals = coalesce(turn.arrivals, 0) + $given.many, turn.graph = coalesce(turn.graph, randomUUID())
RETURN turn.arrivals - $given.many AS before
