// Reading, writing and moving in open files, and what can be asked of a descriptor. Buffers that are only partly there give
// what Linux gives: as much as could be copied, EFAULT when that is nothing.
// Source: the kernel's fs/read_write.c, fs/fcntl.c, fs/pipe.c; man pages of section 2.

import type { OpenFile } from "./descriptors.ts";
import { ownerCommand } from "./file-owner.ts";
import type { FileNode } from "./files.ts";
import { forgetQueue } from "./ipc.ts";
import { descriptorLimit, fileRoom } from "./limits.ts";
import { dropLocks, readLock, setLock } from "./locks.ts";
import { readSignals, readTimer } from "./notices.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { isPatient, readPipe, writePipe } from "./pipes.ts";
import { capacityOf, PIPE_BYTES } from "./process-table.ts";
import { randomBytes } from "./random.ts";
import { isMapped, storeShared, writeMapped } from "./shared-mappings.ts";
import { readSocket, writeSocket } from "./socket-transfer.ts";
import { forgetSocket } from "./sockets.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  long,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { waitForOthers } from "./waiting.ts";

/** Linux transfers at most this much in one call. */
const TRANSFER_LIMIT_BYTES = 0x7ffff000;
const VECTOR_LIMIT = 1024;
/** Long output goes to the host in pieces. */
const STREAM_PIECE_BYTES = 2 ** 20;
/** Larger single transfers of devices than this are served in part, as Linux may do. */
const DEVICE_CHUNK_BYTES = 2 ** 20;

export const TOO_MANY_FILES = "as many files are open as may be";

const hex = (value: bigint): string => `0x${value.toString(16)}`;

export function openFor(call: SystemCall, access: "reading" | "writing"): OpenFile | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const forbidden = access === "reading" ? OPEN.writeOnly : OPEN.readOnly;
  if ((file.flags & OPEN.accessMask) === forbidden || file.flags & OPEN.path) {
    return fail("EBADF", `file descriptor ${int(call, 0)} (${registerOf(call, 0)}) is not open for ${access}`);
  }
  return file;
}

/** Bytes from a file at `position`; "pending" when the host has none yet. */
export function fetch(
  call: SystemCall,
  file: OpenFile,
  sizeBytes: number,
  position: number,
): Uint8Array | Failure | "pending" {
  const { host, files, seed, process } = call.kernel;
  if (file.kind === "socket") return readSocket(call, file, sizeBytes);
  if (file.kind !== "node") return host.readInput(sizeBytes);
  const node = files.node(file.node);
  if (node.kind === "directory") return fail("EISDIR", `file descriptor ${int(call, 0)} is a directory`);
  if (node.kind === "file") {
    storeShared(call.kernel, node);
    return files.read(node, position, sizeBytes);
  }
  if (node.kind === "pipe") return readPipe(call, file, sizeBytes);
  const chunk = Math.min(sizeBytes, DEVICE_CHUNK_BYTES);
  if (node.device === "terminal") return host.readInput(chunk);
  if (node.device === "null") return new Uint8Array(0);
  if (node.device !== "random") return new Uint8Array(chunk);
  const bytes = randomBytes(seed, process.randomIndex, chunk);
  process.randomIndex += Math.ceil(chunk / 8);
  return bytes;
}

// ---- pipes

function makePipe(call: SystemCall, flags: number): SyscallResult {
  const status = OPEN.nonBlock | OPEN.direct;
  if (flags & ~(OPEN.closeOnExec | status))
    return fail("EINVAL", "the flags can only be O_CLOEXEC, O_NONBLOCK and O_DIRECT");
  const { files, descriptors, user, clock } = call.kernel;
  if (user.usable(word(call, 0), 8, "write") < 8) return badBuffer(call, 0, 8, "write");
  const node = files.createUnnamed("pipe", 0o600, clock.realtimeNs());
  if (flags & OPEN.direct) node.packets = [];
  const closeOnExec = flags & OPEN.closeOnExec ? "close-on-exec" : "keep";
  const end = (access: number) => {
    const file: OpenFile = {
      kind: "node",
      stream: 1,
      node: node.id,
      flags: access | (flags & status),
      position: 0,
    };
    return descriptors.add(file, 0, closeOnExec);
  };
  const reading = end(OPEN.readOnly);
  const writing = reading === undefined ? undefined : end(OPEN.writeOnly);
  if (reading === undefined || writing === undefined) {
    if (reading !== undefined) descriptors.close(reading);
    files.forget(node);
    return fail("EMFILE", TOO_MANY_FILES);
  }
  user.writeWord(word(call, 0), 4, BigInt(reading));
  user.writeWord(word(call, 0) + 4n, 4, BigInt(writing));
  return 0;
}

/** Writes bytes to a file. @returns how many, or the failure; "pending" when a pipe has no room. */
export function deliver(
  call: SystemCall,
  file: OpenFile,
  bytes: Uint8Array,
  position: number | "append" | "own",
): number | Failure | "pending" {
  const { host, files, site } = call.kernel;
  if (file.kind === "socket") return writeSocket(call, file, bytes);
  if (file.kind !== "node") {
    const problem = host.writeOutput(file.stream, bytes, site());
    return problem ? fail(problem, `descriptor ${file.stream} cannot be written on this machine`) : bytes.length;
  }
  const node = files.node(file.node);
  if (node.kind === "pipe") return writePipe(call, file, bytes);
  if (node.device === "full") return fail("ENOSPC", "/dev/full is always full");
  if (node.device === "terminal") host.writeOutput(1, bytes, site());
  if (node.kind === "device") return bytes.length;
  const append = position === "append" || (file.flags & OPEN.append) !== 0;
  const at = append ? node.sizeBytes : position === "own" ? file.position : (position as number);
  if ((node.seals ?? 0) & SEAL.write || ((node.seals ?? 0) & SEAL.grow && at + bytes.length > node.sizeBytes))
    return fail("EPERM", "the file is sealed against this");
  const room = fileRoom(call.kernel, at, bytes.length);
  if (isFailure(room)) return room;
  const problem = writeMapped(call.kernel, node, at, bytes.subarray(0, room));
  if (problem) return fail(problem, "the guest's files have reached their limit");
  if (position === "own") file.position = at + room;
  return room;
}

/** The checks that read and write make of buffer and count before anything else. */
function checkRange(call: SystemCall, index: number, access: "read" | "write"): Failure | undefined {
  const size = word(call, index + 1);
  const limit = BigInt(call.kernel.space.limit);
  if (word(call, index) > limit || word(call, index) + size > limit) return badBuffer(call, index, size, access);
  return undefined;
}

export function transferIn(call: SystemCall, file: OpenFile, position: number): SyscallResult {
  const range = checkRange(call, 1, "write");
  if (range) return range;
  const sizeBytes = Math.min(Number(word(call, 2)), TRANSFER_LIMIT_BYTES);
  if (sizeBytes === 0) return 0;
  const bytes = fetch(call, file, sizeBytes, position);
  if (bytes === "pending" || isFailure(bytes)) return bytes;
  const { user } = call.kernel;
  const usable = user.usable(word(call, 1), bytes.length, "write");
  if (usable === 0 && bytes.length > 0) return badBuffer(call, 1, sizeBytes, "write");
  user.write(word(call, 1), usable === bytes.length ? bytes : bytes.subarray(0, usable));
  return usable;
}

/** eventfd: 8 bytes with the counter, or with 1 when it is a semaphore. */
function readEvent(call: SystemCall, file: OpenFile): SyscallResult {
  if (word(call, 2) < 8n) return fail("EINVAL", "an eventfd is read 8 bytes at a time");
  const count = file.counter ?? 0n;
  if (count === 0n) {
    const wait = isPatient(call, file) ? waitForOthers(call.kernel, { for: "change" }) : undefined;
    return wait ?? fail("EAGAIN", "the eventfd's counter is 0, and no other process is there to change that");
  }
  const taken = file.position === 1 ? 1n : count;
  if (!call.kernel.user.writeWord(word(call, 1), 8, taken)) return badBuffer(call, 1, 8, "write");
  file.counter = count - taken;
  return 8;
}

function writeEvent(call: SystemCall, file: OpenFile): SyscallResult {
  if (word(call, 2) < 8n) return fail("EINVAL", "an eventfd is written 8 bytes at a time");
  const added = call.kernel.user.readWord(word(call, 1), 8);
  if (added === undefined) return badBuffer(call, 1, 8, "read");
  const largest = 2n ** 64n - 2n;
  if (added > largest) return fail("EINVAL", "the largest number that can be added is 2^64 − 2");
  if ((file.counter ?? 0n) + added > largest) return fail("EAGAIN", "the eventfd's counter would overflow");
  file.counter = (file.counter ?? 0n) + added;
  file.arrivals = (file.arrivals ?? 0) + 1;
  return 8;
}

const notReadable = (call: SystemCall): Failure =>
  fail("EINVAL", `file descriptor ${int(call, 0)} (${registerOf(call, 0)}) has no contents of this kind`);

function read(call: SystemCall): SyscallResult {
  const file = openFor(call, "reading");
  if (isFailure(file)) return file;
  if (file.kind === "epoll" || file.kind === "queue" || file.kind === "process") return notReadable(call);
  if (file.kind === "event") return readEvent(call, file);
  if (file.kind === "timer") return readTimer(call, file);
  if (file.kind === "signals") return readSignals(call, file);
  const result = transferIn(call, file, file.position);
  if (typeof result === "number" && nodeOf(call, file)?.kind === "file") file.position += result;
  return result;
}

/** How much of a buffer counts: pipes take whole pages of it, files and terminals each byte. */
function writableBytes(call: SystemCall, file: OpenFile, address: bigint, sizeBytes: number): number {
  const usable = call.kernel.user.usable(address, sizeBytes, "read");
  if (usable === sizeBytes || file.kind === "node" || file.kind === "socket") return usable;
  return file.kind === "output" ? usable - (usable % 4096) : 0;
}

export function transferOut(call: SystemCall, file: OpenFile, position: number | "own"): SyscallResult {
  const range = checkRange(call, 1, "read");
  if (range) return range;
  const sizeBytes = Math.min(Number(word(call, 2)), TRANSFER_LIMIT_BYTES);
  if (sizeBytes === 0) return 0;
  const node = nodeOf(call, file);
  if (node?.kind === "device" && node.device !== "terminal")
    return deliver(call, file, new Uint8Array(sizeBytes), position);
  const usable = writableBytes(call, file, word(call, 1), sizeBytes);
  if (usable === 0) return badBuffer(call, 1, sizeBytes, "read");
  const start = Number(word(call, 1));
  if (file.kind === "node" || file.kind === "socket")
    return deliver(call, file, call.kernel.memory.peek(start, usable), position);
  for (let at = 0; at < usable; at += STREAM_PIECE_BYTES) {
    const piece = call.kernel.memory.peek(start + at, Math.min(STREAM_PIECE_BYTES, usable - at));
    const written = deliver(call, file, piece, position);
    if (isFailure(written)) return at > 0 ? at : written;
  }
  return usable;
}

function write(call: SystemCall): SyscallResult {
  const file = openFor(call, "writing");
  if (isFailure(file)) return file;
  if (["epoll", "timer", "signals", "queue", "process"].includes(file.kind)) return notReadable(call);
  return file.kind === "event" ? writeEvent(call, file) : transferOut(call, file, "own");
}

/** Position argument of pread64 and pwrite64: one register, or two in i386. */
export function positionOf(call: SystemCall, index: number): number {
  if (call.abi === "x86_64") return Number(long(call, index));
  return Number(BigInt.asIntN(64, (BigInt(uint(call, index + 1)) << 32n) | BigInt(uint(call, index))));
}

function positioned(call: SystemCall, access: "reading" | "writing"): OpenFile | Failure {
  if (positionOf(call, 3) < 0) return fail("EINVAL", `the position (${registerOf(call, 3)}) is negative`);
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const kind = nodeOf(call, file)?.kind;
  if (kind === undefined || kind === "pipe") return fail("ESPIPE", "a stream has no positions");
  return openFor(call, access);
}

function pread64(call: SystemCall): SyscallResult {
  const file = positioned(call, "reading");
  return isFailure(file) ? file : transferIn(call, file, positionOf(call, 3));
}

function pwrite64(call: SystemCall): SyscallResult {
  const file = positioned(call, "writing");
  return isFailure(file) ? file : transferOut(call, file, positionOf(call, 3));
}

export interface VectorEntry {
  readonly address: bigint;
  readonly sizeBytes: bigint;
}

/** Behind the last address a program may have; all buffers are looked at before the first is used. */
const USER_END = { x86_64: 2n ** 47n - 4096n, i386: 0xffffe000n } as const;

export function vectorOf(call: SystemCall): readonly VectorEntry[] | Failure {
  const count = int(call, 2);
  if (count < 0 || count > VECTOR_LIMIT)
    return fail("EINVAL", `the number of buffers (${registerOf(call, 2)}) is not 0 … 1024`);
  const bytes = longBytes(call);
  const entries: VectorEntry[] = [];
  let sum = 0n;
  for (let k = 0; k < count; k++) {
    const at = word(call, 1) + BigInt(k * 2 * bytes);
    const address = call.kernel.user.readWord(at, bytes);
    const sizeBytes = call.kernel.user.readWord(at + BigInt(bytes), bytes);
    if (address === undefined || sizeBytes === undefined) return badBuffer(call, 1, count * 2 * bytes, "read");
    if (BigInt.asIntN(8 * bytes, sizeBytes) < 0n) return fail("EINVAL", `buffer ${k} has a negative size`);
    if (address + sizeBytes > USER_END[call.abi])
      return fail("EFAULT", `buffer ${k} at 0x${address.toString(16)} lies beyond all memory of programs`);
    sum += sizeBytes;
    entries.push({ address, sizeBytes });
  }
  return sum > BigInt(TRANSFER_LIMIT_BYTES) ? fail("EINVAL", "the sizes add up to more than Linux transfers") : entries;
}

/** Does `transfer` for each buffer until one is served in part. */
function eachBuffer(call: SystemCall, transfer: (part: SystemCall) => SyscallResult): SyscallResult {
  const entries = vectorOf(call);
  if (isFailure(entries)) return entries;
  let sum = 0;
  for (const { address, sizeBytes } of entries) {
    if (sizeBytes === 0n) continue;
    const args = [word(call, 0), address, sizeBytes, 0n, 0n, 0n];
    const result = transfer({ ...call, args });
    if (typeof result !== "number") return sum > 0 ? sum : result;
    sum += result;
    if (BigInt(result) < sizeBytes) break;
  }
  return sum;
}

function readv(call: SystemCall): SyscallResult {
  const file = openFor(call, "reading");
  return isFailure(file) ? file : eachBuffer(call, read);
}

function writev(call: SystemCall): SyscallResult {
  const file = openFor(call, "writing");
  return isFailure(file) ? file : eachBuffer(call, write);
}

const WHENCE_LIMIT = 4;

function seek(call: SystemCall, offset: bigint, whence: number): bigint | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  if (whence < 0 || whence > WHENCE_LIMIT)
    return fail("EINVAL", `${whence} is not SEEK_SET (0), SEEK_CUR (1) or SEEK_END (2)`);
  if (file.kind === "event" || file.kind === "epoll") return 0n;
  const node = nodeOf(call, file);
  if (!node || node.device === "terminal" || node.kind === "pipe")
    return fail("ESPIPE", `file descriptor ${int(call, 0)} is a stream, which has no position`);
  if (node.kind === "device") return 0n;
  const size = BigInt(node.sizeBytes);
  if (whence > 2 && (offset < 0n || offset >= size)) return fail("ENXIO", "the offset is past the end of the file");
  const base = [0n, BigInt(file.position), size, 0n, 0n][whence]!;
  // Files here have no holes: data is where one asks, the only hole is at the end.
  const position = whence === 4 ? size : base + offset;
  if (position < 0n || position > 2n ** 53n) return fail("EINVAL", `the new position would be ${position}`);
  file.position = Number(position);
  return position;
}

const lseek = (call: SystemCall): SyscallResult => seek(call, long(call, 1), int(call, 2));

function llseek(call: SystemCall): SyscallResult {
  const offset = BigInt.asIntN(64, (BigInt(uint(call, 1)) << 32n) | BigInt(uint(call, 2)));
  const position = seek(call, offset, int(call, 4));
  if (typeof position !== "bigint") return position;
  return call.kernel.user.writeWord(word(call, 3), 8, position) ? 0 : badBuffer(call, 3, 8, "write");
}

function close(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  release(call, int(call, 0));
  return 0;
}

/** Closes a descriptor and hands a written file to the host. */
export function release(call: SystemCall, fd: number): void {
  const { descriptors, files } = call.kernel;
  const file = descriptors.get(fd);
  if (file?.kind === "node") dropLocks(call.kernel, file.node);
  const last = descriptors.close(fd);
  if (last?.kind === "socket") forgetSocket(call.kernel, last);
  if (last?.kind === "queue") forgetQueue(call.kernel, last.node);
  if (last?.kind !== "node") return;
  const node = files.node(last.node);
  storeShared(call.kernel, node);
  files.flush(node);
  if (isUnused(call, node)) files.forget(node);
}

/** Neither named nor open nor the current directory. */
export const isUnused = (call: SystemCall, node: FileNode): boolean =>
  node.links === 0 &&
  !call.kernel.processes.list.some(({ state, ending }) => ending === undefined && state.directory === node.id) &&
  !isMapped(call.kernel, node) &&
  !call.kernel.descriptors.all().some((file) => file.kind === "node" && file.node === node.id);

function dup(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  return call.kernel.descriptors.add(file) ?? fail("EMFILE", TOO_MANY_FILES);
}

function duplicateTo(call: SystemCall, closeOnExec: "close-on-exec" | "keep"): SyscallResult {
  const file = fileOf(call, 0);
  const target = int(call, 1);
  if (isFailure(file)) return file;
  if (target < 0 || target >= descriptorLimit(call.kernel))
    return fail("EBADF", `${target} (${registerOf(call, 1)}) cannot be a file descriptor`);
  if (target === int(call, 0)) return target;
  release(call, target);
  call.kernel.descriptors.set(target, file, closeOnExec);
  return target;
}

const dup2 = (call: SystemCall): SyscallResult => duplicateTo(call, "keep");

function dup3(call: SystemCall): SyscallResult {
  const flags = uint(call, 2);
  if (flags & ~OPEN.closeOnExec) return fail("EINVAL", `the flags (${registerOf(call, 2)}) can only be O_CLOEXEC`);
  if (int(call, 0) === int(call, 1)) return fail("EINVAL", "both file descriptors are the same");
  return duplicateTo(call, flags ? "close-on-exec" : "keep");
}

/** F_SEAL_*. */
export const SEAL = { seal: 1, shrink: 2, grow: 4, write: 8, known: 0x1f } as const;

// biome-ignore format: one group a line
const FCNTL = {
  dupFd: 0, getFd: 1, setFd: 2, getFlags: 3, setFlags: 4, dupFdCloseOnExec: 1030,
  getLock: 5, setLock: 6, waitLock: 7, getLock64: 12, setLock64: 13, waitLock64: 14,
  setPipeSize: 1031, getPipeSize: 1032, addSeals: 1033, getSeals: 1034,
};
/** Adds seals to a file of memfd_create; without any tells those that it has. */
function sealed(call: SystemCall, file: OpenFile, added: number): SyscallResult {
  const node = nodeOf(call, file);
  if (node?.seals === undefined) return fail("EINVAL", "only files of memfd_create have seals");
  if (int(call, 1) === FCNTL.getSeals) return node.seals;
  if (added & ~SEAL.known) return fail("EINVAL", "the seals are unknown");
  if (node.seals & SEAL.seal) return fail("EPERM", "the file is sealed against more seals");
  node.seals |= added;
  return 0;
}
const PIPE_LIMIT_BYTES = 2 ** 20;

/** What fits into a pipe; a new size is rounded up to a power of two of pages. */
function pipeSize(call: SystemCall, file: OpenFile, wanted: number | undefined): SyscallResult {
  const node = nodeOf(call, file);
  const isStream = file.kind === "input" || file.kind === "output";
  if (node?.kind !== "pipe" && !isStream) return fail("EBADF", `file descriptor ${int(call, 0)} is no pipe`);
  if (node === undefined || wanted === undefined) return node ? capacityOf(node) : PIPE_BYTES;
  if (wanted === 0 || wanted > 2 ** 31) return fail("EINVAL", "the size is 0 or too large");
  const size = Math.max(4096, 2 ** Math.ceil(Math.log2(wanted)));
  if (size > PIPE_LIMIT_BYTES) return fail("EPERM", `a pipe may hold ${PIPE_LIMIT_BYTES} bytes`);
  if (size < node.sizeBytes) return fail("EBUSY", "the pipe holds more already");
  node.capacityBytes = size;
  return size;
}

const CHANGEABLE_FLAGS = OPEN.append | OPEN.nonBlock;

/** Whether open has made it: then 64-bit programs see O_LARGEFILE. */
const isOpened = (call: SystemCall, file: OpenFile): boolean =>
  file.kind === "terminal" || (file.kind === "node" && nodeOf(call, file)?.kind !== "pipe");

function fcntl(call: SystemCall): SyscallResult {
  const { descriptors } = call.kernel;
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const fd = int(call, 0);
  const value = uint(call, 2);
  switch (int(call, 1)) {
    case FCNTL.dupFd:
    case FCNTL.dupFdCloseOnExec: {
      if (value >= descriptorLimit(call.kernel))
        return fail("EINVAL", `${value} (${registerOf(call, 2)}) cannot be a file descriptor`);
      const flag = int(call, 1) === FCNTL.dupFd ? "keep" : "close-on-exec";
      return descriptors.add(file, value, flag) ?? fail("EMFILE", TOO_MANY_FILES);
    }
    case FCNTL.getFd:
      return descriptors.closesOnExec(fd) ? 1 : 0;
    case FCNTL.setFd:
      descriptors.setCloseOnExec(fd, value & 1 ? "close-on-exec" : "keep");
      return 0;
    case FCNTL.getFlags:
      return file.flags | (call.kernel.bits === 64 && isOpened(call, file) ? OPEN.largeFile : 0);
    case FCNTL.setFlags:
      file.flags = (file.flags & ~CHANGEABLE_FLAGS) | (value & CHANGEABLE_FLAGS);
      return 0;
    case FCNTL.getLock:
    case FCNTL.getLock64:
      return readLock(call, file, int(call, 1) === FCNTL.getLock ? "plain" : "64");
    case FCNTL.setLock:
    case FCNTL.setLock64:
      return setLock(call, file, int(call, 1) === FCNTL.setLock ? "plain" : "64", "at once");
    case FCNTL.waitLock:
    case FCNTL.waitLock64:
      return setLock(call, file, int(call, 1) === FCNTL.waitLock ? "plain" : "64", "waits");
    case FCNTL.addSeals:
    case FCNTL.getSeals:
      return sealed(call, file, int(call, 1) === FCNTL.addSeals ? value : 0);
    case FCNTL.getPipeSize:
    case FCNTL.setPipeSize:
      return pipeSize(call, file, int(call, 1) === FCNTL.setPipeSize ? value : undefined);
    default:
      return (
        ownerCommand(call, file) ??
        fail("EINVAL", `${int(call, 1)} (${registerOf(call, 1)}) is not a command that is known here`)
      );
  }
}

const FIONREAD = 0x541b;
const FIONBIO = 0x5421;
const FIOCLEX = 0x5451;
const FIONCLEX = 0x5450;
const IOCTL = { getAttributes: 0x5401, setFirst: 0x5402, setLast: 0x5404, processGroup: 0x540f, windowSize: 0x5413 };
/** A terminal's struct termios in its usual state: cooked, echoing, 38400 baud. */
const TERMIOS = [
  0x00, 0x05, 0, 0, 0x05, 0, 0, 0, 0xbf, 0, 0, 0, 0x3b, 0x8a, 0, 0, 0, 3, 0x1c, 0x7f, 0x15, 4, 0, 1, 0, 0x11, 0x13,
  0x1a, 0, 0x12, 0xf, 0x17, 0x16, 0, 0, 0,
];
const WINDOW = [24, 0, 80, 0, 0, 0, 0, 0];

/** Requests that any descriptor has: not to wait, to be closed by execve; of a socket, how much it holds. */
function ownRequest(call: SystemCall, file: OpenFile, request: number): SyscallResult | undefined {
  const { user, descriptors, files } = call.kernel;
  if (request === FIOCLEX || request === FIONCLEX) {
    descriptors.setCloseOnExec(int(call, 0), request === FIOCLEX ? "close-on-exec" : "keep");
    return 0;
  }
  if (request === FIONBIO) {
    const value = user.readWord(word(call, 2), 4);
    if (value === undefined) return badBuffer(call, 2, 4, "read");
    file.flags = value === 0n ? file.flags & ~OPEN.nonBlock : file.flags | OPEN.nonBlock;
    return 0;
  }
  if (request !== FIONREAD || !file.socket) return undefined;
  const held = file.socket.messages[0]?.bytes.length ?? files.node(file.node).sizeBytes;
  return user.writeWord(word(call, 2), 4, BigInt(held)) ? 0 : badBuffer(call, 2, 4, "write");
}

function ioctl(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const request = uint(call, 1);
  const node = nodeOf(call, file);
  if (request === FIONREAD && (node?.kind === "pipe" || node?.kind === "file")) {
    const left = BigInt(node.kind === "pipe" ? node.sizeBytes : Math.max(0, node.sizeBytes - file.position));
    return call.kernel.user.writeWord(word(call, 2), 4, left) ? 0 : badBuffer(call, 2, 4, "write");
  }
  const own = ownRequest(call, file, request);
  if (own !== undefined) return own;
  const terminal = file.kind === "terminal" || node?.device === "terminal";
  if (!terminal) return fail("ENOTTY", `file descriptor ${int(call, 0)} (${registerOf(call, 0)}) is not a terminal`);
  if (request >= IOCTL.setFirst && request <= IOCTL.setLast) return 0;
  const answer =
    request === IOCTL.getAttributes
      ? TERMIOS
      : request === IOCTL.windowSize
        ? WINDOW
        : request === IOCTL.processGroup
          ? [0xa5, 0x0f, 0, 0]
          : undefined;
  if (!answer) return fail("ENOTTY", `the request ${hex(word(call, 1))} (${registerOf(call, 1)}) is not known here`);
  return call.kernel.user.write(word(call, 2), Uint8Array.from(answer))
    ? 0
    : badBuffer(call, 2, answer.length, "write");
}

/** Makes written files known to the host. */
function fsync(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (!node) return fail("EINVAL", "a stream cannot be synchronised");
  storeShared(call.kernel, node);
  call.kernel.files.flush(node);
  return 0;
}

export const ioCalls = {
  read,
  write,
  pread64,
  pwrite64,
  readv,
  writev,
  lseek,
  _llseek: llseek,
  close,
  dup,
  dup2,
  dup3,
  fcntl,
  fcntl64: fcntl,
  ioctl,
  fsync,
  fdatasync: fsync,
  pipe: (call) => makePipe(call, 0),
  pipe2: (call) => makePipe(call, uint(call, 1)),
} satisfies SyscallFunctions;
