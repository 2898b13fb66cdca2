// Provenance of pointers: for each general register the object that the address in it was derived from. A transfer says what
// an instruction does to it: copies, additions of numbers, lea and masks keep it, everything else drops it. A pointer that is
// loaded from memory belongs to the object its value lies in, so no provenance is kept for memory.

import { END_WORD } from "../../server/facts/heading-label.ts";
import type { Decoded, DecodedMemory, DecodedOperand } from "../../server/isa/insn.ts";
import { stringStem } from "../../server/isa/register-use.ts";
import type { ImageReference } from "../../server/obj/image.ts";
import { blockHolding } from "./blocks.ts";
import type { Context } from "./context.ts";
import { undefinedBytes } from "./definedness/evaluate.ts";
import { frameOfLocal, isLeftBehind } from "./frames.ts";
import { type DataObject, isFollowedAtOnce } from "./program-map.ts";
import { redZoneBytes } from "./stack-room.ts";
import { loadWord, registerNumber } from "./words.ts";

export type Provenance =
  | { readonly kind: "block"; readonly id: number; readonly start: number; readonly end: number }
  /**
   * `aligned`: the pointer was moved down to a multiple of 16 or more, to look at what lies around the object, too. `from`: the
   * source put it behind the object, `array + size`.
   */
  | {
      readonly kind: "object";
      readonly name: string;
      readonly start: number;
      readonly end: number;
      readonly aligned?: "down";
      readonly from?: "behind";
    }
  /** Where one variable's pointer was subtracted from another's: added to a pointer into `from` it leads to `to`. */
  | { readonly kind: "distance"; readonly from: Extent; readonly to: Extent }
  /** A local of an activation; "top" while the pointer stands at its rbp or rsp itself. `aligned` as above. */
  | {
      readonly kind: "frame";
      readonly serial: number;
      readonly target: number;
      readonly at: "local" | "top";
      readonly aligned?: "down";
    };

/** A variable: where they lie is the source's, while who reaches one block from another relies on what malloc happens to do. */
export type Extent = Extract<Provenance, { kind: "object" }>;

/** What an instruction does to the provenance of registers. */
export interface Transfer {
  readonly kind:
    | "none"
    | "copy"
    | "exchange"
    | "constant"
    | "sum"
    | "keep"
    | "masked"
    | "difference"
    | "reduced"
    | "chosen"
    | "load"
    /** As loaded, but from a vector register. */
    | "found"
    | "frame"
    | "compare";
  readonly target: number;
  readonly source: number;
  readonly constant: Provenance | undefined;
  /** Registers that hold no pointer afterwards. */
  readonly drops: readonly number[];
}

const RSP = 4;
const RBP = 5;

/** Whose local it was is not known any more: no activation has the number 0. */
export const deadLocal = { kind: "frame", serial: 0, target: 0, at: "local" } as const;

const NONE: Transfer = { kind: "none", target: -1, source: -1, constant: undefined, drops: [] };

const without = (list: readonly number[], number: number): readonly number[] => list.filter((one) => one !== number);

const numberOf = (operand: DecodedOperand | undefined): number =>
  operand?.kind === "register" && (operand.register.class === "gpr64" || operand.register.class === "gpr32")
    ? operand.register.number
    : -1;

const objectProvenance = (object: DataObject) => ({
  kind: "object" as const,
  name: object.name,
  start: object.start,
  end: object.end,
});

/** The object that `label + addend` belongs to: the one that the source names, at its end and behind it, too. */
export function provenanceOfLabel(
  context: Context,
  name: string,
  addend: number,
  address?: number,
): Provenance | undefined {
  const { objectByName, objects } = context.program;
  const object = objectByName.get(name);
  if (object === undefined && LINKERS_ENDS.test(name)) return boundAt(context, name, address);
  if (object === undefined) return address === undefined ? undefined : partOf(context, name, address + addend);
  // A label that closes a group reaches back into it.
  if (END_WORD.test(name)) {
    const group = context.program.groups.find((one) => one.end === object.start);
    const first = object.start === object.end ? objects.find(({ start }) => start === group?.start) : object;
    return group && { ...objectProvenance(first ?? object), start: group.start, end: object.end };
  }
  if (object.start === object.end) return undefined;
  // Several labels at one place: any of them may say how far it goes.
  if (objects.some((one) => one !== object && one.start === object.start && one.end !== object.end)) return undefined;
  if (isFollowedAtOnce(context.program, object)) return undefined;
  if (addend < 0) return undefined;
  const isInside = object.start + addend < object.end;
  return isInside ? objectProvenance(object) : { ...objectProvenance(object), from: "behind" };
}

/** `array.end`, `record.name`: a local label inside of a variable, or right behind it. */
function partOf({ program }: Context, name: string, address: number): Provenance | undefined {
  const dot = name.lastIndexOf(".");
  const whole = program.objectByName.get(name.slice(0, Math.max(0, dot)));
  if (whole === undefined || address < whole.start || address > whole.end) return undefined;
  return address < whole.end || END_WORD.test(name.slice(dot + 1)) ? objectProvenance(whole) : undefined;
}

/** The linker's own labels: a walk may go up to one. */
const LINKERS_ENDS = /^_{0,2}(?:end|edata|etext|bss_start)$/;

/** A place that only bounds: nothing lies there. */
function boundAt({ program }: Context, name: string, address = 0): Provenance | undefined {
  const start = program.image.symbols.find((one) => one.name === name)?.address ?? address;
  return start === 0 ? undefined : { kind: "object", name, start, end: start };
}

const provenanceOfReference = (context: Context, { symbol, address, addend, indexed }: ImageReference) =>
  provenanceOfLabel(context, symbol, indexed ? 0 : Number(addend), address);

function leaTransfer(
  context: Context,
  pc: number,
  target: number,
  memory: DecodedMemory,
  drops: readonly number[],
): Transfer {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory");
  const [base, index] = [memory.base?.number ?? -1, memory.index?.number ?? -1];
  const kept = { target, drops: without(drops, target), constant: undefined };
  if (reference !== undefined) {
    const constant = provenanceOfReference(context, reference);
    return { ...kept, kind: "constant", source: -1, constant };
  }
  if (base === RSP || (base === RBP && index < 0)) return { ...kept, kind: "frame", source: base };
  return { ...kept, kind: "sum", source: base < 0 ? index : base, constant: undefined };
}

function moveTransfer(
  context: Context,
  pc: number,
  decoded: Decoded,
  target: number,
  drops: readonly number[],
): Transfer {
  const source = decoded.operands[1];
  const kept = { target, drops: without(drops, target), constant: undefined };
  if (source?.kind === "memory") return { ...kept, kind: "load", source: -1 };
  if (source?.kind === "immediate") {
    const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "immediate");
    if (reference === undefined) return { ...kept, kind: "constant", source: -1 };
    return {
      ...kept,
      kind: "constant",
      source: -1,
      constant: provenanceOfReference(context, reference),
    };
  }
  const from = numberOf(source);
  if (from < 0) return { ...NONE, drops };
  if (from === RSP || (from === RBP && target !== RSP)) return { ...kept, kind: "frame", source: from };
  return { ...kept, kind: "copy", source: from };
}

/** What an instruction does; `written` are the registers it writes. */
export function transferOf(context: Context, pc: number, decoded: Decoded, written: ReadonlySet<number>): Transfer {
  const drops = [...written].filter((number) => number !== RSP && number < 16);
  const [first, second] = decoded.operands;
  const target = numberOf(first);
  const kept = { target, drops: without(drops, target), constant: undefined };
  const { mnemonic } = decoded;
  if (stringStem(mnemonic) !== undefined)
    return { ...NONE, drops: drops.filter((number) => number !== 6 && number !== 7) };
  if (mnemonic === "cmp" && target >= 0) {
    const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "immediate");
    return {
      ...NONE,
      kind: "compare",
      target,
      source: numberOf(second),
      constant: reference && boundOf(context, reference),
    };
  }
  if (mnemonic === "enter") return { ...NONE, kind: "frame", target: RBP, source: RSP, drops: without(drops, RBP) };
  if (target < 0 || target === RSP) return { ...NONE, drops };
  switch (mnemonic) {
    case "mov":
    case "movsxd":
      return moveTransfer(context, pc, decoded, target, drops);
    case "pop":
      return { ...kept, kind: "load", source: -1 };
    case "movq":
    case "movd":
      return { ...kept, kind: second?.kind === "memory" ? "load" : "found", source: -1 };
    case "lea":
      return second?.kind === "memory" ? leaTransfer(context, pc, target, second, drops) : { ...NONE, drops };
    case "xchg":
      return numberOf(second) < 0
        ? { ...NONE, drops }
        : { ...NONE, kind: "exchange", target, source: numberOf(second) };
    case "add":
      return addTransfer(context, pc, target, second, kept.drops);
    case "sub":
      return subTransfer(context, pc, target, second, kept.drops);
    case "inc":
    case "dec":
    case "or":
      return { ...kept, kind: "keep", source: -1 };
    case "and":
      if (isNoAddress(second)) return { ...kept, kind: "constant", source: -1 };
      return { ...kept, kind: isAlignment(second) ? "masked" : "keep", source: -1 };
    default:
      return mnemonic.startsWith("cmov") && numberOf(second) >= 0
        ? { ...kept, kind: "chosen", source: numberOf(second) }
        : { ...NONE, drops };
  }
}

/** `-16`, `0FFFFFFC0h`, `-4096`: what is left is a multiple of 16 or more. Smaller ones take tags out of pointers. */
function isAlignment(operand: DecodedOperand | undefined): boolean {
  if (operand?.kind !== "immediate") return false;
  const clears = ~BigInt.asIntN(32, operand.value);
  return clears >= 15n && (clears & (clears + 1n)) === 0n;
}

/** `and eax, 15`: what is left is an index, or a pointer's place in its page. */
const isNoAddress = (operand: DecodedOperand | undefined): boolean =>
  operand?.kind === "immediate" && operand.value >= 0n && operand.value < SMALLEST_ADDRESS;

/** Programs lie above, whatever links them. */
const SMALLEST_ADDRESS = 0x40_0000n;

/** What the label in an instruction's immediate operand belongs to. */
function labelAt(context: Context, pc: number): Provenance | undefined {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "immediate");
  return reference && provenanceOfReference(context, reference);
}

function subTransfer(
  context: Context,
  pc: number,
  target: number,
  second: DecodedOperand | undefined,
  drops: readonly number[],
): Transfer {
  if (second?.kind === "memory") return { kind: "reduced", target, source: -1, constant: undefined, drops };
  return { kind: "difference", target, source: numberOf(second), constant: labelAt(context, pc), drops };
}

function addTransfer(
  context: Context,
  pc: number,
  target: number,
  second: DecodedOperand | undefined,
  drops: readonly number[],
): Transfer {
  return { kind: "sum", target, source: numberOf(second), constant: labelAt(context, pc), drops };
}

/** A label that a pointer is compared with, the linker's (`_edata`) too: the walk goes up to it. */
const boundOf = (context: Context, { symbol, address }: ImageReference): Provenance | undefined =>
  boundAt(context, symbol, address);

/** The object a value lies in, one past its end included where nothing else begins. */
export function provenanceOfValue(context: Context, value: number): Provenance | undefined {
  if (value < 0x10000 || value >= 2 ** 47) return undefined;
  const { stack } = context.options;
  if (value >= stack.low && value < stack.high) return frameOfLocal(context, value);
  const { owners, program } = context;
  const block = blockHolding(owners.blocks, value);
  if (block?.state === "live")
    return { kind: "block", id: block.id, start: block.address, end: block.address + block.sizeBytes };
  const { objects } = program;
  if (objects.length === 0 || value < objects[0]!.start || value >= objects.at(-1)!.end) return undefined;
  return provenanceFound(context, value);
}

/**
 * The object that an address lies in whose label is not known. Where one variable ends and the next begins it may be the end of
 * the first, and where the source has a name for it (`array - 8`) the array's: until an access decides, it may go over both.
 */
export function provenanceFound(context: Context, address: number): Provenance | undefined {
  const { program } = context;
  const object = program.objectAtAddress(address);
  const found = object && provenanceOfLabel(context, object.name, address - object.start);
  if (found?.kind !== "object") return found;
  // The label alone in front of it may be meant, which says nothing of how far it goes.
  if (program.isHeading(address)) return undefined;
  const meant = program.objectByName.get(program.bases.get(address) ?? "");
  if (meant !== undefined && meant.start > address) return { ...objectProvenance(meant), start: found.start };
  if (address !== object?.start) return found;
  const before = program.objectAtAddress(address - 1);
  return before?.end === address ? { ...found, start: before.start } : found;
}

/**
 * Both ranges as one: a loop that is compared with a place behind its object runs over what lies between. The end that it is
 * compared with stays what it is, unless it walks itself, on to a later place.
 */
function joined(one: Provenance, bound: Provenance): Provenance {
  if (one.kind !== "object" || bound.kind !== "object") return one;
  if (one.from === "behind" && bound.start <= one.end) return one;
  const end = bound.from === "behind" ? bound.end : bound.start;
  return { ...one, start: Math.min(one.start, bound.start), end: Math.max(one.end, end) };
}

/** After the instruction: carries provenance on. */
export function carry(context: Context, transfer: Transfer): void {
  const { pointers } = context.owners;
  const { kind, target, source, drops } = transfer;
  for (let k = 0; k < drops.length; k++) pointers[drops[k]!] = undefined;
  switch (kind) {
    case "none":
      return;
    case "copy":
      pointers[target] = pointers[source];
      return;
    case "exchange":
      [pointers[target], pointers[source]] = [pointers[source], pointers[target]];
      return;
    case "constant":
      pointers[target] = transfer.constant;
      return;
    case "sum":
      carrySum(context, transfer);
      return;
    case "keep":
      return;
    case "masked":
      settleAligned(context, target);
      return;
    case "difference": {
      const other = source < 0 ? transfer.constant : pointers[source];
      if (other === undefined) settleFrame(context, target);
      else pointers[target] = distanceOf(other, pointers[target]);
      return;
    }
    case "reduced": {
      const { readAt } = context.current;
      const value = readAt === undefined || pointers[target] === undefined ? undefined : loadWord(context, readAt);
      const other = value === undefined ? undefined : provenanceOfValue(context, value);
      if (other !== undefined) pointers[target] = distanceOf(other, pointers[target]);
      return;
    }
    case "chosen":
      if (registerNumber(context, target) === registerNumber(context, source)) pointers[target] = pointers[source];
      return;
    case "load":
      pointers[target] =
        leftBehind(context, registerNumber(context, target)) ??
        provenanceOfValue(context, registerNumber(context, target));
      return;
    case "found":
      pointers[target] = provenanceOfValue(context, registerNumber(context, target));
      return;
    case "frame":
      pointers[target] = frameOfLocal(context, registerNumber(context, target));
      return;
    case "compare":
      carryCompare(context, transfer);
  }
}

/**
 * A pointer below rsp that was kept in memory: the frame it was taken in is gone. In the red zone it may be the running
 * function's own, if it is kept there too.
 */
function leftBehind(context: Context, value: number): Provenance | undefined {
  if (!isLeftBehind(context, value, 0)) return undefined;
  const { readAt = 0, decoded } = context.current;
  const stackPointer = registerNumber(context, RSP);
  const isOwn = readAt < stackPointer && readAt >= stackPointer - redZoneBytes(context);
  // What is popped lay above rsp until then: what it points to has been given up if nothing is left there.
  const isGivenUp = decoded?.mnemonic === "pop" && undefinedBytes(context.options.memory, value, 1)[0] !== 0;
  return isOwn && !isGivenUp && !isLeftBehind(context, value, redZoneBytes(context)) ? undefined : deadLocal;
}

const hasExtent = (pointer: Provenance | undefined): pointer is Extent => pointer?.kind === "object";

/** Of two pointers into one object it is a length, and no more. */
function distanceOf(from: Provenance | undefined, to: Provenance | undefined): Provenance | undefined {
  if (!hasExtent(from) || !hasExtent(to) || from.start === to.start) return undefined;
  return { kind: "distance", from, to };
}

/** Where a pointer and a distance lead together; undefined when they do not belong to each other. */
export function destination(one: Provenance | undefined, other: Provenance | undefined): Extent | undefined {
  if (one?.kind === "distance") return hasExtent(other) && other.start === one.from.start ? one.to : undefined;
  return other?.kind === "distance" ? destination(other, one) : undefined;
}

/** A pointer that stood at rbp has been moved down: it points to a local now. */
function settleFrame(context: Context, register: number): void {
  const pointer = context.owners.pointers[register];
  if (pointer?.kind === "frame" && pointer.at === "top")
    context.owners.pointers[register] = frameOfLocal(context, registerNumber(context, register));
}

/**
 * A pointer to a variable or local that was moved down to a multiple of 16 or more is there to look at what lies around it:
 * whole vectors of a text, the paragraphs of a dump. Writing there is as wrong as before; what lies around a block is nobody's
 * anyway.
 */
function settleAligned(context: Context, register: number): void {
  const { pointers } = context.owners;
  const pointer = pointers[register];
  if (pointer?.kind === "object" || pointer?.kind === "frame") pointers[register] = { ...pointer, aligned: "down" };
  else if (pointer?.kind === "block" && registerNumber(context, register) < pointer.start)
    pointers[register] = undefined;
}

function carrySum(context: Context, { target, source, constant }: Transfer): void {
  const { pointers } = context.owners;
  const [mine, other] = [pointers[target], constant ?? (source < 0 ? undefined : pointers[source])];
  // lea: the target's old pointer is only kept when it is the source as well, which it then is.
  const isLea = context.current.decoded?.mnemonic === "lea";
  if (isLea) {
    const [base, index] = [source < 0 ? undefined : pointers[source], indexPointer(context)];
    pointers[target] = destination(base, index) ?? (source < 0 ? undefined : (base ?? index));
  } else pointers[target] = mine !== undefined && other !== undefined ? destination(mine, other) : (mine ?? other);
  settleFrame(context, target);
}

/** lea r, [number + pointer]: the index may be the pointer. */
function indexPointer(context: Context): Provenance | undefined {
  const memory = context.current.decoded?.operands[1];
  if (memory?.kind !== "memory" || memory.index === undefined || memory.scale !== 1) return undefined;
  return context.owners.pointers[memory.index.number];
}

function carryCompare(context: Context, { target, source, constant }: Transfer): void {
  const { pointers } = context.owners;
  const mine = pointers[target];
  const other = source < 0 ? constant : pointers[source];
  if (mine === undefined || other === undefined || mine === other) return;
  pointers[target] = joined(mine, other);
  if (source >= 0) pointers[source] = joined(other, mine);
}
