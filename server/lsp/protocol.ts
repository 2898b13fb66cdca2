// Custom messages between the language server and its client, beside LSP itself. Types and names only: the two sides bring
// different versions of the JSON-RPC library and may share no objects.

/** Server → client request: bytes of a file that the server cannot reach itself (a web worker has no file system). */
export const READ_FILE = "asmoscope/readFile";
export interface ReadFileParams {
  readonly uri: string;
}
/** Base64 of the bytes; null when there is no such file. */
export type ReadFileResult = { readonly base64: string } | null;

/** Server → client request: names of the files in a folder that the server cannot reach itself; none where there are none. */
export const LIST_FOLDER = "asmoscope/listFolder";
export interface ListFolderParams {
  /** With its slash at the end. */
  readonly uri: string;
}
export type ListFolderResult = readonly string[];

/** Client → server request: a text made from a source. */
export const PROGRAM_TEXT = "asmoscope/programText";
export interface ProgramTextParams {
  readonly uri: string;
  readonly kind: "listing" | "preprocessed";
}

/** Server → client notification after each analysis, for the status bar. */
export const MODE = "asmoscope/mode";
export interface ModeParams {
  readonly uri: string;
  readonly bits: 16 | 32 | 64;
  readonly detected: boolean;
}

/** Settings under `asmoscope.` that the server reads. */
export interface ServerSettings {
  readonly includePath?: readonly string[];
  readonly defines?: readonly string[];
  /** "auto", "64" or "32". */
  readonly mode?: string;
  /** "constants", "strings", "systemCalls", "bytes": what is shown in the lines. */
  readonly inlayHints?: readonly string[];
  readonly codeLens?: boolean;
  /** Whether there shall be any; the extension's client, which knows each folder's settings, looks at it itself. */
  readonly diagnostics?: boolean;
  /** Codes of diagnostics that are not shown; for the extension's client as `diagnostics`. */
  readonly ignoreFindings?: readonly string[];
  /** A file of known findings, from the workspace folder or beside the source. */
  readonly baseline?: string;
  /** Not a setting: the client has the commands of code lenses. */
  readonly lensCommands?: boolean;
  /** Not a setting: folder URI, with its slash, of the pages that explain finding kinds; given at initialization. */
  readonly findingPages?: string;
}
