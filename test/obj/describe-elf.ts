// An executable's layout as text, to compare ours with the one ld made of the same objects.

import { PT } from "../../server/obj/elf.ts";
import { readElfFile } from "../../server/obj/elf-file.ts";

const hex = (value: number | bigint) => value.toString(16);

/** Entry, segments, sections with their bytes, symbol and string tables included. */
export function describeElf(bytes: Uint8Array): string {
  const file = readElfFile(bytes);
  if (typeof file === "string") return file;
  const segments = file.segments.map(
    (segment) =>
      `segment ${hex(segment.type)} flags ${segment.flags} at ${hex(segment.address)} offset ${hex(segment.offset)} ` +
      `bytes ${hex(segment.fileBytes)} of ${hex(segment.memoryBytes)}`,
  );
  const sections = file.sections.map(
    (section) =>
      `section ${section.name} type ${section.type} flags ${section.flags} at ${hex(section.address)} ` +
      `offset ${hex(section.offset)} size ${hex(section.sizeBytes)} link ${section.link} info ${section.info} ` +
      `alignment ${section.alignment} entry ${section.entrySizeBytes}${contents(section.bytes)}`,
  );
  const stack = file.segments.some((segment) => segment.type === PT.gnuStack) ? "said" : "not said";
  return [`file of ${bytes.length} bytes, entry ${hex(file.entry)}, stack ${stack}`, ...segments, ...sections, ""].join(
    "\n",
  );
}

/** Bytes in hexadecimal; a run of more than 16 equal ones as byte*count. */
function contents(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    while (end < bytes.length && bytes[end] === bytes[at]) end++;
    const byte = hex(bytes[at]!).padStart(2, "0");
    text += end - at > 16 ? ` ${byte}*${end - at} ` : byte.repeat(end - at);
    at = end;
  }
  return text === "" ? "" : `\n  ${text}`;
}
