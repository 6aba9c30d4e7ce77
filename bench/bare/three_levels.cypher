// Five people, ten quotes of each, the article of each, five quotes of it, their speakers.
MATCH (p:Person)
WHERE p.name IS NOT NULL AND p.id IS NOT NULL
WITH p ORDER BY p.name, p.id LIMIT 5
RETURN collect(p{
  .name,
  quotes: COLLECT {
    MATCH ()-[s:SAID]->(q)
    WHERE s.speaker = p.id AND s.day IS NOT NULL AND s.quote IS NOT NULL
    WITH q, s ORDER BY s.speaker DESC, s.day DESC, s.quote DESC LIMIT 10
    RETURN q{
      .text,
      article: head(COLLECT {
        MATCH (q)-[:IN]->(a)
        RETURN a{
          .headline,
          quotes: COLLECT {
            MATCH (a)<-[:IN]-(other:Quote)
            WITH other ORDER BY other.day DESC, other.id DESC LIMIT 5
            RETURN other{.text, speakers: COLLECT { MATCH (other)<-[:SAID]-(by) RETURN by.name }}
          }
        }
      })
    }
  }
}) AS answer
