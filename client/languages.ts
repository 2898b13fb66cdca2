// Which documents are assembly for us: by name, whatever extension owns the language id, and by the ids in use for it.

import * as vscode from "vscode";

/** Language ids of assembly documents: ours first, then other extensions'. package.json lists the same for breakpoints. */
export const languageIds = [
  "nasm",
  "asm",
  "asm-intel-x86-generic",
  "asm-collection",
  "x86asm",
  "assembly",
  "asm-x86",
  "masm",
  "tasm",
] as const;

const sourceName = /\.(asm|nasm|inc|mac)$/i;

/** True for a document that may hold NASM source. */
export function isAssembly(document: vscode.TextDocument): boolean {
  return sourceName.test(document.uri.path) || languageIds.some((id) => id === document.languageId);
}

/** The assembly source a person most probably means: of the active editor, else of one that can be seen. */
export function assemblyInSight(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.map((editor) => editor?.document).find((document) => document !== undefined && isAssembly(document));
}

/** Documents that the language service and the findings of a run speak about. */
export const assemblySelector = [
  ...languageIds.map((language) => ({ language })),
  { pattern: "**/*.{asm,nasm,inc,mac,ASM,INC}" },
];
