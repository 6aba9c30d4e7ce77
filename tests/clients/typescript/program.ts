// A front-end's program, compiled strictly against the types that graphql-codegen makes of our schema.
import { graphql } from "./generated/gql.js";
import type { TypedDocumentString } from "./generated/graphql.js";
import type { Entity, Quote } from "./generated/schema.js";

const SAID = graphql(`
  query Said($speaker: String!, $days: DayRange, $kind: [QuoteKind!]) {
    quotes(speaker: $speaker, saidOn: $days, kind: $kind, first: 3) {
      totalCount
      edges {
        cursor
        node {
          id
          text
          kind
          saidOn
          confidence
          article { id url published }
          speakers {
            __typename
            id
            name
            ... on Person { roles { title since } }
            ... on Place { latitude longitude }
          }
          evidence { utf16Start utf16End }
        }
      }
      why { code message }
    }
  }
`);

async function ask<Result, Variables>(
  address: string,
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await answer.json()) as { data: Result; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** A function over a type of the schema itself. */
export function signed(quote: Pick<Quote, "text"> & { speakers: Pick<Entity, "name">[] }): string {
  return `${quote.text} (${quote.speakers.map((speaker) => speaker.name).join(", ")})`;
}

/** One line for each quote: every field has the type that the schema states. */
export async function lines(address: string): Promise<string[]> {
  const { quotes } = await ask(address, SAID, { speaker: "Peskov", days: { since: "2025-01-01" }, kind: ["direct"] });
  const total: number = quotes.totalCount;
  const shown = quotes.edges.map(({ node }) => {
    const id: string = node.id;
    const day: string | null | undefined = node.saidOn;
    const url: string | null | undefined = node.article.url;
    const kind: "direct" | "indirect" | "mixed" = node.kind;
    const who = node.speakers.map((speaker) => {
      switch (speaker.__typename) {
        case "Person":
          return [speaker.name, ...speaker.roles.map((role) => role.title ?? "")].join(", ");
        case "Place":
          return `${speaker.name} ${speaker.latitude?.toFixed(1)}`;
        case "Organisation":
        case "Unnamed":
          return speaker.name;
      }
    });
    return `${kind} ${id} ${day} ${url} ${who.join("; ")}: ${signed(node)}`;
  });
  return [`${total} in all`, ...shown];
}

/** What the compiler must refuse. */
export async function wrong(address: string): Promise<void> {
  // @ts-expect-error  a variable that the operation demands
  await ask(address, SAID, {});
  // @ts-expect-error  a kind that there is not
  await ask(address, SAID, { speaker: "Peskov", kind: ["sung"] });
  const { quotes } = await ask(address, SAID, { speaker: "Peskov" });
  // @ts-expect-error  a field that was not asked for
  quotes.edges[0]?.node.cue;
  // @ts-expect-error  a field that may be null
  quotes.edges[0]?.node.saidOn.length;
}
