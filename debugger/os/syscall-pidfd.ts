// Descriptors of processes: opened by number, ready when the process has ended, and a signal's address that no other process
// can take over. And what two processes have in common.
// Source: pidfd_open(2), pidfd_send_signal(2), pidfd_getfd(2), kcmp(2).

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

/** Does something with a process's descriptors. */
function withFilesOf<Result>({ kernel }: SystemCall, process: Process, act: () => Result): Result {
  const { descriptors, processes } = kernel;
  descriptors.use(process.files);
  const result = act();
  descriptors.use(processes.current.files);
  return result;
}

function getDescriptor(call: SystemCall): SyscallResult {
  if (uint(call, 2) !== 0) return fail("EINVAL", "there are no flags");
  const file = processFile(call, 0);
  if (isFailure(file)) return file;
  const process = processBehind(call.kernel, file);
  if (!process || process.ending !== undefined) return fail("ESRCH", "the process has ended");
  const found = withFilesOf(call, process, () => call.kernel.descriptors.get(int(call, 1)));
  if (!found) return fail("EBADF", `the process has no file descriptor ${int(call, 1)}`);
  return addDescriptor(call, found, "close-on-exec");
}

const KCMP = { file: 0, memory: 1, files: 2, folders: 3, actions: 4, io: 5, undo: 6 } as const;

/** Which of two comes first is anybody's guess on Linux; here who was made first. */
const orderOf = (first: number, second: number): number => (first === second ? 0 : first < second ? 1 : 2);

function compareFiles(call: SystemCall, first: Process, second: Process): SyscallResult {
  const at = (process: Process, index: number): OpenFile | undefined =>
    withFilesOf(call, process, () => call.kernel.descriptors.get(int(call, index)));
  const [one, other] = [at(first, 3), at(second, 4)];
  if (!one || !other) return fail("EBADF", `file descriptor ${int(call, one ? 4 : 3)} is not open`);
  return one === other ? 0 : int(call, 3) < int(call, 4) ? 1 : 2;
}

function compare(call: SystemCall): SyscallResult {
  const [first, second] = [processOf(call.kernel, int(call, 0)), processOf(call.kernel, int(call, 1))];
  if (!first || !second) return fail("ESRCH", `there is no process ${int(call, first ? 1 : 0)}`);
  switch (int(call, 2)) {
    case KCMP.file:
      return compareFiles(call, first, second);
    case KCMP.memory:
      return orderOf(first.program.id, second.program.id);
    case KCMP.files:
      return orderOf(first.files, second.files);
    case KCMP.folders:
      return first.state === second.state ? 0 : orderOf(first.id, second.id);
    case KCMP.actions:
      return orderOf(first.owner, second.owner);
    case KCMP.io:
    case KCMP.undo:
      return 0;
    default:
      return fail("EINVAL", `what to compare, ${int(call, 2)}, is unknown`);
  }
}

export const processFileCalls = {
  pidfd_open: open,
  pidfd_send_signal: sendSignal,
  pidfd_getfd: getDescriptor,
  kcmp: compare,
} satisfies SyscallFunctions;
