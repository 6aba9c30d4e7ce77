// What is in the graph?
//
// How many there are of each, and the first and last day of publication that is known.
RETURN COUNT { (:Article) } AS articles,
       COUNT { (:Person) } AS people,
       COUNT { (:Organisation) } AS organisations,
       COUNT { (:Place) } AS places,
       COUNT { (:Event) } AS events,
       COUNT { (:Quote) } AS quotes,
       COLLECT { MATCH (a:Article) WHERE a.day > "" RETURN a.day ORDER BY a.day LIMIT 1 }[0] AS first_day,
       COLLECT { MATCH (a:Article) WHERE a.day > "" RETURN a.day ORDER BY a.day DESC LIMIT 1 }[0] AS last_day
