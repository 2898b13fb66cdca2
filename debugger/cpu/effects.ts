// What an instruction reads and writes, in names people know: for the debugger's "what changes", hover and the disassembly.
// Derived from the operations, so it cannot disagree with what the instruction does.

import type { Decoded } from "../../server/isa/insn.ts";
import { buildInstruction } from "./build.ts";
import type { Condition, FlagWord, Op, OpOf, RegisterPart, StateOffset, Value } from "./ir.ts";
import { routineOf } from "./routines.ts";
import { type FlagName, STATE } from "./state.ts";
import { usesOf } from "./uses.ts";
import { placeInImmediate, readsDestination, usesMxcsr } from "./vector/index.ts";
import { x87Effects } from "./x87-effects.ts";

/** One memory access. Accesses that only try whether a later store may happen are not listed. */
export interface MemoryEffect {
  readonly access: "read" | "write";
  readonly sizeBytes: number;
  readonly space: "data" | "stack";
}

/** Registers by the name of the part that counts ("eax", "ah"), flags by name, both in a fixed order. */
export interface Effects {
  readonly registersRead: readonly string[];
  readonly registersWritten: readonly string[];
  readonly flagsRead: readonly FlagName[];
  readonly flagsWritten: readonly FlagName[];
  readonly memory: readonly MemoryEffect[];
  /** It may go on elsewhere than at the next instruction. */
  readonly transfers: boolean;
}

const WIDE = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi"];
const ARITHMETIC: readonly FlagName[] = ["cf", "pf", "af", "zf", "sf", "of"];
const FLAG_ORDER: readonly FlagName[] = [...ARITHMETIC, "df", "tf", "if", "ac", "id"];

const CONDITION_FLAGS: Readonly<Record<Condition, readonly FlagName[]>> = {
  o: ["of"],
  no: ["of"],
  b: ["cf"],
  ae: ["cf"],
  e: ["zf"],
  ne: ["zf"],
  be: ["cf", "zf"],
  a: ["cf", "zf"],
  s: ["sf"],
  ns: ["sf"],
  p: ["pf"],
  np: ["pf"],
  l: ["sf", "of"],
  ge: ["sf", "of"],
  le: ["zf", "sf", "of"],
  g: ["zf", "sf", "of"],
};

/** Name of a part of general register `register`: "rax", "r8d", "ah". */
export function registerName(register: number, part: RegisterPart): string {
  const name = WIDE[register];
  if (name === undefined) {
    const suffix = { "64": "", "32": "d", "16": "w", low8: "b", high8: "h" }[part];
    return `r${register}${suffix}`;
  }
  const word = name.slice(1);
  if (part === "64") return name;
  if (part === "32") return `e${word}`;
  if (part === "16") return word;
  if (part === "high8") return `${word[0]}h`;
  return register < 4 ? `${word[0]}l` : `${word}l`;
}

const PARTS: readonly RegisterPart[] = ["64", "32", "16", "low8", "high8"];
/** Registers from rsp on have no second byte: what would be its name is another's. */
const WITH_HIGH_BYTE = 4;
const families = new Map<string, number>();
for (let family = 0; family < 16; family++)
  for (const part of PARTS)
    if (part !== "high8" || family < WITH_HIGH_BYTE) families.set(registerName(family, part), family);

/** Number of the general register that `name`, in any case, is or is a part of; undefined for others. */
export const familyOf = (name: string): number | undefined => families.get(name.toLowerCase());

/** Register at `sizeBytes` bytes of the state struct: vector and x87 registers, control words; undefined for scratch room. */
function stateName(offset: StateOffset, sizeBytes: number): string | undefined {
  if (offset >= STATE.ymm && offset < STATE.ymm + 16 * 32) {
    const at = offset - STATE.ymm;
    return `${(at % 32) + sizeBytes > 16 ? "ymm" : "xmm"}${Math.floor(at / 32)}`;
  }
  if (offset >= STATE.st && offset < STATE.st + 8 * 16) return `mm${Math.floor((offset - STATE.st) / 16)}`;
  return (
    [
      [STATE.mxcsr, "mxcsr"],
      [STATE.fcw, "fcw"],
      [STATE.fsw, "fsw"],
    ] as const
  ).find(([at]) => at === offset)?.[1];
}

function addPlace(set: Set<string>, offset: StateOffset, sizeBytes: number): void {
  const name = stateName(offset, sizeBytes);
  if (name === undefined || set.has(name.replace("x", "y"))) return;
  set.add(name);
  if (name.startsWith("ymm")) set.delete(name.replace("y", "x"));
}

interface Sets {
  readonly registersRead: Set<string>;
  readonly registersWritten: Set<string>;
  readonly flagsRead: Set<FlagName>;
  readonly flagsWritten: Set<FlagName>;
  readonly memory: MemoryEffect[];
  transfers: boolean;
}

const add = <T>(set: Set<T>, values: readonly T[]): void => {
  for (const value of values) set.add(value);
};

/** Flags of an EFLAGS mask. */
const maskBits: readonly (readonly [FlagName, number])[] = [
  ["cf", 1],
  ["pf", 4],
  ["af", 16],
  ["zf", 64],
  ["sf", 128],
  ["tf", 256],
  ["df", 1024],
  ["of", 2048],
  ["ac", 1 << 18],
  ["id", 1 << 21],
];

/** Copies, conversions and functions of one operand only look at the second. */
const readsFirst = (name: string): boolean =>
  !/^(copy|cvt|sqrt|rcp|rsqrt|round|pmov|pabs|pshuf[dhlw]|mov|phminposuw|broadcast|permil.*Imm|permq|extract|aesimc|aeskey)/.test(
    name,
  );

/** Bytes that a vector operation reads of its last operand, when that is not as many as it writes. */
function sourceBytes({ name, sizeBytes, immediate }: OpOf<"vector">): number {
  if (/^pmov[sz]x/.test(name)) return sizeBytes / widening(name);
  if (/^broadcast/.test(name)) return name === "broadcast128" ? 16 : 8;
  if (/^cvtt?pd2/.test(name)) return 8 * immediate;
  if (/^cvt(dq|ps)2pd$/.test(name)) return 4 * immediate;
  if (name === "cvtph2ps" || name === "insert128") return sizeBytes / 2;
  if (name === "cvtps2ph") return sizeBytes * 2;
  if (name === "extract128") return 32;
  return /^ps[lr][al][wdq]$/.test(name) ? Math.min(16, sizeBytes) : sizeBytes;
}

/** By how much pmovsxbw and kin widen a lane. */
const widening = (name: string): number => 2 ** ("bwdq".indexOf(name[7]!) - "bwdq".indexOf(name[6]!));

function collectVector(op: OpOf<"vector">, sets: Sets): void {
  if (readsFirst(op.name)) addPlace(sets.registersRead, op.a, op.sizeBytes);
  if (readsDestination(op.name)) addPlace(sets.registersRead, op.dest, op.sizeBytes);
  if (placeInImmediate(op.name)) addPlace(sets.registersRead, op.immediate, op.sizeBytes);
  addPlace(sets.registersRead, op.b, sourceBytes(op));
  addPlace(sets.registersWritten, op.dest, op.sizeBytes);
  if (usesMxcsr(op.name)) collectMxcsr(sets);
}

/** Rounding, masks and flags of SSE and AVX floating point. */
function collectMxcsr({ registersRead, registersWritten }: Sets): void {
  for (const set of [registersRead, registersWritten]) addPlace(set, STATE.mxcsr, 4);
}

/** Vector registers that routines name by their constants. */
function collectPlaces({ name, constants }: OpOf<"helper">, sets: Sets): void {
  const [first = 0, second = 0, third = 0, fourth = 0] = constants;
  const read = (place: StateOffset, sizeBytes: number): void => addPlace(sets.registersRead, place, sizeBytes);
  if (name === "compareScalar" || name === "integerToFloat" || name === "floatToInteger") collectMxcsr(sets);
  if (name === "signMask" || name === "floatToInteger") read(first, name === "signMask" ? second : 8);
  if (name === "compareScalar" || name === "stringCompare") for (const place of [first, second]) read(place, 16);
  if (name === "stringCompare" && fourth & 2) addPlace(sets.registersWritten, STATE.ymm, 16);
  if (name === "maskedStore" || name === "maskedLoad") {
    if (name === "maskedStore") read(first, third);
    else addPlace(sets.registersWritten, first, third);
    read(second, third);
    sets.memory.push({ access: name === "maskedStore" ? "write" : "read", sizeBytes: third, space: "data" });
  }
  if (name === "gather") {
    const [laneBytes = 4, indexBytes = 4, count = 0] = constants.slice(3);
    for (const place of [first, second]) {
      read(place, laneBytes * count);
      addPlace(sets.registersWritten, place, 32);
    }
    read(third, indexBytes * count);
    for (let k = 0; k < count; k++) sets.memory.push({ access: "read", sizeBytes: laneBytes, space: "data" });
  }
}

/** x87 registers by name, and memory that routines load and store themselves. */
function collectX87(op: OpOf<"helper">, sets: Sets): void {
  const found = x87Effects(op);
  if (found === undefined) return;
  add(sets.registersRead, found.reads);
  add(sets.registersWritten, found.writes);
  if (found.memory !== undefined) sets.memory.push({ ...found.memory, space: "data" });
}

/** Where Linux takes a system call's number and arguments from. */
const ARGUMENTS = {
  64: ["rax", "rdi", "rsi", "rdx", "r10", "r8", "r9"],
  32: ["eax", "ebx", "ecx", "edx", "esi", "edi", "ebp"],
} as const;

function collectState(op: Op, sets: Sets): void {
  switch (op.op) {
    case "getRegister":
      sets.registersRead.add(registerName(op.register, op.part));
      break;
    case "setRegister":
      sets.registersWritten.add(registerName(op.register, op.part));
      break;
    case "getSegmentBase":
    case "getSelector":
      sets.registersRead.add(op.segment);
      break;
    case "setSelector":
      sets.registersWritten.add(op.segment);
      break;
    case "getState":
      addPlace(sets.registersRead, op.offset, op.sizeBits / 8);
      break;
    case "setState":
      addPlace(sets.registersWritten, op.offset, op.sizeBits / 8);
      break;
    case "loadBytes":
      addPlace(sets.registersWritten, op.dest, op.sizeBytes);
      break;
    case "storeBytes":
      addPlace(sets.registersRead, op.source, op.sizeBytes);
      break;
    case "vector":
      collectVector(op, sets);
      break;
    case "helper":
      add(sets.registersRead, routineOf(op.name)?.effects.registersRead ?? []);
      add(sets.registersWritten, routineOf(op.name)?.effects.registersWritten ?? []);
      collectPlaces(op, sets);
      collectX87(op, sets);
      break;
    case "systemCall":
      for (const name of op.by === "syscall" ? ARGUMENTS[64] : ARGUMENTS[32]) sets.registersRead.add(name);
      sets.registersWritten.add(op.by === "syscall" ? "rax" : "eax");
      break;
    default:
      break;
  }
}

/** Flags that setFlagWords changes: a word that is only handed on changes none. */
function changedByWords(op: OpOf<"setFlagWords">, ops: readonly Op[]): FlagName[] {
  const handedOn = (value: Value, word: FlagWord): boolean =>
    ops.some((other) => other.op === "getFlagWord" && other.dest === value && other.word === word);
  const changed: FlagName[] = [];
  if (!handedOn(op.carry, "carry")) changed.push("cf", "of");
  if (!handedOn(op.result, "result")) changed.push("zf", "sf", "pf");
  if (!handedOn(op.aux, "aux")) changed.push("af");
  return changed;
}

/** True for flags that are only chosen to stay as they are. */
function isHandedOn(flags: Value, ops: readonly Op[]): boolean {
  const users = (value: Value): Op[] => ops.filter((op) => usesOf(op).includes(value));
  return users(flags).every((op) => op.op === "select" && users(op.dest).every((next) => next.op === "setEflags"));
}

function collectFlags(op: Op, ops: readonly Op[], sets: Sets): void {
  switch (op.op) {
    case "getFlag":
      sets.flagsRead.add(op.flag);
      break;
    case "setFlag":
      sets.flagsWritten.add(op.flag);
      break;
    case "getCondition":
      add(sets.flagsRead, CONDITION_FLAGS[op.condition]);
      break;
    case "setFlags":
      add(sets.flagsWritten, op.kind === "inc" || op.kind === "dec" ? ARITHMETIC.slice(1) : ARITHMETIC);
      break;
    case "setFlagWords":
      add(sets.flagsWritten, changedByWords(op, ops));
      break;
    case "getEflags":
      if (!isHandedOn(op.dest, ops)) add(sets.flagsRead, FLAG_ORDER);
      break;
    case "setEflags":
      add(
        sets.flagsWritten,
        maskBits.filter(([, mask]) => (op.mask & mask) !== 0).map(([flag]) => flag),
      );
      break;
    default:
      break;
  }
}

function collectMemory(op: Op, sets: Sets): void {
  switch (op.op) {
    case "load":
      sets.memory.push({ access: "read", sizeBytes: op.sizeBits / 8, space: op.space });
      break;
    case "store":
      sets.memory.push({ access: "write", sizeBytes: op.sizeBits / 8, space: op.space });
      break;
    case "loadBytes":
      sets.memory.push({ access: "read", sizeBytes: op.sizeBytes, space: op.space });
      break;
    case "storeBytes":
      sets.memory.push({ access: "write", sizeBytes: op.sizeBytes, space: op.space });
      break;
    case "jump":
    case "branch":
      sets.transfers = true;
      break;
    default:
      break;
  }
}

/** What the decoded instruction reads and writes, wherever it stands. */
export function effects(decoded: Decoded): Effects {
  const ir = buildInstruction(decoded, 0n);
  const sets: Sets = {
    registersRead: new Set(),
    registersWritten: new Set(),
    flagsRead: new Set(),
    flagsWritten: new Set(),
    memory: [],
    transfers: false,
  };
  for (const op of ir.ops) {
    collectState(op, sets);
    collectFlags(op, ir.ops, sets);
    collectMemory(op, sets);
  }
  if (ir.repeat !== undefined) {
    sets.registersRead.add(registerName(1, ir.repeat.counter));
    sets.registersWritten.add(registerName(1, ir.repeat.counter));
    if (ir.repeat.kind !== "rep") sets.flagsRead.add("zf");
  }
  const inOrder = (flags: ReadonlySet<FlagName>): FlagName[] => FLAG_ORDER.filter((flag) => flags.has(flag));
  return {
    registersRead: [...sets.registersRead],
    registersWritten: [...sets.registersWritten],
    flagsRead: inOrder(sets.flagsRead),
    flagsWritten: inOrder(sets.flagsWritten),
    memory: sets.memory,
    transfers: sets.transfers,
  };
}
