"""What the command line does and shows: the same functions as the service has, for a person at a terminal."""
