// Flags in words, and what a conditional instruction is about to do because of them.
// Source: SDM Vol. 1, 3.4.3 "EFLAGS Register"; SDM Vol. 1, appendix B "EFLAGS Condition Codes".

import type { Decoded } from "../../server/isa/insn.ts";
import type { CpuState } from "../cpu/state.ts";

export interface FlagRow {
  readonly name: string;
  readonly when1: string;
  readonly when0: string;
}

// biome-ignore format: one row a line
export const flagRows: readonly FlagRow[] = [
  { name: "CF", when1: "carry or borrow out of the result", when0: "no carry" },
  { name: "PF", when1: "low byte has an even number of ones", when0: "low byte has an odd number of ones" },
  { name: "AF", when1: "carry out of the low four bits", when0: "no carry out of the low four bits" },
  { name: "ZF", when1: "the result was zero", when0: "the result was not zero" },
  { name: "SF", when1: "the result was negative", when0: "the result was not negative" },
  { name: "DF", when1: "string instructions go downwards", when0: "string instructions go upwards" },
  { name: "OF", when1: "signed overflow", when0: "no signed overflow" },
];

/** A flag's value. */
export const flagOf = (state: CpuState, name: string): boolean => state.read(name.toLowerCase()) === 1n;

/** "[ CF ZF ]": the flags that are set. */
export function flagsText(state: CpuState): string {
  const set = flagRows.filter((row) => flagOf(state, row.name)).map((row) => row.name);
  return set.length === 0 ? "[ none ]" : `[ ${set.join(" ")} ]`;
}

type FlagReader = (name: string) => boolean;
interface Condition {
  readonly names: readonly string[];
  readonly holds: (flag: FlagReader) => boolean;
  /** Why it holds or not, from the flags it reads. */
  readonly reason: (flag: FlagReader) => string;
}

const one = (name: string) => (flag: FlagReader) => `${name}=${flag(name) ? 1 : 0}`;
const both = (first: string, second: string) => (flag: FlagReader) =>
  `${first}=${flag(first) ? 1 : 0} and ${second}=${flag(second) ? 1 : 0}`;
const signs = (flag: FlagReader) =>
  `SF=${flag("SF") ? 1 : 0} ${flag("SF") === flag("OF") ? "equals" : "differs from"} OF=${flag("OF") ? 1 : 0}`;
const less = (flag: FlagReader) => flag("SF") !== flag("OF");

// biome-ignore format: one row a line
const conditions: readonly Condition[] = [
  { names: ["o"], holds: (f) => f("OF"), reason: one("OF") },
  { names: ["no"], holds: (f) => !f("OF"), reason: one("OF") },
  { names: ["b", "c", "nae"], holds: (f) => f("CF"), reason: one("CF") },
  { names: ["ae", "nb", "nc"], holds: (f) => !f("CF"), reason: one("CF") },
  { names: ["z", "e"], holds: (f) => f("ZF"), reason: one("ZF") },
  { names: ["nz", "ne"], holds: (f) => !f("ZF"), reason: one("ZF") },
  { names: ["be", "na"], holds: (f) => f("CF") || f("ZF"), reason: both("CF", "ZF") },
  { names: ["a", "nbe"], holds: (f) => !f("CF") && !f("ZF"), reason: both("CF", "ZF") },
  { names: ["s"], holds: (f) => f("SF"), reason: one("SF") },
  { names: ["ns"], holds: (f) => !f("SF"), reason: one("SF") },
  { names: ["p", "pe"], holds: (f) => f("PF"), reason: one("PF") },
  { names: ["np", "po"], holds: (f) => !f("PF"), reason: one("PF") },
  { names: ["l", "nge"], holds: less, reason: signs },
  { names: ["ge", "nl"], holds: (f) => !less(f), reason: signs },
  { names: ["le", "ng"], holds: (f) => f("ZF") || less(f), reason: (f) => (f("ZF") ? "ZF=1" : signs(f)) },
  { names: ["g", "nle"], holds: (f) => !f("ZF") && !less(f), reason: (f) => (f("ZF") ? "ZF=1" : signs(f)) },
];

const verbs: readonly { readonly prefix: string; readonly yes: string; readonly no: string }[] = [
  { prefix: "j", yes: "will jump", no: "will not jump" },
  { prefix: "cmov", yes: "will move", no: "will not move" },
  { prefix: "set", yes: "will store 1", no: "will store 0" },
];

/** "will jump because ZF=1" for the conditional instruction `decoded`, else empty. */
export function outlook(decoded: Decoded, state: CpuState): string {
  const { mnemonic } = decoded;
  if (/^(loop|j[er]?cxz)/.test(mnemonic)) return countOutlook(decoded, state);
  const flag: FlagReader = (name) => flagOf(state, name);
  for (const { prefix, yes, no } of verbs) {
    if (!mnemonic.startsWith(prefix)) continue;
    const condition = conditions.find(({ names }) => names.includes(mnemonic.slice(prefix.length)));
    if (condition) return `${condition.holds(flag) ? yes : no} because ${condition.reason(flag)}`;
  }
  return "";
}

/** loop, loope, loopne, jcxz, jecxz, jrcxz: they look at the count register. */
function countOutlook(decoded: Decoded, state: CpuState): string {
  const { mnemonic } = decoded;
  const named = /^j(.?cx)z$/.exec(mnemonic)?.[1];
  const name = named ?? { 16: "cx", 32: "ecx", 64: "rcx" }[decoded.addressSizeBits];
  const count = state.read(name) ?? 0n;
  if (named) return count === 0n ? `will jump because ${name}=0` : `will not jump because ${name} is not 0`;
  const zero = flagOf(state, "ZF");
  const wanted = /^loop(e|z)$/.test(mnemonic) ? zero : /^loopn(e|z)$/.test(mnemonic) ? !zero : true;
  if (!wanted) return `will not jump because ZF=${zero ? 1 : 0}`;
  return count === 1n ? `will not jump because ${name} becomes 0` : `will jump because ${name} does not become 0`;
}
