// Waits until the indexes answer.
CALL db.awaitIndexes(300)
