// Assembled only, and never decoded: names for one immediate of another instruction (cmpeqps is cmpps with 0), and second spellings.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const pseudo = {
  cmpeqps: {
    title: "CMPEQPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 00 | katmai sse",
    ],
  },
  cmpeqss: {
    title: "CMPEQSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 00 | katmai sse",
    ],
  },
  cmpleps: {
    title: "CMPLEPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 02 | katmai sse",
    ],
  },
  cmpless: {
    title: "CMPLESS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 02 | katmai sse",
    ],
  },
  cmpltps: {
    title: "CMPLTPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 01 | katmai sse",
    ],
  },
  cmpltss: {
    title: "CMPLTSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 01 | katmai sse",
    ],
  },
  cmpneqps: {
    title: "CMPNEQPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 04 | katmai sse",
    ],
  },
  cmpneqss: {
    title: "CMPNEQSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 04 | katmai sse",
    ],
  },
  cmpnleps: {
    title: "CMPNLEPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 06 | katmai sse",
    ],
  },
  cmpnless: {
    title: "CMPNLESS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 06 | katmai sse",
    ],
  },
  cmpnltps: {
    title: "CMPNLTPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 05 | katmai sse",
    ],
  },
  cmpnltss: {
    title: "CMPNLTSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 05 | katmai sse",
    ],
  },
  cmpordps: {
    title: "CMPORDPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 07 | katmai sse",
    ],
  },
  cmpordss: {
    title: "CMPORDSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 07 | katmai sse",
    ],
  },
  cmpunordps: {
    title: "CMPUNORDPS",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F C2 /r 03 | katmai sse",
    ],
  },
  cmpunordss: {
    title: "CMPUNORDSS",
    rows: [
      "rw xmm, r xmm/m32 | RM | F3 0F C2 /r 03 | katmai sse",
    ],
  },
  cmpeqpd: {
    title: "CMPEQPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 00 | willamette sse2",
    ],
  },
  cmpeqsd: {
    title: "CMPEQSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 00 | willamette sse2",
    ],
  },
  cmplepd: {
    title: "CMPLEPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 02 | willamette sse2",
    ],
  },
  cmplesd: {
    title: "CMPLESD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 02 | willamette sse2",
    ],
  },
  cmpltpd: {
    title: "CMPLTPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 01 | willamette sse2",
    ],
  },
  cmpltsd: {
    title: "CMPLTSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 01 | willamette sse2",
    ],
  },
  cmpneqpd: {
    title: "CMPNEQPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 04 | willamette sse2",
    ],
  },
  cmpneqsd: {
    title: "CMPNEQSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 04 | willamette sse2",
    ],
  },
  cmpnlepd: {
    title: "CMPNLEPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 06 | willamette sse2",
    ],
  },
  cmpnlesd: {
    title: "CMPNLESD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 06 | willamette sse2",
    ],
  },
  cmpnltpd: {
    title: "CMPNLTPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 05 | willamette sse2",
    ],
  },
  cmpnltsd: {
    title: "CMPNLTSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 05 | willamette sse2",
    ],
  },
  cmpordpd: {
    title: "CMPORDPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 07 | willamette sse2",
    ],
  },
  cmpordsd: {
    title: "CMPORDSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 07 | willamette sse2",
    ],
  },
  cmpunordpd: {
    title: "CMPUNORDPD",
    rows: [
      "rw xmm, r xmm/m(128) | RM | 66 0F C2 /r 03 | willamette sse2",
    ],
  },
  cmpunordsd: {
    title: "CMPUNORDSD",
    rows: [
      "rw xmm, r xmm/m(64) | RM | F2 0F C2 /r 03 | willamette sse2",
    ],
  },
  vcmpeq_ospd: {
    title: "VCMPEQ_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqpd: {
    title: "VCMPEQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_ospd: {
    title: "VCMPLT_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_ospd: {
    title: "VCMPLE_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 02 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qpd: {
    title: "VCMPUNORD_QPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 03 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqpd: {
    title: "VCMPNEQ_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 04 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_uspd: {
    title: "VCMPNLT_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 05 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_uspd: {
    title: "VCMPNLE_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 06 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qpd: {
    title: "VCMPORD_QPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 07 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqpd: {
    title: "VCMPEQ_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 08 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_uspd: {
    title: "VCMPNGE_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 09 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_uspd: {
    title: "VCMPNGT_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqpd: {
    title: "VCMPFALSE_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqpd: {
    title: "VCMPNEQ_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_ospd: {
    title: "VCMPGE_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_ospd: {
    title: "VCMPGT_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqpd: {
    title: "VCMPTRUE_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 0F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqpd: {
    title: "VCMPLT_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqpd: {
    title: "VCMPLE_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 12 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_spd: {
    title: "VCMPUNORD_SPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 13 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_uspd: {
    title: "VCMPNEQ_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 14 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqpd: {
    title: "VCMPNLT_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 15 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqpd: {
    title: "VCMPNLE_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 16 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_spd: {
    title: "VCMPORD_SPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 17 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_uspd: {
    title: "VCMPEQ_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 18 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqpd: {
    title: "VCMPNGE_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 19 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqpd: {
    title: "VCMPNGT_UQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_ospd: {
    title: "VCMPFALSE_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_ospd: {
    title: "VCMPNEQ_OSPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqpd: {
    title: "VCMPGE_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqpd: {
    title: "VCMPGT_OQPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_uspd: {
    title: "VCMPTRUE_USPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG C2 /r 1F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_osps: {
    title: "VCMPEQ_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 10 | avx sandybridge",
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 10 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqps: {
    title: "VCMPEQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_osps: {
    title: "VCMPLT_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_osps: {
    title: "VCMPLE_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 02 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qps: {
    title: "VCMPUNORD_QPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 03 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 03 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqps: {
    title: "VCMPNEQ_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 04 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_usps: {
    title: "VCMPNLT_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 05 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_usps: {
    title: "VCMPNLE_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 06 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qps: {
    title: "VCMPORD_QPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 07 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 07 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqps: {
    title: "VCMPEQ_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 08 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 08 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_usps: {
    title: "VCMPNGE_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 09 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 09 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_usps: {
    title: "VCMPNGT_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqps: {
    title: "VCMPFALSE_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqps: {
    title: "VCMPNEQ_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_osps: {
    title: "VCMPGE_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_osps: {
    title: "VCMPGT_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqps: {
    title: "VCMPTRUE_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 0F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 0F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqps: {
    title: "VCMPLT_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 11 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqps: {
    title: "VCMPLE_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 12 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 12 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_sps: {
    title: "VCMPUNORD_SPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 13 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 13 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_usps: {
    title: "VCMPNEQ_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 14 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 14 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqps: {
    title: "VCMPNLT_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 15 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 15 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqps: {
    title: "VCMPNLE_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 16 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 16 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_sps: {
    title: "VCMPORD_SPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 17 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 17 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_usps: {
    title: "VCMPEQ_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 18 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 18 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqps: {
    title: "VCMPNGE_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 19 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 19 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqps: {
    title: "VCMPNGT_UQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1A | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1A | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_osps: {
    title: "VCMPFALSE_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1B | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1B | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_osps: {
    title: "VCMPNEQ_OSPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1C | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1C | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqps: {
    title: "VCMPGE_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1D | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1D | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqps: {
    title: "VCMPGT_OQPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1E | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1E | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_usps: {
    title: "VCMPTRUE_USPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG C2 /r 1F | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 1F | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_ossd: {
    title: "VCMPEQ_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 10 | avx sandybridge",
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqsd: {
    title: "VCMPEQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_ossd: {
    title: "VCMPLT_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_ossd: {
    title: "VCMPLE_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qsd: {
    title: "VCMPUNORD_QSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqsd: {
    title: "VCMPNEQ_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_ussd: {
    title: "VCMPNLT_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_ussd: {
    title: "VCMPNLE_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qsd: {
    title: "VCMPORD_QSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqsd: {
    title: "VCMPEQ_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_ussd: {
    title: "VCMPNGE_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_ussd: {
    title: "VCMPNGT_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqsd: {
    title: "VCMPFALSE_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqsd: {
    title: "VCMPNEQ_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_ossd: {
    title: "VCMPGE_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_ossd: {
    title: "VCMPGT_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqsd: {
    title: "VCMPTRUE_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqsd: {
    title: "VCMPLT_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqsd: {
    title: "VCMPLE_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_ssd: {
    title: "VCMPUNORD_SSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_ussd: {
    title: "VCMPNEQ_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqsd: {
    title: "VCMPNLT_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqsd: {
    title: "VCMPNLE_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_ssd: {
    title: "VCMPORD_SSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_ussd: {
    title: "VCMPEQ_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqsd: {
    title: "VCMPNGE_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqsd: {
    title: "VCMPNGT_UQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_ossd: {
    title: "VCMPFALSE_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_ossd: {
    title: "VCMPNEQ_OSSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqsd: {
    title: "VCMPGE_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqsd: {
    title: "VCMPGT_OQSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_ussd: {
    title: "VCMPTRUE_USSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 1F | avx512 future",
    ],
  },
  vcmpeq_osss: {
    title: "VCMPEQ_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 10 | avx sandybridge",
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 10 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 10 | avx512 future",
    ],
  },
  vcmpeqss: {
    title: "VCMPEQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 00 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmplt_osss: {
    title: "VCMPLT_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 01 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 01 | avx512 future",
    ],
  },
  vcmple_osss: {
    title: "VCMPLE_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 02 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 02 | avx512 future",
    ],
  },
  vcmpunord_qss: {
    title: "VCMPUNORD_QSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 03 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 03 | avx512 future",
    ],
  },
  vcmpneq_uqss: {
    title: "VCMPNEQ_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 04 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 04 | avx512 future",
    ],
  },
  vcmpnlt_usss: {
    title: "VCMPNLT_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 05 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 05 | avx512 future",
    ],
  },
  vcmpnle_usss: {
    title: "VCMPNLE_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 06 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 06 | avx512 future",
    ],
  },
  vcmpord_qss: {
    title: "VCMPORD_QSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 07 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 07 | avx512 future",
    ],
  },
  vcmpeq_uqss: {
    title: "VCMPEQ_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 08 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 08 | avx512 future",
    ],
  },
  vcmpnge_usss: {
    title: "VCMPNGE_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 09 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 09 | avx512 future",
    ],
  },
  vcmpngt_usss: {
    title: "VCMPNGT_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0A | avx512 future",
    ],
  },
  vcmpfalse_oqss: {
    title: "VCMPFALSE_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0B | avx512 future",
    ],
  },
  vcmpneq_oqss: {
    title: "VCMPNEQ_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0C | avx512 future",
    ],
  },
  vcmpge_osss: {
    title: "VCMPGE_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0D | avx512 future",
    ],
  },
  vcmpgt_osss: {
    title: "VCMPGT_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0E | avx512 future",
    ],
  },
  vcmptrue_uqss: {
    title: "VCMPTRUE_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 0F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 0F | avx512 future",
    ],
  },
  vcmplt_oqss: {
    title: "VCMPLT_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 11 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 11 | avx512 future",
    ],
  },
  vcmple_oqss: {
    title: "VCMPLE_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 12 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 12 | avx512 future",
    ],
  },
  vcmpunord_sss: {
    title: "VCMPUNORD_SSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 13 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 13 | avx512 future",
    ],
  },
  vcmpneq_usss: {
    title: "VCMPNEQ_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 14 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 14 | avx512 future",
    ],
  },
  vcmpnlt_uqss: {
    title: "VCMPNLT_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 15 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 15 | avx512 future",
    ],
  },
  vcmpnle_uqss: {
    title: "VCMPNLE_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 16 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 16 | avx512 future",
    ],
  },
  vcmpord_sss: {
    title: "VCMPORD_SSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 17 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 17 | avx512 future",
    ],
  },
  vcmpeq_usss: {
    title: "VCMPEQ_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 18 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 18 | avx512 future",
    ],
  },
  vcmpnge_uqss: {
    title: "VCMPNGE_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 19 | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 19 | avx512 future",
    ],
  },
  vcmpngt_uqss: {
    title: "VCMPNGT_UQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1A | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1A | avx512 future",
    ],
  },
  vcmpfalse_osss: {
    title: "VCMPFALSE_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1B | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1B | avx512 future",
    ],
  },
  vcmpneq_osss: {
    title: "VCMPNEQ_OSSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1C | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1C | avx512 future",
    ],
  },
  vcmpge_oqss: {
    title: "VCMPGE_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1D | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1D | avx512 future",
    ],
  },
  vcmpgt_oqss: {
    title: "VCMPGT_OQSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1E | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1E | avx512 future",
    ],
  },
  vcmptrue_usss: {
    title: "VCMPTRUE_USSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F3.0F.WIG C2 /r 1F | avx sandybridge",
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 1F | avx512 future",
    ],
  },
  vldqqu: {
    title: "VLDQQU",
    rows: [
      "w ymm, r m256 | RM | VEX.256.F2.0F.WIG F0 /r | avx sandybridge",
    ],
  },
  vmovqqa: {
    title: "VMOVQQA",
    rows: [
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovqqu: {
    title: "VMOVQQU",
    rows: [
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.F3.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovntqq: {
    title: "VMOVNTQQ",
    rows: [
      "w m256, r ymm | MR | VEX.256.66.0F.WIG E7 /r | avx sandybridge",
    ],
  },
  vpcmpeqb_pseudo: {
    name: "vpcmpeqb", title: "VPCMPEQB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 00 | avx512bw future",
    ],
  },
  vpcmpeqw_pseudo: {
    name: "vpcmpeqw", title: "VPCMPEQW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 00 | avx512bw future",
    ],
  },
  vpcmpeqd_pseudo: {
    name: "vpcmpeqd", title: "VPCMPEQD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 00 | avx512 future",
    ],
  },
  vpcmpeqq_pseudo: {
    name: "vpcmpeqq", title: "VPCMPEQQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 00 | avx512 future",
    ],
  },
  vpcmpgtb_pseudo: {
    name: "vpcmpgtb", title: "VPCMPGTB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpgtw_pseudo: {
    name: "vpcmpgtw", title: "VPCMPGTW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpgtd_pseudo: {
    name: "vpcmpgtd", title: "VPCMPGTD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 06 | avx512 future",
    ],
  },
  vpcmpgtq_pseudo: {
    name: "vpcmpgtq", title: "VPCMPGTQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 06 | avx512 future",
    ],
  },
  pclmullqlqdq: {
    title: "PCLMULLQLQDQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 00 | sse westmere",
    ],
  },
  pclmulhqlqdq: {
    title: "PCLMULHQLQDQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 01 | sse westmere",
    ],
  },
  pclmullqhqdq: {
    title: "PCLMULLQHQDQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 10 | sse westmere",
    ],
  },
  pclmulhqhqdq: {
    title: "PCLMULHQHQDQ",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 3A 44 /r 11 | sse westmere",
    ],
  },
  vpclmullqlqdq: {
    title: "VPCLMULLQLQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 00 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 00 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 00 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 00 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 00 | avx512 vpclmulqdq future",
    ],
  },
  vpclmulhqlqdq: {
    title: "VPCLMULHQLQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 01 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 01 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 01 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 01 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 01 | avx512 vpclmulqdq future",
    ],
  },
  vpclmullqhqdq: {
    title: "VPCLMULLQHQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 10 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 10 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 10 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 10 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 10 | avx512 vpclmulqdq future",
    ],
  },
  vpclmulhqhqdq: {
    title: "VPCLMULHQHQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F3A.WIG 44 /r 11 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | VEX.256.66.0F3A.WIG 44 /r 11 | vpclmulqdq future",
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F3A.WIG 44 /r 11 | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F3A.WIG 44 /r 11 | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F3A.WIG 44 /r 11 | avx512 vpclmulqdq future",
    ],
  },
  vfmadd312ps: {
    title: "VFMADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 98 /r | fma future",
    ],
  },
  vfmadd312pd: {
    title: "VFMADD312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 98 /r | fma future",
    ],
  },
  vfmadd123ps: {
    title: "VFMADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A8 /r | fma future",
    ],
  },
  vfmadd123pd: {
    title: "VFMADD123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A8 /r | fma future",
    ],
  },
  vfmadd321ps: {
    title: "VFMADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B8 /r | fma future",
    ],
  },
  vfmadd321pd: {
    title: "VFMADD321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B8 /r | fma future",
    ],
  },
  vfmaddsub312ps: {
    title: "VFMADDSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 96 /r | fma future",
    ],
  },
  vfmaddsub312pd: {
    title: "VFMADDSUB312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 96 /r | fma future",
    ],
  },
  vfmaddsub123ps: {
    title: "VFMADDSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A6 /r | fma future",
    ],
  },
  vfmaddsub123pd: {
    title: "VFMADDSUB123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A6 /r | fma future",
    ],
  },
  vfmaddsub321ps: {
    title: "VFMADDSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B6 /r | fma future",
    ],
  },
  vfmaddsub321pd: {
    title: "VFMADDSUB321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B6 /r | fma future",
    ],
  },
  vfmsub312ps: {
    title: "VFMSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9A /r | fma future",
    ],
  },
  vfmsub312pd: {
    title: "VFMSUB312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9A /r | fma future",
    ],
  },
  vfmsub123ps: {
    title: "VFMSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AA /r | fma future",
    ],
  },
  vfmsub123pd: {
    title: "VFMSUB123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AA /r | fma future",
    ],
  },
  vfmsub321ps: {
    title: "VFMSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BA /r | fma future",
    ],
  },
  vfmsub321pd: {
    title: "VFMSUB321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BA /r | fma future",
    ],
  },
  vfmsubadd312ps: {
    title: "VFMSUBADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 97 /r | fma future",
    ],
  },
  vfmsubadd312pd: {
    title: "VFMSUBADD312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 97 /r | fma future",
    ],
  },
  vfmsubadd123ps: {
    title: "VFMSUBADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A7 /r | fma future",
    ],
  },
  vfmsubadd123pd: {
    title: "VFMSUBADD123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A7 /r | fma future",
    ],
  },
  vfmsubadd321ps: {
    title: "VFMSUBADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B7 /r | fma future",
    ],
  },
  vfmsubadd321pd: {
    title: "VFMSUBADD321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B7 /r | fma future",
    ],
  },
  vfnmadd312ps: {
    title: "VFNMADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9C /r | fma future",
    ],
  },
  vfnmadd312pd: {
    title: "VFNMADD312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9C /r | fma future",
    ],
  },
  vfnmadd123ps: {
    title: "VFNMADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AC /r | fma future",
    ],
  },
  vfnmadd123pd: {
    title: "VFNMADD123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AC /r | fma future",
    ],
  },
  vfnmadd321ps: {
    title: "VFNMADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BC /r | fma future",
    ],
  },
  vfnmadd321pd: {
    title: "VFNMADD321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BC /r | fma future",
    ],
  },
  vfnmsub312ps: {
    title: "VFNMSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9E /r | fma future",
    ],
  },
  vfnmsub312pd: {
    title: "VFNMSUB312PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9E /r | fma future",
    ],
  },
  vfnmsub123ps: {
    title: "VFNMSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AE /r | fma future",
    ],
  },
  vfnmsub123pd: {
    title: "VFNMSUB123PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AE /r | fma future",
    ],
  },
  vfnmsub321ps: {
    title: "VFNMSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BE /r | fma future",
    ],
  },
  vfnmsub321pd: {
    title: "VFNMSUB321PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BE /r | fma future",
    ],
  },
  vfmadd312ss: {
    title: "VFMADD312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 99 /r | fma future",
    ],
  },
  vfmadd312sd: {
    title: "VFMADD312SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 99 /r | fma future",
    ],
  },
  vfmadd123ss: {
    title: "VFMADD123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 A9 /r | fma future",
    ],
  },
  vfmadd123sd: {
    title: "VFMADD123SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 A9 /r | fma future",
    ],
  },
  vfmadd321ss: {
    title: "VFMADD321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 B9 /r | fma future",
    ],
  },
  vfmadd321sd: {
    title: "VFMADD321SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 B9 /r | fma future",
    ],
  },
  vfmsub312ss: {
    title: "VFMSUB312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9B /r | fma future",
    ],
  },
  vfmsub312sd: {
    title: "VFMSUB312SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9B /r | fma future",
    ],
  },
  vfmsub123ss: {
    title: "VFMSUB123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AB /r | fma future",
    ],
  },
  vfmsub123sd: {
    title: "VFMSUB123SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AB /r | fma future",
    ],
  },
  vfmsub321ss: {
    title: "VFMSUB321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BB /r | fma future",
    ],
  },
  vfmsub321sd: {
    title: "VFMSUB321SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BB /r | fma future",
    ],
  },
  vfnmadd312ss: {
    title: "VFNMADD312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9D /r | fma future",
    ],
  },
  vfnmadd312sd: {
    title: "VFNMADD312SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9D /r | fma future",
    ],
  },
  vfnmadd123ss: {
    title: "VFNMADD123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AD /r | fma future",
    ],
  },
  vfnmadd123sd: {
    title: "VFNMADD123SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AD /r | fma future",
    ],
  },
  vfnmadd321ss: {
    title: "VFNMADD321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BD /r | fma future",
    ],
  },
  vfnmadd321sd: {
    title: "VFNMADD321SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BD /r | fma future",
    ],
  },
  vfnmsub312ss: {
    title: "VFNMSUB312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9F /r | fma future",
    ],
  },
  vfnmsub312sd: {
    title: "VFNMSUB312SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9F /r | fma future",
    ],
  },
  vfnmsub123ss: {
    title: "VFNMSUB123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AF /r | fma future",
    ],
  },
  vfnmsub123sd: {
    title: "VFNMSUB123SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AF /r | fma future",
    ],
  },
  vfnmsub321ss: {
    title: "VFNMSUB321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BF /r | fma future",
    ],
  },
  vfnmsub321sd: {
    title: "VFNMSUB321SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BF /r | fma future",
    ],
  },
  vcmpeq_oqpd: {
    title: "VCMPEQ_OQPD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F.W1 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae} | RVMI fv | EVEX.512.66.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqps: {
    title: "VCMPEQ_OQPS",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.0F.W0 C2 /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae} | RVMI fv | EVEX.512.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqsd: {
    title: "VCMPEQ_OQSD",
    rows: [
      "w k{k}, r xmm, r xmm/m64{sae} | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r 00 | avx512 future",
    ],
  },
  vcmpeq_oqss: {
    title: "VCMPEQ_OQSS",
    rows: [
      "w k{k}, r xmm, r xmm/m32{sae} | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r 00 | avx512 future",
    ],
  },
  vpcmpequb: {
    title: "VPCMPEQUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 00 | avx512bw future",
    ],
  },
  vpcmpequd: {
    title: "VPCMPEQUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 00 | avx512 future",
    ],
  },
  vpcmpequq: {
    title: "VPCMPEQUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 00 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 00 | avx512 future",
    ],
  },
  vpcmpequw: {
    title: "VPCMPEQUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 00 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 00 | avx512bw future",
    ],
  },
  vpcmpgeb: {
    title: "VPCMPGEB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 05 | avx512bw future",
    ],
  },
  vpcmpged: {
    title: "VPCMPGED",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 05 | avx512 future",
    ],
  },
  vpcmpgeq: {
    title: "VPCMPGEQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 05 | avx512 future",
    ],
  },
  vpcmpgeub: {
    title: "VPCMPGEUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 05 | avx512bw future",
    ],
  },
  vpcmpgeud: {
    title: "VPCMPGEUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 05 | avx512 future",
    ],
  },
  vpcmpgeuq: {
    title: "VPCMPGEUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 05 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 05 | avx512 future",
    ],
  },
  vpcmpgeuw: {
    title: "VPCMPGEUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 05 | avx512bw future",
    ],
  },
  vpcmpgew: {
    title: "VPCMPGEW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 05 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 05 | avx512bw future",
    ],
  },
  vpcmpgtub: {
    title: "VPCMPGTUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 06 | avx512bw future",
    ],
  },
  vpcmpgtud: {
    title: "VPCMPGTUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 06 | avx512 future",
    ],
  },
  vpcmpgtuq: {
    title: "VPCMPGTUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 06 | avx512 future",
    ],
  },
  vpcmpgtuw: {
    title: "VPCMPGTUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 06 | avx512bw future",
    ],
  },
  vpcmpleb: {
    title: "VPCMPLEB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 02 | avx512bw future",
    ],
  },
  vpcmpled: {
    title: "VPCMPLED",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 02 | avx512 future",
    ],
  },
  vpcmpleq: {
    title: "VPCMPLEQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 02 | avx512 future",
    ],
  },
  vpcmpleub: {
    title: "VPCMPLEUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 02 | avx512bw future",
    ],
  },
  vpcmpleud: {
    title: "VPCMPLEUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 02 | avx512 future",
    ],
  },
  vpcmpleuq: {
    title: "VPCMPLEUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 02 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 02 | avx512 future",
    ],
  },
  vpcmpleuw: {
    title: "VPCMPLEUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 02 | avx512bw future",
    ],
  },
  vpcmplew: {
    title: "VPCMPLEW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 02 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 02 | avx512bw future",
    ],
  },
  vpcmpltb: {
    title: "VPCMPLTB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 01 | avx512bw future",
    ],
  },
  vpcmpltd: {
    title: "VPCMPLTD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 01 | avx512 future",
    ],
  },
  vpcmpltq: {
    title: "VPCMPLTQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 01 | avx512 future",
    ],
  },
  vpcmpltub: {
    title: "VPCMPLTUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 01 | avx512bw future",
    ],
  },
  vpcmpltud: {
    title: "VPCMPLTUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 01 | avx512 future",
    ],
  },
  vpcmpltuq: {
    title: "VPCMPLTUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 01 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 01 | avx512 future",
    ],
  },
  vpcmpltuw: {
    title: "VPCMPLTUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 01 | avx512bw future",
    ],
  },
  vpcmpltw: {
    title: "VPCMPLTW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 01 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 01 | avx512bw future",
    ],
  },
  vpcmpneqb: {
    title: "VPCMPNEQB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 04 | avx512bw future",
    ],
  },
  vpcmpneqd: {
    title: "VPCMPNEQD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 04 | avx512 future",
    ],
  },
  vpcmpneqq: {
    title: "VPCMPNEQQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 04 | avx512 future",
    ],
  },
  vpcmpnequb: {
    title: "VPCMPNEQUB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r 04 | avx512bw future",
    ],
  },
  vpcmpnequd: {
    title: "VPCMPNEQUD",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1E /r 04 | avx512 future",
    ],
  },
  vpcmpnequq: {
    title: "VPCMPNEQUQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1E /r 04 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1E /r 04 | avx512 future",
    ],
  },
  vpcmpnequw: {
    title: "VPCMPNEQUW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r 04 | avx512bw future",
    ],
  },
  vpcmpneqw: {
    title: "VPCMPNEQW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 04 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 04 | avx512bw future",
    ],
  },
  vpcmpnleb: {
    title: "VPCMPNLEB",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r 06 | avx512bw future",
    ],
  },
  vpcmpnled: {
    title: "VPCMPNLED",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVMI fv | EVEX.128.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVMI fv | EVEX.256.66.0F3A.W0 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVMI fv | EVEX.512.66.0F3A.W0 1F /r 06 | avx512 future",
    ],
  },
  vpcmpnleq: {
    title: "VPCMPNLEQ",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVMI fv | EVEX.128.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVMI fv | EVEX.256.66.0F3A.W1 1F /r 06 | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVMI fv | EVEX.512.66.0F3A.W1 1F /r 06 | avx512 future",
    ],
  },
  vpcmpnlew: {
    title: "VPCMPNLEW",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r 06 | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r 06 | avx512bw future",
    ],
  },
} as const satisfies Family;
