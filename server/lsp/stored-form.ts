// What is wrong with the file of an open document, not with its text: an editor decodes UTF-16 and hides a byte order mark, so
// that the text looks right while `run` and F5, which read the file, refuse it.

import type { Diagnostic } from "../base/diagnostic.ts";
import { lineRange, textOf } from "../base/source.ts";
import { FORM_PROBLEMS, hasByteOrderMark, markNote, textForm } from "../base/text-form.ts";
import type { Analysis } from "../ide/analysis.ts";
import type { FileLook, ServerState } from "./state.ts";

/** Reads the file of a document once; known until it is saved or changes. */
export async function lookAtFile({ files, forms }: ServerState, uri: string): Promise<void> {
  let look = forms.get(uri);
  if (look === undefined) {
    const read = files.read(uri);
    const made: FileLook = {
      form: undefined,
      ready: read.then((bytes) => {
        if (bytes !== undefined) made.form = textForm(bytes);
      }),
    };
    look = made;
    forms.set(uri, look);
  }
  await look.ready;
}

/** What to say of the root's file; nothing where its text says it already. */
export function fileDiagnostics({ forms }: ServerState, { source, assembly }: Analysis): Diagnostic[] {
  const form = forms.get(source.name)?.form;
  if (assembly === undefined || hasByteOrderMark(source.bytes)) return [];
  const at = { file: source.name, lineNumber: 1, editorOnly: true };
  if (form === "utf-16")
    return [{ ...at, severity: "error", code: "unusable-file", message: `the file is ${FORM_PROBLEMS[form]}` }];
  if (form !== "byte order mark") return [];
  // In front of code the mark makes an unknown word of the first one; in front of a comment it is a label that nobody uses.
  const { start, end } = lineRange(source, 1);
  const hasCode = /^\s*[^\s;]/.test(textOf(source, start, end));
  return [{ ...markNote(source), severity: hasCode ? "error" : "warning" }];
}
