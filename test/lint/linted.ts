// The static layer's findings of a source, as the tests write them.

import assert from "node:assert/strict";
import { assemble } from "../../server/asm/assemble.ts";
import { createSource } from "../../server/base/source.ts";
import { lint } from "../../server/lint/lint.ts";

/** "LINE: KIND" of each finding, with "?" behind what is a hint only. */
export function linted(text: string, bits: 32 | 64 = 64): string[] {
  const source = createSource("test.asm", new TextEncoder().encode(text));
  const format = bits === 32 ? "elf32" : "elf64";
  const assembly = assemble(source, { format, reader: () => "missing", timeSeconds: 0, debug: true });
  assert.ok(assembly.ok, assembly.diagnostics.map(({ message }) => message).join("; "));
  return lint(assembly, { bits }).map(
    ({ lineNumber, code, severity }) => `${lineNumber}: ${code}${severity === "hint" ? "?" : ""}`,
  );
}
