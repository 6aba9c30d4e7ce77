"""GraphiQL, the page on which people try queries; it needs no internet once its three archives were fetched."""
