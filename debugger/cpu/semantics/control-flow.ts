// Jumps, calls, returns, loops, frames, software interrupts, and what does nothing (SDM Vol. 1, 7.3.8, 6.4 to 6.6).

import type { controlFlow as table } from "../../../server/isa/table/control-flow.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Condition, Value } from "../ir.ts";
import { byCondition } from "./condition.ts";
import { farCall, farJump, farReturn, interruptReturn, isFar } from "./far-transfer.ts";

/** The target of a near jump or call: known, or from a register or memory. */
function targetOf(b: Builder): Value {
  const operand = b.operand(0);
  if (operand.kind === "relative") return b.constant(b.target(0), b.bits === 64 ? "i64" : "i32");
  return b.fit(b.read(0), b.bits);
}

const jmp: Semantics = (b) => {
  if (isFar(b)) {
    farJump(b);
    return;
  }
  const target = targetOf(b);
  b.checkTarget(target);
  b.jump(target, "jump");
};

/** CALL: the CPU stores the return address before it looks at the target; rsp stays when that is not canonical. */
const call: Semantics = (b) => {
  if (isFar(b)) {
    farCall(b);
    return;
  }
  const target = targetOf(b);
  const top = b.pushSlot(b.size);
  b.store(top, b.constant(b.next, b.size === 64 ? "i64" : "i32"), b.size, "stack");
  b.checkTarget(target);
  b.setStackPointer(top);
  b.jump(target, "call");
};

/** RET, with or without bytes to drop. */
const ret: Semantics = (b) => {
  const { value, after } = b.top(b.size);
  const target = b.fit(value, b.bits);
  b.checkTarget(target);
  const extra = b.operandCount > 0 ? b.immediate(0)! & 0xffffn : 0n;
  b.setStackPointer(b.add(after, b.like(after, extra)));
  b.jump(target, "return");
};

const jcc = byCondition(
  "j",
  (condition): Semantics =>
    (b) =>
      b.branch(b.condition(condition), b.target(0)),
);

/** JCXZ, JECXZ, JRCXZ: by the address size. */
const jumpIfCounterZero: Semantics = (b) => b.branch(b.eqz(b.get("rcx", b.addressBits)), b.target(0));

/** LOOPcc: counts rcx (ecx, cx by the address size) down; goes on while it is not 0 and the condition holds. */
const loop =
  (condition: Condition | undefined): Semantics =>
  (b) => {
    const counter = b.get("rcx", b.addressBits);
    const less = b.sub(counter, b.like(counter, 1));
    const left = b.nez(b.zext(less, b.addressBits));
    const taken = condition === undefined ? left : b.and(left, b.condition(condition));
    b.set("rcx", b.addressBits, less);
    b.branch(taken, b.target(0));
  };

/** INT n: 3 and 4 are traps for user programs, 0x80 is Linux's 32-bit system call, all others are closed to them. */
const int: Semantics = (b) => {
  const vector = Number(b.immediate(0)! & 255n);
  if (vector === 3) b.trap("#BP", 0, "trap");
  else if (vector === 4) b.trap("#OF", 0, "trap");
  else if (vector === 0x80) b.emit({ op: "systemCall", by: "int80" });
  else b.trap("#GP", vector * 8 + 2, "fault", `interrupt ${vector} is not open to user programs`);
};

const into: Semantics = (b) => {
  b.emit({ op: "trapIf", condition: b.getFlag("of"), vector: "#OF", errorCode: 0, delivery: "trap" });
};

/** BOUND: #BR when a signed index lies outside the two limits in memory. */
const bound: Semantics = (b) => {
  const index = b.sext(b.read(0), b.size);
  const lower = b.sext(b.load(b.linear(1), b.size, b.spaceOf(1)), b.size);
  const upper = b.sext(b.load(b.linearBeyond(1, b.fit(b.i32(b.size / 8), b.bits)), b.size, b.spaceOf(1)), b.size);
  b.trapIf(b.or(b.compare("ltS", index, lower), b.compare("ltS", upper, index)), "#BR");
};

// ---- frames

/** LEAVE: rsp := rbp, then pop rbp. */
const leave: Semantics = (b) => {
  const frame = b.get("rbp", b.bits);
  const value = b.load(frame, b.size, "stack");
  b.set("rbp", b.size, value);
  b.setStackPointer(b.add(frame, b.like(frame, b.size / 8)));
};

/** Addresses of the enclosing frames' pointers that `enter` copies, outermost last pushed. */
function enclosingFrames(b: Builder, level: number): Value[] {
  const frame = b.get("rbp", b.bits);
  return Array.from({ length: Math.max(0, level - 1) }, (_, k) => b.sub(frame, b.like(frame, ((k + 1) * b.size) / 8)));
}

/**
 * ENTER: push rbp, copy level − 1 frame pointers, push the new frame, make room. All that can fault is tried first: the
 * copied pointers, each slot that is written, and a write at the final rsp.
 */
const enter: Semantics = (b) => {
  const room = b.immediate(0)! & 0xffffn;
  const level = Number(b.immediate(1)! & 31n);
  const bytes = b.size / 8;
  const top = b.stackPointer;
  const slots = level === 0 ? 1 : level + 1;
  const below = (count: number): Value => b.sub(top, b.like(top, count * bytes));
  const outer = enclosingFrames(b, level);
  const final = b.sub(below(slots), b.like(top, room));
  for (const address of outer) b.load(address, b.size, "stack");
  for (let slot = 1; slot <= slots; slot++) b.checkWrite(below(slot), bytes, "stack");
  b.checkWrite(final, bytes, "stack", "nothing");
  b.store(below(1), b.get("rbp", b.size), b.size, "stack", "unchecked");
  const frame = below(1);
  outer.forEach((address, k) => {
    b.store(below(k + 2), b.load(address, b.size, "stack"), b.size, "stack", "unchecked");
  });
  if (level > 0) b.store(below(slots), b.size === b.bits ? frame : b.narrow(frame), b.size, "stack", "unchecked");
  b.set("rbp", b.size, b.size === b.bits ? frame : b.narrow(frame));
  b.setStackPointer(final);
};

const nothing: Semantics = () => {};
const invalid: Semantics = (b) => b.trap("#UD");
const breakpoint: Semantics = (b) => b.trap("#BP", 0, "trap");

export const controlFlow = () =>
  ({
    jmp,
    call,
    ret,
    retw: ret,
    retnw: ret,
    retd: ret,
    retq: ret,
    ...jcc,
    jcxz: jumpIfCounterZero,
    jecxz: jumpIfCounterZero,
    jrcxz: jumpIfCounterZero,
    loop: loop(undefined),
    loope: loop("e"),
    loopne: loop("ne"),
    int,
    int3: breakpoint,
    int1: (b) => b.trap("#DB", 0, "trap"),
    into,
    bound,
    enter,
    leave,
    nop: nothing,
    endbr32: nothing,
    endbr64: nothing,
    hlt: (b) => b.trap("#GP", 0, "fault", "hlt is for the kernel: in a user program it faults"),
    ud0: invalid,
    ud1: invalid,
    ud2: invalid,
    retf: farReturn,
    retfw: farReturn,
    retfd: farReturn,
    retfq: farReturn,
    iret: interruptReturn,
    iretw: interruptReturn,
    iretd: interruptReturn,
    iretq: interruptReturn,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
