// Far jumps, calls and returns, and iret (SDM Vol. 2A, JMP, CALL, RET, IRET). A user program on Linux has one code segment for
// each mode; there is no way here from one mode to the other.

import { codeOf, DISTANCE_BIT } from "../../../server/isa/form.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";
import { POPF_MASK } from "./flags.ts";

/**
 * #GP with the selector unless it is the code segment of this mode. A return looks at the privilege that is asked for, too: it
 * must be the program's own.
 */
function checkCodeSegment(b: Builder, selector: Value, kind: "jump" | "return"): void {
  b.helper("checkCodeSegment", [b.narrow(selector)], [], [b.bits, kind === "return" ? 1 : 0]);
}

/** Offset and selector of a far pointer, in the instruction or in memory. */
function farPointer(b: Builder): { readonly target: Value; readonly selector: Value } {
  const operand = b.operand(0);
  if (operand.kind === "far") {
    return {
      target: b.fit(b.i32(Number(BigInt.asIntN(32, operand.offset))), b.bits),
      selector: b.i32(operand.segment),
    };
  }
  const bits = b.size;
  const target = b.fit(b.load(b.linear(0), bits, b.spaceOf(0)), b.bits);
  const selector = b.load(b.linearBeyond(0, b.fit(b.i32(bits / 8), b.bits)), 16, b.spaceOf(0));
  return { target, selector };
}

/** True when the operand of a jmp or call is a far pointer. */
export const isFar = (b: Builder): boolean =>
  b.operand(0).kind === "far" || ((codeOf(b.decoded.form).specs[0]?.size ?? 0) & DISTANCE_BIT.far) !== 0;

export const farJump: Semantics = (b) => {
  const { target, selector } = farPointer(b);
  checkCodeSegment(b, selector, "jump");
  b.checkTarget(target);
  b.jump(target, "jump");
};

/** Pushes the code segment and the address of the next instruction. */
export const farCall: Semantics = (b) => {
  const { target, selector } = farPointer(b);
  checkCodeSegment(b, selector, "jump");
  b.checkTarget(target);
  const bits = b.size;
  const place = (count: number): Value => b.sub(b.stackPointer, b.like(b.stackPointer, (count * bits) / 8));
  const next = b.constant(b.next, b.bits === 64 ? "i64" : "i32");
  for (const count of [1, 2]) b.checkWrite(place(count), bits / 8, "stack");
  b.store(place(1), b.fit(b.getSelector("cs"), bits), bits, "stack", "unchecked");
  b.store(place(2), b.fit(next, bits), bits, "stack", "unchecked");
  b.setStackPointer(place(2));
  b.jump(target, "jump");
};

/** The stack's k-th place from the top, each as wide as the operation. */
function stackPlace(b: Builder, k: number): Value {
  const bits = b.size;
  return b.load(b.add(b.stackPointer, b.like(b.stackPointer, (k * bits) / 8)), bits, "stack");
}

const above = (b: Builder, places: number, extra = 0n): Value =>
  b.add(b.stackPointer, b.like(b.stackPointer, BigInt((places * b.size) / 8) + extra));

export const farReturn: Semantics = (b) => {
  const target = b.fit(stackPlace(b, 0), b.bits);
  checkCodeSegment(b, stackPlace(b, 1), "return");
  b.checkTarget(target);
  b.setStackPointer(above(b, 2, b.operandCount > 0 ? b.immediate(0)! & 0xffffn : 0n));
  b.jump(target, "jump");
};

/** IRET: flags as popf sets them; in 64-bit mode rsp and ss come from the stack too. All is read before anything is judged. */
export const interruptReturn: Semantics = (b) => {
  const target = b.fit(stackPlace(b, 0), b.bits);
  const code = stackPlace(b, 1);
  const flags = b.narrow(stackPlace(b, 2));
  const whole = b.bits === 64;
  const stack = whole ? b.fit(stackPlace(b, 3), b.bits) : above(b, 3);
  const selector = whole ? b.narrow(stackPlace(b, 4)) : undefined;
  checkCodeSegment(b, code, "return");
  b.checkTarget(target);
  if (selector !== undefined) b.checkSelector("ss", selector);
  b.setEflags(flags, b.size === 16 ? POPF_MASK.word : POPF_MASK.all);
  b.setStackPointer(stack);
  if (selector !== undefined) b.loadSelector("ss", selector);
  b.jump(target, "jump");
};
