// What a descriptor is called in /proc/self/fd.
// Source: proc(5).

import type { OpenFile } from "./descriptors.ts";
import type { FileNode } from "./files.ts";
import type { KernelParts } from "./syscall.ts";

const ANONYMOUS: Partial<Record<OpenFile["kind"], string>> = {
  event: "[eventfd]",
  epoll: "[eventpoll]",
  timer: "[timerfd]",
  signals: "[signalfd]",
};

/** A path to a file: its first name from the root on. */
function pathTo({ files }: KernelParts, node: FileNode): string {
  const search = (directory: FileNode, path: string): string | undefined => {
    for (const [name, id] of directory.entries) {
      if (name === ".." || id < 0) continue;
      if (id === node.id) return `${path}/${name}`;
      const inner = files.node(id);
      const found = inner.kind === "directory" ? search(inner, `${path}/${name}`) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(files.root, "") ?? `/#${node.id} (deleted)`;
}

/** Where the link of a descriptor leads; undefined for one that is not open. */
export function describeDescriptor(kernel: KernelParts, fd: number): string | undefined {
  const file = kernel.descriptors.get(fd);
  if (file === undefined) return undefined;
  if (file.kind === "socket") return `socket:[${file.node}]`;
  if (file.kind === "input" || file.kind === "output") return `pipe:[${fd + 1}]`;
  if (file.kind === "terminal") return "/dev/pts/0";
  const special = ANONYMOUS[file.kind];
  if (special !== undefined) return `anon_inode:${special}`;
  const node = kernel.files.node(file.node);
  if (node.kind === "pipe") return `pipe:[${file.node}]`;
  return node.kind === "directory" ? kernel.files.pathOf(node) : pathTo(kernel, node);
}
