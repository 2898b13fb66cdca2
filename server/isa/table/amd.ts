// Assembled only: AMD's XOP, FMA4, TBM, LWP.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const amd = () => ({
  llwpcb: {
    title: "Load profiling control block",
    brief: "Starts lightweight profiling with the control block at an address.",
    rows: [
      "w r32 | M | XOP.L0.MAP9.W0 12 /0 | amd 386",
      "w r64 | M | XOP.L0.MAP9.W1 12 /0 | amd 64",
    ],
  },
  slwpcb: {
    title: "Store profiling control block address",
    brief: "Stops writing profile records and gives the control block's address.",
    rows: [
      "w r32 | M | XOP.L0.MAP9.W0 12 /1 | amd 386",
      "w r64 | M | XOP.L0.MAP9.W1 12 /1 | amd 64",
    ],
  },
  lwpval: {
    title: "Record a value in the profile",
    brief: "Writes a record with a value to the profile when its counter runs out.",
    rows: [
      "w r32, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W0 12 /1 id | amd 386",
      "w r64, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W1 12 /1 id | amd 64",
    ],
  },
  lwpins: {
    title: "Record an event in the profile",
    brief: "Writes a record with a value to the profile at once.",
    rows: [
      "w r32, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W0 12 /0 id | amd 386",
      "w r64, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W1 12 /0 id | amd 64",
    ],
  },
  vfmaddpd: {
    title: "Fused multiply-add of packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and adds a third one, rounding once; the result goes to the first operand.",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 69 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 69 /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 69 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 69 /r /is4 | amd sse5",
    ],
  },
  vfmaddps: {
    title: "Fused multiply-add of packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and adds a third one, rounding once; the result goes to the first operand.",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 68 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 68 /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 68 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 68 /r /is4 | amd sse5",
    ],
  },
  vfmaddsd: {
    title: "Fused multiply-add of scalar double, four operands",
    brief: "Multiplies lowest double-precision floats of two sources and adds a third one, rounding once; the result goes to the first operand.",
    rows: [
      "rw xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 6B /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 6B /r /is4 | amd sse5",
    ],
  },
  vfmaddss: {
    title: "Fused multiply-add of scalar single, four operands",
    brief: "Multiplies lowest single-precision floats of two sources and adds a third one, rounding once; the result goes to the first operand.",
    rows: [
      "rw xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 6A /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 6A /r /is4 | amd sse5",
    ],
  },
  vfmaddsubpd: {
    title: "Fused multiply and alternately subtract and add, packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and alternately subtracts and adds those of a third, from the lowest element on.",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5D /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5D /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5D /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5D /r /is4 | amd sse5",
    ],
  },
  vfmaddsubps: {
    title: "Fused multiply and alternately subtract and add, packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and alternately subtracts and adds those of a third, from the lowest element on.",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5C /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5C /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5C /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5C /r /is4 | amd sse5",
    ],
  },
  vfmsubaddpd: {
    title: "Fused multiply and alternately add and subtract, packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and alternately adds and subtracts those of a third, from the lowest element on.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5F /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5F /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5F /r /is4 | amd sse5",
    ],
  },
  vfmsubaddps: {
    title: "Fused multiply and alternately add and subtract, packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and alternately adds and subtracts those of a third, from the lowest element on.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5E /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5E /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5E /r /is4 | amd sse5",
    ],
  },
  vfmsubpd: {
    title: "Fused multiply-subtract of packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 6D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 6D /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 6D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 6D /r /is4 | amd sse5",
    ],
  },
  vfmsubps: {
    title: "Fused multiply-subtract of packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 6C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 6C /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 6C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 6C /r /is4 | amd sse5",
    ],
  },
  vfmsubsd: {
    title: "Fused multiply-subtract of scalar double, four operands",
    brief: "Multiplies lowest double-precision floats of two sources and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 6F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 6F /r /is4 | amd sse5",
    ],
  },
  vfmsubss: {
    title: "Fused multiply-subtract of scalar single, four operands",
    brief: "Multiplies lowest single-precision floats of two sources and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 6E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 6E /r /is4 | amd sse5",
    ],
  },
  vfnmaddpd: {
    title: "Fused negative multiply-add of packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and subtracts the product from a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 79 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 79 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 79 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 79 /r /is4 | amd sse5",
    ],
  },
  vfnmaddps: {
    title: "Fused negative multiply-add of packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and subtracts the product from a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 78 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 78 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 78 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 78 /r /is4 | amd sse5",
    ],
  },
  vfnmaddsd: {
    title: "Fused negative multiply-add of scalar double, four operands",
    brief: "Multiplies lowest double-precision floats of two sources and subtracts the product from a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 7B /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 7B /r /is4 | amd sse5",
    ],
  },
  vfnmaddss: {
    title: "Fused negative multiply-add of scalar single, four operands",
    brief: "Multiplies lowest single-precision floats of two sources and subtracts the product from a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 7A /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 7A /r /is4 | amd sse5",
    ],
  },
  vfnmsubpd: {
    title: "Fused negative multiply-subtract of packed double, four operands",
    brief: "Multiplies packed double-precision floats of two sources and negates the product and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 7D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 7D /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 7D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 7D /r /is4 | amd sse5",
    ],
  },
  vfnmsubps: {
    title: "Fused negative multiply-subtract of packed single, four operands",
    brief: "Multiplies packed single-precision floats of two sources and negates the product and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 7C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 7C /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 7C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 7C /r /is4 | amd sse5",
    ],
  },
  vfnmsubsd: {
    title: "Fused negative multiply-subtract of scalar double, four operands",
    brief: "Multiplies lowest double-precision floats of two sources and negates the product and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 7F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 7F /r /is4 | amd sse5",
    ],
  },
  vfnmsubss: {
    title: "Fused negative multiply-subtract of scalar single, four operands",
    brief: "Multiplies lowest single-precision floats of two sources and negates the product and subtracts a third one, rounding once; the result goes to the first operand.",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 7E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 7E /r /is4 | amd sse5",
    ],
  },
  vfrczpd: {
    title: "Fraction of packed double",
    brief: "Keeps the fraction of packed double-precision floats and drops the whole part.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 81 /r | amd sse5",
      "w ymm, r [ymm/m256] | RM | XOP.L1.MAP9.W0 81 /r | amd sse5",
    ],
  },
  vfrczps: {
    title: "Fraction of packed single",
    brief: "Keeps the fraction of packed single-precision floats and drops the whole part.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 80 /r | amd sse5",
      "w ymm, r [ymm/m256] | RM | XOP.L1.MAP9.W0 80 /r | amd sse5",
    ],
  },
  vfrczsd: {
    title: "Fraction of scalar double",
    brief: "Keeps the fraction of lowest double-precision floats and drops the whole part.",
    rows: [
      "w xmm, r [xmm/m64] | RM | XOP.L0.MAP9.W0 83 /r | amd sse5",
    ],
  },
  vfrczss: {
    title: "Fraction of scalar single",
    brief: "Keeps the fraction of lowest single-precision floats and drops the whole part.",
    rows: [
      "w xmm, r [xmm/m32] | RM | XOP.L0.MAP9.W0 82 /r | amd sse5",
    ],
  },
  vpcmov: {
    title: "Select bits by mask",
    brief: "Takes each bit from the first source where the mask has 1, else from the second.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A2 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | XOP.L1.MAP8.W0 A2 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | XOP.L0.MAP8.W1 A2 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | XOP.L1.MAP8.W1 A2 /r /is4 | amd sse5",
    ],
  },
  vpcomb: {
    title: "Compare packed signed bytes by number",
    brief: "Compares signed bytes in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CC /r ib | amd sse5",
    ],
  },
  vpcomd: {
    title: "Compare packed signed doublewords by number",
    brief: "Compares signed doublewords in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CE /r ib | amd sse5",
    ],
  },
  vpcomq: {
    title: "Compare packed signed quadwords by number",
    brief: "Compares signed quadwords in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CF /r ib | amd sse5",
    ],
  },
  vpcomub: {
    title: "Compare packed unsigned bytes by number",
    brief: "Compares unsigned bytes in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EC /r ib | amd sse5",
    ],
  },
  vpcomud: {
    title: "Compare packed unsigned doublewords by number",
    brief: "Compares unsigned doublewords in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EE /r ib | amd sse5",
    ],
  },
  vpcomuq: {
    title: "Compare packed unsigned quadwords by number",
    brief: "Compares unsigned quadwords in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EF /r ib | amd sse5",
    ],
  },
  vpcomuw: {
    title: "Compare packed unsigned words by number",
    brief: "Compares unsigned words in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 ED /r ib | amd sse5",
    ],
  },
  vpcomw: {
    title: "Compare packed signed words by number",
    brief: "Compares signed words in the way the immediate says; an element becomes all ones where it holds, else 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CD /r ib | amd sse5",
    ],
  },
  vphaddbd: {
    title: "Add neighbouring bytes to doublewords",
    brief: "Adds neighbouring signed bytes into doublewords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C2 /r | amd sse5",
    ],
  },
  vphaddbq: {
    title: "Add neighbouring bytes to quadwords",
    brief: "Adds neighbouring signed bytes into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C3 /r | amd sse5",
    ],
  },
  vphaddbw: {
    title: "Add neighbouring bytes to words",
    brief: "Adds neighbouring signed bytes into words.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C1 /r | amd sse5",
    ],
  },
  vphadddq: {
    title: "Add neighbouring doublewords to quadwords",
    brief: "Adds neighbouring signed doublewords into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 CB /r | amd sse5",
    ],
  },
  vphaddubd: {
    title: "Add neighbouring unsigned bytes to doublewords",
    brief: "Adds neighbouring unsigned bytes into doublewords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D2 /r | amd sse5",
    ],
  },
  vphaddubq: {
    title: "Add neighbouring unsigned bytes to quadwords",
    brief: "Adds neighbouring unsigned bytes into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D3 /r | amd sse5",
    ],
  },
  vphaddubw: {
    title: "Add neighbouring unsigned bytes to words",
    brief: "Adds neighbouring unsigned bytes into words.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D1 /r | amd sse5",
    ],
  },
  vphaddudq: {
    title: "Add neighbouring unsigned doublewords to quadwords",
    brief: "Adds neighbouring unsigned doublewords into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 DB /r | amd sse5",
    ],
  },
  vphadduwd: {
    title: "Add neighbouring unsigned words to doublewords",
    brief: "Adds neighbouring unsigned words into doublewords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D6 /r | amd sse5",
    ],
  },
  vphadduwq: {
    title: "Add neighbouring unsigned words to quadwords",
    brief: "Adds neighbouring unsigned words into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D7 /r | amd sse5",
    ],
  },
  vphaddwd: {
    title: "Add neighbouring words to doublewords",
    brief: "Adds neighbouring signed words into doublewords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C6 /r | amd sse5",
    ],
  },
  vphaddwq: {
    title: "Add neighbouring words to quadwords",
    brief: "Adds neighbouring signed words into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C7 /r | amd sse5",
    ],
  },
  vphsubbw: {
    title: "Subtract neighbouring bytes to words",
    brief: "Subtracts neighbouring signed bytes into words.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E1 /r | amd sse5",
    ],
  },
  vphsubdq: {
    title: "Subtract neighbouring doublewords to quadwords",
    brief: "Subtracts neighbouring signed doublewords into quadwords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E3 /r | amd sse5",
    ],
  },
  vphsubwd: {
    title: "Subtract neighbouring words to doublewords",
    brief: "Subtracts neighbouring signed words into doublewords.",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E2 /r | amd sse5",
    ],
  },
  vpmacsdd: {
    title: "Multiply and accumulate doublewords, low halves",
    brief: "Multiplies signed doublewords and adds a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 9E /r /is4 | amd sse5",
    ],
  },
  vpmacsdqh: {
    title: "Multiply and accumulate odd doublewords to quadwords",
    brief: "Multiplies signed odd doublewords into quadwords and adds a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 9F /r /is4 | amd sse5",
    ],
  },
  vpmacsdql: {
    title: "Multiply and accumulate even doublewords to quadwords",
    brief: "Multiplies signed even doublewords into quadwords and adds a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 97 /r /is4 | amd sse5",
    ],
  },
  vpmacssdd: {
    title: "Multiply and accumulate doublewords, saturating",
    brief: "Multiplies signed doublewords and adds a third source with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 8E /r /is4 | amd sse5",
    ],
  },
  vpmacssdqh: {
    title: "Multiply and accumulate odd doublewords to quadwords, saturating",
    brief: "Multiplies signed odd doublewords into quadwords and adds a third source with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 8F /r /is4 | amd sse5",
    ],
  },
  vpmacssdql: {
    title: "Multiply and accumulate even doublewords to quadwords, saturating",
    brief: "Multiplies signed even doublewords into quadwords and adds a third source with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 87 /r /is4 | amd sse5",
    ],
  },
  vpmacsswd: {
    title: "Multiply and accumulate even words to doublewords, saturating",
    brief: "Multiplies signed even words into doublewords and adds a third source with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 86 /r /is4 | amd sse5",
    ],
  },
  vpmacssww: {
    title: "Multiply and accumulate words, saturating",
    brief: "Multiplies signed words and adds a third source with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 85 /r /is4 | amd sse5",
    ],
  },
  vpmacswd: {
    title: "Multiply and accumulate even words to doublewords",
    brief: "Multiplies signed even words into doublewords and adds a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 96 /r /is4 | amd sse5",
    ],
  },
  vpmacsww: {
    title: "Multiply and accumulate words, low halves",
    brief: "Multiplies signed words and adds a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 95 /r /is4 | amd sse5",
    ],
  },
  vpmadcsswd: {
    title: "Multiply words, add pairs and accumulate, saturating",
    brief: "Multiplies signed words, adds neighbouring products and the doublewords of a third source, with saturation.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A6 /r /is4 | amd sse5",
    ],
  },
  vpmadcswd: {
    title: "Multiply words, add pairs and accumulate",
    brief: "Multiplies signed words, adds neighbouring products and adds the doublewords of a third source.",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 B6 /r /is4 | amd sse5",
    ],
  },
  vpperm: {
    title: "Permute bytes of two sources",
    brief: "Chooses each byte from two sources by a control byte that can also invert, reverse or replace it.",
    rows: [
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | XOP.L0.MAP8.W1 A3 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A3 /r /is4 | amd sse5",
    ],
  },
  vprotb: {
    title: "Rotate packed bytes",
    brief: "Rotates each of the bytes by its own signed count, or all by an immediate.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 90 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 90 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C0 /r ib | amd sse5",
    ],
  },
  vprotd: {
    title: "Rotate packed doublewords",
    brief: "Rotates each of the doublewords by its own signed count, or all by an immediate.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 92 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 92 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C2 /r ib | amd sse5",
    ],
  },
  vprotq: {
    title: "Rotate packed quadwords",
    brief: "Rotates each of the quadwords by its own signed count, or all by an immediate.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 93 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 93 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C3 /r ib | amd sse5",
    ],
  },
  vprotw: {
    title: "Rotate packed words",
    brief: "Rotates each of the words by its own signed count, or all by an immediate.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 91 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 91 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C1 /r ib | amd sse5",
    ],
  },
  vpshab: {
    title: "Shift packed bytes arithmetically",
    brief: "Shifts each of the bytes by its own signed count, to the left where it is positive, keeping the sign to the right.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 98 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 98 /r | amd sse5",
    ],
  },
  vpshad: {
    title: "Shift packed doublewords arithmetically",
    brief: "Shifts each of the doublewords by its own signed count, to the left where it is positive, keeping the sign to the right.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 9A /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 9A /r | amd sse5",
    ],
  },
  vpshaq: {
    title: "Shift packed quadwords arithmetically",
    brief: "Shifts each of the quadwords by its own signed count, to the left where it is positive, keeping the sign to the right.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 9B /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 9B /r | amd sse5",
    ],
  },
  vpshaw: {
    title: "Shift packed words arithmetically",
    brief: "Shifts each of the words by its own signed count, to the left where it is positive, keeping the sign to the right.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 99 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 99 /r | amd sse5",
    ],
  },
  vpshlb: {
    title: "Shift packed bytes",
    brief: "Shifts each of the bytes by its own signed count, to the left where it is positive.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 94 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 94 /r | amd sse5",
    ],
  },
  vpshld: {
    title: "Shift packed doublewords",
    brief: "Shifts each of the doublewords by its own signed count, to the left where it is positive.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 96 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 96 /r | amd sse5",
    ],
  },
  vpshlq: {
    title: "Shift packed quadwords",
    brief: "Shifts each of the quadwords by its own signed count, to the left where it is positive.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 97 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 97 /r | amd sse5",
    ],
  },
  vpshlw: {
    title: "Shift packed words",
    brief: "Shifts each of the words by its own signed count, to the left where it is positive.",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 95 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 95 /r | amd sse5",
    ],
  },
  bextr_amd: {
    name: "bextr", title: "Extract bit field",
    brief: "Takes a field out of the second operand: start in the third operand's low byte, length in the next.",
    operation: "DEST ← SRC[start … start + length − 1]",
    flags: "w=z 0=oc u=sap",
    rows: [
      "w r32, r r/m32, r imm32 | RMI | XOP.LZ.MAP10.W0 10 /r id | future tbm",
      "w r64, r r/m64, r imm32 | RMI | XOP.LZ.MAP10.W1 10 /r id | 64only future tbm",
    ],
  },
  blci: {
    title: "Isolate lowest clear bit, inverted",
    brief: "Clears nothing but the lowest 0 bit: the or of a number with the complement of its successor.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 02 /6 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 02 /6 | 64only future tbm",
    ],
  },
  blcic: {
    title: "Isolate lowest clear bit",
    brief: "Leaves a single 1 where the lowest 0 bit of the source is.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /5 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /5 | 64only future tbm",
    ],
  },
  blsic: {
    title: "Isolate lowest set bit, inverted",
    brief: "Leaves a single 0 where the lowest 1 bit of the source is.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /6 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /6 | 64only future tbm",
    ],
  },
  blcfill: {
    title: "Clear below lowest clear bit",
    brief: "Clears the 1 bits below the lowest 0 bit.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /1 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /1 | 64only future tbm",
    ],
  },
  blsfill: {
    title: "Set below lowest set bit",
    brief: "Sets all bits below the lowest 1 bit.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /2 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /2 | 64only future tbm",
    ],
  },
  blcmsk: {
    title: "Mask up to lowest clear bit",
    brief: "Sets the bits up to the lowest 0 bit and clears the others.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 02 /1 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 02 /1 | 64only future tbm",
    ],
  },
  blcs: {
    title: "Set lowest clear bit",
    brief: "Sets the lowest 0 bit.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /3 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /3 | 64only future tbm",
    ],
  },
  tzmsk: {
    title: "Mask of trailing zeros",
    brief: "Sets the bits below the lowest 1 bit and clears the others.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /4 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /4 | 64only future tbm",
    ],
  },
  t1mskc: {
    title: "Inverted mask of trailing ones",
    brief: "Clears the bits below the lowest 0 bit and sets the others.",
    flags: "w=oszc u=ap",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /7 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /7 | 64only future tbm",
    ],
  },
}) as const satisfies Family;
