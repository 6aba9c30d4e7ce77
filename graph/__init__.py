"""The graph: its model, the store it lives in, and the two doors to it, reading and writing."""
