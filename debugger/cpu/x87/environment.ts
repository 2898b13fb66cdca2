// The x87 environment and state as FSTENV, FSAVE and FXSAVE lay them out in memory (SDM Vol. 1, 8.1.10, 10.5).

import { STATE } from "../state.ts";
import { tagOf, type X87Unit } from "./unit.ts";

const bytesOf = (value: bigint, sizeBytes: number): number[] =>
  Array.from({ length: sizeBytes }, (_, k) => Number((value >> BigInt(8 * k)) & 255n));

const numberAt = (bytes: Uint8Array, at: number, sizeBytes: number): number => {
  let value = 0;
  for (let k = sizeBytes - 1; k >= 0; k--) value = value * 256 + bytes[at + k]!;
  return value;
};

function wideAt(bytes: Uint8Array, at: number, sizeBytes: number): bigint {
  let value = 0n;
  for (let k = sizeBytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[at + k]!);
  return value;
}

/** Control, status, tag word and pointers: 14 or 28 bytes. Unused halves of the long form hold ones, selectors are zero. */
export function environmentBytes(u: X87Unit, sizeBits: number): Uint8Array {
  const words = [u.control, u.status, fullTags(u)];
  const fill = sizeBits === 16 ? [] : [0xff, 0xff];
  const head = words.flatMap((word) => [word & 255, word >> 8, ...fill]);
  const { instruction, operand, opcode } = u.last;
  if (sizeBits === 16)
    return Uint8Array.from([...head, ...bytesOf(instruction, 2), 0, 0, ...bytesOf(operand, 2), 0, 0]);
  const first = [...bytesOf(instruction, 4), 0, 0, ...bytesOf(BigInt(opcode), 2)];
  return Uint8Array.from([...head, ...first, ...bytesOf(operand, 4), 0, 0, 0xff, 0xff]);
}

/** The tag word with the kind of each value in use, as it is now. */
function fullTags(u: X87Unit): number {
  let tags = 0;
  for (let physical = 0; physical < 8; physical++) {
    const index = (physical - u.top) & 7;
    tags |= (u.isEmpty(index) ? 3 : tagOf(u.read(index))) << (2 * physical);
  }
  return tags;
}

/** FLDENV: exceptions that become unmasked by it wait for the next instruction. */
export function loadEnvironment(u: X87Unit, bytes: Uint8Array, sizeBits: number): void {
  const step = sizeBits === 16 ? 2 : 4;
  u.status = numberAt(bytes, step, 2);
  u.tags = numberAt(bytes, 2 * step, 2);
  u.tags = fullTags(u);
  u.control = numberAt(bytes, 0, 2);
  const pointer = 3 * step;
  u.last = {
    instruction: BigInt(numberAt(bytes, pointer, step)),
    operand: BigInt(numberAt(bytes, pointer + (step === 2 ? 4 : 8), step)),
    opcode: step === 2 ? 0 : numberAt(bytes, pointer + 6, 2),
  };
}

export const environmentSize = (sizeBits: number): number => (sizeBits === 16 ? 14 : 28);

/** FSAVE: the environment and ST(0) … ST(7). */
export function stateBytes(u: X87Unit, sizeBits: number): Uint8Array {
  const registers = Array.from({ length: 8 }, (_, k) => bytesOf(u.read(k), 10)).flat();
  return Uint8Array.from([...environmentBytes(u, sizeBits), ...registers]);
}

export function loadState(u: X87Unit, bytes: Uint8Array, sizeBits: number): void {
  loadEnvironment(u, bytes, sizeBits);
  const empty = Array.from({ length: 8 }, (_, k) => u.isEmpty(k));
  const start = environmentSize(sizeBits);
  for (let k = 0; k < 8; k++) {
    u.write(k, readExtended(bytes, start + 10 * k));
    if (empty[k]) u.free(k);
  }
}

const readExtended = (bytes: Uint8Array, at: number): bigint => wideAt(bytes, at, 10);

// ---- FXSAVE: 512 bytes, of which the last 96 are left alone

export const FXSAVE_BYTES = 512;
/** Bits that MXCSR has. */
const MXCSR_MASK = 0xffff;

/** One bit a physical register: in use or not. */
function abridgedTags(u: X87Unit): number {
  let tags = 0;
  for (let k = 0; k < 8; k++) if (((u.tags >> (2 * k)) & 3) !== 3) tags |= 1 << k;
  return tags;
}

/** Bytes that the pointers have: FXSAVE64 and kin have no selectors. */
export type PointerBytes = 4 | 8;

/** What FXSAVE writes over `old`, the 512 bytes that are there; xmm8 … 15 only in 64-bit mode. */
export function fxsaveBytes(u: X87Unit, old: Uint8Array, bits: number, pointers: PointerBytes): Uint8Array {
  const { evaluator } = u;
  const at = evaluator.base * 4;
  const bytes = old.slice();
  const registers = bits === 64 ? 16 : 8;
  bytes.fill(0, 0, 160);
  bytes.set([...bytesOf(BigInt(u.control), 2), ...bytesOf(BigInt(u.status), 2), abridgedTags(u), 0], 0);
  const { instruction, operand, opcode } = u.last;
  bytes.set([...bytesOf(BigInt(opcode), 2), ...bytesOf(instruction, pointers)], 6);
  bytes.set(bytesOf(operand, pointers), 16);
  bytes.set(bytesOf(BigInt(evaluator.view.getUint32(at + STATE.mxcsr, true)), 4), 24);
  bytes.set(bytesOf(BigInt(MXCSR_MASK), 4), 28);
  for (let k = 0; k < 8; k++) bytes.set(bytesOf(u.read(k), 10), 32 + 16 * k);
  for (let k = 0; k < registers; k++) {
    const from = at + STATE.ymm + 32 * k;
    bytes.set(evaluator.bytes.subarray(from, from + 16), 160 + 16 * k);
  }
  return bytes;
}

/** FXRSTOR. @returns false when MXCSR would get bits that it does not have. */
export function fxrstor(u: X87Unit, bytes: Uint8Array, bits: number, pointers: PointerBytes): boolean {
  const { evaluator } = u;
  const at = evaluator.base * 4;
  const mxcsr = numberAt(bytes, 24, 4);
  if (mxcsr & ~MXCSR_MASK) return false;
  u.status = numberAt(bytes, 2, 2);
  for (let k = 0; k < 8; k++) u.write(k, readExtended(bytes, 32 + 16 * k));
  for (let k = 0; k < 8; k++) if ((bytes[4]! & (1 << k)) === 0) u.tags |= 3 << (2 * k);
  u.control = numberAt(bytes, 0, 2);
  u.last = {
    instruction: wideAt(bytes, 8, pointers),
    operand: wideAt(bytes, 16, pointers),
    opcode: numberAt(bytes, 6, 2),
  };
  evaluator.view.setUint32(at + STATE.mxcsr, mxcsr, true);
  for (let k = 0; k < (bits === 64 ? 16 : 8); k++) {
    evaluator.bytes.set(bytes.subarray(160 + 16 * k, 176 + 16 * k), at + STATE.ymm + 32 * k);
  }
  return true;
}
