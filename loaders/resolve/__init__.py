"""About whom: from a `Reading` and the graph's candidates to `Facts`."""
