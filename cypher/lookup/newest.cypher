// Up to which number has anything arrived, and in which graph?
OPTIONAL MATCH (s:_Newsgraph {id: "schema"})
RETURN [coalesce(s.arrivals, 0), coalesce(s.graph, "")] AS newest
