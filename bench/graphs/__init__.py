"""Invented graphs of any size, the same on every run: what the service is timed on.

`plan` says who says which quote, `names` what all are called, `stories` what each article says, as `graph.facts.Facts`;
`place` writes them, and `kept` keeps the made data directories. A tenth of the quotes are a hub's, a tenth are about
one event, a tenth hold one word, and an ordinary speaker has the same number of them in a graph of any size: so a page
of either is as full in a small graph as in a large one.
"""
