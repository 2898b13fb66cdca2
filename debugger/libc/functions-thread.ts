// POSIX threads in a machine with one: a thread that was made waits until somebody waits for it (pthread_join) or for time
// (sleep, pthread_exit in main); then it is run, after those that were made before it, each from its start to its end on the
// stack of the waiting function. That is what natively happens too where the outcome does not hang on luck. What cannot
// be done so, waiting for another thread in the middle of one, is answered with EDEADLK.
// Source: pthreads(7) and the man pages of section 3.

import { GPR } from "../cpu/state.ts";
import { SAVED_REGISTERS } from "../mem/watch-layout.ts";
import { waitFor, waitForOthers } from "../os/waiting.ts";
import type { LibcCall, LibcFunction, LibcFunctions, LibcResult } from "./call.ts";
import { exitProcess } from "./functions-process.ts";
import { AREA } from "./state.ts";
import { errorNumber } from "./system-call.ts";

/** A thread's record: its start, argument and result, 8 bytes each, and whether it has ended. Its address is its number. */
const RECORD = { start: 0, argument: 8, result: 16, ended: 24, bytes: 32 } as const;
export const THREAD_LIMIT = 64;

const recordAt = (call: LibcCall, index: number): number => call.libc.base + AREA.threads + RECORD.bytes * index;

/** The record of a thread's number; undefined when no thread has it. */
function recordOf(call: LibcCall, thread: bigint): number | undefined {
  const offset = Number(thread) - recordAt(call, 0);
  const isRecord = offset >= 0 && offset % RECORD.bytes === 0 && offset / RECORD.bytes < call.libc.get("threads");
  return isRecord ? Number(thread) : undefined;
}

function create(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  call.args.pointer();
  const start = call.args.pointer();
  const argument = call.args.pointer();
  const index = call.libc.get("threads");
  if (index === THREAD_LIMIT) return errorNumber("EAGAIN");
  const { memory } = call.libc;
  const record = recordAt(call, index);
  call.program.writeWord(target, call.bits === 64 ? 8 : 4, BigInt(record));
  memory.store(record + RECORD.start, 8, start);
  memory.store(record + RECORD.argument, 8, argument);
  memory.store(record + RECORD.ended, 8, 0n);
  call.libc.set("threads", index + 1);
  return 0;
}

/** Registers that a thread may change and its waiter's caller has to find again. */
const keptRegisters = (call: LibcCall): bigint[] =>
  SAVED_REGISTERS[call.bits].map((register) => call.kernel.state.gpr(register));

/** Runs the next of the threads below `last` that have not begun, or goes on with what was waited for. */
export const waiting = (
  finish: (call: LibcCall, first: bigint, second: bigint) => LibcResult,
  last: (call: LibcCall, first: bigint) => number = (call) => call.libc.get("threads"),
): LibcFunction => {
  const next = (call: LibcCall, first: bigint, second: bigint): LibcResult => {
    const begun = call.libc.get("threadsBegun");
    if (begun >= last(call, first)) return finish(call, first, second);
    call.libc.set("threadsBegun", begun + 1);
    const record = recordAt(call, begun);
    const before = call.libc.get("threadFrame");
    const { memory } = call.libc;
    return {
      kind: "call-back",
      target: memory.load(record + RECORD.start, 8),
      args: [memory.load(record + RECORD.argument, 8)],
      keep: [first, second, BigInt(record), BigInt(before), ...keptRegisters(call)],
      frame: "threadFrame",
    };
  };
  return {
    run: (call) => next(call, call.args.unsignedLong(), call.args.unsignedLong()),
    resume: (call, kept) => {
      const [first, second, record, before, ...registers] = kept as unknown as [bigint, bigint, bigint, bigint];
      const { state } = call.kernel;
      call.libc.memory.store(Number(record) + RECORD.result, 8, state.gpr(GPR.rax));
      call.libc.memory.store(Number(record) + RECORD.ended, 8, 1n);
      call.libc.set("threadFrame", Number(before));
      SAVED_REGISTERS[call.bits].forEach((register, k) => {
        state.setGpr(register, (registers as bigint[])[k]!);
      });
      return next(call, first, second);
    },
  };
};

function joined(call: LibcCall, thread: bigint, target: bigint): LibcResult {
  const record = recordOf(call, thread);
  if (record === undefined) return errorNumber("ESRCH");
  if (call.libc.memory.load(record + RECORD.ended, 8) === 0n) return errorNumber("EDEADLOCK");
  const result = call.libc.memory.load(record + RECORD.result, 8);
  if (target !== 0n) call.program.writeWord(target, call.bits === 64 ? 8 : 4, result);
  return 0;
}

const join = waiting(joined, (call, thread) =>
  recordOf(call, thread) === undefined ? 0 : (Number(thread) - recordAt(call, 0)) / RECORD.bytes + 1,
);

function sleepFor(call: LibcCall, ns: bigint): LibcResult {
  const woken = waitFor(call.kernel, ns);
  if (woken === "pending") return woken;
  return typeof woken === "object" ? Number(woken.leftNs / 1_000_000_000n) : 0;
}

const sleep = waiting((call, seconds) => sleepFor(call, BigInt.asUintN(32, seconds) * 1_000_000_000n));
const usleep = waiting((call, microseconds) => sleepFor(call, BigInt.asUintN(32, microseconds) * 1000n));

/** The main thread's end waits for the others, then the process ends with 0. */
const exitMain = waiting((call) => exitProcess(call, 0));

const exitThread: LibcFunction = {
  run: (call) => {
    const frame = call.libc.get("threadFrame");
    if (frame === 0) return exitMain.run(call);
    // The return address of the thread's start still lies below the frame: the stub's `ret` goes there.
    call.kernel.state.setGpr(GPR.rsp, BigInt(frame - call.bits / 8));
    return call.args.pointer();
  },
  // Once exit has begun, what comes back is one of atexit's functions.
  resume: (call, kept, result) =>
    call.libc.get("exiting") === 1 ? exitProcess(call, 0) : exitMain.resume!(call, kept, result),
};

/** A semaphore's count lies in its first word. */
function takeSemaphore(call: LibcCall, semaphore: bigint): LibcResult {
  const count = call.program.readWord(semaphore, 4);
  if (count === 0n) {
    const wait = waitForOthers(call.kernel, { for: "change" });
    if (wait === "pending") return wait;
    call.libc.setErrno(wait ? "EINTR" : "EDEADLOCK");
    return -1;
  }
  call.program.writeWord(semaphore, 4, count - 1n);
  return 0;
}

/** Threads that have not begun may raise it. */
const raised = waiting((call, semaphore) => {
  if (call.program.readWord(semaphore, 4) !== 0n) return takeSemaphore(call, semaphore);
  call.libc.setErrno("EDEADLOCK");
  return -1;
});
const semaphoreWait: LibcFunction = {
  ...raised,
  run(call) {
    const semaphore = call.args.pointer();
    const isUp = call.program.readWord(semaphore, 4) !== 0n;
    const someLeft = call.libc.get("threadsBegun") < call.libc.get("threads");
    if (isUp || !someLeft) return takeSemaphore(call, semaphore);
    return raised.run({ ...call, args: { ...call.args, unsignedLong: () => semaphore } });
  },
};

function semaphoreInit(call: LibcCall): LibcResult {
  const semaphore = call.args.pointer();
  call.args.int();
  call.program.writeWord(semaphore, 4, BigInt(call.args.unsigned()));
  return 0;
}

function semaphorePost(call: LibcCall): LibcResult {
  const semaphore = call.args.pointer();
  call.program.writeWord(semaphore, 4, BigInt.asUintN(32, call.program.readWord(semaphore, 4) + 1n));
  call.kernel.processes.changes++;
  return 0;
}

/** Index of the thread that runs: the last that has begun and not ended. THREAD_LIMIT while main runs. */
export function runningThread(call: LibcCall): number {
  if (call.libc.get("threadFrame") === 0) return THREAD_LIMIT;
  const hasEnded = (index: number) => call.libc.memory.load(recordAt(call, index) + RECORD.ended, 8) !== 0n;
  let index = call.libc.get("threadsBegun") - 1;
  while (index > 0 && hasEnded(index)) index--;
  return index;
}

/** The main thread's number is one that no record has. */
const self = (call: LibcCall): bigint => BigInt(recordAt(call, runningThread(call)));

export const threadFunctions = {
  pthread_create: create,
  pthread_join: join,
  pthread_exit: exitThread,
  pthread_self: self,
  pthread_equal: (call) => {
    const left = call.args.unsignedLong();
    return left === call.args.unsignedLong() ? 1 : 0;
  },
  pthread_detach: () => 0,
  pthread_attr_init: () => 0,
  pthread_attr_destroy: () => 0,
  pthread_mutex_init: () => 0,
  pthread_mutex_lock: () => 0,
  pthread_mutex_trylock: () => 0,
  pthread_mutex_unlock: () => 0,
  pthread_mutex_destroy: () => 0,
  sem_init: semaphoreInit,
  sem_wait: semaphoreWait,
  sem_post: semaphorePost,
  sem_destroy: () => 0,
  sleep,
  usleep,
} satisfies LibcFunctions;
