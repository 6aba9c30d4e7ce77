// Which articles carry the same text in several places?
//
MATCH (copy:Article)-[:COPY_OF]->(first:Article)
RETURN first.published AS day, first.source AS first, first.headline AS headline, copy.source AS also_in, copy.url AS url
ORDER BY day DESC, headline, also_in
