// From a descriptor argument to the open file and its node.

import type { OpenFile } from "./descriptors.ts";
import type { FileNode } from "./files.ts";
import { type Failure, fail, int, registerOf, type SystemCall } from "./syscall.ts";

const badDescriptor = (call: SystemCall, index: number): Failure =>
  fail("EBADF", `${int(call, index)} (${registerOf(call, index)}) is not an open file descriptor`);

/** The open file of a descriptor argument. */
export function fileOf(call: SystemCall, index: number): OpenFile | Failure {
  return call.kernel.descriptors.get(int(call, index)) ?? badDescriptor(call, index);
}

/** Node behind an open file; undefined for the host's streams. */
export const nodeOf = (call: SystemCall, file: OpenFile): FileNode | undefined =>
  file.kind === "node" ? call.kernel.files.node(file.node) : undefined;
