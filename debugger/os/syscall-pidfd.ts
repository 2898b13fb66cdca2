// Descriptors of processes: opened by number, ready when the process has ended, and a signal's address that no other process
// can take over.
// Source: pidfd_open(2), pidfd_send_signal(2).

import type { OpenFile } from "./descriptors.ts";
import { fileOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { type Process, processOf } from "./process-table.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { addDescriptor } from "./syscall-file.ts";
import { sendTo } from "./syscall-signal.ts";

/** The process of a descriptor, ended or not; undefined when somebody has waited for it. */
const processBehind = (kernel: KernelParts, { node }: OpenFile): Process | undefined => processOf(kernel, node);

/** Whether the process has ended: then its descriptor is ready. */
export const hasEnded = (kernel: KernelParts, file: OpenFile): boolean =>
  processBehind(kernel, file)?.ending !== undefined || processBehind(kernel, file) === undefined;

/** The open file of a process's descriptor. */
export function processFile(call: SystemCall, index: number): OpenFile | Failure {
  const file = fileOf(call, index);
  if (isFailure(file) || file.kind === "process") return file;
  return fail("EBADF", `file descriptor ${int(call, index)} is not one of a process`);
}

function open(call: SystemCall): SyscallResult {
  const flags = uint(call, 1);
  if (flags & ~OPEN.nonBlock || int(call, 0) <= 0)
    return fail("EINVAL", "the flags can only be PIDFD_NONBLOCK, and the process's number is positive");
  const process = processOf(call.kernel, int(call, 0));
  if (!process) return fail("ESRCH", `there is no process ${int(call, 0)}`);
  if (process.id !== process.owner) return fail("EINVAL", `${int(call, 0)} is a thread, and no process`);
  const file: OpenFile = { kind: "process", stream: 1, node: process.id, position: 0, flags: OPEN.readWrite | flags };
  return addDescriptor(call, file, "close-on-exec");
}

function sendSignal(call: SystemCall): SyscallResult {
  if (uint(call, 3) !== 0) return fail("EINVAL", "there are no flags");
  const file = processFile(call, 0);
  if (isFailure(file)) return file;
  const raw = word(call, 2) === 0n ? undefined : call.kernel.user.read(word(call, 2), 128);
  if (raw === undefined && word(call, 2) !== 0n) return badBuffer(call, 2, 128, "read");
  const process = processBehind(call.kernel, file);
  if (!process) return fail("ESRCH", "the process has ended");
  return sendTo(call, process, int(call, 1), raw);
}

export const processFileCalls = {
  pidfd_open: open,
  pidfd_send_signal: sendSignal,
} satisfies SyscallFunctions;
