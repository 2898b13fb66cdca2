// `asmoscope run`: assembles, links and runs in the emulator, with the command's own stdin, stdout and stderr as the guest's.

import { jsonText } from "../../server/base/byte-text.ts";
import { type Baseline, EMPTY_BASELINE } from "../../server/facts/baseline.ts";
import { isErrnoName } from "../../server/facts/errno.ts";
import { unrepeated } from "../../server/lint/wide-constant.ts";
import type { Image } from "../../server/obj/image.ts";
import { type Finding, MAX_FINDINGS } from "../check/finding.ts";
import { mountFolder } from "../dap/host-folder.ts";
import { createMachine } from "../machine/create.ts";
import { findingsInHindsight } from "../machine/hindsight.ts";
import type { Machine, MachineStop } from "../machine/machine.ts";
import type { MachineEvent } from "../os/events.ts";
import { actingTask, createStrace, straceKilled } from "../os/strace.ts";
import type { Program } from "../program/program.ts";
import { missingAllocator } from "./allocator-option.ts";
import { readBaselineFile, writeRunBaseline } from "./baseline-file.ts";
import { compileAsUsual, compileMuchLater } from "./compilation.ts";
import { painted, plain } from "./diagnostic-text.ts";
import { findingText, gathered, limitText, moreText, summaryText } from "./finding-text.ts";
import { createGuestInput, type GuestInput } from "./guest-input.ts";
import { placeText, stubAt } from "./guest-place.ts";
import { noteInput, noteStandardInput, reasonOf } from "./input-files.ts";
import { type Arrived, type Interruption, watchForInterruption } from "./interruption.ts";
import { helpFor } from "./options.ts";
import { obstacleAt, writeOutputFile } from "./output-file.ts";
import { loadProgramFiles, showProgram } from "./program-files.ts";
import { notRunReport, type RunExit, runReport } from "./report.ts";
import { debuggedProperties } from "./run-debugged.ts";
import { type RunChoices, runChoices, runRows } from "./run-options.ts";
import { complain, errorCode, nowMs, say, type Terminal } from "./terminal.ts";
import { type Invocation, notRunXml, runXml } from "./xml.ts";

/** What the XML document tells of the run itself. */
function xmlFacts({ image, time, ended, state }: Machine) {
  return { image, time, ended: ended && { ...ended, pc: Number(state.rip) } };
}

const NOT_RUN = 125;
const OVER_LIMIT = 124;
const SIGNAL_BASE = 128;
const SIGPIPE = 13;
/** Too few for anything to be translated. */
const FIRST_SLICE = 25;
/** Instructions between two looks at the clock: as many as take about this long, whichever core runs and checks them. */
const SLICE_MS = 20;
const SMALLEST_SLICE = 50_000;
const LARGEST_SLICE = 1_000_000_000;
/** System calls and the like, by which a program keeps the machine busy more than the processor. */
const MANY_TURNS = 100;

/** Runs the command. @throws {UsageError} */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const choices = runChoices(args);
  if (choices === "help") {
    const purpose = "Assembles, links and runs sources (or an ELF executable, or objects) in the emulator.";
    say(terminal, helpFor("run [OPTION]... FILE... [-- ARG...]", purpose, runRows));
    return 0;
  }
  // Before anything is reported, be it that the program never runs.
  if (choices.stdin === undefined) noteStandardInput();
  else noteInput(choices.stdin);
  const program = loadProgramFiles({ ...choices, purpose: "run" }, terminal);
  if (typeof program === "string") return refuse(choices, terminal, withArgumentAdvice(program, choices));
  // What a comment silences is not said here either.
  const diagnostics = unrepeated(program.diagnostics, []);
  showProgram({ ...program, diagnostics }, terminal, { columns: choices.shows.has("columns") ? "shown" : "hidden" });
  if (!program.image) {
    return writeNotRun(choices, terminal, notRunReport(program.diagnostics, program.problem));
  }
  const missing = missingAllocator(program.image, choices.allocators);
  if (missing !== undefined) return refuse(choices, terminal, missing);
  const baseline = choices.baseline === undefined ? EMPTY_BASELINE : readBaselineFile(choices.baseline);
  if (typeof baseline === "string") return refuse(choices, terminal, baseline);
  if (choices.dapPort !== undefined) return runDebugged(choices, choices.dapPort, terminal);
  const obstacle = outputObstacle(choices);
  if (obstacle !== undefined) {
    complain(terminal, `asmoscope: ${obstacle}`);
    return NOT_RUN;
  }
  return runProgram(program, choices, terminal, baseline);
}

/** A long run must not end with nowhere to write what it found. */
const outputObstacle = ({ report, xml, writeBaseline }: RunChoices): string | undefined =>
  (report === undefined ? undefined : obstacleAt(report)) ??
  (xml === undefined ? undefined : obstacleAt(xml)) ??
  (writeBaseline === undefined ? undefined : obstacleAt(writeBaseline, "baseline"));

/** Waits for a debugger; the debug adapter does the rest. */
async function runDebugged(choices: RunChoices, port: number, terminal: Terminal): Promise<number> {
  compileMuchLater();
  const { waitForDebugger } = await import("../dap/attach-server.ts");
  const outcome = await waitForDebugger({
    port,
    properties: debuggedProperties(choices),
    write: (stream, bytes) => void terminal.write(stream, bytes),
    input: process.stdin,
    onListening: (real) => complain(terminal, `asmoscope: waiting for a debugger on 127.0.0.1:${real}`),
  });
  if (typeof outcome === "number") return outcome;
  complain(terminal, `asmoscope: ${outcome}`);
  return NOT_RUN;
}

/** A second file that is not there may have been meant as an argument. */
function withArgumentAdvice(sentence: string, { files, args }: RunChoices): string {
  const isLater = files.slice(1).some((name) => sentence.startsWith(`cannot read ${name}: no such file`));
  return isLater && args.length === 0 ? `${sentence} (arguments of the program stand behind --)` : sentence;
}

/** A sentence, the report that nothing ran, and 125. */
function refuse(choices: RunChoices, terminal: Terminal, sentence: string): number {
  complain(terminal, `asmoscope: ${sentence}`);
  return writeNotRun(choices, terminal, notRunReport([], sentence));
}

/** Writes what was asked for as files. @returns a status only when one cannot be written. */
function writeReports(
  choices: RunChoices,
  terminal: Terminal,
  reports: { readonly json: () => unknown; readonly xml: (invocation: Invocation) => string },
): number | undefined {
  const { report, xml, files, args } = choices;
  const problems: (string | undefined)[] = [];
  if (report !== undefined) problems.push(writeOutputFile(report, `${jsonText(reports.json())}\n`, terminal));
  if (xml !== undefined) {
    const command = ["asmoscope", "run", ...files];
    const invocation = { command, guestArguments: args, pid: process.pid, parentPid: process.ppid };
    problems.push(writeOutputFile(xml, reports.xml(invocation), terminal));
  }
  const said = problems.filter((problem) => problem !== undefined);
  for (const problem of said) complain(terminal, `asmoscope: ${problem}`);
  return said.length > 0 ? NOT_RUN : undefined;
}

/** The reports of a program that never ran. */
function writeNotRun(choices: RunChoices, terminal: Terminal, report: unknown): number {
  const xml = (invocation: Invocation) => notRunXml(invocation, choices.files[0]!);
  writeReports(choices, terminal, { json: () => report, xml });
  return NOT_RUN;
}

/** True when findings go to a file instead of standard error. */
const isSilent = ({ report, xml }: RunChoices): boolean => report !== undefined || xml !== undefined;

/** What one run has seen so far. */
interface Running {
  readonly machine: Machine;
  readonly baseline: Baseline;
  readonly choices: RunChoices;
  readonly terminal: Terminal;
  readonly input: GuestInput;
  readonly interruption: Interruption;
  readonly output: GuestOutput;
}

/** The guest's output, with findings shown before what the guest wrote after them. */
interface GuestOutput {
  /** Standard output has no reader any more: on Linux the guest would be dead. */
  broken: boolean;
  shownFindings: number;
  /** For the report: what the limits refused. */
  readonly notes: Set<string>;
}

async function runProgram(
  program: Program,
  choices: RunChoices,
  terminal: Terminal,
  baseline: Baseline,
): Promise<number> {
  const interruption = watchForInterruption();
  let input: GuestInput;
  let files: ReturnType<typeof mountFolder> | undefined;
  try {
    const mode = Number.isFinite(choices.timeoutMs) ? "limited" : "blocking";
    const file = choices.stdin === undefined ? {} : { file: choices.stdin };
    input = createGuestInput({ ...file, mode, onBlocking: interruption.leave });
    interruption.onArrival = () => input.stopWaiting();
  } catch (error) {
    return refuse(choices, terminal, `cannot read ${choices.stdin}: ${reasonOf(error)}`);
  }
  try {
    files = choices.root && mountFolder(choices.root.folder, choices.root.access, noteInput);
  } catch (error) {
    const reason = errorCode(error) === "ENOTDIR" ? "it is no folder" : reasonOf(error);
    return refuse(choices, terminal, `cannot use ${choices.root?.folder} as root: ${reason}`);
  }
  if (isLarge(program.image!)) compileMuchLater();
  const output: GuestOutput = { broken: false, shownFindings: 0, notes: new Set() };
  const show = () => showFindings(machine, choices, terminal, output);
  let strace: ((event: MachineEvent) => void) | undefined;
  const machine: Machine = createMachine({
    image: program.image!,
    args: choices.args,
    environment: choices.environment,
    check: choices.check,
    allocators: choices.allocators,
    baseline,
    core: choices.core,
    seed: choices.seed,
    maxMemoryBytes: choices.maxMemoryBytes,
    checkpoints: "start",
    host: {
      readInput: (maxBytes) => input.read(maxBytes),
      writeOutput(stream, bytes) {
        show();
        if (terminal.write(stream, bytes)) return undefined;
        const problem = terminal.problemOf?.(stream);
        if (isErrnoName(problem)) return problem;
        output.broken = true;
        return undefined;
      },
      streams: terminal.interactive ? "terminal" : "pipes",
      ...(files ? { files } : {}),
    },
    onEvent(event, pc) {
      strace?.(event);
      noteMemoryLimit(event, pc, machine, choices, output.notes);
    },
    onNote(sentence) {
      output.notes.add(`${sentence}.`);
      if (!isSilent(choices)) complain(terminal, `asmoscope: ${sentence}`);
    },
  });
  if (choices.shows.has("strace"))
    strace = createStrace(
      machine.memory,
      (line) => complain(terminal, line),
      () => actingTask(machine),
    );
  const running = { machine, baseline, choices, terminal, input, interruption, output };
  const start = nowMs();
  const { exit, status } = await advance(running, start);
  const seconds = (nowMs() - start) / 1000;
  input.close();
  return finish(running, exit, status, seconds);
}

/** Bytes of code that are more than somebody writes by hand. */
const LARGE_CODE = 64 * 1024;

/** Running through much code for the first time warms all of the machine, and V8 keeps to what it was told when a function
 * became warm: for such a program it has to be told before. */
const isLarge = ({ segments }: Image): boolean => segments.some(({ bytes, exec }) => exec && bytes.length > LARGE_CODE);

interface Ending {
  readonly exit: RunExit;
  readonly status: number;
}

/** Runs to the end or to a limit. */
async function advance(running: Running, start: number): Promise<Ending> {
  const { machine, choices, terminal, input, interruption, output } = running;
  const deadline = start + choices.timeoutMs;
  let slice = FIRST_SLICE;
  let compiles: "as usual" | "much later" | undefined;
  for (;;) {
    const left = choices.maxInstructions - machine.time;
    const before = nowMs();
    const stop = left > 0 ? machine.run(Math.min(slice, left), "part") : ({ kind: "budget" } as const);
    slice = nextSlice(slice, nowMs() - before);
    showFindings(machine, choices, terminal, output);
    if (output.broken) return { exit: { kind: "signal", signal: "SIGPIPE" }, status: SIGNAL_BASE + SIGPIPE };
    const ending = endingOf(stop);
    if (ending) return ending;
    if (machine.time >= choices.maxInstructions) return overLimit("instructions");
    const wanted = choices.core === "step" || machine.turns > MANY_TURNS ? "as usual" : "much later";
    if (wanted !== compiles) (wanted === "as usual" ? compileAsUsual : compileMuchLater)();
    compiles = wanted;
    if (stop.kind === "input") await input.wait(deadline);
    const came = await interruption.arrived();
    if (came) return interrupted(came);
    if (nowMs() >= deadline) return overLimit("timeout");
  }
}

function nextSlice(slice: number, tookMs: number): number {
  const wanted = tookMs < SLICE_MS / 2 ? slice * 2 : tookMs > SLICE_MS * 2 ? Math.floor(slice / 2) : slice;
  return Math.min(LARGEST_SLICE, Math.max(SMALLEST_SLICE, wanted));
}

const overLimit = (limit: "instructions" | "timeout"): Ending => ({
  exit: { kind: "limit", limit },
  status: OVER_LIMIT,
});

const interrupted = ({ signal, number }: Arrived): Ending => ({
  exit: { kind: "signal", signal, explanation: "interrupted from outside (Ctrl+C or kill)" },
  status: SIGNAL_BASE + number,
});

function endingOf(stop: MachineStop): Ending | undefined {
  switch (stop.kind) {
    case "exit":
      return { exit: { kind: "exit", code: stop.code & 255 }, status: stop.code & 255 };
    case "signal": {
      const { signal, explanation } = stop;
      return { exit: { kind: "signal", signal, explanation }, status: SIGNAL_BASE + stop.number };
    }
    case "refused":
      return { exit: { kind: "not-run", reason: stop.explanation }, status: NOT_RUN };
    default:
      return undefined;
  }
}

/** Those of the end wait until it is known what led to them. */
function showFindings(
  machine: Machine,
  choices: RunChoices,
  terminal: Terminal,
  output: GuestOutput,
  findings = machine.ended === undefined ? machine.findings : [],
): void {
  if (isSilent(choices)) return;
  tellFindings(machine, terminal, output, findings);
}

function tellFindings(machine: Machine, terminal: Terminal, output: GuestOutput, findings: readonly Finding[]): void {
  if (output.shownFindings >= findings.length) return;
  const paint = terminal.colour[2] ? painted : plain;
  for (const { first, more } of gathered(findings.slice(output.shownFindings))) {
    const text = findingText(machine.image, first, paint);
    const others = moreText(first, more);
    complain(terminal, others === undefined ? text : `${text}\n${others}`);
  }
  output.shownFindings = findings.length;
}

function summarize({ findings }: Machine, terminal: Terminal): void {
  if (findings.length > 0) complain(terminal, summaryText(findings));
}

function finish(running: Running, exit: RunExit, status: number, seconds: number): number {
  const { machine, baseline, choices, terminal, output } = running;
  const findings = findingsInHindsight(machine);
  showFindings(machine, choices, terminal, output, findings);
  if (!isSilent(choices)) summarize(machine, terminal);
  if (machine.findings.length >= MAX_FINDINGS) output.notes.add(limitText());
  if (choices.shows.has("strace") && exit.kind === "signal") complain(terminal, straceKilled(exit.signal));
  const sentence = endSentence(machine, exit, choices);
  if (sentence !== undefined) complain(terminal, `asmoscope: ${sentence}`);
  if (machine.unflushedBytes > 0) complain(terminal, `asmoscope: ${lostOutput(machine, exit)}`);
  if (choices.shows.has("stats")) complain(terminal, statsLine(machine, seconds));
  const failed = writeReports(choices, terminal, {
    json: () => runReport(machine, exit, { findings, notes: [...output.notes] }),
    xml: (invocation) => runXml({ ...xmlFacts(machine), findings }, invocation),
  });
  if (failed !== undefined) {
    // The disk has become full since: what was found is not lost with the report.
    tellFindings(machine, terminal, output, findings);
    if (isSilent(choices)) summarize(machine, terminal);
    return failed;
  }
  const { errorExitCode, writeBaseline } = choices;
  const unwritten =
    writeBaseline === undefined ? undefined : writeRunBaseline(writeBaseline, machine, baseline, terminal);
  if (unwritten !== undefined) {
    complain(terminal, `asmoscope: ${unwritten}`);
    return NOT_RUN;
  }
  const wrong = machine.findings.some(({ severity }) => severity === "error");
  return wrong && errorExitCode !== undefined && status !== NOT_RUN ? errorExitCode : status;
}

/** Where the machine stands; in a function of libc, where that was called. */
function standsAt({ image, state, core }: Machine): string {
  const place = placeText(image, state.rip);
  const stub = stubAt(image, Number(state.rip));
  const site = stub && core.calls.at(-1)?.callSite;
  return stub === undefined || site === undefined ? place : `${stub.name}, called by ${placeText(image, site)}`;
}

/** Why a run did not end with an exit of the program's own. */
function endSentence(machine: Machine, exit: RunExit, choices: RunChoices): string | undefined {
  const { image, state } = machine;
  switch (exit.kind) {
    case "exit":
      return undefined;
    case "signal": {
      if (exit.explanation === undefined) return undefined;
      const killed = `killed by ${exit.signal} at ${standsAt(machine)}`;
      const told = !isSilent(choices) && machine.findings.some(({ message }) => exit.explanation?.startsWith(message));
      return told ? killed : `${killed}: ${exit.explanation.split("\n")[0]}`;
    }
    case "limit":
      return exit.limit === "instructions"
        ? `stopped after ${machine.time} instructions (--max-instructions) at ${placeText(image, state.rip)}`
        : `stopped after ${choices.timeoutMs / 1000} second${choices.timeoutMs === 1000 ? "" : "s"} (--timeout) at ${placeText(image, state.rip)}`;
    case "not-run":
      return exit.reason;
  }
}

/** Said so that nobody looks for output that Linux would have lost as well. */
function lostOutput({ unflushedBytes }: Machine, exit: RunExit): string {
  const bytes = `${unflushedBytes} byte${unflushedBytes === 1 ? "" : "s"} printed by libc`;
  if (exit.kind === "exit") return `${bytes} were never written: end with exit (or ret from main), or call fflush`;
  return `${bytes} were still in its buffer and are lost, as on Linux when output is no terminal`;
}

function statsLine(machine: Machine, seconds: number): string {
  const mips = seconds > 0 ? machine.time / seconds / 1e6 : 0;
  return JSON.stringify({
    instructions: machine.time,
    seconds: Number(seconds.toFixed(6)),
    mips: Number(mips.toFixed(3)),
    translatedBlocks: machine.core.translatedBlocks,
  });
}

/** A request for memory that --max-memory refused. */
function noteMemoryLimit(
  event: MachineEvent,
  pc: number,
  machine: Machine,
  { maxMemoryBytes }: RunChoices,
  notes: Set<string>,
): void {
  const [by, why] =
    event.kind === "alloc-refused"
      ? [event.by, `${event.sizeBytes} more bytes would pass the memory limit of ${event.limitBytes} bytes`]
      : event.kind === "syscall-exit" && event.why?.includes("memory limit")
        ? [event.name, event.why]
        : [];
  if (by === undefined) return;
  const most = maxMemoryBytes > machine.memory.layout.foldBytes ? ", the most that --max-memory can give" : "";
  notes.add(`${by} at ${placeText(machine.image, pc)}: ${why}${most}`);
}
