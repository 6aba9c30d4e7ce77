// An article that nobody corrects any more was not read, so far as the next load can see.
//
// $given: {id}
MATCH (a:Article {id: $given.id})
WHERE NOT EXISTS { (a)<-[:CORRECTS]-() }
SET a.status = "unread", a.reader = null, a.note = "What corrected it is gone; load it again."
RETURN count(a) AS freed
