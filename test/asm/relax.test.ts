// Long programs whose jumps hang on each other: the hash of .text is nasm's, recorded beside by `UPDATE=1` where nasm is
// installed, and the number of passes is nasm's too (-Ov).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import type { AssembleOptions } from "../../server/asm/options.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { readObject } from "../../server/obj/read-elf.ts";
import { createRandom } from "../fuzz/sources.ts";

const golden = join(process.cwd(), "test", "asm", "relax.golden.json");
const SEEDS = 16;

/** Jumps of all lengths, forward references by address, fills, and what counts from `$`. */
function program(seed: number): string {
  const random = createRandom(seed);
  const labels = 300;
  const lines: string[] = ["section .text"];
  for (let label = 0; label < labels; label++) {
    lines.push(`l${label}:`);
    for (let k = random.below(9); k > 0; k--) {
      const near = Math.min(labels - 1, Math.max(0, label + random.below(31) - 15));
      const target = `l${random.below(10) === 0 ? random.below(labels) : near}`;
      lines.push(
        random.pick([
          `    jz ${target}`,
          `    jnc ${target}`,
          `    jmp ${target}`,
          `    mov rax, [rel ${target}]`,
          `    call ${target}`,
          `    lea rcx, [${target}]`,
          "    add eax, 1000",
          "    mov qword [rbx+8], 5",
          "    nop",
          random.below(6) === 0 ? "    align 16" : "    ret",
          random.below(6) === 0 ? "    times 13 db 0" : "    inc ecx",
          random.below(9) === 0 ? `    jmp near ${target}` : "    leave",
        ]),
      );
    }
  }
  lines.push("size equ $-$$", "    mov eax, size", "section .data", "    dq l5, size");
  return `${lines.join("\n")}\n`;
}

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

interface Recorded {
  readonly text: string;
  readonly passes: number;
}

/** What the real nasm makes of it. */
function record(): Recorded[] {
  const folder = mkdtempSync(join(tmpdir(), "relax-"));
  const input = join(folder, "a.asm");
  const output = join(folder, "a.o");
  const found = Array.from({ length: SEEDS }, (_, seed) => {
    writeFileSync(input, program(seed + 1));
    const { stdout, stderr } = spawnSync("nasm", ["-f", "elf64", "-Ov", input, "-o", output], { encoding: "utf8" });
    const passes = Number(/required 1\+(\d+)\+2/.exec(stdout + stderr)?.[1]);
    const elf = readObject(output, readFileSync(output));
    assert.ok(typeof elf !== "string");
    return { text: hash(elf.sections.find(({ name }) => name === ".text")!.bytes), passes };
  });
  rmSync(folder, { recursive: true });
  return found;
}

test("jumps settle on nasm's lengths in nasm's number of passes", () => {
  if (process.env.UPDATE) writeFileSync(golden, `${JSON.stringify(record(), undefined, 1)}\n`);
  const expected = JSON.parse(readFileSync(golden, "utf8")) as Recorded[];
  const options: AssembleOptions = { format: "elf64", reader: () => "missing", timeSeconds: 0 };
  const found = expected.map((_, seed) => {
    const { module, optimisingPasses } = assemble(sourceFromText("a.asm", program(seed + 1)), options);
    return { text: hash(module.sections.find(({ name }) => name === ".text")!.bytes), passes: optimisingPasses };
  });
  assert.deepEqual(found, expected);
  assert.ok(Math.max(...expected.map(({ passes }) => passes)) > 4, "too easy to need relaxing");
});
