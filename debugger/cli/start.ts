#!/usr/bin/env node
// The first file of the command line. Compiling the rest takes longer than most programs run, so its compiled form, which
// the build leaves beside it for each command, is given to V8; another version of V8 rejects it and compiles anew.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

/** A module of a script by its path, begun when it is asked for. */
type Modules = (path: string) => unknown;

/** What scripts/parts.mjs makes: `bundle` stands for import.meta. */
type Body = (
  require: NodeJS.Require,
  bundle: { readonly url: string },
  modulesOf: (name: string) => Modules,
  offer: (modules: Modules) => void,
) => void;

/** Many functions are hot for half a second here: what V8 saves by compiling them well costs more than it gives. */
const NASM_FLAGS = ["--sparkplug", "--max-inlined-bytecode-size-cumulative=100"];

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const folder = join(__dirname, "cli");
const bundle = {
  get url() {
    const { pathToFileURL } = require("node:url") as typeof import("node:url");
    return pathToFileURL(join(folder, "main.cjs")).href;
  },
};
const command = /^[a-z]+$/.test(process.argv[2] ?? "") ? process.argv[2] : "run";
// Has to be said before the cache is read, which is for the same flags (scripts/code-cache.mjs). The module is a large one to load.
if (command === "nasm") {
  const { setFlagsFromString } = require("node:v8") as typeof import("node:v8");
  for (const flag of NASM_FLAGS) setFlagsFromString(flag);
}

const offered = new Map<string, Modules>();

function begin(name: string): void {
  const filename = join(folder, `${name}.cjs`);
  const cachedData = bytesOf(join(folder, `${command}.${name}.cache`)) ?? bytesOf(join(folder, `run.${name}.cache`));
  // Pure ASCII: read as Latin-1 it is neither decoded nor held with two bytes a character.
  const text = bytesOf(filename)?.toString("latin1");
  if (text === undefined) {
    process.stderr.write(`asmoscope: ${filename} cannot be read: the installation is not complete\n`);
    process.exit(125);
  }
  const script = new Script(text, { filename, ...(cachedData && { cachedData }) });
  const body = script.runInThisContext() as Body;
  body(require, bundle, modulesOf, (modules) => offered.set(name, modules));
}

function modulesOf(name: string): Modules {
  if (!offered.has(name)) begin(name);
  return offered.get(name)!;
}

begin("main");
