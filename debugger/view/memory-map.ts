// The Memory map scope and the regions of the map picture: what is mapped where, with which permissions, what for, and
// which symbols it holds.

import type { ImageSymbol } from "../../server/obj/image.ts";
import { PROT, type Protection } from "../mem/layout.ts";
import type { Mapping } from "../os/events.ts";
import { byteCount, hexText } from "./format.ts";
import { isLocalLabel } from "./labels.ts";
import type { Scene } from "./scene.ts";
import type { Variable } from "./variable.ts";

/** "r-x" */
export function permissionsText(protection: Protection): string {
  const letter = (bit: number, text: string) => (protection & bit ? text : "-");
  return letter(PROT.read, "r") + letter(PROT.write, "w") + letter(PROT.exec, "x");
}

const PURPOSES: Readonly<Record<Mapping["purpose"], string>> = {
  segment: "program",
  stack: "stack",
  heap: "heap of malloc",
  brk: "heap (brk)",
  mmap: "mapped by the program",
  file: "file",
  plt: "libc functions",
  libc: "libc's own variables",
  thread: "stack of a thread",
  vdso: "kernel's page for programs",
};

/** What a mapping is for, in words. */
export const purposeText = (mapping: Mapping): string => PURPOSES[mapping.purpose];

/** Labels inside a mapping, local ones left out. */
export function symbolsIn(scene: Scene, mapping: Mapping): readonly ImageSymbol[] {
  const end = mapping.start + mapping.sizeBytes;
  return scene.machine.image.symbols.filter(
    (symbol) =>
      symbol.section >= 0 && symbol.address >= mapping.start && symbol.address < end && !isLocalLabel(symbol.name),
  );
}

export function memoryMapScope(scene: Scene): readonly Variable[] {
  return scene.mappings.map((mapping) => {
    const symbols = symbolsIn(scene, mapping);
    const end = mapping.start + mapping.sizeBytes;
    const asked =
      mapping.requestedBytes !== mapping.sizeBytes ? ` (${byteCount(mapping.requestedBytes)} asked for)` : "";
    return {
      name: `${hexText(mapping.start)}-${hexText(end)}`,
      value: `${permissionsText(mapping.protection)} ${mapping.name || purposeText(mapping)}, ${byteCount(mapping.sizeBytes)}${asked}`,
      type: purposeText(mapping),
      address: mapping.start,
      ...(symbols.length === 0
        ? {}
        : {
            children: () =>
              symbols.map((symbol) => ({
                name: symbol.name,
                value: hexText(symbol.address),
                address: symbol.address,
                expression: symbol.name,
              })),
          }),
    };
  });
}
