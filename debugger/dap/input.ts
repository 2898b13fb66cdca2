// The guest's standard input in a session: what was given beforehand, then what the person types, a line at a time as a
// terminal gives it.

import type { HostInput } from "../os/host.ts";

export interface Input {
  /** For Host.readInput. */
  read(maxBytes: number): HostInput;
  /** Appends typed text. */
  type(bytes: Uint8Array): void;
  /** Ctrl+D. */
  end(): void;
}

const NEWLINE = 10;

/** `given` = input from the launch configuration: then nothing is ever waited for. */
export function createInput(given: Uint8Array | undefined): Input {
  let rest = given ?? new Uint8Array();
  let ended = given !== undefined;
  const byLine = given === undefined;
  return {
    read(maxBytes) {
      if (rest.length === 0) return ended ? new Uint8Array() : "pending";
      const newline = byLine ? rest.indexOf(NEWLINE) : -1;
      const available = newline < 0 ? rest.length : newline + 1;
      const bytes = rest.slice(0, Math.min(maxBytes, available));
      rest = rest.subarray(bytes.length);
      return bytes;
    },
    type(bytes) {
      const both = new Uint8Array(rest.length + bytes.length);
      both.set(rest);
      both.set(bytes, rest.length);
      rest = both;
    },
    end() {
      ended = true;
    },
  };
}
