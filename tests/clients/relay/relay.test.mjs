// Relay: what its compiler made is executed by its runtime, and turns pages as usePaginationFragment does.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import relay from "relay-runtime";
import { address, plain, said, texts } from "../service.js";

const require = createRequire(import.meta.url);
const compiled = (name) => require(`./__generated__/${name}.graphql`);
const { createOperationDescriptor, fetchQuery, getPaginationMetadata, getPaginationVariables, getRequest } = relay;

function environment() {
  const network = relay.Network.create(async ({ text }, variables) => {
    const body = JSON.stringify({ query: text, variables });
    const answer = await fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body });
    return answer.json();
  });
  return new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) });
}

/** The data of a query, as far as the component that declares it sees it: what is spread stays hidden. */
async function shown(environment, query, variables) {
  const operation = createOperationDescriptor(getRequest(query), variables);
  environment.retain(operation);
  await fetchQuery(environment, query, variables).toPromise();
  return environment.lookup(operation.fragment).data;
}

/** All pages of the connection in a fragment, turned one by one; and how many there were. */
async function pages(environment, fragment, reference, id) {
  const { connectionPathInFragmentData: path, paginationRequest, paginationMetadata, identifierInfo } =
    getPaginationMetadata(fragment, "a component");
  for (let turned = 1; ; turned++) {
    const selector = relay.getSingularSelector(fragment, reference);
    const page = path.reduce((value, key) => value[key], environment.lookup(selector).data);
    if (!page.pageInfo.hasNextPage) return [page, turned];
    const given = { ...selector.owner.variables, ...selector.variables };
    const variables = getPaginationVariables("forward", 2, page.pageInfo.endCursor, given, {}, paginationMetadata);
    if (identifierInfo) variables[identifierInfo.identifierQueryVariableName] = id;
    await fetchQuery(environment, paginationRequest, variables).toPromise();
  }
}

test("a connection at the root turns its pages", async () => {
  const relayed = environment();
  const reference = await shown(relayed, compiled("quotesQuery"), { speaker: "Peskov", count: 2 });
  const [page, turned] = await pages(relayed, compiled("quotes_said"), reference);
  const all = await said("Peskov");
  assert.deepEqual(texts(page), all);
  assert.equal(turned, Math.ceil(all.length / 2));
  assert.ok(turned > 1);
});

test("a connection of an object is asked for again by node(id:)", async () => {
  const relayed = environment();
  const query = `{ quotes(speaker: "Peskov", first: 1) { edges { node { speakers { id name } } } } }`;
  const { id, name } = (await plain(query)).quotes.edges[0].node.speakers[0];
  const { person } = await shown(relayed, compiled("quotesPersonQuery"), { id });
  const [page, turned] = await pages(relayed, compiled("quotes_person"), person, id);
  assert.deepEqual(texts(page), await said(id));
  assert.ok(turned > 1, name);
  assert.match(compiled("quotesPersonPageQuery").params.text, /node\(id: \$id\)/);
});
