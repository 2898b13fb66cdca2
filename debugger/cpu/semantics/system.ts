// Instructions that ask the kernel or the CPU, that do nothing a user program can see, or that user programs may not use.

import type { Semantics } from "../builder.ts";

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
  b.trap("#GP", 0, "fault", `${b.decoded.mnemonic} is for the kernel: in a user program it faults`);

const invalid: Semantics = (b) => b.trap("#UD");

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

const named = <Name extends string>(names: readonly Name[], semantics: Semantics): Record<Name, Semantics> =>
  Object.fromEntries(names.map((name) => [name, semantics])) as Record<Name, Semantics>;

// biome-ignore format: groups of names
export const system = {
  syscall,
  sysenter,
  cpuid,
  rdtsc,
  rdtscp,
  rdfsbase: readBase("fs"),
  rdgsbase: readBase("gs"),
  wrfsbase: writeBase("fs"),
  wrgsbase: writeBase("gs"),
  ...named(["nop", "endbr32", "endbr64", "pause", "fwait", "wait", "lfence", "mfence", "sfence", "serialize",
    "prefetcht0", "prefetcht1", "prefetcht2", "prefetchnta", "prefetch", "prefetchw", "prefetchwt1",
    "prefetchit0", "prefetchit1", "cldemote", "hint_nop"], nothing),
  ...named(["clflush", "clflushopt", "clwb"], touch),
  ...named(["hlt", "cli", "sti", "in", "out", "insb", "insw", "insd", "outsb", "outsw", "outsd", "lgdt", "lidt", "lldt",
    "ltr", "lmsw", "clts", "invd", "wbinvd", "wbnoinvd", "invlpg", "invpcid", "rdmsr", "wrmsr", "rdpmc", "swapgs", "sysret",
    "sysexit", "sgdt", "sidt", "sldt", "str", "smsw", "monitor", "mwait", "xsetbv", "clac", "stac"], privileged),
  ...named(["ud0", "ud1", "ud2", "ud2a", "ud2b", "rsm"], invalid),
} satisfies Record<string, Semantics>;
