// SSE to SSE4.2 on XMM registers.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const sse = {
  cmpsd_xmm: {
    name: "cmpsd", title: "CMPSD",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | F2 0F C2 /r ibu | willamette sse2",
    ],
  },
  movsd_xmm: {
    name: "movsd", title: "MOVSD",
    rows: [
      "w xmm, r xmm/m64 | RM | F2 0F 10 /r | willamette sse2",
      "w xmm/m64, r xmm | MR | F2 0F 11 /r | willamette sse2",
    ],
  },
  addps: {
    title: "ADDPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 58 /r | katmai sse",
    ],
  },
  addss: {
    title: "ADDSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 58 /r | katmai sse",
    ],
  },
  andnps: {
    title: "ANDNPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 55 /r | katmai sse",
    ],
  },
  andps: {
    title: "ANDPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 54 /r | katmai sse",
    ],
  },
  cmpps: {
    title: "CMPPS",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | NP 0F C2 /r ibu | katmai sse",
    ],
  },
  cmpss: {
    title: "CMPSS",
    rows: [
      "rw xmm, r xmm/m32, r imm8 | RMI | F3 0F C2 /r ibu | katmai sse",
    ],
  },
  comiss: {
    title: "COMISS",
    rows: [
      "r xmm, r xmm/m32 | RM | NP 0F 2F /r | katmai sse",
    ],
  },
  cvtpi2ps: {
    title: "CVTPI2PS",
    rows: [
      "w xmm, r mm/m64 | RM | NP 0F 2A /r | katmai sse mmx",
    ],
  },
  cvtps2pi: {
    title: "CVTPS2PI",
    rows: [
      "w mm, r xmm/m64 | RM | NP 0F 2D /r | katmai sse mmx",
    ],
  },
  cvtsi2ss: {
    title: "CVTSI2SS",
    rows: [
      "w xmm, r m(32) | RM | F3 0F 2A /r | katmai sse nd",
      "w xmm, r r/m32? | RM | F3 0F 2A /r | katmai sse",
      "w xmm, r r/m64? | RM | REX.W F3 0F 2A /r | 64 sse",
    ],
  },
  cvtss2si: {
    title: "CVTSS2SI",
    rows: [
      "w r32, r xmm | RM | F3 0F 2D /r | katmai sse",
      "w r32, r m(32) | RM | F3 0F 2D /r | katmai sse",
      "w r64, r xmm | RM | REX.W F3 0F 2D /r | 64 sse",
      "w r64, r m(32) | RM | REX.W F3 0F 2D /r | 64 sse",
    ],
  },
  cvttps2pi: {
    title: "CVTTPS2PI",
    rows: [
      "w mm, r xmm/m(64) | RM | NP 0F 2C /r | katmai sse mmx",
    ],
  },
  cvttss2si: {
    title: "CVTTSS2SI",
    rows: [
      "w r32, r xmm/m(32) | RM | F3 0F 2C /r | katmai sse",
      "w r64, r xmm/m(32) | RM | REX.W F3 0F 2C /r | 64 sse",
    ],
  },
  divps: {
    title: "DIVPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5E /r | katmai sse",
    ],
  },
  divss: {
    title: "DIVSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5E /r | katmai sse",
    ],
  },
  maxps: {
    title: "MAXPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5F /r | katmai sse",
    ],
  },
  maxss: {
    title: "MAXSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5F /r | katmai sse",
    ],
  },
  minps: {
    title: "MINPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5D /r | katmai sse",
    ],
  },
  minss: {
    title: "MINSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5D /r | katmai sse",
    ],
  },
  movaps: {
    title: "MOVAPS",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 28 /r | katmai sse",
      "w xmm/m128, r xmm | MR | NP 0F 29 /r | katmai sse",
    ],
  },
  movhps: {
    title: "MOVHPS",
    rows: [
      "w xmm, r m64 | RM | NP 0F 16 /r | katmai sse",
      "w m64, r xmm | MR | NP 0F 17 /r | katmai sse",
    ],
  },
  movlhps: {
    title: "MOVLHPS",
    rows: [
      "w xmm, r xmm | RM | NP 0F 16 /r | katmai sse",
    ],
  },
  movlps: {
    title: "MOVLPS",
    rows: [
      "w xmm, r m64 | RM | NP 0F 12 /r | katmai sse",
      "w m64, r xmm | MR | NP 0F 13 /r | katmai sse",
    ],
  },
  movhlps: {
    title: "MOVHLPS",
    rows: [
      "w xmm, r xmm | RM | NP 0F 12 /r | katmai sse",
    ],
  },
  movmskps: {
    title: "MOVMSKPS",
    rows: [
      "w r32, r xmm | RM | NP 0F 50 /r | katmai sse",
      "w r64, r xmm | RM | NP REX.W 0F 50 /r | 64 sse",
    ],
  },
  movntps: {
    title: "MOVNTPS",
    rows: [
      "w m128, r xmm | MR | NP 0F 2B /r | katmai sse",
    ],
  },
  movss: {
    title: "MOVSS",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 10 /r | katmai sse",
      "w xmm/m32, r xmm | MR | F3 0F 11 /r | katmai sse",
    ],
  },
  movups: {
    title: "MOVUPS",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 10 /r | katmai sse",
      "w xmm/m128, r xmm | MR | NP 0F 11 /r | katmai sse",
    ],
  },
  mulps: {
    title: "MULPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 59 /r | katmai sse",
    ],
  },
  mulss: {
    title: "MULSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 59 /r | katmai sse",
    ],
  },
  orps: {
    title: "ORPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 56 /r | katmai sse",
    ],
  },
  rcpps: {
    title: "RCPPS",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 53 /r | katmai sse",
    ],
  },
  rcpss: {
    title: "RCPSS",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 53 /r | katmai sse",
    ],
  },
  rsqrtps: {
    title: "RSQRTPS",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 52 /r | katmai sse",
    ],
  },
  rsqrtss: {
    title: "RSQRTSS",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 52 /r | katmai sse",
    ],
  },
  shufps: {
    title: "SHUFPS",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | NP 0F C6 /r ibu | katmai sse",
    ],
  },
  sqrtps: {
    title: "SQRTPS",
    rows: [
      "w xmm, r xmm/m128 | RM | NP 0F 51 /r | katmai sse",
    ],
  },
  sqrtss: {
    title: "SQRTSS",
    rows: [
      "w xmm, r xmm/m32 | RM | F3 0F 51 /r | katmai sse",
    ],
  },
  subps: {
    title: "SUBPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 5C /r | katmai sse",
    ],
  },
  subss: {
    title: "SUBSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F 5C /r | katmai sse",
    ],
  },
  ucomiss: {
    title: "UCOMISS",
    rows: [
      "r xmm, r xmm/m32 | RM | NP 0F 2E /r | katmai sse",
    ],
  },
  unpckhps: {
    title: "UNPCKHPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 15 /r | katmai sse",
    ],
  },
  unpcklps: {
    title: "UNPCKLPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 14 /r | katmai sse",
    ],
  },
  xorps: {
    title: "XORPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 57 /r | katmai sse",
    ],
  },
  xsaves: {
    title: "XSAVES",
    rows: [
      "w m | M | NP 0F C7 /5 | future",
    ],
  },
  xsaves64: {
    title: "XSAVES64",
    rows: [
      "w m | M | REX.W NP 0F C7 /5 | 64only future",
    ],
  },
  xrstors: {
    title: "XRSTORS",
    rows: [
      "r m | M | NP 0F C7 /3 | future",
    ],
  },
  xrstors64: {
    title: "XRSTORS64",
    rows: [
      "r m | M | REX.W NP 0F C7 /3 | 64only future",
    ],
  },
  maskmovdqu: {
    title: "MASKMOVDQU",
    rows: [
      "w xmm, r xmm | RM | 66 0F F7 /r | willamette sse2",
    ],
  },
  movntdq: {
    title: "MOVNTDQ",
    rows: [
      "w m(128), r xmm | MR | 66 0F E7 /r | willamette sse2",
    ],
  },
  movntpd: {
    title: "MOVNTPD",
    rows: [
      "w m(128), r xmm | MR | 66 0F 2B /r | willamette sse2",
    ],
  },
  movdqa: {
    title: "MOVDQA",
    rows: [
      "w xmm, r xmm/m128? | RM | 66 0F 6F /r | willamette sse2",
      "w xmm/m128?, r xmm | MR | 66 0F 7F /r | willamette sse2",
    ],
  },
  movdqu: {
    title: "MOVDQU",
    rows: [
      "w xmm, r xmm/m128? | RM | F3 0F 6F /r | willamette sse2",
      "w xmm/m128?, r xmm | MR | F3 0F 7F /r | willamette sse2",
    ],
  },
  pshufd: {
    title: "PSHUFD",
    rows: [
      "w xmm, r xmm, r imm | RMI | 66 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | 66 0F 70 /r ib | willamette sse2",
    ],
  },
  pshufhw: {
    title: "PSHUFHW",
    rows: [
      "w xmm, r xmm, r imm | RMI | F3 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | F3 0F 70 /r ib | willamette sse2",
    ],
  },
  pshuflw: {
    title: "PSHUFLW",
    rows: [
      "w xmm, r xmm, r imm | RMI | F2 0F 70 /r ib | willamette sse2",
      "w xmm, r m, r imm | RMI | F2 0F 70 /r ib | willamette sse2",
    ],
  },
  pslldq: {
    title: "PSLLDQ",
    rows: [
      "rw xmm, r imm(8) | MI | 66 0F 73 /7 ibu | willamette sse2",
    ],
  },
  psrldq: {
    title: "PSRLDQ",
    rows: [
      "rw xmm, r imm(8) | MI | 66 0F 73 /3 ibu | willamette sse2",
    ],
  },
  punpckhqdq: {
    title: "PUNPCKHQDQ",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 6D /r | willamette sse2",
    ],
  },
  punpcklqdq: {
    title: "PUNPCKLQDQ",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 6C /r | willamette sse2",
    ],
  },
  addpd: {
    title: "ADDPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 58 /r | willamette sse2",
    ],
  },
  addsd: {
    title: "ADDSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 58 /r | willamette sse2",
    ],
  },
  andnpd: {
    title: "ANDNPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 55 /r | willamette sse2",
    ],
  },
  andpd: {
    title: "ANDPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 54 /r | willamette sse2",
    ],
  },
  cmppd: {
    title: "CMPPD",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F C2 /r ibu | willamette sse2",
    ],
  },
  comisd: {
    title: "COMISD",
    rows: [
      "r xmm, r xmm/m64 | RM | 66 0F 2F /r | willamette sse2",
    ],
  },
  cvtdq2pd: {
    title: "CVTDQ2PD",
    rows: [
      "w xmm, r xmm/m(64) | RM | F3 0F E6 /r | willamette sse2",
    ],
  },
  cvtdq2ps: {
    title: "CVTDQ2PS",
    rows: [
      "w xmm, r xmm/m(128) | RM | NP 0F 5B /r | willamette sse2",
    ],
  },
  cvtpd2dq: {
    title: "CVTPD2DQ",
    rows: [
      "w xmm, r xmm/m(128) | RM | F2 0F E6 /r | willamette sse2",
    ],
  },
  cvtpd2pi: {
    title: "CVTPD2PI",
    rows: [
      "w mm, r xmm/m(128) | RM | 66 0F 2D /r | willamette sse2",
    ],
  },
  cvtpd2ps: {
    title: "CVTPD2PS",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F 5A /r | willamette sse2",
    ],
  },
  cvtpi2pd: {
    title: "CVTPI2PD",
    rows: [
      "w xmm, r mm/m(64) | RM | 66 0F 2A /r | willamette sse2",
    ],
  },
  cvtps2dq: {
    title: "CVTPS2DQ",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F 5B /r | willamette sse2",
    ],
  },
  cvtps2pd: {
    title: "CVTPS2PD",
    rows: [
      "w xmm, r xmm/m(64) | RM | NP 0F 5A /r | willamette sse2",
    ],
  },
  cvtsd2si: {
    title: "CVTSD2SI",
    rows: [
      "w r32, r xmm | RM | norexw F2 0F 2D /r | willamette sse2",
      "w r32, r m(64) | RM | norexw F2 0F 2D /r | willamette sse2",
      "w r64, r xmm | RM | REX.W F2 0F 2D /r | 64 sse2",
      "w r64, r m(64) | RM | REX.W F2 0F 2D /r | 64 sse2",
    ],
  },
  cvtsd2ss: {
    title: "CVTSD2SS",
    rows: [
      "w xmm, r xmm/m(64) | RM | F2 0F 5A /r | willamette sse2",
    ],
  },
  cvtsi2sd: {
    title: "CVTSI2SD",
    rows: [
      "w xmm, r m(32) | RM | F2 0F 2A /r | willamette sse2 nd",
      "w xmm, r r/m32? | RM | norexw F2 0F 2A /r | willamette sse2",
      "w xmm, r r/m64? | RM | REX.W F2 0F 2A /r | 64 sse2",
    ],
  },
  cvtss2sd: {
    title: "CVTSS2SD",
    rows: [
      "w xmm, r xmm/m(32) | RM | F3 0F 5A /r | willamette sse2",
    ],
  },
  cvttpd2pi: {
    title: "CVTTPD2PI",
    rows: [
      "w mm, r xmm/m(128) | RM | 66 0F 2C /r | willamette sse2",
    ],
  },
  cvttpd2dq: {
    title: "CVTTPD2DQ",
    rows: [
      "w xmm, r xmm/m(128) | RM | 66 0F E6 /r | willamette sse2",
    ],
  },
  cvttps2dq: {
    title: "CVTTPS2DQ",
    rows: [
      "w xmm, r xmm/m(128) | RM | F3 0F 5B /r | willamette sse2",
    ],
  },
  cvttsd2si: {
    title: "CVTTSD2SI",
    rows: [
      "w r32, r xmm | RM | norexw F2 0F 2C /r | willamette sse2",
      "w r32, r m(64) | RM | norexw F2 0F 2C /r | willamette sse2",
      "w r64, r xmm | RM | REX.W F2 0F 2C /r | 64 sse2",
      "w r64, r m(64) | RM | REX.W F2 0F 2C /r | 64 sse2",
    ],
  },
  divpd: {
    title: "DIVPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5E /r | willamette sse2",
    ],
  },
  divsd: {
    title: "DIVSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5E /r | willamette sse2",
    ],
  },
  maxpd: {
    title: "MAXPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5F /r | willamette sse2",
    ],
  },
  maxsd: {
    title: "MAXSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5F /r | willamette sse2",
    ],
  },
  minpd: {
    title: "MINPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F 5D /r | willamette sse2",
    ],
  },
  minsd: {
    title: "MINSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F 5D /r | willamette sse2",
    ],
  },
  movapd: {
    title: "MOVAPD",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 28 /r | willamette sse2",
      "w xmm/m128, r xmm | MR | 66 0F 29 /r | willamette sse2",
    ],
  },
  movhpd: {
    title: "MOVHPD",
    rows: [
      "w m64, r xmm | MR | 66 0F 17 /r | willamette sse2",
      "w xmm, r m64 | RM | 66 0F 16 /r | willamette sse2",
    ],
  },
  movlpd: {
    title: "MOVLPD",
    rows: [
      "w m64, r xmm | MR | 66 0F 13 /r | willamette sse2",
      "w xmm, r m64 | RM | 66 0F 12 /r | willamette sse2",
    ],
  },
  movmskpd: {
    title: "MOVMSKPD",
    rows: [
      "w r32, r xmm | RM | 66 0F 50 /r | willamette sse2",
      "w r64, r xmm | RM | 66 REX.W 0F 50 /r | 64 sse2",
    ],
  },
  movupd: {
    title: "MOVUPD",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 10 /r | willamette sse2",
      "w xmm/m128, r xmm | MR | 66 0F 11 /r | willamette sse2",
    ],
  },
  mulpd: {
    title: "MULPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 59 /r | willamette sse2",
    ],
  },
  mulsd: {
    title: "MULSD",
    rows: [
      "rw xmm, r xmm/m64? | RM | F2 0F 59 /r | willamette sse2",
    ],
  },
  orpd: {
    title: "ORPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 56 /r | willamette sse2",
    ],
  },
  shufpd: {
    title: "SHUFPD",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F C6 /r ibu | willamette sse2",
    ],
  },
  sqrtpd: {
    title: "SQRTPD",
    rows: [
      "w xmm, r xmm/m128? | RM | 66 0F 51 /r | willamette sse2",
    ],
  },
  sqrtsd: {
    title: "SQRTSD",
    rows: [
      "w xmm, r xmm/m64 | RM | F2 0F 51 /r | willamette sse2",
    ],
  },
  subpd: {
    title: "SUBPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 5C /r | willamette sse2",
    ],
  },
  subsd: {
    title: "SUBSD",
    rows: [
      "rw xmm, r xmm/m64 | RM | F2 0F 5C /r | willamette sse2",
    ],
  },
  ucomisd: {
    title: "UCOMISD",
    rows: [
      "r xmm, r xmm/m64 | RM | 66 0F 2E /r | willamette sse2",
    ],
  },
  unpckhpd: {
    title: "UNPCKHPD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 15 /r | willamette sse2",
    ],
  },
  unpcklpd: {
    title: "UNPCKLPD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 14 /r | willamette sse2",
    ],
  },
  xorpd: {
    title: "XORPD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 57 /r | willamette sse2",
    ],
  },
  addsubpd: {
    title: "ADDSUBPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F D0 /r | prescott sse3",
    ],
  },
  addsubps: {
    title: "ADDSUBPS",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F D0 /r | prescott sse3",
    ],
  },
  haddpd: {
    title: "HADDPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 7C /r | prescott sse3",
    ],
  },
  haddps: {
    title: "HADDPS",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F 7C /r | prescott sse3",
    ],
  },
  hsubpd: {
    title: "HSUBPD",
    rows: [
      "rw xmm, r xmm/m128? | RM | 66 0F 7D /r | prescott sse3",
    ],
  },
  hsubps: {
    title: "HSUBPS",
    rows: [
      "rw xmm, r xmm/m128? | RM | F2 0F 7D /r | prescott sse3",
    ],
  },
  lddqu: {
    title: "LDDQU",
    rows: [
      "w xmm, r m128? | RM | F2 0F F0 /r | prescott sse3",
    ],
  },
  movddup: {
    title: "MOVDDUP",
    rows: [
      "w xmm, r xmm/m64? | RM | F2 0F 12 /r | prescott sse3",
    ],
  },
  movshdup: {
    title: "MOVSHDUP",
    rows: [
      "w xmm, r xmm/m128 | RM | F3 0F 16 /r | prescott sse3",
    ],
  },
  movsldup: {
    title: "MOVSLDUP",
    rows: [
      "w xmm, r xmm/m128 | RM | F3 0F 12 /r | prescott sse3",
    ],
  },
  blendpd: {
    title: "BLENDPD",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0D /r ibu | sse41",
    ],
  },
  blendps: {
    title: "BLENDPS",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0C /r ibu | sse41",
    ],
  },
  blendvpd: {
    title: "BLENDVPD",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | 66 0F 38 15 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 15 /r | sse41",
    ],
  },
  blendvps: {
    title: "BLENDVPS",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | 66 0F 38 14 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 14 /r | sse41",
    ],
  },
  dppd: {
    title: "DPPD",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 41 /r ibu | sse41",
    ],
  },
  dpps: {
    title: "DPPS",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 40 /r ibu | sse41",
    ],
  },
  extractps: {
    title: "EXTRACTPS",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | 66 0F 3A 17 /r ibu | sse41",
      "w r64, r xmm, r imm8 | MRI | REX.W 66 0F 3A 17 /r ibu | sse41 64",
    ],
  },
  insertps: {
    title: "INSERTPS",
    rows: [
      "rw xmm, r xmm/m32, r imm8 | RMI | 66 0F 3A 21 /r ibu | sse41",
    ],
  },
  movntdqa: {
    title: "MOVNTDQA",
    rows: [
      "w xmm, r m128 | RM | 66 0F 38 2A /r | sse41",
    ],
  },
  mpsadbw: {
    title: "MPSADBW",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 42 /r ibu | sse41",
    ],
  },
  packusdw: {
    title: "PACKUSDW",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 2B /r | sse41",
    ],
  },
  pblendvb: {
    title: "PBLENDVB",
    rows: [
      "rw xmm, r xmm/m, r XMM0 | RM- | 66 0F 38 10 /r | sse41",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 10 /r | sse41",
    ],
  },
  pblendw: {
    title: "PBLENDW",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 0E /r ibu | sse41",
    ],
  },
  pcmpeqq: {
    title: "PCMPEQQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 29 /r | sse41",
    ],
  },
  pextrb: {
    title: "PEXTRB",
    rows: [
      "w r32, r xmm, r imm8 | MRI | 66 0F 3A 14 /r ibu | sse41",
      "w m8, r xmm, r imm8 | MRI | 66 0F 3A 14 /r ibu | sse41",
      "w r64, r xmm, r imm8 | MRI | d64 66 0F 3A 14 /r ibu | sse41 64",
    ],
  },
  pextrd: {
    title: "PEXTRD",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | norexw 66 0F 3A 16 /r ibu | sse41",
    ],
  },
  pextrq: {
    title: "PEXTRQ",
    rows: [
      "w r/m64, r xmm, r imm8 | MRI | REX.W 66 0F 3A 16 /r ibu | sse41 64",
    ],
  },
  phminposuw: {
    title: "PHMINPOSUW",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 38 41 /r | sse41",
    ],
  },
  pinsrb: {
    title: "PINSRB",
    rows: [
      "rw xmm, r m, r imm8 | RMI | 66 0F 3A 20 /r ibu | sse41",
      "rw xmm, r r/m8, r imm8 | RMI | nohi 66 0F 3A 20 /r ibu | sse41",
      "rw xmm, r r32, r imm8 | RMI | 66 0F 3A 20 /r ibu | sse41",
    ],
  },
  pinsrd: {
    title: "PINSRD",
    rows: [
      "rw xmm, r r/m32, r imm8 | RMI | norexw 66 0F 3A 22 /r ibu | sse41",
    ],
  },
  pinsrq: {
    title: "PINSRQ",
    rows: [
      "rw xmm, r r/m64, r imm8 | RMI | REX.W 66 0F 3A 22 /r ibu | sse41 64",
    ],
  },
  pmaxsb: {
    title: "PMAXSB",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3C /r | sse41",
    ],
  },
  pmaxsd: {
    title: "PMAXSD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3D /r | sse41",
    ],
  },
  pmaxud: {
    title: "PMAXUD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3F /r | sse41",
    ],
  },
  pmaxuw: {
    title: "PMAXUW",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3E /r | sse41",
    ],
  },
  pminsb: {
    title: "PMINSB",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 38 /r | sse41",
    ],
  },
  pminsd: {
    title: "PMINSD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 39 /r | sse41",
    ],
  },
  pminud: {
    title: "PMINUD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3B /r | sse41",
    ],
  },
  pminuw: {
    title: "PMINUW",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 3A /r | sse41",
    ],
  },
  pmovsxbw: {
    title: "PMOVSXBW",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 20 /r | sse41",
    ],
  },
  pmovsxbd: {
    title: "PMOVSXBD",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 21 /r | sse41",
    ],
  },
  pmovsxbq: {
    title: "PMOVSXBQ",
    rows: [
      "w xmm, r xmm/m16? | RM | 66 0F 38 22 /r | sse41",
    ],
  },
  pmovsxwd: {
    title: "PMOVSXWD",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 23 /r | sse41",
    ],
  },
  pmovsxwq: {
    title: "PMOVSXWQ",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 24 /r | sse41",
    ],
  },
  pmovsxdq: {
    title: "PMOVSXDQ",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 25 /r | sse41",
    ],
  },
  pmovzxbw: {
    title: "PMOVZXBW",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 30 /r | sse41",
    ],
  },
  pmovzxbd: {
    title: "PMOVZXBD",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 31 /r | sse41",
    ],
  },
  pmovzxbq: {
    title: "PMOVZXBQ",
    rows: [
      "w xmm, r xmm/m16? | RM | 66 0F 38 32 /r | sse41",
    ],
  },
  pmovzxwd: {
    title: "PMOVZXWD",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 33 /r | sse41",
    ],
  },
  pmovzxwq: {
    title: "PMOVZXWQ",
    rows: [
      "w xmm, r xmm/m32? | RM | 66 0F 38 34 /r | sse41",
    ],
  },
  pmovzxdq: {
    title: "PMOVZXDQ",
    rows: [
      "w xmm, r xmm/m64? | RM | 66 0F 38 35 /r | sse41",
    ],
  },
  pmuldq: {
    title: "PMULDQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 28 /r | sse41",
    ],
  },
  pmulld: {
    title: "PMULLD",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 40 /r | sse41",
    ],
  },
  ptest: {
    title: "PTEST",
    rows: [
      "r xmm, r xmm/m128 | RM | 66 0F 38 17 /r | sse41",
    ],
  },
  roundpd: {
    title: "ROUNDPD",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 09 /r ibu | sse41",
    ],
  },
  roundps: {
    title: "ROUNDPS",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 08 /r ibu | sse41",
    ],
  },
  roundsd: {
    title: "ROUNDSD",
    rows: [
      "w xmm, r xmm/m64, r imm8 | RMI | 66 0F 3A 0B /r ibu | sse41",
    ],
  },
  roundss: {
    title: "ROUNDSS",
    rows: [
      "w xmm, r xmm/m32, r imm8 | RMI | 66 0F 3A 0A /r ibu | sse41",
    ],
  },
  pcmpestri: {
    title: "PCMPESTRI",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 61 /r ibu | sse42",
    ],
  },
  pcmpestrm: {
    title: "PCMPESTRM",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 60 /r ibu | sse42",
    ],
  },
  pcmpistri: {
    title: "PCMPISTRI",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 63 /r ibu | sse42",
    ],
  },
  pcmpistrm: {
    title: "PCMPISTRM",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 62 /r ibu | sse42",
    ],
  },
  pcmpgtq: {
    title: "PCMPGTQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 37 /r | sse42",
    ],
  },
} as const satisfies Family;
