// Robust mutexes: a thread keeps a list in its own memory of those that it holds, and when it ends, however it ends, each of them
// is marked as left behind and who waits for it is woken. Takes the thread that ends while its memory is there.
// Source: the kernel's kernel/futex/core.c (exit_robust_list), set_robust_list(2).

import { futexKey, wakeFutex } from "./futex.ts";
import type { Process } from "./process-table.ts";
import { badBuffer, fail, type KernelParts, longBytes, type SyscallResult, type SystemCall, word } from "./syscall.ts";

const WAITERS = 0x80000000n;
const OWNER_DIED = 0x40000000n;
const OWNER_MASK = 0x3fffffffn;
/** Linux gives up behind so many. */
const LIST_LIMIT = 2048;

/** The mutex word at `address`: not the thread's any more. */
function leave({ user, processes }: KernelParts, thread: Process, address: bigint): void {
  const value = user.readWord(address, 4);
  if (value === undefined || (value & OWNER_MASK) !== BigInt(thread.id)) return;
  user.writeWord(address, 4, (value & WAITERS) | OWNER_DIED);
  if (value & WAITERS) wakeFutex(processes.list, futexKey(thread, Number(address)), 1);
}

/** Marks what `thread`, which ends, still holds. */
export function leaveRobust(kernel: KernelParts, thread: Process): void {
  const head = thread.robustList;
  thread.robustList = 0n;
  if (head === 0n) return;
  const bytes = kernel.bits === 64 ? 8 : 4;
  const size = BigInt(bytes);
  const at = (address: bigint): bigint | undefined => kernel.user.readWord(address, bytes);
  const [first, distance, begun] = [at(head), at(head + size), at(head + 2n * size)];
  if (first === undefined || distance === undefined || begun === undefined) return;
  const wordOf = (entry: bigint): bigint => BigInt.asUintN(8 * bytes, (entry & ~1n) + distance);
  let entry: bigint | undefined = first;
  for (let k = 0; k < LIST_LIMIT && entry !== undefined && (entry & ~1n) !== head; k++) {
    const next = at(entry & ~1n);
    if ((entry & ~1n) !== (begun & ~1n)) leave(kernel, thread, wordOf(entry));
    entry = next;
  }
  if (begun !== 0n) leave(kernel, thread, wordOf(begun));
}

/** struct robust_list_head: three words. */
export function setRobustList(call: SystemCall): SyscallResult {
  const bytes = BigInt(3 * longBytes(call));
  if (word(call, 1) !== bytes) return fail("EINVAL", `the head of the list has ${bytes} bytes`);
  call.kernel.processes.current.robustList = word(call, 0);
  return 0;
}

/** The list of a thread of the same program; 0 is the current one. */
export function getRobustList(call: SystemCall): SyscallResult {
  const { list, current } = call.kernel.processes;
  const id = Number(BigInt.asIntN(32, word(call, 0)));
  const thread = id === 0 ? current : list.find((one) => one.id === id);
  if (!thread) return fail("ESRCH", `there is no thread ${id}`);
  const bytes = longBytes(call);
  const { user } = call.kernel;
  if (!user.writeWord(word(call, 2), bytes, BigInt(3 * bytes))) return badBuffer(call, 2, bytes, "write");
  return user.writeWord(word(call, 1), bytes, thread.robustList) ? 0 : badBuffer(call, 1, bytes, "write");
}
