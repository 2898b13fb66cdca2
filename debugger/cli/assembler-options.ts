// The options of nasm's that build, run and check understand as well, and how they become AssembleOptions.

import type { AssembleOptions, OutputFormat } from "../../server/asm/options.ts";
import { allValues, lastValue, type OptionRow, type ParsedArguments, UsageError } from "./options.ts";

export const assemblerRows: readonly OptionRow[] = [
  { name: "-m32", help: "32-bit program (i386)" },
  { name: "-m64", help: "64-bit program (x86-64)" },
  { name: "-f", value: "FORMAT", help: "output format as nasm's: elf64, elf32, elfx32, bin" },
  { name: "-I", value: "DIR", help: "folder to search for %include and incbin" },
  { name: "-D", value: "NAME[=VALUE]", help: "define a single-line macro" },
  { name: "-U", value: "NAME", help: "undefine a single-line macro" },
  { name: "-P", value: "FILE", help: "include FILE before the source" },
  { name: "-w", value: "+CLASS|-CLASS", form: "joined", help: "warning classes on and off, as nasm's -w" },
];

const formats: Readonly<Record<string, OutputFormat>> = {
  bin: "bin",
  elf: "elf32",
  elf32: "elf32",
  elf64: "elf64",
  elfx32: "elfx32",
};

/** What the shared options say; `format` and `bits` only when they were given. */
export interface AssemblerChoices {
  readonly format?: OutputFormat;
  readonly bits?: 32 | 64;
  readonly includePaths: readonly string[];
  readonly defines: NonNullable<AssembleOptions["defines"]>;
  readonly preincludes: readonly string[];
  readonly warnings: readonly string[];
}

/** @throws {UsageError} for an unknown format or contradicting modes. */
export function assemblerChoices(parsed: ParsedArguments, command: string): AssemblerChoices {
  const formatName = lastValue(parsed, "-f");
  const format = formatName === undefined ? undefined : formats[formatName];
  if (formatName !== undefined && !format) {
    throw new UsageError(`output format "${formatName}" is not supported (bin, elf32, elfx32 and elf64 are)`, command);
  }
  const mode = parsed.given.filter((option) => option.name === "-m32" || option.name === "-m64").at(-1)?.name;
  const bits = mode === "-m32" ? 32 : mode === "-m64" ? 64 : undefined;
  if ((bits === 32 && format === "elf64") || (bits === 64 && format === "elf32")) {
    throw new UsageError(`${mode} contradicts -f ${formatName}`, command);
  }
  return {
    ...(format ? { format } : {}),
    ...(bits ? { bits } : {}),
    includePaths: allValues(parsed, "-I"),
    defines: parsed.given.flatMap(({ name, value }) => defineOf(name, value)),
    preincludes: allValues(parsed, "-P"),
    warnings: allValues(parsed, "-w"),
  };
}

function defineOf(option: string, value: string): NonNullable<AssembleOptions["defines"]>[number][] {
  if (option === "-U") return [{ name: value, undefine: true }];
  if (option !== "-D") return [];
  const equals = value.indexOf("=");
  return [equals < 0 ? { name: value } : { name: value.slice(0, equals), value: value.slice(equals + 1) }];
}
