// What people have decided, and who may change the graph: nodes of our own, which no question meets.
CREATE CONSTRAINT unique_merged_former IF NOT EXISTS
FOR (d:_Merged) REQUIRE d.former IS UNIQUE;

CREATE INDEX merged_now IF NOT EXISTS
FOR (d:_Merged) ON (d.now);

CREATE INDEX apart_article IF NOT EXISTS
FOR (d:_Apart) ON (d.article);

CREATE INDEX apart_now IF NOT EXISTS
FOR (d:_Apart) ON (d.now);

CREATE CONSTRAINT unique_aside_article IF NOT EXISTS
FOR (a:_Aside) REQUIRE a.article IS UNIQUE;

CREATE CONSTRAINT unique_token_name IF NOT EXISTS
FOR (t:_Token) REQUIRE t.name IS UNIQUE;

CREATE CONSTRAINT unique_token_hash IF NOT EXISTS
FOR (t:_Token) REQUIRE t.hash IS UNIQUE;

CREATE CONSTRAINT unique_change_id IF NOT EXISTS
FOR (c:_Change) REQUIRE c.id IS UNIQUE;

CREATE INDEX change_page IF NOT EXISTS
FOR (c:_Change) ON (c.at, c.id);

CREATE INDEX change_key IF NOT EXISTS
FOR (c:_Change) ON (c.key);
