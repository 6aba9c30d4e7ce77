// Pages in the order of an index: the page of a hub costs what anyone's costs.
CREATE INDEX said_page IF NOT EXISTS
FOR ()-[r:SAID]-() ON (r.speaker, r.day, r.quote);

CREATE INDEX about_by_speaker_page IF NOT EXISTS
FOR ()-[r:ABOUT]-() ON (r.target, r.speaker, r.day, r.quote);

CREATE INDEX about_page IF NOT EXISTS
FOR ()-[r:ABOUT]-() ON (r.target, r.day, r.quote);

CREATE INDEX quote_page IF NOT EXISTS
FOR (q:Quote) ON (q.day, q.id);

CREATE INDEX article_page IF NOT EXISTS
FOR (a:Article) ON (a.day, a.id);

CREATE INDEX event_page IF NOT EXISTS
FOR (e:Event) ON (e.day, e.id);

CREATE INDEX person_page IF NOT EXISTS
FOR (p:Person) ON (p.name, p.id);

CREATE INDEX organisation_page IF NOT EXISTS
FOR (o:Organisation) ON (o.name, o.id);

CREATE INDEX place_page IF NOT EXISTS
FOR (p:Place) ON (p.name, p.id);

// Look-ups.
CREATE INDEX article_source IF NOT EXISTS
FOR (a:Article) ON (a.source);

// Corrections come before or after what they correct; copies are known by their text.
CREATE INDEX article_url IF NOT EXISTS
FOR (a:Article) ON (a.url);

CREATE INDEX article_corrects IF NOT EXISTS
FOR (a:Article) ON (a.corrects);

CREATE INDEX article_text_hash IF NOT EXISTS
FOR (a:Article) ON (a.text_hash);

CREATE INDEX place_geonames IF NOT EXISTS
FOR (p:Place) ON (p.geonames);

CREATE INDEX quote_article IF NOT EXISTS
FOR (q:Quote) ON (q.article);

CREATE INDEX unnamed_article IF NOT EXISTS
FOR (u:Unnamed) ON (u.article);

CREATE INDEX claim_article IF NOT EXISTS
FOR (c:Claim) ON (c.article);

CREATE INDEX figure_article IF NOT EXISTS
FOR (f:Figure) ON (f.article);

// Words: "english" finds talks for talk, "standard-folding" finds a name without its accents.
CREATE FULLTEXT INDEX quote_text IF NOT EXISTS
FOR (q:Quote) ON EACH [q.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: "english"}};

CREATE FULLTEXT INDEX article_text IF NOT EXISTS
FOR (a:Article) ON EACH [a.headline, a.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: "english"}};

CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
FOR (e:Person|Organisation|Place|Unnamed) ON EACH [e.name, e.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: "standard-folding"}};

CREATE FULLTEXT INDEX event_labels IF NOT EXISTS
FOR (e:Event) ON EACH [e.label, e.type]
OPTIONS {indexConfig: {`fulltext.analyzer`: "english"}};
