// One instruction over the abstract state: what it leaves in registers and stack slots. What has no rule of its own leaves
// "computed" in every register it writes. Calls and the kernel are in `calls.ts`.

import { createSideTable } from "../../base/side-table.ts";
import { flagEffects } from "../../isa/describe.ts";
import type { Decoded, DecodedMemory, DecodedOperand } from "../../isa/insn.ts";
import { generalNumber, isZeroIdiom, registerUse, vectorsWritten } from "../../isa/register-use.ts";
import type { Instruction, Listing } from "../listing.ts";
import { callInto } from "./calls.ts";
import type { Graph } from "./graph.ts";
import { type FlowState, replaceValues, type Slot, setSlot, slotKey, UNKNOWN_VECTORS } from "./state.ts";
import {
  COMPUTED,
  constant,
  constantOf,
  isStack,
  movedBy,
  oneBlock,
  only,
  UNKNOWN,
  union,
  type Value,
  type Values,
} from "./value.ts";

const [RAX, RCX, RDX, RSP, RBP] = [0, 1, 2, 4, 5] as const;

/** The symbol that a memory operand or an immediate names, as a value. */
function labelOf(instruction: Instruction, use: "memory" | "immediate"): Values | undefined {
  const reference = instruction.item.references?.find((one) => one.use === use);
  return reference && [{ kind: "label", symbol: reference.symbol, offset: Number(reference.addend) }];
}

/** True where the linker puts this operand's number in: the fixup belongs to it unless it names the other operand's label. */
function isFilledIn({ hasFixup, item }: Instruction, use: "memory" | "immediate"): boolean {
  return hasFixup && !item.references?.some((one) => one.use !== use);
}

/** The address of a memory operand: a set of values. */
export function addressOf(state: FlowState, instruction: Instruction, operand: DecodedMemory): Values {
  const label = labelOf(instruction, "memory");
  const general = (register: DecodedMemory["base"]) =>
    register?.class.startsWith("gpr") ? state.registers[register.number] : undefined;
  const [base, index] = [general(operand.base), general(operand.index)];
  if (index !== undefined) {
    const count = constantOf(index);
    if (count === undefined || (label !== undefined && base !== undefined)) return COMPUTED;
    const offset = Number(BigInt.asIntN(64, count)) * operand.scale;
    if (label !== undefined) return movedBy(label, offset);
    return movedBy(base ?? constant(0n), offset + Number(operand.displacement));
  }
  if (label !== undefined) {
    // `[table + rcx]`: the register is the index.
    const count = base === undefined ? 0n : constantOf(base);
    return count === undefined ? COMPUTED : movedBy(label, Number(BigInt.asIntN(64, count)));
  }
  if (operand.ripRelative || isFilledIn(instruction, "memory")) return COMPUTED;
  return base === undefined
    ? constant(BigInt.asUintN(64, operand.displacement))
    : movedBy(base, Number(operand.displacement));
}

/** What a load from there gives. */
function loaded(state: FlowState, instruction: Instruction, operand: DecodedMemory, sizeBytes: number): Values {
  const address = addressOf(state, instruction, operand);
  const key = slotKey(address, 0);
  const slot = key === undefined ? undefined : state.slots.get(key);
  if (slot !== undefined && slot.sizeBytes === sizeBytes) return trusted(state, slot);
  const first = only(address);
  // Arguments lie above the return address; nobody keeps a caller's register there.
  if (first?.kind === "entry" && first.register === RSP && first.offset > 0) return COMPUTED;
  const mayBeSaved = (value: Value): boolean =>
    isStack(value) || ["unknown", "below", "label", "constant"].includes(value.kind);
  return address.some(mayBeSaved) ? UNKNOWN : COMPUTED;
}

/** A slot's value, as far as nobody else can have written it: saved registers stay what they are. */
function trusted(state: FlowState, slot: Slot): Values {
  const isSaved = slot.values.every(({ kind }) => kind === "return" || kind === "entry");
  return state.escaped && !isSaved ? UNKNOWN : slot.values;
}

const immediateOf = (instruction: Instruction, operand: Extract<DecodedOperand, { kind: "immediate" }>): Values =>
  isFilledIn(instruction, "immediate") ? COMPUTED : constant(BigInt.asUintN(64, operand.value));

/** The value of a source operand of a whole-register move; undefined for what moves do not carry. */
function sourceValues(state: FlowState, instruction: Instruction, operand: DecodedOperand): Values | undefined {
  switch (operand.kind) {
    case "immediate":
      // What the linker fills in is no constant yet.
      return labelOf(instruction, "immediate") ?? immediateOf(instruction, operand);
    case "register": {
      const number = generalNumber(operand);
      return number === undefined ? undefined : state.registers[number];
    }
    case "memory":
      return loaded(state, instruction, operand, operand.sizeBits / 8);
    default:
      return undefined;
  }
}

/** What is left of a value in a 32-bit register of 64-bit code. */
function halved(values: Values): Values {
  return values.map((value) => {
    if (value.kind === "constant") return { kind: "constant", value: BigInt.asUintN(32, value.value) } as const;
    if (value.kind === "label" || value.kind === "unset" || value.kind === "destroyed" || value.kind === "many")
      return value;
    return isStack(value) ? ({ kind: "stack-half" } as const) : ({ kind: "computed" } as const);
  });
}

/** Puts a value into a register operand, as wide as the operand is. */
function writeRegister(state: FlowState, operand: DecodedOperand, values: Values, wordBits: number): void {
  const number = generalNumber(operand);
  if (number === undefined || operand.kind !== "register") return;
  const { sizeBits } = operand.register;
  if (sizeBits < 32) {
    const old = only(state.registers[number]!);
    state.registers[number] = old?.kind === "remainder" ? [old] : COMPUTED;
    return;
  }
  state.registers[number] = sizeBits < wordBits ? halved(values) : values;
  if (number !== RSP && number !== RBP && state.registers[number]!.some(isStack)) state.escaped = true;
}

/** Stores to a known slot; a store elsewhere changes no slot unless stack addresses have escaped, which loads look at. */
function store(
  state: FlowState,
  instruction: Instruction,
  operand: DecodedMemory,
  values: Values | undefined,
  at = -1,
): void {
  const address = addressOf(state, instruction, operand);
  const key = slotKey(address, 0);
  const sizeBytes = operand.sizeBits / 8;
  if (values?.some(isStack)) state.escaped = true;
  if (key === undefined) {
    if (address.some(isStack)) state.escaped = true;
    return;
  }
  setSlot(state, key, { values: values ?? COMPUTED, sizeBytes, at });
}

export function push(state: FlowState, values: Values, sizeBytes: number, at = -1): void {
  state.registers[RSP] = movedBy(state.registers[RSP]!, -sizeBytes);
  const key = slotKey(state.registers[RSP]!, 0);
  if (values.some(isStack) && values !== state.registers[RBP]) state.escaped = true;
  if (key !== undefined) setSlot(state, key, { values, sizeBytes, at });
}

export function pop(state: FlowState, sizeBytes: number): Values {
  const key = slotKey(state.registers[RSP]!, 0);
  const slot = key === undefined ? undefined : state.slots.get(key);
  state.registers[RSP] = movedBy(state.registers[RSP]!, sizeBytes);
  if (key === undefined || slot?.sizeBytes !== sizeBytes) return UNKNOWN;
  state.slots.delete(key);
  return trusted(state, slot);
}

type Move = (state: FlowState, instruction: Instruction, graph: Graph, index: number) => void;

const wordBits = (graph: Graph): 32 | 64 => graph.code.bits;

const move: Move = (state, instruction, graph) => {
  const [target, source] = instruction.decoded.operands;
  const values = source && sourceValues(state, instruction, source);
  if (target?.kind === "memory") store(state, instruction, target, values);
  else if (target !== undefined) {
    // Using what a call destroyed is told at the copy; the copy itself is an ordinary value.
    const isDestroyed = source?.kind === "register" && values?.some(({ kind }) => kind === "destroyed");
    writeRegister(state, target, isDestroyed ? COMPUTED : (values ?? COMPUTED), wordBits(graph));
  }
};

const loadAddress: Move = (state, instruction, graph) => {
  const [target, source] = instruction.decoded.operands;
  if (target === undefined || source?.kind !== "memory") return;
  writeRegister(state, target, addressOf(state, instruction, source), wordBits(graph));
};

/** add, sub, inc, dec with a constant; `and` that aligns. */
function shifted(state: FlowState, { decoded }: Instruction, index: number): Values | undefined {
  const [target, source] = decoded.operands;
  const number = target && generalNumber(target);
  if (number === undefined || target?.kind !== "register") return undefined;
  const old = state.registers[number]!;
  if (decoded.mnemonic === "inc") return movedBy(old, 1);
  if (decoded.mnemonic === "dec") return movedBy(old, -1);
  const amount =
    source?.kind === "immediate"
      ? source.value
      : source?.kind === "register" && generalNumber(source) !== undefined
        ? constantOf(state.registers[generalNumber(source)!]!)
        : undefined;
  if (amount === undefined) return undefined;
  const signed = Number(BigInt.asIntN(64, amount));
  if (decoded.mnemonic === "add") return movedBy(old, signed);
  if (decoded.mnemonic === "sub") return movedBy(old, -signed);
  const isAlignment = signed < 0 && signed >= -4096 && (-signed & (-signed - 1)) === 0;
  if (decoded.mnemonic === "and" && isAlignment && old.every(isStack))
    return [{ kind: "aligned", at: index, toBytes: -signed, offset: 0 }];
  return undefined;
}

const arithmetic: Move = (state, instruction, graph, index) => {
  const { decoded } = instruction;
  const [target] = decoded.operands;
  if (target?.kind === "memory") store(state, instruction, target, undefined);
  if (target?.kind !== "register") return;
  const values = isZeroIdiom(decoded)
    ? constant(0n)
    : isFilledIn(instruction, "immediate")
      ? undefined
      : shifted(state, instruction, index);
  const number = generalNumber(target);
  const isPlainUnknown = number === RSP && /^(unknown|below)$/.test(only(state.registers[number]!)?.kind ?? "");
  const old = number === undefined || number === RSP ? undefined : state.registers[number];
  const made = isPlainUnknown ? UNKNOWN : madeBy(instruction, graph, old);
  writeRegister(state, target, values ?? made, wordBits(graph));
};

const exchange: Move = (state, instruction, graph) => {
  const [first, second] = instruction.decoded.operands;
  if (first?.kind === "register" && second?.kind === "register") {
    const [a, b] = [sourceValues(state, instruction, first), sourceValues(state, instruction, second)];
    writeRegister(state, first, b ?? COMPUTED, wordBits(graph));
    writeRegister(state, second, a ?? COMPUTED, wordBits(graph));
    return;
  }
  const [place, register] = first?.kind === "memory" ? [first, second] : [second, first];
  if (place?.kind !== "memory" || register === undefined) return;
  const [was, put] = [
    sourceValues(state, instruction, place) ?? UNKNOWN,
    sourceValues(state, instruction, register) ?? UNKNOWN,
  ];
  store(state, instruction, place, put);
  writeRegister(state, register, was, wordBits(graph));
};

const conditional: Move = (state, instruction, graph) => {
  const [target, source] = instruction.decoded.operands;
  const number = target && generalNumber(target);
  const values = source && sourceValues(state, instruction, source);
  if (target === undefined || number === undefined) return;
  writeRegister(state, target, union(state.registers[number]!, values ?? COMPUTED), wordBits(graph));
};

/** Bytes that a push or pop moves: its operand's, at least two. */
const pushBytes = (decoded: Decoded, bits: 32 | 64): number => {
  const operand = decoded.operands[0];
  if (operand?.kind === "register" && operand.register.class === "gpr16") return 2;
  return decoded.sizeBits === 16 ? 2 : bits / 8;
};

const pushOne: Move = (state, instruction, graph, index) => {
  const operand = instruction.decoded.operands[0];
  const values = (operand && sourceValues(state, instruction, operand)) ?? COMPUTED;
  push(state, values, pushBytes(instruction.decoded, wordBits(graph)), index);
};

const popOne: Move = (state, instruction, graph) => {
  const operand = instruction.decoded.operands[0];
  const values = pop(state, pushBytes(instruction.decoded, wordBits(graph)));
  if (operand?.kind === "memory") store(state, instruction, operand, values);
  else if (operand !== undefined) writeRegister(state, operand, values, wordBits(graph));
};

const leave: Move = (state, _, graph) => {
  state.registers[RSP] = state.registers[RBP]!;
  state.registers[RBP] = pop(state, wordBits(graph) / 8);
};

const enter: Move = (state, instruction, graph) => {
  const [size, level] = instruction.decoded.operands;
  push(state, state.registers[RBP]!, wordBits(graph) / 8);
  state.registers[RBP] = state.registers[RSP]!;
  const isFlat = level?.kind === "immediate" && level.value === 0n && size?.kind === "immediate";
  state.registers[RSP] = isFlat ? movedBy(state.registers[RSP]!, -Number(size.value)) : UNKNOWN;
};

const flagsPush: Move = (state, instruction, graph) =>
  push(state, COMPUTED, instruction.decoded.sizeBits === 16 ? 2 : wordBits(graph) / 8);

const flagsPop: Move = (state, instruction, graph) => {
  pop(state, instruction.decoded.sizeBits === 16 ? 2 : wordBits(graph) / 8);
  state.direction = "either";
};

const pushAll: Move = (state) => {
  const before = state.registers.slice(0, 8);
  for (const values of before) push(state, values, 4);
};

const popAll: Move = (state) => {
  for (const number of [7, 6, 5]) state.registers[number] = pop(state, 4);
  pop(state, 4);
  for (const number of [3, RDX, RCX, RAX]) state.registers[number] = pop(state, 4);
};

const divide: Move = (state, instruction) => {
  const isByte = instruction.decoded.form.operands[0]?.sizeBits === 8;
  state.registers[RAX] = isByte ? COMPUTED : [{ kind: "quotient" }];
  if (!isByte) state.registers[RDX] = [{ kind: "remainder" }];
};

const SIGN_BITS: Readonly<Record<string, number>> = { cwd: 16, cdq: 32, cqo: 64 };

const signOf: Move = (state, { decoded }) => {
  const sizeBits = SIGN_BITS[decoded.mnemonic]!;
  const low = constantOf(state.registers[RAX]!);
  const isPositive = low !== undefined && BigInt.asIntN(sizeBits, low) >= 0n;
  // The part of edx that cwd leaves alone is not known.
  state.registers[RDX] = isPositive && sizeBits > 16 ? constant(0n) : [{ kind: "sign", sizeBits }];
};

/** The block that these values are is known to be there, or not, from now on. */
function setTested(state: FlowState, values: Values): void {
  const block = oneBlock(values);
  if (block === undefined) return;
  replaceValues(state, (value) =>
    value.kind === "block" && value.at === block.at && value.state === "untested" ? { ...value, state: "live" } : value,
  );
}

/** Looking at an allocation's result is testing it; in a variable it may be any that has not been tested. */
const test: Move = (state, instruction) => {
  const { operands } = instruction.decoded;
  const isWithZero = operands.some((operand) => operand.kind === "immediate" && operand.value === 0n);
  for (const operand of operands) {
    const number = generalNumber(operand);
    if (number !== undefined) setTested(state, state.registers[number]!);
    if (operand.kind !== "memory" || !isWithZero) continue;
    const key = slotKey(addressOf(state, instruction, operand), 0);
    const slot = key === undefined ? undefined : state.slots.get(key);
    if (slot !== undefined) setTested(state, slot.values);
    else for (const values of state.registers) setTested(state, values);
  }
};

const testCount: Move = (state) => setTested(state, state.registers[RCX]!);

const moves: Readonly<Record<string, Move>> = {
  mov: move,
  lea: loadAddress,
  add: arithmetic,
  sub: arithmetic,
  xor: arithmetic,
  and: arithmetic,
  inc: arithmetic,
  dec: arithmetic,
  test,
  cmp: test,
  jecxz: testCount,
  jrcxz: testCount,
  or: (state, instruction, graph, index) => {
    test(state, instruction, graph, index);
    const [first, second] = instruction.decoded.operands;
    const isTest = first?.kind === "register" && second?.kind === "register" && first.register === second.register;
    if (!isTest) arithmetic(state, instruction, graph, index);
  },
  xchg: exchange,
  push: pushOne,
  pop: popOne,
  leave,
  enter,
  pushf: flagsPush,
  pushfd: flagsPush,
  pushfq: flagsPush,
  pushfw: flagsPush,
  popf: flagsPop,
  popfd: flagsPop,
  popfq: flagsPop,
  popfw: flagsPop,
  pusha: pushAll,
  pushad: pushAll,
  popa: popAll,
  popad: popAll,
  div: divide,
  idiv: divide,
  cwd: signOf,
  cdq: signOf,
  cqo: signOf,
  cld: (state) => {
    state.direction = "clear";
  },
  std: (state) => {
    state.direction = "set";
  },
};

const isGeneral = (operand: DecodedOperand): boolean => generalNumber(operand) !== undefined;
const isOther = (operand: DecodedOperand): boolean => operand.kind === "register" && !isGeneral(operand);

/** True where the code keeps registers that functions give back in vector, MMX or mask registers. */
function keepsInVectors(code: Listing): boolean {
  const known = keeping.get(code);
  if (known !== undefined) return known;
  const isKept = (operand: DecodedOperand): boolean => PRESERVED.has(generalNumber(operand) ?? -1);
  const keeps = code.instructions.some(
    ({ decoded: { operands } }) => operands[0] !== undefined && isOther(operands[0]) && operands.slice(1).some(isKept),
  );
  keeping.set(code, keeps);
  return keeps;
}

const PRESERVED: ReadonlySet<number> = new Set([3, 5, 6, 7, 12, 13, 14, 15]);
const keeping = createSideTable<Listing, boolean>("keeps registers in vectors");

/** Done twice they give back what was there: masks, swapped bytes, three xors for an exchange. */
const REVERSIBLE = /^(xor|not|neg|bswap|rol|ror)$/;

/** What an instruction makes that is not followed: nobody's value at entry, unless it may have been put back. */
function madeBy({ decoded }: Instruction, graph: Graph, old: Values | undefined): Values {
  const isBack = REVERSIBLE.test(decoded.mnemonic) && old?.every(({ kind }) => kind === "entry" || kind === "unknown");
  const [target, ...sources] = decoded.operands;
  const mayHold = target !== undefined && !isOther(target) && sources.some(isOther) && keepsInVectors(graph.code);
  return isBack || mayHold ? UNKNOWN : COMPUTED;
}

/** Registers it writes hold something computed; a store to the stack too. */
function otherwise(state: FlowState, instruction: Instruction, graph: Graph): void {
  const { decoded } = instruction;
  decoded.operands.forEach((operand, at) => {
    if (operand.kind !== "memory" || !decoded.form.operands[at]?.access.includes("w")) return;
    store(state, instruction, operand, madeBy(instruction, graph, undefined));
  });
  const named = decoded.operands.find(
    (operand, at) => operand.kind === "register" && decoded.form.operands[at]?.access.includes("w"),
  );
  const direct = named && generalNumber(named);
  const old = direct === undefined ? undefined : state.registers[direct];
  if (named !== undefined) writeRegister(state, named, madeBy(instruction, graph, old), wordBits(graph));
  for (const number of registerUse(decoded).writes) {
    if (number === direct) continue;
    state.registers[number] = number === RSP ? UNKNOWN : COMPUTED;
  }
}

/** Whether an instruction sets arithmetic flags, as far as its mnemonic tells. */
const settingFlags = new Map<string, boolean>();

function setsFlags(mnemonic: string): boolean {
  let sets = settingFlags.get(mnemonic);
  if (sets === undefined) {
    const effects = flagEffects(mnemonic);
    const all = effects === undefined ? [] : [effects.writes, effects.clears, effects.sets, effects.undefined].flat();
    sets = all.some((flag) => /^[CPAZSO]F$/.test(flag));
    settingFlags.set(mnemonic, sets);
  }
  return sets;
}

/** Vector registers that an instruction writes hold something. */
function setVectors(state: FlowState, decoded: Decoded): void {
  if (state.vectors === UNKNOWN_VECTORS) return;
  const written = vectorsWritten(decoded).filter((number) =>
    state.vectors[number]?.some(({ kind }) => kind === "destroyed"),
  );
  if (written.length === 0) return;
  state.vectors = state.vectors.map((values, number) => (written.includes(number) ? UNKNOWN : values));
}

/** Changes `state` as the instruction at `index` does. */
export function step(state: FlowState, graph: Graph, index: number): void {
  const instruction = graph.code.instructions[index]!;
  const { mnemonic } = instruction.decoded;
  const known = Object.hasOwn(moves, mnemonic) ? moves[mnemonic] : undefined;
  if (setsFlags(mnemonic)) state.flags = COMPUTED;
  setVectors(state, instruction.decoded);
  if (/^(call|syscall|int|sysenter)$/.test(mnemonic)) callInto(state, graph, index);
  else if (known !== undefined) known(state, instruction, graph, index);
  else if (mnemonic.startsWith("cmov")) conditional(state, instruction, graph, index);
  else otherwise(state, instruction, graph);
}
