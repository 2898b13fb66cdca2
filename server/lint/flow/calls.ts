// What calls and system calls do to the abstract state: results, destroyed registers, blocks that are allocated and freed.
// A call of unknown code forgets what the convention lets it change.

import { argumentNumbers } from "../../facts/calling-convention.ts";
import { isLibcFunction, popsResultAddress, returnsPair, signatureOf } from "../../facts/libc.ts";
import { syscallByNumber } from "../../facts/syscalls.ts";
import { generalNumber, registerUse } from "../../isa/register-use.ts";
import { changesFlow, kernelEntry } from "../listing.ts";
import type { Flow } from "./analysis.ts";
import { asksWhere, beginsWithPop, CALLER_SAVED, EVERYTHING, type Graph, LOOK_BACK } from "./graph.ts";
import { type FlowState, replaceValues, slotKey, UNKNOWN_VECTORS } from "./state.ts";
import { COMPUTED, constantOf, movedBy, oneBlock, only, UNKNOWN, type Value, type Values } from "./value.ts";

const [RAX, RCX, RDX, RSP, R11] = [0, 1, 2, 4, 11] as const;

/** Argument `position` (from 0) of the call that stands at this state, before the call. */
export function argumentOf(state: FlowState, graph: Graph, position: number): Values {
  if (graph.code.bits === 64) return state.registers[argumentNumbers[position] ?? -1] ?? UNKNOWN;
  const key = slotKey(state.registers[RSP]!, position * 4);
  return (key === undefined ? undefined : state.slots.get(key)?.values) ?? UNKNOWN;
}

/** The name of the function outside the module that an instruction calls; undefined for other calls. */
export function externName(graph: Graph, index: number): string | undefined {
  const target = graph.targets[index];
  return target?.kind === "extern" && graph.code.instructions[index]!.decoded.mnemonic === "call"
    ? target.name
    : undefined;
}

/** The call of free in the straight line above an instruction that was given what a register holds; 64-bit code. */
export function freedBy(
  { flow, index }: { readonly flow: Pick<Flow, "graph">; readonly index: number },
  register: number,
): number | undefined {
  const { graph } = flow;
  const { code } = graph;
  if (code.bits === 32 || (CALLER_SAVED[64] & (1 << register)) !== 0) return undefined;
  let call: number | undefined;
  for (let at = index - 1; at >= Math.max(0, index - LOOK_BACK) && graph.next[at] === at + 1; at--) {
    if (code.instructions[at + 1]!.isTarget) return undefined;
    const { decoded } = code.instructions[at]!;
    const { writes } = registerUse(decoded);
    if (call === undefined && externName(graph, at) === "free") {
      call = at;
      continue;
    }
    if (changesFlow(decoded) || writes.has(register)) return undefined;
    if (call === undefined || !writes.has(argumentNumbers[0]!)) continue;
    const [target, source] = decoded.operands;
    const isCopy = decoded.mnemonic === "mov" && target?.kind === "register" && target.register.sizeBits === 64;
    return isCopy && source !== undefined && generalNumber(source) === register ? call : undefined;
  }
  return undefined;
}

const SIZE: Readonly<Record<string, (state: FlowState, graph: Graph) => bigint | undefined>> = {
  malloc: (state, graph) => largest(argumentOf(state, graph, 0)),
  calloc: (state, graph) => {
    const [count, size] = [constantOf(argumentOf(state, graph, 0)), constantOf(argumentOf(state, graph, 1))];
    return count === undefined || size === undefined ? undefined : count * size;
  },
  aligned_alloc: (state, graph) => constantOf(argumentOf(state, graph, 1)),
  realloc: (state, graph) => constantOf(argumentOf(state, graph, 1)),
};

/** The largest of several numbers. */
const largest = (values: Values): bigint | undefined =>
  values.reduce<bigint | undefined>(
    (most, value, at) =>
      value.kind === "constant" && (at === 0 || most !== undefined)
        ? most === undefined || value.value > most
          ? value.value
          : most
        : undefined,
    undefined,
  );

function allocation(state: FlowState, graph: Graph, index: number, name: string): Value | undefined {
  if (!Object.hasOwn(SIZE, name)) return undefined;
  const size = SIZE[name]!(state, graph);
  const isSmall = size !== undefined && size < 1n << 31n;
  return { kind: "block", at: index, sizeBytes: isSmall ? Number(size) : -1, offset: 0, state: "untested" };
}

/** Every copy of a block's address is dead from now on. realloc may fail: what it was given stays out of the rules. */
function release(state: FlowState, graph: Graph, name: string): void {
  const block = oneBlock(argumentOf(state, graph, 0));
  if (block === undefined || block.offset !== 0) return;
  replaceValues(state, (value) =>
    value.kind === "block" && value.at === block.at
      ? name === "free"
        ? { ...value, state: "freed" }
        : { kind: "computed" }
      : value,
  );
}

/** Slots below rsp are the callee's. */
function dropBelow(state: FlowState): void {
  const top = only(state.registers[RSP]!);
  if (top === undefined || (top.kind !== "entry" && top.kind !== "aligned")) return;
  for (const key of state.slots.keys()) {
    const [at, offset] = key.includes(":") ? key.split(":") : [undefined, key];
    const isSame = top.kind === "aligned" ? at === String(top.at) : at === undefined;
    if (isSame && Number(offset) < top.offset) state.slots.delete(key);
  }
}

/** Registers of a void function hold nothing; of others rax (and edx:eax, rdx:rax for unknown functions) is a result. */
function destroyedMask(graph: Graph, name: string): number {
  let mask = CALLER_SAVED[graph.code.bits];
  if (!isLibcFunction(name)) return mask & ~((1 << RAX) | (1 << RDX));
  if (signatureOf(name).returnText !== "void") mask &= ~(1 << RAX);
  if (returnsPair(name, graph.code.bits)) mask &= ~(1 << RDX);
  return mask;
}

const resultOf = (name: string, at: number): Values =>
  isLibcFunction(name) && signatureOf(name).returnText === "int" ? [{ kind: "number", at }] : COMPUTED;

/** Flags and vector registers after a call: xmm0 may hold a result. */
function leaveUndefined(state: FlowState, index: number, name: string): void {
  if (!isLibcFunction(name)) {
    forgetOthers(state);
    return;
  }
  const destroyed: Values = [{ kind: "destroyed", at: index }];
  const { returns } = signatureOf(name);
  const isResult = returns === "double" || returns === "float";
  state.flags = destroyed;
  state.vectors = UNKNOWN_VECTORS.map((_, number) => (isResult && number === 0 ? UNKNOWN : destroyed));
}

/** Nothing is known of flags and vector registers. */
function forgetOthers(state: FlowState): void {
  state.flags = UNKNOWN;
  state.vectors = UNKNOWN_VECTORS;
}

function callExtern(state: FlowState, graph: Graph, index: number, name: string): void {
  const block = allocation(state, graph, index, name);
  if (block?.kind === "block") {
    // The same call in a loop: what it returned the last time is another block.
    replaceValues(state, (value) => (value.kind === "block" && value.at === index ? { kind: "computed" } : value));
  }
  if (name === "free" || name === "realloc") release(state, graph, name);
  dropBelow(state);
  const mask = destroyedMask(graph, name);
  for (let number = 0; number < 16; number++) {
    // A function of another source of the project may have a convention of its own.
    if (mask & (1 << number))
      state.registers[number] = isLibcFunction(name) ? [{ kind: "destroyed", at: index }] : UNKNOWN;
  }
  leaveUndefined(state, index, name);
  if ((mask & 1) === 0) state.registers[RAX] = block === undefined ? resultOf(name, index) : [block];
  if ((mask & (1 << RDX)) === 0) state.registers[RDX] = COMPUTED;
  const stdcall = /@(\d+)$/.exec(name)?.[1];
  const popsAddress = isLibcFunction(name) && popsResultAddress(name, graph.code.bits);
  const pops = stdcall === undefined ? (popsAddress ? 4 : 0) : Number(stdcall);
  if (pops !== 0) state.registers[RSP] = movedBy(state.registers[RSP]!, pops);
}

function callLocal(state: FlowState, graph: Graph, entry: number): void {
  dropBelow(state);
  const mask = graph.clobbers.get(entry) ?? EVERYTHING;
  for (let number = 0; number < 16; number++) if (mask & (1 << number)) state.registers[number] = UNKNOWN;
  forgetOthers(state);
  const pops = graph.pops.get(entry);
  state.registers[RSP] =
    typeof pops !== "number" || beginsWithPop(graph, entry) ? UNKNOWN : movedBy(state.registers[RSP]!, pops);
  // Blocks may have been freed there.
  replaceValues(state, (value) => (value.kind === "block" ? { kind: "computed" } : value));
}

function callUnknown(state: FlowState, graph: Graph): void {
  dropBelow(state);
  const mask = CALLER_SAVED[graph.code.bits];
  for (let number = 0; number < 16; number++) if (mask & (1 << number)) state.registers[number] = UNKNOWN;
  forgetOthers(state);
  if (graph.code.bits === 32 || graph.popsByPointer) state.registers[RSP] = UNKNOWN;
  replaceValues(state, (value) => (value.kind === "block" ? { kind: "computed" } : value));
}

function callHere(state: FlowState, graph: Graph): void {
  state.registers[RSP] = movedBy(state.registers[RSP]!, -graph.code.bits / 8);
  const key = slotKey(state.registers[RSP]!, 0);
  if (key !== undefined) state.slots.set(key, { values: COMPUTED, sizeBytes: graph.code.bits / 8, at: -1 });
}

/** The name of the system call at an instruction; undefined where its number is not known, or elsewhere. */
export function kernelCall(state: FlowState, graph: Graph, index: number): string | undefined {
  const entry = kernelEntry(graph.code.instructions[index]!.decoded);
  const number = constantOf(state.registers[RAX]!);
  if (entry === undefined || number === undefined) return undefined;
  return syscallByNumber(entry === "syscall" ? "x86_64" : "i386", Number(BigInt.asUintN(32, number)))?.name;
}

function enterKernel(state: FlowState, graph: Graph, index: number): void {
  // The child goes on from here on a stack of its own.
  if (kernelCall(state, graph, index)?.startsWith("clone")) state.registers[RSP] = UNKNOWN;
  state.registers[RAX] = [{ kind: "result", at: index }];
  if (kernelEntry(graph.code.instructions[index]!.decoded) !== "syscall") return;
  state.registers[RCX] = [{ kind: "destroyed", at: index }];
  state.registers[R11] = [{ kind: "destroyed", at: index }];
}

/** Changes `state` as the call or interrupt at `index` does, seen from behind it. */
export function callInto(state: FlowState, graph: Graph, index: number): void {
  const { decoded } = graph.code.instructions[index]!;
  const target = graph.targets[index];
  if (decoded.mnemonic !== "call") enterKernel(state, graph, index);
  else if (target?.kind === "extern") callExtern(state, graph, index, target.name);
  else if (asksWhere(graph.code, index, target)) callHere(state, graph);
  else if (target?.kind === "instruction") callLocal(state, graph, target.index);
  else callUnknown(state, graph);
}
