// For every relationship type that an article asserts: the fact's id is unique, which also makes MERGE between two
// hubs quick; and all facts of one article are found by an index.
//
// `TYPE` stands for the type, `type` for its name in lower case.
CREATE CONSTRAINT unique_type_id IF NOT EXISTS
FOR ()-[r:TYPE]-() REQUIRE r.id IS UNIQUE;

CREATE INDEX type_article IF NOT EXISTS
FOR ()-[r:TYPE]-() ON (r.article);
