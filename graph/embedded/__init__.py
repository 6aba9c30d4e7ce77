"""A genuine Neo4j Community server as a child process, with nothing installed by hand.

- `join`: how a command comes to a running server, or has one started; `keeper`: the process that owns it
- `fetch`: Java archives by the hashed lock; `java`: how Java is called; `cache`, `train`: its ahead-of-time cache
- `server`: one server; `configuration`, `ports`: what it is told; `database_state`, `start_problems`: whether it is up
- `store_files`, `files`: what lies in the data directory; `locks`: who uses it
"""
