// C programs as compilers make them: linked with glibc and musl, for 64 and 32 bits, position-independent or not, unchanged in
// the machine. Standard output and status were recorded natively (RECORD=1 records them again): in NAME.out, and in
// NAME.WAY.out for a way of building that natively gives something else. Where no compiler is installed, the tests are skipped with one line; with CI=true that is a failure.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { nativeRun } from "./native.ts";
import { runExecutable } from "./run.ts";

const folder = join(process.cwd(), "test", "programs");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".c"))
  .map((name) => name.slice(0, -2))
  .sort();

interface Way {
  readonly name: string;
  readonly command: string;
  readonly flags: readonly string[];
  /** In file names. */
  readonly key: string;
}
const WAYS: readonly Way[] = [
  { key: "glibc64", name: "glibc, 64 bits", command: "gcc", flags: ["-O2", "-static"] },
  { key: "glibc32", name: "glibc, 32 bits", command: "gcc", flags: ["-O1", "-m32", "-static"] },
  { key: "musl", name: "musl", command: "musl-gcc", flags: ["-O2", "-static"] },
  { key: "pie", name: "glibc, static-pie", command: "gcc", flags: ["-O0", "-static-pie"] },
];
const ARGUMENTS = ["a1", "b 2"];
const INPUT = "line one\n42 3.5 word\nlast";

const scratch = mkdtempSync(join(tmpdir(), "programs-"));
after(() => rmSync(scratch, { recursive: true }));

/** Whether a compiler can make executables in this way. */
function works({ command, flags }: Way): boolean {
  try {
    const source = join(scratch, "probe.c");
    writeFileSync(source, "#include <stdio.h>\nint main(void) { return 0; }\n");
    execFileSync(command, [...flags, source, "-o", join(scratch, "probe")], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const run = promisify(execFile);
async function compile(name: string, { command, flags }: Way, output: string): Promise<void> {
  await run(command, ["-w", ...flags, join(folder, `${name}.c`), "-o", output, "-lm"]);
}

/** Every program in two ways: with glibc for 64 bits, and in one of the others that its name chooses. RECORD=1: in all. */
function waysOf(name: string): readonly Way[] {
  if (process.env.RECORD === "1") return WAYS;
  const sum = [...name].reduce((total, character) => total + character.charCodeAt(0), 0);
  return [WAYS[0]!, WAYS[1 + (sum % (WAYS.length - 1))]!];
}

const missing = WAYS.filter((way) => !works(way)).map(({ name }) => name);
if (missing.length > 0 && process.env.CI === "true") {
  test("compilers", () => assert.fail(`cannot build: ${missing.join("; ")}`));
} else if (missing.length > 0) {
  console.log(`skipped, since nothing here builds them: ${missing.join("; ")}`);
}

/** Records what a program does natively, where it is not what the first way gives. */
function record(name: string, way: Way, program: string): void {
  const common = join(folder, `${name}.out`);
  const own = join(folder, `${name}.${way.key}.out`);
  const native = nativeRun(program, { args: ARGUMENTS, input: INPUT });
  rmSync(own, { force: true });
  if (way === WAYS[0]) writeFileSync(common, native, "latin1");
  else if (native !== readFileSync(common, "latin1")) writeFileSync(own, native, "latin1");
}

function expected(name: string, way: Way): string {
  const own = join(folder, `${name}.${way.key}.out`);
  return readFileSync(existsSync(own) ? own : join(folder, `${name}.out`), "latin1");
}

for (const name of names) {
  for (const way of waysOf(name)) {
    test(`${name}: ${way.name}`, { skip: missing.includes(way.name) }, async () => {
      const program = join(scratch, `${name}-${way.key}`);
      await compile(name, way, program);
      if (process.env.RECORD === "1") record(name, way, program);
      assert.equal(runExecutable(program, { args: ARGUMENTS, input: INPUT }), expected(name, way));
      rmSync(program);
    });
  }
}
