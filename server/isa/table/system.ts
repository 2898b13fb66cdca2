// What user programs ask of the processor: system calls, identification, time, fences, caches, extended state.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const system = () => ({
  cpuid: {
    title: "CPU identification",
    brief: "Asks the processor about itself: leaf in EAX, subleaf in ECX.",
    operation: "EAX, EBX, ECX, EDX ← answer",
    rows: [
      " |  | 0F A2 | pent",
    ],
  },
  lfence: {
    title: "Load fence",
    brief: "Lets earlier loads finish before later ones begin.",
    operation: "nothing else",
    rows: [
      " |  | NP 0F AE E8 | 64",
      " |  | NP 0F AE E8 | willamette sse2",
    ],
  },
  mfence: {
    title: "Memory fence",
    brief: "Lets earlier loads and stores finish before later ones begin.",
    operation: "nothing else",
    rows: [
      " |  | NP 0F AE F0 | 64",
      " |  | NP 0F AE F0 | willamette sse2",
    ],
  },
  pause: {
    title: "Spin loop hint",
    brief: "Tells the processor that this is a waiting loop.",
    operation: "nothing",
    rows: [
      " |  | F3 90",
    ],
  },
  prefetch: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m(64) | M | 0F 0D /0 | pent 3dnow",
    ],
  },
  prefetchw: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m(64) | M | 0F 0D /1 | pent prefetchw",
    ],
  },
  rdpmc: {
    title: "Read performance counter",
    brief: "Reads the performance counter that ECX names into EDX:EAX.",
    operation: "EDX:EAX ← counter ECX",
    exceptions: "#GP when user programs may not",
    rows: [
      " |  | 0F 33 | p6",
    ],
  },
  rdtsc: {
    title: "Read time-stamp counter",
    brief: "Reads the cycle counter into EDX:EAX.",
    operation: "EDX:EAX ← counter",
    rows: [
      " |  | 0F 31 | pent",
    ],
  },
  rdtscp: {
    title: "Read time-stamp counter and processor",
    brief: "Reads the cycle counter into EDX:EAX after earlier instructions are done, and the processor's number into ECX.",
    operation: "EDX:EAX ← counter\nECX ← processor",
    rows: [
      " |  | 0F 01 F9 | x64 rdtscp",
    ],
  },
  sfence: {
    title: "Store fence",
    brief: "Lets earlier stores become visible before later ones.",
    operation: "nothing else",
    rows: [
      " |  | NP 0F AE F8 | 64",
      " |  | NP 0F AE F8 | katmai",
    ],
  },
  syscall: {
    title: "System call",
    brief: "Calls the kernel: on 64-bit Linux, number in rax, arguments in rdi, rsi, rdx, r10, r8, r9; rcx and r11 are lost.",
    operation: "RCX ← RIP, R11 ← RFLAGS\nRIP ← kernel's entry",
    flags: "w=oszapcdit",
    rows: [
      " |  | 0F 05 | p6",
    ],
  },
  sysenter: {
    title: "Fast system call",
    brief: "Calls the kernel the 32-bit way; libraries do it through the vdso.",
    operation: "EIP ← kernel's entry",
    rows: [
      " |  | 0F 34 | p6",
    ],
  },
  fwait: {
    title: "Wait for the x87 unit",
    brief: "Raises pending floating-point exceptions.",
    operation: "nothing else",
    exceptions: "#MF when an unmasked exception is pending",
    // It is a prefix of its own to NASM: other prefixes stand behind it.
    rows: [
      " |  | wait",
      " |  | 9B | decode",
    ],
  },
  ldmxcsr: {
    title: "Load SSE control and status",
    brief: "Loads MXCSR: rounding, exception masks and flags.",
    operation: "MXCSR ← SRC",
    exceptions: "#GP when a reserved bit is set",
    rows: [
      "r m32 | M | NP 0F AE /2 | katmai sse",
    ],
  },
  stmxcsr: {
    title: "Store SSE control and status",
    brief: "Stores MXCSR: rounding, exception masks and flags.",
    operation: "DEST ← MXCSR",
    rows: [
      "w m32 | M | NP 0F AE /3 | katmai sse",
    ],
  },
  fxrstor: {
    title: "Restore x87, MMX and SSE state",
    brief: "Loads the floating-point and vector registers from 512 bytes.",
    operation: "state ← SRC",
    exceptions: "#GP when the address is not a multiple of 16 or MXCSR is bad",
    rows: [
      "r m | M | NP 0F AE /1 | p6 sse fpu",
    ],
  },
  fxrstor64: {
    title: "Restore x87, MMX and SSE state",
    brief: "Loads the floating-point and vector registers from 512 bytes.",
    operation: "state ← SRC",
    exceptions: "#GP when the address is not a multiple of 16 or MXCSR is bad",
    rows: [
      "r m | M | REX.W NP 0F AE /1 | 64 sse fpu",
    ],
  },
  fxsave: {
    title: "Save x87, MMX and SSE state",
    brief: "Stores the floating-point and vector registers into 512 bytes.",
    operation: "DEST ← state",
    exceptions: "#GP when the address is not a multiple of 16",
    rows: [
      "w m | M | NP 0F AE /0 | p6 sse fpu",
    ],
  },
  fxsave64: {
    title: "Save x87, MMX and SSE state",
    brief: "Stores the floating-point and vector registers into 512 bytes.",
    operation: "DEST ← state",
    exceptions: "#GP when the address is not a multiple of 16",
    rows: [
      "w m | M | REX.W NP 0F AE /0 | 64 sse fpu",
    ],
  },
  xgetbv: {
    title: "Get extended control register",
    brief: "Reads the extended control register that ECX names into EDX:EAX: which register states are on.",
    operation: "EDX:EAX ← XCR[ECX]",
    exceptions: "#GP when there is no such register",
    rows: [
      " |  | NP 0F 01 D0 | nehalem xsave",
    ],
  },
  xsave: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | NP 0F AE /4 | nehalem xsave",
    ],
  },
  xsave64: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | REX.W NP 0F AE /4 | 64only nehalem xsave",
    ],
  },
  xsavec: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | NP 0F C7 /4 | future xsave",
    ],
  },
  xsavec64: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | REX.W NP 0F C7 /4 | 64only future xsave",
    ],
  },
  xsaveopt: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | NP 0F AE /6 | future xsave",
    ],
  },
  xsaveopt64: {
    title: "Save extended state",
    brief: "Stores the register states that EDX:EAX asks for.",
    operation: "DEST ← states in EDX:EAX",
    exceptions: "#GP when the address is not a multiple of 64",
    rows: [
      "w m | M | REX.W NP 0F AE /6 | 64only future xsave",
    ],
  },
  xrstor: {
    title: "Restore extended state",
    brief: "Loads the register states that EDX:EAX asks for.",
    operation: "states in EDX:EAX ← SRC",
    exceptions: "#GP when the address is not a multiple of 64 or the header is bad",
    rows: [
      "r m | M | NP 0F AE /5 | nehalem xsave",
    ],
  },
  xrstor64: {
    title: "Restore extended state",
    brief: "Loads the register states that EDX:EAX asks for.",
    operation: "states in EDX:EAX ← SRC",
    exceptions: "#GP when the address is not a multiple of 64 or the header is bad",
    rows: [
      "r m | M | REX.W NP 0F AE /5 | 64only nehalem xsave",
    ],
  },
  prefetchnta: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m8? | M | 0F 18 /0 | katmai",
    ],
  },
  prefetcht0: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m8? | M | 0F 18 /1 | katmai",
    ],
  },
  prefetcht1: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m8? | M | 0F 18 /2 | katmai",
    ],
  },
  prefetcht2: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m8? | M | 0F 18 /3 | katmai",
    ],
  },
  clflush: {
    title: "Flush cache line",
    brief: "Writes a cache line back and drops it from all caches.",
    operation: "nothing else",
    rows: [
      "none m | M | NP 0F AE /7 | willamette sse2",
    ],
  },
  rdfsbase: {
    title: "Read fs base",
    brief: "Reads the address that fs: counts from.",
    operation: "DEST ← FS.base",
    rows: [
      "w r32 | M | norexw F3 0F AE /0 | 64only future fsgsbase",
      "w r64 | M | REX.W F3 0F AE /0 | 64only future fsgsbase",
    ],
  },
  rdgsbase: {
    title: "Read gs base",
    brief: "Reads the address that gs: counts from.",
    operation: "DEST ← GS.base",
    rows: [
      "w r32 | M | norexw F3 0F AE /1 | 64only future fsgsbase",
      "w r64 | M | REX.W F3 0F AE /1 | 64only future fsgsbase",
    ],
  },
  rdrand: {
    title: "Read random number",
    brief: "Loads a random number; CF says whether there was one.",
    operation: "DEST ← random\nCF ← 1 when valid",
    flags: "w=c 0=oszap",
    rows: [
      "w r16 | M | o16 norep 0F C7 /6 | future rdrand",
      "w r32 | M | o32 norep 0F C7 /6 | future rdrand",
      "w r64 | M | REX.W norep 0F C7 /6 | 64only future rdrand",
    ],
  },
  wrfsbase: {
    title: "Write fs base",
    brief: "Sets the address that fs: counts from.",
    operation: "FS.base ← SRC",
    exceptions: "#GP when the address is not canonical",
    rows: [
      "r r32 | M | norexw F3 0F AE /2 | 64only future fsgsbase",
      "r r64 | M | REX.W F3 0F AE /2 | 64only future fsgsbase",
    ],
  },
  wrgsbase: {
    title: "Write gs base",
    brief: "Sets the address that gs: counts from.",
    operation: "GS.base ← SRC",
    exceptions: "#GP when the address is not canonical",
    rows: [
      "r r32 | M | norexw F3 0F AE /3 | 64only future fsgsbase",
      "r r64 | M | REX.W F3 0F AE /3 | 64only future fsgsbase",
    ],
  },
  rdseed: {
    title: "Read random seed",
    brief: "Loads a number for seeding; CF says whether there was one.",
    operation: "DEST ← seed\nCF ← 1 when valid",
    flags: "w=c 0=oszap",
    rows: [
      "w r16 | M | o16 norep 0F C7 /7 | future rdseed",
      "w r32 | M | o32 norep 0F C7 /7 | future rdseed",
      "w r64 | M | REX.W norep 0F C7 /7 | 64only future rdseed",
    ],
  },
  prefetchwt1: {
    title: "Prefetch",
    brief: "Asks for a cache line; never faults.",
    operation: "nothing else",
    rows: [
      "none m8 | M | 0F 0D /2 | prefetchwt1 future",
    ],
  },
  rdpkru: {
    title: "Read protection keys",
    brief: "Reads the rights of the protection keys into EAX; ECX must be 0.",
    operation: "EAX ← PKRU",
    exceptions: "#GP when ECX is not 0",
    rows: [
      " |  | 0F 01 EE | 64only future pku",
    ],
  },
  wrpkru: {
    title: "Write protection keys",
    brief: "Sets the rights of the protection keys from EAX; ECX and EDX must be 0.",
    operation: "PKRU ← EAX",
    exceptions: "#GP when ECX or EDX is not 0",
    rows: [
      " |  | 0F 01 EF | 64only future pku",
    ],
  },
  rdpid: {
    title: "Read processor ID",
    brief: "Reads the processor's number.",
    operation: "DEST ← processor",
    rows: [
      "w r32 | M | F3 0F C7 /7 | no64 future rdpid",
      "w r64 | M | d64 F3 0F C7 /7 | 64only future rdpid",
      "w r32 | M | F3 0F C7 /7 | 64only undoc future rdpid",
    ],
  },
  clflushopt: {
    title: "Flush cache line",
    brief: "Writes a cache line back and drops it from all caches.",
    operation: "nothing else",
    rows: [
      "none m | M | 66 0F AE /7 | future clflushopt",
    ],
  },
  clwb: {
    title: "Write back cache line",
    brief: "Writes a cache line back and may keep it.",
    operation: "nothing else",
    rows: [
      "none m | M | 66 0F AE /6 | future clwb",
    ],
  },
  ptwrite: {
    title: "Write to processor trace",
    brief: "Puts a value into the processor trace.",
    operation: "nothing else",
    rows: [
      "r r/m32 | M | NP 0F AE /4 | future ptwrite",
      "r r/m64 | M | REX.W NP 0F AE /4 | 64only future ptwrite",
    ],
  },
  cldemote: {
    title: "Demote cache line",
    brief: "Moves a cache line further from the processor.",
    operation: "nothing else",
    rows: [
      "none m | M | NP 0F 1C /0 | future cldemote",
    ],
  },
  rdsspd: {
    title: "Read shadow stack pointer",
    brief: "Reads the shadow stack pointer; does nothing where there is none.",
    operation: "DEST ← SSP, if shadow stacks are on",
    rows: [
      "w r32 | M | o32 F3 0F 1E /1 | cet future",
    ],
  },
  rdsspq: {
    title: "Read shadow stack pointer",
    brief: "Reads the shadow stack pointer; does nothing where there is none.",
    operation: "DEST ← SSP, if shadow stacks are on",
    rows: [
      "w r64 | M | REX.W F3 0F 1E /1 | cet future 64only",
    ],
  },
  serialize: {
    title: "Serialize",
    brief: "Lets all earlier instructions finish.",
    operation: "nothing else",
    rows: [
      " |  | NP 0F 01 E8 | serialize future",
    ],
  },
}) as const satisfies Family;
