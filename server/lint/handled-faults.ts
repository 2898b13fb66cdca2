// A program that handles signals may raise a fault on purpose: what the static layer knows of it is a hint there.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { FindingName } from "../facts/findings.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { kernelEntry, type Listing } from "./listing.ts";
import { numberSetter } from "./syscall-number.ts";

/** Kinds of which the processor tells the program itself. */
const FAULTS: ReadonlySet<string> = new Set<FindingName>([
  "divide-error",
  "misaligned-access",
  "null-deref",
  "write-to-readonly",
]);

const HANDLING: ReadonlySet<string> = new Set(["signal", "sigaction", "bsd_signal", "sysv_signal", "rt_sigaction"]);

/** The program sets what a signal does, by a function of libc or a system call. */
function handlesSignals(code: Listing): boolean {
  const { module, instructions, own } = code;
  const isCalled = ({ section, name }: { section: unknown; name: string }) =>
    section === "undefined" && HANDLING.has(name) && !own.has(name);
  if (module.symbols.some(isCalled)) return true;
  return instructions.some(({ decoded }, index) => {
    const entry = kernelEntry(decoded);
    const setter = entry && numberSetter(code, index);
    if (setter === undefined) return false;
    const call = syscallByNumber(entry === "syscall" ? "x86_64" : "i386", setter.number);
    return call !== undefined && HANDLING.has(call.name);
  });
}

/** The findings with faults as hints, where the program handles signals. */
export function softened(code: Listing, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const isFault = ({ code: kind, severity }: Diagnostic) => FAULTS.has(kind ?? "") && severity === "warning";
  if (!found.some(isFault) || !handlesSignals(code)) return found;
  return found.map((one) => (isFault(one) ? { ...one, severity: "hint" } : one));
}
