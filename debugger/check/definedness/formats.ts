// What printf, scanf and their kin are given behind their format, in a call or in a va_list.

import { argumentNumbers } from "../../../server/facts/calling-convention.ts";
import { STATE } from "../../cpu/state.ts";
import { SHADOW } from "../../mem/layout.ts";
import type { MachineEvent } from "../../os/events.ts";
import type { Context } from "../context.ts";
import { stackPointerOf } from "../words.ts";
import { undefinedBytes } from "./evaluate.ts";
import type { Origin } from "./origin.ts";
import { reportUse } from "./report.ts";
import { originIn, VECTOR_ORIGIN } from "./shadow.ts";
import type { Tracker } from "./tracker.ts";

type Entered = Extract<MachineEvent, { kind: "libc-enter" }>;

/** What a conversion takes: an integer of which it prints so much, or a pointer; a double; a long double on the stack. */
export type Conversion = "byte" | "short" | "integer" | "wide" | "float" | "extended";

/** What was never set of an argument, and where that comes from. */
interface Unset {
  readonly origin: Origin | undefined;
}

/** Arguments one after another; undefined for what is set. Long doubles are not looked at. */
export interface Source {
  integer(sizeBytes: number): Unset | undefined;
  /** 64 bits: two words in 32-bit code. */
  wide(): Unset | undefined;
  float(): Unset | undefined;
  extended(): void;
}

const OPEN = SHADOW.undefined | SHADOW.partial;

function conversionOf(size: string | undefined, letter: string): Conversion {
  if (/[aefgAEFG]/.test(letter)) return size === "L" ? "extended" : "float";
  if (!/[diuoxXc]/.test(letter)) return "integer";
  if (size === "hh" || (letter === "c" && size === undefined)) return "byte";
  if (/^(?:ll|q|j|L)$/.test(size ?? "") && letter !== "c") return "wide";
  return size === "h" ? "short" : "integer";
}

/** Conversions of a printf format, with an integer for each `*`. */
function printed(format: string): Conversion[] {
  const list: Conversion[] = [];
  for (const [, width, precision, size, letter] of format.matchAll(
    /%[-+ #0']*(\*|\d+)?(?:\.(\*|\d*))?(hh|h|ll|l|L|q|j|z|t)?([a-zA-Z%])/g,
  )) {
    if (width === "*") list.push("integer");
    if (precision === "*") list.push("integer");
    // %m, %% and what printf does not know take none.
    if (!/[diuoxXbBcCsSpnaAeEfFgG]/.test(letter!)) continue;
    list.push(conversionOf(size, letter!));
  }
  return list;
}

/** How many addresses a scanf format takes; none where its arguments have numbers. */
function scanned(format: string): number {
  if (/%\d+\$/.test(format)) return 0;
  const conversions = format.matchAll(
    /%(?:%|(\*)?'?\d*m?(?:hh|h|ll|l|L|q|j|z|t)?(?:[diouxXaAeEfFgGcCsSpn]|\[\^?\]?[^\]]*\]))/g,
  );
  return [...conversions].filter(([text, suppressed]) => text !== "%%" && suppressed === undefined).length;
}

function formatText(context: Context, address: bigint | undefined): string {
  const { memory } = context.options;
  if (address === undefined || address >= 1n << 47n || memory.protectionAt(Number(address)) === undefined) return "";
  const bytes = memory.peek(Number(address), 4096);
  const end = bytes.indexOf(0);
  return String.fromCharCode(...bytes.subarray(0, Math.max(0, end)));
}

/** Conversions of the printf format at an address; none when it cannot be read. */
export const printfConversions = (context: Context, format: bigint | undefined): Conversion[] =>
  printed(formatText(context, format));

/** Bytes of memory that were never set. */
function unsetAt({ options: { memory } }: Context, tracker: Tracker, address: number, size: number): Unset | undefined {
  if ((memory.shadowBits(address, size) & OPEN) === 0) return undefined;
  return { origin: tracker.originOf(address, size) };
}

/** Integer argument `index` (from 0) of the call that is entered: as many of its lowest bytes as count. */
export function integerArgument(
  context: Context,
  tracker: Tracker,
  index: number,
  sizeBytes: number,
): Unset | undefined {
  const is32 = context.options.core.bits === 32;
  const register = is32 ? undefined : argumentNumbers[index];
  if (register === undefined) {
    const address = stackPointerOf(context) + (is32 ? 4 + 4 * index : 8 + 8 * (index - 6));
    return unsetAt(context, tracker, address, Math.min(is32 ? 4 : 8, sizeBytes));
  }
  const isOpen = BigInt.asUintN(8 * sizeBytes, tracker.registerBits(register)) !== 0n;
  return isOpen ? { origin: tracker.originOfRegister(register) } : undefined;
}

/** A floating-point argument in vector register `number`. */
export function vectorArgument(context: Context, number: number, sizeBytes: number): Unset | undefined {
  const at = STATE.ymm + 32 * number;
  const isOpen = number < 8 && context.shadow.undef.subarray(at, at + sizeBytes).some((byte) => byte !== 0);
  return isOpen ? { origin: originIn(context.shadow, VECTOR_ORIGIN + number) } : undefined;
}

/** Words from an address up, as i386 passes arguments: a double takes two, a long double three. */
function wordsFrom(integer: Source["integer"]): Source {
  const wide = () => {
    const [low, high] = [integer(4), integer(4)];
    return low ?? high;
  };
  return {
    integer,
    wide,
    float: wide,
    extended() {
      for (let k = 0; k < 3; k++) integer(4);
    },
  };
}

/** The arguments of the call that is entered, from integer argument `first` on. */
function callSource(context: Context, tracker: Tracker, first: number): Source {
  let [integers, floats] = [first, 0];
  const integer = (sizeBytes: number) => integerArgument(context, tracker, integers++, sizeBytes);
  if (context.options.core.bits === 32) return wordsFrom(integer);
  return { integer, wide: () => integer(8), float: () => vectorArgument(context, floats++, 8), extended() {} };
}

/** A number in memory; undefined where it was never set or cannot be read. */
function numberAt({ options: { memory } }: Context, address: number, sizeBytes: 4 | 8): number | undefined {
  const bytes = memory.peek(address, sizeBytes);
  if (bytes.length < sizeBytes || undefinedBytes(memory, address, sizeBytes).some((byte) => byte !== 0))
    return undefined;
  return Number(bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n));
}

/** The arguments of a va_list: four fields in 64-bit code (System V ABI, 3.5.7), an address in the stack in 32-bit code. */
function listSource(context: Context, tracker: Tracker, list: bigint | undefined): Source | undefined {
  if (list === undefined || list >= 1n << 47n) return undefined;
  if (context.options.core.bits === 32) {
    let next = Number(list);
    return wordsFrom((sizeBytes) => {
      next += 4;
      return unsetAt(context, tracker, next - 4, Math.min(4, sizeBytes));
    });
  }
  const at = Number(list);
  const [general, vector] = [numberAt(context, at, 4), numberAt(context, at + 4, 4)];
  const [area, saved] = [numberAt(context, at + 8, 8), numberAt(context, at + 16, 8)];
  if (general === undefined || vector === undefined || area === undefined || saved === undefined) return undefined;
  const next = { general, vector, area };
  const step = (field: keyof typeof next, by: number): number => {
    next[field] += by;
    return next[field] - by;
  };
  const take = (field: "general" | "vector", end: number, by: number, sizeBytes: number): Unset | undefined =>
    unsetAt(context, tracker, next[field] < end ? saved + step(field, by) : step("area", 8), sizeBytes);
  return {
    integer: (sizeBytes) => take("general", 48, 8, sizeBytes),
    wide: () => take("general", 48, 8, 8),
    float: () => take("vector", 176, 16, 8),
    extended() {
      next.area = Math.ceil(next.area / 16) * 16 + 16;
    },
  };
}

function unsetOf(source: Source, conversion: Conversion): Unset | undefined {
  if (conversion === "float") return source.float();
  if (conversion === "wide") return source.wide();
  if (conversion === "extended") return source.extended() as undefined;
  return source.integer({ byte: 1, short: 2, integer: 4 }[conversion]);
}

/** What a function takes by its format, the parameter with number `format` (from 0). */
function checkSource(context: Context, event: Entered, format: number, source: Source, pc: number, time: number): void {
  const { name } = event;
  const address = event.args[format];
  const tell = (unset: Unset | undefined, what: string): void => {
    if (unset) reportUse(context, { kind: "argument", origin: unset.origin, what, time }, pc);
  };
  if (/scanf$/.test(name)) {
    const word = context.options.core.bits / 8;
    const count = scanned(formatText(context, address));
    for (let k = 1; k <= count; k++)
      tell(source.integer(word), `The address for conversion ${k} of the format of ${name}`);
    return;
  }
  printfConversions(context, address).forEach((conversion, k) => {
    tell(unsetOf(source, conversion), `What ${name} prints for conversion ${k + 1} of its format`);
  });
}

/** At a call of printf, scanf and their kin: what the format takes and was never set. */
export function checkFormat(
  context: Context,
  tracker: Tracker,
  event: Entered,
  { format, integers, isList }: { readonly format: number; readonly integers: number; readonly isList: boolean },
  pc: number,
  time: number,
): void {
  const source = isList
    ? listSource(context, tracker, event.args[integers - 1])
    : callSource(context, tracker, integers);
  if (source) checkSource(context, event, format, source, pc, time);
}
