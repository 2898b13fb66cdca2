// Assembled only, and never decoded: names for one immediate of another instruction (cmpeqps is cmpps with 0), and second spellings.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const pseudo = () => ({
  cmpeqps: {
    title: "Compare packed single: eq",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 00 | katmai sse",
    ],
  },
  cmpeqss: {
    title: "Compare scalar single: eq",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 00 | katmai sse",
    ],
  },
  cmpleps: {
    title: "Compare packed single: le",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 02 | katmai sse",
    ],
  },
  cmpless: {
    title: "Compare scalar single: le",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 02 | katmai sse",
    ],
  },
  cmpltps: {
    title: "Compare packed single: lt",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 01 | katmai sse",
    ],
  },
  cmpltss: {
    title: "Compare scalar single: lt",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 01 | katmai sse",
    ],
  },
  cmpneqps: {
    title: "Compare packed single: neq",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 04 | katmai sse",
    ],
  },
  cmpneqss: {
    title: "Compare scalar single: neq",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 04 | katmai sse",
    ],
  },
  cmpnleps: {
    title: "Compare packed single: nle",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 06 | katmai sse",
    ],
  },
  cmpnless: {
    title: "Compare scalar single: nle",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 06 | katmai sse",
    ],
  },
  cmpnltps: {
    title: "Compare packed single: nlt",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 05 | katmai sse",
    ],
  },
  cmpnltss: {
    title: "Compare scalar single: nlt",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 05 | katmai sse",
    ],
  },
  cmpordps: {
    title: "Compare packed single: ord",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 07 | katmai sse",
    ],
  },
  cmpordss: {
    title: "Compare scalar single: ord",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 07 | katmai sse",
    ],
  },
  cmpunordps: {
    title: "Compare packed single: unord",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 03 | katmai sse",
    ],
  },
  cmpunordss: {
    title: "Compare scalar single: unord",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 03 | katmai sse",
    ],
  },
  cmpeqpd: {
    title: "Compare packed double: eq",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 00 | willamette sse2",
    ],
  },
  cmpeqsd: {
    title: "Compare scalar double: eq",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 00 | willamette sse2",
    ],
  },
  cmplepd: {
    title: "Compare packed double: le",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 02 | willamette sse2",
    ],
  },
  cmplesd: {
    title: "Compare scalar double: le",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 02 | willamette sse2",
    ],
  },
  cmpltpd: {
    title: "Compare packed double: lt",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 01 | willamette sse2",
    ],
  },
  cmpltsd: {
    title: "Compare scalar double: lt",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 01 | willamette sse2",
    ],
  },
  cmpneqpd: {
    title: "Compare packed double: neq",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 04 | willamette sse2",
    ],
  },
  cmpneqsd: {
    title: "Compare scalar double: neq",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 04 | willamette sse2",
    ],
  },
  cmpnlepd: {
    title: "Compare packed double: nle",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 06 | willamette sse2",
    ],
  },
  cmpnlesd: {
    title: "Compare scalar double: nle",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 06 | willamette sse2",
    ],
  },
  cmpnltpd: {
    title: "Compare packed double: nlt",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 05 | willamette sse2",
    ],
  },
  cmpnltsd: {
    title: "Compare scalar double: nlt",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 05 | willamette sse2",
    ],
  },
  cmpordpd: {
    title: "Compare packed double: ord",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 07 | willamette sse2",
    ],
  },
  cmpordsd: {
    title: "Compare scalar double: ord",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 07 | willamette sse2",
    ],
  },
  cmpunordpd: {
    title: "Compare packed double: unord",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 03 | willamette sse2",
    ],
  },
  cmpunordsd: {
    title: "Compare scalar double: unord",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 03 | willamette sse2",
    ],
  },
  vcmpeq_ospd: {
    title: "Compare packed double: eq os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqpd: {
    title: "Compare packed double: eq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_ospd: {
    title: "Compare packed double: lt os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_ospd: {
    title: "Compare packed double: le os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 02 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qpd: {
    title: "Compare packed double: unord q",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 03 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqpd: {
    title: "Compare packed double: neq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 04 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_uspd: {
    title: "Compare packed double: nlt us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 05 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_uspd: {
    title: "Compare packed double: nle us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 06 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qpd: {
    title: "Compare packed double: ord q",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 07 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqpd: {
    title: "Compare packed double: eq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 08 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_uspd: {
    title: "Compare packed double: nge us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 09 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_uspd: {
    title: "Compare packed double: ngt us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqpd: {
    title: "Compare packed double: false oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqpd: {
    title: "Compare packed double: neq oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_ospd: {
    title: "Compare packed double: ge os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_ospd: {
    title: "Compare packed double: gt os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqpd: {
    title: "Compare packed double: true uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqpd: {
    title: "Compare packed double: lt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqpd: {
    title: "Compare packed double: le oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 12 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_spd: {
    title: "Compare packed double: unord s",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 13 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_uspd: {
    title: "Compare packed double: neq us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 14 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqpd: {
    title: "Compare packed double: nlt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 15 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqpd: {
    title: "Compare packed double: nle uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 16 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_spd: {
    title: "Compare packed double: ord s",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 17 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_uspd: {
    title: "Compare packed double: eq us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 18 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqpd: {
    title: "Compare packed double: nge uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 19 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqpd: {
    title: "Compare packed double: ngt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_ospd: {
    title: "Compare packed double: false os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_ospd: {
    title: "Compare packed double: neq os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqpd: {
    title: "Compare packed double: ge oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqpd: {
    title: "Compare packed double: gt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_uspd: {
    title: "Compare packed double: true us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_osps: {
    title: "Compare packed single: eq os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqps: {
    title: "Compare packed single: eq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_osps: {
    title: "Compare packed single: lt os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_osps: {
    title: "Compare packed single: le os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 02 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qps: {
    title: "Compare packed single: unord q",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 03 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqps: {
    title: "Compare packed single: neq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 04 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_usps: {
    title: "Compare packed single: nlt us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 05 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_usps: {
    title: "Compare packed single: nle us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 06 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qps: {
    title: "Compare packed single: ord q",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 07 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqps: {
    title: "Compare packed single: eq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 08 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_usps: {
    title: "Compare packed single: nge us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 09 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_usps: {
    title: "Compare packed single: ngt us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqps: {
    title: "Compare packed single: false oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqps: {
    title: "Compare packed single: neq oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_osps: {
    title: "Compare packed single: ge os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_osps: {
    title: "Compare packed single: gt os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqps: {
    title: "Compare packed single: true uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqps: {
    title: "Compare packed single: lt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqps: {
    title: "Compare packed single: le oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 12 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_sps: {
    title: "Compare packed single: unord s",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 13 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_usps: {
    title: "Compare packed single: neq us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 14 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqps: {
    title: "Compare packed single: nlt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 15 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqps: {
    title: "Compare packed single: nle uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 16 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_sps: {
    title: "Compare packed single: ord s",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 17 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_usps: {
    title: "Compare packed single: eq us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 18 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqps: {
    title: "Compare packed single: nge uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 19 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqps: {
    title: "Compare packed single: ngt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_osps: {
    title: "Compare packed single: false os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_osps: {
    title: "Compare packed single: neq os",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqps: {
    title: "Compare packed single: ge oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqps: {
    title: "Compare packed single: gt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_usps: {
    title: "Compare packed single: true us",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_ossd: {
    title: "Compare scalar double: eq os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqsd: {
    title: "Compare scalar double: eq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_ossd: {
    title: "Compare scalar double: lt os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_ossd: {
    title: "Compare scalar double: le os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qsd: {
    title: "Compare scalar double: unord q",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqsd: {
    title: "Compare scalar double: neq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_ussd: {
    title: "Compare scalar double: nlt us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_ussd: {
    title: "Compare scalar double: nle us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qsd: {
    title: "Compare scalar double: ord q",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqsd: {
    title: "Compare scalar double: eq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_ussd: {
    title: "Compare scalar double: nge us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_ussd: {
    title: "Compare scalar double: ngt us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqsd: {
    title: "Compare scalar double: false oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqsd: {
    title: "Compare scalar double: neq oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_ossd: {
    title: "Compare scalar double: ge os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_ossd: {
    title: "Compare scalar double: gt os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqsd: {
    title: "Compare scalar double: true uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqsd: {
    title: "Compare scalar double: lt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqsd: {
    title: "Compare scalar double: le oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_ssd: {
    title: "Compare scalar double: unord s",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_ussd: {
    title: "Compare scalar double: neq us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqsd: {
    title: "Compare scalar double: nlt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqsd: {
    title: "Compare scalar double: nle uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_ssd: {
    title: "Compare scalar double: ord s",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_ussd: {
    title: "Compare scalar double: eq us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqsd: {
    title: "Compare scalar double: nge uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqsd: {
    title: "Compare scalar double: ngt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_ossd: {
    title: "Compare scalar double: false os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_ossd: {
    title: "Compare scalar double: neq os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqsd: {
    title: "Compare scalar double: ge oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqsd: {
    title: "Compare scalar double: gt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_ussd: {
    title: "Compare scalar double: true us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_osss: {
    title: "Compare scalar single: eq os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqss: {
    title: "Compare scalar single: eq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_osss: {
    title: "Compare scalar single: lt os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_osss: {
    title: "Compare scalar single: le os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qss: {
    title: "Compare scalar single: unord q",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqss: {
    title: "Compare scalar single: neq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_usss: {
    title: "Compare scalar single: nlt us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_usss: {
    title: "Compare scalar single: nle us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qss: {
    title: "Compare scalar single: ord q",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqss: {
    title: "Compare scalar single: eq uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_usss: {
    title: "Compare scalar single: nge us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_usss: {
    title: "Compare scalar single: ngt us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqss: {
    title: "Compare scalar single: false oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqss: {
    title: "Compare scalar single: neq oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_osss: {
    title: "Compare scalar single: ge os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_osss: {
    title: "Compare scalar single: gt os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqss: {
    title: "Compare scalar single: true uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqss: {
    title: "Compare scalar single: lt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqss: {
    title: "Compare scalar single: le oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_sss: {
    title: "Compare scalar single: unord s",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_usss: {
    title: "Compare scalar single: neq us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqss: {
    title: "Compare scalar single: nlt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqss: {
    title: "Compare scalar single: nle uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_sss: {
    title: "Compare scalar single: ord s",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_usss: {
    title: "Compare scalar single: eq us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqss: {
    title: "Compare scalar single: nge uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqss: {
    title: "Compare scalar single: ngt uq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_osss: {
    title: "Compare scalar single: false os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_osss: {
    title: "Compare scalar single: neq os",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqss: {
    title: "Compare scalar single: ge oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqss: {
    title: "Compare scalar single: gt oq",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_usss: {
    title: "Compare scalar single: true us",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 1F | avx512 future",
    ],
  },
  vldqqu: {
    title: "Load unaligned integers, 256 bits",
    brief: "Loads 256 bits from memory that need not be aligned; another name of vlddqu.",
    rows: [
      "w ymm, r m256 | RM | VEX.256.F2.0F.WIG F0 /r | avx sandybridge",
    ],
  },
  vmovqqa: {
    title: "Move aligned packed integers, 256 bits",
    brief: "Copies 256 bits; memory must be aligned. Another name of vmovdqa.",
    rows: [
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovqqu: {
    title: "Move unaligned packed integers, 256 bits",
    brief: "Copies 256 bits; memory need not be aligned. Another name of vmovdqu.",
    rows: [
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.F3.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovntqq: {
    title: "Store packed integers past the caches, 256 bits",
    brief: "Stores 256 bits past the caches; another name of vmovntdq.",
    rows: [
      "w m256, r ymm | MR | VEX.256.66.0F.WIG E7 /r | avx sandybridge",
    ],
  },
  vpcmpeqb_pseudo: {
    name: "vpcmpeqb", title: "Compare packed equal bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 00 | avx512bw future",
    ],
  },
  vpcmpeqw_pseudo: {
    name: "vpcmpeqw", title: "Compare packed equal words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 00 | avx512bw future",
    ],
  },
  vpcmpeqd_pseudo: {
    name: "vpcmpeqd", title: "Compare packed equal doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 00 | avx512 future",
    ],
  },
  vpcmpeqq_pseudo: {
    name: "vpcmpeqq", title: "Compare packed equal quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 00 | avx512 future",
    ],
  },
  vpcmpgtb_pseudo: {
    name: "vpcmpgtb", title: "Compare packed greater bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpgtw_pseudo: {
    name: "vpcmpgtw", title: "Compare packed greater words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpgtd_pseudo: {
    name: "vpcmpgtd", title: "Compare packed greater doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 06 | avx512 future",
    ],
  },
  vpcmpgtq_pseudo: {
    name: "vpcmpgtq", title: "Compare packed greater quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 06 | avx512 future",
    ],
  },
  pclmullqlqdq: {
    title: "Carry-less multiply of low and low quadword",
    brief: "Multiplies the low quadword of the first source with the low one of the second as polynomials over bits.",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 00 | sse westmere",
    ],
  },
  pclmulhqlqdq: {
    title: "Carry-less multiply of high and low quadword",
    brief: "Multiplies the high quadword of the first source with the low one of the second as polynomials over bits.",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 01 | sse westmere",
    ],
  },
  pclmullqhqdq: {
    title: "Carry-less multiply of low and high quadword",
    brief: "Multiplies the low quadword of the first source with the high one of the second as polynomials over bits.",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 10 | sse westmere",
    ],
  },
  pclmulhqhqdq: {
    title: "Carry-less multiply of high and high quadword",
    brief: "Multiplies the high quadword of the first source with the high one of the second as polynomials over bits.",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 11 | sse westmere",
    ],
  },
  vpclmullqlqdq: {
    title: "Carry-less multiply of low and low quadword",
    brief: "Multiplies the low quadword of the first source with the low one of the second as polynomials over bits.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 00 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 00 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 00 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 00 | avx512 vpclmulqdq future",
    ],
  },
  vpclmulhqlqdq: {
    title: "Carry-less multiply of high and low quadword",
    brief: "Multiplies the high quadword of the first source with the low one of the second as polynomials over bits.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 01 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 01 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 01 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 01 | avx512 vpclmulqdq future",
    ],
  },
  vpclmullqhqdq: {
    title: "Carry-less multiply of low and high quadword",
    brief: "Multiplies the low quadword of the first source with the high one of the second as polynomials over bits.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 10 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 10 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 10 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 10 | avx512 vpclmulqdq future",
    ],
  },
  vpclmulhqhqdq: {
    title: "Carry-less multiply of high and high quadword",
    brief: "Multiplies the high quadword of the first source with the high one of the second as polynomials over bits.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 11 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 11 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 11 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 11 | avx512 vpclmulqdq future",
    ],
  },
  vfmadd312ps: {
    title: "Fused multiply-add of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 98 /r | fma future",
    ],
  },
  vfmadd312pd: {
    title: "Fused multiply-add of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 98 /r | fma future",
    ],
  },
  vfmadd123ps: {
    title: "Fused multiply-add of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A8 /r | fma future",
    ],
  },
  vfmadd123pd: {
    title: "Fused multiply-add of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A8 /r | fma future",
    ],
  },
  vfmadd321ps: {
    title: "Fused multiply-add of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B8 /r | fma future",
    ],
  },
  vfmadd321pd: {
    title: "Fused multiply-add of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B8 /r | fma future",
    ],
  },
  vfmaddsub312ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 96 /r | fma future",
    ],
  },
  vfmaddsub312pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 96 /r | fma future",
    ],
  },
  vfmaddsub123ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A6 /r | fma future",
    ],
  },
  vfmaddsub123pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A6 /r | fma future",
    ],
  },
  vfmaddsub321ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B6 /r | fma future",
    ],
  },
  vfmaddsub321pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B6 /r | fma future",
    ],
  },
  vfmsub312ps: {
    title: "Fused multiply-subtract of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9A /r | fma future",
    ],
  },
  vfmsub312pd: {
    title: "Fused multiply-subtract of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9A /r | fma future",
    ],
  },
  vfmsub123ps: {
    title: "Fused multiply-subtract of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AA /r | fma future",
    ],
  },
  vfmsub123pd: {
    title: "Fused multiply-subtract of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AA /r | fma future",
    ],
  },
  vfmsub321ps: {
    title: "Fused multiply-subtract of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BA /r | fma future",
    ],
  },
  vfmsub321pd: {
    title: "Fused multiply-subtract of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BA /r | fma future",
    ],
  },
  vfmsubadd312ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 97 /r | fma future",
    ],
  },
  vfmsubadd312pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 97 /r | fma future",
    ],
  },
  vfmsubadd123ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A7 /r | fma future",
    ],
  },
  vfmsubadd123pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A7 /r | fma future",
    ],
  },
  vfmsubadd321ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B7 /r | fma future",
    ],
  },
  vfmsubadd321pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B7 /r | fma future",
    ],
  },
  vfnmadd312ps: {
    title: "Fused negative multiply-add of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9C /r | fma future",
    ],
  },
  vfnmadd312pd: {
    title: "Fused negative multiply-add of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9C /r | fma future",
    ],
  },
  vfnmadd123ps: {
    title: "Fused negative multiply-add of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AC /r | fma future",
    ],
  },
  vfnmadd123pd: {
    title: "Fused negative multiply-add of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AC /r | fma future",
    ],
  },
  vfnmadd321ps: {
    title: "Fused negative multiply-add of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BC /r | fma future",
    ],
  },
  vfnmadd321pd: {
    title: "Fused negative multiply-add of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BC /r | fma future",
    ],
  },
  vfnmsub312ps: {
    title: "Fused negative multiply-subtract of packed single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9E /r | fma future",
    ],
  },
  vfnmsub312pd: {
    title: "Fused negative multiply-subtract of packed double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9E /r | fma future",
    ],
  },
  vfnmsub123ps: {
    title: "Fused negative multiply-subtract of packed single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AE /r | fma future",
    ],
  },
  vfnmsub123pd: {
    title: "Fused negative multiply-subtract of packed double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AE /r | fma future",
    ],
  },
  vfnmsub321ps: {
    title: "Fused negative multiply-subtract of packed single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BE /r | fma future",
    ],
  },
  vfnmsub321pd: {
    title: "Fused negative multiply-subtract of packed double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BE /r | fma future",
    ],
  },
  vfmadd312ss: {
    title: "Fused multiply-add of scalar single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 99 /r | fma future",
    ],
  },
  vfmadd312sd: {
    title: "Fused multiply-add of scalar double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 99 /r | fma future",
    ],
  },
  vfmadd123ss: {
    title: "Fused multiply-add of scalar single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 A9 /r | fma future",
    ],
  },
  vfmadd123sd: {
    title: "Fused multiply-add of scalar double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 A9 /r | fma future",
    ],
  },
  vfmadd321ss: {
    title: "Fused multiply-add of scalar single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 B9 /r | fma future",
    ],
  },
  vfmadd321sd: {
    title: "Fused multiply-add of scalar double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 B9 /r | fma future",
    ],
  },
  vfmsub312ss: {
    title: "Fused multiply-subtract of scalar single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9B /r | fma future",
    ],
  },
  vfmsub312sd: {
    title: "Fused multiply-subtract of scalar double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9B /r | fma future",
    ],
  },
  vfmsub123ss: {
    title: "Fused multiply-subtract of scalar single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AB /r | fma future",
    ],
  },
  vfmsub123sd: {
    title: "Fused multiply-subtract of scalar double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AB /r | fma future",
    ],
  },
  vfmsub321ss: {
    title: "Fused multiply-subtract of scalar single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BB /r | fma future",
    ],
  },
  vfmsub321sd: {
    title: "Fused multiply-subtract of scalar double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BB /r | fma future",
    ],
  },
  vfnmadd312ss: {
    title: "Fused negative multiply-add of scalar single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9D /r | fma future",
    ],
  },
  vfnmadd312sd: {
    title: "Fused negative multiply-add of scalar double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9D /r | fma future",
    ],
  },
  vfnmadd123ss: {
    title: "Fused negative multiply-add of scalar single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AD /r | fma future",
    ],
  },
  vfnmadd123sd: {
    title: "Fused negative multiply-add of scalar double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AD /r | fma future",
    ],
  },
  vfnmadd321ss: {
    title: "Fused negative multiply-add of scalar single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BD /r | fma future",
    ],
  },
  vfnmadd321sd: {
    title: "Fused negative multiply-add of scalar double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BD /r | fma future",
    ],
  },
  vfnmsub312ss: {
    title: "Fused negative multiply-subtract of scalar single, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9F /r | fma future",
    ],
  },
  vfnmsub312sd: {
    title: "Fused negative multiply-subtract of scalar double, order 312",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9F /r | fma future",
    ],
  },
  vfnmsub123ss: {
    title: "Fused negative multiply-subtract of scalar single, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AF /r | fma future",
    ],
  },
  vfnmsub123sd: {
    title: "Fused negative multiply-subtract of scalar double, order 123",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AF /r | fma future",
    ],
  },
  vfnmsub321ss: {
    title: "Fused negative multiply-subtract of scalar single, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BF /r | fma future",
    ],
  },
  vfnmsub321sd: {
    title: "Fused negative multiply-subtract of scalar double, order 321",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BF /r | fma future",
    ],
  },
  vcmpeq_oqpd: {
    title: "Compare packed double: eq oq",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqps: {
    title: "Compare packed single: eq oq",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqsd: {
    title: "Compare scalar double: eq oq",
    rows: [
      "w k{k}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqss: {
    title: "Compare scalar single: eq oq",
    rows: [
      "w k{k}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vpcmpequb: {
    title: "Compare packed unsigned bytes: equal",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 00 | avx512bw future",
    ],
  },
  vpcmpequd: {
    title: "Compare packed unsigned doublewords: equal",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 00 | avx512 future",
    ],
  },
  vpcmpequq: {
    title: "Compare packed unsigned quadwords: equal",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 00 | avx512 future",
    ],
  },
  vpcmpequw: {
    title: "Compare packed unsigned words: equal",
    brief: "Sets the mask bit of each pair of unsigned words for which \"equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 00 | avx512bw future",
    ],
  },
  vpcmpgeb: {
    title: "Compare packed signed bytes: greater or equal",
    brief: "Sets the mask bit of each pair of signed bytes for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 05 | avx512bw future",
    ],
  },
  vpcmpged: {
    title: "Compare packed signed doublewords: greater or equal",
    brief: "Sets the mask bit of each pair of signed doublewords for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 05 | avx512 future",
    ],
  },
  vpcmpgeq: {
    title: "Compare packed signed quadwords: greater or equal",
    brief: "Sets the mask bit of each pair of signed quadwords for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 05 | avx512 future",
    ],
  },
  vpcmpgeub: {
    title: "Compare packed unsigned bytes: greater or equal",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 05 | avx512bw future",
    ],
  },
  vpcmpgeud: {
    title: "Compare packed unsigned doublewords: greater or equal",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 05 | avx512 future",
    ],
  },
  vpcmpgeuq: {
    title: "Compare packed unsigned quadwords: greater or equal",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 05 | avx512 future",
    ],
  },
  vpcmpgeuw: {
    title: "Compare packed unsigned words: greater or equal",
    brief: "Sets the mask bit of each pair of unsigned words for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 05 | avx512bw future",
    ],
  },
  vpcmpgew: {
    title: "Compare packed signed words: greater or equal",
    brief: "Sets the mask bit of each pair of signed words for which \"greater or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 05 | avx512bw future",
    ],
  },
  vpcmpgtub: {
    title: "Compare packed unsigned bytes: greater",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"greater\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 06 | avx512bw future",
    ],
  },
  vpcmpgtud: {
    title: "Compare packed unsigned doublewords: greater",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"greater\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 06 | avx512 future",
    ],
  },
  vpcmpgtuq: {
    title: "Compare packed unsigned quadwords: greater",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"greater\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 06 | avx512 future",
    ],
  },
  vpcmpgtuw: {
    title: "Compare packed unsigned words: greater",
    brief: "Sets the mask bit of each pair of unsigned words for which \"greater\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 06 | avx512bw future",
    ],
  },
  vpcmpleb: {
    title: "Compare packed signed bytes: less or equal",
    brief: "Sets the mask bit of each pair of signed bytes for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 02 | avx512bw future",
    ],
  },
  vpcmpled: {
    title: "Compare packed signed doublewords: less or equal",
    brief: "Sets the mask bit of each pair of signed doublewords for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 02 | avx512 future",
    ],
  },
  vpcmpleq: {
    title: "Compare packed signed quadwords: less or equal",
    brief: "Sets the mask bit of each pair of signed quadwords for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 02 | avx512 future",
    ],
  },
  vpcmpleub: {
    title: "Compare packed unsigned bytes: less or equal",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 02 | avx512bw future",
    ],
  },
  vpcmpleud: {
    title: "Compare packed unsigned doublewords: less or equal",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 02 | avx512 future",
    ],
  },
  vpcmpleuq: {
    title: "Compare packed unsigned quadwords: less or equal",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 02 | avx512 future",
    ],
  },
  vpcmpleuw: {
    title: "Compare packed unsigned words: less or equal",
    brief: "Sets the mask bit of each pair of unsigned words for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 02 | avx512bw future",
    ],
  },
  vpcmplew: {
    title: "Compare packed signed words: less or equal",
    brief: "Sets the mask bit of each pair of signed words for which \"less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 02 | avx512bw future",
    ],
  },
  vpcmpltb: {
    title: "Compare packed signed bytes: less",
    brief: "Sets the mask bit of each pair of signed bytes for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 01 | avx512bw future",
    ],
  },
  vpcmpltd: {
    title: "Compare packed signed doublewords: less",
    brief: "Sets the mask bit of each pair of signed doublewords for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 01 | avx512 future",
    ],
  },
  vpcmpltq: {
    title: "Compare packed signed quadwords: less",
    brief: "Sets the mask bit of each pair of signed quadwords for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 01 | avx512 future",
    ],
  },
  vpcmpltub: {
    title: "Compare packed unsigned bytes: less",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 01 | avx512bw future",
    ],
  },
  vpcmpltud: {
    title: "Compare packed unsigned doublewords: less",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 01 | avx512 future",
    ],
  },
  vpcmpltuq: {
    title: "Compare packed unsigned quadwords: less",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 01 | avx512 future",
    ],
  },
  vpcmpltuw: {
    title: "Compare packed unsigned words: less",
    brief: "Sets the mask bit of each pair of unsigned words for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 01 | avx512bw future",
    ],
  },
  vpcmpltw: {
    title: "Compare packed signed words: less",
    brief: "Sets the mask bit of each pair of signed words for which \"less\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 01 | avx512bw future",
    ],
  },
  vpcmpneqb: {
    title: "Compare packed signed bytes: not equal",
    brief: "Sets the mask bit of each pair of signed bytes for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 04 | avx512bw future",
    ],
  },
  vpcmpneqd: {
    title: "Compare packed signed doublewords: not equal",
    brief: "Sets the mask bit of each pair of signed doublewords for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 04 | avx512 future",
    ],
  },
  vpcmpneqq: {
    title: "Compare packed signed quadwords: not equal",
    brief: "Sets the mask bit of each pair of signed quadwords for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 04 | avx512 future",
    ],
  },
  vpcmpnequb: {
    title: "Compare packed unsigned bytes: not equal",
    brief: "Sets the mask bit of each pair of unsigned bytes for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3E /r 04 | avx512bw future",
    ],
  },
  vpcmpnequd: {
    title: "Compare packed unsigned doublewords: not equal",
    brief: "Sets the mask bit of each pair of unsigned doublewords for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1E /r 04 | avx512 future",
    ],
  },
  vpcmpnequq: {
    title: "Compare packed unsigned quadwords: not equal",
    brief: "Sets the mask bit of each pair of unsigned quadwords for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1E /r 04 | avx512 future",
    ],
  },
  vpcmpnequw: {
    title: "Compare packed unsigned words: not equal",
    brief: "Sets the mask bit of each pair of unsigned words for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3E /r 04 | avx512bw future",
    ],
  },
  vpcmpneqw: {
    title: "Compare packed signed words: not equal",
    brief: "Sets the mask bit of each pair of signed words for which \"not equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 04 | avx512bw future",
    ],
  },
  vpcmpnleb: {
    title: "Compare packed signed bytes: not less or equal",
    brief: "Sets the mask bit of each pair of signed bytes for which \"not less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W0 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpnled: {
    title: "Compare packed signed doublewords: not less or equal",
    brief: "Sets the mask bit of each pair of signed doublewords for which \"not less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F3A.W0 1F /r 06 | avx512 future",
    ],
  },
  vpcmpnleq: {
    title: "Compare packed signed quadwords: not less or equal",
    brief: "Sets the mask bit of each pair of signed quadwords for which \"not less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F3A.W1 1F /r 06 | avx512 future",
    ],
  },
  vpcmpnlew: {
    title: "Compare packed signed words: not less or equal",
    brief: "Sets the mask bit of each pair of signed words for which \"not less or equal\" holds, and clears the others.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F3A.W1 3F /r 06 | avx512bw future",
    ],
  },
}) as const satisfies Family;
