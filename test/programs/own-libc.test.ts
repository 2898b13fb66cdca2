// The same C programs with our own libc: gcc's objects, linked as the command line links them with NASM's, in 64 or 32 bits.
// What they print and how they end was recorded with glibc (programs.test.ts).
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { command } from "../cli/command.ts";

/** They ask for functions that are not there, threads at once, a last bit or the order of signals to a stopped program. */
const ELSEWHERE = new Set(
  (
    "atomics-tls bit-tricks ctype-table files-links files-odd math-functions matrix-numbers processes-stop " +
    "processes-threads processes-wait shared-names time-calendar waits-left"
  ).split(" "),
);

const folder = join(process.cwd(), "test", "programs");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".c"))
  .map((name) => name.slice(0, -2))
  .filter((name) => !ELSEWHERE.has(name))
  .sort();

const scratch = mkdtempSync(join(tmpdir(), "own-libc-"));
after(() => rmSync(scratch, { recursive: true }));
const input = join(scratch, "input");
writeFileSync(input, "line one\n42 3.5 word\nlast");

/** gcc's object; undefined where gcc does not make one. */
function compiled(name: string, bits: 64 | 32): string | undefined {
  const object = join(scratch, `${name}.o`);
  const flags = ["-w", "-O1", `-m${bits}`, "-fno-pie", "-fno-stack-protector"];
  try {
    execFileSync("gcc", [...flags, "-c", join(folder, `${name}.c`), "-o", object], { stdio: "ignore" });
    return object;
  } catch {
    return undefined;
  }
}

function expected(name: string, bits: 64 | 32): string {
  const own = join(folder, `${name}.glibc32.out`);
  return readFileSync(bits === 32 && existsSync(own) ? own : join(folder, `${name}.out`), "utf8");
}

const canCompile = compiled("varargs", 64) !== undefined && compiled("varargs", 32) !== undefined;
if (!canCompile && process.env.CI === "true") test("gcc", () => assert.fail("gcc makes no objects for 64 and 32 bits"));
else if (!canCompile) console.log("skipped, since gcc is not here: C programs with our own libc");

for (const [k, name] of names.entries()) {
  const bits = k % 2 === 0 ? 64 : 32;
  test(`${name}: our libc, ${bits} bits`, { skip: !canCompile }, async () => {
    const object = compiled(name, bits)!;
    const seen = await command(["run", "--check=off", `--stdin=${input}`, object, "--", "a1", "b 2"]);
    assert.equal(`${seen.stdout}\nstatus ${seen.status}\n`, expected(name, bits), seen.stderr);
  });
}
