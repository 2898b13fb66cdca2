// Bytes into, out of and between pipes without a buffer of the program's: splice, tee, vmsplice.
// Source: the kernel's fs/splice.c; man pages of section 2.

import type { OpenFile } from "./descriptors.ts";
import type { FileNode } from "./files.ts";
import { nodeOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { nobody, takeOut } from "./pipes.ts";
import { isPipeOpen, roomIn } from "./process-table.ts";
import {
  badBuffer,
  type Failure,
  fail,
  isFailure,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { deliver, fetch, ioCalls, openFor } from "./syscall-io.ts";
import { waitForOthers } from "./waiting.ts";

const SPLICE = { nonBlock: 2, known: 0xf };
/** One call moves at most this much. */
const MOST_BYTES = 2 ** 24;

/** The call seen as one whose first argument is `index`: for functions that look at argument 0. */
const withFirst = (call: SystemCall, index: number): SystemCall => ({
  ...call,
  args: [word(call, index), ...call.args.slice(1)],
});

/** What a pipe holds, without taking it; waits for something to be there. Nothing at all is its end. */
function waiting(call: SystemCall, pipe: FileNode, flags: number, count: number): Uint8Array | Failure | "pending" {
  const { files } = call.kernel;
  if (pipe.sizeBytes > 0 || !isPipeOpen(call.kernel, pipe.id, OPEN.writeOnly)) return files.read(pipe, 0, count);
  const isPatient = (flags & SPLICE.nonBlock) === 0;
  const wait = isPatient ? waitForOthers(call.kernel, { for: "readable", node: pipe.id }) : undefined;
  return wait ?? nobody("empty");
}

/** At most so much that a pipe takes it at once. */
const fitting = (target: FileNode | undefined, count: number): number => {
  if (target?.kind !== "pipe") return count;
  const room = roomIn(target);
  return room > 0 ? Math.min(count, room) : count;
};

const pipeOf = (call: SystemCall, file: OpenFile): FileNode | undefined => {
  const node = nodeOf(call, file);
  return node?.kind === "pipe" ? node : undefined;
};

function splice(call: SystemCall): SyscallResult {
  const { user } = call.kernel;
  const flags = uint(call, 5);
  if (flags & ~SPLICE.known) return fail("EINVAL", "the flags are unknown");
  const [reading, writing] = [withFirst(call, 0), withFirst(call, 2)];
  if (word(call, 4) === 0n) return 0;
  const source = openFor(reading, "reading");
  if (isFailure(source)) return source;
  const target = openFor(writing, "writing");
  if (isFailure(target)) return target;
  const [from, to] = [pipeOf(call, source), pipeOf(call, target)];
  if (!from && !to) return fail("EINVAL", "one of the descriptors must be a pipe");
  if ((from && word(call, 1) !== 0n) || (to && word(call, 3) !== 0n)) return fail("ESPIPE", "a pipe has no positions");
  if (from !== undefined && from === to) return fail("EINVAL", "both are the same pipe");
  if (target.flags & OPEN.append) return fail("EINVAL", "the target is open for appending");
  const offset = (index: number): bigint | undefined =>
    word(call, index) === 0n ? undefined : user.readWord(word(call, index), 8);
  const [at, put] = [offset(1), offset(3)];
  for (const index of [1, 3])
    if (word(call, index) !== 0n && offset(index) === undefined) return badBuffer(call, index, 8, "read");
  const count = fitting(to, Math.min(Number(word(call, 4)), MOST_BYTES));
  const bytes = from ? waiting(call, from, flags, count) : fetch(reading, source, count, Number(at ?? source.position));
  if (bytes === "pending" || isFailure(bytes) || bytes.length === 0)
    return isFailure(bytes) ? bytes : bytes === "pending" ? bytes : 0;
  const written = deliver(writing, target, bytes, put === undefined ? "own" : Number(put));
  if (written === "pending" || isFailure(written)) return written;
  if (from) takeOut(call, from, written);
  else if (at === undefined) source.position += written;
  else user.writeWord(word(call, 1), 8, at + BigInt(written));
  if (put !== undefined) user.writeWord(word(call, 3), 8, put + BigInt(written));
  return written;
}

function tee(call: SystemCall): SyscallResult {
  const flags = uint(call, 3);
  if (flags & ~SPLICE.known) return fail("EINVAL", "the flags are unknown");
  if (word(call, 2) === 0n) return 0;
  const source = openFor(call, "reading");
  if (isFailure(source)) return source;
  const writing = withFirst(call, 1);
  const target = openFor(writing, "writing");
  if (isFailure(target)) return target;
  const [from, to] = [pipeOf(call, source), pipeOf(call, target)];
  if (!from || !to || from === to) return fail("EINVAL", "both must be pipes, and not the same one");
  const bytes = waiting(call, from, flags, fitting(to, Math.min(Number(word(call, 2)), MOST_BYTES)));
  if (bytes === "pending" || isFailure(bytes)) return bytes;
  return bytes.length === 0 ? 0 : deliver(writing, target, bytes, "own");
}

/** From a pipe's reading end it is readv. */
function vmsplice(call: SystemCall): SyscallResult {
  if (uint(call, 3) & ~SPLICE.known) return fail("EINVAL", "the flags are unknown");
  const file = openFor(call, "writing");
  const isWriting = !isFailure(file);
  const end = isWriting ? file : openFor(call, "reading");
  if (isFailure(end)) return end;
  if (!pipeOf(call, end)) return fail("EBADF", "the descriptor is no pipe");
  return isWriting ? ioCalls.writev(call) : ioCalls.readv(call);
}

export const spliceCalls = { splice, tee, vmsplice } satisfies SyscallFunctions;
