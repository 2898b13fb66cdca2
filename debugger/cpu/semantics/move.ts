// Moves, exchanges, conversions between sizes and conditional moves (SDM Vol. 1, 7.3.1).

import type { Semantics } from "../builder.ts";
import { type SegmentName, typeOf } from "../ir.ts";
import { byCondition } from "./condition.ts";

const SEGMENTS: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];

/** MOV in all forms; segment registers take only the selectors a user program can have, control registers are privileged. */
const mov: Semantics = (b) => {
  const [destination, source] = [b.operand(0), b.operand(1)];
  const classes = [destination, source].map((operand) => (operand.kind === "register" ? operand.register.class : ""));
  if (classes.some((name) => name === "control" || name === "debug" || name === "test")) {
    b.trap("#GP", 0, "fault", "control and debug registers belong to the kernel");
    return;
  }
  if (destination.kind === "register" && destination.register.class === "segment") {
    const segment = SEGMENTS[destination.register.number];
    if (segment === undefined || segment === "cs") b.trap("#UD");
    else b.loadSelector(segment, b.narrow(b.read(1)));
    return;
  }
  b.write(0, b.fit(b.read(1), b.bitsOf(0)));
};

const movzx: Semantics = (b) => b.write(0, b.fit(b.read(1), b.bitsOf(0)));

/** MOVSX, MOVSXD. */
const movsx: Semantics = (b) => {
  const value = b.read(1);
  b.write(0, b.bitsOf(0) === 64 ? b.wideSigned(value, b.bitsOf(1)) : b.sext(b.narrow(value), b.bitsOf(1)));
};

/** LEA: the offset, cut to the operand's size. */
const lea: Semantics = (b) => b.write(0, b.fit(b.effectiveAddress(1), b.bitsOf(0)));

/** XCHG: memory first, since only that can fault. */
const xchg: Semantics = (b) => {
  const [left, right] = [b.read(0), b.read(1)];
  const memory = b.isMemory(1) ? 1 : 0;
  b.write(memory, memory === 1 ? left : right);
  b.write(1 - memory, memory === 1 ? right : left);
};

/** CMPXCHG: equal → DEST := SRC, else the accumulator := DEST; DEST is written either way. */
const cmpxchg: Semantics = (b) => {
  const destination = b.read(0);
  const source = b.read(1);
  const accumulator = b.get("rax", b.size);
  const equal = b.compare("eq", accumulator, destination);
  const whole = b.size === 32 && b.bits === 64 ? 64 : b.size;
  const kept = b.get("rax", whole);
  if (b.isMemory(0)) {
    b.write(0, b.select(equal, source, destination));
    b.set("rax", whole, b.select(equal, kept, b.fit(destination, whole)));
  } else {
    const old = b.readPart(0, whole);
    b.set("rax", whole, b.select(equal, kept, b.fit(destination, whole)));
    b.writePart(0, whole, b.select(equal, b.fit(source, whole), old));
  }
  b.setFlags("sub", accumulator, destination, b.sub(accumulator, destination));
};

/** CMPXCHG8B, CMPXCHG16B: the same with a pair of registers; only ZF changes. */
const exchangePair =
  (half: 32 | 64): Semantics =>
  (b) => {
    const low = b.linear(0);
    const bytes = half / 8;
    if (half === 64) {
      const misaligned = b.nez(b.and(low, b.like(low, 15)));
      b.trapIf(misaligned, "#GP", "cmpxchg16b needs an address that is a multiple of 16");
    }
    const high = b.add(low, b.like(low, bytes));
    b.checkWrite(low, 2 * bytes, b.spaceOf(0));
    const oldLow = b.load(low, half, b.spaceOf(0), "update");
    const oldHigh = b.load(high, half, b.spaceOf(0), "update");
    const [rax, rdx] = [b.get("rax", half), b.get("rdx", half)];
    const equal = b.and(b.compare("eq", oldLow, rax), b.compare("eq", oldHigh, rdx));
    b.store(low, b.select(equal, b.get("rbx", half), oldLow), half, b.spaceOf(0), "unchecked");
    b.store(high, b.select(equal, b.get("rcx", half), oldHigh), half, b.spaceOf(0), "unchecked");
    const [wholeRax, wholeRdx] = [b.get("rax", b.bits), b.get("rdx", b.bits)];
    b.set("rax", b.bits, b.select(equal, wholeRax, b.fit(oldLow, b.bits)));
    b.set("rdx", b.bits, b.select(equal, wholeRdx, b.fit(oldHigh, b.bits)));
    b.setFlag("zf", equal);
  };

/** CBW, CWDE, CDQE: the accumulator from half its size. */
const widenAccumulator =
  (from: 8 | 16 | 32): Semantics =>
  (b) => {
    const value = b.get("rax", from);
    b.set("rax", from * 2, from === 32 ? b.wideSigned(value, 32) : b.sext(value, from));
  };

/** CWD, CDQ, CQO: rdx := the accumulator's sign. */
const signIntoRdx =
  (size: 16 | 32 | 64): Semantics =>
  (b) => {
    const value = b.sext(b.get("rax", size), size);
    b.set("rdx", size, b.shrS(value, b.constant(size === 64 ? 63 : 31, typeOf(size))));
  };

/** CMOVcc: the source is read, and a 32-bit destination's upper half cleared, whatever the condition says. */
const cmov = byCondition(
  "cmov",
  (condition): Semantics =>
    (b) => {
      const source = b.read(1);
      b.write(0, b.select(b.condition(condition), source, b.read(0)));
    },
);

const setcc = byCondition(
  "set",
  (condition): Semantics =>
    (b) =>
      b.write(0, b.condition(condition)),
);

/** XLATB: al := [rbx + al]. */
const xlatb: Semantics = (b) => {
  const table = b.get("rbx", b.addressBits);
  const offset = b.zext(b.add(table, b.fit(b.get("rax", 8), b.addressBits)), b.addressBits);
  const address = b.withSegment(b.fit(offset, b.bits), b.implicitSegment("ds"));
  b.set("rax", 8, b.load(address, 8));
};

/** LDS, LES, LFS, LGS, LSS: a far pointer. */
const farPointer =
  (segment: SegmentName): Semantics =>
  (b) => {
    const selectorAddress = b.linearBeyond(1, b.fit(b.i32(b.size / 8), b.bits));
    const offset = b.load(b.linear(1), b.size, b.spaceOf(1));
    b.loadSelector(segment, b.load(selectorAddress, 16, b.spaceOf(1)));
    b.write(0, offset);
  };

export const move = {
  mov,
  movzx,
  movsx,
  movsxd: movsx,
  movnti: mov,
  movdiri: mov,
  lea,
  xchg,
  cmpxchg,
  cmpxchg8b: exchangePair(32),
  cmpxchg16b: exchangePair(64),
  cbw: widenAccumulator(8),
  cwde: widenAccumulator(16),
  cdqe: widenAccumulator(32),
  cwd: signIntoRdx(16),
  cdq: signIntoRdx(32),
  cqo: signIntoRdx(64),
  ...cmov,
  ...setcc,
  xlatb,
  xlat: xlatb,
  lds: farPointer("ds"),
  les: farPointer("es"),
  lfs: farPointer("fs"),
  lgs: farPointer("gs"),
  lss: farPointer("ss"),
} satisfies Record<string, Semantics>;
