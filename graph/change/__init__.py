"""What people decide about the graph, who may do it, and the record of what was done."""
