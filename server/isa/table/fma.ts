// Fused multiply-add (VEX).
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const fma = {
  vfmadd132ps: {
    title: "VFMADD132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 98 /r | fma future",
    ],
  },
  vfmadd132pd: {
    title: "VFMADD132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 98 /r | fma future",
    ],
  },
  vfmadd213ps: {
    title: "VFMADD213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A8 /r | fma future",
    ],
  },
  vfmadd213pd: {
    title: "VFMADD213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A8 /r | fma future",
    ],
  },
  vfmadd231ps: {
    title: "VFMADD231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B8 /r | fma future",
    ],
  },
  vfmadd231pd: {
    title: "VFMADD231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B8 /r | fma future",
    ],
  },
  vfmaddsub132ps: {
    title: "VFMADDSUB132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 96 /r | fma future",
    ],
  },
  vfmaddsub132pd: {
    title: "VFMADDSUB132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 96 /r | fma future",
    ],
  },
  vfmaddsub213ps: {
    title: "VFMADDSUB213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A6 /r | fma future",
    ],
  },
  vfmaddsub213pd: {
    title: "VFMADDSUB213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A6 /r | fma future",
    ],
  },
  vfmaddsub231ps: {
    title: "VFMADDSUB231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B6 /r | fma future",
    ],
  },
  vfmaddsub231pd: {
    title: "VFMADDSUB231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B6 /r | fma future",
    ],
  },
  vfmsub132ps: {
    title: "VFMSUB132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9A /r | fma future",
    ],
  },
  vfmsub132pd: {
    title: "VFMSUB132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9A /r | fma future",
    ],
  },
  vfmsub213ps: {
    title: "VFMSUB213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AA /r | fma future",
    ],
  },
  vfmsub213pd: {
    title: "VFMSUB213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AA /r | fma future",
    ],
  },
  vfmsub231ps: {
    title: "VFMSUB231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BA /r | fma future",
    ],
  },
  vfmsub231pd: {
    title: "VFMSUB231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BA /r | fma future",
    ],
  },
  vfmsubadd132ps: {
    title: "VFMSUBADD132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 97 /r | fma future",
    ],
  },
  vfmsubadd132pd: {
    title: "VFMSUBADD132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 97 /r | fma future",
    ],
  },
  vfmsubadd213ps: {
    title: "VFMSUBADD213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A7 /r | fma future",
    ],
  },
  vfmsubadd213pd: {
    title: "VFMSUBADD213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 A7 /r | fma future",
    ],
  },
  vfmsubadd231ps: {
    title: "VFMSUBADD231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B7 /r | fma future",
    ],
  },
  vfmsubadd231pd: {
    title: "VFMSUBADD231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 B7 /r | fma future",
    ],
  },
  vfnmadd132ps: {
    title: "VFNMADD132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9C /r | fma future",
    ],
  },
  vfnmadd132pd: {
    title: "VFNMADD132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9C /r | fma future",
    ],
  },
  vfnmadd213ps: {
    title: "VFNMADD213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AC /r | fma future",
    ],
  },
  vfnmadd213pd: {
    title: "VFNMADD213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AC /r | fma future",
    ],
  },
  vfnmadd231ps: {
    title: "VFNMADD231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BC /r | fma future",
    ],
  },
  vfnmadd231pd: {
    title: "VFNMADD231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BC /r | fma future",
    ],
  },
  vfnmsub132ps: {
    title: "VFNMSUB132PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9E /r | fma future",
    ],
  },
  vfnmsub132pd: {
    title: "VFNMSUB132PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 9E /r | fma future",
    ],
  },
  vfnmsub213ps: {
    title: "VFNMSUB213PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AE /r | fma future",
    ],
  },
  vfnmsub213pd: {
    title: "VFNMSUB213PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 AE /r | fma future",
    ],
  },
  vfnmsub231ps: {
    title: "VFNMSUB231PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BE /r | fma future",
    ],
  },
  vfnmsub231pd: {
    title: "VFNMSUB231PD",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W1 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W1 BE /r | fma future",
    ],
  },
  vfmadd132ss: {
    title: "VFMADD132SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 99 /r | fma future",
    ],
  },
  vfmadd132sd: {
    title: "VFMADD132SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 99 /r | fma future",
    ],
  },
  vfmadd213ss: {
    title: "VFMADD213SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 A9 /r | fma future",
    ],
  },
  vfmadd213sd: {
    title: "VFMADD213SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 A9 /r | fma future",
    ],
  },
  vfmadd231ss: {
    title: "VFMADD231SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 B9 /r | fma future",
    ],
  },
  vfmadd231sd: {
    title: "VFMADD231SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 B9 /r | fma future",
    ],
  },
  vfmsub132ss: {
    title: "VFMSUB132SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9B /r | fma future",
    ],
  },
  vfmsub132sd: {
    title: "VFMSUB132SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9B /r | fma future",
    ],
  },
  vfmsub213ss: {
    title: "VFMSUB213SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AB /r | fma future",
    ],
  },
  vfmsub213sd: {
    title: "VFMSUB213SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AB /r | fma future",
    ],
  },
  vfmsub231ss: {
    title: "VFMSUB231SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BB /r | fma future",
    ],
  },
  vfmsub231sd: {
    title: "VFMSUB231SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BB /r | fma future",
    ],
  },
  vfnmadd132ss: {
    title: "VFNMADD132SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9D /r | fma future",
    ],
  },
  vfnmadd132sd: {
    title: "VFNMADD132SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9D /r | fma future",
    ],
  },
  vfnmadd213ss: {
    title: "VFNMADD213SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AD /r | fma future",
    ],
  },
  vfnmadd213sd: {
    title: "VFNMADD213SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AD /r | fma future",
    ],
  },
  vfnmadd231ss: {
    title: "VFNMADD231SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BD /r | fma future",
    ],
  },
  vfnmadd231sd: {
    title: "VFNMADD231SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BD /r | fma future",
    ],
  },
  vfnmsub132ss: {
    title: "VFNMSUB132SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9F /r | fma future",
    ],
  },
  vfnmsub132sd: {
    title: "VFNMSUB132SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 9F /r | fma future",
    ],
  },
  vfnmsub213ss: {
    title: "VFNMSUB213SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AF /r | fma future",
    ],
  },
  vfnmsub213sd: {
    title: "VFNMSUB213SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 AF /r | fma future",
    ],
  },
  vfnmsub231ss: {
    title: "VFNMSUB231SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BF /r | fma future",
    ],
  },
  vfnmsub231sd: {
    title: "VFNMSUB231SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BF /r | fma future",
    ],
  },
} as const satisfies Family;
