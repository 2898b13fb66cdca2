// Says what is wrong when NASM would say it. NASM reads the source several times: in every pass but the last its warnings
// are kept back and forgotten, unless an error follows them in the same pass, and an error ends the assembly after its pass.
// So what the reader sees depends on the first pass that has an error: syntax errors hide undefined symbols.

import type { Diagnostic, Fix, Related } from "../base/diagnostic.ts";
import { lineNumberAt, type Span } from "../base/source.ts";
import { callsOf, type Expansion } from "../obj/object-module.ts";
import { displayText } from "./lexer.ts";
import { isWarningClass, levelOf, type WarningState } from "./warning.ts";

/** The kinds of passes in their order: labels are optimistic in the first, move in the second kind, stand in the others. */
export type PassKind = "first" | "optimise" | "stabilise" | "final";

/** Where something is said: as NASM prints it, and the words meant. */
export interface Place {
  readonly file: string;
  readonly lineNumber: number;
  readonly span?: Span;
  readonly expansion?: Expansion;
  /** The statement's own text when it differs from `span`: a macro's body, while an argument stands in the call. */
  readonly body?: Span;
  /** Where the innermost macro's line stands, as notes say it (after %line). */
  readonly inBody?: { readonly file: string; readonly lineNumber: number };
}

export interface Message {
  readonly severity: "fatal" | "error" | "warning";
  /** Warning class, or an error's stable name. */
  readonly code: string;
  readonly message: string;
  /** Messages that only make sense once labels stand. */
  readonly when?: "final";
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
  /** The number that does not fit. */
  readonly value?: bigint;
}

export interface Reporter {
  /** In NASM's order. */
  readonly diagnostics: Diagnostic[];
  readonly warnings: WarningState;
  /** "lenient" goes on where NASM stops; what it adds is marked as the editor's own. */
  readonly mode: "strict" | "lenient";
  pass: PassKind;
  /** An error was said: NASM stops behind this pass. */
  failed: boolean;
  /** Lenient: NASM would have stopped before this pass. */
  beyond: boolean;
  /** How many things were found, said or not: tells whether a piece of work was silent. */
  count: number;
  /** Gets each message that is said or kept back, for a listing. */
  listen: ((diagnostic: Diagnostic) => void) | undefined;
  /** Warnings of this pass that wait for an error; undefined once they need not wait. */
  held: Diagnostic[] | undefined;
  /** What the first `indexed` of the diagnostics say and where, for finding what is said again. */
  readonly known: Set<string>;
  indexed: number;
  /** Lenient: what this pass has said, so that nothing is said twice of one line (a repetition would, a million times). */
  readonly inPass: Set<string>;
}

export function createReporter(warnings: WarningState, mode: Reporter["mode"]): Reporter {
  return {
    diagnostics: [],
    warnings,
    mode,
    pass: "first",
    failed: false,
    beyond: false,
    count: 0,
    listen: undefined,
    held: [],
    known: new Set(),
    indexed: 0,
    inPass: new Set(),
  };
}

/** Begins a pass: what the pass before kept back is forgotten. */
export function startReports(reporter: Reporter, pass: PassKind): void {
  reporter.pass = pass;
  reporter.beyond = reporter.failed;
  reporter.held = pass === "final" ? undefined : [];
  // Passes behind an error add to what was said.
  if (!reporter.failed) reporter.inPass.clear();
}

/** A message at a place, with the macro calls that led there. */
export function diagnosticOf(message: Message, place: Place): Diagnostic {
  const own = (message.related ?? []).map((note) => ({ ...note, message: displayText(note.message) }));
  const related = [...macroNotes(place, place.body ?? place.span), ...own];
  const { fixes, value } = message;
  return {
    severity: message.severity,
    code: message.code,
    message: displayText(message.message),
    file: place.file,
    lineNumber: place.lineNumber,
    ...(place.span ? { span: place.span } : {}),
    ...(place.expansion ? { calls: callsOf(place.expansion) } : {}),
    ...(related.length > 0 ? { related } : {}),
    ...(fixes && fixes.length > 0 ? { fixes } : {}),
    ...(value === undefined ? {} : { value }),
  };
}

/** Says it now, keeps it back or drops it. */
export function say(reporter: Reporter, message: Message, place: Place): void {
  sayDiagnostic(reporter, diagnosticOf(message, place), message.when);
}

/** The same for a diagnostic made elsewhere. */
export function sayDiagnostic(reporter: Reporter, diagnostic: Diagnostic, when?: "final"): void {
  reporter.count++;
  if (when === "final" && reporter.pass !== "final") return;
  let said = diagnostic;
  if (reporter.beyond) {
    if (isKnown(reporter, diagnostic)) return;
    said = { ...diagnostic, editorOnly: true };
  }
  if (diagnostic.severity === "warning") {
    const level = levelOf(reporter.warnings, diagnostic.code);
    if (level === "off") return;
    if (level === "error") said = { ...said, severity: "error" };
  }
  if (reporter.mode === "lenient" && isRepeated(reporter, said)) {
    reporter.failed ||= said.severity === "error";
    return;
  }
  reporter.listen?.(said);
  if (said.severity === "warning" || said.severity === "note" || said.severity === "hint") {
    (reporter.held ?? reporter.diagnostics).push(said);
    return;
  }
  for (const waiting of reporter.held ?? []) reporter.diagnostics.push(waiting);
  reporter.held = undefined;
  reporter.failed = true;
  reporter.diagnostics.push(said);
}

/** So many warnings of a pass an editor is given: nobody reads more, and each keystroke would send them all. */
const LENIENT_MAX = 5_000;

/** Whether an editor need not hear of it, since it did in this pass or has enough. */
function isRepeated({ inPass }: Reporter, said: Diagnostic): boolean {
  const key = `${said.severity} ${keyOf(said)}`;
  if (inPass.has(key)) return true;
  // There is room for errors behind any number of warnings.
  const most = said.severity === "warning" ? LENIENT_MAX : 2 * LENIENT_MAX;
  if (inPass.size >= most && said.severity !== "fatal") return true;
  inPass.add(key);
  return false;
}

/** Whether a later pass found what an earlier one had said already. */
function isKnown(reporter: Reporter, found: Diagnostic): boolean {
  const { diagnostics, known } = reporter;
  while (reporter.indexed < diagnostics.length) known.add(keyOf(diagnostics[reporter.indexed++]!));
  return known.has(keyOf(found));
}

const keyOf = ({ lineNumber, message, file }: Diagnostic): string => `${lineNumber} ${file}\n${message}`;

/** "from macro `x' defined here" for each macro around a place as NASM prints them: outermost first, each with the line
 * inside its body, up to the first `.nolist` one. */
export function macroNotes(place: Pick<Place, "expansion" | "inBody">, body: Span | undefined): Related[] {
  const chain: Expansion[] = [];
  for (let step = place.expansion; step; step = step.parent) chain.unshift(step);
  const notes: Related[] = [];
  for (let k = 0; k < chain.length && !chain[k]!.quiet && body; k++) {
    const inner = chain[k + 1];
    notes.push({
      message: `from macro \`${displayText(chain[k]!.macro)}' defined here`,
      file: inner?.file ?? place.inBody?.file ?? body.source.name,
      lineNumber: inner?.lineNumber ?? place.inBody?.lineNumber ?? lineNumberAt(body.source, body.start),
      span: inner?.call ?? body,
    });
  }
  return notes;
}

/** What NASM prints behind the place: "warning: text [-w+class]". */
export function nasmText({ severity, code, message }: Diagnostic): string {
  const promoted = severity === "error" && isWarningClass(code);
  const suffix = severity === "warning" ? ` [-w+${code}]` : promoted ? ` [-w+error=${code}]` : "";
  return `${severity === "note" ? "info" : severity}: ${message}${suffix}`;
}

/** The lines NASM prints for a diagnostic. `style` is -X: "gnu" file:line: or "vc" file(line) :. */
export function nasmLines(diagnostic: Diagnostic, style: "gnu" | "vc" = "gnu"): string[] {
  const place = (file: string, lineNumber: number) => {
    // NASM prints 32 bits of it, which `%line` may have made negative.
    const line = lineNumber | 0;
    const number = line === 0 ? "" : style === "gnu" ? `:${line}` : `(${line})`;
    return style === "gnu" ? `${file}${number}: ` : `${file}${number} : `;
  };
  const lines = [`${place(diagnostic.file, diagnostic.lineNumber)}${nasmText(diagnostic)}`];
  for (const related of diagnostic.related ?? []) {
    const prefix = related.message.startsWith("from macro") ? "... " : "info: ";
    lines.push(`${place(related.file, related.lineNumber)}${prefix}${related.message}`);
  }
  return lines;
}
