// Settings as the client reads them. A person wrote them: what has the wrong type counts as not set, as in the server.

import type * as vscode from "vscode";

/** A setting that is one of some words; undefined for anything else. */
export function wordOf(
  settings: vscode.WorkspaceConfiguration,
  name: string,
  words: readonly string[],
): string | undefined {
  return words.find((word) => word === settings.get<unknown>(name));
}

/** A setting that is a list of texts; undefined for anything else. */
export function textsOf(settings: vscode.WorkspaceConfiguration, name: string): readonly string[] | undefined {
  const value = settings.get<unknown>(name);
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : undefined;
}
