// Object modules → Image: a static link as ld 2.40 does it by default, plus stubs for the libc functions that the machine
// itself provides. Pure; what is wrong with the input comes back as diagnostics in ld's words.

import type { Diagnostic } from "../base/diagnostic.ts";
import { PF, PT } from "./elf.ts";
import type { Image, LibcStub, Segment } from "./image.ts";
import { type Addresses, createAddresses } from "./link-addresses.ts";
import { linkContents } from "./link-contents.ts";
import { GOT_SYMBOL, planGot } from "./link-got.ts";
import { withoutRepeatedGroups } from "./link-groups.ts";
import { imageItems, imageSections, imageSymbols } from "./link-image.ts";
import { LINK_PAGE_BYTES, type LinkLayout, layoutCommons, layoutSections } from "./link-layout.ts";
import { countProgramHeaders, type PlannedSegment, planSegments } from "./link-segments.ts";
import { fixupSite, sitePrefix } from "./link-sites.ts";
import { resolve, type UndefinedUse, undefinedUses } from "./link-symbols.ts";
import { linkSymtab } from "./link-symtab.ts";
import type { ObjectModule, Section } from "./object-module.ts";
import { type DebugInformation, executableDebug } from "./write-dwarf.ts";
import { executableHeaderBytes, shapeOf, writeExecutable } from "./write-executable.ts";

/** The C library as the linker needs to know it: names and the bytes of a stub. */
export interface LinkedLibc {
  isFunction(name: string): boolean;
  /** Variables like `stdout`, each one pointer wide, which get a place in .bss. */
  isObject(name: string): boolean;
  readonly stubBytes: readonly number[];
  /** Set for programs that begin with `main`: the stub that calls it. */
  readonly startStub?: string;
}

export interface LinkOptions {
  readonly bits: 32 | 64;
  /** The program's name without extension. */
  readonly name: string;
  /** -e: a symbol or a number; default "_start". */
  readonly entry?: string;
  /** Undefined names are errors without it. */
  readonly libc?: LinkedLibc;
  /** -g: line information for other debuggers goes into the executable file. */
  readonly debug?: DebugInformation;
  /** Adds a sentence to "undefined reference": what the name probably is. */
  readonly explain?: (name: string) => string | undefined;
}

export interface LinkResult {
  /** Absent when there is an error. */
  readonly image?: Image;
  readonly diagnostics: readonly Diagnostic[];
}

/** ld reports a name at most this often in a row. */
const REPORTS_PER_NAME = 5;

/** Names that the given modules use and do not define; names of the linker's own making are not among them. */
export function missingNames(modules: readonly ObjectModule[]): string[] {
  const provided = layoutSections([], [], { bits: 64, headerBytes: 0 }).provided;
  const uses = undefinedUses(modules, resolve(modules));
  const isProvided = (name: string) => provided.has(name) || name === GOT_SYMBOL || /^__(start|stop)_/.test(name);
  return [...new Set(uses.filter((use) => !use.weak && !isProvided(use.name)).map((use) => use.name))];
}

/** Links in the order given, as ld takes its arguments. */
export function link(inputs: readonly ObjectModule[], options: LinkOptions): LinkResult {
  const { bits, libc } = options;
  const given = withoutRepeatedGroups(inputs);
  const strangers = given.filter((module) => module.bits !== bits);
  if (strangers.length > 0) return { diagnostics: strangers.map((module) => wrongMachine(module, bits)) };
  const indirect = given.flatMap(indirectFunctions);
  if (indirect.length > 0) return { diagnostics: indirect };
  const first = resolve(given);
  const uses = undefinedUses(given, first);
  const wanted = [...new Set(uses.map((use) => use.name))];
  const objects = libc ? wanted.filter((name) => libc.isObject(name)) : [];
  const functions = libc ? wanted.filter((name) => libc.isFunction(name) && !libc.isObject(name)) : [];
  if (libc?.startStub !== undefined && !functions.includes(libc.startStub)) functions.unshift(libc.startStub);
  const got = planGot(given, bits);
  const modules = [...given];
  if (objects.length > 0) modules.push(libcObjectsModule(objects, bits));
  if (got.module) modules.push(got.module);
  const resolution = resolve(modules);
  const commons = layoutCommons(modules, resolution.commons);
  const stack = stackOf(given);
  const layout = layoutWithHeaders(bits, stack !== "none", (headerBytes) =>
    layoutSections(modules, commons, { bits, headerBytes }),
  );
  const excess = tooLarge(layout, bits);
  if (excess) return { diagnostics: [excess] };
  const plan = planSegments(layout, stack);
  const stubs = placeStubs(functions, plan.headers);
  const stubAddresses = new Map(stubs.map((stub) => [stub.name, stub.address]));
  const addresses = createAddresses({ modules, resolution, commons, layout, stubs: stubAddresses });
  const contents = linkContents({ modules, layout, addresses, got, bits, resolution, name: options.name });
  const diagnostics: Diagnostic[] = [
    ...resolution.diagnostics,
    ...reportUndefined(given, uses, addresses, options),
    ...contents.diagnostics,
  ];
  const entry = findEntry(layout, addresses, stubAddresses, options);
  const symtabInputs = { modules: given, resolution, addresses, layout, missingEntry: entry.missing };
  if (entry.warning) diagnostics.push(entry.warning);
  if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) return { diagnostics };
  const sections = imageSections(layout);
  const draft: Image = {
    bits,
    entry: entry.address,
    entryKind: libc?.startStub === undefined ? "_start" : "main",
    segments: [],
    sections,
    symbols: imageSymbols({ modules, resolution, addresses, layout, stubs }),
    items: imageItems(modules, addresses),
    stubs,
    ...(stubs.length > 0 ? threadLocalOf(plan.headers) : {}),
    executableStack: stack !== "rw",
    // gcc's start-up objects, which a program with `main` is linked with on Linux, do say something: together it is "rwx".
    ...(stack === "none" && libc?.startStub === undefined ? { stackHeader: "missing" as const } : {}),
    name: options.name,
    modules: given.map((module) => module.name),
  };
  const debug = options.debug ? executableDebug(draft, layout, options.debug) : [];
  const file = writeExecutable({
    image: draft,
    layout,
    plan,
    contents: contents.bytes,
    debug,
    symtab: linkSymtab(symtabInputs, shapeOf(bits)),
  });
  const segments = plan.headers.filter((header) => header.type === PT.load).map((header) => loadSegment(header, file));
  if (stubs.length > 0) {
    segments.push(stubSegment(stubs, libc!.stubBytes, file.length));
    const { address, sizeBytes } = segments.at(-1)!;
    const flags = { write: false, exec: true, nobits: false, alignment: libc!.stubBytes.length };
    return {
      image: { ...draft, segments, file, sections: [...sections, { name: ".plt", address, sizeBytes, ...flags }] },
      diagnostics,
    };
  }
  return { image: { ...draft, segments, file }, diagnostics };
}

function wrongMachine(module: ObjectModule, bits: 32 | 64): Diagnostic {
  const name = (width: number) => (width === 64 ? "i386:x86-64" : "i386");
  return {
    severity: "error",
    code: "incompatible-input",
    message: `${name(module.bits)} architecture of input file \`${module.name}' is incompatible with ${name(bits)} output`,
    file: module.name,
    lineNumber: 0,
  };
}

/** Calling one would call the function that chooses. */
function indirectFunctions({ name, symbols }: ObjectModule): Diagnostic[] {
  const chosen = symbols.filter(({ type, section }) => type === "ifunc" && typeof section === "number");
  return chosen.map((symbol) => ({
    severity: "error",
    code: "indirect-function",
    message: `\`${symbol.name}' is an indirect function (STT_GNU_IFUNC), which is chosen when a program starts: those are not linked`,
    file: name,
    lineNumber: 0,
  }));
}

const LARGEST_FILE_BYTES = 2 ** 29;
/** Room a program has below the stack. */
const ADDRESS_LIMIT = { 32: 0xc0000000, 64: 2 ** 46 } as const;

function tooLarge(layout: LinkLayout, bits: 32 | 64): Diagnostic | undefined {
  const excess = layout.sections.find(
    (section) =>
      section.address + section.sizeBytes > ADDRESS_LIMIT[bits] ||
      (!section.nobits && section.sizeBytes > LARGEST_FILE_BYTES),
  );
  if (!excess) return undefined;
  return {
    severity: "error",
    code: "section-too-large",
    message: `section \`${excess.name}' with ${excess.sizeBytes} bytes does not fit the program's memory`,
    file: excess.name,
    lineNumber: 0,
  };
}

/** PT_GNU_STACK by what the objects say: none says anything, all say no, or somebody says (or implies) yes. */
function stackOf(modules: readonly ObjectModule[]): "none" | "rw" | "rwx" {
  const noted = modules.filter((module) => module.sections.some((section) => section.name === ".note.GNU-stack"));
  if (noted.length === 0) return "none";
  return modules.some((module) => module.executableStack) ? "rwx" : "rw";
}

/** The number of program headers decides where sections begin, and the sections decide that number. */
function layoutWithHeaders(
  bits: 32 | 64,
  withStack: boolean,
  layoutFor: (headerBytes: number) => LinkLayout,
): LinkLayout {
  let layout = layoutFor(executableHeaderBytes(bits, 4));
  for (let attempt = 0; attempt < 4; attempt++) {
    const headerBytes = executableHeaderBytes(bits, countProgramHeaders(layout, withStack));
    if (headerBytes === layout.headerBytes) break;
    layout = layoutFor(headerBytes);
  }
  return layout;
}

/** libc's variables as one module with a .bss, as ld gives them room with copy relocations. */
function libcObjectsModule(names: readonly string[], bits: 32 | 64): ObjectModule {
  const wordBytes = bits / 8;
  const section: Section = {
    name: ".bss",
    type: "nobits",
    write: true,
    alloc: true,
    exec: false,
    tls: false,
    merge: false,
    strings: false,
    entrySizeBytes: 0,
    alignment: wordBytes,
    bytes: new Uint8Array(0),
    sizeBytes: names.length * wordBytes,
    fixups: [],
    items: [],
  };
  const symbols = names.map(
    (name, k) =>
      ({
        name,
        binding: "global",
        type: "object",
        visibility: "default",
        section: 0,
        value: BigInt(k * wordBytes),
        sizeBytes: BigInt(wordBytes),
        isLabel: true,
      }) as const,
  );
  return { name: "libc", bits, sections: [section], symbols, origin: 0n, executableStack: false };
}

const STUB_BYTES = 16;

/** The stubs stand on a page of their own behind the program, so that the program lies as it would without them. */
function placeStubs(names: readonly string[], headers: readonly PlannedSegment[]): LibcStub[] {
  const ends = headers.filter((header) => header.type === PT.load).map((header) => header.address + header.memoryBytes);
  const base = Math.ceil(Math.max(0, ...ends) / LINK_PAGE_BYTES) * LINK_PAGE_BYTES;
  return names.map((name, k) => ({ name, address: base + k * STUB_BYTES }));
}

function stubSegment(stubs: readonly LibcStub[], stubBytes: readonly number[], fileBytes: number): Segment {
  const bytes = new Uint8Array(stubs.length * STUB_BYTES);
  for (const k of stubs.keys()) bytes.set(stubBytes, k * STUB_BYTES);
  const fileOffset = Math.ceil(fileBytes / LINK_PAGE_BYTES) * LINK_PAGE_BYTES;
  const rights = { read: true, write: false, exec: true };
  return { address: stubs[0]!.address, sizeBytes: bytes.length, bytes, fileOffset, ...rights };
}

function threadLocalOf(headers: readonly PlannedSegment[]): Pick<Image, "threadLocal"> {
  const header = headers.find(({ type }) => type === PT.tls);
  if (!header) return {};
  const { address, fileBytes, memoryBytes, alignment } = header;
  return { threadLocal: { address, fileBytes, sizeBytes: Math.ceil(memoryBytes / alignment) * alignment } };
}

function loadSegment(header: PlannedSegment, file: Uint8Array): Segment {
  return {
    address: header.address,
    sizeBytes: header.memoryBytes,
    bytes: file.subarray(header.fileOffset, header.fileOffset + header.fileBytes),
    fileOffset: header.fileOffset,
    read: true,
    write: (header.flags & PF.write) !== 0,
    exec: (header.flags & PF.exec) !== 0,
  };
}

function reportUndefined(
  modules: readonly ObjectModule[],
  uses: readonly UndefinedUse[],
  addresses: Addresses,
  options: LinkOptions,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let name = "";
  let count = 0;
  for (const use of uses) {
    if (use.weak || addresses.name(use.name) !== undefined) continue;
    count = use.name === name ? count + 1 : 1;
    name = use.name;
    if (count > REPORTS_PER_NAME + 1) continue;
    const module = modules[use.module]!;
    const section = module.sections[use.section]!;
    const hint = options.explain?.(use.name);
    const words =
      count > REPORTS_PER_NAME ? `more undefined references to \`${name}' follow` : `undefined reference to \`${name}'`;
    diagnostics.push({
      severity: "error",
      code: "undefined-reference",
      ...fixupSite(module, section, use.fixup),
      message: `${sitePrefix(module, section, use.fixup)}${words}${hint ? ` (${hint})` : ""}`,
    });
  }
  return diagnostics;
}

/** The entry point by ld's rules: the symbol, a number, the start of .text with a warning. */
function findEntry(
  layout: LinkLayout,
  addresses: Addresses,
  stubs: ReadonlyMap<string, number>,
  options: LinkOptions,
): { readonly address: number; readonly missing?: string; readonly warning?: Diagnostic } {
  const start = options.libc?.startStub;
  if (start !== undefined) return { address: stubs.get(start)! };
  const name = options.entry ?? "_start";
  const value = addresses.name(name);
  if (value !== undefined) return { address: Number(value) };
  if (/^(?:0x[0-9a-f]+|[0-9]+)$/i.test(name)) return { address: Number(name) };
  const text = layout.sections.find((section) => section.name === ".text");
  const digits = text?.address.toString(16).padStart(options.bits / 4, "0");
  const consequence = text ? `defaulting to ${digits}` : "not setting start address";
  const warning: Diagnostic = {
    severity: "warning",
    code: "no-entry-symbol",
    message: `cannot find entry symbol ${name}; ${consequence}`,
    file: options.name,
    lineNumber: 0,
  };
  return { address: text?.address ?? 0, missing: name, warning };
}
