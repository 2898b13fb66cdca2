// execve: finds the file, reads it as an ELF executable or follows its "#!" line, collects argv and envp, and hands the machine
// what to put in the place of the present program (process-table.ts, ExecRequest). Until then nothing has changed, so every
// failure goes back to the program. The program that the machine was started with has no file of its own: it is found under
// /proc/self/exe and under the name it was started by.
// Source: the kernel's fs/exec.c, fs/binfmt_elf.c, fs/binfmt_script.c; execve(2).

import { quoted } from "../../server/base/byte-text.ts";
import type { Image } from "../../server/obj/image.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import { emptyShell } from "./empty-shell.ts";
import type { FileNode } from "./files.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { ownProgram } from "./own-programs.ts";
import type { ExecRequest } from "./process-table.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  longBytes,
  pathArgument,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  word,
} from "./syscall.ts";
import { pathFailure } from "./syscall-file.ts";

const EXECUTABLE = 0o111;
/** Linux follows so many "#!" lines. */
const SCRIPT_LIMIT = 5;
const SCRIPT_LINE_BYTES = 255;
/** argv and envp together: a quarter of the stack. */
const ARGUMENT_LIMIT_BYTES = 2 ** 21;
const STRING_LIMIT_BYTES = 2 ** 17;
const AT_EMPTY_PATH = 0x1000;

/** A list of strings that ends with a null pointer; NULL stands for an empty one, as on Linux. */
function stringsAt(call: SystemCall, index: number): readonly string[] | Failure {
  const { user } = call.kernel;
  const bytes = longBytes(call);
  const strings: string[] = [];
  let at = word(call, index);
  let length = 0;
  if (at === 0n) return strings;
  for (; ; at += BigInt(bytes)) {
    const pointer = user.readWord(at, bytes);
    if (pointer === undefined) return badBuffer(call, index, bytes, "read");
    if (pointer === 0n) return strings;
    const text = user.text(pointer, STRING_LIMIT_BYTES);
    const isWhole = typeof text === "string";
    if (!isWhole && text.problem === "fault")
      return fail("EFAULT", `string ${strings.length} of the list cannot be read`);
    if (isWhole) length += text.length + 1 + bytes;
    if (!isWhole || length > ARGUMENT_LIMIT_BYTES)
      return fail("E2BIG", `arguments and environment need more than ${ARGUMENT_LIMIT_BYTES} bytes`);
    strings.push(text);
  }
}

/** The program of the machine itself, which no file holds. */
function ownImage(kernel: KernelParts, path: string): Image | undefined {
  const { program } = kernel.processes.current;
  if (path === "/proc/self/exe" || path === `/proc/${kernel.processes.current.id}/exe`) return program.image;
  return path === kernel.startedAs.path || `./${path}` === kernel.startedAs.path ? kernel.startedAs.image : undefined;
}

interface Program {
  readonly path: string;
  readonly argv: readonly string[];
}

function notThere(kernel: KernelParts, errno: Failure["errno"], path: string): Failure {
  if (kernel.host.files !== undefined || errno !== "ENOENT") return pathFailure(errno, path);
  return fail(
    errno,
    `Asmoscope shows a program no files of this machine but those of --root: there is no ${quoted(path)}`,
  );
}

function fileAt(kernel: KernelParts, { path, argv }: Program, directory: FileNode): FileNode | Image | Failure {
  const { files } = kernel;
  const place = files.find(path, directory);
  const node = typeof place === "string" ? undefined : place.node;
  if (!node) {
    const shell = kernel.host.files === undefined ? (emptyShell(path, argv) ?? ownProgram(path)) : undefined;
    return ownImage(kernel, path) ?? shell ?? notThere(kernel, typeof place === "string" ? place : "ENOENT", path);
  }
  if (node.kind !== "file") return fail("EACCES", `${quoted(path)} is no file`);
  // Files of a mounted directory show no right to execute: the host does not tell.
  if (node.hostName === undefined && (node.mode & EXECUTABLE) === 0)
    return fail("EACCES", `${quoted(path)} may not be executed`);
  return node;
}

/** Interpreter and its argument in a "#!" line; undefined when the file has none. */
function interpreterOf(bytes: Uint8Array): readonly string[] | undefined {
  if (bytes[0] !== 0x23 || bytes[1] !== 0x21) return undefined;
  const line = new TextDecoder().decode(bytes.subarray(2, SCRIPT_LINE_BYTES)).split("\n")[0]!;
  const [, name, rest] = /^[ \t]*(\S+)[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  return rest === undefined || rest === "" ? [name] : [name, rest];
}

/** Executables as they were read, by the bytes of their files: a shell starts the same ones again and again. */
const known = new WeakMap<
  Uint8Array,
  { readonly sizeBytes: number; readonly modifiedNs: bigint; image: Image | string }
>();

function imageOf({ buffer, sizeBytes, modifiedNs }: FileNode, path: string): Image | string {
  const before = known.get(buffer);
  if (before?.sizeBytes === sizeBytes && before.modifiedNs === modifiedNs) return before.image;
  const image = readExecutable(path.replace(/^.*\//, ""), buffer.slice(0, sizeBytes));
  known.set(buffer, { sizeBytes, modifiedNs, image });
  return image;
}

const isImage = (found: FileNode | Image): found is Image => "entryKind" in found;

function imageFor(kernel: KernelParts, program: Program, directory: FileNode): (Program & { image: Image }) | Failure {
  let { path, argv } = program;
  for (let depth = 0; depth < SCRIPT_LIMIT; depth++) {
    const found = fileAt(kernel, { path, argv }, directory);
    if (isFailure(found)) return found;
    if (isImage(found)) return { path, argv, image: found };
    const bytes = found.buffer.subarray(0, Math.min(found.sizeBytes, SCRIPT_LINE_BYTES + 2));
    const interpreter = interpreterOf(bytes);
    if (interpreter !== undefined) {
      argv = [...interpreter, path, ...argv.slice(1)];
      path = interpreter[0]!;
      continue;
    }
    const image = imageOf(found, path);
    return typeof image === "string" ? fail("ENOEXEC", `${quoted(path)} is ${image}`) : { path, argv, image };
  }
  return fail("ELOOP", `${quoted(program.path)} leads from script to script`);
}

/** Another program is to be put in the place of the current one. @returns 0, or why not. */
export function startProgram(
  kernel: KernelParts,
  { path, argv, envp }: Omit<ExecRequest, "image">,
  directory = kernel.files.node(kernel.process.directory),
): SyscallResult {
  if (path === "") return pathFailure("ENOENT", path);
  // Linux puts an empty argument where there is none at all.
  const found = imageFor(kernel, { path, argv: argv.length === 0 ? [""] : argv }, directory);
  if (isFailure(found)) return found;
  kernel.processes.exec = { ...found, envp };
  return 0;
}

function execute(call: SystemCall, path: string, directory: FileNode, first: number): SyscallResult {
  const argv = stringsAt(call, first);
  if (isFailure(argv)) return argv;
  const envp = stringsAt(call, first + 1);
  if (isFailure(envp)) return envp;
  return startProgram(call.kernel, { path, argv, envp }, directory);
}

function execve(call: SystemCall): SyscallResult {
  const path = pathArgument(call, 0);
  if (typeof path !== "string") return path;
  const { files, process } = call.kernel;
  return execute(call, path, files.node(process.directory), 1);
}

function execveat(call: SystemCall): SyscallResult {
  const path = pathArgument(call, 1);
  if (typeof path !== "string") return path;
  const { files, process } = call.kernel;
  if (path.startsWith("/") || int(call, 0) === -100) return execute(call, path, files.node(process.directory), 2);
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (path !== "" && node?.kind === "directory") return execute(call, path, node, 2);
  if (path !== "" || (int(call, 4) & AT_EMPTY_PATH) === 0 || node?.kind !== "file")
    return fail("ENOTDIR", `file descriptor ${int(call, 0)} is no directory`);
  const image = readExecutable(`${int(call, 0)}`, call.kernel.files.read(node, 0, node.sizeBytes));
  if (typeof image === "string") return fail("ENOEXEC", `the file is ${image}`);
  const argv = stringsAt(call, 2);
  const envp = isFailure(argv) ? argv : stringsAt(call, 3);
  if (isFailure(argv) || isFailure(envp)) return isFailure(argv) ? argv : (envp as Failure);
  call.kernel.processes.exec = { image, path: `/dev/fd/${int(call, 0)}`, argv, envp };
  return 0;
}

export const execCalls = { execve, execveat } satisfies SyscallFunctions;
