// Putting bytes, reserved space and addresses into sections during the last pass. An address that is not known before linking
// becomes a fixup; what a format cannot express is NASM's error.
// Source: System V ABI, "Relocation"; NASM manual, 7.9.3 "Position-Independent Code", 7.9.4 "Thread Local Storage".

import type { ByteWriter } from "../base/byte-writer.ts";
import type { Span } from "../base/source.ts";
import { NO_SEGMENT } from "../isa/insn.ts";
import type { Fixup, FixupKind } from "../obj/object-module.ts";
import { listAddress, listBytes, listReserved } from "./listing.ts";
import { placeAt, spanOf } from "./place.ts";
import { type Message, say } from "./report.ts";
import { listSection, type SectionEntry } from "./section-table.ts";
import { moveOn, type State } from "./state.ts";
import type { Line } from "./token.ts";

/** An address or number to be stored. */
export interface Address {
  readonly sizeBytes: number;
  /** Number, or offset in `segment`. */
  readonly offset: bigint;
  readonly segment: number;
  readonly wrt: number;
  readonly kind: "absolute" | "relative";
  /** The CPU sign-extends the field; "either" for data, which may be read both ways. */
  readonly sign: "signed" | "unsigned" | "either";
  /** Relative: bytes from the field's start to where the distance counts from. */
  readonly distance: number;
  /** What a listing shows, when that is not `offset`. */
  readonly shown?: bigint;
  /** The tokens of the current line that stand for it. */
  readonly words: { readonly at: number; readonly end: number } | undefined;
}

/** Bytes of the source that an address is written in. */
const spanOfAddress = ({ line }: State, { words }: Address): Span | undefined =>
  words && spanOf(line, words.at, words.end);

const SIZE_WORDS: Readonly<Record<number, string>> = {
  1: "byte",
  2: "word",
  4: "dword",
  8: "qword",
  10: "tword",
  16: "oword",
  32: "yword",
  64: "zword",
};
export const sizeWord = (sizeBytes: number): string => SIZE_WORDS[sizeBytes] ?? "???";

/** Reports about the current line as a whole. */
function report(state: State, message: Message, span: Span | undefined): void {
  const place = placeAt(state.line, 0, state.line.tokens.length);
  say(state.reporter, message, span ? { ...place, span } : place);
}

const error = (state: State, message: string, span?: Span): void =>
  report(state, { severity: "error", code: "relocation", message }, span);

/** Whether output may go on; says so once when there is too much. */
function hasRoom(state: State, count: number): boolean {
  state.outputBytes += count;
  if (state.outputBytes <= state.limits.outputBytes) return true;
  const message = `output is larger than ${state.limits.outputBytes} bytes`;
  report(state, { severity: "fatal", code: "output-limit", message }, undefined);
  return false;
}

/** How often something of `sizeBytes` can be put, of `times` wanted: none when it is too much altogether, which is said; and
 * where contents cannot be, as often as it makes sense to complain. */
export function timesPossible(state: State, sizeBytes: number, times: number): number {
  const { section, outputBytes, limits } = state;
  if (!section || section.type === "nobits") return Math.min(times, COMPLAINTS_MAX);
  if (outputBytes + sizeBytes * times <= limits.outputBytes) return times;
  hasRoom(state, sizeBytes * times);
  return 0;
}

const COMPLAINTS_MAX = 1_000;

/** Prepares for `count` bytes of contents; false where there is no place for contents. The offset is moved by the caller. */
function takesContents(state: State, count: number): boolean {
  const { section } = state;
  if (!section) {
    error(state, "attempt to assemble code in [ABSOLUTE] space");
    return false;
  }
  listSection(state.sections, section);
  if (section.type === "nobits") {
    const message =
      state.options.format === "bin"
        ? "attempt to initialize memory in a nobits section: ignored"
        : `attempt to initialize memory in BSS section \`${section.name}': ignored`;
    report(state, { severity: "warning", code: "other", message }, undefined);
    return false;
  }
  return hasRoom(state, count);
}

/** The offset that a listing shows. */
const placeOf = (state: State): number => state.section?.offset ?? Number(state.absoluteOffset);

/** Writes bytes and moves on behind them. */
export function putBytes(state: State, bytes: ArrayLike<number>): void {
  if (bytes.length === 0) return;
  if (state.listing) listBytes(state.listing, placeOf(state), bytes);
  if (takesContents(state, bytes.length)) state.section!.writer.bytes(bytes);
  moveOn(state, bytes.length);
}

/** The same for what a writer has from `start` to `end` (excluded). */
export function putPart(state: State, from: ByteWriter, start: number, end: number): void {
  if (end === start) return;
  if (state.listing) listBytes(state.listing, placeOf(state), from.part(start, end));
  if (takesContents(state, end - start)) state.section!.writer.copy(from, start, end);
  moveOn(state, end - start);
}

/** Puts the last `sizeBytes` bytes `count` times more. False where that is not all there is to it: no contents here, or a
 * listing wants to see them. */
export function repeatBytes(state: State, sizeBytes: number, count: number): boolean {
  const { section } = state;
  if (!section || section.type === "nobits" || state.listing) return false;
  if (hasRoom(state, sizeBytes * count)) section.writer.repeat(sizeBytes, count);
  moveOn(state, sizeBytes * count);
  return true;
}

/** Reserves space: zeros where there are contents, with a warning. */
export function putReserve(state: State, count: number): void {
  const { section } = state;
  if (count <= 0) return;
  if (state.listing) listReserved(state.listing, placeOf(state), count);
  if (!section) {
    state.absoluteOffset += BigInt(count);
    return;
  }
  listSection(state.sections, section);
  if (section.type !== "nobits") {
    const where = state.options.format === "bin" ? `${section.name} section` : `non-BSS section \`${section.name}'`;
    const message = `uninitialized space declared in ${where}: zeroing`;
    report(state, { severity: "warning", code: "zeroing", message }, undefined);
    if (hasRoom(state, count)) section.writer.fill(0, count);
  }
  section.offset += count;
}

/** The low bytes of a number. */
export function numberBytes(value: bigint, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  let low = Number(BigInt.asUintN(32, value));
  let high = sizeBytes > 4 ? Number(BigInt.asUintN(32, value >> 32n)) : 0;
  for (let k = 0; k < sizeBytes && k < 8; k++) {
    bytes[k] = low & 255;
    low = (low >>> 8) | ((high & 255) << 24);
    high >>>= 8;
  }
  return bytes;
}

/** Whether a number loses something in a field of `sizeBytes`. */
function overflows(value: bigint, sizeBytes: number, sign: Address["sign"]): boolean {
  if (sizeBytes >= 8) return false;
  const bits = BigInt(8 * sizeBytes);
  const low = sign === "unsigned" ? 0n : -(1n << (bits - (sign === "signed" ? 1n : 0n)));
  const high = 1n << (bits - (sign === "signed" ? 1n : 0n));
  return value < low || value >= high;
}

/** Stores an address: as a number where it is one already, else with a fixup. */
export function putAddress(state: State, address: Address): void {
  const here = state.section?.segment ?? NO_SEGMENT;
  const known = address.kind === "absolute" ? NO_SEGMENT : here;
  if (address.segment === known && address.wrt === NO_SEGMENT) {
    const base = address.kind === "absolute" ? 0 : (state.section?.offset ?? 0) + address.distance;
    putNumber(state, address.offset - BigInt(base), address);
    return;
  }
  const longest = state.options.format === "elf32" ? 4 : 8;
  const isBase = address.segment !== NO_SEGMENT && (address.segment & 1) === 1;
  const limit = isBase && address.kind === "absolute" ? 2 : longest;
  if (address.sizeBytes <= limit) {
    if (isBase && address.kind === "absolute" && address.sizeBytes < limit) {
      error(state, "segment reference must be 16 bits", spanOfAddress(state, address));
    }
    putFixup(state, address);
    return;
  }
  if (address.kind === "relative" || address.sign === "signed") {
    const message = `${8 * address.sizeBytes}-bit signed relocation unsupported by output format ${state.options.format}`;
    error(state, message, spanOfAddress(state, address));
  } else {
    const what = isBase ? "segment" : "unsigned";
    const message = `${8 * address.sizeBytes}-bit ${what} relocation zero-extended from ${8 * limit} bits`;
    report(state, { severity: "warning", code: "zext-reloc", message }, spanOfAddress(state, address));
  }
  putFixup(state, { ...address, sizeBytes: limit });
  putBytes(state, new Uint8Array(address.sizeBytes - limit));
}

/** Stores a number, with a warning when it does not fit. */
function putNumber(state: State, value: bigint, address: Address): void {
  const wrapped = BigInt.asIntN(64, value);
  if (overflows(wrapped, address.sizeBytes, address.sign)) {
    const message = `${sizeWord(address.sizeBytes)} data exceeds bounds`;
    report(
      state,
      { severity: "warning", code: "number-overflow", message, value: wrapped, when: "final" },
      spanOfAddress(state, address),
    );
  }
  putBytes(state, numberBytes(wrapped, address.sizeBytes));
}

/** The field's bytes as zeros with a fixup, or with the number where the format stores one without. */
function putFixup(state: State, address: Address): void {
  const { listing } = state;
  const sizeBytes = address.sizeBytes as Fixup["sizeBytes"];
  const isBase = address.segment !== NO_SEGMENT && (address.segment & 1) === 1;
  const shown = isBase ? "segment" : (address.shown ?? address.offset);
  if (listing) listAddress(listing, placeOf(state), shown, sizeBytes, address.kind);
  // The listing has shown it.
  state.listing = undefined;
  storeFixup(state, address, sizeBytes);
  state.listing = listing;
}

/** Lists the section that something is put into. A default section without labels is not known to fixups before. */
function listHere({ sections, output }: State, section: SectionEntry): void {
  listSection(sections, section);
  if (!output.sections.has(section.segment)) output.sections.set(section.segment, sections.list.indexOf(section));
}

function storeFixup(state: State, address: Address, sizeBytes: Fixup["sizeBytes"]): void {
  const { section } = state;
  if (!section || section.type === "nobits") {
    putBytes(state, new Uint8Array(sizeBytes));
    return;
  }
  listHere(state, section);
  const fixup = state.options.format === "bin" ? flatFixup(state, address) : elfFixup(state, address);
  if (typeof fixup === "bigint") {
    putBytes(state, numberBytes(fixup, sizeBytes));
    return;
  }
  if (fixup) section.fixups.push(fixup);
  putBytes(state, new Uint8Array(sizeBytes));
}

/** The fixup for the field at the current offset against `target`. */
function fixupAt(
  state: State,
  address: Address,
  kind: FixupKind,
  target: Fixup["target"] | undefined,
  offset: bigint,
): Fixup | undefined {
  if (!target) return undefined;
  const relative = address.kind === "relative" ? BigInt(address.distance) : 0n;
  const addend = BigInt.asIntN(64, offset - relative);
  const sizeBytes = address.sizeBytes as Fixup["sizeBytes"];
  const { words } = address;
  if (state.options.items === "left-out" || !words) {
    return { offset: state.section!.offset, sizeBytes, kind, target, addend };
  }
  return new LineFixup({ offset: state.section!.offset, sizeBytes, kind, target, addend }, state.line, words);
}

/** A fixup that knows its words. */
class LineFixup implements Fixup {
  readonly offset: number;
  readonly sizeBytes: Fixup["sizeBytes"];
  readonly kind: Fixup["kind"];
  readonly target: Fixup["target"];
  readonly addend: bigint;
  readonly #line: Line;
  readonly #words: Words;

  constructor({ offset, sizeBytes, kind, target, addend }: Fixup, line: Line, words: Words) {
    this.offset = offset;
    this.sizeBytes = sizeBytes;
    this.kind = kind;
    this.target = target;
    this.addend = addend;
    this.#line = line;
    this.#words = words;
  }

  /** Hardly anybody asks, and the line would have to be cut into words. */
  get span(): Span | undefined {
    return spanOf(this.#line, this.#words.at, this.#words.end);
  }
}

/** Indexes of tokens. */
type Words = { readonly at: number; readonly end: number };

/** What a segment stands for in the module. */
function targetOf(state: State, segment: number): Fixup["target"] | undefined {
  const section = state.output.sections.get(segment);
  if (section !== undefined) return { section };
  const symbol = state.output.outside.get(segment);
  return symbol === undefined ? undefined : { symbol };
}

/** What a distance to an absolute address is measured from. */
const NOTHING = { absolute: "zero" } as const;

function flatFixup(state: State, address: Address): Fixup | bigint | undefined {
  if (address.wrt !== NO_SEGMENT) {
    error(state, "WRT not supported by binary output format", spanOfAddress(state, address));
    return undefined;
  }
  if (address.segment !== NO_SEGMENT && address.segment & 1) {
    error(state, "binary output format does not support segment base references", spanOfAddress(state, address));
    return undefined;
  }
  if (address.segment === NO_SEGMENT) {
    // A distance to an absolute address: it depends on where the section lies.
    return fixupAt(state, address, "relative", NOTHING, address.offset);
  }
  const target = targetOf(state, address.segment);
  const outside = state.output.sectionSymbols.has(address.segment);
  if (!target || ("symbol" in target && !outside)) {
    error(state, "binary output format does not support external references", spanOfAddress(state, address));
    return undefined;
  }
  return fixupAt(state, address, address.kind === "relative" ? "relative" : "absolute", target, address.offset);
}

/** ELF's special symbols behind `wrt`; their segments are made in this order. */
export const ELF_SPECIALS = ["..gotpc", "..gotoff", "..got", "..plt", "..sym", "..gottpoff", "..tlsie"] as const;
type ElfSpecial = (typeof ELF_SPECIALS)[number];

function specialOf(state: State, wrt: number): ElfSpecial | undefined {
  return ELF_SPECIALS.find((name) => state.symbols.byName.get(name)?.segment === wrt);
}

function elfFixup(state: State, address: Address): Fixup | bigint | undefined {
  const long = state.options.format !== "elf32";
  if (address.segment === NO_SEGMENT) {
    if (address.kind === "absolute") return address.offset;
    if (!long && address.wrt !== NO_SEGMENT)
      return relativeSpecial(state, address, specialOf(state, address.wrt), long);
    if (state.options.format === "elfx32" && address.sizeBytes === 8) return refuseLong(state, address);
    if (!long) return fixupAt(state, address, "relative", NOTHING, address.offset);
    return address.offset - BigInt(address.distance);
  }
  if (address.segment & 1) {
    const wide = address.kind === "relative" && address.sizeBytes >= 4;
    const name = !wide ? "ELF" : state.options.format === "elf64" ? "ELF64" : long ? "ELFX32" : "ELF";
    error(state, `${name} format does not support segment base references`, spanOfAddress(state, address));
    return undefined;
  }
  if (address.wrt === NO_SEGMENT) {
    const signed = long && address.sign === "signed" && address.sizeBytes === 4;
    const kind = address.kind === "relative" ? "relative" : signed ? "absolute-signed" : "absolute";
    if (state.options.format === "elfx32" && kind === "relative" && address.sizeBytes === 8) {
      return refuseLong(state, address);
    }
    return fixupAt(state, address, kind, targetOf(state, address.segment), address.offset);
  }
  const special = specialOf(state, address.wrt);
  return address.kind === "relative"
    ? relativeSpecial(state, address, special, long)
    : absoluteSpecial(state, address, special, long);
}

function refuseLong(state: State, address: Address): undefined {
  error(state, "32-bit ELF format does not support 64-bit relocations", spanOfAddress(state, address));
}

function absoluteSpecial(
  state: State,
  address: Address,
  special: ElfSpecial | undefined,
  long: boolean,
): Fixup | undefined {
  const { sizeBytes } = address;
  const fail = (message: string): undefined => {
    error(state, message, spanOfAddress(state, address));
    return undefined;
  };
  const plain = (kind: FixupKind, offset = address.offset) =>
    fixupAt(state, address, kind, targetOf(state, address.segment), offset);
  const narrow = !long && sizeBytes !== 4 ? `Unsupported ${8 * sizeBytes}-bit ELF relocation` : undefined;
  const exact = (kind: FixupKind) => {
    const fixup = symbolFixup(state, address, kind, "exact");
    return narrow ? fail(narrow) : fixup;
  };
  switch (special) {
    case "..gotpc":
      // The user counts from the section's start, ELF from the field.
      return narrow ? fail(narrow) : plain("gotpc", address.offset + BigInt(state.section!.offset));
    case "..gotoff":
      if (state.options.format === "elfx32") return fail("ELFX32 doesn't support R_X86_64_GOTOFF64");
      if (long && sizeBytes !== 8) return fail("ELF64 requires ..gotoff references to be qword");
      return narrow ? fail(narrow) : plain("gotoff");
    case "..got":
      if (long && sizeBytes !== 4 && (sizeBytes !== 8 || state.options.format === "elfx32")) {
        return fail("invalid ..got reference");
      }
      return exact("got");
    case "..sym": {
      const signed = long && address.sign === "signed" && sizeBytes === 4;
      return symbolFixup(state, address, signed ? "absolute-signed" : "absolute", "within");
    }
    case "..tlsie":
      if (long) break;
      return exact("gottpoff");
    case "..plt":
      return fail("ELF format cannot produce non-PC-relative PLT references");
    default:
      break;
  }
  return fail("ELF format does not support this use of WRT");
}

function relativeSpecial(
  state: State,
  address: Address,
  special: ElfSpecial | undefined,
  long: boolean,
): Fixup | undefined {
  const fail = (message: string): undefined => {
    error(state, message, spanOfAddress(state, address));
    return undefined;
  };
  const wide = state.options.format === "elf64";
  if (address.segment === state.section!.segment) {
    // NASM itself stops with an internal error here.
    return fail(`a label of the same section cannot be reached with WRT ${special ?? "here"}`);
  }
  if (address.sizeBytes < 4) {
    return fail(`${long && !wide ? "un" : "Un"}supported ${8 * address.sizeBytes}-bit ELF relocation`);
  }
  if (!long) {
    if (special === "..plt") {
      const target = address.segment === NO_SEGMENT ? NOTHING : targetOf(state, address.segment);
      return fixupAt(state, address, "plt", target, address.offset);
    }
    const got = special === "..gotpc" || special === "..gotoff" || special === "..got";
    if (got) return fail("ELF format cannot produce PC-relative GOT references");
    return fail("ELF format does not support this use of WRT");
  }
  if (!wide && address.sizeBytes === 8) return refuseLong(state, address);
  switch (special) {
    case "..plt":
      if (address.sizeBytes !== 4) break;
      return symbolFixup(state, address, "plt", "exact");
    case "..gotpc":
    case "..got":
      return symbolFixup(state, address, "gotpcrel", "exact");
    case "..gotoff":
      if (!wide) return fail("invalid ..gotoff reference");
      return fail(`ELF64 requires ..gotoff references to be ${address.sizeBytes === 4 ? "qword " : ""}absolute`);
    case "..gottpoff":
      if (address.sizeBytes !== 4) return fail("ELF64 requires ..gottpoff references to be dword");
      return symbolFixup(state, address, "gottpoff", "exact");
    default:
      break;
  }
  return fail(`${wide ? "ELF64" : "ELFX32"} format does not support this use of WRT`);
}

/** A fixup against a symbol itself, not its section: the global label at the offset, or before it ("within"). */
function symbolFixup(state: State, address: Address, kind: FixupKind, match: "exact" | "within"): Fixup | undefined {
  const { segment, offset } = address;
  if (!state.output.sections.has(segment)) {
    if (match === "exact" && (address.shown ?? offset) !== 0n) {
      error(state, "invalid access to an external symbol", spanOfAddress(state, address));
      return undefined;
    }
    // Without addends in relocations what was added to an external symbol is lost.
    const lost = match === "within" && state.options.format === "elf32";
    return fixupAt(state, address, kind, targetOf(state, segment), lost ? 0n : offset);
  }
  const globals = state.output.globals.get(segment) ?? [];
  const found = globals.filter((entry) => entry.offset <= offset).at(-1);
  if (!found || (match === "exact" && found.offset !== offset)) {
    error(state, "unable to find a suitable global symbol for this reference", spanOfAddress(state, address));
    return undefined;
  }
  return fixupAt(state, address, kind, { symbol: found.symbol }, offset - found.offset);
}
