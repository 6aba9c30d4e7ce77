"""GraphQL over HTTP: which requests are taken, from whom and how many, and how each answer is sent."""
