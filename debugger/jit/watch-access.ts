// What translated code under an observer asks before an access acts: it stays in its object, hits nothing that a call keeps
// on the stack, and its bytes may be read or written. A page whose shadow is all zero has a tag that says so: there only the
// object is asked for. The stack's pages are never such.

import type { InlineRule, OperandRule } from "../cpu/inline-watch.ts";
import type { Op, OpOf, Value } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { SHADOW } from "../mem/layout.ts";
import { FRAME, RANGE_NUMBER } from "../mem/watch-layout.ts";
import type { Local } from "./emitter.ts";
import { accessedWords, type FrameState } from "./frame-flow.ts";
import { UNKNOWN } from "./known-pointers.ts";
import { pushAddress, pushHostAddress } from "./operation.ts";
import { OP } from "./wasm-writer.ts";
import { INNER } from "./watch-functions.ts";
import { objectOfString } from "./watch-string.ts";
import { numberOf, pushIsOutside, pushRegister, type Watched, type Watching } from "./watched.ts";

export type Access = OpOf<"load"> | OpOf<"store"> | OpOf<"loadBytes"> | OpOf<"storeBytes"> | OpOf<"checkWrite">;

export const isAccess = (op: Op): op is Access =>
  op.op === "load" || op.op === "store" || op.op === "loadBytes" || op.op === "storeBytes" || op.op === "checkWrite";

const sizeOf = (op: Access): number => ("sizeBits" in op ? op.sizeBits / 8 : op.sizeBytes);

/** Where the shadow of an access is, as i32 on the stack; `Layout.shadow` is still to be added. */
function pushShadow({ around, ir }: Watching, address: Value): void {
  pushHostAddress(around, ir, address);
}

const SHADOW_LOADS: Readonly<Record<number, number>> = {
  1: OP.i32Load8U,
  2: OP.i32Load16U,
  4: OP.i32Load,
  8: OP.i64Load,
};
const SHADOW_STORES: Readonly<Record<number, number>> = {
  1: OP.i32Store8,
  2: OP.i32Store16,
  4: OP.i32Store,
  8: OP.i64Store,
};

/** A bit in each of so many bytes. */
const spread = (bits: number, sizeBytes: number): bigint => {
  let value = 0n;
  for (let k = 0; k < Math.min(8, sizeBytes); k++) value = (value << 8n) | BigInt(bits);
  return value;
};

/** The shadow bytes of an access: i32 or i64, of more than eight bytes all eights, and two of ten, together. */
function pushShadowBytes(watching: Watching, address: Value, sizeBytes: number): "i32" | "i64" {
  const { e, layout } = watching.watched;
  pushShadow(watching, address);
  if (sizeBytes <= 8) {
    e.memory(SHADOW_LOADS[sizeBytes]!, layout.shadow);
    return sizeBytes === 8 ? "i64" : "i32";
  }
  e.memory(OP.i64Load, layout.shadow);
  for (let at = 8; at < sizeBytes; at += 8) {
    pushShadow(watching, address);
    e.memory(sizeBytes - at === 2 ? OP.i64Load16U : OP.i64Load, layout.shadow + at);
    e.op(OP.i64Or);
  }
  return "i64";
}

/** Leaves when a shadow byte on the stack has one of the bits. */
function exitIfAny({ watched: { e }, around }: Watching, type: "i32" | "i64", bits: number, sizeBytes: number): void {
  if (bits !== 0xff) {
    e.constant(type, spread(bits, sizeBytes));
    e.op(type === "i64" ? OP.i64And : OP.i32And);
  }
  if (type === "i64") {
    e.i64(0n);
    e.op(OP.i64Ne);
  }
  around.exitIf();
}

/** How an access finds out whether its page is one without shadow. */
export interface CleanPage {
  /** i32: 0 when it is. */
  pushUnclean(): void;
  checkPage(): void;
}

/** Accesses that ask first whether the page has any shadow: those that may be to other memory than the stack. */
export function asksForClean(
  { watched, rule, known, ir }: Pick<Watching, "watched" | "rule" | "known" | "ir">,
  op: Op,
): boolean {
  const isOwn = op.op === "load" || op.op === "loadBytes" || op.op === "storeBytes";
  if (!isOwn && (op.op !== "store" || op.check === "unchecked")) return false;
  const { operand, stack } = rule;
  if (stack !== undefined || ir.repeat !== undefined || operand === undefined || operand.isString) return false;
  if (operand.base === GPR.rsp) return false;
  if (operand.base !== GPR.rbp || !watched.hasFramePointers) return true;
  return (known[GPR.rbp] ?? UNKNOWN) > RANGE_NUMBER.framePointer;
}

/** Before an access acts: may it, and what does it mean for the shadow? Comes behind the check of its page, or makes it. */
export function checkAccess(watching: Watching, op: Access, clean?: CleanPage): void {
  const { rule, ir, watched } = watching;
  const full = watched.watch.level === "full";
  const sizeBytes = sizeOf(op);
  const isUnchecked = op.op === "store" && op.check === "unchecked";
  if (isUnchecked) {
    // Its bytes were looked at before: read by the same instruction, or by checkWrite.
    if (!full || ir.ops.some((one) => one.op === "checkWrite")) define(watching, op.address, sizeBytes);
    return;
  }
  const { e } = watched;
  const address = e.local("i64");
  pushAddress(watching.around, ir, op.address);
  e.set(address);
  if (rule.operand !== undefined && !isOfStack(rule, op)) checkOperand(watching, rule.operand, address, sizeBytes);
  if (clean === undefined) {
    checkBytes(watching, op, address);
    return;
  }
  clean.pushUnclean();
  watched.open(OP.if);
  clean.checkPage();
  checkBytes(watching, op, address);
  watched.close();
}

/** `push [x]` and `call [x]` write to the stack, `pop [x]` reads it: not their operand. */
function isOfStack({ stack }: InlineRule, op: Access): boolean {
  return op.op === "store" ? stack?.kind === "push" || stack?.kind === "call" : stack?.kind === "pop";
}

/** What depends on where the access goes: the stack, the shadow. */
function checkBytes(watching: Watching, op: Access, address: Local): void {
  const { rule, watched } = watching;
  const full = watched.watch.level === "full";
  const sizeBytes = sizeOf(op);
  const reads = op.op === "load" || op.op === "loadBytes";
  const isUpdate = op.op === "load" && op.intent === "update";
  const settled = settledShadow(watching, op);
  if (settled !== undefined) {
    if (settled === "plain") define(watching, op.address, sizeBytes);
    return;
  }
  if (reads && rule.operand !== undefined && !rule.operand.isAbove && !isOfStack(rule, op))
    checkRedZone(watching, address, sizeBytes);
  if (!reads || isUpdate) {
    const isFollowed =
      rule.stack?.kind === "push" && watching.frame !== undefined && watching.frameBehind !== undefined;
    if (rule.stack?.kind !== "call" && !isFollowed) checkSlots(watching, address, sizeBytes);
  }
  if (reads) {
    const type = pushShadowBytes(watching, op.address, sizeBytes);
    exitIfAny(watching, type, full ? 0xff : SHADOW.unaddressable | SHADOW.watched, sizeBytes);
    return;
  }
  checkShadowOfWrite(watching, op.address, sizeBytes, op.op === "checkWrite" ? "later" : "now");
}

/** The access is to the frame, hits nothing that a call keeps there, and its shadow is known. */
function settledShadow(watching: Watching, op: Access): "defined" | "plain" | undefined {
  const { watched, frame, frameBehind, rule, ir } = watching;
  if (frame === undefined || watched.watch.level !== "full") return undefined;
  const kind = rule.stack?.kind;
  const isOfStack = op.op === "store" && (kind === "push" || kind === "call");
  if (isOfStack) {
    // A second push of an instruction, or one that nobody follows.
    if (kind === "push" && frameBehind === undefined) return undefined;
    return shadowOfWords(frame, 1n << BigInt(frame.depth));
  }
  if (kind === "ret") return frame.depth === 0 ? "defined" : undefined;
  if (op.op !== "load" && op.op !== "store") return undefined;
  const access = { address: op.address, sizeBytes: op.sizeBits / 8 };
  const words = accessedWords(frame, ir, access, watched.frameSizes);
  if (words === undefined || words >= 1n << BigInt(frame.depth)) return undefined;
  const writes = op.op === "store" || op.intent === "update";
  if (writes && frame.hasSlot && (words & 1n) !== 0n) return undefined;
  return (words & ~frame.defined) === 0n ? "defined" : undefined;
}

function shadowOfWords(frame: FrameState, words: bigint): "defined" | "plain" | undefined {
  if ((words & ~frame.defined) === 0n) return "defined";
  return (words & ~frame.plain) === 0n ? "plain" : undefined;
}

const OPEN = SHADOW.undefined | SHADOW.partial;

function checkShadowOfWrite(watching: Watching, address: Value, sizeBytes: number, defines: "now" | "later"): void {
  const { e, open, close } = watching.watched;
  const type = pushShadowBytes(watching, address, sizeBytes);
  const kind = watching.rule.stack?.kind;
  if (defines === "now" && (kind === "push" || kind === "call")) {
    // Below rsp there is hardly ever a defined byte.
    exitIfAny(watching, type, 0xff & ~OPEN, sizeBytes);
    define(watching, address, sizeBytes);
    return;
  }
  const shadow = e.local(type);
  e.tee(shadow);
  if (type === "i64") {
    e.i64(0n);
    e.op(OP.i64Ne);
  }
  open(OP.if);
  e.get(shadow);
  exitIfAny(watching, type, 0xff & ~OPEN, sizeBytes);
  if (defines === "now") define(watching, address, sizeBytes);
  close();
}

/** What is written is defined. Nothing else can be in the shadow there. */
export function define(watching: Watching, address: Value, sizeBytes: number): void {
  const { e, layout } = watching.watched;
  for (let at = 0; at < sizeBytes; at += 8) {
    pushShadow(watching, address);
    const part = Math.min(8, sizeBytes - at);
    e.constant(part === 8 ? "i64" : "i32", 0n);
    e.memory(SHADOW_STORES[part]!, layout.shadow + at);
  }
}

/** i32 local with the object that the address was derived from; undefined when it is none for certain. */
function derivedFrom(watching: Watching, { base, index, range }: OperandRule): Local | undefined {
  const { e } = watching.watched;
  const [first, second] = [numberOf(watching, base), numberOf(watching, index)];
  if (first === undefined && second === undefined && range === 0) return undefined;
  const number = e.local("i32");
  const pushRest = (): void => {
    if (second === undefined) e.i32(range);
    else if (range === 0) e.get(second);
    else {
      e.get(second);
      e.i32(range);
      e.get(second);
      e.op(OP.select);
    }
  };
  if (first === undefined) pushRest();
  else {
    e.get(first);
    pushRest();
    e.get(first);
    if (base === GPR.rbp) {
      e.i32(RANGE_NUMBER.framePointer);
      e.op(OP.i32GtU);
    }
    e.op(OP.select);
  }
  e.set(number);
  return number;
}

interface Variable {
  readonly start: number;
  readonly size: number;
}

/** The variable that an address is derived from, where that is always the same one. */
function knownVariable({ watched, known }: Watching, { base, index, range }: OperandRule): Variable | undefined {
  const numberAt = (register: number): number =>
    register < 0 || register === GPR.rsp ? 0 : (known[register] ?? UNKNOWN);
  const first = numberAt(base);
  const number = first === 0 ? numberAt(index) || range : first;
  return number > 0 ? watched.watch.variable(number) : undefined;
}

/** i32: not 0 when some bytes do not lie in a variable. */
function pushIsOutsideVariable({ e }: Watched, { start, size }: Variable, address: Local, sizeBytes: number): void {
  if (size < sizeBytes) {
    e.i32(1);
    return;
  }
  e.get(address);
  e.i64(BigInt(start));
  e.op(OP.i64Sub);
  e.i64(BigInt(size - sizeBytes));
  e.op(OP.i64GtU);
}

/** The access stays in the object that its address was derived from. */
function checkOperand(watching: Watching, operand: OperandRule, address: Local, sizeBytes: number): void {
  const { watched, around } = watching;
  const { e } = watched;
  const number = operand.isString ? objectOfString(watched, address, watching.known) : derivedFrom(watching, operand);
  if (number !== undefined) {
    const variable = operand.isString ? undefined : knownVariable(watching, operand);
    if (variable === undefined) pushIsOutside(watched, number, address, () => e.i64(BigInt(sizeBytes)));
    else pushIsOutsideVariable(watched, variable, address, sizeBytes);
    around.exitIf();
  }
  if (operand.index >= 0 && (operand.base === GPR.rsp || operand.base === GPR.rbp))
    checkIndexedLocal(watching, number, address, sizeBytes);
}

/** No read lies in the stack below the red zone. Most others than the stack's are to lower addresses. */
function checkRedZone(watching: Watching, address: Local, sizeBytes: number): void {
  const { watched, around } = watching;
  const { e, watch } = watched;
  e.get(address);
  e.i64(BigInt(watch.stack.low));
  e.op(OP.i64GeU);
  watched.open(OP.if);
  e.get(address);
  pushRegister(watched, GPR.rsp);
  e.i64(BigInt(watch.redZoneBytes + sizeBytes - 1));
  e.op(OP.i64Sub, OP.i64LtU);
  around.exitIf();
  watched.close();
}

/** An array among the locals must not reach what the frame keeps above them. */
function checkIndexedLocal(watching: Watching, number: Local | undefined, address: Local, sizeBytes: number): void {
  const { watched, around } = watching;
  const { e } = watched;
  e.get(address);
  e.i64(BigInt(sizeBytes));
  e.op(OP.i64Add);
  e.get(watched.top);
  e.memory(OP.i64Load, FRAME.savedLow);
  e.op(OP.i64GtU);
  e.get(address);
  e.get(watched.top);
  e.memory(OP.i64Load, FRAME.stackPointer);
  e.i64(BigInt(watched.bits / 8));
  e.op(OP.i64Add, OP.i64LtU, OP.i32And);
  if (number !== undefined) {
    e.get(number);
    e.i32(RANGE_NUMBER.framePointer);
    e.op(OP.i32LeU, OP.i32And);
  }
  around.exitIf();
}

/** A write over a return address or a saved rbp is noted by the observer. */
function checkSlots(watching: Watching, address: Local, sizeBytes: number): void {
  const { watched, around, rule, pushBefore, frame } = watching;
  const { e, open, close, watch, top, nearSlot } = watched;
  const end = e.local("i64");
  e.get(address);
  e.i64(BigInt(sizeBytes));
  e.op(OP.i64Add);
  e.set(end);
  // Behind a push that was below the slot another one is too.
  if (rule.stack?.kind === "push" && pushBefore !== undefined && frame === undefined) e.get(nearSlot);
  else {
    e.get(end);
    e.get(top);
    e.memory(OP.i64Load, FRAME.slot);
    e.op(OP.i64GtU);
    if (rule.stack?.kind === "push") e.tee(nearSlot);
  }
  open(OP.if);
  e.get(address);
  e.i64(BigInt(watch.stack.high));
  e.op(OP.i64LtU);
  open(OP.if);
  e.get(address);
  e.get(end);
  e.get(top);
  e.call(watched.firstFunction + INNER.touchesSlot);
  around.exitIf();
  close();
  close();
}
