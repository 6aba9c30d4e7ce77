"""The types of the schema. Each is made from a row of `graph.reading` by `of`, and reads what hangs on it in batches."""
