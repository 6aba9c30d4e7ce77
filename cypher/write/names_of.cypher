// What do the articles call these entities?
//
// `Label` stands for a label of the model.
//
// $ids: list of strings
UNWIND $ids AS id
MATCH (n:Label {id: id})
CALL (n) {
  MATCH (n)<-[m:MENTIONS]-()
  RETURN collect(DISTINCT m.name) AS names, collect(DISTINCT m.aliases) AS aliases,
         collect(DISTINCT m.wikidata) AS wikidata, collect(DISTINCT m.place_kind) AS kinds, count(m) AS mentions
}
RETURN id, properties(n) AS properties, names, aliases, wikidata, kinds, mentions
