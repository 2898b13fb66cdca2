// Stand-in until server/asm has its entry points; then this file goes.

import type { AssembleOptions, Assembly } from "../../server/asm/options.ts";
import type { Source } from "../../server/base/source.ts";

export interface Mode {
  readonly kind: "real" | "protected";
  readonly bits: 32 | 64;
  readonly reason: "option" | "source" | "default" | "detected";
}

export function detectMode(source: Source, options: AssembleOptions, bits?: 32 | 64): Mode {
  void source;
  void options;
  return { kind: "protected", bits: bits ?? 64, reason: "default" };
}

export function assemble(source: Source, options: AssembleOptions): Assembly {
  void options;
  const message = "the assembler is not there yet";
  return {
    ok: false,
    module: { name: source.name, bits: 64, sections: [], symbols: [], origin: 0n, executableStack: false },
    diagnostics: [{ severity: "error", code: "internal", message, file: source.name, lineNumber: 0 }],
    symbols: [],
    sources: [source],
    pendingFiles: [],
    dependencies: [],
  };
}
