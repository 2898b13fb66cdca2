// The baseline that the settings name, for the editor: found beside the workspace folder or the source, read once until files
// or settings change. One that cannot be used is told once, and hides nothing.

import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Baseline, EMPTY_BASELINE, readBaseline } from "../facts/baseline.ts";
import { unknownOf } from "../facts/known-diagnostics.ts";
import type { ServerState } from "./state.ts";
import { folderOf, joinUri } from "./workspace.ts";

/** A file system path of Windows with its drive. */
const DRIVE = /^[a-z]:[\\/]/i;

/** Where a baseline of that name may lie, for a source in `folder`. */
function placesOf(name: string, folder: string, workspaceFolders: readonly string[]): string[] {
  if (/^[a-z][\w+.-]+:\/\//i.test(name)) return [name];
  const path = name.replaceAll("\\", "/");
  if (DRIVE.test(name)) return [joinUri("file:///", `/${path}`)];
  if (path.startsWith("/")) return [joinUri(folder, path)];
  return [...workspaceFolders, folder].map((one) => joinUri(one.replace(/\/?$/, "/"), path));
}

const warn = (connection: Connection, message: string): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });

async function readFirst(server: ServerState, name: string, folder: string): Promise<Baseline> {
  const { files, workspaceFolders, connection } = server;
  for (const uri of placesOf(name, folder, workspaceFolders)) {
    const bytes = await files.read(uri);
    if (bytes === undefined) continue;
    const read = readBaseline(new TextDecoder().decode(bytes));
    if (typeof read !== "string") return read;
    warn(connection, `asmoscope.baseline: ${name} cannot be used: ${read}.`);
    return EMPTY_BASELINE;
  }
  warn(connection, `asmoscope.baseline: there is no file ${name}.`);
  return EMPTY_BASELINE;
}

/** What is known of the sources in a root's folder. */
export function baselineOf(server: ServerState, root: string): Promise<Baseline> {
  const name = server.settings.baseline ?? "";
  if (name === "") return Promise.resolve(EMPTY_BASELINE);
  const folder = folderOf(root);
  const known = server.baselines.get(folder);
  if (known !== undefined) return known;
  const reading = readFirst(server, name, folder);
  server.baselines.set(folder, reading);
  return reading;
}

/** Diagnostics that are news; sources are named by their URIs. */
export const newsOf = (diagnostics: readonly Diagnostic[], baseline: Baseline): Diagnostic[] => {
  if (baseline.size === 0) return [...diagnostics];
  const named = new Map(diagnostics.map((one) => [{ ...one, file: decoded(one.file) }, one]));
  return unknownOf([...named.keys()], baseline).map((one) => named.get(one)!);
};

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
