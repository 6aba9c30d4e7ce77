// Apollo Client: variables, one object for one id in its cache, pages that grow, and errors with their code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createHash } from "node:crypto";
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { filter, firstValueFrom } from "rxjs";
import { address, possibleTypes, said, texts } from "./service.js";

const types = await possibleTypes();

function client() {
  const cache = new InMemoryCache({
    possibleTypes: types,
    typePolicies: { Query: { fields: { quotes: relayStylePagination(["speaker", "about"]) } } },
  });
  return new ApolloClient({ link: new HttpLink({ uri: address }), cache });
}

const SAID = gql`
  query Said($speaker: String!, $about: String, $first: Int!, $after: String) {
    quotes(speaker: $speaker, about: $about, first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          text
          speakers { ...Who }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
  fragment Who on Entity { id name }
`;

test("a query with variables", async () => {
  const { data } = await client().query({ query: SAID, variables: { speaker: "Peskov", first: 100 } });
  assert.deepEqual(texts(data.quotes), await said("Peskov"));
});

test("a document by its hash, and in full where the service does not know it", async () => {
  const sent = [];
  const http = new HttpLink({
    uri: address,
    fetch: (uri, options) => {
      sent.push(JSON.parse(options.body));
      return fetch(uri, options);
    },
  });
  const sha256 = async (text) => createHash("sha256").update(text).digest("hex");
  const apollo = new ApolloClient({ link: new PersistedQueryLink({ sha256 }).concat(http), cache: new InMemoryCache() });
  const { data } = await apollo.query({ query: SAID, variables: { speaker: "Peskov", first: 100 } });
  assert.deepEqual(texts(data.quotes), await said("Peskov"));
  assert.deepEqual(sent.map((each) => "query" in each), [false, true]);
});

test("an object is one in the cache, by whatever way it came", async () => {
  const apollo = client();
  const { data } = await apollo.query({ query: SAID, variables: { speaker: "Peskov", first: 1 } });
  const [{ node }] = data.quotes.edges;
  const key = apollo.cache.identify(node.speakers[0]);
  assert.equal(key, `Person:${node.speakers[0].id}`);
  assert.deepEqual(apollo.cache.extract()[key], node.speakers[0]);

  const BY_ID = gql`query ById($id: ID!) { node(id: $id) { id ... on Quote { text } } }`;
  await apollo.query({ query: BY_ID, variables: { id: node.id } });
  apollo.cache.writeFragment({ id: `Quote:${node.id}`, fragment: gql`fragment Text on Quote { text }`, data: { text: "New." } });
  const again = apollo.cache.readQuery({ query: SAID, variables: { speaker: "Peskov", first: 1 } });
  assert.deepEqual(texts(again.quotes), ["New."]);
  assert.equal(apollo.cache.readQuery({ query: BY_ID, variables: { id: node.id } }).node.text, "New.");
});

test("fetchMore makes the list grow, and no quote comes twice", async () => {
  const apollo = client();
  const shown = apollo.watchQuery({ query: SAID, variables: { speaker: "Peskov", first: 2 } });
  const watching = shown.subscribe(() => {}); // as a component does that shows the list
  let { pageInfo } = (await firstValueFrom(shown.pipe(filter(({ loading }) => !loading)))).data.quotes;
  let pages = 1;
  for (; pageInfo.hasNextPage; pages++) {
    const { data } = await shown.fetchMore({ variables: { after: pageInfo.endCursor } });
    pageInfo = data.quotes.pageInfo;
  }
  const whole = ({ data, loading }) => !loading && !data.quotes.pageInfo.hasNextPage;
  const { data } = await firstValueFrom(shown.pipe(filter(whole)));
  watching.unsubscribe();
  const all = await said("Peskov");
  assert.deepEqual(texts(data.quotes), all);
  assert.equal(pages, Math.ceil(all.length / 2));
  assert.ok(pages > 1);
});

test("an error tells its code", async () => {
  const asked = client().query({ query: gql`{ ask(question: "sing me a song") { understood } }` });
  await assert.rejects(asked, (error) => {
    assert.ok(CombinedGraphQLErrors.is(error));
    assert.equal(error.errors[0].extensions.code, "NOT_UNDERSTOOD");
    return true;
  });
});
