// The options of `asmoscope run --dap-port` as a debugger's launch configuration has them.

import { resolve } from "node:path";
import type { LaunchProperties } from "../dap/protocol.ts";
import type { RunChoices } from "./run-options.ts";

/** Names become absolute: the debugger knows files by their whole names. */
export function debuggedProperties(choices: RunChoices): LaunchProperties {
  const { assembler, root, entry, stdin } = choices;
  const bits = assembler.bits ?? bitsOf(assembler.format);
  return {
    program: choices.files.map((name) => resolve(name)),
    args: choices.args,
    env: choices.environment,
    check: choices.check,
    core: choices.core,
    seed: choices.seed,
    maxMemory: choices.maxMemoryBytes,
    // As nasm does, files are looked for from the current folder too.
    includePath: [...assembler.includePaths.map((path) => resolve(path)), process.cwd()],
    preinclude: assembler.preincludes,
    warnings: assembler.warnings,
    defines: assembler.defines.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)),
    ...(bits === undefined ? {} : { mode: bits }),
    ...(entry === undefined ? {} : { entry }),
    ...(stdin === undefined ? {} : { stdin: { file: resolve(stdin) } }),
    ...(choices.baseline === undefined ? {} : { baseline: resolve(choices.baseline) }),
    ...(root ? { root: `${resolve(root.folder)}${root.access === "read-write" ? ":rw" : ""}` } : {}),
  };
}

function bitsOf(format: string | undefined): 32 | 64 | undefined {
  if (format === "elf32") return 32;
  return format === "elf64" ? 64 : undefined;
}
