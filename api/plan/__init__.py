"""One operation, one plan, one statement.

In the order in which an operation meets them: `fields` is how the schema's types say what reads a field,
`conditions` what an argument or a filter asks of an object; `selection` collects what an operation asks for;
`operation` keeps the plans of a document; `planning` walks through the selection while a plan is made. There each
field's reader (`readers`, `pages`, and the modules named after what they read) writes its part of the statement and
gives a completer (`complete`), which makes the field's answer of what the statement finds. `run` reads and answers;
`stock` has graphql-core itself answer where anything is out of the ordinary, such as an error.
"""
