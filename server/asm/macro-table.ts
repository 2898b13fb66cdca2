// Macros as data, and the table of single-line macros: defining, shadowing, finding, removing.
// A name stands in the table by its lower-case form with all its definitions, newest first, since macros that differ
// in case or in the number of parameters live side by side.

import type { Source } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import type { OwnNames } from "./own-names.ts";
import type { SourceLine } from "./source-lines.ts";
import type { Token } from "./token.ts";

/** A parameter of a single-line macro and what its flags ask: `=` evaluated, `&` made a string (`&&` unless it is one),
 * `!` braces and blanks kept, `+` takes the rest. Functions have parameters that may be left out. */
export interface SingleParameter {
  readonly name: string;
  readonly evaluated: boolean;
  readonly quoted: "never" | "always" | "unless-string";
  readonly kept: boolean;
  readonly greedy: boolean;
  readonly optional: boolean;
}

/** Built-in macros compute their body. Gets the arguments after their flags were obeyed. */
export type Magic = (call: MagicCall) => readonly Token[];
export interface MagicCall {
  readonly name: Token;
  readonly parameters: readonly (readonly Token[])[];
}

export interface SingleMacro {
  readonly name: string;
  readonly caseSensitive: boolean;
  readonly alias: boolean;
  readonly parameters: readonly SingleParameter[];
  /** Functions such as `%count` take any number of arguments. */
  readonly variadic: boolean;
  readonly body: readonly Token[];
  /** For each body token the index of the parameter it stands for, or -1; absent without parameters. */
  readonly slots?: readonly number[];
  /** True when nothing in the body can expand: no names, no `%`. */
  readonly inert: boolean;
  readonly magic?: Magic;
  /** Functions may be called inside their own arguments. */
  readonly recursive: boolean;
  /** Where it was defined; absent for built-in ones. */
  readonly place?: DefinitionPlace;
  inProgress: number;
}

export interface DefinitionPlace {
  readonly file: string;
  readonly lineNumber: number;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** In a file of -p: messages do not name it. */
  readonly early?: true;
}

/** A line of a macro or `%rep` body with the position NASM would report for it. */
export interface BodyLine {
  readonly line: SourceLine;
  readonly file: string;
  readonly lineNumber: number;
}

/** A multi-line macro, or, without a name, the body of a `%rep`. */
export interface MultiMacro {
  readonly name: string | undefined;
  readonly caseSensitive: boolean;
  readonly least: number;
  /** Infinity for `*`. */
  readonly most: number;
  readonly plus: boolean;
  /** `.nolist`: not in listings, not in messages. */
  readonly quiet: boolean;
  readonly recursive: boolean;
  readonly defaults: readonly (readonly Token[])[];
  /** What Call keeps of parameters, for defaults: by the parameter's number. */
  readonly defaultKeys: (string | undefined)[];
  readonly body: BodyLine[];
  /** The body has `%00`, so a label before the call is a parameter. */
  takesLabel: boolean;
  /** Calls under way; NASM lets a `%rmacro` in again, and ends all of them when the innermost ends. */
  inProgress: number;
  readonly place?: DefinitionPlace;
}

/** A call of a multi-line macro, or one `%rep`, under way. */
export class Call {
  readonly macro: MultiMacro;
  readonly invokedAs: string;
  /** Number of parameters, `%0`. */
  readonly count: number;
  rotation = 0;
  /** The number in `..@N.name`. */
  readonly unique: number;
  /** Conditions opened inside and still open: `%exitmacro` closes them. */
  openConditions = 0;
  /** `%rep`: passes left, 1 in the last; 0 after `%exitrep`. */
  repetitions = 0;
  /** The names with that number. */
  own: OwnNames | undefined = undefined;
  /** What the parameters say, for whoever compares calls; calls of equal text share it. */
  readonly keys: (string | undefined)[];
  /** Parameters behind this one are the macro's defaults. */
  readonly written: number;
  private given: (readonly Token[])[] | (() => (readonly Token[])[]);
  private readonly read: (() => (readonly Token[])[]) | undefined;

  /** `parameters` begin at index 1; calls of a known text have them read when somebody asks. */
  constructor(
    macro: MultiMacro,
    invokedAs: string,
    given: {
      readonly parameters: (readonly Token[])[] | (() => (readonly Token[])[]);
      readonly count: number;
      readonly unique: number;
      readonly keys?: (string | undefined)[];
      readonly written?: number;
    },
  ) {
    this.macro = macro;
    this.invokedAs = invokedAs;
    this.count = given.count;
    this.unique = given.unique;
    this.keys = given.keys ?? [];
    this.written = given.written ?? given.count;
    this.given = given.parameters;
    this.read = typeof given.parameters === "function" ? given.parameters : undefined;
  }

  /** Its body has been read: whoever still asks for a parameter has it read again. */
  end(): void {
    if (this.read) this.given = this.read;
  }

  /** Index 0 is the label before the call (`%00`). */
  get parameters(): readonly (readonly Token[])[] {
    if (typeof this.given === "function") this.given = this.given();
    return this.given;
  }

  /** Index of the parameter that number `n` (from 1; 0 is the label) means when they are rotated by `rotation`. */
  indexOf(n: number, rotation: number): number {
    return n === 0 || n > this.count ? n : ((n - 1 + rotation) % this.count) + 1;
  }
}

/** A context of `%push`. */
export interface Context {
  name: string | undefined;
  readonly number: number;
  readonly macros: SingleTable;
}

export type SingleTable = Map<string, SingleMacro[]>;

/** Length of the `%$`, `%$$` … before a context-local name; 0 for others, `%$` alone among them. */
export function contextPrefix(name: string): number {
  if (name.charCodeAt(0) !== 37 || name.charCodeAt(1) !== 36 || name.length === 2) return 0;
  let k = 2;
  while (name.charCodeAt(k) === 36) k++;
  return k;
}

const same = (macro: SingleMacro, name: string): boolean =>
  macro.name === name || (!macro.caseSensitive && macro.name.toLowerCase() === name.toLowerCase());

/** The macros that a use of `name` could mean, newest first. */
export function candidates(table: SingleTable, name: string): readonly SingleMacro[] | undefined {
  return table.get(name.toLowerCase());
}

/** The first macro a use of `name` means, whatever its parameters. */
export function findUse(table: SingleTable, name: string, aliases: "followed" | "ignored"): SingleMacro | undefined {
  const list = table.get(name.toLowerCase());
  if (list === undefined) return undefined;
  for (const macro of list) {
    if (macro.alias && aliases === "ignored") continue;
    if (macro.name === name || (!macro.caseSensitive && macro.name.toLowerCase() === name.toLowerCase())) return macro;
  }
  return undefined;
}

/** Fewest arguments a macro takes. A greedy parameter may be left out, and optional ones, but never the first. */
function leastParameters({ parameters }: SingleMacro): number {
  let least = parameters.length;
  while (least > 1 && (parameters[least - 1]!.greedy || parameters[least - 1]!.optional)) least--;
  return least;
}

export const isGreedy = (macro: SingleMacro): boolean =>
  macro.variadic || (macro.parameters.length > 0 && macro.parameters[macro.parameters.length - 1]!.greedy);

/** True when `macro` takes `count` arguments. */
export const takes = (macro: SingleMacro, count: number): boolean =>
  count >= leastParameters(macro) && (isGreedy(macro) || count <= macro.parameters.length);

/** The macro that a definition with `count` parameters would replace, or that `%ifdef` (count −1) finds. `how` tells
 * whether names are compared with the case rule of the found macro alone or always without case. */
export function findDefinition(
  table: SingleTable,
  name: string,
  count: number,
  how: "as-defined" | "any-case",
): SingleMacro | undefined {
  return table.get(name.toLowerCase())?.find((macro) => {
    if (how === "as-defined" && macro.caseSensitive && macro.name !== name) return false;
    if (count <= 0 || macro.parameters.length === 0) return true;
    return takes(macro, count);
  });
}

/** Adds a macro, in the place of `replaced` or before all others. */
export function addDefinition(table: SingleTable, macro: SingleMacro, replaced: SingleMacro | undefined): void {
  const key = macro.name.toLowerCase();
  const list = table.get(key);
  if (list === undefined) {
    table.set(key, [macro]);
    return;
  }
  const at = replaced === undefined ? -1 : list.indexOf(replaced);
  if (at < 0) list.unshift(macro);
  else list[at] = macro;
}

/** Removes all macros that `name` means and `remove` accepts. */
export function removeDefinitions(table: SingleTable, name: string, remove: (macro: SingleMacro) => boolean): void {
  const key = name.toLowerCase();
  const list = table.get(key);
  if (list === undefined) return;
  const left = list.filter((macro) => !(same(macro, name) && remove(macro)));
  if (left.length === 0) table.delete(key);
  else if (left.length < list.length) table.set(key, left);
}

/** Removes every macro that `remove` accepts. */
export function clearTable(table: SingleTable, remove: (macro: SingleMacro) => boolean): void {
  for (const [key, list] of table) {
    const left = list.filter((macro) => !remove(macro));
    if (left.length === 0) table.delete(key);
    else table.set(key, left);
  }
}

/** A token like `token` with other text. */
export function withText(token: Token, kind: Token["kind"], text: string): Token {
  const { source, start, end, expansion } = token;
  return expansion ? { kind, text, source, start, end, expansion } : { kind, text, source, start, end };
}

/** `token` as a macro's result: standing where the macro was used. */
export function producedBy(token: Token, use: Token, expansion: Expansion | undefined): Token {
  const { kind, text } = token;
  const { source, start, end } = use;
  return expansion ? { kind, text, source, start, end, expansion } : { kind, text, source, start, end };
}
