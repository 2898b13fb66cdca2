// AVX, AVX2 and later VEX-encoded vector instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import { perCondition } from "./conditions.ts";
import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx = {
  vaddpd: {
    title: "VADDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 58 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddps: {
    title: "VADDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 58 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddsd: {
    title: "VADDSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddss: {
    title: "VADDSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddsubpd: {
    title: "VADDSUBPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D0 /r | avx sandybridge",
    ],
  },
  vaddsubps: {
    title: "VADDSUBPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG D0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG D0 /r | avx sandybridge",
    ],
  },
  vandpd: {
    title: "VANDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 54 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 54 /r | avx sandybridge",
    ],
  },
  vandps: {
    title: "VANDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 54 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 54 /r | avx sandybridge",
    ],
  },
  vandnpd: {
    title: "VANDNPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 55 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 55 /r | avx sandybridge",
    ],
  },
  vandnps: {
    title: "VANDNPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 55 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 55 /r | avx sandybridge",
    ],
  },
  vblendpd: {
    title: "VBLENDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0D /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0D /r ib | avx sandybridge",
    ],
  },
  vblendps: {
    title: "VBLENDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0C /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0C /r ib | avx sandybridge",
    ],
  },
  vblendvpd: {
    title: "VBLENDVPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4B /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.W0 4B /r /is4 | avx sandybridge",
    ],
  },
  vblendvps: {
    title: "VBLENDVPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4A /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.W0 4A /r /is4 | avx sandybridge",
    ],
  },
  vbroadcastss: {
    title: "VBROADCASTSS",
    rows: [
      "w xmm, r m32 | RM | VEX.128.66.0F38.W0 18 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.W0 18 /r | avx sandybridge",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 18 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 18 /r | future avx2",
    ],
  },
  vbroadcastsd: {
    title: "VBROADCASTSD",
    rows: [
      "w ymm, r m64 | RM | VEX.256.66.0F38.W0 19 /r | avx sandybridge",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 19 /r | future avx2",
    ],
  },
  vbroadcastf128: {
    title: "VBROADCASTF128",
    rows: [
      "w ymm, r m128 | RM | VEX.256.66.0F38.W0 1A /r | avx sandybridge",
    ],
  },
  vcmppd: {
    title: "VCMPPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F.WIG C2 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpps: {
    title: "VCMPPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.0F.WIG C2 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpsd: {
    title: "VCMPSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.LIG.F2.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpss: {
    title: "VCMPSS",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.LIG.F3.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcomisd: {
    title: "VCOMISD",
    rows: [
      "r xmm, r xmm/m64 | RM | VEX.LIG.66.0F.WIG 2F /r | avx sandybridge",
    ],
  },
  vcomiss: {
    title: "VCOMISS",
    rows: [
      "r xmm, r xmm/m32 | RM | VEX.LIG.0F.WIG 2F /r | avx sandybridge",
    ],
  },
  vcvtdq2pd: {
    title: "VCVTDQ2PD",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.F3.0F.WIG E6 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.F3.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvtdq2ps: {
    title: "VCVTDQ2PS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvtpd2dq: {
    title: "VCVTPD2DQ",
    rows: [
      "w xmm, r xmm | RM | VEX.128.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.F2.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvtpd2ps: {
    title: "VCVTPD2PS",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.66.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtps2dq: {
    title: "VCVTPS2DQ",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvtps2pd: {
    title: "VCVTPS2PD",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.0F.WIG 5A /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtsd2si: {
    title: "VCVTSD2SI",
    rows: [
      "w r32, r xmm/m64 | RM | VEX.LIG.F2.0F.W0 2D /r | avx sandybridge",
      "w r64, r xmm/m64 | RM | VEX.LIG.F2.0F.W1 2D /r | avx sandybridge 64only",
    ],
  },
  vcvtsd2ss: {
    title: "VCVTSD2SS",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtsi2sd: {
    title: "VCVTSI2SD",
    rows: [
      "w xmm, r [xmm], r r/m32? | RVM | VEX.LIG.F2.0F.W0 2A /r | avx sandybridge",
      "w xmm, r [xmm], r m32? | RVM | VEX.LIG.F2.0F.W0 2A /r | avx sandybridge nd",
      "w xmm, r [xmm], r r/m64? | RVM | VEX.LIG.F2.0F.W1 2A /r | avx sandybridge 64only",
    ],
  },
  vcvtsi2ss: {
    title: "VCVTSI2SS",
    rows: [
      "w xmm, r [xmm], r r/m32? | RVM | VEX.LIG.F3.0F.W0 2A /r | avx sandybridge",
      "w xmm, r [xmm], r m32? | RVM | VEX.LIG.F3.0F.W0 2A /r | avx sandybridge nd",
      "w xmm, r [xmm], r r/m64? | RVM | VEX.LIG.F3.0F.W1 2A /r | avx sandybridge 64only",
    ],
  },
  vcvtss2sd: {
    title: "VCVTSS2SD",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtss2si: {
    title: "VCVTSS2SI",
    rows: [
      "w r32, r xmm/m32 | RM | VEX.LIG.F3.0F.W0 2D /r | avx sandybridge",
      "w r64, r xmm/m32 | RM | VEX.LIG.F3.0F.W1 2D /r | avx sandybridge 64only",
    ],
  },
  vcvttpd2dq: {
    title: "VCVTTPD2DQ",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.66.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvttps2dq: {
    title: "VCVTTPS2DQ",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvttsd2si: {
    title: "VCVTTSD2SI",
    rows: [
      "w r32, r xmm/m64 | RM | VEX.LIG.F2.0F.W0 2C /r | avx sandybridge",
      "w r64, r xmm/m64 | RM | VEX.LIG.F2.0F.W1 2C /r | avx sandybridge 64only",
    ],
  },
  vcvttss2si: {
    title: "VCVTTSS2SI",
    rows: [
      "w r32, r xmm/m32 | RM | VEX.LIG.F3.0F.W0 2C /r | avx sandybridge",
      "w r64, r xmm/m32 | RM | VEX.LIG.F3.0F.W1 2C /r | avx sandybridge 64only",
    ],
  },
  vdivpd: {
    title: "VDIVPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivps: {
    title: "VDIVPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivsd: {
    title: "VDIVSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivss: {
    title: "VDIVSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdppd: {
    title: "VDPPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 41 /r ib | avx sandybridge",
    ],
  },
  vdpps: {
    title: "VDPPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 40 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 40 /r ib | avx sandybridge",
    ],
  },
  vextractf128: {
    title: "VEXTRACTF128",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 19 /r ib | avx sandybridge",
    ],
  },
  vextractps: {
    title: "VEXTRACTPS",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 17 /r ib | avx sandybridge",
    ],
  },
  vhaddpd: {
    title: "VHADDPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 7C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 7C /r | avx sandybridge",
    ],
  },
  vhaddps: {
    title: "VHADDPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG 7C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG 7C /r | avx sandybridge",
    ],
  },
  vhsubpd: {
    title: "VHSUBPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 7D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 7D /r | avx sandybridge",
    ],
  },
  vhsubps: {
    title: "VHSUBPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG 7D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG 7D /r | avx sandybridge",
    ],
  },
  vinsertf128: {
    title: "VINSERTF128",
    rows: [
      "w ymm, r [ymm], r xmm/m128, r imm8 | RVMI | VEX.256.66.0F3A.W0 18 /r ib | avx sandybridge",
    ],
  },
  vinsertps: {
    title: "VINSERTPS",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r imm8 | RVMI | VEX.128.66.0F3A.WIG 21 /r ib | avx sandybridge",
    ],
  },
  vlddqu: {
    title: "VLDDQU",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F2.0F.WIG F0 /r | avx sandybridge",
      "w ymm, r m256 | RM | VEX.256.F2.0F.WIG F0 /r | avx sandybridge",
    ],
  },
  vldmxcsr: {
    title: "VLDMXCSR",
    rows: [
      "r m32 | M | VEX.LZ.0F.WIG AE /2 | avx sandybridge",
    ],
  },
  vmaskmovdqu: {
    title: "VMASKMOVDQU",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG F7 /r | avx sandybridge",
    ],
  },
  vmaskmovps: {
    title: "VMASKMOVPS",
    rows: [
      "w xmm, r xmm, r m128 | RVM | VEX.128.66.0F38.W0 2C /r | avx sandybridge",
      "w ymm, r ymm, r m256 | RVM | VEX.256.66.0F38.W0 2C /r | avx sandybridge",
      "w m128?, r xmm, r xmm | MVR | VEX.128.66.0F38.W0 2E /r | avx sandybridge",
      "w m256?, r ymm, r ymm | MVR | VEX.256.66.0F38.W0 2E /r | avx sandybridge",
    ],
  },
  vmaskmovpd: {
    title: "VMASKMOVPD",
    rows: [
      "w xmm, r xmm, r m128 | RVM | VEX.128.66.0F38.W0 2D /r | avx sandybridge",
      "w ymm, r ymm, r m256 | RVM | VEX.256.66.0F38.W0 2D /r | avx sandybridge",
      "w m128, r xmm, r xmm | MVR | VEX.128.66.0F38.W0 2F /r | avx sandybridge",
      "w m256, r ymm, r ymm | MVR | VEX.256.66.0F38.W0 2F /r | avx sandybridge",
    ],
  },
  vmaxpd: {
    title: "VMAXPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxps: {
    title: "VMAXPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxsd: {
    title: "VMAXSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxss: {
    title: "VMAXSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vminpd: {
    title: "VMINPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminps: {
    title: "VMINPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminsd: {
    title: "VMINSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminss: {
    title: "VMINSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vmovapd: {
    title: "VMOVAPD",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 28 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 29 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 28 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 29 /r | avx sandybridge",
    ],
  },
  vmovaps: {
    title: "VMOVAPS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 28 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.0F.WIG 29 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 28 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.0F.WIG 29 /r | avx sandybridge",
    ],
  },
  vmovd: {
    title: "VMOVD",
    rows: [
      "w xmm, r r/m32 | RM | VEX.128.66.0F.W0 6E /r | avx sandybridge",
      "w r/m32, r xmm | MR | VEX.128.66.0F.W0 7E /r | avx sandybridge",
    ],
  },
  vmovq: {
    title: "VMOVQ",
    rows: [
      "w xmm, r xmm/m64? | RM | VEX.128.F3.0F.WIG 7E /r | avx sandybridge",
      "w xmm/m64?, r xmm | MR | VEX.128.66.0F.WIG D6 /r | avx sandybridge",
      "w xmm, r r/m64? | RM | VEX.128.66.0F.W1 6E /r | avx sandybridge 64only",
      "w r/m64?, r xmm | MR | VEX.128.66.0F.W1 7E /r | avx sandybridge 64only",
    ],
  },
  vmovddup: {
    title: "VMOVDDUP",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.F2.0F.WIG 12 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F2.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovdqa: {
    title: "VMOVDQA",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 6F /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 7F /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovdqu: {
    title: "VMOVDQU",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 6F /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.F3.0F.WIG 7F /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.F3.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovhlps: {
    title: "VMOVHLPS",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.128.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovhpd: {
    title: "VMOVHPD",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.66.0F.WIG 16 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.66.0F.WIG 17 /r | avx sandybridge",
    ],
  },
  vmovhps: {
    title: "VMOVHPS",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.0F.WIG 16 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.0F.WIG 17 /r | avx sandybridge",
    ],
  },
  vmovlhps: {
    title: "VMOVLHPS",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.128.0F.WIG 16 /r | avx sandybridge",
    ],
  },
  vmovlpd: {
    title: "VMOVLPD",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.66.0F.WIG 12 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.66.0F.WIG 13 /r | avx sandybridge",
    ],
  },
  vmovlps: {
    title: "VMOVLPS",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.0F.WIG 12 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.0F.WIG 13 /r | avx sandybridge",
    ],
  },
  vmovmskpd: {
    title: "VMOVMSKPD",
    rows: [
      "w r64, r xmm | RM | VEX.128.66.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.66.0F.WIG 50 /r | avx sandybridge",
      "w r64, r ymm | RM | VEX.256.66.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r ymm | RM | VEX.256.66.0F.WIG 50 /r | avx sandybridge",
    ],
  },
  vmovmskps: {
    title: "VMOVMSKPS",
    rows: [
      "w r64, r xmm | RM | VEX.128.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.0F.WIG 50 /r | avx sandybridge",
      "w r64, r ymm | RM | VEX.256.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r ymm | RM | VEX.256.0F.WIG 50 /r | avx sandybridge",
    ],
  },
  vmovntdq: {
    title: "VMOVNTDQ",
    rows: [
      "w m128, r xmm | MR | VEX.128.66.0F.WIG E7 /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.66.0F.WIG E7 /r | avx sandybridge",
    ],
  },
  vmovntdqa: {
    title: "VMOVNTDQA",
    rows: [
      "w xmm, r m128 | RM | VEX.128.66.0F38.WIG 2A /r | avx sandybridge",
      "w ymm, r m256 | RM | VEX.256.66.0F38.WIG 2A /r | future avx2",
    ],
  },
  vmovntpd: {
    title: "VMOVNTPD",
    rows: [
      "w m128, r xmm | MR | VEX.128.66.0F.WIG 2B /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.66.0F.WIG 2B /r | avx sandybridge",
    ],
  },
  vmovntps: {
    title: "VMOVNTPS",
    rows: [
      "w m128, r xmm | MR | VEX.128.0F.WIG 2B /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.0F.WIG 2B /r | avx sandybridge",
    ],
  },
  vmovsd: {
    title: "VMOVSD",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.LIG.F2.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r m64 | RM | VEX.LIG.F2.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r [xmm], r xmm | MVR | VEX.LIG.F2.0F.WIG 11 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.LIG.F2.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovshdup: {
    title: "VMOVSHDUP",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 16 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 16 /r | avx sandybridge",
    ],
  },
  vmovsldup: {
    title: "VMOVSLDUP",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 12 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovss: {
    title: "VMOVSS",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.LIG.F3.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r m32 | RM | VEX.LIG.F3.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r [xmm], r xmm | MVR | VEX.LIG.F3.0F.WIG 11 /r | avx sandybridge",
      "w m32, r xmm | MR | VEX.LIG.F3.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovupd: {
    title: "VMOVUPD",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 10 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 11 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 10 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovups: {
    title: "VMOVUPS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 10 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.0F.WIG 11 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 10 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmpsadbw: {
    title: "VMPSADBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 42 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 42 /r ib | future avx2",
    ],
  },
  vmulpd: {
    title: "VMULPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 59 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulps: {
    title: "VMULPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 59 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulsd: {
    title: "VMULSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulss: {
    title: "VMULSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vorpd: {
    title: "VORPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 56 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 56 /r | avx sandybridge",
    ],
  },
  vorps: {
    title: "VORPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 56 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 56 /r | avx sandybridge",
    ],
  },
  vpabsb: {
    title: "VPABSB",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1C /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1C /r | future avx2",
    ],
  },
  vpabsw: {
    title: "VPABSW",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1D /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1D /r | future avx2",
    ],
  },
  vpabsd: {
    title: "VPABSD",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1E /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1E /r | future avx2",
    ],
  },
  vpacksswb: {
    title: "VPACKSSWB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 63 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 63 /r | future avx2",
    ],
  },
  vpackssdw: {
    title: "VPACKSSDW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6B /r | future avx2",
    ],
  },
  vpackuswb: {
    title: "VPACKUSWB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 67 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 67 /r | future avx2",
    ],
  },
  vpackusdw: {
    title: "VPACKUSDW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 2B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 2B /r | future avx2",
    ],
  },
  vpaddb: {
    title: "VPADDB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FC /r | future avx2",
    ],
  },
  vpaddw: {
    title: "VPADDW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FD /r | future avx2",
    ],
  },
  vpaddd: {
    title: "VPADDD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FE /r | future avx2",
    ],
  },
  vpaddq: {
    title: "VPADDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D4 /r | future avx2",
    ],
  },
  vpaddsb: {
    title: "VPADDSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EC /r | future avx2",
    ],
  },
  vpaddsw: {
    title: "VPADDSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG ED /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG ED /r | future avx2",
    ],
  },
  vpaddusb: {
    title: "VPADDUSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DC /r | future avx2",
    ],
  },
  vpaddusw: {
    title: "VPADDUSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DD /r | future avx2",
    ],
  },
  vpalignr: {
    title: "VPALIGNR",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0F /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0F /r ib | future avx2",
    ],
  },
  vpand: {
    title: "VPAND",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DB /r | future avx2",
    ],
  },
  vpandn: {
    title: "VPANDN",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DF /r | future avx2",
    ],
  },
  vpavgb: {
    title: "VPAVGB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E0 /r | future avx2",
    ],
  },
  vpavgw: {
    title: "VPAVGW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E3 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E3 /r | future avx2",
    ],
  },
  vpblendvb: {
    title: "VPBLENDVB",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4C /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.WIG 4C /r /is4 | future avx2",
    ],
  },
  vpblendw: {
    title: "VPBLENDW",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0E /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0E /r ib | future avx2",
    ],
  },
  vpcmpestri: {
    title: "VPCMPESTRI",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 61 /r ib | avx sandybridge",
    ],
  },
  vpcmpestrm: {
    title: "VPCMPESTRM",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 60 /r ib | avx sandybridge",
    ],
  },
  vpcmpistri: {
    title: "VPCMPISTRI",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 63 /r ib | avx sandybridge",
    ],
  },
  vpcmpistrm: {
    title: "VPCMPISTRM",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 62 /r ib | avx sandybridge",
    ],
  },
  vpcmpeqb: {
    title: "VPCMPEQB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 74 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 74 /r | future avx2",
    ],
  },
  vpcmpeqw: {
    title: "VPCMPEQW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 75 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 75 /r | future avx2",
    ],
  },
  vpcmpeqd: {
    title: "VPCMPEQD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 76 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 76 /r | future avx2",
    ],
  },
  vpcmpeqq: {
    title: "VPCMPEQQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 29 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 29 /r | future avx2",
    ],
  },
  vpcmpgtb: {
    title: "VPCMPGTB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 64 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 64 /r | future avx2",
    ],
  },
  vpcmpgtw: {
    title: "VPCMPGTW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 65 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 65 /r | future avx2",
    ],
  },
  vpcmpgtd: {
    title: "VPCMPGTD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 66 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 66 /r | future avx2",
    ],
  },
  vpcmpgtq: {
    title: "VPCMPGTQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 37 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 37 /r | future avx2",
    ],
  },
  vpermilpd: {
    title: "VPERMILPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 0D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 0D /r | avx sandybridge",
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.W0 05 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W0 05 /r ib | avx sandybridge",
    ],
  },
  vpermilps: {
    title: "VPERMILPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 0C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 0C /r | avx sandybridge",
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.W0 04 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W0 04 /r ib | avx sandybridge",
    ],
  },
  vperm2f128: {
    title: "VPERM2F128",
    rows: [
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 06 /r ib | avx sandybridge",
    ],
  },
  vpextrb: {
    title: "VPEXTRB",
    rows: [
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 14 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 14 /r ib | avx sandybridge",
      "w m8, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 14 /r ib | avx sandybridge",
    ],
  },
  vpextrw: {
    title: "VPEXTRW",
    rows: [
      "w r64, r xmm, r imm8 | RMI | VEX.128.66.0F.W0 C5 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | RMI | VEX.128.66.0F.W0 C5 /r ib | avx sandybridge",
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 15 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 15 /r ib | avx sandybridge",
      "w m16, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 15 /r ib | avx sandybridge",
    ],
  },
  vpextrd: {
    title: "VPEXTRD",
    rows: [
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 16 /r ib | avx sandybridge 64only",
      "w r/m32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 16 /r ib | avx sandybridge",
    ],
  },
  vpextrq: {
    title: "VPEXTRQ",
    rows: [
      "w r/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W1 16 /r ib | avx sandybridge 64only",
    ],
  },
  vphaddw: {
    title: "VPHADDW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 01 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 01 /r | future avx2",
    ],
  },
  vphaddd: {
    title: "VPHADDD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 02 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 02 /r | future avx2",
    ],
  },
  vphaddsw: {
    title: "VPHADDSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 03 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 03 /r | future avx2",
    ],
  },
  vphminposuw: {
    title: "VPHMINPOSUW",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 41 /r | avx sandybridge",
    ],
  },
  vphsubw: {
    title: "VPHSUBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 05 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 05 /r | future avx2",
    ],
  },
  vphsubd: {
    title: "VPHSUBD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 06 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 06 /r | future avx2",
    ],
  },
  vphsubsw: {
    title: "VPHSUBSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 07 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 07 /r | future avx2",
    ],
  },
  vpinsrb: {
    title: "VPINSRB",
    rows: [
      "w xmm, r [xmm], r m8, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m8, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r32, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
    ],
  },
  vpinsrw: {
    title: "VPINSRW",
    rows: [
      "w xmm, r [xmm], r m16, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m16, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r32, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
    ],
  },
  vpinsrd: {
    title: "VPINSRD",
    rows: [
      "w xmm, r [xmm], r m32, r imm8 | RVMI | VEX.128.66.0F3A.W0 22 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m32, r imm8 | RVMI | VEX.128.66.0F3A.W0 22 /r ib | avx sandybridge",
    ],
  },
  vpinsrq: {
    title: "VPINSRQ",
    rows: [
      "w xmm, r [xmm], r m64, r imm8 | RVMI | VEX.128.66.0F3A.W1 22 /r ib | avx sandybridge 64only",
      "w xmm, r [xmm], r r/m64, r imm8 | RVMI | VEX.128.66.0F3A.W1 22 /r ib | avx sandybridge 64only",
    ],
  },
  vpmaddwd: {
    title: "VPMADDWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F5 /r | future avx2",
    ],
  },
  vpmaddubsw: {
    title: "VPMADDUBSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 04 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 04 /r | future avx2",
    ],
  },
  vpmaxsb: {
    title: "VPMAXSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3C /r | future avx2",
    ],
  },
  vpmaxsw: {
    title: "VPMAXSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EE /r | future avx2",
    ],
  },
  vpmaxsd: {
    title: "VPMAXSD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3D /r | future avx2",
    ],
  },
  vpmaxub: {
    title: "VPMAXUB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DE /r | future avx2",
    ],
  },
  vpmaxuw: {
    title: "VPMAXUW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3E /r | future avx2",
    ],
  },
  vpmaxud: {
    title: "VPMAXUD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3F /r | future avx2",
    ],
  },
  vpminsb: {
    title: "VPMINSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 38 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 38 /r | future avx2",
    ],
  },
  vpminsw: {
    title: "VPMINSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EA /r | future avx2",
    ],
  },
  vpminsd: {
    title: "VPMINSD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 39 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 39 /r | future avx2",
    ],
  },
  vpminub: {
    title: "VPMINUB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DA /r | future avx2",
    ],
  },
  vpminuw: {
    title: "VPMINUW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3A /r | future avx2",
    ],
  },
  vpminud: {
    title: "VPMINUD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3B /r | future avx2",
    ],
  },
  vpmovmskb: {
    title: "VPMOVMSKB",
    rows: [
      "w r64, r xmm | RM | VEX.128.66.0F.WIG D7 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.66.0F.WIG D7 /r | avx sandybridge",
      "w r32, r ymm | RM | VEX.256.66.0F.WIG D7 /r | future avx2",
      "w r64, r ymm | RM | VEX.256.66.0F.WIG D7 /r | future avx2",
    ],
  },
  vpmovsxbw: {
    title: "VPMOVSXBW",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 20 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 20 /r | future avx2",
    ],
  },
  vpmovsxbd: {
    title: "VPMOVSXBD",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 21 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 21 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 21 /r | future avx2",
    ],
  },
  vpmovsxbq: {
    title: "VPMOVSXBQ",
    rows: [
      "w xmm, r xmm/m16 | RM | VEX.128.66.0F38.WIG 22 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.WIG 22 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 22 /r | future avx2",
    ],
  },
  vpmovsxwd: {
    title: "VPMOVSXWD",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 23 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 23 /r | future avx2",
    ],
  },
  vpmovsxwq: {
    title: "VPMOVSXWQ",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 24 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 24 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 24 /r | future avx2",
    ],
  },
  vpmovsxdq: {
    title: "VPMOVSXDQ",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 25 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 25 /r | future avx2",
    ],
  },
  vpmovzxbw: {
    title: "VPMOVZXBW",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 30 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 30 /r | future avx2",
    ],
  },
  vpmovzxbd: {
    title: "VPMOVZXBD",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 31 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 31 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 31 /r | future avx2",
    ],
  },
  vpmovzxbq: {
    title: "VPMOVZXBQ",
    rows: [
      "w xmm, r xmm/m16 | RM | VEX.128.66.0F38.WIG 32 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.WIG 32 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 32 /r | future avx2",
    ],
  },
  vpmovzxwd: {
    title: "VPMOVZXWD",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 33 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 33 /r | future avx2",
    ],
  },
  vpmovzxwq: {
    title: "VPMOVZXWQ",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 34 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 34 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 34 /r | future avx2",
    ],
  },
  vpmovzxdq: {
    title: "VPMOVZXDQ",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 35 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 35 /r | future avx2",
    ],
  },
  vpmulhuw: {
    title: "VPMULHUW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E4 /r | future avx2",
    ],
  },
  vpmulhrsw: {
    title: "VPMULHRSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 0B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 0B /r | future avx2",
    ],
  },
  vpmulhw: {
    title: "VPMULHW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E5 /r | future avx2",
    ],
  },
  vpmullw: {
    title: "VPMULLW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D5 /r | future avx2",
    ],
  },
  vpmulld: {
    title: "VPMULLD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 40 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 40 /r | future avx2",
    ],
  },
  vpmuludq: {
    title: "VPMULUDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F4 /r | future avx2",
    ],
  },
  vpmuldq: {
    title: "VPMULDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 28 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 28 /r | future avx2",
    ],
  },
  vpor: {
    title: "VPOR",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EB /r | future avx2",
    ],
  },
  vpsadbw: {
    title: "VPSADBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F6 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F6 /r | future avx2",
    ],
  },
  vpshufb: {
    title: "VPSHUFB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 00 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 00 /r | future avx2",
    ],
  },
  vpshufd: {
    title: "VPSHUFD",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpshufhw: {
    title: "VPSHUFHW",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.F3.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.F3.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpshuflw: {
    title: "VPSHUFLW",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.F2.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.F2.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpsignb: {
    title: "VPSIGNB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 08 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 08 /r | future avx2",
    ],
  },
  vpsignw: {
    title: "VPSIGNW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 09 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 09 /r | future avx2",
    ],
  },
  vpsignd: {
    title: "VPSIGND",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 0A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 0A /r | future avx2",
    ],
  },
  vpslldq: {
    title: "VPSLLDQ",
    rows: [
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /7 ib | avx sandybridge",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /7 ib | future avx2",
    ],
  },
  vpsrldq: {
    title: "VPSRLDQ",
    rows: [
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /3 ib | avx sandybridge",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /3 ib | future avx2",
    ],
  },
  vpsllw: {
    title: "VPSLLW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /6 ib | future avx2",
    ],
  },
  vpslld: {
    title: "VPSLLD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /6 ib | future avx2",
    ],
  },
  vpsllq: {
    title: "VPSLLQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F3 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F3 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /6 ib | future avx2",
    ],
  },
  vpsraw: {
    title: "VPSRAW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /4 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG E1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /4 ib | future avx2",
    ],
  },
  vpsrad: {
    title: "VPSRAD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /4 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG E2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /4 ib | future avx2",
    ],
  },
  vpsrlw: {
    title: "VPSRLW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /2 ib | future avx2",
    ],
  },
  vpsrld: {
    title: "VPSRLD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /2 ib | future avx2",
    ],
  },
  vpsrlq: {
    title: "VPSRLQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D3 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D3 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /2 ib | future avx2",
    ],
  },
  vptest: {
    title: "VPTEST",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 17 /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 17 /r | avx sandybridge",
    ],
  },
  vpsubb: {
    title: "VPSUBB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F8 /r | future avx2",
    ],
  },
  vpsubw: {
    title: "VPSUBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F9 /r | future avx2",
    ],
  },
  vpsubd: {
    title: "VPSUBD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FA /r | future avx2",
    ],
  },
  vpsubq: {
    title: "VPSUBQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FB /r | future avx2",
    ],
  },
  vpsubsb: {
    title: "VPSUBSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E8 /r | future avx2",
    ],
  },
  vpsubsw: {
    title: "VPSUBSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E9 /r | future avx2",
    ],
  },
  vpsubusb: {
    title: "VPSUBUSB",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D8 /r | future avx2",
    ],
  },
  vpsubusw: {
    title: "VPSUBUSW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D9 /r | future avx2",
    ],
  },
  vpunpckhbw: {
    title: "VPUNPCKHBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 68 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 68 /r | future avx2",
    ],
  },
  vpunpckhwd: {
    title: "VPUNPCKHWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 69 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 69 /r | future avx2",
    ],
  },
  vpunpckhdq: {
    title: "VPUNPCKHDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6A /r | future avx2",
    ],
  },
  vpunpckhqdq: {
    title: "VPUNPCKHQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6D /r | future avx2",
    ],
  },
  vpunpcklbw: {
    title: "VPUNPCKLBW",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 60 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 60 /r | future avx2",
    ],
  },
  vpunpcklwd: {
    title: "VPUNPCKLWD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 61 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 61 /r | future avx2",
    ],
  },
  vpunpckldq: {
    title: "VPUNPCKLDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 62 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 62 /r | future avx2",
    ],
  },
  vpunpcklqdq: {
    title: "VPUNPCKLQDQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6C /r | future avx2",
    ],
  },
  vpxor: {
    title: "VPXOR",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EF /r | future avx2",
    ],
  },
  vrcpps: {
    title: "VRCPPS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 53 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 53 /r | avx sandybridge",
    ],
  },
  vrcpss: {
    title: "VRCPSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 53 /r | avx sandybridge",
    ],
  },
  vrsqrtps: {
    title: "VRSQRTPS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 52 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 52 /r | avx sandybridge",
    ],
  },
  vrsqrtss: {
    title: "VRSQRTSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 52 /r | avx sandybridge",
    ],
  },
  vroundpd: {
    title: "VROUNDPD",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 09 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.WIG 09 /r ib | avx sandybridge",
    ],
  },
  vroundps: {
    title: "VROUNDPS",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 08 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.WIG 08 /r ib | avx sandybridge",
    ],
  },
  vroundsd: {
    title: "VROUNDSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0B /r ib | avx sandybridge",
    ],
  },
  vroundss: {
    title: "VROUNDSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0A /r ib | avx sandybridge",
    ],
  },
  vshufpd: {
    title: "VSHUFPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F.WIG C6 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F.WIG C6 /r ib | avx sandybridge",
    ],
  },
  vshufps: {
    title: "VSHUFPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.0F.WIG C6 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.0F.WIG C6 /r ib | avx sandybridge",
    ],
  },
  vsqrtpd: {
    title: "VSQRTPD",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 51 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtps: {
    title: "VSQRTPS",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 51 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtsd: {
    title: "VSQRTSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtss: {
    title: "VSQRTSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vstmxcsr: {
    title: "VSTMXCSR",
    rows: [
      "w m32 | M | VEX.128.0F.WIG AE /3 | avx sandybridge",
    ],
  },
  vsubpd: {
    title: "VSUBPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubps: {
    title: "VSUBPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubsd: {
    title: "VSUBSD",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubss: {
    title: "VSUBSS",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vtestps: {
    title: "VTESTPS",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.W0 0E /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.W0 0E /r | avx sandybridge",
    ],
  },
  vtestpd: {
    title: "VTESTPD",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.W0 0F /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.W0 0F /r | avx sandybridge",
    ],
  },
  vucomisd: {
    title: "VUCOMISD",
    rows: [
      "r xmm, r xmm/m64 | RM | VEX.LIG.66.0F.WIG 2E /r | avx sandybridge",
    ],
  },
  vucomiss: {
    title: "VUCOMISS",
    rows: [
      "r xmm, r xmm/m32 | RM | VEX.LIG.0F.WIG 2E /r | avx sandybridge",
    ],
  },
  vunpckhpd: {
    title: "VUNPCKHPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 15 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 15 /r | avx sandybridge",
    ],
  },
  vunpckhps: {
    title: "VUNPCKHPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 15 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 15 /r | avx sandybridge",
    ],
  },
  vunpcklpd: {
    title: "VUNPCKLPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 14 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 14 /r | avx sandybridge",
    ],
  },
  vunpcklps: {
    title: "VUNPCKLPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 14 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 14 /r | avx sandybridge",
    ],
  },
  vxorpd: {
    title: "VXORPD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 57 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 57 /r | avx sandybridge",
    ],
  },
  vxorps: {
    title: "VXORPS",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 57 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 57 /r | avx sandybridge",
    ],
  },
  vzeroall: {
    title: "VZEROALL",
    rows: [
      " |  | VEX.256.0F.W0 77 | avx sandybridge",
    ],
  },
  vzeroupper: {
    title: "VZEROUPPER",
    rows: [
      " |  | VEX.128.0F.W0 77 | avx sandybridge",
    ],
  },
  vcvtph2ps: {
    title: "VCVTPH2PS",
    rows: [
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.W0 13 /r | avx future",
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.W0 13 /r | avx future",
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.W0 13 /r | avx512fc16 future",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.W0 13 /r | avx512fc16 future",
    ],
  },
  vcvtps2ph: {
    title: "VCVTPS2PH",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 1D /r ib | avx future",
      "w xmm/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 1D /r ib | avx future",
      "w xmm/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 1D /r ib | avx512fc16 avx512vl future",
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 1D /r ib | avx512fc16 avx512vl future",
    ],
  },
  vbroadcasti128: {
    title: "VBROADCASTI128",
    rows: [
      "w ymm, r m128 | RM | VEX.256.66.0F38.W0 5A /r | future avx2",
    ],
  },
  vpblendd: {
    title: "VPBLENDD",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W0 02 /r ib | future avx2",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 02 /r ib | future avx2",
    ],
  },
  vpbroadcastb: {
    title: "VPBROADCASTB",
    rows: [
      "w xmm, r m8 | RM | VEX.128.66.0F38.W0 78 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 78 /r | future avx2",
      "w ymm, r m8 | RM | VEX.256.66.0F38.W0 78 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 78 /r | future avx2",
    ],
  },
  vpbroadcastw: {
    title: "VPBROADCASTW",
    rows: [
      "w xmm, r m16 | RM | VEX.128.66.0F38.W0 79 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 79 /r | future avx2",
      "w ymm, r m16 | RM | VEX.256.66.0F38.W0 79 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 79 /r | future avx2",
    ],
  },
  vpbroadcastd: {
    title: "VPBROADCASTD",
    rows: [
      "w xmm, r m32 | RM | VEX.128.66.0F38.W0 58 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 58 /r | future avx2",
      "w ymm, r m32 | RM | VEX.256.66.0F38.W0 58 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 58 /r | future avx2",
    ],
  },
  vpbroadcastq: {
    title: "VPBROADCASTQ",
    rows: [
      "w xmm, r m64 | RM | VEX.128.66.0F38.W0 59 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 59 /r | future avx2",
      "w ymm, r m64 | RM | VEX.256.66.0F38.W0 59 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 59 /r | future avx2",
    ],
  },
  vpermd: {
    title: "VPERMD",
    rows: [
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 36 /r | future avx2",
    ],
  },
  vpermpd: {
    title: "VPERMPD",
    rows: [
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W1 01 /r ib | future avx2",
    ],
  },
  vpermps: {
    title: "VPERMPS",
    rows: [
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 16 /r | future avx2",
    ],
  },
  vpermq: {
    title: "VPERMQ",
    rows: [
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W1 00 /r ib | future avx2",
    ],
  },
  vperm2i128: {
    title: "VPERM2I128",
    rows: [
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 46 /r ib | future avx2",
    ],
  },
  vextracti128: {
    title: "VEXTRACTI128",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 39 /r ib | future avx2",
    ],
  },
  vinserti128: {
    title: "VINSERTI128",
    rows: [
      "w ymm, r [ymm], r xmm/m128, r imm8 | RVMI | VEX.256.66.0F3A.W0 38 /r ib | future avx2",
    ],
  },
  vpmaskmovd: {
    title: "VPMASKMOVD",
    rows: [
      "w xmm, r [xmm], r m128 | RVM | VEX.128.66.0F38.W0 8C /r | future avx2",
      "w ymm, r [ymm], r m256 | RVM | VEX.256.66.0F38.W0 8C /r | future avx2",
      "w m128, r [xmm], r xmm | MVR | VEX.128.66.0F38.W0 8E /r | future avx2",
      "w m256, r [ymm], r ymm | MVR | VEX.256.66.0F38.W0 8E /r | future avx2",
    ],
  },
  vpmaskmovq: {
    title: "VPMASKMOVQ",
    rows: [
      "w xmm, r [xmm], r m128 | RVM | VEX.128.66.0F38.W1 8C /r | future avx2",
      "w ymm, r [ymm], r m256 | RVM | VEX.256.66.0F38.W1 8C /r | future avx2",
      "w m128, r [xmm], r xmm | MVR | VEX.128.66.0F38.W1 8E /r | future avx2",
      "w m256, r [ymm], r ymm | MVR | VEX.256.66.0F38.W1 8E /r | future avx2",
    ],
  },
  vpsllvd: {
    title: "VPSLLVD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 47 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 47 /r | future avx2",
    ],
  },
  vpsllvq: {
    title: "VPSLLVQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W1 47 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W1 47 /r | future avx2",
    ],
  },
  vpsravd: {
    title: "VPSRAVD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 46 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 46 /r | future avx2",
    ],
  },
  vpsrlvd: {
    title: "VPSRLVD",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 45 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 45 /r | future avx2",
    ],
  },
  vpsrlvq: {
    title: "VPSRLVQ",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W1 45 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W1 45 /r | future avx2",
    ],
  },
  vgatherdpd: {
    title: "VGATHERDPD",
    rows: [
      "rw xmm, r vm32x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 92 /r | future avx2",
      "rw ymm, r vm32x:64, rw ymm | RMV | VSIBX VEX.256.66.0F38.W1 92 /r | future avx2",
    ],
  },
  vgatherqpd: {
    title: "VGATHERQPD",
    rows: [
      "rw xmm, r vm64x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 93 /r | future avx2",
      "rw ymm, r vm64y:64, rw ymm | RMV | VSIBY VEX.256.66.0F38.W1 93 /r | future avx2",
    ],
  },
  vgatherdps: {
    title: "VGATHERDPS",
    rows: [
      "rw xmm, r vm32x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 92 /r | future avx2",
      "rw ymm, r vm32y:32, rw ymm | RMV | VSIBY VEX.256.66.0F38.W0 92 /r | future avx2",
    ],
  },
  vgatherqps: {
    title: "VGATHERQPS",
    rows: [
      "rw xmm, r vm64x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 93 /r | future avx2",
      "rw xmm, r vm64y:32, rw xmm | RMV | VSIBY VEX.256.66.0F38.W0 93 /r | future avx2",
    ],
  },
  vpgatherdd: {
    title: "VPGATHERDD",
    rows: [
      "rw xmm, r vm32x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 90 /r | future avx2",
      "rw ymm, r vm32y:32, rw ymm | RMV | VSIBY VEX.256.66.0F38.W0 90 /r | future avx2",
    ],
  },
  vpgatherqd: {
    title: "VPGATHERQD",
    rows: [
      "rw xmm, r vm64x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 91 /r | future avx2",
      "rw xmm, r vm64y:32, rw xmm | RMV | VSIBY VEX.256.66.0F38.W0 91 /r | future avx2",
    ],
  },
  vpgatherdq: {
    title: "VPGATHERDQ",
    rows: [
      "rw xmm, r vm32x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 90 /r | future avx2",
      "rw ymm, r vm32x:64, rw ymm | RMV | VSIBX VEX.256.66.0F38.W1 90 /r | future avx2",
    ],
  },
  vpgatherqq: {
    title: "VPGATHERQQ",
    rows: [
      "rw xmm, r vm64x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 91 /r | future avx2",
      "rw ymm, r vm64y:64, rw ymm | RMV | VSIBY VEX.256.66.0F38.W1 91 /r | future avx2",
    ],
  },
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
    title: "VCVTNEPS2BF16",
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
