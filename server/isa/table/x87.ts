// The x87 floating-point unit.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const x87 = () => ({
  f2xm1: {
    title: "2 to the x, minus 1",
    brief: "Replaces ST(0), between −1 and 1, by 2^ST(0) − 1.",
    operation: "ST(0) ← 2^ST(0) − 1",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F0 | fpu",
    ],
  },
  fabs: {
    title: "Absolute value",
    brief: "Clears the sign of ST(0).",
    operation: "ST(0) ← |ST(0)|",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E1 | fpu",
    ],
  },
  fadd: {
    title: "Add floating point",
    brief: "Computes DEST + SRC; with one operand, DEST is ST(0).",
    operation: "DEST ← DEST + SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /0 | fpu",
      "r m64 | M | DC /0 | fpu",
      "rw to ST(i) | R | DC C0+r | fpu",
      "r ST(i) | R | D8 C0+r | fpu",
      "rw ST(i), r ST(0) | R- | DC C0+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 C0+r | fpu",
      " |  | DE C1 | fpu nd",
    ],
  },
  faddp: {
    title: "Add floating point and pop",
    brief: "Computes DEST + ST(0) into DEST and pops.",
    operation: "DEST ← DEST + ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE C0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE C0+r | fpu",
      " |  | DE C1 | fpu nd",
    ],
  },
  fbld: {
    title: "Load packed decimal",
    brief: "Pushes an 18-digit packed decimal number.",
    operation: "push SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m80 | M | DF /4 | fpu",
      "r m | M | DF /4 | fpu",
    ],
  },
  fbstp: {
    title: "Store packed decimal and pop",
    brief: "Stores ST(0) as 18 packed decimal digits and pops it.",
    operation: "DEST ← round(ST(0))\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m80 | M | DF /6 | fpu",
      "w m | M | DF /6 | fpu",
    ],
  },
  fchs: {
    title: "Change sign",
    brief: "Flips the sign of ST(0).",
    operation: "ST(0) ← −ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E0 | fpu",
    ],
  },
  fclex: {
    title: "Clear exceptions",
    brief: "Clears the exception flags of the x87 status.",
    operation: "FSW exceptions ← 0",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | wait DB E2 | fpu",
    ],
  },
  fcmovb: {
    title: "Move floating point if below",
    brief: "Copies ST(i) to ST(0) if below (CF = 1).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=c",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DA C0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA C0+r | p6 fpu",
      " |  | DA C1 | p6 fpu nd",
    ],
  },
  fcmovbe: {
    title: "Move floating point if below or equal",
    brief: "Copies ST(i) to ST(0) if below or equal (CF or ZF).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=cz",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DA D0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA D0+r | p6 fpu",
      " |  | DA D1 | p6 fpu nd",
    ],
  },
  fcmove: {
    title: "Move floating point if equal",
    brief: "Copies ST(i) to ST(0) if equal (ZF = 1).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=z",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DA C8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA C8+r | p6 fpu",
      " |  | DA C9 | p6 fpu nd",
    ],
  },
  fcmovnb: {
    title: "Move floating point if not below",
    brief: "Copies ST(i) to ST(0) if not below (CF = 0).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=c",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB C0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB C0+r | p6 fpu",
      " |  | DB C1 | p6 fpu nd",
    ],
  },
  fcmovnbe: {
    title: "Move floating point if above",
    brief: "Copies ST(i) to ST(0) if above (CF = 0 and ZF = 0).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=cz",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB D0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB D0+r | p6 fpu",
      " |  | DB D1 | p6 fpu nd",
    ],
  },
  fcmovne: {
    title: "Move floating point if not equal",
    brief: "Copies ST(i) to ST(0) if not equal (ZF = 0).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=z",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB C8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB C8+r | p6 fpu",
      " |  | DB C9 | p6 fpu nd",
    ],
  },
  fcmovnu: {
    title: "Move floating point if ordered",
    brief: "Copies ST(i) to ST(0) if ordered (PF = 0).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=p",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB D8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB D8+r | p6 fpu",
      " |  | DB D9 | p6 fpu nd",
    ],
  },
  fcmovu: {
    title: "Move floating point if unordered",
    brief: "Copies ST(i) to ST(0) if unordered (PF = 1).",
    operation: "if condition: ST(0) ← ST(i)",
    flags: "r=p",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DA D8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA D8+r | p6 fpu",
      " |  | DA D9 | p6 fpu nd",
    ],
  },
  fcom: {
    title: "Compare floating point",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status.",
    operation: "C3, C2, C0 ← ST(0) ? SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /2 | fpu",
      "r m64 | M | DC /2 | fpu",
      "r ST(i) | R | D8 D0+r | fpu",
      "r ST(0), r ST(i) | -R | D8 D0+r | fpu",
      " |  | D8 D1 | fpu nd",
    ],
  },
  fcomi: {
    title: "Compare floating point into flags",
    brief: "Compares ST(0) with ST(i) into ZF, PF and CF.",
    operation: "ZF, PF, CF ← ST(0) ? ST(i)",
    flags: "w=zpc 0=osa",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB F0+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DB F0+r | p6 fpu",
      " |  | DB F1 | p6 fpu nd",
    ],
  },
  fcomip: {
    title: "Compare floating point into flags and pop",
    brief: "Compares ST(0) with ST(i) into ZF, PF and CF and pops.",
    operation: "ZF, PF, CF ← ST(0) ? ST(i)\npop",
    flags: "w=zpc 0=osa",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DF F0+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DF F0+r | p6 fpu",
      " |  | DF F1 | p6 fpu nd",
    ],
  },
  fcomp: {
    title: "Compare floating point and pop",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status and pops.",
    operation: "C3, C2, C0 ← ST(0) ? SRC\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /3 | fpu",
      "r m64 | M | DC /3 | fpu",
      "r ST(i) | R | D8 D8+r | fpu",
      "r ST(0), r ST(i) | -R | D8 D8+r | fpu",
      " |  | D8 D9 | fpu nd",
    ],
  },
  fcompp: {
    title: "Compare floating point and pop twice",
    brief: "Compares ST(0) with ST(1) into C3, C2, C0 and pops both.",
    operation: "C3, C2, C0 ← ST(0) ? ST(1)\npop, pop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DE D9 | fpu",
    ],
  },
  fcos: {
    title: "Cosine",
    brief: "Replaces ST(0) by its cosine; C2 when it is too large.",
    operation: "ST(0) ← cos ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FF | 386 fpu",
    ],
  },
  fdecstp: {
    title: "Decrement stack top",
    brief: "Turns the register stack back by one without changing registers.",
    operation: "TOP ← TOP − 1",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F6 | fpu",
    ],
  },
  fdisi: {
    title: "Obsolete x87 control",
    brief: "Did something on the 8087 or 80287; does nothing now.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | wait DB E1 | fpu",
    ],
  },
  fdiv: {
    title: "Divide floating point",
    brief: "Computes DEST ÷ SRC; with one operand, DEST is ST(0).",
    operation: "DEST ← DEST ÷ SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /6 | fpu",
      "r m64 | M | DC /6 | fpu",
      "rw to ST(i) | R | DC F8+r | fpu",
      "r ST(i) | R | D8 F0+r | fpu",
      "rw ST(i), r ST(0) | R- | DC F8+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 F0+r | fpu",
      " |  | DE F9 | fpu nd",
    ],
  },
  fdivp: {
    title: "Divide floating point and pop",
    brief: "Computes DEST ÷ ST(0) into DEST and pops.",
    operation: "DEST ← DEST ÷ ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE F8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE F8+r | fpu",
      " |  | DE F9 | fpu nd",
    ],
  },
  fdivr: {
    title: "Divide floating point reversed",
    brief: "Computes SRC ÷ DEST into DEST.",
    operation: "DEST ← SRC ÷ DEST",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /7 | fpu",
      "r m64 | M | DC /7 | fpu",
      "rw to ST(i) | R | DC F0+r | fpu",
      "rw ST(i), r ST(0) | R- | DC F0+r | fpu",
      "r ST(i) | R | D8 F8+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 F8+r | fpu",
      " |  | DE F1 | fpu nd",
    ],
  },
  fdivrp: {
    title: "Divide floating point reversed and pop",
    brief: "Computes ST(0) ÷ DEST into DEST and pops.",
    operation: "DEST ← ST(0) ÷ DEST\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE F0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE F0+r | fpu",
      " |  | DE F1 | fpu nd",
    ],
  },
  feni: {
    title: "Obsolete x87 control",
    brief: "Did something on the 8087 or 80287; does nothing now.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | wait DB E0 | fpu",
    ],
  },
  ffree: {
    title: "Free register",
    brief: "Marks ST(i) as empty.",
    operation: "tag(i) ← empty",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DD C0+r | fpu",
      " |  | DD C1 | fpu",
    ],
  },
  ffreep: {
    title: "Free register and pop",
    brief: "Marks ST(i) as empty and pops.",
    operation: "tag(i) ← empty\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DF C0+r | 286 fpu undoc",
      " |  | DF C1 | 286 fpu undoc",
    ],
  },
  fiadd: {
    title: "Add integer",
    brief: "Computes ST(0) + a signed integer in memory.",
    operation: "ST(0) ← ST(0) + SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /0 | fpu",
      "r m16 | M | DE /0 | fpu",
    ],
  },
  ficom: {
    title: "Compare with integer",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status.",
    operation: "C3, C2, C0 ← ST(0) ? SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /2 | fpu",
      "r m16 | M | DE /2 | fpu",
    ],
  },
  ficomp: {
    title: "Compare with integer and pop",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status and pops.",
    operation: "C3, C2, C0 ← ST(0) ? SRC\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /3 | fpu",
      "r m16 | M | DE /3 | fpu",
    ],
  },
  fidiv: {
    title: "Divide integer",
    brief: "Computes ST(0) ÷ a signed integer in memory.",
    operation: "ST(0) ← ST(0) ÷ SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /6 | fpu",
      "r m16 | M | DE /6 | fpu",
    ],
  },
  fidivr: {
    title: "Divide integer reversed",
    brief: "Computes a signed integer in memory ÷ ST(0).",
    operation: "ST(0) ← SRC ÷ ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /7 | fpu",
      "r m16 | M | DE /7 | fpu",
    ],
  },
  fild: {
    title: "Load integer",
    brief: "Pushes a signed integer onto the x87 stack.",
    operation: "push SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DB /0 | fpu",
      "r m16 | M | DF /0 | fpu",
      "r m64 | M | DF /5 | fpu",
    ],
  },
  fimul: {
    title: "Multiply integer",
    brief: "Computes ST(0) × a signed integer in memory.",
    operation: "ST(0) ← ST(0) × SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /1 | fpu",
      "r m16 | M | DE /1 | fpu",
    ],
  },
  fincstp: {
    title: "Increment stack top",
    brief: "Turns the register stack by one without changing registers.",
    operation: "TOP ← TOP + 1",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F7 | fpu",
    ],
  },
  finit: {
    title: "Initialise x87",
    brief: "Sets control, status and tags to their defaults.",
    operation: "FCW ← 0x37F, FSW ← 0, all registers empty",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | wait DB E3 | fpu",
    ],
  },
  fist: {
    title: "Store integer",
    brief: "Stores ST(0) rounded to a signed integer.",
    operation: "DEST ← round(ST(0))",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m32 | M | DB /2 | fpu",
      "w m16 | M | DF /2 | fpu",
    ],
  },
  fistp: {
    title: "Store integer and pop",
    brief: "Stores ST(0) rounded to a signed integer and pops it.",
    operation: "DEST ← round(ST(0))\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m32 | M | DB /3 | fpu",
      "w m16 | M | DF /3 | fpu",
      "w m64 | M | DF /7 | fpu",
    ],
  },
  fisttp: {
    title: "Store integer with truncation and pop",
    brief: "Stores ST(0) rounded towards 0 and pops it.",
    operation: "DEST ← truncate(ST(0))\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m16 | M | DF /1 | prescott fpu",
      "w m32 | M | DB /1 | prescott fpu",
      "w m64 | M | DD /1 | prescott fpu",
    ],
  },
  fisub: {
    title: "Subtract integer",
    brief: "Computes ST(0) − a signed integer in memory.",
    operation: "ST(0) ← ST(0) − SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /4 | fpu",
      "r m16 | M | DE /4 | fpu",
    ],
  },
  fisubr: {
    title: "Subtract integer reversed",
    brief: "Computes a signed integer in memory − ST(0).",
    operation: "ST(0) ← SRC − ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | DA /5 | fpu",
      "r m16 | M | DE /5 | fpu",
    ],
  },
  fld: {
    title: "Load floating point",
    brief: "Pushes a number onto the x87 stack.",
    operation: "push SRC as 80 bits",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D9 /0 | fpu",
      "r m64 | M | DD /0 | fpu",
      "r m80 | M | DB /5 | fpu",
      "r ST(i) | R | D9 C0+r | fpu",
      " |  | D9 C1 | fpu nd",
    ],
  },
  fld1: {
    title: "Load 1",
    brief: "Pushes 1.",
    operation: "push 1",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E8 | fpu",
    ],
  },
  fldcw: {
    title: "Load control word",
    brief: "Loads rounding, precision and exception masks.",
    operation: "FCW ← SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m(16) | M | D9 /5 | fpu",
    ],
  },
  fldenv: {
    title: "Load environment",
    brief: "Loads control, status, tags and pointers.",
    operation: "environment ← SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m | M | D9 /4 | fpu",
    ],
  },
  fldl2e: {
    title: "Load log2(e)",
    brief: "Pushes log₂ e.",
    operation: "push log₂ e",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 EA | fpu",
    ],
  },
  fldl2t: {
    title: "Load log2(10)",
    brief: "Pushes log₂ 10.",
    operation: "push log₂ 10",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E9 | fpu",
    ],
  },
  fldlg2: {
    title: "Load log10(2)",
    brief: "Pushes log₁₀ 2.",
    operation: "push log₁₀ 2",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 EC | fpu",
    ],
  },
  fldln2: {
    title: "Load ln(2)",
    brief: "Pushes ln 2.",
    operation: "push ln 2",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 ED | fpu",
    ],
  },
  fldpi: {
    title: "Load π",
    brief: "Pushes π.",
    operation: "push π",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 EB | fpu",
    ],
  },
  fldz: {
    title: "Load 0",
    brief: "Pushes 0.",
    operation: "push 0",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 EE | fpu",
    ],
  },
  fmul: {
    title: "Multiply floating point",
    brief: "Computes DEST × SRC; with one operand, DEST is ST(0).",
    operation: "DEST ← DEST × SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /1 | fpu",
      "r m64 | M | DC /1 | fpu",
      "rw to ST(i) | R | DC C8+r | fpu",
      "rw ST(i), r ST(0) | R- | DC C8+r | fpu",
      "r ST(i) | R | D8 C8+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 C8+r | fpu",
      " |  | DE C9 | fpu nd",
    ],
  },
  fmulp: {
    title: "Multiply floating point and pop",
    brief: "Computes DEST × ST(0) into DEST and pops.",
    operation: "DEST ← DEST × ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE C8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE C8+r | fpu",
      " |  | DE C9 | fpu nd",
    ],
  },
  fnclex: {
    title: "Clear exceptions",
    brief: "Clears the exception flags of the x87 status.",
    operation: "FSW exceptions ← 0",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DB E2 | fpu",
    ],
  },
  fndisi: {
    title: "Obsolete x87 control",
    brief: "Did something on the 8087 or 80287; does nothing now.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DB E1 | fpu",
    ],
  },
  fneni: {
    title: "Obsolete x87 control",
    brief: "Did something on the 8087 or 80287; does nothing now.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DB E0 | fpu",
    ],
  },
  fninit: {
    title: "Initialise x87",
    brief: "Sets control, status and tags to their defaults.",
    operation: "FCW ← 0x37F, FSW ← 0, all registers empty",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DB E3 | fpu",
    ],
  },
  fnop: {
    title: "No operation",
    brief: "Does nothing.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 D0 | fpu",
    ],
  },
  fnsave: {
    title: "Save x87 state",
    brief: "Stores environment and registers and initialises the unit.",
    operation: "DEST ← state\ninitialise",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m | M | DD /6 | fpu",
    ],
  },
  fnstcw: {
    title: "Store control word",
    brief: "Stores rounding, precision and exception masks.",
    operation: "DEST ← FCW",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m(16) | M | D9 /7 | fpu",
    ],
  },
  fnstenv: {
    title: "Store environment",
    brief: "Stores control, status, tags and pointers and masks exceptions.",
    operation: "DEST ← environment",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m | M | D9 /6 | fpu",
    ],
  },
  fnstsw: {
    title: "Store status word",
    brief: "Stores the x87 status to memory or AX.",
    operation: "DEST ← FSW",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m(16) | M | DD /7 | fpu",
      "w AX | - | DF E0 | 286 fpu",
    ],
  },
  fpatan: {
    title: "Arctangent",
    brief: "Replaces ST(1) by the angle of ST(1)/ST(0) and pops.",
    operation: "ST(1) ← atan(ST(1) ÷ ST(0))\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F3 | fpu",
    ],
  },
  fprem: {
    title: "Partial remainder",
    brief: "Reduces ST(0) by ST(1), quotient rounded towards 0; C2 says that more steps are needed.",
    operation: "ST(0) ← ST(0) − Q × ST(1)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F8 | fpu",
    ],
  },
  fprem1: {
    title: "Partial remainder, IEEE",
    brief: "Reduces ST(0) by ST(1), quotient rounded to nearest; C2 says that more steps are needed.",
    operation: "ST(0) ← ST(0) − Q × ST(1)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F5 | 386 fpu",
    ],
  },
  fptan: {
    title: "Tangent",
    brief: "Replaces ST(0) by its tangent and pushes 1.",
    operation: "ST(0) ← tan ST(0)\npush 1",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F2 | fpu",
    ],
  },
  frndint: {
    title: "Round to integer",
    brief: "Rounds ST(0) by the rounding mode.",
    operation: "ST(0) ← round(ST(0))",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FC | fpu",
    ],
  },
  frstor: {
    title: "Restore x87 state",
    brief: "Loads environment and registers.",
    operation: "state ← SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m | M | DD /4 | fpu",
    ],
  },
  fsave: {
    title: "Save x87 state",
    brief: "Stores environment and registers and initialises the unit.",
    operation: "DEST ← state\ninitialise",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m | M | wait DD /6 | fpu",
    ],
  },
  fscale: {
    title: "Scale by power of 2",
    brief: "Multiplies ST(0) by 2 to the truncated ST(1).",
    operation: "ST(0) ← ST(0) × 2^truncate(ST(1))",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FD | fpu",
    ],
  },
  fsetpm: {
    title: "Obsolete x87 control",
    brief: "Did something on the 8087 or 80287; does nothing now.",
    operation: "nothing",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DB E4 | 286 fpu",
    ],
  },
  fsin: {
    title: "Sine",
    brief: "Replaces ST(0) by its sine; C2 when it is too large.",
    operation: "ST(0) ← sin ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FE | 386 fpu",
    ],
  },
  fsincos: {
    title: "Sine and cosine",
    brief: "Replaces ST(0) by its sine and pushes its cosine.",
    operation: "temp ← cos ST(0)\nST(0) ← sin ST(0)\npush temp",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FB | 386 fpu",
    ],
  },
  fsqrt: {
    title: "Square root",
    brief: "Replaces ST(0) by its square root.",
    operation: "ST(0) ← √ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 FA | fpu",
    ],
  },
  fst: {
    title: "Store floating point",
    brief: "Stores ST(0) rounded to the destination's size.",
    operation: "DEST ← ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m32 | M | D9 /2 | fpu",
      "w m64 | M | DD /2 | fpu",
      "w ST(i) | R | DD D0+r | fpu",
      " |  | DD D1 | fpu nd",
    ],
  },
  fstcw: {
    title: "Store control word",
    brief: "Stores rounding, precision and exception masks.",
    operation: "DEST ← FCW",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m(16) | M | wait D9 /7 | fpu",
    ],
  },
  fstenv: {
    title: "Store environment",
    brief: "Stores control, status, tags and pointers and masks exceptions.",
    operation: "DEST ← environment",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m | M | wait D9 /6 | fpu",
    ],
  },
  fstp: {
    title: "Store floating point and pop",
    brief: "Stores ST(0) rounded to the destination's size and pops it.",
    operation: "DEST ← ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m32 | M | D9 /3 | fpu",
      "w m64 | M | DD /3 | fpu",
      "w m80 | M | DB /7 | fpu",
      "w ST(i) | R | DD D8+r | fpu",
      " |  | DD D9 | fpu nd",
    ],
  },
  fstsw: {
    title: "Store status word",
    brief: "Stores the x87 status to memory or AX.",
    operation: "DEST ← FSW",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "w m(16) | M | wait DD /7 | fpu",
      "w AX | - | wait DF E0 | 286 fpu",
    ],
  },
  fsub: {
    title: "Subtract floating point",
    brief: "Computes DEST − SRC; with one operand, DEST is ST(0).",
    operation: "DEST ← DEST − SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /4 | fpu",
      "r m64 | M | DC /4 | fpu",
      "rw to ST(i) | R | DC E8+r | fpu",
      "rw ST(i), r ST(0) | R- | DC E8+r | fpu",
      "r ST(i) | R | D8 E0+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 E0+r | fpu",
      " |  | DE E9 | fpu nd",
    ],
  },
  fsubp: {
    title: "Subtract floating point and pop",
    brief: "Computes DEST − ST(0) into DEST and pops.",
    operation: "DEST ← DEST − ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE E8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE E8+r | fpu",
      " |  | DE E9 | fpu nd",
    ],
  },
  fsubr: {
    title: "Subtract floating point reversed",
    brief: "Computes SRC − DEST into DEST.",
    operation: "DEST ← SRC − DEST",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r m32 | M | D8 /5 | fpu",
      "r m64 | M | DC /5 | fpu",
      "rw to ST(i) | R | DC E0+r | fpu",
      "rw ST(i), r ST(0) | R- | DC E0+r | fpu",
      "r ST(i) | R | D8 E8+r | fpu",
      "rw ST(0), r ST(i) | -R | D8 E8+r | fpu",
      " |  | DE E1 | fpu nd",
    ],
  },
  fsubrp: {
    title: "Subtract floating point reversed and pop",
    brief: "Computes ST(0) − DEST into DEST and pops.",
    operation: "DEST ← ST(0) − DEST\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | DE E0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE E0+r | fpu",
      " |  | DE E1 | fpu nd",
    ],
  },
  ftst: {
    title: "Compare with 0",
    brief: "Compares ST(0) with 0.0 into C3, C2, C0.",
    operation: "C3, C2, C0 ← ST(0) ? 0",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E4 | fpu",
    ],
  },
  fucom: {
    title: "Compare floating point, quiet",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status.",
    operation: "C3, C2, C0 ← ST(0) ? SRC",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DD E0+r | 386 fpu",
      "r ST(0), r ST(i) | -R | DD E0+r | 386 fpu",
      " |  | DD E1 | 386 fpu nd",
    ],
  },
  fucomi: {
    title: "Compare floating point into flags, quiet",
    brief: "Compares ST(0) with ST(i) into ZF, PF and CF.",
    operation: "ZF, PF, CF ← ST(0) ? ST(i)",
    flags: "w=zpc 0=osa",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DB E8+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DB E8+r | p6 fpu",
      " |  | DB E9 | p6 fpu nd",
    ],
  },
  fucomip: {
    title: "Compare floating point into flags, quiet and pop",
    brief: "Compares ST(0) with ST(i) into ZF, PF and CF and pops.",
    operation: "ZF, PF, CF ← ST(0) ? ST(i)\npop",
    flags: "w=zpc 0=osa",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DF E8+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DF E8+r | p6 fpu",
      " |  | DF E9 | p6 fpu nd",
    ],
  },
  fucomp: {
    title: "Compare floating point, quiet and pop",
    brief: "Compares ST(0) with the operand into C3, C2, C0 of the x87 status and pops.",
    operation: "C3, C2, C0 ← ST(0) ? SRC\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "r ST(i) | R | DD E8+r | 386 fpu",
      "r ST(0), r ST(i) | -R | DD E8+r | 386 fpu",
      " |  | DD E9 | 386 fpu nd",
    ],
  },
  fucompp: {
    title: "Compare floating point and pop twice",
    brief: "Compares ST(0) with ST(1) into C3, C2, C0 and pops both.",
    operation: "C3, C2, C0 ← ST(0) ? ST(1)\npop, pop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | DA E9 | 386 fpu",
    ],
  },
  fxam: {
    title: "Examine",
    brief: "Says in C3, C2, C0 what kind of number ST(0) is, and in C1 its sign.",
    operation: "C3, C2, C0 ← class of ST(0)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 E5 | fpu",
    ],
  },
  fxch: {
    title: "Exchange registers",
    brief: "Swaps ST(0) with ST(i).",
    operation: "ST(0) ↔ ST(i)",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      "rw ST(i) | R | D9 C8+r | fpu",
      "rw ST(i), rw ST(0) | R- | D9 C8+r | fpu",
      "rw ST(0), rw ST(i) | -R | D9 C8+r | fpu",
      " |  | D9 C9 | fpu nd",
    ],
  },
  fxtract: {
    title: "Extract exponent and significand",
    brief: "Splits ST(0): the exponent replaces it, the significand is pushed.",
    operation: "ST(0) ← exponent\npush significand",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F4 | fpu",
    ],
  },
  fyl2x: {
    title: "y times log2 x",
    brief: "Replaces ST(1) by ST(1) × log₂ ST(0) and pops.",
    operation: "ST(1) ← ST(1) × log₂ ST(0)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F1 | fpu",
    ],
  },
  fyl2xp1: {
    title: "y times log2 of x plus 1",
    brief: "Replaces ST(1) by ST(1) × log₂(ST(0) + 1) and pops.",
    operation: "ST(1) ← ST(1) × log₂(ST(0) + 1)\npop",
    exceptions: "#MF on the next x87 instruction when an exception is unmasked",
    rows: [
      " |  | D9 F9 | fpu",
    ],
  },
}) as const satisfies Family;
