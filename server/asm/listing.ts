// The listing of -l: source lines with the bytes they became. Made in the last pass from what the preprocessor reads (lines,
// and how deep they stand in includes and macros) and from what goes into sections.
// Source: NASM manual, 2.1.3 "The -l Option"; the columns are NASM's.

import type { ListEvent } from "./preprocess.ts";

/** Hexadecimal digits a line has room for. */
const DATA_WIDTH = 18;
/** Characters of a source line that there is room for. */
const LINE_MAX = 1020;
/** Reserved bytes up to this many are shown each. */
const RESERVED_SHOWN = 8;

export interface Listing {
  readonly lines: string[];
  lineNumber: number;
  /** Source text that waits for its bytes. */
  text: string | undefined;
  data: string;
  offset: number;
  /** How deep the reader stands, and the line that waits. */
  depth: number;
  shownDepth: number;
  /** Messages that belong to the line that waits. */
  readonly messages: string[];
  /** Inside the repetitions of `times`, which are counted only. */
  repeating: boolean;
  /** `[list -]`. */
  off: boolean;
}

export function createListing(off: boolean): Listing {
  return {
    lines: [],
    lineNumber: 0,
    text: undefined,
    data: "",
    offset: 0,
    depth: 0,
    shownDepth: 0,
    messages: [],
    repeating: false,
    off,
  };
}

/** Writes what waits. */
function flush(listing: Listing): void {
  const { text, data, messages } = listing;
  const number = String(listing.lineNumber).padStart(6);
  const depth = listing.shownDepth > 0 ? `<${listing.shownDepth}>`.padStart(4) : "    ";
  if (text !== undefined || data !== "") {
    // 32 bits are shown, of negative addresses (`struc name,-40`) too.
    const offset = (listing.offset >>> 0).toString(16).toUpperCase().padStart(8, "0");
    const left = data === "" ? " ".repeat(9 + DATA_WIDTH + 1) : `${offset} ${data.padEnd(DATA_WIDTH + 1)}`;
    const level = listing.shownDepth > 0 || text !== undefined ? depth : "";
    listing.lines.push(`${number} ${left}${level}${text === undefined ? "" : ` ${text}`}`);
    listing.text = undefined;
    listing.data = "";
  }
  for (const message of messages)
    listing.lines.push(`${number}          ${"*".repeat(DATA_WIDTH)} ${depth}  ${message}`);
  messages.length = 0;
}

/** A line is read, or a file or macro begins or ends. */
export function listEvent(listing: Listing, event: ListEvent): void {
  if (event.kind === "up") listing.depth++;
  else if (event.kind === "down") listing.depth--;
  else {
    flush(listing);
    if (listing.off) return;
    listing.lineNumber = event.lineNumber;
    listing.text = event.text.length < LINE_MAX ? event.text : `${event.text.slice(0, LINE_MAX)}...`;
    listing.shownDepth = listing.depth;
  }
}

function put(listing: Listing, offset: number, piece: string): void {
  if (listing.repeating || listing.off) return;
  if (listing.data === "") listing.offset = offset;
  if (listing.data.length + piece.length > DATA_WIDTH) {
    listing.data += "-";
    flush(listing);
    listing.offset = offset;
  }
  listing.data += piece;
}

/** Bytes as they are. */
export function listBytes(listing: Listing, offset: number, bytes: ArrayLike<number>): void {
  if (listing.repeating || listing.off) return;
  for (let k = 0; k < bytes.length; k++) put(listing, offset + k, hexadecimal(bytes[k]!));
}

const hexadecimal = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

/** An address that the linker will know: [absolute] or (relative), lowest byte first; [ssss] is a segment's base. */
export function listAddress(
  listing: Listing,
  offset: number,
  value: bigint | "segment",
  sizeBytes: number,
  kind: "absolute" | "relative",
): void {
  let digits = "";
  if (value === "segment") digits = "ss".repeat(sizeBytes);
  else for (let k = 0; k < sizeBytes; k++) digits += hexadecimal(Number((value >> BigInt(8 * k)) & 255n));
  put(listing, offset, kind === "absolute" ? `[${digits}]` : `(${digits})`);
}

/** Space without contents; what one piece of it shows stands in one row. */
export function listReserved(listing: Listing, offset: number, count: number): void {
  if (count > RESERVED_SHOWN) listCount(listing, offset, "res", count);
  else put(listing, offset, "??".repeat(count));
}

/** `<rep 3h>`: repetitions, reserved bytes or the bytes of a file, as a count. */
export function listCount(listing: Listing, offset: number, what: "rep" | "res" | "bin", count: number): void {
  put(listing, offset, `<${what} ${count.toString(16).toUpperCase()}h>`);
}

/** A message about the line that was read last. */
export function listMessage(listing: Listing, message: string): void {
  listing.messages.push(message);
}

/** The whole text. */
export function finishListing(listing: Listing): string {
  flush(listing);
  return listing.lines.map((line) => `${line}\n`).join("");
}
