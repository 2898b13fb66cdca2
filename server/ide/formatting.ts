// Formatting: labels at the margin, instructions indented, operands behind one column, comments behind another. Only blanks
// between words change, and a line whose words would not be the same afterwards is left as it is: the bytes stay the same.

import { lexLine } from "../asm/lexer.ts";
import { lineRange, type Source, sourceFromText, textOf } from "../base/source.ts";
import { type SourceLine, sourceLines } from "./lexemes.ts";

export interface FormattingOptions {
  /** Columns of one indentation. */
  readonly tabSize: number;
  readonly indent: "spaces" | "tabs";
}

export interface LineEdit {
  /** Byte offsets of the whole line, without its end. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Operands begin this far behind the indentation, where the instruction is shorter. */
const OPERANDS = 8;
const COMMENTS = 40;
/** A longer line without words is one that was too long to be cut. */
const LONGEST_BLANK_BYTES = 1000;

/** Edits for lines `from` to `to` (1-based, both included). */
export function formatting(
  source: Source,
  options: FormattingOptions,
  from = 1,
  to = source.lineStarts.length,
): LineEdit[] {
  const lines = sourceLines(source);
  return lines.slice(from - 1, to).flatMap((line) => {
    const { start, end } = lineRange(source, line.lineNumber);
    if (line.lexemes.length === 0 && end - start > LONGEST_BLANK_BYTES) return [];
    const before = textOf(source, start, end);
    const text = formatLine(before, line, options, commentColumn(lines, line, options));
    if (text === before || !sameWords(before, text)) return [];
    return [{ start, end, text }];
  });
}

/** Same tokens in the same order, blanks aside. */
function sameWords(before: string, after: string): boolean {
  const words = (text: string): string => {
    const source = sourceFromText("", text);
    const tokens = lexLine(source, 0, source.bytes.length).filter(({ kind }) => kind !== "space");
    return tokens.map(({ kind, text: word }) => `${kind} ${word}`).join("\n");
  };
  const comment = (text: string): string =>
    /;.*$/.exec(text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, ""))?.[0].trimEnd() ?? "";
  return words(before) === words(after) && comment(before) === comment(after);
}

/** Comments of lines that follow each other stand below each other. */
function commentColumn(lines: readonly SourceLine[], line: SourceLine, options: FormattingOptions): number {
  let column = COMMENTS;
  for (const step of [-1, 1]) {
    for (let k = line.lineNumber - 1; lines[k] !== undefined && hasBoth(lines[k]!); k += step)
      column = Math.max(column, codeText(lines[k]!, options).length + 1);
  }
  return column;
}

const codeOf = ({ lexemes }: SourceLine) => lexemes.filter(({ kind }) => kind !== "comment");
const hasBoth = (line: SourceLine): boolean =>
  line.lexemes.at(-1)?.kind === "comment" && codeOf(line).length > 0 && codeOf(line)[0]!.kind !== "preprocessor";

function formatLine(before: string, line: SourceLine, options: FormattingOptions, column: number): string {
  const code = codeOf(line);
  const comment = line.lexemes.at(-1)?.kind === "comment" ? line.lexemes.at(-1)!.text.trimEnd() : "";
  // The preprocessor's lines are their author's: blanks may be part of a definition.
  if (code[0]?.kind === "preprocessor" || /\\$/.test(before)) return before.trimEnd();
  if (code.length === 0) return comment === "" ? "" : before.trimEnd();
  const text = codeText(line, options);
  return comment === "" ? text : `${text.padEnd(column)}${comment}`;
}

/** The line without its comment. */
function codeText(line: SourceLine, { tabSize, indent }: FormattingOptions): string {
  const code = codeOf(line);
  const blank = indent === "tabs" ? "\t" : " ".repeat(tabSize);
  const { operation } = line;
  const at = operation === undefined ? code.length : code.indexOf(operation);
  const label = code.slice(0, at).some(({ kind }) => kind === "label" || kind === "parameter") ? 1 : 0;
  const colon = label === 1 && code[1]?.text === ":" ? 1 : 0;
  const front = code
    .slice(0, label + colon)
    .map(({ text }) => text)
    .join("");
  const words = joined(code.slice(label + colon, at));
  const operands = joined(code.slice(at + 1));
  if (operation === undefined) return `${front}${words}`;
  const isAtMargin =
    label === 0 &&
    /^(?:section|segment|global|extern|default|bits|org|struc|endstruc|istruc|iend|common|static|align)$/i.test(
      operation.text,
    );
  // A bracket directive keeps its own form.
  if (words === "[") return `[${operation.text} ${operands}`.trimEnd();
  const head =
    front === ""
      ? isAtMargin
        ? ""
        : blank
      : front.length < tabSize && indent === "spaces"
        ? front.padEnd(tabSize)
        : `${front} `;
  const prefix = words === "" ? "" : `${words} `;
  const isColumn = front === "" && prefix === "" && !isAtMargin && operands !== "";
  const name = isColumn ? operation.text.padEnd(OPERANDS - 1) : operation.text;
  return `${head}${prefix}${name}${operands === "" ? "" : ` ${operands}`}`;
}

/** Words with the blanks that people write: behind commas, around operators, none inside of brackets. */
function joined(lexemes: readonly { readonly text: string; readonly start: number; readonly end: number }[]): string {
  let text = "";
  for (const [index, lexeme] of lexemes.entries()) {
    const before = lexemes[index - 1];
    const isTouching = before === undefined || before.end === lexeme.start;
    const needsBlank = before?.text === ",";
    const mayHaveBlank = lexeme.text !== "," && lexeme.text !== "]" && before?.text !== "[";
    text += `${needsBlank || (!isTouching && mayHaveBlank) ? " " : ""}${lexeme.text}`;
  }
  return text;
}
