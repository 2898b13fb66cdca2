// Requests whose parameters are not what LSP says: the client gets a sentence, and no handler ever sees them.

import { type Connection, ErrorCodes, type MessageStrategy, ResponseError } from "vscode-languageserver";
import { PROGRAM_TEXT } from "./protocol.ts";

type Kind = "a text" | "a number" | "a list" | "an object";
/** A place among the parameters, with dots, and what stands there. */
type Need = readonly [path: string, kind: Kind];

const document: readonly Need[] = [["textDocument.uri", "a text"]];
const position: readonly Need[] = [...document, ["position.line", "a number"], ["position.character", "a number"]];
const range: readonly Need[] = [
  ...document,
  ["range.start.line", "a number"],
  ["range.start.character", "a number"],
  ["range.end.line", "a number"],
  ["range.end.character", "a number"],
];
const options: Need = ["options", "an object"];
const item: readonly Need[] = [
  ["item.uri", "a text"],
  ["item.name", "a text"],
];

const NEEDS: Readonly<Record<string, readonly Need[]>> = {
  initialize: [["capabilities", "an object"]],
  "$/setTrace": [["value", "a text"]],
  "textDocument/didOpen": [...document, ["textDocument.text", "a text"], ["textDocument.version", "a number"]],
  "textDocument/didChange": [...document, ["textDocument.version", "a number"], ["contentChanges", "a list"]],
  "textDocument/didClose": document,
  "textDocument/didSave": document,
  "workspace/didChangeWatchedFiles": [["changes", "a list"]],
  "textDocument/hover": position,
  "textDocument/completion": position,
  "textDocument/signatureHelp": position,
  "textDocument/definition": position,
  "textDocument/declaration": position,
  "textDocument/references": [...position, ["context", "an object"]],
  "textDocument/documentHighlight": position,
  "textDocument/prepareRename": position,
  "textDocument/rename": [...position, ["newName", "a text"]],
  "textDocument/prepareCallHierarchy": position,
  "callHierarchy/incomingCalls": item,
  "callHierarchy/outgoingCalls": item,
  "textDocument/documentSymbol": document,
  "textDocument/documentLink": document,
  "textDocument/foldingRange": document,
  "textDocument/codeLens": document,
  "textDocument/semanticTokens/full": document,
  "textDocument/semanticTokens/range": range,
  "textDocument/codeAction": range,
  "textDocument/inlayHint": range,
  "textDocument/selectionRange": [...document, ["positions", "a list"]],
  "textDocument/formatting": [...document, options],
  "textDocument/rangeFormatting": [...range, options],
  "workspace/symbol": [["query", "a text"]],
  "completionItem/resolve": [["label", "a text"]],
  [PROGRAM_TEXT]: [
    ["uri", "a text"],
    ["kind", "a text"],
  ],
};

function holds(value: unknown, kind: Kind): boolean {
  if (kind === "a text") return typeof value === "string";
  if (kind === "a number") return typeof value === "number";
  if (kind === "a list") return Array.isArray(value);
  return typeof value === "object" && value !== null;
}

function valueAt(parameters: unknown, path: string): unknown {
  let value = parameters;
  for (const name of path.split("."))
    value =
      typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  return value;
}

/** Elements of lists that handlers look into. */
const ELEMENTS: Readonly<Record<string, readonly Need[]>> = {
  contentChanges: [["text", "a text"]],
  changes: [["uri", "a text"]],
  positions: [
    ["line", "a number"],
    ["character", "a number"],
  ],
};

/** A sentence about the first thing that is missing or of the wrong type. */
export function parameterProblem(method: string, parameters: unknown): string | undefined {
  for (const [path, kind] of NEEDS[method] ?? []) {
    const value = valueAt(parameters, path);
    if (!holds(value, kind)) return `${method} needs "${path}", ${kind}.`;
    for (const [inner, innerKind] of ELEMENTS[path] ?? []) {
      const good = (value as readonly unknown[]).every((one) => holds(valueAt(one, inner), innerKind));
      if (!good) return `${method} needs "${inner}", ${innerKind}, in each element of "${path}".`;
    }
  }
  return undefined;
}

/** A method of no client: what a malformed request becomes on its way in. */
const MALFORMED = "asmoscope/malformed";

interface Call {
  readonly method: string;
  readonly params?: unknown;
  readonly id?: unknown;
}

/** For `createConnection`: a malformed request goes to `answerMalformed`, a malformed notification nowhere. */
export const parameterCheck: MessageStrategy = {
  handleMessage(message, next) {
    const { method, params, id } = message as unknown as Call;
    const problem = typeof method === "string" ? parameterProblem(method, params) : undefined;
    if (problem === undefined) return next(message);
    if (id === undefined) return undefined;
    return next({ ...message, method: MALFORMED, params: { problem } } as typeof message);
  },
};

export function answerMalformed(connection: Connection): void {
  connection.onRequest(
    MALFORMED,
    ({ problem }: { readonly problem: string }) => new ResponseError(ErrorCodes.InvalidParams, problem),
  );
}
