// Measures running programs beside the CPU itself, qemu-user and valgrind, interleaved in one go, so that the ratios mean
// something on any machine. Needs Linux on x86-64 and bash; peers that are not installed are left out with a word.
//   npm run bench [-- NAME… --rounds N --tools native,qemu,off --programs FOLDER --define N=1000]
// CPU seconds of a whole process less those of an empty program under the same tool: translation counts, start-up does not.
// Prints medians and spread, and millions of guest instructions a second by the median; writes dist/bench/run.json, and says how each mean moved against the JSON of the run before.
// An output other than the CPU's is marked and makes the status 1.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { cpuOf, geometricMean, isInstalled, summary } from "../bench/measure.mjs";
import { root, run } from "./install.mjs";

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    tools: { type: "string", default: "native,qemu,memcheck,off,bounds,full" },
    programs: { type: "string", default: join(root, "bench", "programs") },
    define: { type: "string", multiple: true, default: [] },
  },
});
const cli = join(root, "dist", "node", "cli.js");
const folder = join(root, "dist", "bench");
const include = ["-I", `${resolve(options.programs)}/`];
const defines = options.define.map((text) => `-D${text}`);
const own = (...how) => ({
  command: (job) => [process.execPath, cli, "run", ...how, ...include, ...defines, job.source],
});

/** Name → how it runs a job, and the program that must be there for it. */
const tools = {
  native: { command: (job) => [job.executable] },
  qemu: { needs: "qemu-x86_64", command: (job) => [job.is32 ? "qemu-i386" : "qemu-x86_64", job.executable] },
  none: { needs: "valgrind", command: (job) => ["valgrind", "-q", "--tool=none", job.executable] },
  memcheck: { needs: "valgrind", command: (job) => ["valgrind", "-q", job.executable] },
  step: own("--check=off", "--core=step"),
  off: own("--check=off"),
  bounds: own("--check=bounds"),
  full: own("--check=full"),
};
const peers = ["native", "qemu", "none", "memcheck"];

const empty = {
  64: "_start: mov eax, 60\nxor edi, edi\nsyscall\n",
  32: "_start: mov eax, 1\nxor ebx, ebx\nint 0x80\n",
};

function jobOf(source) {
  const executable = join(folder, basename(source, ".asm"));
  run(process.execPath, [cli, "build", ...include, ...defines, "-o", executable, source]);
  return {
    name: basename(source, ".asm"),
    source,
    executable,
    is32: /^\s*bits 32/m.test(readFileSync(source, "utf8")),
  };
}

function emptyJob(bits) {
  const source = join(folder, `empty${bits}.asm`);
  writeFileSync(source, `bits ${bits}\nglobal _start\nsection .text\n${empty[bits]}`);
  return jobOf(source);
}

/** tool → job → CPU seconds of each round; what came out wrong is left out and named. */
function measure(names, jobs) {
  const noRuns = () => Object.fromEntries(jobs.map((job) => [job.name, []]));
  const times = Object.fromEntries(names.map((name) => [name, noRuns()]));
  const wrong = new Set();
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const job of jobs) {
      const right = cpuOf(job.executable, []);
      for (const name of names) {
        const [command, ...args] = tools[name].command(job);
        const { cpu, status, output } = name === "native" ? right : cpuOf(command, args);
        if (status === right.status && output === right.output) times[name][job.name].push(cpu);
        else wrong.add(`${name} ${job.name}`);
      }
    }
  }
  return { times, wrong: [...wrong] };
}

/** CPU seconds without start-up, at least a millisecond: the clock's grain. */
function net(times, job) {
  const start = summary(times[job.is32 ? "empty32" : "empty64"]).median;
  const whole = summary(times[job.name]);
  const less = (value) => Math.max(value - start, 0.001);
  return { median: less(whole.median), least: less(whole.least), most: less(whole.most) };
}

function print(names, jobs, results) {
  console.log(`${"CPU seconds".padEnd(14)}${names.map((name) => name.padStart(24)).join("")}`);
  for (const job of jobs) {
    const cells = names.map((name) => {
      const cell = results[name][job.name];
      if (cell === undefined) return "-".padStart(24);
      return `${cell.median.toFixed(3)} (${cell.least.toFixed(3)}…${cell.most.toFixed(3)})`.padStart(24);
    });
    console.log(job.name.padEnd(14) + cells.join(""));
  }
}

/** Instructions that a job retires: the same in each run. */
function instructionsOf(job) {
  const [command, ...args] = own("--check=off", "--stats").command(job);
  const { stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
  return JSON.parse(stderr.trim().split("\n").at(-1)).instructions;
}

function printSpeed(names, jobs, results) {
  console.log(`${"MIPS".padEnd(14)}${names.map((name) => name.padStart(12)).join("")}`);
  for (const job of jobs) {
    const instructions = instructionsOf(job);
    const cells = names.map((name) => {
      const cell = results[name][job.name];
      return (cell === undefined ? "-" : (instructions / cell.median / 1e6).toFixed(0)).padStart(12);
    });
    console.log(job.name.padEnd(14) + cells.join(""));
  }
}

function ratiosOf(names, jobs, results) {
  const ratios = {};
  for (const name of names) {
    const others = peers.includes(name) ? ["native"] : peers;
    for (const peer of others.filter((other) => names.includes(other) && other !== name)) {
      const both = jobs.filter((job) => results[name][job.name] && results[peer][job.name]);
      const each = both.map((job) => results[name][job.name].median / results[peer][job.name].median);
      if (each.length > 0) ratios[`${name} / ${peer}`] = geometricMean(each);
    }
  }
  return ratios;
}

function main() {
  run(process.execPath, [join(root, "scripts", "build.mjs")]);
  mkdirSync(folder, { recursive: true });
  const asked = options.tools.split(",");
  const names = asked.filter((name) => tools[name] && (!tools[name].needs || isInstalled(tools[name].needs)));
  const missing = asked.filter((name) => !names.includes(name));
  if (missing.length > 0) console.log(`left out: ${missing.join(", ")}`);
  const files = readdirSync(options.programs).filter((name) => name.endsWith(".asm"));
  const chosen = files.filter((name) => wanted.length === 0 || wanted.includes(basename(name, ".asm")));
  const starts = [emptyJob(64), emptyJob(32)];
  const jobs = chosen.map((name) => jobOf(resolve(options.programs, name)));
  const { times, wrong } = measure(names, [...starts, ...jobs]);
  const results = {};
  for (const name of names) {
    const done = jobs.filter((job) => times[name][job.name].length > 0);
    results[name] = Object.fromEntries(done.map((job) => [job.name, net(times[name], job)]));
  }
  print(names, jobs, results);
  printSpeed(names, jobs, results);
  for (const name of names) {
    console.log(`start-up of ${name}: ${summary(times[name].empty64).median.toFixed(3)} s`);
  }
  const file = join(folder, "run.json");
  const before = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).ratios : {};
  const ratios = ratiosOf(names, jobs, results);
  for (const [pair, ratio] of Object.entries(ratios)) {
    const moved = before[pair] === undefined ? "" : `, before ${before[pair].toFixed(2)}`;
    console.log(`${pair.padEnd(20)} × ${ratio.toFixed(2)} (geometric mean${moved})`);
  }
  for (const pair of wrong) console.log(`WRONG OUTPUT: ${pair}`);
  writeFileSync(file, `${JSON.stringify({ ratios, results, wrong }, undefined, 2)}\n`);
  if (wrong.some((pair) => !peers.includes(pair.split(" ")[0]))) process.exitCode = 1;
}

main();
