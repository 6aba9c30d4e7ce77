// graphql-codegen, without the command around it: all types of our schema, and by its client preset what a program asks for.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import { buildSchema, parse } from "graphql";

const text = readFileSync("schema.graphql", "utf8");
const schema = parse(text);
const schemaAst = buildSchema(text);
const config = {
  strictScalars: true, // a scalar that nobody mapped is an error, not `any`
  scalars: { Date: "string", DateTime: "string", URL: "string", JSON: "unknown" },
  enumsAsTypes: true,
  useTypeImports: true,
  importExtension: ".js",
  emitLegacyCommonJSImports: false,
};
const program = readFileSync("typescript/program.ts", "utf8");
const documents = [...program.matchAll(/graphql\(`([^`]+)`\)/g)].map(([, text]) => ({
  location: "typescript/program.ts",
  document: parse(text),
  rawSDL: text,
}));
const parts = await preset.buildGeneratesSection({
  schema,
  schemaAst,
  documents,
  baseOutputDir: "typescript/generated/",
  config: { ...config, documentMode: "string" },
  importExtension: ".js",
  emitLegacyCommonJSImports: false,
  presetConfig: {},
  plugins: [],
  pluginMap: {},
  pluginContext: {},
});
parts.push({
  filename: "typescript/generated/schema.ts",
  schema,
  schemaAst,
  documents: [],
  config,
  plugins: [{ typescript: {} }],
  pluginMap: { typescript },
});
for (const part of parts) {
  mkdirSync(dirname(part.filename), { recursive: true });
  writeFileSync(part.filename, await codegen(part));
}
