// fall-off-end: execution runs past an instruction to where the source has none: the end of the section, or data. Where the
// flow of control is known it decides; a section's last instruction that nothing is known to reach is looked at by itself.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { isLibcFunction } from "../facts/libc.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import type { LabelReference } from "../obj/object-module.ts";
import { flowOf, successors } from "./flow/analysis.ts";
import { externName } from "./flow/calls.ts";
import { exitLines, flowFinding, isEditable, linesAfter, overFlow, type Place } from "./flow/judge.ts";
import { constantOf } from "./flow/value.ts";
import { endsFlow, type Instruction, kernelEntry, type Listing } from "./listing.ts";
import { finding } from "./rule.ts";
import { numberSetter } from "./syscall-number.ts";

const MESSAGE =
  "execution runs past this last instruction: end the program with the exit system call, or the function with ret";
const INTO_DATA =
  "execution runs from this instruction into data: end the program with the exit system call, or the function with ret";

const TO_END =
  "jumps to a label that no instruction follows: end the program there with the exit system call, or the function with ret";

/** True when the instruction at `index` may not come back: exit by system call, or any call (a callee may exit). */
function mayNotReturn(code: Listing, index: number): boolean {
  const { decoded } = code.instructions[index]!;
  if (endsFlow(decoded) || decoded.mnemonic === "call") return true;
  const entry = kernelEntry(decoded);
  if (entry === undefined) return false;
  const setter = numberSetter(code, index);
  if (setter === undefined) return true;
  return ["exit", "exit_group", "rt_sigreturn", "sigreturn"].includes(
    syscallByNumber(entry === "syscall" ? "x86_64" : "i386", setter.number)?.name ?? "",
  );
}

/** What stands behind an instruction that no instruction follows: nothing, data with a name or text, or bytes that may be code. */
function behind({ code, instruction }: Place): "nothing" | "data" | "bytes" {
  const section = code.module.sections[instruction.section]!;
  const next = section.items.find(
    (item) => item.offset > instruction.item.offset && item.kind !== "align" && item.sizeBytes > 0,
  );
  if (next === undefined) return "nothing";
  const hasName = code.module.symbols.some(
    (symbol, index) =>
      symbol.isLabel &&
      symbol.section === instruction.section &&
      Number(symbol.value) === next.offset &&
      !symbol.name.startsWith("..@") &&
      !isBranchedTo(code, index),
  );
  return hasName || next.dataKind === "string" || next.kind === "reserve" ? "data" : "bytes";
}

/** Code written as numbers may have the name that branches know it by. */
const isBranchedTo = ({ instructions }: Listing, symbol: number): boolean =>
  instructions.some(({ item }) => item.references?.some((one) => one.use === "branch" && one.symbol === symbol));

/** A call may leave out what stands behind it, and a system call of unknown number may be exit. */
function surelyGoesOn({ flow, state, index, instruction }: Place): boolean {
  const { mnemonic } = instruction.decoded;
  if (mnemonic === "call") {
    const name = externName(flow.graph, index);
    return name !== undefined && isLibcFunction(name);
  }
  return kernelEntry(instruction.decoded) === undefined || constantOf(state.registers[0]!) !== undefined;
}

/** The number of `exit` for `syscall`, entered by int 0x80: that is told as such. */
const isForeignExit = (instruction: Instruction, number: bigint | number | undefined): boolean =>
  kernelEntry(instruction.decoded) === "int80" && (Number(number) === 60 || Number(number) === 231);

function endFix({ code, owner, instruction }: Place): Fix[] {
  if (!isEditable(instruction)) return [];
  const lines = owner.why === "start" ? exitLines(code) : owner.why === "called" ? ["ret"] : [];
  const title = owner.why === "start" ? "End the program with the exit system call" : "End the function with ret";
  return lines.length === 0 ? [] : [{ title, edits: linesAfter(instruction, lines) }];
}

function check(place: Place): Diagnostic[] {
  const { state, flow, index } = place;
  if (!successors(state, flow.graph, index).includes(-1) || !surelyGoesOn(place)) return [];
  if (isForeignExit(place.instruction, constantOf(state.registers[0]!))) return [];
  const what = behind(place);
  if (what === "bytes") return [];
  const message = what === "nothing" ? MESSAGE : INTO_DATA;
  return [flowFinding(place, "fall-off-end", "warning", message, { fixes: endFix(place) })];
}

/** In the straight line in front stands what does not go on, or a call that did not return, and nothing comes in behind it. */
function isBehindEnd(code: Listing, index: number): boolean {
  const { instructions } = code;
  for (let at = index; at > 0 && instructions[at]!.labels.length === 0; at--) {
    if (instructions[at - 1]!.section !== instructions[index]!.section) return false;
    if (mayNotReturn(code, at - 1)) return true;
  }
  return false;
}

/** The last instruction of .text, where no function is known to reach it. */
function atSectionEnd(code: Listing): Diagnostic[] {
  const reached = new Set(flowOf(code).functions.flatMap((one) => one.reached.map(({ index }) => index)));
  return code.instructions.flatMap((instruction, index) => {
    const section = code.module.sections[instruction.section]!;
    const last = code.instructions[index + 1]?.section !== instruction.section;
    if (!last || section.name !== ".text" || reached.has(index)) return [];
    const follows = section.items.some((item) => item.offset > instruction.item.offset && item.kind !== "align");
    const isExit = isForeignExit(instruction, numberSetter(code, index)?.number);
    return follows || isExit || mayNotReturn(code, index) || isBehindEnd(code, index)
      ? []
      : [finding(instruction, "fall-off-end", "warning", MESSAGE)];
  });
}

/** Jumps to a label behind everything that its section has. */
function toEndLabel(code: Listing): Diagnostic[] {
  const { sections, symbols } = code.module;
  const text = sections.findIndex(({ name }) => name === ".text");
  const end = (sections[text]?.items ?? []).reduce((most, item) => Math.max(most, item.offset + item.sizeBytes), 0);
  const isEnd = ({ symbol, addend }: LabelReference): boolean => {
    const { section, value } = symbols[symbol]!;
    return section === text && value + addend === BigInt(end);
  };
  return code.instructions.flatMap((instruction) => {
    const { decoded, item } = instruction;
    if (decoded.mnemonic === "call" || !item.references?.some((one) => one.use === "branch" && isEnd(one))) return [];
    const severity = decoded.mnemonic === "jmp" ? "warning" : "hint";
    return [finding(instruction, "fall-off-end", severity, TO_END)];
  });
}

/** Rule fall-off-end. */
export const fallOffEnd = (code: Listing): Diagnostic[] => [
  ...overFlow(code, check),
  ...atSectionEnd(code),
  ...toEndLabel(code),
];
