// Registers that nobody has set and nobody uses: saved and brought back by functions, or set in their lowest byte alone. While
// they are undefined all code that touches them runs in the step engine, so what has been touched idly often enough since libc
// or the kernel left it counts as set.

import type { Decoded } from "../../../server/isa/insn.ts";
import { isSaving } from "../../../server/isa/register-use.ts";
import type { InstructionIr } from "../../cpu/ir.ts";
import { STATE } from "../../cpu/state.ts";
import { LAST_CALL, refreshDirty, type Shadow, VECTOR_ORIGIN } from "./shadow.ts";

/** Times that an undefined register may be touched idly. */
const PATIENCE = 300;
const GENERAL = 0xffff;
/** The counter of all vector registers. */
const VECTORS = 16;
const MASKS = { low8: 0xffn, high8: 0xff00n, "16": 0xffffn, "32": 0xffffffffn, "64": 0xffffffffffffffffn } as const;

/** Undefined as libc or the kernel left it. */
function isLeft({ origins }: Shadow, place: number): boolean {
  const origin = origins[place];
  return origin === LAST_CALL || origin?.kind === "call" || origin?.kind === "entry";
}

/** Undefined bits of the register go into the instruction. */
const isRead = ({ ops }: InstructionIr, register: number, bits: bigint): boolean =>
  ops.some((op) => op.op === "getRegister" && op.register === register && (bits & MASKS[op.part]) !== 0n);

/** What an instruction touches: bits of `Shadow.dirty` and of `Shadow.dirtyVectors`. */
interface Touched {
  readonly decoded: Decoded;
  readonly touch: number;
  readonly vectors: number;
}

/** Before an instruction that touches something undefined. A use that is not idle begins the count anew. */
export function noteIdle(shadow: Shadow, touched: Touched, ir: InstructionIr): void {
  const open = shadow.dirty & touched.touch & GENERAL;
  const vectors = shadow.dirtyVectors & touched.vectors & GENERAL;
  if ((open | vectors) === 0) return;
  const saves = isSaving(touched.decoded);
  const { idle, registers, undef } = shadow;
  let isPast = false;
  for (let number = 0; number < 16; number++) {
    if ((open & (1 << number)) === 0 || !isLeft(shadow, number)) continue;
    const isUsed = !saves && isRead(ir, number, registers[number]!);
    idle[number] = isUsed ? 0 : idle[number]! + 1;
    if (idle[number]! <= PATIENCE) continue;
    registers[number] = 0n;
    isPast = true;
  }
  if (vectors !== 0) idle[VECTORS] = saves || touched.decoded.mnemonic === "vzeroupper" ? idle[VECTORS]! + 1 : 0;
  if (idle[VECTORS]! > PATIENCE) {
    idle[VECTORS] = 0;
    for (let number = 0; number < 16; number++)
      if (isLeft(shadow, VECTOR_ORIGIN + number)) undef.fill(0, STATE.ymm + 32 * number, STATE.ymm + 32 * number + 32);
    isPast = true;
  }
  if (isPast) refreshDirty(shadow, "everything");
}
