// Calls of libc functions whose arguments are known without running: free of what is no block, a block freed twice, copies
// that overlap, sizes that cannot be meant or that are larger than the buffer, al for printf.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { textOf } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import { type RoomArguments, roomArguments } from "../facts/libc-room.ts";
import { generalNumber, isZeroIdiom, registerUse } from "../isa/register-use.ts";
import { objectOf } from "./element-size.ts";
import { argumentOf, externName, freedBy } from "./flow/calls.ts";
import { LOOK_BACK } from "./flow/graph.ts";
import {
  bodySpan,
  bodyText,
  flowFinding,
  isEditable,
  judged,
  linesBefore,
  lineText,
  overFlow,
  type Place,
  relatedTo,
} from "./flow/judge.ts";
import { constantOf, isStack, only, type Value } from "./flow/value.ts";
import { changesFlow, type Listing } from "./listing.ts";
import { roomLeft } from "./short-variable.ts";
import { isSteady } from "./steady-text.ts";

const bytes = (count: bigint | number): string => `${count} ${Number(count) === 1 ? "byte" : "bytes"}`;

function whatItIs({ code, flow }: Place, value: Value): string | undefined {
  if (isStack(value)) return "an address on the stack";
  if (value.kind === "label") return `the address of \`${code.module.symbols[value.symbol]?.name}\``;
  if (value.kind === "number") {
    const name = externName(flow.graph, value.at);
    return `the number that ${name} in ${lineText(code, value.at)} returned`;
  }
  if (value.kind === "block" && value.offset !== 0)
    return `${bytes(Math.abs(value.offset))} ${value.offset > 0 ? "inside" : "before"} the block of ${lineText(code, value.at)}`;
  return undefined;
}

/** The call that was given what the register holds from which this one's argument is copied right above. */
function freedAgain({ code, flow, index }: Place): number | undefined {
  const copy = code.instructions[index - 1];
  const [target, source] = copy?.decoded.operands ?? [];
  const isCopy = copy?.decoded.mnemonic === "mov" && target !== undefined && generalNumber(target) === 7;
  const register = isCopy && source !== undefined ? generalNumber(source) : undefined;
  const isLine = !code.instructions[index]!.isTarget;
  return register === undefined || !isLine ? undefined : freedBy({ flow, index: index - 1 }, register);
}

function release(place: Place, name: string): Diagnostic[] {
  const values = argumentOf(place.state, place.flow.graph, 0);
  const twice = judged(values, (value) => value.kind === "block" && value.state === "freed");
  const block = values.find(({ kind }) => kind === "block");
  if (twice !== undefined && block?.kind === "block") {
    const path = twice === "hint" ? " on some path" : "";
    const message = `${name} gets a block that was freed before${path}; it was allocated in ${lineText(place.code, block.at)}`;
    return [
      flowFinding(place, "double-free", twice, message, { related: relatedTo(place.code, block.at, "allocated here") }),
    ];
  }
  const again = place.code.bits === 64 && name === "free" ? freedAgain(place) : undefined;
  if (again !== undefined) {
    const message = `free gets a block that free in ${lineText(place.code, again)} was given before`;
    const related = relatedTo(place.code, again, "freed here");
    return [flowFinding(place, "double-free", "warning", message, { related })];
  }
  const severity = judged(values, (value) => whatItIs(place, value) !== undefined);
  if (severity !== "warning") return [];
  const message = `${name} gets ${whatItIs(place, values[0]!)}: only what malloc and its kin returned can be freed`;
  return [flowFinding(place, "invalid-free", severity, message)];
}

/** The same object and a distance: how far `a` lies behind `b`. */
function distance(a: Value | undefined, b: Value | undefined): number | undefined {
  if (a?.kind === "label" && b?.kind === "label" && a.symbol === b.symbol) return a.offset - b.offset;
  if (a?.kind === "block" && b?.kind === "block" && a.at === b.at) return a.offset - b.offset;
  if (a?.kind === "entry" && b?.kind === "entry" && a.register === b.register) return a.offset - b.offset;
  return undefined;
}

/** memmove in memcpy's place, declared where it is not yet. */
function memmoveFix({ instruction }: Place): Fix[] {
  const span = bodySpan(instruction);
  const text = bodyText(instruction);
  if (!isEditable(instruction) || !/\bmemcpy\b/.test(text)) return [];
  const whole = textOf(span.source, 0, span.source.bytes.length);
  const isDeclared = /^[ \t]*extern\b[^;\n]*\bmemmove\b/im.test(whole);
  const declaration = { span: { source: span.source, start: 0, end: 0 }, text: "extern memmove\n" };
  const call = { span, text: text.replace(/\bmemcpy\b/, "memmove") };
  return [{ title: "Use memmove", edits: isDeclared ? [call] : [declaration, call] }];
}

function overlap(place: Place, name: string): Diagnostic[] {
  const { state, flow } = place;
  const [to, from] = [0, 1].map((position) => only(argumentOf(state, flow.graph, position)));
  const count = constantOf(argumentOf(state, flow.graph, 2));
  const apart = distance(to, from);
  if (apart === undefined || apart === 0 || count === undefined || BigInt(Math.abs(apart)) >= count) return [];
  const message = `${name} copies ${bytes(count)} between places ${bytes(Math.abs(apart))} apart: they overlap; memmove is for that`;
  const fixes = name === "memcpy" ? memmoveFix(place) : [];
  return [flowFinding(place, "overlap-copy", "warning", message, { fixes })];
}

/** strcpy into the text that they read: as far as the text stands in the source. */
function overlapOfTexts(place: Place, name: string): Diagnostic[] {
  const { state, flow } = place;
  const [to, from] = [0, 1].map((position) => only(argumentOf(state, flow.graph, position)));
  const apart = distance(to, from);
  const text = apart === undefined ? undefined : textAt(place, from);
  if (apart === undefined || apart === 0 || text === undefined || Math.abs(apart) > text.length) return [];
  const message = `${name} copies a text of ${bytes(text.length)} to a place ${bytes(Math.abs(apart))} ${apart > 0 ? "behind" : "before"} its start: they overlap; memmove is for that`;
  return [flowFinding(place, "overlap-copy", "warning", message)];
}

/** strcat of a text to itself: the zero that ends it is written over. */
function ontoItself(place: Place): Diagnostic[] {
  const [to, from] = [0, 1].map((position) => only(argumentOf(place.state, place.flow.graph, position)));
  if (distance(to, from) !== 0) return [];
  const message = "strcat gets the same text twice: it writes over the zero that ends what it reads";
  return [flowFinding(place, "overlap-copy", "warning", message)];
}

/** A size from here on is no room that anybody has. */
const SIZE_LIMIT = 2n ** 31n;

const SIZES: Readonly<Record<string, number>> = { malloc: 0, realloc: 1, memcpy: 2, memmove: 2, memset: 2, strncpy: 2 };

function size(place: Place, name: string): Diagnostic[] {
  const { code, state, flow } = place;
  const count = constantOf(argumentOf(state, flow.graph, SIZES[name]!));
  const bits = code.bits;
  const filler = name === "memset" && count === 0n ? constantOf(argumentOf(state, flow.graph, 1)) : undefined;
  if (filler !== undefined && filler !== 0n) {
    const message = `memset gets the byte ${filler} and the size 0, so it writes nothing: the byte comes second, the size third`;
    return [flowFinding(place, "bad-size-arg", "warning", message)];
  }
  if (count === undefined || BigInt.asUintN(bits, count) < 1n << BigInt(bits - 1))
    return blockTooSmall(place, name, count);
  const message = `${name} gets the size ${BigInt.asIntN(bits, count)}: a size is unsigned, so this is a huge number`;
  return [flowFinding(place, "bad-size-arg", "warning", message)];
}

/** strcpy of a text of the source into a block or a variable that is shorter. */
function textTooLong(place: Place, name: string): Diagnostic[] {
  const { code, state, flow } = place;
  const [to, from] = [0, 1].map((position) => only(argumentOf(state, flow.graph, position)));
  const text = from?.kind === "label" ? textAt(place, from) : undefined;
  if (text === undefined) return [];
  const needs = `${name} writes ${bytes(text.length + 1)} with the zero behind the text`;
  if (to?.kind === "block" && to.sizeBytes >= 0 && to.offset + text.length + 1 > to.sizeBytes) {
    const message = `${needs}, but the block allocated in ${lineText(code, to.at)} has ${bytes(to.sizeBytes - to.offset)}`;
    return [flowFinding(place, "heap-overflow-write", "warning", message)];
  }
  const symbol = to?.kind === "label" ? code.module.symbols[to.symbol] : undefined;
  const object = symbol && objectOf(code.module, symbol);
  if (to?.kind !== "label" || symbol === undefined || object === undefined || from?.kind !== "label") return [];
  const room = object.end - Number(symbol.value) - to.offset;
  if (to.symbol === from.symbol || room <= 0 || text.length + 1 <= room) return [];
  const message = `${needs}, but \`${symbol.name}\` has room for ${room}`;
  return [flowFinding(place, "global-overflow-write", "warning", message)];
}

/** memset, memcpy, memmove: more than the block has room for. */
function blockTooSmall(place: Place, name: string, count: bigint | undefined): Diagnostic[] {
  const block = only(argumentOf(place.state, place.flow.graph, 0));
  if (!/^mem/.test(name) || count === undefined || block?.kind !== "block" || block.sizeBytes < 0) return [];
  const past = block.offset + Number(count) - block.sizeBytes;
  if (past <= 0) return [];
  const message = `${name} writes ${bytes(count)}, ${past} of them past the end of the block of ${bytes(block.sizeBytes)} allocated in ${lineText(place.code, block.at)}`;
  return [flowFinding(place, "heap-overflow-write", "warning", message)];
}

/** fgets, snprintf, read: told a larger size than the variable or the block has. */
function roomTooSmall(place: Place, name: string, { buffer, factors, by }: RoomArguments): Diagnostic[] {
  const { code, state, flow } = place;
  const numbers = factors.map((position) => constantOf(argumentOf(state, flow.graph, position)));
  const to = only(argumentOf(state, flow.graph, buffer));
  if (to === undefined || numbers.some((number) => number === undefined || number >= SIZE_LIMIT)) return [];
  const count = numbers.reduce<bigint>((product, number) => product * number!, 1n);
  const says = `${name} may write ${bytes(count)}, but`;
  if (to.kind === "block" && to.sizeBytes >= 0 && to.offset >= 0) {
    const room = to.sizeBytes - to.offset;
    if (room < 0 || count <= BigInt(room)) return [];
    const message = `${says} the block allocated in ${lineText(code, to.at)} has room for ${room}: pass that as the size, or allocate more`;
    return [flowFinding(place, by === "libc" ? "heap-overflow-write" : "syscall-bad-address", "warning", message)];
  }
  if (to.kind !== "label") return [];
  const symbol = code.module.symbols[to.symbol]!;
  const room = roomLeft(code, symbol, to.offset, count, true);
  if (room === undefined) return [];
  const message = `${says} \`${symbol.name}\` has room for ${room}: pass that as the size, or reserve more`;
  return [flowFinding(place, by === "libc" ? "global-overflow-write" : "syscall-bad-address", "warning", message)];
}

/** The text at a label, up to its zero byte, if it is that at run time. */
function textAt(place: Place, value: Value | undefined): string | undefined {
  const { module } = place.code;
  const symbol = value?.kind === "label" ? module.symbols[value.symbol] : undefined;
  const section = typeof symbol?.section === "number" ? module.sections[symbol.section] : undefined;
  if (value?.kind !== "label" || symbol === undefined || section === undefined) return undefined;
  const start = Number(symbol.value) + value.offset;
  const end = section.bytes.indexOf(0, start);
  if (start < 0 || end < start) return undefined;
  if (!isSteady(place, { section: Number(symbol.section), from: start, to: end })) return undefined;
  return String.fromCharCode(...section.bytes.subarray(start, Math.min(end, start + 4096)));
}

const FORMATS: Readonly<Record<string, number>> = { printf: 0, fprintf: 1, dprintf: 1, sprintf: 1, snprintf: 2 };

/** Functions that take only pointers behind their format. */
const SCANS = /^(?:__isoc99_)?[fs]?scanf$/;

/** Floating-point numbers that the format of a printf takes from vector registers; undefined where it is not known. */
export function floatsOf(place: Place, name: string): number | undefined {
  if (SCANS.test(name)) return 0;
  if (!Object.hasOwn(FORMATS, name)) return undefined;
  const format = textAt(place, only(argumentOf(place.state, place.flow.graph, FORMATS[name]!)));
  // A long double lies on the stack.
  const floats = format?.replaceAll("%%", "").match(/%[-+ #0-9.*']*l?[aefgAEFG]/g)?.length ?? 0;
  return format === undefined ? undefined : Math.min(8, floats);
}

/** Arguments that the format of a printf takes from general registers. */
export function wordsOf(place: Place, name: string): number | undefined {
  if (!Object.hasOwn(FORMATS, name)) return undefined;
  const format = textAt(place, only(argumentOf(place.state, place.flow.graph, FORMATS[name]!)));
  const words = format?.replaceAll("%%", "").match(/%[-+ #0-9.']*(?:hh?|ll?|[jzt])?[diouxXcsp]/g)?.length;
  // An argument that is named by its number, or a width among them, is not counted.
  return format !== undefined && /%[^%]*[$*]/.test(format) ? undefined : words;
}

/** al alone, as the straight line in front of the call sets it. */
function alSetBefore({ code, index, flow }: Place): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK) && flow.graph.next[at] === at + 1; at--) {
    const { decoded } = code.instructions[at]!;
    if (code.instructions[at + 1]!.isTarget || changesFlow(decoded)) return undefined;
    if (!registerUse(decoded).writes.has(0)) continue;
    const [target, source] = decoded.operands;
    if (target?.kind !== "register" || target.register.name !== "al") return undefined;
    if (isZeroIdiom(decoded)) return 0;
    const isSet = decoded.mnemonic === "mov" && source?.kind === "immediate";
    return isSet ? Number(BigInt.asUintN(8, source.value)) : undefined;
  }
  return undefined;
}

/** What stands in al, where it is no count of registers. A result that is too large does no harm where nothing is `wanted`. */
function leftInAl({ owner, flow, code }: Place, value: Value, wanted: number | undefined): string | undefined {
  if (value.kind === "entry" && value.register === 0 && value.offset === 0) {
    // A function that is not called from elsewhere may get al from its caller, and a global one be variadic itself.
    return owner.why === "main" ? "al was never set" : undefined;
  }
  if (value.kind !== "destroyed" && value.kind !== "block" && value.kind !== "number") return undefined;
  const by = `${externName(flow.graph, value.at)} in ${lineText(code, value.at)}`;
  if (value.kind === "destroyed") return `al was not set since ${by}, which returns nothing`;
  return wanted
    ? `al is a byte of the ${value.kind === "block" ? "address" : "number"} that ${by} returned`
    : undefined;
}

function variadic(place: Place, name: string): Diagnostic[] {
  const values = place.state.registers[0]!;
  const wanted = floatsOf(place, name);
  if (place.code.bits !== 64) return [];
  const count = only(values)?.kind === "unset" ? 0n : constantOf(values);
  const al = count === undefined ? alSetBefore(place) : Number(BigInt.asUintN(8, count));
  const isWrong = al !== undefined && wanted !== undefined && (al < wanted || al > 8);
  const left = values.flatMap((value) => leftInAl(place, value, wanted) ?? []);
  if (!isWrong && left.length === 0) return [];
  const isOnSome = !isWrong && left.length < values.length;
  // The number may be one that fits.
  const isSure = !isOnSome && !values.some(({ kind }) => kind === "number");
  const what = isWrong ? `${name} is called with al = ${al}` : `${left[0]}${isOnSome ? " on some path" : ""}`;
  const needed = wanted
    ? `but ${isWrong ? "its" : `${name}'s`} format takes ${wanted} floating-point ${wanted === 1 ? "number" : "numbers"}: `
    : `and ${isWrong ? "it" : name} takes a variable number of arguments: `;
  const message = `${what}, ${needed}al tells how many xmm registers hold arguments`;
  const isMendable = wanted !== undefined && isEditable(place.instruction);
  const line = wanted === 0 ? "xor eax, eax" : `mov eax, ${wanted}`;
  const fixes = isMendable
    ? [{ title: `Put \`${line}\` before the call`, edits: linesBefore(place.instruction, [line]) }]
    : [];
  return [flowFinding(place, "variadic-al", isSure ? "warning" : "hint", message, { fixes })];
}

function check(place: Place): Diagnostic[] {
  const name = externName(place.flow.graph, place.index);
  if (name === undefined) return [];
  return [
    ...(name === "free" || name === "realloc" ? release(place, name) : []),
    ...(name === "memcpy" ? overlap(place, name) : []),
    ...(name === "strcat" ? ontoItself(place) : []),
    ...(name === "strcpy" || name === "stpcpy" ? [...overlapOfTexts(place, name), ...textTooLong(place, name)] : []),
    ...(isLibcFunction(name) && roomArguments[name] ? roomTooSmall(place, name, roomArguments[name]) : []),
    ...(Object.hasOwn(SIZES, name) ? size(place, name) : []),
    ...(Object.hasOwn(FORMATS, name) || SCANS.test(name) ? variadic(place, name) : []),
  ];
}

/** Rules invalid-free, double-free, overlap-copy, bad-size-arg, overflows of counted buffers and variadic-al. */
export const libcCalls = (code: Listing): Diagnostic[] => overFlow(code, check);
