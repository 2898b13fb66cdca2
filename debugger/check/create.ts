// The memory checker: composes the rules over the machine's observer and events. Rules live in the files beside this one;
// here is only who is asked when.

import type { Decoded } from "../../server/isa/insn.ts";
import { registerUse } from "../../server/isa/register-use.ts";
import { SHADOW } from "../mem/layout.ts";
import type { MachineEvent } from "../os/events.ts";
import { judge, labelAccess } from "./accesses.ts";
import { copyBlocks, createBlocks } from "./blocks.ts";
import { checkReturn, dropPushes, entered, enteredMain, notePush, noteWrite, unwind } from "./calls.ts";
import type { Checker, CheckerOptions } from "./checker.ts";
import { type Context, copyOwners, createOwners, hex, type Owners, report } from "./context.ts";
import { explain } from "./faults.ts";
import type { Finding } from "./finding.ts";
import { onHeapEvent } from "./heap-events.ts";
import { searchLeaks, searchMappings } from "./leaks.ts";
import { createProgramMap, statementText } from "./program-map.ts";
import { createRecorder, record, restoreRecorder, saveRecorder } from "./recorder.ts";
import { checkEnter, checkExit } from "./syscalls.ts";
import { checkRead, destroyedBySyscall } from "./volatile-registers.ts";

/** What the rules want to know of an instruction, worked out once for each place. */
interface Facts {
  readonly decoded: Decoded;
  readonly reads: readonly number[];
  readonly writes: readonly number[];
  readonly kind: "call" | "ret" | "push" | "other";
  /** Execution may go on behind it. */
  readonly falls: boolean;
  readonly isWritten: boolean;
  /** Has a memory operand that names a label and nothing else. */
  readonly namesLabel: boolean;
  readonly setsNumber: boolean;
  readonly changesStackPointer: boolean;
}

const RAX = 0;
const RSP = 4;

function factsOf(context: Context, pc: number, decoded: Decoded): Facts {
  const { reads, writes } = registerUse(decoded);
  const { mnemonic } = decoded;
  const item = context.program.items.get(pc);
  const target = decoded.operands[0];
  return {
    decoded,
    reads: [...reads].filter((number) => number < 12 && number !== RSP),
    writes: [...writes],
    kind: mnemonic === "call" ? "call" : mnemonic === "ret" ? "ret" : mnemonic === "push" ? "push" : "other",
    falls: !/^(jmp|ret|retf|call|hlt|ud2|iretq?|syscall|int)$/.test(mnemonic),
    isWritten: item?.kind === "code",
    namesLabel: item?.references?.some((one) => one.use === "memory" && !one.indexed) === true,
    setsNumber:
      target?.kind === "register" && writes.has(RAX) && decoded.operands[1]?.kind === "immediate" && mnemonic === "mov",
    changesStackPointer: writes.has(RSP) || /^(pop|ret|leave|push|call|enter|popa|popf)/.test(mnemonic),
  };
}

const saveAll = (context: Context) => ({
  owners: copyOwners(context.owners, copyBlocks(context.owners.blocks)),
  recorder: saveRecorder(context.recorder),
});
type Saved = ReturnType<typeof saveAll>;

/** Execution arrived, without a jump, where the source has no instruction. */
function fallsOff(context: Context, pc: number): "stop" | undefined {
  const { previous } = context.owners;
  if (!previous.falls || previous.next !== pc) return undefined;
  const { image } = context.program;
  const section = image.sections.find((one) => previous.pc >= one.address && previous.pc < one.address + one.sizeBytes);
  if (section === undefined) return undefined;
  return report(context, {
    kind: "fall-off-end",
    message: `Execution runs past \`${statementText(context.program, previous.pc)}\`: at ${hex(pc)} the source has no instruction.`,
    details: ["End the program with the exit system call, or the function with ret or a jump."],
    pc: previous.pc,
    time: context.options.state.retired,
    address: pc,
  });
}

function beforeInstruction(context: Context, facts: Facts, pc: number): "stop" | undefined {
  const { owners, options } = context;
  let answer: "stop" | undefined;
  if (!facts.isWritten && owners.previous.falls && context.program.image.items.length > 0)
    answer = fallsOff(context, pc);
  if (owners.destroyed.size > 0) {
    for (const number of facts.reads) answer = checkRead(context, number, pc, facts.decoded) ?? answer;
  }
  if (facts.kind === "ret") answer = checkReturn(context, pc) ?? answer;
  if (owners.activations.length === 0 && options.core.calls.length <= 1 && context.program.image.entryKind === "main")
    startOfMain(context, pc);
  return answer;
}

function startOfMain(context: Context, pc: number): void {
  const main = context.program.image.symbols.find((symbol) => symbol.name === "main");
  if (main?.address === pc) enteredMain(context);
}

function afterInstruction(context: Context, facts: Facts, pc: number): void {
  const { owners, options } = context;
  if (owners.destroyed.size > 0) for (const number of facts.writes) owners.destroyed.delete(number);
  if (facts.setsNumber) owners.numberSetter = pc;
  if (facts.kind === "call") entered(context, pc, pc + facts.decoded.lengthBytes);
  else if (facts.kind === "push") notePush(context, pc);
  else if (facts.changesStackPointer) {
    const stackPointer = Number(options.state.gpr(RSP));
    unwind(context, stackPointer);
    const top = owners.activations.at(-1);
    if (top !== undefined) dropPushes(top, stackPointer);
  }
  const { previous } = owners;
  previous.pc = pc;
  previous.next = pc + facts.decoded.lengthBytes;
  previous.falls = facts.falls && facts.isWritten;
}

function accessed(
  context: Context,
  facts: Facts | undefined,
  address: number,
  sizeBytes: number,
  access: "read" | "write",
): "stop" | undefined {
  const { pc } = context.current;
  let answer: "stop" | undefined;
  const bits = context.options.memory.shadowBits(address, sizeBytes);
  if (bits & SHADOW.unaddressable) answer = judge(context, address, sizeBytes, access, pc);
  if (facts?.namesLabel) answer = labelAccess(context, address, sizeBytes, access, pc) ?? answer;
  if (access === "write" && answer === undefined) {
    if (bits & (SHADOW.undefined | SHADOW.partial)) markDefined(context, address, sizeBytes);
    if (facts?.kind !== "call") noteWrite(context, address, sizeBytes, pc);
  }
  return answer;
}

/** Written bytes are defined from now on; what else their shadow says stays. */
function markDefined(context: Context, address: number, sizeBytes: number): void {
  const { memory } = context.options;
  const shadow = memory.shadowOf(address, sizeBytes);
  shadow.forEach((byte, index) => {
    if (byte & (SHADOW.undefined | SHADOW.partial))
      memory.setShadow(address + index, 1, byte & ~(SHADOW.undefined | SHADOW.partial));
  });
}

function observerOf(context: Context): Checker["observer"] {
  const known = new Map<number, Facts>();
  let facts: Facts | undefined;
  return {
    before(pc, decoded) {
      facts = known.get(pc);
      if (facts?.decoded !== decoded) {
        facts = factsOf(context, pc, decoded);
        known.set(pc, facts);
      }
      context.current = { pc, decoded };
      return beforeInstruction(context, facts, pc);
    },
    access: (address, sizeBytes, access) => accessed(context, facts, address, sizeBytes, access),
    after(pc) {
      if (facts !== undefined) afterInstruction(context, facts, pc);
    },
  };
}

function onEvent(context: Context, event: MachineEvent, pc: number, time: number): void {
  const full = context.options.level === "full";
  switch (event.kind) {
    case "syscall-enter":
      if (full) checkEnter(context, event, pc, time);
      return;
    case "syscall-exit":
      if (full) checkExit(context, event, pc, time);
      if (full && event.abi === "x86_64") destroyedBySyscall(context, pc, time);
      return;
    case "kernel-write":
      markDefined(context, event.address, event.sizeBytes);
      return;
    case "unmap":
      context.owners.unmapped.push({ start: event.start, end: event.start + event.sizeBytes, pc, time });
      return;
    case "map":
      context.owners.unmapped = context.owners.unmapped.filter(
        (range) => range.end <= event.start || range.start >= event.start + event.sizeBytes,
      );
      if (event.purpose === "stack")
        context.options.memory.setShadow(
          event.start,
          stackBelow(context, event.start, event.sizeBytes),
          SHADOW.undefined,
        );
      if (event.purpose === "heap" && context.options.level !== "off")
        context.options.memory.setShadow(event.start, event.sizeBytes, SHADOW.unaddressable);
      return;
    case "break":
      context.owners.breakBefore = event.before;
      return;
    default:
      onHeapEvent(context, event, pc, time);
  }
}

/** Bytes of a new stack mapping below the initial stack pointer: nobody has written them. */
function stackBelow(context: Context, start: number, sizeBytes: number): number {
  return Math.max(0, Math.min(sizeBytes, context.options.stack.initialPointer - start));
}

function finish(context: Context, pc: number, time: number): void {
  for (const found of [...searchLeaks(context, pc, time), ...searchMappings(context, pc, time)]) report(context, found);
}

/** A checker for one machine. The shadow of the initial stack is set here, the rest as events arrive. */
export function createChecker(options: CheckerOptions): Checker {
  const context: Context = {
    options,
    program: createProgramMap(options.image),
    recorder: createRecorder(),
    owners: createOwners(createBlocks()),
    current: { pc: 0, decoded: undefined },
  };
  if (options.level !== "off")
    options.memory.setShadow(options.stack.low, options.stack.initialPointer - options.stack.low, SHADOW.undefined);
  return {
    observer: options.level === "off" ? undefined : observerOf(context),
    get findings() {
      return context.recorder.findings;
    },
    onEvent: (event, pc, time) => onEvent(context, event, pc, time),
    explainFault(fault, pc): Finding {
      const found = explain(context, fault, pc);
      const finding = record(context.recorder, found, options.core.calls);
      return finding ?? context.recorder.findings.filter((one) => one.kind === found.kind && one.pc === pc).at(-1)!;
    },
    finish(ending, pc, time) {
      if (ending === "exit" && options.level !== "off") finish(context, pc, time);
    },
    findLeaks(): readonly Finding[] {
      const scratch = { ...context, recorder: createRecorder() };
      const found = searchLeaks(context, Number(options.state.rip), options.state.retired);
      for (const one of found) record(scratch.recorder, one, options.core.calls);
      return scratch.recorder.findings;
    },
    heapBlocks: () => context.owners.blocks.list,
    get heapTotals() {
      const { allocations, frees, bytesAllocated } = context.owners.blocks;
      return { allocations, frees, bytesAllocated };
    },
    onPoke(what) {
      if ("address" in what) markDefined(context, what.address, what.sizeBytes);
      else context.owners.destroyed.clear();
    },
    save: () => saveAll(context),
    restore(saved) {
      const { owners, recorder } = saved as Saved;
      context.owners = copyOwners(owners, copyBlocks(owners.blocks)) satisfies Owners;
      restoreRecorder(context.recorder, recorder);
    },
  };
}
