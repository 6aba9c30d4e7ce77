// What do the articles call these entities?
//
// $given: {elements: list of strings}
UNWIND $given.elements AS element
MATCH (n) WHERE elementId(n) = element
CALL (n) {
  MATCH (n)<-[m:MENTIONS]-()
  RETURN collect(DISTINCT m.name) AS names, collect(DISTINCT m.aliases) AS aliases,
         collect(DISTINCT m.wikidata) AS wikidata, collect(DISTINCT m.place_kind) AS kinds, count(m) AS mentions
}
RETURN element, properties(n) AS properties, names, aliases, wikidata, kinds, mentions
