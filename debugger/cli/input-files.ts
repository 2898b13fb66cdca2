// Reading what the user named: every failure is one sentence, and nothing that never ends (a device) is read.

import { fstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { readBoundedFile, type Unreadable } from "../../server/lsp/bounded-file.ts";
import type { ProgramFile } from "../program/program.ts";
import { errorCode } from "./terminal.ts";

const LARGEST_BYTES = 1 << 30;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EACCES: "permission denied",
  EISDIR: "it is a directory",
  ENOTDIR: "no such file",
  ENAMETOOLONG: "the name is too long",
  EBADF: "no file is open there",
  EPIPE: "nobody reads it",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ENXIO: "nobody reads it",
  ELOOP: "too many symbolic links",
};

const UNREADABLE: Readonly<Record<Unreadable, string>> = {
  folder: "a directory",
  device: "a device, not a file",
  "too large": "too large",
};

/** The host's error as words. */
export const reasonOf = (error: unknown): string => reasonOfCode(errorCode(error));

/** The same for an error's code; "" for what is no error of the host's. */
export const reasonOfCode = (code: string): string => REASONS[code] ?? (code || "it cannot be read");

/** `-` is standard input, called so in messages. */
const STANDARD_INPUT: ProgramFile["name"] = "<stdin>";
let fromStandardInput: ProgramFile | undefined;

/** A baseline may be written by the command that reads it, but only as a baseline. */
export type InputKind = "kept" | "baseline";

/** Files that this command has read, by device and number, so that other names of theirs are known too. */
const inputs = new Map<string, InputKind>();

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}

/** A command begins. */
export function forgetInputs(): void {
  inputs.clear();
}

/** The file was read as an input: writing there would lose what somebody typed. @param written what would be written there */
export function isInput(path: string, written: InputKind = "kept"): boolean {
  const kind = inputs.get(identityOf(path) ?? "");
  return kind !== undefined && (kind === "kept" || written !== kind);
}

/** Both names mean one file. */
export function isSameFile(one: string, other: string): boolean {
  const identity = identityOf(one);
  return one === other || (identity !== undefined && identity === identityOf(other));
}

/** What is written under one of the names would be lost when the other is written. Neither need be there yet. */
export function isSameOutput(one: string, other: string): boolean {
  if (!isSameFile(one, other)) return resolve(one) === resolve(other);
  try {
    return statSync(one).isFile();
  } catch {
    return true;
  }
}

/** The file is read as an input. */
export function noteInput(path: string, kind: InputKind = "kept"): void {
  const identity = identityOf(path);
  if (identity !== undefined && inputs.get(identity) !== "kept") inputs.set(identity, kind);
}

/** What is redirected into standard input is an input, where it is a file. */
export function noteStandardInput(): void {
  try {
    const status = fstatSync(0, { bigint: true });
    if (status.isFile()) inputs.set(`${status.dev} ${status.ino}`, "kept");
  } catch {
    // It is closed.
  }
}

/** @returns the file, or a sentence without a full stop. */
export function readInput(name: string, kind: InputKind = "kept"): ProgramFile | string {
  const file = readOnce(name);
  if (name === "-") noteStandardInput();
  else if (typeof file !== "string") noteInput(name, kind);
  return file;
}

function readOnce(name: string): ProgramFile | string {
  if (name === "") return "a file name is empty";
  try {
    if (name === "-") {
      fromStandardInput ??= { name: STANDARD_INPUT, bytes: new Uint8Array(readFileSync(0)) };
      return fromStandardInput;
    }
    // A pipe ends when its writer does: `run <(generate)`.
    if (statSync(name).isFIFO()) return { name, bytes: new Uint8Array(readFileSync(name)) };
    const bytes = readBoundedFile(name, LARGEST_BYTES);
    return typeof bytes === "string" ? `cannot read ${name}: it is ${UNREADABLE[bytes]}` : { name, bytes };
  } catch (error) {
    return `cannot read ${name}: ${reasonOf(error)}`;
  }
}

const NEIGHBOUR = /\.(?:asm|nasm|s)$/i;
const LARGEST_NEIGHBOUR_BYTES = 1 << 20;

/** The other sources in the folder of `name`, in name order, called by the path as the user would write it. */
export function readFolderOf(name: string): ProgramFile[] {
  const folder = dirname(name);
  const prefix = name.slice(0, name.length - basename(name).length);
  try {
    const names = readdirSync(folder).filter((entry) => NEIGHBOUR.test(entry) && entry !== basename(name));
    return names.sort().flatMap((entry): ProgramFile[] => {
      const path = join(folder, entry);
      const status = statSync(path, { throwIfNoEntry: false });
      if (!status?.isFile() || status.size > LARGEST_NEIGHBOUR_BYTES) return [];
      const file = readInput(prefix + entry);
      return typeof file === "string" ? [] : [file];
    });
  } catch {
    return [];
  }
}
