#!/usr/bin/env node
// The first file of the command line. Compiling the rest takes longer than most programs run, so its compiled form, which
// the build leaves beside it for each command, is given to V8; another version of V8 rejects it and compiles anew.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/** What esbuild makes of main.ts: takes `require` and the address that stands for import.meta.url. */
type Body = (require: NodeJS.Require, url: string) => void;

const ASSEMBLER_FLAGS = ["--sparkplug", "--max-inlined-bytecode-size-cumulative=100"];

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const folder = join(__dirname, "cli");
const filename = join(folder, "main.cjs");
const command = /^[a-z]+$/.test(process.argv[2] ?? "") ? process.argv[2] : "run";
// Many functions are hot for half a second here: what V8 saves by compiling them well costs more than it gives. Has to be
// said before the cache is read, which is for the same flags (scripts/code-cache.mjs).
if (command === "nasm") for (const flag of ASSEMBLER_FLAGS) setFlagsFromString(flag);
const cachedData = bytesOf(join(folder, `${command}.cache`)) ?? bytesOf(join(folder, "run.cache"));
// Pure ASCII: read as Latin-1 it is neither decoded nor held with two bytes a character.
const script = new Script(readFileSync(filename, "latin1"), { filename, ...(cachedData && { cachedData }) });
const body = script.runInThisContext() as Body;
body(createRequire(filename), pathToFileURL(filename).href);
