// The by-laws of the house as tests: arrows, sizes, cycles, dead files, mirrored names, words that must not be in the tree.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { arrows } from "./arrows.ts";

const roots = ["server", "debugger", "client"];
const LIMIT_LINES = 800;

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const sources = roots.flatMap(filesUnder).filter((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
const text = new Map(sources.map((path) => [path, readFileSync(path, "utf8")]));

interface Import {
  readonly path: string;
  readonly typeOnly: boolean;
}

/** Imports of a file: project files as normalised paths, packages as they are written. */
function importsOf(path: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)["']([^"'\n]+)["']|^import\s+()["']([^"'\n]+)["']/gm;
  for (const match of text.get(path)!.matchAll(pattern)) {
    const name = match[2] ?? match[4]!;
    const target = name.startsWith(".") ? normalize(join(dirname(path), name)).replaceAll("\\", "/") : name;
    found.push({ path: target, typeOnly: match[1] !== undefined && match[1] !== "" });
  }
  for (const match of text.get(path)!.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)) {
    const name = match[1]!;
    found.push({ path: name.startsWith(".") ? normalize(join(dirname(path), name)) : name, typeOnly: false });
  }
  return found;
}

/** The room of a file: the longest folder in the table that holds it. */
function roomOf(path: string): string | undefined {
  return Object.keys(arrows)
    .filter((room) => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function allowed(room: string, target: string): boolean {
  if (roomOf(target) === room) return true;
  return arrows[room]!.some(
    (prefix) =>
      target === prefix ||
      target.startsWith(prefix.endsWith("/") || prefix.endsWith(":") ? prefix : `${prefix}/`) ||
      target === `${prefix}.ts`,
  );
}

test("every source file stands in a room of the table", () => {
  assert.deepEqual(
    sources.filter((path) => roomOf(path) === undefined),
    [],
  );
});

test("imports follow the arrows", () => {
  const bad = sources.flatMap((path) =>
    importsOf(path)
      .filter((target) => !allowed(roomOf(path)!, target.path))
      .map((target) => `${path} imports ${target.path}`),
  );
  assert.deepEqual(bad, []);
});

test("client takes only types from the server and the debugger", () => {
  const bad = sources
    .filter((path) => path.startsWith("client/"))
    .flatMap((path) =>
      importsOf(path)
        .filter((target) => /^(server|debugger)\//.test(target.path) && !target.typeOnly)
        .map((target) => `${path} imports the value of ${target.path}`),
    );
  assert.deepEqual(bad, []);
});

test("no import cycles between files (type imports aside)", () => {
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    for (const target of importsOf(path))
      if (!target.typeOnly && text.has(target.path)) visit(target.path, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of sources) visit(path, []);
  assert.deepEqual(cycles, []);
});

test(`no file is longer than ${LIMIT_LINES} lines (tables exempt)`, () => {
  const long = sources
    .filter((path) => !path.startsWith("server/isa/table/") && !path.startsWith("server/facts/"))
    .map((path) => ({ path, lines: text.get(path)!.split("\n").length }))
    .filter(({ lines }) => lines > LIMIT_LINES);
  assert.deepEqual(long, []);
});

test("every file opens with a paragraph that says what it is", () => {
  assert.deepEqual(
    sources.filter((path) => !/^(#!.*\n)?\s*\/[/*]/.test(text.get(path)!)),
    [],
  );
});

test("file names are kebab-case and say what is in them", () => {
  const bad = sources.filter((path) => {
    const name = path.split("/").at(-1)!;
    // "helper" is the intermediate representation's word for an operation that calls a function (debugger/cpu/ir.ts).
    const isOperation = path.startsWith("debugger/cpu/") && /^helpers?\.ts$/.test(name);
    return (
      !/^[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(name) ||
      (/\b(manager|helpers?|utils?|stuff|misc|common)\b/.test(name) && !isOperation)
    );
  });
  assert.deepEqual(bad, []);
});

test("no dead files: each is reached from a bundle's entry or a test", () => {
  const entries = [
    ...readFileSync("scripts/build.mjs", "utf8").matchAll(/"((?:server|debugger|client)\/[^"]+\.ts)"/g),
  ].map((m) => m[1]!);
  const tests = filesUnder("test").filter((path) => path.endsWith(".ts"));
  for (const path of tests) text.set(path, readFileSync(path, "utf8"));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path) || !text.has(path)) return;
    reached.add(path);
    for (const target of importsOf(path)) visit(target.path);
  };
  for (const path of [...entries, ...tests]) visit(path);
  const standIns = (path: string) => path.startsWith("debugger/dap/browser/");
  assert.deepEqual(
    sources.filter((path) => !reached.has(path) && !standIns(path)),
    [],
  );
});

test("an executed family of the table has a semantics file of the same name", () => {
  const table = new Set(filesUnder("server/isa/table").map((path) => path.split("/").at(-1)!));
  const families = importsOf("debugger/cpu/semantics/index.ts")
    .map(({ path }) => path)
    .filter((path) => path.startsWith("debugger/cpu/semantics/"))
    .map((path) => path.split("/").at(-1)!);
  assert.ok(families.length > 0);
  assert.deepEqual(
    families.filter((name) => !table.has(name)),
    [],
  );
});

test("the tree speaks of the product alone", () => {
  const words = [/\.\.\/shared\b/, /\/work\/(main|shared)\b/, /registry\.npmjs/];
  const papers = readdirSync(".").filter((name) => name.endsWith(".md") || name.endsWith(".json"));
  const everything = [...roots, "test", "scripts", "syntaxes", "examples", "docs", "bench"]
    .filter(existsSync)
    .flatMap(filesUnder);
  const bad = [...papers, ...everything]
    .filter((path) => /\.(ts|mjs|md|json|asm|inc|sh|txt)$/.test(path) && !path.startsWith("test/tidy/"))
    .flatMap((path) => words.filter((word) => word.test(readFileSync(path, "utf8"))).map((word) => `${path}: ${word}`));
  assert.deepEqual(bad, []);
});
