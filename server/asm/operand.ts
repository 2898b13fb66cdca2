// From operands as written to operands as the encoder wants them, with the values of one pass.
// Source: NASM manual, 3.3 "Effective Addresses", 3.7 "STRICT".

import {
  type ImmediateOperand,
  type MemoryOperand,
  NO_SEGMENT,
  type Operand,
  type RegisterOperand,
  type Value,
} from "../isa/insn.ts";
import type { Register } from "../isa/register.ts";
import { registerNamed } from "../isa/registers.ts";
import { evaluate, type Scope, tellNotes } from "./expression.ts";
import type { OperandNode, OperandStep } from "./statement.ts";
import * as v from "./vector.ts";

/** What resolving asks of its pass, beside the expressions' scope. */
export interface OperandScope extends Scope {
  /** `default rel`. */
  readonly defaultRelative: boolean;
  /** Names everything that a resolved operand without symbols depends on. */
  readonly manner: string;
  /** Grows with each thing that is found wrong. */
  readonly foundCount: number;
}

/** The operands of one instruction in one pass. */
export interface ResolvedOperands {
  readonly operands: Operand[];
  /** Parallel to `operands`: which written operand each is. */
  readonly written: readonly number[];
  /** The instruction's prefixes and those that operands ask for: `a32` inside brackets. */
  prefixes: readonly string[];
  /** An operand has a segment override already. */
  overridden: boolean;
  /** Operands whose value is counted from the current segment (`label - $` into another section). */
  /** An operand was left out: of the others NASM finds no more than that their addresses do not go together. */
  misused: boolean;
  selfRelative: ReadonlySet<number>;
}

const IN_ORDER: readonly (readonly number[])[] = [[], [0], [0, 1], [0, 1, 2], [0, 1, 2, 3], [0, 1, 2, 3, 4]];
const NONE: ReadonlySet<number> = new Set();

/** The address under construction. */
interface Address {
  base: Register | undefined;
  index: Register | undefined;
  scale: number;
  offset: bigint;
  segment: number;
  wrt: number;
  unknown: boolean;
  selfRelative: boolean;
}

const emptyAddress = (): Address => ({
  base: undefined,
  index: undefined,
  scale: 0,
  offset: 0n,
  segment: NO_SEGMENT,
  wrt: NO_SEGMENT,
  unknown: false,
  selfRelative: false,
});

const isGeneral = (register: Register): boolean => register.class.startsWith("gpr");

/** Adds a value's terms to an address; false after an error. */
function addTerms(address: Address, vector: v.Vector, scope: Scope, at: number): boolean {
  const fail = (message: string): false => {
    scope.error(`invalid effective address: ${message}`, at);
    return false;
  };
  for (const { type, value, register } of vector) {
    if (register) {
      if (isGeneral(register) && value === 1n && !address.base) address.base = register;
      else if (!address.index) {
        address.index = register;
        address.scale = Number(value);
      } else if (!address.base) return fail("two index registers");
      else if (!isGeneral(register)) return fail("impossible register");
      else return fail("too many registers");
    } else if (type === v.UNKNOWN) address.unknown = true;
    else if (type === v.SIMPLE) address.offset = BigInt.asIntN(64, address.offset + value);
    else if (type === v.WRT) address.wrt = Number(value);
    else if (type < v.SEGMENT) return fail("bad subexpression type");
    else if (value === 1n) {
      if (address.segment !== NO_SEGMENT) return fail("multiple base segments");
      address.segment = type - v.SEGMENT;
    } else if (value === -1n && type === v.SEGMENT + scope.segment && !address.selfRelative) {
      address.selfRelative = true;
    } else return fail("impossible segment base multiplier");
  }
  return true;
}

/** What working through an operand's steps gives; undefined when the statement ends here. */
interface Worked {
  readonly value: v.Vector;
  readonly hint: v.Hint;
  readonly address: Address;
  /** The address is complete already (split form). */
  readonly split: boolean;
  readonly forward: boolean;
  readonly segment: Register | undefined;
}

function work(node: OperandNode, scope: OperandScope, resolved: ResolvedOperands): Worked | undefined {
  const hint: v.Hint = { type: "none", base: -1 };
  const address = emptyAddress();
  let value: v.Vector = [];
  let split = false;
  let segment: Register | undefined;
  scope.forward = false;
  for (const step of node.steps) {
    switch (step.kind) {
      case "value": {
        hint.type = "none";
        const evaluated = evaluate(step.expression, scope, hint);
        if (!evaluated) return undefined;
        value = evaluated;
        break;
      }
      case "note":
        tellNotes([step.note], scope);
        break;
      case "part":
        addTerms(address, value, scope, node.at);
        break;
      case "segment":
        segment = takeSegment(value, step.at, scope, resolved) ?? segment;
        break;
      case "split":
        if (!takeSplit(step, value, address, hint, scope, node.at)) return undefined;
        split = true;
        break;
      case "address-size":
        takeAddressSize(step, scope, resolved);
        break;
    }
  }
  return { value, hint, address, split, forward: scope.forward, segment };
}

/** `fs:` before an address. */
function takeSegment(value: v.Vector, at: number, scope: Scope, resolved: ResolvedOperands): Register | undefined {
  const register = value.length === 1 && value[0]!.value === 1n ? value[0]!.register : undefined;
  if (register?.class !== "segment") {
    scope.error("invalid segment override", at);
    return undefined;
  }
  if (resolved.overridden || resolved.prefixes.some((prefix) => registerNamed(prefix)?.class === "segment")) {
    scope.error("instruction has conflicting segment overrides", at);
    return undefined;
  }
  resolved.overridden = true;
  return register;
}

function takeAddressSize(step: OperandStep & { kind: "address-size" }, scope: Scope, resolved: ResolvedOperands): void {
  const before = resolved.prefixes.find((prefix) => /^a(16|32|64|sp)$/.test(prefix));
  if (before === undefined) resolved.prefixes = [...resolved.prefixes, step.name];
  else if (before !== step.name) scope.error("conflicting address size specifications", step.at);
}

/** `[base+displacement, index*scale]`. */
function takeSplit(
  step: OperandStep & { kind: "split" },
  value: v.Vector,
  address: Address,
  hint: v.Hint,
  scope: Scope,
  at: number,
): boolean {
  if (!addTerms(address, value, scope, at)) return false;
  const second = evaluate(step.index, scope, hint);
  if (!second) return false;
  const index = emptyAddress();
  if (!addTerms(index, second, scope, at)) return false;
  if (index.base && !index.index) {
    index.index = index.base;
    index.scale = 1;
    index.base = undefined;
  }
  const bad =
    address.index || index.base || index.offset !== 0n || index.segment !== NO_SEGMENT || index.wrt !== NO_SEGMENT;
  if (bad) {
    scope.error("invalid mib expression", at);
    return false;
  }
  address.index = index.index;
  address.scale = index.scale;
  hint.type = address.base ? "make-base" : address.index ? "not-base" : "none";
  hint.base = v.registerType((address.base ?? address.index)?.name ?? "");
  return true;
}

/** Resolves all operands; undefined when an error makes the statement void. */
export function resolveOperands(
  nodes: readonly OperandNode[],
  prefixes: readonly string[],
  scope: OperandScope,
  farAllowed: boolean,
): ResolvedOperands | undefined {
  const operands: Operand[] = [];
  const written: number[] = [];
  const resolved: ResolvedOperands = {
    operands,
    written,
    prefixes,
    overridden: false,
    misused: false,
    selfRelative: NONE,
  };
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k]!;
    const { kept } = node;
    if (kept.operand && kept.manner === scope.manner) {
      operands.push(kept.operand);
      written.push(k);
      continue;
    }
    const { foundCount } = scope;
    const worked = work(node, scope, resolved);
    if (!worked) return undefined;
    let operand: Operand | undefined;
    if (node.kind === "memory") {
      operand = memoryOperand(node, worked, scope, resolved);
    } else if (node.distance === "far" && !farAllowed) {
      scope.error("invalid use of FAR operand specifier", node.at);
      resolved.misused = true;
      continue;
    } else operand = plainOperand(node, worked, scope, resolved);
    if (!operand) return undefined;
    if (!node.usesPlaces && node.steps.length === 1 && scope.foundCount === foundCount) {
      kept.manner = scope.manner;
      kept.operand = operand;
    }
    operands.push(operand);
    written.push(k);
  }
  const { selfRelative } = resolved;
  for (const k of joinFarPointers(nodes, operands, written)) {
    if (selfRelative.has(k + 1)) resolved.selfRelative = new Set([...selfRelative, k]);
  }
  const inOrder = operands.length === nodes.length;
  return { ...resolved, operands: operands.slice(), written: inOrder ? IN_ORDER[operands.length]! : written };
}

/** `jmp segment:offset` is one operand to the encoder. Gives the numbers of such operands. */
function joinFarPointers(nodes: readonly OperandNode[], operands: Operand[], written: number[]): number[] {
  const offsets: number[] = [];
  for (let k = 0; k + 1 < operands.length; k++) {
    const segment = operands[k]!;
    const offset = operands[k + 1]!;
    if (!nodes[written[k]!]!.colon || segment.kind !== "immediate" || offset.kind !== "immediate") continue;
    const joined: ImmediateOperand = {
      kind: "immediate",
      sizeBits: segment.sizeBits || offset.sizeBits,
      strict: segment.strict || offset.strict,
      distance: segment.distance ?? offset.distance,
      value: offset.value,
      farSegment: segment.value,
    };
    operands.splice(k, 2, joined);
    written.splice(k, 1);
    offsets.push(k);
  }
  return offsets;
}

interface Decoration {
  mask: Register | undefined;
  zeroing: boolean | undefined;
  broadcast: number;
}

const UNDECORATED: Decoration = { mask: undefined, zeroing: undefined, broadcast: 0 };

function decorationOf(node: OperandNode): Decoration {
  if (node.decorators.length === 0) return UNDECORATED;
  const decoration = { ...UNDECORATED };
  for (const name of node.decorators) {
    if (name[0] === "k") decoration.mask = registerNamed(name)!;
    else if (name === "z") decoration.zeroing = true;
    else decoration.broadcast = Number(name.slice(3));
  }
  return decoration;
}

const words = (node: OperandNode) => ({ sizeBits: node.sizeBits, strict: node.strict, distance: node.distance });

/** How a hint concerns the registers that the address has in the end. */
function hintOf({ hint, address }: Worked): MemoryOperand["hint"] {
  if (hint.type === "summed") return "summed";
  const { base, index, scale } = address;
  const isHinted = (register: Register | undefined) =>
    register !== undefined && v.registerType(register.name) === hint.base;
  if (base && index && base !== index && scale === 1) {
    const swap = hint.type === "not-base" ? isHinted(base) : hint.type === "make-base" && isHinted(index);
    if (swap) {
      address.base = index;
      address.index = base;
    }
    return "none";
  }
  return hint.type === "not-base" && (isHinted(base) || isHinted(index)) ? "not-base" : "none";
}

/** The operand that comes next counts from the current segment. */
function addSelfRelative(resolved: ResolvedOperands): void {
  resolved.selfRelative = new Set([...resolved.selfRelative, resolved.operands.length]);
}

function memoryOperand(
  node: OperandNode,
  worked: Worked,
  scope: OperandScope,
  resolved: ResolvedOperands,
): Operand | undefined {
  const { address } = worked;
  if (!worked.split && !addTerms(address, worked.value, scope, node.at)) return undefined;
  const hint = hintOf(worked);
  const decoration = decorationOf(node);
  const segment = worked.segment;
  const threadSegment = segment?.name === "fs" || segment?.name === "gs";
  const relative =
    scope.bits === 64 &&
    node.relative !== "absolute" &&
    ((scope.defaultRelative && !threadSegment) || node.relative === "written");
  if (address.selfRelative) addSelfRelative(resolved);
  return {
    kind: "memory",
    sizeBits: node.sizeBits,
    strict: node.strict,
    distance: node.distance,
    base: address.base,
    index: address.index,
    scale: address.index ? address.scale : 0,
    hint,
    noSplit: node.noSplit,
    displacement: {
      offset: address.offset,
      segment: address.segment,
      wrt: address.wrt,
      forward: worked.forward,
      unknown: address.unknown,
    },
    hasDisplacement: address.offset !== 0n || address.segment !== NO_SEGMENT || address.unknown,
    displacementSizeBits: node.displacementSizeBits,
    addressSizeBits: 0,
    relative,
    selfRelative: address.selfRelative || undefined,
    relativeExplicit: node.relative === "written",
    segment,
    broadcast: decoration.broadcast,
    mask: decoration.mask,
    zeroing: decoration.zeroing,
  };
}

function plainOperand(
  node: OperandNode,
  worked: Worked,
  scope: OperandScope,
  resolved: ResolvedOperands,
): Operand | undefined {
  const vector = worked.value;
  const first = vector[0];
  if (first?.register && first.value !== 0n) return registerOperand(node, vector, scope);
  if (first?.type === v.ROUNDING) {
    const mode = v.ROUNDING_NAMES[Number(first.value)];
    if (mode) return { kind: "rounding", ...words(node), mode };
    scope.error("invalid decorator", node.at);
    return { kind: "rounding", ...words(node), mode: "sae" };
  }
  const plain = immediateValue(vector, worked.forward, scope);
  if (!plain) {
    scope.error("invalid operand type", node.at);
    return undefined;
  }
  // A number made of segment bases (label*2) is stored as one, but takes the full size as an address does.
  const compound = plain.segment === NO_SEGMENT && !plain.unknown && !v.isSimple(vector);
  const value = compound ? { ...plain, segment: COMPOUND } : plain;
  if (v.isSelfRelative(vector, scope.segment)) addSelfRelative(resolved);
  const { sizeBits, strict, distance } = node;
  const operand: ImmediateOperand = { kind: "immediate", sizeBits, strict, distance, value };
  return node.decorators.length === 0 ? operand : { ...operand, ...decorationOf(node) };
}

/** Segment of numbers that NASM does not take for plain: no segment that anything stands in. */
export const COMPOUND = -2;

/** An immediate's value; undefined for what is neither number nor address. */
export function immediateValue(vector: v.Vector, forward: boolean, scope: Scope): Value | undefined {
  if (v.isJustUnknown(vector)) {
    return { offset: 0n, segment: NO_SEGMENT, wrt: NO_SEGMENT, forward, unknown: true };
  }
  if (!v.isRelocatable(vector, scope.segment)) return undefined;
  return {
    offset: v.numberOf(vector),
    segment: v.segmentOf(vector),
    wrt: v.wrtOf(vector),
    forward,
    unknown: v.isUnknown(vector),
  };
}

/** Registers whose size says nothing about the operand's: a size word before them counts. */
const UNSIZED = new Set<Register["class"]>(["st", "mmx", "xmm", "ymm", "zmm", "tmm", "mask", "bound"]);

/** How many registers beyond the first `ebp-4` asks for: none has fewer than 0 or more than 31, and the form will say so. */
const registerSetSize = (count: bigint): number => (count < 0n ? -2 : count > 31n ? 31 : Number(count));

/** Size of a register as size words are measured against: NASM takes control, debug and test registers for 32 bits. */
const writtenBits = (register: Register): number =>
  register.class === "control" || register.class === "debug" || register.class === "test" ? 32 : register.sizeBits;

function registerOperand(node: OperandNode, vector: v.Vector, scope: Scope): RegisterOperand | undefined {
  const { register, value } = vector[0]!;
  const [beyond, ...others] = vector.slice(1).filter((term) => term.value !== 0n);
  if (!register || value !== 1n || others.length > 0 || (beyond && beyond.type !== v.SIMPLE)) {
    scope.error("invalid operand type", node.at);
    return undefined;
  }
  const decoration = decorationOf(node);
  const unsized = UNSIZED.has(register.class);
  const distance = node.distance !== undefined && node.distance !== "to";
  if (!unsized && (distance || (node.sizeBits !== 0 && node.sizeBits !== writtenBits(register)))) {
    scope.warn("regsize", "invalid register size specification ignored", node.at);
  }
  return {
    kind: "register",
    sizeBits: unsized ? node.sizeBits : 0,
    strict: node.strict,
    distance: unsized || node.distance === "to" ? node.distance : undefined,
    register,
    registerSet: beyond && beyond.value !== -1n ? registerSetSize(beyond.value) : undefined,
    broadcast: decoration.broadcast > 0 ? decoration.broadcast : undefined,
    mask: decoration.mask,
    zeroing: decoration.zeroing,
  };
}
