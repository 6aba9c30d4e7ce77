// Which articles were corrected or withdrawn, and by which?
//
// Their facts were taken out of the graph; the text is still there.
//
MATCH (newer:Article)-[:CORRECTS]->(older:Article)
RETURN newer.published AS day, older.id AS corrected, newer.id AS by, newer.headline AS headline, newer.source AS source
ORDER BY day DESC, corrected
