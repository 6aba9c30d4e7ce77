// Gives places the point of their coordinates.
//
// $ids: list of strings
UNWIND $ids AS id
MATCH (n:Place {id: id})
SET n.location = point({latitude: n.latitude, longitude: n.longitude})
