// `extern` names that another file of the same folder defines: where `run` and F5 would find them too.

import { type Source, sourceFromText } from "../base/source.ts";
import type { Analysis } from "../ide/analysis.ts";
import type { Target } from "../ide/definition.ts";
import { exportedLabel, externName } from "../ide/exports.ts";
import type { ServerState } from "./state.ts";
import { folderOf } from "./workspace.ts";

const NEIGHBOUR = /\.(?:asm|nasm|s)$/i;
const LARGEST_BYTES = 1 << 20;
const FILES_SEARCHED = 100;

/** Where the word at byte `offset`, when it is `extern` here, is defined in another file of the folder. */
export async function externTarget(
  server: ServerState,
  analysis: Analysis,
  source: Source,
  offset: number,
): Promise<Target | undefined> {
  const name = externName(analysis, source, offset);
  if (name === undefined) return undefined;
  const folder = folderOf(analysis.source.name);
  const names = await server.files.list(folder);
  const others = names.filter((file) => NEIGHBOUR.test(file)).map((file) => `${folder}${encodeURIComponent(file)}`);
  for (const uri of others.filter((uri) => uri !== analysis.source.name).slice(0, FILES_SEARCHED)) {
    const text = server.workspace.open.get(uri) ?? (await textAt(server, uri));
    const target = text === undefined ? undefined : exportedLabel(sourceFromText(uri, text), name);
    if (target !== undefined) return target;
  }
  return undefined;
}

async function textAt(server: ServerState, uri: string): Promise<string | undefined> {
  const bytes = await server.files.read(uri);
  return bytes === undefined || bytes.length > LARGEST_BYTES ? undefined : new TextDecoder().decode(bytes);
}
