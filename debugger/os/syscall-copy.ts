// From one descriptor to another and with positions of their own: sendfile, copy_file_range, preadv and pwritev, files in
// memory without a name, and closing many at once.
// Source: the kernel's fs/read_write.c, fs/splice.c, mm/memfd.c, fs/file.c; man pages of section 2.

import { DESCRIPTOR_LIMIT } from "./descriptors.ts";
import type { NodeKind } from "./files.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import {
  badBuffer,
  fail,
  isFailure,
  long,
  longBytes,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { addDescriptor, openNode } from "./syscall-file.ts";
import { deliver, fetch, ioCalls, openFor, release, transferIn, transferOut, vectorOf } from "./syscall-io.ts";

/** One call moves at most this much. */
const MOST_BYTES = 2 ** 24;

/** The call seen as one whose first argument is `index`: for functions that look at argument 0. */
const withFirst = (call: SystemCall, index: number): SystemCall => ({
  ...call,
  args: [word(call, index), ...call.args.slice(1)],
});

function kindOf(call: SystemCall, index: number): NodeKind | undefined {
  const file = fileOf(call, index);
  return isFailure(file) ? undefined : nodeOf(call, file)?.kind;
}

interface Copy {
  readonly from: number;
  readonly to: number;
  /** Arguments that point to positions, which are then used and moved instead of the files' own. */
  readonly fromPosition: number;
  readonly toPosition?: number;
  readonly size: number;
  readonly positionBytes: number;
}

function copy(call: SystemCall, { from, to, fromPosition, toPosition, size, positionBytes }: Copy): SyscallResult {
  const { user } = call.kernel;
  const reading = withFirst(call, from);
  const writing = withFirst(call, to);
  const source = openFor(reading, "reading");
  if (isFailure(source)) return source;
  const target = openFor(writing, "writing");
  if (isFailure(target)) return target;
  const kind = nodeOf(call, source)?.kind;
  if (kind !== "file" && kind !== "device") return fail("EINVAL", "the source must be a file");
  const own = (index: number | undefined): bigint | undefined =>
    index === undefined || word(call, index) === 0n ? undefined : user.readWord(word(call, index), positionBytes);
  const at = own(fromPosition);
  if (at === undefined && word(call, fromPosition) !== 0n) return badBuffer(call, fromPosition, positionBytes, "read");
  const bytes = fetch(reading, source, Math.min(Number(word(call, size)), MOST_BYTES), Number(at ?? source.position));
  if (bytes === "pending" || isFailure(bytes)) return bytes;
  const put = own(toPosition);
  const written = bytes.length === 0 ? 0 : deliver(writing, target, bytes, put === undefined ? "own" : Number(put));
  if (written === "pending" || isFailure(written)) return written;
  if (at === undefined) source.position += written;
  else user.writeWord(word(call, fromPosition), positionBytes, at + BigInt(written));
  if (put !== undefined) user.writeWord(word(call, toPosition!), positionBytes, put + BigInt(written));
  return written;
}

/** preadv and pwritev: the buffers one after the other, from a position that comes in two longs. */
function positioned(call: SystemCall, access: "reading" | "writing"): SyscallResult {
  const kind = kindOf(call, 0);
  if (!isFailure(fileOf(call, 0)) && (kind === undefined || kind === "pipe"))
    return fail("ESPIPE", "a stream has no positions");
  const file = openFor(call, access);
  if (isFailure(file)) return file;
  const high = call.abi === "i386" ? word(call, 4) << 32n : 0n;
  let position = Number(BigInt.asIntN(64, word(call, 3) | high));
  if (position < 0) return fail("EINVAL", "the position is negative");
  const entries = vectorOf(call);
  if (isFailure(entries)) return entries;
  let sum = 0;
  for (const { address, sizeBytes } of entries) {
    if (sizeBytes === 0n) continue;
    const part = { ...call, args: [word(call, 0), address, sizeBytes, 0n, 0n, 0n] };
    const result = access === "reading" ? transferIn(part, file, position) : transferOut(part, file, position);
    if (typeof result !== "number") return sum > 0 ? sum : result;
    sum += result;
    position += result;
    if (BigInt(result) < sizeBytes) break;
  }
  return sum;
}

const LAST_ARGUMENT = 5;
/** RWF_HIPRI, RWF_DSYNC, RWF_SYNC, RWF_NOWAIT and RWF_APPEND: nothing here takes time. */
const TRANSFER_FLAGS = 0x1f;

/** With flags, and −1 for the file's own position. */
function versionTwo(call: SystemCall, access: "reading" | "writing"): SyscallResult {
  if (uint(call, LAST_ARGUMENT) & ~TRANSFER_FLAGS) return fail("ENOTSUP", "the flags are unknown");
  const isOwn = call.abi === "x86_64" ? long(call, 3) === -1n : long(call, 3) === -1n && long(call, 4) === -1n;
  if (!isOwn) return positioned(call, access);
  return access === "reading" ? ioCalls.readv(call) : ioCalls.writev(call);
}

/** F_SEAL_SEAL. */
const NO_MORE_SEALS = 1;
const MEMFD = { closeOnExec: 1, sealing: 2, known: 0x1f };
const NAME_LIMIT_BYTES = 249;

function memfd(call: SystemCall): SyscallResult {
  const flags = uint(call, 1);
  if (flags & ~MEMFD.known) return fail("EINVAL", "the flags are unknown");
  const name = call.kernel.user.text(word(call, 0), NAME_LIMIT_BYTES + 1);
  if (typeof name !== "string" && name.problem === "fault") return badBuffer(call, 0, 1, "read");
  if (typeof name !== "string") return fail("EINVAL", `the name is longer than ${NAME_LIMIT_BYTES} bytes`);
  const node = call.kernel.files.createUnnamed("file", 0o777, call.kernel.clock.realtimeNs());
  node.seals = flags & MEMFD.sealing ? 0 : NO_MORE_SEALS;
  return addDescriptor(call, openNode(node, OPEN.readWrite), flags & MEMFD.closeOnExec ? "close-on-exec" : "keep");
}

const CLOSE_RANGE_CLOEXEC = 4;

function closeRange(call: SystemCall): SyscallResult {
  const [first, last, flags] = [uint(call, 0), uint(call, 1), uint(call, 2)];
  if (first > last || flags & ~6) return fail("EINVAL", "the range is empty, or the flags are unknown");
  const { descriptors } = call.kernel;
  for (let fd = first; fd <= Math.min(last, DESCRIPTOR_LIMIT - 1); fd++) {
    if (!descriptors.get(fd)) continue;
    if (flags & CLOSE_RANGE_CLOEXEC) descriptors.setCloseOnExec(fd, "close-on-exec");
    else release(call, fd);
  }
  return 0;
}

const sendfile = (call: SystemCall, positionBytes: number): SyscallResult =>
  copy(call, { to: 0, from: 1, fromPosition: 2, size: 3, positionBytes });

export const copyCalls = {
  sendfile: (call) => sendfile(call, longBytes(call)),
  sendfile64: (call) => sendfile(call, 8),
  copy_file_range: (call) => {
    for (const index of [0, 2]) {
      const file = fileOf(call, index);
      if (isFailure(file)) return file;
    }
    if (uint(call, 5) !== 0) return fail("EINVAL", "there are no flags");
    const kinds = [0, 2].map((index) => kindOf(call, index));
    if (kinds.includes("directory")) return fail("EISDIR", "neither may be a directory");
    if (kinds.some((kind) => kind !== "file")) return fail("EINVAL", "both must be files");
    return copy(call, { from: 0, fromPosition: 1, to: 2, toPosition: 3, size: 4, positionBytes: 8 });
  },
  preadv2: (call) => versionTwo(call, "reading"),
  pwritev2: (call) => versionTwo(call, "writing"),
  preadv: (call) => positioned(call, "reading"),
  pwritev: (call) => positioned(call, "writing"),
  memfd_create: memfd,
  close_range: closeRange,
  // What nobody can see in one process with one file system.
  sync: () => 0,
  syncfs: (call) => {
    const file = fileOf(call, 0);
    return isFailure(file) ? file : 0;
  },
} satisfies SyscallFunctions;
