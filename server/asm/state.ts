// Everything one assembly knows: options, symbols, sections, and where the pass under way stands.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Encodings } from "../isa/insn.ts";
import type { FlatMap, Item } from "../obj/object-module.ts";
import type { NameMemo, Place } from "./expression.ts";
import { DEFAULT_FLOAT_MODE, type FloatMode } from "./float.ts";
import type { Prepared } from "./layout.ts";
import type { Listing } from "./listing.ts";
import type { OperandScope } from "./operand.ts";
import type { AssembleOptions, FileRequest, Limits } from "./options.ts";
import { placeAt } from "./place.ts";
import { diagnosticOf, type Message, type Reporter, say } from "./report.ts";
import type { ListedItem, ListedRun, SectionEntry, SectionTable } from "./section-table.ts";
import { findSymbol, fullName, isNameOfOne, type SymbolTable } from "./symbol-table.ts";
import type { Line } from "./token.ts";

export interface State {
  readonly options: AssembleOptions;
  readonly limits: { -readonly [K in keyof Limits]: Limits[K] };
  readonly reporter: Reporter;
  readonly symbols: SymbolTable;
  readonly sections: SectionTable;
  readonly pendingFiles: FileRequest[];
  readonly binaries: Map<string, Uint8Array | "missing" | "pending">;
  bits: 16 | 32 | 64;
  cpu: string | undefined;
  encodings: Encodings | undefined;
  defaultRelative: boolean;
  defaultBnd: boolean;
  floatMode: FloatMode;
  /** What `%pragma output` puts around symbols' names; the first of a kind counts. */
  readonly affixes: Map<string, string>;
  /** Where the next byte goes; undefined in absolute space. */
  section: SectionEntry | undefined;
  /** `absolute`: what labels there count from. */
  absoluteSegment: number;
  absoluteOffset: bigint;
  line: Line;
  /** Set while the preprocessor has an expression evaluated: what there is to say goes to it first. */
  tell: ((diagnostic: Diagnostic) => void) | undefined;
  /** Flat binaries: what `org` said in this pass. */
  origin: bigint | undefined;
  /** Flat binaries: what [map] asked for. */
  map: FlatMap | undefined;
  /** ELF: what [osabi] said. */
  osabi: { readonly abi: number; readonly version: number } | undefined;
  /** What kept results depend on, as one word: bits, `default`, `cpu`, `float`, -O. Results carry the word they hold for. */
  manner: string;
  /** The manners that there were. */
  readonly manners: Map<string, Manner>;
  /** Whether jumps have the forms they mostly have: not in 16 bits, nor where a processor or a prefix is asked for. */
  plainJumps: boolean;
  outputBytes: number;
  /** In this pass symbols that are constants count as numbers: what lines with them come to is not worked out again. Should
   * one have another value later, the assembly is done again without that. */
  trustsConstants: boolean;
  /** The statement just laid out was taken for the same in every pass on that trust. */
  trusting: Prepared | undefined;
  /** There was one. */
  hasTrusted: boolean;
  /** Bytes of lines that are forgotten came to stand where they would be other ones. */
  isMannerBroken: boolean;
  /** The sections that items were put into, in order, with the index of each visit's first. */
  readonly visits: { readonly section: SectionEntry | undefined; readonly first: number }[];
  /** What stands in no section. */
  readonly absoluteItems: (ListedItem | ListedRun)[];
  /** What lines on end are, when somebody asks. */
  describeRun: (run: ListedRun) => readonly Item[];
  /** In the last pass, when a listing is wanted. */
  listing: Listing | undefined;
  /** `[list -]`, which stays from the end of a pass to the next. */
  listOff: boolean;
  /** Filled before the last pass. */
  readonly output: OutputIndex;
}

/** How fixups name what they are against; indices of the module under construction. */
export interface OutputIndex {
  /** Segment → symbol, for what is defined elsewhere. */
  readonly outside: Map<number, number>;
  /** Segment → section. */
  readonly sections: Map<number, number>;
  /** Section's segment → its global symbols by offset, ascending. */
  readonly globals: Map<number, { readonly offset: bigint; readonly symbol: number }[]>;
  /** Flat binaries: segments of section.NAME.start and .vstart. */
  readonly sectionSymbols: Set<number>;
  /** Name → symbol, for the references that items list. */
  readonly byName: Map<string, number>;
}

const nowhere: Line = {
  tokens: [],
  file: "",
  lineNumber: 0,
  span: { source: { name: "", bytes: new Uint8Array(0), lineStarts: [0] }, start: 0, end: 0 },
  listDepth: 0,
  noList: false,
};

export function createState(
  options: AssembleOptions,
  limits: Limits,
  parts: Pick<State, "reporter" | "symbols" | "sections">,
): State {
  return {
    ...parts,
    options,
    limits,
    pendingFiles: [],
    binaries: new Map(),
    bits: 16,
    cpu: undefined,
    encodings: undefined,
    defaultRelative: false,
    defaultBnd: false,
    floatMode: DEFAULT_FLOAT_MODE,
    affixes: new Map(),
    section: parts.sections.standard,
    // A segment in which nothing stands, until an address is known.
    absoluteSegment: 0,
    absoluteOffset: 0n,
    line: nowhere,
    tell: undefined,
    origin: undefined,
    osabi: undefined,
    map: undefined,
    manner: "",
    manners: new Map(),
    plainJumps: false,
    outputBytes: 0,
    trustsConstants: false,
    trusting: undefined,
    hasTrusted: false,
    isMannerBroken: false,
    visits: [],
    absoluteItems: [],
    describeRun: () => [],
    listing: undefined,
    listOff: false,
    output: {
      outside: new Map(),
      sections: new Map(),
      globals: new Map(),
      sectionSymbols: new Set(),
      byName: new Map(),
    },
  };
}

/** Bits that a format's code has before any `bits`. */
export const formatBits = (options: AssembleOptions): 16 | 32 | 64 =>
  options.bits ?? (options.format === "bin" ? 16 : options.format === "elf32" ? 32 : 64);

/** Segment of `$`. */
export const segmentHere = (state: State): number => state.section?.segment ?? state.absoluteSegment;

/** Value of `$` inside its segment. */
export const offsetHere = (state: State): bigint =>
  state.section ? BigInt(state.section.offset) : state.absoluteOffset;

/** Moves on by `count` bytes. */
export function moveOn(state: State, count: number): void {
  if (state.section) state.section.offset += count;
  else state.absoluteOffset += BigInt(count);
}

/** Puts an item, or several, into the current section. */
export function keepItem({ section, visits, absoluteItems }: State, item: ListedItem | ListedRun): void {
  // What is only counted (`struc`) is an item of no section, but its lines are known to line tables.
  const items = section?.items ?? absoluteItems;
  const last = visits.at(-1);
  if (last === undefined || last.section !== section) visits.push({ section, first: items.length });
  items.push(item);
}

/** Says something about tokens of the current line. */
export function complain(state: State, message: Message, from: number, to?: number): void {
  const place = placeAt(state.line, from, to);
  if (state.tell) state.tell(diagnosticOf(message, place));
  else say(state.reporter, message, place);
}

/** The scope expressions are evaluated in: one object that follows its state. */
class StateScope implements OperandScope {
  critical: OperandScope["critical"] = "no";
  forward = false;
  varies = false;
  located = true;
  private readonly state: State;

  constructor(state: State) {
    this.state = state;
  }

  get segment(): number {
    return segmentHere(this.state);
  }

  get offset(): bigint {
    return offsetHere(this.state);
  }

  get bits(): 16 | 32 | 64 {
    return this.state.bits;
  }

  get defaultRelative(): boolean {
    return this.state.defaultRelative;
  }

  get manner(): string {
    return this.state.manner;
  }

  get foundCount(): number {
    return this.state.reporter.count;
  }

  find(name: string, memo: NameMemo): Place | undefined {
    const entry = findSymbol(this.state.symbols, name, memo);
    if (!entry?.constant || !isNameOfOne(name)) this.varies = true;
    return entry;
  }

  fullName(name: string): string {
    return fullName(this.state.symbols, name);
  }

  error(message: string, at: number): void {
    complain(this.state, { severity: "error", code: codeOf(message), message, ...stagingOf("", message) }, at);
  }

  warn(code: string, message: string, at: number): void {
    complain(this.state, { severity: "warning", code, message, ...stagingOf(code, message) }, at);
  }
}

/** A scope for `state`. */
export const scopeOf = (state: State): StateScope => new StateScope(state);

/** What is said while a float's bytes are made is said in the last pass: warnings, and one of the errors. */
function stagingOf(code: string, message: string): Pick<Message, "when"> {
  const late = code.startsWith("float-") || /^packed BCD truncated|constant significand: /.test(message);
  return late ? { when: "final" } : {};
}

/** Stable names of errors by their beginnings; others are "syntax". */
const CODES: readonly (readonly [RegExp, string])[] = [
  [/^symbol .* not defined/, "symbol-not-defined"],
  [/^division by zero/, "division-by-zero"],
  [/^invalid effective address/, "invalid-address"],
  [/operator may only be applied|non-scalar/, "not-scalar"],
];

/** An error's stable kebab-case name. */
export const codeOf = (message: string): string => CODES.find(([pattern]) => pattern.test(message))?.[1] ?? "syntax";

/** What a manner's word stands for. */
export type Manner = Readonly<
  Pick<State, "bits" | "cpu" | "encodings" | "defaultRelative" | "defaultBnd" | "floatMode" | "limits">
>;

/** To be called when something that results depend on has changed. */
export function settleManner(state: State): void {
  const { bits, cpu, encodings, defaultRelative, defaultBnd, floatMode, options, limits } = state;
  const { optimise = Number.POSITIVE_INFINITY } = options;
  state.plainJumps = bits !== 16 && cpu === undefined && encodings === undefined && !defaultBnd && optimise > 1;
  state.manner = `${bits} ${defaultRelative} ${defaultBnd} ${cpu} ${JSON.stringify(encodings)} ${floatMode.rounding} ${floatMode.denormals} ${optimise}`;
  const manner = { bits, cpu, encodings, defaultRelative, defaultBnd, floatMode: { ...floatMode }, limits };
  if (!state.manners.has(state.manner)) state.manners.set(state.manner, manner);
}

/** Makes a state's manner that of another. */
export function takeManner(state: State, { limits: _, ...manner }: Manner): void {
  Object.assign(state, manner);
  settleManner(state);
}
