// SSE to SSE4.2 on XMM registers.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const sse = () => ({
  cmpsd_xmm: {
    name: "cmpsd", title: "Compare doublewords of strings",
    brief: "Compares the doubleword at [RSI] with the one at [RDI] and moves both on; repe and repne go on while (un)equal.",
    operation: "flags ← [RSI] − [RDI]\nSI, RDI ← ± 4 by DF",
    flags: "r=d w=oszapc",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | F2 0F C2 /r ibu | willamette sse2",
    ],
  },
  movsd_xmm: {
    name: "movsd", title: "Move doubleword of string",
    brief: "Copies a doubleword from [RSI] to [RDI] and moves both on; rep does it RCX times.",
    operation: "[RDI] ← [RSI]\nSI, RDI ← ± 4 by DF",
    flags: "r=d",
    rows: [
      "w xmm, r xmm/m64 | RM | F2 0F 10 /r | willamette sse2",
      "w xmm/m64, r xmm | MR | F2 0F 11 /r | willamette sse2",
    ],
  },
  addps: {
    title: "Add packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 58 /r | katmai sse",
    ],
  },
  addss: {
    title: "Add scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 58 /r | katmai sse",
    ],
  },
  andnps: {
    title: "Bitwise and-not of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 55 /r | katmai sse",
    ],
  },
  andps: {
    title: "Bitwise and of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 54 /r | katmai sse",
    ],
  },
  cmpps: {
    title: "Compare packed single",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | NP 0F C2 /r ibu | katmai sse",
    ],
  },
  cmpss: {
    title: "Compare scalar single",
    rows: [
      "rw xmm, r xmm/m32, r imm8 | RMI | F3 0F C2 /r ibu | katmai sse",
    ],
  },
  comiss: {
    title: "Compare into flags, ordered, scalar single",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m32 | RM | NP 0F 2F /r | katmai sse",
    ],
  },
  cvtpi2ps: {
    title: "Convert packed integers to packed single",
    rows: [
      "w xmm, r mm/m64 | RM | NP 0F 2A /r | katmai sse mmx",
    ],
  },
  cvtps2pi: {
    title: "Convert packed single to packed integers",
    rows: [
      "w mm, r xmm/m64 | RM | NP 0F 2D /r | katmai sse mmx",
    ],
  },
  cvtsi2ss: {
    title: "Convert integer to scalar single",
    rows: [
      "w xmm, r m(32) | RM | F3 0F 2A /r | katmai sse nd ownsize",
      "w xmm, r r/m32? | RM | F3 0F 2A /r | katmai sse ownsize",
      "w xmm, r r/m64? | RM | REX.W F3 0F 2A /r | 64 sse ownsize",
    ],
  },
  cvtss2si: {
    title: "Convert scalar single to integer",
    rows: [
      "w r32, r xmm | RM | F3 0F 2D /r | katmai sse size32",
      "w r32, r m(32) | RM | F3 0F 2D /r | katmai sse",
      "w r64, r xmm | RM | REX.W F3 0F 2D /r | 64 sse size32",
      "w r64, r m(32) | RM | REX.W F3 0F 2D /r | 64 sse",
    ],
  },
  cvttps2pi: {
    title: "Convert packed single to packed integers with truncation",
    rows: [
      "w mm, r xmm/m(64) | RM | NP 0F 2C /r | katmai sse mmx",
    ],
  },
  cvttss2si: {
    title: "Convert scalar single to integer with truncation",
    rows: [
      "w r32, r xmm/m(32) | RM | F3 0F 2C /r | katmai sse",
      "w r64, r xmm/m(32) | RM | REX.W F3 0F 2C /r | 64 sse",
    ],
  },
  divps: {
    title: "Divide packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5E /r | katmai sse",
    ],
  },
  divss: {
    title: "Divide scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5E /r | katmai sse",
    ],
  },
  maxps: {
    title: "Maximum of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5F /r | katmai sse",
    ],
  },
  maxss: {
    title: "Maximum of scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5F /r | katmai sse",
    ],
  },
  minps: {
    title: "Minimum of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5D /r | katmai sse",
    ],
  },
  minss: {
    title: "Minimum of scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5D /r | katmai sse",
    ],
  },
  movaps: {
    title: "Move aligned packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 28 /r | katmai sse",
      "w xmm/m128, r xmm | MR | NP 0F 29 /r | katmai sse",
    ],
  },
  movhps: {
    title: "Move high packed single",
    rows: [
      "w xmm, r m64 | RM | NP 0F 16 /r | katmai sse",
      "w m64, r xmm | MR | NP 0F 17 /r | katmai sse",
    ],
  },
  movlhps: {
    title: "Move low to high packed single",
    rows: [
      "w xmm, r xmm | RM | NP 0F 16 /r | katmai sse",
    ],
  },
  movlps: {
    title: "Move low packed single",
    rows: [
      "w xmm, r m64 | RM | NP 0F 12 /r | katmai sse",
      "w m64, r xmm | MR | NP 0F 13 /r | katmai sse",
    ],
  },
  movhlps: {
    title: "Move high to low packed single",
    rows: [
      "w xmm, r xmm | RM | NP 0F 12 /r | katmai sse",
    ],
  },
  movmskps: {
    title: "Move sign mask of packed single",
    rows: [
      "w r32, r xmm | RM | NP 0F 50 /r | katmai sse",
      "w r64, r xmm | RM | NP REX.W 0F 50 /r | 64 sse",
    ],
  },
  movntps: {
    title: "Store packed single past the caches",
    rows: [
      "w m128, r xmm | MR | NP 0F 2B /r | katmai sse",
    ],
  },
  movss: {
    title: "Move scalar single",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 10 /r | katmai sse",
      "w xmm/m32, r xmm | MR | F3 0F 11 /r | katmai sse",
    ],
  },
  movups: {
    title: "Move unaligned packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 10 /r | katmai sse",
      "w xmm/m128, r xmm | MR | NP 0F 11 /r | katmai sse",
    ],
  },
  mulps: {
    title: "Multiply packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 59 /r | katmai sse",
    ],
  },
  mulss: {
    title: "Multiply scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 59 /r | katmai sse",
    ],
  },
  orps: {
    title: "Bitwise or of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 56 /r | katmai sse",
    ],
  },
  rcpps: {
    title: "Approximate reciprocal of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 53 /r | katmai sse",
    ],
  },
  rcpss: {
    title: "Approximate reciprocal of scalar single",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 53 /r | katmai sse",
    ],
  },
  rsqrtps: {
    title: "Approximate reciprocal square root of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 52 /r | katmai sse",
    ],
  },
  rsqrtss: {
    title: "Approximate reciprocal square root of scalar single",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 52 /r | katmai sse",
    ],
  },
  shufps: {
    title: "Shuffle packed single",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | NP 0F C6 /r ibu | katmai sse",
    ],
  },
  sqrtps: {
    title: "Square root of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 51 /r | katmai sse",
    ],
  },
  sqrtss: {
    title: "Square root of scalar single",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 51 /r | katmai sse",
    ],
  },
  subps: {
    title: "Subtract packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5C /r | katmai sse",
    ],
  },
  subss: {
    title: "Subtract scalar single",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5C /r | katmai sse",
    ],
  },
  ucomiss: {
    title: "Compare into flags, quiet, scalar single",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m32 | RM | NP 0F 2E /r | katmai sse",
    ],
  },
  unpckhps: {
    title: "Interleave high packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 15 /r | katmai sse",
    ],
  },
  unpcklps: {
    title: "Interleave low packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 14 /r | katmai sse",
    ],
  },
  xorps: {
    title: "Bitwise exclusive or of packed single",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 57 /r | katmai sse",
    ],
  },
  maskmovdqu: {
    title: "Store selected bytes",
    rows: [
      "w xmm, r xmm | RM | 66 0F F7 /r | willamette sse2",
    ],
  },
  movntdq: {
    title: "Store packed integers past the caches",
    rows: [
      "w m(128), r xmm | MR | 66 0F E7 /r | willamette sse2",
    ],
  },
  movntpd: {
    title: "Store packed double past the caches",
    rows: [
      "w m(128), r xmm | MR | 66 0F 2B /r | willamette sse2",
    ],
  },
  movdqa: {
    title: "Move aligned packed integers",
    rows: [
      "w xmm, r xmm/m128? | RM | 66 0F 6F /r | willamette sse2",
      "w xmm/m128?, r xmm | MR | 66 0F 7F /r | willamette sse2",
    ],
  },
  movdqu: {
    title: "Move unaligned packed integers",
    rows: [
      "w xmm, r xmm/m128? | RM | F3 0F 6F /r | willamette sse2",
      "w xmm/m128?, r xmm | MR | F3 0F 7F /r | willamette sse2",
    ],
  },
  pshufd: {
    title: "Shuffle doublewords",
    rows: [
      "w xmm, r xmm, r imm | RMI | 66 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | 66 0F 70 /r ib | willamette sse2",
    ],
  },
  pshufhw: {
    title: "Shuffle high words",
    rows: [
      "w xmm, r xmm, r imm | RMI | F3 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | F3 0F 70 /r ib | willamette sse2",
    ],
  },
  pshuflw: {
    title: "Shuffle low words",
    rows: [
      "w xmm, r xmm, r imm | RMI | F2 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | F2 0F 70 /r ib | willamette sse2",
    ],
  },
  pslldq: {
    title: "Shift left by bytes",
    rows: [
      "rw xmm, r imm(8) | MI | 66 0F 73 /7 ibu | willamette sse2",
    ],
  },
  psrldq: {
    title: "Shift right by bytes",
    rows: [
      "rw xmm, r imm(8) | MI | 66 0F 73 /3 ibu | willamette sse2",
    ],
  },
  punpckhqdq: {
    title: "Interleave high quadwords",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 6D /r | willamette sse2",
    ],
  },
  punpcklqdq: {
    title: "Interleave low quadwords",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 6C /r | willamette sse2",
    ],
  },
  addpd: {
    title: "Add packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 58 /r | willamette sse2",
    ],
  },
  addsd: {
    title: "Add scalar double",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 58 /r | willamette sse2",
    ],
  },
  andnpd: {
    title: "Bitwise and-not of packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 55 /r | willamette sse2",
    ],
  },
  andpd: {
    title: "Bitwise and of packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 54 /r | willamette sse2",
    ],
  },
  cmppd: {
    title: "Compare packed double",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F C2 /r ibu | willamette sse2",
    ],
  },
  comisd: {
    title: "Compare into flags, ordered, scalar double",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m64 | RM | 66 0F 2F /r | willamette sse2",
    ],
  },
  cvtdq2pd: {
    title: "Convert doublewords to packed double",
    rows: [
      "w xmm, r xmm/m(64) | RM | F3 0F E6 /r | willamette sse2",
    ],
  },
  cvtdq2ps: {
    title: "Convert doublewords to packed single",
    rows: [
      "w xmm, r xmm/m(128) | RM | NP 0F 5B /r | willamette sse2",
    ],
  },
  cvtpd2dq: {
    title: "Convert packed double to doublewords",
    rows: [
      "w xmm, r xmm/m(128) | RM | F2 0F E6 /r | willamette sse2",
    ],
  },
  cvtpd2pi: {
    title: "Convert packed double to packed integers",
    rows: [
      "w mm, r xmm/m(128) | RM | 66 0F 2D /r | willamette sse2",
    ],
  },
  cvtpd2ps: {
    title: "Convert packed double to packed single",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F 5A /r | willamette sse2",
    ],
  },
  cvtpi2pd: {
    title: "Convert packed integers to packed double",
    rows: [
      "w xmm, r mm/m(64) | RM | 66 0F 2A /r | willamette sse2",
    ],
  },
  cvtps2dq: {
    title: "Convert packed single to doublewords",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F 5B /r | willamette sse2",
    ],
  },
  cvtps2pd: {
    title: "Convert packed single to packed double",
    rows: [
      "w xmm, r xmm/m(64) | RM | NP 0F 5A /r | willamette sse2",
    ],
  },
  cvtsd2si: {
    title: "Convert scalar double to integer",
    rows: [
      "w r32, r xmm | RM | norexw F2 0F 2D /r | willamette sse2 size64",
      "w r32, r m(64) | RM | norexw F2 0F 2D /r | willamette sse2",
      "w r64, r xmm | RM | REX.W F2 0F 2D /r | 64 sse2 size64",
      "w r64, r m(64) | RM | REX.W F2 0F 2D /r | 64 sse2",
    ],
  },
  cvtsd2ss: {
    title: "Convert scalar double to scalar single",
    rows: [
      "w xmm, r xmm/m(64) | RM | F2 0F 5A /r | willamette sse2",
    ],
  },
  cvtsi2sd: {
    title: "Convert integer to scalar double",
    rows: [
      "w xmm, r m(32) | RM | F2 0F 2A /r | willamette sse2 nd ownsize",
      "w xmm, r r/m32? | RM | norexw F2 0F 2A /r | willamette sse2 ownsize",
      "w xmm, r r/m64? | RM | REX.W F2 0F 2A /r | 64 sse2 ownsize",
    ],
  },
  cvtss2sd: {
    title: "Convert scalar single to scalar double",
    rows: [
      "w xmm, r xmm/m(32) | RM | F3 0F 5A /r | willamette sse2",
    ],
  },
  cvttpd2pi: {
    title: "Convert packed double to packed integers with truncation",
    rows: [
      "w mm, r xmm/m(128) | RM | 66 0F 2C /r | willamette sse2",
    ],
  },
  cvttpd2dq: {
    title: "Convert packed double to doublewords with truncation",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F E6 /r | willamette sse2",
    ],
  },
  cvttps2dq: {
    title: "Convert packed single to doublewords with truncation",
    rows: [
      "w xmm, r xmm/m(128) | RM | F3 0F 5B /r | willamette sse2",
    ],
  },
  cvttsd2si: {
    title: "Convert scalar double to integer with truncation",
    rows: [
      "w r32, r xmm | RM | norexw F2 0F 2C /r | willamette sse2 size64",
      "w r32, r m(64) | RM | norexw F2 0F 2C /r | willamette sse2",
      "w r64, r xmm | RM | REX.W F2 0F 2C /r | 64 sse2 size64",
      "w r64, r m(64) | RM | REX.W F2 0F 2C /r | 64 sse2",
    ],
  },
  divpd: {
    title: "Divide packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5E /r | willamette sse2",
    ],
  },
  divsd: {
    title: "Divide scalar double",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5E /r | willamette sse2",
    ],
  },
  maxpd: {
    title: "Maximum of packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5F /r | willamette sse2",
    ],
  },
  maxsd: {
    title: "Maximum of scalar double",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5F /r | willamette sse2",
    ],
  },
  minpd: {
    title: "Minimum of packed double",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5D /r | willamette sse2",
    ],
  },
  minsd: {
    title: "Minimum of scalar double",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5D /r | willamette sse2",
    ],
  },
  movapd: {
    title: "Move aligned packed double",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 28 /r | willamette sse2",
      "w xmm/m128, r xmm | MR | 66 0F 29 /r | willamette sse2",
    ],
  },
  movhpd: {
    title: "Move high double",
    rows: [
      "w m64, r xmm | MR | 66 0F 17 /r | willamette sse2",
      "w xmm, r m64 | RM | 66 0F 16 /r | willamette sse2",
    ],
  },
  movlpd: {
    title: "Move low double",
    rows: [
      "w m64, r xmm | MR | 66 0F 13 /r | willamette sse2",
      "w xmm, r m64 | RM | 66 0F 12 /r | willamette sse2",
    ],
  },
  movmskpd: {
    title: "Move sign mask of packed double",
    rows: [
      "w r32, r xmm | RM | 66 0F 50 /r | willamette sse2",
      "w r64, r xmm | RM | 66 REX.W 0F 50 /r | 64 sse2",
    ],
  },
  movupd: {
    title: "Move unaligned packed double",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 10 /r | willamette sse2",
      "w xmm/m128, r xmm | MR | 66 0F 11 /r | willamette sse2",
    ],
  },
  mulpd: {
    title: "Multiply packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 59 /r | willamette sse2",
    ],
  },
  mulsd: {
    title: "Multiply scalar double",
    rows: [
      "rw xmm, r xmm/m64? | RM | F2 0F 59 /r | willamette sse2",
    ],
  },
  orpd: {
    title: "Bitwise or of packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 56 /r | willamette sse2",
    ],
  },
  shufpd: {
    title: "Shuffle packed double",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F C6 /r ibu | willamette sse2",
    ],
  },
  sqrtpd: {
    title: "Square root of packed double",
    rows: [
      "w xmm, r xmm/m128? | RM | 66 0F 51 /r | willamette sse2",
    ],
  },
  sqrtsd: {
    title: "Square root of scalar double",
    rows: [
      "w xmm, r xmm/m64 | RM | F2 0F 51 /r | willamette sse2",
    ],
  },
  subpd: {
    title: "Subtract packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 5C /r | willamette sse2",
    ],
  },
  subsd: {
    title: "Subtract scalar double",
    rows: [
      "rw xmm, r xmm/m64 | RM | F2 0F 5C /r | willamette sse2",
    ],
  },
  ucomisd: {
    title: "Compare into flags, quiet, scalar double",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m64 | RM | 66 0F 2E /r | willamette sse2",
    ],
  },
  unpckhpd: {
    title: "Interleave high packed double",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 15 /r | willamette sse2",
    ],
  },
  unpcklpd: {
    title: "Interleave low packed double",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 14 /r | willamette sse2",
    ],
  },
  xorpd: {
    title: "Bitwise exclusive or of packed double",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 57 /r | willamette sse2",
    ],
  },
  addsubpd: {
    title: "Add odd and subtract even packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F D0 /r | prescott sse3",
    ],
  },
  addsubps: {
    title: "Add odd and subtract even packed single",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F D0 /r | prescott sse3",
    ],
  },
  haddpd: {
    title: "Add pairs of packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 7C /r | prescott sse3",
    ],
  },
  haddps: {
    title: "Add pairs of packed single",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F 7C /r | prescott sse3",
    ],
  },
  hsubpd: {
    title: "Subtract pairs of packed double",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 7D /r | prescott sse3",
    ],
  },
  hsubps: {
    title: "Subtract pairs of packed single",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F 7D /r | prescott sse3",
    ],
  },
  lddqu: {
    title: "Load unaligned integers",
    rows: [
      "w xmm, r m128? | RM | F2 0F F0 /r | prescott sse3",
    ],
  },
  movddup: {
    title: "Move double and duplicate",
    rows: [
      "w xmm, r xmm/m64? | RM | F2 0F 12 /r | prescott sse3",
    ],
  },
  movshdup: {
    title: "Duplicate odd singles",
    rows: [
      "w xmm, r xmm/m128 | RM | F3 0F 16 /r | prescott sse3",
    ],
  },
  movsldup: {
    title: "Duplicate even singles",
    rows: [
      "w xmm, r xmm/m128 | RM | F3 0F 12 /r | prescott sse3",
    ],
  },
  blendpd: {
    title: "Blend packed double",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0D /r ibu | sse41",
    ],
  },
  blendps: {
    title: "Blend packed single",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0C /r ibu | sse41",
    ],
  },
  blendvpd: {
    title: "Blend by variable mask packed double",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | 66 0F 38 15 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 15 /r | sse41",
    ],
  },
  blendvps: {
    title: "Blend by variable mask packed single",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | 66 0F 38 14 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 14 /r | sse41",
    ],
  },
  dppd: {
    title: "Dot product of packed double",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 41 /r ibu | sse41",
    ],
  },
  dpps: {
    title: "Dot product of packed single",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 40 /r ibu | sse41",
    ],
  },
  extractps: {
    title: "Extract single",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | 66 0F 3A 17 /r ibu | sse41",
      "w r64, r xmm, r imm8 | MRI | REX.W 66 0F 3A 17 /r ibu | sse41 64",
    ],
  },
  insertps: {
    title: "Insert single",
    rows: [
      "rw xmm, r xmm/m32, r imm8 | RMI | 66 0F 3A 21 /r ibu | sse41",
    ],
  },
  movntdqa: {
    title: "Load packed integers past the caches",
    rows: [
      "w xmm, r m128 | RM | 66 0F 38 2A /r | sse41",
    ],
  },
  mpsadbw: {
    title: "Multiple sums of absolute differences",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 42 /r ibu | sse41",
    ],
  },
  packusdw: {
    title: "Pack doublewords to words with unsigned saturation",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 2B /r | sse41",
    ],
  },
  pblendvb: {
    title: "Blend by variable mask packed bytes",
    rows: [
      "rw xmm, r xmm/m, r XMM0 | RM- | 66 0F 38 10 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 10 /r | sse41",
    ],
  },
  pblendw: {
    title: "Blend packed words",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0E /r ibu | sse41",
    ],
  },
  pcmpeqq: {
    title: "Compare packed equal quadwords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 29 /r | sse41",
    ],
  },
  pextrb: {
    title: "Extract one of bytes",
    rows: [
      "w r32, r xmm, r imm8 | MRI | 66 0F 3A 14 /r ibu | sse41",
      "w m8, r xmm, r imm8 | MRI | 66 0F 3A 14 /r ibu | sse41",
      "w r64, r xmm, r imm8 | MRI | d64 66 0F 3A 14 /r ibu | sse41 64",
    ],
  },
  pextrd: {
    title: "Extract one of doublewords",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | norexw 66 0F 3A 16 /r ibu | sse41",
    ],
  },
  pextrq: {
    title: "Extract one of quadwords",
    rows: [
      "w r/m64, r xmm, r imm8 | MRI | REX.W 66 0F 3A 16 /r ibu | sse41 64",
    ],
  },
  phminposuw: {
    title: "Minimum unsigned word and its place",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 38 41 /r | sse41",
    ],
  },
  pinsrb: {
    title: "Insert one of bytes",
    rows: [
      "rw xmm, r m, r imm8 | RMI | 66 0F 3A 20 /r ibu | sse41",
      "rw xmm, r r/m8, r imm8 | RMI | nohi 66 0F 3A 20 /r ibu | sse41",
      "rw xmm, r r32, r imm8 | RMI | 66 0F 3A 20 /r ibu | sse41",
    ],
  },
  pinsrd: {
    title: "Insert one of doublewords",
    rows: [
      "rw xmm, r r/m32, r imm8 | RMI | norexw 66 0F 3A 22 /r ibu | sse41",
    ],
  },
  pinsrq: {
    title: "Insert one of quadwords",
    rows: [
      "rw xmm, r r/m64, r imm8 | RMI | REX.W 66 0F 3A 22 /r ibu | sse41 64",
    ],
  },
  pmaxsb: {
    title: "Maximum of packed signed bytes",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3C /r | sse41",
    ],
  },
  pmaxsd: {
    title: "Maximum of packed signed doublewords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3D /r | sse41",
    ],
  },
  pmaxud: {
    title: "Maximum of packed unsigned doublewords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3F /r | sse41",
    ],
  },
  pmaxuw: {
    title: "Maximum of packed unsigned words",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3E /r | sse41",
    ],
  },
  pminsb: {
    title: "Minimum of packed signed bytes",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 38 /r | sse41",
    ],
  },
  pminsd: {
    title: "Minimum of packed signed doublewords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 39 /r | sse41",
    ],
  },
  pminud: {
    title: "Minimum of packed unsigned doublewords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3B /r | sse41",
    ],
  },
  pminuw: {
    title: "Minimum of packed unsigned words",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3A /r | sse41",
    ],
  },
  pmovsxbw: {
    title: "Move packed bytes to words with sign extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 20 /r | sse41",
    ],
  },
  pmovsxbd: {
    title: "Move packed bytes to doublewords with sign extension",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 21 /r | sse41",
    ],
  },
  pmovsxbq: {
    title: "Move packed bytes to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m16? | RM | 66 0F 38 22 /r | sse41",
    ],
  },
  pmovsxwd: {
    title: "Move packed words to doublewords with sign extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 23 /r | sse41",
    ],
  },
  pmovsxwq: {
    title: "Move packed words to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 24 /r | sse41",
    ],
  },
  pmovsxdq: {
    title: "Move packed doublewords to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 25 /r | sse41",
    ],
  },
  pmovzxbw: {
    title: "Move packed bytes to words with zero extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 30 /r | sse41",
    ],
  },
  pmovzxbd: {
    title: "Move packed bytes to doublewords with zero extension",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 31 /r | sse41",
    ],
  },
  pmovzxbq: {
    title: "Move packed bytes to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m16? | RM | 66 0F 38 32 /r | sse41",
    ],
  },
  pmovzxwd: {
    title: "Move packed words to doublewords with zero extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 33 /r | sse41",
    ],
  },
  pmovzxwq: {
    title: "Move packed words to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 34 /r | sse41",
    ],
  },
  pmovzxdq: {
    title: "Move packed doublewords to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 35 /r | sse41",
    ],
  },
  pmuldq: {
    title: "Multiply signed doublewords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 28 /r | sse41",
    ],
  },
  pmulld: {
    title: "Multiply doublewords, low half",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 40 /r | sse41",
    ],
  },
  ptest: {
    title: "Test packed bits",
    flags: "w=zc 0=oasp",
    rows: [
      "r xmm, r xmm/m128 | RM | 66 0F 38 17 /r | sse41",
    ],
  },
  roundpd: {
    title: "Round packed double",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 09 /r ibu | sse41",
    ],
  },
  roundps: {
    title: "Round packed single",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 08 /r ibu | sse41",
    ],
  },
  roundsd: {
    title: "Round scalar double",
    rows: [
      "w xmm, r xmm/m64, r imm8 | RMI | 66 0F 3A 0B /r ibu | sse41",
    ],
  },
  roundss: {
    title: "Round scalar single",
    rows: [
      "w xmm, r xmm/m32, r imm8 | RMI | 66 0F 3A 0A /r ibu | sse41",
    ],
  },
  pcmpestri: {
    title: "Compare strings with lengths, index",
    flags: "w=oszc 0=ap",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 61 /r ibu | sse42",
    ],
  },
  pcmpestrm: {
    title: "Compare strings with lengths, mask",
    flags: "w=oszc 0=ap",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 60 /r ibu | sse42",
    ],
  },
  pcmpistri: {
    title: "Compare strings, index",
    flags: "w=oszc 0=ap",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 63 /r ibu | sse42",
    ],
  },
  pcmpistrm: {
    title: "Compare strings, mask",
    flags: "w=oszc 0=ap",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 62 /r ibu | sse42",
    ],
  },
  pcmpgtq: {
    title: "Compare packed greater quadwords",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 37 /r | sse42",
    ],
  },
}) as const satisfies Family;
