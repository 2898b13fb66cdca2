// volatile-after-call, volatile-after-syscall: a register that an external function or `syscall` destroyed is used before
// anything is put into it, in the same straight line of code. Copies to the stack are no use.

import type { Diagnostic } from "../base/diagnostic.ts";
import { libcFunctions } from "../facts/libc.ts";
import type { Decoded } from "../isa/insn.ts";
import { registerUse } from "../isa/register-use.ts";
import { changesFlow, kernelEntry, type Listing, referenced } from "./listing.ts";
import { finding } from "./rule.ts";

const NAMES = ["rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11"];
const CALLER_SAVED_64 = [1, 2, 6, 7, 8, 9, 10, 11];
const CALLER_SAVED_32 = [1, 2];
const RAX = 0;
const RCX = 1;
const RDX = 2;
const R11 = 11;

interface Destroyed {
  readonly by: string;
  readonly kind: "volatile-after-call" | "volatile-after-syscall";
  readonly registers: ReadonlySet<number>;
}

/** What the instruction at `index` destroys, if it is a call to libc or an extern, or a syscall. */
function destroyedBy(code: Listing, index: number): Destroyed | undefined {
  const instruction = code.instructions[index]!;
  if (kernelEntry(instruction.decoded) === "syscall") {
    return { by: "syscall", kind: "volatile-after-syscall", registers: new Set([RCX, R11]) };
  }
  if (instruction.decoded.mnemonic !== "call") return undefined;
  const named = referenced(code, instruction, "branch");
  if (named === undefined || named.symbol.section !== "undefined") return undefined;
  const prototype = (libcFunctions as Record<string, { prototype: string }>)[named.symbol.name]?.prototype;
  const registers = new Set(code.bits === 64 ? CALLER_SAVED_64 : CALLER_SAVED_32);
  if (prototype === undefined) registers.delete(RDX); // may be the second half of a result
  if (prototype?.startsWith("void ") && !prototype.startsWith("void *")) registers.add(RAX);
  return { by: named.symbol.name, kind: "volatile-after-call", registers };
}

/** Keeping a register on the stack, or changing places with another, is no use of its value. */
function isSaved(decoded: Decoded): boolean {
  if (/^(push|pusha[wd]?|xchg|nop)$/.test(decoded.mnemonic)) return true;
  const target = decoded.operands[0];
  const isFrame = target?.kind === "memory" && (target.base?.number === 4 || target.base?.number === 5);
  return decoded.mnemonic === "mov" && isFrame && target.index === undefined;
}

function usesAfter(code: Listing, at: number, destroyed: Destroyed): Diagnostic[] {
  const left = new Set(destroyed.registers);
  for (let index = at + 1; index < code.instructions.length && left.size > 0; index++) {
    const instruction = code.instructions[index]!;
    if (instruction.section !== code.instructions[at]!.section || instruction.labels.length > 0) return [];
    const { reads, writes } = registerUse(instruction.decoded);
    const bad = [...reads].find((number) => left.has(number));
    const isCopy = isSaved(instruction.decoded);
    if (bad !== undefined && !isCopy) {
      const name = code.bits === 32 ? NAMES[bad]!.replace(/^r/, "e") : NAMES[bad]!;
      const what = destroyed.kind === "volatile-after-call" ? `\`call ${destroyed.by}\`` : "`syscall`";
      const advice =
        destroyed.kind === "volatile-after-call"
          ? "keep the value in a register that calls preserve (rbx, r12 … r15) or on the stack"
          : "syscall puts the return address into rcx and the flags into r11";
      return [
        finding(
          instruction,
          destroyed.kind,
          "warning",
          `${name} is used here, but ${what} has destroyed it: ${advice}`,
        ),
      ];
    }
    for (const number of writes) left.delete(number);
    if (changesFlow(instruction.decoded) || kernelEntry(instruction.decoded) !== undefined) return [];
  }
  return [];
}

/** Rules volatile-after-call and volatile-after-syscall. */
export const volatileRegisters = (code: Listing): Diagnostic[] =>
  code.instructions.flatMap((_, index) => {
    const destroyed = destroyedBy(code, index);
    return destroyed === undefined ? [] : usesAfter(code, index, destroyed);
  });
