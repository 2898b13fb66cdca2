// What a file carries beside its contents: permissions, owner, times, extended attributes (there are none), and what the file
// system says of itself.
// Source: the kernel's fs/open.c, fs/utimes.c, fs/statfs.c, fs/xattr.c; man pages of section 2.

import { SECOND_NS } from "./clock.ts";
import type { FileNode, LastLink } from "./files.ts";
import { fileRoom } from "./limits.ts";
import { flock } from "./locks.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { AT_FDCWD, OPEN } from "./open-flags.ts";
import { USER_ID } from "./process-stack.ts";
import { resizeMapped, writeMapped } from "./shared-mappings.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { existing } from "./syscall-file.ts";

const AT_SYMLINK_NOFOLLOW = 0x100;
const AT_EMPTY_PATH = 0x1000;

const nodeAt = (
  call: SystemCall,
  pathIndex: number,
  directoryIndex?: number,
  last: LastLink = "follow",
): FileNode | Failure => {
  const place = existing(call, pathIndex, directoryIndex, last);
  return isFailure(place) ? place : place.node;
};

/** Node of descriptor argument 0; undefined for the host's streams, whose attributes cannot be changed. */
function nodeOpen(call: SystemCall): FileNode | Failure | undefined {
  const file = fileOf(call, 0);
  return isFailure(file) ? file : nodeOf(call, file);
}

// ---- permissions and owner

const READ_ONLY = fail("EROFS", "the file is mounted read-only");

function changeMode(call: SystemCall, node: FileNode | Failure | undefined, mode: number): SyscallResult {
  if (node === undefined) return 0;
  if (isFailure(node)) return node;
  if (call.kernel.files.isReadOnly(node)) return READ_ONLY;
  if (node.kind === "device") return fail("EPERM", "a device belongs to the system");
  node.mode = mode & 0o7777;
  return 0;
}

/** Owner and group can only be what they are. */
function changeOwner(call: SystemCall, node: FileNode | Failure | undefined, index: number): SyscallResult {
  if (node === undefined) return 0;
  if (isFailure(node)) return node;
  // i386's oldest calls have 16-bit numbers.
  const unchanged = call.abi === "i386" ? [0xffff, 0xffffffff] : [0xffffffff];
  const allowed = (value: number): boolean => value === USER_ID || unchanged.includes(value);
  if (allowed(uint(call, index)) && allowed(uint(call, index + 1))) return 0;
  return fail("EPERM", `only user and group ${USER_ID} are there to own files`);
}

const chownPath =
  (last: LastLink) =>
  (call: SystemCall): SyscallResult =>
    changeOwner(call, nodeAt(call, 0, undefined, last), 1);
const chownOpen = (call: SystemCall): SyscallResult => changeOwner(call, nodeOpen(call), 1);

function chownAt(call: SystemCall): SyscallResult {
  const flags = uint(call, 4);
  const isOpen = (flags & AT_EMPTY_PATH) !== 0 && call.kernel.user.text(word(call, 1), 2) === "";
  const node = isOpen ? nodeOpen(call) : nodeAt(call, 1, 0, flags & AT_SYMLINK_NOFOLLOW ? "keep" : "follow");
  return changeOwner(call, node, 2);
}

// ---- times

const NOW_NS = 0x3fffffffn;
const OMIT_NS = 0x3ffffffen;

interface FileTimes {
  readonly accessedNs: bigint | undefined;
  readonly modifiedNs: bigint | undefined;
}

/** Two pairs of longs at an argument: seconds and a part of `unitNs` nanoseconds. NULL means now. */
function timesAt(call: SystemCall, index: number, bytes: number, unitNs: bigint): FileTimes | Failure {
  const now = call.kernel.clock.realtimeNs();
  if (word(call, index) === 0n) return { accessedNs: now, modifiedNs: now };
  const times: (bigint | undefined)[] = [];
  for (const pair of [0, 1]) {
    const at = word(call, index) + BigInt(2 * pair * bytes);
    const seconds = call.kernel.user.readWord(at, bytes);
    const part = call.kernel.user.readWord(at + BigInt(bytes), bytes);
    if (seconds === undefined || part === undefined) return badBuffer(call, index, 4 * bytes, "read");
    const signed = BigInt.asIntN(8 * bytes, seconds);
    if (unitNs === 1n && part === OMIT_NS) times.push(undefined);
    else if (unitNs === 1n && part === NOW_NS) times.push(now);
    else if (part * unitNs >= SECOND_NS)
      return fail("EINVAL", `${part} is more than a second's part (${registerOf(call, index)})`);
    else times.push(signed * SECOND_NS + part * unitNs);
  }
  return { accessedNs: times[0], modifiedNs: times[1] };
}

function setTimes(node: FileNode | Failure | undefined, times: FileTimes | Failure): SyscallResult {
  if (isFailure(times)) return times;
  if (node === undefined) return 0;
  if (isFailure(node)) return node;
  if (times.accessedNs !== undefined) node.accessedNs = times.accessedNs;
  if (times.modifiedNs !== undefined) node.modifiedNs = times.modifiedNs;
  return 0;
}

const utimensat =
  (wide: "wide" | "long") =>
  (call: SystemCall): SyscallResult => {
    const times = timesAt(call, 2, wide === "wide" ? 8 : longBytes(call), 1n);
    if (isFailure(times)) return times;
    const flags = uint(call, 3);
    if (flags & ~(AT_SYMLINK_NOFOLLOW | AT_EMPTY_PATH))
      return fail("EINVAL", `the flags (${registerOf(call, 3)}) can only be AT_SYMLINK_NOFOLLOW`);
    // Without a path the descriptor itself is meant.
    const isOpen = word(call, 1) === 0n && int(call, 0) !== AT_FDCWD;
    return setTimes(isOpen ? nodeOpen(call) : nodeAt(call, 1, 0, flags ? "keep" : "follow"), times);
  };

/** struct utimbuf: whole seconds. */
function utime(call: SystemCall): SyscallResult {
  const { user, clock } = call.kernel;
  const bytes = longBytes(call);
  const node = nodeAt(call, 0);
  if (word(call, 1) === 0n) return setTimes(node, { accessedNs: clock.realtimeNs(), modifiedNs: clock.realtimeNs() });
  const [accessed, modified] = [0, 1].map((k) => user.readWord(word(call, 1) + BigInt(k * bytes), bytes));
  if (accessed === undefined || modified === undefined) return badBuffer(call, 1, 2 * bytes, "read");
  const ns = (seconds: bigint) => BigInt.asIntN(8 * bytes, seconds) * SECOND_NS;
  return setTimes(node, { accessedNs: ns(accessed), modifiedNs: ns(modified) });
}

// ---- the file system

const TMPFS_MAGIC = 0x01021994n;
const NAME_BYTES = 255n;
const CAPACITY_BLOCKS = 65536n;

/** A file system in memory of 256 MiB in blocks of 4096 bytes. */
function answerFileSystem(call: SystemCall, index: number, form: "statfs" | "statfs64"): SyscallResult {
  const word64 = call.abi === "x86_64";
  const small = word64 ? 8 : 4;
  const counts = word64 || form === "statfs64" ? 8 : 4;
  const values: readonly (readonly [number, bigint])[] = [
    [small, TMPFS_MAGIC],
    [small, 4096n],
    [counts, CAPACITY_BLOCKS],
    [counts, CAPACITY_BLOCKS],
    [counts, CAPACITY_BLOCKS],
    [counts, CAPACITY_BLOCKS],
    [counts, CAPACITY_BLOCKS],
    [8, 1n],
    [small, NAME_BYTES],
    [small, 4096n],
    [small, 0x1020n],
  ];
  const bytes = new Uint8Array(values.reduce((sum, [size]) => sum + size, 4 * small));
  let at = 0;
  for (const [size, value] of values) {
    for (let k = 0; k < size; k++) bytes[at++] = Number((value >> BigInt(8 * k)) & 255n);
  }
  return call.kernel.user.write(word(call, index), bytes) ? 0 : badBuffer(call, index, bytes.length, "write");
}

const fileSystemOf =
  (what: "path" | "open", form: "statfs" | "statfs64") =>
  (call: SystemCall): SyscallResult => {
    const found = what === "path" ? nodeAt(call, 0) : fileOf(call, 0);
    if (isFailure(found)) return found;
    return answerFileSystem(call, form === "statfs64" ? 2 : 1, form);
  };

/** Extended attributes: there are none, and none can be made. */
const withoutAttributes =
  (what: "path" | "link" | "open", action: "read" | "write" | "list") =>
  (call: SystemCall): SyscallResult => {
    const found = what === "open" ? fileOf(call, 0) : nodeAt(call, 0, undefined, what === "link" ? "keep" : "follow");
    if (isFailure(found)) return found;
    if (action === "list") return 0;
    return action === "read"
      ? fail("ENODATA", "the file has no such attribute")
      : fail("ENOTSUP", "files here have no extended attributes");
  };

/** Advice about a file changes nothing. */
function advise(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  return isFailure(file) ? file : 0;
}

/** FALLOC_FL_*. */
const ALLOCATE = { keepSize: 1, punch: 2, zero: 0x10 } as const;

function allocate(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (node?.kind !== "file") return fail(node?.kind === "pipe" ? "ESPIPE" : "ENODEV", "only files can have room kept");
  if ((file.flags & OPEN.accessMask) === OPEN.readOnly) return fail("EBADF", "the file is not open for writing");
  const wide = (index: number) => BigInt.asIntN(64, (word(call, index + 1) << 32n) | word(call, index));
  const from = call.abi === "i386" ? wide(2) : BigInt.asIntN(64, word(call, 2));
  const size = call.abi === "i386" ? wide(4) : BigInt.asIntN(64, word(call, 3));
  if (from < 0n || size <= 0n) return fail("EINVAL", "the range is empty or negative");
  const mode = int(call, 1);
  const end = Number(from + size);
  if (mode === ALLOCATE.punch + ALLOCATE.keepSize || (mode & ~ALLOCATE.keepSize) === ALLOCATE.zero) {
    const bytes = Math.max(0, Math.min(end, node.sizeBytes) - Number(from));
    const failed = writeMapped(call.kernel, node, Number(from), new Uint8Array(bytes));
    if (failed) return fail(failed, "the guest's files have reached their limit");
  } else if (mode & ~ALLOCATE.keepSize) return fail("ENOTSUP", "room can be kept and emptied, not moved");
  if (mode & ALLOCATE.keepSize || end <= node.sizeBytes) return 0;
  const room = fileRoom(call.kernel, end - 1, 1);
  if (isFailure(room)) return room;
  const problem = resizeMapped(call.kernel, node, end);
  return problem ? fail(problem, "the guest's files have reached their limit") : 0;
}

export const attributeCalls = {
  chmod: (call) => changeMode(call, nodeAt(call, 0), uint(call, 1)),
  fchmod: (call) => changeMode(call, nodeOpen(call), uint(call, 1)),
  fchmodat: (call) => changeMode(call, nodeAt(call, 1, 0), uint(call, 2)),
  chown: chownPath("follow"),
  lchown: chownPath("keep"),
  fchown: chownOpen,
  fchownat: chownAt,
  chown32: chownPath("follow"),
  lchown32: chownPath("keep"),
  fchown32: chownOpen,
  utime,
  utimes: (call) => setTimes(nodeAt(call, 0), timesAt(call, 1, longBytes(call), 1000n)),
  futimesat: (call) => setTimes(nodeAt(call, 1, 0), timesAt(call, 2, longBytes(call), 1000n)),
  utimensat: utimensat("long"),
  utimensat_time64: utimensat("wide"),
  statfs: fileSystemOf("path", "statfs"),
  fstatfs: fileSystemOf("open", "statfs"),
  statfs64: fileSystemOf("path", "statfs64"),
  fstatfs64: fileSystemOf("open", "statfs64"),
  getxattr: withoutAttributes("path", "read"),
  lgetxattr: withoutAttributes("link", "read"),
  fgetxattr: withoutAttributes("open", "read"),
  listxattr: withoutAttributes("path", "list"),
  llistxattr: withoutAttributes("link", "list"),
  flistxattr: withoutAttributes("open", "list"),
  setxattr: withoutAttributes("path", "write"),
  lsetxattr: withoutAttributes("link", "write"),
  fsetxattr: withoutAttributes("open", "write"),
  removexattr: withoutAttributes("path", "read"),
  lremovexattr: withoutAttributes("link", "read"),
  fremovexattr: withoutAttributes("open", "read"),
  flock,
  fallocate: allocate,
  fadvise64: advise,
  fadvise64_64: advise,
  readahead: advise,
  sync_file_range: advise,
} satisfies SyscallFunctions;
