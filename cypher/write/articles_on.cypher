// Which articles say anything of this one, and which of them name it?
//
// $given: {element}
MATCH (n)-[r]-() WHERE elementId(n) = $given.element AND r.article IS NOT NULL
RETURN r.article AS article, max(type(r) = "MENTIONS") AS names ORDER BY article
