// `extern` names that another file of the same folder defines: where `run` and F5 would find them too.

import { type Source, sourceFromText } from "../base/source.ts";
import type { Analysis } from "../ide/analysis.ts";
import type { Target } from "../ide/definition.ts";
import { exportedLabel, externName } from "../ide/exports.ts";
import { sourcesBeside, textOfFile } from "./roots.ts";
import type { ServerState } from "./state.ts";

/** Where the word at byte `offset`, when it is `extern` here, is defined in another file of the folder. */
export async function externTarget(
  server: ServerState,
  analysis: Analysis,
  source: Source,
  offset: number,
): Promise<Target | undefined> {
  const name = externName(analysis, source, offset);
  if (name === undefined) return undefined;
  for (const uri of await sourcesBeside(server, analysis.source.name)) {
    const text = await textOfFile(server, uri);
    const target = text === undefined ? undefined : exportedLabel(sourceFromText(uri, text), name);
    if (target !== undefined) return target;
  }
  return undefined;
}
