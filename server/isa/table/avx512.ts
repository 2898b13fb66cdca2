// Assembled only: AVX-512 (EVEX).
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx512 = () => ({
  vaesenc_evex: {
    name: "vaesenc", title: "AES encryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F38.WIG DC /r | avx512vl avx512 vaes future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F38.WIG DC /r | avx512vl avx512 vaes future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F38.WIG DC /r | avx512 vaes future",
    ],
  },
  vaesenclast_evex: {
    name: "vaesenclast", title: "AES last encryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F38.WIG DD /r | avx512vl avx512 vaes future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F38.WIG DD /r | avx512vl avx512 vaes future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F38.WIG DD /r | avx512 vaes future",
    ],
  },
  vaesdec_evex: {
    name: "vaesdec", title: "AES decryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F38.WIG DE /r | avx512vl avx512 vaes future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F38.WIG DE /r | avx512vl avx512 vaes future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F38.WIG DE /r | avx512 vaes future",
    ],
  },
  vaesdeclast_evex: {
    name: "vaesdeclast", title: "AES last decryption round",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM fv | EVEX.128.66.0F38.WIG DF /r | avx512vl avx512 vaes future",
      "w ymm, r [ymm], r ymm/m256 | RVM fv | EVEX.256.66.0F38.WIG DF /r | avx512vl avx512 vaes future",
      "w zmm, r [zmm], r zmm/m512 | RVM fv | EVEX.512.66.0F38.WIG DF /r | avx512 vaes future",
    ],
  },
  vaddpd_evex: {
    name: "vaddpd", title: "Add packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 58 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 58 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F.W1 58 /r | avx512 future",
    ],
  },
  vaddps_evex: {
    name: "vaddps", title: "Add packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 58 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 58 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.0F.W0 58 /r | avx512 future",
    ],
  },
  vaddsd_evex: {
    name: "vaddsd", title: "Add scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 58 /r | avx512 future",
    ],
  },
  vaddss_evex: {
    name: "vaddss", title: "Add scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.F3.0F.W0 58 /r | avx512 future",
    ],
  },
  vandpd_evex: {
    name: "vandpd", title: "Bitwise and of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 54 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 54 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 54 /r | avx512dq future",
    ],
  },
  vandps_evex: {
    name: "vandps", title: "Bitwise and of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 54 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 54 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 54 /r | avx512dq future",
    ],
  },
  vandnpd_evex: {
    name: "vandnpd", title: "Bitwise and-not of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 55 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 55 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 55 /r | avx512dq future",
    ],
  },
  vandnps_evex: {
    name: "vandnps", title: "Bitwise and-not of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 55 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 55 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 55 /r | avx512dq future",
    ],
  },
  vbroadcastss_evex: {
    name: "vbroadcastss", title: "Broadcast scalar single",
    rows: [
      "w xmm{k}{z}, r m32 | RM t1s | EVEX.128.66.0F38.W0 18 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m32 | RM t1s | EVEX.256.66.0F38.W0 18 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m32 | RM t1s | EVEX.512.66.0F38.W0 18 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM | EVEX.128.66.0F38.W0 18 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm | RM | EVEX.256.66.0F38.W0 18 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm | RM | EVEX.512.66.0F38.W0 18 /r | avx512 future",
    ],
  },
  vbroadcastsd_evex: {
    name: "vbroadcastsd", title: "Broadcast scalar double",
    rows: [
      "w ymm{k}{z}, r m64 | RM t1s | EVEX.256.66.0F38.W1 19 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m64 | RM t1s | EVEX.512.66.0F38.W1 19 /r | avx512 future",
      "w ymm{k}{z}, r xmm | RM | EVEX.256.66.0F38.W1 19 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm | RM | EVEX.512.66.0F38.W1 19 /r | avx512 future",
    ],
  },
  vcmppd_evex: {
    name: "vcmppd", title: "Compare packed double",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F.W1 C2 /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F.W1 C2 /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst{sae}, r imm8 | RVMI fv | EVEX.512.66.0F.W1 C2 /r ib | avx512 future",
    ],
  },
  vcmpps_evex: {
    name: "vcmpps", title: "Compare packed single",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.0F.W0 C2 /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.0F.W0 C2 /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst{sae}, r imm8 | RVMI fv | EVEX.512.0F.W0 C2 /r ib | avx512 future",
    ],
  },
  vcmpsd_evex: {
    name: "vcmpsd", title: "Compare scalar double",
    rows: [
      "w k{k}, r xmm, r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.F2.0F.W1 C2 /r ib | avx512 future",
    ],
  },
  vcmpss_evex: {
    name: "vcmpss", title: "Compare scalar single",
    rows: [
      "w k{k}, r xmm, r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.F3.0F.W0 C2 /r ib | avx512 future",
    ],
  },
  vcomisd_evex: {
    name: "vcomisd", title: "Compare into flags, ordered, scalar double",
    rows: [
      "r xmm, r xmm/m64{sae} | RM t1s | EVEX.128.66.0F.W1 2F /r | avx512 future",
    ],
  },
  vcomiss_evex: {
    name: "vcomiss", title: "Compare into flags, ordered, scalar single",
    rows: [
      "r xmm, r xmm/m32{sae} | RM t1s | EVEX.128.0F.W0 2F /r | avx512 future",
    ],
  },
  vcvtdq2pd_evex: {
    name: "vcvtdq2pd", title: "Convert doublewords to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.F3.0F.W0 E6 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.F3.0F.W0 E6 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{er} | RM hv | EVEX.512.F3.0F.W0 E6 /r | avx512 future",
    ],
  },
  vcvtdq2ps_evex: {
    name: "vcvtdq2ps", title: "Convert doublewords to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.0F.W0 5B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.0F.W0 5B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.0F.W0 5B /r | avx512 future",
    ],
  },
  vcvtpd2dq_evex: {
    name: "vcvtpd2dq", title: "Convert packed double to doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.F2.0F.W1 E6 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.F2.0F.W1 E6 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.F2.0F.W1 E6 /r | avx512 future",
    ],
  },
  vcvtpd2ps_evex: {
    name: "vcvtpd2ps", title: "Convert packed double to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 5A /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 5A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.66.0F.W1 5A /r | avx512 future",
    ],
  },
  vcvtps2dq_evex: {
    name: "vcvtps2dq", title: "Convert packed single to doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F.W0 5B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F.W0 5B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.66.0F.W0 5B /r | avx512 future",
    ],
  },
  vcvtps2pd_evex: {
    name: "vcvtps2pd", title: "Convert packed single to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.0F.W0 5A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.0F.W0 5A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{sae} | RM hv | EVEX.512.0F.W0 5A /r | avx512 future",
    ],
  },
  vcvtsd2si_evex: {
    name: "vcvtsd2si", title: "Convert scalar double to integer",
    rows: [
      "w r32, r xmm/m64{er} | RM t1f64 | EVEX.128.F2.0F.W0 2D /r | avx512 future",
      "w r64, r xmm/m64{er} | RM t1f64 | EVEX.128.F2.0F.W1 2D /r | avx512 future",
    ],
  },
  vcvtsd2ss_evex: {
    name: "vcvtsd2ss", title: "Convert scalar double to scalar single",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 5A /r | avx512 future",
    ],
  },
  vcvtsi2sd_evex: {
    name: "vcvtsi2sd", title: "Convert integer to scalar double",
    rows: [
      "w xmm, r xmm{er}, r r/m32 | RVM t1s | EVEX.128.F2.0F.W0 2A /r | avx512 future",
      "w xmm, r xmm{er}, r r/m64 | RVM t1s | EVEX.128.F2.0F.W1 2A /r | avx512 future",
    ],
  },
  vcvtsi2ss_evex: {
    name: "vcvtsi2ss", title: "Convert integer to scalar single",
    rows: [
      "w xmm, r xmm{er}, r r/m32 | RVM t1s | EVEX.128.F3.0F.W0 2A /r | avx512 future",
      "w xmm, r xmm{er}, r r/m64 | RVM t1s | EVEX.128.F3.0F.W1 2A /r | avx512 future",
    ],
  },
  vcvtss2sd_evex: {
    name: "vcvtss2sd", title: "Convert scalar single to scalar double",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 5A /r | avx512 future",
    ],
  },
  vcvtss2si_evex: {
    name: "vcvtss2si", title: "Convert scalar single to integer",
    rows: [
      "w r32, r xmm/m32{er} | RM t1f32 | EVEX.128.F3.0F.W0 2D /r | avx512 future",
      "w r64, r xmm/m32{er} | RM t1f32 | EVEX.128.F3.0F.W1 2D /r | avx512 future",
    ],
  },
  vcvttpd2dq_evex: {
    name: "vcvttpd2dq", title: "Convert packed double to doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 E6 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 E6 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F.W1 E6 /r | avx512 future",
    ],
  },
  vcvttps2dq_evex: {
    name: "vcvttps2dq", title: "Convert packed single to doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.F3.0F.W0 5B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.F3.0F.W0 5B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.F3.0F.W0 5B /r | avx512 future",
    ],
  },
  vcvttsd2si_evex: {
    name: "vcvttsd2si", title: "Convert scalar double to integer with truncation",
    rows: [
      "w r32, r xmm/m64{sae} | RM t1f64 | EVEX.128.F2.0F.W0 2C /r | avx512 future",
      "w r64, r xmm/m64{sae} | RM t1f64 | EVEX.128.F2.0F.W1 2C /r | avx512 future",
    ],
  },
  vcvttss2si_evex: {
    name: "vcvttss2si", title: "Convert scalar single to integer with truncation",
    rows: [
      "w r32, r xmm/m32{sae} | RM t1f32 | EVEX.128.F3.0F.W0 2C /r | avx512 future",
      "w r64, r xmm/m32{sae} | RM t1f32 | EVEX.128.F3.0F.W1 2C /r | avx512 future",
    ],
  },
  vdivpd_evex: {
    name: "vdivpd", title: "Divide packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 5E /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 5E /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F.W1 5E /r | avx512 future",
    ],
  },
  vdivps_evex: {
    name: "vdivps", title: "Divide packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 5E /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 5E /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.0F.W0 5E /r | avx512 future",
    ],
  },
  vdivsd_evex: {
    name: "vdivsd", title: "Divide scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 5E /r | avx512 future",
    ],
  },
  vdivss_evex: {
    name: "vdivss", title: "Divide scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.F3.0F.W0 5E /r | avx512 future",
    ],
  },
  vextractps_evex: {
    name: "vextractps", title: "Extract single",
    rows: [
      "w r32, r xmm, r imm8 | MRI t1s | EVEX.128.66.0F3A.WIG 17 /r ib | avx512 future",
      "w r64, r xmm, r imm8 | MRI t1s | EVEX.128.66.0F3A.WIG 17 /r ib | avx512 future",
      "w m32, r xmm, r imm8 | MRI t1s | EVEX.128.66.0F3A.WIG 17 /r ib | avx512 future",
    ],
  },
  vinsertps_evex: {
    name: "vinsertps", title: "Insert single",
    rows: [
      "w xmm, r [xmm], r xmm/m32, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 21 /r ib | avx512 future",
    ],
  },
  vmaxpd_evex: {
    name: "vmaxpd", title: "Maximum of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 5F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 5F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 5F /r | avx512 future",
    ],
  },
  vmaxps_evex: {
    name: "vmaxps", title: "Maximum of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 5F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 5F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 5F /r | avx512 future",
    ],
  },
  vmaxsd_evex: {
    name: "vmaxsd", title: "Maximum of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 5F /r | avx512 future",
    ],
  },
  vmaxss_evex: {
    name: "vmaxss", title: "Maximum of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 5F /r | avx512 future",
    ],
  },
  vminpd_evex: {
    name: "vminpd", title: "Minimum of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 5D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 5D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{sae} | RVM fv | EVEX.512.66.0F.W1 5D /r | avx512 future",
    ],
  },
  vminps_evex: {
    name: "vminps", title: "Minimum of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 5D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 5D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{sae} | RVM fv | EVEX.512.0F.W0 5D /r | avx512 future",
    ],
  },
  vminsd_evex: {
    name: "vminsd", title: "Minimum of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae} | RVM t1s | EVEX.128.F2.0F.W1 5D /r | avx512 future",
    ],
  },
  vminss_evex: {
    name: "vminss", title: "Minimum of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae} | RVM t1s | EVEX.128.F3.0F.W0 5D /r | avx512 future",
    ],
  },
  vmovapd_evex: {
    name: "vmovapd", title: "Move aligned packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F.W1 28 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F.W1 28 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F.W1 28 /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F.W1 29 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F.W1 29 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F.W1 29 /r | avx512 future",
      "w m128{k}, r xmm | MR fvm | EVEX.128.66.0F.W1 29 /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR fvm | EVEX.256.66.0F.W1 29 /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR fvm | EVEX.512.66.0F.W1 29 /r | avx512 future",
    ],
  },
  vmovaps_evex: {
    name: "vmovaps", title: "Move aligned packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.0F.W0 28 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.0F.W0 28 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.0F.W0 28 /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.0F.W0 29 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.0F.W0 29 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.0F.W0 29 /r | avx512 future",
      "w m128{k}, r xmm | MR fvm | EVEX.128.0F.W0 29 /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR fvm | EVEX.256.0F.W0 29 /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR fvm | EVEX.512.0F.W0 29 /r | avx512 future",
    ],
  },
  vmovd_evex: {
    name: "vmovd", title: "Move doubleword",
    rows: [
      "w xmm, r r/m32 | RM t1s | EVEX.128.66.0F.W0 6E /r | avx512 future",
      "w r/m32, r xmm | MR t1s | EVEX.128.66.0F.W0 7E /r | avx512 future",
    ],
  },
  vmovq_evex: {
    name: "vmovq", title: "Move quadword",
    rows: [
      "w xmm, r r/m64 | RM t1s | EVEX.128.66.0F.W1 6E /r | avx512 future",
      "w r/m64, r xmm | MR t1s | EVEX.128.66.0F.W1 7E /r | avx512 future",
      "w xmm, r xmm/m64 | RM t1s | EVEX.128.F3.0F.W1 7E /r | avx512 future",
      "w xmm/m64, r xmm | MR t1s | EVEX.128.66.0F.W1 D6 /r | avx512 future",
    ],
  },
  vmovddup_evex: {
    name: "vmovddup", title: "Move double and duplicate",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM dup | EVEX.128.F2.0F.W1 12 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM dup | EVEX.256.F2.0F.W1 12 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM dup | EVEX.512.F2.0F.W1 12 /r | avx512 future",
    ],
  },
  vmovhlps_evex: {
    name: "vmovhlps", title: "Move high to low packed single",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | EVEX.128.0F.W0 12 /r | avx512 future",
    ],
  },
  vmovhpd_evex: {
    name: "vmovhpd", title: "Move high double",
    rows: [
      "w xmm, r [xmm], r m64 | RVM t1s | EVEX.128.66.0F.W1 16 /r | avx512 future",
      "w m64, r xmm | MR t1s | EVEX.128.66.0F.W1 17 /r | avx512 future",
    ],
  },
  vmovhps_evex: {
    name: "vmovhps", title: "Move high packed single",
    rows: [
      "w xmm, r [xmm], r m64 | RVM t2 | EVEX.128.0F.W0 16 /r | avx512 future",
      "w m64, r xmm | MR t2 | EVEX.128.0F.W0 17 /r | avx512 future",
    ],
  },
  vmovlhps_evex: {
    name: "vmovlhps", title: "Move low to high packed single",
    rows: [
      "w xmm, r [xmm], r xmm | RVM | EVEX.128.0F.W0 16 /r | avx512 future",
    ],
  },
  vmovlpd_evex: {
    name: "vmovlpd", title: "Move low double",
    rows: [
      "w xmm, r [xmm], r m64 | RVM t1s | EVEX.128.66.0F.W1 12 /r | avx512 future",
      "w m64, r xmm | MR t1s | EVEX.128.66.0F.W1 13 /r | avx512 future",
    ],
  },
  vmovlps_evex: {
    name: "vmovlps", title: "Move low packed single",
    rows: [
      "w xmm, r [xmm], r m64 | RVM t2 | EVEX.128.0F.W0 12 /r | avx512 future",
      "w m64, r xmm | MR t2 | EVEX.128.0F.W0 13 /r | avx512 future",
    ],
  },
  vmovntdq_evex: {
    name: "vmovntdq", title: "Store packed integers past the caches",
    rows: [
      "w m128, r xmm | MR fvm | EVEX.128.66.0F.W0 E7 /r | avx512vl avx512 future",
      "w m256, r ymm | MR fvm | EVEX.256.66.0F.W0 E7 /r | avx512vl avx512 future",
      "w m512, r zmm | MR fvm | EVEX.512.66.0F.W0 E7 /r | avx512 future",
    ],
  },
  vmovntdqa_evex: {
    name: "vmovntdqa", title: "Load packed integers past the caches",
    rows: [
      "w xmm, r m128 | RM fvm | EVEX.128.66.0F38.W0 2A /r | avx512vl avx512 future",
      "w ymm, r m256 | RM fvm | EVEX.256.66.0F38.W0 2A /r | avx512vl avx512 future",
      "w zmm, r m512 | RM fvm | EVEX.512.66.0F38.W0 2A /r | avx512 future",
    ],
  },
  vmovntpd_evex: {
    name: "vmovntpd", title: "Store packed double past the caches",
    rows: [
      "w m128, r xmm | MR fvm | EVEX.128.66.0F.W1 2B /r | avx512vl avx512 future",
      "w m256, r ymm | MR fvm | EVEX.256.66.0F.W1 2B /r | avx512vl avx512 future",
      "w m512, r zmm | MR fvm | EVEX.512.66.0F.W1 2B /r | avx512 future",
    ],
  },
  vmovntps_evex: {
    name: "vmovntps", title: "Store packed single past the caches",
    rows: [
      "w m128, r xmm | MR fvm | EVEX.128.0F.W0 2B /r | avx512vl avx512 future",
      "w m256, r ymm | MR fvm | EVEX.256.0F.W0 2B /r | avx512vl avx512 future",
      "w m512, r zmm | MR fvm | EVEX.512.0F.W0 2B /r | avx512 future",
    ],
  },
  vmovsd_evex: {
    name: "vmovsd", title: "Move scalar double",
    rows: [
      "w xmm{k}{z}, r m64 | RM t1s | EVEX.128.F2.0F.W1 10 /r | avx512 future",
      "w m64{k}, r xmm | MR t1s | EVEX.128.F2.0F.W1 11 /r | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm | RVM | EVEX.128.F2.0F.W1 10 /r | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm | MVR | EVEX.128.F2.0F.W1 11 /r | avx512 future",
    ],
  },
  vmovshdup_evex: {
    name: "vmovshdup", title: "Duplicate odd singles",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F3.0F.W0 16 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F3.0F.W0 16 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F3.0F.W0 16 /r | avx512 future",
    ],
  },
  vmovsldup_evex: {
    name: "vmovsldup", title: "Duplicate even singles",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F3.0F.W0 12 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F3.0F.W0 12 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F3.0F.W0 12 /r | avx512 future",
    ],
  },
  vmovss_evex: {
    name: "vmovss", title: "Move scalar single",
    rows: [
      "w xmm{k}{z}, r m32 | RM t1s | EVEX.128.F3.0F.W0 10 /r | avx512 future",
      "w m32{k}, r xmm | MR t1s | EVEX.128.F3.0F.W0 11 /r | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm | RVM | EVEX.128.F3.0F.W0 10 /r | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm | MVR | EVEX.128.F3.0F.W0 11 /r | avx512 future",
    ],
  },
  vmovupd_evex: {
    name: "vmovupd", title: "Move unaligned packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F.W1 10 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F.W1 10 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F.W1 10 /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F.W1 11 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F.W1 11 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F.W1 11 /r | avx512 future",
      "w m128{k}, r xmm | MR fvm | EVEX.128.66.0F.W1 11 /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR fvm | EVEX.256.66.0F.W1 11 /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR fvm | EVEX.512.66.0F.W1 11 /r | avx512 future",
    ],
  },
  vmovups_evex: {
    name: "vmovups", title: "Move unaligned packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.0F.W0 10 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.0F.W0 10 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.0F.W0 10 /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.0F.W0 11 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.0F.W0 11 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.0F.W0 11 /r | avx512 future",
      "w m128{k}, r xmm | MR fvm | EVEX.128.0F.W0 11 /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR fvm | EVEX.256.0F.W0 11 /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR fvm | EVEX.512.0F.W0 11 /r | avx512 future",
    ],
  },
  vmulpd_evex: {
    name: "vmulpd", title: "Multiply packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 59 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 59 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F.W1 59 /r | avx512 future",
    ],
  },
  vmulps_evex: {
    name: "vmulps", title: "Multiply packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 59 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 59 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.0F.W0 59 /r | avx512 future",
    ],
  },
  vmulsd_evex: {
    name: "vmulsd", title: "Multiply scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 59 /r | avx512 future",
    ],
  },
  vmulss_evex: {
    name: "vmulss", title: "Multiply scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.F3.0F.W0 59 /r | avx512 future",
    ],
  },
  vorpd_evex: {
    name: "vorpd", title: "Bitwise or of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 56 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 56 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 56 /r | avx512dq future",
    ],
  },
  vorps_evex: {
    name: "vorps", title: "Bitwise or of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 56 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 56 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 56 /r | avx512dq future",
    ],
  },
  vpabsb_evex: {
    name: "vpabsb", title: "Absolute value of packed bytes",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F38.WIG 1C /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F38.WIG 1C /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F38.WIG 1C /r | avx512bw future",
    ],
  },
  vpabsw_evex: {
    name: "vpabsw", title: "VPABSW",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F38.WIG 1D /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F38.WIG 1D /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F38.WIG 1D /r | avx512bw future",
    ],
  },
  vpabsd_evex: {
    name: "vpabsd", title: "Absolute value of packed doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 1E /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 1E /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.66.0F38.W0 1E /r | avx512 future",
    ],
  },
  vpacksswb_evex: {
    name: "vpacksswb", title: "Pack words to bytes with signed saturation",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 63 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 63 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 63 /r | avx512bw future",
    ],
  },
  vpackssdw_evex: {
    name: "vpackssdw", title: "Pack doublewords to words with signed saturation",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 6B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 6B /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 6B /r | avx512bw future",
    ],
  },
  vpackuswb_evex: {
    name: "vpackuswb", title: "Pack words to bytes with unsigned saturation",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 67 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 67 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 67 /r | avx512bw future",
    ],
  },
  vpackusdw_evex: {
    name: "vpackusdw", title: "Pack doublewords to words with unsigned saturation",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 2B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 2B /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 2B /r | avx512bw future",
    ],
  },
  vpaddb_evex: {
    name: "vpaddb", title: "Add packed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG FC /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG FC /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG FC /r | avx512bw future",
    ],
  },
  vpaddw_evex: {
    name: "vpaddw", title: "Add packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG FD /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG FD /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG FD /r | avx512bw future",
    ],
  },
  vpaddd_evex: {
    name: "vpaddd", title: "Add packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 FE /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 FE /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 FE /r | avx512 future",
    ],
  },
  vpaddq_evex: {
    name: "vpaddq", title: "Add packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 D4 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 D4 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 D4 /r | avx512 future",
    ],
  },
  vpaddsb_evex: {
    name: "vpaddsb", title: "Add packed saturated signed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG EC /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG EC /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG EC /r | avx512bw future",
    ],
  },
  vpaddsw_evex: {
    name: "vpaddsw", title: "Add packed signed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG ED /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG ED /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG ED /r | avx512bw future",
    ],
  },
  vpaddusb_evex: {
    name: "vpaddusb", title: "Add packed saturated unsigned bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG DC /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG DC /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG DC /r | avx512bw future",
    ],
  },
  vpaddusw_evex: {
    name: "vpaddusw", title: "VPADDUSW",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG DD /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG DD /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG DD /r | avx512bw future",
    ],
  },
  vpalignr_evex: {
    name: "vpalignr", title: "Align right",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.WIG 0F /r ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.WIG 0F /r ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.WIG 0F /r ib | avx512bw future",
    ],
  },
  vpavgb_evex: {
    name: "vpavgb", title: "Average of packed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E0 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E0 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E0 /r | avx512bw future",
    ],
  },
  vpavgw_evex: {
    name: "vpavgw", title: "Average of packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E3 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E3 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E3 /r | avx512bw future",
    ],
  },
  vpcmpeqb_evex: {
    name: "vpcmpeqb", title: "Compare packed equal bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 74 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 74 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 74 /r | avx512bw future",
    ],
  },
  vpcmpeqw_evex: {
    name: "vpcmpeqw", title: "Compare packed equal words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 75 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 75 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 75 /r | avx512bw future",
    ],
  },
  vpcmpeqd_evex: {
    name: "vpcmpeqd", title: "Compare packed equal doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 76 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 76 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 76 /r | avx512 future",
    ],
  },
  vpcmpeqq_evex: {
    name: "vpcmpeqq", title: "Compare packed equal quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 29 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 29 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 29 /r | avx512 future",
    ],
  },
  vpcmpgtb_evex: {
    name: "vpcmpgtb", title: "Compare packed greater bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 64 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 64 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 64 /r | avx512bw future",
    ],
  },
  vpcmpgtw_evex: {
    name: "vpcmpgtw", title: "Compare packed greater words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 65 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 65 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 65 /r | avx512bw future",
    ],
  },
  vpcmpgtd_evex: {
    name: "vpcmpgtd", title: "Compare packed greater doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 66 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 66 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 66 /r | avx512 future",
    ],
  },
  vpcmpgtq_evex: {
    name: "vpcmpgtq", title: "Compare packed greater quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 37 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 37 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 37 /r | avx512 future",
    ],
  },
  vpermilpd_evex: {
    name: "vpermilpd", title: "Permute inside lanes packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W1 05 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 05 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 05 /r ib | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 0D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 0D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 0D /r | avx512 future",
    ],
  },
  vpermilps_evex: {
    name: "vpermilps", title: "Permute inside lanes packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W0 04 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W0 04 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W0 04 /r ib | avx512 future",
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 0C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 0C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 0C /r | avx512 future",
    ],
  },
  vpextrb_evex: {
    name: "vpextrb", title: "Extract one of bytes",
    rows: [
      "w r8, r xmm, r imm8 | MRI t1s8 | EVEX.128.66.0F3A.WIG 14 /r ib | avx512bw future",
      "w r16, r xmm, r imm8 | MRI t1s8 | EVEX.128.66.0F3A.WIG 14 /r ib | avx512bw future",
      "w r32, r xmm, r imm8 | MRI t1s8 | EVEX.128.66.0F3A.WIG 14 /r ib | avx512bw future",
      "w r64, r xmm, r imm8 | MRI t1s8 | EVEX.128.66.0F3A.WIG 14 /r ib | avx512bw future",
      "w m8, r xmm, r imm8 | MRI t1s8 | EVEX.128.66.0F3A.WIG 14 /r ib | avx512bw future",
    ],
  },
  vpextrw_evex: {
    name: "vpextrw", title: "Extract one of words",
    rows: [
      "w r16, r xmm, r imm8 | MRI t1s16 | EVEX.128.66.0F3A.WIG 15 /r ib | avx512bw future",
      "w r32, r xmm, r imm8 | MRI t1s16 | EVEX.128.66.0F3A.WIG 15 /r ib | avx512bw future",
      "w r64, r xmm, r imm8 | MRI t1s16 | EVEX.128.66.0F3A.WIG 15 /r ib | avx512bw future",
      "w m16, r xmm, r imm8 | MRI t1s16 | EVEX.128.66.0F3A.WIG 15 /r ib | avx512bw future",
      "w r16, r xmm, r imm8 | RMI | EVEX.128.66.0F.WIG C5 /r ib | avx512bw future",
      "w r32, r xmm, r imm8 | RMI | EVEX.128.66.0F.WIG C5 /r ib | avx512bw future",
      "w r64, r xmm, r imm8 | RMI | EVEX.128.66.0F.WIG C5 /r ib | avx512bw future",
    ],
  },
  vpextrd_evex: {
    name: "vpextrd", title: "Extract one of doublewords",
    rows: [
      "w r/m32, r xmm, r imm8 | MRI t1s | EVEX.128.66.0F3A.W0 16 /r ib | avx512dq future",
    ],
  },
  vpextrq_evex: {
    name: "vpextrq", title: "Extract one of quadwords",
    rows: [
      "w r/m64, r xmm, r imm8 | MRI t1s | EVEX.128.66.0F3A.W1 16 /r ib | avx512dq future",
    ],
  },
  vpinsrb_evex: {
    name: "vpinsrb", title: "Insert one of bytes",
    rows: [
      "w xmm, r [xmm], r r32, r imm8 | RVMI t1s8 | EVEX.128.66.0F3A.WIG 20 /r ib | avx512bw future",
      "w xmm, r [xmm], r m8, r imm8 | RVMI t1s8 | EVEX.128.66.0F3A.WIG 20 /r ib | avx512bw future",
    ],
  },
  vpinsrw_evex: {
    name: "vpinsrw", title: "Insert one of words",
    rows: [
      "w xmm, r [xmm], r r32, r imm8 | RVMI t1s16 | EVEX.128.66.0F.WIG C4 /r ib | avx512bw future",
      "w xmm, r [xmm], r m16, r imm8 | RVMI t1s16 | EVEX.128.66.0F.WIG C4 /r ib | avx512bw future",
    ],
  },
  vpinsrd_evex: {
    name: "vpinsrd", title: "Insert one of doublewords",
    rows: [
      "w xmm, r [xmm], r r/m32, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 22 /r ib | avx512dq future",
    ],
  },
  vpinsrq_evex: {
    name: "vpinsrq", title: "Insert one of quadwords",
    rows: [
      "w xmm, r [xmm], r r/m64, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 22 /r ib | avx512dq future",
    ],
  },
  vpmaddwd_evex: {
    name: "vpmaddwd", title: "Multiply words and add pairs",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG F5 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG F5 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG F5 /r | avx512bw future",
    ],
  },
  vpmaddubsw_evex: {
    name: "vpmaddubsw", title: "Multiply unsigned by signed bytes and add pairs",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 04 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 04 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 04 /r | avx512bw future",
    ],
  },
  vpmaxsb_evex: {
    name: "vpmaxsb", title: "Maximum of packed signed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 3C /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 3C /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 3C /r | avx512bw future",
    ],
  },
  vpmaxsw_evex: {
    name: "vpmaxsw", title: "Maximum of packed signed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG EE /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG EE /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG EE /r | avx512bw future",
    ],
  },
  vpmaxsd_evex: {
    name: "vpmaxsd", title: "Maximum of packed signed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 3D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 3D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 3D /r | avx512 future",
    ],
  },
  vpmaxub_evex: {
    name: "vpmaxub", title: "Maximum of packed unsigned bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG DE /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG DE /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG DE /r | avx512bw future",
    ],
  },
  vpmaxuw_evex: {
    name: "vpmaxuw", title: "Maximum of packed unsigned words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 3E /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 3E /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 3E /r | avx512bw future",
    ],
  },
  vpmaxud_evex: {
    name: "vpmaxud", title: "Maximum of packed unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 3F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 3F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 3F /r | avx512 future",
    ],
  },
  vpminsb_evex: {
    name: "vpminsb", title: "Minimum of packed signed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 38 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 38 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 38 /r | avx512bw future",
    ],
  },
  vpminsw_evex: {
    name: "vpminsw", title: "Minimum of packed signed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG EA /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG EA /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG EA /r | avx512bw future",
    ],
  },
  vpminsd_evex: {
    name: "vpminsd", title: "Minimum of packed signed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 39 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 39 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 39 /r | avx512 future",
    ],
  },
  vpminub_evex: {
    name: "vpminub", title: "Minimum of packed unsigned bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG DA /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG DA /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG DA /r | avx512bw future",
    ],
  },
  vpminuw_evex: {
    name: "vpminuw", title: "Minimum of packed unsigned words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 3A /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 3A /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 3A /r | avx512bw future",
    ],
  },
  vpminud_evex: {
    name: "vpminud", title: "Minimum of packed unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 3B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 3B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 3B /r | avx512 future",
    ],
  },
  vpmovsxbw_evex: {
    name: "vpmovsxbw", title: "Move packed bytes to words with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.WIG 20 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.WIG 20 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.WIG 20 /r | avx512bw future",
    ],
  },
  vpmovsxbd_evex: {
    name: "vpmovsxbd", title: "Move packed bytes to doublewords with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m32 | RM qvm | EVEX.128.66.0F38.WIG 21 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m64 | RM qvm | EVEX.256.66.0F38.WIG 21 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m128 | RM qvm | EVEX.512.66.0F38.WIG 21 /r | avx512 future",
    ],
  },
  vpmovsxbq_evex: {
    name: "vpmovsxbq", title: "Move packed bytes to quadwords with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m16 | RM ovm | EVEX.128.66.0F38.WIG 22 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m32 | RM ovm | EVEX.256.66.0F38.WIG 22 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m64 | RM ovm | EVEX.512.66.0F38.WIG 22 /r | avx512 future",
    ],
  },
  vpmovsxwd_evex: {
    name: "vpmovsxwd", title: "Move packed words to doublewords with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.WIG 23 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.WIG 23 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.WIG 23 /r | avx512 future",
    ],
  },
  vpmovsxwq_evex: {
    name: "vpmovsxwq", title: "Move packed words to quadwords with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m32 | RM qvm | EVEX.128.66.0F38.WIG 24 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m64 | RM qvm | EVEX.256.66.0F38.WIG 24 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m128 | RM qvm | EVEX.512.66.0F38.WIG 24 /r | avx512 future",
    ],
  },
  vpmovsxdq_evex: {
    name: "vpmovsxdq", title: "Move packed doublewords to quadwords with sign extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.W0 25 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.W0 25 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.W0 25 /r | avx512 future",
    ],
  },
  vpmovzxbw_evex: {
    name: "vpmovzxbw", title: "Move packed bytes to words with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.WIG 30 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.WIG 30 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.WIG 30 /r | avx512bw future",
    ],
  },
  vpmovzxbd_evex: {
    name: "vpmovzxbd", title: "Move packed bytes to doublewords with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m32 | RM qvm | EVEX.128.66.0F38.WIG 31 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m64 | RM qvm | EVEX.256.66.0F38.WIG 31 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m128 | RM qvm | EVEX.512.66.0F38.WIG 31 /r | avx512 future",
    ],
  },
  vpmovzxbq_evex: {
    name: "vpmovzxbq", title: "Move packed bytes to quadwords with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m16 | RM ovm | EVEX.128.66.0F38.WIG 32 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m32 | RM ovm | EVEX.256.66.0F38.WIG 32 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m64 | RM ovm | EVEX.512.66.0F38.WIG 32 /r | avx512 future",
    ],
  },
  vpmovzxwd_evex: {
    name: "vpmovzxwd", title: "Move packed words to doublewords with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.WIG 33 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.WIG 33 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.WIG 33 /r | avx512 future",
    ],
  },
  vpmovzxwq_evex: {
    name: "vpmovzxwq", title: "Move packed words to quadwords with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m32 | RM qvm | EVEX.128.66.0F38.WIG 34 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m64 | RM qvm | EVEX.256.66.0F38.WIG 34 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm/m128 | RM qvm | EVEX.512.66.0F38.WIG 34 /r | avx512 future",
    ],
  },
  vpmovzxdq_evex: {
    name: "vpmovzxdq", title: "Move packed doublewords to quadwords with zero extension",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.W0 35 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.W0 35 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256 | RM hvm | EVEX.512.66.0F38.W0 35 /r | avx512 future",
    ],
  },
  vpmulhuw_evex: {
    name: "vpmulhuw", title: "Multiply unsigned words, high half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E4 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E4 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E4 /r | avx512bw future",
    ],
  },
  vpmulhrsw_evex: {
    name: "vpmulhrsw", title: "Multiply words, round and scale",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 0B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 0B /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 0B /r | avx512bw future",
    ],
  },
  vpmulhw_evex: {
    name: "vpmulhw", title: "Multiply signed words, high half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E5 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E5 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E5 /r | avx512bw future",
    ],
  },
  vpmullw_evex: {
    name: "vpmullw", title: "Multiply words, low half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG D5 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG D5 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG D5 /r | avx512bw future",
    ],
  },
  vpmulld_evex: {
    name: "vpmulld", title: "Multiply doublewords, low half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 40 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 40 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 40 /r | avx512 future",
    ],
  },
  vpmuludq_evex: {
    name: "vpmuludq", title: "Multiply unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 F4 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 F4 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 F4 /r | avx512 future",
    ],
  },
  vpmuldq_evex: {
    name: "vpmuldq", title: "Multiply signed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 28 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 28 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 28 /r | avx512 future",
    ],
  },
  vpsadbw_evex: {
    name: "vpsadbw", title: "Sum of absolute differences",
    rows: [
      "w xmm, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG F6 /r | avx512vl avx512bw future",
      "w ymm, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG F6 /r | avx512vl avx512bw future",
      "w zmm, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG F6 /r | avx512bw future",
    ],
  },
  vpshufb_evex: {
    name: "vpshufb", title: "Shuffle bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.WIG 00 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.WIG 00 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.WIG 00 /r | avx512bw future",
    ],
  },
  vpshufd_evex: {
    name: "vpshufd", title: "Shuffle doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F.W0 70 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F.W0 70 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst, r imm8 | RMI fv | EVEX.512.66.0F.W0 70 /r ib | avx512 future",
    ],
  },
  vpshufhw_evex: {
    name: "vpshufhw", title: "Shuffle high words",
    rows: [
      "w xmm{k}{z}, r xmm/m128, r imm8 | RMI fvm | EVEX.128.F3.0F.WIG 70 /r ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256, r imm8 | RMI fvm | EVEX.256.F3.0F.WIG 70 /r ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512, r imm8 | RMI fvm | EVEX.512.F3.0F.WIG 70 /r ib | avx512bw future",
    ],
  },
  vpshuflw_evex: {
    name: "vpshuflw", title: "Shuffle low words",
    rows: [
      "w xmm{k}{z}, r xmm/m128, r imm8 | RMI fvm | EVEX.128.F2.0F.WIG 70 /r ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256, r imm8 | RMI fvm | EVEX.256.F2.0F.WIG 70 /r ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512, r imm8 | RMI fvm | EVEX.512.F2.0F.WIG 70 /r ib | avx512bw future",
    ],
  },
  vpslldq_evex: {
    name: "vpslldq", title: "Shift left by bytes",
    rows: [
      "w xmm, r [xmm/m128], r imm8 | VMI fvm | EVEX.128.66.0F.WIG 73 /7 ib | avx512vl avx512bw future",
      "w ymm, r [ymm/m256], r imm8 | VMI fvm | EVEX.256.66.0F.WIG 73 /7 ib | avx512vl avx512bw future",
      "w zmm, r [zmm/m512], r imm8 | VMI fvm | EVEX.512.66.0F.WIG 73 /7 ib | avx512bw future",
    ],
  },
  vpsrldq_evex: {
    name: "vpsrldq", title: "Shift right by bytes",
    rows: [
      "w xmm, r [xmm/m128], r imm8 | VMI fvm | EVEX.128.66.0F.WIG 73 /3 ib | avx512vl avx512bw future",
      "w ymm, r [ymm/m256], r imm8 | VMI fvm | EVEX.256.66.0F.WIG 73 /3 ib | avx512vl avx512bw future",
      "w zmm, r [zmm/m512], r imm8 | VMI fvm | EVEX.512.66.0F.WIG 73 /3 ib | avx512bw future",
    ],
  },
  vpsllw_evex: {
    name: "vpsllw", title: "Shift left packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.WIG F1 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.WIG F1 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.WIG F1 /r | avx512bw future",
      "w xmm{k}{z}, r [xmm/m128], r imm8 | VMI fvm | EVEX.128.66.0F.WIG 71 /6 ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm/m256], r imm8 | VMI fvm | EVEX.256.66.0F.WIG 71 /6 ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm/m512], r imm8 | VMI fvm | EVEX.512.66.0F.WIG 71 /6 ib | avx512bw future",
    ],
  },
  vpslld_evex: {
    name: "vpslld", title: "Shift left packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W0 F2 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W0 F2 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W0 F2 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m32bcst], r imm8 | VMI fv | EVEX.128.66.0F.W0 72 /6 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m32bcst], r imm8 | VMI fv | EVEX.256.66.0F.W0 72 /6 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m32bcst], r imm8 | VMI fv | EVEX.512.66.0F.W0 72 /6 ib | avx512 future",
    ],
  },
  vpsllq_evex: {
    name: "vpsllq", title: "Shift left packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W1 F3 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W1 F3 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W1 F3 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m64bcst], r imm8 | VMI fv | EVEX.128.66.0F.W1 73 /6 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m64bcst], r imm8 | VMI fv | EVEX.256.66.0F.W1 73 /6 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m64bcst], r imm8 | VMI fv | EVEX.512.66.0F.W1 73 /6 ib | avx512 future",
    ],
  },
  vpsraw_evex: {
    name: "vpsraw", title: "Shift right signed packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.WIG E1 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.WIG E1 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.WIG E1 /r | avx512bw future",
      "w xmm{k}{z}, r [xmm/m128], r imm8 | VMI fvm | EVEX.128.66.0F.WIG 71 /4 ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm/m256], r imm8 | VMI fvm | EVEX.256.66.0F.WIG 71 /4 ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm/m512], r imm8 | VMI fvm | EVEX.512.66.0F.WIG 71 /4 ib | avx512bw future",
    ],
  },
  vpsrad_evex: {
    name: "vpsrad", title: "Shift right signed packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W0 E2 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W0 E2 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W0 E2 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m32bcst], r imm8 | VMI fv | EVEX.128.66.0F.W0 72 /4 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m32bcst], r imm8 | VMI fv | EVEX.256.66.0F.W0 72 /4 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m32bcst], r imm8 | VMI fv | EVEX.512.66.0F.W0 72 /4 ib | avx512 future",
    ],
  },
  vpsrlw_evex: {
    name: "vpsrlw", title: "Shift right packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.WIG D1 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.WIG D1 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.WIG D1 /r | avx512bw future",
      "w xmm{k}{z}, r [xmm/m128], r imm8 | VMI fvm | EVEX.128.66.0F.WIG 71 /2 ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm/m256], r imm8 | VMI fvm | EVEX.256.66.0F.WIG 71 /2 ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm/m512], r imm8 | VMI fvm | EVEX.512.66.0F.WIG 71 /2 ib | avx512bw future",
    ],
  },
  vpsrld_evex: {
    name: "vpsrld", title: "Shift right packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W0 D2 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W0 D2 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W0 D2 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m32bcst], r imm8 | VMI fv | EVEX.128.66.0F.W0 72 /2 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m32bcst], r imm8 | VMI fv | EVEX.256.66.0F.W0 72 /2 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m32bcst], r imm8 | VMI fv | EVEX.512.66.0F.W0 72 /2 ib | avx512 future",
    ],
  },
  vpsrlq_evex: {
    name: "vpsrlq", title: "Shift right packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W1 D3 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W1 D3 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W1 D3 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m64bcst], r imm8 | VMI fv | EVEX.128.66.0F.W1 73 /2 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m64bcst], r imm8 | VMI fv | EVEX.256.66.0F.W1 73 /2 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m64bcst], r imm8 | VMI fv | EVEX.512.66.0F.W1 73 /2 ib | avx512 future",
    ],
  },
  vpsubb_evex: {
    name: "vpsubb", title: "Subtract packed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG F8 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG F8 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG F8 /r | avx512bw future",
    ],
  },
  vpsubw_evex: {
    name: "vpsubw", title: "Subtract packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG F9 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG F9 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG F9 /r | avx512bw future",
    ],
  },
  vpsubd_evex: {
    name: "vpsubd", title: "Subtract packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 FA /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 FA /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 FA /r | avx512 future",
    ],
  },
  vpsubq_evex: {
    name: "vpsubq", title: "Subtract packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 FB /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 FB /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 FB /r | avx512 future",
    ],
  },
  vpsubsb_evex: {
    name: "vpsubsb", title: "Subtract packed saturated signed bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E8 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E8 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E8 /r | avx512bw future",
    ],
  },
  vpsubsw_evex: {
    name: "vpsubsw", title: "Subtract packed signed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG E9 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG E9 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG E9 /r | avx512bw future",
    ],
  },
  vpsubusb_evex: {
    name: "vpsubusb", title: "Subtract packed saturated unsigned bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG D8 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG D8 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG D8 /r | avx512bw future",
    ],
  },
  vpsubusw_evex: {
    name: "vpsubusw", title: "VPSUBUSW",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG D9 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG D9 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG D9 /r | avx512bw future",
    ],
  },
  vpunpckhbw_evex: {
    name: "vpunpckhbw", title: "Interleave high bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 68 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 68 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 68 /r | avx512bw future",
    ],
  },
  vpunpckhwd_evex: {
    name: "vpunpckhwd", title: "Interleave high words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 69 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 69 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 69 /r | avx512bw future",
    ],
  },
  vpunpckhdq_evex: {
    name: "vpunpckhdq", title: "Interleave high doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 6A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 6A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 6A /r | avx512 future",
    ],
  },
  vpunpckhqdq_evex: {
    name: "vpunpckhqdq", title: "Interleave high quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 6D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 6D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 6D /r | avx512 future",
    ],
  },
  vpunpcklbw_evex: {
    name: "vpunpcklbw", title: "Interleave low bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 60 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 60 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 60 /r | avx512bw future",
    ],
  },
  vpunpcklwd_evex: {
    name: "vpunpcklwd", title: "Interleave low words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F.WIG 61 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F.WIG 61 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F.WIG 61 /r | avx512bw future",
    ],
  },
  vpunpckldq_evex: {
    name: "vpunpckldq", title: "Interleave low doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 62 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 62 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 62 /r | avx512 future",
    ],
  },
  vpunpcklqdq_evex: {
    name: "vpunpcklqdq", title: "Interleave low quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 6C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 6C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 6C /r | avx512 future",
    ],
  },
  vshufpd_evex: {
    name: "vshufpd", title: "Shuffle packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F.W1 C6 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F.W1 C6 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F.W1 C6 /r ib | avx512 future",
    ],
  },
  vshufps_evex: {
    name: "vshufps", title: "Shuffle packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.0F.W0 C6 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.0F.W0 C6 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.0F.W0 C6 /r ib | avx512 future",
    ],
  },
  vsqrtpd_evex: {
    name: "vsqrtpd", title: "Square root of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 51 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 51 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.66.0F.W1 51 /r | avx512 future",
    ],
  },
  vsqrtps_evex: {
    name: "vsqrtps", title: "Square root of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.0F.W0 51 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.0F.W0 51 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.0F.W0 51 /r | avx512 future",
    ],
  },
  vsqrtsd_evex: {
    name: "vsqrtsd", title: "Square root of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 51 /r | avx512 future",
    ],
  },
  vsqrtss_evex: {
    name: "vsqrtss", title: "Square root of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.F3.0F.W0 51 /r | avx512 future",
    ],
  },
  vsubpd_evex: {
    name: "vsubpd", title: "Subtract packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 5C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 5C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F.W1 5C /r | avx512 future",
    ],
  },
  vsubps_evex: {
    name: "vsubps", title: "Subtract packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 5C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 5C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.0F.W0 5C /r | avx512 future",
    ],
  },
  vsubsd_evex: {
    name: "vsubsd", title: "Subtract scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.F2.0F.W1 5C /r | avx512 future",
    ],
  },
  vsubss_evex: {
    name: "vsubss", title: "Subtract scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.F3.0F.W0 5C /r | avx512 future",
    ],
  },
  vucomisd_evex: {
    name: "vucomisd", title: "Compare into flags, quiet, scalar double",
    rows: [
      "r xmm, r xmm/m64{sae} | RM t1s | EVEX.128.66.0F.W1 2E /r | avx512 future",
    ],
  },
  vucomiss_evex: {
    name: "vucomiss", title: "Compare into flags, quiet, scalar single",
    rows: [
      "r xmm, r xmm/m32{sae} | RM t1s | EVEX.128.0F.W0 2E /r | avx512 future",
    ],
  },
  vunpckhpd_evex: {
    name: "vunpckhpd", title: "Interleave high packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 15 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 15 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 15 /r | avx512 future",
    ],
  },
  vunpckhps_evex: {
    name: "vunpckhps", title: "Interleave high packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 15 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 15 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 15 /r | avx512 future",
    ],
  },
  vunpcklpd_evex: {
    name: "vunpcklpd", title: "Interleave low packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 14 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 14 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 14 /r | avx512 future",
    ],
  },
  vunpcklps_evex: {
    name: "vunpcklps", title: "Interleave low packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 14 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 14 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 14 /r | avx512 future",
    ],
  },
  vxorpd_evex: {
    name: "vxorpd", title: "Bitwise exclusive or of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 57 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 57 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 57 /r | avx512dq future",
    ],
  },
  vxorps_evex: {
    name: "vxorps", title: "Bitwise exclusive or of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.0F.W0 57 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.0F.W0 57 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.0F.W0 57 /r | avx512dq future",
    ],
  },
  vpclmulqdq_evex: {
    name: "vpclmulqdq", title: "Carry-less multiply",
    rows: [
      "w xmm, r [xmm], r xmm/m128, r imm8 | RVMI fv | EVEX.128.66.0F3A.WIG 44 /r ib | avx512vl vpclmulqdq future",
      "w ymm, r [ymm], r ymm/m256, r imm8 | RVMI fv | EVEX.256.66.0F3A.WIG 44 /r ib | avx512vl vpclmulqdq future",
      "w zmm, r [zmm], r zmm/m512, r imm8 | RVMI fv | EVEX.512.66.0F3A.WIG 44 /r ib | avx512 vpclmulqdq future",
    ],
  },
  vfmadd132ps_evex: {
    name: "vfmadd132ps", title: "Fused multiply-add of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 98 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 98 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 98 /r | avx512 future",
    ],
  },
  vfmadd132pd_evex: {
    name: "vfmadd132pd", title: "Fused multiply-add of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 98 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 98 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 98 /r | avx512 future",
    ],
  },
  vfmadd213ps_evex: {
    name: "vfmadd213ps", title: "Fused multiply-add of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 A8 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 A8 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 A8 /r | avx512 future",
    ],
  },
  vfmadd213pd_evex: {
    name: "vfmadd213pd", title: "Fused multiply-add of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 A8 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 A8 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 A8 /r | avx512 future",
    ],
  },
  vfmadd231ps_evex: {
    name: "vfmadd231ps", title: "Fused multiply-add of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 B8 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 B8 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 B8 /r | avx512 future",
    ],
  },
  vfmadd231pd_evex: {
    name: "vfmadd231pd", title: "Fused multiply-add of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 B8 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 B8 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 B8 /r | avx512 future",
    ],
  },
  vfmaddsub132ps_evex: {
    name: "vfmaddsub132ps", title: "Fused multiply-add and subtract alternating of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 96 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 96 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 96 /r | avx512 future",
    ],
  },
  vfmaddsub132pd_evex: {
    name: "vfmaddsub132pd", title: "Fused multiply-add and subtract alternating of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 96 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 96 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 96 /r | avx512 future",
    ],
  },
  vfmaddsub213ps_evex: {
    name: "vfmaddsub213ps", title: "Fused multiply-add and subtract alternating of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 A6 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 A6 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 A6 /r | avx512 future",
    ],
  },
  vfmaddsub213pd_evex: {
    name: "vfmaddsub213pd", title: "Fused multiply-add and subtract alternating of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 A6 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 A6 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 A6 /r | avx512 future",
    ],
  },
  vfmaddsub231ps_evex: {
    name: "vfmaddsub231ps", title: "Fused multiply-add and subtract alternating of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 B6 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 B6 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 B6 /r | avx512 future",
    ],
  },
  vfmaddsub231pd_evex: {
    name: "vfmaddsub231pd", title: "Fused multiply-add and subtract alternating of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 B6 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 B6 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 B6 /r | avx512 future",
    ],
  },
  vfmsub132ps_evex: {
    name: "vfmsub132ps", title: "Fused multiply-subtract of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 9A /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 9A /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 9A /r | avx512 future",
    ],
  },
  vfmsub132pd_evex: {
    name: "vfmsub132pd", title: "Fused multiply-subtract of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 9A /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 9A /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 9A /r | avx512 future",
    ],
  },
  vfmsub213ps_evex: {
    name: "vfmsub213ps", title: "Fused multiply-subtract of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 AA /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 AA /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 AA /r | avx512 future",
    ],
  },
  vfmsub213pd_evex: {
    name: "vfmsub213pd", title: "Fused multiply-subtract of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 AA /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 AA /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 AA /r | avx512 future",
    ],
  },
  vfmsub231ps_evex: {
    name: "vfmsub231ps", title: "Fused multiply-subtract of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 BA /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 BA /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 BA /r | avx512 future",
    ],
  },
  vfmsub231pd_evex: {
    name: "vfmsub231pd", title: "Fused multiply-subtract of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 BA /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 BA /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 BA /r | avx512 future",
    ],
  },
  vfmsubadd132ps_evex: {
    name: "vfmsubadd132ps", title: "Fused multiply-subtract and add alternating of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 97 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 97 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 97 /r | avx512 future",
    ],
  },
  vfmsubadd132pd_evex: {
    name: "vfmsubadd132pd", title: "Fused multiply-subtract and add alternating of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 97 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 97 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 97 /r | avx512 future",
    ],
  },
  vfmsubadd213ps_evex: {
    name: "vfmsubadd213ps", title: "Fused multiply-subtract and add alternating of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 A7 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 A7 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 A7 /r | avx512 future",
    ],
  },
  vfmsubadd213pd_evex: {
    name: "vfmsubadd213pd", title: "Fused multiply-subtract and add alternating of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 A7 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 A7 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 A7 /r | avx512 future",
    ],
  },
  vfmsubadd231ps_evex: {
    name: "vfmsubadd231ps", title: "Fused multiply-subtract and add alternating of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 B7 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 B7 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 B7 /r | avx512 future",
    ],
  },
  vfmsubadd231pd_evex: {
    name: "vfmsubadd231pd", title: "Fused multiply-subtract and add alternating of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 B7 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 B7 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 B7 /r | avx512 future",
    ],
  },
  vfnmadd132ps_evex: {
    name: "vfnmadd132ps", title: "Fused negative multiply-add of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 9C /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 9C /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 9C /r | avx512 future",
    ],
  },
  vfnmadd132pd_evex: {
    name: "vfnmadd132pd", title: "Fused negative multiply-add of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 9C /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 9C /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 9C /r | avx512 future",
    ],
  },
  vfnmadd213ps_evex: {
    name: "vfnmadd213ps", title: "Fused negative multiply-add of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 AC /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 AC /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 AC /r | avx512 future",
    ],
  },
  vfnmadd213pd_evex: {
    name: "vfnmadd213pd", title: "Fused negative multiply-add of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 AC /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 AC /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 AC /r | avx512 future",
    ],
  },
  vfnmadd231ps_evex: {
    name: "vfnmadd231ps", title: "Fused negative multiply-add of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 BC /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 BC /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 BC /r | avx512 future",
    ],
  },
  vfnmadd231pd_evex: {
    name: "vfnmadd231pd", title: "Fused negative multiply-add of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 BC /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 BC /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 BC /r | avx512 future",
    ],
  },
  vfnmsub132ps_evex: {
    name: "vfnmsub132ps", title: "Fused negative multiply-subtract of packed single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 9E /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 9E /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 9E /r | avx512 future",
    ],
  },
  vfnmsub132pd_evex: {
    name: "vfnmsub132pd", title: "Fused negative multiply-subtract of packed double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 9E /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 9E /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 9E /r | avx512 future",
    ],
  },
  vfnmsub213ps_evex: {
    name: "vfnmsub213ps", title: "Fused negative multiply-subtract of packed single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 AE /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 AE /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 AE /r | avx512 future",
    ],
  },
  vfnmsub213pd_evex: {
    name: "vfnmsub213pd", title: "Fused negative multiply-subtract of packed double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 AE /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 AE /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 AE /r | avx512 future",
    ],
  },
  vfnmsub231ps_evex: {
    name: "vfnmsub231ps", title: "Fused negative multiply-subtract of packed single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 BE /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 BE /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 BE /r | avx512 future",
    ],
  },
  vfnmsub231pd_evex: {
    name: "vfnmsub231pd", title: "Fused negative multiply-subtract of packed double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 BE /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 BE /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 BE /r | avx512 future",
    ],
  },
  vfmadd132ss_evex: {
    name: "vfmadd132ss", title: "Fused multiply-add of scalar single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 99 /r | avx512 future",
    ],
  },
  vfmadd132sd_evex: {
    name: "vfmadd132sd", title: "Fused multiply-add of scalar double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 99 /r | avx512 future",
    ],
  },
  vfmadd213ss_evex: {
    name: "vfmadd213ss", title: "Fused multiply-add of scalar single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 A9 /r | avx512 future",
    ],
  },
  vfmadd213sd_evex: {
    name: "vfmadd213sd", title: "Fused multiply-add of scalar double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 A9 /r | avx512 future",
    ],
  },
  vfmadd231ss_evex: {
    name: "vfmadd231ss", title: "Fused multiply-add of scalar single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 B9 /r | avx512 future",
    ],
  },
  vfmadd231sd_evex: {
    name: "vfmadd231sd", title: "Fused multiply-add of scalar double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 B9 /r | avx512 future",
    ],
  },
  vfmsub132ss_evex: {
    name: "vfmsub132ss", title: "Fused multiply-subtract of scalar single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 9B /r | avx512 future",
    ],
  },
  vfmsub132sd_evex: {
    name: "vfmsub132sd", title: "Fused multiply-subtract of scalar double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 9B /r | avx512 future",
    ],
  },
  vfmsub213ss_evex: {
    name: "vfmsub213ss", title: "Fused multiply-subtract of scalar single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 AB /r | avx512 future",
    ],
  },
  vfmsub213sd_evex: {
    name: "vfmsub213sd", title: "Fused multiply-subtract of scalar double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 AB /r | avx512 future",
    ],
  },
  vfmsub231ss_evex: {
    name: "vfmsub231ss", title: "Fused multiply-subtract of scalar single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 BB /r | avx512 future",
    ],
  },
  vfmsub231sd_evex: {
    name: "vfmsub231sd", title: "Fused multiply-subtract of scalar double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 BB /r | avx512 future",
    ],
  },
  vfnmadd132ss_evex: {
    name: "vfnmadd132ss", title: "Fused negative multiply-add of scalar single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 9D /r | avx512 future",
    ],
  },
  vfnmadd132sd_evex: {
    name: "vfnmadd132sd", title: "Fused negative multiply-add of scalar double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 9D /r | avx512 future",
    ],
  },
  vfnmadd213ss_evex: {
    name: "vfnmadd213ss", title: "Fused negative multiply-add of scalar single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 AD /r | avx512 future",
    ],
  },
  vfnmadd213sd_evex: {
    name: "vfnmadd213sd", title: "Fused negative multiply-add of scalar double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 AD /r | avx512 future",
    ],
  },
  vfnmadd231ss_evex: {
    name: "vfnmadd231ss", title: "Fused negative multiply-add of scalar single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 BD /r | avx512 future",
    ],
  },
  vfnmadd231sd_evex: {
    name: "vfnmadd231sd", title: "Fused negative multiply-add of scalar double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 BD /r | avx512 future",
    ],
  },
  vfnmsub132ss_evex: {
    name: "vfnmsub132ss", title: "Fused negative multiply-subtract of scalar single, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 9F /r | avx512 future",
    ],
  },
  vfnmsub132sd_evex: {
    name: "vfnmsub132sd", title: "Fused negative multiply-subtract of scalar double, order 132",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 9F /r | avx512 future",
    ],
  },
  vfnmsub213ss_evex: {
    name: "vfnmsub213ss", title: "Fused negative multiply-subtract of scalar single, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 AF /r | avx512 future",
    ],
  },
  vfnmsub213sd_evex: {
    name: "vfnmsub213sd", title: "Fused negative multiply-subtract of scalar double, order 213",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 AF /r | avx512 future",
    ],
  },
  vfnmsub231ss_evex: {
    name: "vfnmsub231ss", title: "Fused negative multiply-subtract of scalar single, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 BF /r | avx512 future",
    ],
  },
  vfnmsub231sd_evex: {
    name: "vfnmsub231sd", title: "Fused negative multiply-subtract of scalar double, order 231",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 BF /r | avx512 future",
    ],
  },
  vcvtph2ps_evex: {
    name: "vcvtph2ps", title: "Convert packed half to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.W0 13 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.W0 13 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256{sae} | RM hvm | EVEX.512.66.0F38.W0 13 /r | avx512 future",
    ],
  },
  vcvtps2ph_evex: {
    name: "vcvtps2ph", title: "Convert packed single to packed half",
    rows: [
      "w xmm{k}{z}, r xmm, r imm8 | MRI hvm | EVEX.128.66.0F3A.W0 1D /r ib | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm, r imm8 | MRI hvm | EVEX.256.66.0F3A.W0 1D /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm{sae}, r imm8 | MRI hvm | EVEX.512.66.0F3A.W0 1D /r ib | avx512 future",
      "w m64{k}, r xmm, r imm8 | MRI hvm | EVEX.128.66.0F3A.W0 1D /r ib | avx512vl avx512 future",
      "w m128{k}, r ymm, r imm8 | MRI hvm | EVEX.256.66.0F3A.W0 1D /r ib | avx512vl avx512 future",
      "w m256{k}, r zmm{sae}, r imm8 | MRI hvm | EVEX.512.66.0F3A.W0 1D /r ib | avx512 future",
    ],
  },
  vpbroadcastb_evex: {
    name: "vpbroadcastb", title: "Broadcast bytes",
    rows: [
      "w xmm{k}{z}, r xmm/m8 | RM t1s8 | EVEX.128.66.0F38.W0 78 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r xmm/m8 | RM t1s8 | EVEX.256.66.0F38.W0 78 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r xmm/m8 | RM t1s8 | EVEX.512.66.0F38.W0 78 /r | avx512bw future",
      "w xmm{k}{z}, r r8 | RM | EVEX.128.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r r16 | RM | EVEX.128.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r r32 | RM | EVEX.128.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r r64 | RM | EVEX.128.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r8 | RM | EVEX.256.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r16 | RM | EVEX.256.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r32 | RM | EVEX.256.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r64 | RM | EVEX.256.66.0F38.W0 7A /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r r8 | RM | EVEX.512.66.0F38.W0 7A /r | avx512bw future",
      "w zmm{k}{z}, r r16 | RM | EVEX.512.66.0F38.W0 7A /r | avx512bw future",
      "w zmm{k}{z}, r r32 | RM | EVEX.512.66.0F38.W0 7A /r | avx512bw future",
      "w zmm{k}{z}, r r64 | RM | EVEX.512.66.0F38.W0 7A /r | avx512bw future",
    ],
  },
  vpbroadcastw_evex: {
    name: "vpbroadcastw", title: "Broadcast words",
    rows: [
      "w xmm{k}{z}, r xmm/m16 | RM t1s16 | EVEX.128.66.0F38.W0 79 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r xmm/m16 | RM t1s16 | EVEX.256.66.0F38.W0 79 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r xmm/m16 | RM t1s16 | EVEX.512.66.0F38.W0 79 /r | avx512bw future",
      "w xmm{k}{z}, r r16 | RM | EVEX.128.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r r32 | RM | EVEX.128.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r r64 | RM | EVEX.128.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r16 | RM | EVEX.256.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r32 | RM | EVEX.256.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r r64 | RM | EVEX.256.66.0F38.W0 7B /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r r16 | RM | EVEX.512.66.0F38.W0 7B /r | avx512bw future",
      "w zmm{k}{z}, r r32 | RM | EVEX.512.66.0F38.W0 7B /r | avx512bw future",
      "w zmm{k}{z}, r r64 | RM | EVEX.512.66.0F38.W0 7B /r | avx512bw future",
    ],
  },
  vpbroadcastd_evex: {
    name: "vpbroadcastd", title: "Broadcast doublewords",
    rows: [
      "w xmm{k}{z}, r m32 | RM t1s | EVEX.128.66.0F38.W0 58 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m32 | RM t1s | EVEX.256.66.0F38.W0 58 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m32 | RM t1s | EVEX.512.66.0F38.W0 58 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM | EVEX.128.66.0F38.W0 58 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm | RM | EVEX.256.66.0F38.W0 58 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm | RM | EVEX.512.66.0F38.W0 58 /r | avx512 future",
      "w xmm{k}{z}, r r32 | RM | EVEX.128.66.0F38.W0 7C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r r32 | RM | EVEX.256.66.0F38.W0 7C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r r32 | RM | EVEX.512.66.0F38.W0 7C /r | avx512 future",
    ],
  },
  vpbroadcastq_evex: {
    name: "vpbroadcastq", title: "Broadcast quadwords",
    rows: [
      "w xmm{k}{z}, r m64 | RM t1s | EVEX.128.66.0F38.W1 59 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m64 | RM t1s | EVEX.256.66.0F38.W1 59 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m64 | RM t1s | EVEX.512.66.0F38.W1 59 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM | EVEX.128.66.0F38.W1 59 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm | RM | EVEX.256.66.0F38.W1 59 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r xmm | RM | EVEX.512.66.0F38.W1 59 /r | avx512 future",
      "w xmm{k}{z}, r r64 | RM | EVEX.128.66.0F38.W1 7C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r r64 | RM | EVEX.256.66.0F38.W1 7C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r r64 | RM | EVEX.512.66.0F38.W1 7C /r | avx512 future",
    ],
  },
  vpermd_evex: {
    name: "vpermd", title: "Permute doublewords",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 36 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 36 /r | avx512 future",
    ],
  },
  vpermpd_evex: {
    name: "vpermpd", title: "Permute packed double",
    rows: [
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 01 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 01 /r ib | avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 16 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 16 /r | avx512 future",
    ],
  },
  vpermps_evex: {
    name: "vpermps", title: "Permute packed single",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 16 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 16 /r | avx512 future",
    ],
  },
  vpermq_evex: {
    name: "vpermq", title: "Permute quadwords",
    rows: [
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 00 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 00 /r ib | avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 36 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 36 /r | avx512 future",
    ],
  },
  vpsllvd_evex: {
    name: "vpsllvd", title: "Shift left by variable counts packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 47 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 47 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 47 /r | avx512 future",
    ],
  },
  vpsllvq_evex: {
    name: "vpsllvq", title: "Shift left by variable counts packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 47 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 47 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 47 /r | avx512 future",
    ],
  },
  vpsravd_evex: {
    name: "vpsravd", title: "Shift right signed by variable counts packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 46 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 46 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 46 /r | avx512 future",
    ],
  },
  vpsrlvd_evex: {
    name: "vpsrlvd", title: "Shift right by variable counts packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 45 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 45 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 45 /r | avx512 future",
    ],
  },
  vpsrlvq_evex: {
    name: "vpsrlvq", title: "Shift right by variable counts packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 45 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 45 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 45 /r | avx512 future",
    ],
  },
  vgatherdpd_evex: {
    name: "vgatherdpd", title: "Gather by doubleword indices packed double",
    rows: [
      "rw xmm{k}, r vm32x:64 | RM t1s | VSIBX EVEX.128.66.0F38.W1 92 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm32x:64 | RM t1s | VSIBX EVEX.256.66.0F38.W1 92 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm32y:64 | RM t1s | VSIBY EVEX.512.66.0F38.W1 92 /r | avx512 future",
    ],
  },
  vgatherqpd_evex: {
    name: "vgatherqpd", title: "Gather by quadword indices packed double",
    rows: [
      "rw xmm{k}, r vm64x:64 | RM t1s | VSIBX EVEX.128.66.0F38.W1 93 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm64y:64 | RM t1s | VSIBY EVEX.256.66.0F38.W1 93 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm64z:64 | RM t1s | VSIBZ EVEX.512.66.0F38.W1 93 /r | avx512 future",
    ],
  },
  vgatherdps_evex: {
    name: "vgatherdps", title: "Gather by doubleword indices packed single",
    rows: [
      "rw xmm{k}, r vm32x:32 | RM t1s | VSIBX EVEX.128.66.0F38.W0 92 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm32y:32 | RM t1s | VSIBY EVEX.256.66.0F38.W0 92 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm32z:32 | RM t1s | VSIBZ EVEX.512.66.0F38.W0 92 /r | avx512 future",
    ],
  },
  vgatherqps_evex: {
    name: "vgatherqps", title: "Gather by quadword indices packed single",
    rows: [
      "rw xmm{k}, r vm64x:32 | RM t1s | VSIBX EVEX.128.66.0F38.W0 93 /r | avx512vl avx512 future",
      "rw xmm{k}, r vm64y:32 | RM t1s | VSIBY EVEX.256.66.0F38.W0 93 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm64z:32 | RM t1s | VSIBZ EVEX.512.66.0F38.W0 93 /r | avx512 future",
    ],
  },
  vpgatherdd_evex: {
    name: "vpgatherdd", title: "Gather by doubleword indices doublewords",
    rows: [
      "rw xmm{k}, r vm32x:32 | RM t1s | VSIBX EVEX.128.66.0F38.W0 90 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm32y:32 | RM t1s | VSIBY EVEX.256.66.0F38.W0 90 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm32z:32 | RM t1s | VSIBZ EVEX.512.66.0F38.W0 90 /r | avx512 future",
    ],
  },
  vpgatherqd_evex: {
    name: "vpgatherqd", title: "Gather by quadword indices doublewords",
    rows: [
      "rw xmm{k}, r vm64x:32 | RM t1s | VSIBX EVEX.128.66.0F38.W0 91 /r | avx512vl avx512 future",
      "rw xmm{k}, r vm64y:32 | RM t1s | VSIBY EVEX.256.66.0F38.W0 91 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm64z:32 | RM t1s | VSIBZ EVEX.512.66.0F38.W0 91 /r | avx512 future",
    ],
  },
  vpgatherdq_evex: {
    name: "vpgatherdq", title: "Gather by doubleword indices quadwords",
    rows: [
      "rw xmm{k}, r vm32x:64 | RM t1s | VSIBX EVEX.128.66.0F38.W1 90 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm32x:64 | RM t1s | VSIBX EVEX.256.66.0F38.W1 90 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm32y:64 | RM t1s | VSIBY EVEX.512.66.0F38.W1 90 /r | avx512 future",
    ],
  },
  vpgatherqq_evex: {
    name: "vpgatherqq", title: "Gather by quadword indices quadwords",
    rows: [
      "rw xmm{k}, r vm64x:64 | RM t1s | VSIBX EVEX.128.66.0F38.W1 91 /r | avx512vl avx512 future",
      "rw ymm{k}, r vm64y:64 | RM t1s | VSIBY EVEX.256.66.0F38.W1 91 /r | avx512vl avx512 future",
      "rw zmm{k}, r vm64z:64 | RM t1s | VSIBZ EVEX.512.66.0F38.W1 91 /r | avx512 future",
    ],
  },
  vcvtneps2bf16_evex: {
    name: "vcvtneps2bf16", title: "Convert packed single to bfloat16",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F3.0F38.W0 72 /r | avx512bf16 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F3.0F38.W0 72 /r | avx512bf16 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.F3.0F38.W0 72 /r | avx512bf16 future",
    ],
  },
  vpmadd52huq_evex: {
    name: "vpmadd52huq", title: "VPMADD52HUQ",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 B5 /r | avx512vl avx512ifma future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 B5 /r | avx512vl avx512ifma future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 B5 /r | avx512ifma future",
    ],
  },
  vpmadd52luq_evex: {
    name: "vpmadd52luq", title: "VPMADD52LUQ",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 B4 /r | avx512vl avx512ifma future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 B4 /r | avx512vl avx512ifma future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 B4 /r | avx512ifma future",
    ],
  },
  valignd: {
    title: "Align packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 03 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 03 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 03 /r ib | avx512 future",
    ],
  },
  valignq: {
    title: "Align packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 03 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 03 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 03 /r ib | avx512 future",
    ],
  },
  vblendmpd: {
    title: "Blend packed double by mask",
    brief: "Takes each double-precision float from the second source where its mask bit is 1, else from the first.",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 65 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 65 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 65 /r | avx512 future",
    ],
  },
  vblendmps: {
    title: "Blend packed single by mask",
    brief: "Takes each single-precision float from the second source where its mask bit is 1, else from the first.",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 65 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 65 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 65 /r | avx512 future",
    ],
  },
  vbroadcastf32x2: {
    title: "Broadcast 2 singles",
    brief: "Fills the destination with copies of 2 singles from memory or a register.",
    rows: [
      "w ymm{k}{z}, r xmm/m64 | RM t2 | EVEX.256.66.0F38.W0 19 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r xmm/m64 | RM t2 | EVEX.512.66.0F38.W0 19 /r | avx512dq future",
    ],
  },
  vbroadcastf32x4: {
    title: "Broadcast 4 singles",
    brief: "Fills the destination with copies of 4 singles from memory or a register.",
    rows: [
      "w ymm{k}{z}, r m128 | RM t4 | EVEX.256.66.0F38.W0 1A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m128 | RM t4 | EVEX.512.66.0F38.W0 1A /r | avx512 future",
    ],
  },
  vbroadcastf32x8: {
    title: "Broadcast 8 singles",
    brief: "Fills the destination with copies of 8 singles from memory or a register.",
    rows: [
      "w zmm{k}{z}, r m256 | RM t8 | EVEX.512.66.0F38.W0 1B /r | avx512dq future",
    ],
  },
  vbroadcastf64x2: {
    title: "Broadcast 2 doubles",
    brief: "Fills the destination with copies of 2 doubles from memory or a register.",
    rows: [
      "w ymm{k}{z}, r m128 | RM t2 | EVEX.256.66.0F38.W1 1A /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r m128 | RM t2 | EVEX.512.66.0F38.W1 1A /r | avx512dq future",
    ],
  },
  vbroadcastf64x4: {
    title: "Broadcast 4 doubles",
    brief: "Fills the destination with copies of 4 doubles from memory or a register.",
    rows: [
      "w zmm{k}{z}, r m256 | RM t4 | EVEX.512.66.0F38.W1 1B /r | avx512 future",
    ],
  },
  vbroadcasti32x2: {
    title: "Broadcast 2 doublewords",
    brief: "Fills the destination with copies of 2 doublewords from memory or a register.",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM t2 | EVEX.128.66.0F38.W0 59 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r xmm/m64 | RM t2 | EVEX.256.66.0F38.W0 59 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r xmm/m64 | RM t2 | EVEX.512.66.0F38.W0 59 /r | avx512dq future",
    ],
  },
  vbroadcasti32x4: {
    title: "Broadcast 4 doublewords",
    brief: "Fills the destination with copies of 4 doublewords from memory or a register.",
    rows: [
      "w ymm{k}{z}, r m128 | RM t4 | EVEX.256.66.0F38.W0 5A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m128 | RM t4 | EVEX.512.66.0F38.W0 5A /r | avx512 future",
    ],
  },
  vbroadcasti32x8: {
    title: "Broadcast 8 doublewords",
    brief: "Fills the destination with copies of 8 doublewords from memory or a register.",
    rows: [
      "w zmm{k}{z}, r m256 | RM t8 | EVEX.512.66.0F38.W0 5B /r | avx512dq future",
    ],
  },
  vbroadcasti64x2: {
    title: "Broadcast 2 quadwords",
    brief: "Fills the destination with copies of 2 quadwords from memory or a register.",
    rows: [
      "w ymm{k}{z}, r m128 | RM t2 | EVEX.256.66.0F38.W1 5A /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r m128 | RM t2 | EVEX.512.66.0F38.W1 5A /r | avx512dq future",
    ],
  },
  vbroadcasti64x4: {
    title: "Broadcast 4 quadwords",
    brief: "Fills the destination with copies of 4 quadwords from memory or a register.",
    rows: [
      "w zmm{k}{z}, r m256 | RM t4 | EVEX.512.66.0F38.W1 5B /r | avx512 future",
    ],
  },
  vcompresspd: {
    title: "Compress packed double",
    rows: [
      "w m128{k}, r xmm | MR t1s | EVEX.128.66.0F38.W1 8A /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR t1s | EVEX.256.66.0F38.W1 8A /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR t1s | EVEX.512.66.0F38.W1 8A /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W1 8A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W1 8A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W1 8A /r | avx512 future",
    ],
  },
  vcompressps: {
    title: "Compress packed single",
    rows: [
      "w m128{k}, r xmm | MR t1s | EVEX.128.66.0F38.W0 8A /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR t1s | EVEX.256.66.0F38.W0 8A /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR t1s | EVEX.512.66.0F38.W0 8A /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W0 8A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W0 8A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W0 8A /r | avx512 future",
    ],
  },
  vcvtpd2qq: {
    title: "Convert packed double to quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 7B /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 7B /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.66.0F.W1 7B /r | avx512dq future",
    ],
  },
  vcvtpd2udq: {
    title: "Convert packed double to unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.0F.W1 79 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.0F.W1 79 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.0F.W1 79 /r | avx512 future",
    ],
  },
  vcvtpd2uqq: {
    title: "Convert packed double to unsigned quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 79 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 79 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.66.0F.W1 79 /r | avx512dq future",
    ],
  },
  vcvtps2qq: {
    title: "Convert packed single to quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.66.0F.W0 7B /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.66.0F.W0 7B /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{er} | RM hv | EVEX.512.66.0F.W0 7B /r | avx512dq future",
    ],
  },
  vcvtps2udq: {
    title: "Convert packed single to unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.0F.W0 79 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.0F.W0 79 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.0F.W0 79 /r | avx512 future",
    ],
  },
  vcvtps2uqq: {
    title: "Convert packed single to unsigned quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.66.0F.W0 79 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.66.0F.W0 79 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{er} | RM hv | EVEX.512.66.0F.W0 79 /r | avx512dq future",
    ],
  },
  vcvtqq2pd: {
    title: "Convert quadwords to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.F3.0F.W1 E6 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.F3.0F.W1 E6 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.F3.0F.W1 E6 /r | avx512dq future",
    ],
  },
  vcvtqq2ps: {
    title: "Convert quadwords to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.0F.W1 5B /r | avx512vl avx512dq future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.0F.W1 5B /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.0F.W1 5B /r | avx512dq future",
    ],
  },
  vcvtsd2usi: {
    title: "Convert scalar double to unsigned integer",
    rows: [
      "w r32, r xmm/m64{er} | RM t1f64 | EVEX.128.F2.0F.W0 79 /r | avx512 future",
      "w r64, r xmm/m64{er} | RM t1f64 | EVEX.128.F2.0F.W1 79 /r | avx512 future",
    ],
  },
  vcvtss2usi: {
    title: "Convert scalar single to unsigned integer",
    rows: [
      "w r32, r xmm/m32{er} | RM t1f32 | EVEX.128.F3.0F.W0 79 /r | avx512 future",
      "w r64, r xmm/m32{er} | RM t1f32 | EVEX.128.F3.0F.W1 79 /r | avx512 future",
    ],
  },
  vcvttpd2qq: {
    title: "Convert packed double to quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 7A /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 7A /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F.W1 7A /r | avx512dq future",
    ],
  },
  vcvttpd2udq: {
    title: "Convert packed double to unsigned doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.0F.W1 78 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.0F.W1 78 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.0F.W1 78 /r | avx512 future",
    ],
  },
  vcvttpd2uqq: {
    title: "Convert packed double to unsigned quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F.W1 78 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F.W1 78 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F.W1 78 /r | avx512dq future",
    ],
  },
  vcvttps2qq: {
    title: "Convert packed single to quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.66.0F.W0 7A /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.66.0F.W0 7A /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{sae} | RM hv | EVEX.512.66.0F.W0 7A /r | avx512dq future",
    ],
  },
  vcvttps2udq: {
    title: "Convert packed single to unsigned doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.0F.W0 78 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.0F.W0 78 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.0F.W0 78 /r | avx512 future",
    ],
  },
  vcvttps2uqq: {
    title: "Convert packed single to unsigned quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.66.0F.W0 78 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.66.0F.W0 78 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{sae} | RM hv | EVEX.512.66.0F.W0 78 /r | avx512dq future",
    ],
  },
  vcvttsd2usi: {
    title: "Convert scalar double to unsigned integer with truncation",
    rows: [
      "w r32, r xmm/m64{sae} | RM t1f64 | EVEX.128.F2.0F.W0 78 /r | avx512 future",
      "w r64, r xmm/m64{sae} | RM t1f64 | EVEX.128.F2.0F.W1 78 /r | avx512 future",
    ],
  },
  vcvttss2usi: {
    title: "Convert scalar single to unsigned integer with truncation",
    rows: [
      "w r32, r xmm/m32{sae} | RM t1f32 | EVEX.128.F3.0F.W0 78 /r | avx512 future",
      "w r64, r xmm/m32{sae} | RM t1f32 | EVEX.128.F3.0F.W1 78 /r | avx512 future",
    ],
  },
  vcvtudq2pd: {
    title: "Convert unsigned doublewords to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m32bcst | RM hv | EVEX.128.F3.0F.W0 7A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r xmm/m128/m32bcst | RM hv | EVEX.256.F3.0F.W0 7A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r ymm/m256/m32bcst{er} | RM hv | EVEX.512.F3.0F.W0 7A /r | avx512 future",
    ],
  },
  vcvtudq2ps: {
    title: "Convert unsigned doublewords to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.F2.0F.W0 7A /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.F2.0F.W0 7A /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.F2.0F.W0 7A /r | avx512 future",
    ],
  },
  vcvtuqq2pd: {
    title: "Convert unsigned quadwords to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.F3.0F.W1 7A /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.F3.0F.W1 7A /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.F3.0F.W1 7A /r | avx512dq future",
    ],
  },
  vcvtuqq2ps: {
    title: "Convert unsigned quadwords to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.F2.0F.W1 7A /r | avx512vl avx512dq future",
      "w xmm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.F2.0F.W1 7A /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.F2.0F.W1 7A /r | avx512dq future",
    ],
  },
  vcvtusi2sd: {
    title: "Convert unsigned integer to scalar double",
    rows: [
      "w xmm, r xmm{er}, r r/m32 | RVM t1s | EVEX.128.F2.0F.W0 7B /r | avx512 future",
      "w xmm, r xmm{er}, r r/m64 | RVM t1s | EVEX.128.F2.0F.W1 7B /r | avx512 future",
    ],
  },
  vcvtusi2ss: {
    title: "Convert unsigned integer to scalar single",
    rows: [
      "w xmm, r xmm{er}, r r/m32 | RVM t1s | EVEX.128.F3.0F.W0 7B /r | avx512 future",
      "w xmm, r xmm{er}, r r/m64 | RVM t1s | EVEX.128.F3.0F.W1 7B /r | avx512 future",
    ],
  },
  vdbpsadbw: {
    title: "Sums of absolute differences of shuffled bytes",
    brief: "Adds absolute differences of groups of four unsigned bytes, of the second source as the immediate shuffles it.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W0 42 /r ib | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W0 42 /r ib | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W0 42 /r ib | avx512bw future",
    ],
  },
  vexp2pd: {
    title: "Exponential of packed double",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F38.W1 C8 /r | avx512er future",
    ],
  },
  vexp2ps: {
    title: "Exponential of packed single",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.66.0F38.W0 C8 /r | avx512er future",
    ],
  },
  vexpandpd: {
    title: "Expand packed double",
    rows: [
      "w xmm{k}{z}, r m128 | RM t1s | EVEX.128.66.0F38.W1 88 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m256 | RM t1s | EVEX.256.66.0F38.W1 88 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m512 | RM t1s | EVEX.512.66.0F38.W1 88 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM t1s | EVEX.128.66.0F38.W1 88 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | RM t1s | EVEX.256.66.0F38.W1 88 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | RM t1s | EVEX.512.66.0F38.W1 88 /r | avx512 future",
    ],
  },
  vexpandps: {
    title: "Expand packed single",
    rows: [
      "w xmm{k}{z}, r m128 | RM t1s | EVEX.128.66.0F38.W0 88 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m256 | RM t1s | EVEX.256.66.0F38.W0 88 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m512 | RM t1s | EVEX.512.66.0F38.W0 88 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM t1s | EVEX.128.66.0F38.W0 88 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | RM t1s | EVEX.256.66.0F38.W0 88 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | RM t1s | EVEX.512.66.0F38.W0 88 /r | avx512 future",
    ],
  },
  vextractf32x4: {
    title: "Extract 4 singles",
    brief: "Copies the group of 4 singles that the immediate names out of a vector.",
    rows: [
      "w xmm{k}{z}, r ymm, r imm8 | MRI | EVEX.256.66.0F3A.W0 19 /r ib | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W0 19 /r ib | avx512 future",
      "w m128{k}, r ymm, r imm8 | MRI t4 | EVEX.256.66.0F3A.W0 19 /r ib | avx512vl avx512 future",
      "w m128{k}, r zmm, r imm8 | MRI t4 | EVEX.512.66.0F3A.W0 19 /r ib | avx512 future",
    ],
  },
  vextractf32x8: {
    title: "Extract 8 singles",
    brief: "Copies the group of 8 singles that the immediate names out of a vector.",
    rows: [
      "w ymm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W0 1B /r ib | avx512dq future",
      "w m256{k}, r zmm, r imm8 | MRI t8 | EVEX.512.66.0F3A.W0 1B /r ib | avx512dq future",
    ],
  },
  vextractf64x2: {
    title: "Extract 2 doubles",
    brief: "Copies the group of 2 doubles that the immediate names out of a vector.",
    rows: [
      "w xmm{k}{z}, r ymm, r imm8 | MRI | EVEX.256.66.0F3A.W1 19 /r ib | avx512vl avx512dq future",
      "w xmm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W1 19 /r ib | avx512dq future",
      "w m128{k}, r ymm, r imm8 | MRI t2 | EVEX.256.66.0F3A.W1 19 /r ib | avx512vl avx512dq future",
      "w m128{k}, r zmm, r imm8 | MRI t2 | EVEX.512.66.0F3A.W1 19 /r ib | avx512dq future",
    ],
  },
  vextractf64x4: {
    title: "Extract 4 doubles",
    brief: "Copies the group of 4 doubles that the immediate names out of a vector.",
    rows: [
      "w ymm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W1 1B /r ib | avx512 future",
      "w m256{k}, r zmm, r imm8 | MRI t4 | EVEX.512.66.0F3A.W1 1B /r ib | avx512 future",
    ],
  },
  vextracti32x4: {
    title: "Extract 4 doublewords",
    brief: "Copies the group of 4 doublewords that the immediate names out of a vector.",
    rows: [
      "w xmm{k}{z}, r ymm, r imm8 | MRI | EVEX.256.66.0F3A.W0 39 /r ib | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W0 39 /r ib | avx512 future",
      "w m128{k}, r ymm, r imm8 | MRI t4 | EVEX.256.66.0F3A.W0 39 /r ib | avx512vl avx512 future",
      "w m128{k}, r zmm, r imm8 | MRI t4 | EVEX.512.66.0F3A.W0 39 /r ib | avx512 future",
    ],
  },
  vextracti32x8: {
    title: "Extract 8 doublewords",
    brief: "Copies the group of 8 doublewords that the immediate names out of a vector.",
    rows: [
      "w ymm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W0 3B /r ib | avx512dq future",
      "w m256{k}, r zmm, r imm8 | MRI t8 | EVEX.512.66.0F3A.W0 3B /r ib | avx512dq future",
    ],
  },
  vextracti64x2: {
    title: "Extract 2 quadwords",
    brief: "Copies the group of 2 quadwords that the immediate names out of a vector.",
    rows: [
      "w xmm{k}{z}, r ymm, r imm8 | MRI | EVEX.256.66.0F3A.W1 39 /r ib | avx512vl avx512dq future",
      "w xmm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W1 39 /r ib | avx512dq future",
      "w m128{k}, r ymm, r imm8 | MRI t2 | EVEX.256.66.0F3A.W1 39 /r ib | avx512vl avx512dq future",
      "w m128{k}, r zmm, r imm8 | MRI t2 | EVEX.512.66.0F3A.W1 39 /r ib | avx512dq future",
    ],
  },
  vextracti64x4: {
    title: "Extract 4 quadwords",
    brief: "Copies the group of 4 quadwords that the immediate names out of a vector.",
    rows: [
      "w ymm{k}{z}, r zmm, r imm8 | MRI | EVEX.512.66.0F3A.W1 3B /r ib | avx512 future",
      "w m256{k}, r zmm, r imm8 | MRI t4 | EVEX.512.66.0F3A.W1 3B /r ib | avx512 future",
    ],
  },
  vfixupimmpd: {
    title: "Fix up special values of packed double",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 54 /r ib | avx512vl avx512 future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 54 /r ib | avx512vl avx512 future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{sae}, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 54 /r ib | avx512 future",
    ],
  },
  vfixupimmps: {
    title: "Fix up special values of packed single",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 54 /r ib | avx512vl avx512 future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 54 /r ib | avx512vl avx512 future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{sae}, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 54 /r ib | avx512 future",
    ],
  },
  vfixupimmsd: {
    title: "Fix up special values of scalar double",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 55 /r ib | avx512 future",
    ],
  },
  vfixupimmss: {
    title: "Fix up special values of scalar single",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 55 /r ib | avx512 future",
    ],
  },
  vfpclasspd: {
    title: "Test class of packed double",
    rows: [
      "w k{k}, r xmm/m128/m64bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W1 66 /r ib | avx512vl avx512dq future",
      "w k{k}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 66 /r ib | avx512vl avx512dq future",
      "w k{k}, r zmm/m512/m64bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 66 /r ib | avx512dq future",
    ],
  },
  vfpclassps: {
    title: "Test class of packed single",
    rows: [
      "w k{k}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W0 66 /r ib | avx512vl avx512dq future",
      "w k{k}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W0 66 /r ib | avx512vl avx512dq future",
      "w k{k}, r zmm/m512/m32bcst, r imm8 | RMI fv | EVEX.512.66.0F3A.W0 66 /r ib | avx512dq future",
    ],
  },
  vfpclasssd: {
    title: "Test class of scalar double",
    rows: [
      "w k{k}, r xmm/m64, r imm8 | RMI t1s | EVEX.128.66.0F3A.W1 67 /r ib | avx512dq future",
    ],
  },
  vfpclassss: {
    title: "Test class of scalar single",
    rows: [
      "w k{k}, r xmm/m32, r imm8 | RMI t1s | EVEX.128.66.0F3A.W0 67 /r ib | avx512dq future",
    ],
  },
  vgatherpf0dpd: {
    title: "Prefetch for gather of doubles by doubleword indices, hint T0",
    brief: "Brings the doubles that the doubleword indices name under the mask into the cache, level 1 and outwards.",
    rows: [
      "w vm32y:64{k} | M t1s | VSIBY EVEX.512.66.0F38.W1 C6 /1 | avx512pf future",
    ],
  },
  vgatherpf0dps: {
    title: "Prefetch for gather of singles by doubleword indices, hint T0",
    brief: "Brings the singles that the doubleword indices name under the mask into the cache, level 1 and outwards.",
    rows: [
      "w vm32z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C6 /1 | avx512pf future",
    ],
  },
  vgatherpf0qpd: {
    title: "Prefetch for gather of doubles by quadword indices, hint T0",
    brief: "Brings the doubles that the quadword indices name under the mask into the cache, level 1 and outwards.",
    rows: [
      "w vm64z:64{k} | M t1s | VSIBZ EVEX.512.66.0F38.W1 C7 /1 | avx512pf future",
    ],
  },
  vgatherpf0qps: {
    title: "Prefetch for gather of singles by quadword indices, hint T0",
    brief: "Brings the singles that the quadword indices name under the mask into the cache, level 1 and outwards.",
    rows: [
      "w vm64z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C7 /1 | avx512pf future",
    ],
  },
  vgatherpf1dpd: {
    title: "Prefetch for gather of doubles by doubleword indices, hint T1",
    brief: "Brings the doubles that the doubleword indices name under the mask into the cache, level 2 and outwards.",
    rows: [
      "w vm32y:64{k} | M t1s | VSIBY EVEX.512.66.0F38.W1 C6 /2 | avx512pf future",
    ],
  },
  vgatherpf1dps: {
    title: "Prefetch for gather of singles by doubleword indices, hint T1",
    brief: "Brings the singles that the doubleword indices name under the mask into the cache, level 2 and outwards.",
    rows: [
      "w vm32z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C6 /2 | avx512pf future",
    ],
  },
  vgatherpf1qpd: {
    title: "Prefetch for gather of doubles by quadword indices, hint T1",
    brief: "Brings the doubles that the quadword indices name under the mask into the cache, level 2 and outwards.",
    rows: [
      "w vm64z:64{k} | M t1s | VSIBZ EVEX.512.66.0F38.W1 C7 /2 | avx512pf future",
    ],
  },
  vgatherpf1qps: {
    title: "Prefetch for gather of singles by quadword indices, hint T1",
    brief: "Brings the singles that the quadword indices name under the mask into the cache, level 2 and outwards.",
    rows: [
      "w vm64z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C7 /2 | avx512pf future",
    ],
  },
  vgetexppd: {
    title: "Get exponents of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 42 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 42 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F38.W1 42 /r | avx512 future",
    ],
  },
  vgetexpps: {
    title: "Get exponents of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 42 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 42 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.66.0F38.W0 42 /r | avx512 future",
    ],
  },
  vgetexpsd: {
    title: "Get exponents of scalar double",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m64{sae} | RVM t1s | EVEX.128.66.0F38.W1 43 /r | avx512 future",
    ],
  },
  vgetexpss: {
    title: "Get exponents of scalar single",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m32{sae} | RVM t1s | EVEX.128.66.0F38.W0 43 /r | avx512 future",
    ],
  },
  vgetmantpd: {
    title: "Get significands of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W1 26 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 26 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 26 /r ib | avx512 future",
    ],
  },
  vgetmantps: {
    title: "Get significands of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W0 26 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W0 26 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W0 26 /r ib | avx512 future",
    ],
  },
  vgetmantsd: {
    title: "Get significands of scalar double",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 27 /r ib | avx512 future",
    ],
  },
  vgetmantss: {
    title: "Get significands of scalar single",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 27 /r ib | avx512 future",
    ],
  },
  vinsertf32x4: {
    title: "Insert 4 singles",
    brief: "Copies a vector and replaces the group of 4 singles that the immediate names.",
    rows: [
      "w ymm{k}{z}, r [ymm], r xmm/m128, r imm8 | RVMI t4 | EVEX.256.66.0F3A.W0 18 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128, r imm8 | RVMI t4 | EVEX.512.66.0F3A.W0 18 /r ib | avx512 future",
    ],
  },
  vinsertf32x8: {
    title: "Insert 8 singles",
    brief: "Copies a vector and replaces the group of 8 singles that the immediate names.",
    rows: [
      "w zmm{k}{z}, r [zmm], r ymm/m256, r imm8 | RVMI t8 | EVEX.512.66.0F3A.W0 1A /r ib | avx512dq future",
    ],
  },
  vinsertf64x2: {
    title: "Insert 2 doubles",
    brief: "Copies a vector and replaces the group of 2 doubles that the immediate names.",
    rows: [
      "w ymm{k}{z}, r [ymm], r xmm/m128, r imm8 | RVMI t2 | EVEX.256.66.0F3A.W1 18 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r xmm/m128, r imm8 | RVMI t2 | EVEX.512.66.0F3A.W1 18 /r ib | avx512dq future",
    ],
  },
  vinsertf64x4: {
    title: "Insert 4 doubles",
    brief: "Copies a vector and replaces the group of 4 doubles that the immediate names.",
    rows: [
      "w zmm{k}{z}, r [zmm], r ymm/m256, r imm8 | RVMI t4 | EVEX.512.66.0F3A.W1 1A /r ib | avx512 future",
    ],
  },
  vinserti32x4: {
    title: "Insert 4 doublewords",
    brief: "Copies a vector and replaces the group of 4 doublewords that the immediate names.",
    rows: [
      "w ymm{k}{z}, r [ymm], r xmm/m128, r imm8 | RVMI t4 | EVEX.256.66.0F3A.W0 38 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128, r imm8 | RVMI t4 | EVEX.512.66.0F3A.W0 38 /r ib | avx512 future",
    ],
  },
  vinserti32x8: {
    title: "Insert 8 doublewords",
    brief: "Copies a vector and replaces the group of 8 doublewords that the immediate names.",
    rows: [
      "w zmm{k}{z}, r [zmm], r ymm/m256, r imm8 | RVMI t8 | EVEX.512.66.0F3A.W0 3A /r ib | avx512dq future",
    ],
  },
  vinserti64x2: {
    title: "Insert 2 quadwords",
    brief: "Copies a vector and replaces the group of 2 quadwords that the immediate names.",
    rows: [
      "w ymm{k}{z}, r [ymm], r xmm/m128, r imm8 | RVMI t2 | EVEX.256.66.0F3A.W1 38 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r xmm/m128, r imm8 | RVMI t2 | EVEX.512.66.0F3A.W1 38 /r ib | avx512dq future",
    ],
  },
  vinserti64x4: {
    title: "Insert 4 quadwords",
    brief: "Copies a vector and replaces the group of 4 quadwords that the immediate names.",
    rows: [
      "w zmm{k}{z}, r [zmm], r ymm/m256, r imm8 | RVMI t4 | EVEX.512.66.0F3A.W1 3A /r ib | avx512 future",
    ],
  },
  vmovdqa32: {
    title: "Move aligned doublewords",
    brief: "Copies packed doublewords under a mask; memory must be aligned to the vector.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F.W0 6F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F.W0 6F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F.W0 6F /r | avx512 future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.66.0F.W0 7F /r | avx512vl avx512 future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.66.0F.W0 7F /r | avx512vl avx512 future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.66.0F.W0 7F /r | avx512 future",
    ],
  },
  vmovdqa64: {
    title: "Move aligned quadwords",
    brief: "Copies packed quadwords under a mask; memory must be aligned to the vector.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F.W1 6F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F.W1 6F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F.W1 6F /r | avx512 future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.66.0F.W1 7F /r | avx512vl avx512 future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.66.0F.W1 7F /r | avx512vl avx512 future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.66.0F.W1 7F /r | avx512 future",
    ],
  },
  vmovdqu16: {
    title: "Move unaligned words",
    brief: "Copies packed words under a mask; memory need not be aligned.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F2.0F.W1 6F /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F2.0F.W1 6F /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F2.0F.W1 6F /r | avx512bw future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.F2.0F.W1 7F /r | avx512vl avx512bw future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.F2.0F.W1 7F /r | avx512vl avx512bw future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.F2.0F.W1 7F /r | avx512bw future",
    ],
  },
  vmovdqu32: {
    title: "Move unaligned doublewords",
    brief: "Copies packed doublewords under a mask; memory need not be aligned.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F3.0F.W0 6F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F3.0F.W0 6F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F3.0F.W0 6F /r | avx512 future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.F3.0F.W0 7F /r | avx512vl avx512 future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.F3.0F.W0 7F /r | avx512vl avx512 future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.F3.0F.W0 7F /r | avx512 future",
    ],
  },
  vmovdqu64: {
    title: "Move unaligned quadwords",
    brief: "Copies packed quadwords under a mask; memory need not be aligned.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F3.0F.W1 6F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F3.0F.W1 6F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F3.0F.W1 6F /r | avx512 future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.F3.0F.W1 7F /r | avx512vl avx512 future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.F3.0F.W1 7F /r | avx512vl avx512 future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.F3.0F.W1 7F /r | avx512 future",
    ],
  },
  vmovdqu8: {
    title: "Move unaligned bytes",
    brief: "Copies packed bytes under a mask; memory need not be aligned.",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.F2.0F.W0 6F /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.F2.0F.W0 6F /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.F2.0F.W0 6F /r | avx512bw future",
      "w xmm/m128{k}{z}, r xmm | MR fvm | EVEX.128.F2.0F.W0 7F /r | avx512vl avx512bw future",
      "w ymm/m256{k}{z}, r ymm | MR fvm | EVEX.256.F2.0F.W0 7F /r | avx512vl avx512bw future",
      "w zmm/m512{k}{z}, r zmm | MR fvm | EVEX.512.F2.0F.W0 7F /r | avx512bw future",
    ],
  },
  vpabsq: {
    title: "Absolute value of packed quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 1F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 1F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst | RM fv | EVEX.512.66.0F38.W1 1F /r | avx512 future",
    ],
  },
  vpandd: {
    title: "Bitwise and of packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 DB /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 DB /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 DB /r | avx512 future",
    ],
  },
  vpandnd: {
    title: "Bitwise and-not of packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 DF /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 DF /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 DF /r | avx512 future",
    ],
  },
  vpandnq: {
    title: "Bitwise and-not of packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 DF /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 DF /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 DF /r | avx512 future",
    ],
  },
  vpandq: {
    title: "Bitwise and of packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 DB /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 DB /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 DB /r | avx512 future",
    ],
  },
  vpblendmb: {
    title: "Blend by mask packed bytes",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 66 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 66 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 66 /r | avx512bw future",
    ],
  },
  vpblendmd: {
    title: "Blend by mask packed doublewords",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 64 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 64 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 64 /r | avx512 future",
    ],
  },
  vpblendmq: {
    title: "Blend by mask packed quadwords",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 64 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 64 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 64 /r | avx512 future",
    ],
  },
  vpblendmw: {
    title: "Blend by mask packed words",
    rows: [
      "w xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 66 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 66 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 66 /r | avx512bw future",
    ],
  },
  vpbroadcastmb2q: {
    title: "Broadcast 8-bit mask to quadwords",
    brief: "Copies an 8-bit mask into every quadword.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W1 2A /r | avx512vl avx512cd future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W1 2A /r | avx512vl avx512cd future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W1 2A /r | avx512cd future",
    ],
  },
  vpbroadcastmw2d: {
    title: "Broadcast 16-bit mask to doublewords",
    brief: "Copies a 16-bit mask into every doubleword.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W0 3A /r | avx512vl avx512cd future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W0 3A /r | avx512vl avx512cd future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W0 3A /r | avx512cd future",
    ],
  },
  vpcmpb: {
    title: "Compare packed bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W0 3F /r ib | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W0 3F /r ib | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W0 3F /r ib | avx512bw future",
    ],
  },
  vpcmpd: {
    title: "Compare packed doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 1F /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 1F /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 1F /r ib | avx512 future",
    ],
  },
  vpcmpq: {
    title: "Compare packed quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 1F /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 1F /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 1F /r ib | avx512 future",
    ],
  },
  vpcmpub: {
    title: "Compare packed unsigned bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W0 3E /r ib | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W0 3E /r ib | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W0 3E /r ib | avx512bw future",
    ],
  },
  vpcmpud: {
    title: "Compare packed unsigned doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 1E /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 1E /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 1E /r ib | avx512 future",
    ],
  },
  vpcmpuq: {
    title: "Compare packed unsigned quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 1E /r ib | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 1E /r ib | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 1E /r ib | avx512 future",
    ],
  },
  vpcmpuw: {
    title: "Compare packed unsigned words",
    rows: [
      "w k{k}, r xmm, r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W1 3E /r ib | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W1 3E /r ib | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W1 3E /r ib | avx512bw future",
    ],
  },
  vpcmpw: {
    title: "Compare packed words",
    rows: [
      "w k{k}, r xmm, r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W1 3F /r ib | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W1 3F /r ib | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W1 3F /r ib | avx512bw future",
    ],
  },
  vpcompressd: {
    title: "Compress packed doublewords",
    rows: [
      "w m128{k}, r xmm | MR t1s | EVEX.128.66.0F38.W0 8B /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR t1s | EVEX.256.66.0F38.W0 8B /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR t1s | EVEX.512.66.0F38.W0 8B /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W0 8B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W0 8B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W0 8B /r | avx512 future",
    ],
  },
  vpcompressq: {
    title: "Compress packed quadwords",
    rows: [
      "w m128{k}, r xmm | MR t1s | EVEX.128.66.0F38.W1 8B /r | avx512vl avx512 future",
      "w m256{k}, r ymm | MR t1s | EVEX.256.66.0F38.W1 8B /r | avx512vl avx512 future",
      "w m512{k}, r zmm | MR t1s | EVEX.512.66.0F38.W1 8B /r | avx512 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W1 8B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W1 8B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W1 8B /r | avx512 future",
    ],
  },
  vpconflictd: {
    title: "Detect conflicts in packed doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 C4 /r | avx512vl avx512cd future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 C4 /r | avx512vl avx512cd future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.66.0F38.W0 C4 /r | avx512cd future",
    ],
  },
  vpconflictq: {
    title: "Detect conflicts in packed quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 C4 /r | avx512vl avx512cd future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 C4 /r | avx512vl avx512cd future",
      "w zmm{k}{z}, r zmm/m512/m64bcst | RM fv | EVEX.512.66.0F38.W1 C4 /r | avx512cd future",
    ],
  },
  vpermb: {
    title: "Permute bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 8D /r | avx512vl avx512vbmi future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 8D /r | avx512vl avx512vbmi future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 8D /r | avx512vbmi future",
    ],
  },
  vpermi2b: {
    title: "Permute from two tables, index overwritten, packed bytes",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 75 /r | avx512vl avx512vbmi future",
      "rw ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 75 /r | avx512vl avx512vbmi future",
      "rw zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 75 /r | avx512vbmi future",
    ],
  },
  vpermi2d: {
    title: "Permute from two tables, index overwritten, packed doublewords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 76 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 76 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 76 /r | avx512 future",
    ],
  },
  vpermi2pd: {
    title: "Permute from two tables, index overwritten, packed double",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 77 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 77 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 77 /r | avx512 future",
    ],
  },
  vpermi2ps: {
    title: "Permute from two tables, index overwritten, packed single",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 77 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 77 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 77 /r | avx512 future",
    ],
  },
  vpermi2q: {
    title: "Permute from two tables, index overwritten, packed quadwords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 76 /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 76 /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 76 /r | avx512 future",
    ],
  },
  vpermi2w: {
    title: "Permute from two tables, index overwritten, packed words",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 75 /r | avx512vl avx512bw future",
      "rw ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 75 /r | avx512vl avx512bw future",
      "rw zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 75 /r | avx512bw future",
    ],
  },
  vpermt2b: {
    title: "Permute from two tables, table overwritten, packed bytes",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 7D /r | avx512vl avx512vbmi future",
      "rw ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 7D /r | avx512vl avx512vbmi future",
      "rw zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 7D /r | avx512vbmi future",
    ],
  },
  vpermt2d: {
    title: "Permute from two tables, table overwritten, packed doublewords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 7E /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 7E /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 7E /r | avx512 future",
    ],
  },
  vpermt2pd: {
    title: "Permute from two tables, table overwritten, packed double",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 7F /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 7F /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 7F /r | avx512 future",
    ],
  },
  vpermt2ps: {
    title: "Permute from two tables, table overwritten, packed single",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 7F /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 7F /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 7F /r | avx512 future",
    ],
  },
  vpermt2q: {
    title: "Permute from two tables, table overwritten, packed quadwords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 7E /r | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 7E /r | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 7E /r | avx512 future",
    ],
  },
  vpermt2w: {
    title: "Permute from two tables, table overwritten, packed words",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 7D /r | avx512vl avx512bw future",
      "rw ymm{k}{z}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 7D /r | avx512vl avx512bw future",
      "rw zmm{k}{z}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 7D /r | avx512bw future",
    ],
  },
  vpermw: {
    title: "Permute words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 8D /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 8D /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 8D /r | avx512bw future",
    ],
  },
  vpexpandd: {
    title: "Expand packed doublewords",
    rows: [
      "w xmm{k}{z}, r m128 | RM t1s | EVEX.128.66.0F38.W0 89 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m256 | RM t1s | EVEX.256.66.0F38.W0 89 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m512 | RM t1s | EVEX.512.66.0F38.W0 89 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM t1s | EVEX.128.66.0F38.W0 89 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | RM t1s | EVEX.256.66.0F38.W0 89 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | RM t1s | EVEX.512.66.0F38.W0 89 /r | avx512 future",
    ],
  },
  vpexpandq: {
    title: "Expand packed quadwords",
    rows: [
      "w xmm{k}{z}, r m128 | RM t1s | EVEX.128.66.0F38.W1 89 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r m256 | RM t1s | EVEX.256.66.0F38.W1 89 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r m512 | RM t1s | EVEX.512.66.0F38.W1 89 /r | avx512 future",
      "w xmm{k}{z}, r xmm | RM t1s | EVEX.128.66.0F38.W1 89 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm | RM t1s | EVEX.256.66.0F38.W1 89 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm | RM t1s | EVEX.512.66.0F38.W1 89 /r | avx512 future",
    ],
  },
  vplzcntd: {
    title: "Count leading zeros of packed doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 44 /r | avx512vl avx512cd future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 44 /r | avx512vl avx512cd future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.66.0F38.W0 44 /r | avx512cd future",
    ],
  },
  vplzcntq: {
    title: "Count leading zeros of packed quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 44 /r | avx512vl avx512cd future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 44 /r | avx512vl avx512cd future",
      "w zmm{k}{z}, r zmm/m512/m64bcst | RM fv | EVEX.512.66.0F38.W1 44 /r | avx512cd future",
    ],
  },
  vpmaxsq: {
    title: "Maximum of packed signed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 3D /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 3D /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 3D /r | avx512 future",
    ],
  },
  vpmaxuq: {
    title: "Maximum of packed unsigned quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 3F /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 3F /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 3F /r | avx512 future",
    ],
  },
  vpminsq: {
    title: "Minimum of packed signed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 39 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 39 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 39 /r | avx512 future",
    ],
  },
  vpminuq: {
    title: "Minimum of packed unsigned quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 3B /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 3B /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 3B /r | avx512 future",
    ],
  },
  vpmovb2m: {
    title: "Signs of bytes to mask",
    brief: "Sets the mask bit of each of the bytes whose highest bit is 1.",
    rows: [
      "w k, r xmm | RM | EVEX.128.F3.0F38.W0 29 /r | avx512vl avx512bw future",
      "w k, r ymm | RM | EVEX.256.F3.0F38.W0 29 /r | avx512vl avx512bw future",
      "w k, r zmm | RM | EVEX.512.F3.0F38.W0 29 /r | avx512bw future",
    ],
  },
  vpmovd2m: {
    title: "Signs of doublewords to mask",
    brief: "Sets the mask bit of each of the doublewords whose highest bit is 1.",
    rows: [
      "w k, r xmm | RM | EVEX.128.F3.0F38.W0 39 /r | avx512vl avx512dq future",
      "w k, r ymm | RM | EVEX.256.F3.0F38.W0 39 /r | avx512vl avx512dq future",
      "w k, r zmm | RM | EVEX.512.F3.0F38.W0 39 /r | avx512dq future",
    ],
  },
  vpmovdb: {
    title: "Narrow doublewords to bytes",
    brief: "Stores the doublewords of a vector as bytes, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 31 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 31 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 31 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 31 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 31 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 31 /r | avx512 future",
    ],
  },
  vpmovdw: {
    title: "Narrow doublewords to words",
    brief: "Stores the doublewords of a vector as words, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 33 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 33 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 33 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 33 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 33 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 33 /r | avx512 future",
    ],
  },
  vpmovm2b: {
    title: "Mask to bytes",
    brief: "Makes each of the bytes all ones where its mask bit is 1, else 0.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W0 28 /r | avx512vl avx512bw future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W0 28 /r | avx512vl avx512bw future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W0 28 /r | avx512bw future",
    ],
  },
  vpmovm2d: {
    title: "Mask to doublewords",
    brief: "Makes each of the doublewords all ones where its mask bit is 1, else 0.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W0 38 /r | avx512vl avx512dq future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W0 38 /r | avx512vl avx512dq future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W0 38 /r | avx512dq future",
    ],
  },
  vpmovm2q: {
    title: "Mask to quadwords",
    brief: "Makes each of the quadwords all ones where its mask bit is 1, else 0.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W1 38 /r | avx512vl avx512dq future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W1 38 /r | avx512vl avx512dq future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W1 38 /r | avx512dq future",
    ],
  },
  vpmovm2w: {
    title: "Mask to words",
    brief: "Makes each of the words all ones where its mask bit is 1, else 0.",
    rows: [
      "w xmm, r k | RM | EVEX.128.F3.0F38.W1 28 /r | avx512vl avx512bw future",
      "w ymm, r k | RM | EVEX.256.F3.0F38.W1 28 /r | avx512vl avx512bw future",
      "w zmm, r k | RM | EVEX.512.F3.0F38.W1 28 /r | avx512bw future",
    ],
  },
  vpmovq2m: {
    title: "Signs of quadwords to mask",
    brief: "Sets the mask bit of each of the quadwords whose highest bit is 1.",
    rows: [
      "w k, r xmm | RM | EVEX.128.F3.0F38.W1 39 /r | avx512vl avx512dq future",
      "w k, r ymm | RM | EVEX.256.F3.0F38.W1 39 /r | avx512vl avx512dq future",
      "w k, r zmm | RM | EVEX.512.F3.0F38.W1 39 /r | avx512dq future",
    ],
  },
  vpmovqb: {
    title: "Narrow quadwords to bytes",
    brief: "Stores the quadwords of a vector as bytes, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 32 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 32 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 32 /r | avx512 future",
      "w m16{k}, r xmm | MR ovm | EVEX.128.F3.0F38.W0 32 /r | avx512vl avx512 future",
      "w m32{k}, r ymm | MR ovm | EVEX.256.F3.0F38.W0 32 /r | avx512vl avx512 future",
      "w m64{k}, r zmm | MR ovm | EVEX.512.F3.0F38.W0 32 /r | avx512 future",
    ],
  },
  vpmovqd: {
    title: "Narrow quadwords to doublewords",
    brief: "Stores the quadwords of a vector as doublewords, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 35 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 35 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 35 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 35 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 35 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 35 /r | avx512 future",
    ],
  },
  vpmovqw: {
    title: "Narrow quadwords to words",
    brief: "Stores the quadwords of a vector as words, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 34 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 34 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 34 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 34 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 34 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 34 /r | avx512 future",
    ],
  },
  vpmovsdb: {
    title: "Narrow doublewords to bytes with signed saturation",
    brief: "Stores the doublewords of a vector as bytes, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 21 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 21 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 21 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 21 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 21 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 21 /r | avx512 future",
    ],
  },
  vpmovsdw: {
    title: "Narrow doublewords to words with signed saturation",
    brief: "Stores the doublewords of a vector as words, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 23 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 23 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 23 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 23 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 23 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 23 /r | avx512 future",
    ],
  },
  vpmovsqb: {
    title: "Narrow quadwords to bytes with signed saturation",
    brief: "Stores the quadwords of a vector as bytes, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 22 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 22 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 22 /r | avx512 future",
      "w m16{k}, r xmm | MR ovm | EVEX.128.F3.0F38.W0 22 /r | avx512vl avx512 future",
      "w m32{k}, r ymm | MR ovm | EVEX.256.F3.0F38.W0 22 /r | avx512vl avx512 future",
      "w m64{k}, r zmm | MR ovm | EVEX.512.F3.0F38.W0 22 /r | avx512 future",
    ],
  },
  vpmovsqd: {
    title: "Narrow quadwords to doublewords with signed saturation",
    brief: "Stores the quadwords of a vector as doublewords, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 25 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 25 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 25 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 25 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 25 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 25 /r | avx512 future",
    ],
  },
  vpmovsqw: {
    title: "Narrow quadwords to words with signed saturation",
    brief: "Stores the quadwords of a vector as words, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 24 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 24 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 24 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 24 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 24 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 24 /r | avx512 future",
    ],
  },
  vpmovswb: {
    title: "Narrow words to bytes with signed saturation",
    brief: "Stores the words of a vector as bytes, each that does not fit becoming the nearest signed value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 20 /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 20 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 20 /r | avx512bw future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 20 /r | avx512vl avx512bw future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 20 /r | avx512vl avx512bw future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 20 /r | avx512bw future",
    ],
  },
  vpmovusdb: {
    title: "Narrow doublewords to bytes with unsigned saturation",
    brief: "Stores the doublewords of a vector as bytes, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 11 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 11 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 11 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 11 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 11 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 11 /r | avx512 future",
    ],
  },
  vpmovusdw: {
    title: "Narrow doublewords to words with unsigned saturation",
    brief: "Stores the doublewords of a vector as words, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 13 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 13 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 13 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 13 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 13 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 13 /r | avx512 future",
    ],
  },
  vpmovusqb: {
    title: "Narrow quadwords to bytes with unsigned saturation",
    brief: "Stores the quadwords of a vector as bytes, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 12 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 12 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 12 /r | avx512 future",
      "w m16{k}, r xmm | MR ovm | EVEX.128.F3.0F38.W0 12 /r | avx512vl avx512 future",
      "w m32{k}, r ymm | MR ovm | EVEX.256.F3.0F38.W0 12 /r | avx512vl avx512 future",
      "w m64{k}, r zmm | MR ovm | EVEX.512.F3.0F38.W0 12 /r | avx512 future",
    ],
  },
  vpmovusqd: {
    title: "Narrow quadwords to doublewords with unsigned saturation",
    brief: "Stores the quadwords of a vector as doublewords, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 15 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 15 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 15 /r | avx512 future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 15 /r | avx512vl avx512 future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 15 /r | avx512vl avx512 future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 15 /r | avx512 future",
    ],
  },
  vpmovusqw: {
    title: "Narrow quadwords to words with unsigned saturation",
    brief: "Stores the quadwords of a vector as words, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 14 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 14 /r | avx512vl avx512 future",
      "w xmm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 14 /r | avx512 future",
      "w m32{k}, r xmm | MR qvm | EVEX.128.F3.0F38.W0 14 /r | avx512vl avx512 future",
      "w m64{k}, r ymm | MR qvm | EVEX.256.F3.0F38.W0 14 /r | avx512vl avx512 future",
      "w m128{k}, r zmm | MR qvm | EVEX.512.F3.0F38.W0 14 /r | avx512 future",
    ],
  },
  vpmovuswb: {
    title: "Narrow words to bytes with unsigned saturation",
    brief: "Stores the words of a vector as bytes, each that does not fit becoming the nearest unsigned value.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 10 /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 10 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 10 /r | avx512bw future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 10 /r | avx512vl avx512bw future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 10 /r | avx512vl avx512bw future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 10 /r | avx512bw future",
    ],
  },
  vpmovw2m: {
    title: "Signs of words to mask",
    brief: "Sets the mask bit of each of the words whose highest bit is 1.",
    rows: [
      "w k, r xmm | RM | EVEX.128.F3.0F38.W1 29 /r | avx512vl avx512bw future",
      "w k, r ymm | RM | EVEX.256.F3.0F38.W1 29 /r | avx512vl avx512bw future",
      "w k, r zmm | RM | EVEX.512.F3.0F38.W1 29 /r | avx512bw future",
    ],
  },
  vpmovwb: {
    title: "Narrow words to bytes",
    brief: "Stores the words of a vector as bytes, keeping their low parts.",
    rows: [
      "w xmm{k}{z}, r xmm | MR | EVEX.128.F3.0F38.W0 30 /r | avx512vl avx512bw future",
      "w xmm{k}{z}, r ymm | MR | EVEX.256.F3.0F38.W0 30 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r zmm | MR | EVEX.512.F3.0F38.W0 30 /r | avx512bw future",
      "w m64{k}, r xmm | MR hvm | EVEX.128.F3.0F38.W0 30 /r | avx512vl avx512bw future",
      "w m128{k}, r ymm | MR hvm | EVEX.256.F3.0F38.W0 30 /r | avx512vl avx512bw future",
      "w m256{k}, r zmm | MR hvm | EVEX.512.F3.0F38.W0 30 /r | avx512bw future",
    ],
  },
  vpmullq: {
    title: "Multiply packed, low half, quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 40 /r | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 40 /r | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 40 /r | avx512dq future",
    ],
  },
  vpmultishiftqb: {
    title: "Select unaligned bytes of quadwords",
    brief: "Takes eight bits from the place in each quadword that each control byte names.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 83 /r | avx512vl avx512vbmi future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 83 /r | avx512vl avx512vbmi future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 83 /r | avx512vbmi future",
    ],
  },
  vpord: {
    title: "Bitwise or of packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 EB /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 EB /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 EB /r | avx512 future",
    ],
  },
  vporq: {
    title: "Bitwise or of packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 EB /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 EB /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 EB /r | avx512 future",
    ],
  },
  vprold: {
    title: "Rotate left packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm/m128/m32bcst], r imm8 | VMI fv | EVEX.128.66.0F.W0 72 /1 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m32bcst], r imm8 | VMI fv | EVEX.256.66.0F.W0 72 /1 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m32bcst], r imm8 | VMI fv | EVEX.512.66.0F.W0 72 /1 ib | avx512 future",
    ],
  },
  vprolq: {
    title: "Rotate left packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm/m128/m64bcst], r imm8 | VMI fv | EVEX.128.66.0F.W1 72 /1 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m64bcst], r imm8 | VMI fv | EVEX.256.66.0F.W1 72 /1 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m64bcst], r imm8 | VMI fv | EVEX.512.66.0F.W1 72 /1 ib | avx512 future",
    ],
  },
  vprolvd: {
    title: "Rotate left by variable counts packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 15 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 15 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 15 /r | avx512 future",
    ],
  },
  vprolvq: {
    title: "Rotate left by variable counts packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 15 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 15 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 15 /r | avx512 future",
    ],
  },
  vprord: {
    title: "Rotate right packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm/m128/m32bcst], r imm8 | VMI fv | EVEX.128.66.0F.W0 72 /0 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m32bcst], r imm8 | VMI fv | EVEX.256.66.0F.W0 72 /0 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m32bcst], r imm8 | VMI fv | EVEX.512.66.0F.W0 72 /0 ib | avx512 future",
    ],
  },
  vprorq: {
    title: "Rotate right packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm/m128/m64bcst], r imm8 | VMI fv | EVEX.128.66.0F.W1 72 /0 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m64bcst], r imm8 | VMI fv | EVEX.256.66.0F.W1 72 /0 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m64bcst], r imm8 | VMI fv | EVEX.512.66.0F.W1 72 /0 ib | avx512 future",
    ],
  },
  vprorvd: {
    title: "Rotate right by variable counts packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 14 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 14 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 14 /r | avx512 future",
    ],
  },
  vprorvq: {
    title: "Rotate right by variable counts packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 14 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 14 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 14 /r | avx512 future",
    ],
  },
  vpscatterdd: {
    title: "Scatter by doubleword indices doublewords",
    rows: [
      "w vm32x:32{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W0 A0 /r | avx512vl avx512 future",
      "w vm32y:32{k}, r ymm | MR t1s | VSIBY EVEX.256.66.0F38.W0 A0 /r | avx512vl avx512 future",
      "w vm32z:32{k}, r zmm | MR t1s | VSIBZ EVEX.512.66.0F38.W0 A0 /r | avx512 future",
    ],
  },
  vpscatterdq: {
    title: "Scatter by doubleword indices quadwords",
    rows: [
      "w vm32x:64{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W1 A0 /r | avx512vl avx512 future",
      "w vm32x:64{k}, r ymm | MR t1s | VSIBX EVEX.256.66.0F38.W1 A0 /r | avx512vl avx512 future",
      "w vm32y:64{k}, r zmm | MR t1s | VSIBY EVEX.512.66.0F38.W1 A0 /r | avx512 future",
    ],
  },
  vpscatterqd: {
    title: "Scatter by quadword indices doublewords",
    rows: [
      "w vm64x:32{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W0 A1 /r | avx512vl avx512 future",
      "w vm64y:32{k}, r xmm | MR t1s | VSIBY EVEX.256.66.0F38.W0 A1 /r | avx512vl avx512 future",
      "w vm64z:32{k}, r ymm | MR t1s | VSIBZ EVEX.512.66.0F38.W0 A1 /r | avx512 future",
    ],
  },
  vpscatterqq: {
    title: "Scatter by quadword indices quadwords",
    rows: [
      "w vm64x:64{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W1 A1 /r | avx512vl avx512 future",
      "w vm64y:64{k}, r ymm | MR t1s | VSIBY EVEX.256.66.0F38.W1 A1 /r | avx512vl avx512 future",
      "w vm64z:64{k}, r zmm | MR t1s | VSIBZ EVEX.512.66.0F38.W1 A1 /r | avx512 future",
    ],
  },
  vpsllvw: {
    title: "Shift left by variable counts packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 12 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 12 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 12 /r | avx512bw future",
    ],
  },
  vpsraq: {
    title: "Shift right signed packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM m128 | EVEX.128.66.0F.W1 E2 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r xmm/m128 | RVM m128 | EVEX.256.66.0F.W1 E2 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r xmm/m128 | RVM m128 | EVEX.512.66.0F.W1 E2 /r | avx512 future",
      "w xmm{k}{z}, r [xmm/m128/m64bcst], r imm8 | VMI fv | EVEX.128.66.0F.W1 72 /4 ib | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm/m256/m64bcst], r imm8 | VMI fv | EVEX.256.66.0F.W1 72 /4 ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm/m512/m64bcst], r imm8 | VMI fv | EVEX.512.66.0F.W1 72 /4 ib | avx512 future",
    ],
  },
  vpsravq: {
    title: "Shift right signed by variable counts packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 46 /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 46 /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 46 /r | avx512 future",
    ],
  },
  vpsravw: {
    title: "Shift right signed by variable counts packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 11 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 11 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 11 /r | avx512bw future",
    ],
  },
  vpsrlvw: {
    title: "Shift right by variable counts packed words",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 10 /r | avx512vl avx512bw future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 10 /r | avx512vl avx512bw future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 10 /r | avx512bw future",
    ],
  },
  vpternlogd: {
    title: "Ternary logic of packed doublewords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 25 /r ib | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 25 /r ib | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 25 /r ib | avx512 future",
    ],
  },
  vpternlogq: {
    title: "Ternary logic of packed quadwords",
    rows: [
      "rw xmm{k}{z}, r xmm, r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 25 /r ib | avx512vl avx512 future",
      "rw ymm{k}{z}, r ymm, r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 25 /r ib | avx512vl avx512 future",
      "rw zmm{k}{z}, r zmm, r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 25 /r ib | avx512 future",
    ],
  },
  vptestmb: {
    title: "Test packed bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 26 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 26 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 26 /r | avx512bw future",
    ],
  },
  vptestmd: {
    title: "Test packed doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 27 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 27 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 27 /r | avx512 future",
    ],
  },
  vptestmq: {
    title: "Test packed quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 27 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 27 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 27 /r | avx512 future",
    ],
  },
  vptestmw: {
    title: "Test packed words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 26 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 26 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 26 /r | avx512bw future",
    ],
  },
  vptestnmb: {
    title: "Test packed, none, bytes",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.F3.0F38.W0 26 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.F3.0F38.W0 26 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.F3.0F38.W0 26 /r | avx512bw future",
    ],
  },
  vptestnmd: {
    title: "Test packed, none, doublewords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.F3.0F38.W0 27 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m32bcst | RVM fv | EVEX.256.F3.0F38.W0 27 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m32bcst | RVM fv | EVEX.512.F3.0F38.W0 27 /r | avx512 future",
    ],
  },
  vptestnmq: {
    title: "Test packed, none, quadwords",
    rows: [
      "w k{k}, r xmm, r xmm/m128/m64bcst | RVM fv | EVEX.128.F3.0F38.W1 27 /r | avx512vl avx512 future",
      "w k{k}, r ymm, r ymm/m256/m64bcst | RVM fv | EVEX.256.F3.0F38.W1 27 /r | avx512vl avx512 future",
      "w k{k}, r zmm, r zmm/m512/m64bcst | RVM fv | EVEX.512.F3.0F38.W1 27 /r | avx512 future",
    ],
  },
  vptestnmw: {
    title: "Test packed, none, words",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.F3.0F38.W1 26 /r | avx512vl avx512bw future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.F3.0F38.W1 26 /r | avx512vl avx512bw future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.F3.0F38.W1 26 /r | avx512bw future",
    ],
  },
  vpxord: {
    title: "Bitwise exclusive or of packed doublewords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F.W0 EF /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F.W0 EF /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F.W0 EF /r | avx512 future",
    ],
  },
  vpxorq: {
    title: "Bitwise exclusive or of packed quadwords",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F.W1 EF /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F.W1 EF /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F.W1 EF /r | avx512 future",
    ],
  },
  vrangepd: {
    title: "Range restriction of packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 50 /r ib | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 50 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{sae}, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 50 /r ib | avx512dq future",
    ],
  },
  vrangeps: {
    title: "Range restriction of packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 50 /r ib | avx512vl avx512dq future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 50 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{sae}, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 50 /r ib | avx512dq future",
    ],
  },
  vrangesd: {
    title: "Range restriction of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 51 /r ib | avx512dq future",
    ],
  },
  vrangess: {
    title: "Range restriction of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 51 /r ib | avx512dq future",
    ],
  },
  vrcp14pd: {
    title: "Approximate reciprocal of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 4C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 4C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst | RM fv | EVEX.512.66.0F38.W1 4C /r | avx512 future",
    ],
  },
  vrcp14ps: {
    title: "Approximate reciprocal of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 4C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 4C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.66.0F38.W0 4C /r | avx512 future",
    ],
  },
  vrcp14sd: {
    title: "Approximate reciprocal of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64 | RVM t1s | EVEX.128.66.0F38.W1 4D /r | avx512 future",
    ],
  },
  vrcp14ss: {
    title: "Approximate reciprocal of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32 | RVM t1s | EVEX.128.66.0F38.W0 4D /r | avx512 future",
    ],
  },
  vrcp28pd: {
    title: "Approximate reciprocal of packed double",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F38.W1 CA /r | avx512er future",
    ],
  },
  vrcp28ps: {
    title: "Approximate reciprocal of packed single",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.66.0F38.W0 CA /r | avx512er future",
    ],
  },
  vrcp28sd: {
    title: "Approximate reciprocal of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae} | RVM t1s | EVEX.128.66.0F38.W1 CB /r | avx512er future",
    ],
  },
  vrcp28ss: {
    title: "Approximate reciprocal of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae} | RVM t1s | EVEX.128.66.0F38.W0 CB /r | avx512er future",
    ],
  },
  vreducepd: {
    title: "Reduction of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W1 56 /r ib | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 56 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 56 /r ib | avx512dq future",
    ],
  },
  vreduceps: {
    title: "Reduction of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W0 56 /r ib | avx512vl avx512dq future",
      "w ymm{k}{z}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W0 56 /r ib | avx512vl avx512dq future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W0 56 /r ib | avx512dq future",
    ],
  },
  vreducesd: {
    title: "Reduction of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 57 /r ib | avx512dq future",
    ],
  },
  vreducess: {
    title: "Reduction of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 57 /r ib | avx512dq future",
    ],
  },
  vrndscalepd: {
    title: "Round to fraction bits packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W1 09 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W1 09 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W1 09 /r ib | avx512 future",
    ],
  },
  vrndscaleps: {
    title: "Round to fraction bits packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst, r imm8 | RMI fv | EVEX.128.66.0F3A.W0 08 /r ib | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst, r imm8 | RMI fv | EVEX.256.66.0F3A.W0 08 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae}, r imm8 | RMI fv | EVEX.512.66.0F3A.W0 08 /r ib | avx512 future",
    ],
  },
  vrndscalesd: {
    title: "Round to fraction bits scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W1 0B /r ib | avx512 future",
    ],
  },
  vrndscaless: {
    title: "Round to fraction bits scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae}, r imm8 | RVMI t1s | EVEX.128.66.0F3A.W0 0A /r ib | avx512 future",
    ],
  },
  vrsqrt14pd: {
    title: "Approximate reciprocal square root of packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.0F38.W1 4E /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.0F38.W1 4E /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m64bcst | RM fv | EVEX.512.66.0F38.W1 4E /r | avx512 future",
    ],
  },
  vrsqrt14ps: {
    title: "Approximate reciprocal square root of packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.0F38.W0 4E /r | avx512vl avx512 future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.0F38.W0 4E /r | avx512vl avx512 future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.66.0F38.W0 4E /r | avx512 future",
    ],
  },
  vrsqrt14sd: {
    title: "Approximate reciprocal square root of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64 | RVM t1s | EVEX.128.66.0F38.W1 4F /r | avx512 future",
    ],
  },
  vrsqrt14ss: {
    title: "Approximate reciprocal square root of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32 | RVM t1s | EVEX.128.66.0F38.W0 4F /r | avx512 future",
    ],
  },
  vrsqrt28pd: {
    title: "Approximate reciprocal square root of packed double",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m64bcst{sae} | RM fv | EVEX.512.66.0F38.W1 CC /r | avx512er future",
    ],
  },
  vrsqrt28ps: {
    title: "Approximate reciprocal square root of packed single",
    rows: [
      "w zmm{k}{z}, r zmm/m512/m32bcst{sae} | RM fv | EVEX.512.66.0F38.W0 CC /r | avx512er future",
    ],
  },
  vrsqrt28sd: {
    title: "Approximate reciprocal square root of scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{sae} | RVM t1s | EVEX.128.66.0F38.W1 CD /r | avx512er future",
    ],
  },
  vrsqrt28ss: {
    title: "Approximate reciprocal square root of scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{sae} | RVM t1s | EVEX.128.66.0F38.W0 CD /r | avx512er future",
    ],
  },
  vscalefpd: {
    title: "Scale packed double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 2C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 2C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst{er} | RVM fv | EVEX.512.66.0F38.W1 2C /r | avx512 future",
    ],
  },
  vscalefps: {
    title: "Scale packed single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 2C /r | avx512vl avx512 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 2C /r | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.66.0F38.W0 2C /r | avx512 future",
    ],
  },
  vscalefsd: {
    title: "Scale scalar double",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.128.66.0F38.W1 2D /r | avx512 future",
    ],
  },
  vscalefss: {
    title: "Scale scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.128.66.0F38.W0 2D /r | avx512 future",
    ],
  },
  vscatterdpd: {
    title: "Scatter by doubleword indices packed double",
    rows: [
      "w vm32x:64{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W1 A2 /r | avx512vl avx512 future",
      "w vm32x:64{k}, r ymm | MR t1s | VSIBX EVEX.256.66.0F38.W1 A2 /r | avx512vl avx512 future",
      "w vm32y:64{k}, r zmm | MR t1s | VSIBY EVEX.512.66.0F38.W1 A2 /r | avx512 future",
    ],
  },
  vscatterdps: {
    title: "Scatter by doubleword indices packed single",
    rows: [
      "w vm32x:32{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W0 A2 /r | avx512vl avx512 future",
      "w vm32y:32{k}, r ymm | MR t1s | VSIBY EVEX.256.66.0F38.W0 A2 /r | avx512vl avx512 future",
      "w vm32z:32{k}, r zmm | MR t1s | VSIBZ EVEX.512.66.0F38.W0 A2 /r | avx512 future",
    ],
  },
  vscatterpf0dpd: {
    title: "Prefetch for scatter of doubles by doubleword indices, hint T0",
    brief: "Brings the doubles that the doubleword indices name under the mask into the cache for writing, level 1 and outwards.",
    rows: [
      "w vm32y:64{k} | M t1s | VSIBY EVEX.512.66.0F38.W1 C6 /5 | avx512pf future",
    ],
  },
  vscatterpf0dps: {
    title: "Prefetch for scatter of singles by doubleword indices, hint T0",
    brief: "Brings the singles that the doubleword indices name under the mask into the cache for writing, level 1 and outwards.",
    rows: [
      "w vm32z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C6 /5 | avx512pf future",
    ],
  },
  vscatterpf0qpd: {
    title: "Prefetch for scatter of doubles by quadword indices, hint T0",
    brief: "Brings the doubles that the quadword indices name under the mask into the cache for writing, level 1 and outwards.",
    rows: [
      "w vm64z:64{k} | M t1s | VSIBZ EVEX.512.66.0F38.W1 C7 /5 | avx512pf future",
    ],
  },
  vscatterpf0qps: {
    title: "Prefetch for scatter of singles by quadword indices, hint T0",
    brief: "Brings the singles that the quadword indices name under the mask into the cache for writing, level 1 and outwards.",
    rows: [
      "w vm64z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C7 /5 | avx512pf future",
    ],
  },
  vscatterpf1dpd: {
    title: "Prefetch for scatter of doubles by doubleword indices, hint T1",
    brief: "Brings the doubles that the doubleword indices name under the mask into the cache for writing, level 2 and outwards.",
    rows: [
      "w vm32y:64{k} | M t1s | VSIBY EVEX.512.66.0F38.W1 C6 /6 | avx512pf future",
    ],
  },
  vscatterpf1dps: {
    title: "Prefetch for scatter of singles by doubleword indices, hint T1",
    brief: "Brings the singles that the doubleword indices name under the mask into the cache for writing, level 2 and outwards.",
    rows: [
      "w vm32z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C6 /6 | avx512pf future",
    ],
  },
  vscatterpf1qpd: {
    title: "Prefetch for scatter of doubles by quadword indices, hint T1",
    brief: "Brings the doubles that the quadword indices name under the mask into the cache for writing, level 2 and outwards.",
    rows: [
      "w vm64z:64{k} | M t1s | VSIBZ EVEX.512.66.0F38.W1 C7 /6 | avx512pf future",
    ],
  },
  vscatterpf1qps: {
    title: "Prefetch for scatter of singles by quadword indices, hint T1",
    brief: "Brings the singles that the quadword indices name under the mask into the cache for writing, level 2 and outwards.",
    rows: [
      "w vm64z:32{k} | M t1s | VSIBZ EVEX.512.66.0F38.W0 C7 /6 | avx512pf future",
    ],
  },
  vscatterqpd: {
    title: "Scatter by quadword indices packed double",
    rows: [
      "w vm64x:64{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W1 A3 /r | avx512vl avx512 future",
      "w vm64y:64{k}, r ymm | MR t1s | VSIBY EVEX.256.66.0F38.W1 A3 /r | avx512vl avx512 future",
      "w vm64z:64{k}, r zmm | MR t1s | VSIBZ EVEX.512.66.0F38.W1 A3 /r | avx512 future",
    ],
  },
  vscatterqps: {
    title: "Scatter by quadword indices packed single",
    rows: [
      "w vm64x:32{k}, r xmm | MR t1s | VSIBX EVEX.128.66.0F38.W0 A3 /r | avx512vl avx512 future",
      "w vm64y:32{k}, r xmm | MR t1s | VSIBY EVEX.256.66.0F38.W0 A3 /r | avx512vl avx512 future",
      "w vm64z:32{k}, r ymm | MR t1s | VSIBZ EVEX.512.66.0F38.W0 A3 /r | avx512 future",
    ],
  },
  vshuff32x4: {
    title: "Shuffle groups of 4 singles",
    brief: "Chooses 128-bit groups of 4 singles: the low half from the first source, the high half from the second, as the immediate says.",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 23 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 23 /r ib | avx512 future",
    ],
  },
  vshuff64x2: {
    title: "Shuffle groups of 2 doubles",
    brief: "Chooses 128-bit groups of 2 doubles: the low half from the first source, the high half from the second, as the immediate says.",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 23 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 23 /r ib | avx512 future",
    ],
  },
  vshufi32x4: {
    title: "Shuffle groups of 4 doublewords",
    brief: "Chooses 128-bit groups of 4 doublewords: the low half from the first source, the high half from the second, as the immediate says.",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 43 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 43 /r ib | avx512 future",
    ],
  },
  vshufi64x2: {
    title: "Shuffle groups of 2 quadwords",
    brief: "Chooses 128-bit groups of 2 quadwords: the low half from the first source, the high half from the second, as the immediate says.",
    rows: [
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 43 /r ib | avx512vl avx512 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 43 /r ib | avx512 future",
    ],
  },
  vgf2p8affineinvqb_evex: {
    name: "vgf2p8affineinvqb", title: "Galois field affine transformation of inverse",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 CF /r ib | gfni avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 CF /r ib | gfni avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 CF /r ib | gfni avx512 future",
    ],
  },
  vgf2p8affineqb_evex: {
    name: "vgf2p8affineqb", title: "Galois field affine transformation",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 CE /r ib | gfni avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 CE /r ib | gfni avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 CE /r ib | gfni avx512 future",
    ],
  },
  vgf2p8mulb_evex: {
    name: "vgf2p8mulb", title: "Galois field multiply bytes",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 CF /r | gfni avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 CF /r | gfni avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 CF /r | gfni avx512 future",
    ],
  },
  vpcompressb: {
    title: "Compress packed bytes",
    rows: [
      "w m128{k}, r xmm | MR t1s8 | EVEX.128.66.0F38.W0 63 /r | avx512vbmi2 avx512vl future",
      "w m256{k}, r ymm | MR t1s8 | EVEX.256.66.0F38.W0 63 /r | avx512vbmi2 avx512vl future",
      "w m512{k}, r zmm | MR t1s8 | EVEX.512.66.0F38.W0 63 /r | avx512vbmi2 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W0 63 /r | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W0 63 /r | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W0 63 /r | avx512vbmi2 future",
    ],
  },
  vpcompressw: {
    title: "Compress packed words",
    brief: "Packs the words selected by the mask together at the low end.",
    rows: [
      "w m128{k}, r xmm | MR t1s16 | EVEX.128.66.0F38.W1 63 /r | avx512vbmi2 avx512vl future",
      "w m256{k}, r ymm | MR t1s16 | EVEX.256.66.0F38.W1 63 /r | avx512vbmi2 avx512vl future",
      "w m512{k}, r zmm | MR t1s16 | EVEX.512.66.0F38.W1 63 /r | avx512vbmi2 future",
      "w xmm{k}{z}, r xmm | MR | EVEX.128.66.0F38.W1 63 /r | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r ymm | MR | EVEX.256.66.0F38.W1 63 /r | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r zmm | MR | EVEX.512.66.0F38.W1 63 /r | avx512vbmi2 future",
    ],
  },
  vpexpandb: {
    title: "Expand packed bytes",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM t1s8 | EVEX.128.66.0F38.W0 62 /r | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM t1s8 | EVEX.256.66.0F38.W0 62 /r | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM t1s8 | EVEX.512.66.0F38.W0 62 /r | avx512vbmi2 future",
    ],
  },
  vpexpandw: {
    title: "Expand packed words",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM t1s16 | EVEX.128.66.0F38.W1 62 /r | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM t1s16 | EVEX.256.66.0F38.W1 62 /r | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM t1s16 | EVEX.512.66.0F38.W1 62 /r | avx512vbmi2 future",
    ],
  },
  vpshldw: {
    title: "Shift pairs of words left",
    brief: "Joins two words of the sources, shifts them left by the immediate and keeps the upper half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W1 70 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W1 70 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W1 70 /r ib | avx512vbmi2 future",
    ],
  },
  vpshldd: {
    title: "Shift pairs of doublewords left",
    brief: "Joins two doublewords of the sources, shifts them left by the immediate and keeps the upper half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 71 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 71 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 71 /r ib | avx512vbmi2 future",
    ],
  },
  vpshldq: {
    title: "Shift pairs of quadwords left",
    brief: "Joins two quadwords of the sources, shifts them left by the immediate and keeps the upper half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 71 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 71 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 71 /r ib | avx512vbmi2 future",
    ],
  },
  vpshldvw: {
    title: "Shift pairs of words left by variable counts",
    brief: "Joins words of destination and source, shifts each pair left by its own count and keeps the upper half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 70 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 70 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 70 /r | avx512vbmi2 future",
    ],
  },
  vpshldvd: {
    title: "Shift pairs of doublewords left by variable counts",
    brief: "Joins doublewords of destination and source, shifts each pair left by its own count and keeps the upper half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 71 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 71 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 71 /r | avx512vbmi2 future",
    ],
  },
  vpshldvq: {
    title: "Shift pairs of quadwords left by variable counts",
    brief: "Joins quadwords of destination and source, shifts each pair left by its own count and keeps the upper half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 71 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 71 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 71 /r | avx512vbmi2 future",
    ],
  },
  vpshrdw: {
    title: "Shift pairs of words right",
    brief: "Joins two words of the sources, shifts them right by the immediate and keeps the lower half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128, r imm8 | RVMI fvm | EVEX.128.66.0F3A.W1 72 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256, r imm8 | RVMI fvm | EVEX.256.66.0F3A.W1 72 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512, r imm8 | RVMI fvm | EVEX.512.66.0F3A.W1 72 /r ib | avx512vbmi2 future",
    ],
  },
  vpshrdd: {
    title: "Shift pairs of doublewords right",
    brief: "Joins two doublewords of the sources, shifts them right by the immediate and keeps the lower half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W0 73 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W0 73 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W0 73 /r ib | avx512vbmi2 future",
    ],
  },
  vpshrdq: {
    title: "Shift pairs of quadwords right",
    brief: "Joins two quadwords of the sources, shifts them right by the immediate and keeps the lower half.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m64bcst, r imm8 | RVMI fv | EVEX.128.66.0F3A.W1 73 /r ib | avx512vbmi2 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m64bcst, r imm8 | RVMI fv | EVEX.256.66.0F3A.W1 73 /r ib | avx512vbmi2 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m64bcst, r imm8 | RVMI fv | EVEX.512.66.0F3A.W1 73 /r ib | avx512vbmi2 future",
    ],
  },
  vpshrdvw: {
    title: "Shift pairs of words right by variable counts",
    brief: "Joins words of destination and source, shifts each pair right by its own count and keeps the lower half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W1 72 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W1 72 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W1 72 /r | avx512vbmi2 future",
    ],
  },
  vpshrdvd: {
    title: "Shift pairs of doublewords right by variable counts",
    brief: "Joins doublewords of destination and source, shifts each pair right by its own count and keeps the lower half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 73 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 73 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 73 /r | avx512vbmi2 future",
    ],
  },
  vpshrdvq: {
    title: "Shift pairs of quadwords right by variable counts",
    brief: "Joins quadwords of destination and source, shifts each pair right by its own count and keeps the lower half.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m64bcst | RVM fv | EVEX.128.66.0F38.W1 73 /r | avx512vbmi2 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m64bcst | RVM fv | EVEX.256.66.0F38.W1 73 /r | avx512vbmi2 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m64bcst | RVM fv | EVEX.512.66.0F38.W1 73 /r | avx512vbmi2 future",
    ],
  },
  vpdpbusd_evex: {
    name: "vpdpbusd", title: "VPDPBUSD",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 50 /r | avx512vnni avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 50 /r | avx512vnni avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 50 /r | avx512vnni future",
    ],
  },
  vpdpbusds_evex: {
    name: "vpdpbusds", title: "VPDPBUSDS",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 51 /r | avx512vnni avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 51 /r | avx512vnni avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 51 /r | avx512vnni future",
    ],
  },
  vpdpwssd_evex: {
    name: "vpdpwssd", title: "VPDPWSSD",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 52 /r | avx512vnni avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 52 /r | avx512vnni avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 52 /r | avx512vnni future",
    ],
  },
  vpdpwssds_evex: {
    name: "vpdpwssds", title: "VPDPWSSDS",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.66.0F38.W0 53 /r | avx512vnni avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.66.0F38.W0 53 /r | avx512vnni avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.66.0F38.W0 53 /r | avx512vnni future",
    ],
  },
  vpopcntb: {
    title: "Count set bits of packed bytes",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F38.W0 54 /r | avx512bitalg avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F38.W0 54 /r | avx512bitalg avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F38.W0 54 /r | avx512bitalg future",
    ],
  },
  vpopcntw: {
    title: "Count set bits of packed words",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fvm | EVEX.128.66.0F38.W1 54 /r | avx512bitalg avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM fvm | EVEX.256.66.0F38.W1 54 /r | avx512bitalg avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM fvm | EVEX.512.66.0F38.W1 54 /r | avx512bitalg future",
    ],
  },
  vpopcntd: {
    title: "Count set bits of packed doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fv | EVEX.128.66.0F38.W0 55 /r | avx512vpopcntdq avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM fv | EVEX.256.66.0F38.W0 55 /r | avx512vpopcntdq avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM fv | EVEX.512.66.0F38.W0 55 /r | avx512vpopcntdq future",
    ],
  },
  vpopcntq: {
    title: "Count set bits of packed quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m128 | RM fv | EVEX.128.66.0F38.W1 55 /r | avx512vpopcntdq avx512vl future",
      "w ymm{k}{z}, r ymm/m256 | RM fv | EVEX.256.66.0F38.W1 55 /r | avx512vpopcntdq avx512vl future",
      "w zmm{k}{z}, r zmm/m512 | RM fv | EVEX.512.66.0F38.W1 55 /r | avx512vpopcntdq future",
    ],
  },
  vpshufbitqmb: {
    title: "Select bits of quadwords to mask",
    brief: "Sets each mask bit to the bit of the quadword that a control byte names.",
    rows: [
      "w k{k}, r xmm, r xmm/m128 | RVM fvm | EVEX.128.66.0F38.W0 8F /r | avx512bitalg avx512vl future",
      "w k{k}, r ymm, r ymm/m256 | RVM fvm | EVEX.256.66.0F38.W0 8F /r | avx512bitalg avx512vl future",
      "w k{k}, r zmm, r zmm/m512 | RVM fvm | EVEX.512.66.0F38.W0 8F /r | avx512bitalg future",
    ],
  },
  v4fmaddps: {
    title: "Four fused multiply-adds of packed single",
    brief: "Multiplies four consecutive registers with four singles from memory and adds up, step by step.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.512.F2.0F38.W0 9A /r | avx5124fmaps future low16",
    ],
  },
  v4fnmaddps: {
    title: "Four fused negative multiply-adds of packed single",
    brief: "Multiplies four consecutive registers with four singles from memory and subtracts, step by step.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.512.F2.0F38.W0 AA /r | avx5124fmaps future low16",
    ],
  },
  v4fmaddss: {
    title: "Four fused multiply-adds of scalar single",
    brief: "Multiplies the lowest singles of four consecutive registers with four from memory and adds up.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.LIG.F2.0F38.W0 9B /r | avx5124fmaps future low16",
    ],
  },
  v4fnmaddss: {
    title: "Four fused negative multiply-adds of scalar single",
    brief: "Multiplies the lowest singles of four consecutive registers with four from memory and subtracts.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.LIG.F2.0F38.W0 AB /r | avx5124fmaps future low16",
    ],
  },
  v4dpwssds: {
    title: "Four dot products of signed words, saturating",
    brief: "Multiplies pairs of signed words of four consecutive registers with memory and adds to doublewords with saturation.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.512.F2.0F38.W0 53 /r | avx5124vnniw future low16",
    ],
  },
  v4dpwssd: {
    title: "Four dot products of signed words",
    brief: "Multiplies pairs of signed words of four consecutive registers with memory and adds to doublewords.",
    rows: [
      "rw zmm{k}{z}, r zmm+3, r m(128) | RVM m128 | EVEX.512.F2.0F38.W0 52 /r | avx5124vnniw future low16",
    ],
  },
  vcvtne2ps2bf16: {
    title: "Convert two packed single to bfloat16",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F2.0F38.W0 72 /r | avx512bf16 future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F2.0F38.W0 72 /r | avx512bf16 future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst | RVM fv | EVEX.512.F2.0F38.W0 72 /r | avx512bf16 future",
    ],
  },
  vdpbf16ps: {
    title: "Dot product of pairs of bfloat16",
    brief: "Multiplies pairs of bfloat16 numbers and adds the products to single-precision floats.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F3.0F38.W0 52 /r | avx512bf16 future",
      "rw ymm{k}{z}, r [ymm], r ymm/m128/m32bcst | RVM fv | EVEX.256.F3.0F38.W0 52 /r | avx512bf16 future",
      "rw zmm{k}{z}, r [zmm], r zmm/m128/m32bcst | RVM fv | EVEX.512.F3.0F38.W0 52 /r | avx512bf16 future",
    ],
  },
  vp2intersectd: {
    title: "Intersection of doublewords to two masks",
    brief: "Sets in two masks which doublewords of each source occur in the other one.",
    rows: [
      "w k+1, r xmm, r xmm/m128/m32bcst | RVM fv | EVEX.128.F2.0F38.W0 68 /r | avx512bf16 future",
      "w k+1, r ymm, r ymm/m128/m32bcst | RVM fv | EVEX.256.F2.0F38.W0 68 /r | avx512bf16 future",
      "w k+1, r zmm, r zmm/m128/m32bcst | RVM fv | EVEX.512.F2.0F38.W0 68 /r | avx512bf16 future",
    ],
  },
}) as const satisfies Family;
