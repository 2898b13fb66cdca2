// Pipes: bytes that one end has written and the other not yet read, in a node of the file system; a stream socket has two. Reading
// an empty one and writing to a full one wait for other processes.
// Source: the kernel's fs/pipe.c; pipe(7).

import type { OpenFile } from "./descriptors.ts";
import type { FileNode } from "./files.ts";
import { OPEN } from "./open-flags.ts";
import { isPipeOpen, openersOf, openingKey, PIPE_ATOMIC_BYTES, roomIn } from "./process-table.ts";
import { sendSignal } from "./signals.ts";
import { type Failure, fail, type SystemCall } from "./syscall.ts";
import { waitForOthers } from "./waiting.ts";

const SIGPIPE = 13;

/** What of an open file counts here: its flags, and the pipe. */
type PipeEnd = Pick<OpenFile, "flags" | "node"> & { readonly isClosed?: boolean };

/** Linux would wait here for ever: nobody is left who could do something. */
export const nobody = (what: string): Failure =>
  fail("EAGAIN", `the pipe is ${what}, and no other process is there to change that: Linux would wait for ever`);

export const isPatient = (call: SystemCall, file: PipeEnd): boolean =>
  (file.flags & OPEN.nonBlock) === 0 && call.waits !== "never";

/** Takes the first bytes out of a pipe, and packets that have none left. */
export function takeOut({ kernel: { files, clock } }: SystemCall, node: FileNode, count: number): void {
  const rest = files.read(node, count, node.sizeBytes);
  files.resize(node, 0, clock.realtimeNs());
  files.write(node, 0, rest, clock.realtimeNs());
  if (!node.packets) return;
  let left = count;
  node.packets = node.packets
    .map((size) => {
      const taken = Math.min(size, left);
      left -= taken;
      return size - taken;
    })
    .filter((size) => size > 0);
}

/** The sizes of the packets that a write of so many bytes makes. */
const packetsOf = (sizeBytes: number): readonly number[] =>
  Array.from({ length: Math.ceil(sizeBytes / PIPE_ATOMIC_BYTES) }, (_, k) =>
    Math.min(PIPE_ATOMIC_BYTES, sizeBytes - k * PIPE_ATOMIC_BYTES),
  );

export function readPipe(call: SystemCall, file: PipeEnd, sizeBytes: number): Uint8Array | Failure | "pending" {
  const { files } = call.kernel;
  const node = files.node(file.node);
  if (node.sizeBytes === 0) {
    if (!isPipeOpen(call.kernel, node.id, OPEN.writeOnly)) return new Uint8Array(0);
    const wait = isPatient(call, file) ? waitForOthers(call.kernel, { for: "readable", node: node.id }) : undefined;
    return wait ?? nobody("empty");
  }
  // What of a packet does not fit into the buffer is lost.
  const packet = node.packets?.[0];
  const taken = files.read(node, 0, Math.min(sizeBytes, packet ?? sizeBytes));
  takeOut(call, node, packet ?? taken.length);
  return taken;
}

/** What libc's streams write goes into a pipe at once; this much is the end of it. */
const STREAM_PIPE_BYTES = 2 ** 26;

/** A large write waits as often as the pipe is full; how much of it is done already is kept with the process. */
export function writePipe(
  call: SystemCall,
  file: PipeEnd,
  bytes: Uint8Array,
  isTold: "with a signal" | "by the error alone" = "with a signal",
): number | Failure | "pending" {
  const { files, clock, signals, processes } = call.kernel;
  const { current } = processes;
  const node = files.node(file.node);
  if (file.isClosed || !isPipeOpen(call.kernel, node.id, OPEN.readOnly)) {
    if (current.written > 0) return current.written;
    if (isTold === "with a signal") sendSignal(signals, { signal: SIGPIPE, code: 0, sender: current.id });
    return fail("EPIPE", "nobody has the pipe's other end open");
  }
  const left = bytes.subarray(current.written);
  const room = call.waits === "never" ? STREAM_PIPE_BYTES - node.sizeBytes : roomIn(node);
  const isFull = room <= 0 || (bytes.length <= PIPE_ATOMIC_BYTES && left.length > room);
  const part = isFull ? left.subarray(0, 0) : left.subarray(0, room);
  files.write(node, node.sizeBytes, part, clock.realtimeNs());
  if (node.packets) node.packets = [...node.packets, ...packetsOf(part.length)];
  if (part.length > 0) node.arrivals = (node.arrivals ?? 0) + 1;
  if (part.length === left.length) return bytes.length;
  if (!isPatient(call, file)) return part.length > 0 ? part.length : nobody("full");
  if (part.length > 0) processes.changes++;
  current.written += part.length;
  const wait = waitForOthers(call.kernel, { for: "writable", node: node.id });
  if (wait === "pending") return wait;
  const done = current.written;
  current.written = 0;
  return done > 0 ? done : (wait ?? nobody("full"));
}

/**
 * Opening one end of a named pipe waits until somebody opens the other (fifo(7)): undefined when it is open, or will be by who
 * waits for this end. Both ends at once and O_NONBLOCK do not wait; where nobody is left to come, the end opens alone.
 */
export function meetOtherEnd(call: SystemCall, { id: node }: FileNode, flags: number): Failure | "pending" | undefined {
  const { kernel } = call;
  const access = flags & OPEN.accessMask;
  if (access === OPEN.readWrite) return undefined;
  const other = access === OPEN.readOnly ? OPEN.writeOnly : OPEN.readOnly;
  for (const one of openersOf(kernel, node, other)) one.woken = true;
  if (kernel.processes.current.woken || isPipeOpen(kernel, node, other)) return undefined;
  if ((flags & OPEN.nonBlock) === 0) return waitForOthers(kernel, { for: "change", node, key: openingKey(access) });
  return access === OPEN.readOnly ? undefined : fail("ENXIO", "nobody has the pipe open for reading");
}
