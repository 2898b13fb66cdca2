// From launch properties to a machine that stands before its first instruction. What is wrong with the program is told as
// output, one line a diagnostic with its source line, and the launch fails with the first of them.

import { OTHER_ASSEMBLER } from "../../server/asm/dialect.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { type Baseline, EMPTY_BASELINE, readBaseline } from "../../server/facts/baseline.ts";
import type { Image } from "../../server/obj/image.ts";
import { createMachine } from "../machine/create.ts";
import type { Machine } from "../machine/machine.ts";
import type { HostFiles } from "../os/host.ts";
import { prepareProgram } from "../program/prepare.ts";
import type { Program } from "../program/program.ts";
import { itemAt } from "../view/lines.ts";
import { createBreakpointTable } from "./breakpoint-table.ts";
import { createCallLog } from "./call-log.ts";
import { eventWanted, findingWanted } from "./exception-filters.ts";
import { tellFinding } from "./finding-events.ts";
import { createInput, type Input } from "./input.ts";
import { checkProperties } from "./launch-properties.ts";
import { createOutput, type Output, type OutputPlace } from "./output.ts";
import { openFiles, type ProgramFiles } from "./program-files.ts";
import type { LaunchProperties } from "./protocol.ts";
import { FIRST_BUDGET, goOn } from "./runner.ts";
import { type AttachedProgram, type Debuggee, RequestError, type Session } from "./session-state.ts";
import { createSourceNames, displayName, folderOf, resolveLocation, type SourceNames } from "./source-names.ts";

const DEFAULT_MEMORY_BYTES = 2 ** 30;
/** Rounds of assembling and fetching: each include level may need one. */
const MAX_ROUNDS = 200;
/** Diagnostics that are written out; a file full of errors has more than anybody reads. */
const MAX_DIAGNOSTICS = 50;

/** Assembles, links and loads. @throws {RequestError} with one clear sentence. */
export async function launch(
  session: Session,
  properties: LaunchProperties,
  attached?: AttachedProgram,
): Promise<Debuggee> {
  checkProperties(properties);
  const programs = typeof properties.program === "string" ? [properties.program] : (properties.program ?? []);
  const [first] = programs;
  if (!first) throw new RequestError("The launch configuration names no program.");
  const folder = properties.cwd ?? folderOf(first);
  const names = createSourceNames();
  const locations = programs.map((program) => resolveLocation(folder, program, "folder"));
  const includePaths = properties.includePath ?? [];
  const files = await openFiles({ host: session.host, names, programs: locations, folder, includePaths });
  const program = await prepare(session, files, properties);
  const placeOf = placeFinder(program.image, names);
  const to = properties.console === "integratedTerminal" && session.host.terminal === "events" ? "terminal" : "console";
  const output = createOutput({ session, to: attached?.write ?? to, placeOf });
  tellDiagnostics(session, program.diagnostics, names);
  for (const note of program.notes) output.say(`${note}\n`, "console");
  const { image } = program;
  if (!image) throw new RequestError(failureText(program));
  const input = await openInput(session, properties, folder);
  const baseline = await openBaseline(session, properties, folder);
  const root = openRoot(session, properties.root, folder);
  const parts = { image, program, properties, names, output, input, baseline, root, placeOf, attached };
  const made = makeDebuggee(session, parts);
  if (made.machine.ended?.kind === "refused") throw new RequestError(made.machine.ended.explanation);
  session.custom("asmoscope/started", {
    name: image.name,
    bits: image.bits,
    detected: program.bitsDetected,
    console: to === "terminal" ? "integratedTerminal" : "debugConsole",
  });
  return made;
}

async function prepare(session: Session, files: ProgramFiles, properties: LaunchProperties): Promise<Program> {
  let program: Program | undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    program = prepareProgram({
      files: files.files,
      readerFor: files.readerFor,
      folder: files.folder,
      purpose: "run",
      ...(properties.mode === undefined ? {} : { bits: properties.mode }),
      ...(properties.entry === undefined ? {} : { entry: properties.entry }),
      assembler: {
        timeSeconds: session.host.timeSeconds,
        defines: (properties.defines ?? []).map(defineOf),
        ...(properties.preinclude ? { preincludes: properties.preinclude } : {}),
        ...(properties.warnings ? { warnings: properties.warnings } : {}),
      },
    });
    if (!(await files.fetch())) return program;
  }
  throw new RequestError("The program includes files without end.");
}

function defineOf(text: string): { name: string; value?: string } {
  const equals = text.indexOf("=");
  return equals < 0 ? { name: text } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

// ---- what is wrong --------------------------------------------------------------------------------------------------

const diagnosticText = ({ file, lineNumber, severity, message }: Diagnostic): string =>
  `${lineNumber > 0 ? `${file}:${lineNumber}` : file}: ${severity}: ${message}`;

function tellDiagnostics(session: Session, diagnostics: readonly Diagnostic[], names: SourceNames): void {
  const told = diagnostics.filter(({ severity }) => severity !== "hint");
  for (const diagnostic of told.slice(0, MAX_DIAGNOSTICS)) {
    const path = names.locationOf(diagnostic.file);
    session.event("output", {
      category: "stderr",
      output: `${diagnosticText(diagnostic)}\n`,
      ...(path === undefined ? {} : { source: { name: displayName(path), path } }),
      ...(diagnostic.lineNumber > 0 ? { line: diagnostic.lineNumber } : {}),
    });
  }
}

/** Notes that say why there are errors. */
const EXPLANATIONS = new Set(["byte-order-mark", "mode-32", OTHER_ASSEMBLER]);

function failureText(program: Program): string {
  if (program.problem !== undefined) return `${program.problem}.`.replace(/([.!?])\.$/, "$1");
  const errors = program.diagnostics.filter(({ severity }) => severity === "error" || severity === "fatal");
  const [first, ...more] = errors;
  if (!first) return "The program could not be built.";
  const rest = more.length === 0 ? "" : ` (and ${more.length} more error${more.length === 1 ? "" : "s"})`;
  const reasons = program.diagnostics.filter(({ code }) => EXPLANATIONS.has(code));
  return [diagnosticText(first) + rest, ...reasons.map(({ message }) => message)].join("; ");
}

// ---- the machine ----------------------------------------------------------------------------------------------------

/** Outermost source line of an address. */
function placeFinder(image: Image | undefined, names: SourceNames): (address: number) => OutputPlace | undefined {
  return (address) => {
    const item = image && itemAt(image, address);
    if (!item) return undefined;
    const path = names.locationOf(item.file);
    return {
      file: displayName(path ?? item.file),
      ...(path === undefined ? {} : { path }),
      lineNumber: item.lineNumber,
    };
  };
}

async function openInput(session: Session, { stdin }: LaunchProperties, folder: string): Promise<Input> {
  if (stdin === undefined) return createInput(undefined);
  if (typeof stdin === "string") return createInput(new TextEncoder().encode(stdin));
  const answer = await session.host.readFile(resolveLocation(folder, stdin.file, "folder"));
  if ("error" in answer) throw new RequestError(`stdin: ${stdin.file} ${answer.error}.`);
  return createInput(answer.bytes);
}

async function openBaseline(session: Session, { baseline }: LaunchProperties, folder: string): Promise<Baseline> {
  if (baseline === undefined || baseline === "") return EMPTY_BASELINE;
  const answer = await session.host.readFile(resolveLocation(folder, baseline, "folder"));
  if ("error" in answer) throw new RequestError(`baseline: ${baseline} ${answer.error}.`);
  const read = readBaseline(new TextDecoder().decode(answer.bytes));
  if (typeof read === "string") throw new RequestError(`baseline: ${baseline} cannot be used: ${read}.`);
  return read;
}

function openRoot(session: Session, root: string | undefined, folder: string): HostFiles | undefined {
  if (root === undefined || root === "") return undefined;
  const writable = root.endsWith(":rw");
  const location = resolveLocation(folder, writable ? root.slice(0, -3) : root, "folder");
  const files = session.host.mount(location, writable ? "read-write" : "read-only");
  if (typeof files === "string") throw new RequestError(files);
  return files;
}

interface Launched {
  readonly image: Image;
  readonly program: Program;
  readonly properties: LaunchProperties;
  readonly names: SourceNames;
  readonly output: Output;
  readonly input: Input;
  readonly baseline: Baseline;
  readonly root: HostFiles | undefined;
  readonly placeOf: (address: number) => OutputPlace | undefined;
  readonly attached: AttachedProgram | undefined;
}

function makeDebuggee(session: Session, launched: Launched): Debuggee {
  const { image, program, properties, names, output, input, baseline, root, placeOf, attached } = launched;
  const calls = createCallLog(() => machine);
  const machine: Machine = createMachine({
    image,
    onEvent: (event, _pc, time) => calls.hear(event, time),
    onNote: (sentence) => output.say(`${sentence}\n`, "console"),
    args: properties.args ?? [],
    environment: properties.env ?? {},
    check: properties.check ?? "full",
    baseline,
    ignoredKinds: new Set(properties.ignoreFindings ?? []),
    core: properties.core ?? "auto",
    seed: properties.seed ?? 0,
    foldBytes: session.host.foldBytes,
    maxMemoryBytes: properties.maxMemory ?? DEFAULT_MEMORY_BYTES,
    host: {
      readInput: (maxBytes) => input.read(maxBytes),
      writeOutput: (stream, bytes, address) => void output.write(stream, bytes, address),
      ...(root ? { files: root } : {}),
    },
  });
  const texts = new Map(program.assemblies.flatMap(({ sources }) => sources.map(({ name, bytes }) => [name, bytes])));
  const debuggee: Debuggee = {
    ...{ machine, image, properties, names, texts, output, input, placeOf, calls, attached },
    breakpoints: createBreakpointTable(),
    stop: undefined,
    phase: "starting",
    shownExpansions: 0,
    shownAfter: () => 0,
    pauseWanted: false,
    scene: undefined,
    handles: new Map(),
    nextHandle: 1,
    pictures: undefined,
    followPictures: false,
    exceptions: session.exceptions,
    sliceBudget: FIRST_BUDGET,
    hit: [],
    why: undefined,
    waiting: undefined,
    toldFindings: new Map(),
    unexplained: [],
    hindsight: new Map(),
    passing: undefined,
    progress: undefined,
  };
  listen(session, machine, debuggee);
  attached?.listen((bytes) => takeInput(session, debuggee, bytes));
  return debuggee;
}

/** What was typed where the program was started; undefined is the end of it. */
function takeInput(session: Session, debuggee: Debuggee, bytes: Uint8Array | undefined): void {
  if (debuggee.properties.stdin !== undefined) return;
  if (bytes) debuggee.input.type(bytes);
  else debuggee.input.end();
  goOn(session, debuggee);
}

/** Findings are told as they come; those of the chosen filters stop the machine. */
function listen(session: Session, machine: Machine, debuggee: Debuggee): void {
  machine.stopAtFinding = (finding) => {
    const stops = findingWanted(debuggee, finding);
    tellFinding(session, debuggee, finding, stops ? "stops" : "goes on");
    return stops;
  };
  machine.stopAtEvent = (event) => eventWanted(debuggee, event);
}
