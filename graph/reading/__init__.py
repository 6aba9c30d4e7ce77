"""Reading the graph for the interfaces: pages in index order, nodes by id, names, evidence, many parents at a time.

Every function takes a `Store`, sends one statement (two where words must first be looked up), and returns plain rows.
A row of a node is a mapping with `node` (its label), `id`, and the properties of `graph.model`; dates are text.
"""
