"""The HTTP server around the application: clients that are too slow, and the end in good order."""
