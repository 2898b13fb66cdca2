// Single bits, bit counts, bit fields.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const bit = {
  bsf: {
    title: "BSF",
    rows: [
      "rw rv, r r/m(v) | RM | ov nof3 0F BC /r | 386",
    ],
  },
  bsr: {
    title: "BSR",
    rows: [
      "rw rv, r r/m(v) | RM | ov nof3 0F BD /r | 386",
    ],
  },
  bt: {
    title: "BT",
    rows: [
      "r r/m(v), r rv | MR | ov 0F A3 /r | 386",
      "r r/mv, r imm8 | MI | ov 0F BA /4 ibu | 386",
    ],
  },
  btc: {
    title: "BTC",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F BB /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /7 ibu | hle 386 lock",
    ],
  },
  btr: {
    title: "BTR",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F B3 /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /6 ibu | hle 386 lock",
    ],
  },
  bts: {
    title: "BTS",
    rows: [
      "rw r/m(v), r rv | MR | ov 0F AB /r | hle 386 lock",
      "rw r/mv, r imm8 | MI | ov 0F BA /5 ibu | hle 386 lock",
    ],
  },
  lzcnt: {
    title: "LZCNT",
    rows: [
      "w rv, r r/mv | RM | ov F3 0F BD /r | p6 amd",
    ],
  },
  crc32: {
    title: "CRC32",
    rows: [
      "rw r32, r r/m8 | RM | F2 0F 38 F0 /r | sse42",
      "rw r32, r r/m16 | RM | o16 F2 0F 38 F1 /r | sse42",
      "rw r32, r r/m32 | RM | o32 F2 0F 38 F1 /r | sse42",
      "rw r64, r r/m8 | RM | REX.W F2 0F 38 F0 /r | sse42 64",
      "rw r64, r r/m64 | RM | REX.W F2 0F 38 F1 /r | sse42 64",
    ],
  },
  popcnt: {
    title: "POPCNT",
    rows: [
      "w r16, r r/m16? | RM | o16 F3 0F B8 /r | nehalem",
      "w r32, r r/m32? | RM | o32 F3 0F B8 /r | nehalem",
      "w r64, r r/m64? | RM | REX.W F3 0F B8 /r | nehalem 64only",
    ],
  },
  bextr: {
    title: "BEXTR",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.0F38.W0 F7 /r | future bmi1",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.0F38.W1 F7 /r | 64only future bmi1",
      "w r32, r r/m32, r imm32 | RMI | XOP.LZ.MAP10.W0 10 /r id | future tbm",
      "w r64, r r/m64, r imm32 | RMI | XOP.LZ.MAP10.W1 10 /r id | 64only future tbm",
    ],
  },
  blsi: {
    title: "BLSI",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /3 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /3 | 64only future bmi1",
    ],
  },
  blsmsk: {
    title: "BLSMSK",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /2 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /2 | 64only future bmi1",
    ],
  },
  blsr: {
    title: "BLSR",
    rows: [
      "w r32, r r/m32 | VM | VEX.LZ.0F38.W0 F3 /1 | future bmi1",
      "w r64, r r/m64 | VM | VEX.LZ.0F38.W1 F3 /1 | 64only future bmi1",
    ],
  },
  bzhi: {
    title: "BZHI",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.0F38.W0 F5 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  pdep: {
    title: "PDEP",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.F2.0F38.W0 F5 /r | future bmi2",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.F2.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  pext: {
    title: "PEXT",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.F3.0F38.W0 F5 /r | future bmi2",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.F3.0F38.W1 F5 /r | 64only future bmi2",
    ],
  },
  tzcnt: {
    title: "TZCNT",
    rows: [
      "w r16, r r/m16 | RM | o16 F3 0F BC /r | future bmi1",
      "w r32, r r/m32 | RM | o32 F3 0F BC /r | future bmi1",
      "w r64, r r/m64 | RM | REX.W F3 0F BC /r | 64only future bmi1",
    ],
  },
} as const satisfies Family;
