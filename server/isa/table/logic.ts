// Bitwise logic.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const logic = {
  and: {
    title: "AND",
    rows: [
      "rw r/m(8), r r8 | MR | 20 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 21 /r | hle lock",
      "rw r8, r r/m(8) | RM | 22 /r",
      "rw rv, r r/m(v) | RM | ov 23 /r",
      "rw r/mv, r imm8 | MI | ov 83 /4 ibs | hle lock",
      "rw AL, r imm(8) | -I | 24 ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /4 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 25 iz",
      "rw r/m8, r imm(8) | MI | 80 /4 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /4 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /4 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /4 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /4 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /4 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /4 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /4 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /4 ib | hle lock nd no64",
    ],
  },
  not: {
    title: "NOT",
    rows: [
      "rw r/m8 | M | F6 /2 | hle lock",
      "rw r/mv | M | ov F7 /2 | hle lock",
    ],
  },
  or: {
    title: "OR",
    rows: [
      "rw r/m(8), r r8 | MR | 08 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 09 /r | hle lock",
      "rw r8, r r/m(8) | RM | 0A /r",
      "rw rv, r r/m(v) | RM | ov 0B /r",
      "rw r/mv, r imm8 | MI | ov 83 /1 ibs | hle lock",
      "rw AL, r imm(8) | -I | 0C ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /1 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 0D iz",
      "rw r/m8, r imm(8) | MI | 80 /1 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /1 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /1 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /1 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /1 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /1 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /1 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /1 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /1 ib | hle lock nd no64",
    ],
  },
  test: {
    title: "TEST",
    rows: [
      "r r/m(8), r r8 | MR | 84 /r",
      "r r/m(v), r rv | MR | ov 85 /r",
      "r r8, r m(8) | RM | 84 /r",
      "r rv, r m(v) | RM | ov 85 /r",
      "r AL, r imm(8) | -I | A8 ib",
      "r rAX, r imm(v) | -I | ov A9 iz",
      "r r/m8, r imm(8) | MI | F6 /0 ib",
      "r r/mv, r imm(v) | MI | ov F7 /0 iz",
      "r m(8), r imm8 | MI | F6 /0 ib",
      "r m(16), r imm16 | MI | o16 F7 /0 iw",
      "r m(32), r imm32 | MI | o32 F7 /0 id | 386",
    ],
  },
  xor: {
    title: "XOR",
    rows: [
      "rw r/m(8), r r8 | MR | 30 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 31 /r | hle lock",
      "rw r8, r r/m(8) | RM | 32 /r",
      "rw rv, r r/m(v) | RM | ov 33 /r",
      "rw r/mv, r imm8 | MI | ov 83 /6 ibs | hle lock",
      "rw AL, r imm(8) | -I | 34 ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /6 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 35 iz",
      "rw r/m8, r imm(8) | MI | 80 /6 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /6 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /6 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /6 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /6 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /6 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /6 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /6 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /6 ib | hle lock nd no64",
    ],
  },
  andn: {
    title: "ANDN",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.0F38.W0 F2 /r | future bmi1",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.0F38.W1 F2 /r | 64only future bmi1",
    ],
  },
} as const satisfies Family;
