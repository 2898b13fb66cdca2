// An edit that changes nothing but the bytes of some instructions, a comment or blank lines: what somebody who types does most
// of the time. Lines that were only their bytes in every pass, and are so again, of the same length, move no label and change
// no message, so the assembly is that of the earlier version with these bytes and with all places moved. Anything else is
// assembled as usual. The result is the same either way, tests say so.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { withLate } from "../base/late.ts";
import { type Source, sharedEnds } from "../base/source.ts";
import type { Fixup, Item, ModuleSymbol, ObjectModule, Section } from "../obj/object-module.ts";
import type { ByteRun, LineWork } from "./assemble.ts";
import { layBare, layStatement, prepare, type Settled, settledBytes, settledItems } from "./layout.ts";
import { displayText } from "./lexer.ts";
import { type Move, moveDiagnostic, movedNumber, moveExpansion, moveSpan } from "./moved-line.ts";
import type { AssembleOptions, Assembly, SymbolInfo } from "./options.ts";
import { parseLine } from "./parse.ts";
import { createReporter } from "./report.ts";
import { createSectionTable } from "./section-table.ts";
import { lineAt, lineBehind, type SourceLine, sourceLines } from "./source-lines.ts";
import { createState, type Manner, type State, scopeOf, takeManner } from "./state.ts";
import { type PastSteps, plainLine, type Step } from "./steps.ts";
import { createSymbolTable } from "./symbol-table.ts";
import { defaultWarnings } from "./warning.ts";

/** The earlier version, with what its lines became. */
export interface Patchable {
  readonly assembly: Assembly;
  readonly steps: PastSteps;
  readonly runs: readonly ByteRun[];
  readonly work: readonly LineWork[];
  readonly manners: ReadonlyMap<string, Manner>;
  /** Files that `incbin` read. */
  readonly binaries: ReadonlyMap<string, unknown>;
}

/** Lines that differ: more are assembled as usual. */
const LINES_MAX = 200;

/** The lines that an edit touched, in the old text and the new. */
interface Region {
  /** Bytes of the old text; the new ones begin at the same place. */
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Numbers of the first line, and of the line behind the last one of the old text. */
  readonly lineNumber: number;
  readonly lineBehind: number;
  /** Lines for the assembler. */
  readonly from: number;
  readonly to: number;
}

/** The assembly of `source`, an edited version of what `past` is of; undefined when more has changed than bytes. */
export function patchAssembly(past: Patchable, source: Source, options: AssembleOptions): Assembly | undefined {
  if (past.binaries.size > 0 || past.assembly.pendingFiles.length > 0) return undefined;
  const region = regionOf(past.steps, source);
  if (region === undefined || !sameFiles(past.steps, options)) return undefined;
  const lines = newLines(past.steps, source, region);
  if (lines === undefined) return undefined;
  const height = lines.length - (region.lineBehind - region.lineNumber);
  if (height !== 0 && past.steps.placed >= region.oldEnd) return undefined;
  const move: Move = {
    from: past.steps.source,
    to: source,
    behind: region.oldEnd,
    bytes: region.newEnd - region.oldEnd,
    behindLine: region.lineBehind,
    lines: height,
  };
  const patch = patchOf(past, region, lines, options);
  return patch && moveAssembly(past.assembly, source, move, patch);
}

/** Finds the lines that were edited; undefined when they are more than plain ones. */
function regionOf({ source: old, steps }: PastSteps, source: Source): Region | undefined {
  const { front, back } = sharedEnds(old, source);
  const oldBack = old.bytes.length - back;
  let at = 0;
  let start = 0;
  let lineNumber = 1;
  let from = 0;
  const pass = (step: Step) => {
    at++;
    lineNumber += step.height;
    from += step.lines;
  };
  while (at < steps.length && start + steps[at]!.bytes < front) {
    start += steps[at]!.bytes;
    pass(steps[at]!);
  }
  const first = { at, start, lineNumber, from };
  let end = start;
  while (at < steps.length && (end < oldBack || at === first.at)) {
    if (steps[at]!.kind !== "plain" || at - first.at > LINES_MAX) return undefined;
    end += steps[at]!.bytes;
    pass(steps[at]!);
  }
  // What the last line leaves open is said at the end.
  if (at >= steps.length || end < oldBack) return undefined;
  const newEnd = end + source.bytes.length - old.bytes.length;
  return {
    start,
    oldEnd: end,
    newEnd,
    lineNumber: first.lineNumber,
    lineBehind: lineNumber,
    from: first.from,
    to: from,
  };
}

/** Whether the files that were asked for are what they were. */
const sameFiles = ({ found }: PastSteps, { reader }: AssembleOptions): boolean =>
  [...found.values()].every(({ request, source }) => {
    const answer = reader(request);
    if (typeof answer === "string") return answer === "missing" && source === undefined;
    return source !== undefined && answer.name === source.name && answer.bytes === source.bytes;
  });

/** The new lines, if no macro can have a hand in them. */
function newLines({ isMacroName }: PastSteps, source: Source, { start, newEnd }: Region): SourceLine[] | undefined {
  const reader = sourceLines(source);
  const lines: SourceLine[] = [];
  for (let at = start; at < newEnd; ) {
    const line = lineAt(reader, at);
    if (line === undefined || line.height > 1 || line.problems.length > 0 || lines.length > LINES_MAX) return undefined;
    const { text } = line;
    if (text.special || text.directive) return undefined;
    for (const { kind, text: word } of line.readTokens()) {
      if (kind === "identifier" && isMacroName(word.toLowerCase())) return undefined;
    }
    lines.push(line);
    at = lineBehind(line);
    if (at > newEnd) return undefined;
  }
  return lines;
}

/** Bytes that take the place of others. */
interface Patch {
  /** Index of the section and where in it; undefined when no byte changes. */
  readonly place: { readonly section: number; readonly offset: number; readonly sizeBytes: number } | undefined;
  readonly bytes: readonly Uint8Array[];
  items(): Item[];
}

const NO_PATCH: Patch = { place: undefined, bytes: [], items: () => [] };

function patchOf(
  { assembly, steps, runs, work, manners }: Patchable,
  region: Region,
  lines: readonly SourceLine[],
  options: AssembleOptions,
): Patch | undefined {
  const { from, to } = region;
  const written = lines.filter(({ text }) => !text.blank);
  if (from === to) return written.length === 0 ? NO_PATCH : undefined;
  const run = runs.find((one) => one.from <= from && one.to >= to);
  const manner = run && manners.get(run.manner);
  if (run?.section === undefined || manner === undefined) return undefined;
  const inOutput = displayText(run.section.name);
  const section = assembly.module.sections.findIndex(({ name }) => name === inOutput);
  if (section < 0) return undefined;
  const state = scratchState(options, manner);
  const settled: Settled[] = [];
  const bytes: Uint8Array[] = [];
  for (const line of written) {
    const number = region.lineNumber + lines.indexOf(line);
    const one = settle(state, line, number);
    if (one === undefined) return undefined;
    settled.push(one.settled);
    bytes.push(one.bytes);
  }
  const sizeOf = (first: number, end: number): number =>
    work.slice(first, end).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const sizeBytes = sizeOf(from, to);
  if (bytes.reduce((sum, { length }) => sum + length, 0) !== sizeBytes || steps.lines.length < to) return undefined;
  const offset = run.offset + sizeOf(run.from, from);
  return { place: { section, offset, sizeBytes }, bytes, items: () => settledItems(state, settled, offset) };
}

/** A state for lines that depend on nothing but the manner. */
function scratchState(options: AssembleOptions, manner: Manner): State {
  const symbols = createSymbolTable();
  const parts = {
    reporter: createReporter(defaultWarnings(), "lenient"),
    symbols,
    sections: createSectionTable(symbols, 4),
  };
  const { limits } = manner;
  const state = createState(options, limits, parts);
  takeManner(state, manner);
  return state;
}

/** A line that is only its bytes; undefined when it is more. */
function settle(
  state: State,
  line: SourceLine,
  lineNumber: number,
): { readonly settled: Settled; readonly bytes: Uint8Array } | undefined {
  const { text, source, start, end } = line;
  text.prepared ??= prepare(parseLine({ span: line, tokens: line.readTokens() }));
  const { prepared } = text;
  if (!prepared.bare) return undefined;
  const plain = plainLine(source, text, start, end, lineNumber);
  state.line = plain;
  if (!layBare(state, prepared)) layStatement(state, prepared, scopeOf(state), undefined);
  const bytes = settledBytes(state, prepared);
  if (bytes === undefined || state.reporter.count > 0) return undefined;
  const { statement, elements } = prepared;
  return { settled: { line: plain, statement, sizeBytes: bytes.length, elements }, bytes };
}

/** The earlier assembly with all places moved, and the patch in it. */
function moveAssembly(old: Assembly, source: Source, move: Move, patch: Patch): Assembly {
  const fields = {
    ok: old.ok,
    module: moveModule(old.module, move, patch),
    diagnostics: old.diagnostics.map((one) => moveMessage(one, move)),
    sources: [source, ...old.sources.slice(1)],
    pendingFiles: [],
    dependencies: old.dependencies,
    ...(old.optimisingPasses === undefined ? {} : { optimisingPasses: old.optimisingPasses }),
  };
  const moveInfo = (one: SymbolInfo) => ({ ...one, ...moveSpan(one, move), lineNumber: movedNumber(one, move) });
  return withLate<Assembly, "symbols">(fields, { symbols: () => old.symbols.map(moveInfo) });
}

function moveMessage(diagnostic: Diagnostic, move: Move): Diagnostic {
  const { fixes } = diagnostic;
  const moved = moveDiagnostic(diagnostic, move);
  const moveFix = ({ title, edits }: Fix): Fix => ({
    title,
    edits: edits.map(({ span, text }) => ({ span: moveSpan(span, move), text })),
  });
  return fixes ? { ...moved, fixes: fixes.map(moveFix) } : moved;
}

function moveModule(old: ObjectModule, move: Move, patch: Patch): ObjectModule {
  const fields = {
    name: old.name,
    bits: old.bits,
    sections: old.sections.map((section, index) =>
      moveSection(section, move, patch.place?.section === index ? patch : NO_PATCH),
    ),
    origin: old.origin,
    ...(old.originGiven ? { originGiven: true } : {}),
    executableStack: old.executableStack,
    ...(old.map ? { map: old.map } : {}),
  };
  const moveSymbol = (one: ModuleSymbol): ModuleSymbol =>
    one.definition ? { ...one, definition: moveSpan(one.definition, move) } : one;
  return withLate<ObjectModule, "symbols">(fields, { symbols: () => old.symbols.map(moveSymbol) });
}

function moveSection(old: Section, move: Move, patch: Patch): Section {
  const fields = {
    name: old.name,
    type: old.type,
    write: old.write,
    alloc: old.alloc,
    exec: old.exec,
    tls: old.tls,
    merge: old.merge,
    strings: old.strings,
    entrySizeBytes: old.entrySizeBytes,
    alignment: old.alignment,
    bytes: patchBytes(old.bytes, patch),
    sizeBytes: old.sizeBytes,
    ...(old.placement ? { placement: old.placement } : {}),
  };
  const moveFixup = (one: Fixup): Fixup => (one.span ? { ...one, span: moveSpan(one.span, move) } : one);
  return withLate<Section, "fixups" | "items">(fields, {
    fixups: () => old.fixups.map(moveFixup),
    items: () => patchItems(old.items, move, patch),
  });
}

function patchBytes(old: Uint8Array, { place, bytes }: Patch): Uint8Array {
  if (place === undefined) return old;
  const patched = old.slice();
  let at = place.offset;
  for (const piece of bytes) {
    patched.set(piece, at);
    at += piece.length;
  }
  return patched;
}

function patchItems(old: readonly Item[], move: Move, patch: Patch): Item[] {
  const { place } = patch;
  const end = place ? place.offset + place.sizeBytes : 0;
  const isPatched = ({ offset }: Item) => place !== undefined && offset >= place.offset && offset < end;
  const moved = (item: Item): Item => ({
    ...item,
    lineNumber: movedNumber(item, move),
    span: moveSpan(item.span, move),
    ...(item.expansion ? { expansion: moveExpansion(item.expansion, move) } : {}),
  });
  if (place === undefined) return old.map(moved);
  const front = old.filter(({ offset }) => offset < place.offset).map(moved);
  const back = old.filter((item) => item.offset >= place.offset && !isPatched(item)).map(moved);
  return [...front, ...patch.items(), ...back];
}
