// Translated code under an observer: around each instruction the checks and notes that its rule asks for (cpu/inline-watch.ts).
// Checks come before the instruction has changed anything and leave it to the observer; notes come after it. Which object a
// register points into is a number in a local beside the register's own.

import type { InlineRule, PointerRule, StackRule } from "../cpu/inline-watch.ts";
import type { OpOf } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { RANGE, RANGE_KIND, RANGE_NUMBER, STACK_WINDOW, WATCH } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { frameSizes } from "./frame-flow.ts";
import { type Known, knownBehind, UNKNOWN } from "./known-pointers.ts";
import { OP } from "./wasm-writer.ts";
import { CARE, INNER } from "./watch-functions.ts";
import { setLoadedNumber } from "./watch-loaded.ts";
import { stackChecks, stackNotes } from "./watch-stack.ts";
import { numberOf, pushRange, pushRegister, type Watched, type Watching } from "./watched.ts";

/** Registers whose objects the rule looks at or changes; rsp has none. */
function rulePointers({ pointer, operand }: InlineRule): number[] {
  const all = pointer === undefined ? [] : [...pointer.drops];
  if (pointer !== undefined && pointer.kind !== "none") all.push(pointer.target, pointer.source, pointer.index);
  if (operand !== undefined) all.push(operand.base, operand.index);
  return all.filter((register) => register >= 0 && register !== GPR.rsp);
}

export function maskOf(registers: Iterable<number>): number {
  let mask = 0;
  for (const register of registers) mask |= 1 << register;
  return mask;
}

/**
 * The locals of a watched region, apart from what opens and closes its constructs.
 * @param known the registers' locals, and which of them do not point to the same everywhere
 */
export function createWatched(
  {
    e,
    layout,
    bits,
    watch,
    rules,
    firstFunction,
    keepsBase,
    keepsUsed,
  }: Pick<Watched, "e" | "layout" | "bits" | "watch" | "rules" | "firstFunction" | "keepsBase" | "keepsUsed">,
  { registers, varying }: { readonly registers: ReadonlyMap<number, Local>; readonly varying: number },
): Omit<Watched, "open" | "close"> {
  const looked = new Set([...rules.values()].flatMap((rule) => rulePointers(rule)));
  const kept = [...looked].filter((register) => varying & (1 << register));
  return {
    ...{ e, layout, bits, watch, rules, firstFunction, keepsBase, keepsUsed },
    frameSizes: frameSizes(bits / 8, watch.redZoneBytes),
    oldest: e.local("i32"),
    limit: e.local("i32"),
    leavesOld: e.local("i32"),
    looked: maskOf(looked),
    hasFramePointers: [...rules.values()].some(({ setsFramePointer }) => setsFramePointer),
    pointers: new Map(kept.map((register) => [register, e.local("i32")])),
    used: e.local("i32"),
    written: e.local("i32"),
    everWritten: e.local("i32"),
    changed: e.local("i32"),
    doubtful: e.local("i32"),
    top: e.local("i32"),
    stackLowest: e.local("i64"),
    stackRoom: e.local("i64"),
    pushTop: e.local("i32"),
    nearSlot: e.local("i32"),
    coming: e.local("i32"),
    register: (number) => registers.get(number),
  };
}

// ---- in and out

export function enterWatched({ e, layout, pointers, ...watched }: Watched): void {
  const load = (cell: number, into: Local): void => {
    e.i32(0);
    e.memory(OP.i32Load, layout.watch + cell);
    e.set(into);
  };
  for (const [register, local] of pointers) load(WATCH.pointers + 4 * register, local);
  load(WATCH.top, watched.top);
  load(WATCH.top, watched.oldest);
  load(WATCH.pushTop, watched.pushTop);
  load(WATCH.used, watched.used);
  load(WATCH.written, watched.written);
  load(WATCH.everWritten, watched.everWritten);
  for (const [cell, local] of [
    [STACK_WINDOW.lowest, watched.stackLowest],
    [STACK_WINDOW.room, watched.stackRoom],
  ] as const) {
    e.i32(0);
    e.memory(OP.i64Load, layout.watch + cell);
    e.set(local);
  }
}

export function leaveWatched({ e, layout, pointers, ...watched }: Watched): void {
  const store = (cell: number, from: Local): void => {
    e.i32(0);
    e.get(from);
    e.memory(OP.i32Store, layout.watch + cell);
  };
  for (const [register, local] of pointers) store(WATCH.pointers + 4 * register, local);
  store(WATCH.top, watched.top);
  store(WATCH.pushTop, watched.pushTop);
  store(WATCH.used, watched.used);
  store(WATCH.written, watched.written);
  store(WATCH.everWritten, watched.everWritten);
  store(WATCH.changed, watched.changed);
}

// ---- before

/** All that can be checked before the first operation. */
export function checkBefore(watching: Watching): void {
  const { watched, around, rule } = watching;
  const { e } = watched;
  const { pointer, stack } = rule;
  if (stack !== undefined) stackChecks(watching, stack);
  if (pointer === undefined) return;
  const involves = (register: number): boolean => pointer.target === register || pointer.source === register;
  const isArithmetic = /^(sum|difference|exchange|chosen)$/.test(pointer.kind);
  if (isArithmetic && involves(GPR.rbp)) exitIfFramePointer(watching);
  if (rule.operand?.index === GPR.rbp) exitIfFramePointer(watching);
  if (pointer.kind === "masked") {
    pushNumber(watching, pointer.target);
    around.exitIf();
    return;
  }
  if (pointer.kind === "difference") exitIfDistance(watching, pointer);
  if (pointer.kind !== "compare") return;
  const mine = numberOf(watching, pointer.target);
  if (mine === undefined) return;
  if (pointer.source >= 0) {
    const other = numberOf(watching, pointer.source);
    if (other === undefined) return;
    e.binary(OP.i32Ne, mine, other);
    e.get(mine);
    e.op(OP.i32Eqz, OP.i32Eqz, OP.i32And);
    e.get(other);
    e.op(OP.i32Eqz, OP.i32Eqz, OP.i32And);
    watched.open(OP.if);
    isObject(watched, mine);
    isObject(watched, other);
    e.op(OP.i32And);
    pushField(watched, mine, RANGE.start);
    pushField(watched, other, RANGE.start);
    e.op(OP.i64Ne, OP.i32And);
  } else {
    e.get(mine);
    watched.open(OP.if);
    isObject(watched, mine);
    // The label lies outside, its end not counted: the walk goes on to there.
    pushConstantStart(watched, pointer.range);
    pushField(watched, mine, RANGE.start);
    e.op(OP.i64Sub);
    pushField(watched, mine, RANGE.size);
    e.op(OP.i64GtU, OP.i32And);
  }
  around.exitIf();
  watched.close();
}

/** The difference of pointers into two objects leads from one to the other. */
function exitIfDistance(watching: Watching, { target, source, range }: PointerRule): void {
  const { watched, around } = watching;
  const [mine, other] = [numberOf(watching, target), numberOf(watching, source)];
  if (mine === undefined || (other === undefined && range === 0)) return;
  const { e } = watched;
  const pushOther = (): void => {
    if (other === undefined) e.i32(range);
    else e.get(other);
  };
  e.get(mine);
  pushOther();
  e.op(OP.i32Ne);
  e.get(mine);
  e.op(OP.i32Eqz, OP.i32Eqz, OP.i32And);
  pushOther();
  e.op(OP.i32Eqz, OP.i32Eqz, OP.i32And);
  around.exitIf();
}

function exitIfFramePointer(watching: Watching): void {
  const { around } = watching;
  const { e } = watching.watched;
  const local = numberOf(watching, GPR.rbp);
  if (local === undefined) return;
  e.get(local);
  e.i32(RANGE_NUMBER.framePointer);
  e.op(OP.i32Eq);
  around.exitIf();
}

function pushField({ e, layout }: Watched, number: Local, offset: number): void {
  pushRange(e, layout, number);
  e.memory(OP.i64Load, offset);
}

function pushConstantStart({ e, layout }: Watched, number: number): void {
  const at = e.local("i32");
  e.i32(number);
  e.set(at);
  pushRange(e, layout, at);
  e.memory(OP.i64Load, RANGE.start);
}

function isObject({ e, layout }: Watched, number: Local): void {
  pushRange(e, layout, number);
  e.memory(OP.i32Load, RANGE.kind);
  e.i32(RANGE_KIND.object);
  e.op(OP.i32Eq);
}

// ---- pointers

/** Behind a load, before anything is changed: what a loaded pointer points into. */
export function noteLoaded(watching: Watching, op: OpOf<"load">): void {
  const { watched, around, ir, rule } = watching;
  const { e, coming } = watched;
  if (rule.pointer?.kind !== "load" || !watched.pointers.has(rule.pointer.target)) return;
  const value = e.local("i64");
  const isSigned = ir.ops.some((one) => one.op === "extendS");
  e.get(around.local(op.dest));
  if (ir.types[op.dest] === "i32") e.op(isSigned ? OP.i64ExtendI32S : OP.i64ExtendI32U);
  e.set(value);
  const isNarrow = ir.types[op.dest] === "i32" && !isSigned && watched.watch.stack.low >= 2 ** 32;
  const where = isNarrow ? "low addresses" : "any";
  setLoadedNumber(watched, { value, where, register: rule.pointer.target, number: coming, exitIf: around.exitIf });
}

/** Before a register is set: addresses of locals. */
export function noteSet(watching: Watching, op: OpOf<"setRegister">): void {
  const { watched, around, ir, rule } = watching;
  const { e, coming, watch, open, close } = watched;
  const { pointer } = rule;
  if (pointer === undefined || op.register !== pointer.target) return;
  // lea from rbp while that stands in a frame is as good as its address says.
  const framePointer = pointer.kind === "lea" && pointer.source === GPR.rbp ? numberOf(watching, GPR.rbp) : undefined;
  const isFound = pointer.kind === "found" && watched.pointers.has(pointer.target);
  if (pointer.kind !== "frame" && !isFound && framePointer === undefined) return;
  const value = e.local("i64");
  e.get(around.local(op.value));
  if (ir.types[op.value] === "i32") e.op(OP.i64ExtendI32U);
  e.set(value);
  if (isFound) {
    setLoadedNumber(watched, { value, where: "any", register: pointer.target, number: coming, exitIf: around.exitIf });
    return;
  }
  if (pointer.target === GPR.rbp) {
    const { low, high } = watch.stack;
    e.i32(RANGE_NUMBER.framePointer);
    e.i32(0);
    e.get(value);
    e.i64(BigInt(low));
    e.op(OP.i64Sub);
    e.i64(BigInt(high - low));
    e.op(OP.i64LtU, OP.select);
    e.set(coming);
    return;
  }
  if (framePointer !== undefined) {
    e.get(framePointer);
    e.i32(RANGE_NUMBER.framePointer);
    e.op(OP.i32Eq);
    open(OP.if);
  }
  e.get(value);
  e.get(watched.top);
  e.call(watched.firstFunction + INNER.localsOf);
  e.set(coming);
  e.get(coming);
  e.i32(CARE);
  e.op(OP.i32Eq);
  around.exitIf();
  if (framePointer !== undefined) close();
}

/** Where execution may come in: what is known need not be asked of the locals. */
export function settleKnown({ e, pointers }: Watched, known: Known): void {
  for (const [register, local] of pointers) {
    if (known[register] === UNKNOWN) continue;
    e.i32(known[register]!);
    e.set(local);
  }
}

/** After the instruction: which register points into what. Locals also hold what is known without them. */
function carryPointers(watching: Watching): void {
  const { watched, rule, known } = watching;
  const { e, pointers } = watched;
  const { pointer } = rule;
  if (pointer === undefined) return;
  const after = knownBehind(known, rule);
  const setKnown = (register: number, number: number): void => {
    const local = pointers.get(register);
    if (local === undefined || known[register] === number) return;
    e.i32(number);
    e.set(local);
  };
  // The drops may be sources of what follows only in "exchange", which has none.
  for (const register of pointer.drops) setKnown(register, 0);
  const { kind, target } = pointer;
  if (kind === "none" || kind === "masked" || kind === "compare") return;
  if (kind === "exchange") {
    exchange(watching, pointer);
    return;
  }
  const mine = pointers.get(target);
  if (mine === undefined) return;
  if (after[target] !== UNKNOWN) {
    e.i32(after[target]!);
    e.set(mine);
    return;
  }
  pushCarried(watching, pointer);
  e.set(mine);
}

/** Number of the object that a register points into, i32; 0 where it points nowhere for certain. */
function pushNumber(watching: Watching, register: number): void {
  const { e } = watching.watched;
  const local = numberOf(watching, register);
  if (local === undefined) e.i32(0);
  else e.get(local);
}

function exchange(watching: Watching, { target, source, range }: PointerRule): void {
  const { e, pointers } = watching.watched;
  pushNumber(watching, target);
  if (source < 0) e.i32(range);
  else pushNumber(watching, source);
  for (const register of [target, source]) {
    const local = pointers.get(register);
    if (local === undefined) e.op(OP.drop);
    else e.set(local);
  }
}

/** What the target points into after the instruction. */
function pushCarried(watching: Watching, { kind, target, source, index, range }: PointerRule): void {
  const { watched } = watching;
  const { e, coming } = watched;
  const [mine, other] = [numberOf(watching, target), numberOf(watching, source)];
  const pushOther = (): void => {
    if (other !== undefined) e.get(other);
    else e.i32(range);
  };
  switch (kind) {
    case "copy":
      pushOther();
      return;
    case "constant":
      e.i32(range);
      return;
    case "load":
    case "found":
    case "frame":
      e.get(coming);
      return;
    case "sum":
      if (mine === undefined) pushOther();
      else if (other === undefined && range === 0) e.get(mine);
      else {
        e.get(mine);
        pushOther();
        e.op(OP.i32Or);
        e.i32(0);
        e.get(mine);
        e.op(OP.i32Eqz);
        pushOther();
        e.op(OP.i32Eqz, OP.i32Or, OP.select);
      }
      return;
    case "lea":
      pushLea(watching, source, index);
      return;
    case "difference":
      if (other === undefined && range === 0) e.get(mine!);
      else {
        e.i32(0);
        e.get(mine!);
        pushOther();
        e.op(OP.select);
      }
      return;
    case "chosen":
      pushOther();
      pushNumber(watching, target);
      pushRegister(watched, target);
      pushRegister(watched, source);
      e.op(OP.i64Eq, OP.select);
      return;
    default:
      e.i32(0);
  }
}

function pushLea(watching: Watching, source: number, index: number): void {
  const { e, coming } = watching.watched;
  const base = numberOf(watching, source);
  const second = index === source ? undefined : numberOf(watching, index);
  if (base === undefined) {
    // What rsp points into is not kept, and then neither is what the sum does.
    if (source < 0 || source === GPR.rsp || second === undefined) e.i32(0);
    else e.get(second);
    return;
  }
  e.get(base);
  if (second !== undefined) {
    e.get(second);
    e.get(base);
    e.op(OP.select);
  }
  if (source !== GPR.rbp) return;
  const number = e.local("i32");
  e.set(number);
  e.get(coming);
  e.get(number);
  e.get(base);
  e.i32(RANGE_NUMBER.framePointer);
  e.op(OP.i32Eq, OP.select);
}

// ---- after

/** Notes behind the instruction. */
export function noteAfter(watching: Watching): void {
  const { watched, rule, ir } = watching;
  const { e, layout } = watched;
  carryPointers(watching);
  if (rule.setsNumber) {
    e.i32(0);
    e.i64(ir.address);
    e.memory(OP.i64Store, layout.watch + WATCH.numberSetter);
  }
  if (rule.stack !== undefined || rule.setsFramePointer || rule.makesLocals) stackNotes(watching);
}

export const isCrossing = (stack: StackRule | undefined): boolean => stack?.kind === "call" || stack?.kind === "ret";
