"""The GraphQL interface: a Strawberry schema served by FastAPI."""
