// Which figures about the same event disagree?
//
// Reports that give different numbers of the same kind for one event, side by side with who gives them.
//
// :param limit => 25
MATCH (event:Event)-[h:HAS_FIGURE]->(f:Figure)
MATCH (a:Article {id: f.article})
OPTIONAL MATCH (f)-[:ACCORDING_TO]->(source:Entity)
WITH event, f.kind AS kind,
     collect(DISTINCT {low: f.low, high: f.high, words: f.words, source: source.name, article: a.source,
                       sentence: h.sentence}) AS figures
WITH event, kind, figures, COUNT { UNWIND figures AS one RETURN DISTINCT one.low, one.high } AS versions
WHERE versions > 1
UNWIND figures AS figure
RETURN event.label AS event, event.date AS date, kind, figure.low AS low, figure.high AS high, figure.words AS words,
       figure.source AS according_to, figure.article AS reported_by, figure.sentence AS sentence
ORDER BY date DESC, event, kind, low, reported_by
LIMIT $limit
