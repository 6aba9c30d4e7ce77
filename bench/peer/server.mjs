// The same graph through @neo4j/graphql under GraphQL Yoga, in its quickest honest form: production mode, no logging, no
// page, the caches for parsing and validating on (Yoga's default), the database named so that nothing asks for its name.
//
// NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE. Says "listening PORT" and ends when its standard input does.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const { NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), {
  telemetryDisabled: true,
  notificationFilter: { minimumSeverityLevel: "OFF" },
});
const typeDefs = readFileSync(new URL("./types.graphql", import.meta.url), "utf8");
const library = new Neo4jGraphQL({
  typeDefs,
  driver,
  features: { filters: { String: { GT: true, GTE: true }, ID: { GT: true, GTE: true } } },
});
const schema = await library.getSchema();
const context = { sessionConfig: { database: NEO4J_DATABASE } };
const yoga = createYoga({
  schema,
  context: () => context,
  logging: false,
  graphiql: false,
  landingPage: false,
  maskedErrors: false,
  multipart: false,
});
const server = createServer(yoga);
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => process.stdout.write(`listening ${server.address().port}\n`));
process.stdin.on("end", async () => {
  server.closeAllConnections();
  server.close();
  await driver.close();
  process.exit(0);
});
process.stdin.resume();
