// Assembled only: privileged, virtualisation, transactions, shadow stacks and other rare system instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const privileged = {
  arpl: {
    title: "ARPL",
    rows: [
      "rw r/m(16), r r16 | MR | 63 /r | 286 prot no64",
    ],
  },
  clts: {
    title: "CLTS",
    rows: [
      " |  | 0F 06 | 286 priv",
    ],
  },
  invd: {
    title: "INVD",
    rows: [
      " |  | 0F 08 | 486 priv",
    ],
  },
  invpcid: {
    title: "INVPCID",
    rows: [
      "r r32, r m128 | RM | 66 0F 38 82 /r | future invpcid priv no64",
      "r r64, r m128 | RM | 66 0F 38 82 /r | future invpcid priv 64only",
    ],
  },
  invlpg: {
    title: "INVLPG",
    rows: [
      "none m | M | 0F 01 /7 | 486 priv",
    ],
  },
  invlpga: {
    title: "INVLPGA",
    rows: [
      "r AX, r ECX | -- | a16 0F 01 DF | x64 amd no64",
      "r EAX, r ECX | -- | a32 0F 01 DF | x64 amd",
      "r RAX, r ECX | -- | d64 a64 0F 01 DF | 64 amd",
      " |  | 0F 01 DF | x64 amd",
    ],
  },
  lar: {
    title: "LAR",
    rows: [
      "w r16, r r/m(16) | RM | o16 0F 02 /r | 286 prot",
      "w rv, r r32 | RM | ov 0F 02 /r | 386 prot",
      "w r16, r r64 | RM | o16 d64 0F 02 /r | 64 prot nd",
      "w r32, r r/m(16) | RM | o32 0F 02 /r | 386 prot",
      "w r32, r r64 | RM | o32 d64 0F 02 /r | 64 prot nd",
      "w r64, r r/m(16) | RM | REX.W 0F 02 /r | 64 prot",
      "w r64, r r64 | RM | REX.W 0F 02 /r | 64 prot",
    ],
  },
  lgdt: {
    title: "Load global descriptor table",
    brief: "Sets base and limit of the segment table; user programs may not.",
    operation: "GDTR ← SRC",
    exceptions: "#GP in user programs",
    rows: [
      "r m | M | 0F 01 /2 | 286 priv",
    ],
  },
  lidt: {
    title: "Load interrupt descriptor table",
    brief: "Sets base and limit of the interrupt table; user programs may not.",
    operation: "IDTR ← SRC",
    exceptions: "#GP in user programs",
    rows: [
      "r m | M | 0F 01 /3 | 286 priv",
    ],
  },
  lldt: {
    title: "LLDT",
    rows: [
      "r m | M | 0F 00 /2 | 286 prot priv",
      "r r/m16 | M | 0F 00 /2 | 286 prot priv",
    ],
  },
  lmsw: {
    title: "LMSW",
    rows: [
      "r m | M | 0F 01 /6 | 286 priv",
      "r r/m16 | M | 0F 01 /6 | 286 priv",
    ],
  },
  lsl: {
    title: "LSL",
    rows: [
      "w r16, r r/m(16) | RM | o16 0F 03 /r | 286 prot",
      "w rv, r r32 | RM | ov 0F 03 /r | 386 prot",
      "w r16, r r64 | RM | o16 d64 0F 03 /r | 64 prot nd",
      "w r32, r r/m(16) | RM | o32 0F 03 /r | 386 prot",
      "w r32, r r64 | RM | o32 d64 0F 03 /r | 64 prot nd",
      "w r64, r r/m(16) | RM | REX.W 0F 03 /r | 64 prot",
      "w r64, r r64 | RM | REX.W 0F 03 /r | 64 prot",
    ],
  },
  ltr: {
    title: "LTR",
    rows: [
      "r m | M | 0F 00 /3 | 286 prot priv",
      "r r/m16 | M | 0F 00 /3 | 286 prot priv",
    ],
  },
  monitor: {
    title: "MONITOR",
    rows: [
      " |  | 0F 01 C8 | prescott",
      "r EAX, r ECX, r EDX | --- | 0F 01 C8 | prescott no64 nd",
      "r RAX, r ECX, r EDX | --- | 0F 01 C8 | 64 nd",
    ],
  },
  monitorx: {
    title: "MONITORX",
    rows: [
      " |  | 0F 01 FA",
      "r RAX, r ECX, r EDX | --- | 0F 01 FA | 64 nd",
      "r EAX, r ECX, r EDX | --- | 0F 01 FA | nd",
      "r AX, r ECX, r EDX | --- | 0F 01 FA | nd",
    ],
  },
  mwait: {
    title: "MWAIT",
    rows: [
      " |  | 0F 01 C9 | prescott",
      "r EAX, r ECX | -- | 0F 01 C9 | prescott nd",
    ],
  },
  mwaitx: {
    title: "MWAITX",
    rows: [
      " |  | 0F 01 FB",
      "r EAX, r ECX | -- | 0F 01 FB | nd",
    ],
  },
  rdmsr: {
    title: "Read model-specific register",
    brief: "Reads the register that ECX names into EDX:EAX; user programs may not.",
    operation: "EDX:EAX ← MSR[ECX]",
    exceptions: "#GP in user programs",
    rows: [
      " |  | 0F 32 | pent priv",
    ],
  },
  sgdt: {
    title: "Store global descriptor table",
    brief: "Stores base and limit of the segment table.",
    operation: "DEST ← GDTR",
    rows: [
      "w m | M | 0F 01 /0 | 286",
    ],
  },
  sidt: {
    title: "Store interrupt descriptor table",
    brief: "Stores base and limit of the interrupt table.",
    operation: "DEST ← IDTR",
    rows: [
      "w m | M | 0F 01 /1 | 286",
    ],
  },
  sldt: {
    title: "SLDT",
    rows: [
      "w m | M | 0F 00 /0 | 286",
      "w m16 | M | 0F 00 /0 | 286",
      "w r16 | M | o16 0F 00 /0 | 286",
      "w r32 | M | o32 0F 00 /0 | 386",
      "w r64 | M | d64 0F 00 /0 | 64 nd",
      "w r64 | M | REX.W 0F 00 /0 | 64",
    ],
  },
  skinit: {
    title: "SKINIT",
    rows: [
      " |  | 0F 01 DE | 64",
    ],
  },
  smi: {
    title: "SMI",
    rows: [
      " |  | F1 | 386 undoc",
    ],
  },
  smsw: {
    title: "Store machine status word",
    brief: "Stores the low bits of CR0.",
    operation: "DEST ← CR0",
    rows: [
      "w m | M | 0F 01 /4 | 286",
      "w m16 | M | 0F 01 /4 | 286",
      "w rv | M | ov 0F 01 /4 | 286",
    ],
  },
  str: {
    title: "STR",
    rows: [
      "w m | M | 0F 00 /1 | 286 prot",
      "w m16 | M | 0F 00 /1 | 286 prot",
      "w r16 | M | o16 0F 00 /1 | 286 prot",
      "w r32 | M | o32 0F 00 /1 | 386 prot",
      "w r64 | M | REX.W 0F 00 /1 | 64",
    ],
  },
  swapgs: {
    title: "Swap gs base",
    brief: "Exchanges the base of gs with the kernel's; user programs may not.",
    operation: "GS.base ↔ MSR",
    exceptions: "#GP in user programs",
    rows: [
      " |  | 0F 01 F8 | 64",
    ],
  },
  sysexit: {
    title: "SYSEXIT",
    rows: [
      " |  | 0F 35 | p6 priv",
    ],
  },
  sysret: {
    title: "SYSRET",
    rows: [
      " |  | 0F 07 | p6 priv",
    ],
  },
  ud2b: {
    title: "UD2B",
    rows: [
      " |  | 0F B9 | 186 nd",
      "w r16, r r/m16 | RM | o16 0F B9 /r | 186 nd",
      "w r32, r r/m32 | RM | o32 0F B9 /r | 186 nd",
      "w r64, r r/m64 | RM | REX.W 0F B9 /r | 186 nd",
    ],
  },
  umov: {
    title: "UMOV",
    rows: [
      "w r/m(8), r r8 | MR | NP 0F 10 /r | 386 undoc nd",
      "w r/m(16), r r16 | MR | NP o16 0F 11 /r | 386 undoc nd",
      "w r/m(32), r r32 | MR | NP o32 0F 11 /r | 386 undoc nd",
      "w r8, r r/m(8) | RM | NP 0F 12 /r | 386 undoc nd",
      "w r16, r r/m(16) | RM | NP o16 0F 13 /r | 386 undoc nd",
      "w r32, r r/m(32) | RM | NP o32 0F 13 /r | 386 undoc nd",
    ],
  },
  verr: {
    title: "VERR",
    rows: [
      "r m | M | 0F 00 /4 | 286 prot",
      "r r/m16 | M | 0F 00 /4 | 286 prot",
    ],
  },
  verw: {
    title: "VERW",
    rows: [
      "r m | M | 0F 00 /5 | 286 prot",
      "r r/m16 | M | 0F 00 /5 | 286 prot",
    ],
  },
  wbinvd: {
    title: "WBINVD",
    rows: [
      " |  | 0F 09 | 486 priv",
    ],
  },
  wrmsr: {
    title: "Write model-specific register",
    brief: "Writes EDX:EAX to the register that ECX names; user programs may not.",
    operation: "MSR[ECX] ← EDX:EAX",
    exceptions: "#GP in user programs",
    rows: [
      " |  | 0F 30 | pent priv",
    ],
  },
  xbts: {
    title: "XBTS",
    rows: [
      "w r16, r r/m(16) | RM | o16 0F A6 /r | 386 undoc nd",
      "w r32, r r/m(32) | RM | o32 0F A6 /r | 386 undoc nd",
    ],
  },
  xsetbv: {
    title: "XSETBV",
    rows: [
      " |  | 0F 01 D1 | nehalem priv",
    ],
  },
  xsaves: {
    title: "XSAVES",
    rows: [
      "w m | M | NP 0F C7 /5 | future xsave",
    ],
  },
  xsaves64: {
    title: "XSAVES64",
    rows: [
      "w m | M | REX.W NP 0F C7 /5 | 64only future xsave",
    ],
  },
  xrstors: {
    title: "XRSTORS",
    rows: [
      "r m | M | NP 0F C7 /3 | future xsave",
    ],
  },
  xrstors64: {
    title: "XRSTORS64",
    rows: [
      "r m | M | REX.W NP 0F C7 /3 | 64only future xsave",
    ],
  },
  prefetchit0: {
    title: "Prefetch code",
    rows: [
      "none m8? | M | 0F 18 /7 | future prefetchi",
    ],
  },
  prefetchit1: {
    title: "Prefetch code",
    rows: [
      "none m8? | M | 0F 18 /6 | future prefetchi",
    ],
  },
  clgi: {
    title: "CLGI",
    rows: [
      " |  | 0F 01 DD | vmx amd",
    ],
  },
  stgi: {
    title: "STGI",
    rows: [
      " |  | 0F 01 DC | vmx amd",
    ],
  },
  vmcall: {
    title: "VMCALL",
    rows: [
      " |  | 0F 01 C1 | vmx",
    ],
  },
  vmclear: {
    title: "VMCLEAR",
    rows: [
      "w m | M | 66 0F C7 /6 | vmx",
    ],
  },
  vmfunc: {
    title: "VMFUNC",
    rows: [
      " |  | 0F 01 D4 | vmx",
    ],
  },
  vmlaunch: {
    title: "VMLAUNCH",
    rows: [
      " |  | 0F 01 C2 | vmx",
    ],
  },
  vmload: {
    title: "VMLOAD",
    rows: [
      " |  | 0F 01 DA | vmx amd",
    ],
  },
  vmmcall: {
    title: "VMMCALL",
    rows: [
      " |  | 0F 01 D9 | vmx amd",
    ],
  },
  vmptrld: {
    title: "VMPTRLD",
    rows: [
      "w m | M | NP 0F C7 /6 | vmx",
    ],
  },
  vmptrst: {
    title: "VMPTRST",
    rows: [
      "w m | M | NP 0F C7 /7 | vmx",
    ],
  },
  vmread: {
    title: "VMREAD",
    rows: [
      "w r/m32?, r r32 | MR | NP 0F 78 /r | vmx no64",
      "w r/m64?, r r64 | MR | d64 NP 0F 78 /r | 64 vmx",
    ],
  },
  vmresume: {
    title: "VMRESUME",
    rows: [
      " |  | 0F 01 C3 | vmx",
    ],
  },
  vmrun: {
    title: "VMRUN",
    rows: [
      " |  | 0F 01 D8 | vmx amd",
    ],
  },
  vmsave: {
    title: "VMSAVE",
    rows: [
      " |  | 0F 01 DB | vmx amd",
    ],
  },
  vmwrite: {
    title: "VMWRITE",
    rows: [
      "w r32, r r/m32? | RM | NP 0F 79 /r | vmx no64",
      "w r64, r r/m64? | RM | d64 NP 0F 79 /r | 64 vmx",
    ],
  },
  vmxoff: {
    title: "VMXOFF",
    rows: [
      " |  | 0F 01 C4 | vmx",
    ],
  },
  vmxon: {
    title: "VMXON",
    rows: [
      "w m | M | F3 0F C7 /6 | vmx",
    ],
  },
  invept: {
    title: "INVEPT",
    rows: [
      "w r32, r m(128) | RM | 66 0F 38 80 /r | vmx no64",
      "w r64, r m(128) | RM | d64 66 0F 38 80 /r | vmx 64only",
    ],
  },
  invvpid: {
    title: "INVVPID",
    rows: [
      "w r32, r m(128) | RM | 66 0F 38 81 /r | vmx no64",
      "w r64, r m(128) | RM | d64 66 0F 38 81 /r | vmx 64only",
    ],
  },
  pvalidate: {
    title: "PVALIDATE",
    rows: [
      " |  | F2 0F 01 FF | vmx amd",
    ],
  },
  rmpadjust: {
    title: "RMPADJUST",
    rows: [
      " |  | F3 0F 01 FE | vmx amd",
    ],
  },
  vmgexit: {
    title: "VMGEXIT",
    rows: [
      " |  | F2 0F 01 C1 | vmx amd",
      " |  | F3 0F 01 C1 | vmx amd",
    ],
  },
  getsec: {
    title: "GETSEC",
    rows: [
      " |  | 0F 37 | katmai",
    ],
  },
  xabort: {
    title: "XABORT",
    rows: [
      "r imm | I | C6 F8 ib | future rtm",
      "r imm8 | I | C6 F8 ib | future rtm",
    ],
  },
  xbegin: {
    title: "XBEGIN",
    rows: [
      "r rel | I | odf C7 F8 rel | future rtm",
      "r near rel | I | odf C7 F8 rel | future rtm nd",
      "r rel16 | I | o16 C7 F8 rel | future rtm no64",
      "r near rel16 | I | o16 C7 F8 rel | future rtm no64 nd",
      "r rel32 | I | o32 C7 F8 rel | future rtm no64",
      "r near rel32 | I | o32 C7 F8 rel | future rtm no64 nd",
      "r rel64 | I | d64 C7 F8 rel | future rtm 64only",
      "r near rel64 | I | d64 C7 F8 rel | future rtm 64only nd",
    ],
  },
  xend: {
    title: "XEND",
    rows: [
      " |  | 0F 01 D5 | future rtm",
    ],
  },
  xtest: {
    title: "XTEST",
    rows: [
      " |  | 0F 01 D6 | future hle rtm",
    ],
  },
  pcommit: {
    title: "PCOMMIT",
    rows: [
      " |  | 66 0F AE F8 | future never nop",
    ],
  },
  clzero: {
    title: "CLZERO",
    rows: [
      " |  | 0F 01 FC | future amd",
      "w AX | - | a16 0F 01 FC | future amd nd no64",
      "w EAX | - | a32 0F 01 FC | future amd nd",
      "w RAX | - | a64 0F 01 FC | future amd nd 64only",
    ],
  },
  pconfig: {
    title: "PCONFIG",
    rows: [
      " |  | NP 0F 01 C5 | future",
      " |  | NP 0F 01 C5 | pconfig future priv",
    ],
  },
  tpause: {
    title: "TPAUSE",
    rows: [
      "r r32 | M | 66 0F AE /6 | future",
      "r r32, r EDX, r EAX | M-- | 66 0F AE /6 | future nd",
    ],
  },
  umonitor: {
    title: "UMONITOR",
    rows: [
      "r r16 | M | a16 F3 0F AE /6 | future no64",
      "r r32 | M | a32 F3 0F AE /6 | future",
      "r r64 | M | d64 a64 F3 0F AE /6 | future 64only",
    ],
  },
  umwait: {
    title: "UMWAIT",
    rows: [
      "r r32 | M | F2 0F AE /6 | future",
      "r r32, r EDX, r EAX | M-- | F2 0F AE /6 | future nd",
    ],
  },
  wbnoinvd: {
    title: "WBNOINVD",
    rows: [
      " |  | F3 0F 09 | future",
      " |  | F3 0F 09 | wbnoinvd future priv",
    ],
  },
  encls: {
    title: "ENCLS",
    rows: [
      " |  | NP 0F 01 CF | sgx future",
    ],
  },
  enclu: {
    title: "ENCLU",
    rows: [
      " |  | NP 0F 01 D7 | sgx future",
    ],
  },
  enclv: {
    title: "ENCLV",
    rows: [
      " |  | NP 0F 01 C0 | sgx future",
    ],
  },
  clrssbsy: {
    title: "CLRSSBSY",
    rows: [
      "w m64 | M | F3 0F AE /6 | cet future",
    ],
  },
  incsspd: {
    title: "INCSSPD",
    rows: [
      "r r32 | M | o32 F3 0F AE /5 | cet future",
    ],
  },
  incsspq: {
    title: "INCSSPQ",
    rows: [
      "r r64 | M | REX.W F3 0F AE /5 | cet future 64only",
    ],
  },
  rstorssp: {
    title: "RSTORSSP",
    rows: [
      "w m64 | M | F3 0F 01 /5 | cet future",
    ],
  },
  saveprevssp: {
    title: "SAVEPREVSSP",
    rows: [
      " |  | F3 0F 01 EA | cet future",
    ],
  },
  setssbsy: {
    title: "SETSSBSY",
    rows: [
      " |  | F3 0F 01 E8 | cet future",
    ],
  },
  wrussd: {
    title: "WRUSSD",
    rows: [
      "w m32, r r32 | MR | o32 66 0F 38 F5 /r | cet future",
    ],
  },
  wrussq: {
    title: "WRUSSQ",
    rows: [
      "w m64, r r64 | MR | REX.W 66 0F 38 F5 /r | cet future 64only",
    ],
  },
  wrssd: {
    title: "WRSSD",
    rows: [
      "w m32, r r32 | MR | o32 0F 38 F6 /r | cet future",
    ],
  },
  wrssq: {
    title: "WRSSQ",
    rows: [
      "w m64, r r64 | MR | REX.W 0F 38 F6 /r | cet future 64only",
    ],
  },
  enqcmd: {
    title: "ENQCMD",
    rows: [
      "w r16, r m512? | RM | a16 F2 0F 38 F8 /r | enqcmd future no64",
      "w r32, r m512? | RM | a16 F2 0F 38 F8 /r | enqcmd future no64 nd",
      "w r32, r m512? | RM | a32 F2 0F 38 F8 /r | enqcmd future",
      "w r64, r m512? | RM | a64 F2 0F 38 F8 /r | enqcmd future 64only",
    ],
  },
  enqcmds: {
    title: "ENQCMDS",
    rows: [
      "w r16, r m512? | RM | a16 F3 0F 38 F8 /r | enqcmd future no64 priv",
      "w r32, r m512? | RM | a16 F3 0F 38 F8 /r | enqcmd future no64 priv nd",
      "w r32, r m512? | RM | a32 F3 0F 38 F8 /r | enqcmd future priv",
      "w r64, r m512? | RM | a64 F3 0F 38 F8 /r | enqcmd future priv 64only",
    ],
  },
  xresldtrk: {
    title: "XRESLDTRK",
    rows: [
      " |  | F2 0F 01 E9 | tsxldtrk future",
    ],
  },
  xsusldtrk: {
    title: "XSUSLDTRK",
    rows: [
      " |  | F2 0F 01 E8 | tsxldtrk future",
    ],
  },
  aadd: {
    title: "AADD",
    rows: [
      "rw m32?, r r32 | MR | norexw NP 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W NP 0F 38 FC /r | raoint future 64only",
    ],
  },
  aand: {
    title: "AAND",
    rows: [
      "rw m32?, r r32 | MR | norexw 66 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W 66 0F 38 FC /r | raoint future 64only",
    ],
  },
  axor: {
    title: "AXOR",
    rows: [
      "rw m32?, r r32 | MR | norexw F3 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W F3 0F 38 FC /r | raoint future 64only",
    ],
  },
  clui: {
    title: "CLUI",
    rows: [
      " |  | F3 0F 01 EE | uintr future 64only",
    ],
  },
  senduipi: {
    title: "SENDUIPI",
    rows: [
      "r r64 | M | d64 F3 0F C7 /6 | uintr future 64only",
    ],
  },
  stui: {
    title: "STUI",
    rows: [
      " |  | F3 0F 01 EF | uintr future 64only",
    ],
  },
  testui: {
    title: "TESTUI",
    rows: [
      " |  | F3 0F 01 ED | uintr future 64only",
    ],
  },
  uiret: {
    title: "UIRET",
    rows: [
      " |  | F3 0F 01 EC | uintr future 64only",
    ],
  },
  wrmsrns: {
    title: "WRMSRNS",
    rows: [
      " |  | NP 0F 01 C6 | wrmsrns future priv 64only",
    ],
  },
  rdmsrlist: {
    title: "RDMSRLIST",
    rows: [
      " |  | F2 0F 01 C6 | msrlist future priv 64only",
    ],
  },
  wrmsrlist: {
    title: "WRMSRLIST",
    rows: [
      " |  | F3 0F 01 C6 | msrlist future priv 64only",
    ],
  },
  hreset: {
    title: "HRESET",
    rows: [
      "r imm(8), r EAX | I- | F3 0F 3A F0 C0 ib | hreset future priv",
      "r imm(8) | I | F3 0F 3A F0 C0 ib | hreset future priv nd",
    ],
  },
} as const satisfies Family;
