// What "prepare a program" takes and gives: the shapes that the command line and the debug adapter share.

import type { AssembleOptions, Assembly, FileReader, FileRequest, OutputFormat } from "../../server/asm/options.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import type { Image } from "../../server/obj/image.ts";
import type { DebugInformation } from "../../server/obj/write-dwarf.ts";

/** A file with the name people call it by. */
export interface ProgramFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files beside the first source, for `extern` names nobody else defines; "pending" when the host must fetch them first. */
export type FolderReader = () => readonly ProgramFile[] | "pending";

export interface ProgramRequest {
  /** Sources, objects and static libraries, or one executable, in the order given. */
  readonly files: readonly ProgramFile[];
  /** What the source of that name, and whatever it includes, may read. */
  readonly readerFor: (source: string) => FileReader;
  readonly folder?: FolderReader;
  /** "build" refuses what only the machine's own libc can run. */
  readonly purpose: "run" | "build";
  /** -m32, -m64. */
  readonly bits?: 32 | 64;
  /** -f; "bin" makes a flat program. */
  readonly format?: OutputFormat;
  /** -e. */
  readonly entry?: string;
  /** -g. */
  readonly debug?: DebugInformation;
  readonly assembler: Pick<
    AssembleOptions,
    "includePaths" | "defines" | "preincludes" | "warnings" | "timeSeconds" | "environment"
  >;
}

export interface Program {
  /** Absent when something is wrong: `problem` or a diagnostic of severity error says what. */
  readonly image?: Image;
  /** In the order in which nasm and ld would print them. */
  readonly diagnostics: readonly Diagnostic[];
  /** One line each, for the user: which neighbouring file was linked, that the mode was detected. */
  readonly notes: readonly string[];
  /** A sentence for what is no error of a line: an empty file, a boot sector, a file without instructions. */
  readonly problem?: string;
  readonly bits: 32 | 64;
  /** True when nothing in the sources or options said so. */
  readonly bitsDetected: boolean;
  /** One for each source, in order; neighbouring files last. */
  readonly assemblies: readonly Assembly[];
  /** Asked for and not there yet: fetch them and prepare again. */
  readonly pendingFiles: readonly FileRequest[];
  readonly pendingFolder: boolean;
}
