// Measures the product against recorded facts and prints one line a part.
//   npm run score [-- WORD...]     only parts whose names contain one of the words
// Facts that are not part of the tree lie in a folder `shared` beside it; parts whose facts are not there are left out, with a
// line that says so. The other parts count the tree's own recorded cases.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, root, run } from "./install.mjs";

const facts = join(root, "..", "shared");

/** The last line that counts exact cases: "encodings: 3804 of 3804 exact (100.00 %)". */
const exactOf = (output) => /(\d+) of (\d+) exact/.exec(output)?.slice(1, 3).map(Number);

/** "cases 36200 differing 0 tolerated 130 …" */
const equalOf = (output) => {
  const [, cases, differing] = /cases (\d+) differing (\d+)/.exec(output) ?? [];
  return cases && [Number(cases) - Number(differing), Number(cases)];
};

/** The test runner's own count. */
const passedOf = (output) => {
  const [, all] = /^. tests (\d+)/m.exec(output) ?? [];
  const [, passed] = /^. pass (\d+)/m.exec(output) ?? [];
  return all && [Number(passed), Number(all)];
};

/** Mnemonics that are translated, at least in some shapes, of all that are executed. */
const translatedOf = (output) => {
  const counts = [...output.matchAll(/executed(?:,| by).*: (\d+)$/gm)].map(([, count]) => Number(count));
  return counts.length === 3 && [counts[0] + counts[1], counts[0] + counts[1] + counts[2]];
};

/** Single instructions with one execution core, beside what a CPU did; the reader of these facts wants `npm i` in its folder. */
const instructions = (core) => ({
  name: `instructions: ${core}`,
  needs: "oracle/node_modules/iced-x86",
  command: (dist) => [
    join(facts, "oracle/goldread.mjs"),
    join(facts, "oracle/golden8.bin.br"),
    `${process.execPath} ${join(dist, "test", "oracle.js")} --core=${core}`,
  ],
  read: equalOf,
});

/** Recorded cases of the tree, by the word that chooses their test files. */
const cases = (name, word) => ({ name, command: () => [join(root, "scripts", "test.mjs"), word], read: passedOf });

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
  instructions("step"),
  instructions("interpreter"),
  instructions("jit"),
  cases("instructions: our own sample, each core", "recorded"),
  { ...cases("instructions: mnemonics translated, of those executed", "jit/coverage"), read: translatedOf },
  cases("instructions: bytes cut off by the end of a page", "cpu/page-ends"),
  cases("instructions: random bytes", "cpu/random-bytes"),
  cases("linux: system calls", "os/"),
  cases("linux: libc", "libc/"),
  cases("linux: C programs", "programs/"),
  cases("linux: busybox", "busybox"),
  cases("checker: programs", "check/cases"),
  cases("checker: pages of the findings", "docs/findings"),
];

const nasm = (dist) => `${process.execPath} ${join(dist, "node", "cli.js")} nasm`;

install();
run("node", ["scripts/build.mjs"]);
// A copy, so that somebody who builds meanwhile does not change what is measured.
const copy = mkdtempSync(join(tmpdir(), "score-"));
const dist = join(copy, "dist");
cpSync(join(root, "dist", "node"), join(dist, "node"), { recursive: true });
cpSync(join(root, "dist", "test", "oracle.js"), join(dist, "test", "oracle.js"));
cpSync(join(root, "package.json"), join(copy, "package.json"));
const words = process.argv.slice(2);
let missed = 0;
try {
  for (const { name, needs, command, read } of parts) {
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    if (needs !== undefined && !existsSync(join(facts, needs))) {
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
