// The parts of the score that hold single instructions against a CPU: the recorded sample and fresh cases of the facts beside
// the tree, the cores and the checker's levels against each other, and the step engine's speed. Takes the folder of facts and
// a folder of its own to copy them to; gives parts for score.mjs.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** "cases 36200 differing 0 tolerated 130 …" */
const equalOf = (output) => {
  const [, cases, differing] = /cases (\d+) differing (\d+)/.exec(output) ?? [];
  return cases && [Number(cases) - Number(differing), Number(cases)];
};

/**
 * Forms in which the makers' CPUs differ, or this machine's from those of the recorded sample: QUIRKS.md has each of them, and
 * why ours is as it is.
 */
const MAKERS =
  /^(Serialize|Sha|(VEX_)?Vp(insr|extr)|Fx(save|rstor)|Fstpnce|Fu?comi?p?p?_|Ficom|Ftst|Enter|Pusha|Popa|Mov(nt)?[dq]_|Movsxd_r16|Call_rm|(VEX_)?Vpermq|Maskmov|F(ldenv|rstor)|Fld_st)/;
/** Repeated string instructions differ with 32-bit addresses only, in 64-bit mode. */
const REPEATED = /\/(rep|repne)$/;

/** Cases that differ in other forms, of the text that `run.mjs diff` leaves. */
function unexplained(path) {
  let count = 0;
  const lines = readFileSync(path, "utf8").split("\n");
  lines.forEach((line, k) => {
    const [, form, differing] = /^\d+ (\S+) (\d+)\/\d+$/.exec(line) ?? [];
    const isKnown = form && (MAKERS.test(form) || (REPEATED.test(form) && lines[k + 1].includes("a32 ")));
    if (form && !isKnown) count += Number(differing);
  });
  return count;
}

function copyOf(from, to) {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to)) chmodSync(join(to, name), 0o755);
  chmodSync(to, 0o755);
}

/** Copies the recorded sample with its reader. Only fresh cases want the generator, which needs iced-x86. */
function sampleFolder(facts, copy) {
  const folder = join(copy, "sample");
  if (existsSync(folder)) return folder;
  copyOf(join(facts, "oracle"), folder);
  writeFileSync(join(folder, "gen.mjs"), "export const forms = () => [];\nexport const makeCase = () => undefined;\n");
  writeFileSync(
    join(folder, "cores.mjs"),
    `// Runs the sample with two drivers and compares their answers byte by byte.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { read } from "./goldread.mjs";
import { encodeCase } from "./wire.mjs";
const [, , driver, first, second] = process.argv;
const cases = [...read(brotliDecompressSync(readFileSync("golden8.bin.br")))].map(([one]) => encodeCase(one));
const records = (bytes) => {
  const all = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32LE(at)) all.push(bytes.subarray(at, at + bytes.readUInt32LE(at)));
  return all;
};
let differing = 0;
for (let from = 0; from < cases.length; from += 20000) {
  const input = Buffer.concat(cases.slice(from, from + 20000));
  const answers = [first, second].map((options) =>
    records(spawnSync(process.execPath, [driver, ...options.split(" ")], { input, maxBuffer: 2 ** 30 }).stdout),
  );
  for (let k = 0; k < Math.min(20000, cases.length - from); k++)
    if (answers[0][k] === undefined || !answers[1][k]?.equals(answers[0][k])) differing++;
}
console.log("cases", cases.length, "differing", differing);
`,
  );
  return folder;
}

/** Builds the oracle and gets its generator, as its README says. @returns what is missing, or undefined. */
function prepareFresh(facts, folder) {
  if (process.platform !== "linux" || process.arch !== "x64") return "no x86-64 Linux";
  copyOf(join(facts, "oracle"), folder);
  if (!existsSync(join(folder, "node_modules", "iced-x86"))) {
    const got = spawnSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, timeout: 60_000 });
    if (got.status !== 0) return "iced-x86 could not be installed";
  }
  if (spawnSync("sh", ["build.sh"], { cwd: folder }).status !== 0) return "no gcc to build the oracle with";
  return undefined;
}

/** @param copy where `dist` was copied to, too */
export function instructionParts(facts, copy) {
  const driver = (core, check = "off") => `--core=${core} --check=${check}`;
  const oracle = join(copy, "dist", "test", "oracle.js");
  const needs = "oracle/golden8.bin.br";
  const sample = (core, check) => ({
    name: `instructions: ${core}${check === undefined ? "" : `, check=${check}`}`,
    needs,
    command: () => {
      const folder = sampleFolder(facts, copy);
      const command = `${process.execPath} ${oracle} ${driver(core, check)}`;
      return [join(folder, "goldread.mjs"), join(folder, "golden8.bin.br"), command];
    },
    read: equalOf,
  });
  const same = (name, first, second) => ({
    name: `instructions: ${name}`,
    needs,
    cwd: () => sampleFolder(facts, copy),
    command: () => ["cores.mjs", oracle, first, second],
    read: equalOf,
  });
  const fresh = join(copy, "fresh");
  const seed = Number(process.env.SCORE_SEED ?? Date.now() % 1_000_000_000);
  return [
    sample("step"),
    sample("interpreter"),
    sample("jit"),
    same("step engine = translator, checker off", driver("step"), driver("jit")),
    same("checker full = off, step engine", driver("step"), driver("step", "full")),
    same("checker full = off, translator", driver("jit"), driver("jit", "full")),
    {
      name: `instructions: fresh cases as this machine's CPU, seed ${seed}, but for differences of makers`,
      needs,
      missing: () => prepareFresh(facts, fresh),
      cwd: () => fresh,
      command: () => [
        "run.mjs",
        ...["diff", "--n", "2", "--seed", String(seed), "--mode", "64,32"],
        ...["--b", `${process.execPath} ${oracle} ${driver("step")}`],
      ],
      read: (output) => {
        const [, all] = equalOf(output) ?? [];
        return all && [all - unexplained(join(fresh, "diff.txt")), all];
      },
      enough: 0.9999,
      note: (output) => `${/differing (\d+)/.exec(output)?.[1]} differ with them`,
    },
    {
      name: "instructions: speed of the step engine",
      needs: "bench/compare.py",
      missing: () =>
        ["python3", "nasm", "ld"].find((tool) => spawnSync(tool, ["--version"]).error !== undefined) &&
        "python3, nasm or ld is not installed",
      program: "python3",
      command: () => [
        join(facts, "bench", "compare.py"),
        ...["--tools", "native,step", "--scale", "small", "--rounds", "1"],
      ],
      environment: { ASMOSCOPE: `${process.execPath} ${join(copy, "dist", "node", "cli.js")}` },
      text: (output) => {
        const [, ratio] = /time step +\/ native +geometric mean ([\d.]+)/.exec(output) ?? [];
        return ratio && { isGood: Number(ratio) <= 35, line: `${ratio} times native in CPU time (35 at most)` };
      },
    },
  ];
}
