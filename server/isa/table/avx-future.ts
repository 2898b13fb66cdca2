// Assembled only: VEX-encoded instructions of processors still to come.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import { perCondition } from "./conditions.ts";
import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avxFuture = () => ({
  vbcstnebf16ps: {
    title: "Broadcast bfloat16 as single",
    brief: "Converts a bfloat16 number from memory to single precision and copies it to all elements.",
    rows: [
      "w xmm, r m16? | RM | VEX.128.F3.0F38.W0 B1 /r | avxneconvert future latevex",
      "w ymm, r m16? | RM | VEX.256.F3.0F38.W0 B1 /r | avxneconvert future latevex",
    ],
  },
  vbcstnesh2ps: {
    title: "Broadcast half as single",
    brief: "Converts a half-precision float from memory to single precision and copies it to all elements.",
    rows: [
      "w xmm, r m16? | RM | VEX.128.66.0F38.W0 B1 /r | avxneconvert future latevex",
      "w ymm, r m16? | RM | VEX.256.66.0F38.W0 B1 /r | avxneconvert future latevex",
    ],
  },
  vcvtneebf162ps: {
    title: "Convert even bfloat16 to single",
    brief: "Converts the bfloat16 numbers at even places to single precision.",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F3.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.F3.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneeph2ps: {
    title: "Convert even half to single",
    brief: "Converts the half-precision floats at even places to single precision.",
    rows: [
      "w xmm, r m128 | RM | VEX.128.66.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.66.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneobf162ps: {
    title: "Convert odd bfloat16 to single",
    brief: "Converts the bfloat16 numbers at odd places to single precision.",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F2.0F38.W0 B0 /r | avxneconvert future latevex sx",
      "w ymm, r m256? | RM | VEX.256.F2.0F38.W0 B0 /r | avxneconvert future latevex",
    ],
  },
  vcvtneoph2ps: {
    title: "Convert odd half to single",
    brief: "Converts the half-precision floats at odd places to single precision.",
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
    title: "Dot product of signed bytes",
    brief: "Multiplies groups of four signed bytes and adds their products to each doubleword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F2.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F2.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbssds: {
    title: "Dot product of signed bytes, saturating",
    brief: "Multiplies groups of four signed bytes and adds their products to each doubleword of the destination with saturation.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F2.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F2.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbsud: {
    title: "Dot product of signed by unsigned bytes",
    brief: "Multiplies groups of four signed by unsigned bytes and adds their products to each doubleword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F3.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F3.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbsuds: {
    title: "Dot product of signed by unsigned bytes, saturating",
    brief: "Multiplies groups of four signed by unsigned bytes and adds their products to each doubleword of the destination with saturation.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.F3.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.F3.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbuud: {
    title: "Dot product of unsigned bytes",
    brief: "Multiplies groups of four unsigned bytes and adds their products to each doubleword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.0F38.W0 50 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.0F38.W0 50 /r | avxvnniint8 future latevex",
    ],
  },
  vpdpbuuds: {
    title: "Dot product of unsigned bytes, saturating",
    brief: "Multiplies groups of four unsigned bytes and adds their products to each doubleword of the destination with saturation.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.0F38.W0 51 /r | avxvnniint8 future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.0F38.W0 51 /r | avxvnniint8 future latevex",
    ],
  },
  vpmadd52huq: {
    title: "Multiply 52-bit numbers and add, high half",
    brief: "Multiplies unsigned 52-bit numbers and adds the high 52 bits of each product to the quadword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B5 /r | avxifma future latevex sx",
      "rw ymm, r ymm, r ymm/m256? | RVM | VEX.256.66.0F38.W1 B5 /r | avxifma future latevex",
    ],
  },
  vpmadd52luq: {
    title: "Multiply 52-bit numbers and add, low half",
    brief: "Multiplies unsigned 52-bit numbers and adds the low 52 bits of each product to the quadword of the destination.",
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
}) as const satisfies Family;
