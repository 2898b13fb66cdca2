// Assembled only: AMD's 3DNow!, SSE4A, XOP, FMA4, TBM, LWP.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const amd = {
  femms: {
    title: "FEMMS",
    rows: [
      " |  | 0F 0E | pent 3dnow",
    ],
  },
  pavgusb: {
    title: "PAVGUSB",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r BF | pent 3dnow",
    ],
  },
  pf2id: {
    title: "PF2ID",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 1D | pent 3dnow",
    ],
  },
  pfacc: {
    title: "PFACC",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r AE | pent 3dnow",
    ],
  },
  pfadd: {
    title: "PFADD",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 9E | pent 3dnow",
    ],
  },
  pfcmpeq: {
    title: "PFCMPEQ",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B0 | pent 3dnow",
    ],
  },
  pfcmpge: {
    title: "PFCMPGE",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 90 | pent 3dnow",
    ],
  },
  pfcmpgt: {
    title: "PFCMPGT",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A0 | pent 3dnow",
    ],
  },
  pfmax: {
    title: "PFMAX",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A4 | pent 3dnow",
    ],
  },
  pfmin: {
    title: "PFMIN",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 94 | pent 3dnow",
    ],
  },
  pfmul: {
    title: "PFMUL",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B4 | pent 3dnow",
    ],
  },
  pfrcp: {
    title: "PFRCP",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 96 | pent 3dnow",
    ],
  },
  pfrcpit1: {
    title: "PFRCPIT1",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A6 | pent 3dnow",
    ],
  },
  pfrcpit2: {
    title: "PFRCPIT2",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B6 | pent 3dnow",
    ],
  },
  pfrsqit1: {
    title: "PFRSQIT1",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r A7 | pent 3dnow",
    ],
  },
  pfrsqrt: {
    title: "PFRSQRT",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 97 | pent 3dnow",
    ],
  },
  pfsub: {
    title: "PFSUB",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 9A | pent 3dnow",
    ],
  },
  pfsubr: {
    title: "PFSUBR",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r AA | pent 3dnow",
    ],
  },
  pi2fd: {
    title: "PI2FD",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 0D | pent 3dnow",
    ],
  },
  pmulhrwa: {
    title: "PMULHRWA",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r B7 | pent 3dnow",
    ],
  },
  pf2iw: {
    title: "PF2IW",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 1C | pent 3dnow",
    ],
  },
  pfnacc: {
    title: "PFNACC",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 8A | pent 3dnow",
    ],
  },
  pfpnacc: {
    title: "PFPNACC",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 8E | pent 3dnow",
    ],
  },
  pi2fw: {
    title: "PI2FW",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r 0C | pent 3dnow",
    ],
  },
  pswapd: {
    title: "PSWAPD",
    rows: [
      "w mm, r mm/m(64) | RM | d64 0F 0F /r BB | pent 3dnow",
    ],
  },
  extrq: {
    title: "EXTRQ",
    rows: [
      "rw xmm, r imm, r imm | MIJ | 66 0F 78 /0 ibu ibu | sse4a amd",
      "rw xmm, r xmm | RM | 66 0F 79 /r | sse4a amd",
    ],
  },
  insertq: {
    title: "INSERTQ",
    rows: [
      "rw xmm, r xmm, r imm, r imm | RMIJ | F2 0F 78 /r ibu ibu | sse4a amd",
      "rw xmm, r xmm | RM | F2 0F 79 /r | sse4a amd",
    ],
  },
  movntsd: {
    title: "MOVNTSD",
    rows: [
      "w m64?, r xmm | MR | F2 0F 2B /r | sse4a amd",
    ],
  },
  movntss: {
    title: "MOVNTSS",
    rows: [
      "w m32?, r xmm | MR | F3 0F 2B /r | sse4a amd",
    ],
  },
  pfrcpv: {
    title: "PFRCPV",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 86 | pent 3dnow cyrix",
    ],
  },
  pfrsqrtv: {
    title: "PFRSQRTV",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 0F /r 87 | pent 3dnow cyrix",
    ],
  },
  llwpcb: {
    title: "LLWPCB",
    rows: [
      "w r32 | M | XOP.L0.MAP9.W0 12 /0 | amd 386",
      "w r64 | M | XOP.L0.MAP9.W1 12 /0 | amd 64",
    ],
  },
  slwpcb: {
    title: "SLWPCB",
    rows: [
      "w r32 | M | XOP.L0.MAP9.W0 12 /1 | amd 386",
      "w r64 | M | XOP.L0.MAP9.W1 12 /1 | amd 64",
    ],
  },
  lwpval: {
    title: "LWPVAL",
    rows: [
      "w r32, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W0 12 /1 id | amd 386",
      "w r64, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W1 12 /1 id | amd 64",
    ],
  },
  lwpins: {
    title: "LWPINS",
    rows: [
      "w r32, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W0 12 /0 id | amd 386",
      "w r64, r r/m32, r imm32 | VMI | XOP.L0.MAP10.W1 12 /0 id | amd 64",
    ],
  },
  vfmaddpd: {
    title: "VFMADDPD",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 69 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 69 /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 69 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 69 /r /is4 | amd sse5",
    ],
  },
  vfmaddps: {
    title: "VFMADDPS",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 68 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 68 /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 68 /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 68 /r /is4 | amd sse5",
    ],
  },
  vfmaddsd: {
    title: "VFMADDSD",
    rows: [
      "rw xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 6B /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 6B /r /is4 | amd sse5",
    ],
  },
  vfmaddss: {
    title: "VFMADDSS",
    rows: [
      "rw xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 6A /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 6A /r /is4 | amd sse5",
    ],
  },
  vfmaddsubpd: {
    title: "VFMADDSUBPD",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5D /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5D /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5D /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5D /r /is4 | amd sse5",
    ],
  },
  vfmaddsubps: {
    title: "VFMADDSUBPS",
    rows: [
      "rw xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5C /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5C /r /is4 | amd sse5",
      "rw xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5C /r /is4 | amd sse5",
      "rw ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5C /r /is4 | amd sse5",
    ],
  },
  vfmsubaddpd: {
    title: "VFMSUBADDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5F /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5F /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5F /r /is4 | amd sse5",
    ],
  },
  vfmsubaddps: {
    title: "VFMSUBADDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 5E /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 5E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 5E /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 5E /r /is4 | amd sse5",
    ],
  },
  vfmsubpd: {
    title: "VFMSUBPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 6D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 6D /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 6D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 6D /r /is4 | amd sse5",
    ],
  },
  vfmsubps: {
    title: "VFMSUBPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 6C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 6C /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 6C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 6C /r /is4 | amd sse5",
    ],
  },
  vfmsubsd: {
    title: "VFMSUBSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 6F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 6F /r /is4 | amd sse5",
    ],
  },
  vfmsubss: {
    title: "VFMSUBSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 6E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 6E /r /is4 | amd sse5",
    ],
  },
  vfnmaddpd: {
    title: "VFNMADDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 79 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 79 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 79 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 79 /r /is4 | amd sse5",
    ],
  },
  vfnmaddps: {
    title: "VFNMADDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 78 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 78 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 78 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 78 /r /is4 | amd sse5",
    ],
  },
  vfnmaddsd: {
    title: "VFNMADDSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 7B /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 7B /r /is4 | amd sse5",
    ],
  },
  vfnmaddss: {
    title: "VFNMADDSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 7A /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 7A /r /is4 | amd sse5",
    ],
  },
  vfnmsubpd: {
    title: "VFNMSUBPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 7D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 7D /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 7D /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 7D /r /is4 | amd sse5",
    ],
  },
  vfnmsubps: {
    title: "VFNMSUBPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.L0.66.0F3A.W0 7C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.L1.66.0F3A.W0 7C /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | VEX.L0.66.0F3A.W1 7C /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | VEX.L1.66.0F3A.W1 7C /r /is4 | amd sse5",
    ],
  },
  vfnmsubsd: {
    title: "VFNMSUBSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r xmm | RVMS | VEX.L0.66.0F3A.W0 7F /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m64 | RVSM | VEX.L0.66.0F3A.W1 7F /r /is4 | amd sse5",
    ],
  },
  vfnmsubss: {
    title: "VFNMSUBSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r xmm | RVMS | VEX.L0.66.0F3A.W0 7E /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m32 | RVSM | VEX.L0.66.0F3A.W1 7E /r /is4 | amd sse5",
    ],
  },
  vfrczpd: {
    title: "VFRCZPD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 81 /r | amd sse5",
      "w ymm, r [ymm/m256] | RM | XOP.L1.MAP9.W0 81 /r | amd sse5",
    ],
  },
  vfrczps: {
    title: "VFRCZPS",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 80 /r | amd sse5",
      "w ymm, r [ymm/m256] | RM | XOP.L1.MAP9.W0 80 /r | amd sse5",
    ],
  },
  vfrczsd: {
    title: "VFRCZSD",
    rows: [
      "w xmm, r [xmm/m64] | RM | XOP.L0.MAP9.W0 83 /r | amd sse5",
    ],
  },
  vfrczss: {
    title: "VFRCZSS",
    rows: [
      "w xmm, r [xmm/m32] | RM | XOP.L0.MAP9.W0 82 /r | amd sse5",
    ],
  },
  vpcmov: {
    title: "VPCMOV",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A2 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | XOP.L1.MAP8.W0 A2 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | XOP.L0.MAP8.W1 A2 /r /is4 | amd sse5",
      "w ymm, r [ymm], r ymm, r ymm/m256 | RVSM | XOP.L1.MAP8.W1 A2 /r /is4 | amd sse5",
    ],
  },
  vpcomb: {
    title: "VPCOMB",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CC /r ib | amd sse5",
    ],
  },
  vpcomd: {
    title: "VPCOMD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CE /r ib | amd sse5",
    ],
  },
  vpcomq: {
    title: "VPCOMQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CF /r ib | amd sse5",
    ],
  },
  vpcomub: {
    title: "VPCOMUB",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EC /r ib | amd sse5",
    ],
  },
  vpcomud: {
    title: "VPCOMUD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EE /r ib | amd sse5",
    ],
  },
  vpcomuq: {
    title: "VPCOMUQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 EF /r ib | amd sse5",
    ],
  },
  vpcomuw: {
    title: "VPCOMUW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 ED /r ib | amd sse5",
    ],
  },
  vpcomw: {
    title: "VPCOMW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | XOP.L0.MAP8.W0 CD /r ib | amd sse5",
    ],
  },
  vphaddbd: {
    title: "VPHADDBD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C2 /r | amd sse5",
    ],
  },
  vphaddbq: {
    title: "VPHADDBQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C3 /r | amd sse5",
    ],
  },
  vphaddbw: {
    title: "VPHADDBW",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C1 /r | amd sse5",
    ],
  },
  vphadddq: {
    title: "VPHADDDQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 CB /r | amd sse5",
    ],
  },
  vphaddubd: {
    title: "VPHADDUBD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D2 /r | amd sse5",
    ],
  },
  vphaddubq: {
    title: "VPHADDUBQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D3 /r | amd sse5",
    ],
  },
  vphaddubw: {
    title: "VPHADDUBW",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D1 /r | amd sse5",
    ],
  },
  vphaddudq: {
    title: "VPHADDUDQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 DB /r | amd sse5",
    ],
  },
  vphadduwd: {
    title: "VPHADDUWD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D6 /r | amd sse5",
    ],
  },
  vphadduwq: {
    title: "VPHADDUWQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 D7 /r | amd sse5",
    ],
  },
  vphaddwd: {
    title: "VPHADDWD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C6 /r | amd sse5",
    ],
  },
  vphaddwq: {
    title: "VPHADDWQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 C7 /r | amd sse5",
    ],
  },
  vphsubbw: {
    title: "VPHSUBBW",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E1 /r | amd sse5",
    ],
  },
  vphsubdq: {
    title: "VPHSUBDQ",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E3 /r | amd sse5",
    ],
  },
  vphsubwd: {
    title: "VPHSUBWD",
    rows: [
      "w xmm, r [xmm/m128] | RM | XOP.L0.MAP9.W0 E2 /r | amd sse5",
    ],
  },
  vpmacsdd: {
    title: "VPMACSDD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 9E /r /is4 | amd sse5",
    ],
  },
  vpmacsdqh: {
    title: "VPMACSDQH",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 9F /r /is4 | amd sse5",
    ],
  },
  vpmacsdql: {
    title: "VPMACSDQL",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 97 /r /is4 | amd sse5",
    ],
  },
  vpmacssdd: {
    title: "VPMACSSDD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 8E /r /is4 | amd sse5",
    ],
  },
  vpmacssdqh: {
    title: "VPMACSSDQH",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 8F /r /is4 | amd sse5",
    ],
  },
  vpmacssdql: {
    title: "VPMACSSDQL",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 87 /r /is4 | amd sse5",
    ],
  },
  vpmacsswd: {
    title: "VPMACSSWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 86 /r /is4 | amd sse5",
    ],
  },
  vpmacssww: {
    title: "VPMACSSWW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 85 /r /is4 | amd sse5",
    ],
  },
  vpmacswd: {
    title: "VPMACSWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 96 /r /is4 | amd sse5",
    ],
  },
  vpmacsww: {
    title: "VPMACSWW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 95 /r /is4 | amd sse5",
    ],
  },
  vpmadcsswd: {
    title: "VPMADCSSWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A6 /r /is4 | amd sse5",
    ],
  },
  vpmadcswd: {
    title: "VPMADCSWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 B6 /r /is4 | amd sse5",
    ],
  },
  vpperm: {
    title: "VPPERM",
    rows: [
      "w xmm, r [xmm], r xmm, r xmm/m128 | RVSM | XOP.L0.MAP8.W1 A3 /r /is4 | amd sse5",
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | XOP.L0.MAP8.W0 A3 /r /is4 | amd sse5",
    ],
  },
  vprotb: {
    title: "VPROTB",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 90 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 90 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C0 /r ib | amd sse5",
    ],
  },
  vprotd: {
    title: "VPROTD",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 92 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 92 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C2 /r ib | amd sse5",
    ],
  },
  vprotq: {
    title: "VPROTQ",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 93 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 93 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C3 /r ib | amd sse5",
    ],
  },
  vprotw: {
    title: "VPROTW",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 91 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 91 /r | amd sse5",
      "w xmm, r [xmm/m128], r imm8 | RMI | XOP.L0.MAP8.W0 C1 /r ib | amd sse5",
    ],
  },
  vpshab: {
    title: "VPSHAB",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 98 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 98 /r | amd sse5",
    ],
  },
  vpshad: {
    title: "VPSHAD",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 9A /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 9A /r | amd sse5",
    ],
  },
  vpshaq: {
    title: "VPSHAQ",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 9B /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 9B /r | amd sse5",
    ],
  },
  vpshaw: {
    title: "VPSHAW",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 99 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 99 /r | amd sse5",
    ],
  },
  vpshlb: {
    title: "VPSHLB",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 94 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 94 /r | amd sse5",
    ],
  },
  vpshld: {
    title: "VPSHLD",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 96 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 96 /r | amd sse5",
    ],
  },
  vpshlq: {
    title: "VPSHLQ",
    rows: [
      "w xmm, r [xmm/m128], r xmm | RMV | XOP.L0.MAP9.W0 97 /r | amd sse5",
      "w xmm, r [xmm], r xmm/m128 | RVM | XOP.L0.MAP9.W1 97 /r | amd sse5",
    ],
  },
  vpshlw: {
    title: "VPSHLW",
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
    title: "BLCI",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 02 /6 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 02 /6 | 64only future tbm",
    ],
  },
  blcic: {
    title: "BLCIC",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /5 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /5 | 64only future tbm",
    ],
  },
  blsic: {
    title: "BLSIC",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /6 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /6 | 64only future tbm",
    ],
  },
  blcfill: {
    title: "BLCFILL",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /1 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /1 | 64only future tbm",
    ],
  },
  blsfill: {
    title: "BLSFILL",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /2 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /2 | 64only future tbm",
    ],
  },
  blcmsk: {
    title: "BLCMSK",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 02 /1 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 02 /1 | 64only future tbm",
    ],
  },
  blcs: {
    title: "BLCS",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /3 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /3 | 64only future tbm",
    ],
  },
  tzmsk: {
    title: "TZMSK",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /4 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /4 | 64only future tbm",
    ],
  },
  t1mskc: {
    title: "T1MSKC",
    rows: [
      "w r32, r r/m32 | VM | XOP.LZ.MAP9.W0 01 /7 | future tbm",
      "w r64, r r/m64 | VM | XOP.LZ.MAP9.W1 01 /7 | 64only future tbm",
    ],
  },
} as const satisfies Family;
