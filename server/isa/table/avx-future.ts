// Assembled only: VEX-encoded instructions of processors still to come.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import { perCondition } from "./conditions.ts";
import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avxFuture = {
  vbcstnebf16ps: {
    title: "VBCSTNEBF16PS",
    rows: [
      "w xmm, r m16? | RM | VEX.128.F3.0F38.W0 B1 /r | avxneconvert future latevex",
      "w ymm, r m16? | RM | VEX.256.F3.0F38.W0 B1 /r | avxneconvert future latevex",
    ],
  },
  vbcstnesh2ps: {
    title: "VBCSTNESH2PS",
    rows: [
      "w xmm, r m16? | RM | VEX.128.66.0F38.W0 B1 /r | avxneconvert future latevex",
      "w ymm, r m16? | RM | VEX.256.66.0F38.W0 B1 /r | avxneconvert future latevex",
    ],
  },
  vcvtneebf162ps: {
    title: "VCVTNEEBF162PS",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F3.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.F3.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneeph2ps: {
    title: "VCVTNEEPH2PS",
    rows: [
      "w xmm, r m128 | RM | VEX.128.66.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.66.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneobf162ps: {
    title: "VCVTNEOBF162PS",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F2.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.F2.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneoph2ps: {
    title: "VCVTNEOPH2PS",
    rows: [
      "w xmm, r m128 | RM | VEX.128.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneps2bf16: {
    title: "Convert packed single to bfloat16",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F38.W0 72 /r | avxneconvert future latevex sx",
      "w ymm, r ymm/m256? | RM | VEX.256.F3.0F38.W0 72 /r | avxneconvert future latevex",
    ],
  },
  vpdpbssd: {
    title: "VPDPBSSD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F2.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F2.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbssds: {
    title: "VPDPBSSDS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F2.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F2.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbsud: {
    title: "VPDPBSUD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F3.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F3.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbsuds: {
    title: "VPDPBSUDS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F3.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F3.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbuud: {
    title: "VPDPBUUD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbuuds: {
    title: "VPDPBUUDS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpmadd52huq: {
    title: "VPMADD52HUQ",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B5 /r | avxifma future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.66.0F38.W1 B5 /r | avxifma future latevex",
    ],
  },
  vpmadd52luq: {
    title: "VPMADD52LUQ",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B4 /r | avxifma future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.66.0F38.W1 B4 /r | avxifma future latevex",
    ],
  },
  ...perCondition("cmp", "xadd", {
    title: "CMPCCXADD",
    rows: [
      "rw m32?, r r32, r r32 | MRV | VEX.128.66.0F38.W0 E0+cc /r | cmpccxadd future 64only",
      "rw m64?, r r64, r r64 | MRV | VEX.128.66.0F38.W1 E0+cc /r | cmpccxadd future 64only",
    ],
  }),
} as const satisfies Family;
