// Locations as the debug adapter writes them (an absolute path for files of this machine, else a URI as text), and what
// stands there: the editor's text where it is newer than the file, else the file.

import * as vscode from "vscode";
import type { ListFolderAnswer, ReadFileAnswer } from "../debugger/dap/protocol.ts";
import { fileProblem } from "./file-problem.ts";

/** A scheme has two letters or more: "c:" is a drive. */
const scheme = /^[a-z][\w+.-]+:/i;

export const hasScheme = (location: string): boolean => scheme.test(location);

export function uriOf(location: string): vscode.Uri {
  return hasScheme(location) ? vscode.Uri.parse(location) : vscode.Uri.file(location);
}

/** The folder with a page for each kind of finding, KIND.md. */
export const findingPages = (context: vscode.ExtensionContext): vscode.Uri =>
  vscode.Uri.joinPath(context.extensionUri, "docs", "findings");

export function locationOf(uri: vscode.Uri): string {
  return uri.scheme === "file" ? uri.fsPath : uri.toString();
}

/** True when a name counts from the root of a file system or is a URI. */
export function isAbsolute(location: string): boolean {
  return hasScheme(location) || /^([\\/]|[a-z]:[\\/])/i.test(location);
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const wanted = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
}

const sentences: Readonly<Record<string, string>> = {
  FileNotFound: "does not exist",
  FileIsADirectory: "is a folder",
  FileNotADirectory: "is no folder",
  NoPermissions: "may not be read",
};

function sentence(error: unknown): string {
  if (error instanceof vscode.FileSystemError) return sentences[error.code] ?? "cannot be read";
  return "cannot be read";
}

/**
 * Reads what the editor shows. A document without unsaved changes is read from its file, whose bytes are exact even where
 * they are not UTF-8.
 */
export async function readLocation(location: string): Promise<ReadFileAnswer> {
  const uri = uriOf(location);
  const document = openDocument(uri);
  if (document && (document.isDirty || document.isUntitled)) return textOf(document);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    const problem = fileProblem(type, size);
    if (problem !== undefined) return { error: problem };
    return { bytes: await vscode.workspace.fs.readFile(uri) };
  } catch (error) {
    if (document) return textOf(document);
    const isFolder = await vscode.workspace.fs.stat(uri).then(
      (found) => (found.type & vscode.FileType.Directory) !== 0,
      () => false,
    );
    return { error: isFolder ? "is a folder" : sentence(error) };
  }
}

const textOf = (document: vscode.TextDocument): ReadFileAnswer => ({
  bytes: new TextEncoder().encode(document.getText()),
});

export async function listLocation(location: string): Promise<ListFolderAnswer> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(uriOf(location));
    return {
      entries: entries.map(([name, type]) => ({ name, directory: (type & vscode.FileType.Directory) !== 0 })),
    };
  } catch (error) {
    return { error: sentence(error) };
  }
}
