// The whole instruction set: families joined, names and aliases looked up, rows read into forms when first asked for.

import { codeOf } from "./form.ts";
import type { Form } from "./insn.ts";
import { readRows } from "./notation.ts";
import { aesSha } from "./table/aes-sha.ts";
import { aliases } from "./table/aliases.ts";
import { amd } from "./table/amd.ts";
import { amdVector } from "./table/amd-vector.ts";
import { amx } from "./table/amx.ts";
import { arithmetic } from "./table/arithmetic.ts";
import { avx } from "./table/avx.ts";
import { avxFuture } from "./table/avx-future.ts";
import { avx512 } from "./table/avx512.ts";
import { avx512Fp16 } from "./table/avx512-fp16.ts";
import { avx512Mask } from "./table/avx512-mask.ts";
import { bit } from "./table/bit.ts";
import { conditionAliases, conditionNames } from "./table/conditions.ts";
import { controlFlow } from "./table/control-flow.ts";
import { dataTransfer } from "./table/data-transfer.ts";
import { flags } from "./table/flags.ts";
import { fma } from "./table/fma.ts";
import { hintNop } from "./table/hint-nop.ts";
import type { Family, Instruction } from "./table/instruction.ts";
import { logic } from "./table/logic.ts";
import { mmx } from "./table/mmx.ts";
import { mpx } from "./table/mpx.ts";
import { privileged } from "./table/privileged.ts";
import { pseudo } from "./table/pseudo.ts";
import { shiftRotate } from "./table/shift-rotate.ts";
import { sse } from "./table/sse.ts";
import { string } from "./table/string.ts";
import { system } from "./table/system.ts";
import { vendor } from "./table/vendor.ts";
import { x87 } from "./table/x87.ts";
import { familyKeys } from "./table-index.ts";

/** Families that the machine executes; the semantics mirror their files. */
export const executedFamilies = {
  arithmetic,
  logic,
  "data-transfer": dataTransfer,
  "control-flow": controlFlow,
  string,
  "shift-rotate": shiftRotate,
  bit,
  flags,
  system,
  x87,
  mmx,
  sse,
  "aes-sha": aesSha,
  avx,
  fma,
  "amd-vector": amdVector,
} as const satisfies Record<string, () => Family>;

/** Families that can be assembled and disassembled only: executing one is an invalid-opcode fault. */
export const assembledFamilies = {
  privileged,
  "avx-future": avxFuture,
  "avx512-mask": avx512Mask,
  avx512,
  "avx512-fp16": avx512Fp16,
  amd,
  vendor,
  mpx,
  amx,
  "hint-nop": hintNop,
  pseudo,
} as const satisfies Record<string, () => Family>;

export type FamilyName = keyof typeof executedFamilies | keyof typeof assembledFamilies;

/** One record of the table with what surrounds it. */
export interface Entry {
  /** The record's key: unique in the table, and the key of the semantics. */
  readonly key: string;
  /** The mnemonic as written and printed. */
  readonly name: string;
  readonly family: FamilyName;
  readonly executed: boolean;
  readonly instruction: Instruction;
  readonly condition: number;
}

const families: Readonly<Record<FamilyName, () => Family>> = { ...executedFamilies, ...assembledFamilies };
const recordsByFamily = new Map<FamilyName, Family>();

/** The records of a family, made when the first of them is asked for: a short program meets a handful of families. */
export function recordsOf(family: FamilyName): Family {
  let records = recordsByFamily.get(family);
  if (records === undefined) {
    records = families[family]();
    recordsByFamily.set(family, records);
  }
  return records;
}

class TableEntry implements Entry {
  readonly key: string;
  readonly name: string;
  readonly family: FamilyName;

  constructor(key: string, name: string, family: FamilyName) {
    this.key = key;
    this.name = name;
    this.family = family;
  }
  get executed(): boolean {
    return this.family in executedFamilies;
  }
  get instruction(): Instruction {
    return recordsOf(this.family)[this.key]!;
  }
  get condition(): number {
    const { instruction } = this;
    return "condition" in instruction ? (instruction.condition as number) : 0;
  }
}

/** All entries, by key in the table's order and by name. */
interface Everything {
  readonly byKey: Map<string, Entry>;
  readonly byName: Map<string, readonly Entry[]>;
}

let everything: Everything | undefined;

function enterAll(): Everything {
  if (everything !== undefined) return everything;
  everything = { byKey: new Map(), byName: new Map() };
  const { byKey, byName } = everything;
  for (const family of Object.keys(families) as FamilyName[])
    for (const word of familyKeys[family]?.split(" ") ?? []) {
      const [key = "", name = key] = word.split("=");
      const entry = seen.get(key) ?? new TableEntry(key, name, family);
      byKey.set(key, entry);
      byName.set(name, [...(byName.get(name) ?? []), entry]);
    }
  return everything;
}

/** Entries found one by one, and how many searches that took. Past SEARCHES_MAX entering all of them is the better way. */
const seen = new Map<string, Entry>();
let searches = 0;
const SEARCHES_MAX = 60;

/** Every family's keys in one text: "\narithmetic: aaa aad … \n". A short program looks up less than it takes to cut it. */
const allKeys = (Object.keys(families) as FamilyName[]).map((name) => `\n${name}: ${familyKeys[name]} `).join("");

/** The entry whose key stands at `at` in `allKeys`. */
function entryAt(at: number): Entry {
  const start = allKeys.lastIndexOf(" ", at) + 1;
  const [key = "", name = key] = allKeys.slice(start, allKeys.indexOf(" ", at)).split("=");
  let entry = seen.get(key);
  if (entry === undefined) {
    const line = allKeys.lastIndexOf("\n", at) + 1;
    entry = new TableEntry(key, name, allKeys.slice(line, allKeys.indexOf(":", line)) as FamilyName);
    seen.set(key, entry);
  }
  return entry;
}

/** A key or name as the index writes it; anything else could be found where it does not stand. */
const isKey = (word: string): boolean => /^\w+$/.test(word);

function searchKey(key: string): Entry | undefined {
  const known = seen.get(key);
  if (known !== undefined || !isKey(key)) return known;
  const alone = allKeys.indexOf(` ${key} `);
  if (alone >= 0) return entryAt(alone + 1);
  const renamed = allKeys.indexOf(` ${key}=`);
  return renamed < 0 ? undefined : entryAt(renamed + 1);
}

function searchName(name: string): readonly Entry[] | undefined {
  if (!isKey(name)) return undefined;
  const found: Entry[] = [];
  const places: number[] = [];
  for (let at = allKeys.indexOf(` ${name} `); at >= 0; at = allKeys.indexOf(` ${name} `, at + 1)) places.push(at + 1);
  for (let at = allKeys.indexOf(`=${name} `); at >= 0; at = allKeys.indexOf(`=${name} `, at + 1)) places.push(at + 1);
  for (const at of places.sort((a, b) => a - b)) found.push(entryAt(at));
  return found.length === 0 ? undefined : found;
}

const allAliases = new Map<string, string>(Object.entries(aliases));
for (const name of conditionNames) {
  for (const other of conditionAliases[name] ?? []) {
    for (const [before, after] of [
      ["j", ""],
      ["set", ""],
      ["cmov", ""],
      ["cmp", "xadd"],
    ]) {
      allAliases.set(`${before}${other}${after}`, `${before}${name}${after}`);
    }
  }
}

/** The keys of a family's records, without making these. */
export const keysOf = (family: FamilyName): string[] =>
  (familyKeys[family] ?? "").split(" ").map((word) => word.split("=")[0]!);

/** Every record, family by family in the order of the files: the order in which the decoder prefers equal encodings. */
export const entries = (): Iterable<Entry> => enterAll().byKey.values();

/** The record with this key, or undefined. */
export function entryOf(key: string): Entry | undefined {
  if (everything === undefined && searches++ < SEARCHES_MAX) return searchKey(key);
  return enterAll().byKey.get(key);
}

function entriesNamed(name: string): readonly Entry[] | undefined {
  if (everything === undefined && searches++ < SEARCHES_MAX) return searchName(name);
  return enterAll().byName.get(name);
}

/** Records that a mnemonic as written stands for, in match order; empty when there is no such mnemonic. */
export function entriesOf(mnemonic: string): readonly Entry[] {
  return entriesNamed(mnemonic) ?? entriesNamed(allAliases.get(mnemonic) ?? "") ?? [];
}

/** The one name of an alias group that the disassembler prints (je → jz); a name that is no alias is its own. */
export const canonicalMnemonic = (name: string): string => allAliases.get(name) ?? name;

/** Aliases of a canonical mnemonic. */
export function aliasesOf(name: string): string[] {
  return [...allAliases].filter(([, canonical]) => canonical === name).map(([alias]) => alias);
}

/** Every mnemonic the assembler knows, aliases included. */
export const mnemonics = (): readonly string[] => [...enterAll().byName.keys(), ...allAliases.keys()];

/** True when `word` (lower case) is an instruction's mnemonic. */
export const isTableMnemonic = (word: string): boolean => entriesNamed(word) !== undefined || allAliases.has(word);

const formsByKey = new Map<string, readonly Form[]>();
const entryByForm = new WeakMap<Form, Entry>();

/** Forms of one record, compiled once. */
export function formsOf(entry: Entry): readonly Form[] {
  let forms = formsByKey.get(entry.key);
  if (forms === undefined) {
    forms = readRows(entry.name, entry.instruction.rows, entry.condition);
    formsByKey.set(entry.key, forms);
    for (const form of forms) entryByForm.set(form, entry);
  }
  return forms;
}

/** The record a form belongs to. */
export const entryOfForm = (form: Form): Entry => entryByForm.get(form)!;

const formsByCount = new Map<string, readonly (readonly Form[])[]>();
const noForms: readonly Form[] = [];

/** Those forms of a mnemonic that take `count` operands, in match order: what the encoder has to look at. */
export function formsTaking(mnemonic: string, count: number): readonly Form[] {
  let byCount = formsByCount.get(mnemonic);
  if (byCount === undefined) {
    const lists: Form[][] = [[], [], [], [], [], []];
    for (const form of formsNamed(mnemonic)) lists[codeOf(form).specs.length]!.push(form);
    byCount = lists;
    formsByCount.set(mnemonic, lists);
  }
  return byCount[count] ?? noForms;
}

const formsByName = new Map<string, readonly Form[]>();

/** Forms of a mnemonic as written, aliases included, in NASM's match order. */
export function formsNamed(mnemonic: string): readonly Form[] {
  let forms = formsByName.get(mnemonic);
  if (forms === undefined) {
    forms = entriesOf(mnemonic).flatMap(formsOf);
    if (forms.length > 0) formsByName.set(mnemonic, forms);
  }
  return forms;
}
