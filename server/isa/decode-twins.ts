// Encodings that the CPU executes although no assembler writes them: each is another spelling of an instruction the table
// has. Takes the bytes of an instruction that the table does not know, gives the bytes of its plain twin.
// Source: SDM Vol. 2, appendix A (opcode map and its extensions), and what recorded runs of a CPU show.

import type { Bits } from "./insn.ts";

/** The twin's bytes, and how many bytes the original is longer. */
export interface Twin {
  readonly bytes: Uint8Array;
  readonly longerBy: number;
}

interface Place {
  /** Index of the opcode's first byte. */
  readonly at: number;
  readonly operandPrefix: boolean;
  /** 0 = none. */
  readonly rex: number;
  readonly rexW: boolean;
}

const PREFIXES = new Set([0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65]);

function findOpcode(bytes: Uint8Array, bits: Bits): Place {
  const isRex = (byte: number): boolean => bits === 64 && (byte & 0xf0) === 0x40;
  let at = 0;
  while (PREFIXES.has(bytes[at] ?? 0) || isRex(bytes[at] ?? 0)) at++;
  const operandPrefix = bytes.subarray(0, at).includes(0x66);
  // A REX byte counts only right before the opcode.
  const rex = at > 0 && isRex(bytes[at - 1]!) ? bytes[at - 1]! : 0;
  return { at, operandPrefix, rex, rexW: (rex & 8) !== 0 };
}

const digitOf = (modRm: number): number => (modRm >> 3) & 7;

/** Opcodes of x87 register forms that the CPU decodes like others: fcom, fcomp, fxch, fstp. */
const x87Twins: Readonly<Record<number, number>> = {
  55768: 0xddd8,
  56528: 0xd8d0,
  56536: 0xd8d8,
  56776: 0xd9c8,
  57040: 0xd8d8,
  57288: 0xd9c8,
  57296: 0xddd8,
  57304: 0xddd8,
};

/** The twin's first bytes from the opcode on, and how many bytes of the original they replace. */
function twinOpcode(opcode: number, next: number, bits: Bits, place: Place): readonly [number[], number] | undefined {
  const withDigit = (digit: number): number => (next & ~0x38) | (digit << 3);
  const isShift = (opcode & 0xfe) === 0xc0 || (opcode & 0xfc) === 0xd0;
  if (isShift && digitOf(next) === 6) return [[opcode, withDigit(4)], 2];
  if ((opcode & 0xfe) === 0xf6 && digitOf(next) === 1) return [[opcode, withDigit(0)], 2];
  if (opcode === 0x82 && bits !== 64) return [[0x80], 1];
  const x87 = next >= 0xc0 ? x87Twins[(opcode << 8) | (next & 0xf8)] : undefined;
  if (x87 !== undefined) return [[x87 >> 8, (x87 & 0xff) | (next & 7)], 2];
  // movsxd without REX.W moves without widening.
  if (opcode === 0x63 && bits === 64 && !place.rexW) return [[0x8b], 1];
  return undefined;
}

/** The same for two-byte opcodes; `next` is the second byte. */
function twinOpcode0F(next: number, modRm: number, place: Place): readonly [number[], number] | undefined {
  // lfence, mfence, sfence take any rm.
  if (next === 0xae && modRm >= 0xe8 && (modRm & 7) !== 0) return [[0x0f, 0xae, modRm & 0xf8], 3];
  // Reserved prefetches do what prefetch does.
  if (next === 0x0d && modRm < 0xc0 && digitOf(modRm) > 1) return [[0x0f, 0x0d, modRm & ~0x38], 3];
  // MPX's opcodes in forms that MPX does not have: no-operations like their neighbours.
  if (next === 0x1a || next === 0x1b) return [[0x0f, 0x1d], 2];
  // setcc does not look at ModRM.reg, mov to and from control and debug registers not at ModRM.mod.
  if ((next & 0xf0) === 0x90 && digitOf(modRm) !== 0) return [[0x0f, next, modRm & ~0x38], 3];
  if ((next & 0xfc) === 0x20 && modRm < 0xc0) return [[0x0f, next, modRm | 0xc0], 3];
  // movzx, movsx of a word to a word: a move.
  if ((next === 0xb7 || next === 0xbf) && place.operandPrefix && !place.rexW) return [[0x8b], 2];
  return undefined;
}

/** REX bits that say nothing: W for pushf, popf and ports, R where ModRM.reg is a segment register. */
function ignoredRex(opcode: number): number {
  if (opcode === 0x8c || opcode === 0x8e) return 4;
  const isPort = (opcode & 0xfc) === 0x6c || (opcode & 0xf4) === 0xe4;
  return isPort || opcode === 0x9c || opcode === 0x9d ? 8 : 0;
}

/** The plain twin of an instruction, or undefined when it has none. */
export function plainTwin(bytes: Uint8Array, bits: Bits): Twin | undefined {
  const place = findOpcode(bytes, bits);
  const [opcode, next = 0, modRm] = [bytes[place.at], bytes[place.at + 1], bytes[place.at + 2]];
  if (opcode === undefined) return undefined;
  const ignored = place.rex & ignoredRex(opcode);
  if (ignored !== 0) {
    const plain = bytes.slice();
    plain[place.at - 1] = place.rex & ~ignored;
    return { bytes: plain, longerBy: 0 };
  }
  const twin = opcode === 0x0f ? twinOpcode0F(next, modRm ?? 0, place) : twinOpcode(opcode, next, bits, place);
  if (twin === undefined) return undefined;
  const [start, replaced] = twin;
  if (place.at + replaced > bytes.length) return undefined;
  const result = [...bytes.subarray(0, place.at), ...start, ...bytes.subarray(place.at + replaced)];
  return { bytes: Uint8Array.from(result), longerBy: replaced - start.length };
}
