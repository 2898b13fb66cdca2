// What people write above their own functions and beside their data for the memory checker: `; @alloc size=rdi ret=rax`,
// `; @free ptr=rdi`, `; @realloc ptr=rdi size=rsi ret=rax` above a function, `; @object first..last` anywhere. One reader for
// the run and for the editor, so that an annotation that means nothing is told instead of ignored.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineNumberAt, type Source, textOf } from "../base/source.ts";
import { ignoresNothing } from "./ignore-comment.ts";

export type AllocatorRole = "alloc" | "free" | "realloc";

/** What one function of an allocator takes and gives; places are registers ("rdi"), numbers ("32") or "arg1" on the stack. */
export interface AllocatorRow {
  readonly role: AllocatorRole;
  readonly function: string;
  readonly size?: string;
  readonly ret?: string;
  readonly ptr?: string;
}

/** An annotation that means nothing; `start` and `end` are places in the text, in UTF-16 units. */
export interface AnnotationProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Labels that are one object, and where that is said. */
export interface LabelRange {
  readonly first: string;
  readonly last: string;
  readonly start: number;
  readonly end: number;
}

export interface Annotations {
  readonly allocators: readonly AllocatorRow[];
  readonly objects: readonly LabelRange[];
  readonly problems: readonly AnnotationProblem[];
}

type Field = "size" | "ret" | "ptr";

/** What each word needs, may have, and an example of it. */
const WORDS: Readonly<
  Record<AllocatorRole, { readonly needs: readonly Field[]; readonly may: readonly Field[]; readonly example: string }>
> = {
  alloc: { needs: ["size"], may: ["ret"], example: "; @alloc size=rdi ret=rax" },
  free: { needs: ["ptr"], may: [], example: "; @free ptr=rdi" },
  realloc: { needs: ["ptr", "size"], may: ["ret"], example: "; @realloc ptr=rdi size=rsi ret=rax" },
};

const ANNOTATION = /;\s*@(alloc|free|realloc|object)\b([^;\n]*)/i;
/** Another word with a field of ours: meant as an annotation. */
const MISTAKEN = /;\s*@(\w*(?:alloc|free|release)\w*)\s[^;\n]*\b(?:size|ptr|ret)\s*=[^;\n]*/i;
const LABEL = /^\s*([\w.$#@~?]+)\s*:/;
/** What may stand between an annotation and its function: blank lines, comments, and directives that emit no code. */
const BETWEEN = /^\s*(?:;.*|%.*|(?:global|align|section|segment|bits|default)\b.*)?$/i;
const REGISTER = /^(?:[er](?:ax|bx|cx|dx|si|di|bp|sp)|r(?:8|9|1[0-5])d?)$/i;
const NUMBER = /^(?:\d+|0x[0-9a-f]+)$/i;
const ARGUMENT = /^arg[1-9]$/i;

/** Why `value` cannot stand for `field`; undefined when it can. */
export function placeProblem(field: Field, value: string): string | undefined {
  if (REGISTER.test(value)) return undefined;
  if (field === "ret") return `"${value}" is not a whole general register, such as rax`;
  if (field === "size" && NUMBER.test(value)) return undefined;
  if (ARGUMENT.test(value)) return undefined;
  const number = field === "size" ? ", a number" : "";
  return `"${value}" is not a whole general register (rdi)${number} or an argument on the stack (arg1)`;
}

/** The fields of an annotation, or what is wrong with them. */
function readFields(role: AllocatorRole, text: string): Partial<Record<Field, string>> | string {
  const { needs, may, example } = WORDS[role];
  const fields: Partial<Record<Field, string>> = {};
  for (const [, name = "", value = ""] of text.matchAll(/([^\s=]+)\s*=\s*([^\s,]*)/g)) {
    const field = [...needs, ...may].find((known) => known === name.toLowerCase());
    if (field === undefined) return `\`@${role}\` knows no "${name}": write it as in \`${example}\`.`;
    const problem = placeProblem(field, value);
    if (problem !== undefined) return `\`@${role}\`: ${problem}.`;
    fields[field] = value.toLowerCase();
  }
  const missing = needs.find((field) => fields[field] === undefined);
  if (missing !== undefined) return `\`@${role}\` does not say where ${missing} is: write it as in \`${example}\`.`;
  return fields;
}

/** The label that the annotation on line `index` stands at or above. */
function functionBelow(lines: readonly string[], index: number): string | undefined {
  const own = LABEL.exec(lines[index]!.replace(ANNOTATION, ""));
  if (own !== null) return own[1];
  const next = lines.slice(index + 1).find((line) => !BETWEEN.test(line));
  return LABEL.exec(next ?? "")?.[1];
}

/** Every annotation of a source text. A file without "@" costs one search. */
export function readAnnotations(text: string): Annotations {
  const allocators: AllocatorRow[] = [];
  const objects: LabelRange[] = [];
  const problems: AnnotationProblem[] = [];
  if (!text.includes("@") || !/;\s*@\w/.test(text)) return { allocators, objects, problems };
  const lines = text.split("\n");
  let lineStart = 0;
  for (const [index, line] of lines.entries()) {
    const known = ANNOTATION.exec(line);
    const match = known ?? MISTAKEN.exec(line);
    const start = lineStart + (match?.index ?? 0);
    lineStart += line.length + 1;
    if (match === null) continue;
    const end = start + match[0].trimEnd().length;
    const tell = (message: string) => problems.push({ message, start, end });
    const [, said = "", fields = ""] = match;
    const word = said.toLowerCase();
    if (known === null) {
      const meant = /^re/.test(word) ? "realloc" : word.includes("alloc") && !/^de/.test(word) ? "alloc" : "free";
      tell(`There is no annotation \`@${said}\`: write it as in \`${WORDS[meant].example}\`.`);
      continue;
    }
    if (word === "object") {
      const range = /^\s+([\w.$#@~?]+?)\s*\.\.\s*([\w.$#@~?]+)/.exec(fields);
      if (range === null) tell("`@object` names no labels: write it as in `; @object first..last`.");
      else objects.push({ first: range[1]!, last: range[2]!, start, end });
      continue;
    }
    const role = word as AllocatorRole;
    const read = readFields(role, fields);
    const name = functionBelow(lines, index);
    if (typeof read === "string") tell(read);
    else if (name === undefined)
      tell(`\`@${role}\` stands above no function: the next line must be its label, with a colon.`);
    else allocators.push({ role, function: name, ...read });
  }
  return { allocators, objects, problems };
}

/** Comments that are meant to silence findings, and name none. */
function mistakenIgnores(text: string): AnnotationProblem[] {
  const problems: AnnotationProblem[] = [];
  let lineStart = 0;
  for (const line of /asmoscope:/i.test(text) ? text.split("\n") : []) {
    const found = ignoresNothing(line);
    const message = `\`ignore\`: there is no kind of finding "${found?.word}".`;
    if (found !== undefined) problems.push({ message, start: lineStart + found.start, end: lineStart + found.end });
    lineStart += line.length + 1;
  }
  return problems;
}

/** Where a label stands, as far as that is known. */
export interface LabelPlace {
  readonly name: string;
  readonly section?: string;
  readonly value?: bigint;
}

/** What is wrong with the labels of an `@object`. */
function objectProblems({ first, last, start, end }: LabelRange, labels: ReadonlyMap<string, LabelPlace>) {
  const unknown = [first, last].filter((name) => !labels.has(name));
  if (unknown.length > 0)
    return unknown.map((name) => ({
      message: `\`@object\`: there is no label "${name}" in this program.`,
      start,
      end,
    }));
  const [one, other] = [labels.get(first)!, labels.get(last)!];
  if (one.section === undefined || other.section === undefined) return [];
  const where =
    one.section !== other.section
      ? `"${first}" stands in ${one.section}, "${last}" in ${other.section}`
      : one.value !== undefined && other.value !== undefined && other.value < one.value
        ? `"${last}" stands in front of "${first}"`
        : undefined;
  return where === undefined ? [] : [{ message: `\`@object\`: ${where}: that is no object.`, start, end }];
}

/** A warning for each annotation of a source that means nothing, and for each `@object` whose labels enclose nothing. */
export function annotationDiagnostics(source: Source, symbols: readonly LabelPlace[]): Diagnostic[] {
  const text = textOf(source, 0, source.bytes.length);
  const { objects, problems } = readAnnotations(text);
  const labels = new Map(objects.length === 0 ? [] : symbols.map((symbol) => [symbol.name, symbol]));
  const unknown = objects.flatMap((object) => objectProblems(object, labels));
  const bytesBefore = (at: number): number => new TextEncoder().encode(text.slice(0, at)).length;
  return [...problems, ...unknown, ...mistakenIgnores(text)].map(({ message, start, end }) => {
    const span = { source, start: bytesBefore(start), end: bytesBefore(end) };
    const lineNumber = lineNumberAt(source, span.start);
    return { severity: "warning", code: "annotation", message, file: source.name, lineNumber, span, editorOnly: true };
  });
}
