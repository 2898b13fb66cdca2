// Assembled only: privileged, virtualisation, transactions, shadow stacks and other rare system instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const privileged = () => ({
  arpl: {
    title: "Adjust requested privilege level",
    brief: "Raises the privilege level of a selector to that of another one; ZF tells whether it changed.",
    flags: "w=z",
    rows: [
      "rw r/m(16), r r16 | MR | 63 /r | 286 prot no64",
    ],
  },
  clts: {
    title: "Clear task-switched flag",
    brief: "Clears CR0.TS.",
    rows: [
      " |  | 0F 06 | 286 priv",
    ],
  },
  invd: {
    title: "Invalidate caches",
    brief: "Empties the caches without writing them back.",
    rows: [
      " |  | 0F 08 | 486 priv",
    ],
  },
  invpcid: {
    title: "Invalidate address translations by PCID",
    brief: "Drops translations of a process-context identifier from the TLB.",
    rows: [
      "r r32, r m128 | RM | 66 0F 38 82 /r | future invpcid priv no64",
      "r r64, r m128 | RM | 66 0F 38 82 /r | future invpcid priv 64only",
    ],
  },
  invlpg: {
    title: "Invalidate one page's translation",
    brief: "Drops the translation of the page at an address from the TLB.",
    rows: [
      "none m | M | 0F 01 /7 | 486 priv",
    ],
  },
  invlpga: {
    title: "Invalidate one page's translation of a guest",
    brief: "Drops the translation of the page at rAX for the address space in ECX.",
    rows: [
      "r AX, r ECX | -- | a16 0F 01 DF | x64 amd no64",
      "r EAX, r ECX | -- | a32 0F 01 DF | x64 amd",
      "r RAX, r ECX | -- | d64 a64 0F 01 DF | 64 amd",
      " |  | 0F 01 DF | x64 amd",
    ],
  },
  lar: {
    title: "Load access rights",
    brief: "Loads the access rights of a segment's descriptor; ZF tells whether it is visible.",
    flags: "w=z",
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
    title: "Load local descriptor table register",
    brief: "Loads the LDT register from a selector.",
    rows: [
      "r m | M | 0F 00 /2 | 286 prot priv",
      "r r/m16 | M | 0F 00 /2 | 286 prot priv",
    ],
  },
  lmsw: {
    title: "Load machine status word",
    brief: "Loads the low bits of CR0.",
    rows: [
      "r m | M | 0F 01 /6 | 286 priv",
      "r r/m16 | M | 0F 01 /6 | 286 priv",
    ],
  },
  lsl: {
    title: "Load segment limit",
    brief: "Loads the limit of a segment in bytes; ZF tells whether it is visible.",
    flags: "w=z",
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
    title: "Load task register",
    brief: "Loads the task register from a selector.",
    rows: [
      "r m | M | 0F 00 /3 | 286 prot priv",
      "r r/m16 | M | 0F 00 /3 | 286 prot priv",
    ],
  },
  monitor: {
    title: "Watch an address",
    brief: "Sets up the line at rAX to be watched by mwait.",
    rows: [
      " |  | 0F 01 C8 | prescott",
      "r EAX, r ECX, r EDX | --- | 0F 01 C8 | prescott no64 nd",
      "r RAX, r ECX, r EDX | --- | 0F 01 C8 | 64 nd",
    ],
  },
  monitorx: {
    title: "Watch an address, with timer",
    brief: "Sets up the line at rAX to be watched by mwaitx.",
    rows: [
      " |  | 0F 01 FA",
      "r RAX, r ECX, r EDX | --- | 0F 01 FA | 64 nd",
      "r EAX, r ECX, r EDX | --- | 0F 01 FA | nd",
      "r AX, r ECX, r EDX | --- | 0F 01 FA | nd",
    ],
  },
  mwait: {
    title: "Wait for a write",
    brief: "Waits until the watched line is written or an interrupt comes.",
    rows: [
      " |  | 0F 01 C9 | prescott",
      "r EAX, r ECX | -- | 0F 01 C9 | prescott nd",
    ],
  },
  mwaitx: {
    title: "Wait for a write or time",
    brief: "Waits until the watched line is written, an interrupt comes or a time passes.",
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
    title: "Store local descriptor table register",
    brief: "Stores the selector in the LDT register.",
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
    title: "Start secure loader",
    brief: "Starts a verified secure loader; AMD only.",
    rows: [
      " |  | 0F 01 DE | 64",
    ],
  },
  smi: {
    title: "System management interrupt",
    brief: "Raises a system management interrupt; undocumented.",
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
    title: "Store task register",
    brief: "Stores the selector in the task register.",
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
    title: "Return from fast system call",
    brief: "Returns to privilege level 3 at EDX with the stack at ECX.",
    rows: [
      " |  | 0F 35 | p6 priv",
    ],
  },
  sysret: {
    title: "Return from system call",
    brief: "Returns to privilege level 3 at RCX with the flags from R11.",
    rows: [
      " |  | 0F 07 | p6 priv",
    ],
  },
  ud2b: {
    title: "Undefined instruction",
    brief: "Raises #UD.",
    rows: [
      " |  | 0F B9 | 186 nd",
      "w r16, r r/m16 | RM | o16 0F B9 /r | 186 nd",
      "w r32, r r/m32 | RM | o32 0F B9 /r | 186 nd",
      "w r64, r r/m64 | RM | REX.W 0F B9 /r | 186 nd",
    ],
  },
  umov: {
    title: "Move user data",
    brief: "Copies with user privileges; only on the 386 and 486.",
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
    title: "Verify for reading",
    brief: "Sets ZF if a segment can be read.",
    flags: "w=z",
    rows: [
      "r m | M | 0F 00 /4 | 286 prot",
      "r r/m16 | M | 0F 00 /4 | 286 prot",
    ],
  },
  verw: {
    title: "Verify for writing",
    brief: "Sets ZF if a segment can be written.",
    flags: "w=z",
    rows: [
      "r m | M | 0F 00 /5 | 286 prot",
      "r r/m16 | M | 0F 00 /5 | 286 prot",
    ],
  },
  wbinvd: {
    title: "Write back and invalidate caches",
    brief: "Writes changed cache lines to memory and empties the caches.",
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
    title: "Extract bits",
    brief: "Extracts a bit string; only on the first 80386.",
    rows: [
      "w r16, r r/m(16) | RM | o16 0F A6 /r | 386 undoc nd",
      "w r32, r r/m(32) | RM | o32 0F A6 /r | 386 undoc nd",
    ],
  },
  xsetbv: {
    title: "Set extended control register",
    brief: "Writes EDX:EAX to the extended control register in ECX.",
    rows: [
      " |  | NP 0F 01 D1 | nehalem priv",
    ],
  },
  xsaves: {
    title: "Save processor state, supervisor",
    brief: "Saves state components, supervisor ones included, in compacted form.",
    rows: [
      "w m | M | NP 0F C7 /5 | future xsave",
    ],
  },
  xsaves64: {
    title: "Save processor state, supervisor, 64-bit",
    brief: "Saves state components, supervisor ones included, in compacted form with 64-bit pointers.",
    rows: [
      "w m | M | REX.W NP 0F C7 /5 | 64only future xsave",
    ],
  },
  xrstors: {
    title: "Restore processor state, supervisor",
    brief: "Restores state components that xsaves saved.",
    rows: [
      "r m | M | NP 0F C7 /3 | future xsave",
    ],
  },
  xrstors64: {
    title: "Restore processor state, supervisor, 64-bit",
    brief: "Restores state components that xsaves64 saved.",
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
    title: "Clear global interrupt flag",
    brief: "Holds all interrupts back, for the host of a virtual machine.",
    rows: [
      " |  | 0F 01 DD | vmx amd",
    ],
  },
  stgi: {
    title: "Set global interrupt flag",
    brief: "Lets interrupts through again, for the host of a virtual machine.",
    rows: [
      " |  | 0F 01 DC | vmx amd",
    ],
  },
  vmcall: {
    title: "Call the virtual machine's host",
    brief: "Leaves the guest for its host.",
    flags: "w=oszapc",
    rows: [
      " |  | 0F 01 C1 | vmx",
    ],
  },
  vmclear: {
    title: "Clear virtual machine control structure",
    brief: "Writes a control structure to memory and marks it as not active.",
    flags: "w=oszapc",
    rows: [
      "w m | M | 66 0F C7 /6 | vmx",
    ],
  },
  vmfunc: {
    title: "Virtual machine function",
    brief: "Does the function in EAX that the host lets the guest do itself.",
    rows: [
      " |  | 0F 01 D4 | vmx",
    ],
  },
  vmlaunch: {
    title: "Launch virtual machine",
    brief: "Enters the guest of the current control structure for the first time.",
    flags: "w=oszapc",
    rows: [
      " |  | 0F 01 C2 | vmx",
    ],
  },
  vmload: {
    title: "Load guest state",
    brief: "Loads the part of a guest's state that vmrun does not; AMD only.",
    rows: [
      " |  | 0F 01 DA | vmx amd",
    ],
  },
  vmmcall: {
    title: "Call the virtual machine's host, AMD",
    brief: "Leaves the guest for its host.",
    rows: [
      " |  | 0F 01 D9 | vmx amd",
    ],
  },
  vmptrld: {
    title: "Load control structure pointer",
    brief: "Makes a control structure the current one.",
    flags: "w=oszapc",
    rows: [
      "w m | M | NP 0F C7 /6 | vmx",
    ],
  },
  vmptrst: {
    title: "Store control structure pointer",
    brief: "Stores the address of the current control structure.",
    flags: "w=oszapc",
    rows: [
      "w m | M | NP 0F C7 /7 | vmx",
    ],
  },
  vmread: {
    title: "Read control structure field",
    brief: "Reads a field of the current control structure.",
    flags: "w=oszapc",
    rows: [
      "w r/m32?, r r32 | MR | NP 0F 78 /r | vmx no64",
      "w r/m64?, r r64 | MR | d64 NP 0F 78 /r | 64 vmx",
    ],
  },
  vmresume: {
    title: "Resume virtual machine",
    brief: "Enters the guest of the current control structure again.",
    flags: "w=oszapc",
    rows: [
      " |  | 0F 01 C3 | vmx",
    ],
  },
  vmrun: {
    title: "Run virtual machine",
    brief: "Runs a guest until something makes it leave; AMD only.",
    rows: [
      " |  | 0F 01 D8 | vmx amd",
    ],
  },
  vmsave: {
    title: "Save guest state",
    brief: "Saves the part of a guest's state that vmrun does not; AMD only.",
    rows: [
      " |  | 0F 01 DB | vmx amd",
    ],
  },
  vmwrite: {
    title: "Write control structure field",
    brief: "Writes a field of the current control structure.",
    flags: "w=oszapc",
    rows: [
      "w r32, r r/m32? | RM | NP 0F 79 /r | vmx no64",
      "w r64, r r/m64? | RM | d64 NP 0F 79 /r | 64 vmx",
    ],
  },
  vmxoff: {
    title: "Leave VMX operation",
    brief: "Ends VMX operation.",
    flags: "w=oszapc",
    rows: [
      " |  | 0F 01 C4 | vmx",
    ],
  },
  vmxon: {
    title: "Enter VMX operation",
    brief: "Begins VMX operation with a region of memory.",
    flags: "w=oszapc",
    rows: [
      "w m | M | F3 0F C7 /6 | vmx",
    ],
  },
  invept: {
    title: "Invalidate nested translations",
    brief: "Drops translations that came from extended page tables.",
    flags: "w=oszapc",
    rows: [
      "w r32, r m(128) | RM | 66 0F 38 80 /r | vmx no64",
      "w r64, r m(128) | RM | d64 66 0F 38 80 /r | vmx 64only",
    ],
  },
  invvpid: {
    title: "Invalidate translations of a guest",
    brief: "Drops translations of a virtual processor identifier.",
    flags: "w=oszapc",
    rows: [
      "w r32, r m(128) | RM | 66 0F 38 81 /r | vmx no64",
      "w r64, r m(128) | RM | d64 66 0F 38 81 /r | vmx 64only",
    ],
  },
  pvalidate: {
    title: "Validate guest page",
    brief: "Marks a page of an encrypted guest as valid or not.",
    rows: [
      " |  | F2 0F 01 FF | vmx amd",
    ],
  },
  rmpadjust: {
    title: "Adjust guest page permissions",
    brief: "Changes the permissions of a page of an encrypted guest.",
    rows: [
      " |  | F3 0F 01 FE | vmx amd",
    ],
  },
  vmgexit: {
    title: "Leave encrypted guest",
    brief: "Leaves an encrypted guest for its host on purpose.",
    rows: [
      " |  | F2 0F 01 C1 | vmx amd",
      " |  | F3 0F 01 C1 | vmx amd",
    ],
  },
  getsec: {
    title: "Safer mode functions",
    brief: "Does the safer-mode function in EAX.",
    rows: [
      " |  | 0F 37 | katmai",
    ],
  },
  xabort: {
    title: "Abort transaction",
    brief: "Aborts the transaction with a reason in the immediate.",
    rows: [
      "r imm | I | C6 F8 ib | future rtm",
      "r imm8 | I | C6 F8 ib | future rtm",
    ],
  },
  xbegin: {
    title: "Begin transaction",
    brief: "Begins a transaction; on an abort goes on at the target with the reason in EAX.",
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
    title: "End transaction",
    brief: "Commits the transaction.",
    rows: [
      " |  | 0F 01 D5 | future rtm",
    ],
  },
  xtest: {
    title: "Test for transaction",
    brief: "Clears ZF inside a transaction, sets it outside.",
    flags: "w=z 0=oscap",
    rows: [
      " |  | 0F 01 D6 | future hle rtm",
    ],
  },
  pcommit: {
    title: "Commit to persistent memory",
    brief: "Waits until stores have reached persistent memory; never came to market.",
    rows: [
      " |  | 66 0F AE F8 | future never nop",
    ],
  },
  clzero: {
    title: "Zero cache line",
    brief: "Fills the cache line at rAX with zeros.",
    rows: [
      " |  | 0F 01 FC | future amd",
      "w AX | - | a16 0F 01 FC | future amd nd no64",
      "w EAX | - | a32 0F 01 FC | future amd nd",
      "w RAX | - | a64 0F 01 FC | future amd nd 64only",
    ],
  },
  pconfig: {
    title: "Platform configuration",
    brief: "Does the platform configuration function in EAX.",
    rows: [
      " |  | NP 0F 01 C5 | future",
      " |  | NP 0F 01 C5 | pconfig future priv",
    ],
  },
  tpause: {
    title: "Timed pause",
    brief: "Pauses until a time-stamp, in the state the operand says.",
    rows: [
      "r r32 | M | 66 0F AE /6 | future",
      "r r32, r EDX, r EAX | M-- | 66 0F AE /6 | future nd",
    ],
  },
  umonitor: {
    title: "Watch an address, user",
    brief: "Sets up the line at an address to be watched by umwait.",
    rows: [
      "r r16 | M | a16 F3 0F AE /6 | future no64",
      "r r32 | M | a32 F3 0F AE /6 | future",
      "r r64 | M | d64 a64 F3 0F AE /6 | future 64only",
    ],
  },
  umwait: {
    title: "Wait for a write, user",
    brief: "Waits until the watched line is written or a time-stamp passes.",
    rows: [
      "r r32 | M | F2 0F AE /6 | future",
      "r r32, r EDX, r EAX | M-- | F2 0F AE /6 | future nd",
    ],
  },
  wbnoinvd: {
    title: "Write back caches",
    brief: "Writes changed cache lines to memory and keeps them.",
    rows: [
      " |  | F3 0F 09 | future",
      " |  | F3 0F 09 | wbnoinvd future priv",
    ],
  },
  encls: {
    title: "Enclave function, supervisor",
    brief: "Does the enclave function in EAX for the supervisor.",
    rows: [
      " |  | NP 0F 01 CF | sgx future",
    ],
  },
  enclu: {
    title: "Enclave function, user",
    brief: "Does the enclave function in EAX for a user.",
    rows: [
      " |  | NP 0F 01 D7 | sgx future",
    ],
  },
  enclv: {
    title: "Enclave function, host",
    brief: "Does the enclave function in EAX for the host of virtual machines.",
    rows: [
      " |  | NP 0F 01 C0 | sgx future",
    ],
  },
  clrssbsy: {
    title: "Clear busy shadow stack",
    brief: "Clears the busy flag of a supervisor shadow stack.",
    rows: [
      "w m64 | M | F3 0F AE /6 | cet future",
    ],
  },
  incsspd: {
    title: "Increase shadow stack pointer by doublewords",
    brief: "Drops entries of 4 bytes from the shadow stack.",
    rows: [
      "r r32 | M | o32 F3 0F AE /5 | cet future",
    ],
  },
  incsspq: {
    title: "Increase shadow stack pointer by quadwords",
    brief: "Drops entries of 8 bytes from the shadow stack.",
    rows: [
      "r r64 | M | REX.W F3 0F AE /5 | cet future 64only",
    ],
  },
  rstorssp: {
    title: "Restore shadow stack pointer",
    brief: "Switches to the shadow stack that a token names.",
    rows: [
      "w m64 | M | F3 0F 01 /5 | cet future",
    ],
  },
  saveprevssp: {
    title: "Save previous shadow stack pointer",
    brief: "Leaves a token on the shadow stack switched away from.",
    rows: [
      " |  | F3 0F 01 EA | cet future",
    ],
  },
  setssbsy: {
    title: "Set busy shadow stack",
    brief: "Marks the supervisor shadow stack as busy.",
    rows: [
      " |  | F3 0F 01 E8 | cet future",
    ],
  },
  wrussd: {
    title: "Write doubleword to user shadow stack",
    brief: "Writes 4 bytes to a user's shadow stack from the supervisor.",
    rows: [
      "w m32, r r32 | MR | o32 66 0F 38 F5 /r | cet future",
    ],
  },
  wrussq: {
    title: "Write quadword to user shadow stack",
    brief: "Writes 8 bytes to a user's shadow stack from the supervisor.",
    rows: [
      "w m64, r r64 | MR | REX.W 66 0F 38 F5 /r | cet future 64only",
    ],
  },
  wrssd: {
    title: "Write doubleword to shadow stack",
    brief: "Writes 4 bytes to the shadow stack.",
    rows: [
      "w m32, r r32 | MR | o32 0F 38 F6 /r | cet future",
    ],
  },
  wrssq: {
    title: "Write quadword to shadow stack",
    brief: "Writes 8 bytes to the shadow stack.",
    rows: [
      "w m64, r r64 | MR | REX.W 0F 38 F6 /r | cet future 64only",
    ],
  },
  enqcmd: {
    title: "Enqueue command",
    brief: "Sends 64 bytes to a device's queue; ZF tells whether it was full.",
    flags: "w=z 0=oscap",
    rows: [
      "w r16, r m512? | RM | a16 F2 0F 38 F8 /r | enqcmd future no64",
      "w r32, r m512? | RM | a16 F2 0F 38 F8 /r | enqcmd future no64 nd",
      "w r32, r m512? | RM | a32 F2 0F 38 F8 /r | enqcmd future",
      "w r64, r m512? | RM | a64 F2 0F 38 F8 /r | enqcmd future 64only",
    ],
  },
  enqcmds: {
    title: "Enqueue command, supervisor",
    brief: "Sends 64 bytes to a device's queue with supervisor privileges; ZF tells whether it was full.",
    flags: "w=z 0=oscap",
    rows: [
      "w r16, r m512? | RM | a16 F3 0F 38 F8 /r | enqcmd future no64 priv",
      "w r32, r m512? | RM | a16 F3 0F 38 F8 /r | enqcmd future no64 priv nd",
      "w r32, r m512? | RM | a32 F3 0F 38 F8 /r | enqcmd future priv",
      "w r64, r m512? | RM | a64 F3 0F 38 F8 /r | enqcmd future priv 64only",
    ],
  },
  xresldtrk: {
    title: "Resume load tracking",
    brief: "Lets a transaction track its loads again.",
    rows: [
      " |  | F2 0F 01 E9 | tsxldtrk future",
    ],
  },
  xsusldtrk: {
    title: "Suspend load tracking",
    brief: "Keeps a transaction from tracking its loads.",
    rows: [
      " |  | F2 0F 01 E8 | tsxldtrk future",
    ],
  },
  aadd: {
    title: "Add atomically",
    brief: "Adds a register to memory atomically, without giving the old value.",
    rows: [
      "rw m32?, r r32 | MR | norexw NP 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W NP 0F 38 FC /r | raoint future 64only",
    ],
  },
  aand: {
    title: "And atomically",
    brief: "Ands memory with a register atomically.",
    rows: [
      "rw m32?, r r32 | MR | norexw 66 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W 66 0F 38 FC /r | raoint future 64only",
    ],
  },
  axor: {
    title: "Exclusive or atomically",
    brief: "Exclusive-ors memory with a register atomically.",
    rows: [
      "rw m32?, r r32 | MR | norexw F3 0F 38 FC /r | raoint future",
      "rw m64?, r r64 | MR | REX.W F3 0F 38 FC /r | raoint future 64only",
    ],
  },
  clui: {
    title: "Clear user interrupt flag",
    brief: "Holds user interrupts back.",
    rows: [
      " |  | F3 0F 01 EE | uintr future 64only",
    ],
  },
  senduipi: {
    title: "Send user interrupt",
    brief: "Sends a user interrupt to the target with an index.",
    rows: [
      "r r64 | M | d64 F3 0F C7 /6 | uintr future 64only",
    ],
  },
  stui: {
    title: "Set user interrupt flag",
    brief: "Lets user interrupts through.",
    rows: [
      " |  | F3 0F 01 EF | uintr future 64only",
    ],
  },
  testui: {
    title: "Test user interrupt flag",
    brief: "Copies the user interrupt flag to CF.",
    flags: "w=c 0=oszap",
    rows: [
      " |  | F3 0F 01 ED | uintr future 64only",
    ],
  },
  uiret: {
    title: "Return from user interrupt",
    brief: "Returns from the handler of a user interrupt.",
    rows: [
      " |  | F3 0F 01 EC | uintr future 64only",
    ],
  },
  wrmsrns: {
    title: "Write model-specific register, not serialising",
    brief: "Writes EDX:EAX to the model-specific register in ECX without waiting.",
    rows: [
      " |  | NP 0F 01 C6 | wrmsrns future priv 64only",
    ],
  },
  rdmsrlist: {
    title: "Read list of model-specific registers",
    brief: "Reads the model-specific registers of a list.",
    rows: [
      " |  | F2 0F 01 C6 | msrlist future priv 64only",
    ],
  },
  wrmsrlist: {
    title: "Write list of model-specific registers",
    brief: "Writes the model-specific registers of a list.",
    rows: [
      " |  | F3 0F 01 C6 | msrlist future priv 64only",
    ],
  },
  hreset: {
    title: "Reset history",
    brief: "Resets the prediction history that EAX selects.",
    rows: [
      "r imm(8), r EAX | I- | F3 0F 3A F0 C0 ib | hreset future priv",
      "r imm(8) | I | F3 0F 3A F0 C0 ib | hreset future priv nd",
    ],
  },
}) as const satisfies Family;
