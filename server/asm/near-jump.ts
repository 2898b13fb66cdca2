// Jumps and calls to a name of their own section, which are most of the instructions whose size hangs on a symbol: where nothing asks
// for a form, short is taken when the target is within a signed byte, and there is nothing else to find out. So the general
// way through operands and forms is left out. Measured: that halves a pass over code of many jumps.

import { NO_SEGMENT } from "../isa/insn.ts";
import type { NameMemo } from "./expression.ts";
import type { State } from "./state.ts";
import type { Statement } from "./statement.ts";
import { findSymbol } from "./symbol-table.ts";

/** A jump that says nothing but its target. */
export interface NearJump {
  /** The target. */
  readonly name: string;
  readonly memo: NameMemo;
  /** Of the short form; a call has only a near one. */
  readonly opcode: number;
}

const CONDITIONS = "o no b,c,nae ae,nb,nc e,z ne,nz be,na a,nbe s ns p,pe np,po l,nge ge,nl le,ng g,nle";
const JMP = 0xeb;
const CALL = 0xe8;
const opcodes = new Map<string, number>([
  ["jmp", JMP],
  ["call", CALL],
]);
for (const [code, names] of CONDITIONS.split(" ").entries()) {
  for (const name of names.split(",")) opcodes.set(`j${name}`, 0x70 + code);
}

/** A jump by its name alone. */
export interface JumpName {
  readonly name: string;
  readonly opcode: number;
}

/** By the characters of the name, the first one lowest. */
const byCharacters = new Map<number, JumpName>();
for (const [name, opcode] of opcodes) {
  const packed = [...name].reduceRight((rest, character) => rest * 256 + character.charCodeAt(0), 0);
  byCharacters.set(packed, { name, opcode });
}
/** Longer no name is. */
const NAME_MAX = 4;

/** The jump whose name is the first `length` characters, in lower case; undefined when it is none. */
export function jumpNamed(characters: Uint8Array, length: number): JumpName | undefined {
  if (length > NAME_MAX) return undefined;
  let packed = 0;
  for (let k = length - 1; k >= 0; k--) packed = packed * 256 + characters[k]!;
  return byCharacters.get(packed);
}

/** The statement as such a jump; undefined when it is more. */
export function nearJumpOf({ body, lead, notes }: Statement): NearJump | undefined {
  if (body.kind !== "instruction" || body.operands.length !== 1 || lead.length > 0 || notes.length > 0)
    return undefined;
  const opcode = opcodes.get(body.mnemonic);
  if (opcode === undefined) return undefined;
  const { steps, kind, strict, distance, sizeBits, colon, decorators } = body.operands[0]!;
  const [step] = steps;
  if (kind !== "value" || strict || distance || sizeBits || colon || steps.length !== 1 || decorators.length > 0) {
    return undefined;
  }
  if (step?.kind !== "value" || step.expression.kind !== "symbol") return undefined;
  const { name, memo } = step.expression;
  return { name, memo, opcode };
}

/** Whether it has one size only. */
export const isCall = ({ opcode }: NearJump): boolean => opcode === CALL;

const SHORT_BYTES = 2;
const NEAR_BYTES = 6;
/** Of jmp and call. */
const NEAR_PLAIN_BYTES = 5;
const room = new Uint8Array(NEAR_BYTES);

/** Where the target is, if it is in the section under way; "unknown" when nobody knows yet. */
function targetOf(state: State, { name, memo }: NearJump): number | "unknown" | undefined {
  const place = findSymbol(state.symbols, name, memo);
  if (place === undefined) return "unknown";
  if (place.segment === NO_SEGMENT || place.segment !== state.section?.segment) return undefined;
  return Number(place.offset);
}

/** Moves behind the jump in a pass before the last one; false when it has to be worked out. */
export function measureJump(state: State, jump: NearJump): boolean {
  const { section } = state;
  if (!state.plainJumps || section === undefined) return false;
  const target = targetOf(state, jump);
  if (target === undefined) return false;
  if (isCall(jump)) {
    section.offset += NEAR_PLAIN_BYTES;
    return true;
  }
  // NASM hopes for the best.
  const short = target === "unknown" || reaches(target - section.offset - SHORT_BYTES);
  section.offset += short ? SHORT_BYTES : sizeOfNear(jump);
  return true;
}

const reaches = (distance: number): boolean => distance >= -128 && distance <= 127;
const isPlain = (opcode: number): boolean => opcode === JMP || opcode === CALL;
/** Bytes of the near form. */
export const sizeOfNear = ({ opcode }: NearJump): number => (isPlain(opcode) ? NEAR_PLAIN_BYTES : NEAR_BYTES);

/** The bytes of the jump, to be used before the next is asked for; undefined when it has to be worked out. */
export function jumpBytes(state: State, jump: NearJump): Uint8Array | undefined {
  const { section } = state;
  if (!state.plainJumps || section === undefined || section.type === "nobits") return undefined;
  const target = targetOf(state, jump);
  if (typeof target !== "number") return undefined;
  const distance = target - section.offset - SHORT_BYTES;
  if (!isCall(jump) && reaches(distance)) {
    room[0] = jump.opcode;
    room[1] = distance;
    return room.subarray(0, SHORT_BYTES);
  }
  const size = sizeOfNear(jump);
  const far = target - section.offset - size;
  if (far !== (far | 0)) return undefined;
  let at = 0;
  if (size === NEAR_BYTES) room[at++] = 0x0f;
  room[at++] = size === NEAR_BYTES ? jump.opcode + 0x10 : jump.opcode === JMP ? 0xe9 : CALL;
  for (let shift = 0; shift < 32; shift += 8) room[at++] = far >> shift;
  return room.subarray(0, size);
}
