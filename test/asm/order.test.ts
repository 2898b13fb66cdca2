// What one assembly leaves in the caches of the process (words, lines, macros' bodies, names) must not change the next one:
// the probes and sources made to quarrel about the meaning of a text are assembled in shuffled orders, and each time the
// messages and the lines of code are those of the first time.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import type { OutputFormat } from "../../server/asm/options.ts";
import { nasmLines } from "../../server/asm/report.ts";
import { createSource } from "../../server/base/source.ts";

interface Probe {
  readonly format: OutputFormat;
  readonly source: string;
}

const quarrels = [
  " add eax, {\n",
  "%assign i {1to8} 0\n",
  "%define x {\n x\n",
  " vaddps zmm1,zmm2,[rax]{1to16}\n",
  "%rep {rz-sae} 3\n%endrep\n",
  "%macro m 1\n db %{1}\n%endmacro\n m {1to8\n",
  "%macro m 1\n nop\n db %1\n%endmacro\n m 1\n m 'a'\n",
  "%macro m 1\n nop\n dw %1\n%endmacro\n m 1\n m 'a'\n",
  "%macro m 1\n nop\n db %1\n%endmacro\nn5 equ 9\n m 5\n m 5\n m 5\n m n5\n m n5\n",
  "%define a 1\n db a\n",
  "a: db a-$$\n",
  "a equ 7\n db a, e1\n e1:\n",
  "%define p(x) x\n db p(1)\n",
  "p: dw p, 1e1\n",
  "%define e1 1\n dd 1%+e1, 1e1\n",
  "%idefine MOV add\n mov eax,5\n",
  " mov eax,5\n",
  "%use masm\n mov eax, dword ptr [rax]\n",
  "ptr: mov eax, [ptr]\n",
];

const golden = readFileSync(join(process.cwd(), "test/asm/nasm.golden.jsonl"), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Probe)
  .filter(({ source }) => source.length < 300);
const probes = [
  ...quarrels.map((source): Probe => ({ format: "elf64", source })),
  ...golden.filter((_, k) => k % 16 === 0),
];

function outcome({ format, source }: Probe): string {
  const bytes = new Uint8Array(Buffer.from(source, "latin1"));
  const assembly = assemble(createSource("probe.asm", bytes), { format, reader: () => "missing", timeSeconds: 0 });
  const messages = assembly.diagnostics.flatMap((diagnostic) => nasmLines(diagnostic));
  const sections = assembly.ok
    ? assembly.module.sections.map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString("hex")}`)
    : [];
  return [...messages, ...sections].join("\n");
}

/** Orders that are the same each time: a linear congruential generator chooses what to exchange. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, k) => k);
  let state = seed;
  for (let k = count - 1; k > 0; k--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

test("the order of assemblies in one process changes nothing", () => {
  const first = probes.map(outcome);
  const orders = [[...probes.keys()].reverse(), ...[1, 2].map((seed) => shuffled(probes.length, seed))];
  for (const order of orders) {
    for (const k of order) assert.equal(outcome(probes[k]!), first[k], probes[k]!.source);
  }
});
