// The note that a source is a 32-bit program, for one that was assembled as 64-bit on purpose and cannot be.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
import { assemble } from "./assemble.ts";
import type { AssembleOptions } from "./options.ts";

/**
 * A note at the first error when every error is that an instruction does not exist in 64-bit mode and the same source
 * assembles as 32-bit without any; nothing otherwise.
 * @param diagnostics what assembling it as 64-bit gave
 */
export function modeHint(source: Source, options: AssembleOptions, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error" || severity === "fatal");
  const [first] = errors;
  if (first === undefined || errors.some(({ message }) => !message.includes("not supported in 64-bit mode"))) return [];
  const narrow = assemble(source, { ...options, format: "elf32", lenient: false });
  if (!narrow.ok) return [];
  const { file, lineNumber, span } = first;
  return [
    {
      severity: "note",
      code: "mode-32",
      message:
        "this is a 32-bit program, and as one it assembles without errors: set the mode to 32 (in the editor `asmoscope.mode`, in launch.json `mode`, on the command line `-m32`)",
      file,
      lineNumber,
      ...(span === undefined ? {} : { span }),
      editorOnly: true,
    },
  ];
}
