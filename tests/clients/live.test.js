// Subscriptions by graphql-ws, as itself and under Apollo and urql, over a line that breaks.
import assert from "node:assert/strict";
import net from "node:net";
import { test } from "node:test";
import { ApolloClient, gql, InMemoryCache } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { Client, subscriptionExchange } from "@urql/core";
import { print } from "graphql";
import { createClient } from "graphql-ws";
import { firstValueFrom } from "rxjs";
import WebSocket from "ws";
import { address, said } from "./service.js";

/** A cursor of before anything was loaded. */
const beginning = process.env.NEWSGRAPH_AFTER;
const url = address.replace(/^http/, "ws");

const SAID = `subscription ($after: String) {
  quoteSaid(speaker: "Peskov", after: $after) { cursor quote { id text speakers { name } } }
}`;

/** A line to the service that can be cut. */
async function line() {
  const { hostname, port } = new URL(url);
  const open = new Set();
  const server = net.createServer((near) => {
    const far = net.connect(Number(port), hostname);
    for (const [one, other] of [[near, far], [far, near]]) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `ws://127.0.0.1:${server.address().port}/graphql`,
    cut: () => open.forEach((socket) => socket.destroy()),
    close: () => server.close(),
  };
}

test("who comes again with the newest cursor misses nothing and gets nothing twice", async () => {
  const all = await said("Peskov");
  assert.ok(all.length > 3);
  const weak = await line();
  const client = createClient({ url: weak.url, webSocketImpl: WebSocket, shouldRetry: () => true, retryWait: async () => {} });
  const variables = { after: beginning };
  const texts = [];
  let cuts = 0;
  await new Promise((resolve, reject) => {
    const stop = client.subscribe(
      { query: SAID, variables },
      {
        next: ({ data, errors }) => {
          if (errors) return reject(new Error(JSON.stringify(errors)));
          if (data.quoteSaid.cursor === variables.after) return reject(new Error("it came twice"));
          if (cuts * 2 > texts.length) return; // it was on its way when the line was cut
          texts.push(data.quoteSaid.quote.text);
          variables.after = data.quoteSaid.cursor; // what the client sends when it comes again
          if (texts.length === all.length) return stop();
          if (texts.length % 2 === 0) {
            cuts += 1;
            weak.cut();
          }
        },
        error: reject,
        complete: resolve,
      },
    );
  });
  assert.deepEqual(texts.toSorted(), all.toSorted());
  assert.ok(cuts > 0);
  await client.dispose();
  weak.close();
});

test("a query and an error over the same socket", async () => {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const answers = [];
  for await (const answer of client.iterate({ query: '{ people(name: "Anton Peskov") { nodes { name } } }' })) answers.push(answer);
  assert.deepEqual(answers, [{ data: { people: { nodes: [{ name: "Anton Peskov" }] } } }]);
  const wrong = client.iterate({ query: SAID, variables: { after: "nonsense" } });
  await assert.rejects(wrong.next(), ([error]) => error.extensions.code === "BAD_INPUT");
  await client.dispose();
});

test("Apollo Client", async () => {
  const client = createClient({ url, webSocketImpl: WebSocket });
  const apollo = new ApolloClient({ link: new GraphQLWsLink(client), cache: new InMemoryCache() });
  const { data } = await firstValueFrom(apollo.subscribe({ query: gql(SAID), variables: { after: beginning } }));
  assert.ok((await said("Peskov")).includes(data.quoteSaid.quote.text));
  apollo.stop();
  await client.dispose();
});

test("urql", async () => {
  const client = createClient({ url, webSocketImpl: WebSocket });
  const urql = new Client({
    url: address,
    exchanges: [
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({ unsubscribe: client.subscribe({ query, variables }, sink) }),
        }),
      }),
    ],
  });
  const answer = await new Promise((resolve) => {
    const watching = urql.subscription(print(gql(SAID)), { after: beginning }).subscribe((found) => {
      resolve(found);
      setTimeout(() => watching.unsubscribe());
    });
  });
  assert.equal(answer.error, undefined);
  assert.ok((await said("Peskov")).includes(answer.data.quoteSaid.quote.text));
  await client.dispose();
});
