// package.json says twice what the client's code says once: the two must agree.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { findingKinds } from "../../server/facts/findings.ts";

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly breakpoints: readonly { readonly language: string }[];
    readonly commands: readonly { readonly command: string }[];
    readonly debuggers: readonly {
      readonly languages: readonly string[];
      readonly configurationAttributes: { readonly launch: { readonly properties: Readonly<Record<string, unknown>> } };
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly languages: readonly { readonly configuration: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const { main, browser, contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const client = (name: string) => readFileSync(`client/${name}.ts`, "utf8");
const sorted = (names: Iterable<string>) => [...names].sort();

test("breakpoints and F5 know the language ids that the client attaches to", () => {
  const ids = /languageIds = \[([^\]]*)\]/.exec(client("languages"))?.[1] ?? "";
  const known = sorted([...ids.matchAll(/"([^"]+)"/g)].map((match) => match[1]!));
  assert.ok(known.length > 1);
  assert.deepEqual(sorted(contributes.breakpoints.map(({ language }) => language)), known);
  assert.deepEqual(sorted(contributes.debuggers[0]!.languages), known);
});

test("every command has code and every code a command", () => {
  const table = /const commands[^{]*\{([\s\S]*?)\n {2}\};/.exec(client("commands"))?.[1] ?? "";
  const registered = [...table.matchAll(/^ {4}(\w+):/gm)].map((match) => `asmoscope.${match[1]}`);
  assert.deepEqual(sorted(contributes.commands.map(({ command }) => command)), sorted(registered));
});

test("every launch property is one that the debug adapter takes", () => {
  const protocol = readFileSync("debugger/dap/protocol.ts", "utf8");
  const body = /interface LaunchProperties \{([\s\S]*?)\n\}/.exec(protocol)?.[1] ?? "";
  const taken = new Set([...body.matchAll(/readonly (\w+)\??:/g)].map((match) => match[1]!));
  const offered = Object.keys(contributes.debuggers[0]!.configurationAttributes.launch.properties);
  assert.deepEqual(
    offered.filter((name) => !taken.has(name)),
    [],
  );
});

test("every setting is read somewhere", () => {
  const readers = ["launch", "language-service", "pictures"].map(client).join("\n");
  const server = readFileSync("server/lsp/protocol.ts", "utf8");
  const unread = Object.keys(contributes.configuration.properties)
    .map((name) => name.replace("asmoscope.", ""))
    .filter((name) => !readers.includes(`"${name}"`) && !new RegExp(`\\b${name}\\?`).test(server));
  assert.deepEqual(unread, []);
});

test("kinds of findings that settings and launch configurations offer are those that there are", () => {
  const setting = contributes.configuration.properties["asmoscope.ignoreFindings"];
  const property = contributes.debuggers[0]!.configurationAttributes.launch.properties.ignoreFindings;
  for (const offered of [setting, property] as readonly { readonly items: { readonly enum: readonly string[] } }[])
    assert.deepEqual(offered.items.enum, Object.keys(findingKinds));
});

test("files that the manifest names exist", () => {
  const named = [main, browser, contributes.grammars[0]!.path, contributes.languages[0]!.configuration];
  assert.deepEqual(
    named.filter((path) => !existsSync(path)),
    [],
  );
  assert.match(browser, /\.js$/, "a web host appends .js to any other name");
});
