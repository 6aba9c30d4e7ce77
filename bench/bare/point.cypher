// One person by id.
MATCH (p:Person {id: $id})
RETURN p{.id, .name, aliases: coalesce(p.aliases, []), .wikidata} AS answer
