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
  vfmadd312ps: {
    title: "VFMADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 98 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 98 /r | fma future",
    ],
  },
  vfmadd312pd: {
    title: "VFMADD312PD",
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
  vfmadd123ps: {
    title: "VFMADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A8 /r | fma future",
    ],
  },
  vfmadd123pd: {
    title: "VFMADD123PD",
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
  vfmadd321ps: {
    title: "VFMADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B8 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B8 /r | fma future",
    ],
  },
  vfmadd321pd: {
    title: "VFMADD321PD",
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
  vfmaddsub312ps: {
    title: "VFMADDSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 96 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 96 /r | fma future",
    ],
  },
  vfmaddsub312pd: {
    title: "VFMADDSUB312PD",
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
  vfmaddsub123ps: {
    title: "VFMADDSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A6 /r | fma future",
    ],
  },
  vfmaddsub123pd: {
    title: "VFMADDSUB123PD",
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
  vfmaddsub321ps: {
    title: "VFMADDSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B6 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B6 /r | fma future",
    ],
  },
  vfmaddsub321pd: {
    title: "VFMADDSUB321PD",
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
  vfmsub312ps: {
    title: "VFMSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9A /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9A /r | fma future",
    ],
  },
  vfmsub312pd: {
    title: "VFMSUB312PD",
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
  vfmsub123ps: {
    title: "VFMSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AA /r | fma future",
    ],
  },
  vfmsub123pd: {
    title: "VFMSUB123PD",
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
  vfmsub321ps: {
    title: "VFMSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BA /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BA /r | fma future",
    ],
  },
  vfmsub321pd: {
    title: "VFMSUB321PD",
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
  vfmsubadd312ps: {
    title: "VFMSUBADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 97 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 97 /r | fma future",
    ],
  },
  vfmsubadd312pd: {
    title: "VFMSUBADD312PD",
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
  vfmsubadd123ps: {
    title: "VFMSUBADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 A7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 A7 /r | fma future",
    ],
  },
  vfmsubadd123pd: {
    title: "VFMSUBADD123PD",
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
  vfmsubadd321ps: {
    title: "VFMSUBADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 B7 /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 B7 /r | fma future",
    ],
  },
  vfmsubadd321pd: {
    title: "VFMSUBADD321PD",
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
  vfnmadd312ps: {
    title: "VFNMADD312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9C /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9C /r | fma future",
    ],
  },
  vfnmadd312pd: {
    title: "VFNMADD312PD",
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
  vfnmadd123ps: {
    title: "VFNMADD123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AC /r | fma future",
    ],
  },
  vfnmadd123pd: {
    title: "VFNMADD123PD",
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
  vfnmadd321ps: {
    title: "VFNMADD321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BC /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BC /r | fma future",
    ],
  },
  vfnmadd321pd: {
    title: "VFNMADD321PD",
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
  vfnmsub312ps: {
    title: "VFNMSUB312PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 9E /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 9E /r | fma future",
    ],
  },
  vfnmsub312pd: {
    title: "VFNMSUB312PD",
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
  vfnmsub123ps: {
    title: "VFNMSUB123PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 AE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 AE /r | fma future",
    ],
  },
  vfnmsub123pd: {
    title: "VFNMSUB123PD",
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
  vfnmsub321ps: {
    title: "VFNMSUB321PS",
    rows: [
      "rw xmm, r xmm, r xmm/m128 | RVM | VEX.128.66.0F38.W0 BE /r | fma future",
      "rw ymm, r ymm, r ymm/m256 | RVM | VEX.256.66.0F38.W0 BE /r | fma future",
    ],
  },
  vfnmsub321pd: {
    title: "VFNMSUB321PD",
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
  vfmadd312ss: {
    title: "VFMADD312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 99 /r | fma future",
    ],
  },
  vfmadd312sd: {
    title: "VFMADD312SD",
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
  vfmadd123ss: {
    title: "VFMADD123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 A9 /r | fma future",
    ],
  },
  vfmadd123sd: {
    title: "VFMADD123SD",
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
  vfmadd321ss: {
    title: "VFMADD321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 B9 /r | fma future",
    ],
  },
  vfmadd321sd: {
    title: "VFMADD321SD",
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
  vfmsub312ss: {
    title: "VFMSUB312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9B /r | fma future",
    ],
  },
  vfmsub312sd: {
    title: "VFMSUB312SD",
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
  vfmsub123ss: {
    title: "VFMSUB123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AB /r | fma future",
    ],
  },
  vfmsub123sd: {
    title: "VFMSUB123SD",
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
  vfmsub321ss: {
    title: "VFMSUB321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BB /r | fma future",
    ],
  },
  vfmsub321sd: {
    title: "VFMSUB321SD",
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
  vfnmadd312ss: {
    title: "VFNMADD312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9D /r | fma future",
    ],
  },
  vfnmadd312sd: {
    title: "VFNMADD312SD",
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
  vfnmadd123ss: {
    title: "VFNMADD123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AD /r | fma future",
    ],
  },
  vfnmadd123sd: {
    title: "VFNMADD123SD",
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
  vfnmadd321ss: {
    title: "VFNMADD321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BD /r | fma future",
    ],
  },
  vfnmadd321sd: {
    title: "VFNMADD321SD",
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
  vfnmsub312ss: {
    title: "VFNMSUB312SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 9F /r | fma future",
    ],
  },
  vfnmsub312sd: {
    title: "VFNMSUB312SD",
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
  vfnmsub123ss: {
    title: "VFNMSUB123SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 AF /r | fma future",
    ],
  },
  vfnmsub123sd: {
    title: "VFNMSUB123SD",
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
  vfnmsub321ss: {
    title: "VFNMSUB321SS",
    rows: [
      "rw xmm, r xmm, r xmm/m32 | RVM | VEX.128.66.0F38.W0 BF /r | fma future",
    ],
  },
  vfnmsub321sd: {
    title: "VFNMSUB321SD",
    rows: [
      "rw xmm, r xmm, r xmm/m64 | RVM | VEX.128.66.0F38.W1 BF /r | fma future",
    ],
  },
} as const satisfies Family;
