"""One operation, one plan, one statement.

`fields` is how the schema's types say what a field reads; `selection` collects what an operation asks for; `readers`
turn it into Cypher, each with a completer that knows how its rows become the answer; `operation` keeps the plans of a
document; `run` reads and answers; `stock` has graphql-core itself answer where anything is out of the ordinary.
"""
