// libc's way into the kernel: the same functions that the `syscall` instruction reaches, with C's way of telling errors.

import { ERRNO } from "../../server/facts/errno.ts";
import type { SyscallName } from "../../server/facts/syscalls.ts";
import { type Ending, isFailure, type KernelParts, type SyscallResult } from "../os/syscall.ts";
import { syscallFunction } from "../os/syscall-functions.ts";
import { mustRestart } from "../os/waiting.ts";
import type { LibcCall, LibcResult } from "./call.ts";
import type { LibcState } from "./state.ts";

/**
 * Makes a system call by name; missing arguments are 0. "pending" also when a signal has come whose handler wants the call to
 * be made again behind it (SA_RESTART).
 */
export function systemCall(
  kernel: KernelParts,
  name: SyscallName,
  args: readonly bigint[],
  waits?: "never",
): SyscallResult {
  const all = [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6);
  return restartable(kernel, syscallFunction(name)!({ kernel, abi: "x86_64", args: all, ...(waits ? { waits } : {}) }));
}

/** The same in the program's own ABI, for structures that differ between the two. */
export function nativeCall(
  { kernel, bits }: { readonly kernel: KernelParts; readonly bits: 32 | 64 },
  name: SyscallName,
  args: readonly bigint[],
): SyscallResult {
  const all = [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6);
  const abi = bits === 32 ? "i386" : "x86_64";
  return restartable(kernel, syscallFunction(name)!({ kernel, abi, args: all }));
}

/** The result, or "pending" for a call that is to be made again behind a handler. */
export function restartable(kernel: KernelParts, result: SyscallResult): SyscallResult {
  if (!isFailure(result) || !mustRestart(kernel, result)) return result;
  kernel.processes.current.restarts = true;
  return "pending";
}

/** The result as C sees it: −1 with errno for a failure. */
export function cResult(libc: LibcState, result: SyscallResult): bigint | "pending" | Ending {
  if (result === "pending") return result;
  if (isFailure(result)) {
    libc.setErrno(result.errno);
    return -1n;
  }
  if (typeof result !== "object") return BigInt(result);
  return "kind" in result ? result : BigInt(result.result);
}

/** Number of an error for functions that return it. */
export const errorNumber = (name: keyof typeof ERRNO): number => ERRNO[name];

/** A libc function that is the system call of `name` in the program's own ABI, with `count` arguments. */
export const own =
  (name: SyscallName, count: number) =>
  (call: LibcCall): LibcResult => {
    const args = Array.from({ length: count }, () => call.args.unsignedLong());
    return cResult(call.libc, nativeCall(call, name, args));
  };
