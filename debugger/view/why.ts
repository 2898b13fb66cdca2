// Why a register holds what it holds: the instructions that made the value, found by going back over the run. A register's
// last writer is looked for in a trace of the instants before; what it read is looked for in turn, memory by the last write to
// it. The machine is moved: whoever asks puts it back.

import { START_STUB } from "../../server/facts/libc-linking.ts";
import type { Decoded, DecodedMemory } from "../../server/isa/insn.ts";
import type { Register } from "../../server/isa/register.ts";
import { effects, familyOf, registerName } from "../cpu/effects.ts";
import type { Machine } from "../machine/machine.ts";
import { createTrace, MAX_WINDOW, type Trace, type Writing } from "../machine/trace.ts";
import { type Look, lastWrite } from "../machine/who.ts";
import { byteCount, hexText, integerText, valueOfBytes } from "./format.ts";
import { instructionText } from "./instruction-text.ts";
import { labelText, stubAt } from "./labels.ts";
import { lineText } from "./lines.ts";
import { isDestroyed, registerBits } from "./registers.ts";

/** What is looked for: the value of a register or of memory before the instruction of `time`. */
type Wanted =
  | { readonly kind: "register"; readonly family: number; readonly time: number }
  | { readonly kind: "memory"; readonly address: number; readonly sizeBytes: number; readonly time: number };

/** An instruction that took part, as a line; the time before it. */
interface Cause {
  readonly time: number;
  readonly text: string;
}

/** Instructions that are listed. */
const MAX_CAUSES = 20;

/** General registers by number. */
const [, COUNTER, STACK_POINTER, BASE_POINTER, SOURCE_INDEX, DESTINATION_INDEX] = [0, 1, 4, 5, 6, 7] as const;
/** Both operands the same register: the value does not depend on it. */
const ZEROING = new Set(["xor", "sub"]);
const CALLS_KERNEL = new Set(["syscall", "int", "sysenter"]);

/** Lines that tell how general register `family` got its value, latest first. */
export function* whyRegister(machine: Machine, family: number): Look<string> {
  const trace = createTrace(machine);
  const wanted: Wanted[] = [{ kind: "register", family, time: machine.time }];
  const causes = new Map<string, Cause>();
  let more = false;
  while (wanted.length > 0) {
    // The latest first, so that the list stays in order.
    wanted.sort((a, b) => a.time - b.time);
    const next = wanted.pop()!;
    const found = yield* causeOf(machine, trace, next);
    if (causes.has(found.key)) continue;
    if (causes.size >= MAX_CAUSES) {
      more = true;
      break;
    }
    causes.set(found.key, found);
    wanted.push(...found.sources);
    yield undefined;
  }
  const lines = [...causes.values()].sort((a, b) => b.time - a.time).map(({ text }) => text);
  return [...lines, ...(more ? ["…"] : [])].join("\n");
}

interface Found extends Cause {
  /** The same for the same instruction of the same instant. */
  readonly key: string;
  readonly sources: readonly Wanted[];
}

function* causeOf(machine: Machine, trace: Trace, wanted: Wanted): Look<Found> {
  if (wanted.kind === "memory") return yield* causeOfMemory(machine, wanted);
  const name = registerName(wanted.family, machine.image.bits === 64 ? "64" : "32");
  const writing = yield* trace.lastWriting(wanted.family, wanted.time);
  if (writing === undefined) {
    const text =
      trace.from === 0 ? atTheStart(name) : `${name} was so ${MAX_WINDOW.toLocaleString("en-US")} instructions ago`;
    return { key: `${name} before`, time: -1, text, sources: [] };
  }
  const { time, by } = writing;
  machine.travel(time);
  const pc = Number(machine.state.rip);
  const stub = stubAt(machine.image, pc);
  if (stub === START_STUB) return { key: `${name} before`, time: -1, text: atTheStart(name), sources: [] };
  const decoded = by === "instruction" && machine.libcFunction === undefined ? machine.core.decodeAt(pc) : undefined;
  const written = decoded && effects(decoded).registersWritten.find((part) => familyOf(part) === wanted.family);
  const sources = decoded && written !== undefined ? sourcesOf(machine, decoded, wanted.family) : [];
  const site = stub === undefined ? pc : (machine.calls.at(-1)?.callSite ?? pc);
  const what = WHAT[by] ?? (stub === undefined ? instructionText(machine, pc).text : `${stub} (libc)`);
  machine.travel(writing.after);
  const text = `${place(machine, site, time)}  ${what}  → ${outcome(machine, written ?? name)}`;
  return { key: `${time} ${by}`, time, text, sources };
}

const atTheStart = (name: string): string => `${name} was so when the program began`;

/** What wrote a register where no instruction of the program did. */
const WHAT: Partial<Record<Writing["by"], string>> = {
  signal: "a signal's handler is entered",
  debugger: "changed in the debugger",
};

/** "eax = 5" */
function outcome({ state }: Machine, name: string): string {
  const value = state.read(name) ?? 0n;
  const sizeBits = registerBits(name);
  return isDestroyed(value, sizeBits)
    ? `${name} is destroyed by the call`
    : `${name} = ${integerText(value, sizeBits)}`;
}

function* causeOfMemory(machine: Machine, wanted: Wanted & { readonly kind: "memory" }): Look<Found> {
  const { address, sizeBytes, time } = wanted;
  machine.travel(time);
  const label = labelText(machine.image, address) ?? hexText(address);
  const value = integerText(valueOfBytes(machine.memory.peek(address, sizeBytes)), sizeBytes * 8);
  const write = yield* lastWrite(machine, address, sizeBytes);
  machine.watchpoints = [];
  if (!write) {
    const text = `as loaded: ${byteCount(sizeBytes)} at ${label} = ${value}`;
    return { key: `loaded ${address}`, time: -1, text, sources: [] };
  }
  machine.travel(write.time);
  const decoded = machine.core.decodeAt(write.pc);
  const what = write.by === "debugger" ? WHAT.debugger : instructionText(machine, write.pc).text;
  const text = `${place(machine, write.pc, write.time)}  ${what}  → [${label}] = ${value}`;
  const byItself = write.by === "program" && Number(machine.state.rip) === write.pc && decoded;
  const sources = byItself ? storedFrom(machine, decoded, wanted) : [];
  return { key: `${write.time} ${address}`, time: write.time, text, sources };
}

const place = (machine: Machine, pc: number, time: number): string => `time ${time}  ${lineText(machine.image, pc)}`;

/** What the instruction at rip made the bytes from that it is about to write. */
function storedFrom(machine: Machine, decoded: Decoded, { address, sizeBytes }: Wanted & { kind: "memory" }) {
  if (!/^movs[bwdq]$/.test(decoded.mnemonic) || decoded.operands.length > 0) return sourcesOf(machine, decoded);
  // Source and destination move side by side, forwards and backwards, however often it repeats.
  const shift = Number(machine.state.gpr(SOURCE_INDEX) - machine.state.gpr(DESTINATION_INDEX));
  return [{ kind: "memory", address: address + shift, sizeBytes, time: machine.time } as const];
}

/** What the instruction at rip makes its result from: registers, and memory it reads. `family` is the result, if a register. */
function sourcesOf(machine: Machine, decoded: Decoded, family?: number): readonly Wanted[] {
  const { time } = machine;
  const { mnemonic, operands } = decoded;
  const register = (one: number): Wanted => ({ kind: "register", family: one, time });
  const [first, second] = operands.map((one) => (one.kind === "register" ? familyOf(one.register.name) : undefined));
  const { registersRead, memory } = effects(decoded);
  const read = memory.find(({ access }) => access === "read");
  const onStack = memory.some(({ space }) => space === "stack");
  const loaded = (): readonly Wanted[] => {
    const address = read && sourceAddress(machine, decoded, read.space);
    return address === undefined ? [] : [{ kind: "memory", address, sizeBytes: read!.sizeBytes, time }];
  };
  if (CALLS_KERNEL.has(mnemonic) || (first !== undefined && first === second && ZEROING.has(mnemonic))) return [];
  if (mnemonic === "xchg" && first !== undefined && second !== undefined)
    return [register(family === first ? second : first)];
  if (mnemonic === "leave") return family === STACK_POINTER ? [register(BASE_POINTER)] : loaded();
  // What goes over the stack does not make rsp.
  if (onStack && family === STACK_POINTER && MOVES_STACK_POINTER.test(mnemonic))
    return mnemonic === "pop" && first === STACK_POINTER ? loaded() : [register(STACK_POINTER)];
  const pointers = pointersOf(decoded);
  if (family !== undefined && operands.length === 0 && pointers.includes(family)) return [register(family)];
  const explicit = new Set([first, second]);
  const wanted: Wanted[] = [];
  for (const source of new Set(registersRead.map((name) => familyOf(name)))) {
    const onlyAddress = pointers.includes(source) && !explicit.has(source);
    const onlyStack = source === STACK_POINTER && MOVES_STACK_POINTER.test(mnemonic) && !explicit.has(source);
    if (source !== undefined && !onlyAddress && !onlyStack) wanted.push(register(source));
  }
  return [...wanted, ...loaded()];
}

/** Instructions that change rsp without naming it. */
const MOVES_STACK_POINTER = /^(push|pop(?!cnt)|call|ret|enter|leave)/;
/** String instructions that load or store one element; `movsd` with operands is another instruction. */
const STRING = /^(lods|movs|stos|scas|cmps)[bwdq]$/;

/** Registers that are only an address or a count here. */
function pointersOf({ mnemonic, operands }: Decoded): readonly (number | undefined)[] {
  if (STRING.test(mnemonic) && operands.length === 0) return [SOURCE_INDEX, DESTINATION_INDEX, COUNTER];
  const operand = operands.find((candidate) => candidate.kind === "memory");
  if (mnemonic === "lea" || !operand) return [];
  return [operand.base, operand.index].map((one) => familyOf(one?.name ?? ""));
}

/** Where the instruction at rip reads; undefined where that is not known. */
function sourceAddress(machine: Machine, decoded: Decoded, space: "data" | "stack"): number | undefined {
  const at = (family: number): number => Number(machine.state.gpr(family));
  const { mnemonic, operands } = decoded;
  const operand = operands.find((candidate) => candidate.kind === "memory");
  if (mnemonic === "leave") return at(BASE_POINTER);
  // pop [memory] reads the stack, [rbp - 4] counts as stack and is an operand.
  if (operand && !/^pop(?!cnt)/.test(mnemonic)) return addressOf(machine, operand, decoded);
  if (space === "stack") return at(STACK_POINTER);
  return /^(lods|movs)/.test(mnemonic) ? at(SOURCE_INDEX) : undefined;
}

/** The address of a memory operand before its instruction; undefined where a segment's base counts. */
function addressOf({ state }: Machine, operand: DecodedMemory, { lengthBytes }: Decoded): number | undefined {
  if (operand.segment === "fs" || operand.segment === "gs") return undefined;
  const value = (register: Register | undefined) => (register ? (state.read(register.name) ?? 0n) : 0n);
  const start = operand.ripRelative ? state.rip + BigInt(lengthBytes) : value(operand.base);
  const sum = start + value(operand.index) * BigInt(operand.scale) + operand.displacement;
  return Number(BigInt.asUintN(operand.addressSizeBits, sum));
}
