// A linked program: segments to map, and everything a debugger asks about an address. Written as an ELF executable by
// `build`, loaded as it stands by the machine: both see the same bytes at the same addresses.

import type { Span } from "../base/source.ts";
import type { Expansion, Item, SaidLine } from "./object-module.ts";

/** A PT_LOAD segment. `address` is where its first byte goes; bytes past `bytes.length` up to `sizeBytes` are zero. */
export interface Segment {
  readonly address: number;
  readonly sizeBytes: number;
  readonly bytes: Uint8Array;
  /** How many more of the file's bytes the header wants than the file has: pages behind its end can only be mapped. */
  readonly missingBytes?: number;
  readonly fileOffset: number;
  readonly read: boolean;
  readonly write: boolean;
  readonly exec: boolean;
}

/** An output section: several input sections of one name, merged as ld does by default. */
export interface ImageSection {
  readonly name: string;
  readonly address: number;
  readonly sizeBytes: number;
  readonly write: boolean;
  readonly exec: boolean;
  readonly nobits: boolean;
  readonly alignment: number;
}

export interface ImageSymbol {
  readonly name: string;
  readonly address: number;
  /** From `global f:function (end - f)`, 0 if not said. */
  readonly sizeBytes: number;
  readonly global: boolean;
  /** Output section index; -1 for absolute values. */
  readonly section: number;
  readonly isLabel: boolean;
  readonly definition?: Span;
  readonly module: string;
}

/** An item of a module at its final address; `references` name labels with their addresses. */
export interface ImageItem {
  readonly address: number;
  readonly sizeBytes: number;
  readonly kind: Item["kind"];
  readonly elementSizeBytes: number;
  readonly dataKind?: Item["dataKind"];
  readonly file: string;
  readonly lineNumber: number;
  readonly span?: Span;
  readonly expansion?: Expansion;
  readonly saidLine?: SaidLine;
  readonly references?: readonly ImageReference[];
  /** Addresses whose distance the item names. */
  readonly distances?: readonly { readonly to: number; readonly from: number }[];
}
export interface ImageReference {
  readonly symbol: string;
  /** Address of the symbol. */
  readonly address: number;
  readonly addend: bigint;
  readonly use: "memory" | "immediate" | "branch";
  readonly indexed: boolean;
}

/** `extern printf`: a 16-byte stub in `.plt` after the program's own sections, recognised by its address. */
export interface LibcStub {
  readonly name: string;
  readonly address: number;
}

export interface Image {
  readonly bits: 32 | 64;
  readonly entry: number;
  /** "main" programs start in libc's start-up code, which calls main. */
  readonly entryKind: "_start" | "main" | "flat";
  readonly segments: readonly Segment[];
  readonly sections: readonly ImageSection[];
  /** Ascending by address. */
  readonly symbols: readonly ImageSymbol[];
  /** Ascending by address, not overlapping. */
  readonly items: readonly ImageItem[];
  readonly stubs: readonly LibcStub[];
  /** PT_TLS of a program that is linked with libc, which gives each thread a copy; rounded up to its alignment. */
  readonly threadLocal?: { readonly address: number; readonly fileBytes: number; readonly sizeBytes: number };
  /** PT_GNU_STACK asks for it, or is not there at all. */
  readonly executableStack: boolean;
  /** There is no PT_GNU_STACK: Linux then makes all readable pages of a 32-bit program executable, and none of a 64-bit one. */
  readonly stackHeader?: "missing";
  /** The program's name without extension, for argv[0]. */
  readonly name: string;
  /** argv[0], where that is not "./" and the name: an executable's as it was given. */
  readonly startedBy?: string;
  /** Names of the sources and objects, for loadedSources and modules. */
  readonly modules: readonly string[];
  /** The whole executable file, as `build` writes it: what lies in a page before and behind a segment's own bytes. Absent
   * for flat binaries. The first segment's bytes begin with its ELF header. */
  readonly file?: Uint8Array;
  /** An executable that a compiler made: what has no lines in an assembly source is not checked, only executed. */
  readonly compiled?: boolean;
}
