// DAP's base protocol on a byte stream: "Content-Length: N", an empty line, N bytes of JSON (overview, "Base Protocol").

export interface Framing {
  /** Takes bytes as they come; calls back for each whole message. */
  take(bytes: Uint8Array): void;
}

const SEPARATOR = [13, 10, 13, 10];
/** A header longer than this is no DAP. */
const MAX_HEADER_BYTES = 4096;

/** `onMessage` gets each message; what is not JSON is dropped. */
export function createFraming(onMessage: (message: unknown) => void): Framing {
  let held = new Uint8Array();
  return {
    take(bytes) {
      const both = new Uint8Array(held.length + bytes.length);
      both.set(held);
      both.set(bytes, held.length);
      held = both;
      for (let rest = takeOne(held, onMessage); rest; rest = takeOne(held, onMessage)) held = rest;
    },
  };
}

/** What is left after one message; undefined when none is whole yet. */
function takeOne(held: Uint8Array, onMessage: (message: unknown) => void): Uint8Array<ArrayBuffer> | undefined {
  const end = indexOfSeparator(held);
  if (end < 0) return held.length > MAX_HEADER_BYTES ? new Uint8Array() : undefined;
  const header = new TextDecoder().decode(held.subarray(0, end));
  const length = Number(/Content-Length:\s*(\d+)/i.exec(header)?.[1] ?? 0);
  const start = end + SEPARATOR.length;
  if (held.length < start + length) return undefined;
  try {
    onMessage(JSON.parse(new TextDecoder().decode(held.subarray(start, start + length))));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return held.slice(start + length);
}

function indexOfSeparator(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) {
    if (SEPARATOR.every((byte, k) => bytes[at + k] === byte)) return at;
  }
  return -1;
}

/** One message as bytes. */
export function frame(message: object): Uint8Array {
  const body = new TextEncoder().encode(JSON.stringify(message));
  const header = new TextEncoder().encode(`Content-Length: ${body.length}\r\n\r\n`);
  const bytes = new Uint8Array(header.length + body.length);
  bytes.set(header);
  bytes.set(body, header.length);
  return bytes;
}
