// Assembled only: AVX-512 half precision (EVEX).
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx512Fp16 = () => ({
  vcvtph2ps_evex16: {
    name: "vcvtph2ps", title: "Convert packed half to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m64 | RM hvm | EVEX.128.66.0F38.W0 13 /r | avx512 avx512vl future low16",
      "w ymm{k}{z}, r xmm/m128 | RM hvm | EVEX.256.66.0F38.W0 13 /r | avx512 avx512vl future low16",
      "w zmm{k}{z}, r ymm/m256{sae} | RM hvm | EVEX.512.66.0F38.W0 13 /r | avx512 future low16",
    ],
  },
  vcvtps2ph_evex16: {
    name: "vcvtps2ph", title: "Convert packed single to packed half",
    rows: [
      "w xmm{k}{z}, r xmm, r imm8 | MRI hvm | EVEX.128.66.0F3A.W0 1D /r ib | avx512 avx512vl future",
      "w m64{k}, r xmm, r imm8 | MRI hvm | EVEX.128.66.0F3A.W0 1D /r ib | avx512 avx512vl future",
      "w xmm{k}{z}, r ymm, r imm8 | MRI hvm | EVEX.256.66.0F3A.W0 1D /r ib | avx512 avx512vl future",
      "w m128{k}, r ymm, r imm8 | MRI hvm | EVEX.256.66.0F3A.W0 1D /r ib | avx512 avx512vl future",
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.66.MAP5.W0 1D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.66.MAP5.W0 1D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.66.MAP5.W0 1D /r | avx512fp16 future",
    ],
  },
  vcvtusi2ss_evex16: {
    name: "vcvtusi2ss", title: "Convert unsigned integer to scalar single",
    rows: [
      "w xmm, r xmm{er}, r r/m64{er} | RVM t1s | EVEX.LIG.F3.MAP5.W1 7B /r | avx512fp16 future",
    ],
  },
  vaddph: {
    title: "Add packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16/m16bcst | RVM fv | EVEX.128.MAP5.W0 58 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m16/m16bcst | RVM fv | EVEX.256.MAP5.W0 58 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m16/m16bcst{er} | RVM fv | EVEX.512.MAP5.W0 58 /r | avx512fp16 future",
    ],
  },
  vaddsh: {
    title: "Add scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 58 /r | avx512fp16 future",
    ],
  },
  vcmpph: {
    title: "Compare packed half",
    rows: [
      "w k{k}, r [xmm], r xmm/m16/m16bcst, r imm8 | RVMI fv | EVEX.128.0F3A.W0 C2 /r ib | avx512fp16 avx512vl future",
      "w k{k}, r [ymm], r ymm/m16/m16bcst, r imm8 | RVMI fv | EVEX.256.0F3A.W0 C2 /r ib | avx512fp16 avx512vl future",
      "w k{k}, r [zmm], r zmm/m16/m16bcst{sae}, r imm8 | RVMI fv | EVEX.512.0F3A.W0 C2 /r ib | avx512fp16 future",
    ],
  },
  vcmpsh: {
    title: "Compare scalar half",
    rows: [
      "w k{k}, r [xmm], r xmm/m16{sae}, r imm8 | RVMI t1s | EVEX.LIG.F3.0F3A.W0 C2 /r ib | avx512fp16 future",
    ],
  },
  vcomish: {
    title: "Compare into flags, ordered, scalar half",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m16{sae} | RM fv | EVEX.LIG.MAP5.W0 2F /r | avx512fp16 future",
    ],
  },
  vcvtdq2ph: {
    title: "Convert doublewords to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m32bcst{er} | RM fv | EVEX.512.MAP5.W0 5B /r | avx512fp16 future",
    ],
  },
  vcvtpd2ph: {
    title: "Convert packed double to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.66.MAP5.W1 5A /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.66.MAP5.W1 5A /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.66.MAP5.W1 5A /r | avx512fp16 future",
    ],
  },
  vcvtph2dq: {
    title: "Convert packed half to doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m16bcst | RM hv | EVEX.128.66.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m128/m16bcst | RM hv | EVEX.256.66.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r ymm/m256/m16bcst{er} | RM hv | EVEX.512.66.MAP5.W0 5B /r | avx512fp16 future",
    ],
  },
  vcvtph2pd: {
    title: "Convert packed half to packed double",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM qvm | EVEX.128.MAP5.W0 5A /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM qvm | EVEX.256.MAP5.W0 5A /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r xmm/m128/m16bcst{sae} | RM qvm | EVEX.512.MAP5.W0 5A /r | avx512fp16 future",
    ],
  },
  vcvtph2psx: {
    title: "Convert packed half to packed single",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m16bcst | RM hv | EVEX.128.66.MAP6.W0 13 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m128/m16bcst | RM hv | EVEX.256.66.MAP6.W0 13 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r ymm/m256/m16bcst{sae} | RM hv | EVEX.512.66.MAP6.W0 13 /r | avx512fp16 future",
    ],
  },
  vcvtph2qq: {
    title: "Convert packed half to quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM qvm | EVEX.128.66.MAP5.W0 7B /r | avx512fp16 avx512vl future low16",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM qvm | EVEX.256.66.MAP5.W0 7B /r | avx512fp16 avx512vl future low16",
      "w zmm{k}{z}, r xmm/m128/m16bcst{er} | RM qvm | EVEX.512.66.MAP5.W0 7B /r | avx512fp16 future low16",
    ],
  },
  vcvtph2udq: {
    title: "Convert packed half to unsigned doublewords",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM hv | EVEX.128.MAP5.W0 79 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM hv | EVEX.256.MAP5.W0 79 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r xmm/m128/m16bcst{er} | RM hv | EVEX.512.MAP5.W0 79 /r | avx512fp16 future",
    ],
  },
  vcvtph2uqq: {
    title: "Convert packed half to unsigned quadwords",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM qvm | EVEX.128.66.MAP5.W0 79 /r | avx512fp16 avx512vl future low16",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM qvm | EVEX.256.66.MAP5.W0 79 /r | avx512fp16 avx512vl future low16",
      "w zmm{k}{z}, r xmm/m128/m16bcst{er} | RM qvm | EVEX.512.66.MAP5.W0 79 /r | avx512fp16 future low16",
    ],
  },
  vcvtph2uw: {
    title: "Convert packed half to unsigned words",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{er} | RM fv | EVEX.512.MAP5.W0 7D /r | avx512fp16 future",
    ],
  },
  vcvtph2w: {
    title: "Convert packed half to words",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.66.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.66.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{er} | RM fv | EVEX.512.66.MAP5.W0 7D /r | avx512fp16 future",
    ],
  },
  vcvtqq2ph: {
    title: "Convert quadwords to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m64bcst | RM fv | EVEX.128.MAP5.W1 5B /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m64bcst | RM fv | EVEX.256.MAP5.W1 5B /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m64bcst{er} | RM fv | EVEX.512.MAP5.W1 5B /r | avx512fp16 avx512vl future",
    ],
  },
  vcvtsd2sh: {
    title: "Convert scalar double to scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m64{er} | RVM t1s | EVEX.LIG.F2.MAP5.W1 5A /r | avx512fp16 future",
    ],
  },
  vcvtsh2sd: {
    title: "Convert scalar half to scalar double",
    rows: [
      "w xmm, r [xmm], r xmm/m16{sae} | RVM t1s | EVEX.LIG.F3.MAP5.W0 5A /r | avx512fp16 future",
    ],
  },
  vcvtsh2si: {
    title: "Convert scalar half to integer",
    rows: [
      "w r32, r xmm/m16{er} | RM t1s | EVEX.LIG.F3.MAP5.W0 2D /r | avx512fp16 future low16",
      "w r64, r xmm/m16{er} | RM t1s | EVEX.LIG.F3.MAP5.W1 2D /r | avx512fp16 future low16",
    ],
  },
  vcvtsh2ss: {
    title: "Convert scalar half to scalar single",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{sae} | RVM t1s | EVEX.LIG.MAP6.W0 13 /r | avx512fp16 future",
    ],
  },
  vcvtsh2usi: {
    title: "Convert scalar half to unsigned integer",
    rows: [
      "w r32, r xmm/m16{er} | RM t1s | EVEX.LIG.F3.MAP5.W0 79 /r | avx512fp16 future low16",
      "w r64, r xmm/m16{er} | RM t1s | EVEX.LIG.F3.MAP5.W1 79 /r | avx512fp16 future low16",
    ],
  },
  vcvtsi2sh: {
    title: "Convert integer to scalar half",
    rows: [
      "w xmm, r [xmm], r r/m32{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 2A /r | avx512fp16 future",
      "w xmm, r [xmm], r r/m64{er} | RVM t1s | EVEX.LIG.F3.MAP5.W1 2A /r | avx512fp16 future",
    ],
  },
  vcvtss2sh: {
    title: "Convert scalar single to scalar half",
    rows: [
      "w xmm, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.LIG.MAP5.WIG 1D /r | avx512fp16 future",
    ],
  },
  vcvttph2dq: {
    title: "Convert packed half to doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m16bcst | RM hv | EVEX.128.F3.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m128/m16bcst | RM hv | EVEX.256.F3.MAP5.W0 5B /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r ymm/m256/m16bcst{sae} | RM hv | EVEX.512.F3.MAP5.W0 5B /r | avx512fp16 future",
    ],
  },
  vcvttph2qq: {
    title: "Convert packed half to quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM t1s | EVEX.128.66.MAP5.W0 7A /r | avx512fp16 avx512vl future low16",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM t1s | EVEX.256.66.MAP5.W0 7A /r | avx512fp16 avx512vl future low16",
      "w zmm{k}{z}, r xmm/m128/m16bcst{sae} | RM t1s | EVEX.512.66.MAP5.W0 7A /r | avx512fp16 future low16",
    ],
  },
  vcvttph2udq: {
    title: "Convert packed half to unsigned doublewords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m64/m16bcst | RM hv | EVEX.128.MAP5.W0 78 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m128/m16bcst | RM hv | EVEX.256.MAP5.W0 78 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r ymm/m256/m16bcst{sae} | RM hv | EVEX.512.MAP5.W0 78 /r | avx512fp16 future",
    ],
  },
  vcvttph2uqq: {
    title: "Convert packed half to unsigned quadwords with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m32/m16bcst | RM t1s | EVEX.128.66.MAP5.W0 78 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m64/m16bcst | RM t1s | EVEX.256.66.MAP5.W0 78 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r xmm/m128/m16bcst{sae} | RM t1s | EVEX.512.66.MAP5.W0 78 /r | avx512fp16 future",
    ],
  },
  vcvttph2uw: {
    title: "Convert packed half to unsigned words with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.MAP5.W0 7C /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.MAP5.W0 7C /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae} | RM fv | EVEX.512.MAP5.W0 7C /r | avx512fp16 future",
    ],
  },
  vcvttph2w: {
    title: "Convert packed half to words with truncation",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.66.MAP5.W0 7C /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.66.MAP5.W0 7C /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae} | RM fv | EVEX.512.66.MAP5.W0 7C /r | avx512fp16 future",
    ],
  },
  vcvttsh2si: {
    title: "Convert scalar half to integer with truncation",
    rows: [
      "w r32, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W0 2C /r | avx512fp16 future low16",
      "w r64, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W1 2C /r | avx512fp16 future low16",
    ],
  },
  vcvttsh2usi: {
    title: "Convert scalar half to unsigned integer with truncation",
    rows: [
      "w r32, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W0 78 /r | avx512fp16 future low16",
      "w r64, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W1 78 /r | avx512fp16 future low16",
    ],
  },
  vcvtudq2ph: {
    title: "Convert unsigned doublewords to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.F2.MAP5.W0 7A /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.F2.MAP5.W0 7A /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.F2.MAP5.W0 7A /r | avx512fp16 future",
    ],
  },
  vcvtuqq2ph: {
    title: "Convert unsigned quadwords to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m32bcst | RM fv | EVEX.128.F2.MAP5.W1 7A /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m32bcst | RM fv | EVEX.256.F2.MAP5.W1 7A /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m32bcst | RM fv | EVEX.512.F2.MAP5.W1 7A /r | avx512fp16 future",
    ],
  },
  vcvtusi2sh: {
    title: "Convert unsigned integer to scalar half",
    rows: [
      "w xmm, r xmm{er}, r r/m32{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 7B /r | avx512fp16 future",
    ],
  },
  vcvtuw2ph: {
    title: "Convert unsigned words to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.F2.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.F2.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{er} | RM fv | EVEX.512.F2.MAP5.W0 7D /r | avx512fp16 future",
    ],
  },
  vcvtw2ph: {
    title: "Convert words to packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.F3.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.F3.MAP5.W0 7D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{er} | RM fv | EVEX.512.F3.MAP5.W0 7D /r | avx512fp16 future",
    ],
  },
  vdivph: {
    title: "Divide packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.MAP5.WIG 5E /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.MAP5.WIG 5E /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.MAP5.WIG 5E /r | avx512fp16 future",
    ],
  },
  vdivsh: {
    title: "Divide scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.F3.MAP5.WIG 5E /r | avx512fp16 future",
    ],
  },
  vfcmaddcph: {
    title: "Multiply complex halves by conjugates and add",
    brief: "Multiplies complex numbers of half-precision floats by conjugates and adds them to the destination.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F2.MAP6.W0 56 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F2.MAP6.W0 56 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.F2.MAP6.W0 56 /r | avx512fp16 avx512vl future",
    ],
  },
  vfmaddcph: {
    title: "Multiply complex halves and add",
    brief: "Multiplies pairs of half-precision floats as complex numbers and adds them to the destination.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F3.MAP6.W0 56 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F3.MAP6.W0 56 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.F3.MAP6.W0 56 /r | avx512fp16 avx512vl future",
    ],
  },
  vfcmaddcsh: {
    title: "Multiply one complex half by conjugate and add",
    brief: "Multiplies the lowest complex number of half-precision floats by a conjugate and adds it to the destination.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.LIG.F2.MAP6.W0 57 /r | avx512fp16 future",
    ],
  },
  vfmaddcsh: {
    title: "Multiply one complex half and add",
    brief: "Multiplies the lowest complex number of half-precision floats and adds it to the destination.",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.LIG.F3.MAP6.W0 57 /r | avx512fp16 future",
    ],
  },
  vfcmulcpch: {
    title: "Multiply complex halves by conjugates",
    brief: "Multiplies complex numbers of half-precision floats by conjugates.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F2.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F2.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.F2.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
    ],
  },
  vfmulcpch: {
    title: "Multiply complex halves",
    brief: "Multiplies pairs of half-precision floats as complex numbers.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m32bcst | RVM fv | EVEX.128.F3.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m32bcst | RVM fv | EVEX.256.F3.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m32bcst{er} | RVM fv | EVEX.512.F3.MAP6.W0 D6 /r | avx512fp16 avx512vl future",
    ],
  },
  vfcmulcsh: {
    title: "Multiply one complex half by conjugate",
    brief: "Multiplies the lowest complex number of half-precision floats by a conjugate.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.LIG.F2.MAP6.W0 D7 /r | avx512fp16 future",
    ],
  },
  vfmulcsh: {
    title: "Multiply one complex half",
    brief: "Multiplies the lowest complex number of half-precision floats.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m32{er} | RVM t1s | EVEX.LIG.F3.MAP6.W0 D7 /r | avx512fp16 future",
    ],
  },
  vfmaddsub132ph: {
    title: "Fused multiply-add and subtract alternating of packed half, order 132",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 96 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 96 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 96 /r | avx512fp16 future",
    ],
  },
  vfmaddsub213ph: {
    title: "Fused multiply-add and subtract alternating of packed half, order 213",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 A6 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 A6 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 A6 /r | avx512fp16 future",
    ],
  },
  vfmaddsub231ph: {
    title: "Fused multiply-add and subtract alternating of packed half, order 231",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 B6 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 B6 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 B6 /r | avx512fp16 future",
    ],
  },
  vfmsubadd132ph: {
    title: "Fused multiply-subtract and add alternating of packed half, order 132",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 97 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 97 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 97 /r | avx512fp16 future",
    ],
  },
  vfmsubadd213ph: {
    title: "Fused multiply-subtract and add alternating of packed half, order 213",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 A7 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 A7 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 A7 /r | avx512fp16 future",
    ],
  },
  vfmsubadd231ph: {
    title: "Fused multiply-subtract and add alternating of packed half, order 231",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 B7 /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 B7 /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 B7 /r | avx512fp16 future",
    ],
  },
  vpmadd132ph: {
    title: "Fused multiply-add of packed half, order 132",
    brief: "Multiplies packed half-precision floats and adds a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 98 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 98 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 98 /r | avx512fp16 future",
    ],
  },
  vpmadd213ph: {
    title: "Fused multiply-add of packed half, order 213",
    brief: "Multiplies packed half-precision floats and adds a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 A8 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 A8 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 A8 /r | avx512fp16 future",
    ],
  },
  vpmadd231ph: {
    title: "Fused multiply-add of packed half, order 231",
    brief: "Multiplies packed half-precision floats and adds a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 B8 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 B8 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 B8 /r | avx512fp16 future",
    ],
  },
  vfmadd132ph: {
    title: "Fused multiply-add of packed half, order 132",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 9C /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 9C /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 9C /r | avx512fp16 future",
    ],
  },
  vfmadd213ph: {
    title: "Fused multiply-add of packed half, order 213",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 AC /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 AC /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 AC /r | avx512fp16 future",
    ],
  },
  vfmadd231ph: {
    title: "Fused multiply-add of packed half, order 231",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 BC /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 BC /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 BC /r | avx512fp16 future",
    ],
  },
  vpmadd132sh: {
    title: "Fused multiply-add of scalar half, order 132",
    brief: "Multiplies lowest half-precision floats and adds a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 99 /r | avx512fp16 future",
    ],
  },
  vpmadd213sh: {
    title: "Fused multiply-add of scalar half, order 213",
    brief: "Multiplies lowest half-precision floats and adds a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 A9 /r | avx512fp16 future",
    ],
  },
  vpmadd231sh: {
    title: "Fused multiply-add of scalar half, order 231",
    brief: "Multiplies lowest half-precision floats and adds a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 B9 /r | avx512fp16 future",
    ],
  },
  vpnmadd132sh: {
    title: "Fused negative multiply-add of scalar half, order 132",
    brief: "Multiplies lowest half-precision floats and subtracts the product from a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 9D /r | avx512fp16 future",
    ],
  },
  vpnmadd213sh: {
    title: "Fused negative multiply-add of scalar half, order 213",
    brief: "Multiplies lowest half-precision floats and subtracts the product from a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 AD /r | avx512fp16 future",
    ],
  },
  vpnmadd231sh: {
    title: "Fused negative multiply-add of scalar half, order 231",
    brief: "Multiplies lowest half-precision floats and subtracts the product from a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 BD /r | avx512fp16 future",
    ],
  },
  vpmsub132ph: {
    title: "Fused multiply-subtract of packed half, order 132",
    brief: "Multiplies packed half-precision floats and subtracts a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 9A /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 9A /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 9A /r | avx512fp16 future",
    ],
  },
  vpmsub213ph: {
    title: "Fused multiply-subtract of packed half, order 213",
    brief: "Multiplies packed half-precision floats and subtracts a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 AA /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 AA /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 AA /r | avx512fp16 future",
    ],
  },
  vpmsub231ph: {
    title: "Fused multiply-subtract of packed half, order 231",
    brief: "Multiplies packed half-precision floats and subtracts a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 BA /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 BA /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 BA /r | avx512fp16 future",
    ],
  },
  vfmsub132ph: {
    title: "Fused multiply-subtract of packed half, order 132",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 9E /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 9E /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 9E /r | avx512fp16 future",
    ],
  },
  vfmsub213ph: {
    title: "Fused multiply-subtract of packed half, order 213",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 AE /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 AE /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 AE /r | avx512fp16 future",
    ],
  },
  vfmsub231ph: {
    title: "Fused multiply-subtract of packed half, order 231",
    rows: [
      "rw xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 BE /r | avx512fp16 avx512vl future",
      "rw ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 BE /r | avx512fp16 avx512vl future",
      "rw zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 BE /r | avx512fp16 future",
    ],
  },
  vpmsub132sh: {
    title: "Fused multiply-subtract of scalar half, order 132",
    brief: "Multiplies lowest half-precision floats and subtracts a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 9B /r | avx512fp16 future",
    ],
  },
  vpmsub213sh: {
    title: "Fused multiply-subtract of scalar half, order 213",
    brief: "Multiplies lowest half-precision floats and subtracts a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 AB /r | avx512fp16 future",
    ],
  },
  vpmsub231sh: {
    title: "Fused multiply-subtract of scalar half, order 231",
    brief: "Multiplies lowest half-precision floats and subtracts a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 BB /r | avx512fp16 future",
    ],
  },
  vpnmsub132sh: {
    title: "Fused negative multiply-subtract of scalar half, order 132",
    brief: "Multiplies lowest half-precision floats and negates the product and subtracts a third one, rounding once; 1 and 3 name the operands that are multiplied, 2 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 9F /r | avx512fp16 future",
    ],
  },
  vpnmsub213sh: {
    title: "Fused negative multiply-subtract of scalar half, order 213",
    brief: "Multiplies lowest half-precision floats and negates the product and subtracts a third one, rounding once; 2 and 1 name the operands that are multiplied, 3 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 AF /r | avx512fp16 future",
    ],
  },
  vpnmsub231sh: {
    title: "Fused negative multiply-subtract of scalar half, order 231",
    brief: "Multiplies lowest half-precision floats and negates the product and subtracts a third one, rounding once; 2 and 3 name the operands that are multiplied, 1 the other one.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 BF /r | avx512fp16 future",
    ],
  },
  vfpclassph: {
    title: "Test class of packed half",
    rows: [
      "w k{k}, r xmm/m128/m16bcst, r imm8 | RMI fv | EVEX.128.0F3A.W0 66 /r ib | avx512fp16 avx512vl future",
      "w k{k}, r ymm/m256/m16bcst, r imm8 | RMI fv | EVEX.256.0F3A.W0 66 /r ib | avx512fp16 avx512vl future",
      "w k{k}, r zmm/m512/m16bcst, r imm8 | RMI fv | EVEX.512.0F3A.W0 66 /r ib | avx512fp16 future",
    ],
  },
  vfpclasssh: {
    title: "Test class of scalar half",
    rows: [
      "w k{k}, r xmm/m16, r imm8 | RMI t1s | EVEX.LIG.0F3A.W0 67 /r ib | avx512fp16 future",
    ],
  },
  vgetexpph: {
    title: "Get exponents of packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.66.MAP6.W0 42 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.66.MAP6.W0 42 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae} | RM fv | EVEX.512.66.MAP6.W0 42 /r | avx512fp16 future",
    ],
  },
  vgetexpsh: {
    title: "Get exponents of scalar half",
    rows: [
      "w xmm{k}{z}, r xmm/m16{sae} | RM t1s | EVEX.128.66.MAP6.W0 43 /r | avx512fp16 future",
    ],
  },
  vgetmantph: {
    title: "Get significands of packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst, r imm8 | RMI fv | EVEX.128.0F3A.W0 25 /r ib | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst, r imm8 | RMI fv | EVEX.256.0F3A.W0 25 /r ib | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae}, r imm8 | RMI fv | EVEX.512.0F3A.W0 25 /r ib | avx512fp16 future",
    ],
  },
  vgetmantsh: {
    title: "Get significands of scalar half",
    rows: [
      "w xmm{k}{z}, r xmm/m16{sae}, r imm8 | RMI t1s | EVEX.128.0F3A.W0 27 /r ib | avx512fp16 future",
    ],
  },
  vgetmaxph: {
    title: "Maximum of packed half",
    brief: "Takes the greater of each pair of half-precision floats.",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.MAP5.W0 5F /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.MAP5.W0 5F /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae} | RM fv | EVEX.512.MAP5.W0 5F /r | avx512fp16 future",
    ],
  },
  vgetmaxsh: {
    title: "Maximum of scalar half",
    brief: "Takes the greater of the lowest half-precision floats.",
    rows: [
      "w xmm{k}{z}, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W0 5F /r | avx512fp16 future",
    ],
  },
  vgetminph: {
    title: "Minimum of packed half",
    brief: "Takes the lesser of each pair of half-precision floats.",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.MAP5.W0 5D /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r xmm/m256/m16bcst | RM fv | EVEX.256.MAP5.W0 5D /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae} | RM fv | EVEX.512.MAP5.W0 5D /r | avx512fp16 future",
    ],
  },
  vgetminsh: {
    title: "Minimum of scalar half",
    brief: "Takes the lesser of the lowest half-precision floats.",
    rows: [
      "w xmm{k}{z}, r xmm/m16{sae} | RM t1s | EVEX.LIG.F3.MAP5.W0 5D /r | avx512fp16 future",
    ],
  },
  vmovsh: {
    title: "Move scalar half",
    brief: "Copies one half-precision float.",
    rows: [
      "w xmm{k}{z}, r m16 | RM t1s | EVEX.LIG.F3.MAP5.W0 10 /r | avx512fp16 future",
      "w m16{k}, r xmm | MR t1s | EVEX.LIG.F3.MAP5.W0 11 /r | avx512fp16 future",
      "w xmm{k}{z}, r [xmm], r xmm | RVM | EVEX.LIG.F3.MAP5.W0 10 /r | avx512fp16 future",
      "w xmm{k}{z}, r [xmm], r xmm | RVM | EVEX.LIG.F3.MAP5.W0 11 /r | avx512fp16 future",
    ],
  },
  vmovw: {
    title: "Move word",
    brief: "Copies a word between a vector register and a general register or memory; the rest becomes 0.",
    rows: [
      "w xmm{k}{z}, r r/m16 | RM t1s | EVEX.128.66.MAP5.WIG 6E /r | avx512fp16 future",
      "w r/m16, r xmm | MR t1s | EVEX.128.66.MAP5.WIG 7E /r | avx512fp16 future",
    ],
  },
  vmulph: {
    title: "Multiply packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.MAP5.W0 59 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.MAP5.W0 59 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst | RVM fv | EVEX.512.MAP5.W0 59 /r | avx512fp16 future",
    ],
  },
  vmulsh: {
    title: "Multiply scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 59 /r | avx512fp16 future",
    ],
  },
  vrcpph: {
    title: "Approximate reciprocal of packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 4C /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 4C /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst | RVM fv | EVEX.512.66.MAP6.W0 4C /r | avx512fp16 future",
    ],
  },
  vrcpsh: {
    title: "Approximate reciprocal of scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{sae} | RVM t1s | EVEX.LIG.66.MAP6.W0 4D /r | avx512fp16 future",
    ],
  },
  vreduceph: {
    title: "Reduction of packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst, r imm8 | RMI fv | EVEX.128.0F3A.W0 56 /r ib | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst, r imm8 | RMI fv | EVEX.256.0F3A.W0 56 /r ib | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae}, r imm8 | RMI fv | EVEX.512.0F3A.W0 56 /r ib | avx512fp16 future",
    ],
  },
  vreducesh: {
    title: "Reduction of scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{sae}, r imm8 | RMVI t1s | EVEX.LIG.0F3A.W0 57 /r ib | avx512fp16 future",
    ],
  },
  vendscaleph: {
    title: "Round packed half to fraction bits",
    brief: "Rounds half-precision floats to the number of fraction bits that the immediate says.",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst, r imm8 | RMI fv | EVEX.128.0F3A.W0 08 /r ib | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst, r imm8 | RMI fv | EVEX.256.0F3A.W0 08 /r ib | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae}, r imm8 | RMI fv | EVEX.512.0F3A.W0 08 /r ib | avx512fp16 future",
    ],
  },
  vendscalesh: {
    title: "Round scalar half to fraction bits",
    brief: "Rounds the lowest half-precision float to the number of fraction bits that the immediate says.",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{sae}, r imm8 | RVMI t1s | EVEX.LIG.0F3A.W0 0A /r ib | avx512fp16 future",
    ],
  },
  vrsqrtph: {
    title: "Approximate reciprocal square root of packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst, r imm8 | RMI fv | EVEX.128.66.MAP6.W0 4E /r ib | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst, r imm8 | RMI fv | EVEX.256.66.MAP6.W0 4E /r ib | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{sae}, r imm8 | RMI fv | EVEX.512.66.MAP6.W0 4E /r ib | avx512fp16 future",
    ],
  },
  vrsqrtsh: {
    title: "Approximate reciprocal square root of scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{sae}, r imm8 | RVMI t1s | EVEX.LIG.66.MAP6.W0 4F /r ib | avx512fp16 future",
    ],
  },
  vscalefph: {
    title: "Scale packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.66.MAP6.W0 2C /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.66.MAP6.W0 2C /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.66.MAP6.W0 2C /r | avx512fp16 future",
    ],
  },
  vscalefsh: {
    title: "Scale scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.66.MAP6.W0 2D /r | avx512fp16 future",
    ],
  },
  vsqrtph: {
    title: "Square root of packed half",
    rows: [
      "w xmm{k}{z}, r xmm/m128/m16bcst | RM fv | EVEX.128.MAP5.W0 51 /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r ymm/m256/m16bcst | RM fv | EVEX.256.MAP5.W0 51 /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r zmm/m512/m16bcst{er} | RM fv | EVEX.512.MAP5.W0 51 /r | avx512fp16 future",
    ],
  },
  vsqrtsh: {
    title: "Square root of scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 51 /r | avx512fp16 future",
    ],
  },
  vsubph: {
    title: "Subtract packed half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m128/m16bcst | RVM fv | EVEX.128.MAP5.W0 5C /r | avx512fp16 avx512vl future",
      "w ymm{k}{z}, r [ymm], r ymm/m256/m16bcst | RVM fv | EVEX.256.MAP5.W0 5C /r | avx512fp16 avx512vl future",
      "w zmm{k}{z}, r [zmm], r zmm/m512/m16bcst{er} | RVM fv | EVEX.512.MAP5.W0 5C /r | avx512fp16 future",
    ],
  },
  vsubsh: {
    title: "Subtract scalar half",
    rows: [
      "w xmm{k}{z}, r [xmm], r xmm/m16{er} | RVM t1s | EVEX.LIG.F3.MAP5.W0 5C /r | avx512fp16 future",
    ],
  },
  vucomish: {
    title: "Compare into flags, quiet, scalar half",
    flags: "w=zpc 0=oas",
    rows: [
      "r xmm, r xmm/m16{sae} | RM t1s | EVEX.LIG.MAP5.W0 2E /r | avx512fp16 future",
    ],
  },
}) as const satisfies Family;
