// /proc as a folder: the names in it, made anew whenever a path leads there, so that they can be listed, described and tested
// for. What the files say is in process-files.ts; a descriptor's link is opened as the descriptor (syscall-file.ts).
// Source: proc(5).

import { describeDescriptor } from "./descriptor-name.ts";
import type { FileNode } from "./files.ts";
import { OPEN } from "./open-flags.ts";
import { machineNames, othersNames, processNames, programFile } from "./process-files.ts";
import type { KernelParts } from "./syscall.ts";

const FOLDER_MODE = 0o555;
const FILE_MODE = 0o444;
const PRIVATE_MODE = 0o500;

/** Whether a path, or one from the folder `from`, leads where names change by themselves. */
export function isProcessPath({ files }: KernelParts, path: string, from: FileNode): boolean {
  if (path.startsWith("/")) return path.startsWith("/proc") || path.startsWith("/dev/");
  return from.id !== files.root.id ? files.pathOf(from).startsWith("/proc") : /^(\.\/)*(proc|dev)(\/|$)/.test(path);
}

/** The program's name as a path from the root. */
export function programPath({ path }: KernelParts): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}

/** Makes the folder of the process that asks as it is now. */
export function showProcess(kernel: KernelParts): void {
  const { files, processes, descriptors, process } = kernel;
  const { owner, id } = processes.current;
  const root = files.node(files.root.entries.get("proc")!);
  const folder = enter(kernel, root, `${owner}`, "directory", FOLDER_MODE);
  for (const path of machineNames) addFile(kernel, path);
  showOthers(kernel, root);
  pointTo(kernel, root, "self", `${owner}`);
  pointTo(kernel, root, "thread-self", `${owner}/task/${id}`);
  const tasks = enter(kernel, folder, "task", "directory", FOLDER_MODE);
  for (const one of processes.list) {
    if (one.owner !== owner || one.ending !== undefined) continue;
    const task = enter(kernel, tasks, `${one.id}`, "directory", FOLDER_MODE);
    for (const name of processNames) enter(kernel, task, name, "file", FILE_MODE);
  }
  for (const name of processNames) enter(kernel, folder, name, "file", FILE_MODE);
  pointTo(kernel, folder, "exe", programPath(kernel));
  addProgram(kernel);
  pointTo(kernel, folder, "cwd", files.pathOf(files.node(process.directory)));
  pointTo(kernel, folder, "root", "/");
  const links = enter(kernel, folder, "fd", "directory", PRIVATE_MODE);
  const notes = enter(kernel, folder, "fdinfo", "directory", FOLDER_MODE);
  for (const list of [links, notes])
    for (const [name, node] of [...list.entries]) if (name !== "..") drop(kernel, list, name, node);
  for (const fd of descriptors.numbers()) {
    pointTo(kernel, links, `${fd}`, describeDescriptor(kernel, fd) ?? "");
    const access = (descriptors.get(fd)?.flags ?? 0) & OPEN.accessMask;
    const rights = access === OPEN.readOnly ? 0o500 : access === OPEN.writeOnly ? 0o300 : 0o700;
    files.node(links.entries.get(`${fd}`)!).mode = rights;
    enter(kernel, notes, `${fd}`, "file", FILE_MODE);
  }
}

/** The other processes' folders; those of processes that are no more go. */
function showOthers(kernel: KernelParts, root: FileNode): void {
  const { processes } = kernel;
  const owners = new Set(processes.list.map(({ owner }) => owner));
  for (const [name, node] of [...root.entries])
    if (/^\d+$/.test(name) && !owners.has(Number(name))) drop(kernel, root, name, node);
  owners.delete(processes.current.owner);
  for (const owner of owners) {
    const folder = enter(kernel, root, `${owner}`, "directory", FOLDER_MODE);
    for (const [name, node] of [...folder.entries])
      if (name !== ".." && !othersNames.includes(name)) drop(kernel, folder, name, node);
    for (const name of othersNames) enter(kernel, folder, name, "file", FILE_MODE);
  }
}

/** Removes an entry, and all that is in it. */
function drop(kernel: KernelParts, directory: FileNode, name: string, id: number): void {
  const { files } = kernel;
  const node = files.node(id);
  for (const [inner, one] of [...node.entries]) if (inner !== "..") drop(kernel, node, inner, one);
  files.remove({ directory, name, node });
  files.forget(node);
}

/** The entry of that name, made when it is not there. */
function enter(
  { files, clock }: KernelParts,
  directory: FileNode,
  name: string,
  kind: "directory" | "file" | "link",
  mode: number,
): FileNode {
  return files.provide(directory, name, kind, mode, clock.realtimeNs());
}

function pointTo(kernel: KernelParts, directory: FileNode, name: string, target: string): void {
  const { files, clock } = kernel;
  const node = enter(kernel, directory, name, "link", 0o777);
  if (files.target(node) === target) return;
  files.resize(node, 0, clock.realtimeNs());
  files.write(node, 0, new TextEncoder().encode(target), clock.realtimeNs());
}

/** Without files of the host the program's own file is where it says it is, so that the link leads to it. */
function addProgram(kernel: KernelParts): void {
  const { files, host, clock } = kernel;
  const path = programPath(kernel);
  const names = path.slice(1).split("/");
  if (host.files !== undefined) return;
  const found = files.find(path, files.root);
  if (found !== "ENOENT" && (typeof found === "string" || found.node !== undefined)) return;
  let folder = files.root;
  for (const name of names.slice(0, -1)) folder = enter(kernel, folder, name, "directory", 0o755);
  if (folder.kind !== "directory") return;
  const node = enter(kernel, folder, names.at(-1)!, "file", 0o755);
  files.write(node, 0, programFile(kernel), clock.realtimeNs());
}

/** A file that describes the machine, in folders of its own. */
function addFile(kernel: KernelParts, path: string): void {
  const names = path.slice(1).split("/");
  let folder = kernel.files.root;
  for (const name of names.slice(0, -1)) folder = enter(kernel, folder, name, "directory", FOLDER_MODE);
  enter(kernel, folder, names.at(-1)!, "file", FILE_MODE);
}
