// Streams over memory: a file without a name keeps what is written, and its bytes go to the program's memory when the stream
// is flushed or closed, as glibc's do.
// Source: open_memstream(3), fmemopen(3).

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { openMode } from "./functions-output.ts";
import { deliver } from "./memory-stream.ts";
import type { Stream } from "./streams.ts";

/** Descriptors of such files lie so high that a program's own ones keep their numbers. */
const FIRST_DESCRIPTOR = 900;

/** A stream over a new file that holds `bytes`. */
function openOver(call: LibcCall, access: "read" | "write" | "both", bytes: Uint8Array, position: number): Stream {
  const { files, clock, descriptors } = call.kernel;
  const node = files.createUnnamed("file", 0o600, clock.realtimeNs());
  files.write(node, 0, bytes, clock.realtimeNs());
  const file = { kind: "node", stream: 1, node: node.id, flags: 2, position } as const;
  const fd = descriptors.add(file, FIRST_DESCRIPTOR, "close-on-exec");
  const stream = fd === undefined ? undefined : call.streams.open(fd, access);
  if (stream === undefined) call.libc.setErrno("EMFILE");
  return stream ?? 0;
}

function openMemoryStream(call: LibcCall): LibcResult {
  const [text, size] = [call.args.pointer(), call.args.pointer()];
  const stream = openOver(call, "write", new Uint8Array(0), 0);
  if (stream === 0) return 0n;
  call.streams.setMemory(stream, { kind: "grows", first: text, second: size, block: 0 });
  deliver(call, stream);
  return stream;
}

function openBuffer(call: LibcCall): LibcResult {
  const given = call.args.pointer();
  const sizeBytes = Number(call.args.unsignedLong());
  const modeAt = call.args.pointer();
  const mode = openMode(call, modeAt);
  if (!mode) return 0n;
  const letter = call.program.read(modeAt, 1)[0];
  const buffer = given === 0n ? BigInt(call.heap.allocate("fmemopen", sizeBytes, { zeroed: "zeroed" })) : given;
  const all = letter === 119 ? new Uint8Array(0) : call.program.read(buffer, sizeBytes);
  const end = all.indexOf(0);
  const text = letter === 97 && end >= 0 ? all.subarray(0, end) : all;
  const stream = openOver(call, mode.access, text, letter === 97 ? text.length : 0);
  if (stream === 0) return 0n;
  if (letter === 119 && sizeBytes > 0) call.program.writeWord(buffer, 1, 0n);
  if (mode.access !== "read")
    call.streams.setMemory(stream, { kind: "fixed", first: buffer, second: BigInt(sizeBytes), block: 0 });
  return stream;
}

export const memoryStreamFunctions = {
  open_memstream: openMemoryStream,
  fmemopen: openBuffer,
} satisfies LibcFunctions;
