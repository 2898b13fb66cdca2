// libc's way into the kernel: the same functions that the `syscall` instruction reaches, with C's way of telling errors.

import { ERRNO } from "../../server/facts/errno.ts";
import type { SyscallName } from "../../server/facts/syscalls.ts";
import { syscallFunctions } from "../os/kernel.ts";
import { type Ending, isFailure, type KernelParts, type SyscallResult } from "../os/syscall.ts";
import type { LibcState } from "./state.ts";

/** Makes a system call by name; missing arguments are 0. */
export function systemCall(kernel: KernelParts, name: SyscallName, args: readonly bigint[]): SyscallResult {
  const all = [...args, 0n, 0n, 0n, 0n, 0n, 0n].slice(0, 6);
  return syscallFunctions[name]!({ kernel, abi: "x86_64", args: all });
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
