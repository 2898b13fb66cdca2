// Moves, exchanges, stack, conversions of width, conditional moves and sets.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import { perCondition } from "./conditions.ts";
import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const dataTransfer = {
  bswap: {
    title: "BSWAP",
    rows: [
      "rw r32 | R | o32 0F C8+r | 486",
      "rw r64 | R | REX.W 0F C8+r | 64",
    ],
  },
  in: {
    title: "IN",
    rows: [
      "w AL, r imm(8) | -I | E4 ibu",
      "w AX, r imm(8) | -I | o16 E5 ibu",
      "w EAX, r imm(8) | -I | o32 E5 ibu | 386",
      "w AL, r DX | -- | EC",
      "w AX, r DX | -- | o16 ED",
      "w EAX, r DX | -- | o32 ED | 386",
    ],
  },
  lds: {
    title: "LDS",
    rows: [
      "w r16, r m | RM | o16 C5 /r | no64",
      "w r32, r m | RM | o32 C5 /r | 386 no64",
    ],
  },
  lea: {
    title: "LEA",
    rows: [
      "w rv, none m* | RM | ov 8D /r",
      "w rv, none imm* | RM | ov 8D /r | nd",
    ],
  },
  les: {
    title: "LES",
    rows: [
      "w r16, r m | RM | o16 C4 /r | no64",
      "w r32, r m | RM | o32 C4 /r | 386 no64",
    ],
  },
  lfs: {
    title: "LFS",
    rows: [
      "w rv, r m | RM | ov 0F B4 /r | 386",
    ],
  },
  lgs: {
    title: "LGS",
    rows: [
      "w rv, r m | RM | ov 0F B5 /r | 386",
    ],
  },
  lss: {
    title: "LSS",
    rows: [
      "w rv, r m | RM | ov 0F B2 /r | 386",
    ],
  },
  mov: {
    title: "MOV",
    rows: [
      "w m(16), r Sreg | MR | 8C /r",
      "w r16, r Sreg | MR | o16 8C /r",
      "w r32, r Sreg | MR | o32 8C /r | 386",
      "w r64, r Sreg | MR | d64 8C /r | 64 opt nd",
      "w r/m64, r Sreg | MR | REX.W 8C /r | 64",
      "w Sreg, r m(16) | RM | 8E /r",
      "w Sreg, r r16 | RM | 8E /r | opt nd",
      "w Sreg, r r32 | RM | 8E /r | 386 opt nd",
      "w Sreg, r r64 | RM | d64 8E /r | 64 opt nd",
      "w Sreg, r r16 | RM | o16 8E /r",
      "w Sreg, r r32 | RM | o32 8E /r | 386",
      "w Sreg, r r/m64 | RM | REX.W 8E /r | 64",
      "w AL, r moffs(8) | -I | A0 moffs",
      "w AX, r moffs(16) | -I | o16 A1 moffs",
      "w EAX, r moffs(32) | -I | o32 A1 moffs | 386",
      "w RAX, r moffs(64) | -I | REX.W A1 moffs | 64",
      "w moffs(8), r AL | I- | A2 moffs | nohle",
      "w moffs(16), r AX | I- | o16 A3 moffs | nohle",
      "w moffs(32), r EAX | I- | o32 A3 moffs | 386 nohle",
      "w moffs(64), r RAX | I- | REX.W A3 moffs | 64 nohle",
      "w r32, r CR | MR | rex.l 0F 20 /r | 386 priv no64",
      "w r64, r CR | MR | d64 0F 20 /r | 64 priv",
      "w CR, r r32 | RM | rex.l 0F 22 /r | 386 priv no64",
      "w CR, r r64 | RM | d64 0F 22 /r | 64 priv",
      "w r32, r DR | MR | 0F 21 /r | 386 priv no64",
      "w r64, r DR | MR | d64 0F 21 /r | 64 priv",
      "w DR, r r32 | RM | 0F 23 /r | 386 priv no64",
      "w DR, r r64 | RM | d64 0F 23 /r | 64 priv",
      "w r32, r TR | MR | 0F 24 /r | 386 no64 nd",
      "w TR, r r32 | RM | 0F 26 /r | 386 no64 nd",
      "w r/m(8), r r8 | MR | 88 /r | hlexr",
      "w r/m(v), r rv | MR | ov 89 /r | hlexr",
      "w r8, r r/m(8) | RM | 8A /r",
      "w rv, r r/m(v) | RM | ov 8B /r",
      "w r8, r imm(8) | RI | B0+r ib",
      "w r16, r imm(16) | RI | o16 B8+r iw",
      "w r32, r imm(32) | RI | o32 B8+r id | 386",
      "w r64, r imm32u(64) | RI | d64 B8+r id | 64 opt nd",
      "w r64, r imm32s(64) | MI | REX.W C7 /0 ids | 64 opt nd",
      "w r64, r imm(64) | RI | REX.W B8+r iq | 64",
      "w r/m8, r imm(8) | MI | C6 /0 ib | hlexr",
      "w r/mv, r imm(v) | MI | ov C7 /0 iz | hlexr",
      "w r/m64, r imm32 | MI | REX.W C7 /0 ids | hlexr 64",
      "w m(8), r imm8 | MI | C6 /0 ib | hlexr",
      "w m(16), r imm16 | MI | o16 C7 /0 iw | hlexr",
      "w m(32), r imm32 | MI | o32 C7 /0 id | hlexr 386",
    ],
  },
  movsx: {
    title: "MOVSX",
    rows: [
      "w r16, r r/m(8) | RM | o16 0F BE /r | 386",
      "w r32, r r/m8 | RM | o32 0F BE /r | 386",
      "w r32, r r/m16 | RM | o32 0F BF /r | 386",
      "w r64, r r/m8 | RM | REX.W 0F BE /r | 64",
      "w r64, r r/m16 | RM | REX.W 0F BF /r | 64",
      "w r64, r r/m32 | RM | REX.W 63 /r | 64 nd",
    ],
  },
  movsxd: {
    title: "MOVSXD",
    rows: [
      "w r64, r r/m32 | RM | REX.W 63 /r | 64",
    ],
  },
  movzx: {
    title: "MOVZX",
    rows: [
      "w r16, r r/m(8) | RM | o16 0F B6 /r | 386",
      "w r32, r r/m8 | RM | o32 0F B6 /r | 386",
      "w r32, r r/m16 | RM | o32 0F B7 /r | 386",
      "w r64, r r/m8 | RM | REX.W 0F B6 /r | 64",
      "w r64, r r/m16 | RM | REX.W 0F B7 /r | 64",
    ],
  },
  out: {
    title: "OUT",
    rows: [
      "r imm(8), r AL | I- | E6 ibu",
      "r imm(8), r AX | I- | o16 E7 ibu",
      "r imm(8), r EAX | I- | o32 E7 ibu | 386",
      "r DX, r AL | -- | EE",
      "r DX, r AX | -- | o16 EF",
      "r DX, r EAX | -- | o32 EF | 386",
    ],
  },
  pop: {
    title: "POP",
    rows: [
      "w r16 | R | o16 58+r",
      "w r32 | R | o32 58+r | 386 no64",
      "w r64 | R | d64 58+r | 64",
      "w r/m16 | M | o16 8F /0",
      "w r/m32 | M | o32 8F /0 | 386 no64",
      "w r/m64 | M | d64 8F /0 | 64",
      "w ES | - | 07 | no64",
      "w CS | - | 0F | undoc nd obsolete",
      "w SS | - | 17 | no64",
      "w DS | - | 1F | no64",
      "w FS | - | 0F A1 | 386",
      "w GS | - | 0F A9 | 386",
    ],
  },
  popa: {
    title: "POPA",
    rows: [
      " |  | odf 61 | 186 no64",
    ],
  },
  popad: {
    title: "POPAD",
    rows: [
      " |  | o32 61 | 386 no64",
    ],
  },
  popaw: {
    title: "POPAW",
    rows: [
      " |  | o16 61 | 186 no64",
    ],
  },
  push: {
    title: "PUSH",
    rows: [
      "r r16 | R | o16 50+r",
      "r r32 | R | o32 50+r | 386 no64",
      "r r64 | R | d64 50+r | 64",
      "r r/m16 | M | o16 FF /6",
      "r r/m32 | M | o32 FF /6 | 386 no64",
      "r r/m64 | M | d64 FF /6 | 64",
      "r ES | - | 06 | no64",
      "r CS | - | 0E | no64",
      "r SS | - | 16 | no64",
      "r DS | - | 1E | no64",
      "r FS | - | 0F A0 | 386",
      "r GS | - | 0F A8 | 386",
      "r imm8 | I | 6A ibs | 186",
      "r imm8sw16@ | I | o16 6A ibs | 186 nd",
      "r imm16@ | I | o16 68 iw | 186",
      "r imm8sd32@ | I | o32 6A ibs | 386 no64 nd",
      "r imm32@ | I | o32 68 id | 386 no64",
      "r imm8sd32? | I | o32 6A ibs | 386 no64 nd",
      "r imm32? | I | o32 68 id | 386 no64",
      "r imm8sd64@ | I | d64 6A ibs | 64 nd",
      "r imm64@ | I | d64 68 ids | 64",
      "r imm8sd32@ | I | d64 6A ibs | 64 nd",
      "r imm32@ | I | d64 68 ids | 64",
    ],
  },
  pusha: {
    title: "PUSHA",
    rows: [
      " |  | odf 60 | 186 no64",
    ],
  },
  pushad: {
    title: "PUSHAD",
    rows: [
      " |  | o32 60 | 386 no64",
    ],
  },
  pushaw: {
    title: "PUSHAW",
    rows: [
      " |  | o16 60 | 186 no64",
    ],
  },
  xchg: {
    title: "XCHG",
    rows: [
      "rw AX, rw r16 | -R | o16 90+r",
      "rw EAX, rw r32na | -R | o32 90+r | 386",
      "rw RAX, rw r64 | -R | REX.W 90+r | 64",
      "rw r16, rw AX | R- | o16 90+r",
      "rw r32na, rw EAX | R- | o32 90+r | 386",
      "rw r64, rw RAX | R- | REX.W 90+r | 64",
      "rw EAX, rw EAX | -- | o32 90 | 386 no64",
      "rw r8, rw r/m(8) | RM | 86 /r | hlenl lock",
      "rw rv, rw r/m(v) | RM | ov 87 /r | hlenl lock",
      "rw r/m(8), rw r8 | MR | 86 /r | hlenl lock",
      "rw r/m(v), rw rv | MR | ov 87 /r | hlenl lock",
    ],
  },
  xlatb: {
    title: "XLATB",
    rows: [
      " |  | D7",
    ],
  },
  ...perCondition("cmov", "", {
    title: "CMOVCC",
    rows: [
      "rw rv, r r/m(v) | RM | ov 0F 40+cc /r | p6",
    ],
  }),
  ...perCondition("set", "", {
    title: "SETCC",
    rows: [
      "w r/m(8) | M | 0F 90+cc /0 | 386",
    ],
  }),
  movnti: {
    title: "MOVNTI",
    rows: [
      "w m(32), r r32 | MR | NP 0F C3 /r | willamette",
      "w m(64), r r64 | MR | REX.W NP 0F C3 /r | 64",
    ],
  },
  movbe: {
    title: "MOVBE",
    rows: [
      "w r16, r m16 | RM | o16 norep 0F 38 F0 /r | nehalem",
      "w r32, r m32 | RM | o32 norep 0F 38 F0 /r | nehalem",
      "w r64, r m64 | RM | REX.W norep 0F 38 F0 /r | nehalem",
      "w m16, r r16 | MR | o16 norep 0F 38 F1 /r | nehalem",
      "w m32, r r32 | MR | o32 norep 0F 38 F1 /r | nehalem",
      "w m64, r r64 | MR | REX.W norep 0F 38 F1 /r | nehalem",
    ],
  },
  movdiri: {
    title: "MOVDIRI",
    rows: [
      "w m32?, r r32 | MR | NP 0F 38 F9 /r | future",
      "w m64?, r r64 | MR | REX.W 0F 38 F9 /r | future 64only",
    ],
  },
  movdir64b: {
    title: "MOVDIR64B",
    rows: [
      "w r16, r m512 | RM | a16 66 0F 38 F8 /r | future no64",
      "w r32, r m512 | RM | a32 66 0F 38 F8 /r | future",
      "w r64, r m512 | RM | d64 a64 66 0F 38 F8 /r | future 64only",
    ],
  },
} as const satisfies Family;
