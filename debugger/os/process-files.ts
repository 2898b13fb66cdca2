// What /proc/self says: texts made from the process as it is when one of them is opened. Takes the kernel's parts and a path,
// gives the bytes or undefined for a path that is none of these. What describes the machine tells of ours; nothing of the host.
// Source: proc(5).

import { PROT } from "../mem/layout.ts";
import type { AddressSpace } from "./address-space.ts";
import type { Mapping } from "./events.ts";
import { OPEN } from "./open-flags.ts";
import { leaderOf, type Process, processOf } from "./process-table.ts";
import type { KernelParts } from "./syscall.ts";

const hex = (value: number): string => value.toString(16).padStart(8, "0");

/** A line of maps: range, rights, offset, device, inode and name, the name from column 74 on. */
function mapLine(mapping: Mapping, { start: low, end: high }: AddressSpace["programBreak"]): string {
  const { start, sizeBytes, protection, purpose, name, file } = mapping;
  const rights = `${protection & PROT.read ? "r" : "-"}${protection & PROT.write ? "w" : "-"}${protection & PROT.exec ? "x" : "-"}`;
  const shared = file ? "s" : "p";
  const places = `${hex(start)}-${hex(start + sizeBytes)} ${rights}${shared} ${hex(file?.offset ?? 0)} 00:00 ${file?.node ?? 0}`;
  const isHeap = start < high && start + sizeBytes > low;
  const shown = purpose === "stack" ? "[stack]" : isHeap ? "[heap]" : "";
  const text = purpose === "segment" || purpose === "file" ? name : shown;
  return `${text === "" ? `${places} ` : `${places.padEnd(73)}${text}`}\n`;
}

/** What a process has mapped. */
function mappedBytes({ memory, processes }: KernelParts, { program }: Process): number {
  if (program === processes.current.program) return memory.mappedBytes;
  return program.space.mappings.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

const threadsOf = ({ processes }: KernelParts, process: Process): number =>
  processes.list.filter(({ owner, ending }) => owner === process.owner && ending === undefined).length;

/** Whether it runs, waits, is stopped or has ended, as stat and status say it. */
function stateOf({ processes }: KernelParts, { owner, wait, ending, signals }: Process): readonly [string, string] {
  if (ending !== undefined) return ["Z", "zombie"];
  if (signals.job.stopped !== 0) return ["T", "stopped"];
  return wait === undefined || owner === processes.current.owner ? ["R", "running"] : ["S", "sleeping"];
}

function status(kernel: KernelParts, process: Process): string {
  const kilobytes = `${mappedBytes(kernel, process) / 1024} kB`.padStart(11);
  const [letter, word] = stateOf(kernel, process);
  return [
    `Name:\t${process.state.name}`,
    `State:\t${letter} (${word})`,
    `Tgid:\t${process.owner}`,
    `Pid:\t${process.id}`,
    `PPid:\t${leaderOf(kernel, process).parent}`,
    "Uid:\t1000\t1000\t1000\t1000",
    "Gid:\t1000\t1000\t1000\t1000",
    ...(letter === "Z" ? [] : [`VmSize:\t${kilobytes}`, `VmRSS:\t${kilobytes}`]),
    `Threads:\t${threadsOf(kernel, process)}`,
    "",
  ].join("\n");
}

/** The 52 numbers of stat, of which most are zero here. */
function stat(kernel: KernelParts, process: Process): string {
  const ticks = kernel.clock.processNs() / 10_000_000n;
  const bytes = mappedBytes(kernel, process);
  const ids = [leaderOf(kernel, process).parent, process.group, process.session];
  const first = [...ids, 0, -1, 0, 0, 0, 0, 0, ticks, 0, 0, 0];
  const sizes = [20, 0, threadsOf(kernel, process), 0, 0, bytes, bytes / 4096];
  const rest = new Array<number>(28).fill(0);
  const [letter] = stateOf(kernel, process);
  return `${process.owner} (${process.state.name}) ${letter} ${[...first, ...sizes, ...rest].join(" ")}\n`;
}

/** What the kernel has put on the stack behind argv: environment strings, and the auxiliary vector as it stands. */
function startOf({ processes, user, bits }: KernelParts): { environment: Uint8Array; vector: Uint8Array } {
  const bytes = bits / 8;
  let at = BigInt(processes.current.program.stack.initialPointer);
  const next = (): bigint => {
    const value = user.readWord(at, bytes) ?? 0n;
    at += BigInt(bytes);
    return value;
  };
  for (let left = next() + 1n; left > 0n && left < 100_000n; left--) next();
  const texts: string[] = [];
  for (let pointer = next(); pointer !== 0n; pointer = next()) {
    const text = user.text(pointer, 2 ** 17);
    texts.push(`${typeof text === "string" ? text : ""}\0`);
  }
  const from = at;
  while (next() !== 0n) next();
  const vector = user.read(from, Number(at - from) + bytes) ?? new Uint8Array(0);
  return { environment: new TextEncoder().encode(texts.join("")), vector };
}

const limitLine = (name: string, value: string, unit: string): string =>
  `${name.padEnd(26)}${value.padEnd(21)}${value.padEnd(21)}${unit}\n`;

/** The program's file as far as its segments have it. */
export function programFile({ processes }: KernelParts): Uint8Array {
  const { segments } = processes.current.program.image;
  const end = segments.reduce((most, { fileOffset, bytes }) => Math.max(most, fileOffset + bytes.length), 0);
  const file = new Uint8Array(end);
  for (const { fileOffset, bytes } of segments) file.set(bytes, fileOffset);
  return file;
}

/** What fdinfo says of a descriptor. */
function descriptorNote({ descriptors }: KernelParts, fd: number): string | undefined {
  const file = descriptors.get(fd);
  if (file === undefined) return undefined;
  const flags = file.flags | (descriptors.closesOnExec(fd) ? OPEN.closeOnExec : 0);
  return `pos:\t${file.position}\nflags:\t0${flags.toString(8)}\nmnt_id:\t1\nino:\t${file.node}\n`;
}

const MOUNTS = "rootfs / tmpfs rw 0 0\nproc /proc proc rw 0 0\ntmpfs /tmp tmpfs rw 0 0\n";

type Contents = string | Uint8Array;
const texts: Readonly<Record<string, (kernel: KernelParts, process: Process) => Contents>> = {
  maps: (_kernel, { program }) =>
    program.space.mappings.map((one) => mapLine(one, program.space.programBreak)).join(""),
  status,
  stat,
  comm: (_kernel, { state }) => `${state.name}\n`,
  cmdline: (_kernel, { ending, program }) => (ending ? "" : program.argv.map((argument) => `${argument}\0`).join("")),
  statm: (kernel, process) => {
    const pages = mappedBytes(kernel, process) / 4096;
    return `${pages} ${pages} 0 0 0 0 0\n`;
  },
  environ: (kernel) => startOf(kernel).environment,
  auxv: (kernel) => startOf(kernel).vector,
  io: () => "rchar: 0\nwchar: 0\nsyscr: 0\nsyscw: 0\nread_bytes: 0\nwrite_bytes: 0\ncancelled_write_bytes: 0\n",
  mounts: () => MOUNTS,
  cgroup: () => "0::/\n",
  coredump_filter: () => "00000033\n",
  loginuid: () => "4294967295",
  oom_score: () => "0\n",
  oom_score_adj: () => "0\n",
  personality: () => "00000000\n",
  setgroups: () => "allow\n",
  timerslack_ns: () => "50000\n",
  uid_map: () => "         0          0 4294967295\n",
  gid_map: () => "         0          0 4294967295\n",
  wchan: () => "0",
  limits: () =>
    "Limit                     Soft Limit           Hard Limit           Units     \n" +
    limitLine("Max stack size", "8388608", "bytes     ") +
    limitLine("Max open files", "1024", "files     "),
};

const seconds = (ns: bigint): string => `${ns / 1_000_000_000n}.${String((ns / 10_000_000n) % 100n).padStart(2, "0")}`;

/** The machine, as every process sees it. */
const machine: Readonly<Record<string, (kernel: KernelParts) => string>> = {
  "/proc/cpuinfo": () => "processor\t: 0\nvendor_id\t: GenuineIntel\ncpu cores\t: 1\n\n",
  "/proc/meminfo": ({ space, memory }) => {
    const line = (name: string, bytes: number): string =>
      `${`${name}:`.padEnd(16)}${`${bytes / 1024}`.padStart(8)} kB\n`;
    const free = Math.max(0, space.maxMemoryBytes - memory.mappedBytes);
    return line("MemTotal", space.maxMemoryBytes) + line("MemFree", free) + line("MemAvailable", free);
  },
  "/proc/uptime": ({ clock }) => `${seconds(clock.monotonicNs())} ${seconds(0n)}\n`,
  "/proc/loadavg": ({ processes }) => `0.00 0.00 0.00 1/${processes.list.length} ${processes.nextId - 1}\n`,
  "/proc/version": () => "Linux version 6.1.0 (asmoscope) #1 SMP PREEMPT_DYNAMIC\n",
  "/proc/mounts": () => MOUNTS,
  "/proc/swaps": () => "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n",
  "/proc/cmdline": () => "\n",
  "/proc/filesystems": () => "nodev\ttmpfs\nnodev\tproc\n",
  "/proc/sys/kernel/ostype": () => "Linux\n",
  "/proc/sys/kernel/osrelease": () => "6.1.0\n",
  "/proc/sys/kernel/hostname": () => "asmoscope\n",
  "/proc/sys/kernel/pid_max": () => "32768\n",
  "/proc/sys/kernel/randomize_va_space": ({ seed }) => (seed === 0 ? "0\n" : "2\n"),
  "/proc/sys/kernel/core_pattern": () => "core\n",
  "/proc/sys/kernel/ngroups_max": () => "65536\n",
  "/proc/sys/kernel/threads-max": () => "1024\n",
  "/proc/sys/fs/file-max": () => "9223372036854775807\n",
  "/proc/sys/fs/pipe-max-size": () => "1048576\n",
  "/proc/sys/vm/max_map_count": () => "65530\n",
  "/proc/sys/vm/mmap_min_addr": () => "65536\n",
  "/proc/sys/vm/overcommit_memory": () => "0\n",
  "/sys/devices/system/cpu/online": () => "0\n",
};

export const processNames: readonly string[] = Object.keys(texts);
/** What only the process that asks can be told of itself: it is in memory. */
const OWN = ["environ", "auxv"];
export const othersNames: readonly string[] = processNames.filter((name) => !OWN.includes(name));
export const machineNames: readonly string[] = Object.keys(machine);

/** What is not a text of its own: notes on a descriptor. */
function ownFile(kernel: KernelParts, name: string): Contents | undefined {
  const fd = /^fdinfo\/(\d+)$/.exec(name)?.[1];
  return fd === undefined ? undefined : descriptorNote(kernel, Number(fd));
}

/**
 * The contents of a path below /proc/self (or the number of the process that asks), or of one that describes the machine;
 * undefined for every other path. Of other processes there is what the kernel knows.
 */
export function describeProcess(kernel: KernelParts, path: string): Uint8Array | undefined {
  const [, id, name = ""] = /^\/proc\/(self|thread-self|\d+)(?:\/task\/\d+)?\/(\w+(?:\/\d+)?)$/.exec(path) ?? [];
  const { current } = kernel.processes;
  const process = id === undefined || !/^\d/.test(id) ? current : processOf(kernel, Number(id));
  const isOwn = process?.owner === current.owner;
  const contents =
    id === undefined
      ? machine[path]?.(kernel)
      : isOwn
        ? (ownFile(kernel, name) ?? texts[name]?.(kernel, current))
        : process && othersNames.includes(name)
          ? texts[name]!(kernel, process)
          : undefined;
  return typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
}
