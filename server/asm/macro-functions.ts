// The macros that compute: `__?FILE?__`, `__?LINE?__`, `__?BITS?__`, `__?PTR?__`, and the functions `%eval()`, `%sel()`,
// `%str()`, `%isdef()` and their like. They stand in the table of single-line macros like any other.

import { lexText, textFromDisplay } from "./lexer.ts";
import { readInteger, unquote } from "./literal.ts";
import { numberTokens } from "./macro-single.ts";
import { addDefinition, type Magic, type MagicCall, type SingleParameter, withText } from "./macro-table.ts";
import { CONDITIONS } from "./preprocess-conditions.ts";
import { printableString, substring } from "./preprocess-define.ts";
import { innerPosition, reportError, reportWarning, type State } from "./preprocess-state.ts";
import { lexedPlace } from "./preprocess-text.ts";
import { stringToken } from "./string-token.ts";
import type { Token } from "./token.ts";

const plain: SingleParameter = {
  name: "",
  evaluated: false,
  quoted: "never",
  kept: false,
  greedy: false,
  optional: false,
};
const evaluated: SingleParameter = { ...plain, evaluated: true };
const optional: SingleParameter = { ...plain, optional: true };
const optionalNumber: SingleParameter = { ...evaluated, optional: true };
const quoted: SingleParameter = { ...plain, quoted: "always" };
const text: SingleParameter = { ...plain, quoted: "unless-string" };

interface Row {
  readonly name: string;
  readonly parameters: readonly SingleParameter[];
  readonly variadic?: true;
  readonly magic: (state: State, call: MagicCall) => readonly Token[];
}

const string = (state: State, like: Token, value: string): Token[] => [stringToken(state, like, value)];

/** The value of an argument that was evaluated; 0 when it could not be. */
function numberOf(argument: readonly Token[] | undefined): bigint {
  const words = (argument ?? []).filter(({ kind }) => kind !== "space");
  const minus = words[0]?.text === "-";
  const digits = words[minus ? 1 : 0];
  const value = digits?.kind === "number" ? (readInteger(digits.text)?.value ?? 0n) : 0n;
  return BigInt.asIntN(64, minus ? -value : value);
}

const stringOf = (argument: readonly Token[] | undefined): string =>
  argument?.[0]?.kind === "string" ? unquote(argument[0].text) : "";

/** All arguments with commas between. */
function joined({ name, parameters }: MagicCall): readonly Token[] {
  return parameters.flatMap((argument, k) => (k === 0 ? argument : [withText(name, "punctuation", ","), ...argument]));
}

function select(state: State, { parameters }: MagicCall): readonly Token[] {
  const which = numberOf(parameters[0]);
  const wrong = which < 1n ? "is not a valid selector" : "exceeds the number of arguments";
  if (which < 1n || which >= BigInt(parameters.length)) {
    reportWarning(state, "pp-sel-range", `%sel(${which}) ${wrong}`);
    return [];
  }
  return parameters[Number(which)]!;
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@_";
const LONGEST = 256;

/** `%num(value, digits, base)`: a number as a string. Negative digits are a least count, positive an exact one. */
function numberString(state: State, { name, parameters }: MagicCall): readonly Token[] {
  let value = BigInt.asUintN(64, numberOf(parameters[0]));
  let count = (parameters[1]?.length ?? 0) > 0 ? numberOf(parameters[1]) : -1n;
  const base = (parameters[2]?.length ?? 0) > 0 ? numberOf(parameters[2]) : 10n;
  if (base < 2n || base > DIGITS.length) {
    reportError(state, "expression", `invalid base ${base} given to %num()`);
    return [];
  }
  if (count < -LONGEST || count > LONGEST) {
    reportError(state, "expression", `digit count ${count} specified to %num() too large`);
    count = -1n;
  }
  let digits = "";
  for (; value > 0n; value /= base) digits = DIGITS[Number(value % base)]! + digits;
  const width = Number(count);
  return string(
    state,
    name,
    width >= 0
      ? digits.slice(digits.length - Math.min(width, digits.length)).padStart(width, "0")
      : digits.padStart(-width, "0"),
  );
}

/** NASM knows of no bits while it only preprocesses. */
const bitsOf = ({ pass }: State): bigint => ((pass.purpose ?? "assemble") === "assemble" ? BigInt(pass.bits()) : 0n);

const ROWS: readonly Row[] = [
  {
    name: "__?FILE?__",
    parameters: [],
    magic: (state, { name }) => string(state, name, textFromDisplay(innerPosition(state).file)),
  },
  {
    name: "__?LINE?__",
    parameters: [],
    magic: (state, { name }) => numberTokens(name, BigInt(innerPosition(state).lineNumber)),
  },
  { name: "__?BITS?__", parameters: [], magic: (state, { name }) => numberTokens(name, bitsOf(state)) },
  {
    name: "__?PTR?__",
    parameters: [],
    magic: (state, { name }) => {
      const bits = state.pass.bits();
      return [withText(name, "identifier", bits === 16 ? "word" : bits === 32 ? "dword" : "qword")];
    },
  },
  {
    name: "__?PASS?__",
    parameters: [],
    magic: (state, { name }) => {
      state.finalDependent = true;
      const { purpose, final } = state.pass;
      const value = purpose === "preprocess" ? 3n : purpose === "dependencies" ? 0n : final ? 2n : 1n;
      return numberTokens(name, value);
    },
  },
  {
    name: "%abs",
    parameters: [evaluated],
    magic: (_, { name, parameters }) => {
      const value = numberOf(parameters[0]);
      return [withText(name, "number", String(value < 0n ? -value : value))];
    },
  },
  {
    name: "%cond",
    parameters: [evaluated, plain, optional],
    magic: (_, { parameters }) => (numberOf(parameters[0]) !== 0n ? parameters[1] : parameters[2]) ?? [],
  },
  {
    name: "%count",
    parameters: [plain],
    variadic: true,
    magic: (_, { name, parameters }) => numberTokens(name, BigInt(parameters.length)),
  },
  { name: "%eval", parameters: [evaluated], variadic: true, magic: (_, call) => joined(call) },
  { name: "%num", parameters: [evaluated, optionalNumber, optionalNumber], magic: numberString },
  // NASM 2.16 evaluates what is chosen from, too.
  { name: "%sel", parameters: [evaluated, evaluated], variadic: true, magic: select },
  { name: "%str", parameters: [{ ...quoted, greedy: true }], magic: (_, call) => joined(call) },
  {
    name: "%strcat",
    parameters: [text],
    variadic: true,
    magic: (state, { name, parameters }) => string(state, name, parameters.map(stringOf).join("")),
  },
  {
    name: "%strlen",
    parameters: [text],
    magic: (_, { name, parameters }) => numberTokens(name, BigInt(stringOf(parameters[0]).length)),
  },
  {
    name: "%substr",
    parameters: [text, evaluated, optionalNumber],
    magic: (state, { name, parameters }) => {
      const count = (parameters[2]?.length ?? 0) > 0 ? numberOf(parameters[2]) : -1n;
      return string(state, name, substring(stringOf(parameters[0]), numberOf(parameters[1]), count));
    },
  },
  {
    name: "%tok",
    parameters: [text],
    magic: (state, { name, parameters }) => {
      const token = parameters[0]?.[0];
      if (token?.kind !== "string") return [];
      const contents = printableString(state, token);
      return lexText(contents, 0, contents.length, lexedPlace(name)).tokens;
    },
  },
];

/** `%isdef(x)` and the like: 1 or 0, by the condition of the same name. */
function conditionRows(): Row[] {
  return Object.entries(CONDITIONS).flatMap(([name, condition]) =>
    (["", "n"] as const).map((negative) => {
      const directive = `%if${negative}${name.slice(2)}`;
      return {
        name: `%is${negative}${name.slice(2)}`,
        parameters: [{ ...plain, greedy: true }],
        magic: (state: State, { name: use, parameters }: MagicCall) => {
          const truth = condition(state, parameters[0] ?? [], directive);
          const holds = truth === (negative === "");
          return numberTokens(use, holds ? 1n : 0n);
        },
      };
    }),
  );
}

let allRows: readonly Row[] | undefined;

/** Puts the computing macros into the table of a pass. */
export function addFunctions(state: State): void {
  allRows ??= [...ROWS, ...conditionRows()];
  for (const row of allRows) {
    const magic: Magic = (call) => row.magic(state, call);
    const macro = {
      name: row.name,
      caseSensitive: row.name.startsWith("_"),
      alias: false,
      parameters: row.parameters,
      variadic: row.variadic ?? false,
      body: [],
      inert: false,
      magic,
      recursive: row.parameters.length > 0,
      inProgress: 0,
    };
    addDefinition(state.singles, macro, undefined);
  }
}

/** Directives whose words are also functions: with a parenthesis behind they are no directive. */
export const FUNCTION_DIRECTIVES: ReadonlySet<string> = new Set(["strcat", "strlen"]);
