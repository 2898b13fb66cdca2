// Names for files that only have to be new: they follow from how many there were, so every run gets the same.

import type { LibcCall } from "./call.ts";
import { bytesOf } from "./program-memory.ts";
import { AREA } from "./state.ts";

/** The next six characters that no name before ends in. */
export function temporaryEnding(call: LibcCall): string {
  const count = call.libc.get("temporaryNames");
  call.libc.set("temporaryNames", count + 1);
  return (count + 1).toString(36).padStart(6, "0");
}

/** Address of a new name in /tmp, in libc's own memory. */
export function temporaryName(call: LibcCall): number {
  const at = call.libc.base + AREA.text;
  call.libc.memory.poke(at, bytesOf(`/tmp/tmpf${temporaryEnding(call)}\0`));
  return at;
}
