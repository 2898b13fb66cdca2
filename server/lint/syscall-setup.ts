// wrong-abi and syscall-args without running: a number entered the wrong way, and buffers or lengths in registers that no
// instruction of the whole program sets. Only a module that is a program of its own (it has `_start` and needs nobody) can
// be judged: elsewhere a caller may have set them.

import type { Diagnostic } from "../base/diagnostic.ts";
import { argumentNames, foreignCall, unsetArguments } from "../facts/syscall-setup.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { registerUse } from "../isa/register-use.ts";
import { kernelEntry, type Listing } from "./listing.ts";
import { finding } from "./rule.ts";
import { numberSetter } from "./syscall-number.ts";

/** Bit n: some instruction writes register n. */
function writtenAnywhere(code: Listing): number {
  let mask = 0;
  for (const { decoded } of code.instructions) for (const number of registerUse(decoded).writes) mask |= 1 << number;
  return mask;
}

const isWhole = ({ module }: Listing): boolean =>
  module.symbols.some(({ name, isLabel }) => name === "_start" && isLabel) &&
  !module.symbols.some(({ section }) => section === "undefined");

function check(code: Listing, at: number, written: number): Diagnostic[] {
  const instruction = code.instructions[at]!;
  const entry = kernelEntry(instruction.decoded);
  const setter = entry && numberSetter(code, at);
  if (!setter) return [];
  const [abi, other] = entry === "syscall" ? (["x86_64", "i386"] as const) : (["i386", "x86_64"] as const);
  const [here, there] = entry === "syscall" ? ["syscall", "int 0x80"] : ["int 0x80", "syscall"];
  const actual = syscallByNumber(abi, setter.number);
  const meant = foreignCall(abi, setter.number, written);
  if (meant !== undefined) {
    const message = `${setter.number} is ${meant.name} for \`${there}\`, with its arguments in ${argumentNames[other].slice(0, 3).join(", ")}; for \`${here}\` it is ${actual?.name ?? "no system call"}`;
    return [finding(instruction, "wrong-abi", "warning", message)];
  }
  const unset = unsetArguments(abi, setter.number, written).map((index) => argumentNames[abi][index]!);
  if (unset.length === 0 || actual === undefined) return [];
  const message = `${actual.name} takes ${unset.join(" and ")}, which nothing in this program sets`;
  return [finding(instruction, "syscall-args", "warning", message)];
}

/** Rules wrong-abi and syscall-args, as far as registers go. */
export function syscallSetup(code: Listing): Diagnostic[] {
  if (!isWhole(code)) return [];
  const written = writtenAnywhere(code);
  return code.instructions.flatMap((_, index) => check(code, index, written));
}
