// The newest quotes of all, seven fields each.
MATCH (q:Quote)
WHERE q.day IS NOT NULL AND q.id IS NOT NULL
WITH q ORDER BY q.day DESC, q.id DESC LIMIT $first
RETURN collect(q{.id, .text, .kind, saidOn: toString(q.said_on), .cue, .polarity, .confidence}) AS answer
