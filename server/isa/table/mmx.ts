// Packed integers in MMX and XMM registers (MMX, SSE, SSE2, SSSE3 under one mnemonic).
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const mmx = () => ({
  emms: {
    title: "Empty MMX state",
    brief: "Gives the registers back to the x87 unit after MMX code.",
    operation: "all x87 tags ← empty",
    rows: [
      " |  | NP 0F 77 | pent mmx",
    ],
  },
  movd: {
    title: "Move doubleword",
    rows: [
      "w mm, r r/m32? | RM | NP 0F 6E /r | pent mmx",
      "w r/m32?, r mm | MR | NP 0F 7E /r | pent mmx",
      "w mm, r r/m64 | RM | NP REX.W 0F 6E /r | 64 mmx sx nd",
      "w r/m64, r mm | MR | NP REX.W 0F 7E /r | 64 mmx sx nd",
      "w m(32), r xmm | MR | 66 norexw 0F 7E /r | willamette sse2",
      "w xmm, r m(32) | RM | 66 norexw 0F 6E /r | willamette sse2",
      "w xmm, r r/m32 | RM | 66 norexw 0F 6E /r | willamette sse2",
      "w r/m32, r xmm | MR | 66 norexw 0F 7E /r | willamette sse2",
    ],
  },
  movq: {
    title: "Move quadword",
    rows: [
      "w mm, r mm/m(64) | RM | NP 0F 6F /r | pent mmx",
      "w mm/m(64), r mm | MR | NP 0F 7F /r | pent mmx",
      "w mm, r r/m64 | RM | NP REX.W 0F 6E /r | 64 mmx",
      "w r/m64, r mm | MR | NP REX.W 0F 7E /r | 64 mmx",
      "w xmm, r xmm | RM | F3 0F 7E /r | willamette sse2",
      "w xmm, r xmm | MR | 66 0F D6 /r | willamette sse2",
      "w m(64), r xmm | MR | 66 0F D6 /r | willamette sse2",
      "w xmm, r m(64) | RM | F3 0F 7E /r | willamette sse2",
      "w xmm, r r/m64 | RM | 66 REX.W 0F 6E /r | 64 sse2",
      "w r/m64, r xmm | MR | 66 REX.W 0F 7E /r | 64 sse2",
    ],
  },
  packssdw: {
    title: "Pack doublewords to words with signed saturation",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 6B /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 6B /r | willamette sse2",
    ],
  },
  packsswb: {
    title: "Pack words to bytes with signed saturation",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 63 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 63 /r | willamette sse2",
    ],
  },
  packuswb: {
    title: "Pack words to bytes with unsigned saturation",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 67 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 67 /r | willamette sse2",
    ],
  },
  paddb: {
    title: "Add packed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F FC /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F FC /r | willamette sse2",
    ],
  },
  paddd: {
    title: "Add packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F FE /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F FE /r | willamette sse2",
    ],
  },
  paddsb: {
    title: "Add packed saturated signed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F EC /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F EC /r | willamette sse2",
    ],
  },
  paddsw: {
    title: "Add packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F ED /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F ED /r | willamette sse2",
    ],
  },
  paddusb: {
    title: "Add packed saturated unsigned bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DC /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DC /r | willamette sse2",
    ],
  },
  paddusw: {
    title: "Add packed unsigned words",
    brief: "Adds unsigned words; a sum that is too large becomes 65535.",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DD /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DD /r | willamette sse2",
    ],
  },
  paddw: {
    title: "Add packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F FD /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F FD /r | willamette sse2",
    ],
  },
  pand: {
    title: "Bitwise and of packed integers",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DB /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DB /r | willamette sse2",
    ],
  },
  pandn: {
    title: "Bitwise and-not of packed integers",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DF /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DF /r | willamette sse2",
    ],
  },
  pcmpeqb: {
    title: "Compare packed equal bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 74 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 74 /r | willamette sse2",
    ],
  },
  pcmpeqd: {
    title: "Compare packed equal doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 76 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 76 /r | willamette sse2",
    ],
  },
  pcmpeqw: {
    title: "Compare packed equal words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 75 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 75 /r | willamette sse2",
    ],
  },
  pcmpgtb: {
    title: "Compare packed greater bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 64 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 64 /r | willamette sse2",
    ],
  },
  pcmpgtd: {
    title: "Compare packed greater doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 66 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 66 /r | willamette sse2",
    ],
  },
  pcmpgtw: {
    title: "Compare packed greater words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 65 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 65 /r | willamette sse2",
    ],
  },
  pmaddwd: {
    title: "Multiply words and add pairs",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F5 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F5 /r | willamette sse2",
    ],
  },
  pmulhw: {
    title: "Multiply signed words, high half",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E5 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E5 /r | willamette sse2",
    ],
  },
  pmullw: {
    title: "Multiply words, low half",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D5 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D5 /r | willamette sse2",
    ],
  },
  por: {
    title: "Bitwise or of packed integers",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F EB /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F EB /r | willamette sse2",
    ],
  },
  pslld: {
    title: "Shift left packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F2 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 72 /6 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F2 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 72 /6 ibu | willamette sse2",
    ],
  },
  psllq: {
    title: "Shift left packed quadwords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F3 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 73 /6 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F3 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 73 /6 ibu | willamette sse2",
    ],
  },
  psllw: {
    title: "Shift left packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F1 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 71 /6 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F1 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 71 /6 ibu | willamette sse2",
    ],
  },
  psrad: {
    title: "Shift right signed packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E2 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 72 /4 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E2 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 72 /4 ibu | willamette sse2",
    ],
  },
  psraw: {
    title: "Shift right signed packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E1 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 71 /4 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E1 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 71 /4 ibu | willamette sse2",
    ],
  },
  psrld: {
    title: "Shift right packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D2 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 72 /2 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D2 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 72 /2 ibu | willamette sse2",
    ],
  },
  psrlq: {
    title: "Shift right packed quadwords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D3 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 73 /2 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D3 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 73 /2 ibu | willamette sse2",
    ],
  },
  psrlw: {
    title: "Shift right packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D1 /r | pent mmx",
      "rw mm, r imm | MI | NP 0F 71 /2 ibu | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D1 /r | willamette sse2",
      "rw xmm, r imm(8) | MI | 66 0F 71 /2 ibu | willamette sse2",
    ],
  },
  psubb: {
    title: "Subtract packed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F8 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F8 /r | willamette sse2",
    ],
  },
  psubd: {
    title: "Subtract packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F FA /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F FA /r | willamette sse2",
    ],
  },
  psubsb: {
    title: "Subtract packed saturated signed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E8 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E8 /r | willamette sse2",
    ],
  },
  psubsw: {
    title: "Subtract packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E9 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E9 /r | willamette sse2",
    ],
  },
  psubusb: {
    title: "Subtract packed saturated unsigned bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D8 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D8 /r | willamette sse2",
    ],
  },
  psubusw: {
    title: "Subtract packed unsigned words",
    brief: "Subtracts unsigned words; a difference below 0 becomes 0.",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F D9 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D9 /r | willamette sse2",
    ],
  },
  psubw: {
    title: "Subtract packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F9 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F9 /r | willamette sse2",
    ],
  },
  punpckhbw: {
    title: "Interleave high bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 68 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 68 /r | willamette sse2",
    ],
  },
  punpckhdq: {
    title: "Interleave high doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 6A /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 6A /r | willamette sse2",
    ],
  },
  punpckhwd: {
    title: "Interleave high words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 69 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 69 /r | willamette sse2",
    ],
  },
  punpcklbw: {
    title: "Interleave low bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 60 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 60 /r | willamette sse2",
    ],
  },
  punpckldq: {
    title: "Interleave low doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 62 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 62 /r | willamette sse2",
    ],
  },
  punpcklwd: {
    title: "Interleave low words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F 61 /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F 61 /r | willamette sse2",
    ],
  },
  pxor: {
    title: "Bitwise exclusive or of packed integers",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F EF /r | pent mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F EF /r | willamette sse2",
    ],
  },
  maskmovq: {
    title: "Store selected bytes",
    rows: [
      "w mm, r mm | RM | NP 0F F7 /r | katmai mmx",
    ],
  },
  movntq: {
    title: "Store quadword past the caches",
    rows: [
      "w m(64), r mm | MR | NP 0F E7 /r | katmai mmx",
    ],
  },
  pavgb: {
    title: "Average of packed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E0 /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E0 /r | willamette sse2",
    ],
  },
  pavgw: {
    title: "Average of packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E3 /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E3 /r | willamette sse2",
    ],
  },
  pextrw: {
    title: "Extract one of words",
    rows: [
      "w r32, r mm, r imm | RMI | NP 0F C5 /r ibu | katmai mmx",
      "w r32, r xmm, r imm | RMI | 66 0F C5 /r ibu | willamette sse2",
      "w r64, r xmm, r imm | RMI | 66 0F C5 /r ibu | 64 sse2 nd",
      "w r32, r xmm, r imm8 | MRI | 66 0F 3A 15 /r ibu | sse41",
      "w m16, r xmm, r imm8 | MRI | 66 0F 3A 15 /r ibu | sse41",
      "w r64, r xmm, r imm8 | MRI | REX.W 66 0F 3A 15 /r ibu | sse41 64",
    ],
  },
  pinsrw: {
    title: "Insert one of words",
    rows: [
      "rw mm, r m, r imm | RMI | NP 0F C4 /r ibu | katmai mmx",
      "rw mm, r r/m16, r imm | RMI | NP 0F C4 /r ibu | katmai mmx",
      "rw mm, r r32, r imm | RMI | NP 0F C4 /r ibu | katmai mmx",
      "rw xmm, r r16, r imm | RMI | 66 0F C4 /r ibu | willamette sse2",
      "rw xmm, r r32, r imm | RMI | 66 0F C4 /r ibu | willamette sse2 nd",
      "rw xmm, r r64, r imm | RMI | 66 0F C4 /r ibu | 64 sse2 nd",
      "rw xmm, r m, r imm | RMI | 66 0F C4 /r ibu | willamette sse2",
      "rw xmm, r m16, r imm | RMI | 66 0F C4 /r ibu | willamette sse2",
    ],
  },
  pmaxsw: {
    title: "Maximum of packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F EE /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F EE /r | willamette sse2",
    ],
  },
  pmaxub: {
    title: "Maximum of packed unsigned bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DE /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DE /r | willamette sse2",
    ],
  },
  pminsw: {
    title: "Minimum of packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F EA /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F EA /r | willamette sse2",
    ],
  },
  pminub: {
    title: "Minimum of packed unsigned bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F DA /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F DA /r | willamette sse2",
    ],
  },
  pmovmskb: {
    title: "Move byte mask",
    rows: [
      "w r32, r mm | RM | NP 0F D7 /r | katmai mmx",
      "w r32, r xmm | RM | 66 0F D7 /r | willamette sse2",
    ],
  },
  pmulhuw: {
    title: "Multiply unsigned words, high half",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F E4 /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F E4 /r | willamette sse2",
    ],
  },
  psadbw: {
    title: "Sum of absolute differences",
    rows: [
      "rw mm, r mm/m(64) | RM | NP d64 0F F6 /r | katmai mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F F6 /r | willamette sse2",
    ],
  },
  pshufw: {
    title: "Shuffle words",
    rows: [
      "rw mm, r mm/m, r imm | RMI | NP d64 0F 70 /r ib | katmai mmx",
    ],
  },
  movdq2q: {
    title: "Move quadword from XMM to MMX",
    rows: [
      "w mm, r xmm | RM | F2 0F D6 /r | willamette sse2",
    ],
  },
  movq2dq: {
    title: "Move quadword from MMX to XMM",
    rows: [
      "w xmm, r mm | RM | F3 0F D6 /r | willamette sse2",
    ],
  },
  paddq: {
    title: "Add packed quadwords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F D4 /r | willamette mmx",
      "rw xmm, r xmm/m(128) | RM | 66 0F D4 /r | willamette sse2",
    ],
  },
  pmuludq: {
    title: "Multiply unsigned doublewords",
    rows: [
      "rw mm, r mm/m(128) | RM | NP d64 0F F4 /r | willamette sse2",
      "rw xmm, r xmm/m(128) | RM | 66 0F F4 /r | willamette sse2",
    ],
  },
  psubq: {
    title: "Subtract packed quadwords",
    rows: [
      "rw mm, r mm/m(128) | RM | NP d64 0F FB /r | willamette sse2",
      "rw xmm, r xmm/m(128) | RM | 66 0F FB /r | willamette sse2",
    ],
  },
  pabsb: {
    title: "Absolute value of packed bytes",
    rows: [
      "w mm, r mm/m(64) | RM | NP 0F 38 1C /r | ssse3 mmx",
      "w xmm, r xmm/m128 | RM | 66 0F 38 1C /r | ssse3",
    ],
  },
  pabsw: {
    title: "Absolute value of packed words",
    brief: "Takes the absolute value of each of the words.",
    rows: [
      "w mm, r mm/m(64) | RM | NP 0F 38 1D /r | ssse3 mmx",
      "w xmm, r xmm/m128 | RM | 66 0F 38 1D /r | ssse3",
    ],
  },
  pabsd: {
    title: "Absolute value of packed doublewords",
    rows: [
      "w mm, r mm/m(64) | RM | NP 0F 38 1E /r | ssse3 mmx",
      "w xmm, r xmm/m128 | RM | 66 0F 38 1E /r | ssse3",
    ],
  },
  palignr: {
    title: "Align right",
    rows: [
      "rw mm, r mm/m(64), r imm(64) | RMI | NP 0F 3A 0F /r ibu | ssse3 mmx",
      "rw xmm, r xmm/m, r imm | RMI | 66 0F 3A 0F /r ibu | ssse3",
    ],
  },
  phaddw: {
    title: "Add pairs of packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 01 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 01 /r | ssse3",
    ],
  },
  phaddd: {
    title: "Add pairs of packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 02 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 02 /r | ssse3",
    ],
  },
  phaddsw: {
    title: "Add pairs of packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 03 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 03 /r | ssse3",
    ],
  },
  phsubw: {
    title: "Subtract pairs of packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 05 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 05 /r | ssse3",
    ],
  },
  phsubd: {
    title: "Subtract pairs of packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 06 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 06 /r | ssse3",
    ],
  },
  phsubsw: {
    title: "Subtract pairs of packed signed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 07 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 07 /r | ssse3",
    ],
  },
  pmaddubsw: {
    title: "Multiply unsigned by signed bytes and add pairs",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 04 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 04 /r | ssse3",
    ],
  },
  pmulhrsw: {
    title: "Multiply words, round and scale",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 0B /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 0B /r | ssse3",
    ],
  },
  pshufb: {
    title: "Shuffle bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 00 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 00 /r | ssse3",
    ],
  },
  psignb: {
    title: "Copy signs of packed bytes",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 08 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 08 /r | ssse3",
    ],
  },
  psignw: {
    title: "Copy signs of packed words",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 09 /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 09 /r | ssse3",
    ],
  },
  psignd: {
    title: "Copy signs of packed doublewords",
    rows: [
      "rw mm, r mm/m(64) | RM | NP 0F 38 0A /r | ssse3 mmx",
      "rw xmm, r xmm/m128 | RM | 66 0F 38 0A /r | ssse3",
    ],
  },
}) as const satisfies Family;
