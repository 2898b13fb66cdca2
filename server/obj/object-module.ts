// What assembling a source gives and what the writers and the linker take: sections with bytes, symbols, fixups,
// and beside them what a debugger wants to know about each byte. The ELF gABI's words, without ELF's encoding.

import type { Span } from "../base/source.ts";

/** ELF's sh_type as a word. */
export type SectionType = "progbits" | "nobits" | "note" | "preinit_array" | "init_array" | "fini_array";

export interface Section {
  readonly name: string;
  readonly type: SectionType;
  readonly write: boolean;
  readonly alloc: boolean;
  readonly exec: boolean;
  readonly tls: boolean;
  readonly merge: boolean;
  readonly strings: boolean;
  readonly entrySizeBytes: number;
  /** A power of two. */
  readonly alignment: number;
  /** Contents; empty for nobits. */
  readonly bytes: Uint8Array;
  /** Size in memory; equals bytes.length unless nobits. */
  readonly sizeBytes: number;
  readonly fixups: readonly Fixup[];
  /** What stands where, ascending by offset, not overlapping: instructions and data as written. */
  readonly items: readonly Item[];
  /** Format bin only: what the section directive said about its place. */
  readonly placement?: FlatPlacement;
}

/** `section NAME start= vstart= follows= vfollows= valign=` (NASM manual, "bin: Multisection"). `align=` stands in
 * `Section.alignment`, where 4 is bin's default. Symbols named section.NAME.start, .vstart and .length, "undefined" in the
 * module, are given their values by the writer. */
export interface FlatPlacement {
  readonly start?: bigint;
  readonly vstart?: bigint;
  readonly follows?: string;
  readonly vfollows?: string;
  readonly valign?: number;
  /** `align=` where it was written. */
  readonly align?: number;
}

/** What `[map]` asked for. `file` is "stdout" or "stderr" for those, undefined for standard output. */
export interface FlatMap {
  readonly parts: readonly ("brief" | "sections" | "symbols")[];
  readonly file: string | undefined;
}

/** What a fixup computes. Names say what is stored; the ELF writer chooses R_386_* or R_X86_64_* from them and the size. */
export type FixupKind =
  | "absolute" // S + A
  | "absolute-signed" // S + A, sign-extended by the CPU (R_X86_64_32S)
  | "relative" // S + A − P
  | "plt" // wrt ..plt, and relative calls written so
  | "got" // wrt ..got
  | "gotpc" // wrt ..gotpc as an immediate or data: GOT + A − P (R_386_GOTPC, R_X86_64_GOTPC32)
  | "gotpcrel" // [rel x wrt ..gotpc] and [rel x wrt ..got]: place of x's GOT entry − P + A (R_X86_64_GOTPCREL)
  | "gotoff" // wrt ..gotoff
  | "gottpoff" // wrt ..gottpoff / ..tlsie
  | "tpoff" // of compiled code: a thread-local variable's distance from the thread pointer
  | "dtpoff" // of compiled debug information: its distance from the start of the thread-local block
  | "sym"; // wrt ..sym

/** "zero": a distance to a plain number (`jmp 0` in elf32), which ELF writes as one to symbol 0. */
export type FixupTarget = { readonly symbol: number } | { readonly section: number } | { readonly absolute: "zero" };

export interface Fixup {
  /** Offset in the section's bytes. The field itself holds zeros: writers put the addend there where the format wants it (elf32). */
  readonly offset: number;
  readonly sizeBytes: 1 | 2 | 4 | 8;
  readonly kind: FixupKind;
  /** Against a symbol of the module, or against the start of one of its sections. NASM relocates against the section
   * (addend = offset in it) whenever the label is defined in this module, global or not, except `wrt ..sym` and GOT forms. */
  readonly target: FixupTarget;
  /** For "relative" the addend already counts for the distance from field to end of instruction (ELF's A). */
  readonly addend: bigint;
  readonly span?: Span | undefined;
}

export type SymbolBinding = "local" | "global" | "weak" | "extern" | "common" | "required" | "static";

export interface ModuleSymbol {
  readonly name: string;
  readonly binding: SymbolBinding;
  /** ELF's st_type. */
  readonly type: "none" | "object" | "function" | "tls" | "ifunc";
  readonly visibility: "default" | "internal" | "hidden" | "protected";
  /** Index into sections; "absolute" for equ, "undefined" for extern, "common". */
  readonly section: number | "absolute" | "undefined" | "common";
  /** Offset in the section, the absolute value, or the alignment of a common symbol. */
  readonly value: bigint;
  readonly sizeBytes: bigint;
  /** Where it is defined or declared. */
  readonly definition?: Span;
  /** True when an instruction or data follows on purpose of a colon or a data directive; `equ`s are false. */
  readonly isLabel: boolean;
  /** Of an assembly with -g: the size of one element of the data behind it. */
  readonly elementBytes?: number;
}

/** One step of a macro expansion: `macro` was called at `call` (line `lineNumber` of `file`), itself inside `parent`. */
export interface Expansion {
  readonly macro: string;
  readonly call: Span;
  readonly file: string;
  readonly lineNumber: number;
  readonly parent?: Expansion;
  /** A `.nolist` macro: messages do not name it. */
  readonly quiet?: true;
}

/** The calls of an expansion, the innermost first. */
export function callsOf(expansion: Expansion | undefined): Span[] {
  const calls: Span[] = [];
  for (let step = expansion; step; step = step.parent) calls.push(step.call);
  return calls;
}

/** A memory operand or immediate that names a label: what "derived from this label" rests on. */
export interface LabelReference {
  /** Symbol index in the module. */
  readonly symbol: number;
  readonly addend: bigint;
  readonly use: "memory" | "immediate" | "branch";
  /** Memory operand: registers take part too (`[arr+rcx*4]`). */
  readonly indexed: boolean;
}

/** Where a distance begins or ends: a symbol's index in the module, `$` or `$$`. */
export type DistanceEnd = number | "here" | "section";

/** `to - from`, written in an operand or a data element: whoever measures it may walk from one to the other. */
export interface LabelDistance {
  readonly to: DistanceEnd;
  readonly from: DistanceEnd;
}

/** A line as `%line` names it. */
export interface SaidLine {
  readonly file: string;
  readonly lineNumber: number;
}

/** One instruction or one data directive's output, with the source it came from. */
export interface Item {
  readonly offset: number;
  readonly sizeBytes: number;
  readonly kind: "code" | "data" | "reserve" | "align";
  /** Size in bytes of one element of data (1 for db); 0 for code. */
  readonly elementSizeBytes: number;
  /** How data was written, for showing it: `string` when every operand was a quoted string or small numbers beside one. */
  readonly dataKind?: "integer" | "float" | "string";
  /** Where the user looks first: inside a macro the outermost call's line. 1-based; `file` as NASM prints it. */
  readonly file: string;
  readonly lineNumber: number;
  /** The statement's own text (inside a macro: in the body). */
  readonly span: Span;
  /** Present inside a macro: innermost expansion first. */
  readonly expansion?: Expansion;
  /** Present where `%line` says that the body's line stands elsewhere. */
  readonly saidLine?: SaidLine;
  readonly references?: readonly LabelReference[];
  readonly distances?: readonly LabelDistance[];
  /** From `incbin`: NASM says nothing of its type. */
  readonly binary?: true;
}

/** Where assembling went on in a section: with the item of that index, until the next visit to any section; or what it met
 * in absolute space. */
export type Visit = { readonly section: number; readonly firstItem: number } | { readonly absolute: readonly Item[] };

/** ELF's COMDAT group; `sections` are indices into the module's. */
export interface SectionGroup {
  readonly signature: string;
  readonly sections: readonly number[];
}

/** A relocatable module: one assembled source or one `.o` file read. */
export interface ObjectModule {
  /** The source's or object's file name. */
  readonly name: string;
  readonly bits: 16 | 32 | 64;
  readonly sections: readonly Section[];
  /** In the order NASM defines them (labels, `equ`s and specials as the last pass meets them; `extern`, `common` where
   * declared); only those the object file shall list. ELF's string table keeps this order; its symbol table lists the locals first. */
  readonly symbols: readonly ModuleSymbol[];
  /** Flat binaries: the address of the first byte (`org`). */
  readonly origin: bigint;
  /** The source says `org`; without it the first section's `start=` may say where the program begins. */
  readonly originGiven?: boolean;
  /** False when a `.note.GNU-stack` section without `exec` is present: the stack must not be executable. */
  readonly executableStack: boolean;
  /** Of a `.o` file: sections that a program needs once, however many objects bring a group of this name. */
  readonly groups?: readonly SectionGroup[];
  /** Of a `.o` file: the source's name its FILE symbol gives; default `name`. */
  readonly fileSymbol?: string;
  /** Flat binaries with a `[map]` directive. */
  readonly map?: FlatMap;
  /** ELF: the system and its version that the header names, where a source says `osabi`. */
  readonly osabi?: { readonly abi: number; readonly version: number };
}
