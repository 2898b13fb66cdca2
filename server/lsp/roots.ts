// The root of a document: the file that is assembled to say something about it. It is the document itself, unless it names
// another one (`; asmoscope: main FILE`) or is a .inc or .mac that an open or a neighbouring source includes.

import { sourceFromText } from "../base/source.ts";
import { fileNameOfUri, folderOfUri, resolveUri } from "../base/uri.ts";
import type { Analysis } from "../ide/analysis.ts";
import { mainFile, mentionsInclude } from "../ide/root-comment.ts";
import type { ServerState } from "./state.ts";
import { spelled } from "./workspace.ts";

const PART = /\.(?:inc|mac)$/i;
const SOURCE = /\.(?:asm|nasm|s)$/i;
const LARGEST_BYTES = 1 << 20;
const FILES_SEARCHED = 100;

export const includes = (analysis: Analysis, uri: string): boolean =>
  analysis.assembly?.sources.some((source) => source.name === uri) === true;

/** The text of a file, from the editor or from where it lies; undefined when there is none or it is too large. */
export async function textOfFile(server: ServerState, uri: string): Promise<string | undefined> {
  const open = server.workspace.open.get(uri);
  if (open !== undefined) return open;
  const bytes = await server.files.read(uri);
  return bytes === undefined || bytes.length > LARGEST_BYTES ? undefined : new TextDecoder().decode(bytes);
}

/** The sources in the folder of a document, as URIs in the order of their names, the document itself left out. */
export async function sourcesBeside(server: ServerState, uri: string): Promise<string[]> {
  const folder = folderOfUri(uri);
  const names = await server.files.list(folder);
  const sources = names
    .filter((name) => SOURCE.test(name))
    .map((name) => spelled(server.workspace, resolveUri(folder, name)));
  return sources.filter((other) => other !== uri).slice(0, FILES_SEARCHED);
}

/** The root that a document's own words or its neighbours name; asked for once, until files change. */
export async function rootOf(server: ServerState, uri: string): Promise<string> {
  for (const [root, { analysis }] of server.analyses) {
    if (PART.test(uri) && root !== uri && includes(analysis, uri)) return root;
  }
  const known = server.roots.get(uri);
  if (known !== undefined) return known;
  const root = await searchRoot(server, uri);
  server.roots.set(uri, root);
  return root;
}

async function searchRoot(server: ServerState, uri: string): Promise<string> {
  const text = server.workspace.open.get(uri) ?? "";
  const named = mainFile(sourceFromText(uri, text));
  if (named !== undefined) {
    const root = spelled(server.workspace, resolveUri(folderOfUri(uri), named));
    if ((await textOfFile(server, root)) !== undefined) return root;
  }
  if (!PART.test(uri)) return uri;
  const name = fileNameOfUri(uri);
  for (const other of await sourcesBeside(server, uri)) {
    const neighbour = await textOfFile(server, other);
    if (neighbour !== undefined && mentionsInclude(sourceFromText(other, neighbour), name)) return other;
  }
  return uri;
}
