// What a stream over memory does beside one over a file: what has been written into it is put where the program finds it.
// Source: open_memstream(3), fmemopen(3).

import { type LibcCall, longOf } from "./call.ts";
import type { Stream } from "./streams.ts";

/** What has been written into a stream over memory is there from now on. */
export function deliver(call: LibcCall, stream: Stream): void {
  const memory = call.streams.memory(stream);
  const file = memory && call.kernel.descriptors.get(call.streams.fd(stream));
  if (!memory || file?.kind !== "node") return;
  const { files } = call.kernel;
  const node = files.node(file.node);
  if (memory.kind === "fixed") {
    const room = Number(memory.second);
    const bytes = files.read(node, 0, Math.min(node.sizeBytes, room));
    call.program.write(memory.first, bytes);
    if (bytes.length < room) call.program.writeWord(memory.first + BigInt(bytes.length), 1, 0n);
    return;
  }
  const long = longOf(call);
  const size = Math.min(node.sizeBytes, file.position);
  const block = call.heap.allocate("open_memstream", node.sizeBytes + 1, { zeroed: "zeroed" });
  if (block === 0) return;
  call.program.write(BigInt(block), files.read(node, 0, node.sizeBytes));
  if (memory.block !== 0) call.heap.release("open_memstream", memory.block);
  call.streams.setMemory(stream, { ...memory, block });
  call.program.writeWord(memory.first, long, BigInt(block));
  call.program.writeWord(memory.second, long, BigInt(size));
}
