// What happened in a place, in order?
//
// Events in the place itself and in everything that lies in it, as the gazetteer has it: "Latvia" includes Riga.
//
// :param place => "Riga"
// :param limit => 50
MATCH (place:Place)
WHERE place.name = $place OR $place IN coalesce(place.aliases, [])
MATCH (inner:Place)-[:LOCATED_IN]->{0,4}(place)
MATCH (event:Event)-[:TOOK_PLACE_IN]->(inner)
MATCH (event)-[report:REPORTED_IN]->(a:Article)
WITH event, inner, report, a
ORDER BY a.day, a.id, report.start, inner.name
WITH event, collect(DISTINCT inner.name) AS places, collect(report.sentence)[0] AS sentence, count(DISTINCT a) AS articles
RETURN event.date AS day, event.type AS type, event.label AS event, event.status AS status, places, sentence, articles
ORDER BY coalesce(day, date('9999-12-31')), type, event
LIMIT $limit
