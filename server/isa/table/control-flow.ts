// Jumps, calls, loops, frames, software interrupts, and what does nothing.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import { perCondition } from "./conditions.ts";
import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const controlFlow = {
  bound: {
    title: "BOUND",
    rows: [
      "r r16, r m | RM | o16 62 /r | 186 no64",
      "r r32, r m | RM | o32 62 /r | 386 no64",
    ],
  },
  call: {
    title: "CALL",
    rows: [
      "r rel | I | odf E8 rel | bnd",
      "r near rel | I | odf E8 rel | nd bnd",
      "r far imm | I | odf 9A iwd seg | nd no64",
      "r rel16 | I | o16 E8 rel | no64 bnd",
      "r near rel16 | I | o16 E8 rel | nd no64 bnd",
      "r far imm16 | I | o16 9A iwd seg | nd no64",
      "r rel32 | I | o32 E8 rel | 386 no64 bnd",
      "r near rel32 | I | o32 E8 rel | 386 nd no64 bnd",
      "r far imm32 | I | o32 9A iwd seg | 386 nd no64",
      "r rel64 | I | d64 E8 rel | 64 bnd",
      "r near rel64 | I | d64 E8 rel | 64 nd bnd",
      "r ptr | I | odf 9A iwd seg | no64",
      "r ptr16 | I | o16 9A iw seg | no64",
      "r ptr32 | I | o32 9A id seg | 386 no64",
      "r far m | M | odf FF /3 | no64",
      "r far m | M | REX.W FF /3 | 64",
      "r far m16 | M | o16 FF /3",
      "r far m32 | M | o32 FF /3 | 386",
      "r far m64 | M | REX.W FF /3 | 64",
      "r near m | M | odf FF /2 | nd bnd",
      "r near r/m16 | M | o16 FF /2 | no64 nd bnd",
      "r near r/m32 | M | o32 FF /2 | 386 no64 nd bnd",
      "r near r/m64 | M | d64 FF /2 | 64 nd bnd",
      "r m | M | odf FF /2 | bnd",
      "r r/m16 | M | o16 FF /2 | no64 bnd",
      "r r/m32 | M | o32 FF /2 | 386 no64 bnd",
      "r r/m64 | M | d64 FF /2 | 64 bnd",
    ],
  },
  enter: {
    title: "ENTER",
    rows: [
      "r imm, r imm | IJ | C8 iw ibu | 186",
    ],
  },
  hlt: {
    title: "HLT",
    rows: [
      " |  | F4 | priv",
    ],
  },
  int: {
    title: "INT",
    rows: [
      "r imm(8) | I | CD ibu",
    ],
  },
  int1: {
    title: "INT1",
    rows: [
      " |  | F1 | 386",
    ],
  },
  int3: {
    title: "INT3",
    rows: [
      " |  | CC",
    ],
  },
  into: {
    title: "INTO",
    rows: [
      " |  | CE | no64",
    ],
  },
  iret: {
    title: "IRET",
    rows: [
      " |  | odf CF",
    ],
  },
  iretd: {
    title: "IRETD",
    rows: [
      " |  | o32 CF | 386",
    ],
  },
  iretq: {
    title: "IRETQ",
    rows: [
      " |  | REX.W CF | 64",
    ],
  },
  iretw: {
    title: "IRETW",
    rows: [
      " |  | o16 CF",
    ],
  },
  jcxz: {
    title: "JCXZ",
    rows: [
      "r rel8 | I | a16 E3 rel8 | no64",
    ],
  },
  jecxz: {
    title: "JECXZ",
    rows: [
      "r rel8 | I | a32 E3 rel8 | 386",
    ],
  },
  jrcxz: {
    title: "JRCXZ",
    rows: [
      "r rel8 | I | d64 a64 E3 rel8 | 64",
    ],
  },
  jmp: {
    title: "JMP",
    rows: [
      "r short rel8 | I | EB rel8",
      "r rel8 | I | jmp8 EB rel8 | nd",
      "r rel | I | odf E9 rel | bnd",
      "r near rel | I | odf E9 rel | nd bnd",
      "r far imm | I | odf EA iwd seg | nd no64",
      "r rel16 | I | o16 E9 rel | no64 bnd",
      "r near rel16 | I | o16 E9 rel | nd no64 bnd",
      "r far imm16 | I | o16 EA iwd seg | nd no64",
      "r rel32 | I | o32 E9 rel | 386 no64 bnd",
      "r near rel32 | I | o32 E9 rel | 386 nd no64 bnd",
      "r far imm32 | I | o32 EA iwd seg | 386 nd no64",
      "r rel64 | I | d64 E9 rel | 64 bnd",
      "r near rel64 | I | d64 E9 rel | 64 nd bnd",
      "r ptr | I | odf EA iwd seg | no64",
      "r ptr16 | I | o16 EA iw seg | no64",
      "r ptr32 | I | o32 EA id seg | 386 no64",
      "r far m | M | odf FF /5 | no64",
      "r far m | M | REX.W FF /5 | 64",
      "r far m16 | M | o16 FF /5",
      "r far m32 | M | o32 FF /5 | 386",
      "r far m64 | M | REX.W FF /5 | 64",
      "r near m | M | odf FF /4 | nd bnd",
      "r near r/m16 | M | o16 FF /4 | no64 nd bnd",
      "r near r/m32 | M | o32 FF /4 | 386 no64 nd bnd",
      "r near r/m64 | M | d64 FF /4 | 64 nd bnd",
      "r m | M | odf FF /4 | bnd",
      "r r/m16 | M | o16 FF /4 | no64 bnd",
      "r r/m32 | M | o32 FF /4 | 386 no64 bnd",
      "r r/m64 | M | d64 FF /4 | 64 bnd",
    ],
  },
  leave: {
    title: "LEAVE",
    rows: [
      " |  | C9 | 186",
    ],
  },
  loop: {
    title: "LOOP",
    rows: [
      "r rel8 | I | adf E2 rel8",
      "r rel8, r CX | I- | a16 E2 rel8 | no64",
      "r rel8, r ECX | I- | a32 E2 rel8 | 386",
      "r rel8, r RCX | I- | a64 E2 rel8 | 64",
    ],
  },
  loope: {
    title: "LOOPE",
    rows: [
      "r rel8 | I | adf E1 rel8",
      "r rel8, r CX | I- | a16 E1 rel8 | no64",
      "r rel8, r ECX | I- | a32 E1 rel8 | 386",
      "r rel8, r RCX | I- | a64 E1 rel8 | 64",
    ],
  },
  loopne: {
    title: "LOOPNE",
    rows: [
      "r rel8 | I | adf E0 rel8",
      "r rel8, r CX | I- | a16 E0 rel8 | no64",
      "r rel8, r ECX | I- | a32 E0 rel8 | 386",
      "r rel8, r RCX | I- | a64 E0 rel8 | 64",
    ],
  },
  nop: {
    title: "NOP",
    rows: [
      " |  | norexb nof3 90",
      "none r/mv | M | ov 0F 1F /0 | p6",
    ],
  },
  ret: {
    title: "RET",
    rows: [
      " |  | C3 | bnd",
      "r imm(16) | I | C2 iw | bnd",
    ],
  },
  retf: {
    title: "RETF",
    rows: [
      " |  | CB",
      "r imm(16) | I | CA iw",
    ],
  },
  retw: {
    title: "RETW",
    rows: [
      " |  | o16 C3 | bnd",
      "r imm(16) | I | C2 iw | bnd",
    ],
  },
  retfw: {
    title: "RETFW",
    rows: [
      " |  | o16 CB",
      "r imm(16) | I | o16 CA iw",
    ],
  },
  retnw: {
    title: "RETNW",
    rows: [
      " |  | o16 C3 | bnd",
      "r imm(16) | I | o16 C2 iw | bnd",
    ],
  },
  retd: {
    title: "RETD",
    rows: [
      " |  | o32 C3 | bnd no64",
      "r imm(16) | I | o32 C2 iw | bnd no64",
    ],
  },
  retfd: {
    title: "RETFD",
    rows: [
      " |  | o32 CB",
      "r imm(16) | I | o32 CA iw",
    ],
  },
  retq: {
    title: "RETQ",
    rows: [
      " |  | d64 C3 | 64 bnd",
      "r imm(16) | I | d64 C2 iw | 64 bnd",
    ],
  },
  retfq: {
    title: "RETFQ",
    rows: [
      " |  | REX.W CB | 64",
      "r imm(16) | I | REX.W CA iw | 64",
    ],
  },
  ud0: {
    title: "UD0",
    rows: [
      " |  | 0F FF | 186 obsolete",
      "r r16, r r/m16 | RM | o16 0F FF /r | 186",
      "r r32, r r/m32 | RM | o32 0F FF /r | 186",
      "r r64, r r/m64 | RM | REX.W 0F FF /r | 186",
    ],
  },
  ud1: {
    title: "UD1",
    rows: [
      "r r16, r r/m16 | RM | o16 0F B9 /r | 186",
      "r r32, r r/m32 | RM | o32 0F B9 /r | 186",
      "r r64, r r/m64 | RM | REX.W 0F B9 /r | 186",
      " |  | 0F B9 | 186 nd",
    ],
  },
  ud2: {
    title: "UD2",
    rows: [
      " |  | 0F 0B | 186",
    ],
  },
  ...perCondition("j", "", {
    title: "JCC",
    rows: [
      "r near rel | I | odf 0F 80+cc rel | 386 bnd",
      "r near rel16 | I | o16 0F 80+cc rel | 386 no64 bnd",
      "r near rel32 | I | o32 0F 80+cc rel | 386 no64 bnd",
      "r near rel64 | I | d64 0F 80+cc rel | 64 bnd",
      "r short rel8 | I | 70+cc rel8 | nd bnd",
      "r rel8 | I | jcc8 70+cc rel8 | nd bnd",
      "r rel | I | 0F 80+cc rel | 386 nd bnd",
      "r rel | I | 71+cc jlen E9 rel | nd bnd",
      "r rel8 | I | 70+cc rel8 | bnd",
    ],
  }),
  endbr32: {
    title: "ENDBR32",
    rows: [
      " |  | F3 0F 1E FB | cet future",
    ],
  },
  endbr64: {
    title: "ENDBR64",
    rows: [
      " |  | F3 0F 1E FA | cet future",
    ],
  },
} as const satisfies Family;
