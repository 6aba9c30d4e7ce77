// Show me the sentence: where does an article say that these two have to do with each other?
//
// Every relationship between two nodes, in either direction, with the very characters of the article.
//
// :param one => "person/anton-peskov"
// :param other => "organisation/union-of-northern-ports"
MATCH (one {id: $one})-[r]-(other {id: $other})
MATCH (a:Article {id: r.article})
RETURN type(r) AS relationship, startNode(r).id = $one AS forward, r.sentence AS sentence, r.start AS start, r.end AS end,
       substring(a.text, r.start, r.end - r.start) AS characters, a.headline AS headline, a.url AS url
ORDER BY a.day, start, relationship
