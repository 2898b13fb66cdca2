// Measures the product against recorded facts that are not part of the tree and prints one line a part.
//   npm run score [-- WORD...]     only parts whose names contain one of the words
// The facts lie in a folder `shared` beside the tree; parts whose facts are not there are left out, with a line that says so.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, root, run } from "./install.mjs";

const facts = join(root, "..", "shared");

/** The last line that counts exact cases: "encodings: 3804 of 3804 exact (100.00 %)". */
const exactOf = (output) => /(\d+) of (\d+) exact/.exec(output)?.slice(1, 3).map(Number);

/** What is measured: name, the facts it needs, the command (a program of the product is given as a folder `dist`), and how
 * the numbers [reached, all] are read from what it prints. */
const parts = [
  {
    name: "assembler: encodings",
    needs: "nasm/insns-open.json",
    command: (dist) => [join(facts, "nasm/score.mjs"), "encodings", "--command", nasm(dist)],
    read: exactOf,
  },
  {
    name: "assembler: messages",
    needs: "nasm/diagnostics.jsonl",
    command: (dist) => [join(facts, "nasm/score.mjs"), "diagnostics", "--command", nasm(dist)],
    read: exactOf,
  },
];

const nasm = (dist) => `${process.execPath} ${join(dist, "node", "cli.js")} nasm`;

install();
run("node", ["scripts/build.mjs"]);
// A copy, so that somebody who builds meanwhile does not change what is measured.
const copy = mkdtempSync(join(tmpdir(), "score-"));
const dist = join(copy, "dist");
cpSync(join(root, "dist", "node"), join(dist, "node"), { recursive: true });
cpSync(join(root, "package.json"), join(copy, "package.json"));
const words = process.argv.slice(2);
let missed = 0;
try {
  for (const { name, needs, command, read } of parts) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    if (!existsSync(join(facts, needs))) {
      console.log(`${name}: no facts here (${needs})`);
      continue;
    }
    const { stdout } = spawnSync(process.execPath, command(dist), { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
    const [reached, all] = read(stdout) ?? [];
    if (all === undefined) {
      missed++;
      console.log(`${name}: could not be measured\n${stdout}`);
      continue;
    }
    if (reached < all) {
      missed++;
      console.log(stdout.trimEnd());
    }
    console.log(`${name}: ${reached} of ${all} (${((100 * reached) / all).toFixed(2)} %)`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
