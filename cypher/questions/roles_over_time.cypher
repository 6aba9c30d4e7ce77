// Which roles did somebody hold, by which articles, over time?
//
// A role is a dated claim of an article, so a promotion shows as a change from one day to the next.
//
// :param person => "person/marta-lindqvist"
MATCH (:Person {id: $person})-[r:HOLDS_ROLE]->(of)
WITH r, of
ORDER BY r.on, r.id
RETURN r.title AS title, of.name AS of, min(r.on) AS first, max(r.on) AS last, count(DISTINCT r.article) AS articles,
       collect(r.sentence)[0] AS sentence
ORDER BY first, title, of
