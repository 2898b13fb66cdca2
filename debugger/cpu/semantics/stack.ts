// The stack: push and pop in all forms, frames (SDM Vol. 1, 6.2 and 6.6).

import type { Builder, Semantics } from "../builder.ts";
import { partOf, type SegmentName, type Value } from "../ir.ts";
import { GPR } from "../state.ts";

const SEGMENTS: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];
/** Order of pusha; popa takes them from the other end. */
const ALL = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"] as const;
/** What popf changes in user mode: the arithmetic flags, TF, DF, NT and, with 32 bits, AC and ID. */
const POPF_MASK = { word: 0x4dd5, all: 0x244dd5 } as const;

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
  b.checkWrite(lowest, 8 * bytes, "stack");
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

const pushFlags: Semantics = (b) => b.push(b.fit(b.getEflags(), b.size), b.size);

const popFlags: Semantics = (b) => {
  const { value, after } = b.top(b.size);
  b.setStackPointer(after);
  b.setEflags(b.narrow(value), b.size === 16 ? POPF_MASK.word : POPF_MASK.all);
};

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
 * copied pointers, the whole range that is written, and a write at the final rsp.
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
  b.checkWrite(below(slots), slots * bytes, "stack");
  b.checkWrite(final, bytes, "stack");
  b.store(below(1), b.get("rbp", b.size), b.size, "stack", "unchecked");
  const frame = below(1);
  outer.forEach((address, k) => {
    b.store(below(k + 2), b.load(address, b.size, "stack"), b.size, "stack", "unchecked");
  });
  if (level > 0) b.store(below(slots), b.size === b.bits ? frame : b.narrow(frame), b.size, "stack", "unchecked");
  b.set("rbp", b.size, b.size === b.bits ? frame : b.narrow(frame));
  b.setStackPointer(final);
};

export const stack = {
  push,
  pop,
  pusha: pushAll,
  pushad: pushAll,
  pushaw: pushAll,
  popa: popAll,
  popad: popAll,
  popaw: popAll,
  pushf: pushFlags,
  pushfw: pushFlags,
  pushfd: pushFlags,
  pushfq: pushFlags,
  popf: popFlags,
  popfw: popFlags,
  popfd: popFlags,
  popfq: popFlags,
  leave,
  enter,
} satisfies Record<string, Semantics>;
