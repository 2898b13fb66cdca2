// Installs, builds and runs everything: types, lint, tidy, unit, golden, protocol transcripts, end-to-end in Chromium.
//   npm test                 everything
//   npm test -- WORD         only test files whose path contains WORD, without types and lint
//   UPDATE=1 npm test        rewrites the expectations that stand beside the inputs
// Without a Chromium the end-to-end tests are skipped with one line; with CI=true that is a failure.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, root, run, tool } from "./install.mjs";

install();
const word = process.argv[2];
const testFolder = join(root, "dist", "test");

function built(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "chunks" ? [] : built(path);
    return entry.name.endsWith(".test.js") ? [path] : [];
  });
}

/** Tests of files that have been removed or renamed since must not run. */
const hasSource = (path) => existsSync(path.replace(testFolder, join(root, "test")).replace(/\.js$/, ".ts"));
const isWanted = (path) => !word || path.slice(testFolder.length).includes(word);

if (!word) {
  run(tool("tsc"), ["-b"]);
  run(tool("biome"), ["check", "."]);
  rmSync(testFolder, { recursive: true, force: true });
}
// Many tests start the built product: an old one would tell lies.
run("node", ["scripts/build.mjs"]);
run("node", ["scripts/build.mjs", "--tests", ...(word ? [word] : [])]);
const files = existsSync(testFolder) ? built(testFolder).filter((path) => hasSource(path) && isWanted(path)) : [];
if (files.length === 0) {
  console.error(`no test file's path contains "${word}"`);
  process.exit(1);
}
// A test that waits for something that never comes ends as a failure, long before whoever waits for the whole run gives up.
const longestTest = 20 * 60 * 1000;
run("node", ["--test", `--test-timeout=${longestTest}`, "--test-reporter=spec", ...files]);
