// Why a register holds what it holds: the chain of instructions that made the value, newest first, from the one that wrote the
// register back to a constant, a load that nobody stored, or what a system call or a function of libc gave. The last part of
// the run is gone through again, instruction by instruction; the machine stands afterwards where it stood.

import { decode } from "../../server/isa/decode.ts";
import type { Decoded, DecodedMemory } from "../../server/isa/insn.ts";
import { generalNumber, isZeroIdiom, registerUse } from "../../server/isa/register-use.ts";
import type { Machine } from "./machine.ts";

export interface Cause {
  readonly pc: number;
  /** Retired count before it. */
  readonly time: number;
  /** The register it wrote (0 = rax … 15 = r15) and what it put there. */
  readonly register: number;
  readonly value: bigint;
  /** What it made the value of: the next link is about this. */
  readonly from: "constant" | "register" | "memory" | "kernel" | "libc";
  /** For "memory": where it loaded from. */
  readonly address?: number;
}

/** What a step did, as far as the chain asks. */
interface Step {
  readonly pc: number;
  readonly time: number;
  readonly decoded: Decoded | undefined;
  readonly libc: string | undefined;
  /** Address of the memory operand, or of the stack slot that push and pop use. */
  readonly address: number | undefined;
  readonly sizeBytes: number;
}

const [RAX, RSP, RIP_BYTES] = [0, 4, 15] as const;
/** How far back a chain is followed at most, in instructions, and how many links it may have. */
const FARTHEST = 400_000;
const MOST_LINKS = 32;

function addressOf(machine: Machine, decoded: Decoded, operand: DecodedMemory): number {
  const value = (register: DecodedMemory["base"]): bigint =>
    register?.class.startsWith("gpr") ? machine.state.gpr(register.number) : 0n;
  const rip = operand.ripRelative ? machine.state.rip + BigInt(decoded.lengthBytes) : 0n;
  const sum = value(operand.base) + value(operand.index) * BigInt(operand.scale) + operand.displacement + rip;
  return Number(BigInt.asUintN(operand.addressSizeBits, sum));
}

function touched(machine: Machine, decoded: Decoded): { address: number | undefined; sizeBytes: number } {
  const word = decoded.bits / 8;
  const stack = Number(machine.state.gpr(RSP));
  if (decoded.mnemonic === "push") return { address: stack - word, sizeBytes: word };
  if (decoded.mnemonic === "pop") return { address: stack, sizeBytes: word };
  const operand = decoded.operands.find((one) => one.kind === "memory");
  if (operand?.kind !== "memory" || decoded.mnemonic === "lea") return { address: undefined, sizeBytes: 0 };
  return { address: addressOf(machine, decoded, operand), sizeBytes: operand.sizeBits / 8 };
}

/** Goes through [from, to) once more. */
function record(machine: Machine, from: number, to: number): Step[] {
  const bits = machine.core.bits;
  const known = new Map<number, Decoded | undefined>();
  const steps: Step[] = [];
  machine.travel(from);
  while (machine.time < to) {
    const [pc, time, libc] = [Number(machine.state.rip), machine.time, machine.libcFunction];
    if (!known.has(pc)) known.set(pc, decode(machine.memory.peek(pc, RIP_BYTES), bits));
    const decoded = libc === undefined ? known.get(pc) : undefined;
    const place = decoded === undefined ? { address: undefined, sizeBytes: 0 } : touched(machine, decoded);
    steps.push({ pc, time, decoded, libc, ...place });
    machine.run(1);
    if (machine.time === time) break;
  }
  return steps;
}

const writesRegister = (step: Step, register: number): boolean =>
  step.libc === undefined
    ? step.decoded !== undefined && registerUse(step.decoded).writes.has(register)
    : register === RAX;

const writesMemory = (step: Step, address: number, sizeBytes: number): boolean => {
  const first = step.decoded?.operands[0];
  const isStore =
    step.decoded?.mnemonic === "push" ||
    (first?.kind === "memory" && step.decoded?.form.operands[0]?.access.includes("w") === true);
  return isStore && step.address! < address + sizeBytes && step.address! + step.sizeBytes > address;
};

/** The register whose value an instruction passes on or builds upon; undefined when it makes one of its own. */
function sourceRegister(decoded: Decoded, target: number): number | undefined {
  if (isZeroIdiom(decoded)) return undefined;
  const { reads } = registerUse(decoded);
  const named = decoded.operands
    .slice(decoded.form.operands[0]?.access === "w" ? 1 : 0)
    .flatMap((operand) => generalNumber(operand) ?? []);
  const memory = decoded.operands.find((operand) => operand.kind === "memory");
  const base = decoded.mnemonic === "lea" && memory?.kind === "memory" ? memory.base?.number : undefined;
  if (base !== undefined) return base;
  // What is added to a register: the register itself carries on, unless it was the other one that changed last.
  return named.find((number) => number === target) ?? named[0] ?? (reads.has(target) ? target : undefined);
}

const loads = (step: Step): boolean => {
  const { decoded } = step;
  if (decoded === undefined || step.address === undefined) return false;
  if (decoded.mnemonic === "pop") return true;
  const at = decoded.operands.findIndex((operand) => operand.kind === "memory");
  return at > 0 && decoded.form.operands[0]?.access === "w";
};

const KERNEL = new Set(["syscall", "int"]);

/** The next thing to look for behind a step that made the value. */
function link(step: Step, register: number): Pick<Cause, "from" | "address"> & { next: number | undefined } {
  const { decoded } = step;
  if (decoded === undefined) return { from: "libc", next: undefined };
  if (KERNEL.has(decoded.mnemonic)) return { from: "kernel", next: undefined };
  if (loads(step)) return { from: "memory", address: step.address!, next: undefined };
  const next = sourceRegister(decoded, register);
  return { from: next === undefined ? "constant" : "register", next };
}

/** Walks back through recorded steps. */
function chain(machine: Machine, steps: readonly Step[], register: number): Cause[] {
  const causes: { step: Step; register: number; from: Cause["from"]; address?: number }[] = [];
  let wanted: { register: number } | { address: number; sizeBytes: number } | undefined = { register };
  for (let at = steps.length - 1; at >= 0 && wanted !== undefined && causes.length < MOST_LINKS; at--) {
    const step = steps[at]!;
    if ("address" in wanted) {
      if (!writesMemory(step, wanted.address, wanted.sizeBytes)) continue;
      const source = step.decoded!.operands[step.decoded!.mnemonic === "push" ? 0 : 1];
      const number = source && generalNumber(source);
      wanted = number === undefined ? undefined : { register: number };
      continue;
    }
    if (!writesRegister(step, wanted.register)) continue;
    const { from, address, next } = link(step, wanted.register);
    causes.push({ step, register: wanted.register, from, ...(address === undefined ? {} : { address }) });
    if (from === "memory") wanted = { address: address!, sizeBytes: step.sizeBytes };
    else wanted = next === undefined ? undefined : { register: next };
  }
  return causes.map(({ step, register: number, from, address }) => {
    machine.travel(step.time + 1);
    const value = machine.state.gpr(number);
    return {
      pc: step.pc,
      time: step.time,
      register: number,
      value,
      from,
      ...(address === undefined ? {} : { address }),
    };
  });
}

/** The chain behind a general register's value now, newest first; empty when nothing has written it in the part looked at. */
export function whyRegister(machine: Machine, register: number): Cause[] {
  const now = machine.time;
  const { watchpoints, breakpoints, stopAtFinding, stopAtEvent } = machine;
  machine.watchpoints = [];
  machine.breakpoints = new Set();
  machine.stopAtFinding = undefined;
  machine.stopAtEvent = undefined;
  try {
    // A window that grows: most chains are short, and the whole run may be long.
    for (let span = 2_000; ; span *= 14) {
      const from = Math.max(0, now - Math.min(span, FARTHEST));
      const causes = chain(machine, record(machine, from, now), register);
      const last = causes.at(-1);
      const isWhole = last !== undefined && ["constant", "kernel", "libc"].includes(last.from);
      if (isWhole || from === 0 || span >= FARTHEST || causes.length === MOST_LINKS) return causes;
    }
  } finally {
    machine.watchpoints = watchpoints;
    machine.breakpoints = breakpoints;
    machine.stopAtFinding = stopAtFinding;
    machine.stopAtEvent = stopAtEvent;
    machine.travel(now);
  }
}
