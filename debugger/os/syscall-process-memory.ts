// process_vm_readv and process_vm_writev: lists of buffers into lists of buffers, of the program itself; the memory of others is
// not there while it runs.
// Source: the kernel's mm/process_vm_access.c; process_vm_readv(2).

import { processOf } from "./process-table.ts";
import { fail, int, isFailure, type SyscallFunctions, type SyscallResult, type SystemCall, word } from "./syscall.ts";
import { vectorOf } from "./syscall-io.ts";

/** Copies between the buffers of two lists, as far as both reach; the other side is the program itself. */
function processMemory(call: SystemCall, to: 1 | 3): SyscallResult {
  const { user, processes } = call.kernel;
  if (int(call, 0) !== processes.current.owner)
    return processOf(call.kernel, int(call, 0))
      ? fail("EPERM", "only the program's own memory is reached")
      : fail("ESRCH", `there is no process ${int(call, 0)}`);
  if (word(call, 5) !== 0n) return fail("EINVAL", "there are no flags");
  const list = (first: 1 | 3) =>
    vectorOf({ ...call, args: [0n, word(call, first), word(call, first + 1), 0n, 0n, 0n] });
  const [targets, sources] = [list(to), list(to === 1 ? 3 : 1)];
  if (isFailure(targets)) return targets;
  if (isFailure(sources)) return sources;
  const pieces: Uint8Array[] = [];
  for (const { address, sizeBytes } of sources) {
    const usable = user.usable(address, Number(sizeBytes), "read");
    pieces.push(user.read(address, usable)!.slice());
    if (usable < Number(sizeBytes)) break;
  }
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  let done = 0;
  for (const { address, sizeBytes } of targets) {
    const part = bytes.subarray(done, done + Number(sizeBytes));
    const usable = user.usable(address, part.length, "write");
    user.write(address, part.subarray(0, usable));
    done += usable;
    if (usable < part.length) break;
  }
  return done > 0 || bytes.length + targets.length === 0 || sources.every(({ sizeBytes }) => sizeBytes === 0n)
    ? done
    : fail("EFAULT", "the first buffer is not there");
}

export const processMemoryCalls = {
  process_vm_readv: (call) => processMemory(call, 1),
  process_vm_writev: (call) => processMemory(call, 3),
} satisfies SyscallFunctions;
