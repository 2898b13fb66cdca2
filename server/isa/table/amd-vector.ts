// AMD's 3DNow! and SSE4A, which are executed: pairs of singles in MMX registers, bit fields of a quadword.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const amdVector = () => ({
  femms: {
    title: "Leave MMX state quickly",
    brief: "Marks all x87 registers as empty; MMX registers become undefined.",
    rows: [
      " |  | 0F 0E | pent 3dnow",
    ],
  },
  pavgusb: {
    title: "Average of packed unsigned bytes",
    brief: "Averages unsigned bytes, rounding up.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r BF | pent 3dnow",
    ],
  },
  pf2id: {
    title: "Convert packed single to doublewords",
    brief: "Converts two single-precision floats to signed doublewords, cutting fractions off.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 1D | pent 3dnow",
    ],
  },
  pfacc: {
    title: "Add pairs of single",
    brief: "Adds the two single-precision floats in each source.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r AE | pent 3dnow",
    ],
  },
  pfadd: {
    title: "Add packed single, 64 bits",
    brief: "Adds two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 9E | pent 3dnow",
    ],
  },
  pfcmpeq: {
    title: "Compare packed single: equal, 64 bits",
    brief: "Makes an element all ones where two single-precision floats are equal, else 0.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B0 | pent 3dnow",
    ],
  },
  pfcmpge: {
    title: "Compare packed single: greater or equal, 64 bits",
    brief: "Makes an element all ones where the first single-precision float is not less, else 0.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 90 | pent 3dnow",
    ],
  },
  pfcmpgt: {
    title: "Compare packed single: greater, 64 bits",
    brief: "Makes an element all ones where the first single-precision float is greater, else 0.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A0 | pent 3dnow",
    ],
  },
  pfmax: {
    title: "Maximum of packed single, 64 bits",
    brief: "Takes the greater of each of two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A4 | pent 3dnow",
    ],
  },
  pfmin: {
    title: "Minimum of packed single, 64 bits",
    brief: "Takes the lesser of each of two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 94 | pent 3dnow",
    ],
  },
  pfmul: {
    title: "Multiply packed single, 64 bits",
    brief: "Multiplies two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B4 | pent 3dnow",
    ],
  },
  pfrcp: {
    title: "Approximate reciprocal, 64 bits",
    brief: "Approximates the reciprocal of a single-precision float to 14 bits.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 96 | pent 3dnow",
    ],
  },
  pfrcpit1: {
    title: "Reciprocal, first step",
    brief: "Does the first step of refining an approximate reciprocal.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A6 | pent 3dnow",
    ],
  },
  pfrcpit2: {
    title: "Reciprocal or square root, second step",
    brief: "Does the second step of refining an approximate reciprocal or reciprocal square root.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B6 | pent 3dnow",
    ],
  },
  pfrsqit1: {
    title: "Reciprocal square root, first step",
    brief: "Does the first step of refining an approximate reciprocal square root.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A7 | pent 3dnow",
    ],
  },
  pfrsqrt: {
    title: "Approximate reciprocal square root, 64 bits",
    brief: "Approximates the reciprocal square root of a single-precision float to 15 bits.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 97 | pent 3dnow",
    ],
  },
  pfsub: {
    title: "Subtract packed single, 64 bits",
    brief: "Subtracts two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 9A | pent 3dnow",
    ],
  },
  pfsubr: {
    title: "Subtract packed single reversed, 64 bits",
    brief: "Subtracts the destination from the source, in two pairs of single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r AA | pent 3dnow",
    ],
  },
  pi2fd: {
    title: "Convert doublewords to packed single",
    brief: "Converts two signed doublewords to single precision.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 0D | pent 3dnow",
    ],
  },
  pmulhrwa: {
    title: "Multiply words, high half rounded",
    brief: "Multiplies signed words and keeps the rounded upper half of each product.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B7 | pent 3dnow",
    ],
  },
  pf2iw: {
    title: "Convert packed single to words",
    brief: "Converts two single-precision floats to signed words, extended to doublewords.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 1C | pent 3dnow",
    ],
  },
  pfnacc: {
    title: "Subtract pairs of single",
    brief: "Subtracts the upper single-precision float from the lower one in each source.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 8A | pent 3dnow",
    ],
  },
  pfpnacc: {
    title: "Subtract and add pairs of single",
    brief: "Subtracts in the first source and adds in the second one.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 8E | pent 3dnow",
    ],
  },
  pi2fw: {
    title: "Convert words to packed single",
    brief: "Converts the low words of two doublewords to single precision.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 0C | pent 3dnow",
    ],
  },
  pswapd: {
    title: "Swap doublewords",
    brief: "Exchanges the two doublewords of a quadword.",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r BB | pent 3dnow",
    ],
  },
  extrq: {
    title: "Extract bits of quadword",
    brief: "Takes a field of bits out of the low quadword; place and length come from immediates or a register.",
    rows: [
      "rw xmm, r imm, r imm | MIJ | 66 0F 78 /0 ibu ibu | sse4a amd",
      "rw xmm, r xmm | RM | 66 0F 79 /r | sse4a amd",
    ],
  },
  insertq: {
    title: "Insert bits in quadword",
    brief: "Puts a field of bits into the low quadword; place and length come from immediates or a register.",
    rows: [
      "rw xmm, r xmm, r imm, r imm | RMIJ | F2 0F 78 /r ibu ibu | sse4a amd",
      "rw xmm, r xmm | RM | F2 0F 79 /r | sse4a amd",
    ],
  },
  movntsd: {
    title: "Store scalar double past the caches",
    brief: "Stores a double-precision float past the caches.",
    rows: [
      "w m64?, r xmm | MR | F2 0F 2B /r | sse4a amd",
    ],
  },
  movntss: {
    title: "Store scalar single past the caches",
    brief: "Stores a single-precision float past the caches.",
    rows: [
      "w m32?, r xmm | MR | F3 0F 2B /r | sse4a amd",
    ],
  },
  pfrcpv: {
    title: "Approximate reciprocal of two, 64 bits",
    brief: "Approximates the reciprocals of two single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 86 | pent 3dnow cyrix",
    ],
  },
  pfrsqrtv: {
    title: "Approximate reciprocal square root of two, 64 bits",
    brief: "Approximates the reciprocal square roots of two single-precision floats.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 87 | pent 3dnow cyrix",
    ],
  },
}) as const satisfies Family;
