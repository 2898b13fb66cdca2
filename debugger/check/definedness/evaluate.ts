// One instruction's operations over values and undefined bits, before the instruction acts: what it would leave undefined, and
// which undefined bits it would use in a way that matters. Runs only when something it reads is undefined. State and memory
// are only looked at; faults are left to the instruction itself.

import type { InstructionIr, Op, OpOf, Value } from "../../cpu/ir.ts";
import { FLAG, STATE } from "../../cpu/state.ts";
import { readsDestination } from "../../cpu/vector/index.ts";
import { SHADOW } from "../../mem/layout.ts";
import type { Memory } from "../../mem/memory.ts";
import {
  type BinaryRule,
  type Bits,
  binaryRules,
  compareRules,
  convertRules,
  eqz,
  mulHighS,
  mulHighU,
  ones,
  packCarry,
  select,
  type UnaryRule,
  unaryRules,
} from "./bits.ts";
import {
  ALL_FLAGS,
  combined,
  flagBit,
  flagsOf,
  flagsOfWords,
  isConditionUndefined,
  UNDEFINED,
  wordsOfFlags,
} from "./flags.ts";
import type { Origin } from "./origin.ts";
import { areaBytes, restoreBits, savedBits } from "./saved-state.ts";
import { FLAGS_ORIGIN, originIn, PLANE_BYTES, type Shadow, VECTOR_ORIGIN } from "./shadow.ts";
import { applyVector, type Planes } from "./vector.ts";
import { applyX87, comparedRegisters, mayStop, type X87Scene } from "./x87.ts";

/** How undefined bits matter. */
export type UseKind = "branch" | "address" | "jump" | "divisor";

export interface Use {
  readonly kind: UseKind;
  readonly origin: Origin | undefined;
  /** The address that was formed, for "address". */
  readonly address?: bigint;
}

export interface Stored {
  readonly address: number;
  readonly sizeBytes: number;
  /** Undefined bits, lowest byte first. */
  readonly undef: Uint8Array;
  readonly origin: Origin | undefined;
}

export interface Outcome {
  readonly uses: readonly Use[];
  readonly stored: readonly Stored[];
  readonly undef: Uint8Array;
  readonly flags: number;
  readonly origins: ReadonlyMap<number, Origin | undefined>;
}

/** The machine as it stands before the instruction. */
export interface Scene {
  readonly memory: Memory;
  readonly shadow: Shadow;
  readonly eflags: () => number;
  /** Where undefined bytes at an address come from. */
  readonly originOf: (address: number, sizeBytes: number) => Origin;
  /** Where the object ends that is read over: what comes from there on counts as undefined. See Context.current. */
  readonly readsOver: () => number | undefined;
}

interface Tracked extends Bits {
  readonly origin: Origin | undefined;
}

interface Run {
  readonly scene: Scene;
  readonly ir: InstructionIr;
  readonly planes: Planes;
  readonly values: Tracked[];
  readonly uses: Use[];
  readonly stored: Stored[];
  readonly origins: Map<number, Origin | undefined>;
  flags: number;
}

/** Planes are reused from instruction to instruction: only one is looked at at a time. */
const work: Planes = { value: new Uint8Array(PLANE_BYTES), undef: new Uint8Array(PLANE_BYTES) };

const widthOf = (run: Run, value: Value): number => (run.ir.types[value] === "i64" ? 64 : 32);
const get = (run: Run, value: Value): Tracked => run.values[value]!;

function put(run: Run, dest: Value, bits: Bits, ...from: readonly Tracked[]): void {
  const width = widthOf(run, dest);
  const undef = bits.undef & ones(width);
  const origin = undef === 0n ? undefined : from.find((one) => one.undef !== 0n && one.origin !== undefined)?.origin;
  run.values[dest] = { value: bits.value & ones(width), undef, origin };
}

function readPlane(plane: Uint8Array, offset: number, sizeBytes: number): bigint {
  let value = 0n;
  for (let k = sizeBytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(plane[offset + k]!);
  return value;
}

function writePlane(plane: Uint8Array, offset: number, sizeBytes: number, value: bigint): void {
  for (let k = 0; k < sizeBytes; k++) plane[offset + k] = Number((value >> BigInt(8 * k)) & 255n);
}

/** Index into the origins of a place in the state struct. */
function originIndex(offset: number): number {
  if (offset < STATE.rip) return offset >> 3;
  if (offset >= STATE.ymm && offset < STATE.ymm + 512) return VECTOR_ORIGIN + ((offset - STATE.ymm) >> 5);
  if (offset >= STATE.st && offset < STATE.st + 128) return VECTOR_ORIGIN + 16 + ((offset - STATE.st) >> 4);
  if (offset === STATE.fsw) return VECTOR_ORIGIN + 16;
  return VECTOR_ORIGIN + 24 + ((offset - 0x440) >> 6);
}

const originAt = (run: Run, index: number): Origin | undefined =>
  run.origins.has(index) ? run.origins.get(index) : originIn(run.scene.shadow, index);

function readState(run: Run, offset: number, sizeBytes: number): Tracked {
  const undef = readPlane(run.planes.undef, offset, sizeBytes);
  return {
    value: readPlane(run.planes.value, offset, sizeBytes),
    undef,
    origin: undef === 0n ? undefined : originAt(run, originIndex(offset)),
  };
}

function writeState(run: Run, offset: number, sizeBytes: number, value: Tracked): void {
  writePlane(run.planes.value, offset, sizeBytes, value.value);
  writePlane(run.planes.undef, offset, sizeBytes, value.undef);
  if (value.undef !== 0n) run.origins.set(originIndex(offset), value.origin);
}

const PARTS = { low8: [0, 1], high8: [1, 1], "16": [0, 2], "32": [0, 4], "64": [0, 8] } as const;

function registerOp(run: Run, op: Op): boolean {
  if (op.op === "getRegister") {
    const [at, size] = PARTS[op.part];
    const read = readState(run, STATE.gpr + 8 * op.register + at, size);
    put(run, op.dest, read, read);
  } else if (op.op === "setRegister") {
    const [at, size] = PARTS[op.part];
    const offset = STATE.gpr + 8 * op.register;
    if (op.part === "32") writeState(run, offset, 8, get(run, op.value));
    else writeState(run, offset + at, size, get(run, op.value));
  } else if (op.op === "getState") {
    const read = readState(run, op.offset, op.sizeBits / 8);
    put(run, op.dest, read, read);
  } else if (op.op === "setState") {
    writeState(run, op.offset, op.sizeBits / 8, get(run, op.value));
  } else return false;
  return true;
}

// ---- memory

function addressOf(run: Run, value: Value): number {
  const address = get(run, value);
  if (address.undef !== 0n) run.uses.push({ kind: "address", origin: address.origin, address: address.value });
  return address.value < 1n << 47n ? Number(address.value) : -1;
}

/** Undefined bits of memory, a byte each. */
export function undefinedBytes(memory: Memory, address: number, sizeBytes: number): Uint8Array {
  const shadow = memory.shadowOf(address, sizeBytes);
  const bytes = new Uint8Array(sizeBytes);
  let partial: Uint8Array | undefined;
  shadow.forEach((byte, k) => {
    if (byte & SHADOW.undefined) bytes[k] = 255;
    else if (byte & SHADOW.partial) {
      partial ??= memory.definednessOf(address, sizeBytes);
      bytes[k] = partial[k] ?? 0;
    }
  });
  return bytes;
}

function readMemory(run: Run, address: number, sizeBytes: number): { value: Uint8Array; undef: Uint8Array } {
  const value = new Uint8Array(sizeBytes);
  if (address < 0) return { value, undef: new Uint8Array(sizeBytes) };
  value.set(run.scene.memory.peek(address, sizeBytes));
  const undef = undefinedBytes(run.scene.memory, address, sizeBytes);
  const end = run.scene.readsOver();
  if (end !== undefined && end >= address) undef.fill(255, end - address);
  return { value, undef };
}

function memoryOp(run: Run, op: Op): boolean {
  switch (op.op) {
    case "load": {
      const size = op.sizeBits / 8;
      const address = addressOf(run, op.address);
      const { value, undef } = readMemory(run, address, size);
      const open = readPlane(undef, 0, size);
      const origin = open === 0n ? undefined : run.scene.originOf(address, size);
      put(run, op.dest, { value: readPlane(value, 0, size), undef: open }, { value: 0n, undef: open, origin });
      return true;
    }
    case "store": {
      const address = addressOf(run, op.address);
      const undef = new Uint8Array(op.sizeBits / 8);
      const value = get(run, op.value);
      writePlane(undef, 0, undef.length, value.undef);
      if (address >= 0) run.stored.push({ address, sizeBytes: undef.length, undef, origin: value.origin });
      return true;
    }
    case "checkWrite":
      addressOf(run, op.address);
      return true;
    case "loadBytes": {
      const address = addressOf(run, op.address);
      const { value, undef } = readMemory(run, address, op.sizeBytes);
      run.planes.value.set(value, op.dest);
      run.planes.undef.set(undef, op.dest);
      if (undef.some((byte) => byte !== 0))
        run.origins.set(originIndex(op.dest), run.scene.originOf(address, op.sizeBytes));
      return true;
    }
    case "storeBytes": {
      const address = addressOf(run, op.address);
      const undef = run.planes.undef.slice(op.source, op.source + op.sizeBytes);
      const origin = originAt(run, originIndex(op.source));
      if (address >= 0) run.stored.push({ address, sizeBytes: op.sizeBytes, undef, origin });
      return true;
    }
    default:
      return false;
  }
}

// ---- flags

const conditionBits = (flags: number): Bits => ({ value: 0n, undef: flags === 0 ? 0n : 1n });

/** The value of a flag is not needed: what is computed from an undefined one is undefined. */
function putFlag(run: Run, dest: Value, isUndefined: boolean, value: bigint): void {
  put(run, dest, { value, undef: isUndefined ? 1n : 0n }, { ...conditionBits(1), origin: originAt(run, FLAGS_ORIGIN) });
}

const bitOf = (eflags: number, mask: number): bigint => (eflags & mask ? 1n : 0n);

function conditionValue(eflags: number, condition: string): bigint {
  const [cf, zf, sf, of, pf] = [FLAG.cf, FLAG.zf, FLAG.sf, FLAG.of, FLAG.pf].map((mask) => bitOf(eflags, mask));
  const positive: Record<string, bigint> = {
    o: of!,
    b: cf!,
    e: zf!,
    be: cf! | zf!,
    s: sf!,
    p: pf!,
    l: sf! ^ of!,
    le: (sf! ^ of!) | zf!,
  };
  const inverse: Record<string, string> = { no: "o", ae: "b", ne: "e", a: "be", ns: "s", np: "p", ge: "l", g: "le" };
  return positive[condition] ?? positive[inverse[condition]!]! ^ 1n;
}

function setFlags(run: Run, flags: number, ...from: readonly Tracked[]): void {
  if (flags !== 0 && from.length > 0) {
    const source = from.find((one) => one.undef !== 0n && one.origin !== undefined);
    run.origins.set(FLAGS_ORIGIN, source?.origin ?? originAt(run, FLAGS_ORIGIN));
  }
  run.flags = flags;
}

function flagOp(run: Run, op: Op): boolean {
  switch (op.op) {
    case "getFlag":
      putFlag(run, op.dest, (run.flags & flagBit(op.flag)) !== 0, bitOf(run.scene.eflags(), FLAG[op.flag]));
      return true;
    case "getCondition": {
      const value = conditionValue(run.scene.eflags(), op.condition);
      putFlag(run, op.dest, isConditionUndefined(run.flags, op.condition), value);
      return true;
    }
    case "setFlag": {
      const bit = flagBit(op.flag);
      const value = get(run, op.value);
      setFlags(run, combined((run.flags & 63 & ~bit) | (value.undef & 1n ? bit : 0)), value);
      return true;
    }
    case "setFlags": {
      const [a, b, result] = [get(run, op.a), get(run, op.b), get(run, op.result)];
      const same = op.a === op.b ? "same" : "different";
      setFlags(run, flagsOf({ kind: op.kind, width: op.sizeBits, a, b, result, same, old: run.flags }), a, b, result);
      return true;
    }
    default:
      return flagWordOp(run, op);
  }
}

const EFLAGS_BITS: readonly (readonly [number, bigint])[] = [
  [UNDEFINED.cf, 1n],
  [UNDEFINED.pf, 4n],
  [UNDEFINED.af, 16n],
  [UNDEFINED.zf, 64n],
  [UNDEFINED.sf, 128n],
  [UNDEFINED.of, 2048n],
];

function flagWordOp(run: Run, op: Op): boolean {
  const origin = originAt(run, FLAGS_ORIGIN);
  switch (op.op) {
    case "getFlagWord": {
      const { carry, aux } = wordsOfFlags(run.flags);
      const undef = op.word === "result" ? 0n : op.word === "carry" ? carry : aux;
      const offset = { result: STATE.flagResult, carry: STATE.flagCarry, aux: STATE.flagAux }[op.word];
      put(run, op.dest, { value: readPlane(run.planes.value, offset, 8), undef }, { value: 0n, undef, origin });
      return true;
    }
    case "setFlagWords": {
      const words = [get(run, op.result), get(run, op.carry), get(run, op.aux)] as const;
      setFlags(run, flagsOfWords(...words), ...words);
      return true;
    }
    case "getEflags": {
      let undef = 0n;
      for (const [flag, bit] of EFLAGS_BITS) if (run.flags & flag) undef |= bit;
      put(run, op.dest, { value: BigInt(run.scene.eflags()), undef }, { value: 0n, undef, origin });
      return true;
    }
    case "setEflags": {
      const value = get(run, op.value);
      let flags = run.flags & 63;
      for (const [flag, bit] of EFLAGS_BITS) {
        if ((BigInt(op.mask) & bit) === 0n) continue;
        flags = value.undef & bit ? flags | flag : flags & ~flag;
      }
      setFlags(run, combined(flags), value);
      return true;
    }
    default:
      return false;
  }
}

// ---- pure operations

type Pure = (run: Run, op: Op) => void;

const binary =
  (rule: BinaryRule, ofItself?: "zero"): Pure =>
  (run, op) => {
    const { dest, a, b } = op as OpOf<"add">;
    const [left, right] = [get(run, a), get(run, b)];
    // A value subtracted from itself: every bit is known whatever it was.
    if (ofItself === "zero" && a === b) put(run, dest, { value: 0n, undef: 0n });
    else put(run, dest, rule(left, right, widthOf(run, a)), left, right);
  };

/** Comparisons of a value with itself. */
const compare =
  (rule: BinaryRule): Pure =>
  (run, op) => {
    const { dest, a, b } = op as OpOf<"eq">;
    const [left, right] = [get(run, a), get(run, b)];
    const bits = rule(left, right, widthOf(run, a));
    put(run, dest, a === b ? { value: bits.value, undef: 0n } : bits, left, right);
  };

/** a & a and a | a are a. */
const idempotent =
  (rule: BinaryRule): Pure =>
  (run, op) => {
    const { dest, a, b } = op as OpOf<"and">;
    if (a === b) put(run, dest, get(run, a), get(run, a));
    else binary(rule)(run, op);
  };

const unary =
  (rule: UnaryRule): Pure =>
  (run, op) => {
    const { dest, a } = op as OpOf<"clz">;
    put(run, dest, rule(get(run, a), widthOf(run, a)), get(run, a));
  };

const converting =
  (rule: UnaryRule): Pure =>
  (run, op) => {
    const { dest, a } = op as OpOf<"wrap">;
    put(run, dest, rule(get(run, a), widthOf(run, dest)), get(run, a));
  };

const pure: Readonly<Record<string, Pure>> = {
  const: (run, op) => put(run, (op as OpOf<"const">).dest, { value: (op as OpOf<"const">).value, undef: 0n }),
  ...Object.fromEntries(Object.entries(binaryRules).map(([name, rule]) => [name, binary(rule)])),
  ...Object.fromEntries(Object.entries(compareRules).map(([name, rule]) => [name, compare(rule)])),
  ...Object.fromEntries(Object.entries(unaryRules).map(([name, rule]) => [name, unary(rule)])),
  sub: binary(binaryRules.sub, "zero"),
  xor: binary(binaryRules.xor, "zero"),
  and: idempotent(binaryRules.and),
  or: idempotent(binaryRules.or),
  wrap: converting(convertRules.wrap),
  extendU: converting(convertRules.extendU),
  extendS: converting(convertRules.extendS),
  eqz: unary(eqz),
  mulHighU: binary(mulHighU),
  mulHighS: binary(mulHighS),
  select: (run, op) => {
    const { dest, condition, a, b } = op as OpOf<"select">;
    const [test, left, right] = [get(run, condition), get(run, a), get(run, b)];
    const bits = a === b ? left : select(test, left, right);
    put(run, dest, bits, ...(test.undef === 0n ? [test.value !== 0n ? left : right] : [left, right, test]));
  },
  packCarry: (run, op) => {
    const { dest, carry, overflow } = op as OpOf<"packCarry">;
    put(run, dest, packCarry(get(run, carry), get(run, overflow)), get(run, carry), get(run, overflow));
  },
};

// ---- the rest

/** The x87's registers and condition codes as this run has them. */
const x87Scene = (run: Run, address = -1): X87Scene => ({
  planes: run.planes,
  originAt: (offset) => originAt(run, originIndex(offset)),
  noteOrigin: (offset, origin) => void run.origins.set(originIndex(offset), origin),
  store: (sizeBytes, { open, origin }) => {
    if (address < 0) return;
    // What an unmasked exception keeps from being stored leaves the memory as it was.
    const undef = mayStop(run.planes) ? readMemory(run, address, sizeBytes).undef : new Uint8Array(sizeBytes);
    run.stored.push({ address, sizeBytes, undef: open ? undef.fill(255) : undef, origin });
  },
});

/** Leaves of CPUID that look at the subleaf in ecx (SDM Vol. 2A, CPUID; AMD Vol. 3, Appendix E). */
const WITH_SUBLEAF = new Set([
  ...[4, 7, 0xb, 0xd, 0xf, 0x10, 0x12, 0x14, 0x17, 0x18, 0x1a, 0x1b, 0x1d, 0x1e, 0x1f, 0x20, 0x23, 0x24],
  ...[0x8000001d, 0x80000020, 0x80000026],
]);

/** What a routine's results hang on, of its arguments. */
function inputsOf(run: Run, op: OpOf<"helper">): Tracked[] {
  const inputs = op.arguments.map((value) => get(run, value));
  const [leaf] = inputs;
  const isWithout =
    op.name === "cpuid" && leaf!.undef === 0n && !WITH_SUBLEAF.has(Number(BigInt.asUintN(32, leaf!.value)));
  return isWithout ? [leaf!] : inputs;
}

/** Results of a routine are undefined when an argument or a vector register it names is. */
function helperOp(run: Run, op: OpOf<"helper">): void {
  if (op.name === "signMask") {
    const bits = signBits(run, op.constants);
    put(run, op.results[0]!, bits, bits);
    return;
  }
  if (op.name === "maskedLoad" || op.name === "gather") {
    chosenLoads(run, op);
    return;
  }
  if (op.name === "maskedStore") {
    chosenStores(run, op);
    return;
  }
  if (areaOp(run, op)) return;
  if (op.name === "fcomi") {
    const operand = comparedRegisters(x87Scene(run), op.constants);
    const bits = { value: 0n, undef: operand.open ? ones(64) : 0n };
    put(run, op.results[0]!, bits, { ...bits, origin: operand.origin });
    put(run, op.results[1]!, { value: 1n, undef: 0n });
    applyX87(x87Scene(run), op, []);
    return;
  }
  const operands = op.arguments.map((value) => get(run, value));
  applyX87(
    x87Scene(run, op.name === "fstMemory" ? addressOf(run, op.arguments[0]!) : -1),
    op,
    operands.map(({ undef, value, origin }) => ({ open: undef !== 0n, origin, isTrue: value !== 0n })),
  );
  const inputs = inputsOf(run, op);
  const places = /^(compareScalar|floatToInteger|stringCompare)$/.test(op.name) ? vectorPlaces(run, op) : [];
  const all = [...inputs, ...places];
  const isOpen = all.some((one) => one.undef !== 0n);
  // pcmpestrm and pcmpistrm leave their mask in xmm0.
  if (op.name === "stringCompare" && (op.constants[3] ?? 0) & 2)
    run.planes.undef.fill(isOpen ? 255 : 0, STATE.ymm, STATE.ymm + 16);
  for (const dest of op.results) {
    const bits = { value: 0n, undef: isOpen ? ones(64) : 0n };
    put(run, dest, bits, ...all);
  }
}

/** fnsave, fxsave, xsave and what brings their areas back. @returns false when it is something else. */
function areaOp(run: Run, op: OpOf<"helper">): boolean {
  const asked = op.arguments[1] === undefined ? 0 : Number(get(run, op.arguments[1]).value & 7n);
  const use = { name: op.name, constants: op.constants, asked };
  const sizeBytes = areaBytes(use);
  if (sizeBytes === undefined) return false;
  const address = addressOf(run, op.arguments[0]!);
  const area = readMemory(run, address, sizeBytes);
  if (/^(fld|.*rstor)/.test(op.name)) {
    restoreBits(run.planes, use, area);
    const origin = area.undef.some((byte) => byte !== 0) ? run.scene.originOf(address, sizeBytes) : undefined;
    if (origin !== undefined)
      for (let index = VECTOR_ORIGIN; index < VECTOR_ORIGIN + 24; index++) run.origins.set(index, origin);
    return true;
  }
  const undef = savedBits(run.planes, use, area.undef);
  const first = run.planes.undef.findIndex((byte, at) => at >= STATE.st && byte !== 0);
  const origin = first < 0 ? undefined : originAt(run, originIndex(first));
  if (address >= 0) run.stored.push({ address, sizeBytes, undef, origin });
  if (op.name === "fnsave") applyX87(x87Scene(run), { name: "fninit", constants: [] }, []);
  return true;
}

/** Stores of lanes that a mask chooses: an undefined choice makes the lane undefined, an unchosen one stays. */
function chosenStores(run: Run, op: OpOf<"helper">): void {
  const [source = 0, mask = 0, sizeBytes = 0, step = 1] = op.constants;
  const start = addressOf(run, op.arguments[0]!);
  if (start < 0) return;
  for (let at = 0; at < sizeBytes; at += step) {
    const chosen = readState(run, mask + at, step);
    const top = 1n << BigInt(8 * step - 1);
    const isOpen = (chosen.undef & top) !== 0n;
    if (!isOpen && (chosen.value & top) === 0n) continue;
    const data = readState(run, source + at, step);
    const undef = new Uint8Array(step);
    writePlane(undef, 0, step, isOpen ? ones(8 * step) : data.undef);
    const origin = isOpen ? chosen.origin : data.origin;
    run.stored.push({ address: start + at, sizeBytes: step, undef, origin });
  }
}

/**
 * Loads of lanes that a mask chooses: undefined when the mask is, or an index; else as memory is. [dest, mask, …] come first
 * in the constants; a masked load's lanes stand one behind the other, a gather's where its index says.
 */
function chosenLoads(run: Run, op: OpOf<"helper">): void {
  const [dest = 0, mask = 0] = op.constants;
  const isGather = op.name === "gather";
  const [, , index = 0, laneBytes = 4, indexBytes = 4, count = 0, scale = 1, addressBits = 64] = op.constants;
  const [size, step] = isGather ? [laneBytes * count, laneBytes] : [op.constants[2]!, op.constants[3]!];
  const start = get(run, op.arguments[0]!);
  addressOf(run, op.arguments[0]!);
  const base = isGather ? get(run, op.arguments[1]!).value : 0n;
  for (let at = 0; at < size; at += step) {
    const chosen = readState(run, mask + at, step);
    const place = isGather ? readState(run, index + (at / laneBytes) * indexBytes, indexBytes) : undefined;
    const open = chosen.undef | (place?.undef ?? 0n);
    if (open !== 0n) writeState(run, dest + at, step, { ...chosen, undef: ones(8 * step) });
    else if (chosen.value >> BigInt(8 * step - 1)) {
      const offset = place ? BigInt.asIntN(8 * indexBytes, place.value) * BigInt(scale) : BigInt(at);
      const address = Number(BigInt.asUintN(addressBits, start.value + offset) + base);
      const { value, undef } = readMemory(run, address < 2 ** 47 ? address : -1, step);
      const bits = { value: readPlane(value, 0, step), undef: readPlane(undef, 0, step) };
      const origin = bits.undef === 0n ? undefined : run.scene.originOf(address, step);
      writeState(run, dest + at, step, { ...bits, origin });
    } else if (!isGather) writeState(run, dest + at, step, { value: 0n, undef: 0n, origin: undefined });
  }
  if (!isGather) return;
  const none = { value: 0n, undef: 0n, origin: undefined };
  writeState(run, mask, 32, none);
  writeState(run, dest + size, 32 - size, none);
}

/** Bytes of vector registers that a routine reads, as its constants say. */
function vectorPlaces(run: Run, op: OpOf<"helper">): Tracked[] {
  const [first, second, third] = op.constants;
  if (op.name === "compareScalar") return [readState(run, first!, third!), readState(run, second!, third!)];
  if (op.name === "floatToInteger") return [readState(run, first!, second!)];
  return [first!, second!].map((place, k) => textAt(run, place, op.constants[2]!, op.arguments[k]));
}

/** An operand of pcmpxstrx, of bytes or words: what lies behind its end does not matter. @param length unless a zero ends it */
function textAt(run: Run, place: number, control: number, length: Value | undefined): Tracked {
  const elementBytes = control & 1 ? 2 : 1;
  const whole = readState(run, place, 16);
  const isZero = (at: number): boolean => {
    const element = readState(run, place + at, elementBytes);
    return element.value === 0n && element.undef === 0n;
  };
  let end = 0;
  const given = length === undefined ? undefined : Math.abs(Number(BigInt.asIntN(64, get(run, length).value)));
  while (end < 16 && (given === undefined ? !isZero(end) : end < given * elementBytes)) end += elementBytes;
  return { ...whole, undef: BigInt.asUintN(8 * end, whole.undef) };
}

/** The top bits of lanes, one after another. */
function signBits(run: Run, [place = 0, sizeBytes = 0, laneBytes = 1]: readonly number[]): Tracked {
  let [value, undef] = [0n, 0n];
  for (let at = laneBytes - 1, k = 0n; at < sizeBytes; at += laneBytes, k++) {
    value |= BigInt(run.planes.value[place + at]! >> 7) << k;
    undef |= BigInt(run.planes.undef[place + at]! >> 7) << k;
  }
  return { value, undef, origin: originAt(run, originIndex(place)) };
}

const isOpen = (undef: Uint8Array, place: number, sizeBytes: number): boolean =>
  undef.subarray(place, place + sizeBytes).some((byte) => byte !== 0);

/** Does a vector operation. @returns where what is undefined in its result comes from */
function runVector(run: Run, op: OpOf<"vector">): Origin | undefined {
  const { planes } = run;
  const named = [op.a, op.b, ...(readsDestination(op.name) ? [op.dest] : [])];
  const places = named.filter((place) => isOpen(planes.undef, place, op.sizeBytes));
  const origins = places.map((place) => originAt(run, originIndex(place)));
  // Not all that is named goes into the result: of two origins it is the first that would make it undefined by itself.
  const trials = new Set(origins).size > 1 ? places.map((place) => withOnly(planes, place, places, op)) : [];
  applyVector(planes, op);
  const source = trials.findIndex((trial) => {
    applyVector(trial, op);
    return isOpen(trial.undef, op.dest, op.sizeBytes);
  });
  return origins[source] ?? origins.find((one) => one !== undefined);
}

/** The planes with one of the undefined operands left undefined. */
function withOnly({ value, undef }: Planes, place: number, places: readonly number[], op: OpOf<"vector">): Planes {
  const trial = { value: value.slice(), undef: undef.slice() };
  for (const other of places) if (other !== place) trial.undef.fill(0, other, other + op.sizeBytes);
  return trial;
}

function control(run: Run, op: Op): void {
  switch (op.op) {
    case "jump":
      if (get(run, op.target).undef !== 0n) run.uses.push({ kind: "jump", origin: get(run, op.target).origin });
      return;
    case "branch":
    case "trapIf": {
      const { undef, origin } = get(run, op.condition);
      // What a general-protection fault depends on is an address or a target, told as such.
      if (undef !== 0n && (op.op === "branch" || op.vector !== "#GP")) run.uses.push({ kind: "branch", origin });
      return;
    }
    case "setSelector":
      if (get(run, op.value).undef !== 0n) run.uses.push({ kind: "address", origin: get(run, op.value).origin });
      return;
    case "divide": {
      const [high, low, divisor] = [get(run, op.high), get(run, op.low), get(run, op.divisor)];
      if (divisor.undef !== 0n) run.uses.push({ kind: "divisor", origin: divisor.origin });
      const undef = high.undef | low.undef | divisor.undef ? ones(64) : 0n;
      for (const dest of [op.quotient, op.remainder]) put(run, dest, { value: 0n, undef }, low, high, divisor);
      return;
    }
    case "vector":
      run.origins.set(originIndex(op.dest), runVector(run, op));
      return;
    case "helper":
      helperOp(run, op);
      return;
    case "getSegmentBase": {
      const offset = op.segment === "fs" ? STATE.fsBase : STATE.gsBase;
      put(run, op.dest, { value: readPlane(run.planes.value, offset, 8), undef: 0n });
      return;
    }
    case "getSelector":
      put(run, op.dest, { value: 0n, undef: 0n });
      return;
    default:
  }
}

/** Follows one instruction (one iteration of a repeated one). */
export function evaluate(ir: InstructionIr, scene: Scene): Outcome {
  const state = scene.memory.layout.state;
  work.value.set(scene.memory.u8.subarray(state, state + PLANE_BYTES));
  work.undef.set(scene.shadow.undef);
  const run: Run = {
    ...{ scene, ir, planes: work, values: [], uses: [], stored: [] },
    origins: new Map(),
    flags: scene.shadow.flags & ALL_FLAGS,
  };
  for (const op of ir.ops) {
    const compute = pure[op.op];
    if (compute !== undefined) compute(run, op);
    else if (!registerOp(run, op) && !memoryOp(run, op) && !flagOp(run, op)) control(run, op);
  }
  return { uses: run.uses, stored: run.stored, undef: work.undef, flags: run.flags, origins: run.origins };
}
