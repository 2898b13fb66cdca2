// A line that is a label by itself, or a jump or call to a name, read from its shape: most of the lines that have to be looked
// at in each pass. It is cut into tokens only when something is to be said about it.

import type { Source, Span } from "../base/source.ts";
import type { NameMemo } from "./expression.ts";
import { bytesToText, lexText } from "./lexer.ts";
import { shape, wordText } from "./line-shape.ts";
import { type JumpName, jumpNamed, type NearJump } from "./near-jump.ts";
import type { LabelNode } from "./statement.ts";
import type { Line, Token } from "./token.ts";
import { isPlainName } from "./vocabulary.ts";

/** The opcode of a line that is a label. */
export const LABEL = 0;

/** It is its own label or jump, and its own memo: one object a line is half of what such a file keeps in memory. */
export class PlainLine implements Line, Span, LabelNode, NearJump, NameMemo {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly file: string;
  readonly lineNumber: number;
  /** Of the label, or of what is jumped to. */
  readonly name: string;
  /** The jump's, or LABEL. */
  readonly opcode: number;
  table: NameMemo["table"];
  previous: string;
  entry: NameMemo["entry"];

  constructor(
    place: Span,
    { file, lineNumber }: { readonly file: string; readonly lineNumber: number },
    name: string,
    opcode: number,
  ) {
    this.source = place.source;
    this.start = place.start;
    this.end = place.end;
    this.file = file;
    this.lineNumber = lineNumber;
    this.name = name;
    this.opcode = opcode;
    this.table = undefined;
    this.previous = "";
    this.entry = undefined;
  }

  get span(): Span {
    return this;
  }

  get memo(): NameMemo {
    return this;
  }

  /** The token of the label: a jump says nothing about its own. */
  get at(): number {
    const first = this.source.bytes[this.start]!;
    return first === SPACE || first === TAB ? 1 : 0;
  }

  /** It has a colon. */
  get orphan(): boolean {
    return false;
  }

  get tokens(): readonly Token[] {
    const { source, start, end } = this;
    const text = bytesToText(source.bytes, start, end);
    return lexText(text, 0, text.length, { source, start, end, exact: true }).tokens;
  }

  /** Only lines of files, where nobody wants a listing, are plain. */
  get listDepth(): number {
    return 0;
  }

  get noList(): boolean {
    return false;
  }
}

const DOT = 46;
const NINE = 57;
const SPACE = 32;
const TAB = 9;

/** The word from `start` to `end`, if it names a symbol. */
export function nameAt(bytes: Uint8Array, start: number, end: number): string | undefined {
  const first = bytes[start]!;
  // A number, or one of the special names.
  const odd = first === DOT ? end - start < 2 || bytes[start + 1] === DOT : first <= NINE;
  if (odd) return undefined;
  const name = wordText(bytes, start, end);
  return isPlainName(name) ? name : undefined;
}

/** The jump or call that the line read last is, if it says nothing but a name. */
export function jumpRead(): JumpName | undefined {
  const { key, length, words, marks, count, registerCount, wordStart, wordEnd } = shape;
  if (words !== 2 || marks + count + registerCount > 0) return undefined;
  return jumpNamed(key, length - (wordEnd - wordStart) - 1);
}
