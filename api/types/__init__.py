"""The types of the schema. Each is made by `of` from a row of `graph.reading`; what hangs on it is read in batches."""
