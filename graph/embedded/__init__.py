"""A genuine Neo4j Community server as a child process, with nothing installed by hand.

fetch          Java archives by the hashed lock          store_files    what lies in the data directory
java           how Java is called                        configuration  what the server is told
server         one running server                        locks          who uses it, who keeps it
keeper         the process that owns the server          join           how a command comes to a running server
cache          Java's ahead-of-time cache, and `train`, which makes it
"""
