// Finds out whether a line is a directive of the preprocessor, whether it counts where it stands, and obeys it.

import { addDependency, includeFile, openInput } from "./include.ts";
import { readInteger, unquote } from "./literal.ts";
import { skipSpaces } from "./macro-call.ts";
import { FUNCTION_DIRECTIVES } from "./macro-functions.ts";
import { expandParameters } from "./macro-parameters.ts";
import { expandSingles, hasMore, withoutLeadingSpace } from "./macro-single.ts";
import { clearTable, withText } from "./macro-table.ts";
import { CONDITIONS } from "./preprocess-conditions.ts";
import * as definitions from "./preprocess-define.ts";
import { defineArguments, defineLocals, setStackSize } from "./preprocess-frame.ts";
import * as macros from "./preprocess-macro.ts";
import { expandName, warnTrailing } from "./preprocess-reading.ts";
import {
  type ConditionState,
  currentInput,
  evaluate,
  type Input,
  innerPosition,
  isEmitting,
  report,
  reportError,
  type State,
} from "./preprocess-state.ts";
import { tokensAsText } from "./preprocess-text.ts";
import { giveUpSteps, type StepTracker, withName } from "./steps.ts";
import type { Token } from "./token.ts";
import { packageNamed } from "./use-packages.ts";

type Directive = definitions.Directive;
/** Obeys a directive; a line for the assembler is left in `state.output`. */
type Handler = (state: State, directive: Directive) => void;

/** What a line was: no directive, or one obeyed, perhaps with a line for the assembler. */
export type Outcome = "none" | "obeyed" | readonly Token[];

interface Named {
  readonly word: string;
  readonly role: "condition" | "definition" | "other";
  readonly caseSensitive: boolean;
  readonly handler: Handler;
}

/** Opens a condition: "never" inside a part that is skipped. */
function openCondition(state: State, directive: Directive, kind: string, negative: boolean): void {
  const input = currentInput(state);
  const truth = isEmitting(input)
    ? conditionTruth(state, directive.tokens.slice(directive.at), directive.name, kind, negative)
    : "never";
  input.conditions.push(truth);
  if (input.running?.call) input.running.call.openConditions++;
}

function conditionTruth(
  state: State,
  tokens: readonly Token[],
  name: string,
  kind: string,
  negative: boolean,
): ConditionState {
  const truth = CONDITIONS[kind]!(state, tokens, name);
  if (truth === undefined) return "never";
  if (truth === "failed") return "failed";
  return truth !== negative ? "if-true" : "if-false";
}

const noCondition = (state: State, name: string): void =>
  reportError(state, "condition", `\`${name}': no matching \`%if'`);

/** Says that a second `%else` or an `%elif` after it is ignored. */
function warnAfterElse(state: State, name: string, code: string): void {
  report(state, "warning", code, `\`${name}' after \`%else', ignoring content`, state.span, "of-condition");
}

/** `%elif…`. Its parameters are not replaced yet, since the lines before it may have been skipped. */
function elseIf(state: State, { tokens, at, name }: Directive, kind: string, negative: boolean): void {
  const { conditions } = currentInput(state);
  const top = conditions.length - 1;
  switch (conditions[top]) {
    case undefined:
      noCondition(state, name);
      return;
    case "if-true":
      conditions[top] = "done";
      return;
    case "else-true":
    case "else-false":
      warnAfterElse(state, name, "pp-else-elif");
      conditions[top] = "never";
      return;
    case "if-false":
      // Nothing that is wrong here is said: the lines are still being skipped.
      conditions[top] = conditionTruth(state, expandParameters(state, tokens.slice(at)), name, kind, negative);
      return;
  }
}

const warnTrailingOfCondition = (state: State, { tokens, at, name }: Directive): void => {
  if (at >= tokens.length) return;
  report(state, "warning", "pp-trailing", `trailing garbage after \`${name}' ignored`, state.span, "of-condition");
};

const elseBranch: Handler = (state, directive) => {
  warnTrailingOfCondition(state, directive);
  const { conditions } = currentInput(state);
  const top = conditions.length - 1;
  switch (conditions[top]) {
    case undefined:
      noCondition(state, directive.name);
      return;
    case "if-true":
    case "done":
      conditions[top] = "else-false";
      return;
    case "if-false":
      conditions[top] = "else-true";
      return;
    case "else-true":
    case "else-false":
      warnAfterElse(state, directive.name, "pp-else-else");
      conditions[top] = "never";
      return;
  }
};

const endCondition: Handler = (state, directive) => {
  warnTrailingOfCondition(state, directive);
  const input = currentInput(state);
  if (input.conditions.pop() === undefined) noCondition(state, directive.name);
  else if (input.running?.call) input.running.call.openConditions--;
};

/** `%error`, `%warning`, `%fatal`: a lone string is said without its quotes. */
const userMessage =
  (severity: "warning" | "error" | "fatal", code: string): Handler =>
  (state, { tokens, at }) => {
    // -M asks what files there are, not what the source says.
    if (severity !== "fatal" && state.pass.purpose === "dependencies") return;
    const line = withoutLeadingSpace(expandSingles(state, tokens.slice(at)));
    const alone = line[0]?.kind === "string" && !hasMore(line, 1);
    report(state, severity, code, alone ? unquote(line[0]!.text) : tokensAsText(state, line));
  };

/** The file name that `%include` and `%depend` want. */
function fileName(state: State, { tokens, at, name }: Directive): string | undefined {
  const line = expandSingles(state, tokens.slice(at));
  const first = skipSpaces(line, 0);
  const string = line[first];
  if (string?.kind !== "string") {
    reportError(state, "directive-syntax", `\`${name}' expects a file name`);
    return undefined;
  }
  if (hasMore(line, first + 1)) warnTrailing(state, name);
  return definitions.printableString(state, string);
}

const include: Handler = (state, directive) => {
  const name = fileName(state, directive);
  if (name !== undefined) includeFile(state, name);
};

const depend: Handler = (state, directive) => {
  const name = fileName(state, directive);
  if (name !== undefined) addDependency(state, name);
};

const usePackage: Handler = (state, { tokens, at, name }) => {
  const found = packageNamed(state, tokens.slice(at), name);
  if (found === undefined) return;
  if (found.lines === undefined) {
    reportError(state, "use-unknown", `unknown \`${name}' package: \`${found.shown}'`);
  } else if (!state.packages.has(found.name)) {
    state.packages.add(found.name);
    openInput(state, found.lines, "built-in");
  }
};

/** `%push`, `%pop`, `%repl`. */
const changeContext =
  (change: "push" | "pop" | "repl"): Handler =>
  (state, { tokens, at, name }) => {
    const line = expandName(state, tokens, skipSpaces(tokens, at));
    const word = line[0];
    if (word !== undefined && word.kind !== "identifier") {
      reportError(state, "context-stack", `\`${name}' expects a context identifier`);
      return;
    }
    if (hasMore(line, 1)) warnTrailing(state, name);
    const { contexts } = state;
    const top = contexts[contexts.length - 1];
    if (change === "push") contexts.push({ name: word?.text, number: state.unique++, macros: new Map() });
    else if (top === undefined) reportError(state, "context-stack", `\`${name}': context stack is empty`);
    else if (change === "repl") top.name = word?.text;
    else if (word !== undefined && top.name?.toLowerCase() !== word.text.toLowerCase()) {
      const message = `\`${name}' in wrong context: ${top.name ?? "anonymous"}, expected ${word.text}`;
      reportError(state, "context-stack", message);
    } else contexts.pop();
  };

const CLEARED: Readonly<Record<string, readonly ("define" | "alias" | "macro")[]>> = {
  all: ["define", "alias", "macro"],
  define: ["define"],
  def: ["define"],
  smacro: ["define"],
  defalias: ["alias"],
  alias: ["alias"],
  salias: ["alias"],
  alldef: ["define", "alias"],
  alldefine: ["define", "alias"],
  macro: ["macro"],
  mmacro: ["macro"],
  nothing: [],
  none: [],
  ignore: [],
};

function clearMacros(state: State, what: readonly string[], where: "global" | "context"): void {
  const tables = where === "global" ? [state.singles] : state.contexts.map(({ macros: table }) => table);
  for (const table of tables) clearTable(table, (macro) => what.includes(macro.alias ? "alias" : "define"));
  if (where === "global" && what.includes("macro")) state.multis.clear();
  state.macroNames = withName(state.macroNames, "-");
}

/** `%clear`: forgets macros, the standard ones too. */
const clear: Handler = (state, { tokens, at, name }) => {
  const line = expandSingles(state, tokens.slice(at));
  let next = skipSpaces(line, 0);
  if (next >= line.length) clearMacros(state, ["define", "macro"], "global");
  let where: "global" | "context" = "global";
  for (; line[next]?.kind === "identifier"; next = skipSpaces(line, next + 1)) {
    const option = line[next]!.text.toLowerCase();
    if (option === "context" || option === "ctx") where = "context";
    else if (option === "global") where = "global";
    else if (Object.hasOwn(CLEARED, option)) clearMacros(state, CLEARED[option]!, where);
    else {
      reportError(state, "directive-syntax", `invalid option to ${name}: ${line[next]!.text}`);
      return;
    }
  }
  if (next < line.length) warnTrailing(state, name);
};

/** The truth of a word or expression for `%aliases` and `%pragma preproc`; nothing at all is yes. */
function readBoolean(state: State, tokens: readonly Token[], otherwise: boolean): boolean {
  const at = skipSpaces(tokens, 0);
  const word = tokens[at];
  if (word === undefined) return true;
  if (word.kind === "identifier") {
    const text = word.text.toLowerCase();
    if (["yes", "true", "on"].includes(text)) return true;
    if (["no", "false", "off"].includes(text)) return false;
  }
  const result = evaluate(state, tokens);
  if (result === undefined) return true;
  if (hasMore(tokens, result.end)) {
    report(state, "warning", "pp-trailing", "trailing garbage after expression ignored");
  }
  if (result.kind === "number") return result.value !== 0n;
  reportError(state, "expression", "boolean flag expression must be a constant");
  return otherwise;
}

const aliases: Handler = (state, { tokens, at }) => {
  const followed = readBoolean(state, expandSingles(state, tokens.slice(at)), state.aliases === "followed");
  state.aliases = followed ? "followed" : "ignored";
};

/** `%pragma preproc …` is ours; any other becomes `[pragma …]`. */
const pragma: Handler = (state, { tokens, at }) => {
  const line = withoutLeadingSpace(expandSingles(state, tokens.slice(at)));
  const facility = line[0];
  if (facility?.kind !== "identifier") return;
  if (facility.text.toLowerCase() !== "preproc") {
    const like = (text: string) => withText(facility, "punctuation", text);
    const space = withText(facility, "space", " ");
    state.output = [like("["), withText(facility, "identifier", "pragma"), space, ...line, like("]")];
    return;
  }
  const next = skipSpaces(line, 1);
  if (line[next]?.text.toLowerCase() === "sane_empty_expansion") {
    const sane = readBoolean(state, line.slice(next + 1), state.emptyExpansion === "sane");
    state.emptyExpansion = sane ? "sane" : "legacy";
  }
};

/** `%line 5+1 "file"`, and the C preprocessor's `# 5 "file"`: where the following lines are said to stand. */
function setLine(state: State, tokens: readonly Token[], from: number, name: string): void {
  const input = currentInput(state);
  if (input.running !== undefined || state.options.lineDirectives === "ignored") return;
  giveUpSteps(state);
  const at = skipSpaces(tokens, from);
  // A number that is none (`0xfcg`) counts as 0.
  const lineNumber = tokens[at]?.kind === "number" ? (readInteger(tokens[at]!.text) ?? { value: 0n }) : undefined;
  if (lineNumber === undefined) {
    reportError(state, "directive-syntax", `\`${name}' expects a line number`);
    return;
  }
  let next = at + 1;
  let increment = 1;
  const sign = tokens[next]?.text;
  if (sign === "+" || sign === "-") {
    const step = tokens[next + 1]?.kind === "number" ? readInteger(tokens[next + 1]!.text) : undefined;
    if (step === undefined) {
      reportError(state, "directive-syntax", `\`${name}' expects a line increment`);
      return;
    }
    increment = Number(BigInt.asIntN(32, sign === "-" ? -step.value : step.value));
    next += 2;
  }
  next = skipSpaces(tokens, next);
  const file = tokens[next];
  const position = innerPosition(state);
  if (file?.kind === "string") position.file = definitions.printableString(state, file);
  else if (file !== undefined) position.file = tokensAsText(state, tokens.slice(next));
  position.lineNumber = Number(BigInt.asIntN(32, lineNumber.value));
  input.file = position.file;
  input.lineNumber = position.lineNumber;
  input.increment = increment;
}

type Row = readonly [words: string, role: Named["role"], handler: Handler];

const OTHERS: readonly Row[] = [
  ["aliases", "other", aliases],
  ["arg", "other", defineArguments],
  ["clear", "other", clear],
  ["depend", "other", depend],
  ["else", "condition", elseBranch],
  ["endif", "condition", endCondition],
  ["endm endmacro", "definition", macros.endMacro],
  ["endrep", "definition", macros.endRepetition],
  ["error", "other", userMessage("error", "user-error")],
  ["exitmacro", "other", macros.exitMacro],
  ["exitrep", "other", macros.exitRepetition],
  ["fatal", "other", userMessage("fatal", "user-fatal")],
  ["include require", "other", include],
  ["line", "other", () => {}],
  ["local", "other", defineLocals],
  ["null", "other", () => {}],
  ["pop", "other", changeContext("pop")],
  ["pragma", "other", pragma],
  ["push", "other", changeContext("push")],
  ["rep", "definition", macros.beginRepetition],
  ["repl", "other", changeContext("repl")],
  ["rotate", "other", macros.rotate],
  ["stacksize", "other", setStackSize],
  ["unmacro", "other", macros.removeMacro],
  ["use", "other", usePackage],
  ["warning", "other", userMessage("warning", "user")],
];

/** Those with a form whose names do not heed case: `%idefine`, `%imacro` … */
const CASED: readonly Row[] = [
  ["assign", "other", definitions.assign],
  ["defalias", "other", (state, directive) => definitions.define(state, directive, "alias")],
  ["define", "other", (state, directive) => definitions.define(state, directive, "late")],
  ["defstr", "other", definitions.defineString],
  ["deftok", "other", definitions.defineTokens],
  ["macro", "definition", (state, directive) => macros.beginMacro(state, directive, "once")],
  ["pathsearch", "other", definitions.definePath],
  ["rmacro", "definition", (state, directive) => macros.beginMacro(state, directive, "recursive")],
  ["strcat", "other", definitions.defineJoined],
  ["strlen", "other", definitions.defineLength],
  ["substr", "other", definitions.defineSubstring],
  ["undef", "other", (state, directive) => definitions.undefine(state, directive, "macro")],
  ["undefalias", "other", (state, directive) => definitions.undefine(state, directive, "alias")],
  ["xdefine", "other", (state, directive) => definitions.define(state, directive, "now")],
];

function directiveTable(): Map<string, Named> {
  const table = new Map<string, Named>();
  for (const [words, role, handler] of OTHERS) {
    for (const word of words.split(" ")) table.set(word, { word, role, caseSensitive: true, handler });
  }
  table.set("unimacro", { ...table.get("unmacro")!, caseSensitive: false });
  for (const [word, role, handler] of CASED) {
    table.set(word, { word, role, caseSensitive: true, handler });
    table.set(`i${word}`, { word, role, caseSensitive: false, handler });
  }
  for (const kind of Object.keys(CONDITIONS)) {
    for (const negative of [false, true]) {
      const word = negative ? `ifn${kind.slice(2)}` : kind;
      const common = { role: "condition", caseSensitive: true } as const;
      const open: Handler = (state, directive) => openCondition(state, directive, kind, negative);
      const again: Handler = (state, directive) => elseIf(state, directive, kind, negative);
      table.set(word, { word, ...common, handler: open });
      table.set(`el${word}`, { word: `el${word}`, ...common, handler: again });
    }
  }
  return table;
}

const DIRECTIVES = directiveTable();

/** True when the directive is to be taken up into the macro or `%rep` being defined rather than obeyed. */
function belongsToBody(state: State, { word, role }: Named): boolean {
  const { defining } = state;
  if (defining === undefined) return false;
  const inRep = defining.macro.name === undefined;
  if (role !== "definition" || (!inRep && (word === "rep" || word === "endrep"))) return true;
  if (word === "macro" || word === "rmacro") {
    state.nestedMacros++;
    return true;
  }
  if (word === "endmacro" || word === "endm") {
    // NASM counts only `%endmacro` as the end of a macro inside.
    if (state.nestedMacros === 0 || word === "endm") return false;
    state.nestedMacros--;
    return true;
  }
  if (word === "rep") {
    state.nestedReps++;
    return true;
  }
  if (state.nestedReps === 0) return false;
  state.nestedReps--;
  return true;
}

/** Directives that leave nothing behind but single-line macros, and say so, or that only count inside a macro's body. */
const PASSING: ReadonlySet<string> = new Set([
  ..."rep endrep exitrep rotate exitmacro null error warning".split(" "),
  ..."assign define defstr deftok strcat strlen substr undef xdefine".split(" "),
]);

/** Whether a directive leaves something behind its step. What it opens and closes itself does not count. */
function noteDirective(steps: StepTracker, { word, role }: Named, { conditions }: Input): void {
  if (role === "condition") {
    if (!/^if/.test(word) && conditions.length <= steps.conditions) steps.altered = true;
  } else if (!PASSING.has(word)) steps.altered = true;
}

/** Obeys the line if it is a directive that counts here. */
export function obeyDirective(state: State, tokens: readonly Token[]): Outcome {
  const first = tokens[0];
  if (first === undefined) return "none";
  if (first.text === "#") {
    setLine(state, tokens, 1, "#");
    return "obeyed";
  }
  const at = first.kind === "space" ? 1 : 0;
  const word = tokens[at];
  if (word?.kind !== "directive") return "none";
  const name = word.text;
  const key = name.slice(1).toLowerCase();
  const named = DIRECTIVES.get(key);
  if (named === undefined) return "none";
  if (key === "line") {
    setLine(state, tokens, at + 1, name);
    return "obeyed";
  }
  const input = currentInput(state);
  const repeating = input.running?.call;
  const ended = repeating !== undefined && isOver(repeating);
  if ((!isEmitting(input) || ended) && named.role !== "condition") return "none";
  if (belongsToBody(state, named)) return "none";
  if (FUNCTION_DIRECTIVES.has(named.word) && tokens[skipSpaces(tokens, at + 1)]?.text === "(") return "none";
  const directive = { name, tokens, at: at + 1, caseSensitive: named.caseSensitive };
  state.output = undefined;
  if (state.steps) noteDirective(state.steps, named, input);
  named.handler(state, directive);
  return state.output ?? "obeyed";
}

/** True when the lines of a call are walked through without being obeyed: after `%exitrep`, and after the end of a
 * recursive macro's inner call. */
export const isOver = (call: {
  macro: { name: string | undefined; inProgress: number };
  repetitions: number;
}): boolean => (call.macro.name === undefined ? call.repetitions === 0 : call.macro.inProgress === 0);
