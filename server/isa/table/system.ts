// What user programs ask of the processor: system calls, identification, time, fences, caches, extended state.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const system = {
  cpuid: {
    title: "CPUID",
    rows: [
      " |  | 0F A2 | pent",
    ],
  },
  lfence: {
    title: "LFENCE",
    rows: [
      " |  | NP 0F AE E8 | 64 amd",
      " |  | NP 0F AE E8 | willamette sse2",
    ],
  },
  mfence: {
    title: "MFENCE",
    rows: [
      " |  | NP 0F AE F0 | 64 amd",
      " |  | NP 0F AE F0 | willamette sse2",
    ],
  },
  pause: {
    title: "PAUSE",
    rows: [
      " |  | F3 90",
    ],
  },
  prefetch: {
    title: "PREFETCH",
    rows: [
      "none m(64) | M | 0F 0D /0 | pent 3dnow",
    ],
  },
  prefetchw: {
    title: "PREFETCHW",
    rows: [
      "none m(64) | M | 0F 0D /1 | pent 3dnow",
    ],
  },
  rdpmc: {
    title: "RDPMC",
    rows: [
      " |  | 0F 33 | p6",
    ],
  },
  rdtsc: {
    title: "RDTSC",
    rows: [
      " |  | 0F 31 | pent",
    ],
  },
  rdtscp: {
    title: "RDTSCP",
    rows: [
      " |  | 0F 01 F9 | x64",
    ],
  },
  sfence: {
    title: "SFENCE",
    rows: [
      " |  | NP 0F AE F8 | 64 amd",
      " |  | NP 0F AE F8 | katmai",
    ],
  },
  syscall: {
    title: "SYSCALL",
    rows: [
      " |  | 0F 05 | p6 amd",
    ],
  },
  sysenter: {
    title: "SYSENTER",
    rows: [
      " |  | 0F 34 | p6",
    ],
  },
  fwait: {
    title: "FWAIT",
    rows: [
      " |  | 9B",
    ],
  },
  ldmxcsr: {
    title: "LDMXCSR",
    rows: [
      "r m32 | M | NP 0F AE /2 | katmai sse",
    ],
  },
  stmxcsr: {
    title: "STMXCSR",
    rows: [
      "w m32 | M | NP 0F AE /3 | katmai sse",
    ],
  },
  fxrstor: {
    title: "FXRSTOR",
    rows: [
      "r m | M | NP 0F AE /1 | p6 sse fpu",
    ],
  },
  fxrstor64: {
    title: "FXRSTOR64",
    rows: [
      "r m | M | REX.W NP 0F AE /1 | 64 sse fpu",
    ],
  },
  fxsave: {
    title: "FXSAVE",
    rows: [
      "w m | M | NP 0F AE /0 | p6 sse fpu",
    ],
  },
  fxsave64: {
    title: "FXSAVE64",
    rows: [
      "w m | M | REX.W NP 0F AE /0 | 64 sse fpu",
    ],
  },
  xgetbv: {
    title: "XGETBV",
    rows: [
      " |  | 0F 01 D0 | nehalem",
    ],
  },
  xsave: {
    title: "XSAVE",
    rows: [
      "w m | M | NP 0F AE /4 | nehalem",
    ],
  },
  xsave64: {
    title: "XSAVE64",
    rows: [
      "w m | M | REX.W NP 0F AE /4 | 64only nehalem",
    ],
  },
  xsavec: {
    title: "XSAVEC",
    rows: [
      "w m | M | NP 0F C7 /4 | future",
    ],
  },
  xsavec64: {
    title: "XSAVEC64",
    rows: [
      "w m | M | REX.W NP 0F C7 /4 | 64only future",
    ],
  },
  xsaveopt: {
    title: "XSAVEOPT",
    rows: [
      "w m | M | NP 0F AE /6 | future",
    ],
  },
  xsaveopt64: {
    title: "XSAVEOPT64",
    rows: [
      "w m | M | REX.W NP 0F AE /6 | 64only future",
    ],
  },
  xrstor: {
    title: "XRSTOR",
    rows: [
      "r m | M | NP 0F AE /5 | nehalem",
    ],
  },
  xrstor64: {
    title: "XRSTOR64",
    rows: [
      "r m | M | REX.W NP 0F AE /5 | 64only nehalem",
    ],
  },
  prefetchnta: {
    title: "PREFETCHNTA",
    rows: [
      "none m8? | M | 0F 18 /0 | katmai",
    ],
  },
  prefetcht0: {
    title: "PREFETCHT0",
    rows: [
      "none m8? | M | 0F 18 /1 | katmai",
    ],
  },
  prefetcht1: {
    title: "PREFETCHT1",
    rows: [
      "none m8? | M | 0F 18 /2 | katmai",
    ],
  },
  prefetcht2: {
    title: "PREFETCHT2",
    rows: [
      "none m8? | M | 0F 18 /3 | katmai",
    ],
  },
  clflush: {
    title: "CLFLUSH",
    rows: [
      "none m | M | NP 0F AE /7 | willamette sse2",
    ],
  },
  rdfsbase: {
    title: "RDFSBASE",
    rows: [
      "w r32 | M | norexw F3 0F AE /0 | 64only future",
      "w r64 | M | REX.W F3 0F AE /0 | 64only future",
    ],
  },
  rdgsbase: {
    title: "RDGSBASE",
    rows: [
      "w r32 | M | norexw F3 0F AE /1 | 64only future",
      "w r64 | M | REX.W F3 0F AE /1 | 64only future",
    ],
  },
  rdrand: {
    title: "RDRAND",
    rows: [
      "w r16 | M | o16 0F C7 /6 | future",
      "w r32 | M | o32 0F C7 /6 | future",
      "w r64 | M | REX.W 0F C7 /6 | 64only future",
    ],
  },
  wrfsbase: {
    title: "WRFSBASE",
    rows: [
      "r r32 | M | norexw F3 0F AE /2 | 64only future",
      "r r64 | M | REX.W F3 0F AE /2 | 64only future",
    ],
  },
  wrgsbase: {
    title: "WRGSBASE",
    rows: [
      "r r32 | M | norexw F3 0F AE /3 | 64only future",
      "r r64 | M | REX.W F3 0F AE /3 | 64only future",
    ],
  },
  rdseed: {
    title: "RDSEED",
    rows: [
      "w r16 | M | o16 0F C7 /7 | future",
      "w r32 | M | o32 0F C7 /7 | future",
      "w r64 | M | REX.W 0F C7 /7 | 64only future",
    ],
  },
  prefetchwt1: {
    title: "PREFETCHWT1",
    rows: [
      "none m8 | M | 0F 0D /2 | prefetchwt1 future",
    ],
  },
  rdpkru: {
    title: "RDPKRU",
    rows: [
      " |  | 0F 01 EE | 64only future",
    ],
  },
  wrpkru: {
    title: "WRPKRU",
    rows: [
      " |  | 0F 01 EF | 64only future",
    ],
  },
  rdpid: {
    title: "RDPID",
    rows: [
      "w r32 | M | F3 0F C7 /7 | no64 future",
      "w r64 | M | d64 F3 0F C7 /7 | 64only future",
      "w r32 | M | F3 0F C7 /7 | 64only undoc future",
    ],
  },
  clflushopt: {
    title: "CLFLUSHOPT",
    rows: [
      "none m | M | 66 0F AE /7 | future",
    ],
  },
  clwb: {
    title: "CLWB",
    rows: [
      "none m | M | 66 0F AE /6 | future",
    ],
  },
  ptwrite: {
    title: "PTWRITE",
    rows: [
      "r r/m32 | M | NP 0F AE /4 | future",
      "r r/m64 | M | REX.W NP 0F AE /4 | 64only future",
    ],
  },
  cldemote: {
    title: "CLDEMOTE",
    rows: [
      "none m | M | NP 0F 1C /0 | future",
    ],
  },
  rdsspd: {
    title: "RDSSPD",
    rows: [
      "w r32 | M | o32 F3 0F 1E /1 | cet future",
    ],
  },
  rdsspq: {
    title: "RDSSPQ",
    rows: [
      "w r64 | M | REX.W F3 0F 1E /1 | cet future 64only",
    ],
  },
  serialize: {
    title: "SERIALIZE",
    rows: [
      " |  | NP 0F 01 E8 | serialize future",
    ],
  },
} as const satisfies Family;
