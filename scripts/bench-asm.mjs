// Measures the assembler beside the real nasm, in CPU time and in one run, so that the ratio means something on any machine.
//   npm run bench:asm [-- NAME...]     few varied distinct macros constants vectors cascade edit typing start; all without a name
// Prints medians, spread and ratio to nasm, and writes them to dist/bench/asm.json. Needs nasm and bash; the product in dist/.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cascade, constants, macroCalls, program, vectorLibrary } from "../bench/asm-sources.mjs";
import { cpuOf, summary } from "../bench/measure.mjs";
import { install, root } from "./install.mjs";

install();
const { build } = await import("esbuild");
const folder = join(root, "dist", "bench");
const bundle = join(folder, "assembler.mjs");
mkdirSync(folder, { recursive: true });

/** Name → source, how it is measured, how often, and the ratio to nasm that is aimed at. */
const cases = {
  few: { text: () => program(200_000, { kinds: 200 }), rounds: 5, warm: 1.5, cold: 3 },
  varied: { text: () => program(200_000), rounds: 3, warm: 1.5, cold: 3 },
  distinct: { text: () => program(200_000, { kinds: "distinct" }), rounds: 3, warm: 1.5, cold: 3 },
  macros: { text: () => macroCalls(100_000), rounds: 5, warm: 1 },
  constants: { text: () => constants(200_000), rounds: 3, warm: 1.5, cold: 3 },
  cascade: { text: () => cascade(10_000), rounds: 1, warm: 0.1 },
  vectors: { text: () => vectorLibrary(250), rounds: 5, warm: 1.5, cold: 3 },
  edit: { text: () => program(3_300, { seed: 3 }), rounds: 15, edit: 0.5 },
  typing: { text: () => program(3_300, { seed: 3 }), rounds: 60, typing: 0.5 },
  start: { text: () => "section .text\n", rounds: 9, start: 1.6 },
};

/** CPU seconds of a program that must succeed. */
function secondsOf(command, args) {
  const { cpu, status } = cpuOf(command, args);
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with status ${status}`);
  return cpu;
}

/** CPU seconds of each run of the worker below, which says one number a line. */
function workerRuns(kind, file, rounds) {
  const args = [import.meta.filename ?? new URL(import.meta.url).pathname, "--worker", kind, file, String(rounds)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split("\n").map(Number);
}

/** In a process of its own: assembles `file` again and again and says what each run took; the first runs warm up. */
async function work([kind, file, rounds]) {
  const { analyse, assemble, createSource, sourceFromText, writeElf } = await import(bundle);
  const bytes = readFileSync(file);
  const text = bytes.toString("latin1");
  const lines = text.split("\n");
  const settings = { format: "elf64", reader: () => "missing", timeSeconds: 0 };
  const whole = () => {
    const options = { ...settings, items: "left-out", limits: { passes: 1e6 } };
    writeElf(assemble(createSource(file, new Uint8Array(bytes)), options).module, "elf64");
  };
  let typed = 0;
  let last;
  const analyseLines = (edited) => {
    const options = { reader: settings.reader, includePaths: [], defines: [], bits: 64 };
    // As the server does in a large file: the static layer looks when nobody types.
    last = analyse(sourceFromText(file, edited.join("\n")), options, last ? { later: last } : "now");
  };
  const runs = {
    warm: whole,
    // Another line each time, which moves all that is behind it.
    edit() {
      const at = (lines.length >> 1) + (typed % 7);
      analyseLines([...lines.slice(0, at), `    mov eax, ${1000 + typed++}`, ...lines.slice(at + 1)]);
    },
    // Lines that come to be character by character, each line in another place.
    typing() {
      const length = typed % LINE.length;
      const at = (lines.length >> 1) + 40 * (Math.floor(typed++ / LINE.length) % 9);
      if (length === 0) lines.splice(at, 0, "");
      lines[at] = LINE.slice(0, length + 1);
      analyseLines(lines);
    },
  };
  for (let k = -(kind === "warm" ? 2 : 60); k < Number(rounds); k++) {
    const before = process.cpuUsage();
    runs[kind]();
    const { user, system } = process.cpuUsage(before);
    if (k >= 0) console.log((user + system) / 1e6);
  }
}

/** What somebody types. */
const LINE = "    mov edx, [rsp+24] ; the third of them";

const format = ({ median: middle, least, most }) => `${middle.toFixed(3)} s (${least.toFixed(3)} … ${most.toFixed(3)})`;

function measure(name) {
  const { text, rounds, ...targets } = cases[name];
  const file = join(folder, `${name}.asm`);
  writeFileSync(file, text());
  const cli = join(root, "dist", "node", "cli.js");
  const output = join(folder, "out.o");
  const nasmRuns = [];
  const nasm = () => nasmRuns.push(secondsOf("nasm", ["-f", "elf64", file, "-o", output]));
  for (let k = 0; k < Math.min(rounds, 5); k++) nasm();
  const results = {};
  for (const kind of Object.keys(targets)) {
    if (kind !== "cold" && kind !== "start") results[kind] = workerRuns(kind, file, rounds);
    else {
      const command = [cli, "nasm", "-f", "elf64", file, "-o", output];
      results[kind] = Array.from({ length: Math.min(rounds, 9) }, () => secondsOf(process.execPath, command));
    }
  }
  const beside =
    name === "start"
      ? Array.from({ length: rounds }, () => secondsOf(process.execPath, ["-e", "0"]))
      : [...nasmRuns, secondsOf("nasm", ["-f", "elf64", file, "-o", output])];
  const base = summary(beside);
  const report = { name, beside: name === "start" ? "node -e 0" : "nasm", base };
  console.log(`${name.padEnd(9)} ${report.beside.padEnd(9)} ${format(base)}`);
  for (const [kind, runs] of Object.entries(results)) {
    const own = summary(runs);
    const ratio = own.median / base.median;
    report[kind] = { ...own, ratio, target: targets[kind] };
    const verdict = ratio <= targets[kind] ? "reached" : "missed";
    console.log(
      `${"".padEnd(9)} ${kind.padEnd(9)} ${format(own)}  × ${ratio.toFixed(2)}, target ${targets[kind]}: ${verdict}`,
    );
  }
  return report;
}

const words = process.argv.slice(2);
const unknown = words[0] === "--worker" ? undefined : words.find((word) => !Object.hasOwn(cases, word));
if (unknown !== undefined) {
  console.error(`no case ${unknown}; there are: ${Object.keys(cases).join(" ")}`);
  process.exit(2);
}
if (words[0] === "--worker") await work(words.slice(1));
else {
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/assembler.ts"],
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const reports = (words.length > 0 ? words : Object.keys(cases)).map(measure);
  writeFileSync(join(folder, "asm.json"), `${JSON.stringify(reports, undefined, 2)}\n`);
}
