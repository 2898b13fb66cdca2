// Registers that a libc function or `syscall` destroyed: using one before writing it is a finding. Copies to the stack are
// no use.

import { libcFunctions } from "../../server/facts/libc.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { blockHistory } from "./accesses.ts";
import { blockHolding } from "./blocks.ts";
import { bytesText, type Context, type Destroyed, hex, report } from "./context.ts";
import { placeText, statementText } from "./program-map.ts";

const NAMES = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"];
const CALLER_SAVED_64 = [0, 1, 2, 6, 7, 8, 9, 10, 11];
const CALLER_SAVED_32 = [0, 1, 2];

/** Blocks whose addresses the scratch registers held when a libc function was entered, by register number. */
export type HeldBlocks = ReadonlyMap<number, number>;

export function heldBlocks(context: Context): HeldBlocks {
  const held = new Map<number, number>();
  for (const number of context.options.core.bits === 64 ? CALLER_SAVED_64 : CALLER_SAVED_32) {
    const block = blockHolding(context.owners.blocks, Number(context.options.state.gpr(number)));
    if (block !== undefined) held.set(number, block.id);
  }
  return held;
}

/** Whether a libc function's prototype says void. */
export function returnsNothing(name: string): boolean {
  const prototype = (libcFunctions as Record<string, { prototype: string }>)[name]?.prototype ?? "";
  return /^void\s+[^*]/.test(prototype);
}

/** After a libc function: everything that callers may lose is lost, apart from the result. */
export function destroyedByCall(context: Context, name: string, held: HeldBlocks, pc: number, time: number): void {
  for (const number of context.options.core.bits === 64 ? CALLER_SAVED_64 : CALLER_SAVED_32) {
    if (number === 0 && !returnsNothing(name)) context.owners.destroyed.delete(0);
    else
      context.owners.destroyed.set(number, {
        by: `call ${name}`,
        kind: "volatile-after-call",
        pc,
        time,
        heldBlock: held.get(number) ?? 0,
      });
  }
}

/** After `syscall`: rcx holds the return address, r11 the flags. */
export function destroyedBySyscall(context: Context, pc: number, time: number): void {
  for (const number of [1, 11]) {
    context.owners.destroyed.set(number, { by: "syscall", kind: "volatile-after-syscall", pc, time, heldBlock: 0 });
  }
}

function meantBlock(
  context: Context,
  destroyed: Destroyed,
): { details: string[]; related: ReturnType<typeof blockHistory> } {
  const block = context.owners.blocks.list.find((one) => one.id === destroyed.heldBlock);
  if (block === undefined) return { details: [], related: [] };
  const freed = block.freed === undefined ? "" : `, freed at ${placeText(context.program, block.freed.pc)}`;
  return {
    details: [
      `Before the call it pointed to block #${block.id} of ${bytesText(block.sizeBytes)} at ${hex(block.address)}, allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}${freed}.`,
      ...(block.state === "freed"
        ? ["Even with the right pointer the block could not be used any more: it is freed."]
        : []),
    ],
    related: blockHistory(block),
  };
}

/** Keeping a register on the stack, or changing places with another, is no use of its value. */
function isSaved(decoded: Decoded): boolean {
  if (/^(push|pusha[wd]?|xchg|nop)$/.test(decoded.mnemonic)) return true;
  const target = decoded.operands[0];
  const isFrame = target?.kind === "memory" && (target.base?.number === 4 || target.base?.number === 5);
  return decoded.mnemonic === "mov" && isFrame && target.index === undefined;
}

/** Before an instruction that reads register `number`. */
export function checkRead(context: Context, number: number, pc: number, decoded: Decoded): "stop" | undefined {
  const destroyed = context.owners.destroyed.get(number);
  if (destroyed === undefined || isSaved(decoded)) return undefined;
  const { state, core } = context.options;
  const name = core.bits === 64 ? NAMES[number]! : NAMES[number]!.replace(/^r/, "e");
  context.owners.toldCalls.add(`${destroyed.pc} ${NAMES[number]}`);
  const meant = meantBlock(context, destroyed);
  const statement = statementText(context.program, pc);
  return report(context, {
    kind: destroyed.kind,
    message: `\`${statement}\` uses ${name}, but \`${destroyed.by}\` at ${placeText(context.program, destroyed.pc)} has destroyed it; it is ${hex(state.gpr(number))} now.`,
    details: [
      ...meant.details,
      destroyed.kind === "volatile-after-call"
        ? "A call may change rax, rcx, rdx, rsi, rdi and r8 to r11: keep what is needed in rbx, rbp, r12 to r15, or on the stack."
        : "syscall itself puts the return address into rcx and the flags into r11: keep values in other registers.",
    ],
    pc,
    time: state.retired,
    object: name,
    related: [{ what: "called", pc: destroyed.pc, time: destroyed.time }, ...meant.related],
  });
}
