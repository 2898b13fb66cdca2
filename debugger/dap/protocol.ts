// What client and debug adapter say to each other beyond the Debug Adapter Protocol: types only. The adapter runs in a
// worker; the extension host relays every DAP message as a structured clone. Three kinds of messages are ours, all named
// "asmoscope/…":
// - reverse requests, adapter → client: the relay answers them itself and does not pass them on to the editor,
// - requests, client → adapter, by `session.customRequest`,
// - events, adapter → client, by `vscode.debug.onDidReceiveDebugSessionCustomEvent`.
// On stdio and TCP the adapter reads files by itself and sends no reverse request; requests and events are the same.
//
// A *location* is what stands in DAP's `Source.path`: an absolute path for files of this machine, else a URI as text
// ("vscode-vfs://…"), exactly as the editor writes it there.

import type { Pictures } from "../view/models.ts";

// ---- launch ---------------------------------------------------------------------------------------------------------

/** Properties of a launch configuration of type "asmoscope", all but `program` optional. */
export interface LaunchProperties {
  /** Location of a source, several sources or objects that belong together, or an ELF executable. */
  readonly program: string | readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Input given beforehand: the text itself, or a file. After it comes end of file, unless `console` input follows. */
  readonly stdin?: string | { readonly file: string };
  /** Where relative names are looked for; default: the folder of the first program. */
  readonly cwd?: string;
  readonly stopOnEntry?: boolean;
  /** Default: detected from the source. */
  readonly mode?: 32 | 64;
  /** Default "full". */
  readonly check?: "off" | "bounds" | "full";
  readonly core?: "auto" | "step" | "jit";
  readonly seed?: number;
  readonly includePath?: readonly string[];
  readonly preinclude?: readonly string[];
  /** NAME or NAME=VALUE. */
  readonly defines?: readonly string[];
  /** NASM's -w words. */
  readonly warnings?: readonly string[];
  /** Kinds of findings that are not told. */
  readonly ignoreFindings?: readonly string[];
  /** File of known findings. */
  readonly baseline?: string;
  /** URI of the folder with a page for each kind of finding, ending in a slash: exceptionInfo then gives the page's own. */
  readonly findingPages?: string;
  /** -e: the entry label. */
  readonly entry?: string;
  /** A folder of this machine that the guest sees as its root; ":rw" at the end makes it writable. Desktop only. */
  readonly root?: string;
  /** Bytes the guest may map. */
  readonly maxMemory?: number;
  /** "integratedTerminal": output comes as `asmoscope/terminal` events; "debugConsole" (default): as DAP output events. */
  readonly console?: "integratedTerminal" | "debugConsole";
  readonly noDebug?: boolean;
}

/** Properties of an attach configuration. */
export interface AttachArguments {
  /** For the client: where `asmoscope run --dap-port` listens. */
  readonly port?: number;
  /** Default true. */
  readonly stopOnEntry?: boolean;
}

// ---- reverse requests: adapter → client -----------------------------------------------------------------------------

/** Bytes of a file; an open editor's text (saved or not) is preferred to what is on disk. */
export interface ReadFileRequest {
  readonly command: "asmoscope/readFile";
  readonly arguments: { readonly location: string };
}
/** `error` is a sentence without the file's name: "does not exist", "is a folder", "cannot be read: …". */
export type ReadFileAnswer = { readonly bytes: Uint8Array } | { readonly error: string };

/** Names in a folder, for finding the sibling that defines an extern. */
export interface ListFolderRequest {
  readonly command: "asmoscope/listFolder";
  readonly arguments: { readonly location: string };
}
export type ListFolderAnswer =
  | { readonly entries: readonly { readonly name: string; readonly directory: boolean }[] }
  | { readonly error: string };

export type ReverseRequest = ReadFileRequest | ListFolderRequest;

// ---- requests: client → adapter -------------------------------------------------------------------------------------

/** "asmoscope/input": what the person typed, whole lines with their "\n", after line editing. Answer: nothing. */
export interface InputArguments {
  readonly text?: string;
  /** Ctrl+D: end of file after `text`. */
  readonly endOfFile?: boolean;
}

/** "asmoscope/pictures": the pictures now (while running: of the last stop). Answer: `PicturesAnswer`. */
export interface PicturesArguments {
  /** True: send an `asmoscope/pictures` event after each stop from now on; false: no more. */
  readonly follow?: boolean;
}
/** undefined before the first stop. */
export interface PicturesAnswer {
  readonly pictures?: Pictures;
}

/** "asmoscope/travel": to the instant after `time` retired instructions. Answer: nothing; a `stopped` event follows. */
export interface TravelArguments {
  readonly time: number;
}

/** "asmoscope/goToWrite": back to the instruction that last wrote these bytes. Answer: nothing; a `stopped` event follows. */
export interface GoToWriteArguments {
  /** "0x…" or an expression. */
  readonly address: string;
  readonly sizeBytes: number;
}

// ---- events: adapter → client ---------------------------------------------------------------------------------------

/** "asmoscope/pictures": after each stop, when followed. */
export type PicturesEvent = Pictures;

/** "asmoscope/time": after each stop, for the status bar. */
export interface TimeEvent {
  /** Retired instructions. */
  readonly time: number;
  /** The latest time at which the machine has been: time < horizon means looking at the past. */
  readonly horizon: number;
  readonly ended: boolean;
}

/** "asmoscope/started": the program is assembled and loaded. */
export interface StartedEvent {
  readonly name: string;
  readonly bits: 32 | 64;
  /** True when no option and no `bits` directive said so: "32-bit (detected)". */
  readonly detected: boolean;
  readonly console: "integratedTerminal" | "debugConsole";
}

/** "asmoscope/terminal": output for the pseudoterminal (console "integratedTerminal"). */
export interface TerminalEvent {
  readonly stream: "stdout" | "stderr";
  readonly bytes: Uint8Array;
}

/** "asmoscope/inputWanted": the guest stands in a read and waits; send `asmoscope/input`. "no" when it waits no more. */
export interface InputWantedEvent {
  readonly wanted: "yes" | "no";
}

/** "asmoscope/finding": the memory checker found something (also sent when no stop follows). */
export interface FindingEvent {
  readonly kind: string;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  readonly details: readonly string[];
  readonly time: number;
  /** Where the instruction stands in the source; absent outside of it. Lines count from 1. */
  readonly location?: string;
  readonly line?: number;
  readonly related: readonly {
    readonly what: string;
    readonly time: number;
    readonly location?: string;
    readonly line?: number;
  }[];
}

/** "asmoscope/findingsTakenBack": the state was changed, and what was found at this instant or later has not happened. */
export interface FindingsTakenBackEvent {
  readonly time: number;
}

/** Names and bodies of our events. */
export interface CustomEvents {
  readonly "asmoscope/pictures": PicturesEvent;
  readonly "asmoscope/time": TimeEvent;
  readonly "asmoscope/started": StartedEvent;
  readonly "asmoscope/terminal": TerminalEvent;
  readonly "asmoscope/inputWanted": InputWantedEvent;
  readonly "asmoscope/finding": FindingEvent;
  readonly "asmoscope/findingsTakenBack": FindingsTakenBackEvent;
}

/** Names, arguments and answers of our requests. */
export interface CustomRequests {
  readonly "asmoscope/input": { readonly arguments: InputArguments; readonly answer: undefined };
  readonly "asmoscope/pictures": { readonly arguments: PicturesArguments; readonly answer: PicturesAnswer };
  readonly "asmoscope/travel": { readonly arguments: TravelArguments; readonly answer: undefined };
  readonly "asmoscope/goToWrite": { readonly arguments: GoToWriteArguments; readonly answer: undefined };
}

/**
 * How the worker is driven. The client starts it (worker_threads from `dist/node/dap.cjs`, or a Worker from a blob URL with
 * the text of `dist/web/dap.js`) and then posts plain DAP messages both ways, each a structured clone of the message
 * object; there is no framing. One worker serves one session and is terminated by the client after the session.
 */
export type WorkerMessage = {
  readonly seq: number;
  readonly type: "request" | "response" | "event";
  readonly [property: string]: unknown;
};
