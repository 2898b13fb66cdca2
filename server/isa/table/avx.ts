// AVX, AVX2 and later VEX-encoded vector instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx = () => ({
  vaddpd: {
    title: "Add packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 58 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddps: {
    title: "Add packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 58 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddsd: {
    title: "Add scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddss: {
    title: "Add scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 58 /r | avx sandybridge",
    ],
  },
  vaddsubpd: {
    title: "Add odd and subtract even packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D0 /r | avx sandybridge",
    ],
  },
  vaddsubps: {
    title: "Add odd and subtract even packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG D0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG D0 /r | avx sandybridge",
    ],
  },
  vandpd: {
    title: "Bitwise and of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 54 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 54 /r | avx sandybridge",
    ],
  },
  vandps: {
    title: "Bitwise and of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 54 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 54 /r | avx sandybridge",
    ],
  },
  vandnpd: {
    title: "Bitwise and-not of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 55 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 55 /r | avx sandybridge",
    ],
  },
  vandnps: {
    title: "Bitwise and-not of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 55 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 55 /r | avx sandybridge",
    ],
  },
  vblendpd: {
    title: "Blend packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0D /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0D /r ib | avx sandybridge",
    ],
  },
  vblendps: {
    title: "Blend packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0C /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0C /r ib | avx sandybridge",
    ],
  },
  vblendvpd: {
    title: "Blend by variable mask packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4B /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.W0 4B /r /is4 | avx sandybridge",
    ],
  },
  vblendvps: {
    title: "Blend by variable mask packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4A /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.W0 4A /r /is4 | avx sandybridge",
    ],
  },
  vbroadcastss: {
    title: "Broadcast scalar single",
    rows: [
      "w xmm, r m32 | RM | VEX.128.66.0F38.W0 18 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.W0 18 /r | avx sandybridge",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 18 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 18 /r | future avx2",
    ],
  },
  vbroadcastsd: {
    title: "Broadcast scalar double",
    rows: [
      "w ymm, r m64 | RM | VEX.256.66.0F38.W0 19 /r | avx sandybridge",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 19 /r | future avx2",
    ],
  },
  vbroadcastf128: {
    title: "Broadcast 128 bits",
    rows: [
      "w ymm, r m128 | RM | VEX.256.66.0F38.W0 1A /r | avx sandybridge",
    ],
  },
  vcmppd: {
    title: "Compare packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F.WIG C2 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpps: {
    title: "Compare packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.0F.WIG C2 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpsd: {
    title: "Compare scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.LIG.F2.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcmpss: {
    title: "Compare scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.LIG.F3.0F.WIG C2 /r ib | avx sandybridge",
    ],
  },
  vcomisd: {
    title: "Compare into flags, ordered, scalar double",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m64 | RM | VEX.LIG.66.0F.WIG 2F /r | avx sandybridge",
    ],
  },
  vcomiss: {
    title: "Compare into flags, ordered, scalar single",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m32 | RM | VEX.LIG.0F.WIG 2F /r | avx sandybridge",
    ],
  },
  vcvtdq2pd: {
    title: "Convert doublewords to packed double",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.F3.0F.WIG E6 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.F3.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvtdq2ps: {
    title: "Convert doublewords to packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvtpd2dq: {
    title: "Convert packed double to doublewords",
    rows: [
      "w xmm, r xmm | RM | VEX.128.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.F2.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.F2.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvtpd2ps: {
    title: "Convert packed double to packed single",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.66.0F.WIG 5A /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.66.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtps2dq: {
    title: "Convert packed single to doublewords",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvtps2pd: {
    title: "Convert packed single to packed double",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.0F.WIG 5A /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtsd2si: {
    title: "Convert scalar double to integer",
    rows: [
      "w r32, r xmm/m64 | RM | VEX.LIG.F2.0F.W0 2D /r | avx sandybridge",
      "w r64, r xmm/m64 | RM | VEX.LIG.F2.0F.W1 2D /r | avx sandybridge 64only",
    ],
  },
  vcvtsd2ss: {
    title: "Convert scalar double to scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtsi2sd: {
    title: "Convert integer to scalar double",
    rows: [
      "w xmm, r [xmm], r r/m32? | RVM | VEX.LIG.F2.0F.W0 2A /r | avx sandybridge",
      "w xmm, r [xmm], r m32? | RVM | VEX.LIG.F2.0F.W0 2A /r | avx sandybridge nd",
      "w xmm, r [xmm], r r/m64? | RVM | VEX.LIG.F2.0F.W1 2A /r | avx sandybridge 64only",
    ],
  },
  vcvtsi2ss: {
    title: "Convert integer to scalar single",
    rows: [
      "w xmm, r [xmm], r r/m32? | RVM | VEX.LIG.F3.0F.W0 2A /r | avx sandybridge",
      "w xmm, r [xmm], r m32? | RVM | VEX.LIG.F3.0F.W0 2A /r | avx sandybridge nd",
      "w xmm, r [xmm], r r/m64? | RVM | VEX.LIG.F3.0F.W1 2A /r | avx sandybridge 64only",
    ],
  },
  vcvtss2sd: {
    title: "Convert scalar single to scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5A /r | avx sandybridge",
    ],
  },
  vcvtss2si: {
    title: "Convert scalar single to integer",
    rows: [
      "w r32, r xmm/m32 | RM | VEX.LIG.F3.0F.W0 2D /r | avx sandybridge",
      "w r64, r xmm/m32 | RM | VEX.LIG.F3.0F.W1 2D /r | avx sandybridge 64only",
    ],
  },
  vcvttpd2dq: {
    title: "Convert packed double to doublewords with truncation",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m128? | RM | VEX.128.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r ymm | RM | VEX.256.66.0F.WIG E6 /r | avx sandybridge",
      "w xmm, r m256? | RM | VEX.256.66.0F.WIG E6 /r | avx sandybridge",
    ],
  },
  vcvttps2dq: {
    title: "Convert packed single to doublewords with truncation",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 5B /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 5B /r | avx sandybridge",
    ],
  },
  vcvttsd2si: {
    title: "Convert scalar double to integer with truncation",
    rows: [
      "w r32, r xmm/m64 | RM | VEX.LIG.F2.0F.W0 2C /r | avx sandybridge",
      "w r64, r xmm/m64 | RM | VEX.LIG.F2.0F.W1 2C /r | avx sandybridge 64only",
    ],
  },
  vcvttss2si: {
    title: "Convert scalar single to integer with truncation",
    rows: [
      "w r32, r xmm/m32 | RM | VEX.LIG.F3.0F.W0 2C /r | avx sandybridge",
      "w r64, r xmm/m32 | RM | VEX.LIG.F3.0F.W1 2C /r | avx sandybridge 64only",
    ],
  },
  vdivpd: {
    title: "Divide packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivps: {
    title: "Divide packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivsd: {
    title: "Divide scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdivss: {
    title: "Divide scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5E /r | avx sandybridge",
    ],
  },
  vdppd: {
    title: "Dot product of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 41 /r ib | avx sandybridge",
    ],
  },
  vdpps: {
    title: "Dot product of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 40 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 40 /r ib | avx sandybridge",
    ],
  },
  vextractf128: {
    title: "Extract 128-bit half",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 19 /r ib | avx sandybridge",
    ],
  },
  vextractps: {
    title: "Extract single",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 17 /r ib | avx sandybridge",
    ],
  },
  vhaddpd: {
    title: "Add pairs of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 7C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 7C /r | avx sandybridge",
    ],
  },
  vhaddps: {
    title: "Add pairs of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG 7C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG 7C /r | avx sandybridge",
    ],
  },
  vhsubpd: {
    title: "Subtract pairs of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 7D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 7D /r | avx sandybridge",
    ],
  },
  vhsubps: {
    title: "Subtract pairs of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.F2.0F.WIG 7D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.F2.0F.WIG 7D /r | avx sandybridge",
    ],
  },
  vinsertf128: {
    title: "Insert 128-bit half",
    rows: [
      "w ymm, r [ymm], r xmm/m128, r imm8 | RVMI | VEX.256.66.0F3A.W0 18 /r ib | avx sandybridge",
    ],
  },
  vinsertps: {
    title: "Insert single",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r imm8 | RVMI | VEX.128.66.0F3A.WIG 21 /r ib | avx sandybridge",
    ],
  },
  vlddqu: {
    title: "Load unaligned integers",
    rows: [
      "w xmm, r m128 | RM | VEX.128.F2.0F.WIG F0 /r | avx sandybridge",
      "w ymm, r m256 | RM | VEX.256.F2.0F.WIG F0 /r | avx sandybridge",
    ],
  },
  vldmxcsr: {
    title: "Load SSE control and status",
    brief: "Loads MXCSR: rounding, exception masks and flags.",
    operation: "MXCSR ← SRC",
    exceptions: "#GP when a reserved bit is set",
    rows: [
      "r m32 | M | VEX.LZ.0F.WIG AE /2 | avx sandybridge",
    ],
  },
  vmaskmovdqu: {
    title: "Store selected bytes",
    rows: [
      "w xmm, r xmm | RM | VEX.128.66.0F.WIG F7 /r | avx sandybridge",
    ],
  },
  vmaskmovps: {
    title: "Move selected packed single",
    rows: [
      "w xmm, r xmm, r m128 | RVM | VEX.128.66.0F38.W0 2C /r | avx sandybridge",
      "w ymm, r ymm, r m256 | RVM | VEX.256.66.0F38.W0 2C /r | avx sandybridge",
      "w m128?, r xmm, r xmm | MVR | VEX.128.66.0F38.W0 2E /r | avx sandybridge",
      "w m256?, r ymm, r ymm | MVR | VEX.256.66.0F38.W0 2E /r | avx sandybridge",
    ],
  },
  vmaskmovpd: {
    title: "Move selected packed double",
    rows: [
      "w xmm, r xmm, r m128 | RVM | VEX.128.66.0F38.W0 2D /r | avx sandybridge",
      "w ymm, r ymm, r m256 | RVM | VEX.256.66.0F38.W0 2D /r | avx sandybridge",
      "w m128, r xmm, r xmm | MVR | VEX.128.66.0F38.W0 2F /r | avx sandybridge",
      "w m256, r ymm, r ymm | MVR | VEX.256.66.0F38.W0 2F /r | avx sandybridge",
    ],
  },
  vmaxpd: {
    title: "Maximum of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxps: {
    title: "Maximum of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxsd: {
    title: "Maximum of scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vmaxss: {
    title: "Maximum of scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5F /r | avx sandybridge",
    ],
  },
  vminpd: {
    title: "Minimum of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminps: {
    title: "Minimum of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminsd: {
    title: "Minimum of scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vminss: {
    title: "Minimum of scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5D /r | avx sandybridge",
    ],
  },
  vmovapd: {
    title: "Move aligned packed double",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 28 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 29 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 28 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 29 /r | avx sandybridge",
    ],
  },
  vmovaps: {
    title: "Move aligned packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 28 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.0F.WIG 29 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 28 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.0F.WIG 29 /r | avx sandybridge",
    ],
  },
  vmovd: {
    title: "Move doubleword",
    rows: [
      "w xmm, r r/m32 | RM | VEX.128.66.0F.W0 6E /r | avx sandybridge",
      "w r/m32, r xmm | MR | VEX.128.66.0F.W0 7E /r | avx sandybridge",
    ],
  },
  vmovq: {
    title: "Move quadword",
    rows: [
      "w xmm, r xmm/m64? | RM | VEX.128.F3.0F.WIG 7E /r | avx sandybridge",
      "w xmm/m64?, r xmm | MR | VEX.128.66.0F.WIG D6 /r | avx sandybridge",
      "w xmm, r r/m64? | RM | VEX.128.66.0F.W1 6E /r | avx sandybridge 64only",
      "w r/m64?, r xmm | MR | VEX.128.66.0F.W1 7E /r | avx sandybridge 64only",
    ],
  },
  vmovddup: {
    title: "Move double and duplicate",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.F2.0F.WIG 12 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F2.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovdqa: {
    title: "Move aligned packed integers",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 6F /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 7F /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovdqu: {
    title: "Move unaligned packed integers",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 6F /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.F3.0F.WIG 7F /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 6F /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.F3.0F.WIG 7F /r | avx sandybridge",
    ],
  },
  vmovhlps: {
    title: "Move high to low packed single",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.128.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovhpd: {
    title: "Move high double",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.66.0F.WIG 16 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.66.0F.WIG 17 /r | avx sandybridge",
    ],
  },
  vmovhps: {
    title: "Move high packed single",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.0F.WIG 16 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.0F.WIG 17 /r | avx sandybridge",
    ],
  },
  vmovlhps: {
    title: "Move low to high packed single",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.128.0F.WIG 16 /r | avx sandybridge",
    ],
  },
  vmovlpd: {
    title: "Move low double",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.66.0F.WIG 12 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.66.0F.WIG 13 /r | avx sandybridge",
    ],
  },
  vmovlps: {
    title: "Move low packed single",
    rows: [
      "w xmm, r [xmm], r m64 | RVM | VEX.128.0F.WIG 12 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.128.0F.WIG 13 /r | avx sandybridge",
    ],
  },
  vmovmskpd: {
    title: "Move sign mask of packed double",
    rows: [
      "w r64, r xmm | RM | VEX.128.66.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.66.0F.WIG 50 /r | avx sandybridge",
      "w r64, r ymm | RM | VEX.256.66.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r ymm | RM | VEX.256.66.0F.WIG 50 /r | avx sandybridge",
    ],
  },
  vmovmskps: {
    title: "Move sign mask of packed single",
    rows: [
      "w r64, r xmm | RM | VEX.128.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.0F.WIG 50 /r | avx sandybridge",
      "w r64, r ymm | RM | VEX.256.0F.WIG 50 /r | avx sandybridge 64only",
      "w r32, r ymm | RM | VEX.256.0F.WIG 50 /r | avx sandybridge",
    ],
  },
  vmovntdq: {
    title: "Store packed integers past the caches",
    rows: [
      "w m128, r xmm | MR | VEX.128.66.0F.WIG E7 /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.66.0F.WIG E7 /r | avx sandybridge",
    ],
  },
  vmovntdqa: {
    title: "Load packed integers past the caches",
    rows: [
      "w xmm, r m128 | RM | VEX.128.66.0F38.WIG 2A /r | avx sandybridge",
      "w ymm, r m256 | RM | VEX.256.66.0F38.WIG 2A /r | future avx2",
    ],
  },
  vmovntpd: {
    title: "Store packed double past the caches",
    rows: [
      "w m128, r xmm | MR | VEX.128.66.0F.WIG 2B /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.66.0F.WIG 2B /r | avx sandybridge",
    ],
  },
  vmovntps: {
    title: "Store packed single past the caches",
    rows: [
      "w m128, r xmm | MR | VEX.128.0F.WIG 2B /r | avx sandybridge",
      "w m256, r ymm | MR | VEX.256.0F.WIG 2B /r | avx sandybridge",
    ],
  },
  vmovsd: {
    title: "Move scalar double",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.LIG.F2.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r m64 | RM | VEX.LIG.F2.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r [xmm], r xmm | MVR | VEX.LIG.F2.0F.WIG 11 /r | avx sandybridge",
      "w m64, r xmm | MR | VEX.LIG.F2.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovshdup: {
    title: "Duplicate odd singles",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 16 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 16 /r | avx sandybridge",
    ],
  },
  vmovsldup: {
    title: "Duplicate even singles",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.F3.0F.WIG 12 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.F3.0F.WIG 12 /r | avx sandybridge",
    ],
  },
  vmovss: {
    title: "Move scalar single",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | VEX.LIG.F3.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r m32 | RM | VEX.LIG.F3.0F.WIG 10 /r | avx sandybridge",
      "w xmm, r [xmm], r xmm | MVR | VEX.LIG.F3.0F.WIG 11 /r | avx sandybridge",
      "w m32, r xmm | MR | VEX.LIG.F3.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovupd: {
    title: "Move unaligned packed double",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 10 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.66.0F.WIG 11 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 10 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.66.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmovups: {
    title: "Move unaligned packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 10 /r | avx sandybridge",
      "w xmm/m128, r xmm | MR | VEX.128.0F.WIG 11 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 10 /r | avx sandybridge",
      "w ymm/m256, r ymm | MR | VEX.256.0F.WIG 11 /r | avx sandybridge",
    ],
  },
  vmpsadbw: {
    title: "Multiple sums of absolute differences",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 42 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 42 /r ib | future avx2",
    ],
  },
  vmulpd: {
    title: "Multiply packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 59 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulps: {
    title: "Multiply packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 59 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulsd: {
    title: "Multiply scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vmulss: {
    title: "Multiply scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 59 /r | avx sandybridge",
    ],
  },
  vorpd: {
    title: "Bitwise or of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 56 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 56 /r | avx sandybridge",
    ],
  },
  vorps: {
    title: "Bitwise or of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 56 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 56 /r | avx sandybridge",
    ],
  },
  vpabsb: {
    title: "Absolute value of packed bytes",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1C /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1C /r | future avx2",
    ],
  },
  vpabsw: {
    title: "Absolute value of packed words",
    brief: "Takes the absolute value of each of the words.",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1D /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1D /r | future avx2",
    ],
  },
  vpabsd: {
    title: "Absolute value of packed doublewords",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 1E /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 1E /r | future avx2",
    ],
  },
  vpacksswb: {
    title: "Pack words to bytes with signed saturation",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 63 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 63 /r | future avx2",
    ],
  },
  vpackssdw: {
    title: "Pack doublewords to words with signed saturation",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6B /r | future avx2",
    ],
  },
  vpackuswb: {
    title: "Pack words to bytes with unsigned saturation",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 67 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 67 /r | future avx2",
    ],
  },
  vpackusdw: {
    title: "Pack doublewords to words with unsigned saturation",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 2B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 2B /r | future avx2",
    ],
  },
  vpaddb: {
    title: "Add packed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FC /r | future avx2",
    ],
  },
  vpaddw: {
    title: "Add packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FD /r | future avx2",
    ],
  },
  vpaddd: {
    title: "Add packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FE /r | future avx2",
    ],
  },
  vpaddq: {
    title: "Add packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D4 /r | future avx2",
    ],
  },
  vpaddsb: {
    title: "Add packed saturated signed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EC /r | future avx2",
    ],
  },
  vpaddsw: {
    title: "Add packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG ED /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG ED /r | future avx2",
    ],
  },
  vpaddusb: {
    title: "Add packed saturated unsigned bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DC /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DC /r | future avx2",
    ],
  },
  vpaddusw: {
    title: "Add packed unsigned words",
    brief: "Adds unsigned words; a sum that is too large becomes 65535.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DD /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DD /r | future avx2",
    ],
  },
  vpalignr: {
    title: "Align right",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0F /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0F /r ib | future avx2",
    ],
  },
  vpand: {
    title: "Bitwise and of packed integers",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DB /r | future avx2",
    ],
  },
  vpandn: {
    title: "Bitwise and-not of packed integers",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DF /r | future avx2",
    ],
  },
  vpavgb: {
    title: "Average of packed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E0 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E0 /r | future avx2",
    ],
  },
  vpavgw: {
    title: "Average of packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E3 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E3 /r | future avx2",
    ],
  },
  vpblendvb: {
    title: "Blend by variable mask packed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r xmm | RVMS | VEX.128.66.0F3A.W0 4C /r /is4 | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r ymm | RVMS | VEX.256.66.0F3A.WIG 4C /r /is4 | future avx2",
    ],
  },
  vpblendw: {
    title: "Blend packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.WIG 0E /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.WIG 0E /r ib | future avx2",
    ],
  },
  vpcmpestri: {
    title: "Compare strings with lengths, index",
    flags: "w=oszc 0=ap",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 61 /r ib | avx sandybridge",
    ],
  },
  vpcmpestrm: {
    title: "Compare strings with lengths, mask",
    flags: "w=oszc 0=ap",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 60 /r ib | avx sandybridge",
    ],
  },
  vpcmpistri: {
    title: "Compare strings, index",
    flags: "w=oszc 0=ap",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 63 /r ib | avx sandybridge",
    ],
  },
  vpcmpistrm: {
    title: "Compare strings, mask",
    flags: "w=oszc 0=ap",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 62 /r ib | avx sandybridge",
    ],
  },
  vpcmpeqb: {
    title: "Compare packed equal bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 74 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 74 /r | future avx2",
    ],
  },
  vpcmpeqw: {
    title: "Compare packed equal words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 75 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 75 /r | future avx2",
    ],
  },
  vpcmpeqd: {
    title: "Compare packed equal doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 76 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 76 /r | future avx2",
    ],
  },
  vpcmpeqq: {
    title: "Compare packed equal quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 29 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 29 /r | future avx2",
    ],
  },
  vpcmpgtb: {
    title: "Compare packed greater bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 64 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 64 /r | future avx2",
    ],
  },
  vpcmpgtw: {
    title: "Compare packed greater words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 65 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 65 /r | future avx2",
    ],
  },
  vpcmpgtd: {
    title: "Compare packed greater doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 66 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 66 /r | future avx2",
    ],
  },
  vpcmpgtq: {
    title: "Compare packed greater quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 37 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 37 /r | future avx2",
    ],
  },
  vpermilpd: {
    title: "Permute inside lanes packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 0D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 0D /r | avx sandybridge",
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.W0 05 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W0 05 /r ib | avx sandybridge",
    ],
  },
  vpermilps: {
    title: "Permute inside lanes packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 0C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 0C /r | avx sandybridge",
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.W0 04 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W0 04 /r ib | avx sandybridge",
    ],
  },
  vperm2f128: {
    title: "Permute 128-bit halves",
    rows: [
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 06 /r ib | avx sandybridge",
    ],
  },
  vpextrb: {
    title: "Extract one of bytes",
    rows: [
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 14 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 14 /r ib | avx sandybridge",
      "w m8, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 14 /r ib | avx sandybridge",
    ],
  },
  vpextrw: {
    title: "Extract one of words",
    rows: [
      "w r64, r xmm, r imm8 | RMI | VEX.128.66.0F.WIG C5 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | RMI | VEX.128.66.0F.WIG C5 /r ib | avx sandybridge",
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 15 /r ib | avx sandybridge 64only",
      "w r32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 15 /r ib | avx sandybridge",
      "w m16, r xmm, r imm8 | MRI | VEX.128.66.0F3A.WIG 15 /r ib | avx sandybridge",
    ],
  },
  vpextrd: {
    title: "Extract one of doublewords",
    rows: [
      "w r64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 16 /r ib | avx sandybridge 64only",
      "w r/m32, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 16 /r ib | avx sandybridge",
    ],
  },
  vpextrq: {
    title: "Extract one of quadwords",
    rows: [
      "w r/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W1 16 /r ib | avx sandybridge 64only",
    ],
  },
  vphaddw: {
    title: "Add pairs of packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 01 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 01 /r | future avx2",
    ],
  },
  vphaddd: {
    title: "Add pairs of packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 02 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 02 /r | future avx2",
    ],
  },
  vphaddsw: {
    title: "Add pairs of packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 03 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 03 /r | future avx2",
    ],
  },
  vphminposuw: {
    title: "Minimum unsigned word and its place",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 41 /r | avx sandybridge",
    ],
  },
  vphsubw: {
    title: "Subtract pairs of packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 05 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 05 /r | future avx2",
    ],
  },
  vphsubd: {
    title: "Subtract pairs of packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 06 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 06 /r | future avx2",
    ],
  },
  vphsubsw: {
    title: "Subtract pairs of packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 07 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 07 /r | future avx2",
    ],
  },
  vpinsrb: {
    title: "Insert one of bytes",
    rows: [
      "w xmm, r [xmm], r m8, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m8, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r32, r imm8 | RVMI | VEX.128.66.0F3A.WIG 20 /r ib | avx sandybridge",
    ],
  },
  vpinsrw: {
    title: "Insert one of words",
    rows: [
      "w xmm, r [xmm], r m16, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m16, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r32, r imm8 | RVMI | VEX.128.66.0F.WIG C4 /r ib | avx sandybridge",
    ],
  },
  vpinsrd: {
    title: "Insert one of doublewords",
    rows: [
      "w xmm, r [xmm], r m32, r imm8 | RVMI | VEX.128.66.0F3A.W0 22 /r ib | avx sandybridge",
      "w xmm, r [xmm], r r/m32, r imm8 | RVMI | VEX.128.66.0F3A.W0 22 /r ib | avx sandybridge",
    ],
  },
  vpinsrq: {
    title: "Insert one of quadwords",
    rows: [
      "w xmm, r [xmm], r m64, r imm8 | RVMI | VEX.128.66.0F3A.W1 22 /r ib | avx sandybridge 64only",
      "w xmm, r [xmm], r r/m64, r imm8 | RVMI | VEX.128.66.0F3A.W1 22 /r ib | avx sandybridge 64only",
    ],
  },
  vpmaddwd: {
    title: "Multiply words and add pairs",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F5 /r | future avx2",
    ],
  },
  vpmaddubsw: {
    title: "Multiply unsigned by signed bytes and add pairs",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 04 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 04 /r | future avx2",
    ],
  },
  vpmaxsb: {
    title: "Maximum of packed signed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3C /r | future avx2",
    ],
  },
  vpmaxsw: {
    title: "Maximum of packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EE /r | future avx2",
    ],
  },
  vpmaxsd: {
    title: "Maximum of packed signed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3D /r | future avx2",
    ],
  },
  vpmaxub: {
    title: "Maximum of packed unsigned bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DE /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DE /r | future avx2",
    ],
  },
  vpmaxuw: {
    title: "Maximum of packed unsigned words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3E /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3E /r | future avx2",
    ],
  },
  vpmaxud: {
    title: "Maximum of packed unsigned doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3F /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3F /r | future avx2",
    ],
  },
  vpminsb: {
    title: "Minimum of packed signed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 38 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 38 /r | future avx2",
    ],
  },
  vpminsw: {
    title: "Minimum of packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EA /r | future avx2",
    ],
  },
  vpminsd: {
    title: "Minimum of packed signed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 39 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 39 /r | future avx2",
    ],
  },
  vpminub: {
    title: "Minimum of packed unsigned bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG DA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG DA /r | future avx2",
    ],
  },
  vpminuw: {
    title: "Minimum of packed unsigned words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3A /r | future avx2",
    ],
  },
  vpminud: {
    title: "Minimum of packed unsigned doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 3B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 3B /r | future avx2",
    ],
  },
  vpmovmskb: {
    title: "Move byte mask",
    rows: [
      "w r64, r xmm | RM | VEX.128.66.0F.WIG D7 /r | avx sandybridge 64only",
      "w r32, r xmm | RM | VEX.128.66.0F.WIG D7 /r | avx sandybridge",
      "w r32, r ymm | RM | VEX.256.66.0F.WIG D7 /r | future avx2",
      "w r64, r ymm | RM | VEX.256.66.0F.WIG D7 /r | future avx2",
    ],
  },
  vpmovsxbw: {
    title: "Move packed bytes to words with sign extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 20 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 20 /r | future avx2",
    ],
  },
  vpmovsxbd: {
    title: "Move packed bytes to doublewords with sign extension",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 21 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 21 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 21 /r | future avx2",
    ],
  },
  vpmovsxbq: {
    title: "Move packed bytes to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m16 | RM | VEX.128.66.0F38.WIG 22 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.WIG 22 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 22 /r | future avx2",
    ],
  },
  vpmovsxwd: {
    title: "Move packed words to doublewords with sign extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 23 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 23 /r | future avx2",
    ],
  },
  vpmovsxwq: {
    title: "Move packed words to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 24 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 24 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 24 /r | future avx2",
    ],
  },
  vpmovsxdq: {
    title: "Move packed doublewords to quadwords with sign extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 25 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 25 /r | future avx2",
    ],
  },
  vpmovzxbw: {
    title: "Move packed bytes to words with zero extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 30 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 30 /r | future avx2",
    ],
  },
  vpmovzxbd: {
    title: "Move packed bytes to doublewords with zero extension",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 31 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 31 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 31 /r | future avx2",
    ],
  },
  vpmovzxbq: {
    title: "Move packed bytes to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m16 | RM | VEX.128.66.0F38.WIG 32 /r | avx sandybridge",
      "w ymm, r m32 | RM | VEX.256.66.0F38.WIG 32 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 32 /r | future avx2",
    ],
  },
  vpmovzxwd: {
    title: "Move packed words to doublewords with zero extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 33 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 33 /r | future avx2",
    ],
  },
  vpmovzxwq: {
    title: "Move packed words to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m32 | RM | VEX.128.66.0F38.WIG 34 /r | avx sandybridge",
      "w ymm, r m64 | RM | VEX.256.66.0F38.WIG 34 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.WIG 34 /r | future avx2",
    ],
  },
  vpmovzxdq: {
    title: "Move packed doublewords to quadwords with zero extension",
    rows: [
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.WIG 35 /r | avx sandybridge",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.WIG 35 /r | future avx2",
    ],
  },
  vpmulhuw: {
    title: "Multiply unsigned words, high half",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E4 /r | future avx2",
    ],
  },
  vpmulhrsw: {
    title: "Multiply words, round and scale",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 0B /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 0B /r | future avx2",
    ],
  },
  vpmulhw: {
    title: "Multiply signed words, high half",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E5 /r | future avx2",
    ],
  },
  vpmullw: {
    title: "Multiply words, low half",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D5 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D5 /r | future avx2",
    ],
  },
  vpmulld: {
    title: "Multiply doublewords, low half",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 40 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 40 /r | future avx2",
    ],
  },
  vpmuludq: {
    title: "Multiply unsigned doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F4 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F4 /r | future avx2",
    ],
  },
  vpmuldq: {
    title: "Multiply signed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 28 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 28 /r | future avx2",
    ],
  },
  vpor: {
    title: "Bitwise or of packed integers",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EB /r | future avx2",
    ],
  },
  vpsadbw: {
    title: "Sum of absolute differences",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F6 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F6 /r | future avx2",
    ],
  },
  vpshufb: {
    title: "Shuffle bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 00 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 00 /r | future avx2",
    ],
  },
  vpshufd: {
    title: "Shuffle doublewords",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpshufhw: {
    title: "Shuffle high words",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.F3.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.F3.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpshuflw: {
    title: "Shuffle low words",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.F2.0F.WIG 70 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.F2.0F.WIG 70 /r ib | future avx2",
    ],
  },
  vpsignb: {
    title: "Copy signs of packed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 08 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 08 /r | future avx2",
    ],
  },
  vpsignw: {
    title: "Copy signs of packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 09 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 09 /r | future avx2",
    ],
  },
  vpsignd: {
    title: "Copy signs of packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.WIG 0A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.WIG 0A /r | future avx2",
    ],
  },
  vpslldq: {
    title: "Shift left by bytes",
    rows: [
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /7 ib | avx sandybridge",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /7 ib | future avx2",
    ],
  },
  vpsrldq: {
    title: "Shift right by bytes",
    rows: [
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /3 ib | avx sandybridge",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /3 ib | future avx2",
    ],
  },
  vpsllw: {
    title: "Shift left packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /6 ib | future avx2",
    ],
  },
  vpslld: {
    title: "Shift left packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /6 ib | future avx2",
    ],
  },
  vpsllq: {
    title: "Shift left packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F3 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /6 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG F3 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /6 ib | future avx2",
    ],
  },
  vpsraw: {
    title: "Shift right signed packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /4 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG E1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /4 ib | future avx2",
    ],
  },
  vpsrad: {
    title: "Shift right signed packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /4 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG E2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /4 ib | future avx2",
    ],
  },
  vpsrlw: {
    title: "Shift right packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D1 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 71 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D1 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 71 /2 ib | future avx2",
    ],
  },
  vpsrld: {
    title: "Shift right packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D2 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 72 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D2 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 72 /2 ib | future avx2",
    ],
  },
  vpsrlq: {
    title: "Shift right packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D3 /r | avx sandybridge",
      "w xmm, r [xmm], r imm8 | VMI | VEX.128.66.0F.WIG 73 /2 ib | avx sandybridge",
      "w ymm, r [ymm], r xmm/m128 | RVM | VEX.256.66.0F.WIG D3 /r | future avx2",
      "w ymm, r [ymm], r imm8 | VMI | VEX.256.66.0F.WIG 73 /2 ib | future avx2",
    ],
  },
  vptest: {
    title: "Test packed bits",
    flags: "w=zc 0=oasp",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.WIG 17 /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.WIG 17 /r | avx sandybridge",
    ],
  },
  vpsubb: {
    title: "Subtract packed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F8 /r | future avx2",
    ],
  },
  vpsubw: {
    title: "Subtract packed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG F9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG F9 /r | future avx2",
    ],
  },
  vpsubd: {
    title: "Subtract packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FA /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FA /r | future avx2",
    ],
  },
  vpsubq: {
    title: "Subtract packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG FB /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG FB /r | future avx2",
    ],
  },
  vpsubsb: {
    title: "Subtract packed saturated signed bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E8 /r | future avx2",
    ],
  },
  vpsubsw: {
    title: "Subtract packed signed words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG E9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG E9 /r | future avx2",
    ],
  },
  vpsubusb: {
    title: "Subtract packed saturated unsigned bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D8 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D8 /r | future avx2",
    ],
  },
  vpsubusw: {
    title: "Subtract packed unsigned words",
    brief: "Subtracts unsigned words; a difference below 0 becomes 0.",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG D9 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG D9 /r | future avx2",
    ],
  },
  vpunpckhbw: {
    title: "Interleave high bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 68 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 68 /r | future avx2",
    ],
  },
  vpunpckhwd: {
    title: "Interleave high words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 69 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 69 /r | future avx2",
    ],
  },
  vpunpckhdq: {
    title: "Interleave high doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6A /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6A /r | future avx2",
    ],
  },
  vpunpckhqdq: {
    title: "Interleave high quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6D /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6D /r | future avx2",
    ],
  },
  vpunpcklbw: {
    title: "Interleave low bytes",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 60 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 60 /r | future avx2",
    ],
  },
  vpunpcklwd: {
    title: "Interleave low words",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 61 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 61 /r | future avx2",
    ],
  },
  vpunpckldq: {
    title: "Interleave low doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 62 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 62 /r | future avx2",
    ],
  },
  vpunpcklqdq: {
    title: "Interleave low quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 6C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 6C /r | future avx2",
    ],
  },
  vpxor: {
    title: "Bitwise exclusive or of packed integers",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG EF /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG EF /r | future avx2",
    ],
  },
  vrcpps: {
    title: "Approximate reciprocal of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 53 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 53 /r | avx sandybridge",
    ],
  },
  vrcpss: {
    title: "Approximate reciprocal of scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 53 /r | avx sandybridge",
    ],
  },
  vrsqrtps: {
    title: "Approximate reciprocal square root of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 52 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 52 /r | avx sandybridge",
    ],
  },
  vrsqrtss: {
    title: "Approximate reciprocal square root of scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 52 /r | avx sandybridge",
    ],
  },
  vroundpd: {
    title: "Round packed double",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 09 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.WIG 09 /r ib | avx sandybridge",
    ],
  },
  vroundps: {
    title: "Round packed single",
    rows: [
      "w xmm, r xmm/m128, r imm8 | RMI | VEX.128.66.0F3A.WIG 08 /r ib | avx sandybridge",
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.WIG 08 /r ib | avx sandybridge",
    ],
  },
  vroundsd: {
    title: "Round scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64, r imm8 | RVMI | VEX.LIG.66.0F3A.WIG 0B /r ib | avx sandybridge",
    ],
  },
  vroundss: {
    title: "Round scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r imm8 | RVMI | VEX.LIG.66.0F3A.WIG 0A /r ib | avx sandybridge",
    ],
  },
  vshufpd: {
    title: "Shuffle packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F.WIG C6 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F.WIG C6 /r ib | avx sandybridge",
    ],
  },
  vshufps: {
    title: "Shuffle packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.0F.WIG C6 /r ib | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.0F.WIG C6 /r ib | avx sandybridge",
    ],
  },
  vsqrtpd: {
    title: "Square root of packed double",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.66.0F.WIG 51 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.66.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtps: {
    title: "Square root of packed single",
    rows: [
      "w xmm, r xmm/m128 | RM | VEX.128.0F.WIG 51 /r | avx sandybridge",
      "w ymm, r ymm/m256 | RM | VEX.256.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtsd: {
    title: "Square root of scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vsqrtss: {
    title: "Square root of scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 51 /r | avx sandybridge",
    ],
  },
  vstmxcsr: {
    title: "Store SSE control and status",
    brief: "Stores MXCSR: rounding, exception masks and flags.",
    operation: "DEST ← MXCSR",
    rows: [
      "w m32 | M | VEX.128.0F.WIG AE /3 | avx sandybridge",
    ],
  },
  vsubpd: {
    title: "Subtract packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 5C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubps: {
    title: "Subtract packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 5C /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubsd: {
    title: "Subtract scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m64 | RVM | VEX.LIG.F2.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vsubss: {
    title: "Subtract scalar single",
    rows: [
      "w xmm, r [xmm], r xmm/m32 | RVM | VEX.LIG.F3.0F.WIG 5C /r | avx sandybridge",
    ],
  },
  vtestps: {
    title: "Test signs of packed single",
    flags: "w=zc 0=oasp",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.W0 0E /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.W0 0E /r | avx sandybridge",
    ],
  },
  vtestpd: {
    title: "Test signs of packed double",
    flags: "w=zc 0=oasp",
    rows: [
      "r xmm, r xmm/m128 | RM | VEX.128.66.0F38.W0 0F /r | avx sandybridge",
      "r ymm, r ymm/m256 | RM | VEX.256.66.0F38.W0 0F /r | avx sandybridge",
    ],
  },
  vucomisd: {
    title: "Compare into flags, quiet, scalar double",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m64 | RM | VEX.LIG.66.0F.WIG 2E /r | avx sandybridge",
    ],
  },
  vucomiss: {
    title: "Compare into flags, quiet, scalar single",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m32 | RM | VEX.LIG.0F.WIG 2E /r | avx sandybridge",
    ],
  },
  vunpckhpd: {
    title: "Interleave high packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 15 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 15 /r | avx sandybridge",
    ],
  },
  vunpckhps: {
    title: "Interleave high packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 15 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 15 /r | avx sandybridge",
    ],
  },
  vunpcklpd: {
    title: "Interleave low packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 14 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 14 /r | avx sandybridge",
    ],
  },
  vunpcklps: {
    title: "Interleave low packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 14 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 14 /r | avx sandybridge",
    ],
  },
  vxorpd: {
    title: "Bitwise exclusive or of packed double",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F.WIG 57 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F.WIG 57 /r | avx sandybridge",
    ],
  },
  vxorps: {
    title: "Bitwise exclusive or of packed single",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.0F.WIG 57 /r | avx sandybridge",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.0F.WIG 57 /r | avx sandybridge",
    ],
  },
  vzeroall: {
    title: "Zero all vector registers",
    rows: [
      " |  | VEX.256.0F.WIG 77 | avx sandybridge",
    ],
  },
  vzeroupper: {
    title: "Zero upper halves of vector registers",
    rows: [
      " |  | VEX.128.0F.WIG 77 | avx sandybridge",
    ],
  },
  vcvtph2ps: {
    title: "Convert packed half to packed single",
    rows: [
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.W0 13 /r | avx future",
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.W0 13 /r | avx future",
      "w xmm, r xmm/m64 | RM | VEX.128.66.0F38.W0 13 /r | avx512fc16 future",
      "w ymm, r xmm/m128 | RM | VEX.256.66.0F38.W0 13 /r | avx512fc16 future",
    ],
  },
  vcvtps2ph: {
    title: "Convert packed single to packed half",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 1D /r ib | avx future",
      "w xmm/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 1D /r ib | avx future",
      "w xmm/m64, r xmm, r imm8 | MRI | VEX.128.66.0F3A.W0 1D /r ib | avx512fc16 avx512vl future",
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 1D /r ib | avx512fc16 avx512vl future",
    ],
  },
  vbroadcasti128: {
    title: "Broadcast 128 bits",
    rows: [
      "w ymm, r m128 | RM | VEX.256.66.0F38.W0 5A /r | future avx2",
    ],
  },
  vpblendd: {
    title: "Blend packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI | VEX.128.66.0F3A.W0 02 /r ib | future avx2",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 02 /r ib | future avx2",
    ],
  },
  vpbroadcastb: {
    title: "Broadcast bytes",
    rows: [
      "w xmm, r m8 | RM | VEX.128.66.0F38.W0 78 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 78 /r | future avx2",
      "w ymm, r m8 | RM | VEX.256.66.0F38.W0 78 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 78 /r | future avx2",
    ],
  },
  vpbroadcastw: {
    title: "Broadcast words",
    rows: [
      "w xmm, r m16 | RM | VEX.128.66.0F38.W0 79 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 79 /r | future avx2",
      "w ymm, r m16 | RM | VEX.256.66.0F38.W0 79 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 79 /r | future avx2",
    ],
  },
  vpbroadcastd: {
    title: "Broadcast doublewords",
    rows: [
      "w xmm, r m32 | RM | VEX.128.66.0F38.W0 58 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 58 /r | future avx2",
      "w ymm, r m32 | RM | VEX.256.66.0F38.W0 58 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 58 /r | future avx2",
    ],
  },
  vpbroadcastq: {
    title: "Broadcast quadwords",
    rows: [
      "w xmm, r m64 | RM | VEX.128.66.0F38.W0 59 /r | future avx2",
      "w xmm, r xmm | RM | VEX.128.66.0F38.W0 59 /r | future avx2",
      "w ymm, r m64 | RM | VEX.256.66.0F38.W0 59 /r | future avx2",
      "w ymm, r xmm | RM | VEX.256.66.0F38.W0 59 /r | future avx2",
    ],
  },
  vpermd: {
    title: "Permute doublewords",
    rows: [
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 36 /r | future avx2",
    ],
  },
  vpermpd: {
    title: "Permute packed double",
    rows: [
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W1 01 /r ib | future avx2",
    ],
  },
  vpermps: {
    title: "Permute packed single",
    rows: [
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 16 /r | future avx2",
    ],
  },
  vpermq: {
    title: "Permute quadwords",
    rows: [
      "w ymm, r ymm/m256, r imm8 | RMI | VEX.256.66.0F3A.W1 00 /r ib | future avx2",
    ],
  },
  vperm2i128: {
    title: "Permute 128-bit halves",
    rows: [
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI | VEX.256.66.0F3A.W0 46 /r ib | future avx2",
    ],
  },
  vextracti128: {
    title: "Extract 128-bit half",
    rows: [
      "w xmm/m128, r ymm, r imm8 | MRI | VEX.256.66.0F3A.W0 39 /r ib | future avx2",
    ],
  },
  vinserti128: {
    title: "Insert 128-bit half",
    rows: [
      "w ymm, r [ymm], r xmm/m128, r imm8 | RVMI | VEX.256.66.0F3A.W0 38 /r ib | future avx2",
    ],
  },
  vpmaskmovd: {
    title: "Move selected doublewords",
    rows: [
      "w xmm, r [xmm], r m128 | RVM | VEX.128.66.0F38.W0 8C /r | future avx2",
      "w ymm, r [ymm], r m256 | RVM | VEX.256.66.0F38.W0 8C /r | future avx2",
      "w m128, r [xmm], r xmm | MVR | VEX.128.66.0F38.W0 8E /r | future avx2",
      "w m256, r [ymm], r ymm | MVR | VEX.256.66.0F38.W0 8E /r | future avx2",
    ],
  },
  vpmaskmovq: {
    title: "Move selected quadwords",
    rows: [
      "w xmm, r [xmm], r m128 | RVM | VEX.128.66.0F38.W1 8C /r | future avx2",
      "w ymm, r [ymm], r m256 | RVM | VEX.256.66.0F38.W1 8C /r | future avx2",
      "w m128, r [xmm], r xmm | MVR | VEX.128.66.0F38.W1 8E /r | future avx2",
      "w m256, r [ymm], r ymm | MVR | VEX.256.66.0F38.W1 8E /r | future avx2",
    ],
  },
  vpsllvd: {
    title: "Shift left by variable counts packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 47 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 47 /r | future avx2",
    ],
  },
  vpsllvq: {
    title: "Shift left by variable counts packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W1 47 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W1 47 /r | future avx2",
    ],
  },
  vpsravd: {
    title: "Shift right signed by variable counts packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 46 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 46 /r | future avx2",
    ],
  },
  vpsrlvd: {
    title: "Shift right by variable counts packed doublewords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W0 45 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W0 45 /r | future avx2",
    ],
  },
  vpsrlvq: {
    title: "Shift right by variable counts packed quadwords",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM | VEX.128.66.0F38.W1 45 /r | future avx2",
      "w ymm, r [ymm], r ymm/m256 | RVM | VEX.256.66.0F38.W1 45 /r | future avx2",
    ],
  },
  vgatherdpd: {
    title: "Gather by doubleword indices packed double",
    rows: [
      "rw xmm, r vm32x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 92 /r | future avx2",
      "rw ymm, r vm32x:64, rw ymm | RMV | VSIBX VEX.256.66.0F38.W1 92 /r | future avx2",
    ],
  },
  vgatherqpd: {
    title: "Gather by quadword indices packed double",
    rows: [
      "rw xmm, r vm64x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 93 /r | future avx2",
      "rw ymm, r vm64y:64, rw ymm | RMV | VSIBY VEX.256.66.0F38.W1 93 /r | future avx2",
    ],
  },
  vgatherdps: {
    title: "Gather by doubleword indices packed single",
    rows: [
      "rw xmm, r vm32x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 92 /r | future avx2",
      "rw ymm, r vm32y:32, rw ymm | RMV | VSIBY VEX.256.66.0F38.W0 92 /r | future avx2",
    ],
  },
  vgatherqps: {
    title: "Gather by quadword indices packed single",
    rows: [
      "rw xmm, r vm64x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 93 /r | future avx2",
      "rw xmm, r vm64y:32, rw xmm | RMV | VSIBY VEX.256.66.0F38.W0 93 /r | future avx2",
    ],
  },
  vpgatherdd: {
    title: "Gather by doubleword indices doublewords",
    rows: [
      "rw xmm, r vm32x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 90 /r | future avx2",
      "rw ymm, r vm32y:32, rw ymm | RMV | VSIBY VEX.256.66.0F38.W0 90 /r | future avx2",
    ],
  },
  vpgatherqd: {
    title: "Gather by quadword indices doublewords",
    rows: [
      "rw xmm, r vm64x:32, rw xmm | RMV | VSIBX VEX.128.66.0F38.W0 91 /r | future avx2",
      "rw xmm, r vm64y:32, rw xmm | RMV | VSIBY VEX.256.66.0F38.W0 91 /r | future avx2",
    ],
  },
  vpgatherdq: {
    title: "Gather by doubleword indices quadwords",
    rows: [
      "rw xmm, r vm32x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 90 /r | future avx2",
      "rw ymm, r vm32x:64, rw ymm | RMV | VSIBX VEX.256.66.0F38.W1 90 /r | future avx2",
    ],
  },
  vpgatherqq: {
    title: "Gather by quadword indices quadwords",
    rows: [
      "rw xmm, r vm64x:64, rw xmm | RMV | VSIBX VEX.128.66.0F38.W1 91 /r | future avx2",
      "rw ymm, r vm64y:64, rw ymm | RMV | VSIBY VEX.256.66.0F38.W1 91 /r | future avx2",
    ],
  },
  vpdpbusd: {
    title: "Dot product of unsigned by signed bytes",
    brief: "Multiplies groups of four unsigned by signed bytes and adds their products to each doubleword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 50 /r | decode avx-vnni",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 50 /r | decode avx-vnni",
    ],
  },
  vpdpbusds: {
    title: "Dot product of unsigned by signed bytes, saturating",
    brief: "Multiplies groups of four unsigned by signed bytes and adds their products to each doubleword of the destination with saturation.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 51 /r | decode avx-vnni",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 51 /r | decode avx-vnni",
    ],
  },
  vpdpwssd: {
    title: "Dot product of signed words",
    brief: "Multiplies groups of two signed words and adds their products to each doubleword of the destination.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 52 /r | decode avx-vnni",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 52 /r | decode avx-vnni",
    ],
  },
  vpdpwssds: {
    title: "Dot product of signed words, saturating",
    brief: "Multiplies groups of two signed words and adds their products to each doubleword of the destination with saturation.",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 53 /r | decode avx-vnni",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 53 /r | decode avx-vnni",
    ],
  },
}) as const satisfies Family;
