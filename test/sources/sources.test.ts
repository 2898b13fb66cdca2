// NASM programs of our own beside a native run: with libc and without, 64 and 32 bits, of one source and of several, of
// compilers' objects too. Each begins with a line of JSON that says how it is built and started. Standard output and status
// stand in NAME.out (RECORD=1 records them again: nasm, gcc, ld). The programs are right, so the checker has nothing to say.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { command } from "../cli/command.ts";
import { nativeRun } from "../programs/native.ts";

interface Plan {
  readonly bits: 64 | 32;
  /** Linked with libc; else it begins at _start. */
  readonly libc?: boolean;
  /** Further sources beside it: NASM's, or C's, which gcc compiles. */
  readonly with?: readonly string[];
  /** gcc links it (`-static`, `-static-pie`), and what comes of it is run unchanged; else we link. */
  readonly linkedBy?: "-static" | "-static-pie";
  /** It writes its own ELF header: nasm's flat binary is the program. */
  readonly flat?: boolean;
  readonly args?: readonly string[];
  readonly input?: string;
  /** It does something wrong on purpose: findings are not looked at. */
  readonly wrong?: boolean;
}

const folder = join(process.cwd(), "test", "sources");
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
const programs = readdirSync(folder)
  .filter((name) => name.endsWith(".asm") && textOf(name).startsWith("; {"))
  .map((name) => ({
    name: name.slice(0, -4),
    plan: JSON.parse(textOf(name).split("\n", 1)[0]!.slice(2)) as Plan,
  }));

const scratch = mkdtempSync(join(tmpdir(), "sources-"));
after(() => rmSync(scratch, { recursive: true }));

const needsCompiler = ({ with: others = [], linkedBy }: Plan) =>
  linkedBy !== undefined || others.some((name) => name.endsWith(".c"));

/** Whether gcc makes programs for 64 and 32 bits. */
function compiles(): boolean {
  try {
    writeFileSync(join(scratch, "probe.c"), "#include <stdio.h>\nint main(void) { return 0; }\n");
    for (const flags of ["-m64", "-m32"]) {
      execFileSync("gcc", [flags, "-static", join(scratch, "probe.c"), "-o", join(scratch, "probe")], {
        stdio: "ignore",
      });
    }
    return true;
  } catch {
    return false;
  }
}

const canCompile = compiles();
if (!canCompile && process.env.CI === "true") test("gcc", () => assert.fail("gcc builds nothing for 64 and 32 bits"));
else if (!canCompile) console.log("skipped, since gcc is not here: programs with objects of compilers");

const pathIn = (name: string, extension: string) => join(scratch, `${name.replace(/\.\w+$/, "")}${extension}`);
const assemblyOf = (name: string, { with: others = [] }: Plan) => [
  `${name}.asm`,
  ...others.filter((other) => other.endsWith(".asm")),
];

/** Objects of the C sources, at their places in the scratch folder. */
function compiled({ with: others = [], bits, linkedBy }: Plan): string[] {
  const position = linkedBy === "-static-pie" ? "-fPIE" : "-fno-pie";
  return others
    .filter((name) => name.endsWith(".c"))
    .map((name) => {
      const object = pathIn(name, ".c.o");
      const flags = ["-O1", `-m${bits}`, position, "-fno-stack-protector"];
      execFileSync("gcc", [...flags, "-c", join(folder, name), "-o", object]);
      return object;
    });
}

/** Links natively. @returns the executable. */
function linked(name: string, plan: Plan, objects: readonly string[]): string {
  const { bits, libc, linkedBy } = plan;
  const program = join(scratch, name);
  if (libc)
    execFileSync("gcc", [`-m${bits}`, linkedBy ?? "-no-pie", ...objects, "-o", program, "-lm"], { stdio: "pipe" });
  else execFileSync("ld", ["-m", bits === 64 ? "elf_x86_64" : "elf_i386", ...objects, "-o", program]);
  return program;
}

function native(name: string, plan: Plan): string {
  const { args = [], input = "" } = plan;
  if (plan.flat) {
    const program = join(scratch, name);
    execFileSync("nasm", ["-fbin", join(folder, `${name}.asm`), "-o", program]);
    chmodSync(program, 0o755);
    return nativeRun(program, { args, input });
  }
  const objects = assemblyOf(name, plan).map((source) => {
    const object = pathIn(source, ".o");
    execFileSync("nasm", [`-felf${plan.bits}`, `-I${folder}/`, join(folder, source), "-o", object]);
    return object;
  });
  return nativeRun(linked(name, plan, [...objects, ...compiled(plan)]), { args, input });
}

/** What is given to `run`: sources and compilers' objects, or what gcc links of the objects that we make of the sources. */
async function given(name: string, plan: Plan): Promise<string[]> {
  const sources = assemblyOf(name, plan);
  if (plan.linkedBy === undefined) return [...sources.map((source) => join(folder, source)), ...compiled(plan)];
  const objects = sources.map((source) => pathIn(source, ".ours.o"));
  for (const [k, source] of sources.entries()) {
    const seen = await command(["nasm", `-felf${plan.bits}`, `-I${folder}/`, join(folder, source), "-o", objects[k]!]);
    assert.equal(seen.stderr, "");
  }
  return [linked(name, plan, [...objects, ...compiled(plan)])];
}

for (const { name, plan } of programs)
  test(`${name}: ${plan.bits} bits`, { skip: needsCompiler(plan) && !canCompile }, async () => {
    const record = join(folder, `${name}.out`);
    if (process.env.RECORD === "1") writeFileSync(record, native(name, plan), "latin1");
    const expected = readFileSync(record, "latin1");
    const { args = [], input = "", bits, wrong } = plan;
    writeFileSync(join(scratch, "input"), input);
    const files = await given(name, plan);
    const mode = plan.flat ? ["-fbin"] : plan.linkedBy === undefined ? [`-m${bits}`, `-I${folder}`] : [];
    for (const check of ["off", "full"]) {
      const options = [`--check=${check}`, `--stdin=${join(scratch, "input")}`];
      const seen = await command(["run", ...mode, ...options, ...files, "--", ...args]);
      assert.equal(`${seen.stdout}\nstatus ${seen.status}\n`, expected, `--check=${check}: ${seen.stderr}`);
      if (!wrong) assert.equal(seen.stderr, "");
    }
  });
