// Why a register holds what it holds: the instructions that made the value, found by going back over the run. A register's
// last writer is looked for in a trace of the instants before; what it read is looked for in turn, memory by the last write to
// it. The machine is moved: whoever asks puts it back.

import type { Decoded, DecodedMemory } from "../../server/isa/insn.ts";
import type { Register } from "../../server/isa/register.ts";
import { effects, registerName } from "../cpu/effects.ts";
import type { Machine } from "../machine/machine.ts";
import { type Look, lastWrite } from "../machine/who.ts";
import { byteCount, hexText, integerText, valueOfBytes } from "./format.ts";
import { instructionText } from "./instruction-text.ts";
import { labelText, stubAt } from "./labels.ts";
import { lineText } from "./lines.ts";

/** What is looked for: the value of a register or of memory before the instruction of `time`. */
type Wanted =
  | { readonly kind: "register"; readonly family: number; readonly time: number }
  | { readonly kind: "memory"; readonly address: number; readonly sizeBytes: number; readonly time: number };

/** An instruction that took part, as a line; the time before it. */
interface Cause {
  readonly time: number;
  readonly text: string;
}

/** Instructions that are listed, and instants that are looked at for the writer of a register. */
const MAX_CAUSES = 20;
const FIRST_WINDOW = 64;
const WINDOW_GROWTH = 16;
const MAX_WINDOW = 1 << 20;
/** Steps between two looks at the messages. */
const STEPS = 2000;

const PARTS = ["64", "32", "16", "low8", "high8"] as const;
const families = new Map<string, number>();
/** Registers from rsp on have no second byte: what would be its name is another's. */
const WITH_HIGH_BYTE = 4;
for (let family = 0; family < 16; family++)
  for (const part of PARTS)
    if (part !== "high8" || family < WITH_HIGH_BYTE) families.set(registerName(family, part), family);

/** Number of the general register that `name` is a part of; undefined for others. */
export const familyOf = (name: string): number | undefined => families.get(name.toLowerCase());

/** General registers by number. */
const [RESULT, COUNTER, STACK_POINTER, BASE_POINTER, SOURCE_INDEX, DESTINATION_INDEX] = [0, 1, 4, 5, 6, 7] as const;
/** Both operands the same register: the value does not depend on it. */
const ZEROING = new Set(["xor", "sub"]);
/** Where a stub of libc does what the function does (`STUB_BYTES`); around it are a `ret` and a `call` like any. */
const LIBC_ENTRY = "ud2";
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
  const time = yield* trace.lastWriter(wanted.family, wanted.time);
  const name = registerName(wanted.family, machine.image.bits === 64 ? "64" : "32");
  if (time === undefined) {
    const text =
      trace.from === 0
        ? `${name} was so when the program began`
        : `${name} was so ${MAX_WINDOW.toLocaleString("en-US")} instructions ago`;
    return { key: `${name} before`, time: -1, text, sources: [] };
  }
  machine.travel(time);
  const pc = Number(machine.state.rip);
  const stub = stubAt(machine.image, pc);
  const decoded = machine.core.decodeAt(pc);
  const sources = decoded ? sourcesOf(machine, decoded, wanted.family) : [];
  const written = decoded && effects(decoded).registersWritten.find((part) => familyOf(part) === wanted.family);
  const site = stub === undefined ? pc : (machine.calls.at(-1)?.callSite ?? pc);
  const what = stub === undefined ? instructionText(machine, pc).text : `${stub} (libc)`;
  machine.travel(time + 1);
  const shown = written ?? name;
  const value = machine.state.read(shown) ?? 0n;
  const text = `${place(machine, site, time)}  ${what}  → ${shown} = ${integerText(value, sizeBits(shown))}`;
  return { key: `${time}`, time, text, sources };
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
  const text = `${place(machine, write.pc, write.time)}  ${instructionText(machine, write.pc).text}  → [${label}] = ${value}`;
  const byItself = Number(machine.state.rip) === write.pc && decoded;
  return { key: `${write.time}`, time: write.time, text, sources: byItself ? sourcesOf(machine, decoded) : [] };
}

const place = (machine: Machine, pc: number, time: number): string => `time ${time}  ${lineText(machine.image, pc)}`;

const sizeBits = (name: string): number => {
  const part = PARTS.find((candidate) => registerName(familyOf(name) ?? 0, candidate) === name) ?? "64";
  return part === "low8" || part === "high8" ? 8 : Number(part);
};

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

// ---- the trace ------------------------------------------------------------------------------------------------------

interface Trace {
  /** The first instant that was looked at. */
  readonly from: number;
  /** Time of the last instruction before `time` that wrote general register `family`; undefined when it is too long ago. */
  lastWriter(family: number, time: number): Look<number | undefined>;
}

function createTrace(machine: Machine): Trace {
  const home = machine.time;
  let from = home;
  /** Instruction of each instant from `from` on. */
  let addresses: number[] = [];
  const writers = new Map<number, ReadonlySet<number>>();

  function writtenAt(pc: number): ReadonlySet<number> {
    const known = writers.get(pc);
    if (known) return known;
    const decoded = machine.core.decodeAt(pc);
    const inLibc = decoded === undefined || decoded.mnemonic === LIBC_ENTRY;
    const names = inLibc ? [RESULT] : effects(decoded).registersWritten.map((name) => familyOf(name));
    const written = new Set(names.filter((family) => family !== undefined));
    if (decoded && CALLS_KERNEL.has(decoded.mnemonic)) written.add(RESULT);
    writers.set(pc, written);
    return written;
  }

  function* extend(): Look<undefined> {
    const size = from === home ? FIRST_WINDOW : (home - from) * WINDOW_GROWTH;
    const start = Math.max(0, home - Math.min(size, MAX_WINDOW));
    machine.travel(start);
    const fresh: number[] = [];
    while (machine.time < from) {
      const { time } = machine;
      const pc = Number(machine.state.rip);
      // A long string instruction takes several runs to retire.
      while (machine.time === time) {
        const stop = machine.run(1);
        if (stop.kind !== "budget" && stop.kind !== "breakpoint" && machine.time === time) break;
      }
      fresh.push(pc);
      if (machine.time === time) break;
      if (fresh.length % STEPS === 0) yield undefined;
    }
    addresses = [...fresh, ...addresses];
    from = start;
    return undefined;
  }

  return {
    get from() {
      return from;
    },
    *lastWriter(family, time) {
      for (let at = time - 1; ; at--) {
        while (at < from) {
          if (from === 0 || home - from >= MAX_WINDOW) return undefined;
          yield* extend();
        }
        if (writtenAt(addresses[at - from] ?? 0).has(family)) return at;
      }
    },
  };
}
