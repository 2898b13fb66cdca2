// What stands behind the colon of `global f:function hidden (end - f)`, read when the definition is met in the stabilising
// pass, which is when NASM hands symbols to the output format; and what a format says to symbols it cannot have.
// Source: NASM manual, 7.9.5 "elf Extensions to the GLOBAL Directive", 7.9.6 "EXTERN", 7.9.8 "COMMON".

import type { ModuleSymbol } from "../obj/object-module.ts";
import { lexText } from "./lexer.ts";
import { readLeadingInteger } from "./literal.ts";
import type { OperandScope } from "./operand.ts";
import { evaluateOuter } from "./outer-expression.ts";
import { complain, type State } from "./state.ts";
import type { SymbolAttributes, SymbolEntry } from "./symbol-table.ts";
import { withTokens } from "./token.ts";
import * as v from "./vector.ts";

type Scope = OperandScope & { critical: OperandScope["critical"] };

const TYPES: Readonly<Record<string, ModuleSymbol["type"]>> = {
  function: "function",
  data: "object",
  object: "object",
  notype: "none",
};
const VISIBILITIES = ["default", "internal", "hidden", "protected"] as const;

/** To be called behind each definition: reads what was declared, and complains where NASM does. */
export function settleSymbol(state: State, entry: SymbolEntry, scope: Scope): void {
  const { pass } = state.reporter;
  if (pass === "stabilise" && state.symbols.ordered.at(-1) === entry) {
    if (entry.kind === "extern" && entry.used === 0) return;
    entry.attributes = readSpecial(state, entry, scope);
  } else if (pass === "final" && entry.attributes?.pendingSize !== undefined) {
    const text = entry.attributes.pendingSize;
    entry.attributes.pendingSize = undefined;
    entry.attributes.sizeBytes = readSize(state, text, scope, "final") ?? 0n;
  }
}

const fail = (state: State, message: string, code = "symbol-attributes"): void =>
  complain(state, { severity: "error", code, message }, 0, state.line.tokens.length);

function readSpecial(state: State, entry: SymbolEntry, scope: Scope): SymbolAttributes {
  const attributes: SymbolAttributes = {
    type: "none",
    visibility: "default",
    weak: false,
    sizeBytes: 0n,
    alignment: 0n,
    pendingSize: undefined,
  };
  const { name, kind } = entry;
  if (name.startsWith("..") && name[2] !== "@") {
    fail(state, `unrecognised special symbol \`${name}'`, "special-symbol");
    return attributes;
  }
  let rest = entry.special ?? "";
  if (state.options.format === "bin") {
    if (rest !== "") fail(state, "binary format does not support any special symbol types");
    else if (kind === "common") fail(state, "binary output format does not support common variables");
    return attributes;
  }
  if (kind === "common" && rest !== "") rest = takeAlignment(state, rest, attributes);
  // The binding that was said, until a local symbol refuses it.
  let bound = false;
  while (rest !== "") {
    const word = /^\S+/.exec(rest)![0];
    const lower = word.toLowerCase();
    const visibility = VISIBILITIES.find((known) => known === lower);
    if (Object.hasOwn(TYPES, lower)) attributes.type = TYPES[lower]!;
    // NASM knows `internal` only at the very end.
    else if (visibility && (visibility !== "internal" || rest === word)) attributes.visibility = visibility;
    else if (lower === "weak" || lower === "strong") {
      attributes.weak = lower === "weak";
      bound = true;
    } else break;
    rest = rest.slice(word.length).trim();
  }
  if (bound && (kind === "static" || kind === "local")) {
    fail(state, "weak and strong only applies to global symbols");
    attributes.weak = false;
  }
  if (rest === "") return attributes;
  scope.forward = false;
  attributes.sizeBytes = readSize(state, rest, scope, "early") ?? 0n;
  // NASM skips the first word, whatever it is, before it reads a size for the second time. It never does so for `extern`,
  // `static` and what an `equ` defines.
  const again = kind === "required" || kind === "common" || (kind === "global" && entry.isLabel);
  if (scope.forward && again) attributes.pendingSize = (entry.special ?? "").replace(/^\S+\s*/, "");
  return attributes;
}

/** The alignment of a common variable, which stands first. @returns what stands behind it. */
function takeAlignment(state: State, special: string, attributes: SymbolAttributes): string {
  const word = /^\S+/.exec(special)![0];
  const number = readLeadingInteger(word);
  if (number === undefined) fail(state, `alignment constraint \`${special}' is not a valid number`);
  else if (number === 0n || (number & (number - 1n)) !== 0n) {
    fail(state, `alignment constraint \`${special}' is not a power of two`);
  } else attributes.alignment = number;
  return special.slice(word.length).trim();
}

/** The value of a size expression; undefined when it has none, or none yet ("early"). */
function readSize(state: State, text: string, scope: Scope, when: "early" | "final"): bigint | undefined {
  const { line } = state;
  const { tokens } = lexText(text, 0, text.length, { ...line.span, exact: false }, "plain");
  state.line = withTokens(line, tokens);
  const { critical } = scope;
  scope.critical = when === "early" ? "no" : "";
  const vector = evaluateOuter(state, tokens, 0, scope);
  scope.critical = critical;
  state.line = line;
  if (!vector || (when === "early" && scope.forward)) return undefined;
  if (v.isSimple(vector)) return v.numberOf(vector);
  fail(state, "cannot use relocatable expression as symbol size");
  return undefined;
}
