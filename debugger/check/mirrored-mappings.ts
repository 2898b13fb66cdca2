// A file that one process has mapped twice, shared (ring buffers that go on at their start): the mappings see each other's
// stores only at the next system call on the file (os/shared-mappings.ts), which is said once.

import type { MachineEvent } from "../os/events.ts";
import type { Context } from "./context.ts";
import { placeText } from "./program-map.ts";

export function noteMirrored(context: Context, { start }: Extract<MachineEvent, { kind: "map" }>, pc: number): void {
  const { notes } = context.recorder;
  const mappings = context.options.mappings();
  const made = mappings.find((one) => one.start === start);
  const isSame = ({ file, start: other, sizeBytes }: typeof made & object): boolean =>
    file !== undefined &&
    other !== start &&
    file.node === made?.file?.node &&
    file.offset < made.file.offset + made.sizeBytes &&
    made.file.offset < file.offset + sizeBytes;
  if (made?.file === undefined || notes.has("mirrored") || !mappings.some(isSame)) return;
  notes.add("mirrored");
  context.options.note?.(
    `at ${placeText(context.program, pc)} the same bytes of a file are mapped a second time: ` +
      "here one mapping sees what is stored through the other only after the next system call on the file, on Linux at once",
  );
}
