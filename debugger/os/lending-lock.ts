// Locks whose waiters lend their priority to the owner (FUTEX_LOCK_PI and its kin): the word holds the owner's number, the
// kernel hands it on. There are no priorities here; what is left is who owns the lock.
// Source: futex(2), "Priority-inheritance futexes".

import { futexKey, waitersAt } from "./futex.ts";
import { badBuffer, type Failure, fail, type SyscallResult, type SystemCall, word } from "./syscall.ts";
import { interrupted, waitFor } from "./waiting.ts";

const WAITERS = 0x80000000n;
const OWNER_DIED = 0x40000000n;
const OWNER_MASK = 0x3fffffffn;

const store = (call: SystemCall, value: bigint): SyscallResult =>
  call.kernel.user.writeWord(word(call, 0), 4, value) ? 0 : badBuffer(call, 0, 4, "write");

/** Takes the lock when nobody has it. @returns undefined when somebody else does. */
function take(call: SystemCall, value: bigint): SyscallResult | undefined {
  const { current, list } = call.kernel.processes;
  const owner = Number(value & OWNER_MASK);
  if (owner === current.id) return fail("EDEADLOCK", "the thread has the lock already");
  if (owner === 0) return store(call, BigInt(current.id) | (value & (WAITERS | OWNER_DIED)));
  if (!list.some(({ id }) => id === owner)) return fail("ESRCH", `there is no thread ${owner} to own the lock`);
  return undefined;
}

/** FUTEX_LOCK_PI: waits until the lock is the thread's, at most `distanceNs`. */
export function lockLending(call: SystemCall, value: bigint, distanceNs: bigint | undefined): SyscallResult {
  const { current } = call.kernel.processes;
  // Handed on by its owner.
  if (current.woken && Number(value & OWNER_MASK) === current.id) return 0;
  const taken = take(call, value);
  if (taken !== undefined) return taken;
  const marked = store(call, value | WAITERS);
  if (marked !== 0) return marked;
  const woken = waitFor(call.kernel, distanceNs, { for: "futex", key: futexKey(current, Number(word(call, 0))) });
  if (woken === "pending") return woken;
  if (woken === "done") return fail("ETIMEDOUT", "the lock was not given back in time");
  return woken === "never" ? fail("EDEADLOCK", "nobody is left who could give the lock back") : interrupted;
}

export function tryLending(call: SystemCall, value: bigint): SyscallResult {
  return take(call, value) ?? fail("EAGAIN", "another thread has the lock");
}

/** FUTEX_UNLOCK_PI: the lock is the first waiter's from now on. */
export function unlockLending(call: SystemCall, value: bigint): SyscallResult | Failure {
  const { current, list } = call.kernel.processes;
  if (Number(value & OWNER_MASK) !== current.id) return fail("EPERM", "the lock is not the thread's");
  const [next, ...others] = waitersAt(list, futexKey(current, Number(word(call, 0))));
  if (next) next.woken = true;
  return store(call, next ? BigInt(next.id) | (others.length > 0 ? WAITERS : 0n) : 0n);
}
