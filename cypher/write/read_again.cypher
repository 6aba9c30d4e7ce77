// An article that nobody corrects any more was not read, so far as the next load can see.
//
// $id: string
MATCH (a:Article {id: $id})
WHERE NOT EXISTS { (a)<-[:CORRECTS]-() }
SET a.status = "unread", a.reader = null, a.note = "What corrected it is gone; load it again."
RETURN count(a) AS freed
