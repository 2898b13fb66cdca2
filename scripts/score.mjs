// Measures the product against recorded facts and prints one line a part.
//   npm run score [-- WORD...]     only parts whose names contain one of the words
// Facts that are not part of the tree lie in a folder `shared` beside it; parts whose facts are not there are left out, with a
// line that says so. The other parts count the tree's own recorded cases.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, root, run } from "./install.mjs";
import { costPart } from "./score-cost.mjs";
import { instructionParts } from "./score-instructions.mjs";

const facts = join(root, "..", "shared");
// A copy of what is measured, so that somebody who builds meanwhile does not change it.
const copy = mkdtempSync(join(tmpdir(), "score-"));

/** The last line that counts exact cases: "encodings: 3804 of 3804 exact (100.00 %)". */
const exactOf = (output) => /(\d+) of (\d+) exact/.exec(output)?.slice(1, 3).map(Number);

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
  ...instructionParts(facts, copy),
  cases("instructions: our own sample, each core", "recorded"),
  { ...cases("instructions: mnemonics translated, of those executed", "jit/coverage"), read: translatedOf },
  cases("instructions: bytes cut off by the end of a page", "cpu/page-ends"),
  cases("instructions: random bytes", "cpu/random-bytes"),
  cases("linux: system calls", "os/"),
  cases("linux: libc", "libc/"),
  cases("linux: C programs", "programs/programs"),
  cases("linux: NASM programs", "sources/"),
  cases("linux: busybox", "busybox"),
  cases("checker: programs", "check/cases"),
  cases("checker: correct programs that look suspicious", "check/traps"),
  cases("checker: definedness against exhaustive truth", "check/definedness"),
  cases("checker: the static layer and its fixes", "lint/"),
  cases("checker: pages of the findings", "docs/findings"),
  costPart(facts),
];

const nasm = (dist) => `${process.execPath} ${join(dist, "node", "cli.js")} nasm`;

install();
run("node", ["scripts/build.mjs"]);
const dist = join(copy, "dist");
cpSync(join(root, "dist", "node"), join(dist, "node"), { recursive: true });
cpSync(join(root, "dist", "test", "oracle.js"), join(dist, "test", "oracle.js"));
cpSync(join(root, "package.json"), join(copy, "package.json"));
const words = process.argv.slice(2);
let missed = 0;

/** What the part prints when it was run; its numbers, in one line. @returns whether it reached what it should. */
function measure({ name, program = process.execPath, command, cwd, environment, read, text, enough = 1, note }) {
  const { stdout } = spawnSync(program, command(dist), {
    cwd: cwd?.() ?? root,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...environment },
  });
  const told = text?.(stdout);
  if (told) {
    console.log(`${name}: ${told.line}`);
    return told.isGood;
  }
  const [reached, all] = read?.(stdout) ?? [];
  if (all === undefined) {
    console.log(`${name}: could not be measured\n${stdout}`);
    return false;
  }
  const isGood = reached >= all * enough;
  if (!isGood) console.log(stdout.trimEnd());
  const more = note ? `; ${note(stdout)}` : "";
  console.log(`${name}: ${reached} of ${all} (${((100 * reached) / all).toFixed(enough === 1 ? 2 : 4)} %)${more}`);
  return isGood;
}

try {
  for (const part of parts) {
    const { name, needs, missing } = part;
    if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
    const absent = needs !== undefined && !existsSync(join(facts, needs)) ? needs : missing?.();
    if (absent) console.log(`${name}: no facts here (${absent})`);
    else if (!measure(part)) missed++;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
