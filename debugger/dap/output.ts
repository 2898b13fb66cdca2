// The guest's output on its way to the editor: joined, so that a program that prints for ever sends at most thirty events a
// second, and with the source line of the instruction that printed.

import type { Session } from "./session-state.ts";

/** Where a piece of output came from. */
export interface OutputPlace {
  readonly file: string;
  readonly path?: string;
  readonly lineNumber: number;
}

export interface Output {
  /** Output of the guest; `place` is asked for only when an event is sent. */
  write(stream: 1 | 2, bytes: Uint8Array, address: number): void;
  /** A line of our own, in the console. */
  say(text: string, category: "console" | "stderr" | "important", address?: number): void;
  /** Sends what is held back. */
  flush(): void;
  /** More is held back than anybody reads: the program should wait. */
  readonly full: boolean;
}

export const INTERVAL_MS = 33;
/** Pieces of different lines that are sent apart in one interval; more are joined. */
const MAX_PIECES = 8;
/** A program that prints faster than this in one interval waits for the next. */
const MAX_HELD_BYTES = 1 << 18;

interface Piece {
  readonly stream: 1 | 2;
  readonly address: number;
  readonly parts: Uint8Array[];
}

export interface OutputOptions {
  readonly session: Session;
  /** "terminal": to the pseudoterminal; "console": DAP output events; a function: to wherever the program was started. */
  readonly to: "terminal" | "console" | ((stream: 1 | 2, bytes: Uint8Array) => void);
  readonly placeOf: (address: number) => OutputPlace | undefined;
}

export function createOutput({ session, to, placeOf }: OutputOptions): Output {
  let pieces: Piece[] = [];
  let heldBytes = 0;
  let timerRuns = false;
  let flushedAt = Number.NEGATIVE_INFINITY;
  const decoders = { 1: new TextDecoder(), 2: new TextDecoder() };

  function flush(): void {
    const held = pieces;
    pieces = [];
    heldBytes = 0;
    flushedAt = session.host.now();
    for (const piece of held) send(piece);
  }

  function send({ stream, address, parts }: Piece): void {
    const bytes = joined(parts);
    if (to === "terminal") {
      session.custom("asmoscope/terminal", { stream: stream === 1 ? "stdout" : "stderr", bytes });
      return;
    }
    if (to !== "console") {
      to(stream, bytes);
      return;
    }
    const text = decoders[stream].decode(bytes, { stream: true });
    if (text !== "") session.event("output", outputBody(stream === 1 ? "stdout" : "stderr", text, placeOf(address)));
  }

  function hold(stream: 1 | 2, bytes: Uint8Array, address: number): void {
    const last = pieces.at(-1);
    heldBytes += bytes.length;
    if (last && last.stream === stream && (last.address === address || pieces.length >= MAX_PIECES)) {
      last.parts.push(bytes.slice());
    } else {
      pieces.push({ stream, address, parts: [bytes.slice()] });
    }
  }

  return {
    write(stream, bytes, address) {
      hold(stream, bytes, address);
      if (session.host.now() - flushedAt >= INTERVAL_MS) flush();
      else if (!timerRuns) {
        timerRuns = true;
        session.host.later(() => {
          timerRuns = false;
          flush();
        }, INTERVAL_MS);
      }
    },
    say(text, category, address) {
      flush();
      session.event("output", outputBody(category, text, address === undefined ? undefined : placeOf(address)));
    },
    flush,
    get full() {
      return heldBytes > MAX_HELD_BYTES;
    },
  };
}

function outputBody(category: string, output: string, place: OutputPlace | undefined): object {
  if (!place) return { category, output };
  const source = { name: place.file, ...(place.path === undefined ? {} : { path: place.path }) };
  return { category, output, source, line: place.lineNumber };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
