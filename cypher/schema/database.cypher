// Is the database up? Asked of the server's own database, `system`.
//
// $name: string = "neo4j"
SHOW DATABASE $name YIELD currentStatus, statusMessage
RETURN currentStatus AS state, statusMessage AS reason
