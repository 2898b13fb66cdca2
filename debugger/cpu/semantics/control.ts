// Jumps, calls, returns, loops, software interrupts (SDM Vol. 1, 7.3.8 and 6.4).

import type { Builder, Semantics } from "../builder.ts";
import type { Condition, Value } from "../ir.ts";
import { byCondition } from "./condition.ts";

const FAR = "far transfers between code segments are not executed";

/** The target of a jump or call: known, or from a register or memory and then checked to be canonical. */
function targetOf(b: Builder, k: number): Value | undefined {
  const operand = b.operand(k);
  if (operand.kind === "relative") return b.constant(b.target(k), b.bits === 64 ? "i64" : "i32");
  if (operand.kind === "far" || (operand.kind === "memory" && isFar(b))) {
    b.trap("#GP", 0, "fault", FAR);
    return undefined;
  }
  const target = b.fit(b.read(k), b.bits);
  b.checkTarget(target);
  return target;
}

/** A far pointer in memory is 16 bits longer than the operation (m16:32). */
function isFar(b: Builder): boolean {
  const text = b.decoded.form.operands[0]?.text ?? "";
  return text.includes(":") || text.includes("far");
}

const jmp: Semantics = (b) => {
  const target = targetOf(b, 0);
  if (target !== undefined) b.jump(target, "jump");
};

const call: Semantics = (b) => {
  const target = targetOf(b, 0);
  if (target === undefined) return;
  b.push(b.constant(b.next, b.size === 64 ? "i64" : "i32"), b.size);
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

const far: Semantics = (b) => b.trap("#GP", 0, "fault", FAR);

export const control = {
  jmp,
  call,
  ret,
  retn: ret,
  ...jcc,
  jcxz: jumpIfCounterZero,
  jecxz: jumpIfCounterZero,
  jrcxz: jumpIfCounterZero,
  loop: loop(undefined),
  loope: loop("e"),
  loopz: loop("e"),
  loopne: loop("ne"),
  loopnz: loop("ne"),
  int,
  int3: (b) => b.trap("#BP", 0, "trap"),
  int03: (b) => b.trap("#BP", 0, "trap"),
  int1: (b) => b.trap("#DB", 0, "trap"),
  int01: (b) => b.trap("#DB", 0, "trap"),
  icebp: (b) => b.trap("#DB", 0, "trap"),
  into,
  bound,
  retf: far,
  retfw: far,
  retfd: far,
  retfq: far,
  iret: far,
  iretw: far,
  iretd: far,
  iretq: far,
} satisfies Record<string, Semantics>;
