// Files that change behind the editor: the server asks the client to watch what can take part in a program. Clients that
// cannot be asked may still send what they notice by themselves.

import { DidChangeWatchedFilesNotification, type InitializeParams } from "vscode-languageserver";
import { decodedUri, fileNameOfUri, folderOfUri } from "../base/uri.ts";
import type { ServerState } from "./state.ts";

const SOURCE = /\.(?:asm|nasm|inc|mac|s)$/i;
/** Folders outside of the workspace that are watched at most. */
const FOLDERS_MAX = 50;

/** Registers for the workspace's files, once the client is ready; `refresh` is called when one that matters has changed. */
export function watchFiles(server: ServerState, params: InitializeParams, refresh: () => void): void {
  const { connection, workspace } = server;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const fetched = new Set([...workspace.fetched.keys()].map(decodedUri));
    const baseline = (server.settings.baseline ?? "").replace(/^.*[\\/]/, "");
    const matters = (uri: string): boolean =>
      SOURCE.test(uri) || fetched.has(decodedUri(uri)) || (baseline !== "" && fileNameOfUri(uri) === baseline);
    if (changes.some(({ uri }) => matters(uri))) refresh();
  });
  const ability = params.capabilities.workspace?.didChangeWatchedFiles;
  if (ability?.dynamicRegistration !== true) return;
  const folders = params.workspaceFolders ?? [];
  server.watching = {
    roots: folders.map(({ uri }) => decodedUri(uri.replace(/\/?$/, "/"))),
    folders: new Set(),
    outside: ability.relativePatternSupport === true ? "possible" : "impossible",
  };
  connection.onInitialized(() => register(server, { globPattern: "**/*" }));
}

type Watcher = { readonly globPattern: string | { readonly baseUri: string; readonly pattern: string } };

/** A client that refuses after all only notices less. */
function register({ connection }: ServerState, watcher: Watcher): void {
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [watcher] }).catch(() => {});
}

/** Registers for the folders of files that were fetched from outside of the workspace. */
export function watchFetched(server: ServerState): void {
  const { watching } = server;
  if (watching?.outside !== "possible") return;
  for (const [uri, bytes] of server.workspace.fetched) {
    const folder = folderOfUri(uri);
    const known = watching.folders.has(folder) || watching.roots.some((root) => decodedUri(folder).startsWith(root));
    if (known || bytes === "missing" || watching.folders.size >= FOLDERS_MAX) continue;
    watching.folders.add(folder);
    register(server, { globPattern: { baseUri: folder.replace(/\/$/, ""), pattern: "*" } });
  }
}
