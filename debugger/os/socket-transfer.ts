// Bytes through sockets: streams as through pipes, one for each direction; datagrams one message at a time, of which a reader
// with too little room loses the rest. Descriptors that a message carries go along.
// Source: send(2), recv(2), unix(7), ip(7).

import type { Message, OpenFile } from "./descriptors.ts";
import { OPEN } from "./open-flags.ts";
import { isPatient, readPipe, writePipe } from "./pipes.ts";
import { isPipeOpen } from "./process-table.ts";
import {
  change,
  FAMILY,
  hasPort,
  isSocket,
  keepsLimits,
  loopback,
  peerOf,
  SOCKET_BYTES,
  type SocketFile,
  socketAt,
  TYPE,
  withPort,
} from "./sockets.ts";
import { type Failure, fail, isFailure, type SystemCall } from "./syscall.ts";
import { waitForOthers } from "./waiting.ts";

/** MSG_*. */
export const MESSAGE = {
  peek: 2,
  truncated: 0x20,
  doNotWait: 0x40,
  waitAll: 0x100,
  noSignal: 0x4000,
  closeOnExec: 0x40000000,
} as const;

/** Messages that may wait for one reader, as Linux's net.unix.max_dgram_qlen; the loopback takes more. */
const MESSAGES = 10;

export interface Received {
  readonly bytes: Uint8Array;
  /** Of a message that was longer than the room for it. */
  readonly wholeBytes: number;
  readonly from: Uint8Array;
  readonly passed: readonly OpenFile[];
}

const patient = (call: SystemCall, file: SocketFile, flags: number): boolean =>
  (flags & MESSAGE.doNotWait) === 0 && isPatient(call, file);

/** Waits until somebody changes something; the failure when nobody will. */
function waitOrAgain(call: SystemCall, file: SocketFile, flags: number, why: string): Failure | "pending" {
  const wait = patient(call, file, flags) ? waitForOthers(call.kernel, { for: "change" }) : undefined;
  return wait ?? fail("EAGAIN", why);
}

function receiveMessage(
  call: SystemCall,
  file: SocketFile,
  sizeBytes: number,
  flags: number,
): Received | Failure | "pending" {
  const { socket } = file;
  const [first, ...rest] = socket.messages;
  if (!first) {
    const isOver = socket.isDeaf || (socket.type === TYPE.sequence && !peerOf(call.kernel, file));
    if (isOver) return { bytes: new Uint8Array(0), wholeBytes: 0, from: socket.remote, passed: [] };
    return waitOrAgain(call, file, flags, "no message has come, and nobody is there who could send one");
  }
  if ((flags & MESSAGE.peek) === 0) change(file, { messages: rest });
  const { bytes, from, passed } = first;
  return { bytes: bytes.subarray(0, sizeBytes), wholeBytes: bytes.length, from, passed };
}

/** Takes what has come in. `sizeBytes` is the room for it. */
export function receive(
  call: SystemCall,
  file: SocketFile,
  sizeBytes: number,
  flags: number,
): Received | Failure | "pending" {
  const { socket } = file;
  if (keepsLimits(socket)) return receiveMessage(call, file, sizeBytes, flags);
  if (socket.peer === 0)
    return fail(socket.family === FAMILY.local ? "EINVAL" : "ENOTCONN", "the socket is not connected");
  const { files } = call.kernel;
  const node = files.node(file.node);
  const done = (bytes: Uint8Array, passed: readonly OpenFile[]): Received => ({
    ...{ bytes, passed, wholeBytes: bytes.length },
    from: socket.family === FAMILY.local ? new Uint8Array(0) : socket.remote,
  });
  if (node.sizeBytes === 0 && socket.isDeaf) return done(new Uint8Array(0), []);
  const isOpen = isPipeOpen(call.kernel, node.id, OPEN.writeOnly);
  if (flags & MESSAGE.waitAll && node.sizeBytes < sizeBytes && isOpen && patient(call, file, flags)) {
    const wait = waitForOthers(call.kernel, { for: "change" });
    if (wait === "pending") return wait;
  }
  if (flags & MESSAGE.peek && node.sizeBytes > 0) return done(files.read(node, 0, sizeBytes), []);
  const end = { node: file.node, flags: flags & MESSAGE.doNotWait ? file.flags | OPEN.nonBlock : file.flags };
  const bytes = readPipe(call, end, sizeBytes);
  if (bytes === "pending" || isFailure(bytes)) return bytes;
  const [passed, ...rest] = socket.passed;
  if (bytes.length > 0 && passed) change(file, { passed: rest });
  return done(bytes, bytes.length > 0 ? (passed ?? []) : []);
}

function sendMessage(
  call: SystemCall,
  file: SocketFile,
  message: Pick<Message, "bytes" | "passed">,
  to: Uint8Array | undefined,
  flags: number,
): number | Failure | "pending" {
  const { socket } = file;
  if (to === undefined && socket.peer === 0 && socket.remote.length === 0)
    return fail(
      socket.type === TYPE.sequence || socket.family === FAMILY.local ? "ENOTCONN" : "EDESTADDRREQ",
      "the socket is not connected, and the message has no address",
    );
  if (message.bytes.length > SOCKET_BYTES) return fail("EMSGSIZE", `a message has at most ${SOCKET_BYTES} bytes`);
  const target =
    to === undefined && socket.peer !== 0
      ? (peerOf(call.kernel, file) ?? fail("ECONNREFUSED", "the other end is closed"))
      : socketAt(call.kernel, file, to ?? socket.remote);
  if (isFailure(target)) {
    if (socket.type === TYPE.sequence) return fail("EPIPE", "the other end is closed");
    // A datagram to a port of the loopback that nobody has is gone.
    return socket.family !== FAMILY.local && target.errno === "ECONNREFUSED" ? message.bytes.length : target;
  }
  if (socket.family !== FAMILY.local && !hasPort(socket.local))
    change(file, { local: withPort(call.kernel, file, loopback(socket.family)) });
  const { messages, isDeaf } = target.socket;
  if (isDeaf) return fail("EPIPE", "the other end receives nothing more");
  if (messages.length > MESSAGES && socket.family === FAMILY.local)
    return waitOrAgain(call, file, flags, "the other end has not received what came before");
  change(target, { messages: [...messages, { ...message, from: file.socket.local }] });
  return message.bytes.length;
}

/** Sends bytes. `to` is the address of a datagram that has one of its own. */
export function send(
  call: SystemCall,
  file: SocketFile,
  message: Pick<Message, "bytes" | "passed">,
  to: Uint8Array | undefined,
  flags: number,
): number | Failure | "pending" {
  const { socket } = file;
  const isTold = flags & MESSAGE.noSignal ? "by the error alone" : "with a signal";
  if (!socket.isMute && keepsLimits(socket)) return sendMessage(call, file, message, to, flags);
  if (socket.peer === 0 && socket.family === FAMILY.local) return fail("ENOTCONN", "the socket is not connected");
  const end = { node: socket.peer, flags: flags & MESSAGE.doNotWait ? file.flags | OPEN.nonBlock : file.flags };
  const isClosed = socket.isMute || socket.peer === 0 || !isPipeOpen(call.kernel, socket.peer, OPEN.readOnly);
  if (isClosed) return writePipe(call, { ...end, node: file.node, isClosed }, message.bytes, isTold);
  const peer = peerOf(call.kernel, file);
  const written = writePipe(call, end, message.bytes, isTold);
  if (typeof written === "number" && message.passed.length > 0 && peer)
    change(peer, { passed: [...peer.socket.passed, message.passed] });
  return written;
}

/** read of a socket. */
export function readSocket(call: SystemCall, file: OpenFile, sizeBytes: number): Uint8Array | Failure | "pending" {
  if (!isSocket(file)) return fail("EINVAL", "not a socket");
  const received = receive(call, file, sizeBytes, 0);
  return received === "pending" || isFailure(received) ? received : received.bytes;
}

/** write to a socket. */
export function writeSocket(call: SystemCall, file: OpenFile, bytes: Uint8Array): number | Failure | "pending" {
  if (!isSocket(file)) return fail("EINVAL", "not a socket");
  return send(call, file, { bytes, passed: [] }, undefined, 0);
}
