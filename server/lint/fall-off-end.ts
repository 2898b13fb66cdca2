// fall-off-end: the last instruction of a code section lets execution run on into whatever lies behind it.

import type { Diagnostic } from "../base/diagnostic.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { endsFlow, kernelEntry, type Listing } from "./listing.ts";
import { finding } from "./rule.ts";
import { numberSetter } from "./syscall-number.ts";

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

/** Rule fall-off-end: at most one finding a section. */
export function fallOffEnd(code: Listing): Diagnostic[] {
  const out: Diagnostic[] = [];
  code.instructions.forEach((instruction, index) => {
    const last = code.instructions[index + 1]?.section !== instruction.section;
    const section = code.module.sections[instruction.section]!;
    const behind = section.items.some((item) => item.offset > instruction.item.offset && item.kind !== "align");
    if (!last || behind || section.name !== ".text" || mayNotReturn(code, index)) return;
    const message =
      "execution runs past this last instruction: end the program with the exit system call, or the function with ret";
    out.push(finding(instruction, "fall-off-end", "warning", message));
  });
  return out;
}
