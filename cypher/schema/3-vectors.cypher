// Meaning: where the text of an article and the words of a quote stand among texts.
CREATE VECTOR INDEX article_meaning IF NOT EXISTS
FOR (a:Article) ON (a.vector)
OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: "cosine"}};

CREATE VECTOR INDEX quote_meaning IF NOT EXISTS
FOR (q:Quote) ON (q.vector)
OPTIONS {indexConfig: {`vector.dimensions`: 384, `vector.similarity_function`: "cosine"}};
