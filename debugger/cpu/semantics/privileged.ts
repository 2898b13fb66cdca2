// What belongs to the kernel or the hypervisor: a general-protection fault in a user program, as on the CPU. And questions
// about segments and system tables that a user program may ask. LAR, LSL, VERR and VERW see Linux's user segments
// (arch/x86/include/asm/segment.h); all others are invisible. SGDT, SIDT, SLDT, STR and SMSW are closed to user programs
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

interface Segment {
  /** Selector without the requested privilege. */
  readonly selector: number;
  /** What LAR gives: the descriptor's second word without base and limit. */
  readonly rights: number;
  /** In bytes. */
  readonly limit: number;
  readonly isWritable: boolean;
}

const SEGMENTS: readonly Segment[] = [
  { selector: 0x30, rights: 0x00affb00, limit: 0xffffffff, isWritable: false },
  { selector: 0x28, rights: 0x00cff300, limit: 0xffffffff, isWritable: true },
  { selector: 0x20, rights: 0x00cffb00, limit: 0xffffffff, isWritable: false },
  // Its limit is the processor's number.
  { selector: 0x78, rights: 0x0040f500, limit: 0, isWritable: false },
];

/** The selector of an operand, without the requested privilege. */
function selectorOf(b: Builder, k: number): Value {
  const value = b.isMemory(k) ? b.load(b.linear(k), 16, b.spaceOf(k)) : b.narrow(b.read(k));
  return b.and(value, b.i32(0xfffc));
}

/** 1 when the selector is one of these. */
function isOneOf(b: Builder, selector: Value, segments: readonly Segment[]): Value {
  return segments.map((s) => b.compare("eq", selector, b.i32(s.selector))).reduce((all, one) => b.or(all, one));
}

/** LAR, LSL: a segment that is not visible leaves DEST as it is, and ZF clear. */
const describe =
  (field: "rights" | "limit"): Semantics =>
  (b) => {
    const selector = selectorOf(b, 1);
    const visible = isOneOf(b, selector, SEGMENTS);
    let value = b.i32(0);
    for (const segment of SEGMENTS)
      value = b.select(b.compare("eq", selector, b.i32(segment.selector)), b.i32(segment[field]), value);
    const part = b.bitsOf(0) === 16 ? 16 : b.bits;
    b.writePart(0, part, b.select(visible, b.fit(value, part), b.readPart(0, part)));
    b.setFlag("zf", visible);
  };

const verify =
  (segments: readonly Segment[]): Semantics =>
  (b) =>
    b.setFlag("zf", isOneOf(b, selectorOf(b, 0), segments));

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
  verr: verify(SEGMENTS),
  verw: verify(SEGMENTS.filter((segment) => segment.isWritable)),
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
