// What the rules over the abstract run share: "on every path" is a warning, "on some path" a hint; names of registers and
// places; edits that put a line before or behind an instruction.

import type { Diagnostic, Fix, Related, Severity } from "../../base/diagnostic.ts";
import { createSideTable } from "../../base/side-table.ts";
import { lineNumberAt, lineRange, type Span, textOf, withoutComment } from "../../base/source.ts";
import type { FindingName } from "../../facts/findings.ts";
import { registerUse } from "../../isa/register-use.ts";
import type { Instruction, Listing } from "../listing.ts";
import { finding } from "../rule.ts";
import { type Flow, type FlowFunction, flowOf, type Reached } from "./analysis.ts";
import { casesOf } from "./decisions.ts";
import type { Value, Values } from "./value.ts";

/** An instruction that a function reaches, as the rules are asked about it. */
export interface Place extends Reached {
  readonly code: Listing;
  readonly flow: Flow;
  readonly owner: FlowFunction;
  readonly instruction: Instruction;
}

/** The places of a listing, made once for all rules. */
const kept = createSideTable<Listing, readonly Place[]>("places");

function placesOf(code: Listing): readonly Place[] {
  const known = kept.get(code);
  if (known !== undefined) return known;
  const flow = flowOf(code);
  const places = flow.functions.flatMap((owner) =>
    owner.reached.map((reached) => ({ ...reached, code, flow, owner, instruction: code.instructions[reached.index]! })),
  );
  kept.set(code, places);
  return places;
}

/** The rule finds the same where decisions that are taken more than once go one way. */
function isPossible(place: Place, hint: Diagnostic, ask: (place: Place) => Diagnostic[]): boolean {
  const cases = casesOf(place.flow.graph, place.owner);
  return (
    cases.length === 0 ||
    cases.some((owner) => {
      const reached = owner.reached.find(({ index }) => index === place.index);
      return reached !== undefined && ask({ ...place, ...reached, owner }).some(({ code }) => code === hint.code);
    })
  );
}

/** Asks a rule about every instruction of every function; what it hints at must be possible on one path. */
export const overFlow = (code: Listing, ask: (place: Place) => Diagnostic[]): Diagnostic[] =>
  placesOf(code).flatMap((place) => ask(place).filter((one) => one.severity !== "hint" || isPossible(place, one, ask)));

/** The function compares the register with something: what it holds on some path may be left out by that. */
export const isCompared = ({ code, owner }: Place, register: number): boolean =>
  owner.reached.some(({ index }) => {
    const { decoded } = code.instructions[index]!;
    const isQuestion = /^(?:cmp|test|bt|or|and|j[er]?cxz)$/.test(decoded.mnemonic);
    return isQuestion && registerUse(decoded).reads.has(register);
  });

/** "warning" when every value is bad, "hint" when some are, undefined when none is. */
export function judged(values: Values, isBad: (value: Value) => boolean): Severity | undefined {
  const bad = values.filter(isBad).length;
  if (bad === 0) return undefined;
  return bad === values.length ? "warning" : "hint";
}

const NAMES = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"];

/** A general register's name as wide as the code. */
export function registerName(code: Listing, number: number): string {
  const name = NAMES[number] ?? `r${number}`;
  return code.bits === 32 ? name.replace(/^r/, "e") : name;
}

/** The label at a function's entry. */
export function functionName({ code, owner }: Place): string {
  const { labels } = code.instructions[owner.entry]!;
  return (labels.find(({ binding }) => binding === "global") ?? labels[0])?.name ?? "this function";
}

/** "line 12", for messages that name another instruction. */
export const lineText = (code: Listing, index: number): string => `line ${code.instructions[index]!.item.lineNumber}`;

/** An instruction as a second place of a diagnostic. */
export function relatedTo(code: Listing, index: number, message: string): Related[] {
  const item = code.instructions[index]?.item;
  return item === undefined ? [] : [{ message, file: item.file, lineNumber: item.lineNumber, span: item.span }];
}

export function flowFinding(
  { instruction }: Place,
  kind: FindingName,
  severity: Severity,
  message: string,
  more: { readonly fixes?: readonly Fix[]; readonly related?: readonly Related[] } = {},
): Diagnostic {
  const related = more.related ?? [];
  return {
    ...finding(instruction, kind, severity, message, more.fixes ?? []),
    ...(related.length > 0 ? { related } : {}),
  };
}

/** An instruction as the source has it. */
export type Written = Pick<Instruction, "item" | "labels">;

/** Where an instruction itself is written: the statement without blanks and labels in front and the comment behind. */
export function bodySpan({ item, labels }: Written): Span {
  const { source, start } = item.span;
  const text = withoutComment(textOf(source, start, item.span.end));
  const [before, word = "", colon] = /^[ \t]*(?:([^\s:;]+)(?:[ \t]*(:)|(?=[ \t]))[ \t]*)?/.exec(text)!;
  const isLabel = colon !== undefined || labels.some(({ name }) => name === word || name.endsWith(word));
  const lead = word === "" || isLabel ? before : /^[ \t]*/.exec(text)![0];
  const bytesOf = (part: string): number => new TextEncoder().encode(part).length;
  return { source, start: start + bytesOf(lead), end: start + bytesOf(text) };
}

/** Blanks as wide as what stands before the instruction on its line. */
function indentOf(instruction: Written): string {
  const { source, start } = bodySpan(instruction);
  const { start: lineStart } = lineRange(source, lineNumberAt(source, start));
  const before = textOf(source, lineStart, start);
  return before.length > 0 ? before.replace(/[^\t]/g, " ") : "  ";
}

/** True where the source line can be edited: not inside a macro's or `times`'s output. */
export const isEditable = ({ item }: Written): boolean => item.expansion === undefined;

/** Edits that put lines before an instruction. */
export function linesBefore(instruction: Instruction, lines: readonly string[]): Fix["edits"] {
  const { source, start } = bodySpan(instruction);
  const indent = indentOf(instruction);
  return [{ span: { source, start, end: start }, text: lines.map((line) => `${line}\n${indent}`).join("") }];
}

/** Edits that put lines behind an instruction's line. */
export function linesAfter(instruction: Instruction, lines: readonly string[]): Fix["edits"] {
  const { source, start } = instruction.item.span;
  const { end } = lineRange(source, lineNumberAt(source, start));
  const indent = indentOf(instruction);
  return [{ span: { source, start: end, end }, text: lines.map((line) => `\n${indent}${line}`).join("") }];
}

/** An edit that replaces an instruction; its labels and its comment stay. */
export function replaced(instruction: Written, lines: readonly string[]): Fix["edits"] {
  return [{ span: bodySpan(instruction), text: lines.join(`\n${indentOf(instruction)}`) }];
}

/** The instruction as written, without labels and comment. */
export function bodyText(instruction: Written): string {
  const { source, start, end } = bodySpan(instruction);
  return textOf(source, start, end);
}

/** A text for a message: one blank where there are several, or where a line goes on. */
export const oneLine = (text: string): string => text.replace(/(?:\s|\\\r?\n)+/g, " ");

export const statementOf = (instruction: Written): string => oneLine(bodyText(instruction));

/** The exit system call with status 0. */
export const exitLines = (code: Listing): readonly string[] =>
  code.bits === 64 ? ["mov eax, 60", "xor edi, edi", "syscall"] : ["mov eax, 1", "xor ebx, ebx", "int 0x80"];
