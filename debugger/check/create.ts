// The memory checker: composes the rules over the machine's observer and events. Rules live in the files beside this one; here
// is who is asked when, and what an event changes in the state of the bytes.

import { RecentMap } from "../../server/base/recent-map.ts";
import { syscallByName } from "../../server/facts/syscalls.ts";
import type { Decoded, DecodedOperand } from "../../server/isa/insn.ts";
import { isBitString, registerUse } from "../../server/isa/register-use.ts";
import { PAGE_BYTES, SHADOW } from "../mem/layout.ts";
import { CALLER_SAVED, SAVED_REGISTERS } from "../mem/watch-layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { judge, labelAccess } from "./accesses.ts";
import { createActivations } from "./activations.ts";
import { enteredAllocator, leftAllocator } from "./allocators.ts";
import { createBlocks, totalsOf } from "./blocks.ts";
import { bitByte, checkBounds, type Operand, operandOf, pointerOf } from "./bounds.ts";
import {
  checkChanged,
  checkReturn,
  crossedCall,
  entered,
  enteredMain,
  movedStackPointer,
  notePush,
  noteWrite,
  unwind,
} from "./calls.ts";
import type { Checker, CheckerOptions } from "./checker.ts";
import {
  type Context,
  copyMemoryOwners,
  copyOwners,
  createOwners,
  hex,
  isSilenced,
  type Owners,
  report,
} from "./context.ts";
import { setDefined } from "./definedness/bytes.ts";
import {
  checkKernelNames,
  checkKernelReads,
  checkLibcArguments,
  checkSyscall,
  libcAccess,
} from "./definedness/calls.ts";
import { checkResult } from "./definedness/results.ts";
import {
  createShadow,
  refreshDirty,
  restoreShadow,
  type SavedShadow,
  type Shadow,
  saveShadow,
} from "./definedness/shadow.ts";
import { createTracker, type Touch, type Tracker, touchOf } from "./definedness/tracker.ts";
import { explain } from "./faults.ts";
import type { Finding } from "./finding.ts";
import {
  afterReturn,
  belowStackPointer,
  checkOutsideAccess,
  checkSavedFrame,
  isBelowStackPointer,
  isCrossed,
  isLeftByOthers,
  noteEnter,
  noteFramePointer,
  notePushed,
} from "./frames.ts";
import { enteredHandler, leftHandler } from "./handlers.ts";
import { goneWithMapping, onHeapEvent } from "./heap-events.ts";
import { createInline } from "./inline-watch.ts";
import { isUnreachable, leakedBlocks, lostMappings, searchLeaks, searchMappings } from "./leaks.ts";
import { noteMirrored } from "./mirrored-mappings.ts";
import { createProgramMap, isCodeAsData, itemCovering, statementText } from "./program-map.ts";
import { carry, deadLocal, provenanceOfValue, type Transfer, transferOf } from "./provenance.ts";
import { dropPushes } from "./pushes.ts";
import { createRecorder, type Found, made, record, restoreRecorder, saveRecorder } from "./recorder.ts";
import { restoreActivations, saveActivations } from "./saved-activations.ts";
import { stackCrossed, stackRaised } from "./stack-room.ts";
import { buffersOf, checkBuffers, checkUnmapped, handsMemory, innerCall, namesOf } from "./syscall-buffers.ts";
import { checkEnter, checkExit } from "./syscalls.ts";
import { toldPlace } from "./tail-jumps.ts";
import { noteMapped, noteUnmapped, partLost, partUsed } from "./unmapped.ts";
import { checkRead, checkVectorReads, destroyedBySyscall, resultsOf } from "./volatile-registers.ts";
import { loadWord, registerNumber, retiredOf, stackPointerOf } from "./words.ts";

/** What the rules want to know of an instruction, worked out once for each place. */
interface Facts {
  readonly decoded: Decoded;
  /** Registers whose values matter to it. */
  readonly uses: readonly number[];
  /** Registers that it sets, and that count as such, bit n for register n. */
  readonly writes: number;
  readonly kind: "call" | "ret" | "push" | "other";
  /** Execution may go on behind it. */
  readonly falls: boolean;
  readonly isWritten: boolean;
  /** Has a memory operand that names a label and nothing else. */
  readonly namesLabel: boolean;
  readonly setsNumber: boolean;
  readonly changesStackPointer: boolean;
  /** Sets rsp otherwise than by push, pop, call and ret. */
  readonly movesStackPointer: boolean;
  /** Cuts a stack address to 32 bits. */
  readonly truncates: boolean;
  /** Bit n: register n, one that functions give back, is used (saving it on the stack is no use), or written; register n is written. */
  readonly useMask: number;
  readonly keptMask: number;
  readonly writeMask: number;
  /** How rsp is raised in an orderly way; "other" may be a switch of stacks. */
  readonly raises: "pops" | "other";
  /** What it does to the provenance of pointers, and where its memory operand gets its address. */
  readonly transfer: Transfer;
  readonly operand: Operand | undefined;
  /** Register that `push` saves; -1 otherwise. */
  readonly pushed: number;
  readonly isBitString: boolean;
  readonly setsFramePointer: boolean;
  readonly endsFrame: boolean;
  /** Registers, flags and memory it touches, for definedness. */
  readonly touch: Touch;
  /** Finds nothing to do in `before`, unless registers are destroyed or changed. */
  readonly isPlain: boolean;
}

const RAX = 0;
const ALL_REGISTERS = 0xffff;
const RSP = 4;
const RBP = 5;

const WAIT = 0x9b;
/** Registers that `syscall` itself writes, as bits. */
const SYSCALL_RESULTS = (1 << 1) | (1 << 11);

/**
 * Padding is the source's as well: what runs over it into the next instruction is meant to. So is what follows the wait that
 * the assembler puts in front of finit, fsave, fstsw: the CPU takes it for an instruction of its own.
 */
function isPartOfItem(context: Context, pc: number): boolean {
  const covering = itemCovering(context.program.image, pc);
  if (covering?.kind !== "code") return covering?.kind === "align";
  return context.options.memory.peek(pc - 1, 1)[0] === WAIT;
}

// Sets and not regular expressions: compiling these takes longer than short programs do.
const ORDINARY = new Set("pop popa popaw popad popf popfw popfd popfq ret retn leave add lea".split(" "));
/** Execution does not go on behind them. */
const ENDING = new Set(["jmp", "ret", "retf", "call", "hlt", "ud2", "iret", "iretq"]);
/** With what mnemonics that move the stack pointer begin; `popcnt` does not. */
const STACK_WORDS = ["pop", "ret", "leave", "push", "call", "enter"];
const movesStackPointer = (mnemonic: string): boolean =>
  !mnemonic.startsWith("popcnt") && STACK_WORDS.some((word) => mnemonic.startsWith(word));

const kindOf = (mnemonic: string): Facts["kind"] =>
  mnemonic === "call" || mnemonic === "ret" || mnemonic === "push" ? mnemonic : "other";

/** A call of the instruction behind it, which is a pop: that is how 32-bit code gets its own address, and calls nobody. */
function pushesOwnAddress(context: Context, pc: number, { mnemonic, operands, lengthBytes }: Decoded): boolean {
  const target = operands[0];
  if (mnemonic !== "call" || target?.kind !== "relative" || target.displacement !== 0n) return false;
  return context.options.core.decodeAt(pc + lengthBytes)?.mnemonic === "pop";
}

function factsOf(context: Context, pc: number, decoded: Decoded): Facts {
  const { reads, writes, uses } = registerUse(decoded);
  const { mnemonic } = decoded;
  const { bits } = context.options.core;
  const item = context.program.items.get(pc);
  const target = decoded.operands[0];
  const isWritten = item?.kind === "code" || isPartOfItem(context, pc);
  const saves = mnemonic === "push";
  const source = decoded.operands[1];
  const ordinary =
    ORDINARY.has(mnemonic) || (mnemonic === "mov" && source?.kind === "register" && source.register.number === RBP);
  return {
    decoded,
    raises: ordinary ? "pops" : "other",
    touch: touchOf(pc, decoded, (address) => context.options.core.decodeAt(address)),
    transfer: transferOf(context, pc, decoded, writes),
    operand: operandOf(context, pc, decoded),
    isBitString: isBitString(decoded),
    pushed: saves && target?.kind === "register" ? target.register.number : -1,
    setsFramePointer: mnemonic === "mov" && isWhole(target, RBP, bits) && isWhole(source, RSP, bits),
    endsFrame: mnemonic === "leave" || (mnemonic === "pop" && isWhole(target, RBP, bits)),
    useMask: saves ? 0 : maskOf(reads) & maskOf(SAVED_REGISTERS[bits]),
    writeMask: maskOf(writes),
    keptMask: maskOf(writes) & maskOf(SAVED_REGISTERS[context.options.core.bits]),
    movesStackPointer: writes.has(RSP),
    truncates: truncatesStackPointer(context, decoded),
    isPlain: isWritten && mnemonic !== "ret",
    uses: [...uses].filter((number) => number < 16 && number !== RSP),
    // What syscall does to rcx and r11 is noted after the kernel has acted, over what was noted before.
    writes:
      context.options.level === "full" && mnemonic === "syscall" ? maskOf(writes) & ~SYSCALL_RESULTS : maskOf(writes),
    kind: isWritten && pushesOwnAddress(context, pc, decoded) ? "push" : kindOf(mnemonic),
    falls: !ENDING.has(mnemonic),
    isWritten,
    namesLabel: item?.references?.some((one) => one.use === "memory" && !one.indexed) === true,
    setsNumber:
      target?.kind === "register" && writes.has(RAX) && decoded.operands[1]?.kind === "immediate" && mnemonic === "mov",
    changesStackPointer: writes.has(RSP) || movesStackPointer(mnemonic),
  };
}

/** All of a general register. */
const isWhole = (operand: DecodedOperand | undefined, number: number, bits: 32 | 64): boolean =>
  operand?.kind === "register" && operand.register.number === number && operand.register.sizeBits === bits;

function maskOf(numbers: Iterable<number>): number {
  let mask = 0;
  for (const number of numbers) mask |= 1 << number;
  return mask;
}

/** 64-bit code that writes esp, or copies it to ebp. */
function truncatesStackPointer(context: Context, decoded: Decoded): boolean {
  const [target, source] = decoded.operands;
  if (context.options.core.bits !== 64 || target?.kind !== "register" || target.register.sizeBits !== 32) return false;
  if (!decoded.form.operands[0]!.access.includes("w")) return false;
  // NASM shortens `mov rsp, constant` to this; the constant is the whole address.
  if (target.register.number === RSP) return !(decoded.mnemonic === "mov" && source?.kind === "immediate");
  return (
    decoded.mnemonic === "mov" &&
    target.register.number === RBP &&
    source?.kind === "register" &&
    source.register.number === RSP
  );
}

interface Saved {
  readonly owners: Owners;
  readonly shadow: SavedShadow;
  /** What threads share is missing in what is kept of one of them. */
  readonly shared?: { readonly recorder: ReturnType<typeof saveRecorder>; readonly origins: Shadow["memory"] };
}

function saveCalls({ owners }: Context): void {
  owners.savedActivations = saveActivations(owners.activations, owners.savedActivations, owners.unchanged);
  owners.unchanged = Math.max(0, owners.activations.length - 1);
}

function saveAll(context: Context): Saved {
  saveCalls(context);
  const { owners, recorder, shadow } = context;
  return {
    owners: copyOwners(owners, copyMemoryOwners(owners)),
    shadow: saveShadow(shadow),
    shared: { recorder: saveRecorder(recorder), origins: new Map(shadow.memory) },
  };
}

/** Nobody goes on with these owners: the next thread gets copies of its own. */
function saveThread(context: Context): Saved {
  saveCalls(context);
  const { owners, shadow } = context;
  return { owners: { ...owners, activations: createActivations([]), mirrored: 0 }, shadow: saveShadow(shadow) };
}

function restore(context: Context, saved: Saved, memory?: Saved | "same"): void {
  const { owners } = saved;
  const list = restoreActivations(owners.savedActivations!);
  const activations = createActivations(list, context.owners.activations.records);
  const of = memory === "same" ? context.owners : copyMemoryOwners((memory ?? saved).owners);
  context.owners = { ...copyOwners(owners, of), activations };
  restoreShadow(context.shadow, saved.shadow);
  if (memory !== "same") context.shadow.memory = new Map((memory ?? saved).shared!.origins);
  if (memory === undefined) restoreRecorder(context.recorder, saved.shared!.recorder);
}

/** Execution arrived where the source has no instruction: without a jump, or by one to a label behind the last. */
function fallsOff(context: Context, pc: number): "stop" | undefined {
  const { previous } = context.owners;
  const { image, isStub } = context.program;
  const falls = previous.falls && previous.next === pc;
  const jumped = !falls && isEndLabel(context, pc);
  const from = falls || jumped ? previous.pc : callBefore(context, pc);
  if (from === undefined || isStub(pc) || isCodeAsData(context.program, pc)) return undefined;
  const section = image.sections.find((one) => from >= one.address && from < one.address + one.sizeBytes);
  if (section === undefined) return undefined;
  const statement = statementText(context.program, from);
  return report(context, {
    kind: "fall-off-end",
    message: jumped
      ? `\`${statement}\` leads behind the last instruction: at ${hex(pc)} the source has none.`
      : `Execution runs past \`${statement}\`: at ${hex(pc)} the source has no instruction.`,
    details: ["End the program with the exit system call, or the function with ret or a jump."],
    pc: from,
    time: context.options.state.retired,
    address: pc,
  });
}

/** Behind the end of the code its bytes do something: that execution got there is what is told. */
const isConsequence = ({ recorder }: Context, found: Found, pc: number): boolean =>
  found.pc !== pc && recorder.findings.some((one) => one.kind === "fall-off-end" && one.pc === found.pc);

/** A label that a branch names, behind the last instruction of its section. */
function isEndLabel({ program }: Context, pc: number): boolean {
  if (!program.branchTargets.has(pc) || itemCovering(program.image, pc) !== undefined) return false;
  return itemCovering(program.image, pc - 1)?.kind === "code";
}

/** The call that a function has just returned from, when it is the last instruction before `pc`. */
function callBefore(context: Context, pc: number): number | undefined {
  const item = itemCovering(context.program.image, pc - 1);
  if (item?.kind !== "code" || item.address + item.sizeBytes !== pc || context.owners.previous.falls) return undefined;
  return /^call\b/i.test(statementText(context.program, item.address)) ? item.address : undefined;
}

function beforeInstruction(context: Context, facts: Facts, pc: number): "stop" | undefined {
  const { owners, options } = context;
  let answer: "stop" | undefined;
  // What libc's own code holds in registers is libc's business.
  if (owners.destroyed.mask !== 0 && (facts.isWritten || !context.program.isInStub(pc))) {
    for (const number of facts.uses) answer = checkRead(context, number, pc, facts.decoded) ?? answer;
  }
  if (context.shadow.dirtyVectors & facts.touch.vectors)
    answer = checkVectorReads(context, pc, facts.decoded) ?? answer;
  if (owners.changed.mask !== 0 && facts.kind !== "push") {
    for (const number of facts.uses) answer = checkChanged(context, number) ?? answer;
  }
  if (facts.truncates) answer = truncates(context, pc) ?? answer;
  if (owners.activations.length === 0 && options.core.calls.length <= 1 && context.program.image.entryKind === "main")
    startOfMain(context, pc);
  if (facts.endsFrame) answer = checkSavedFrame(context, pc) ?? answer;
  if (facts.isPlain) return answer;
  if (!facts.isWritten && context.program.image.items.length > 0) answer = fallsOff(context, pc) ?? answer;
  if (facts.kind === "ret") answer = checkReturn(context, pc) ?? answer;
  return answer;
}

function truncates(context: Context, pc: number): "stop" | undefined {
  const { state } = context.options;
  const stackPointer = registerNumber(context, RSP);
  if (stackPointer < 2 ** 32) return undefined;
  return report(context, {
    kind: "truncated-stack-pointer",
    message: `\`${statementText(context.program, pc)}\` keeps only the lower 32 bits of the stack address ${hex(stackPointer)}.`,
    details: [
      "A write to a 32-bit register clears the upper half of the 64-bit one, and the stack lies above 4 GiB.",
      "Use rsp and rbp in 64-bit code.",
    ],
    pc,
    time: state.retired,
  });
}

function startOfMain(context: Context, pc: number): void {
  const main = context.program.image.symbols.find((symbol) => symbol.name === "main");
  if (main?.address !== pc) return;
  // libc's start-up leaves something in every register.
  context.owners.everWritten = ALL_REGISTERS;
  enteredMain(context);
}

function afterInstruction(context: Context, facts: Facts, pc: number): void {
  const { owners } = context;
  owners.destroyed.forget(facts.writes);
  owners.changed.forget(facts.writes);
  if (facts.setsNumber) owners.numberSetter = pc;
  const top = owners.activations.at(-1);
  if (facts.decoded.mnemonic === "enter" && top !== undefined) noteEnter(context, top, owners.stackPointer);
  if (facts.transfer.kind !== "none" || facts.transfer.drops.length > 0) carry(context, facts.transfer);
  const use = top?.use ?? owners.rootUse;
  use.used |= facts.useMask & ~use.written;
  use.written |= facts.keptMask;
  owners.everWritten |= facts.writeMask;
  if (facts.setsFramePointer && top !== undefined) noteFramePointer(context, top);
  if (facts.movesStackPointer && top !== undefined) top.hasLocals = true;
  if (facts.kind === "call") {
    entered(context, pc, pc + facts.decoded.lengthBytes);
    owners.stackPointer = registerNumber(context, RSP);
    stackCrossed(context, owners.stackPointer);
    const entry = owners.activations.at(-1);
    if (entry !== undefined && context.program.allocators.size > 0) enteredAllocator(context, entry);
  } else if (facts.kind === "push") {
    notePush(context, pc);
    owners.stackPointer = registerNumber(context, RSP);
    if (top !== undefined) notePushed(context, top, owners.stackPointer, facts.pushed);
  } else if (facts.changesStackPointer) {
    const stackPointer = registerNumber(context, RSP);
    if (facts.raises === "pops") stackRaised(context, owners.stackPointer, stackPointer);
    if (facts.kind === "ret") stackCrossed(context, stackPointer);
    owners.stackPointer = stackPointer;
    if (facts.movesStackPointer && !facts.truncates) movedStackPointer(context, stackPointer, pc);
    const { dropped } = owners;
    unwind(context, stackPointer);
    if (facts.kind === "ret") {
      if (top?.allocator !== undefined && owners.dropped === top) leftAllocator(context, top);
      // `ret N` that took the return address of its caller, too.
      if (owners.dropped === top) owners.dropped = dropped;
      crossedCall(owners);
    }
    const now = owners.activations.at(-1);
    if (now !== undefined) dropPushes(now.pushes, stackPointer);
  }
  const { previous } = owners;
  previous.pc = pc;
  previous.next = pc + facts.decoded.lengthBytes;
  previous.falls = facts.falls && facts.isWritten;
  if (facts.isWritten) {
    owners.lastSource.pc = pc;
    owners.lastSource.time = retiredOf(context) - 1;
  }
}

/** Against the object that the address was derived from, then against the stack pointer; `bits` are the shadow's. */
function outOfBounds(
  context: Context,
  operand: Operand,
  address: number,
  sizeBytes: number,
  access: "read" | "write",
  bits: number,
): "stop" | "told" | "fine" {
  const pointer = pointerOf(context, operand, address);
  const below = access === "read" ? belowWhy(context, address, sizeBytes, bits) : undefined;
  const isDead = access === "read" && bits & SHADOW.undefined && isLeftByOthers(context, address, sizeBytes);
  if (pointer === undefined && below === undefined && !isDead) return "fine";
  const one = { address, sizeBytes, access, pc: context.current.pc, time: context.options.state.retired };
  if (isDead) return afterReturn(context, deadLocal, one);
  const told = pointer === undefined ? undefined : checkBounds(context, pointer, one);
  return told ?? (below && belowStackPointer(context, one, below)) ?? "fine";
}

function belowWhy(
  context: Context,
  address: number,
  sizeBytes: number,
  bits: number,
): "beyond" | "crossed" | undefined {
  if (isBelowStackPointer(context, address, sizeBytes)) return "beyond";
  return bits & SHADOW.undefined && isCrossed(context, address, sizeBytes) ? "crossed" : undefined;
}

/** `push [x]` and `call [x]` write to the stack, not to their operand; `pop [x]` reads it. */
const isOfStack = ({ kind, decoded }: Facts, access: "read" | "write"): boolean =>
  access === "write" ? kind === "push" || kind === "call" : decoded.mnemonic === "pop";

function accessed(
  context: Context,
  facts: Facts | undefined,
  tracker: Tracker | undefined,
  address: number,
  sizeBytes: number,
  access: "read" | "write",
): "stop" | undefined {
  const { pc } = context.current;
  if (access === "read") context.current.readAt = address;
  let answer: "stop" | undefined;
  const bits = context.options.memory.shadowBits(address, sizeBytes);
  const full = tracker !== undefined;
  const isRelaxed = context.owners.inAllocator > 0;
  const isBit = facts?.isBitString === true;
  const at = isBit ? bitByte(context, facts.decoded, address, sizeBytes) : address;
  const moved = isBit ? 1 : sizeBytes;
  const told =
    full && !isRelaxed && facts?.operand !== undefined && !isOfStack(facts, access)
      ? outOfBounds(context, facts.operand, at, moved, access, bits)
      : "fine";
  if (told !== "fine" && access === "read" && context.current.readsOver === undefined)
    context.owners.toldCalls.add(`read ${pc}`);
  if (told === "stop") answer = "stop";
  if (told === "fine" && !isRelaxed && bits & SHADOW.unaddressable) answer = judge(context, at, moved, access, pc);
  if (facts?.namesLabel) answer = labelAccess(context, at, moved, access, pc) ?? answer;
  const open = context.current.readsOver !== undefined ? bits | SHADOW.undefined : bits;
  answer = tracker?.access(address, sizeBytes, access, open) ?? answer;
  if (access === "write" && answer === undefined) {
    if (tracker === undefined && bits & (SHADOW.undefined | SHADOW.partial)) setDefined(context, address, sizeBytes);
    if (facts?.kind !== "call") noteWrite(context, address, sizeBytes, pc);
  }
  return answer;
}

/** Instructions that are remembered beside those that the core has. */
const MAX_FACTS = 50_000;

function observerOf(context: Context, tracker: Tracker | undefined): Checker["observer"] {
  const known = new RecentMap<number, Facts>(MAX_FACTS);
  /** Of code that the program has made: without a source its address says nothing. */
  const made = new WeakMap<Decoded, Facts>();
  let facts: Facts | undefined;
  const lookUp = (pc: number, decoded: Decoded): Facts => {
    const before = known.get(pc);
    if (before?.decoded === decoded) return before;
    const isMade = !context.program.items.has(pc) && !isPartOfItem(context, pc);
    const same = isMade ? made.get(decoded) : undefined;
    if (same !== undefined) return same;
    const found = factsOf(context, pc, decoded);
    if (isMade && found.touch.lost.flags === 0) made.set(decoded, found);
    else known.set(pc, found);
    return found;
  };
  return {
    inline: createInline(context, { factsOf: lookUp, passed: (pc) => tracker?.passed(pc) }),
    before(pc, decoded, seat) {
      const noted = seat.note as Facts | undefined;
      facts = noted?.decoded === decoded ? noted : lookUp(pc, decoded);
      seat.note = facts;
      context.current = { pc, decoded };
      let answer = beforeInstruction(context, facts, pc);
      if (facts.kind === "ret" && tracker !== undefined) answer = checkResult(context, tracker, pc) ?? answer;
      return tracker?.before(facts.touch, pc) ?? answer;
    },
    access: (address, sizeBytes, access) => accessed(context, facts, tracker, address, sizeBytes, access),
    after(pc) {
      tracker?.after();
      if (facts !== undefined) afterInstruction(context, facts, pc);
    },
  };
}

function onEvent(context: Context, tracker: Tracker | undefined, event: MachineEvent, pc: number, time: number): void {
  const full = context.options.level === "full";
  switch (event.kind) {
    case "syscall-enter":
      if (tracker !== undefined) entersKernel(context, tracker, event, pc, time);
      return;
    case "syscall-exit":
      // It has no result: all registers are what they were where the handler was entered.
      if (event.name === "rt_sigreturn" || event.name === "sigreturn") return;
      if (full) checkExit(context, event, pc, time);
      if (full && event.abi === "x86_64") destroyedBySyscall(context, pc, time);
      if (full && context.owners.inLibc === 0 && context.shadow.dirty & 1) {
        context.shadow.registers[0] = 0n;
        refreshDirty(context.shadow, "registers");
      }
      return;
    case "kernel-write":
      kernelWrote(context, event, pc, time);
      return;
    case "resize":
      if (context.options.level !== "off") resized(context, event);
      return;
    case "unmap":
      noteUnmapped(context, event, pc, time);
      goneWithMapping(context, event, pc, time);
      return;
    case "map":
      noteMapped(context, event);
      if (event.purpose === "stack")
        context.options.memory.setShadow(
          event.start,
          stackBelow(context, event.start, event.sizeBytes),
          SHADOW.undefined,
        );
      if (context.options.level !== "off") mapped(context, event, pc);
      return;
    case "break":
      context.owners.breakBefore = event.before;
      if (context.options.level !== "off") movedBreak(context, event.before, event.after);
      return;
    case "signal":
      if (context.options.level !== "off") enteredHandler(context, tracker, event);
      return;
    case "signal-return":
      if (context.options.level !== "off") leftHandler(context);
      return;
    case "libc-call-back":
      calledBack(context, tracker, event);
      return;
    default:
      if (tracker !== undefined) beforeLibcEvent(context, tracker, event, pc, time);
      onHeapEvent(context, event, pc, time);
      if (event.kind === "libc-exit" && full) forgetPointers(context);
      if (event.kind === "libc-access" && tracker !== undefined) libcAccess(context, tracker, event, pc);
  }
}

/** A system call, before the kernel acts. */
function entersKernel(
  context: Context,
  tracker: Tracker,
  event: Extract<MachineEvent, { kind: "syscall-enter" }>,
  pc: number,
  time: number,
): void {
  checkEnter(context, event, pc, time);
  const isPlain = context.owners.inLibc === 0;
  if (!handsMemory(event)) {
    if (isPlain) checkSyscall(context, tracker, event, pc, time);
    return;
  }
  const parts = buffersOf(context, event);
  checkBuffers(context, event, parts, pc, time);
  checkBuffers(context, event, namesOf(context, event), pc, time);
  if (isPlain) checkSyscall(context, tracker, event, pc, time);
  checkKernelReads(context, tracker, event, parts, pc, time);
  checkKernelNames(context, tracker, event, pc, time);
  const inner = innerCall(context, event);
  if (inner === undefined) return;
  const more = buffersOf(context, inner);
  checkBuffers(context, inner, more, pc, time);
  checkKernelReads(context, tracker, inner, more, pc, time);
}

function kernelWrote(
  context: Context,
  event: Extract<MachineEvent, { kind: "kernel-write" }>,
  pc: number,
  time: number,
) {
  const { address, sizeBytes } = event;
  if (context.options.level === "full")
    checkOutsideAccess(context, { address, sizeBytes, access: "write", pc, time, by: "the kernel" });
  noteWrite(context, address, sizeBytes, pc);
  setDefined(context, address, sizeBytes);
}

/** After libc: scratch registers hold no pointers, but for the result. */
function forgetPointers(context: Context): void {
  const { pointers } = context.owners;
  for (const number of CALLER_SAVED[context.options.core.bits]) pointers[number] = undefined;
  pointers[0] = provenanceOfValue(context, registerNumber(context, 0));
}

/** A function of the program begins with arguments that libc has set, and nothing else. */
function calledBack(
  context: Context,
  tracker: Tracker | undefined,
  event: Extract<MachineEvent, { kind: "libc-call-back" }>,
): void {
  for (const number of CALLER_SAVED[context.options.core.bits]) context.owners.destroyed.delete(number);
  tracker?.enteredFrom(event.by, event.target, new Set(event.registers));
  for (const number of event.registers)
    context.owners.pointers[number] = provenanceOfValue(context, registerNumber(context, number));
  if (event.sizeBytes > 0) setDefined(context, event.address, event.sizeBytes);
}

/** Functions of libc that hand their arguments to the kernel as they are; those without structures in 32-bit programs, too. */
const WRAPPED =
  /^(read|write|readv|writev|pread|pwrite|poll|ppoll|getcwd|nanosleep|clock_gettime|clock_getres|clock_settime|clock_nanosleep|gettimeofday|settimeofday|getrlimit|setrlimit|prlimit|getrusage|getitimer|setitimer|timer_settime|timer_gettime|timerfd_settime|timerfd_gettime|utime|utimes|utimensat|select|sigaltstack|times|sysinfo|stat|lstat|fstat|statfs|fstatfs|uname|pipe|pipe2|readlink|getrandom|getgroups|setgroups|send|recv|sendto|recvfrom|sendmsg|recvmsg|sendmmsg|recvmmsg|bind|connect|accept|accept4|getsockname|getpeername|setsockopt|getsockopt|socketpair|execve|epoll_ctl|epoll_wait|prctl)$/;
const WRAPPED_32 =
  /^(read|write|readv|writev|poll|pipe|pipe2|readlink|getrandom|select|sendmsg|recvmsg|getsockname|getpeername|setsockopt|getsockopt|bind|connect|execve|socketpair)$/;

/** Where the kernel's name is another. */
const KERNELS_NAMES: Readonly<Record<string, string>> = {
  pread: "pread64",
  pwrite: "pwrite64",
  send: "sendto",
  recv: "recvfrom",
  prlimit: "prlimit64",
};

const isWrapped: Readonly<Record<"x86_64" | "i386", Map<string, boolean>>> = { x86_64: new Map(), i386: new Map() };

/** The system call behind such a function. */
function wrappedCall(
  context: Context,
  name: string,
  args: readonly bigint[],
): Extract<MachineEvent, { kind: "syscall-enter" }> | undefined {
  const abi = context.options.core.bits === 64 ? "x86_64" : "i386";
  if (!isWrapped[abi].has(name)) isWrapped[abi].set(name, (abi === "x86_64" ? WRAPPED : WRAPPED_32).test(name));
  if (!isWrapped[abi].get(name)) return undefined;
  const called = abi === "i386" && name === "select" ? "_newselect" : (KERNELS_NAMES[name] ?? name);
  return { kind: "syscall-enter", abi, number: syscallByName(called)?.[abi] ?? -1, name, args };
}

/** Calls of libc: what they are given, and what they leave. */
function beforeLibcEvent(context: Context, tracker: Tracker, event: MachineEvent, pc: number, time: number): void {
  const { owners } = context;
  if (event.kind === "libc-enter") {
    const stackPointer = registerNumber(context, RSP);
    if (stackPointer === owners.libcStackPointer) return;
    owners.libcStackPointer = stackPointer;
    checkLibcArguments(context, tracker, event, pc, time);
    const wrapped = wrappedCall(context, event.name, event.args);
    if (wrapped !== undefined) {
      const parts = buffersOf(context, wrapped);
      checkBuffers(context, wrapped, parts, pc, time);
      checkUnmapped(context, wrapped, parts, pc, time);
      checkKernelReads(context, tracker, wrapped, parts, pc, time);
      checkKernelNames(context, tracker, wrapped, pc, time, ["strings"]);
    }
    owners.inLibc++;
  } else if (event.kind === "libc-exit") {
    owners.libcStackPointer = 0;
    owners.inLibc = Math.max(0, owners.inLibc - 1);
    const next = loadWord(context, stackPointerOf(context)) ?? 0;
    tracker.callReturned(event.name, resultsOf(event.name, context.options.core.bits), next, pc, time);
  }
}

/** Bytes of the heap belong to nobody at first, those of an mmap only as far as they were asked for. */
function mapped(context: Context, event: Extract<MachineEvent, { kind: "map" }>, pc: number): void {
  if (event.purpose === "file") noteMirrored(context, event, pc);
  const { memory } = context.options;
  if (event.purpose === "heap") memory.setShadow(event.start, event.sizeBytes, SHADOW.unaddressable);
  const rest = event.sizeBytes - event.requestedBytes;
  if (event.purpose === "mmap" && rest > 0)
    memory.setShadow(event.start + event.requestedBytes, rest, SHADOW.unaddressable);
}

function resized({ options: { memory } }: Context, { before, after }: { before: number; after: number }): void {
  if (after > before) memory.setShadow(before, after - before, 0);
  else memory.setShadow(after, before - after, SHADOW.unaddressable);
}

/** The program owns the bytes below its break; the rest of the last page is mapped, and nobody's. */
function movedBreak(context: Context, before: number, after: number): void {
  const { memory, mappings } = context.options;
  const pageEnd = Math.ceil(after / PAGE_BYTES) * PAGE_BYTES;
  const last = mappings().find((one) => after - 1 >= one.start && after - 1 < one.start + one.sizeBytes);
  if (last?.purpose !== "brk") return;
  if (after > before) memory.setShadow(Math.max(before, last.start), after - Math.max(before, last.start), 0);
  memory.setShadow(after, pageEnd - after, SHADOW.unaddressable);
}

/** Bytes of a new stack mapping below the initial stack pointer: nobody has written them. */
function stackBelow(context: Context, start: number, sizeBytes: number): number {
  return Math.max(0, Math.min(sizeBytes, context.options.stack.initialPointer - start));
}

/** The end, told at the last instruction of the source when the process ends elsewhere: in libc, behind main's ret. */
function finish(context: Context, endPc: number, endTime: number): void {
  const { lastSource } = context.owners;
  const isElsewhere = context.program.items.get(endPc)?.kind !== "code" && lastSource.pc !== 0;
  const { pc, time } = isElsewhere ? lastSource : { pc: endPc, time: endTime };
  // exit() and main's return run libc's code, which keeps nothing in the registers that it may change.
  const isInLibc = isElsewhere || /^\s*(call|jmp)\b/i.test(statementText(context.program, endPc));
  const lost = isInLibc ? maskOf(CALLER_SAVED[context.options.core.bits]) : 0;
  const leaks = [...searchLeaks(context, pc, time, lost), ...searchMappings(context, pc, time, lost)];
  for (const found of [...leaks, ...partLost(context, leaks)]) report(context, found);
}

/** A checker for one machine. The shadow of the initial stack is set here, the rest as events arrive. */
export function createChecker(options: CheckerOptions): Checker {
  const context: Context = {
    options,
    program: createProgramMap(options.image, options.allocators),
    recorder: options.recorder ?? createRecorder(),
    owners: createOwners(createBlocks()),
    shadow: createShadow(),
    current: { pc: 0, decoded: undefined },
  };
  context.owners.stackPointer = options.stack.initialPointer;
  const tracker = options.level === "full" ? createTracker(context) : undefined;
  if (options.level !== "off")
    options.memory.setShadow(options.stack.low, options.stack.initialPointer - options.stack.low, SHADOW.undefined);
  return {
    observer: options.level === "off" ? undefined : observerOf(context, tracker),
    get findings() {
      return context.recorder.findings;
    },
    onEvent(event, pc, time) {
      const place = toldPlace(context, pc, time);
      onEvent(context, tracker, event, place.pc, place.time);
    },
    explainFault(fault, pcNow): Finding {
      const { pc } = toldPlace(context, pcNow, options.state.retired);
      const found = explain(context, fault, pc);
      const part = found.kind === "use-after-unmap" && partUsed(context, fault.address ?? 0, found.pc, found.time);
      if (part) report(context, part);
      // The machine needs an explanation even where the source does not want to hear it.
      const own = (): Finding => record(createRecorder(), found, options.core.calls, context.program.isToldAtCall)!;
      if (isSilenced(context, found) || isConsequence(context, found, pc)) return own();
      const finding = record(context.recorder, found, options.core.calls, context.program.isToldAtCall);
      return (
        finding ?? context.recorder.findings.filter((one) => one.kind === found.kind && one.pc === pc).at(-1) ?? own()
      );
    },
    handledFault(fault, pc) {
      // Breakpoints and single steps are there to be handled.
      if (options.level === "off" || /^#(BP|DB|OF)$/.test(fault.vector)) return;
      const found = explain(context, fault, toldPlace(context, pc, options.state.retired).pc);
      const details = [...made(found.details), "A handler that the program has set takes the signal."];
      report(context, { ...found, severity: "note", details });
    },
    finish(ending, pc, time) {
      if (ending === "exit" && options.level !== "off") finish(context, pc, time);
    },
    findLeaks: () => leakedBlocks(context),
    findLostMappings: () => lostMappings(context),
    isUnreachable: (address) => isUnreachable(context, address),
    heapBlocks: () => context.owners.blocks.list,
    get heapTotals() {
      return totalsOf(context.owners.blocks);
    },
    onPoke(what) {
      if ("address" in what) setDefined(context, what.address, what.sizeBytes);
      else {
        context.owners.destroyed.forget(-1);
        context.shadow.undef.fill(0);
        refreshDirty(context.shadow, "everything");
      }
    },
    save: () => saveAll(context),
    saveThread: () => saveThread(context),
    restore: (saved, memory) => restore(context, saved as Saved, memory as Saved | "same" | undefined),
  };
}
