// What hover, completion and `explain` say of an instruction, as plain data out of the table. No format, no markup:
// the editor features and the command line bring their own.

import { codeOf } from "./form.ts";
import { sentenceOf } from "./sentence.ts";
import type { Instruction } from "./table/instruction.ts";
import { aliasesOf, canonicalMnemonic, type Entry, entriesOf, formsOf } from "./table.ts";

export { mnemonics } from "./table.ts";

/** One mnemonic in words. Empty strings where there is nothing to say. */
export interface InsnDescription {
  /** As asked for. */
  readonly mnemonic: string;
  /** The name the disassembler prints: the same, or what this is an alias of. */
  readonly canonical: string;
  readonly aliases: readonly string[];
  readonly title: string;
  /** What it does, in one sentence. */
  readonly summary: string;
  /** Pseudo-code, lines separated by "\n". */
  readonly operation: string;
  /** "reads CF; writes OF SF ZF; clears CF; AF undefined". */
  readonly flags: string;
  /** "add r/m64, r64", without doubles, in the table's order. */
  readonly forms: readonly string[];
  readonly exceptions: string;
  /** CPU features its forms need, "" for the base set. */
  readonly feature: string;
  /** False for what can be assembled but not run here. */
  readonly executed: boolean;
}

const flagNames: Readonly<Record<string, string>> = {
  c: "CF",
  p: "PF",
  a: "AF",
  z: "ZF",
  s: "SF",
  o: "OF",
  d: "DF",
  i: "IF",
  t: "TF",
};
const effectWords: Readonly<Record<string, string>> = {
  r: "reads",
  w: "writes",
  "0": "clears",
  "1": "sets",
  u: "leaves undefined",
};

/** Which flags an instruction touches and how, letter by letter of its record. */
export interface FlagEffects {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly clears: readonly string[];
  readonly sets: readonly string[];
  readonly undefined: readonly string[];
}

const flagsWith = (text: string, effect: string): string[] => {
  const letters = new RegExp(`(?:^| )${effect}=(\\w+)`).exec(text)?.[1] ?? "";
  return [...letters].map((letter) => flagNames[letter]!).filter(Boolean);
};

/** The flags column of a mnemonic's record; undefined when there is no such mnemonic. */
export function flagEffects(mnemonic: string): FlagEffects | undefined {
  const [entry] = entriesOf(mnemonic);
  if (entry === undefined) return undefined;
  const text = entry.instruction.flags ?? "";
  return {
    reads: flagsWith(text, "r"),
    writes: flagsWith(text, "w"),
    clears: flagsWith(text, "0"),
    sets: flagsWith(text, "1"),
    undefined: flagsWith(text, "u"),
  };
}

function flagText(text: string): string {
  return text
    .split(" ")
    .filter(Boolean)
    .map((part) => {
      const [effect = "", letters = ""] = part.split("=");
      return `${effectWords[effect] ?? effect} ${[...letters].map((letter) => flagNames[letter] ?? letter).join(" ")}`;
    })
    .join("; ");
}

/** Forms for people: without the assembler's spare ones, the special registers last, nothing said twice. */
function formTexts(mnemonic: string, entries: readonly Entry[]): string[] {
  const all = entries.flatMap(formsOf);
  const usual = all.filter((form) => !codeOf(form).attributes.has("nd"));
  const texts = (usual.length > 0 ? usual : all).map(({ operands }) => operands.map(({ text }) => text).join(", "));
  const isSpecial = (text: string): boolean => /\b(Sreg|CR|DR|TR|moffs\d+)\b/.test(text);
  const isPart = (text: string): boolean =>
    [/\bm(?=\d)/, /\br(?=\d)/].some((part) => {
      const whole = text.replace(part, "r/m");
      return whole !== text && texts.includes(whole);
    });
  const said = [...new Set(texts)].filter((text) => !isPart(text));
  const ordered = [...said.filter((text) => !isSpecial(text)), ...said.filter(isSpecial)];
  return ordered.map((text) => `${mnemonic} ${text}`.trim());
}

/** Title, sentence and operation of a prefix. */
type PrefixRow = readonly [title: string, summary: string, operation: string];

const repeatWhile = (what: string): PrefixRow => [
  `Repeat while ${what}`,
  `Repeats the comparing string instruction until the count is 0 or the operands are ${what === "equal" ? "unequal" : "equal"}.`,
  `while count ≠ 0:\n  instruction\n  count ← count − 1\n  if ZF = ${what === "equal" ? 0 : 1}: stop`,
];
const repeat: PrefixRow = [
  "Repeat",
  "Repeats the string instruction as often as CX, ECX or RCX says.",
  "while count ≠ 0:\n  instruction\n  count ← count − 1",
];
const prefixRows: Readonly<Record<string, PrefixRow>> = {
  lock: ["Lock", "Makes a read-modify-write of memory atomic for all processors.", ""],
  rep: repeat,
  repe: repeatWhile("equal"),
  repz: repeatWhile("equal"),
  repne: repeatWhile("not equal"),
  repnz: repeatWhile("not equal"),
  o16: ["16-bit operand size", "Lets the instruction work on 16 bits.", ""],
  o32: ["32-bit operand size", "Lets the instruction work on 32 bits.", ""],
  o64: ["64-bit operand size", "Lets the instruction work on 64 bits.", ""],
  a16: ["16-bit address size", "Lets the instruction address memory with 16 bits.", ""],
  a32: ["32-bit address size", "Lets the instruction address memory with 32 bits.", ""],
  a64: ["64-bit address size", "Lets the instruction address memory with 64 bits.", ""],
  bnd: ["Bounds", "Keeps the bound registers over a branch; does nothing on newer processors.", ""],
  xacquire: [
    "Begin lock elision",
    "Begins a transaction instead of taking a lock; does nothing on newer processors.",
    "",
  ],
  xrelease: ["End lock elision", "Ends the transaction that xacquire began; does nothing on newer processors.", ""],
};

function describePrefix(word: string): InsnDescription | undefined {
  const row = Object.hasOwn(prefixRows, word) ? prefixRows[word] : undefined;
  if (row === undefined) return undefined;
  const [title, summary, operation] = row;
  return {
    mnemonic: word,
    canonical: word,
    aliases: [],
    title: `${title} (prefix)`,
    summary,
    operation,
    flags: "",
    forms: [],
    exceptions: word === "lock" ? "#UD before an instruction that cannot be locked" : "",
    feature: "",
    executed: true,
  };
}

/** Another name of AVX-512 instructions alone: those are only assembled. */
const onlyEvex = ({ rows }: Instruction): boolean => rows.every((row) => row.includes("EVEX"));

/** Describes a mnemonic or prefix as written (lower case), aliases included; undefined when there is none. */
export function describe(mnemonic: string): InsnDescription | undefined {
  const entries = entriesOf(mnemonic);
  const [first] = entries;
  if (first === undefined) return describePrefix(mnemonic);
  const { instruction } = first;
  const canonical = canonicalMnemonic(mnemonic);
  const features = entries.flatMap(formsOf).map(({ feature }) => feature);
  return {
    mnemonic,
    canonical,
    aliases: aliasesOf(canonical),
    title: instruction.title,
    summary: sentenceOf(instruction),
    operation: instruction.operation ?? "",
    flags: flagText(instruction.flags ?? ""),
    forms: formTexts(mnemonic, entries),
    exceptions: instruction.exceptions ?? "",
    feature: features.includes("") ? "" : [...new Set(features)].join(", "),
    executed: first.executed || (first.family === "pseudo" && !onlyEvex(instruction)),
  };
}

/** The title of a mnemonic, "" when there is none. Cheap: no forms are read. */
export const titleOf = (mnemonic: string): string => entriesOf(mnemonic)[0]?.instruction.title ?? "";
