// What a quote is found by: its words are stemmed before they are written, so an index need only take them apart.
CREATE FULLTEXT INDEX quote_words IF NOT EXISTS
FOR (q:Quote) ON EACH [q.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: "whitespace"}};
