// The control flow of a module: which instruction follows which, where functions begin, and what each of them may do to the
// registers of its callers. Built once from the listing; the abstract run and the rules read it.

import { syscallByNumber } from "../../facts/syscalls.ts";
import type { Decoded } from "../../isa/insn.ts";
import { generalNumber, registerUse } from "../../isa/register-use.ts";
import { changesFlow, kernelEntry, type Listing } from "../listing.ts";
import { numberSetter } from "../syscall-number.ts";

/** Where an instruction's branch goes. */
export type Target =
  | { readonly kind: "instruction"; readonly index: number }
  | { readonly kind: "extern"; readonly name: string }
  | { readonly kind: "elsewhere" };

/** Bytes of arguments that a function takes off the stack; "varies" when its returns differ or cannot be followed. */
export type Pops = number | "varies" | "never returns";

export interface Graph {
  readonly code: Listing;
  /** For each instruction: its direct branch's target; undefined when it has none. */
  readonly targets: readonly (Target | undefined)[];
  /** For each instruction: the one right behind it in the section, -1 when there is none. */
  readonly next: readonly number[];
  /** Instructions where functions begin, and why they are thought to. */
  readonly entries: ReadonlyMap<number, "start" | "main" | "global" | "called" | "address">;
  /** Bit n: the function at this entry may leave register n changed. */
  readonly clobbers: ReadonlyMap<number, number>;
  /** Bytes of arguments that the function takes off the stack. */
  readonly pops: ReadonlyMap<number, Pops>;
  /** Some function takes arguments or its return address off the stack: what is called through a pointer may do so. */
  readonly popsByPointer: boolean;
}

/** True for functions that begin by taking their return address off the stack. */
export const beginsWithPop = ({ code }: Pick<Graph, "code">, entry: number): boolean =>
  code.instructions[entry]!.decoded.mnemonic === "pop";

const isBranch = (mnemonic: string): boolean => /^(j[a-z]+|loop[a-z]*|call)$/.test(mnemonic);

/** Functions of libc and the kernel's loader that do not return. */
const NO_RETURN = new Set(
  "exit _exit _Exit quick_exit abort longjmp _longjmp siglongjmp __longjmp_chk __assert_fail __stack_chk_fail __chk_fail __fortify_fail err errx verr verrx pthread_exit thrd_exit".split(
    " ",
  ),
);
export const doesNotReturn = (name: string): boolean => NO_RETURN.has(name);

/** Every register but rsp. */
export const EVERYTHING = 0xffef;

/** So many instructions a rule looks back along a straight line: such lines can be as long as the source. */
export const LOOK_BACK = 200;

/** Registers that a call of unknown code may change: those that the convention gives away. */
export const CALLER_SAVED: Readonly<Record<32 | 64, number>> = { 64: 0x0fc7, 32: 0x0007 };

/** Instructions behind a call in which its return address may be taken. */
const TAKEN_WITHIN = 8;
const RSP = 4;

/** By how many bytes an instruction moves the stack pointer up; undefined when that does not show. */
function risesBy({ mnemonic, operands: [target, amount], form }: Decoded, wordBytes: number): number | undefined {
  if (mnemonic === "push" || mnemonic === "pop") {
    const sizeBytes = form.operands[0]?.sizeBits === 16 ? 2 : wordBytes;
    return mnemonic === "pop" ? sizeBytes : -sizeBytes;
  }
  if (target?.kind !== "register" || generalNumber(target) !== RSP) return undefined;
  if (mnemonic === "lea" && amount?.kind === "memory" && amount.base?.number === RSP && amount.index === undefined)
    return Number(amount.displacement);
  if (amount?.kind !== "immediate" || !/^(?:add|sub)$/.test(mnemonic)) return undefined;
  return mnemonic === "add" ? Number(amount.value) : -Number(amount.value);
}

/**
 * A call of what follows it that asks where it is: the code there takes the return address off the stack. Without that it is a call
 * of a function that its caller runs into afterwards, to do its work twice.
 */
export function asksWhere({ instructions, bits }: Listing, index: number, target: Target | undefined): boolean {
  if (target?.kind !== "instruction" || target.index !== index + 1) return false;
  let height = 0;
  let isRead = false;
  for (const { decoded } of instructions.slice(index + 1, index + 1 + TAKEN_WITHIN)) {
    const { mnemonic, operands } = decoded;
    const rise = risesBy(decoded, bits / 8);
    height += rise ?? 0;
    if (height > 0) return true;
    if (rise === undefined && registerUse(decoded).writes.has(RSP)) return false;
    isRead ||= operands.some((one) => one.kind === "memory" && one.base?.number === RSP);
    if (changesFlow(decoded) && !mnemonic.startsWith("j")) return false;
    if (mnemonic === "jmp") return isRead;
  }
  return isRead;
}

function targetOf(code: Listing, index: number, byPlace: ReadonlyMap<string, number>): Target | undefined {
  const { decoded, item, section } = code.instructions[index]!;
  const operand = decoded.operands[0];
  if (!isBranch(decoded.mnemonic) || operand?.kind !== "relative") return undefined;
  const reference = item.references?.find(({ use }) => use === "branch");
  const symbol = reference && code.module.symbols[reference.symbol];
  if (symbol?.section === "undefined" || symbol?.section === "common")
    return code.own.has(symbol.name) ? { kind: "elsewhere" } : { kind: "extern", name: symbol.name };
  const place =
    reference && symbol
      ? `${symbol.section} ${symbol.value + reference.addend}`
      : `${section} ${BigInt(item.offset + item.sizeBytes) + operand.displacement}`;
  const found = byPlace.get(place);
  return found === undefined ? { kind: "elsewhere" } : { kind: "instruction", index: found };
}

/** Functions of libc that call what they are given. */
const CALLERS = /^(qsort|qsort_r|bsearch|atexit|on_exit|pthread_create|lfind|lsearch|tsearch|twalk|call_once)$/;

/** Sections of pointers to functions that libc calls before main and at exit. */
const CALLED_ARRAYS = /^\.(preinit|init|fini)_array(\.|$)/;

/** Labels whose addresses stand among the arguments of such a function: libc calls them as the convention says. */
function callbacks(code: Listing, targets: Graph["targets"]): number[] {
  return code.instructions.flatMap(({ decoded }, at) => {
    const target = targets[at];
    if (decoded.mnemonic !== "call" || target?.kind !== "extern" || !CALLERS.test(target.name)) return [];
    const symbols: number[] = [];
    for (let index = at - 1; index >= 0 && code.instructions[index]!.decoded.mnemonic !== "call"; index--) {
      const { item, decoded: one } = code.instructions[index]!;
      for (const { use, symbol } of item.references ?? [])
        if (use === "immediate" || (use === "memory" && one.mnemonic === "lea")) symbols.push(symbol);
    }
    return symbols;
  });
}

function entriesOf(code: Listing, targets: Graph["targets"], byPlace: ReadonlyMap<string, number>): Graph["entries"] {
  const entries = new Map<number, "start" | "main" | "global" | "called" | "address">();
  const { module } = code;
  const put = (symbol: number, why: "global" | "address", addend = 0n): void => {
    const { section, value } = module.symbols[symbol]!;
    const index = byPlace.get(`${section} ${value + addend}`);
    const known = index === undefined ? undefined : entries.get(index);
    if (index !== undefined && (known === undefined || known === "address")) entries.set(index, why);
  };
  code.instructions.forEach(({ decoded }, index) => {
    const target = targets[index];
    if (decoded.mnemonic === "call" && target?.kind === "instruction" && !asksWhere(code, index, target))
      entries.set(target.index, "called");
  });
  code.instructions.forEach(({ section }, index) => {
    if (code.instructions[index - 1]?.section !== section && !entries.has(index)) entries.set(index, "address");
  });
  module.symbols.forEach(({ name, binding, isLabel, section, value }, symbol) => {
    if (!isLabel || typeof section !== "number") return;
    const index = byPlace.get(`${section} ${value}`);
    if (name === "_start" && index !== undefined && entries.get(index) !== "called") entries.set(index, "start");
    if (name === "main" && binding === "global" && index !== undefined) entries.set(index, "main");
    if (binding === "global") put(symbol, "global");
  });
  for (const symbol of callbacks(code, targets)) put(symbol, "global");
  for (const section of module.sections)
    for (const item of section.items)
      for (const reference of item.references ?? [])
        if (reference.use !== "branch")
          put(reference.symbol, CALLED_ARRAYS.test(section.name) ? "global" : "address", reference.addend);
  for (const index of uncalled(code, targets, entries, byPlace)) entries.set(index, "called");
  return entries;
}

/** Functions that nobody calls yet: a label that nothing names, behind an end, with what functions begin with. */
function uncalled(
  code: Listing,
  targets: Graph["targets"],
  entries: Graph["entries"],
  byPlace: ReadonlyMap<string, number>,
): number[] {
  const reached = new Set(targets.map((target) => (target?.kind === "instruction" ? target.index : -1)));
  return code.module.symbols.flatMap(({ name, isLabel, section, value }) => {
    const index = byPlace.get(`${section} ${value}`);
    if (!isLabel || index === undefined || name.includes(".") || entries.has(index) || reached.has(index)) return [];
    const before = code.instructions[index - 1];
    const isEnd = before?.decoded.mnemonic === "ret" || exitsPlainly(code, index - 1);
    return before?.section === section && isEnd && isPrologue(code.instructions[index]!.decoded) ? [index] : [];
  });
}

const isPrologue = ({ mnemonic, operands: [target, source] }: Decoded): boolean =>
  mnemonic === "enter" ||
  (mnemonic === "push" && target?.kind === "register") ||
  (mnemonic === "sub" && target?.kind === "register" && target.register.number === 4 && source?.kind === "immediate");

/** A graph without what its functions do. */
type Structure = Omit<Graph, "clobbers" | "pops" | "popsByPointer">;

/** True for a call behind which execution does not go on, as far as `endless`, the functions that never return, is known. */
function isLastCall({ code, targets }: Structure, index: number, endless: ReadonlySet<number>): boolean {
  const target = targets[index];
  if (code.instructions[index]!.decoded.mnemonic !== "call") return false;
  if (target?.kind === "extern") return doesNotReturn(target.name);
  return target?.kind === "instruction" && target.index !== index + 1 && endless.has(target.index);
}

/** Instructions that run inside the function at `entry`, calls not followed; tail calls are listed apart. */
function bodyOf(graph: Structure, entry: number, endless: ReadonlySet<number>): { body: number[]; tails: Target[] } {
  const body: number[] = [];
  const tails: Target[] = [];
  const seen = new Set<number>();
  const open = [entry];
  while (open.length > 0) {
    const index = open.pop()!;
    if (index < 0 || seen.has(index)) continue;
    seen.add(index);
    if (index !== entry && isOwnFunction(graph, index)) {
      tails.push({ kind: "instruction", index });
      continue;
    }
    body.push(index);
    const { mnemonic } = graph.code.instructions[index]!.decoded;
    const target = graph.targets[index];
    if (target !== undefined && mnemonic !== "call") {
      if (target.kind === "instruction") open.push(target.index);
      else tails.push(target);
    }
    const isEnd = /^(jmp|ret|retf|hlt|ud2|iretq?|iretd)$/.test(mnemonic) || exitsPlainly(graph.code, index);
    if (!isEnd && !isLastCall(graph, index, endless)) open.push(graph.next[index]!);
  }
  return { body, tails };
}

/** System calls that do not return. */
export const EXITS: ReadonlySet<string> = new Set(["exit", "exit_group", "rt_sigreturn", "sigreturn"]);

/** True for an exit system call whose number stands right above it. */
export function exitsPlainly(code: Listing, index: number): boolean {
  const entry = kernelEntry(code.instructions[index]!.decoded);
  const setter = entry && numberSetter(code, index);
  if (!setter) return false;
  return EXITS.has(syscallByNumber(entry === "syscall" ? "x86_64" : "i386", setter.number)?.name ?? "");
}

/** True where another function begins: jumping there is a tail call. */
export const isOwnFunction = ({ entries }: Pick<Graph, "entries">, index: number): boolean => {
  const why = entries.get(index);
  return why !== undefined && why !== "address";
};

function ownClobbers(code: Listing, body: readonly number[]): number {
  let written = 0;
  let [pushed, popped] = [0, 0];
  for (const index of body) {
    const { decoded } = code.instructions[index]!;
    const operand = decoded.operands[0];
    if (operand?.kind === "register" && decoded.mnemonic === "push") pushed |= 1 << operand.register.number;
    else if (operand?.kind === "register" && decoded.mnemonic === "pop") popped |= 1 << operand.register.number;
    if (decoded.mnemonic === "leave") popped |= 1 << 5;
    for (const number of registerUse(decoded).writes) written |= 1 << number;
  }
  return written & ~(pushed & popped) & ~(1 << 4);
}

interface Part {
  readonly entry: number;
  readonly body: readonly number[];
  readonly tails: readonly Target[];
}

/** What the rets of a body take off the stack; jumps through registers may be returns too. */
function ownPops(code: Listing, { body, tails }: Part): Pops {
  const amounts = new Set<number>();
  for (const index of body) {
    const { decoded } = code.instructions[index]!;
    const operand = decoded.operands[0];
    if (decoded.mnemonic === "jmp" && operand?.kind !== "relative") return "varies";
    if (/^(retf|iretq?|iretd)$/.test(decoded.mnemonic)) return "varies";
    if (decoded.mnemonic === "ret") amounts.add(operand?.kind === "immediate" ? Number(operand.value) : 0);
  }
  for (const tail of tails)
    if (tail.kind !== "instruction" && !(tail.kind === "extern" && doesNotReturn(tail.name))) amounts.add(0);
  if (amounts.size > 1) return "varies";
  return amounts.size === 1 ? [...amounts][0]! : "never returns";
}

const bothPops = (a: Pops, b: Pops): Pops => {
  if (a === "never returns" || a === b) return b;
  return b === "never returns" ? a : "varies";
};

/** What each function leaves changed and takes off the stack; a function that ends in one that never returns is one, too. */
function summaries(graph: Structure): Pick<Graph, "clobbers" | "pops"> {
  for (let endless: ReadonlySet<number> = new Set(); ; ) {
    const found = summariesWith(graph, endless);
    const next = new Set([...found.pops].flatMap(([entry, pops]) => (pops === "never returns" ? [entry] : [])));
    if (next.size === endless.size) return found;
    endless = next;
  }
}

/** The summaries to a fixed point over the calls between the functions. */
function summariesWith(graph: Structure, endless: ReadonlySet<number>): Pick<Graph, "clobbers" | "pops"> {
  const { code, targets } = graph;
  const parts: Part[] = [...graph.entries.keys()].map((entry) => ({ entry, ...bodyOf(graph, entry, endless) }));
  const clobbers = new Map(parts.map(({ entry, body }) => [entry, ownClobbers(code, body)] as const));
  const pops = new Map(parts.map((part) => [part.entry, ownPops(code, part)] as const));
  const changedBy = (target: Target | undefined): number =>
    target?.kind === "instruction" ? (clobbers.get(target.index) ?? EVERYTHING) : CALLER_SAVED[code.bits];
  for (let changed = true; changed; ) {
    changed = false;
    for (const { entry, body, tails } of parts) {
      let mask = clobbers.get(entry)!;
      let taken = pops.get(entry)!;
      for (const index of body)
        if (code.instructions[index]!.decoded.mnemonic === "call") mask |= changedBy(targets[index]);
      for (const tail of tails) {
        mask |= changedBy(tail);
        if (tail.kind === "instruction") taken = bothPops(taken, pops.get(tail.index) ?? "varies");
      }
      changed ||= mask !== clobbers.get(entry) || taken !== pops.get(entry);
      clobbers.set(entry, mask);
      pops.set(entry, taken);
    }
  }
  return { clobbers, pops };
}

/** The instruction behind each one; padding of `align` is run through, data ends the run. */
function nextOf(code: Listing): number[] {
  const indexes = new Map(code.instructions.map(({ item }, index) => [item, index] as const));
  const next = code.instructions.map(() => -1);
  for (const { items } of code.module.sections) {
    let before = -1;
    for (const item of items) {
      const index = indexes.get(item);
      if (index !== undefined && before >= 0) next[before] = index;
      if (item.kind !== "align" && item.sizeBytes > 0) before = index ?? -1;
    }
  }
  return next;
}

/** The control flow of a listing. */
export function graphOf(code: Listing): Graph {
  const byPlace = new Map(
    code.instructions.map(({ section, item }, index) => [`${section} ${item.offset}`, index] as const),
  );
  const targets = code.instructions.map((_, index) => targetOf(code, index, byPlace));
  const graph = { code, targets, next: nextOf(code), entries: entriesOf(code, targets, byPlace) };
  const popsByPointer =
    code.instructions.some(({ decoded }) => decoded.mnemonic === "ret" && decoded.operands.length > 0) ||
    [...graph.entries.keys()].some((entry) => beginsWithPop(graph, entry));
  return { ...graph, ...summaries(graph), popsByPointer };
}
