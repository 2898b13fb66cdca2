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

/** A mounted host directory; names are relative, "/"-separated, already free of ".." by the kernel. Errors are errno names. */
export interface HostFiles {
  readonly writable: boolean;
  /** A file's bytes, or where a symbolic link leads, which the guest's kernel then follows among the guest's files. */
  read(name: string): Uint8Array | HostLink | "ENOENT" | "EACCES" | "EISDIR";
  write(name: string, bytes: Uint8Array): "ok" | "ENOENT" | "EACCES" | "EROFS" | "EISDIR";
  list(
    name: string,
  ):
    | readonly { readonly name: string; readonly directory: boolean; readonly sizeBytes: number }[]
    | "ENOENT"
    | "ENOTDIR";
}
