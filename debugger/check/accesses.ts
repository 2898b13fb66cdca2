// Accesses to memory: heap blocks, freed blocks, variables. Called before the access; what is unmapped or protected is left
// to the fault that follows.

import { isThreeOfFour } from "../../server/facts/label-rows.ts";
import { isLibcFunction, signatureOf } from "../../server/facts/libc.ts";
import { withoutRoom } from "../../server/facts/libc-room.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { SHADOW } from "../mem/layout.ts";
import { arenaHolding, around } from "./blocks.ts";
import { bytesText, type Context, distanceText, hex, othersText, report } from "./context.ts";
import type { HeapBlock, RelatedPlace } from "./finding.ts";
import type { StackAccess } from "./frames.ts";
import { instructionWords } from "./instruction-words.ts";
import { bytesOf } from "./object-groups.ts";
import {
  type DataObject,
  isFollowedAtOnce,
  itemCovering,
  objectAt,
  placeText,
  statementText,
  takesHeaded,
} from "./program-map.ts";

type Access = "read" | "write";

const RSP = 4;

/** How far from a block an access to unowned heap memory is still said to belong to it, in bytes. */
const NEAR_BYTES = 4096;

const allocatedBy = (context: Context, block: HeapBlock): string =>
  `block #${block.id} of ${bytesText(block.sizeBytes)} at ${hex(block.address)}, allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}`;

export function blockHistory(block: HeapBlock): RelatedPlace[] {
  const places: RelatedPlace[] = [{ what: "allocated", ...block.allocated }];
  if (block.freed !== undefined) places.push({ what: "freed", ...block.freed });
  return places;
}

const verb = (access: Access): string => (access === "read" ? "Reads" : "Writes");

function instructionLine(context: Context, pc: number): string[] {
  return statementText(context.program, pc) === "" ? [] : [`The instruction is ${instructionWords(context, pc)}.`];
}

/** realloc gave it back. */
export const isMoved = ({ freed }: HeapBlock): boolean => freed?.by?.startsWith("realloc") === true;

/** Blocks of one origin and one end are one finding: all nodes of a list that is freed while it is walked. */
export const lifeOf = ({ allocated, freed }: HeapBlock): string => `block ${allocated.pc} ${freed?.pc ?? ""}`;

function freedText(context: Context, block: HeapBlock): string {
  const place = placeText(context.program, block.freed?.pc ?? 0);
  return isMoved(block) ? `given back by realloc at ${place}` : `freed at ${place}`;
}

function useAfterFree(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const inside = address - block.address;
  return report(context, {
    kind: `use-after-free-${access}`,
    message: () =>
      `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${inside === 0 ? "at the start of" : `${bytesText(inside)} inside`} a block of ${bytesText(block.sizeBytes)} that was freed.`,
    details: () => [
      ...instructionLine(context, pc),
      `It is ${allocatedBy(context, block)}, ${freedText(context, block)}.`,
      isMoved(block)
        ? "realloc may move a block and frees the old place: only what it returns counts from then on (0, when 0 bytes are asked for)."
        : "After free the bytes may be handed out again at any time: read what is needed before freeing, and forget the pointer.",
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: () => blockHistory(block),
    object: lifeOf(block),
  });
}

const isTextByte = (byte: number): boolean => (byte >= 32 && byte < 127) || byte === 10 || byte === 13;

/** The function of libc that is at work. */
function libcAtWork({ options, program }: Context): string | undefined {
  const { target } = options.core.calls.at(-1) ?? {};
  return program.image.stubs.find((one) => one.address === target)?.name;
}

/** What keeps a function of libc that is not told the room of its buffer within it. */
export function roomAdvice(context: Context): string | undefined {
  const name = libcAtWork(context);
  const advice = name !== undefined && isLibcFunction(name) ? withoutRoom[name] : undefined;
  return advice && `${name} ${advice}`;
}

/** It reads a text up to its zero byte, and is not told how long it may be. */
function readsText(name: string): boolean {
  if (!isLibcFunction(name)) return false;
  const { parameters, variadic } = signatureOf(name);
  const isCounted = parameters.some(({ text }) => text === "size_t");
  return parameters.some(({ text }) => /^const char ?\*/.test(text)) && (variadic || !isCounted);
}

/** A function of libc reads a text from the block's start, and the text fills all of the block. */
function isOpenText(context: Context, block: HeapBlock, address: number): boolean {
  const name = libcAtWork(context);
  if (name === undefined || !readsText(name) || address !== block.address || block.sizeBytes === 0) return false;
  return context.options.memory.peek(address, block.sizeBytes).every(isTextByte);
}

function overflow(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const end = block.address + block.sizeBytes;
  const past = Math.min(sizeBytes, address + sizeBytes - end);
  const where = (): string =>
    past === sizeBytes
      ? `${distanceText(address - end, "past the end of")} a block of ${bytesText(block.sizeBytes)}`
      : `${past} of them past the end of a block of ${bytesText(block.sizeBytes)}`;
  if (access === "write") block.overflowed ??= context.options.state.retired;
  return report(context, {
    kind: `heap-overflow-${access}`,
    message: () => `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${where()}.`,
    details: () => [
      ...instructionLine(context, pc),
      `The block is ${allocatedBy(context, block)}${block.state === "freed" ? " and freed since" : ""}.`,
      access === "read" && isOpenText(context, block, address)
        ? "No zero byte ends the text in it: allocate a byte more than the text is long, and store the 0."
        : ((access === "write" ? roomAdvice(context) : undefined) ??
          `Allocate at least ${bytesText(address + sizeBytes - block.address)}, or ${access} less.`),
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: () => blockHistory(block),
    object: `block ${block.id}`,
  });
}

/** By rsp itself: where it stands in a block, that is a stack of the program's own. */
function isOfStack({ current, options }: Context, address: number, sizeBytes: number): boolean {
  const stackPointer = Number(options.state.gpr(RSP));
  const isAtTop = address === stackPointer || address === stackPointer - sizeBytes;
  return isAtTop && /^(push|pop|call|ret|enter|leave)/.test(current.decoded?.mnemonic ?? "");
}

function underflow(
  context: Context,
  block: HeapBlock,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  if (access === "write") block.overflowed ??= context.options.state.retired;
  const isStack = isOfStack(context, address, sizeBytes);
  return report(context, {
    kind: `heap-underflow-${access}`,
    message: () =>
      `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${bytesText(block.address - address)} before a block of ${bytesText(block.sizeBytes)}.`,
    details: () => [
      ...instructionLine(context, pc),
      `The block is ${allocatedBy(context, block)}.`,
      isStack
        ? "It is used as a stack and too small for what is pushed and called there: make it larger."
        : "An index below 0, or a pointer moved too far back.",
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: () => blockHistory(block),
    object: `block ${block.id}`,
  });
}

/** Behind the break or behind what mmap was asked for, in a page that is mapped; "none" when it is neither. */
function beyondArea(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | "none" | undefined {
  const mapping = context.options
    .mappings()
    .find((one) => address + sizeBytes > one.start && address < one.start + one.sizeBytes);
  if (mapping?.purpose !== "brk" && mapping?.purpose !== "mmap") return "none";
  const isBreak = mapping.purpose === "brk";
  const end = isBreak ? context.options.programBreak().end : mapping.start + mapping.requestedBytes;
  const past = Math.min(sizeBytes, address + sizeBytes - end);
  if (past <= 0) return "none";
  // The rest of the page is there, and zero: a search that begins inside by whole vectors reads none of another's bytes.
  if (past < sizeBytes && isWordWise(context, { address, sizeBytes, access })) return undefined;
  const limit = isBreak ? "the program break" : `the end of a mapping of ${bytesText(mapping.requestedBytes)}`;
  const where = past === sizeBytes ? distanceText(address - end, "past") : `${past} of them past`;
  return report(context, {
    kind: `heap-overflow-${access}`,
    message: () => `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${where} ${limit}.`,
    details: () => [
      ...instructionLine(context, pc),
      isBreak
        ? `The break is ${hex(end)}: the page goes on to ${hex(mapping.start + mapping.sizeBytes)}, but that memory was not asked for.`
        : `The mapping begins at ${hex(mapping.start)}, made at ${placeText(context.program, mapping.pc)}; its page goes on, but that memory was not asked for.`,
      isBreak ? "Move the break further before using more." : "Ask mmap for as much as is used.",
    ],
    pc,
    time: context.options.state.retired,
    address,
    sizeBytes,
    related: () => [{ what: "mapped", pc: mapping.pc, time: mapping.time }],
    object: hex(mapping.start),
  });
}

/** An aligned read of a whole word or vector stays inside a page: text is searched that way past its end. */
export const isWordWise = (
  { program }: Context,
  { address, sizeBytes, access }: Pick<StackAccess, "address" | "sizeBytes" | "access">,
): boolean =>
  access === "read" &&
  (address % sizeBytes === 0
    ? sizeBytes >= 16
      ? program.searchesVectors() || program.looksForZeros()
      : sizeBytes >= 4 && program.looksForZeros()
    : sizeBytes >= 16 && program.searchesTexts());

const isOwnHeader = ({ options: { memory } }: Context, address: number, sizeBytes: number): boolean =>
  memory
    .shadowOf(address, sizeBytes)
    .every((byte) => (byte & SHADOW.unaddressable) === 0 || (byte & SHADOW.header) !== 0);

/** Judges an access to bytes that nobody owns: which block it meant. */
function unowned(context: Context, address: number, sizeBytes: number, access: Access, pc: number): "stop" | undefined {
  const { below, above } = around(context.owners.blocks, address);
  if (below !== undefined && address < below.address + below.sizeBytes) {
    if (below.state === "freed") return useAfterFree(context, below, address, sizeBytes, access, pc);
    const end = below.address + below.sizeBytes;
    if (address + sizeBytes > end) {
      if (!isWordWise(context, { address, sizeBytes, access }))
        return overflow(context, below, address, sizeBytes, access, pc);
      context.current.readsOver = end;
      return undefined;
    }
  }
  // By a block's own pointer it would have been told: this one walks over the headers of the program's own allocator.
  if (access === "read" && isOwnHeader(context, address, sizeBytes)) return undefined;
  const arena = arenaHolding(context.owners.blocks, address);
  if (arena?.state === "freed") return useAfterFree(context, arena, address, sizeBytes, access, pc);
  const area = beyondArea(context, address, sizeBytes, access, pc);
  if (area !== "none") return area;
  const pastBelow = below === undefined ? Number.POSITIVE_INFINITY : address - (below.address + below.sizeBytes);
  const beforeAbove = above === undefined ? Number.POSITIVE_INFINITY : above.address - address;
  // A search that begins at the vector around its first byte: blocks lie at multiples of 16, vectors may be longer.
  const isAround = above?.state === "live" && beforeAbove < sizeBytes && address % sizeBytes === 0;
  if (isAround && isWordWise(context, { address, sizeBytes, access })) return undefined;
  const isTooDeep =
    beforeAbove < NEAR_BYTES &&
    isOfStack(context, address, sizeBytes) &&
    (access === "write" || above?.overflowed !== undefined);
  const isInFront = (beforeAbove < sizeBytes || beforeAbove <= 16) && pastBelow > beforeAbove;
  if (above !== undefined && (isTooDeep || isInFront)) return underflow(context, above, address, sizeBytes, access, pc);
  if (below !== undefined && pastBelow < NEAR_BYTES) return overflow(context, below, address, sizeBytes, access, pc);
  return undefined;
}

/** Bytes of an access that lie outside its object, and how that reads. */
function outsideText(object: DataObject, address: number, sizeBytes: number): string {
  if (address >= object.end) return distanceText(address - object.end, "past the end of");
  if (address < object.start) return `${bytesText(object.start - address)} before`;
  return `${address + sizeBytes - object.end} of them past the end of`;
}

const END_NAME = /end|top|limit|last|stop|after|tail/i;

/** `[end - 8]`: a label that closes a group is used to reach back into it. */
function isFromEnd(context: Context, object: DataObject, address: number, sizeBytes: number): boolean {
  if (address + sizeBytes > object.start) return false;
  const closes = object.end === object.start || isFollowedAtOnce(context.program, object);
  if (!closes && !END_NAME.test(object.name)) return false;
  const { image } = context.program;
  const section = image.sections.find(
    (one) => object.start >= one.address && object.start <= one.address + one.sizeBytes,
  );
  return section !== undefined && address >= section.address;
}

/** `[row0 + 12]`, `[first + 8]`: another label is meant, where the source treats both as one object. */
export function isOfGroup({ program }: Context, object: DataObject, address: number, sizeBytes: number): boolean {
  return program.groupOf(object).some(({ start, end, named }) => {
    if (address < start || address + sizeBytes > end) return false;
    if (named !== "rows") return named === "any" || (named === "first" && object.start === start);
    const row = program.objectAtAddress(address);
    const elementBytes = itemCovering(program.image, start)?.elementSizeBytes ?? 1;
    return row !== undefined && address + sizeBytes <= row.end && (address - row.start) % elementBytes === 0;
  });
}

/**
 * Four elements are read of a variable of three: a vector of three has no register of its own, and its fourth lane is nobody's
 * business until it is used. Padding of zeros is as good as an element.
 */
export function isVectorOfThree(
  { program, options, current }: Context,
  object: DataObject,
  { address, sizeBytes, access }: Pick<StackAccess, "address" | "sizeBytes" | "access">,
): boolean {
  const item = itemCovering(program.image, object.start);
  if (access !== "read" || item === undefined || address !== object.start) return false;
  if (!isThreeOfFour(object.end - object.start, item.elementSizeBytes, sizeBytes)) return false;
  const behind = options.memory.peek(object.end, item.elementSizeBytes);
  const isPadding = behind.every((byte, k) => byte === 0 && program.objectAtAddress(object.end + k) === undefined);
  if (!isPadding) current.readsOver = object.end;
  return true;
}

/** `fxsave [area]` and kin move what is no variable's size. */
const isLongState = (decoded: Decoded | undefined): boolean =>
  /^(?:fx(?:save|rstor)\w*|fn?save|frstor|fn?stenv|fldenv)/.test(decoded?.mnemonic ?? "");

/**
 * `[label ± constant]`: the access must stay in the label's own object. Accesses through registers are derived from nothing
 * that is known here, and `[label + register]` may walk a table of several labels on purpose.
 */
export function labelAccess(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory" && !one.indexed);
  const object = reference && context.program.objectByName.get(reference.symbol);
  if (reference === undefined || object === undefined) return undefined;
  if (address !== object.start + Number(reference.addend)) return undefined;
  if (address >= object.start && address + sizeBytes <= object.end) return undefined;
  if (isFromEnd(context, object, address, sizeBytes) || isOfGroup(context, object, address, sizeBytes))
    return undefined;
  if (takesHeaded(context.program, object, address, address + sizeBytes)) return undefined;
  // Elements of one size under names of their own, taken as one vector.
  const isRow =
    context.program.groupOf(object).some(({ start, end }) => address >= start && address + sizeBytes <= end) ||
    hasOneSize(context, object, address + sizeBytes);
  const isState = isLongState(context.current.decoded);
  // Its parts may have labels of their own.
  if (isState && context.program.objects.some(({ end }) => end === address + sizeBytes)) return undefined;
  if (sizeBytes >= 16 && !isState && (isRow || (access === "read" && context.program.searchesTexts())))
    return undefined;
  if (isVectorOfThree(context, object, { address, sizeBytes, access })) return undefined;
  if (isHeader(context, object, address, sizeBytes)) return undefined;
  if (access === "read" && endsInPadding(context, object, address, sizeBytes)) return undefined;
  const objectBytes = object.end - object.start;
  const common = { pc, time: context.options.state.retired, address, sizeBytes, object: object.name };
  if (reference.addend === 0n && !isState) {
    if (access === "read") noteWideRead(context, object.name, address, sizeBytes, objectBytes, pc);
    return report(context, {
      ...common,
      kind: "element-size-mismatch",
      message: () =>
        `${verb(access)} ${bytesText(sizeBytes)} at \`${object.name}\`, which is ${bytesText(objectBytes)} long: ${othersText(sizeBytes - objectBytes)} behind it.`,
      details: () => [
        ...instructionLine(context, pc),
        `What lies behind \`${object.name}\` in ${object.section} becomes part of the value.`,
        `Define \`${object.name}\` with the size it is used with, or ${access} only ${bytesText(objectBytes)}.`,
      ],
    });
  }
  return report(context, {
    ...common,
    kind: `global-overflow-${access}`,
    message: () =>
      `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${outsideText(object, address, sizeBytes)} \`${object.name}\`, which is ${bytesText(objectBytes)} long.`,
    details: () => [
      ...instructionLine(context, pc),
      `\`${object.name}\` lies at ${hex(object.start)} … ${hex(object.end)} in ${object.section}.`,
      `What is ${access === "read" ? "read" : "overwritten"} there belongs to something else: check the offset, or make \`${object.name}\` longer.`,
    ],
  });
}

/** What is read behind the variable is zeros that an `align` has filled in: they belong to nobody. */
function endsInPadding({ program, options }: Context, object: DataObject, address: number, sizeBytes: number): boolean {
  const behind = itemCovering(program.image, object.end);
  return (
    behind?.kind === "align" &&
    address >= object.start &&
    address < object.end &&
    address + sizeBytes <= behind.address + behind.sizeBytes &&
    options.memory.peek(object.end, address + sizeBytes - object.end).every((byte) => byte === 0)
  );
}

/** Everything from the start of a variable up to `end` is elements of one size, as the static layer asks it, too. */
function hasOneSize({ program: { image } }: Context, object: DataObject, end: number): boolean {
  const first = itemCovering(image, object.start);
  const section = image.sections.find(({ name }) => name === object.section);
  if (first === undefined || section === undefined || end > section.address + section.sizeBytes) return false;
  for (let at = object.start; at < end; ) {
    const item = itemCovering(image, at);
    if (item?.kind !== first.kind || item.elementSizeBytes !== first.elementSizeBytes) return false;
    at = item.address + item.sizeBytes;
  }
  return true;
}

const WIDE_READS = 16;

function noteWideRead(
  context: Context,
  object: string,
  address: number,
  sizeBytes: number,
  objectBytes: number,
  pc: number,
): void {
  const bytes = context.options.memory.peek(address, Math.min(sizeBytes, 8));
  let value = 0n;
  for (let k = bytes.length - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[k]!);
  const list = context.owners.wideReads;
  list.push({ pc, object, value, sizeBytes, objectBytes });
  if (list.length > WIDE_READS) list.shift();
}

/** An access to bytes of which somebody may not own all. */
export function judge(
  context: Context,
  address: number,
  sizeBytes: number,
  access: Access,
  pc: number,
): "stop" | undefined {
  if (!(context.options.memory.shadowBits(address, sizeBytes) & SHADOW.unaddressable)) return undefined;
  return unowned(context, address, sizeBytes, access, pc);
}

/** An access derived from a block that leaves it, or that comes after its free; what lies there may be somebody else's. */
export function blockLeft(context: Context, block: HeapBlock, one: StackAccess): "stop" | undefined {
  const { address, sizeBytes, access, pc } = one;
  const end = block.address + block.sizeBytes;
  if (block.state === "freed" && address >= block.address && address < end)
    return useAfterFree(context, block, address, sizeBytes, access, pc);
  return address + sizeBytes > end && address >= block.address
    ? overflow(context, block, address, sizeBytes, access, pc)
    : underflow(context, block, address, sizeBytes, access, pc);
}

function adviceOutside(
  context: Context,
  { start, end, name }: DataObject,
  { address, sizeBytes, access, by }: StackAccess,
): string {
  if (address < start)
    return `\`${name}\` begins at ${hex(start)}: indexes count from 0, and a walk downwards ends there.`;
  const limit = access === "write" && by !== undefined ? roomAdvice(context) : undefined;
  if (limit !== undefined) return limit;
  const bytes = access === "read" ? context.options.memory.peek(start, end - start) : new Uint8Array(0);
  const { decoded } = context.current;
  const isCounted = decoded?.mnemonic === "movsb" && decoded.repeat !== "none";
  const isWalked = by === undefined ? sizeBytes === 1 && !isCounted : readsText(by);
  const isOpenText = isWalked && bytes.length > 1 && bytes.every(isTextByte);
  const isBytes = itemCovering(context.program.image, start)?.elementSizeBytes === 1;
  if (isOpenText && itemCovering(context.program.image, start)?.kind === "reserve")
    return `No zero byte ends what stands in \`${name}\`: store one behind the last character, and make room for it.`;
  if (isOpenText && bytesOf(context.program.image, { start, end }).at(-1) === 0)
    return `The zero byte that ended \`${name}\` has been overwritten: something longer was stored there than it has room for.`;
  return isOpenText && isBytes
    ? `No zero byte ends \`${name}\`: write \`, 0\` behind its text, or stop at its length.`
    : `Stop before its end, make \`${name}\` longer, or say \`; @object FIRST..LAST\` where several labels are one object.`;
}

/** `[text - 4]` where the length stands as a single element in front of `text: db …`, without a label: texts have it there. */
function isHeader({ program }: Context, { start }: DataObject, address: number, sizeBytes: number): boolean {
  const item = itemCovering(program.image, address);
  const isWhole = item?.address === address && item.sizeBytes === sizeBytes && item.elementSizeBytes === sizeBytes;
  const isNamed = ({ address: at, name }: { address: number; name: string }): boolean =>
    at === address && !END_NAME.test(name) && !program.groups.some(({ end }) => end === at);
  return isWhole && address + sizeBytes === start && !program.image.symbols.some(isNamed);
}

/** An access derived from a variable that leaves it. */
export function objectLeft(context: Context, object: DataObject, one: StackAccess): "stop" | undefined {
  const { address, sizeBytes, access, pc, time } = one;
  if (isHeader(context, object, address, sizeBytes)) return undefined;
  const there = (): string => {
    const isPartlyInside = address >= object.start && address < object.end;
    const neighbour = objectAt(context.program, isPartlyInside ? object.end : Math.max(address, object.start));
    return neighbour === undefined || neighbour.name === object.name
      ? ""
      : ` There lies \`${neighbour.name}\` of ${neighbour.section}.`;
  };
  const objectBytes = object.end - object.start;
  return report(context, {
    kind: one.by === "the kernel" ? "syscall-bad-address" : `global-overflow-${access}`,
    message: () =>
      `${verb(access)} ${bytesText(sizeBytes)} at ${hex(address)}, ${outsideText(object, address, sizeBytes)} \`${object.name}\`, which is ${bytesText(objectBytes)} long.${there()}`,
    details: () => [
      ...instructionLine(context, pc),
      `The address was derived from \`${object.name}\`, which lies at ${hex(object.start)} … ${hex(object.end)} in ${object.section}.`,
      adviceOutside(context, object, one),
    ],
    pc,
    time,
    address,
    sizeBytes,
    object: object.name,
  });
}
