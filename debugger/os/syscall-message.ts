// Sending and receiving through sockets: with an address, or with a message header that has several buffers and open files to
// pass on.
// Source: send(2), recv(2), sendmsg(2), cmsg(3), unix(7).

import type { OpenFile } from "./descriptors.ts";
import { MESSAGE, type Received, receive, send } from "./socket-transfer.ts";
import { addressAt, FAMILY, giveAddress, keepsLimits, type SocketFile, socketOf } from "./sockets.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  longBytes,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { storeWord } from "./user-memory.ts";

const TRANSFER_LIMIT = 2 ** 26;

export function sendTo(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const to = word(call, 4) === 0n ? undefined : addressAt(call, 4, file.socket);
  if (isFailure(to)) return to;
  const sizeBytes = Math.min(Number(word(call, 2)), TRANSFER_LIMIT);
  const bytes = call.kernel.user.read(word(call, 1), sizeBytes);
  if (!bytes) return badBuffer(call, 1, sizeBytes, "read");
  if (to && !keepsLimits(file.socket) && file.socket.peer !== 0 && file.socket.family === FAMILY.local)
    return fail("EISCONN", "the socket is connected: its messages need no address");
  return send(call, file, { bytes: bytes.slice(), passed: [] }, to, uint(call, 3));
}

export function receiveFrom(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const { user } = call.kernel;
  const sizeBytes = Math.min(Number(word(call, 2)), TRANSFER_LIMIT);
  const usable = user.usable(word(call, 1), sizeBytes, "write");
  if (usable === 0 && sizeBytes > 0) return badBuffer(call, 1, sizeBytes, "write");
  const received = receive(call, file, usable, uint(call, 3));
  if (received === "pending" || isFailure(received)) return received;
  user.write(word(call, 1), received.bytes);
  // Who has no name gives an address of no bytes.
  const isWanted = keepsLimits(file.socket) && word(call, 4) !== 0n;
  const failed = isWanted ? giveAddress(call, 4, undefined, received.from) : undefined;
  return failed ?? (uint(call, 3) & MESSAGE.truncated ? received.wholeBytes : received.bytes.length);
}

// ---- message headers

interface Header {
  readonly at: bigint;
  readonly name: bigint;
  readonly nameBytes: number;
  readonly parts: readonly { readonly address: bigint; readonly sizeBytes: number }[];
  readonly control: bigint;
  readonly controlBytes: number;
}

const PARTS_LIMIT = 1024;

/** Offsets of struct msghdr's fields: name, its length, buffers, their count, control, its length, flags. */
const FIELDS = { 8: [0, 8, 16, 24, 32, 40, 48], 4: [0, 4, 8, 12, 16, 20, 24] } as const;

function headerAt(call: SystemCall, at: bigint): Header | Failure {
  const bytes = longBytes(call);
  const { user } = call.kernel;
  const fields = FIELDS[bytes];
  const read = (k: number, size: number = bytes): bigint => user.readWord(at + BigInt(fields[k]!), size) ?? 0n;
  if (user.usable(at, fields[6] + 4, "read") < fields[6] + 4)
    return fail("EFAULT", "the kernel cannot read the header");
  const count = Number(read(3));
  if (count > PARTS_LIMIT) return fail("EMSGSIZE", `a message has at most ${PARTS_LIMIT} buffers`);
  const parts = Array.from({ length: count }, (_, k) => {
    const part = read(2) + BigInt(2 * bytes * k);
    return {
      address: user.readWord(part, bytes) ?? 0n,
      sizeBytes: Math.min(TRANSFER_LIMIT, Number(user.readWord(part + BigInt(bytes), bytes) ?? 0n)),
    };
  });
  const nameBytes = Number(BigInt.asIntN(32, read(1, 4)));
  return { at, name: read(0), nameBytes, parts, control: read(4), controlBytes: Number(read(5)) };
}

const SOL_SOCKET = 1;
const SCM_RIGHTS = 1;
const PASSED_LIMIT = 253;

/** struct cmsghdr: a long and two ints. */
const controlHeader = (call: SystemCall): number => longBytes(call) + 8;
const aligned = (call: SystemCall, size: number): number => Math.ceil(size / longBytes(call)) * longBytes(call);

/** The open files that a message passes on. */
function passedFiles(call: SystemCall, { control, controlBytes }: Header): readonly OpenFile[] | Failure {
  const { user, descriptors } = call.kernel;
  const bytes = longBytes(call);
  const head = controlHeader(call);
  const files: OpenFile[] = [];
  if (control === 0n) return files;
  for (let at = 0; at + head <= controlBytes; ) {
    const place = control + BigInt(at);
    const length = Number(user.readWord(place, bytes) ?? 0n);
    if (length < head || at + length > controlBytes) return fail("EINVAL", "a control message has a wrong length");
    const isRights =
      user.readWord(place + BigInt(bytes), 4) === BigInt(SOL_SOCKET) &&
      user.readWord(place + BigInt(bytes + 4), 4) === BigInt(SCM_RIGHTS);
    for (let k = head; isRights && k + 4 <= length; k += 4) {
      const fd = Number(BigInt.asIntN(32, user.readWord(place + BigInt(k), 4) ?? 0n));
      const file = descriptors.get(fd);
      if (!file) return fail("EBADF", `${fd}, which is to be passed on, is not open`);
      files.push(file);
    }
    at += aligned(call, length);
  }
  return files.length > PASSED_LIMIT ? fail("EINVAL", `at most ${PASSED_LIMIT} files are passed on at once`) : files;
}

function sendHeader(call: SystemCall, file: SocketFile, at: bigint, flags: number): SyscallResult {
  const header = headerAt(call, at);
  if (isFailure(header)) return header;
  const passed = file.socket.family === FAMILY.local ? passedFiles(call, header) : [];
  if (isFailure(passed)) return passed;
  const args = [0n, header.name, BigInt(header.nameBytes), 0n, 0n, 0n];
  const to = header.name === 0n || header.nameBytes === 0 ? undefined : addressAt({ ...call, args }, 1, file.socket);
  if (isFailure(to)) return to;
  const pieces: Uint8Array[] = [];
  for (const { address, sizeBytes } of header.parts) {
    const piece = call.kernel.user.read(address, sizeBytes);
    if (!piece) return fail("EFAULT", "the kernel cannot read a buffer of the message");
    pieces.push(piece);
  }
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return send(call, file, { bytes, passed }, to, flags);
}

export function sendMessage(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  return isFailure(file) ? file : sendHeader(call, file, word(call, 1), uint(call, 2));
}

const CONTROL_TRUNCATED = 8;

/** Descriptors for the passed files, as far as there is room for them. @returns length of the control part, and flags. */
function takePassed(
  call: SystemCall,
  { control, controlBytes }: Header,
  passed: readonly OpenFile[],
  flags: number,
): { readonly length: number; readonly flags: number } {
  if (passed.length === 0) return { length: 0, flags: 0 };
  const bytes = longBytes(call);
  const head = controlHeader(call);
  const room = control === 0n ? 0 : Math.max(0, Math.floor((controlBytes - head) / 4));
  const taken = passed.slice(0, room);
  const lost = taken.length < passed.length ? CONTROL_TRUNCATED : 0;
  if (taken.length === 0) return { length: 0, flags: lost };
  const part = new Uint8Array(head + 4 * taken.length);
  storeWord(part, 0, bytes, BigInt(part.length));
  storeWord(part, bytes, 4, BigInt(SOL_SOCKET));
  storeWord(part, bytes + 4, 4, BigInt(SCM_RIGHTS));
  const closing = flags & MESSAGE.closeOnExec ? "close-on-exec" : "keep";
  for (const [k, file] of taken.entries())
    storeWord(part, head + 4 * k, 4, BigInt(call.kernel.descriptors.add(file, 0, closing) ?? -1 >>> 0));
  call.kernel.user.write(control, part);
  return { length: Math.min(controlBytes, aligned(call, part.length)), flags: lost };
}

function giveHeader(call: SystemCall, file: SocketFile, header: Header, received: Received, flags: number): void {
  const { user } = call.kernel;
  const fields = FIELDS[longBytes(call)];
  let offset = 0;
  for (const { address, sizeBytes } of header.parts) {
    user.write(address, received.bytes.subarray(offset, offset + sizeBytes));
    offset += sizeBytes;
  }
  const { from } = received;
  if (header.name !== 0n) {
    const shown = keepsLimits(file.socket) ? from : new Uint8Array(0);
    user.write(header.name, shown.subarray(0, Math.max(0, header.nameBytes)));
    user.writeWord(header.at + BigInt(fields[1]), 4, BigInt(shown.length));
  }
  const passed = takePassed(call, header, received.passed, flags);
  const isCut = received.wholeBytes > received.bytes.length ? MESSAGE.truncated : 0;
  user.writeWord(header.at + BigInt(fields[5]), longBytes(call), BigInt(passed.length));
  user.writeWord(header.at + BigInt(fields[6]), 4, BigInt(passed.flags | isCut));
}

function receiveHeader(call: SystemCall, file: SocketFile, at: bigint, flags: number): SyscallResult {
  const header = headerAt(call, at);
  if (isFailure(header)) return header;
  const room = header.parts.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const received = receive(call, file, room, flags);
  if (received === "pending" || isFailure(received)) return received;
  giveHeader(call, file, header, received, flags);
  return flags & MESSAGE.truncated ? received.wholeBytes : received.bytes.length;
}

export function receiveMessage(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  return isFailure(file) ? file : receiveHeader(call, file, word(call, 1), uint(call, 2));
}

// ---- several messages at once

/** struct mmsghdr: a message header and what was transferred, whole longs. */
const entryBytes = (call: SystemCall): bigint => (longBytes(call) === 8 ? 64n : 32n);

const each =
  (transfer: typeof sendHeader) =>
  (call: SystemCall): SyscallResult => {
    const file = socketOf(call, 0);
    if (isFailure(file)) return file;
    const count = Math.min(uint(call, 2), PARTS_LIMIT);
    for (let k = 0; k < count; k++) {
      const at = word(call, 1) + BigInt(k) * entryBytes(call);
      // Only the first one is waited for.
      const flags = int(call, 3) | (k > 0 ? MESSAGE.doNotWait : 0);
      const result = transfer(call, file, at, flags);
      if (typeof result !== "number") return k > 0 ? k : result;
      call.kernel.user.writeWord(at + entryBytes(call) - BigInt(longBytes(call)), 4, BigInt(result));
    }
    return count;
  };

export const sendMessages = each(sendHeader);
export const receiveMessages = each(receiveHeader);
