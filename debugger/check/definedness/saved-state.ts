// Definedness through fnsave, fxsave, xsave and their kin, which copy registers to memory and back, and through stores of chosen
// lanes. Takes where an area's bytes belong in the state struct, gives the bits that the area or the registers get.

import { STATE } from "../../cpu/state.ts";
import { environmentSize, FXSAVE_BYTES } from "../../cpu/x87/environment.ts";
import { COMPONENT, XSAVE_BYTES } from "../../cpu/x87/extended-state.ts";
import type { Planes } from "./vector.ts";

/** Bytes of an area that are bytes of the state: offset in the area, in the struct, size in bytes. */
type Part = readonly [area: number, state: number, sizeBytes: number];

interface Layout {
  readonly sizeBytes: number;
  readonly parts: readonly Part[];
  /** The instruction may leave parts as they are when a component is not in use. */
  readonly mayKeep: boolean;
  /** What is written beside the parts: [from, to). */
  readonly others: readonly (readonly [number, number])[];
}

/** An instruction as the helper operation names it: its constants, and the components xsave asks for. */
export interface AreaUse {
  readonly name: string;
  readonly constants: readonly number[];
  readonly asked: number;
}

const HEADER = [FXSAVE_BYTES, FXSAVE_BYTES + 64] as const;
const UPPER_HALVES = 576;
/** C0 to C3 in the status word's upper byte. */
const CONDITION_CODES = 0x47;

/** Physical places of ST(0) to ST(7), `bytesApart` in the area. */
const stackParts = (top: number, from: number, bytesApart: number): Part[] =>
  Array.from({ length: 8 }, (_, k) => [from + bytesApart * k, STATE.st + 16 * ((top + k) & 7), 10] as const);

const vectorParts = (from: number, half: 0 | 16, bits: number): Part[] =>
  Array.from({ length: bits === 64 ? 16 : 8 }, (_, k) => [from + 16 * k, STATE.ymm + 32 * k + half, 16] as const);

const topOf = (status: number): number => (status >> 3) & 7;

function layoutOf({ name, constants, asked }: AreaUse, top: number): Layout | undefined {
  const size = constants[0]!;
  switch (name) {
    case "fnstenv":
    case "fldenv":
    case "fnsave":
    case "frstor": {
      const environment = environmentSize(size);
      const status: Part = [size === 16 ? 2 : 4, STATE.fsw, 2];
      const whole = name === "fnsave" || name === "frstor";
      return {
        sizeBytes: environment + (whole ? 80 : 0),
        parts: [status, ...(whole ? stackParts(top, environment, 10) : [])],
        mayKeep: false,
        others: [[0, environment]],
      };
    }
    case "fxsave":
    case "fxrstor":
      return {
        sizeBytes: FXSAVE_BYTES,
        parts: [[2, STATE.fsw, 2], ...stackParts(top, 32, 16), ...vectorParts(160, 0, size)],
        mayKeep: false,
        others: [[0, 160]],
      };
    case "xsave":
    case "xsaveopt":
    case "xsavec":
    case "xrstor":
      return {
        sizeBytes: XSAVE_BYTES,
        parts: [
          ...(asked & COMPONENT.x87 ? [[2, STATE.fsw, 2] as const, ...stackParts(top, 32, 16)] : []),
          ...(asked & COMPONENT.sse ? vectorParts(160, 0, size) : []),
          ...(asked & COMPONENT.avx ? vectorParts(UPPER_HALVES, 16, size) : []),
        ],
        mayKeep: name !== "xsave",
        others: asked & COMPONENT.x87 && name === "xsave" ? [[0, 24], [32, 160], HEADER] : [],
      };
    default:
      return undefined;
  }
}

/** How many bytes of memory the instruction reads or writes; undefined when it is none of these. */
export const areaBytes = (use: AreaUse): number | undefined => layoutOf(use, 0)?.sizeBytes;

/** The tag word says which kind of value a register in use has: undefined with the register. */
function saveTags({ undef, value }: Planes, { name, constants }: AreaUse, bits: Uint8Array): void {
  if (name !== "fnstenv" && name !== "fnsave") return;
  const at = constants[0] === 16 ? 4 : 8;
  const tags = value[STATE.ftw]! | (value[STATE.ftw + 1]! << 8);
  for (let k = 0; k < 8; k++) {
    const isOpen = undef.subarray(STATE.st + 16 * k, STATE.st + 16 * k + 10).some((byte) => byte !== 0);
    if (isOpen && ((tags >> (2 * k)) & 3) !== 3) bits[at + (k >> 2)] = bits[at + (k >> 2)]! | (3 << (2 * (k & 3)));
  }
}

/** Undefined bits of the area after it was saved over `old`. */
export function savedBits(planes: Planes, use: AreaUse, old: Uint8Array): Uint8Array {
  const { undef, value } = planes;
  const { parts, mayKeep, others } = layoutOf(use, topOf(value[STATE.fsw + 1]!))!;
  const bits = old.slice();
  for (const [from, to] of others) bits.fill(0, from, to);
  for (const [area, state, sizeBytes] of parts)
    for (let k = 0; k < sizeBytes; k++) bits[area + k] = undef[state + k]! | (mayKeep ? bits[area + k]! : 0);
  saveTags(planes, use, bits);
  return bits;
}

/** Brings an area's undefined bits back into the registers. Components that xrstor finds missing become defined. */
export function restoreBits(planes: Planes, use: AreaUse, area: { value: Uint8Array; undef: Uint8Array }): void {
  const status = layoutOf(use, 0)!.parts.find(([, state]) => state === STATE.fsw)?.[0];
  const top = topOf(status === undefined ? planes.value[STATE.fsw + 1]! : area.value[status + 1]!);
  const isTopOpen = status !== undefined && (area.undef[status + 1]! & 0x38) !== 0;
  const held = use.name === "xrstor" ? area.value[FXSAVE_BYTES]! : COMPONENT.x87 | COMPONENT.sse | COMPONENT.avx;
  for (const [from, state, sizeBytes] of layoutOf(use, top)!.parts) {
    const component = state < STATE.ymm ? COMPONENT.x87 : state & 16 ? COMPONENT.avx : COMPONENT.sse;
    const isRegister = state >= STATE.st && state < STATE.ymm;
    if ((held & component) === 0) planes.undef.fill(0, state, state + sizeBytes);
    else if (isRegister && isTopOpen) planes.undef.fill(255, state, state + sizeBytes);
    else planes.undef.set(area.undef.subarray(from, from + sizeBytes), state);
  }
  planes.undef[STATE.fsw] = 0;
  planes.undef[STATE.fsw + 1] = planes.undef[STATE.fsw + 1]! & CONDITION_CODES;
}
