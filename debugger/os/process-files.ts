// What /proc/self says: texts made from the process as it is when one of them is opened. Takes the kernel's parts and a path,
// gives the bytes or undefined for a path that is none of these. Only what describes the program itself is here; nothing of
// the host.
// Source: proc(5).

import { PROT } from "../mem/layout.ts";
import type { Mapping } from "./events.ts";
import { PROCESS_ID } from "./process-stack.ts";
import type { KernelParts } from "./syscall.ts";

const hex = (value: number): string => value.toString(16).padStart(8, "0");

/** A line of maps: range, rights, offset, device, inode and name, the name from column 74 on. */
function mapLine({ start, sizeBytes, protection, purpose, name, file }: Mapping): string {
  const rights = `${protection & PROT.read ? "r" : "-"}${protection & PROT.write ? "w" : "-"}${protection & PROT.exec ? "x" : "-"}`;
  const shared = file ? "s" : "p";
  const places = `${hex(start)}-${hex(start + sizeBytes)} ${rights}${shared} ${hex(file?.offset ?? 0)} 00:00 ${file?.node ?? 0}`;
  const shown = purpose === "stack" ? "[stack]" : purpose === "brk" || purpose === "heap" ? "[heap]" : "";
  const text = purpose === "segment" || purpose === "file" ? name : shown;
  return `${text === "" ? `${places} ` : `${places.padEnd(73)}${text}`}\n`;
}

function status({ process, memory }: KernelParts): string {
  const kilobytes = `${memory.mappedBytes / 1024} kB`.padStart(11);
  return [
    `Name:\t${process.name}`,
    "State:\tR (running)",
    `Tgid:\t${PROCESS_ID}`,
    `Pid:\t${PROCESS_ID}`,
    `PPid:\t${PROCESS_ID - 1}`,
    "Uid:\t1000\t1000\t1000\t1000",
    "Gid:\t1000\t1000\t1000\t1000",
    `VmSize:\t${kilobytes}`,
    `VmRSS:\t${kilobytes}`,
    "Threads:\t1",
    "",
  ].join("\n");
}

const texts: Readonly<Record<string, (kernel: KernelParts) => string>> = {
  maps: (kernel) => kernel.space.mappings.map(mapLine).join(""),
  status,
  comm: ({ process }) => `${process.name}\n`,
  cmdline: ({ argv }) => argv.map((argument) => `${argument}\0`).join(""),
  statm: ({ memory }) => `${memory.mappedBytes / 4096} ${memory.mappedBytes / 4096} 0 0 0 0 0\n`,
};

/** The contents of a path below /proc/self (or the process's own number); undefined for every other path. */
export function describeProcess(kernel: KernelParts, path: string): Uint8Array | undefined {
  const name = /^\/proc\/(?:self|4242)\/(\w+)$/.exec(path)?.[1];
  const text = name === undefined ? undefined : texts[name];
  return text && new TextEncoder().encode(text(kernel));
}
