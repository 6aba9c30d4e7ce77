"""What the schema means, said a second time as plainly as can be: the whole graph in dicts, and a resolver for every
field, run by stock graphql-core.

It shares no code with `api` or `graph.reading`, so that a mistake would have to be made twice to pass
`tests/api/test_differential.py`. It is slow and holds everything in memory; that is its strength.
"""
