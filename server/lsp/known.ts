// The baseline that the settings name, for the editor: found from the workspace folder or beside the source, read once until
// files or settings change. One that cannot be used is told, and hides nothing.

import { type Connection, MessageType, ShowMessageNotification } from "vscode-languageserver";
import { folderOfUri, resolveUri } from "../base/uri.ts";
import { type Known, NOTHING_KNOWN, readKnown } from "../ide/known-findings.ts";
import type { ServerState } from "./state.ts";

/** Where a baseline of that name may lie, for a source in `folder`. */
const placesOf = (name: string, folder: string, workspaceFolders: readonly string[]): readonly string[] => [
  ...new Set([...workspaceFolders, folder].map((one) => resolveUri(one.replace(/\/?$/, "/"), name))),
];

const warn = (connection: Connection, message: string): void =>
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });

async function readFirst(server: ServerState, name: string, folder: string): Promise<Known> {
  const { files, workspaceFolders, connection } = server;
  for (const uri of placesOf(name, folder, workspaceFolders)) {
    const bytes = await files.read(uri);
    if (bytes === undefined) continue;
    const read = readKnown(new TextDecoder().decode(bytes));
    if (typeof read !== "string") return read;
    warn(connection, `asmoscope.baseline: ${name} cannot be used: ${read}.`);
    return NOTHING_KNOWN;
  }
  warn(connection, `asmoscope.baseline: there is no file ${name}.`);
  return NOTHING_KNOWN;
}

/** What is known of the sources in a root's folder. */
export function knownIn(server: ServerState, root: string): Promise<Known> {
  const name = server.settings.baseline ?? "";
  if (name === "") return Promise.resolve(NOTHING_KNOWN);
  const folder = folderOfUri(root);
  const known = server.known.get(folder);
  if (known !== undefined) return known;
  const reading = readFirst(server, name, folder);
  server.known.set(folder, reading);
  return reading;
}
