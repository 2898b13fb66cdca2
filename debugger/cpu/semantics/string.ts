// String instructions: one iteration; the repeat prefix around it is data of the instruction (SDM Vol. 1, 7.3.9).

import type { string as table } from "../../../server/isa/table/string.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { SizeBits, Value } from "../ir.ts";

/** Linear address in rsi (with the segment that a prefix names) or rdi (always es). */
function pointer(b: Builder, register: "rsi" | "rdi"): Value {
  const address = b.fit(b.get(register, b.addressBits), b.bits);
  return b.withSegment(address, register === "rsi" ? b.implicitSegment("ds") : "es");
}

/** Moves index registers on by one element, down when DF is set. */
function advance(b: Builder, sizeBits: SizeBits, registers: readonly ("rsi" | "rdi")[]): void {
  const backwards = b.getFlag("df");
  for (const register of registers) {
    const value = b.get(register, b.addressBits);
    const bytes = sizeBits / 8;
    const stride = b.select(backwards, b.like(value, -bytes), b.like(value, bytes));
    b.set(register, b.addressBits, b.add(value, stride));
  }
}

/** Either prefix repeats instructions that set no flags. */
function repeatPlain(b: Builder): void {
  if (b.decoded.repeat !== "none") b.repeat("rep");
}

function repeatCompare(b: Builder): void {
  if (b.decoded.repeat !== "none") b.repeat(b.decoded.repeat === "rep" ? "repe" : "repne");
}

const movs =
  (size: SizeBits): Semantics =>
  (b) => {
    repeatPlain(b);
    b.store(pointer(b, "rdi"), b.load(pointer(b, "rsi"), size), size);
    advance(b, size, ["rsi", "rdi"]);
  };

const cmps =
  (size: SizeBits): Semantics =>
  (b) => {
    repeatCompare(b);
    const left = b.load(pointer(b, "rsi"), size);
    const right = b.load(pointer(b, "rdi"), size);
    advance(b, size, ["rsi", "rdi"]);
    b.setFlags("sub", left, right, b.sub(left, right), size);
  };

const stos =
  (size: SizeBits): Semantics =>
  (b) => {
    repeatPlain(b);
    b.store(pointer(b, "rdi"), b.get("rax", size), size);
    advance(b, size, ["rdi"]);
  };

const lods =
  (size: SizeBits): Semantics =>
  (b) => {
    repeatPlain(b);
    const value = b.load(pointer(b, "rsi"), size);
    b.set("rax", size, value);
    advance(b, size, ["rsi"]);
  };

const scas =
  (size: SizeBits): Semantics =>
  (b) => {
    repeatCompare(b);
    const left = b.get("rax", size);
    const right = b.load(pointer(b, "rdi"), size);
    advance(b, size, ["rdi"]);
    b.setFlags("sub", left, right, b.sub(left, right), size);
  };

/** INS, OUTS: I/O ports are closed to user programs. */
const port: Semantics = (b) => b.trap("#GP", 0, "fault", "I/O ports are for the kernel: in a user program this faults");

export const string = () =>
  ({
    insb: port,
    insw: port,
    insd: port,
    outsb: port,
    outsw: port,
    outsd: port,
    movsb: movs(8),
    movsw: movs(16),
    movsd: movs(32),
    movsq: movs(64),
    cmpsb: cmps(8),
    cmpsw: cmps(16),
    cmpsd: cmps(32),
    cmpsq: cmps(64),
    stosb: stos(8),
    stosw: stos(16),
    stosd: stos(32),
    stosq: stos(64),
    lodsb: lods(8),
    lodsw: lods(16),
    lodsd: lods(32),
    lodsq: lods(64),
    scasb: scas(8),
    scasw: scas(16),
    scasd: scas(32),
    scasq: scas(64),
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
