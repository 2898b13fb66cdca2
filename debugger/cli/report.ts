// The report of `run --report FILE`: what happened, as JSON of version 1. Its shape is a contract with grading scripts.

import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { hex } from "../../server/base/int64.ts";
import type { Image } from "../../server/obj/image.ts";
import type { Finding } from "../check/finding.ts";
import { STATE } from "../cpu/state.ts";
import type { Machine } from "../machine/machine.ts";
import { jsonDiagnostic } from "./diagnostic-text.ts";
import { functionAt, placeOf } from "./guest-place.ts";

export type RunExit =
  | { readonly kind: "exit"; readonly code: number }
  | { readonly kind: "signal"; readonly signal: string; readonly explanation?: string }
  | { readonly kind: "limit"; readonly limit: "instructions" | "timeout" }
  | { readonly kind: "not-run"; readonly reason?: string };

/** The report of a program that never ran. */
export function notRunReport(diagnostics: readonly Diagnostic[], reason: string | undefined): unknown {
  return {
    version: 1,
    exit: { kind: "not-run", ...(reason === undefined ? {} : { reason }) },
    instructions: 0,
    findings: [],
    diagnostics: diagnostics.map(jsonDiagnostic),
  };
}

/** The report of a run. `findings` are the machine's, leaks included, with what is known of them now. */
export function runReport(
  machine: Machine,
  exit: RunExit,
  { findings, notes }: { readonly findings: readonly Finding[]; readonly notes: readonly string[] },
): unknown {
  const { image, heapTotals } = machine;
  return {
    version: 1,
    exit,
    instructions: machine.time,
    ...(notes.length > 0 ? { notes } : {}),
    findings: findings.map((finding) => reportFinding(image, finding)),
    registers: reportRegisters(machine),
    heap: {
      allocations: heapTotals.allocations,
      frees: heapTotals.frees,
      bytesAllocated: heapTotals.bytesAllocated,
      inUseAtExit: heapTotals.inUse,
    },
  };
}

function reportFinding(image: Image, finding: Finding): unknown {
  const { kind, severity, message, details, time, pc, address, sizeBytes, count, countedBytes } = finding;
  return {
    kind,
    severity,
    message,
    ...(details.length > 0 ? { details } : {}),
    ...reportPlace(image, pc),
    time,
    pc: hex(pc),
    ...(address === undefined ? {} : { address: hex(address) }),
    ...(sizeBytes === undefined ? {} : { size: sizeBytes }),
    ...(count > 1 ? { count } : {}),
    ...(countedBytes === undefined ? {} : { countedBytes }),
    stack: finding.stack.map((frame) => {
      const place = placeOf(image, frame.pc);
      const name = functionAt(image, frame.pc, frame.functionAddress);
      return { function: name, ...(place ? { file: place.file, line: place.line } : {}) };
    }),
    related: finding.related.map((related) => {
      const place = placeOf(image, related.pc);
      return { what: related.what, ...(place ? { file: place.file, line: place.line } : {}), time: related.time };
    }),
  };
}

/** Where no source is known, the file is the program and the line 0. */
function reportPlace(image: Image, pc: number): { file: string; line: number; column: number } {
  return placeOf(image, pc) ?? { file: image.name, line: 0, column: 0 };
}

const REGISTERS_64 = ["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp"];
const REGISTERS_32 = ["eax", "ebx", "ecx", "edx", "esi", "edi", "ebp", "esp"];
const VECTORS = { 32: 8, 64: 16 } as const;

function reportRegisters(machine: Machine): Record<string, unknown> {
  const { state, memory, image } = machine;
  const names =
    image.bits === 32 ? REGISTERS_32 : [...REGISTERS_64, ...Array.from({ length: 8 }, (_, k) => `r${k + 8}`)];
  const registers: Record<string, unknown> = {};
  for (const name of names) registers[name] = hex(state.read(name) ?? 0n);
  registers[image.bits === 32 ? "eip" : "rip"] = hex(state.rip);
  registers.eflags = hex(state.eflags);
  registers.mxcsr = hex(state.mxcsr);
  const base = memory.layout.state;
  const bytes = (offset: number, sizeBytes: number) =>
    Array.from(memory.u8.subarray(base + offset, base + offset + sizeBytes), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
  registers.ymm = Array.from({ length: VECTORS[image.bits] }, (_, k) => bytes(STATE.ymm + 32 * k, 32));
  // st(i) is the physical register TOP + i; TOP are bits 11 to 13 of the status word.
  const word = (offset: number) => memory.view.getUint16(base + offset, true);
  const top = (word(STATE.fsw) >> 11) & 7;
  registers.st = Array.from({ length: 8 }, (_, k) => bytes(STATE.st + 16 * ((top + k) & 7), 10));
  registers.fcw = hex(word(STATE.fcw));
  registers.fsw = hex(word(STATE.fsw));
  registers.ftw = hex(abridgedTag(word(STATE.ftw)));
  return registers;
}

/** The full tag word (two bits a register, 3 = empty) as FXSAVE's byte: a bit for each register in use. */
function abridgedTag(full: number): number {
  let tag = 0;
  for (let k = 0; k < 8; k++) if (((full >> (2 * k)) & 3) !== 3) tag |= 1 << k;
  return tag;
}
