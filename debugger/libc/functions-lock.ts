// What POSIX threads wait for and keep beside each other's ends: conditions, barriers, locks of all kinds, pointers of their own.
// Threads run one after the other (functions-thread.ts), so locks are always free; who waits for the others lets those run
// that have not begun. Where none is left, the wait can never end, and is answered with EDEADLK.
// Source: pthreads(7) and the man pages of section 3.

import type { LibcCall, LibcFunction, LibcFunctions, LibcResult } from "./call.ts";
import { longOf } from "./call.ts";
import { runningThread, waiting } from "./functions-thread.ts";
import { AREA } from "./state.ts";
import { errorNumber } from "./system-call.ts";

// ---- pointers of threads' own

const KEY_LIMIT = 6;

/** Where the current thread keeps the pointer of a key; undefined for what is no key. */
function placeOf(call: LibcCall, key: number): number | undefined {
  if (key >= call.libc.get("threadKeys")) return undefined;
  return call.libc.base + AREA.threadPointers + 8 * (KEY_LIMIT * runningThread(call) + key);
}

function createKey(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const key = call.libc.get("threadKeys");
  if (key === KEY_LIMIT) return errorNumber("EAGAIN");
  call.libc.set("threadKeys", key + 1);
  call.program.writeWord(target, 4, BigInt(key));
  return 0;
}

function setPointer(call: LibcCall): LibcResult {
  const place = placeOf(call, call.args.unsigned());
  if (place === undefined) return errorNumber("EINVAL");
  call.libc.memory.store(place, 8, call.args.pointer());
  return 0;
}

function getPointer(call: LibcCall): LibcResult {
  const place = placeOf(call, call.args.unsigned());
  return place === undefined ? 0n : call.libc.memory.load(place, longOf(call));
}

const DONE = 2n;

const once: LibcFunction = {
  run(call) {
    const control = call.args.pointer();
    const target = call.args.pointer();
    if (call.program.readWord(control, 4) === DONE) return 0;
    call.program.writeWord(control, 4, DONE);
    return { kind: "call-back", target, args: [], keep: [] };
  },
  resume: () => 0,
};

// ---- waiting for others

/** Whether threads are left that have not begun. */
const someLeft = (call: LibcCall): boolean => call.libc.get("threadsBegun") < call.libc.get("threads");

/** A wait for a condition may end for no reason: it does when the others have run. */
const others = waiting(() => 0);
const conditionWait: LibcFunction = {
  ...others,
  run: (call) => (someLeft(call) ? others.run(call) : errorNumber("EDEADLOCK")),
};

/** A barrier: how many are to come, how many have come, how often all were there; an int each. */
const BARRIER = { count: 0n, arrived: 4n, rounds: 8n } as const;

function barrierInit(call: LibcCall): LibcResult {
  const barrier = call.args.pointer();
  call.args.pointer();
  const count = call.args.unsigned();
  if (count === 0) return errorNumber("EINVAL");
  call.program.writeWord(barrier + BARRIER.count, 4, BigInt(count));
  call.program.writeWord(barrier + BARRIER.arrived, 4, 0n);
  call.program.writeWord(barrier + BARRIER.rounds, 4, 0n);
  return 0;
}

const LAST_ONE = -1;

/** Runs the others until the barrier has opened for the caller's round. */
const opened = waiting((call, barrier) =>
  call.program.readWord(barrier + BARRIER.arrived, 4) === 0n ? 0 : errorNumber("EDEADLOCK"),
);
const barrierWait: LibcFunction = {
  ...opened,
  run(call) {
    const barrier = call.args.pointer();
    const arrived = call.program.readWord(barrier + BARRIER.arrived, 4) + 1n;
    const isLast = arrived === call.program.readWord(barrier + BARRIER.count, 4);
    call.program.writeWord(barrier + BARRIER.arrived, 4, isLast ? 0n : arrived);
    return isLast ? LAST_ONE : opened.run({ ...call, args: { ...call.args, unsignedLong: () => barrier } });
  },
};

/** What asks for nothing while one thread runs at a time. */
const nothing = (): LibcResult => 0;

export const lockFunctions = {
  pthread_once: once,
  pthread_key_create: createKey,
  pthread_key_delete: nothing,
  pthread_setspecific: setPointer,
  pthread_getspecific: getPointer,
  pthread_cond_init: nothing,
  pthread_cond_destroy: nothing,
  pthread_cond_wait: conditionWait,
  pthread_cond_signal: nothing,
  pthread_cond_broadcast: nothing,
  pthread_rwlock_init: nothing,
  pthread_rwlock_destroy: nothing,
  pthread_rwlock_rdlock: nothing,
  pthread_rwlock_wrlock: nothing,
  pthread_rwlock_unlock: nothing,
  pthread_spin_init: nothing,
  pthread_spin_destroy: nothing,
  pthread_spin_lock: nothing,
  pthread_spin_trylock: nothing,
  pthread_spin_unlock: nothing,
  pthread_barrier_init: barrierInit,
  pthread_barrier_wait: barrierWait,
  pthread_barrier_destroy: nothing,
  pthread_mutexattr_init: nothing,
  pthread_mutexattr_destroy: nothing,
  pthread_mutexattr_settype: nothing,
  pthread_attr_setdetachstate: nothing,
  pthread_attr_setstacksize: nothing,
  pthread_yield: nothing,
  pthread_testcancel: () => undefined,
  pthread_setname_np: nothing,
} satisfies LibcFunctions;
