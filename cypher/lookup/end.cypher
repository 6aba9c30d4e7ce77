// End the statements that run for one request of the service.
//
// SHOW TRANSACTIONS has the request among each statement's metadata; nobody waits for its answer any more.
SHOW TRANSACTIONS YIELD transactionId AS asked, metaData
  WHERE metaData.request = $request
TERMINATE TRANSACTIONS asked YIELD transactionId, message
RETURN transactionId, message
