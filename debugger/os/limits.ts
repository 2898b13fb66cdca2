// Resource limits: what a process may have at most, as it was set or as a fresh login has it. Those of open files, file sizes and
// address space are kept; the others are remembered.
// Source: the kernel's include/asm-generic/resource.h, kernel/sys.c; getrlimit(2).

import { DESCRIPTOR_LIMIT } from "./descriptors.ts";
import { STACK_BYTES } from "./load.ts";
import { processOf } from "./process-table.ts";
import { sendSignal } from "./signals.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  type KernelParts,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";

const RLIMIT = {
  fileSize: 1,
  data: 2,
  stack: 3,
  core: 4,
  openFiles: 7,
  addressSpace: 9,
  queues: 12,
  nice: 13,
  realTime: 14,
  count: 16,
};
const INFINITE = 2n ** 64n - 1n;
const SIGXFSZ = 25;

/** [soft, hard] of what is not without limit. */
const FIRST: ReadonlyMap<number, readonly [bigint, bigint]> = new Map([
  [RLIMIT.stack, [BigInt(STACK_BYTES), INFINITE]],
  [RLIMIT.core, [0n, INFINITE]],
  [RLIMIT.openFiles, [BigInt(DESCRIPTOR_LIMIT), BigInt(DESCRIPTOR_LIMIT)]],
  [RLIMIT.queues, [819200n, 819200n]],
  [RLIMIT.nice, [0n, 0n]],
  [RLIMIT.realTime, [0n, 0n]],
]);

const limits = ({ process }: KernelParts, resource: number): readonly [bigint, bigint] =>
  process.limits.get(resource) ?? FIRST.get(resource) ?? [INFINITE, INFINITE];

/** Descriptors must be below this. */
export const descriptorLimit = (kernel: KernelParts): number => Number(limits(kernel, RLIMIT.openFiles)[0]);

/** How much of `sizeBytes` bytes written at `at` a file may take; the signal is sent when it is nothing. */
export function fileRoom(kernel: KernelParts, at: number, sizeBytes: number): number | Failure {
  const [soft] = limits(kernel, RLIMIT.fileSize);
  if (BigInt(at + sizeBytes) <= soft) return sizeBytes;
  if (BigInt(at) < soft) return Number(soft) - at;
  sendSignal(kernel.signals, { signal: SIGXFSZ, code: 0, sender: kernel.processes.current.id });
  return fail("EFBIG", `a file may have ${soft} bytes (RLIMIT_FSIZE)`);
}

/** Why the program may not map so much more; `isData` says that it is its own memory, to be written. */
export function mapProblem(kernel: KernelParts, sizeBytes: number, isData: boolean): Failure | undefined {
  if (kernel.process.limits.size === 0) return undefined;
  const [all] = limits(kernel, RLIMIT.addressSpace);
  if (BigInt(kernel.memory.mappedBytes + sizeBytes) > all) return fail("ENOMEM", `RLIMIT_AS is ${all} bytes`);
  const [data] = limits(kernel, RLIMIT.data);
  if (!isData || data === INFINITE) return undefined;
  const own = kernel.space.mappings.filter(
    (one) => one.protection & 2 && one.file === undefined && one.purpose !== "stack",
  );
  const bytes = own.reduce((sum, one) => sum + one.sizeBytes, sizeBytes);
  return BigInt(bytes) > data ? fail("ENOMEM", `RLIMIT_DATA is ${data} bytes`) : undefined;
}

function writeLimits(call: SystemCall, resourceIndex: number, index: number, bytes: number): SyscallResult {
  const resource = uint(call, resourceIndex);
  if (resource >= RLIMIT.count)
    return fail("EINVAL", `${resource} (${registerOf(call, resourceIndex)}) is no resource`);
  if (word(call, index) === 0n) return 0;
  const { user } = call.kernel;
  const [soft, hard] = limits(call.kernel, resource);
  const done =
    user.writeWord(word(call, index), bytes, soft) && user.writeWord(word(call, index) + BigInt(bytes), bytes, hard);
  return done ? 0 : badBuffer(call, index, 2 * bytes, "write");
}

function setLimits(call: SystemCall, resourceIndex: number, index: number, bytes: number): SyscallResult {
  const resource = uint(call, resourceIndex);
  if (resource >= RLIMIT.count)
    return fail("EINVAL", `${resource} (${registerOf(call, resourceIndex)}) is no resource`);
  const { user, process } = call.kernel;
  const [soft, hard] = [0n, BigInt(bytes)].map((offset) => user.readWord(word(call, index) + offset, bytes));
  if (soft === undefined || hard === undefined) return badBuffer(call, index, 2 * bytes, "read");
  const whole = (value: bigint): bigint => (value === 2n ** BigInt(8 * bytes) - 1n ? INFINITE : value);
  if (whole(soft) > whole(hard)) return fail("EINVAL", "the soft limit is above the hard one");
  if (whole(hard) > limits(call.kernel, resource)[1])
    return fail("EPERM", "only an administrator can raise a hard limit");
  process.limits = new Map(process.limits).set(resource, [whole(soft), whole(hard)]);
  return 0;
}

/** prlimit: of the process itself, or another one of the run's, of which nothing is told. */
function prlimit(call: SystemCall): SyscallResult {
  const id = int(call, 0);
  const { owner } = call.kernel.processes.current;
  if (id !== 0 && id !== owner)
    return processOf(call.kernel, id)
      ? fail("EPERM", "only the own limits are told")
      : fail("ESRCH", `there is no process ${id}`);
  const old = writeLimits(call, 1, 3, 8);
  return old === 0 && word(call, 2) !== 0n ? setLimits(call, 1, 2, 8) : old;
}

export const limitCalls = {
  getrlimit: (call) => writeLimits(call, 0, 1, longBytes(call)),
  ugetrlimit: (call) => writeLimits(call, 0, 1, longBytes(call)),
  prlimit64: prlimit,
  setrlimit: (call) => setLimits(call, 0, 1, longBytes(call)),
} satisfies SyscallFunctions;
