// What was said and reported, in the order in which it came into the graph. What has no number came before all others.
CREATE INDEX quote_arrived IF NOT EXISTS
FOR (q:Quote) ON (q.arrived);

CREATE INDEX report_arrived IF NOT EXISTS
FOR ()-[r:REPORTED_IN]-() ON (r.arrived);
