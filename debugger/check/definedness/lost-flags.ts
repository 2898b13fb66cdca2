// Flags that an instruction leaves undefined by the manual (SDM Vol. 2, "Flags Affected"): what they are differs from CPU to
// CPU. They count only where code that follows within the function asks for such a flag, so that code that never looks pays
// nothing.

import type { Decoded } from "../../../server/isa/insn.ts";
import { buildInstruction } from "../../cpu/build.ts";
import type { InstructionIr } from "../../cpu/ir.ts";
import { conditionFlags, flagBit, UNDEFINED } from "./flags.ts";

const { cf, pf, zf, sf, of } = UNDEFINED;
/** How many instructions behind it are looked at for a reader, along all direct jumps. */
const LOOK_AHEAD = 32;

/** AF is left out: no condition asks for it. */
const LOST: Readonly<Record<string, number>> = {
  mul: zf | sf | pf,
  imul: zf | sf | pf,
  div: cf | pf | zf | sf | of,
  idiv: cf | pf | zf | sf | of,
  bsf: cf | pf | sf | of,
  bsr: cf | pf | sf | of,
  tzcnt: pf | sf | of,
  lzcnt: pf | sf | of,
  bt: pf | sf | of,
  bts: pf | sf | of,
  btr: pf | sf | of,
  btc: pf | sf | of,
  aam: cf | of,
  aad: cf | of,
  aaa: of | sf | zf | pf,
  aas: of | sf | zf | pf,
  daa: of,
  das: of,
  bextr: sf | pf,
  bzhi: pf,
  blsr: pf,
  blsi: pf,
  blsmsk: pf,
  andn: pf,
};
/** OF counts for shifts by one alone. */
const SHIFTS = new Set(["shl", "sal", "shr", "sar", "rol", "ror", "rcl", "rcr", "shld", "shrd"]);

/** Undefined flags behind a shift or rotation by `count` (masked as the CPU does). */
export const lostByShift = (count: number): number => (count <= 1 ? 0 : of);

export interface LostFlags {
  readonly flags: number;
  /** They are lost only when cl holds more than one. */
  readonly byCl: boolean;
}

const NOTHING: LostFlags = { flags: 0, byCl: false };

function lostBy(decoded: Decoded): LostFlags {
  const { mnemonic, operands } = decoded;
  if (!SHIFTS.has(mnemonic)) return { flags: LOST[mnemonic] ?? 0, byCl: false };
  const count = operands.at(-1);
  if (count?.kind === "immediate") {
    const mask = decoded.sizeBits === 64 ? 63n : 31n;
    return { flags: lostByShift(Number(count.value & mask)), byCl: false };
  }
  // `shl eax` with one operand shifts by one.
  const isByCl = operands.length > 1 && count?.kind === "register" && count.register.number === 1;
  return { flags: isByCl ? of : 0, byCl: isByCl };
}

/** Flags whose state the instruction asks for, by conditions and carries. */
function asked({ ops }: InstructionIr): number {
  let flags = 0;
  for (const op of ops) {
    if (op.op === "getCondition") flags |= conditionFlags(op.condition);
    if (op.op === "getFlag") flags |= flagBit(op.flag);
  }
  return flags;
}

const writesFlags = ({ ops }: InstructionIr): boolean =>
  ops.some(({ op }) => op === "setFlags" || op === "setFlagWords" || op === "setEflags");

/** Where a jump goes that says so itself; undefined for others. */
function branchTarget({ operands, lengthBytes }: Decoded, at: number): number | undefined {
  const [target] = operands;
  return target?.kind === "relative" ? at + lengthBytes + Number(target.displacement) : undefined;
}

/** Where execution may go on behind an instruction without leaving the function. */
function following(next: Decoded, at: number): number[] {
  const { mnemonic, lengthBytes } = next;
  const target = branchTarget(next, at);
  if (/^(call|ret|syscall|sysenter|int|hlt|ud2|iret)/.test(mnemonic)) return [];
  if (mnemonic === "jmp") return target === undefined ? [] : [target];
  return target === undefined ? [at + lengthBytes] : [at + lengthBytes, target];
}

/** Flags that the instruction at `pc` leaves undefined and that code behind it asks for before they are set again. */
export function lostFlags(pc: number, decoded: Decoded, decodeAt: (address: number) => Decoded | undefined): LostFlags {
  const lost = lostBy(decoded);
  if (lost.flags === 0) return NOTHING;
  const found = askedFlags(pc + decoded.lengthBytes, lost.flags, decodeAt);
  return found === 0 ? NOTHING : { ...lost, flags: found };
}

const ROTATIONS = new Set(["rol", "ror", "rcl", "rcr"]);

/** Of undefined flags those that may still be so behind an instruction. */
function stillLost(next: Decoded, ir: InstructionIr, flags: number): number {
  const { mnemonic, repeat } = next;
  if (!writesFlags(ir)) return flags;
  if (mnemonic === "inc" || mnemonic === "dec") return flags & cf;
  // A count of zero leaves all flags alone.
  if (repeat !== "none" || lostBy(next).byCl) return flags;
  return ROTATIONS.has(mnemonic) ? flags & ~(cf | of) : 0;
}

/** Of `flags` those that code from `start` on asks for before they are set again. */
export function askedFlags(start: number, flags: number, decodeAt: (address: number) => Decoded | undefined): number {
  let found = 0;
  const open = [{ at: start, lost: flags }];
  const seen = new Set([start]);
  for (let k = 0; k < LOOK_AHEAD; k++) {
    const place = open.shift();
    if (place === undefined) break;
    const { at, lost } = place;
    const next = decodeAt(at);
    if (next === undefined) continue;
    const ir = buildInstruction(next, BigInt(at));
    found |= asked(ir) & lost;
    const rest = stillLost(next, ir, lost);
    if (rest === 0) continue;
    for (const to of following(next, at)) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push({ at: to, lost: rest });
    }
  }
  return found;
}
