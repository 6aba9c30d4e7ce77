// What was changed by people, the newest first?
//
// $limit: integer = 20
MATCH (c:_Change)
WHERE c.at IS NOT NULL AND c.id IS NOT NULL
RETURN c {.*} AS change ORDER BY c.at DESC, c.id DESC LIMIT $limit
