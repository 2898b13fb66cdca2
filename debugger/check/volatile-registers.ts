// Registers that a libc function or `syscall` destroyed: using one before writing it is a finding. Copies to the stack are
// no use.

import { isLibcFunction, libcFunctions, returnsPair, signatureOf } from "../../server/facts/libc.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { generalNumber, isSaving, registerUse, vectorsRead } from "../../server/isa/register-use.ts";
import { STATE } from "../cpu/state.ts";
import { CALLER_SAVED } from "../mem/watch-layout.ts";
import { blockHistory } from "./accesses.ts";
import { blockHolding } from "./blocks.ts";
import { bytesText, type Context, type Destroyed, hex, report } from "./context.ts";
import { originIn, VECTOR_ORIGIN, VECTOR_RESULT } from "./definedness/shadow.ts";
import { placeText, statementText } from "./program-map.ts";
import { registerNumber } from "./words.ts";

const NAMES = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"];
const registerName = ({ options: { core } }: Context, number: number): string =>
  core.bits === 64 ? NAMES[number]! : NAMES[number]!.replace(/^r/, "e");

const RAX = 0;
const RCX = 1;
const R11 = 11;
/** Blocks whose addresses the scratch registers held when a libc function was entered, by register number. */
export type HeldBlocks = ReadonlyMap<number, number>;

const NO_BLOCKS: HeldBlocks = new Map();

export function heldBlocks(context: Context): HeldBlocks {
  const { list } = context.owners.blocks;
  const last = list.at(-1);
  if (last === undefined) return NO_BLOCKS;
  let held: Map<number, number> | undefined;
  for (const number of CALLER_SAVED[context.options.core.bits]) {
    const address = registerNumber(context, number);
    if (address < list[0]!.address || address > last.address + last.sizeBytes) continue;
    const block = blockHolding(context.owners.blocks, address);
    if (block === undefined) continue;
    held ??= new Map();
    held.set(number, block.id);
  }
  return held ?? NO_BLOCKS;
}

/** Whether a libc function's prototype says void. */
function returnsNothing(name: string): boolean {
  const prototype = (libcFunctions() as Record<string, { prototype: string }>)[name]?.prototype ?? "";
  return /^void\s+[^*]/.test(prototype);
}

/** What a libc function does to registers: which hold its result, which nobody may count on. */
interface Leavings {
  readonly results: ReadonlySet<number>;
  readonly lost: readonly number[];
  readonly kept: readonly number[];
}

const leavings: Readonly<Record<32 | 64, Map<string, Leavings>>> = { 32: new Map(), 64: new Map() };

function findResults(name: string, bits: 32 | 64): ReadonlySet<number> {
  if (!isLibcFunction(name) || /^_?_?(setjmp|longjmp)/.test(name)) return new Set([0, VECTOR_RESULT]);
  const { returns } = signatureOf(name);
  if (returns === "double" || returns === "float") return new Set([VECTOR_RESULT]);
  if (returnsNothing(name) || returns === "longdouble") return new Set();
  return new Set(returnsPair(name, bits) ? [0, 2] : [0]);
}

function leavingsOf(name: string, bits: 32 | 64): Leavings {
  const known = leavings[bits].get(name);
  if (known !== undefined) return known;
  const results = findResults(name, bits);
  const isKept = (number: number): boolean => results.has(number) || (number === 0 && !returnsNothing(name));
  const made = {
    results,
    lost: CALLER_SAVED[bits].filter((number) => !isKept(number)),
    kept: CALLER_SAVED[bits].filter(isKept),
  };
  leavings[bits].set(name, made);
  return made;
}

/** Registers that hold what a libc function has returned: numbers of general ones, VECTOR_RESULT for xmm0. */
export const resultsOf = (name: string, bits: 32 | 64): ReadonlySet<number> => leavingsOf(name, bits).results;

/** After a libc function: everything that callers may lose is lost, apart from the result. */
export function destroyedByCall(context: Context, name: string, held: HeldBlocks, pc: number, time: number): void {
  const { destroyed } = context.owners;
  const { lost, kept } = leavingsOf(name, context.options.core.bits);
  const note: Destroyed = { by: `call ${name}`, kind: "volatile-after-call", pc, time, heldBlock: 0 };
  for (const number of kept) destroyed.delete(number);
  for (const number of lost) {
    const heldBlock = held.get(number) ?? 0;
    destroyed.set(number, heldBlock === 0 ? note : { ...note, heldBlock });
  }
}

/** After `syscall`: rcx holds the return address, r11 the flags. */
export function destroyedBySyscall(context: Context, pc: number, time: number): void {
  const { destroyed } = context.owners;
  const note: Destroyed = { by: "syscall", kind: "volatile-after-syscall", pc, time, heldBlock: 0 };
  destroyed.set(RCX, note);
  destroyed.set(R11, note);
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

/** A string instruction that is repeated no time touches nothing. */
const repeatsNever = ({ options: { state } }: Context, number: number, { repeat }: Decoded): boolean =>
  repeat !== "none" && number !== RCX && state.gpr(RCX) === 0n;

const LEAVING = new Set(["pop", "leave", "add", "lea", "mov"]);
/** Instructions between the last one of a function's body and its ret. */
const LEAVING_MAX = 8;

const COPIES = new Set(["mov", "movzx", "movsx", "movsxd"]);

/** `mov eax, ecx` in front of ret, or of a jump to there: whether that is a result is for the caller to say. */
function isGivenBack({ options: { core } }: Context, pc: number, decoded: Decoded): boolean {
  const [target, source] = decoded.operands;
  if (!COPIES.has(decoded.mnemonic) || source?.kind !== "register" || target?.kind !== "register") return false;
  if (generalNumber(target) !== RAX) return false;
  let at = pc + decoded.lengthBytes;
  for (let k = 0; k <= LEAVING_MAX; k++) {
    const next = core.decodeAt(at);
    if (next === undefined || next.mnemonic === "ret") return next !== undefined;
    at += next.lengthBytes;
    const [place] = next.operands;
    if (next.mnemonic === "jmp" && place?.kind === "relative") {
      at += Number(place.displacement);
      continue;
    }
    const { reads, writes } = registerUse(next);
    if (!LEAVING.has(next.mnemonic) || reads.has(RAX) || writes.has(RAX)) return false;
  }
  return false;
}

/**
 * A function copies a register that a call had destroyed before it was called: an argument that its caller left out, perhaps
 * because nobody needs it. The copy is as undefined, and is told where it counts.
 */
function isPassedOn({ owners, options }: Context, destroyed: Destroyed, { mnemonic, operands }: Decoded): boolean {
  const [target, source] = operands;
  const isCopy = mnemonic === "mov" && source?.kind === "register" && target?.kind === "register";
  const top = owners.activations.at(-1);
  return options.level === "full" && isCopy && top !== undefined && top.time > destroyed.time;
}

/** Before an instruction that uses register `number`. */
export function checkRead(context: Context, number: number, pc: number, decoded: Decoded): "stop" | undefined {
  const destroyed = context.owners.destroyed.get(number);
  if (destroyed === undefined || repeatsNever(context, number, decoded)) return undefined;
  const statement = statementText(context.program, pc);
  // Behind the program's last instruction nothing is meant.
  if (statement === "") return undefined;
  // What syscall leaves in a register is a value, and nobody would hear of it later.
  const { state } = context.options;
  const name = registerName(context, number);
  if (destroyed.kind === "volatile-after-call" && isGivenBack(context, pc, decoded)) {
    context.owners.givenBack.set(`${destroyed.pc} ${name}`, pc);
    return undefined;
  }
  if (isPassedOn(context, destroyed, decoded)) return undefined;
  context.owners.toldCalls.add(`${destroyed.pc} ${name}`);
  const meant = meantBlock(context, destroyed);
  return report(context, {
    kind: destroyed.kind,
    message: `\`${statement}\` uses ${name}, but \`${destroyed.by}\` at ${placeText(context.program, destroyed.pc)} has destroyed it; it is ${hex(state.gpr(number))} now.`,
    details: [
      ...meant.details,
      destroyed.kind !== "volatile-after-call"
        ? "syscall itself puts the return address into rcx and the flags into r11: keep values in other registers."
        : /^i?div$/.test(decoded.mnemonic) && number === 2
          ? `${name} is the upper half of what is divided: put \`${decoded.mnemonic === "div" ? "xor edx, edx" : "cdq` or `cqo"}\` in front of it.`
          : context.options.core.bits === 64
            ? "A call may change rax, rcx, rdx, rsi, rdi and r8 to r11: keep what is needed in rbx, rbp, r12 to r15, or on the stack."
            : "A call may change eax, ecx and edx: keep what is needed in ebx, esi, edi, ebp, or on the stack.",
    ],
    pc,
    time: state.retired,
    object: name,
    related: [{ what: "called", pc: destroyed.pc, time: destroyed.time }, ...meant.related],
  });
}

/**
 * Before an instruction that reads vector registers, some of which hold nothing defined. What remains of a call's leavings in a
 * register that was written since is told where it decides something: lanes are often carried along unused.
 */
export function checkVectorReads(context: Context, pc: number, decoded: Decoded): "stop" | undefined {
  const { shadow, owners } = context;
  let answer: "stop" | undefined;
  for (const number of vectorsRead(decoded)) {
    const origin = originIn(shadow, VECTOR_ORIGIN + number);
    const place = STATE.ymm + 32 * number;
    if (origin?.kind !== "call" || origin.isRest || shadow.undef[place] === 0 || isSaving(decoded)) continue;
    if (origin.register !== `xmm${number}` || owners.toldCalls.has(`${origin.pc} ${origin.register}`)) continue;
    owners.toldCalls.add(`${origin.pc} ${origin.register}`);
    answer =
      report(context, {
        kind: "volatile-after-call",
        message: `\`${statementText(context.program, pc)}\` uses ${origin.register}, but \`call ${origin.name}\` at ${placeText(context.program, origin.pc)} has destroyed it.`,
        details: [
          "A call may change all vector registers: keep what is needed in memory, on the stack for instance, and load it again.",
        ],
        pc,
        time: context.options.state.retired,
        object: origin.register,
        related: [{ what: "called", pc: origin.pc, time: origin.time }],
      }) ?? answer;
  }
  return answer;
}
