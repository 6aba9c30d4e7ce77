"""What one article says: from its text to a `Reading`."""
