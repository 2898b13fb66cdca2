// The x87 floating-point unit.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const x87 = {
  f2xm1: {
    title: "F2XM1",
    rows: [
      " |  | D9 F0 | fpu",
    ],
  },
  fabs: {
    title: "FABS",
    rows: [
      " |  | D9 E1 | fpu",
    ],
  },
  fadd: {
    title: "FADD",
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
    title: "FADDP",
    rows: [
      "rw ST(i) | R | DE C0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE C0+r | fpu",
      " |  | DE C1 | fpu nd",
    ],
  },
  fbld: {
    title: "FBLD",
    rows: [
      "r m80 | M | DF /4 | fpu",
      "r m | M | DF /4 | fpu",
    ],
  },
  fbstp: {
    title: "FBSTP",
    rows: [
      "w m80 | M | DF /6 | fpu",
      "w m | M | DF /6 | fpu",
    ],
  },
  fchs: {
    title: "FCHS",
    rows: [
      " |  | D9 E0 | fpu",
    ],
  },
  fclex: {
    title: "FCLEX",
    rows: [
      " |  | wait DB E2 | fpu",
    ],
  },
  fcmovb: {
    title: "FCMOVB",
    rows: [
      "r ST(i) | R | DA C0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA C0+r | p6 fpu",
      " |  | DA C1 | p6 fpu nd",
    ],
  },
  fcmovbe: {
    title: "FCMOVBE",
    rows: [
      "r ST(i) | R | DA D0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA D0+r | p6 fpu",
      " |  | DA D1 | p6 fpu nd",
    ],
  },
  fcmove: {
    title: "FCMOVE",
    rows: [
      "r ST(i) | R | DA C8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA C8+r | p6 fpu",
      " |  | DA C9 | p6 fpu nd",
    ],
  },
  fcmovnb: {
    title: "FCMOVNB",
    rows: [
      "r ST(i) | R | DB C0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB C0+r | p6 fpu",
      " |  | DB C1 | p6 fpu nd",
    ],
  },
  fcmovnbe: {
    title: "FCMOVNBE",
    rows: [
      "r ST(i) | R | DB D0+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB D0+r | p6 fpu",
      " |  | DB D1 | p6 fpu nd",
    ],
  },
  fcmovne: {
    title: "FCMOVNE",
    rows: [
      "r ST(i) | R | DB C8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB C8+r | p6 fpu",
      " |  | DB C9 | p6 fpu nd",
    ],
  },
  fcmovnu: {
    title: "FCMOVNU",
    rows: [
      "r ST(i) | R | DB D8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DB D8+r | p6 fpu",
      " |  | DB D9 | p6 fpu nd",
    ],
  },
  fcmovu: {
    title: "FCMOVU",
    rows: [
      "r ST(i) | R | DA D8+r | p6 fpu",
      "rw ST(0), r ST(i) | -R | DA D8+r | p6 fpu",
      " |  | DA D9 | p6 fpu nd",
    ],
  },
  fcom: {
    title: "FCOM",
    rows: [
      "r m32 | M | D8 /2 | fpu",
      "r m64 | M | DC /2 | fpu",
      "r ST(i) | R | D8 D0+r | fpu",
      "r ST(0), r ST(i) | -R | D8 D0+r | fpu",
      " |  | D8 D1 | fpu nd",
    ],
  },
  fcomi: {
    title: "FCOMI",
    rows: [
      "r ST(i) | R | DB F0+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DB F0+r | p6 fpu",
      " |  | DB F1 | p6 fpu nd",
    ],
  },
  fcomip: {
    title: "FCOMIP",
    rows: [
      "r ST(i) | R | DF F0+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DF F0+r | p6 fpu",
      " |  | DF F1 | p6 fpu nd",
    ],
  },
  fcomp: {
    title: "FCOMP",
    rows: [
      "r m32 | M | D8 /3 | fpu",
      "r m64 | M | DC /3 | fpu",
      "r ST(i) | R | D8 D8+r | fpu",
      "r ST(0), r ST(i) | -R | D8 D8+r | fpu",
      " |  | D8 D9 | fpu nd",
    ],
  },
  fcompp: {
    title: "FCOMPP",
    rows: [
      " |  | DE D9 | fpu",
    ],
  },
  fcos: {
    title: "FCOS",
    rows: [
      " |  | D9 FF | 386 fpu",
    ],
  },
  fdecstp: {
    title: "FDECSTP",
    rows: [
      " |  | D9 F6 | fpu",
    ],
  },
  fdisi: {
    title: "FDISI",
    rows: [
      " |  | wait DB E1 | fpu",
    ],
  },
  fdiv: {
    title: "FDIV",
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
    title: "FDIVP",
    rows: [
      "rw ST(i) | R | DE F8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE F8+r | fpu",
      " |  | DE F9 | fpu nd",
    ],
  },
  fdivr: {
    title: "FDIVR",
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
    title: "FDIVRP",
    rows: [
      "rw ST(i) | R | DE F0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE F0+r | fpu",
      " |  | DE F1 | fpu nd",
    ],
  },
  feni: {
    title: "FENI",
    rows: [
      " |  | wait DB E0 | fpu",
    ],
  },
  ffree: {
    title: "FFREE",
    rows: [
      "r ST(i) | R | DD C0+r | fpu",
      " |  | DD C1 | fpu",
    ],
  },
  ffreep: {
    title: "FFREEP",
    rows: [
      "r ST(i) | R | DF C0+r | 286 fpu undoc",
      " |  | DF C1 | 286 fpu undoc",
    ],
  },
  fiadd: {
    title: "FIADD",
    rows: [
      "r m32 | M | DA /0 | fpu",
      "r m16 | M | DE /0 | fpu",
    ],
  },
  ficom: {
    title: "FICOM",
    rows: [
      "r m32 | M | DA /2 | fpu",
      "r m16 | M | DE /2 | fpu",
    ],
  },
  ficomp: {
    title: "FICOMP",
    rows: [
      "r m32 | M | DA /3 | fpu",
      "r m16 | M | DE /3 | fpu",
    ],
  },
  fidiv: {
    title: "FIDIV",
    rows: [
      "r m32 | M | DA /6 | fpu",
      "r m16 | M | DE /6 | fpu",
    ],
  },
  fidivr: {
    title: "FIDIVR",
    rows: [
      "r m32 | M | DA /7 | fpu",
      "r m16 | M | DE /7 | fpu",
    ],
  },
  fild: {
    title: "FILD",
    rows: [
      "r m32 | M | DB /0 | fpu",
      "r m16 | M | DF /0 | fpu",
      "r m64 | M | DF /5 | fpu",
    ],
  },
  fimul: {
    title: "FIMUL",
    rows: [
      "r m32 | M | DA /1 | fpu",
      "r m16 | M | DE /1 | fpu",
    ],
  },
  fincstp: {
    title: "FINCSTP",
    rows: [
      " |  | D9 F7 | fpu",
    ],
  },
  finit: {
    title: "FINIT",
    rows: [
      " |  | wait DB E3 | fpu",
    ],
  },
  fist: {
    title: "FIST",
    rows: [
      "w m32 | M | DB /2 | fpu",
      "w m16 | M | DF /2 | fpu",
    ],
  },
  fistp: {
    title: "FISTP",
    rows: [
      "w m32 | M | DB /3 | fpu",
      "w m16 | M | DF /3 | fpu",
      "w m64 | M | DF /7 | fpu",
    ],
  },
  fisttp: {
    title: "FISTTP",
    rows: [
      "w m16 | M | DF /1 | prescott fpu",
      "w m32 | M | DB /1 | prescott fpu",
      "w m64 | M | DD /1 | prescott fpu",
    ],
  },
  fisub: {
    title: "FISUB",
    rows: [
      "r m32 | M | DA /4 | fpu",
      "r m16 | M | DE /4 | fpu",
    ],
  },
  fisubr: {
    title: "FISUBR",
    rows: [
      "r m32 | M | DA /5 | fpu",
      "r m16 | M | DE /5 | fpu",
    ],
  },
  fld: {
    title: "FLD",
    rows: [
      "r m32 | M | D9 /0 | fpu",
      "r m64 | M | DD /0 | fpu",
      "r m80 | M | DB /5 | fpu",
      "r ST(i) | R | D9 C0+r | fpu",
      " |  | D9 C1 | fpu nd",
    ],
  },
  fld1: {
    title: "FLD1",
    rows: [
      " |  | D9 E8 | fpu",
    ],
  },
  fldcw: {
    title: "FLDCW",
    rows: [
      "r m(16) | M | D9 /5 | fpu",
    ],
  },
  fldenv: {
    title: "FLDENV",
    rows: [
      "r m | M | D9 /4 | fpu",
    ],
  },
  fldl2e: {
    title: "FLDL2E",
    rows: [
      " |  | D9 EA | fpu",
    ],
  },
  fldl2t: {
    title: "FLDL2T",
    rows: [
      " |  | D9 E9 | fpu",
    ],
  },
  fldlg2: {
    title: "FLDLG2",
    rows: [
      " |  | D9 EC | fpu",
    ],
  },
  fldln2: {
    title: "FLDLN2",
    rows: [
      " |  | D9 ED | fpu",
    ],
  },
  fldpi: {
    title: "FLDPI",
    rows: [
      " |  | D9 EB | fpu",
    ],
  },
  fldz: {
    title: "FLDZ",
    rows: [
      " |  | D9 EE | fpu",
    ],
  },
  fmul: {
    title: "FMUL",
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
    title: "FMULP",
    rows: [
      "rw ST(i) | R | DE C8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE C8+r | fpu",
      " |  | DE C9 | fpu nd",
    ],
  },
  fnclex: {
    title: "FNCLEX",
    rows: [
      " |  | DB E2 | fpu",
    ],
  },
  fndisi: {
    title: "FNDISI",
    rows: [
      " |  | DB E1 | fpu",
    ],
  },
  fneni: {
    title: "FNENI",
    rows: [
      " |  | DB E0 | fpu",
    ],
  },
  fninit: {
    title: "FNINIT",
    rows: [
      " |  | DB E3 | fpu",
    ],
  },
  fnop: {
    title: "FNOP",
    rows: [
      " |  | D9 D0 | fpu",
    ],
  },
  fnsave: {
    title: "FNSAVE",
    rows: [
      "w m | M | DD /6 | fpu",
    ],
  },
  fnstcw: {
    title: "FNSTCW",
    rows: [
      "w m(16) | M | D9 /7 | fpu",
    ],
  },
  fnstenv: {
    title: "FNSTENV",
    rows: [
      "w m | M | D9 /6 | fpu",
    ],
  },
  fnstsw: {
    title: "FNSTSW",
    rows: [
      "w m(16) | M | DD /7 | fpu",
      "w AX | - | DF E0 | 286 fpu",
    ],
  },
  fpatan: {
    title: "FPATAN",
    rows: [
      " |  | D9 F3 | fpu",
    ],
  },
  fprem: {
    title: "FPREM",
    rows: [
      " |  | D9 F8 | fpu",
    ],
  },
  fprem1: {
    title: "FPREM1",
    rows: [
      " |  | D9 F5 | 386 fpu",
    ],
  },
  fptan: {
    title: "FPTAN",
    rows: [
      " |  | D9 F2 | fpu",
    ],
  },
  frndint: {
    title: "FRNDINT",
    rows: [
      " |  | D9 FC | fpu",
    ],
  },
  frstor: {
    title: "FRSTOR",
    rows: [
      "r m | M | DD /4 | fpu",
    ],
  },
  fsave: {
    title: "FSAVE",
    rows: [
      "w m | M | wait DD /6 | fpu",
    ],
  },
  fscale: {
    title: "FSCALE",
    rows: [
      " |  | D9 FD | fpu",
    ],
  },
  fsetpm: {
    title: "FSETPM",
    rows: [
      " |  | DB E4 | 286 fpu",
    ],
  },
  fsin: {
    title: "FSIN",
    rows: [
      " |  | D9 FE | 386 fpu",
    ],
  },
  fsincos: {
    title: "FSINCOS",
    rows: [
      " |  | D9 FB | 386 fpu",
    ],
  },
  fsqrt: {
    title: "FSQRT",
    rows: [
      " |  | D9 FA | fpu",
    ],
  },
  fst: {
    title: "FST",
    rows: [
      "w m32 | M | D9 /2 | fpu",
      "w m64 | M | DD /2 | fpu",
      "w ST(i) | R | DD D0+r | fpu",
      " |  | DD D1 | fpu nd",
    ],
  },
  fstcw: {
    title: "FSTCW",
    rows: [
      "w m(16) | M | wait D9 /7 | fpu",
    ],
  },
  fstenv: {
    title: "FSTENV",
    rows: [
      "w m | M | wait D9 /6 | fpu",
    ],
  },
  fstp: {
    title: "FSTP",
    rows: [
      "w m32 | M | D9 /3 | fpu",
      "w m64 | M | DD /3 | fpu",
      "w m80 | M | DB /7 | fpu",
      "w ST(i) | R | DD D8+r | fpu",
      " |  | DD D9 | fpu nd",
    ],
  },
  fstsw: {
    title: "FSTSW",
    rows: [
      "w m(16) | M | wait DD /7 | fpu",
      "w AX | - | wait DF E0 | 286 fpu",
    ],
  },
  fsub: {
    title: "FSUB",
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
    title: "FSUBP",
    rows: [
      "rw ST(i) | R | DE E8+r | fpu",
      "rw ST(i), r ST(0) | R- | DE E8+r | fpu",
      " |  | DE E9 | fpu nd",
    ],
  },
  fsubr: {
    title: "FSUBR",
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
    title: "FSUBRP",
    rows: [
      "rw ST(i) | R | DE E0+r | fpu",
      "rw ST(i), r ST(0) | R- | DE E0+r | fpu",
      " |  | DE E1 | fpu nd",
    ],
  },
  ftst: {
    title: "FTST",
    rows: [
      " |  | D9 E4 | fpu",
    ],
  },
  fucom: {
    title: "FUCOM",
    rows: [
      "r ST(i) | R | DD E0+r | 386 fpu",
      "r ST(0), r ST(i) | -R | DD E0+r | 386 fpu",
      " |  | DD E1 | 386 fpu nd",
    ],
  },
  fucomi: {
    title: "FUCOMI",
    rows: [
      "r ST(i) | R | DB E8+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DB E8+r | p6 fpu",
      " |  | DB E9 | p6 fpu nd",
    ],
  },
  fucomip: {
    title: "FUCOMIP",
    rows: [
      "r ST(i) | R | DF E8+r | p6 fpu",
      "r ST(0), r ST(i) | -R | DF E8+r | p6 fpu",
      " |  | DF E9 | p6 fpu nd",
    ],
  },
  fucomp: {
    title: "FUCOMP",
    rows: [
      "r ST(i) | R | DD E8+r | 386 fpu",
      "r ST(0), r ST(i) | -R | DD E8+r | 386 fpu",
      " |  | DD E9 | 386 fpu nd",
    ],
  },
  fucompp: {
    title: "FUCOMPP",
    rows: [
      " |  | DA E9 | 386 fpu",
    ],
  },
  fxam: {
    title: "FXAM",
    rows: [
      " |  | D9 E5 | fpu",
    ],
  },
  fxch: {
    title: "FXCH",
    rows: [
      "rw ST(i) | R | D9 C8+r | fpu",
      "rw ST(i), rw ST(0) | R- | D9 C8+r | fpu",
      "rw ST(0), rw ST(i) | -R | D9 C8+r | fpu",
      " |  | D9 C9 | fpu nd",
    ],
  },
  fxtract: {
    title: "FXTRACT",
    rows: [
      " |  | D9 F4 | fpu",
    ],
  },
  fyl2x: {
    title: "FYL2X",
    rows: [
      " |  | D9 F1 | fpu",
    ],
  },
  fyl2xp1: {
    title: "FYL2XP1",
    rows: [
      " |  | D9 F9 | fpu",
    ],
  },
} as const satisfies Family;
