// Which places are in the news, with their coordinates?
//
// :param limit => 50
MATCH (a:Article)-[:MENTIONS]->(place:Place)
WHERE place.latitude IS NOT NULL
RETURN place.name AS place, place.country AS country, place.latitude AS latitude, place.longitude AS longitude,
       count(DISTINCT a) AS articles
ORDER BY articles DESC, place
LIMIT $limit
