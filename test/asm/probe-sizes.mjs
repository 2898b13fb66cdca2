// Size words, distances and `to` before registers that have no size of their own: each instruction with each word before
// each of its operands, a source for each mode. Instructions that are refused stand alone, or nothing else would be asked.

const instructions = [
  ...["movsd xmm0, xmm1", "mulsd xmm0, xmm1", "addss xmm0, xmm1", "movdqu xmm1, xmm2", "cvtss2sd xmm0, xmm1"],
  ...["cvtsi2ss xmm1, ecx", "cvtsd2si ecx, xmm1", "cvttss2si ecx, xmm1", "vcvtsi2sd xmm1, xmm2, ecx", "paddb mm1, mm2"],
  ...["vaddsd xmm0, xmm1, xmm2", "vpandd zmm0{k1}, zmm7, zmm5", "vfmadd213ps zmm3{k1}, zmm3, zmm2", "fadd st0, st1"],
  ...["kmovw k1, k2", "kandw k1, k2, k3", "fld st1", "bndmov bnd0, bnd1", "tdpbuud tmm1, tmm2, tmm3", "movd mm1, ecx"],
  ...[
    "mov cr0, eax",
    "mov eax, dr7",
    "mov ds, ax",
    "vpslldq xmm1, xmm2, 3",
    "pshufd xmm1, xmm2, 4",
    "pinsrw xmm1, ecx, 2",
  ],
  ...["extractps ecx, xmm1, 1", "vpermq ymm1, ymm2, 3", "vmovups ymm1{k1}{z}, ymm2", "vsqrtsd xmm0, xmm1, xmm2"],
];
const words = [
  "byte",
  "word",
  "dword",
  "qword",
  "oword",
  "yword",
  "zword",
  "tword",
  "near",
  "short",
  "far",
  "to",
  "far to",
];

const lines = instructions.flatMap((text) => {
  const at = text.indexOf(" ");
  const operands = text.slice(at + 1).split(", ");
  return words.flatMap((word) =>
    operands.map((operand, k) => ` ${text.slice(0, at)} ${operands.with(k, `${word} ${operand}`).join(", ")}`),
  );
});

const source = (bits, list) => `bits ${bits}\n${list.join("\n")}\n`;
// Words that are refused while lines are read would hide what is refused when they are encoded.
const encoded = lines.filter((line) => !line.includes(" far "));

export const sizes = [64, 32, 16].flatMap((bits) => [
  ["bin", source(bits, lines)],
  ["bin", source(bits, encoded)],
]);
