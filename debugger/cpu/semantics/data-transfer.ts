// Moves, exchanges, conversions between sizes, conditional moves, push and pop (SDM Vol. 1, 7.3.1 and 6.2).

import type { Register } from "../../../server/isa/register.ts";
import type { dataTransfer as table } from "../../../server/isa/table/data-transfer.ts";
import type { Semantics } from "../builder.ts";
import { partOf, type SegmentName, VECTOR_SCRATCH } from "../ir.ts";
import { GPR } from "../state.ts";
import { byCondition } from "./condition.ts";

const SEGMENTS: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];

/** True for the control and debug registers that there are; test registers went with the 486. */
function isKernelRegister({ class: kind, number }: Register, bits: number): boolean {
  if (kind === "control") return [0, 2, 3, 4].includes(number) || (number === 8 && bits === 64);
  return kind === "debug" && number < 8;
}

const KERNEL_CLASSES: ReadonlySet<string> = new Set(["control", "debug", "test"]);

/** MOV in all forms; segment registers take only the selectors a user program can have, control registers are privileged. */
const mov: Semantics = (b) => {
  const [destination, source] = [b.operand(0), b.operand(1)];
  for (const operand of [destination, source]) {
    if (operand.kind !== "register" || !KERNEL_CLASSES.has(operand.register.class)) continue;
    if (isKernelRegister(operand.register, b.bits)) {
      b.trap("#GP", 0, "fault", "control and debug registers belong to the kernel");
    } else b.trap("#UD", 0, "fault", `there is no register ${operand.register.name}`);
    return;
  }
  if (destination.kind === "register" && destination.register.class === "segment") {
    const segment = SEGMENTS[destination.register.number];
    if (segment === undefined || segment === "cs") b.trap("#UD");
    else b.loadSelector(segment, b.narrow(b.read(1)));
    return;
  }
  if (source.kind === "register" && source.register.class === "segment" && source.register.number >= SEGMENTS.length) {
    b.trap("#UD", 0, "fault", "there is no such segment register");
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

/** MOVDIR64B: 64 bytes at once, to an aligned address in a register; that is looked at before the source is read. */
const movdir64b: Semantics = (b) => {
  const to = b.fit(b.read(0), b.bits);
  b.guard(b.linear(1), 64, "read", 16, b.spaceOf(1));
  b.trapIf(b.nez(b.and(to, b.like(to, 63))), "#GP", "the address is not a multiple of 64");
  b.loadBytes(VECTOR_SCRATCH[0]!, b.linear(1), 64, 1, b.spaceOf(1));
  b.storeBytes(VECTOR_SCRATCH[0]!, to, 64, 64);
};

/** IN, OUT: I/O ports are closed to user programs. */
const port: Semantics = (b) => b.trap("#GP", 0, "fault", "I/O ports are for the kernel: in a user program this faults");

/** BSWAP: reverses the bytes; of a 16-bit register the result is undefined, current CPUs give 0. */
const bswap: Semantics = (b) => {
  const value = b.read(0);
  b.write(0, b.size === 16 ? b.i32(0) : b.unary("byteSwap", value));
};

/** MOVBE: a load or store with the bytes reversed. */
const movbe: Semantics = (b) => {
  const swapped = b.unary("byteSwap", b.read(1));
  b.write(0, b.size === 16 ? b.shrU(swapped, b.i32(16)) : swapped);
};

/** Order of pusha; popa takes them from the other end. */
const ALL = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"] as const;
/** PUSH: rsp itself is pushed as it was before. */
const push: Semantics = (b) => b.push(b.read(0), b.size);

/** POP: an address that uses rsp sees it incremented already; into rsp, the popped value stays. */
const pop: Semantics = (b) => {
  const { value, after } = b.top(b.size);
  const operand = b.operand(0);
  if (operand.kind === "register" && operand.register.class === "segment") {
    b.checkSelector(SEGMENTS[operand.register.number] ?? "cs", b.narrow(value));
    b.setStackPointer(after);
    b.loadSelector(SEGMENTS[operand.register.number]!, b.narrow(value));
    return;
  }
  if (b.isMemory(0)) {
    b.assume(GPR.rsp, partOf(b.bits), after);
    if (b.bits === 64) b.assume(GPR.rsp, "32", b.narrow(after));
    b.write(0, value);
    b.setStackPointer(after);
  } else {
    b.setStackPointer(after);
    b.write(0, value);
  }
};

const pushAll: Semantics = (b) => {
  const bytes = b.size / 8;
  const top = b.stackPointer;
  const lowest = b.sub(top, b.like(top, 8 * bytes));
  const values = ALL.map((name) => b.get(name, b.size));
  values.forEach((_, k) => {
    b.checkWrite(b.sub(top, b.like(top, (k + 1) * bytes)), bytes, "stack");
  });
  values.forEach((value, k) => {
    b.store(b.sub(top, b.like(top, (k + 1) * bytes)), value, b.size, "stack", "unchecked");
  });
  b.setStackPointer(lowest);
};

const popAll: Semantics = (b) => {
  const bytes = b.size / 8;
  const top = b.stackPointer;
  const values = [7, 6, 5, 4, 3, 2, 1, 0].map((k, slot) => ({
    name: ALL[k]!,
    value: b.load(b.add(top, b.like(top, slot * bytes)), b.size, "stack"),
  }));
  for (const { name, value } of values) if (name !== "rsp") b.set(name, b.size, value);
  b.setStackPointer(b.add(top, b.like(top, 8 * bytes)));
};

export const dataTransfer = () =>
  ({
    mov,
    movzx,
    movsx,
    movsxd: movsx,
    movnti: mov,
    movdiri: mov,
    movdir64b,
    lea,
    xchg,
    ...cmov,
    ...setcc,
    xlatb,
    lds: farPointer("ds"),
    les: farPointer("es"),
    lfs: farPointer("fs"),
    lgs: farPointer("gs"),
    lss: farPointer("ss"),
    bswap,
    movbe,
    push,
    pop,
    pusha: pushAll,
    pushad: pushAll,
    pushaw: pushAll,
    popa: popAll,
    popad: popAll,
    popaw: popAll,
    in: port,
    out: port,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
