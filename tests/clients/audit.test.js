// GraphQL over HTTP to the letter: the audit of the specification's own working group.
import assert from "node:assert/strict";
import { test } from "node:test";
import { auditServer } from "graphql-http";
import { address } from "./service.js";

test("all 61 of the audit are passed", async () => {
  const results = await auditServer({ url: address });
  const failed = results.filter((result) => result.status !== "ok");
  assert.deepEqual(failed.map(({ id, name, reason }) => ({ id, name, reason })), []);
  assert.equal(results.length, 61);
});
