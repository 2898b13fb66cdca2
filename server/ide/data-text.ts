// Initialised data as text: the bytes behind a label, decoded the way its directive says.

import type { Item, Section } from "../obj/object-module.ts";

const SIZE_WORDS: Record<number, string> = {
  1: "byte",
  2: "word",
  4: "dword",
  8: "qword",
  10: "tword",
  16: "oword",
  32: "yword",
  64: "zword",
};
const SHOWN = 8;

function integers(bytes: Uint8Array, sizeBytes: number): string[] {
  const out: string[] = [];
  for (let at = 0; at + sizeBytes <= bytes.length && out.length < SHOWN; at += sizeBytes) {
    let value = 0n;
    for (let k = sizeBytes - 1; k >= 0; k--) value = (value << 8n) | BigInt(bytes[at + k]!);
    out.push(value < 10n ? value.toString() : `0x${value.toString(16)}`);
  }
  return out;
}

function quoted(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, 60)) {
    if (byte === 10) text += "\\n";
    else if (byte === 0) text += "\\0";
    else text += byte >= 32 && byte < 127 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return `"${text}"${bytes.length > 60 ? " …" : ""}`;
}

function floats(bytes: Uint8Array, sizeBytes: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const out: string[] = [];
  for (let at = 0; at + sizeBytes <= bytes.length && out.length < SHOWN; at += sizeBytes) {
    out.push(String(sizeBytes === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true)));
  }
  return out;
}

/** "5 bytes: 1, 2, 3, 4, 5", "string, 13 bytes: \"Hello\\n\"", "reserved: 4 bytes, zero at the start". */
export function dataText(section: Section, item: Item): string {
  const unit = SIZE_WORDS[item.elementSizeBytes] ?? "byte";
  const count = item.elementSizeBytes > 0 ? Math.floor(item.sizeBytes / item.elementSizeBytes) : item.sizeBytes;
  const many = `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (item.kind === "reserve" || section.type === "nobits") return `${many}, zero when the program starts`;
  const bytes = section.bytes.subarray(item.offset, item.offset + item.sizeBytes);
  if (item.dataKind === "string") return `string, ${item.sizeBytes} bytes: ${quoted(bytes)}`;
  const values =
    item.dataKind === "float" && (item.elementSizeBytes === 4 || item.elementSizeBytes === 8)
      ? floats(bytes, item.elementSizeBytes)
      : integers(bytes, Math.min(item.elementSizeBytes || 1, 8));
  return `${many}: ${values.join(", ")}${count > values.length ? ", …" : ""}`;
}
