// Reads what `record.mjs` wrote: NASM's answer to each case, by mode and text.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** Text of a case, with its mode before it, to NASM's answer: "bytes", "bytes ; warnings" or "error: message". */
export function recordedAnswers(): Map<string, string> {
  const text = readFileSync(join(process.cwd(), "test/isa/encodings.golden.txt"), "utf8");
  const answers = new Map<string, string>();
  let bits = "";
  for (const line of text.split("\n")) {
    const at = line.indexOf(" = ");
    if (at < 0) bits = line;
    else answers.set(`${bits} ${line.slice(0, at)}`, line.slice(at + 3));
  }
  return answers;
}

/** NASM's answer to each shape of every row, by mode and text as above. */
export function recordedShapes(): Map<string, string> {
  const file = readFileSync(join(process.cwd(), "test/isa/all-shapes.golden.br"));
  const answers = new Map<string, string>();
  let bits = "";
  for (const line of brotliDecompressSync(file).toString("latin1").split("\n")) {
    const [text = "", answer] = line.split("\t");
    if (answer === undefined) bits = text;
    else answers.set(`${bits} ${text}`, answer);
  }
  return answers;
}

export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
export const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
