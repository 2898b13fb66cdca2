// Fused multiply-add (VEX).
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const fma = () => ({
  vfmadd132ps: {
    title: "Fused multiply-add of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 98 /r | fma future",
    ],
  },
  vfmadd132pd: {
    title: "Fused multiply-add of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 98 /r | fma future",
    ],
  },
  vfmadd213ps: {
    title: "Fused multiply-add of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A8 /r | fma future",
    ],
  },
  vfmadd213pd: {
    title: "Fused multiply-add of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A8 /r | fma future",
    ],
  },
  vfmadd231ps: {
    title: "Fused multiply-add of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B8 /r | fma future",
    ],
  },
  vfmadd231pd: {
    title: "Fused multiply-add of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B8 /r | fma future",
    ],
  },
  vfmaddsub132ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 96 /r | fma future",
    ],
  },
  vfmaddsub132pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 96 /r | fma future",
    ],
  },
  vfmaddsub213ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A6 /r | fma future",
    ],
  },
  vfmaddsub213pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A6 /r | fma future",
    ],
  },
  vfmaddsub231ps: {
    title: "Fused multiply-add and subtract alternating of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B6 /r | fma future",
    ],
  },
  vfmaddsub231pd: {
    title: "Fused multiply-add and subtract alternating of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B6 /r | fma future",
    ],
  },
  vfmsub132ps: {
    title: "Fused multiply-subtract of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9A /r | fma future",
    ],
  },
  vfmsub132pd: {
    title: "Fused multiply-subtract of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9A /r | fma future",
    ],
  },
  vfmsub213ps: {
    title: "Fused multiply-subtract of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AA /r | fma future",
    ],
  },
  vfmsub213pd: {
    title: "Fused multiply-subtract of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AA /r | fma future",
    ],
  },
  vfmsub231ps: {
    title: "Fused multiply-subtract of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BA /r | fma future",
    ],
  },
  vfmsub231pd: {
    title: "Fused multiply-subtract of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BA /r | fma future",
    ],
  },
  vfmsubadd132ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 97 /r | fma future",
    ],
  },
  vfmsubadd132pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 97 /r | fma future",
    ],
  },
  vfmsubadd213ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A7 /r | fma future",
    ],
  },
  vfmsubadd213pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A7 /r | fma future",
    ],
  },
  vfmsubadd231ps: {
    title: "Fused multiply-subtract and add alternating of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B7 /r | fma future",
    ],
  },
  vfmsubadd231pd: {
    title: "Fused multiply-subtract and add alternating of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B7 /r | fma future",
    ],
  },
  vfnmadd132ps: {
    title: "Fused negative multiply-add of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9C /r | fma future",
    ],
  },
  vfnmadd132pd: {
    title: "Fused negative multiply-add of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9C /r | fma future",
    ],
  },
  vfnmadd213ps: {
    title: "Fused negative multiply-add of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AC /r | fma future",
    ],
  },
  vfnmadd213pd: {
    title: "Fused negative multiply-add of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AC /r | fma future",
    ],
  },
  vfnmadd231ps: {
    title: "Fused negative multiply-add of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BC /r | fma future",
    ],
  },
  vfnmadd231pd: {
    title: "Fused negative multiply-add of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BC /r | fma future",
    ],
  },
  vfnmsub132ps: {
    title: "Fused negative multiply-subtract of packed single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9E /r | fma future",
    ],
  },
  vfnmsub132pd: {
    title: "Fused negative multiply-subtract of packed double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9E /r | fma future",
    ],
  },
  vfnmsub213ps: {
    title: "Fused negative multiply-subtract of packed single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AE /r | fma future",
    ],
  },
  vfnmsub213pd: {
    title: "Fused negative multiply-subtract of packed double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AE /r | fma future",
    ],
  },
  vfnmsub231ps: {
    title: "Fused negative multiply-subtract of packed single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BE /r | fma future",
    ],
  },
  vfnmsub231pd: {
    title: "Fused negative multiply-subtract of packed double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BE /r | fma future",
    ],
  },
  vfmadd132ss: {
    title: "Fused multiply-add of scalar single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 99 /r | fma future",
    ],
  },
  vfmadd132sd: {
    title: "Fused multiply-add of scalar double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 99 /r | fma future",
    ],
  },
  vfmadd213ss: {
    title: "Fused multiply-add of scalar single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 A9 /r | fma future",
    ],
  },
  vfmadd213sd: {
    title: "Fused multiply-add of scalar double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 A9 /r | fma future",
    ],
  },
  vfmadd231ss: {
    title: "Fused multiply-add of scalar single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 B9 /r | fma future",
    ],
  },
  vfmadd231sd: {
    title: "Fused multiply-add of scalar double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 B9 /r | fma future",
    ],
  },
  vfmsub132ss: {
    title: "Fused multiply-subtract of scalar single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9B /r | fma future",
    ],
  },
  vfmsub132sd: {
    title: "Fused multiply-subtract of scalar double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9B /r | fma future",
    ],
  },
  vfmsub213ss: {
    title: "Fused multiply-subtract of scalar single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AB /r | fma future",
    ],
  },
  vfmsub213sd: {
    title: "Fused multiply-subtract of scalar double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AB /r | fma future",
    ],
  },
  vfmsub231ss: {
    title: "Fused multiply-subtract of scalar single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BB /r | fma future",
    ],
  },
  vfmsub231sd: {
    title: "Fused multiply-subtract of scalar double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BB /r | fma future",
    ],
  },
  vfnmadd132ss: {
    title: "Fused negative multiply-add of scalar single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9D /r | fma future",
    ],
  },
  vfnmadd132sd: {
    title: "Fused negative multiply-add of scalar double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9D /r | fma future",
    ],
  },
  vfnmadd213ss: {
    title: "Fused negative multiply-add of scalar single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AD /r | fma future",
    ],
  },
  vfnmadd213sd: {
    title: "Fused negative multiply-add of scalar double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AD /r | fma future",
    ],
  },
  vfnmadd231ss: {
    title: "Fused negative multiply-add of scalar single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BD /r | fma future",
    ],
  },
  vfnmadd231sd: {
    title: "Fused negative multiply-add of scalar double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BD /r | fma future",
    ],
  },
  vfnmsub132ss: {
    title: "Fused negative multiply-subtract of scalar single, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 9F /r | fma future",
    ],
  },
  vfnmsub132sd: {
    title: "Fused negative multiply-subtract of scalar double, order 132",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 9F /r | fma future",
    ],
  },
  vfnmsub213ss: {
    title: "Fused negative multiply-subtract of scalar single, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 AF /r | fma future",
    ],
  },
  vfnmsub213sd: {
    title: "Fused negative multiply-subtract of scalar double, order 213",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 AF /r | fma future",
    ],
  },
  vfnmsub231ss: {
    title: "Fused negative multiply-subtract of scalar single, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.LIG.66.0F38.W0 BF /r | fma future",
    ],
  },
  vfnmsub231sd: {
    title: "Fused negative multiply-subtract of scalar double, order 231",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.LIG.66.0F38.W1 BF /r | fma future",
    ],
  },
}) as const satisfies Family;
