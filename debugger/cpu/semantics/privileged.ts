// What belongs to the kernel or the hypervisor: a general-protection fault in a user program, as on the CPU. And questions
// about segments and system tables that a user program may ask. LAR, LSL, VERR and VERW see Linux's user segments
// (cpu/segments.ts); all others are invisible. SGDT, SIDT, SLDT, STR and SMSW are closed to user programs
// (UMIP), and the kernel answers them with fixed values (arch/x86/kernel/umip.c).

import type { privileged as table } from "../../../server/isa/table/privileged.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";

const forKernel: Semantics = (b) =>
  b.trap("#GP", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel: in a user program it faults`);

// biome-ignore format: a list of names
const names = [
  "clts", "invd", "invpcid", "invlpg", "lgdt", "lidt", "lldt", "lmsw", "ltr", "rdmsr",
  "swapgs", "sysexit", "sysret", "wbinvd", "wbnoinvd", "wrmsr", "xsetbv",
] as const satisfies readonly (keyof ReturnType<typeof table>)[];

/** The selector of an operand, without the requested privilege. */
function selectorOf(b: Builder, k: number): Value {
  const value = b.isMemory(k) ? b.load(b.linear(k), 16, b.spaceOf(k)) : b.narrow(b.read(k));
  return b.and(value, b.i32(0xfffc));
}

/** What there is to know of the segment that an operand names; `seen` is 0 where a user program sees none. */
function segmentOf(b: Builder, k: number): Record<"seen" | "rights" | "limit" | "writable", Value> {
  const [seen, rights, limit, writable] = b.helper("segment", [selectorOf(b, k)], ["i32", "i32", "i32", "i32"]);
  return { seen: seen!, rights: rights!, limit: limit!, writable: writable! };
}

/** LAR, LSL: a segment that is not visible leaves DEST as it is, and ZF clear. */
const describe =
  (field: "rights" | "limit"): Semantics =>
  (b) => {
    const { seen, [field]: value } = segmentOf(b, 1);
    const part = b.bitsOf(0) === 16 ? 16 : b.bits;
    b.writePart(0, part, b.select(seen, b.fit(value, part), b.readPart(0, part)));
    b.setFlag("zf", seen);
  };

/** VERR, VERW: every segment that is visible can be read. */
const verify =
  (field: "seen" | "writable"): Semantics =>
  (b) =>
    b.setFlag("zf", segmentOf(b, 0)[field]);

/** ARPL: the requested privilege of the destination becomes at least that of the source. */
const adjustPrivilege: Semantics = (b) => {
  const selector = b.isMemory(0) ? b.load(b.linear(0), 16, b.spaceOf(0), "update") : b.read(0);
  const [own, least] = [selector, b.read(1)].map((value) => b.and(value, b.i32(3))) as [Value, Value];
  const isLess = b.compare("ltU", own, least);
  const raised = b.select(isLess, b.or(b.and(selector, b.i32(0xfffc)), least), selector);
  if (b.isMemory(0)) b.store(b.linear(0), raised, 16, b.spaceOf(0));
  else b.writePart(0, 16, raised);
  b.setFlag("zf", isLess);
};

/** SLDT, STR, SMSW: the kernel writes as many bytes as the operand has, the rest of a register stays. */
const storeWord =
  (value: number): Semantics =>
  (b) => {
    b.ignoreAlignment();
    if (b.isMemory(0)) {
      b.store(b.linear(0), b.i32(value & 0xffff), 16, b.spaceOf(0));
      return;
    }
    const bits = b.bitsOf(0);
    if (bits !== 32 || b.bits === 32)
      b.writePart(0, bits, b.constant(BigInt(value) & ((1n << BigInt(bits)) - 1n), bits === 64 ? "i64" : "i32"));
    else b.writePart(0, 64, b.or(b.and(b.readPart(0, 64), b.i64(0xffff_ffff_0000_0000n)), b.i64(BigInt(value))));
  };

/** SGDT, SIDT: a limit of 0 and an address in the kernel's half. */
const storeTable =
  (base: bigint): Semantics =>
  (b) => {
    b.ignoreAlignment();
    const address = b.linear(0);
    const space = b.spaceOf(0);
    b.checkWrite(address, 2 + b.bits / 8, space);
    b.store(address, b.i32(0), 16, space, "unchecked");
    const low = b.bits === 64 ? b.i64(base) : b.i32(Number(BigInt.asIntN(32, base)));
    b.store(b.add(address, b.like(address, 2)), low, b.bits, space, "unchecked");
  };

const descriptor = (): Readonly<Record<string, Semantics>> => ({
  arpl: adjustPrivilege,
  lar: describe("rights"),
  lsl: describe("limit"),
  verr: verify("seen"),
  verw: verify("writable"),
  sldt: storeWord(0),
  str: storeWord(0x40),
  smsw: storeWord(0x80050033),
  sgdt: storeTable(0xffff_ffff_fffe_0000n),
  sidt: storeTable(0xffff_ffff_ffff_0000n),
});

/** CLZERO: the 64 bytes of the line that rAX points into become zero; AMD's. */
const clzero: Semantics = (b) => {
  const address = b.withSegment(b.fit(b.get("rax", b.addressBits), b.bits), b.implicitSegment("ds"));
  const line = b.and(address, b.like(address, -64));
  b.checkWrite(line, 64);
  for (let at = 0; at < 64; at += 8) b.store(b.add(line, b.like(line, at)), b.i64(0), 64, "data", "unchecked");
};

/** A CPU that does not know it as a prefetch takes it for a no-operation. */
const hint: Semantics = () => {};

/** Only some of that family exist on every CPU: the others are invalid opcodes. */
export const privileged = (): Readonly<Record<string, Semantics>> => ({
  ...Object.fromEntries(names.map((name) => [name, forKernel])),
  ...descriptor(),
  clzero,
  prefetchit0: hint,
  prefetchit1: hint,
});
