// What one debug session remembers, shared by the request families. Everything that touches the outside goes through
// SessionHost, so the same session serves an editor's worker, stdio and tests.

import type { DebugProtocol } from "@vscode/debugprotocol";
import type { Image } from "../../server/obj/image.ts";
import type { Finding, RelatedPlace } from "../check/finding.ts";
import type { Machine, MachineStop } from "../machine/machine.ts";
import type { HostFiles } from "../os/host.ts";
import type { Pictures } from "../view/models.ts";
import type { Scene } from "../view/scene.ts";
import type { Variable } from "../view/variable.ts";
import type { Breakpoint, BreakpointTable } from "./breakpoint-table.ts";
import type { CallLog } from "./call-log.ts";
import type { Input } from "./input.ts";
import type { Output, OutputPlace } from "./output.ts";
import type { ShownProgress } from "./progress.ts";
import type { CustomEvents, LaunchProperties, ListFolderAnswer, ReadFileAnswer } from "./protocol.ts";
import type { SourceNames } from "./source-names.ts";
import type { Plan } from "./stepping.ts";
import type { StopText } from "./stop-text.ts";

/** The outside of a session. */
export interface SessionHost {
  readFile(location: string): Promise<ReadFileAnswer>;
  listFolder(location: string): Promise<ListFolderAnswer>;
  /** A folder of this machine as the guest's root; a sentence when that is not possible here. */
  mount(folder: string, access: "read-only" | "read-write"): HostFiles | string;
  /** Runs `callback` after pending messages have been received. */
  defer(callback: () => void): void;
  /** Milliseconds since any fixed moment; used only to keep slices short and output joined. */
  now(): number;
  /** Calls back after `delayMs`. */
  later(callback: () => void, delayMs: number): void;
  /** Fold of guest memory that this platform allows, in bytes. */
  readonly foldBytes: number;
  /** Whether an extension stands behind the protocol that shows `asmoscope/terminal` events. */
  readonly terminal: "events" | "none";
  /** Seconds since 1970, for the assembler's date macros. */
  readonly timeSeconds: number;
  /** The program of `asmoscope run --dap-port`, which waits for a debugger to attach. */
  readonly attached?: AttachedProgram;
}

/** A program that somebody started in a terminal: its output and input stay there. */
export interface AttachedProgram {
  /** Takes it for one debugger; a sentence when another has it already. */
  claim(): string | undefined;
  /** Gives it back: the debugger went before it was there. */
  release(): void;
  readonly properties: LaunchProperties;
  write(stream: 1 | 2, bytes: Uint8Array): void;
  /** What is typed goes to `take` from now on; undefined is the end of it. */
  listen(take: (bytes: Uint8Array | undefined) => void): void;
  /** It is over, with the status a shell would see. */
  ended(status: number): void;
}

/** A request that cannot be done: the sentence is shown to the person, and nothing else happened. */
export class RequestError extends Error {
  /** Shown in a dialog by the editor ("person") or only logged ("log": expected refusals such as a hover on no value). */
  readonly audience: "person" | "log";
  constructor(message: string, audience: "person" | "log" = "person") {
    super(message);
    this.audience = audience;
  }
}

/** A launched program. */
export interface Debuggee {
  readonly machine: Machine;
  readonly image: Image;
  readonly properties: LaunchProperties;
  readonly names: SourceNames;
  /** Bytes of each source as it was assembled, by the assembler's name. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly breakpoints: BreakpointTable;
  readonly output: Output;
  readonly input: Input;
  readonly calls: CallLog;
  /** undefined when this session has launched it. */
  readonly attached: AttachedProgram | undefined;
  /** What the machine last stopped for; undefined before the first stop. */
  stop: MachineStop | undefined;
  /** Running, standing, or over. */
  phase: "starting" | "running" | "stopped" | "ended";
  /** How many levels of macro expansion the top frame shows: step into adds one. */
  shownExpansions: number;
  /** Levels to show at the next stop, asked when the machine stands there. */
  shownAfter: () => number;
  /** Set by pause; looked at between slices. */
  pauseWanted: boolean;
  /** The scene of the present stop; made when somebody asks, dropped when the machine moves. */
  scene: Scene | undefined;
  /** Children that the editor can ask for, by variablesReference; renewed at each stop. */
  handles: Map<number, Handle>;
  nextHandle: number;
  pictures: Pictures | undefined;
  followPictures: boolean;
  /** Which exception filters are on. */
  exceptions: ExceptionChoice;
  /** Instructions of one slice, adapted to how fast the machine is. */
  sliceBudget: number;
  /** Breakpoints that the last arrival hit. */
  hit: readonly Breakpoint[];
  /** Why the machine stands, in words. */
  why: StopText | undefined;
  /** The plan that waits for input. */
  waiting: Plan | undefined;
  /** Findings that were told already, by `findingKey`; travelling in time finds them again. */
  readonly toldFindings: Map<string, Finding>;
  /** Those of them that going back may tell more of, until it was asked. */
  readonly unexplained: Finding[];
  /** What going back has told, by `findingKey`. */
  readonly hindsight: Map<string, RelatedPlace>;
  /** Where the machine was put back to after looking at the past: what it had stopped for there shall not stop it again. */
  passing: { readonly time: number; readonly stop: MachineStop } | undefined;
  /** What the client shows of a long way back. */
  progress: ShownProgress | undefined;
  /** Source line of an address; outermost call's line inside macros. */
  readonly placeOf: (address: number) => OutputPlace | undefined;
}

/** What a variablesReference leads to. */
export interface Handle {
  readonly variables: (start?: number, count?: number) => readonly Variable[];
  /** Index of the frame whose registers its expressions mean. */
  readonly frame: number;
}

export interface ExceptionChoice {
  readonly filters: ReadonlySet<string>;
  /** Conditions by filter: names or numbers, separated by commas or blanks. */
  readonly conditions: ReadonlyMap<string, string>;
}

/** A request that is being answered. */
export interface Task {
  /** Set by `cancel`: who works long looks at it between two slices, and gives up. */
  cancelled: boolean;
}

/** Key in `Session.tasks` of the task for which all other requests wait. */
export const BUSY = "busy";

/** The answer to a request that was given up. */
export const CANCELLED = "cancelled";

export interface Session {
  readonly host: SessionHost;
  /** Sends an event of the protocol. */
  event(name: string, body?: unknown): void;
  /** Sends one of our own events. */
  custom<Name extends keyof CustomEvents>(name: Name, body: CustomEvents[Name]): void;
  client: DebugProtocol.InitializeRequestArguments;
  debuggee: Debuggee | undefined;
  /** Exception filters may be set before the launch. */
  exceptions: ExceptionChoice;
  /** Requests without an answer yet, by sequence number; under BUSY the one that all others wait for. */
  readonly tasks: Map<number | typeof BUSY, Task>;
  /** Progress indications so far: each has a name of its own. */
  progressCount: number;
  /** The request that is being begun. */
  task: Task;
  /** Does work that takes more than a turn; requests that come meanwhile are answered after it. */
  working<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** The launched program. @throws {RequestError} when there is none. */
export function debuggeeOf(session: Session): Debuggee {
  if (!session.debuggee) throw new RequestError("No program is being debugged.", "log");
  return session.debuggee;
}

/** The launched program where it can be made to move. @throws {RequestError} when it runs, has not begun or is over. */
export function movableDebuggee(session: Session): Debuggee {
  const debuggee = standingDebuggee(session);
  if (debuggee.phase === "starting") throw new RequestError("The program starts with configurationDone.", "log");
  if (debuggee.phase === "ended") throw new RequestError("The program has ended: restart it.", "log");
  return debuggee;
}

/** The launched program while it stands still. @throws {RequestError} when it runs. */
export function standingDebuggee(session: Session): Debuggee {
  const debuggee = debuggeeOf(session);
  if (debuggee.phase === "running") throw new RequestError("The program is running.", "log");
  return debuggee;
}

/** A name → function table of one request family. */
export type Requests = Readonly<Record<string, (session: Session, args: never) => unknown>>;
