// What `nasm -E` writes: the preprocessor's lines as text, with `%line` where the reader would lose count.

import type { Source } from "../base/source.ts";
import { textFromDisplay, tokensToText } from "./lexer.ts";
import type { AssembleOptions } from "./options.ts";
import { beginState, type Pass } from "./preprocess.ts";
import { pullLine } from "./preprocess-pump.ts";
import { type FileStore, innerPosition } from "./preprocess-state.ts";
import { quote } from "./quote.ts";

/** Text of the preprocessed source, one character a byte, and the files that took part. */
export interface Preprocessed {
  readonly text: string;
  readonly files: FileStore;
}

/** A file's name as `%line` can read it back. */
function shownName(name: string): string {
  const text = textFromDisplay(name);
  return /^['"`]/.test(text) ? quote(text) : text;
}

/** Preprocesses `source` alone. `pass` evaluates and reports; its purpose should be "preprocess". */
export function printPreprocessed(source: Source, options: AssembleOptions, pass: Pass): Preprocessed {
  const files: FileStore = { found: new Map(), sources: [source], pending: [], dependencies: [], past: [] };
  const state = beginState(source, options, pass, files);
  const out: string[] = [];
  // What is read before the source has no name; its lines need none when they come first.
  let file = "";
  /** The line number that the next line has if nothing is said; undefined: it must be said. */
  let expected: number | undefined = 0;
  let increment = 0;
  for (let line = pullLine(state); line !== undefined; line = pullLine(state)) {
    const { file: name, lineNumber } = innerPosition(state);
    if (name !== file) {
      file = name;
      expected = undefined;
      increment = name === "" ? 0 : 1;
    } else if (expected !== undefined) {
      const gap: number = lineNumber - expected;
      if (gap === 1 && increment === 1) {
        out.push("");
        expected++;
      } else if (gap === 1) increment = 1;
      else if (gap === -1) increment = 0;
    }
    // Blank lines that would need a word of their own are left out.
    if (expected === undefined && line.tokens.length === 0) continue;
    if (expected === undefined && name === "") out.push('%line 0+0 ""');
    else if (expected !== lineNumber) out.push(`%line ${lineNumber}+${increment} ${shownName(name)}`);
    expected = lineNumber + increment;
    out.push(tokensToText(line.tokens));
  }
  return { text: out.map((line) => `${line}\n`).join(""), files };
}
