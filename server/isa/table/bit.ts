// Single bits, bit counts, bit fields.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const bit = () => ({
  bsf: {
    title: "Bit scan forward",
    brief: "Finds the lowest set bit; a source of 0 sets ZF and leaves the destination.",
    operation: "ZF ← SRC = 0\nif SRC ≠ 0: DEST ← index of lowest 1",
    flags: "w=z u=osapc",
    rows: [
      "rw rv, r r/m(v) | RM | ov nof3 0F BC /r | 386",
    ],
  },
  bsr: {
    title: "Bit scan reverse",
    brief: "Finds the highest set bit; a source of 0 sets ZF and leaves the destination.",
    operation: "ZF ← SRC = 0\nif SRC ≠ 0: DEST ← index of highest 1",
    flags: "w=z u=osapc",
    rows: [
      "rw rv, r r/m(v) | RM | ov nof3 0F BD /r | 386",
    ],
  },
  bt: {
    title: "Bit test",
    brief: "Copies a bit to the carry flag; with memory and a register, the bit may lie far from the address.",
    operation: "CF ← bit SRC of DEST",
    flags: "w=c u=osap",
    rows: [
      "r r/m(v), r rv | MR | ov 0F A3 /r | 386",
      "r r/mv, r imm8 | MI | ov 0F BA /4 ibu | 386",
    ],
  },
  btc: {
    title: "Bit test and complement",
    brief: "Copies a bit to the carry flag and flips it.",
    operation: "CF ← bit SRC of DEST\nthat bit ← ~bit",
    flags: "w=c u=osap",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F BB /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /7 ibu | hle 386 lock",
    ],
  },
  btr: {
    title: "Bit test and reset",
    brief: "Copies a bit to the carry flag and clears it.",
    operation: "CF ← bit SRC of DEST\nthat bit ← 0",
    flags: "w=c u=osap",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F B3 /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /6 ibu | hle 386 lock",
    ],
  },
  bts: {
    title: "Bit test and set",
    brief: "Copies a bit to the carry flag and sets it.",
    operation: "CF ← bit SRC of DEST\nthat bit ← 1",
    flags: "w=c u=osap",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F AB /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /5 ibu | hle 386 lock",
    ],
  },
  lzcnt: {
    title: "Count leading zeros",
    brief: "Counts the zero bits above the highest one; the operand's width for 0.",
    operation: "DEST ← zeros above the highest 1\nCF ← SRC = 0, ZF ← DEST = 0",
    flags: "w=zc u=osap",
    rows: [
      "w rv, r r/mv | RM | ov F3 0F BD /r | p6 lzcnt",
    ],
  },
  crc32: {
    title: "Accumulate CRC-32C",
    brief: "Adds the source to a checksum with the Castagnoli polynomial 0x11EDC6F41.",
    operation: "DEST ← CRC-32C step of DEST with SRC",
    rows: [
      "rw r32, r r/m8 | RM | F2 0F 38 F0 /r | sse42",
      "rw r32, r r/m16 | RM | o16 F2 0F 38 F1 /r | sse42",
      "rw r32, r r/m32 | RM | o32 F2 0F 38 F1 /r | sse42",
      "rw r64, r r/m8 | RM | REX.W F2 0F 38 F0 /r | sse42 64",
      "rw r64, r r/m64 | RM | REX.W F2 0F 38 F1 /r | sse42 64",
    ],
  },
  popcnt: {
    title: "Count set bits",
    brief: "Counts the ones.",
    operation: "DEST ← number of 1 bits in SRC\nZF ← SRC = 0",
    flags: "w=z 0=oscap",
    rows: [
      "w r16, r r/m16? | RM | o16 F3 0F B8 /r | nehalem popcnt",
      "w r32, r r/m32? | RM | o32 F3 0F B8 /r | nehalem popcnt",
      "w r64, r r/m64? | RM | REX.W F3 0F B8 /r | nehalem 64only popcnt",
    ],
  },
  bextr: {
    title: "Extract bit field",
    brief: "Takes a field out of the second operand: start in the third operand's low byte, length in the next.",
    operation: "DEST ← SRC[start … start + length − 1]",
    flags: "w=z 0=oc u=sap",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.0F38.W0 F7 /r | future bmi1",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.0F38.W1 F7 /r | 64only future bmi1",
    ],
  },
  blsi: {
    title: "Isolate lowest set bit",
    brief: "Keeps the lowest one and clears the rest.",
    operation: "DEST ← −SRC & SRC",
    flags: "w=szc 0=o u=ap",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /3 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /3 | 64only future bmi1",
    ],
  },
  blsmsk: {
    title: "Mask up to lowest set bit",
    brief: "Sets all bits up to and including the lowest one.",
    operation: "DEST ← (SRC − 1) ^ SRC",
    flags: "w=sc 0=oz u=ap",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /2 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /2 | 64only future bmi1",
    ],
  },
  blsr: {
    title: "Reset lowest set bit",
    brief: "Clears the lowest one.",
    operation: "DEST ← (SRC − 1) & SRC",
    flags: "w=szc 0=o u=ap",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /1 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /1 | 64only future bmi1",
    ],
  },
  bzhi: {
    title: "Zero high bits",
    brief: "Clears the bits from the given position upwards.",
    operation: "DEST ← SRC[0 … INDEX − 1]",
    flags: "w=szc 0=o u=ap",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.0F38.W0 F5 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  pdep: {
    title: "Deposit bits",
    brief: "Spreads the low bits of the second operand over the ones of the mask.",
    operation: "DEST ← bits of SRC at the places of MASK",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.F2.0F38.W0 F5 /r | future bmi2",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.F2.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  pext: {
    title: "Extract bits",
    brief: "Collects the bits under the mask's ones into the low bits.",
    operation: "DEST ← bits of SRC under MASK, side by side",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.F3.0F38.W0 F5 /r | future bmi2",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.F3.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  tzcnt: {
    title: "Count trailing zeros",
    brief: "Counts the zero bits below the lowest one; the operand's width for 0.",
    operation: "DEST ← zeros below the lowest 1\nCF ← SRC = 0, ZF ← DEST = 0",
    flags: "w=zc u=osap",
    rows: [
      "w r16, r r/m16 | RM | o16 F3 0F BC /r | future bmi1",
      "w r32, r r/m32 | RM | o32 F3 0F BC /r | future bmi1",
      "w r64, r r/m64 | RM | REX.W F3 0F BC /r | 64only future bmi1",
    ],
  },
}) as const satisfies Family;
