// Locks on files: those of fcntl belong to a process and a range of bytes, those of flock to an open file. Whoever wants what
// another has waits or is refused. A process's locks on a file go when it closes any descriptor of it.
// Source: the kernel's fs/locks.c; fcntl(2), flock(2).

import type { OpenFile } from "./descriptors.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  type SyscallResult,
  type SystemCall,
  word,
} from "./syscall.ts";
import { storeWord } from "./user-memory.ts";
import { waitForOthers } from "./waiting.ts";

/** F_RDLCK, F_WRLCK, F_UNLCK. */
const LOCK = { read: 0, write: 1, none: 2 } as const;

/** A range that a process has locked; `end` is the first byte behind it. */
export interface RecordLock {
  readonly node: number;
  readonly process: number;
  readonly type: 0 | 1;
  readonly start: number;
  readonly end: number;
}

/** Where type, whence, start, length and process stand in struct flock: [offset, bytes]. */
const FORMS = {
  wide: { start: 8, length: 16, process: 24, bytes: 8, total: 32 },
  old: { start: 4, length: 8, process: 12, bytes: 4, total: 16 },
  old64: { start: 4, length: 12, process: 20, bytes: 8, total: 24 },
} as const;

const formOf = (call: SystemCall, name: "plain" | "64") =>
  call.abi === "x86_64" ? FORMS.wide : name === "64" ? FORMS.old64 : FORMS.old;

/** What struct flock asks for. */
function wantedAt(
  call: SystemCall,
  file: OpenFile,
  name: "plain" | "64",
): (Omit<RecordLock, "type"> & { type: number }) | Failure {
  const form = formOf(call, name);
  const bytes = call.kernel.user.read(word(call, 2), form.total);
  if (!bytes) return badBuffer(call, 2, form.total, "read");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const number = (at: number): number =>
    form.bytes === 8 ? Number(view.getBigInt64(at, true)) : view.getInt32(at, true);
  const [type, whence] = [view.getInt16(0, true), view.getInt16(2, true)];
  const node = nodeOf(call, file);
  if (type < LOCK.read || type > LOCK.none || whence < 0 || whence > 2)
    return fail("EINVAL", "no such lock, or no such start");
  const base = [0, file.position, node?.sizeBytes ?? 0][whence]!;
  const [from, length] = [base + number(form.start), number(form.length)];
  const start = length < 0 ? from + length : from;
  if (start < 0) return fail("EINVAL", "the range begins before the file");
  const end = length === 0 ? Number.POSITIVE_INFINITY : length < 0 ? from : from + length;
  return { node: node?.id ?? 0, process: call.kernel.processes.current.owner, type, start, end };
}

const conflicting = (
  { processes }: KernelParts,
  wanted: Omit<RecordLock, "type"> & { type: number },
): RecordLock | undefined =>
  processes.locks.find(
    ({ node, process, type, start, end }) =>
      node === wanted.node &&
      process !== wanted.process &&
      start < wanted.end &&
      end > wanted.start &&
      (type === LOCK.write || wanted.type === LOCK.write),
  );

/** F_GETLK: who is in the way, or that nobody is. */
export function readLock(call: SystemCall, file: OpenFile, name: "plain" | "64"): SyscallResult {
  const wanted = wantedAt(call, file, name);
  if (isFailure(wanted)) return wanted;
  const form = formOf(call, name);
  const found = conflicting(call.kernel, wanted);
  const bytes = call.kernel.user.read(word(call, 2), form.total)!.slice();
  storeWord(bytes, 0, 2, BigInt(found?.type ?? LOCK.none));
  if (found) {
    storeWord(bytes, 2, 2, 0n);
    storeWord(bytes, form.start, form.bytes, BigInt(found.start));
    storeWord(
      bytes,
      form.length,
      form.bytes,
      BigInt(found.end === Number.POSITIVE_INFINITY ? 0 : found.end - found.start),
    );
    storeWord(bytes, form.process, 4, BigInt(found.process));
  }
  return call.kernel.user.write(word(call, 2), bytes) ? 0 : badBuffer(call, 2, form.total, "write");
}

/** What is left of a lock when a range is taken out of it. */
function without(lock: RecordLock, start: number, end: number): RecordLock[] {
  const parts = [
    { ...lock, end: Math.min(lock.end, start) },
    { ...lock, start: Math.max(lock.start, end) },
  ];
  return parts.filter((part) => part.start < part.end);
}

/** F_SETLK and F_SETLKW. */
export function setLock(
  call: SystemCall,
  file: OpenFile,
  name: "plain" | "64",
  how: "waits" | "at once",
): SyscallResult {
  const wanted = wantedAt(call, file, name);
  if (isFailure(wanted)) return wanted;
  const { kernel } = call;
  const access = file.flags & OPEN.accessMask;
  if (
    (wanted.type === LOCK.read && access === OPEN.writeOnly) ||
    (wanted.type === LOCK.write && access === OPEN.readOnly)
  )
    return fail("EBADF", "the file is not open for what the lock is for");
  const found = wanted.type === LOCK.none ? undefined : conflicting(kernel, wanted);
  if (found) {
    const wait = how === "waits" ? waitForOthers(kernel, { for: "change" }) : undefined;
    return wait ?? fail(how === "waits" ? "EDEADLOCK" : "EAGAIN", `process ${found.process} has locked a part of it`);
  }
  const { node, process, start, end, type } = wanted;
  const rest = kernel.processes.locks.flatMap((lock) =>
    lock.node === node && lock.process === process && lock.start < end && lock.end > start
      ? without(lock, start, end)
      : [lock],
  );
  const isLock = type === LOCK.read || type === LOCK.write;
  kernel.processes.locks = isLock ? [...rest, { node, process, start, end, type }] : rest;
  return 0;
}

/** A process has closed a descriptor of the file. */
export function dropLocks({ processes }: KernelParts, node: number): void {
  const { owner } = processes.current;
  if (processes.locks.length === 0) return;
  processes.locks = processes.locks.filter((lock) => lock.node !== node || lock.process !== owner);
}

const FLOCK = { shared: 1, exclusive: 2, notWaiting: 4, none: 8 } as const;

export function flock(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const operation = int(call, 1) & ~FLOCK.notWaiting;
  if (operation === FLOCK.none) {
    file.lock = undefined;
    return 0;
  }
  if (operation !== FLOCK.shared && operation !== FLOCK.exclusive)
    return fail("EINVAL", `${int(call, 1)} is not LOCK_SH, LOCK_EX or LOCK_UN`);
  const isInTheWay = (other: OpenFile): boolean =>
    other !== file &&
    other.kind === file.kind &&
    other.node === file.node &&
    other.lock !== undefined &&
    (other.lock === "exclusive" || operation === FLOCK.exclusive);
  if (call.kernel.descriptors.all().some(isInTheWay)) {
    const wait = int(call, 1) & FLOCK.notWaiting ? undefined : waitForOthers(call.kernel, { for: "change" });
    return wait ?? fail("EAGAIN", "somebody else has locked the file");
  }
  file.lock = operation === FLOCK.shared ? "shared" : "exclusive";
  return 0;
}
