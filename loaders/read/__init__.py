"""What was published: from files to `Article` values."""
