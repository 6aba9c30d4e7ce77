// What happened on a day?
//
// By the day of the event, not of the report. Denied and hypothetical events are left out; `status` tells the others apart.
//
// :param day => "2025-03-05"
MATCH (event:Event)
WHERE event.day = $day AND event.id IS NOT NULL AND NOT event.status IN ['denied', 'hypothetical']
MATCH (event)-[report:REPORTED_IN]->(a:Article)
OPTIONAL MATCH (event)-[:TOOK_PLACE_IN]->(place:Place)
WITH event, place, report, a
ORDER BY a.day, a.id, report.start, place.name
RETURN event.label AS event, event.type AS type, event.status AS status, collect(DISTINCT place.name) AS places,
       collect(report.sentence)[0] AS sentence, count(DISTINCT a) AS articles
ORDER BY articles DESC, event
