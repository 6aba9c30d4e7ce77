"use strict";

const welcome = `# Everything Peskov said about talks: press the button with the triangle, or Ctrl-Enter.
# Each answer shows the sentence of the article that says it.
{
  quotes(speaker: "Peskov", about: "talks") {
    edges {
      node {
        text
        kind
        saidOn
        evidence {
          sentence
          start
          end
        }
      }
    }
  }
}
`;

// A query in the address comes first, so that a page can be sent to somebody; then what was written last time.
const asked = new URLSearchParams(window.location.search).get("query");

const socket = new URL("/graphql", window.location.href);
socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";

ReactDOM.createRoot(document.getElementById("graphiql")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql", subscriptionUrl: socket.href }),
    defaultQuery: welcome,
    ...(asked === null ? {} : { query: asked }),
    defaultEditorToolsVisibility: false,
    shouldPersistHeaders: false,
  }),
);
