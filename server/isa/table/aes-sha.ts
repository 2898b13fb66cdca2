// AES, SHA, carry-less multiplication, Galois field.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const aesSha = {
  aesenc: {
    title: "AESENC",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DC /r | sse westmere",
    ],
  },
  aesenclast: {
    title: "AESENCLAST",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DD /r | sse westmere",
    ],
  },
  aesdec: {
    title: "AESDEC",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DE /r | sse westmere",
    ],
  },
  aesdeclast: {
    title: "AESDECLAST",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 DF /r | sse westmere",
    ],
  },
  aesimc: {
    title: "AESIMC",
    rows: [
      "w xmm, r xmm/m128 | RM | 66 0F 38 DB /r | sse westmere",
    ],
  },
  aeskeygenassist: {
    title: "AESKEYGENASSIST",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A DF /r ib | sse westmere",
    ],
  },
  vaesenc: {
    title: "VAESENC",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DC /r | vaes future",
    ],
  },
  vaesenclast: {
    title: "VAESENCLAST",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DD /r | vaes future",
    ],
  },
  vaesdec: {
    title: "VAESDEC",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DE /r | vaes future",
    ],
  },
  vaesdeclast: {
    title: "VAESDECLAST",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG DF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG DF /r | vaes future",
    ],
  },
  vaesimc: {
    title: "VAESIMC",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG DB /r | avx sandybridge",
    ],
  },
  vaeskeygenassist: {
    title: "VAESKEYGENASSIST",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG DF /r ib | avx sandybridge",
    ],
  },
  pclmulqdq: {
    title: "PCLMULQDQ",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A 44 /r ib | sse westmere",
    ],
  },
  vpclmulqdq: {
    title: "VPCLMULQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 44 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI fv | VEX.256.66.0F3A.WIG 44 /r ib | vpclmulqdq future",
    ],
  },
  sha1msg1: {
    title: "SHA1MSG1",
    rows: [
      "rw xmm, r xmm/m128 | RM | 0F 38 C9 /r | sha future",
    ],
  },
  sha1msg2: {
    title: "SHA1MSG2",
    rows: [
      "rw xmm, r xmm/m128 | RM | 0F 38 CA /r | sha future",
    ],
  },
  sha1nexte: {
    title: "SHA1NEXTE",
    rows: [
      "rw xmm, r xmm/m128 | RM | 0F 38 C8 /r | sha future",
    ],
  },
  sha1rnds4: {
    title: "SHA1RNDS4",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 0F 3A CC /r ib | sha future",
    ],
  },
  sha256msg1: {
    title: "SHA256MSG1",
    rows: [
      "rw xmm, r xmm/m128 | RM | 0F 38 CC /r | sha future",
    ],
  },
  sha256msg2: {
    title: "SHA256MSG2",
    rows: [
      "rw xmm, r xmm/m128 | RM | 0F 38 CD /r | sha future",
    ],
  },
  sha256rnds2: {
    title: "SHA256RNDS2",
    rows: [
      "rw xmm, r xmm/m128, r XMM0 | RM- | 0F 38 CB /r | sha future",
      "rw xmm, r xmm/m128 | RM | 0F 38 CB /r | sha future",
    ],
  },
  gf2p8affineinvqb: {
    title: "GF2P8AFFINEINVQB",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A CF /r ib | gfni sse future",
    ],
  },
  vgf2p8affineinvqb: {
    title: "VGF2P8AFFINEINVQB",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W1 CF /r ib | gfni avx future",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W1 CF /r ib | gfni avx future",
    ],
  },
  gf2p8affineqb: {
    title: "GF2P8AFFINEQB",
    rows: [
      "rw xmm, r xmm/m128, r imm8 | RMI | 66 0F 3A CE /r ib | gfni sse future",
    ],
  },
  vgf2p8affineqb: {
    title: "VGF2P8AFFINEQB",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W1 CE /r ib | gfni avx future",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W1 CE /r ib | gfni avx future",
    ],
  },
  gf2p8mulb: {
    title: "GF2P8MULB",
    rows: [
      "rw xmm, r xmm/m128 | RM | 66 0F 38 CF /r | gfni sse future",
    ],
  },
  vgf2p8mulb: {
    title: "VGF2P8MULB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 CF /r | gfni avx future",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 CF /r | gfni avx future",
    ],
  },
} as const satisfies Family;
