"""Reading the graph for the interfaces: the parts that the one statement of an operation is made of.

Names and topics, walks in the order of an index, links, pages with their cursors, search. Each part writes lines into a
`block.Block` and gives the variables that they bind; what becomes of the rows is the interface's business.
"""
