// wrong-abi and syscall-args without running: a number entered the wrong way, and buffers or lengths in registers that no
// instruction on the way there sets (of the whole program, where the way is not known). Only a module that is a program of its own (it has `_start` and needs nobody) can
// be judged: elsewhere a caller may have set them.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { foreignCall, syscallRegisters, unsetArguments } from "../facts/syscall-setup.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { registerUse } from "../isa/register-use.ts";
import { flowOf } from "./flow/analysis.ts";
import { isEditable, replaced } from "./flow/judge.ts";
import { changesFlow, type Instruction, kernelEntry, type Listing } from "./listing.ts";
import { finding } from "./rule.ts";
import { numberSetter } from "./syscall-number.ts";

/** Bit n: some instruction writes register n. */
function writtenAnywhere(code: Listing): number {
  let mask = 0;
  for (const { decoded } of code.instructions) for (const number of registerUse(decoded).writes) mask |= 1 << number;
  return mask;
}

/** Bit n: register n is written in the straight line that leads to the instruction, behind the last system call. */
function writtenInLine(code: Listing, at: number): number {
  let mask = 0;
  for (let index = at - 1; index >= 0; index--) {
    const { decoded, section, isTarget } = code.instructions[index]!;
    if (section !== code.instructions[at]!.section || changesFlow(decoded) || kernelEntry(decoded) !== undefined) break;
    for (const number of registerUse(decoded).writes) mask |= 1 << number;
    if (isTarget) break;
  }
  return mask;
}

const isWhole = ({ module }: Listing): boolean =>
  module.symbols.some(({ name, isLabel }) => name === "_start" && isLabel) &&
  !module.symbols.some(({ section }) => section === "undefined");

/** The other way into the kernel, for which the registers were prepared. */
const entryFix = (code: Listing, instruction: Instruction, entry: string): Fix[] =>
  code.bits === 64 && isEditable(instruction) ? [{ title: `Use ${entry}`, edits: replaced(instruction, [entry]) }] : [];

function check(code: Listing, at: number, written: number): Diagnostic[] {
  const instruction = code.instructions[at]!;
  const entry = kernelEntry(instruction.decoded);
  const setter = entry && numberSetter(code, at);
  if (!setter) return [];
  const [abi, other] = entry === "syscall" ? (["x86_64", "i386"] as const) : (["i386", "x86_64"] as const);
  const [here, there] = entry === "syscall" ? ["syscall", "int 0x80"] : ["int 0x80", "syscall"];
  const actual = syscallByNumber(abi, setter.number);
  const meant = foreignCall(abi, setter.number, written, writtenInLine(code, at));
  if (meant !== undefined) {
    const message = `${setter.number} is ${meant.name} for \`${there}\`, with its arguments in ${syscallRegisters[other].slice(0, 3).join(", ")}; for \`${here}\` it is ${actual?.name ?? "no system call"}`;
    return [finding(instruction, "wrong-abi", "warning", message, entryFix(code, instruction, there))];
  }
  const unset = unsetArguments(abi, setter.number, written).map((index) => syscallRegisters[abi][index]!);
  if (unset.length === 0 || actual === undefined) return [];
  const message = `${actual.name} takes ${unset.join(" and ")}, which nothing has set before`;
  return [finding(instruction, "syscall-args", "warning", message)];
}

/** Bit n: register n may have been set on the way from the program's start to the instruction; undefined when not followed. */
function writtenBefore(code: Listing, at: number): number | undefined {
  const start = flowOf(code).functions.find(({ why }) => why === "start");
  const state = start?.reached.find(({ index }) => index === at)?.state;
  if (state === undefined) return undefined;
  return state.registers.reduce(
    (mask, values, number) => (values.every(({ kind }) => kind === "unset") ? mask : mask | (1 << number)),
    0,
  );
}

/** Rules wrong-abi and syscall-args, as far as registers go. */
export function syscallSetup(code: Listing): Diagnostic[] {
  if (!isWhole(code)) return [];
  const written = writtenAnywhere(code);
  return code.instructions.flatMap((instruction, index) =>
    kernelEntry(instruction.decoded) === undefined ? [] : check(code, index, writtenBefore(code, index) ?? written),
  );
}
