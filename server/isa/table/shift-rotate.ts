// Shifts and rotates.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const shiftRotate = () => ({
  rcl: {
    title: "Rotate left through carry",
    brief: "Rotates to the left with the carry flag as one more bit.",
    operation: "CF:DEST ← rotated left",
    flags: "r=c w=co",
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
    title: "Rotate right through carry",
    brief: "Rotates to the right with the carry flag as one more bit.",
    operation: "DEST:CF ← rotated right",
    flags: "r=c w=co",
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
    title: "Rotate left",
    brief: "Shifts to the left; bits that leave at the top come in at the bottom.",
    operation: "DEST ← DEST rotated left\nCF ← lowest bit",
    flags: "w=co",
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
    title: "Rotate right",
    brief: "Shifts to the right; bits that leave at the bottom come in at the top.",
    operation: "DEST ← DEST rotated right\nCF ← highest bit",
    flags: "w=co",
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
    title: "Shift right signed",
    brief: "Shifts bits to the right and keeps the sign: a division by 2 for each place, rounding down.",
    operation: "CF ← last bit shifted out\nDEST ← DEST >> (COUNT & 31 or 63), sign copied",
    flags: "w=szpco u=a",
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
    title: "Shift left",
    brief: "Shifts bits to the left and fills with zeros: a multiplication by 2 for each place.",
    operation: "CF ← last bit shifted out\nDEST ← DEST << (COUNT & 31 or 63)",
    flags: "w=szpco u=a",
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
    title: "Shift left double",
    brief: "Shifts the destination to the left and fills from the top of the second operand.",
    operation: "DEST ← upper half of (DEST:SRC << COUNT)",
    flags: "w=szpco u=a",
    rows: [
      "rw r/m(v), r rv, r imm | MRI | ov 0F A4 /r ibu | 386",
      "rw r/m(v), r rv, r CL | MR- | ov 0F A5 /r | 386",
    ],
  },
  shr: {
    title: "Shift right unsigned",
    brief: "Shifts bits to the right and fills with zeros: an unsigned division by 2 for each place.",
    operation: "CF ← last bit shifted out\nDEST ← DEST >> (COUNT & 31 or 63)",
    flags: "w=szpco u=a",
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
    title: "Shift right double",
    brief: "Shifts the destination to the right and fills from the bottom of the second operand.",
    operation: "DEST ← lower half of (SRC:DEST >> COUNT)",
    flags: "w=szpco u=a",
    rows: [
      "rw r/m(v), r rv, r imm | MRI | ov 0F AC /r ibu | 386",
      "rw r/m(v), r rv, r CL | MR- | ov 0F AD /r | 386",
    ],
  },
  rorx: {
    title: "Rotate right without flags",
    brief: "Rotates the second operand right by the immediate; flags stay.",
    operation: "DEST ← SRC rotated right",
    rows: [
      "w r32, r r/m32, r imm8 | RMI | VEX.LZ.F2.0F3A.W0 F0 /r ib | future bmi2",
      "w r64, r r/m64, r imm8 | RMI | VEX.LZ.F2.0F3A.W1 F0 /r ib | 64only future bmi2",
    ],
  },
  sarx: {
    title: "Shift right signed without flags",
    brief: "Shifts the second operand right by the third, keeping the sign; flags stay.",
    operation: "DEST ← SRC >> COUNT, sign copied",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.F3.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.F3.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
  shlx: {
    title: "Shift left without flags",
    brief: "Shifts the second operand left by the third; flags stay.",
    operation: "DEST ← SRC << COUNT",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.66.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.66.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
  shrx: {
    title: "Shift right without flags",
    brief: "Shifts the second operand right by the third; flags stay.",
    operation: "DEST ← SRC >> COUNT",
    rows: [
      "w r32, r r/m32, r r32 | RMV | VEX.LZ.F2.0F38.W0 F7 /r | future bmi2",
      "w r64, r r/m64, r r64 | RMV | VEX.LZ.F2.0F38.W1 F7 /r | 64only future bmi2",
    ],
  },
}) as const satisfies Family;
