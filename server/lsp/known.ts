// The baseline that the settings name, for the editor: found from the workspace folder or beside the source, read once until
// files or settings change. One that cannot be used is told, and hides nothing.

import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import type { Diagnostic } from "../base/diagnostic.ts";
import { decodedUri, folderOfUri, resolveUri } from "../base/uri.ts";
import { type Baseline, EMPTY_BASELINE, readBaseline } from "../facts/baseline.ts";
import { unknownOf } from "../facts/known-diagnostics.ts";
import type { ServerState } from "./state.ts";

/** Where a baseline of that name may lie, for a source in `folder`. */
const placesOf = (name: string, folder: string, workspaceFolders: readonly string[]): readonly string[] => [
  ...new Set([...workspaceFolders, folder].map((one) => resolveUri(one.replace(/\/?$/, "/"), name))),
];

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
  const folder = folderOfUri(root);
  const known = server.baselines.get(folder);
  if (known !== undefined) return known;
  const reading = readFirst(server, name, folder);
  server.baselines.set(folder, reading);
  return reading;
}

/** Diagnostics that are news; sources are named by their URIs. */
export const newsOf = (diagnostics: readonly Diagnostic[], baseline: Baseline): Diagnostic[] => {
  if (baseline.size === 0) return [...diagnostics];
  const named = new Map(diagnostics.map((one) => [{ ...one, file: decodedUri(one.file) }, one]));
  return unknownOf([...named.keys()], baseline).map((one) => named.get(one)!);
};
