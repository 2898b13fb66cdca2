// Children and other programs under their C names: fork and vfork, wait and its kin, the exec family, and what runs a command
// by a shell (system, popen, posix_spawn), which needs a /bin/sh among the program's files. A child that only begins another
// program is made by the kernel's table directly, so that no code of the program runs in it.
// Source: POSIX.1-2017; the man pages of sections 2 and 3.

import { signals } from "../../server/facts/signals.ts";
import type { Process } from "../os/process-table.ts";
import { isFailure, type SyscallResult } from "../os/syscall.ts";
import { makeChild } from "../os/syscall-child.ts";
import { startProgram } from "../os/syscall-exec.ts";
import type { ArgumentSource } from "./arguments.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { environmentPointers } from "./functions-environment.ts";
import { tellRefusal } from "./functions-signal.ts";
import { AREA, TEXT_BYTES } from "./state.ts";
import { cResult, systemCall } from "./system-call.ts";

const SHELL = "/bin/sh";
/** CLONE_VFORK and SIGCHLD. glibc's vfork shares memory too; here the child has a copy, and the parent waits all the same. */
const VFORK_COPY = 0x4000n + BigInt(signals.SIGCHLD.number);
const ANY_CHILD = 2n ** 64n - 1n;
/** Where programs are looked for without PATH. */
const DEFAULT_PATH = "/bin:/usr/bin";

const textAt = (call: LibcCall, pointer: bigint): string => new TextDecoder().decode(call.program.string(pointer));

// ---- exec

/** Strings of an array that ends with NULL. */
function listAt(call: LibcCall, pointer: bigint): string[] {
  const long = longOf(call);
  const list: string[] = [];
  for (let at = pointer; pointer !== 0n; at += BigInt(long)) {
    const one = call.program.readWord(at, long);
    if (one === 0n) break;
    list.push(textAt(call, one));
  }
  return list;
}

/** The arguments of execl, up to NULL. */
function restOf(call: LibcCall, args: ArgumentSource): string[] {
  const list: string[] = [];
  for (let pointer = args.pointer(); pointer !== 0n; pointer = args.pointer()) list.push(textAt(call, pointer));
  return list;
}

const environmentOf = (call: LibcCall): string[] => environmentPointers(call).map((pointer) => textAt(call, pointer));

/** Paths that a name stands for. */
function candidates(call: LibcCall, file: string, how: "path" | "search"): string[] {
  if (how === "path" || file.includes("/")) return [file];
  const path = environmentOf(call).find((one) => one.startsWith("PATH="));
  return (path?.slice(5) ?? DEFAULT_PATH).split(":").map((folder) => (folder === "" ? file : `${folder}/${file}`));
}

interface Started {
  readonly file: string;
  readonly how: "path" | "search";
  readonly argv: readonly string[];
  readonly envp: readonly string[];
}

/** Tries the places of a program in turn; a script without a "#!" line is one for the shell. */
function start(call: LibcCall, { file, how, argv, envp }: Started): SyscallResult {
  let last: SyscallResult = 0;
  let denied: SyscallResult | undefined;
  const paths = candidates(call, file, how);
  for (const path of paths) {
    last = startProgram(call.kernel, { path, argv, envp });
    if (isFailure(last) && last.errno === "ENOEXEC" && how === "search")
      return startProgram(call.kernel, { path: SHELL, argv: [SHELL, path, ...argv.slice(1)], envp });
    if (!isFailure(last) || !["ENOENT", "EACCES", "ENOTDIR"].includes(last.errno)) return last;
    if (last.errno === "EACCES") denied = last;
  }
  return denied ?? last;
}

function execute(call: LibcCall, started: Started): LibcResult {
  const result = start(call, started);
  if (isFailure(result) && result.why.startsWith("Asmoscope")) tellRefusal(call, "execve", result);
  return cResult(call.libc, result);
}

type Shape = "array" | "array and environment" | "list" | "list and environment";

const exec =
  (how: "path" | "search", shape: Shape) =>
  (call: LibcCall): LibcResult => {
    const file = textAt(call, call.args.pointer());
    const isList = shape.startsWith("list");
    const argv = isList ? restOf(call, call.args) : listAt(call, call.args.pointer());
    const envp = shape.endsWith("environment") ? listAt(call, call.args.pointer()) : environmentOf(call);
    return execute(call, { file, how, argv, envp });
  };

// ---- waiting

const wait = (call: LibcCall, pid: bigint, status: bigint, options: bigint, usage: bigint): LibcResult =>
  cResult(call.libc, systemCall(call.kernel, "wait4", [pid, status, options, usage]));

const signed = (call: LibcCall): bigint => BigInt.asUintN(64, BigInt(call.args.int()));

// ---- commands

const hasShell = (call: LibcCall): boolean => {
  const { files } = call.kernel;
  const place = files.find(SHELL, files.root);
  return typeof place !== "string" && place.node?.kind === "file";
};

/** A child that begins `started` when it has its first turn. */
function spawn(call: LibcCall, started: Started): Process | SyscallResult {
  const { processes } = call.kernel;
  const before = processes.exec;
  const result = start(call, started);
  const request = processes.exec;
  processes.exec = before;
  if (isFailure(result) || request === undefined) return result;
  const child = makeChild(call.kernel);
  if (typeof child === "object" && "group" in child) child.begins = request;
  return child;
}

const isProcess = (made: Process | SyscallResult): made is Process => typeof made === "object" && "group" in made;

const shellCommand = (call: LibcCall, command: string): Started => ({
  file: SHELL,
  how: "path",
  argv: ["sh", "-c", command],
  envp: environmentOf(call),
});

/** The function is called again while its child runs; which child that is, the process knows. */
function system(call: LibcCall): LibcResult {
  const command = call.args.pointer();
  if (command === 0n) return hasShell(call) ? 1 : 0;
  const { current } = call.kernel.processes;
  if (!hasShell(call)) {
    tellRefusal(call, "execve", startProgram(call.kernel, { path: SHELL, argv: [], envp: [] }));
    return -1;
  }
  if (current.spawned === 0) {
    const child = spawn(call, shellCommand(call, textAt(call, command)));
    if (!isProcess(child)) return cResult(call.libc, child);
    current.spawned = child.id;
  }
  const at = BigInt(call.libc.base + STATUS_AT);
  const result = wait(call, BigInt(current.spawned), at, 0n, 0n);
  if (result === "pending") return result;
  current.spawned = 0;
  return result === -1n ? -1 : Number(call.libc.memory.load(Number(at), 4));
}

/** A word at the end of the area of texts, which none reaches. */
const STATUS_AT = AREA.text + TEXT_BYTES - 8;

/** The child's end of the pipe becomes its standard output or input. */
function popen(call: LibcCall): LibcResult {
  const command = textAt(call, call.args.pointer());
  const mode = textAt(call, call.args.pointer());
  if (!hasShell(call)) {
    tellRefusal(call, "execve", startProgram(call.kernel, { path: SHELL, argv: [], envp: [] }));
    return 0n;
  }
  if (!/^[rw]e?$/.test(mode)) {
    call.libc.setErrno("EINVAL");
    return 0n;
  }
  const reads = mode.startsWith("r");
  const at = call.libc.base + STATUS_AT;
  if (cResult(call.libc, systemCall(call.kernel, "pipe", [BigInt(at)])) !== 0n) return 0n;
  const [reading, writing] = [0, 4].map((offset) => Number(call.libc.memory.load(at + offset, 4))) as [number, number];
  const [own, childs] = reads ? [reading, writing] : [writing, reading];
  const child = spawn(call, shellCommand(call, command));
  const stream = isProcess(child) ? call.streams.open(own, reads ? "read" : "write") : undefined;
  if (isProcess(child))
    inChild(call, child, () => {
      systemCall(call.kernel, "dup2", [BigInt(childs), reads ? 1n : 0n]);
      for (const fd of [reading, writing]) systemCall(call.kernel, "close", [BigInt(fd)]);
    });
  systemCall(call.kernel, "close", [BigInt(childs)]);
  if (stream === undefined || !isProcess(child)) {
    systemCall(call.kernel, "close", [BigInt(own)]);
    if (!isProcess(child)) cResult(call.libc, child);
    return 0n;
  }
  call.kernel.processes.current.piped = new Map(call.kernel.processes.current.piped).set(stream, child.id);
  return BigInt(stream);
}

/** Does something to the descriptors of a child that has not begun yet. */
function inChild({ kernel }: LibcCall, child: Process, act: () => void): void {
  const { descriptors, processes } = kernel;
  descriptors.use(child.id);
  act();
  descriptors.use(processes.current.files);
}

function pclose(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const stream = call.streams.at(pointer);
  const { current } = call.kernel.processes;
  const child = current.piped.get(stream);
  if (child === undefined) {
    call.libc.setErrno("ECHILD");
    return -1;
  }
  if (current.spawned !== child) {
    call.streams.close(stream);
    current.spawned = child;
  }
  const at = BigInt(call.libc.base + STATUS_AT);
  const result = wait(call, BigInt(child), at, 0n, 0n);
  if (result === "pending") return result;
  current.spawned = 0;
  const left = new Map(current.piped);
  left.delete(stream);
  current.piped = left;
  return result === -1n ? -1 : Number(call.libc.memory.load(Number(at), 4));
}

export const childFunctions = {
  fork: (call) => cResult(call.libc, systemCall(call.kernel, "fork", [])),
  vfork: (call) => cResult(call.libc, systemCall(call.kernel, "clone", [VFORK_COPY])),
  execv: exec("path", "array"),
  execve: exec("path", "array and environment"),
  execvp: exec("search", "array"),
  execvpe: exec("search", "array and environment"),
  execl: exec("path", "list"),
  execlp: exec("search", "list"),
  execle: exec("path", "list and environment"),
  wait: (call) => wait(call, ANY_CHILD, call.args.pointer(), 0n, 0n),
  waitpid: (call) => wait(call, signed(call), call.args.pointer(), BigInt(call.args.unsigned()), 0n),
  wait3: (call) => {
    const status = call.args.pointer();
    const options = BigInt(call.args.unsigned());
    return wait(call, ANY_CHILD, status, options, call.args.pointer());
  },
  wait4: (call) => {
    const pid = signed(call);
    const status = call.args.pointer();
    const options = BigInt(call.args.unsigned());
    return wait(call, pid, status, options, call.args.pointer());
  },
  getpid: (call) => call.kernel.processes.current.owner,
  gettid: (call) => call.kernel.processes.current.id,
  system,
  popen,
  pclose,
} satisfies LibcFunctions;
