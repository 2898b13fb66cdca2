// Files that a source asks for: found through the reader, kept from pass to pass, never read twice.

import { createSource, type Source } from "../base/source.ts";
import { displayText, textFromDisplay } from "./lexer.ts";
import type { FileRequest } from "./options.ts";
import { currentInput, type Input, innerPosition, reportError, type State } from "./preprocess-state.ts";
import { sourceLines } from "./source-lines.ts";
import { place, unsettle } from "./steps.ts";

/** Asks the reader for a file, once; undefined when it is missing or not there yet. `name` is byte text. */
function request(state: State, name: string, kind: FileRequest["kind"]): Source | undefined {
  const { files, options } = state;
  const from = askingFile(state);
  const asked = displayText(name);
  const key = `${kind}\n${from}\n${asked}`;
  place(state);
  const known = files.found.get(key);
  if (known) return known.source;
  const answer = options.reader({ name: asked, from, kind });
  if (answer === "pending") files.pending.push({ name: asked, from, kind });
  const found = typeof answer === "string" ? undefined : answer;
  if (kind === "include") addDependency(state, found?.name ?? asked);
  const isSame = (known: Source) => found !== undefined && sameFile(known, found);
  const old = files.past.find(isSame);
  // Whatever hangs on this file is to be done again, unless it is the very one of before.
  if (old === undefined || kind !== "include") unsettle(state);
  const source = found && (files.sources.find(isSame) ?? old ?? createSource(found.name, found.bytes));
  files.found.set(key, { request: { name: asked, from, kind }, source });
  return source;
}

const sameFile = (source: Source, file: { readonly name: string; readonly bytes: Uint8Array }): boolean =>
  source.name === file.name && source.bytes === file.bytes;

/** The name of the file being read: in a macro the one that has the call, for the reader's sake. */
function askingFile(state: State): string {
  for (let k = state.inputs.length - 1; k >= 0; k--) {
    if (state.inputs[k]!.kind === "file") return state.inputs[k]!.source.name;
  }
  return "";
}

/** Notes a file for -M, once. */
export function addDependency(state: State, name: string): void {
  if (!state.files.dependencies.includes(name)) state.files.dependencies.push(name);
}

/** The name under which a file is found, in byte text; undefined when it is not. */
export function findFile(state: State, name: string, kind: FileRequest["kind"]): string | undefined {
  const source = request(state, name, kind);
  return source && textFromDisplay(source.name);
}

/** Begins to read a file from its first line. A file that is not there yet (a browser) is no error: the host asks again. */
export function includeFile(state: State, name: string): void {
  const source = request(state, name, "include");
  if (source === undefined) {
    const waiting = state.files.pending.some((file) => file.name === displayText(name));
    const message = `unable to open include file \`${name}': No such file or directory`;
    // For -M the file is one to be made.
    if (!waiting && state.pass.purpose !== "dependencies") reportError(state, "include-missing", message);
    return;
  }
  if (state.includesEnded) return;
  if (state.inputs.length > state.limits.includeDepth) {
    // NASM runs out of open files here, and reads on. Files that include each other twice would never end then.
    if (state.pass.purpose !== "dependencies") {
      reportError(state, "limit", `unable to open include file \`${name}': Too many open files`);
    }
    state.includesEnded = true;
    return;
  }
  if (!state.files.sources.includes(source)) state.files.sources.push(source);
  openInput(state, source, "file");
}

/** Puts a source on top of what is being read. */
export function openInput(state: State, source: Source, kind: Input["kind"]): void {
  const outer = state.inputs.length > 0 ? currentInput(state) : undefined;
  const quiet = kind === "built-in" ? 1 : 0;
  const input: Input = {
    kind,
    source,
    lines: sourceLines(source),
    next: 0,
    file: source.name,
    lineNumber: 0,
    increment: 1,
    skip: 0,
    conditions: [],
    frames: [],
    running: undefined,
    macro: undefined,
    noList: (outer?.noList ?? 0) + quiet,
    noLine: (outer?.noLine ?? 0) + quiet,
  };
  if (input.noLine > 0 && outer) {
    input.file = outer.file;
    input.lineNumber = outer.lineNumber;
    input.increment = 0;
  }
  state.inputs.push(input);
  if (input.noLine === 0) Object.assign(innerPosition(state), { file: source.name, lineNumber: 0 });
  if (input.noList === 0 && outer) state.pass.list?.({ kind: "up", of: "include" });
}
