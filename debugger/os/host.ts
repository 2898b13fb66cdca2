// The outside, as an argument: the core reads no clock, no random source and no file by itself. The machine wraps a Host in
// its journal, so that every run can be replayed to the bit.

import type { ErrnoName } from "../../server/facts/errno.ts";

/** Bytes for the guest; an empty array is end of file; "pending" means: stop before the instruction and ask again later. */
export type HostInput = Uint8Array | "pending";

export interface Host {
  /** Standard input: at most `maxBytes`. */
  readInput(maxBytes: number): HostInput;
  /**
   * Standard output (1) and error (2). `sourceAddress` is the pc of the instruction that wrote. An errno when the bytes
   * cannot be written (a full disk), which the guest is told.
   */
  writeOutput(stream: 1 | 2, bytes: Uint8Array, sourceAddress: number): ErrnoName | undefined;
  /**
   * What descriptors 0, 1 and 2 are to the guest: a terminal (the default; libc then writes line by line), or pipes (libc
   * then writes when its buffer is full and at exit, as natively when a test collects the output).
   */
  readonly streams?: "terminal" | "pipes";
  /** Host files, only what `--root` gave; undefined when none was given. */
  readonly files?: HostFiles;
}

export interface HostLink {
  readonly target: string;
}

export interface HostFacts {
  readonly isExecutable: boolean;
  /** Whether the emulator's user may read it (of a directory: list and enter it), and change it. */
  readonly isReadable: boolean;
  readonly isWritable: boolean;
  /** Milliseconds since 1970 of the last change. */
  readonly modifiedMs: number;
}

export type HostChange = "ok" | "ENOENT" | "EACCES" | "EROFS";

/** A mounted host directory; names are relative, "/"-separated, already free of ".." by the kernel, which knows of names in UTF-8 only. Errors are errno names. */
export interface HostFiles {
  readonly writable: boolean;
  /** A file's bytes, or where a symbolic link leads, which the guest's kernel then follows among the guest's files. */
  read(name: string): Uint8Array | HostLink | "ENOENT" | "EACCES" | "EISDIR";
  write(name: string, bytes: Uint8Array): "ok" | "ENOENT" | "EACCES" | "EROFS" | "EISDIR";
  /** What the host knows beside the bytes; undefined when there is nothing of that name. */
  about(name: string): HostFacts | undefined;
  /** Removes a file, a link itself, or an empty directory. */
  remove(name: string): HostChange;
  makeDirectory(name: string): HostChange;
  /** One more name for a file. */
  link(name: string, another: string): HostChange;
  /** A symbolic link. */
  makeLink(name: string, target: string): HostChange;
  /** A file, or a directory with all in it, gets another name; a file that has it already goes. */
  rename(from: string, to: string): HostChange;
  list(
    name: string,
  ):
    | readonly { readonly name: string; readonly directory: boolean; readonly sizeBytes: number }[]
    | "ENOENT"
    | "ENOTDIR";
}
