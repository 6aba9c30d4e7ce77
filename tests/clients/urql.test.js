// urql, with its normalised cache: variables, one object for one id, pages that grow, and errors with their code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { address, plain, said, texts } from "./service.js";

const schema = await plain(`{
  __schema {
    queryType { name }
    types {
      kind name possibleTypes { kind name }
      fields { name args { name type { ...Type } } type { ...Type } }
    }
  }
}
fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`);

/** Which objects have an id: the others are parts of the one that they stand in, and urql wants to be told so. */
const parts = schema.__schema.types.filter(
  (type) => type.kind === "OBJECT" && !type.name.startsWith("__") && !type.fields.some((field) => field.name === "id"),
);

function client(complaints = []) {
  const cache = cacheExchange({
    schema,
    keys: Object.fromEntries(parts.map((type) => [type.name, () => null])),
    resolvers: { Query: { quotes: relayPagination() } },
    logger: (severity, message) => severity !== "debug" && complaints.push(message),
  });
  return new Client({ url: address, exchanges: [cache, fetchExchange] }); // by GET, which urql prefers
}

const SAID = gql`
  query Said($speaker: String!, $first: Int!, $after: String) {
    quotes(speaker: $speaker, first: $first, after: $after) {
      edges { node { id text speakers { id name } evidence { sentence } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

test("a query with variables, and no complaint of the cache", async () => {
  const complaints = [];
  const { data, error } = await client(complaints).query(SAID, { speaker: "Peskov", first: 100 });
  assert.equal(error, undefined);
  assert.deepEqual(texts(data.quotes), await said("Peskov"));
  assert.deepEqual(complaints, []);
});

test("an object that is known is not asked for again", async () => {
  const urql = client();
  const { data } = await urql.query(SAID, { speaker: "Peskov", first: 1 });
  const again = await urql.query(SAID, { speaker: "Peskov", first: 1 }, { requestPolicy: "cache-only" });
  assert.deepEqual(again.data, data);
  assert.equal(again.operation.context.meta.cacheOutcome, "hit");
});

test("pages make the list grow, and no quote comes twice", async () => {
  const urql = client();
  let page = (await urql.query(SAID, { speaker: "Peskov", first: 2 })).data.quotes;
  while (page.pageInfo.hasNextPage) {
    page = (await urql.query(SAID, { speaker: "Peskov", first: 2, after: page.pageInfo.endCursor })).data.quotes;
  }
  assert.ok(page.edges.length > 2);
  assert.deepEqual(texts(page), await said("Peskov"));
});

test("an error tells its code", async () => {
  const { error } = await client().query(gql`{ ask(question: "sing me a song") { understood } }`, {});
  assert.equal(error.graphQLErrors[0].extensions.code, "NOT_UNDERSTOOD");
});
