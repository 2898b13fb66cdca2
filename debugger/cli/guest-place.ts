// Guest addresses as places people know: file, line and column, and the function they are in.

import { positionAt, type Span, textOf } from "../../server/base/source.ts";
import { STUB_BYTES } from "../../server/facts/libc-linking.ts";
import type { Image, LibcStub } from "../../server/obj/image.ts";
import { functionAt as functionHolding } from "../view/labels.ts";
import { itemAt } from "../view/lines.ts";

export interface GuestPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the instruction at `address` stands in the source; undefined where no source is known. */
export function placeOf(image: Image, address: number): GuestPlace | undefined {
  const item = itemAt(image, address);
  if (!item) return undefined;
  const body = item.span && !item.expansion ? positionAt(item.span.source, instructionStart(item.span)) : undefined;
  const column = body?.line === item.lineNumber ? body.column : 1;
  return { file: item.file, line: item.lineNumber, column };
}

/** A statement's span begins with its line: blanks and a label with a colon stand before the instruction. */
function instructionStart({ source, start, end }: Span): number {
  const before = /^[ \t]*(?:[^\s:;]+[ \t]*:[ \t]*)?(?=\S)/.exec(textOf(source, start, end))?.[0] ?? "";
  return start + new TextEncoder().encode(before).length;
}

/** The libc function whose stub holds `address`. */
export const stubAt = ({ stubs }: Image, address: number): LibcStub | undefined =>
  stubs.find((stub) => address >= stub.address && address < stub.address + STUB_BYTES.length);

/**
 * The function that holds `address`, as the debugger's call stack names it, or the libc function of a stub; "" when there is
 * none. `called` is where its caller went, 0 for nobody.
 */
export function functionAt(image: Image, address: number, called = 0): string {
  const stub = stubAt(image, address);
  if (stub) return stub.name;
  return functionHolding(image, address, called === 0 ? undefined : called)?.name ?? "";
}

/** "main (uaf.asm:14)", "0x401000 (no source)". */
export function placeText(image: Image, address: number | bigint, called?: number): string {
  const place = placeOf(image, Number(address));
  const name = functionAt(image, Number(address), called) || `0x${address.toString(16)}`;
  return place ? `${name} (${place.file}:${place.line})` : `${name} (no source)`;
}
