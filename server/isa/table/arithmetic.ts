// Integer arithmetic.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const arithmetic = {
  aaa: {
    title: "AAA",
    rows: [
      " |  | 37 | no64",
    ],
  },
  aad: {
    title: "AAD",
    rows: [
      " |  | D5 0A | no64",
      "r imm(8) | I | D5 ibu | no64",
    ],
  },
  aam: {
    title: "AAM",
    rows: [
      " |  | D4 0A | no64",
      "r imm(8) | I | D4 ibu | no64",
    ],
  },
  aas: {
    title: "AAS",
    rows: [
      " |  | 3F | no64",
    ],
  },
  adc: {
    title: "ADC",
    rows: [
      "rw r/m(8), r r8 | MR | 10 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 11 /r | hle lock",
      "rw r8, r r/m(8) | RM | 12 /r",
      "rw rv, r r/m(v) | RM | ov 13 /r",
      "rw r/mv, r imm8 | MI | ov 83 /2 ibs | hle lock",
      "rw AL, r imm(8) | -I | 14 ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /2 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 15 iz",
      "rw r/m8, r imm(8) | MI | 80 /2 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /2 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /2 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /2 ib | hle lock nd",
      "rw m(16), r imm8sw16 | MI | o16 83 /2 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /2 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /2 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /2 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /2 ib | hle lock nd no64",
    ],
  },
  add: {
    title: "ADD",
    rows: [
      "rw r/m(8), r r8 | MR | 00 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 01 /r | hle lock",
      "rw r8, r r/m(8) | RM | 02 /r",
      "rw rv, r r/m(v) | RM | ov 03 /r",
      "rw r/mv, r imm8 | MI | ov 83 /0 ibs | hle lock",
      "rw AL, r imm(8) | -I | 04 ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /0 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 05 iz",
      "rw r/m8, r imm(8) | MI | 80 /0 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /0 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /0 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /0 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /0 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /0 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /0 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /0 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /0 ib | hle lock nd no64",
    ],
  },
  cbw: {
    title: "CBW",
    rows: [
      " |  | o16 98",
    ],
  },
  cdq: {
    title: "CDQ",
    rows: [
      " |  | o32 99 | 386",
    ],
  },
  cdqe: {
    title: "CDQE",
    rows: [
      " |  | REX.W 98 | 64",
    ],
  },
  cmp: {
    title: "CMP",
    rows: [
      "r r/m(8), r r8 | MR | 38 /r",
      "r r/m(v), r rv | MR | ov 39 /r",
      "r r8, r r/m(8) | RM | 3A /r",
      "r rv, r r/m(v) | RM | ov 3B /r",
      "r r/mv, r imm8 | MI | ov 83 /7 ibs",
      "r AL, r imm(8) | -I | 3C ib",
      "r rAX, r imm8sv(v) | MI | ov 83 /7 ibs | nd",
      "r rAX, r imm(v) | -I | ov 3D iz",
      "r r/m8, r imm(8) | MI | 80 /7 ib",
      "r r/mv, r imm8sv(v) | MI | ov 83 /7 ibs | nd",
      "r r/mv, r imm(v) | MI | ov 81 /7 iz",
      "r m(8), r imm8 | MI | 80 /7 ib",
      "r m(16), r imm8sw16 | MI | o16 83 /7 ibs | nd",
      "r m(16), r imm16 | MI | o16 81 /7 iw",
      "r m(32), r imm8sd32 | MI | o32 83 /7 ibs | 386 nd",
      "r m(32), r imm32 | MI | o32 81 /7 id | 386",
      "r r/m8, r imm(8) | MI | 82 /7 ib | nd no64",
    ],
  },
  cmpxchg: {
    title: "CMPXCHG",
    rows: [
      "rw r/m(8), r r8 | MR | 0F B0 /r | hle pent lock",
      "rw r/m(v), r rv | MR | ov 0F B1 /r | hle pent lock",
    ],
  },
  cmpxchg8b: {
    title: "CMPXCHG8B",
    rows: [
      "rw m64 | M | norexw 0F C7 /1 | hle pent lock",
    ],
  },
  cmpxchg16b: {
    title: "CMPXCHG16B",
    rows: [
      "rw m128 | M | REX.W 0F C7 /1 | 64 lock",
    ],
  },
  cqo: {
    title: "CQO",
    rows: [
      " |  | REX.W 99 | 64",
    ],
  },
  cwd: {
    title: "CWD",
    rows: [
      " |  | o16 99",
    ],
  },
  cwde: {
    title: "CWDE",
    rows: [
      " |  | o32 98 | 386",
    ],
  },
  daa: {
    title: "DAA",
    rows: [
      " |  | 27 | no64",
    ],
  },
  das: {
    title: "DAS",
    rows: [
      " |  | 2F | no64",
    ],
  },
  dec: {
    title: "DEC",
    rows: [
      "rw r16 | R | o16 48+r | no64",
      "rw r32 | R | o32 48+r | 386 no64",
      "rw r/m8 | M | FE /1 | hle lock",
      "rw r/mv | M | ov FF /1 | hle lock",
    ],
  },
  div: {
    title: "DIV",
    rows: [
      "r r/m8 | M | F6 /6",
      "r r/mv | M | ov F7 /6",
    ],
  },
  idiv: {
    title: "IDIV",
    rows: [
      "r r/m8 | M | F6 /7",
      "r r/mv | M | ov F7 /7",
    ],
  },
  imul: {
    title: "IMUL",
    rows: [
      "r r/m8 | M | F6 /5",
      "r r/mv | M | ov F7 /5",
      "rw rv, r r/m(v) | RM | ov 0F AF /r | 386",
      "w rv, r m(v), r imm8 | RMI | ov 6B /r ibs | 186",
      "w rv, r m(v), r imm8sv(v) | RMI | ov 6B /r ibs | 186 nd",
      "w r16, r m(16), r imm16 | RMI | o16 69 /r iw | 186",
      "w rv, r m(v), r imm(v) | RMI | ov 69 /r iz | 186 nd",
      "w rv, r rv, r imm8 | RMI | ov 6B /r ibs | 186",
      "w rv, r rv, r imm8sv(v) | RMI | ov 6B /r ibs | 186 nd",
      "w r16, r r16, r imm16 | RMI | o16 69 /r iw | 186",
      "w rv, r rv, r imm(v) | RMI | ov 69 /r iz | 186 nd",
      "w r32, r m(32), r imm32 | RMI | o32 69 /r id | 386",
      "w r32, r r32, r imm32 | RMI | o32 69 /r id | 386",
      "w r64, r m(64), r imm32 | RMI | REX.W 69 /r id | 64",
      "w r64, r r64, r imm32 | RMI | REX.W 69 /r id | 64",
      "rw rv, r imm8 | R+MI | ov 6B /r ibs | 186",
      "rw rv, r imm8sv(v) | R+MI | ov 6B /r ibs | 186 nd",
      "rw rv, r immz | R+MI | ov 69 /r iz | 186",
      "rw rv, r imm(v) | R+MI | ov 69 /r iz | 186 nd",
    ],
  },
  inc: {
    title: "INC",
    rows: [
      "rw r16 | R | o16 40+r | no64",
      "rw r32 | R | o32 40+r | 386 no64",
      "rw r/m8 | M | FE /0 | hle lock",
      "rw r/mv | M | ov FF /0 | hle lock",
    ],
  },
  mul: {
    title: "MUL",
    rows: [
      "r r/m8 | M | F6 /4",
      "r r/mv | M | ov F7 /4",
    ],
  },
  neg: {
    title: "NEG",
    rows: [
      "rw r/m8 | M | F6 /3 | hle lock",
      "rw r/mv | M | ov F7 /3 | hle lock",
    ],
  },
  sbb: {
    title: "SBB",
    rows: [
      "rw r/m(8), r r8 | MR | 18 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 19 /r | hle lock",
      "rw r8, r r/m(8) | RM | 1A /r",
      "rw rv, r r/m(v) | RM | ov 1B /r",
      "rw r/mv, r imm8 | MI | ov 83 /3 ibs | hle lock",
      "rw AL, r imm(8) | -I | 1C ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /3 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 1D iz",
      "rw r/m8, r imm(8) | MI | 80 /3 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /3 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /3 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /3 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /3 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /3 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /3 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /3 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /3 ib | hle lock nd no64",
    ],
  },
  sub: {
    title: "SUB",
    rows: [
      "rw r/m(8), r r8 | MR | 28 /r | hle lock",
      "rw r/m(v), r rv | MR | ov 29 /r | hle lock",
      "rw r8, r r/m(8) | RM | 2A /r",
      "rw rv, r r/m(v) | RM | ov 2B /r",
      "rw r/mv, r imm8 | MI | ov 83 /5 ibs | hle lock",
      "rw AL, r imm(8) | -I | 2C ib",
      "rw rAX, r imm8sv(v) | MI | ov 83 /5 ibs | nd",
      "rw rAX, r imm(v) | -I | ov 2D iz",
      "rw r/m8, r imm(8) | MI | 80 /5 ib | hle lock",
      "rw r/mv, r imm8sv(v) | MI | ov 83 /5 ibs | hle lock nd",
      "rw r/mv, r imm(v) | MI | ov 81 /5 iz | hle lock",
      "rw m(8), r imm8 | MI | 80 /5 ib | hle lock",
      "rw m(16), r imm8sw16 | MI | o16 83 /5 ibs | hle lock nd",
      "rw m(16), r imm16 | MI | o16 81 /5 iw | hle lock",
      "rw m(32), r imm8sd32 | MI | o32 83 /5 ibs | hle 386 lock nd",
      "rw m(32), r imm32 | MI | o32 81 /5 id | hle 386 lock",
      "rw r/m8, r imm(8) | MI | 82 /5 ib | hle lock nd no64",
    ],
  },
  xadd: {
    title: "XADD",
    rows: [
      "rw r/m(8), rw r8 | MR | 0F C0 /r | hle 486 lock",
      "rw r/m(v), rw rv | MR | ov 0F C1 /r | hle 486 lock",
    ],
  },
  adcx: {
    title: "ADCX",
    rows: [
      "rw r32, r r/m32 | RM | norexw 66 0F 38 F6 /r | future",
      "rw r64, r r/m64 | RM | REX.W 66 0F 38 F6 /r | 64only future",
    ],
  },
  adox: {
    title: "ADOX",
    rows: [
      "rw r32, r r/m32 | RM | norexw F3 0F 38 F6 /r | future",
      "rw r64, r r/m64 | RM | REX.W F3 0F 38 F6 /r | 64only future",
    ],
  },
  mulx: {
    title: "MULX",
    rows: [
      "w r32, r r32, r r/m32 | RVM | VEX.LZ.F2.0F38.W0 F6 /r | future bmi2",
      "w r64, r r64, r r/m64 | RVM | VEX.LZ.F2.0F38.W1 F6 /r | 64only future bmi2",
    ],
  },
} as const satisfies Family;
