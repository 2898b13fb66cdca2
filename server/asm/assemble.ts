// Source to object module: pulls lines from the preprocessor, parses them, and goes over them until labels stand still.
// The passes are NASM's: a first one that assumes the best of everything unknown, more while labels move, one that checks
// that they stand, one that writes. An error ends the assembly behind its pass (an editor goes on, and marks what it adds).
// Source: NASM manual, 2.1.24 "The -O Option", 3.8 "Critical Expressions".

import { ByteWriter } from "../base/byte-writer.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { withLate } from "../base/late.ts";
import { createSideTable } from "../base/side-table.ts";
import { lineNumberAt, lineRange, type Source } from "../base/source.ts";
import type { DataElement } from "./data.ts";
import { type Directive, layDirective, readDirective } from "./directive.ts";
import { encodeHere } from "./emit.ts";
import { evaluate } from "./expression.ts";
import { startFlatSections } from "./flat-section.ts";
import { DEFAULT_FLOAT_MODE } from "./float.ts";
import {
  forgetResults,
  layBare,
  layPlain,
  layStatement,
  type PassScope,
  type Prepared,
  type Settled,
  type Sized,
  settledBytes,
  settledItems,
} from "./layout.ts";
import { displayText, textFromDisplay, textToBytes, tokensToText } from "./lexer.ts";
import type { Meanings } from "./line-shape.ts";
import { type EncodeWith, fillTemplate, keepTemplate, type LineTemplate } from "./line-template.ts";
import { createListing, finishListing, listEvent, listMessage } from "./listing.ts";
import { buildModule, indexSymbols, type ModuleSymbols } from "./module.ts";
import type { AssembleOptions, Assembly, SymbolInfo } from "./options.ts";
import { DEFAULT_LIMITS } from "./options.ts";
import { readExpression, wordOfExpression } from "./outer-expression.ts";
import { ELF_SPECIALS, putPart } from "./output.ts";
import { type Patchable, patchAssembly } from "./patched-assembly.ts";
import { placeAt } from "./place.ts";
import { PlainLine } from "./plain-line.ts";
import { areTexts, hashOfTexts, prepareLine, textsOf } from "./prepared-line.ts";
import {
  createPreprocessor,
  type Evaluated,
  type ListEvent,
  type Pass,
  type Place,
  type Preprocessor,
} from "./preprocess.ts";
import { printPreprocessed } from "./preprocess-print.ts";
import { type Before, createSkeleton, noteBytes, noteLine, notePlain, relax, type Skeleton } from "./relax.ts";
import { createReporter, nasmText, type PassKind, say, sayDiagnostic, startReports } from "./report.ts";
import { createSectionTable, type ListedRun, listSection, type SectionEntry, startSections } from "./section-table.ts";
import { sourceLines } from "./source-lines.ts";
import { createState, formatBits, keepItem, type State, scopeOf, settleManner } from "./state.ts";
import { createSymbolTable, defineSpecial, isNameOfOne, newSegment, startSymbols } from "./symbol-table.ts";
import { createSights, createTextTable, findByText, isSecond, keepByText } from "./text-table.ts";
import type { Line, Token } from "./token.ts";
import * as v from "./vector.ts";
import { isPlainName } from "./vocabulary.ts";
import { applyWarningWord, defaultWarnings, resetWarnings, settleWarnings } from "./warning.ts";
import { WrittenLine } from "./written-line.ts";

/** The same for an editor that goes on behind an error: a label that is defined twice never stands. */
const STALLED_BEHIND_ERROR = 3;

/** What an assembly leaves for that of the next version of its source. */
interface Past extends Patchable {
  readonly kept: Kept;
  /** The options it was made with, as one word. */
  readonly options: string;
}

const pasts = createSideTable<Assembly, Past>("past");

/** Everything of the options but the reader, which the preprocessor asks anew. */
const wordOf = ({ reader: _, ...rest }: AssembleOptions): string =>
  JSON.stringify(rest, (_key, value) => (value === Number.POSITIVE_INFINITY ? "Infinity" : value));

/** Assembles one root source. Never throws on what a source says. The result is the same with and without `before`: an
 * assembly of an earlier version of the source, or "none" when this is the first of several. */
export function assemble(source: Source, options: AssembleOptions, before?: Assembly | "none"): Assembly {
  // Strict assemblies forget lines on the way.
  const past = options.lenient ? before : undefined;
  const word = past === undefined ? "" : wordOf(options);
  const known = past === undefined || past === "none" ? undefined : pasts.get(past);
  const usable = known?.options === word && known.steps.source.name === source.name ? known : undefined;
  const patched = usable && patchAssembly(usable, source, options);
  if (patched) {
    pasts.set(patched, usable);
    return patched;
  }
  const begin = (trust: Trust) => {
    const state = startAssembly(source, options);
    const preprocessor = createPreprocessor(source, options, past && (usable?.steps ?? "none"));
    return { state, preprocessor, run: runPasses(state, preprocessor, usable?.kept, trust) };
  };
  let begun = begin("everything");
  if (begun.state.hasTrusted && begun.state.symbols.isConstantBroken) begun = begin("manner");
  if (begun.state.isMannerBroken) begun = begin("nothing");
  const { state, preprocessor, run } = begun;
  const { symbols, optimisingPasses, kept } = run;
  const assembly = finishAssembly(state, preprocessor, source, symbols, optimisingPasses);
  const steps = past && preprocessor.pastSteps();
  if (steps) {
    const { runs, work } = kept;
    const { manners, binaries } = state;
    pasts.set(assembly, { assembly, steps, kept, runs, work, manners, binaries, options: word });
  }
  return assembly;
}

function finishAssembly(
  state: State,
  preprocessor: Preprocessor,
  source: Source,
  symbols: ModuleSymbols,
  optimisingPasses: number | undefined,
): Assembly {
  const module = buildModule(state, source.name, symbols);
  const diagnostics = state.reporter.diagnostics;
  const held = state.reporter.held ?? [];
  const fields = {
    ok: !state.reporter.failed && state.pendingFiles.length === 0 && preprocessor.pendingFiles.length === 0,
    module,
    diagnostics: state.reporter.failed ? diagnostics : [...diagnostics, ...held],
    sources: preprocessor.sources,
    pendingFiles: [...preprocessor.pendingFiles, ...state.pendingFiles],
    dependencies: preprocessor.dependencies,
    ...(optimisingPasses === undefined ? {} : { optimisingPasses }),
    ...(state.listing ? { listing: finishListing(state.listing) } : {}),
  };
  // Made when somebody asks: the command line never does.
  return withLate<Assembly, "symbols">(fields, {
    symbols: () => [...symbolInfos(state), ...preprocessor.definitions().filter(({ name }) => !name.startsWith("__?"))],
  });
}

function startAssembly(source: Source, options: AssembleOptions): State {
  const warnings = defaultWarnings();
  const reporter = createReporter(warnings, options.lenient ? "lenient" : "strict");
  for (const [k, word] of (options.warnings ?? []).entries()) {
    const unknown = applyWarningWord(warnings, word);
    if (unknown === undefined) continue;
    const message = `unknown warning name: ${unknown}`;
    const place = { file: options.warningNames?.[k] ?? source.name, lineNumber: 0 };
    say(reporter, { severity: "warning", code: "unknown-warning", message }, place);
  }
  for (const waiting of reporter.held ?? []) reporter.diagnostics.push(waiting);
  settleWarnings(warnings);
  const symbols = createSymbolTable();
  const sections = createSectionTable(symbols, options.format === "elf64" ? 8 : 4);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const state = createState(options, limits, { reporter, symbols, sections });
  if (options.format === "bin") {
    listSection(sections, sections.standard);
    sections.standard.typeKnown = true;
  } else {
    for (const name of ELF_SPECIALS) {
      defineSpecial(symbols, name, newSegment(symbols) + 1);
    }
  }
  return state;
}

/** The preprocessed source (`-E`), one character a byte, and what there is to say about it. */
export function preprocessOnly(
  source: Source,
  options: AssembleOptions,
  purpose: "preprocess" | "dependencies" = "preprocess",
): Preprocessing {
  const state = startAssembly(source, options);
  startPass(state, "final");
  const scope = scopeOf(state);
  scope.located = false;
  const printed = printPreprocessed(source, options, {
    ...passFor(state, scope, 1),
    final: true,
    purpose,
  });
  const { diagnostics, failed } = state.reporter;
  return { ok: !failed, text: printed.text, diagnostics, dependencies: printed.files.dependencies };
}

export interface Preprocessing {
  readonly ok: boolean;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly dependencies: readonly string[];
}

/** What lines became, kept for the passes that get the same lines again. */
interface Kept {
  /** Parallel to the lines that the preprocessor gives. */
  readonly work: LineWork[];
  /** The line with an index. */
  lineAt(index: number): Line;
  /** What is the same in every pass, in order. */
  runs: ByteRun[];
  /** The bytes of all runs. */
  readonly bytes: ByteWriter;
  /** How many of its questions the preprocessor has asked. */
  marks(): number;
}

/** What one line became. Versions of a source share what is settled. */
export interface LineWork {
  /** Undefined for directives, which change the state anew in each pass. */
  readonly prepared: Prepared | undefined;
  readonly directive: Directive | undefined;
  sized: Sized | undefined;
  /** What the first pass found out: that of the next version may rely on it. */
  sizedFirst: Sized | undefined;
  /** Of a line that is only its bytes: how many, and the elements of data. */
  sizeBytes: number;
  elements: readonly DataElement[] | undefined;
}

/** Bytes from `start` to `end` (excluded) of what is kept, made of the lines with indexes `from` to `to` (excluded), or, when
 * there are none, of lines in front of `from` that are forgotten. They stand in every pass that comes there in that manner. */
export interface ByteRun extends ListedRun {
  readonly from: number;
  to: number;
  readonly start: number;
  end: number;
  readonly manner: string;
  /** How many of the questions that the preprocessor asks in each pass came before it. */
  readonly marks: number;
  /** Where they are in the output, after the last pass. */
  section: SectionEntry | undefined;
  offset: number;
}

/** What all passes together come to: the symbols as listed before the last one, and how many passes labels moved in. */
interface PassesRun {
  readonly symbols: ModuleSymbols;
  readonly kept: Kept;
  readonly optimisingPasses?: number;
}

/** What the first pass takes for granted: that lines have the same manner in the passes that follow, and that constants keep
 * their values, too. */
type Trust = "everything" | "manner" | "nothing";

function runPasses(state: State, preprocessor: Preprocessor, past: Kept | undefined, trust: Trust): PassesRun {
  const scope = scopeOf(state);
  const kept: Kept = {
    work: [],
    lineAt: preprocessor.lineAt,
    runs: [],
    bytes: new ByteWriter(),
    marks: preprocessor.marks,
  };
  state.describeRun = ({ from, to, offset }) => settledItems(state, settledLines(kept, from, to), offset);
  let symbols: ModuleSymbols = { entries: [] };
  let kind: PassKind = "first";
  let optimisingPasses = 0;
  let stalled = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let number = 1; ; number++) {
    startPass(state, kind);
    if (kind === "final") {
      symbols = indexSymbols(state);
      if (state.options.listing) startListing(state);
    }
    if (!mayGoOn(state)) return { symbols, kept };
    if (kind === "optimise") optimisingPasses++;
    const skeleton = mayRelax(state, preprocessor, kind, number) ? createSkeleton() : undefined;
    runPass(state, preprocessor, scope, kept, { number, skeleton, past: number === 1 ? past : undefined, trust });
    const { changes } = state.symbols;
    if (skeleton?.usable && changes > 0 && !state.reporter.failed) {
      optimisingPasses += relax(skeleton, state, scope, state.limits.passes - number);
    }
    if (kind === "optimise" && changes > 0) {
      stalled = changes < fewest ? 0 : stalled + 1;
      fewest = Math.min(fewest, changes);
      if (stalled > state.limits.stalledPasses || number >= state.limits.passes)
        giveUp(state, preprocessor.sources[0]?.name ?? "", number, stalled);
    }
    reportPhase(state, preprocessor.sources[0]?.name ?? "", kind, changes);
    if (kind === "final") return { symbols, kept, optimisingPasses };
    if (!mayGoOn(state)) return { symbols, kept };
    const hopeless = state.reporter.failed && stalled > STALLED_BEHIND_ERROR;
    kind = nextKind(state, kind, hopeless ? 0 : changes, number);
  }
}

/** Passes before the one that is written down: most programs need no more. */
const PASSES_BEFORE_RELAXING = 2;

/** Whether this pass is to be written down, so that the following ones need not go over the lines. */
function mayRelax(state: State, preprocessor: Preprocessor, kind: PassKind, number: number): boolean {
  const full = (state.options.optimise ?? Number.POSITIVE_INFINITY) > 1;
  return kind === "optimise" && number === PASSES_BEFORE_RELAXING + 1 && full && preprocessor.replays();
}

function startListing(state: State): void {
  const listing = createListing(state.listOff);
  state.listing = listing;
  state.reporter.listen = (diagnostic) => listMessage(listing, textFromDisplay(nasmText(diagnostic)));
}

function nextKind(state: State, kind: PassKind, changes: number, number: number): PassKind {
  if (kind === "first") return "optimise";
  if (kind !== "optimise") return "final";
  if (changes > 0 && number < state.limits.passes) return "optimise";
  return settlesQuietly(state) ? "final" : "stabilise";
}

/** Whether the stabilising pass would only find what the pass before found: no symbol has attributes to be read in it. Then it
 * is left out, but for giving the default section its place. */
function settlesQuietly(state: State): boolean {
  const { symbols, sections, options } = state;
  if (options.format === "bin") return false;
  let used = false;
  for (const entry of symbols.ordered) {
    if (entry.special !== undefined || entry.kind === "special") return false;
    used ||= entry.segment === sections.standard.segment;
  }
  if (used) listSection(sections, sections.standard);
  return true;
}

/** Whether another pass makes sense: no error yet, or an editor wants to see more; and output still has room. */
function mayGoOn({ reporter, outputBytes, limits }: State): boolean {
  return (!reporter.failed || reporter.mode === "lenient") && outputBytes <= limits.outputBytes;
}

function giveUp(state: State, name: string, passes: number, stalled: number): void {
  if (state.reporter.failed) return;
  const place = { file: name, lineNumber: 0 };
  const message = `unable to find valid values for all labels after ${passes} passes; stalled for ${stalled}, giving up.`;
  say(state.reporter, { severity: "error", code: "phase-error", message }, place);
}

/** Labels that move when they should stand. */
function reportPhase(state: State, name: string, kind: PassKind, changes: number): void {
  if (changes === 0 || state.reporter.failed) return;
  const place = { file: name, lineNumber: 0 };
  if (kind === "stabilise") {
    const message = "phase error during stabilization pass, hoping for the best";
    say(state.reporter, { severity: "warning", code: "phase", message }, place);
  } else if (kind === "final") {
    const message = "phase error during code generation pass";
    say(state.reporter, { severity: "error", code: "phase-error", message }, place);
  }
}

function startPass(state: State, kind: PassKind): void {
  startReports(state.reporter, kind);
  resetWarnings(state.reporter.warnings);
  startSymbols(state.symbols, state.reporter);
  startSections(state.sections);
  if (state.options.format === "bin") {
    startFlatSections(state.sections);
    if (kind !== "first") defineSectionSymbols(state);
  }
  state.section = state.sections.standard;
  state.bits = formatBits(state.options);
  state.cpu = undefined;
  state.encodings = undefined;
  // As NASM has it: what the end of the file says holds from its beginning in the passes that follow.
  if (kind === "first") {
    state.defaultRelative = false;
    state.defaultBnd = false;
    state.floatMode = DEFAULT_FLOAT_MODE;
  }
  state.origin = undefined;
  state.map = undefined;
  settleManner(state);
}

/** Flat binaries: `section.NAME.start`, which the writer gives its value, and `.vstart`. */
function defineSectionSymbols(state: State): void {
  const { symbols, sections } = state;
  for (const { name, segment } of sections.list) {
    const start = `section.${name}.start`;
    const known = symbols.byName.get(start);
    if (!known) defineSpecial(symbols, start, newSegment(symbols), "extern");
    else if (state.reporter.pass === "stabilise" && known.kind === "extern") symbols.ordered.push(known);
    // Labels count from `vstart`, so that it is the label in front of all others.
    const vstart = `section.${name}.vstart`;
    const first = symbols.byName.get(vstart);
    if (!first) defineSpecial(symbols, vstart, segment, "local");
    else if (first.kind === "extern" || first.defined === 0) defineSpecial(symbols, vstart, segment, "global");
  }
}

/** One pass, the `number`th; `skeleton` takes down what can move. */
interface PassRun {
  readonly number: number;
  readonly skeleton: Skeleton | undefined;
  /** What lines of an earlier version became. */
  readonly past: Kept | undefined;
  readonly trust: Trust;
}

function runPass(
  state: State,
  preprocessor: Preprocessor,
  scope: PassScope,
  kept: Kept,
  { number, skeleton, past, trust }: PassRun,
): void {
  let index = 0;
  const settled =
    past &&
    settledOf(state, kept, past, (count) => {
      index += count;
      return index - count;
    });
  const forgets = number === 1 && trust !== "nothing" && mayForget(state);
  state.trustsConstants = forgets && trust === "everything";
  const lay = (line: LineTemplate | Uint8Array): boolean => layBytes(state, kept, index, line);
  const constant = (name: string) => constantNamed(state, name);
  preprocessor.startPass({ ...passFor(state, scope, number), settled, ...(forgets ? { lay, constant } : {}) });
  let replaying = preprocessor.replaying();
  if (!replaying) kept.runs = [];
  const runs = replaying ? kept.runs : [];
  let taking: Taking = replaying ? "nothing" : forgets ? "forgotten" : keepsRuns(state);
  let nextRun = 0;
  for (; ; index++) {
    for (let run = runs[nextRun]; replaying && run?.from === index; run = runs[++nextRun]) {
      if (!preprocessor.holds(run.marks)) break;
      if (!mayLayRun(state, run)) {
        // What stands in front of a `default` has its manner only in the passes that follow.
        if (run.to === index && run.manner !== state.manner) state.isMannerBroken = true;
        if (run.to > index) continue;
      }
      layRun(state, kept, run, skeleton);
      preprocessor.skip(run.to - index);
      index = run.to;
    }
    const line = preprocessor.next();
    if (replaying && !preprocessor.replaying()) {
      // From here on the lines are other ones.
      replaying = false;
      kept.runs.length = nextRun;
      taking = keepsRuns(state);
    }
    if (!line) break;
    state.line = line;
    state.symbols.own = line.own;
    const before = skeleton && whereStands(state, kept.work[index]?.sized);
    if (line instanceof PlainLine && layPlain(state, line, scope)) {
      if (before) notePlain(skeleton!, line, before);
      // Another line may have stood here: one that became a template, or that an earlier pass had.
      if (!replaying && index < kept.work.length) delete kept.work[index];
      continue;
    }
    if (!replaying || kept.work[index] === undefined) keepLine(kept, index, line, past, preprocessor.origin());
    const work = kept.work[index]!;
    const { prepared } = work;
    if (prepared) {
      if (!layBare(state, prepared)) work.sized = layStatement(state, prepared, scope, work.sized);
      if (number === 1) work.sizedFirst = work.sized;
      if (taking !== "nothing" && addToRun(state, kept, prepared, index, taking) && taking === "forgotten") {
        keepTemplateOf(state, line, prepared, preprocessor.meanings());
        preprocessor.dropLatest();
        index--;
      }
      if (state.trusting) {
        forgetResults(state.trusting);
        state.hasTrusted = true;
        state.trusting = undefined;
      }
    } else layDirective(state, work.directive, scope);
    if (before) noteLine(skeleton!, state, prepared, before, work.sized);
    if (state.outputBytes > state.limits.outputBytes) break;
  }
  settled?.end();
}

/** Where a pass stands before a line, for the skeleton. */
const whereStands = (state: State, sized: Sized | undefined): Before => ({
  section: state.section,
  offset: state.section?.offset ?? 0,
  changes: state.symbols.changes,
  sized,
});

/** Takes up a line: what it says is worked out, unless it was with an earlier version, where it had index `origin`. */
function keepLine(kept: Kept, index: number, line: Line, past: Kept | undefined, origin: number): void {
  const known = origin >= 0 ? past?.work[origin] : undefined;
  const prepared = known ? known.prepared : prepareLine(line);
  const directive = known ? known.directive : prepared ? undefined : readDirective(line);
  const sized = known?.sizedFirst;
  kept.work[index] = { prepared, directive, sized, sizedFirst: undefined, sizeBytes: 0, elements: undefined };
}

/** What becomes of lines that are only their bytes. */
type Taking = "kept" | "forgotten" | "nothing";

/** Whether bytes that stand in every pass are put together, their lines being kept: not when a listing wants to see each. */
const keepsRuns = ({ options, listing, reporter }: State): Taking =>
  options.listing || listing || reporter.pass === "final" ? "nothing" : "kept";

/** Whether bytes of kept lines may be laid out without a look at the lines. */
function mayLayRun(state: State, { manner, start, end }: ByteRun): boolean {
  const { section, outputBytes, limits } = state;
  if (section === undefined || state.manner !== manner) return false;
  if (state.reporter.pass !== "final") return true;
  return section.type !== "nobits" && outputBytes + end - start <= limits.outputBytes;
}

/** Whether lines that come to the same bytes in every pass may be forgotten: nobody wants to hear of them again. In flat
 * binaries a section may still turn into one without contents. */
function mayForget({ options, reporter, listing }: State): boolean {
  const { format, items } = options;
  return items === "left-out" && format !== "bin" && reporter.mode === "strict" && !listing && !options.listing;
}

/** Takes up the bytes of the line just laid out, at `index`; false when it has to be looked at again. */
function addToRun(state: State, kept: Kept, prepared: Prepared, index: number, taking: "forgotten" | "kept"): boolean {
  const { section, manner } = state;
  if (section === undefined || section.type === "nobits") return false;
  const bytes = settledBytes(state, prepared);
  if (bytes === undefined) return false;
  if (taking === "kept") {
    const work = kept.work[index]!;
    work.sizeBytes = bytes.length;
    // What the statement keeps may be of another manner when somebody asks.
    work.elements = prepared.elements;
  }
  kept.bytes.bytes(bytes);
  growRun(kept, index, taking === "kept" ? index + 1 : index, bytes.length, manner);
  return true;
}

/** Adds the last `count` bytes kept, of the lines from `from` to `to` (excluded), to the run that ends there, or begins
 * another. */
function growRun({ runs, bytes, marks }: Kept, from: number, to: number, count: number, manner: string): void {
  const last = runs.at(-1);
  const start = bytes.length - count;
  const asked = marks();
  if (last?.to === from && last.manner === manner && last.marks === asked) {
    last.to = to;
    last.end = bytes.length;
  } else runs.push({ from, to, start, end: bytes.length, manner, marks: asked, section: undefined, offset: 0 });
}

/** Lays out a line that is its template's bytes, or those given. */
function layBytes({ section, manner }: State, kept: Kept, index: number, line: LineTemplate | Uint8Array): boolean {
  if (section === undefined || section.type === "nobits") return false;
  const isData = line instanceof Uint8Array;
  if (!isData && line.manner !== manner) return false;
  const bytes = isData ? line : fillTemplate(line);
  section.offset += bytes.length;
  kept.bytes.bytes(bytes);
  growRun(kept, index, index, bytes.length, manner);
  return true;
}

/** The number that a name means wherever it stands, while constants are trusted. */
function constantNamed(state: State, name: string): number | undefined {
  if (!state.trustsConstants) return undefined;
  const entry = state.symbols.byName.get(name);
  if (!entry?.constant || entry.defined === 0 || !isNameOfOne(name) || !isPlainName(name)) return undefined;
  entry.used = state.symbols.passNumber;
  state.hasTrusted = true;
  return Number(entry.offset);
}

/** Keeps what a line has come to, for lines of its shape. */
function keepTemplateOf(state: State, line: Line, prepared: Prepared, meanings: Meanings): void {
  const { body } = prepared.statement;
  if (body.kind !== "instruction" || line.own) return;
  const encode: EncodeWith = (operands) =>
    encodeHere(state, body.mnemonic, { ...prepared.resolved!, operands: [...operands] }, "final");
  if (!(line instanceof WrittenLine)) {
    const bytes = textToBytes(`${tokensToText(line.tokens)}\n`);
    keepTemplate(bytes, 0, meanings, prepared, encode);
  } else if (sourceLines(line.written.source).endings === "plain") {
    keepTemplate(line.written.source.bytes, line.written.start, meanings, prepared, encode);
  }
}

const settledLines = ({ lineAt, work }: Kept, from: number, to: number): Settled[] =>
  work.slice(from, to).map(({ prepared, sizeBytes, elements }, k) => {
    return { line: lineAt(from + k), statement: prepared!.statement, sizeBytes, elements };
  });

/** Lays out lines of an earlier version that are only their bytes, in runs as there; `take` counts them and says which index
 * the first one has now. */
function settledOf(
  state: State,
  kept: Kept,
  before: Kept,
  take: (count: number) => number,
): NonNullable<Pass["settled"]> & { end(): void } {
  let at = 0;
  let past = before;
  return {
    // The pass lives as long as its lines. It must not keep those of the version before, which would keep their own.
    end() {
      past = kept;
    },
    count(from) {
      while (at < past.runs.length && past.runs[at]!.to <= from) at++;
      const run = past.runs[at];
      const { section } = state;
      if (run === undefined || run.from > from || run.manner !== state.manner) return 0;
      return section === undefined || section.type === "nobits" ? 0 : run.to - from;
    },
    lay(from, count) {
      const run = past.runs[at]!;
      const index = take(count);
      let start = run.start;
      for (let k = run.from; k < from; k++) start += past.work[k]!.sizeBytes;
      let end = start;
      for (let k = 0; k < count; k++) {
        const work = past.work[from + k]!;
        kept.work[index + k] = work;
        end += work.sizeBytes;
      }
      kept.bytes.copy(past.bytes, start, end);
      growRun(kept, index, index + count, end - start, run.manner);
      state.section!.offset += end - start;
    },
  };
}

/** What is put where lines stood that need not be looked at. */
function layRun(state: State, kept: Kept, run: ByteRun, skeleton: Skeleton | undefined): void {
  const { from, to, start, end } = run;
  if (state.reporter.pass === "final") {
    run.section = state.section;
    run.offset = state.section?.offset ?? 0;
    putPart(state, kept.bytes, start, end);
    if (to > from && state.options.items !== "left-out") keepItem(state, run);
  } else if (state.section) {
    state.section.offset += end - start;
    if (skeleton) noteBytes(skeleton, state.section, end - start);
  }
}

/** What the preprocessor finds and NASM says in the last pass only. */
const LATE_CODES = new Set(["user-error", "user", "pp-rep-negative"]);

/** What the preprocessor sees of a pass. */
function passFor(state: State, scope: PassScope, number: number): Pass {
  const { listing } = state;
  return {
    number,
    final: state.reporter.pass === "final",
    purpose: "assemble",
    bits: () => state.bits,
    limits: state.limits,
    ...(listing ? { list: (event: ListEvent) => listEvent(listing, event) } : {}),
    report: (diagnostic) => {
      sayDiagnostic(state.reporter, diagnostic, LATE_CODES.has(diagnostic.code) ? "final" : undefined);
    },
    evaluate: (tokens, place, tell) => evaluateTokens(state, scope, tokens, place, tell),
  };
}

/** Values of expressions that are only numbers and operators: conditions in macros ask for the same few again and again. */
const values = createTextTable<Evaluated>(20_000);
const valueSights = createSights(1 << 16);
const VALUE_TOKENS_MAX = 60;

const isNumeric = ({ kind }: Token): boolean => kind === "number" || kind === "punctuation" || kind === "space";

/** A critical expression of the preprocessor. */
function evaluateTokens(
  state: State,
  scope: PassScope,
  tokens: readonly Token[],
  place: Place,
  tell: (diagnostic: Diagnostic) => void,
): Evaluated | undefined {
  if (tokens.length > VALUE_TOKENS_MAX || !tokens.every(isNumeric)) {
    return workOut(state, scope, tokens, place, tell);
  }
  const hash = hashOfTexts(tokens);
  const known = findByText(values, hash, (text) => areTexts(text, tokens));
  if (known) return known;
  const { count } = state.reporter;
  let told = false;
  const value = workOut(state, scope, tokens, place, (diagnostic) => {
    told = true;
    tell(diagnostic);
  });
  const stands = value?.fixed && !told && state.reporter.count === count;
  if (stands && isSecond(valueSights, hash)) keepByText(values, hash, textsOf(tokens), value);
  return value;
}

function workOut(
  state: State,
  scope: PassScope,
  tokens: readonly Token[],
  place: Place,
  tell: (diagnostic: Diagnostic) => void,
): Evaluated | undefined {
  const outer = state.line;
  state.tell = tell;
  const { file, lineNumber, span, expansion, inBody } = place;
  state.line = { tokens, file, lineNumber, span, expansion, inBody, listDepth: outer.listDepth, noList: false };
  const { expression, end, usesPlaces } = readExpression(state, tokens.map(wordOfExpression));
  scope.critical = state.reporter.pass === "first" ? " before use" : "";
  const vector = evaluate(expression, scope);
  state.line = outer;
  state.tell = undefined;
  if (!vector) return undefined;
  const plain = vector.every((term) => term.value === 0n || term.type === v.SIMPLE);
  return {
    kind: plain ? "number" : "other",
    value: v.numberOf(vector),
    end: Math.min(end, tokens.length),
    fixed: !usesPlaces,
  };
}

/** Where a symbol is named: for one that a standard macro declares (`extern x`), its name on the line that called it. */
function symbolPlace(line: Line, at: number, name: string): ReturnType<typeof placeAt> {
  const place = placeAt(line, at);
  let { expansion } = line;
  if (expansion === undefined || place.span?.source.name !== "") return place;
  while (expansion.parent !== undefined) expansion = expansion.parent;
  const { source } = expansion.call;
  const lineNumber = lineNumberAt(source, expansion.call.start);
  const range = lineRange(source, lineNumber);
  // One character a byte, so that indexes are byte offsets.
  const text = String.fromCharCode(...source.bytes.subarray(range.start, Math.min(range.end, range.start + 10_000)));
  const found = new RegExp(`(?<![\\w.$@?#~])${name.replace(/[.$?]/g, "\\$&")}(?![\\w.$@?#~])`).exec(text);
  const start = found === null ? expansion.call.start : range.start + found.index;
  const end = found === null ? expansion.call.end : start + name.length;
  return { ...place, file: source.name, lineNumber, span: { source, start, end } };
}

/** Symbols as the editor wants them. */
function symbolInfos(state: State): SymbolInfo[] {
  const infos: SymbolInfo[] = [];
  for (const entry of state.symbols.byName.values()) {
    const place = entry.line && symbolPlace(entry.line, entry.at, entry.name);
    if (!place?.span || entry.kind === "special" || entry.kind === "format") continue;
    const section = state.sections.bySegment.get(entry.segment);
    const outside = entry.kind === "extern" || entry.kind === "required" ? "extern" : undefined;
    const label = entry.name.slice(1).includes(".") ? "local-label" : "label";
    infos.push({
      name: displayText(entry.name),
      kind: entry.kind === "common" ? "common" : (outside ?? (entry.isLabel ? label : "equ")),
      file: place.file,
      lineNumber: place.lineNumber,
      source: place.span.source,
      start: place.span.start,
      end: place.span.end,
      ...(outside ? {} : { value: entry.offset }),
      ...(section ? { section: section.name } : {}),
      ...(entry.kind === "global" ? { global: true } : {}),
    });
  }
  return infos;
}
