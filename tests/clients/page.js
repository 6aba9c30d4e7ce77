// What the example of docs/live.md finds in a browser; the first quote that it shows ends it.
import WebSocket from "ws";

globalThis.WebSocket = WebSocket;
globalThis.localStorage = { getItem: () => process.env.NEWSGRAPH_AFTER, setItem: () => {} };
globalThis.show = (quote) => setTimeout(() => process.exit(quote.text.length > 0 ? 0 : 1));
setTimeout(() => process.exit(2), 240_000);
