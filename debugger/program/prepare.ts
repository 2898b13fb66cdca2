// Sources and objects → a linked Image: what `run`, `build` and F5 agree on. Mode, entry, where `extern` names come from, and
// one sentence for each kind of file that is no program. Pure: files come through the request's readers.

import { assemble } from "../../server/asm/assemble.ts";
import { dialectNotes } from "../../server/asm/dialect.ts";
import { detectMode, writtenBits } from "../../server/asm/mode.ts";
import { modeHint } from "../../server/asm/mode-hint.ts";
import type { AssembleOptions, Assembly, FileRequest, OutputFormat } from "../../server/asm/options.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { createSource, type Source } from "../../server/base/source.ts";
import { markNotes } from "../../server/base/text-form.ts";
import { annotationDiagnostics } from "../../server/facts/annotation.ts";
import { isLibcFunction } from "../../server/facts/libc.ts";
import { libcObjects } from "../../server/facts/libc-linking.ts";
import { membersWanted, readArchive } from "../../server/obj/archive.ts";
import type { Image } from "../../server/obj/image.ts";
import { link, missingNames } from "../../server/obj/link.ts";
import type { ObjectModule } from "../../server/obj/object-module.ts";
import { readObject } from "../../server/obj/read-elf.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import { fileKind, SIXTEEN_BIT } from "./file-kind.ts";
import { flatImage } from "./flat-image.ts";
import { withInstructionItems } from "./line-items.ts";
import { machineLibc } from "./machine-libc.ts";
import { findNeighbour } from "./neighbours.ts";
import type { Program, ProgramFile, ProgramRequest } from "./program.ts";
import { explainUndefined } from "./undefined-name.ts";

/** Neighbouring files that one program may pull in. */
const MAX_NEIGHBOURS = 50;

/** What is known while a program is being put together. */
interface Preparing {
  readonly request: ProgramRequest;
  readonly modules: ObjectModule[];
  readonly assemblies: Assembly[];
  readonly diagnostics: Diagnostic[];
  readonly notes: string[];
  readonly pendingFiles: FileRequest[];
  /** undefined until an option, an object or the first source has said it. */
  bits: 32 | 64 | undefined;
  bitsDetected: boolean;
  /** A flat program: `-f bin`. */
  flat: boolean;
  pendingFolder: boolean;
}

/** "dir/prog.asm" → "prog". */
export function programName(fileName: string): string {
  const base = fileName.replace(/^.*[/\\]/, "");
  return base.replace(/\.[^.]+$/, "") || base;
}

const isError = ({ severity }: Diagnostic): boolean => severity === "error" || severity === "fatal";

/** Prepares a program. Never throws on what files contain. */
export function prepareProgram(request: ProgramRequest): Program {
  const formatBits = request.format === "elf32" ? 32 : request.format === "elf64" ? 64 : undefined;
  const state: Preparing = {
    request,
    modules: [],
    assemblies: [],
    diagnostics: [],
    notes: [],
    pendingFiles: [],
    bits: request.bits ?? formatBits,
    bitsDetected: false,
    flat: request.format === "bin",
    pendingFolder: false,
  };
  const first = request.files[0];
  if (!first) return finish(state, { problem: "no file given" });
  if (request.format === "elfx32") return finish(state, { problem: "programs in the x32 format cannot be run" });
  const kinds = request.files.map(fileKind);
  for (const kind of kinds) if (kind.kind === "refused") return finish(state, { problem: kind.problem });
  if (kinds.some(({ kind }) => kind === "executable")) return executable(state);
  const objects = new Map<ProgramFile, ObjectModule>();
  for (const [k, file] of request.files.entries()) {
    if (kinds[k]!.kind !== "object") continue;
    const module = readObject(file.name, file.bytes);
    if (typeof module === "string") return finish(state, { problem: `${file.name}: ${module}` });
    objects.set(file, module);
    state.bits ??= module.bits === 32 ? 32 : 64;
  }
  for (const [k, file] of request.files.entries()) {
    const object = objects.get(file);
    const isLibrary = kinds[k]!.kind === "library";
    const problem = object
      ? void state.modules.push(object)
      : isLibrary
        ? addMembers(state, file)
        : addSource(state, file);
    if (problem !== undefined) return finish(state, { problem });
  }
  if (state.pendingFiles.length > 0 || state.diagnostics.some(isError)) return finish(state, {});
  return state.flat ? flat(state, programName(first.name)) : linked(state, programName(first.name));
}

/** One executable, as it stands. */
function executable(state: Preparing): Program {
  const { files, purpose } = state.request;
  if (purpose === "build")
    return finish(state, { problem: "an executable is built already: give sources and objects" });
  if (files.length > 1) return finish(state, { problem: "an executable runs alone: give one file" });
  const file = files[0]!;
  const image = readExecutable(programName(file.name), file.bytes);
  if (typeof image === "string") return finish(state, { problem: `${file.name}: ${image}` });
  if (state.bits !== undefined && state.bits !== image.bits) {
    return finish(state, { problem: `${file.name} is a ${image.bits}-bit program` });
  }
  state.bits = image.bits;
  // As a shell would have started it; a URI is no path.
  const startedBy = file.name.includes("/") ? file.name : `./${file.name}`;
  const isPath = !/^[a-z][\w+.-]+:/i.test(file.name);
  return finish(state, { image: { ...withInstructionItems(image), ...(isPath ? { startedBy } : {}) } });
}

/** Takes from a static library what the files in front of it want. @returns a sentence when it cannot be read. */
function addMembers(state: Preparing, { name, bytes }: ProgramFile): string | undefined {
  const { request, modules } = state;
  const members = readArchive(bytes);
  if (typeof members === "string") return `${name} is ${members}`;
  // As for ld the entry is wanted from the beginning; gcc's start-up code wants main.
  const wanted = [request.entry ?? "_start", ...(request.purpose === "run" && !request.entry ? ["main"] : [])];
  const taken = membersWanted(members, { archive: name, bits: state.bits ?? 64, modules, wanted });
  if (typeof taken === "string") return taken;
  modules.push(...taken);
  return undefined;
}

function assembleOptions({ request }: Preparing, source: Source, format: OutputFormat): AssembleOptions {
  const options = { ...request.assembler, format, reader: request.readerFor(source.name), debug: true };
  if (request.purpose === "build" || !asksForElf(source)) return options;
  return { ...options, defines: [{ name: ELF_MACRO }, ...(options.defines ?? [])] };
}

/** What the makefiles of the same book define for Linux, where C's names have no underscores. */
const ELF_MACRO = "ELF_TYPE";

function asksForElf(source: Source): boolean {
  const text = new TextDecoder("latin1").decode(source.bytes);
  return text.includes(ELF_MACRO) && /^[ \t]*%ifn?def[ \t]+ELF_TYPE\b/m.test(text);
}

/** Assembles one source and adds its module. @returns a sentence when it is no program for this machine. */
function addSource(state: Preparing, file: ProgramFile): string | undefined {
  const source = createSource(file.name, file.bytes);
  const mode = detectMode(source, assembleOptions(state, source, "elf64"), state.bits);
  if (mode.kind === "real") return `${file.name} is ${SIXTEEN_BIT}`;
  if (state.bits === undefined) {
    state.bitsDetected = mode.reason === "detected";
    if (state.bitsDetected) state.notes.push(`${file.name}: ${mode.bits}-bit (detected)`);
  }
  state.bits ??= mode.bits;
  const written = writtenBits(source);
  if (written !== undefined && written !== state.bits)
    state.notes.push(
      `${file.name} says \`bits ${written}\`, but runs as a ${state.bits}-bit program: its instructions may mean something else there`,
    );
  const assembly = assembleSource(state, source);
  if (!assembly.ok && isFlatSource(state, source)) {
    state.flat = true;
    state.assemblies.pop();
    state.diagnostics.length = 0;
    return addSource(state, file);
  }
  if (!assembly.ok || assembly.pendingFiles.length > 0) return undefined;
  state.modules.push(assembly.module);
  if (state.request.purpose === "run") state.diagnostics.push(...badAnnotations(assembly));
  return undefined;
}

/** Only a flat binary has `org`: one source without a format that says it, and is one without errors, is meant so. */
function isFlatSource(state: Preparing, source: Source): boolean {
  const { request, flat, bits } = state;
  if (flat || request.format !== undefined || request.files.length > 1 || request.purpose === "build") return false;
  if (!/^[ \t]*\[?org[ \t]/im.test(new TextDecoder("latin1").decode(source.bytes))) return false;
  const options = assembleOptions(state, source, "bin");
  return assemble(source, bits === undefined ? options : { ...options, bits }).ok;
}

/** Annotations that mean nothing to the memory checker. */
const badAnnotations = ({ sources, symbols }: Assembly): Diagnostic[] =>
  sources.flatMap((source) => annotationDiagnostics(source, symbols));

function assembleSource(state: Preparing, source: Source): Assembly {
  const format = state.flat ? "bin" : state.bits === 32 ? "elf32" : "elf64";
  const options = assembleOptions(state, source, format);
  const assembly = assemble(
    source,
    state.flat && state.bits !== undefined ? { ...options, bits: state.bits } : options,
  );
  state.assemblies.push(assembly);
  const hints = format === "elf64" ? modeHint(source, options, assembly.diagnostics) : [];
  const reasons = [...hints, ...markNotes(assembly.sources), ...dialectNotes(source, assembly.diagnostics)];
  state.diagnostics.push(...assembly.diagnostics, ...reasons);
  state.pendingFiles.push(...assembly.pendingFiles);
  return assembly;
}

function flat(state: Preparing, name: string): Program {
  const module = state.modules[0];
  if (!module || state.modules.length > 1) return finish(state, { problem: "a flat binary is made of one source" });
  if (module.bits === 16) return finish(state, { problem: `${module.name} is ${SIXTEEN_BIT}` });
  const flatOne = flatImage(module, name);
  if (typeof flatOne === "string") return finish(state, { problem: `${module.name}: ${flatOne}` });
  const image = handMade(flatOne) ?? flatOne;
  if (typeof image === "string") return finish(state, { problem: `${module.name}: ${image}` });
  state.bits = image.bits;
  return finish(state, { image });
}

/** A source that writes its own ELF headers: loaded as they say, with the source's lines and names. */
function handMade(flatOne: Image): Image | string | undefined {
  const bytes = flatOne.segments[0]!.bytes;
  if (bytes[0] !== 0x7f || bytes[1] !== 0x45 || bytes[2] !== 0x4c || bytes[3] !== 0x46) return undefined;
  const image = readExecutable(flatOne.name, bytes);
  if (typeof image === "string") return image;
  const { compiled: _, ...rest } = image;
  return { ...rest, symbols: flatOne.symbols, items: flatOne.items, sections: flatOne.sections };
}

function hasInstructions(modules: readonly ObjectModule[]): boolean {
  return modules.some(({ sections }) =>
    sections.some(
      (section) => (section.exec && section.items.length === 0 && section.sizeBytes > 0) || hasCode(section.items),
    ),
  );
}

/** Code may be written as data. */
const hasExecutableBytes = (modules: readonly ObjectModule[]): boolean =>
  modules.some(({ sections }) => sections.some(({ exec, sizeBytes }) => exec && sizeBytes > 0));

const hasCode = (items: readonly { readonly kind: string }[]): boolean => items.some(({ kind }) => kind === "code");

function globalNames(modules: readonly ObjectModule[]): Set<string> {
  const names = new Set<string>();
  for (const { symbols } of modules) {
    for (const { name, binding, section } of symbols) {
      if (section !== "undefined" && binding !== "local" && binding !== "static") names.add(name);
    }
  }
  return names;
}

const isLibcName = (name: string): boolean => isLibcFunction(name) || Object.hasOwn(libcObjects, name);

function linked(state: Preparing, name: string): Program {
  const { request, modules } = state;
  addNeighbours(state);
  if (state.pendingFolder || state.pendingFiles.length > 0 || state.diagnostics.some(isError)) return finish(state, {});
  const defined = globalNames(modules);
  const begins = [request.entry ?? "_start", "main"].some((start) => defined.has(start));
  if (!hasInstructions(modules) && !(begins && hasExecutableBytes(modules))) {
    const what = modules.length === 1 ? modules[0]!.name : "these files";
    return finish(state, {
      problem: `${what}: no instructions, so there is nothing to run (a file of data or macros?)`,
    });
  }
  if (request.purpose === "run" && !request.entry && calledByDriver(modules, defined)) {
    defined.add("main");
    state.notes.push(`${DRIVER_CALLS} is called as main, as the book's driver.c does`);
  }
  const start = !request.entry && !defined.has("_start") && defined.has("main") ? "main" : "_start";
  if (request.purpose === "build") {
    const refusal = needsLibc(modules, start);
    if (refusal !== undefined) return finish(state, { problem: refusal });
  }
  const { image, diagnostics } = link(modules, {
    bits: state.bits ?? 64,
    name,
    ...(request.entry === undefined ? {} : { entry: request.entry }),
    ...(request.debug ? { debug: request.debug } : {}),
    ...(request.purpose === "run" ? { libc: machineLibc(start) } : {}),
    explain: (missing) => explainUndefined(missing, modules),
  });
  state.diagnostics.push(...diagnostics.map((diagnostic) => withEntryAdvice(diagnostic, modules)));
  return finish(state, image ? { image: withInstructionItems(image) } : {});
}

/** What the driver of "PC Assembly Language" by Paul Carter calls: courses hand out that C program beside sources without main. */
const DRIVER_CALLS = "asm_main";

/** Gives a program for that driver its main, where nobody else begins it. @returns whether it did. */
function calledByDriver(modules: ObjectModule[], defined: ReadonlySet<string>): boolean {
  if (defined.has("main") || defined.has("_start") || !defined.has(DRIVER_CALLS)) return false;
  for (const [k, module] of modules.entries()) {
    const called = module.symbols.find(({ name, section }) => name === DRIVER_CALLS && section !== "undefined");
    if (called) modules[k] = { ...module, symbols: [...module.symbols, { ...called, name: "main" }] };
  }
  return true;
}

/** What `build` says of a program that only runs with a C library. */
function needsLibc(modules: readonly ObjectModule[], start: "main" | "_start"): string | undefined {
  const name = missingNames(modules).find(isLibcName);
  if (name !== undefined) return `${name} is a libc function: link with \`gcc -no-pie\``;
  if (start === "main")
    return "main is called by libc's start-up code: link with `gcc -no-pie`, or name the entry _start";
  return undefined;
}

/** ld's warning about the entry, with the reason where it can be seen. */
function withEntryAdvice(diagnostic: Diagnostic, modules: readonly ObjectModule[]): Diagnostic {
  if (diagnostic.code !== "no-entry-symbol") return diagnostic;
  const file = modules[0]!.name;
  for (const { name, symbols } of modules) {
    const hidden = symbols.find(
      (symbol) => (symbol.name === "_start" || symbol.name === "main") && symbol.binding === "local",
    );
    if (!hidden) continue;
    return {
      ...diagnostic,
      file: name,
      message: `${diagnostic.message} (${hidden.name} is there, but not \`global\`)`,
    };
  }
  return { ...diagnostic, file };
}

/** Links files of the folder that define what is still missing, until nothing more is found. */
function addNeighbours(state: Preparing): void {
  const { request, modules } = state;
  if (request.purpose === "build" || !request.folder) return;
  const unresolved = () => missingNames(modules).filter((name) => !isLibcName(name));
  let missing = unresolved();
  if (missing.length === 0) return;
  const folder = request.folder();
  if (folder === "pending") {
    state.pendingFolder = true;
    return;
  }
  const taken = new Set(request.files.map((file) => file.name));
  for (let count = 0; count < MAX_NEIGHBOURS; count++) {
    const candidates = folder.filter((file) => !taken.has(file.name));
    const found = missing.flatMap((name) => {
      const file = findNeighbour(name, candidates, globalNames(modules));
      return file ? [{ name, file }] : [];
    })[0];
    if (!found) return;
    taken.add(found.file.name);
    state.notes.push(`${found.name} is defined in ${found.file.name}: linked too`);
    const problem = addSource(state, found.file);
    if (problem !== undefined || state.diagnostics.some(isError)) return;
    missing = unresolved();
  }
}

function finish(state: Preparing, end: { readonly image?: Image; readonly problem?: string }): Program {
  const { diagnostics, notes, assemblies, pendingFiles, pendingFolder, bitsDetected } = state;
  const bits = state.bits ?? 64;
  return { ...end, diagnostics, notes, bits, bitsDetected, assemblies, pendingFiles, pendingFolder };
}
