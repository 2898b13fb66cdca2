// syscall-args: the number in eax is not that of the system call that the comment names. The register's last constant is
// looked for upwards in the same straight line of code.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { textOf } from "../base/source.ts";
import { meansCall, namedSyscalls } from "../facts/syscall-comment.ts";
import { syscallByName, syscallByNumber } from "../facts/syscalls.ts";
import { generalNumber, isZeroIdiom, registerUse } from "../isa/register-use.ts";
import { changesFlow, type Instruction, kernelEntry, type Listing } from "./listing.ts";
import { finding } from "./rule.ts";

/** The constant that the instruction at `index` puts into rax; undefined when it does not, or not a constant. */
function constantInRax(code: Listing, index: number): bigint | undefined {
  const instruction = code.instructions[index]!;
  const [target, value] = instruction.decoded.operands;
  if (target === undefined || generalNumber(target) !== 0) return undefined;
  if (instruction.decoded.mnemonic === "pop" && !instruction.isTarget) return pushedConstant(code, index - 1);
  if (isZeroIdiom(instruction.decoded)) return 0n;
  return instruction.decoded.mnemonic === "mov" && value?.kind === "immediate" ? value.value : undefined;
}

/** `push 60`, right in front of its `pop`. */
function pushedConstant({ instructions }: Listing, index: number): bigint | undefined {
  const { mnemonic, operands } = instructions[index]?.decoded ?? { mnemonic: "", operands: [] };
  return mnemonic === "push" && operands[0]?.kind === "immediate" ? operands[0].value : undefined;
}

/** The instruction that set rax to the number used at `at`, in the same straight line. */
export function numberSetter(code: Listing, at: number): { instruction: Instruction; number: number } | undefined {
  for (let index = at - 1; index >= 0; index--) {
    const instruction = code.instructions[index]!;
    if (instruction.section !== code.instructions[at]!.section) return undefined;
    if (changesFlow(instruction.decoded) || kernelEntry(instruction.decoded) !== undefined) return undefined;
    if (registerUse(instruction.decoded).writes.has(0)) {
      const number = constantInRax(code, index);
      return number === undefined ? undefined : { instruction, number: Number(BigInt.asUintN(32, number)) };
    }
    if (instruction.isTarget) return undefined;
  }
  return undefined;
}

function numberFix(setter: Instruction, number: number): Fix[] {
  const { span, expansion } = setter.item;
  const text = textOf(span.source, span.start, span.end);
  const match = /,\s*([0-9][0-9a-fA-FxXhH_]*)/.exec(text);
  if (match === null || expansion !== undefined) return [];
  const at = match.index + match[0].length - match[1]!.length;
  const start = span.start + new TextEncoder().encode(text.slice(0, at)).length;
  return [
    {
      title: `Use ${number}`,
      edits: [{ span: { source: span.source, start, end: start + match[1]!.length }, text: String(number) }],
    },
  ];
}

function check(code: Listing, at: number): Diagnostic[] {
  const entry = kernelEntry(code.instructions[at]!.decoded);
  const setter = entry && numberSetter(code, at);
  if (!setter) return [];
  const abi = entry === "syscall" ? "x86_64" : "i386";
  const actual = syscallByNumber(abi, setter.number);
  const said = [setter.instruction.comment, code.instructions[at]!.comment].flatMap(namedSyscalls);
  if (actual === undefined || said.some((name) => meansCall(name, actual.name))) return [];
  for (const name of said) {
    const meant = syscallByName(name);
    const number = meant?.[abi];
    if (meant === undefined || number === undefined || number === setter.number) continue;
    const message = `system call ${setter.number} is ${actual.name}, not ${name}: ${name} is ${number}${entry === "syscall" ? "" : " for int 0x80"}`;
    return [finding(setter.instruction, "syscall-args", "warning", message, numberFix(setter.instruction, number))];
  }
  return [];
}

/** Rule syscall-args, as far as a comment contradicts the number. */
export const syscallNumber = (code: Listing): Diagnostic[] =>
  code.instructions.flatMap((_, index) => check(code, index));
