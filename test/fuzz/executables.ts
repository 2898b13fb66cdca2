// Broken executables by seed: a small static program of ours with bytes of its headers changed, tables moved, sizes made huge,
// the machine wrong, the end cut off. What a loader reads is written at random places with the numbers that break loaders.

import assert from "node:assert/strict";
import { createMachine } from "../../debugger/machine/create.ts";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import { createRandom, type Random } from "./sources.ts";

const EDGES = [0, 1, 2, 3, 4, 7, 0x28, 0x38, 0x40, 0xff, 0xfff, 0x1000, 0xffff, 0x10000, 0x7fffffff, 0xffffffff];
const WIDE_EDGES = [
  2n ** 47n,
  2n ** 47n - 1n,
  2n ** 63n,
  2n ** 64n - 1n,
  2n ** 40n,
  2n ** 64n - 4096n,
  0x400000n,
  0x8048000n,
];
/** File header and the program headers behind it. */
const HEADER_BYTES = 64 + 6 * 56;

function change(bytes: Uint8Array, random: Random): void {
  const view = new DataView(bytes.buffer);
  const limit = Math.min(HEADER_BYTES, bytes.length);
  // Half of all changes hit the headers at a field's border, the others any byte of the file: tables and symbols.
  const at = random.below(2) === 0 ? 4 * random.below(limit / 4) : random.below(bytes.length);
  const size = random.pick([1, 2, 4, 8]);
  if (at + size > bytes.length) return;
  const edge = random.pick(EDGES);
  if (size === 1) view.setUint8(at, edge);
  else if (size === 2) view.setUint16(at, edge, true);
  else if (size === 4) view.setUint32(at, edge, true);
  else view.setBigUint64(at, random.below(2) === 0 ? random.pick(WIDE_EDGES) : BigInt(edge), true);
}

/** The executable that a seed stands for, made from one of `programs`. */
export function badExecutable(seed: number, programs: readonly Uint8Array[]): Uint8Array {
  const random = createRandom(seed);
  const bytes = random.pick(programs).slice();
  const count = 1 + random.below(4);
  for (let k = 0; k < count; k++) change(bytes, random);
  return random.below(8) === 0 ? bytes.slice(0, random.below(bytes.length)) : bytes;
}

const SOURCE = `global _start
section .data
text: db "hello", 10
section .bss
room: resb 5000
section .text
_start:
  mov eax, text
  mov [room+4000], eax
again:
  inc ecx
  cmp ecx, 50
  jb again
  int3
`;
const MEMORY_BYTES = 2 ** 24;
const INSTRUCTIONS = 5000;

/** Two programs to break: 64 bits with line tables, 32 bits without. */
export function goodExecutables(): Uint8Array[] {
  return ([64, 32] as const).map((bits) => {
    const program = prepareProgram({
      files: [{ name: "good.asm", bytes: new TextEncoder().encode(SOURCE) }],
      readerFor: () => () => "missing",
      purpose: "build",
      bits,
      assembler: { timeSeconds: 0 },
    });
    assert.ok(program.image?.file);
    return program.image.file;
  });
}

/** Reads, loads and runs for a while. @throws when something does that must not. @returns "refused" or how the run stopped. */
export function attemptExecutable(bytes: Uint8Array): string {
  const program = prepareProgram({
    files: [{ name: "bad", bytes }],
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });
  if (!program.image) {
    const said = [program.problem ?? "", ...program.diagnostics.map(({ message }) => message)].join("");
    assert.ok(said.length > 0 && !/undefined|NaN|\[object/.test(said), `a refusal in words: ${said}`);
    return "refused";
  }
  const machine = createMachine({
    image: program.image,
    args: [],
    environment: {},
    check: "full",
    core: "step",
    seed: 0,
    foldBytes: 2 ** 24,
    maxMemoryBytes: MEMORY_BYTES,
    host: { streams: "pipes", readInput: () => new Uint8Array(), writeOutput: () => {} },
  });
  const stop = machine.run(INSTRUCTIONS);
  const mapped = machine.mappings().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  assert.ok(mapped <= MEMORY_BYTES, `${mapped} bytes mapped`);
  for (const { message } of machine.findings) assert.ok(!/undefined|NaN|\[object/.test(message), message);
  return stop.kind;
}
