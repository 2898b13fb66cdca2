// What a given file is, before anybody tries to assemble it: source, object, executable, or something a sentence explains.

import { FORM_PROBLEMS, textForm } from "../../server/base/text-form.ts";
import { isArchive } from "../../server/obj/archive.ts";
import { ET } from "../../server/obj/elf.ts";
import { isElf } from "../../server/obj/elf-file.ts";
import type { ProgramFile } from "./program.ts";

export type FileKind =
  | { readonly kind: "source" | "object" | "executable" | "library" }
  | { readonly kind: "refused"; readonly problem: string };

export const SIXTEEN_BIT = "a 16-bit boot sector or DOS program: Asmoscope runs 32- and 64-bit Linux programs";

const BOOT_SECTOR_BYTES = 512;

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, k) => bytes[k] === byte);

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13));
}

/** Foreign formats by their first bytes. */
const FORMATS: readonly (readonly [readonly number[], string])[] = [
  [[0x4d, 0x5a], "a DOS or Windows program"],
  [[0xcf, 0xfa, 0xed, 0xfe], "a macOS program"],
  [[0xce, 0xfa, 0xed, 0xfe], "a macOS program"],
  [[0xca, 0xfe, 0xba, 0xbe], "a macOS or Java program"],
];

/** Looks at the bytes only; the name decides nothing. */
export function fileKind({ name, bytes }: ProgramFile): FileKind {
  if (isBlank(bytes)) return { kind: "refused", problem: `${name} is empty` };
  if (isElf(bytes)) return { kind: bytes[16] === ET.rel ? "object" : "executable" };
  if (isArchive(bytes)) return { kind: "library" };
  if (bytes.length === BOOT_SECTOR_BYTES && bytes[510] === 0x55 && bytes[511] === 0xaa) {
    return { kind: "refused", problem: `${name} is ${SIXTEEN_BIT}` };
  }
  const form = textForm(bytes);
  if (form !== "binary" && form !== "utf-16") return { kind: "source" };
  const format = form === "binary" ? FORMATS.find(([magic]) => startsWith(bytes, magic)) : undefined;
  return {
    kind: "refused",
    problem: `${name} is ${format ? `${format[1]}, not assembly source` : FORM_PROBLEMS[form]}`,
  };
}
