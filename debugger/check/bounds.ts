// An access against the object its address was derived from: past the end or before the start of a heap block, a variable or
// a frame's locals, although what lies there may belong to the program too.

import type { Decoded } from "../../server/isa/insn.ts";
import { isBitString, stringStem } from "../../server/isa/register-use.ts";
import { blockLeft, isVectorOfThree, isWordWise, objectLeft } from "./accesses.ts";
import { blockAt, blockHolding } from "./blocks.ts";
import type { Context } from "./context.ts";
import { undefinedBytes } from "./definedness/evaluate.ts";
import type { HeapBlock } from "./finding.ts";
import { activationOf, afterReturn, isLeftBehind, leavesLocals, type StackAccess } from "./frames.ts";
import {
  type DataObject,
  isFollowedAtOnce,
  itemCovering,
  objectAt,
  takesField,
  takesRecord,
  takesSomeHeaded,
} from "./program-map.ts";
import { destination, type Extent, type Provenance, provenanceOfLabel } from "./provenance.ts";
import { registerNumber } from "./words.ts";

type Access = "read" | "write";

/** Where an instruction's memory operand takes its address from. */
export interface Operand {
  readonly base: number;
  readonly index: number;
  /** The variable of `[label + register]`. */
  readonly label: Provenance | undefined;
  readonly isString: boolean;
}

const RBX = 3;
const RSP = 4;
const RBP = 5;
const RDI = 7;

/** Registers that form an address without being written in the operands. */
const IMPLIED_BASES: ReadonlyMap<string, number> = new Map([
  ["xlat", RBX],
  ["xlatb", RBX],
  ["maskmovq", RDI],
  ["maskmovdqu", RDI],
  ["vmaskmovdqu", RDI],
]);

/** Of the word that an instruction on a bit string moves only the byte with its bit is meant. */
export function bitByte(context: Context, { operands }: Decoded, address: number, sizeBytes: number): number {
  const index = operands[1];
  if (index?.kind !== "register") return address;
  const bit = Number(BigInt.asUintN(16, context.options.state.gpr(index.register.number))) % (8 * sizeBytes);
  return address + Math.floor(bit / 8);
}

export function operandOf(context: Context, pc: number, decoded: Decoded): Operand | undefined {
  if (stringStem(decoded.mnemonic) !== undefined) return { base: -1, index: -1, label: undefined, isString: true };
  const implied = IMPLIED_BASES.get(decoded.mnemonic);
  if (implied !== undefined) return { base: implied, index: -1, label: undefined, isString: false };
  const memory = decoded.operands.find((one) => one.kind === "memory");
  if (memory?.kind !== "memory" || memory.segment === "fs" || memory.segment === "gs") return undefined;
  const [base, index] = [memory.base?.number ?? -1, memory.index?.number ?? -1];
  if (base < 0 && index < 0 && !isBitString(decoded)) return undefined;
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory");
  const label = reference && provenanceOfLabel(context, reference.symbol, 0);
  return { base, index, label, isString: false };
}

/** rbp as the frame's own pointer: what is reached from it by constants is meant. */
const isFramePointer = (context: Context, register: number): boolean =>
  register === RBP && context.owners.pointers[RBP]?.kind === "frame";

/** The object that the address of an access was derived from. */
function derivedFrom(context: Context, operand: Operand, address: number): Provenance | undefined {
  const { pointers } = context.owners;
  if (operand.isString) return registerNumber(context, RDI) === address ? pointers[RDI] : pointers[6];
  const { base, index } = operand;
  const first = base < 0 || isFramePointer(context, base) ? undefined : pointers[base];
  const second = index < 0 ? undefined : pointers[index];
  // [q + (p − q)] is meant for what p points to.
  const meant = destination(first ?? operand.label, second ?? operand.label);
  if (meant !== undefined && address >= meant.start && address < meant.end) return meant;
  if (first?.kind === "distance") return second ?? operand.label;
  return first ?? (second?.kind === "distance" ? undefined : second) ?? operand.label;
}

/** `[rsp + register]`, `[rbp - 16 + register]`: an array among the locals of the function that runs. */
function indexedLocal(context: Context, operand: Operand): Provenance | undefined {
  if (operand.index < 0 || (operand.base !== RSP && operand.base !== RBP)) return undefined;
  if (operand.base === RBP && context.owners.pointers[RBP] !== undefined && !isFramePointer(context, RBP))
    return undefined;
  const top = context.owners.activations.at(-1);
  if (top === undefined || top.switched) return undefined;
  const base = registerNumber(context, operand.base);
  if (base > top.stackPointer || base < registerNumber(context, RSP)) return undefined;
  return { kind: "frame", serial: top.serial, target: top.target, at: "local" };
}

/** What the address of an access was derived from. */
export function pointerOf(context: Context, operand: Operand, address: number): Provenance | undefined {
  return derivedFrom(context, operand, address) ?? (operand.index < 0 ? undefined : indexedLocal(context, operand));
}

export function checkBounds(context: Context, pointer: Provenance, one: StackAccess): "stop" | "told" | undefined {
  switch (pointer.kind) {
    case "block":
      return ofBlock(context, pointer, one);
    case "object":
      return ofObject(context, pointer, one);
    case "frame":
      return ofFrame(context, pointer, one);
    case "distance":
      return undefined;
  }
}

const isInImage = ({ program }: Context, at: number): boolean =>
  program.image.sections.some(({ address, sizeBytes }) => at >= address && at < address + sizeBytes);

const isInStack = ({ options: { stack } }: Context, address: number): boolean =>
  address >= stack.low && address < stack.high;

/** In a block in use, a variable of the program or its stack: no wrong count leads there from far away, a distance does. */
function isMeantFromFar(context: Context, { address, sizeBytes }: StackAccess): boolean {
  if (isInStack(context, address)) return address >= registerNumber(context, RSP);
  const block = blockHolding(context.owners.blocks, address);
  if (block !== undefined) return block.state === "live" && address + sizeBytes <= block.address + block.sizeBytes;
  if (isInImage(context, address)) return objectAt(context.program, address) !== undefined;
  const holds = (one: { readonly start: number; readonly sizeBytes: number }): boolean =>
    address >= one.start && address + sizeBytes <= one.start + one.sizeBytes;
  return context.options.mappings().some((one) => one.purpose === "mmap" && holds(one));
}

/** The pointer's block has moved, and the pointer was moved as far: it leads into what realloc has made of the block. */
function hasFollowed(context: Context, { freed }: HeapBlock, { address, sizeBytes }: StackAccess): boolean {
  const other = freed && blockHolding(context.owners.blocks, address);
  return (
    other?.state === "live" &&
    other.by.startsWith("realloc") &&
    other.allocated.time === freed?.time &&
    address + sizeBytes <= other.address + other.sizeBytes
  );
}

function ofBlock(
  context: Context,
  pointer: Extract<Provenance, { kind: "block" }>,
  one: StackAccess,
): "stop" | "told" | undefined {
  const inside = one.address >= pointer.start && one.address + one.sizeBytes <= pointer.end;
  const block = blockAt(context.owners.blocks, pointer.start);
  if (block?.id !== pointer.id || (inside && block.state === "live")) return undefined;
  // From one block to another is how writing past an end looks, too.
  const isFar =
    isInStack(context, one.address) || isInImage(context, one.address) !== isInImage(context, block.address);
  if ((isFar && isMeantFromFar(context, one)) || hasFollowed(context, block, one)) return undefined;
  if (block.state === "live" && one.address < pointer.end && isWordWise(context, one)) {
    context.current.readsOver = pointer.end;
    return "told";
  }
  return blockLeft(context, block, one) ?? "told";
}

function ofObject(context: Context, pointer: Extent, one: StackAccess): "stop" | "told" | undefined {
  const { address, sizeBytes } = one;
  if (address >= pointer.start && address + sizeBytes <= pointer.end) return undefined;
  const object = context.program.objectByName.get(pointer.name);
  if (object === undefined || context.options.memory.protectionAt(address) === undefined) return undefined;
  if (isInStack(context, address)) return undefined;
  if (isWordWise(context, one) && address < pointer.end) return undefined;
  if (!isInImage(context, address) && isMeantFromFar(context, one)) return undefined;
  if (one.access === "read" && (pointer.aligned !== undefined || readsOn(context, pointer, object, address)))
    return undefined;
  if (isMember(context, object, one) || isVectorOfThree(context, object, one)) return undefined;
  if (takesField(context.program, object, address, address + sizeBytes)) return undefined;
  if (context.program.groupOf(object).some((part) => address >= part.start && address + sizeBytes <= part.end))
    return undefined;
  // Where the pointer may also be one to what lies in front, its own variable is told of.
  const isOwn = pointer.end === object.end && address >= object.start;
  return (
    objectLeft(context, { ...object, start: isOwn ? object.start : pointer.start, end: pointer.end }, one) ?? "told"
  );
}

/** A table that is looked up in is no text that goes on, nor is it read on from where the source names its end. */
const readsOn = (context: Context, pointer: Extent, object: DataObject, address: number): boolean =>
  pointer.from !== "behind" &&
  !/^xlatb?$/.test(context.current.decoded?.mnemonic ?? "") &&
  isRunningText(context, object, address) &&
  endsWithVariable(context, address);

/** `rep movsb` says how far it will go: what is counted ends where a variable does. */
function endsWithVariable({ current, program, options }: Context, address: number): boolean {
  const { decoded } = current;
  if (decoded?.mnemonic !== "movsb" || decoded.repeat === "none") return true;
  const end = address + Number(options.state.read(options.core.bits === 64 ? "rcx" : "ecx") ?? 0n);
  return program.objects.some((one) => one.end === end);
}

/**
 * `[rdi + 2]` with rdi at `year dw 2024` meets `month db 5` exactly: members of a structure under labels of their own, single
 * elements from the one to the other.
 */
function isMember({ program, current }: Context, object: DataObject, { address, sizeBytes }: StackAccess): boolean {
  const memory = current.decoded?.operands.find((operand) => operand.kind === "memory");
  if (memory?.kind !== "memory" || memory.index !== undefined || memory.displacement === 0n) return false;
  const isSingle = ({ start, end }: DataObject): boolean =>
    itemCovering(program.image, start)?.elementSizeBytes === end - start;
  const first = program.objects.indexOf(object);
  const last = program.objects.findIndex(({ start, end }) => start === address && end === address + sizeBytes);
  if (first < 0 || last < 0) return false;
  const members = program.objects.slice(Math.min(first, last), Math.max(first, last) + 1);
  return members.every((one, at) => isSingle(one) && (at === 0 || members[at - 1]!.end === one.start));
}

const isText = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 10 || byte === 13 || byte === 9;

/** Bytes of texts written on: control sequences and letters beyond ASCII, too. */
const goesOn = (byte: number): boolean => isText(byte) || byte === 27 || byte >= 128 || (byte >= 7 && byte <= 12);

/** How far behind a text without an end what is written on is looked for. */
const TEXT_LIMIT_BYTES = 1 << 16;

/**
 * A text without its own end, written on under the next label: it is read on there, up to a zero byte. Labels that the source
 * names elsewhere begin texts of their own, which only a given length goes on into.
 */
export function isRunningText(context: Context, object: DataObject, address: number, hasLength = false): boolean {
  if (address < object.end) return false;
  const { image, objects, isNamed } = context.program;
  const isBehind = ({ start }: DataObject): boolean => start >= object.end && start <= address;
  if (!hasLength && objects.some((one) => isBehind(one) && isNamed(one))) return false;
  const next = objectAt(context.program, address);
  const item = itemCovering(image, address);
  if (next === undefined || item?.elementSizeBytes !== 1 || next.section !== object.section) return false;
  const bytes = context.options.memory.peek(object.start, object.end - object.start);
  const own = itemCovering(image, object.start);
  if (own?.elementSizeBytes !== 1 || own.kind !== "data" || bytes.length === 0 || bytes.includes(0)) return false;
  if (!bytes.every(isText) || address - object.end > TEXT_LIMIT_BYTES) return false;
  const between = context.options.memory.peek(object.end, address - object.end + 1);
  return between.every((byte, at) => goesOn(byte) || (byte === 0 && at === between.length - 1));
}

function ofFrame(
  context: Context,
  pointer: Extract<Provenance, { kind: "frame" }>,
  one: StackAccess,
): "stop" | "told" | undefined {
  const owner = activationOf(context, pointer.serial);
  if (owner === undefined) {
    const { stack } = context.options;
    const isStack = one.address >= stack.low && one.address < stack.high;
    return isStack && pointer.at === "local" ? afterReturn(context, pointer, one) : undefined;
  }
  if (owner.switched || pointer.at === "top") return undefined;
  if (one.access === "read" && pointer.aligned !== undefined) return undefined;
  if (one.address < owner.savedLow && isWordWise(context, one)) return undefined;
  return leavesLocals(context, owner, one);
}

/** A text goes on up to its zero byte, or as far as a length says, which is where a variable ends. */
function readsText(context: Context, object: DataObject, end: number): boolean {
  const isClosed = context.options.memory.peek(end - 1, 1)[0] === 0;
  if (!isClosed && !context.program.objects.some((one) => one.end === end)) return false;
  return isRunningText(context, object, object.end, !isClosed);
}

/** Functions that store one number, or one pointer, into one variable, whatever stands behind it. */
const STORES_NUMBER =
  /scanf$|^(?:time|strto\w+|frexp[fl]?|modff?|remquof?|wait(?:pid)?|sem_getvalue|posix_memalign|v?asprintf|getline|getdelim|pthread_(?:create|join|key_create))$/;

/** By a label alone in front of several variables, not by one of them, which a register would have been derived from. */
export function isHeaded(context: Context, start: number, end: number): boolean {
  if (!takesSomeHeaded(context.program, start, end)) return false;
  const isFrom = (one: Provenance | undefined, number: number) =>
    one?.kind === "object" && registerNumber(context, number) === start;
  return !context.owners.pointers.some(isFrom);
}

/** An access by libc that begins inside a variable and ends behind it. */
export function checkOutsideObject(context: Context, one: StackAccess): void {
  const object = objectAt(context.program, one.address);
  if (object === undefined || one.address + one.sizeBytes <= object.end) return;
  // A size that cannot be meant is told as such.
  if (isFollowedAtOnce(context.program, object) || one.sizeBytes >= 2 ** 31) return;
  const end = one.address + one.sizeBytes;
  if (one.access === "read" && readsText(context, object, end)) return;
  if (isHeaded(context, one.address, end)) return;
  const isNumber = one.access === "write" && one.sizeBytes <= 8 && STORES_NUMBER.test(one.by ?? "");
  if (isNumber) objectLeft(context, object, one);
  else if (takesRecord(context.program, object, one.address, end)) return;
  else if (!context.program.groupOf(object).some((part) => one.address >= part.start && end <= part.end))
    objectLeft(context, object, one);
}

/** Nothing is left of what stood there. */
const isGivenUp = ({ options }: Context, address: number): boolean =>
  undefinedBytes(options.memory, address, 1)[0] !== 0;

/**
 * An access by libc or the kernel that begins where one of the registers with arguments points to, when that was derived from a
 * variable or a local and lies outside of it: `&array[n]`. What begins inside is looked at from where it begins.
 */
export function checkGiven(context: Context, registers: readonly number[], one: StackAccess): void {
  const { pointers } = context.owners;
  const register = registers.find((number) => pointers[number] && registerNumber(context, number) === one.address);
  const pointer = register === undefined ? undefined : pointers[register];
  if (pointer?.kind === "object") {
    const isInside = one.address >= pointer.start && one.address < pointer.end;
    if (!isInside && one.sizeBytes < 2 ** 31) checkBounds(context, pointer, one);
  }
  if (pointer?.kind === "frame") {
    const owner = activationOf(context, pointer.serial);
    if (owner !== undefined && one.address >= owner.savedLow) checkBounds(context, pointer, one);
    // Of what libc is given the caller has asked already.
    const isGone = owner === undefined && one.by === "the kernel" && isLeftBehind(context, one.address, 0);
    if (isGone && (pointer.at === "local" || isGivenUp(context, one.address))) {
      afterReturn(context, pointer, one);
      if (one.access === "read") context.owners.toldCalls.add(`read ${one.pc}`);
    }
  }
}

export type { Access };
