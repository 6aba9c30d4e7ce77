// The program that was compiled against the generated types, run.
import assert from "node:assert/strict";
import { test } from "node:test";
import { address } from "../service.js";
import { lines } from "./out/program.js";

test("the compiled program asks and is answered", async () => {
  const [total, ...shown] = await lines(address);
  assert.equal(`${Math.min(parseInt(total), 3)}`, `${shown.length}`);
  assert.match(shown[0], /^direct quote\/\w+ 2025-\d\d-\d\d https:.* \w+ Peskov.*: ./);
});
