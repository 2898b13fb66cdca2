// Shifts and rotates.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const shiftRotate = {
  rcl: {
    title: "RCL",
    rows: [
      "rw r/m8, r 1 | M- | D0 /2",
      "rw r/m8, r CL | M- | D2 /2",
      "rw r/m8, r imm8 | MI | C0 /2 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /2",
      "rw r/mv, r CL | M- | ov D3 /2",
      "rw r/mv, r imm8 | MI | ov C1 /2 ibu | 186",
    ],
  },
  rcr: {
    title: "RCR",
    rows: [
      "rw r/m8, r 1 | M- | D0 /3",
      "rw r/m8, r CL | M- | D2 /3",
      "rw r/m8, r imm8 | MI | C0 /3 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /3",
      "rw r/mv, r CL | M- | ov D3 /3",
      "rw r/mv, r imm8 | MI | ov C1 /3 ibu | 186",
    ],
  },
  rol: {
    title: "ROL",
    rows: [
      "rw r/m8, r 1 | M- | D0 /0",
      "rw r/m8, r CL | M- | D2 /0",
      "rw r/m8, r imm8 | MI | C0 /0 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /0",
      "rw r/mv, r CL | M- | ov D3 /0",
      "rw r/mv, r imm8 | MI | ov C1 /0 ibu | 186",
    ],
  },
  ror: {
    title: "ROR",
    rows: [
      "rw r/m8, r 1 | M- | D0 /1",
      "rw r/m8, r CL | M- | D2 /1",
      "rw r/m8, r imm8 | MI | C0 /1 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /1",
      "rw r/mv, r CL | M- | ov D3 /1",
      "rw r/mv, r imm8 | MI | ov C1 /1 ibu | 186",
    ],
  },
  sar: {
    title: "SAR",
    rows: [
      "rw r/m8, r 1 | M- | D0 /7",
      "rw r/m8, r CL | M- | D2 /7",
      "rw r/m8, r imm8 | MI | C0 /7 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /7",
      "rw r/mv, r CL | M- | ov D3 /7",
      "rw r/mv, r imm8 | MI | ov C1 /7 ibu | 186",
    ],
  },
  shl: {
    title: "SHL",
    rows: [
      "rw r/m8, r 1 | M- | D0 /4",
      "rw r/m8, r CL | M- | D2 /4",
      "rw r/m8, r imm8 | MI | C0 /4 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /4",
      "rw r/mv, r CL | M- | ov D3 /4",
      "rw r/mv, r imm8 | MI | ov C1 /4 ibu | 186",
    ],
  },
  shld: {
    title: "SHLD",
    rows: [
      "rw r/m(v), r rv, r imm | MRI | ov 0F A4 /r ibu | 386",
      "rw r/m(v), r rv, r CL | MR- | ov 0F A5 /r | 386",
    ],
  },
  shr: {
    title: "SHR",
    rows: [
      "rw r/m8, r 1 | M- | D0 /5",
      "rw r/m8, r CL | M- | D2 /5",
      "rw r/m8, r imm8 | MI | C0 /5 ibu | 186",
      "rw r/mv, r 1 | M- | ov D1 /5",
      "rw r/mv, r CL | M- | ov D3 /5",
      "rw r/mv, r imm8 | MI | ov C1 /5 ibu | 186",
    ],
  },
  shrd: {
    title: "SHRD",
    rows: [
      "rw r/m(v), r rv, r imm | MRI | ov 0F AC /r ibu | 386",
      "rw r/m(v), r rv, r CL | MR- | ov 0F AD /r | 386",
    ],
  },
  rorx: {
    title: "RORX",
    rows: [
      "w r32, r r/m32, r imm8 | RMI | VEX.LZ.F2.0F3A.W0 F0 /r ib | future bmi2",
      "w r64, r r/m64, r imm8 | RMI | VEX.LZ.F2.0F3A.W1 F0 /r ib | 64only future bmi2",
    ],
  },
  sarx: {
    title: "SARX",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.F3.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.F3.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
  shlx: {
    title: "SHLX",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.66.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.66.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
  shrx: {
    title: "SHRX",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.F2.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.F2.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
} as const satisfies Family;
