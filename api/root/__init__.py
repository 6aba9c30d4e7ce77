"""The fields that a query starts with."""
