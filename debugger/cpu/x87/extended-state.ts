// XSAVE and its kin: x87, SSE and AVX state in one area of memory (SDM Vol. 1, chapter 13). The legacy region is FXSAVE's,
// 64 bytes of header follow, then the upper halves of the YMM registers; the compacted form has the same places, because
// there is nothing between.

import { CpuException } from "../evaluator.ts";
import { STATE } from "../state.ts";
import { FXSAVE_BYTES, fxrstor, fxsaveBytes, type PointerBytes } from "./environment.ts";
import type { X87Unit } from "./unit.ts";

/** Components in XCR0. */
export const COMPONENT = { x87: 1, sse: 2, avx: 4 } as const;
const ALL = COMPONENT.x87 | COMPONENT.sse | COMPONENT.avx;
/** Bytes of the area with all components. */
export const XSAVE_BYTES = 832;
const HEADER = FXSAVE_BYTES;
const UPPER_HALVES = 576;
const COMPACTED = 0x8000_0000_0000_0000n;
/** Legacy region: x87's registers and words, MXCSR and its mask, the XMM registers. */
const X87_PARTS = [
  [0, 24],
  [32, 160],
] as const;
const MXCSR_PART = [24, 32] as const;
const XMM_PART = [160, 416] as const;
const INITIAL_MXCSR = 0x1f80;

/** Of which mode an area is: with how many vector registers, and how wide the x87's pointers are. */
export interface AreaForm {
  readonly bits: number;
  readonly pointers: PointerBytes;
}

/** How an instruction saves: everything asked for, only what is in use, or that in the compacted form. */
export type Saving = "xsave" | "xsaveopt" | "xsavec";

const upperPlaces = (u: X87Unit, bits: number): number[] =>
  Array.from({ length: bits === 64 ? 16 : 8 }, (_, k) => u.evaluator.base * 4 + STATE.ymm + 32 * k + 16);

/** Components that are not as they were at the start. */
export function componentsInUse(u: X87Unit, bits: number): number {
  const { bytes, base } = u.evaluator;
  const isUsed = (at: number): boolean => bytes.subarray(at, at + 16).some((byte) => byte !== 0);
  const places = upperPlaces(u, bits);
  const x87 = u.control !== 0x37f || u.status !== 0 || u.tags !== 0xffff || registersUsed(bytes, base * 4 + STATE.st);
  const sse = places.some((at) => isUsed(at - 16));
  return (x87 ? COMPONENT.x87 : 0) | (sse ? COMPONENT.sse : 0) | (places.some(isUsed) ? COMPONENT.avx : 0);
}

const registersUsed = (bytes: Uint8Array, at: number): boolean =>
  [0, 1, 2, 3, 4, 5, 6, 7].some((k) => bytes.subarray(at + 16 * k, at + 16 * k + 10).some((byte) => byte !== 0));

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What the area holds after saving the components of `asked` over `old`. */
export function savedArea(u: X87Unit, old: Uint8Array, asked: number, saving: Saving, form: AreaForm): Uint8Array {
  const { bits, pointers } = form;
  const area = old.slice();
  const wanted = asked & ALL;
  const inUse = componentsInUse(u, bits);
  const stored = saving === "xsave" ? wanted : wanted & inUse;
  const legacy = fxsaveBytes(u, old.slice(0, FXSAVE_BYTES), bits, pointers);
  const take = ([from, to]: readonly [number, number]): void => area.set(legacy.subarray(from, to), from);
  if (stored & COMPONENT.x87) for (const part of X87_PARTS) take(part);
  if (saving === "xsavec" ? stored & COMPONENT.sse : wanted & (COMPONENT.sse | COMPONENT.avx)) take(MXCSR_PART);
  if (stored & COMPONENT.sse) take(XMM_PART);
  if (stored & COMPONENT.avx) {
    upperPlaces(u, bits).forEach((at, k) => {
      area.set(u.evaluator.bytes.subarray(at, at + 16), UPPER_HALVES + 16 * k);
    });
  }
  const header = viewOf(area);
  const before = saving === "xsavec" ? 0n : header.getBigUint64(HEADER, true) & ~BigInt(wanted);
  header.setBigUint64(HEADER, before | BigInt(wanted & inUse), true);
  if (saving === "xsavec") header.setBigUint64(HEADER + 8, COMPACTED | BigInt(wanted), true);
  return area;
}

const refuse = (detail: string): never => {
  throw new CpuException({ vector: "#GP", errorCode: 0, detail });
};

/** XRSTOR: components that the area does not hold become as at the start. @throws {CpuException} #GP for a bad header. */
export function restoreArea(u: X87Unit, area: Uint8Array, asked: number, form: AreaForm): void {
  const { bits, pointers } = form;
  const header = viewOf(area);
  const held = header.getBigUint64(HEADER, true);
  const format = header.getBigUint64(HEADER + 8, true);
  const compacted = (format & COMPACTED) !== 0n;
  const allowed = compacted ? format & ~COMPACTED : BigInt(ALL);
  if (held & ~allowed || allowed & ~BigInt(ALL) || (!compacted && format !== 0n)) refuse("no such state component");
  if (area.subarray(HEADER + 16, HEADER + (compacted ? 64 : 24)).some((byte) => byte !== 0))
    refuse("reserved bytes of the XSAVE header are not zero");
  const loaded = Number(held) & asked & ALL;
  const cleared = asked & ALL & ~Number(held);
  const hasMxcsr = compacted ? loaded & COMPONENT.sse : asked & (COMPONENT.sse | COMPONENT.avx);
  const legacy = fxsaveBytes(u, new Uint8Array(FXSAVE_BYTES), bits, pointers);
  const take = ([from, to]: readonly [number, number]): void => legacy.set(area.subarray(from, to), from);
  if (loaded & COMPONENT.x87) for (const part of X87_PARTS) take(part);
  if (hasMxcsr) take(MXCSR_PART);
  else if (compacted && cleared & COMPONENT.sse) viewOf(legacy).setUint32(24, INITIAL_MXCSR, true);
  if (loaded & COMPONENT.sse) take(XMM_PART);
  else if (cleared & COMPONENT.sse) legacy.fill(0, ...XMM_PART);
  if (!fxrstor(u, legacy, bits, pointers)) refuse("MXCSR has no such bits");
  if (cleared & COMPONENT.x87) clearX87(u);
  if (((loaded | cleared) & COMPONENT.avx) === 0) return;
  upperPlaces(u, bits).forEach((at, k) => {
    const from = UPPER_HALVES + 16 * k;
    u.evaluator.bytes.set(loaded & COMPONENT.avx ? area.subarray(from, from + 16) : new Uint8Array(16), at);
  });
}

function clearX87(u: X87Unit): void {
  for (let k = 0; k < 8; k++) u.write(k, 0n);
  u.initialise();
}
