// AES, SHA, carry-less multiplication, Galois field.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const aesSha = () => ({
  aesenc: {
    title: "AES encryption round",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DC /r | sse westmere",
    ],
  },
  aesenclast: {
    title: "AES last encryption round",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DD /r | sse westmere",
    ],
  },
  aesdec: {
    title: "AES decryption round",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DE /r | sse westmere",
    ],
  },
  aesdeclast: {
    title: "AES last decryption round",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DF /r | sse westmere",
    ],
  },
  aesimc: {
    title: "AES inverse mix columns",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 38 DB /r | sse westmere",
    ],
  },
  aeskeygenassist: {
    title: "AES key generation assist",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A DF /r ib | sse westmere",
    ],
  },
  vaesenc: {
    title: "AES encryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DC /r | vaes future",
    ],
  },
  vaesenclast: {
    title: "AES last encryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DD /r | vaes future",
    ],
  },
  vaesdec: {
    title: "AES decryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DE /r | vaes future",
    ],
  },
  vaesdeclast: {
    title: "AES last decryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DF /r | vaes future",
    ],
  },
  vaesimc: {
    title: "AES inverse mix columns",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG DB /r | avx sandybridge",
    ],
  },
  vaeskeygenassist: {
    title: "AES key generation assist",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG DF /r ib | avx sandybridge",
    ],
  },
  pclmulqdq: {
    title: "Carry-less multiply",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 44 /r ib | sse westmere",
    ],
  },
  vpclmulqdq: {
    title: "Carry-less multiply",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 44 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI fv | VEX.256.66.0F3A.WIG 44 /r ib | vpclmulqdq future",
    ],
  },
  sha1msg1: {
    title: "SHA-1 message schedule, first part",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 38 C9 /r | sha future",
    ],
  },
  sha1msg2: {
    title: "SHA-1 message schedule, second part",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 38 CA /r | sha future",
    ],
  },
  sha1nexte: {
    title: "SHA-1 next state variable",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 38 C8 /r | sha future",
    ],
  },
  sha1rnds4: {
    title: "SHA-1 four rounds",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | NP 0F 3A CC /r ib | sha future",
    ],
  },
  sha256msg1: {
    title: "SHA-256 message schedule, first part",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 38 CC /r | sha future",
    ],
  },
  sha256msg2: {
    title: "SHA-256 message schedule, second part",
    rows: [
      "rw xmm, r xmm/m128 | RM | NP 0F 38 CD /r | sha future",
    ],
  },
  sha256rnds2: {
    title: "SHA-256 two rounds",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | NP 0F 38 CB /r | sha future",
      "rw xmm, r xmm/m128 | RM | NP 0F 38 CB /r | sha future",
    ],
  },
  gf2p8affineinvqb: {
    title: "Galois field affine transformation of inverse",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A CF /r ib | gfni sse future",
    ],
  },
  vgf2p8affineinvqb: {
    title: "Galois field affine transformation of inverse",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W1 CF /r ib | gfni avx future",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W1 CF /r ib | gfni avx future",
    ],
  },
  gf2p8affineqb: {
    title: "Galois field affine transformation",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A CE /r ib | gfni sse future",
    ],
  },
  vgf2p8affineqb: {
    title: "Galois field affine transformation",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W1 CE /r ib | gfni avx future",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W1 CE /r ib | gfni avx future",
    ],
  },
  gf2p8mulb: {
    title: "Galois field multiply bytes",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 CF /r | gfni sse future",
    ],
  },
  vgf2p8mulb: {
    title: "Galois field multiply bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 CF /r | gfni avx future",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 CF /r | gfni avx future",
    ],
  },
}) as const satisfies Family;
