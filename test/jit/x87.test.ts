// The x87 in every core against a CPU: random programs, of which a digest of what they leave is recorded. UPDATE=1 runs them on
// this machine's, by nasm and ld.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import type { MachineOptions } from "../../debugger/machine/machine.ts";
import { worldOf } from "../machine/program.ts";
import { nativeBytes } from "./native-run.ts";
import { OUTPUT_BYTES, randomX87Program } from "./x87-program.ts";

const EXPECTED = "test/jit/x87.txt";
const PROGRAMS = 6;

/** Writes the results and exits. */
const END = {
  64: `mov eax, 1
    mov edi, 1
    mov rsi, buffer
    mov edx, ${OUTPUT_BYTES}
    syscall
    mov eax, 60
    xor edi, edi
    syscall`,
  32: `mov eax, 4
    mov ebx, 1
    mov ecx, buffer
    mov edx, ${OUTPUT_BYTES}
    int 0x80
    mov eax, 1
    xor ebx, ebx
    int 0x80`,
} as const;

const digest = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("hex");

function bytesFrom(source: string, options: Partial<MachineOptions>): Uint8Array {
  const parts: Uint8Array[] = [];
  const host = {
    readInput: () => new Uint8Array(),
    writeOutput: (_stream: unknown, bytes: Uint8Array) => void parts.push(bytes.slice()),
  };
  const { machine } = worldOf(source, { ...options, host });
  assert.deepEqual(machine.run(1_000_000_000), { kind: "exit", code: 0 });
  return Buffer.concat(parts);
}

test("random programs for the x87 leave what they leave on a CPU", () => {
  const programs = Array.from({ length: PROGRAMS }, (_, k) => {
    const bits = k % 4 === 3 ? 32 : 64;
    return { bits, source: randomX87Program(1000 + k, { bits, end: END[bits], stops: false }) } as const;
  });
  if (process.env.UPDATE) {
    const lines = programs.map(({ bits, source }) => `${digest(nativeBytes(source, bits))}\n`);
    writeFileSync(EXPECTED, lines.join(""));
  }
  const expected = readFileSync(EXPECTED, "utf8").trim().split("\n");
  for (const options of [
    { core: "jit", check: "off" },
    { core: "jit", check: "full" },
    { core: "step", check: "off" },
  ] as const) {
    const found = programs.map(({ source }) => digest(bytesFrom(source, options)));
    assert.deepEqual(found, expected, JSON.stringify(options));
  }
});
