// Line tables of objects and executables say which bytes a line gave, not where its instructions begin. Everything behind
// the image counts on one item an instruction, so the runs are cut by decoding them.

import { decode } from "../../server/isa/decode.ts";
import type { Image, ImageItem } from "../../server/obj/image.ts";

/** Longest x86 instruction. */
const MAX_INSTRUCTION_BYTES = 15;

/** The image with each code item that came from a line table (it has no span) cut into instructions. */
export function withInstructionItems(image: Image): Image {
  if (image.items.every(isExact)) return image;
  return { ...image, items: image.items.flatMap((item) => (isExact(item) ? [item] : instructionsOf(image, item))) };
}

const isExact = (item: ImageItem): boolean => item.kind !== "code" || item.span !== undefined;

function instructionsOf(image: Image, item: ImageItem): ImageItem[] {
  const segment = image.segments.find(
    ({ address, bytes }) => item.address >= address && item.address < address + bytes.length,
  );
  if (!segment) return [item];
  const items: ImageItem[] = [];
  const end = item.address + item.sizeBytes;
  for (let at = item.address; at < end; ) {
    const offset = at - segment.address;
    const decoded = decode(segment.bytes.subarray(offset, offset + MAX_INSTRUCTION_BYTES), image.bits);
    // What is no instruction stays one piece: data among code.
    const sizeBytes = decoded ? Math.min(decoded.lengthBytes, end - at) : end - at;
    items.push({ ...item, address: at, sizeBytes });
    at += sizeBytes;
  }
  return items;
}
