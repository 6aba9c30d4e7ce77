"""Changing the graph over GraphQL."""
