// What the tests of the clients share: where the service is, and what it says to a plain request.

export const address = process.env.NEWSGRAPH_ADDRESS;

/** The `data` of an operation, as fetch alone gets it: what a client shows is held against it. */
export async function plain(query, variables = {}) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The texts of all that somebody said, the newest first. */
export async function said(speaker) {
  const query = "query ($speaker: String!) { quotes(speaker: $speaker, first: 100) { edges { node { text } } } }";
  return texts((await plain(query, { speaker })).quotes);
}

/** The texts of a page of quotes. */
export function texts(page) {
  return page.edges.map((edge) => edge.node.text);
}

/** Which types stand behind an interface: what caches need to know. */
export async function possibleTypes() {
  const { __schema } = await plain("{ __schema { types { name possibleTypes { name } } } }");
  const abstract = __schema.types.filter((type) => type.possibleTypes?.length);
  return Object.fromEntries(abstract.map((type) => [type.name, type.possibleTypes.map((each) => each.name)]));
}
