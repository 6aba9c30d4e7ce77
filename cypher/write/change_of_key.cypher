// Which change does this key of this caller stand for?
//
// $given: {who, key, since: ISO 8601}
MATCH (c:_Change {key: $given.key})
WHERE c.who = $given.who AND c.at >= $given.since
RETURN c {.*} AS change ORDER BY c.at DESC LIMIT 1
