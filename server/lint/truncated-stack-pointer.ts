// truncated-stack-pointer: in 64-bit code a 32-bit write to esp clears the upper half of rsp, and a copy of esp in ebp loses it.

import type { Diagnostic } from "../base/diagnostic.ts";
import { generalNumber } from "../isa/register-use.ts";
import { bodyText, isEditable, oneLine, replaced } from "./flow/judge.ts";
import type { Instruction, Listing } from "./listing.ts";
import { finding } from "./rule.ts";

const RSP = 4;
const RBP = 5;

function wideningFix(instruction: Instruction) {
  if (!isEditable(instruction)) return [];
  const last = instruction.decoded.operands.at(-1);
  const value = last?.kind === "immediate" ? BigInt.asIntN(32, last.value) : 0n;
  const wide = bodyText(instruction)
    .replace(/\be(sp|bp|ax|bx|cx|dx|si|di)\b/gi, (name) => (name[0] === "E" ? "R" : "r") + name.slice(1))
    // A mask of 32 bits that is meant to be negative.
    .replace(/,\s*(?:0x[89a-f][0-9a-f]{7}|\d{10})\s*$/i, value < 0n ? `, ${value}` : "$&");
  return [{ title: `Use the 64-bit registers: ${oneLine(wide)}`, edits: replaced(instruction, [wide]) }];
}

function check(instruction: Instruction): Diagnostic[] {
  const { decoded } = instruction;
  const [target, source] = decoded.operands;
  if (target?.kind !== "register" || target.register.sizeBits !== 32) return [];
  if (!decoded.form.operands[0]!.access.includes("w")) return [];
  // NASM shortens `mov rsp, constant` to this; the constant is the whole address.
  if (decoded.mnemonic === "mov" && source?.kind === "immediate") return [];
  const number = generalNumber(target);
  const message = (name: string) =>
    `a 32-bit write to ${name} clears the upper half of r${name.slice(1)}, and the stack lies above 4 GiB`;
  if (number === RSP)
    return [finding(instruction, "truncated-stack-pointer", "warning", message("esp"), wideningFix(instruction))];
  const copied = source?.kind === "register" && generalNumber(source) === RSP && decoded.mnemonic === "mov";
  return number === RBP && copied
    ? [finding(instruction, "truncated-stack-pointer", "warning", message("ebp"), wideningFix(instruction))]
    : [];
}

/** Rule truncated-stack-pointer; silent in 32-bit code. */
export const truncatedStackPointer = (code: Listing): Diagnostic[] =>
  code.bits === 64 ? code.instructions.flatMap(check) : [];
