// Instructions that ask the kernel or the CPU, that do nothing a user program can see, or that user programs may not use.

import type { system as table } from "../../../server/isa/table/system.ts";
import type { Semantics } from "../builder.ts";
import { STATE } from "../state.ts";
import { FXSAVE_BYTES } from "../x87/environment.ts";
import { XSAVE_BYTES } from "../x87/extended-state.ts";
import { addressKind } from "./x87.ts";

/** Bits that can be set in MXCSR: flags, DAZ, masks, rounding, FTZ. */
const MXCSR_BITS = 0xffff;

const nothing: Semantics = () => {};

/** SYSCALL: rcx := rip, r11 := rflags; then the kernel acts. Intel CPUs know it in 64-bit mode only. */
const syscall: Semantics = (b) => {
  if (b.bits === 32) {
    b.trap("#UD", 0, "fault", "syscall exists in 64-bit mode only");
    return;
  }
  b.set("rcx", 64, b.i64(b.next));
  b.set("r11", 64, b.wide(b.getEflags()));
  b.emit({ op: "systemCall", by: "syscall" });
};

const sysenter: Semantics = (b) => b.emit({ op: "systemCall", by: "sysenter" });

/** CPUID: leaf in eax, subleaf in ecx. */
const cpuid: Semantics = (b) => {
  const results = b.helper("cpuid", [b.get("rax", 32), b.get("rcx", 32)], ["i32", "i32", "i32", "i32"]);
  (["rax", "rbx", "rcx", "rdx"] as const).forEach((name, k) => {
    b.set(name, 32, results[k]!);
  });
};

/** RDTSC: the retired count is the only clock, so that every run is the same. */
const rdtsc: Semantics = (b) => {
  const [low, high] = b.helper("timestamp", [], ["i32", "i32"]);
  b.set("rax", 32, low!);
  b.set("rdx", 32, high!);
};

const rdtscp: Semantics = (b) => {
  rdtsc(b);
  b.set("rcx", 32, b.i32(0));
};

const privileged: Semantics = (b) =>
  b.trap("#GP", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel: in a user program it faults`);

/** CLFLUSH and kin touch their line like a byte load. */
const touch: Semantics = (b) => {
  b.load(b.linear(0), 8, b.spaceOf(0));
};

/** RDFSBASE, RDGSBASE, WRFSBASE, WRGSBASE. */
const readBase =
  (segment: "fs" | "gs"): Semantics =>
  (b) =>
    b.write(0, b.fit(b.segmentBase(segment), b.bitsOf(0)));
const writeBase =
  (segment: "fs" | "gs"): Semantics =>
  (b) => {
    const value = b.wide(b.read(0));
    b.checkTarget(value);
    b.helper(segment === "fs" ? "setFsBase" : "setGsBase", [value]);
  };

/** LDMXCSR: bits that MXCSR does not have are a fault. */
const ldmxcsr: Semantics = (b) => {
  const value = b.load(b.linear(0), 32, b.spaceOf(0));
  b.trapIf(b.nez(b.and(value, b.i32(~MXCSR_BITS))), "#GP", "MXCSR has no such bits");
  b.setState(STATE.mxcsr, value, 32);
};

const stmxcsr: Semantics = (b) => b.store(b.linear(0), b.getState(STATE.mxcsr, 32), 32, b.spaceOf(0));

/** FXSAVE, FXRSTOR: 512 bytes at a multiple of 16. The forms of 64 bits write whole pointers, the others selectors too. */
const saveArea =
  (name: "fxsave" | "fxrstor", pointerBytes: 4 | 8 = 4): Semantics =>
  (b) => {
    b.guard(b.linear(0), FXSAVE_BYTES, name === "fxsave" ? "write" : "read", 4, b.spaceOf(0));
    b.helper(name, [b.wide(b.linear(0))], [], [b.bits, addressKind(b), pointerBytes]);
  };

/** XSAVE, XRSTOR and kin: the components in edx:eax, an area at a multiple of 64. */
const extendedArea =
  (name: "xsave" | "xsaveopt" | "xsavec" | "xrstor", pointerBytes: 4 | 8 = 4): Semantics =>
  (b) => {
    b.guard(b.linear(0), XSAVE_BYTES, name === "xrstor" ? "read" : "write", 1, b.spaceOf(0));
    b.helper(name, [b.wide(b.linear(0)), b.wide(b.get("rax", 32))], [], [b.bits, addressKind(b), pointerBytes]);
  };

/** XGETBV: which state components are enabled (register 0) or in use (register 1). */
const xgetbv: Semantics = (b) => {
  const [low] = b.helper("xgetbv", [b.wide(b.get("rcx", 32))], ["i32"], [b.bits]);
  b.set("rax", 32, low!);
  b.set("rdx", 32, b.i32(0));
};

/** RDRAND, RDSEED: numbers that follow from the retired count, always there; CF says so, the other flags are clear. */
const random: Semantics = (b) => {
  const [value] = b.helper("randomNumber", [], ["i64"]);
  const bits = b.bitsOf(0);
  b.write(0, b.fit(b.zext(value!, bits), bits));
  b.setEflags(b.i32(1), 0x8d5);
};

/** Known to the assembler; what it needs of the machine is not there yet. */
const unexecuted: Semantics = (b) => b.trap("#UD", 0, "fault", b.decoded.form.mnemonic);

const named = <Name extends string>(names: readonly Name[], semantics: Semantics): Record<Name, Semantics> =>
  Object.fromEntries(names.map((name) => [name, semantics])) as Record<Name, Semantics>;

// biome-ignore format: groups of names
export const system = () => ({
  syscall,
  sysenter,
  cpuid,
  rdtsc,
  rdtscp,
  rdpid: (b) => b.write(0, b.fit(b.i32(0), b.bitsOf(0))),
  rdpmc: privileged,
  ldmxcsr,
  stmxcsr,
  fxsave: saveArea("fxsave"),
  fxsave64: saveArea("fxsave", 8),
  fxrstor: saveArea("fxrstor"),
  fxrstor64: saveArea("fxrstor", 8),
  xgetbv,
  xsave: extendedArea("xsave"), xsave64: extendedArea("xsave", 8),
  xsaveopt: extendedArea("xsaveopt"), xsaveopt64: extendedArea("xsaveopt", 8),
  xsavec: extendedArea("xsavec"), xsavec64: extendedArea("xsavec", 8),
  xrstor: extendedArea("xrstor"), xrstor64: extendedArea("xrstor", 8),
  rdrand: random,
  rdseed: random,
  fwait: (b) => {
    b.helper("fwait", []);
  },
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase: writeBase("fs"),
  wrgsbase: writeBase("gs"),
  ...named(["pause", "lfence", "mfence", "sfence", "serialize", "prefetch", "prefetchw", "prefetcht0", "prefetcht1",
    "prefetcht2", "prefetchnta", "prefetchwt1", "cldemote", "rdsspd", "rdsspq"], nothing),
  ...named(["clflush", "clflushopt", "clwb"], touch),
  ...named(["rdpkru", "wrpkru", "ptwrite"], unexecuted),
}) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
