// Installs, builds and runs everything: types, lint, tidy, unit, golden, protocol transcripts, end-to-end in Chromium.
//   npm test                 everything
//   npm test -- WORD         only test files whose path contains WORD, without types and lint
//   UPDATE=1 npm test        rewrites the expectations that stand beside the inputs
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { install, root, run } from "./install.mjs";

install();
const word = process.argv[2];

function built(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "chunks" ? [] : built(path);
    return entry.name.endsWith(".test.js") ? [path] : [];
  });
}

if (!word) {
  run("npx", ["tsc", "-b"]);
  run("npx", ["biome", "check", "."]);
  run("node", ["scripts/build.mjs"]);
}
run("node", ["scripts/build.mjs", "--tests", ...(word ? [word] : [])]);
const files = built(join(root, "dist", "test")).filter((path) => !word || path.includes(word));
run("node", ["--test", "--test-reporter=spec", ...files]);
