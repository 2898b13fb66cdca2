// The bytes that code was made from, kept to notice that they have changed or may no longer run. Pages with such code have no
// write tag, so every store to them, like every change of what is mapped there, moves the memory's code generation; only then
// the bytes are compared. CodeCopy does it for the blocks of a region.

import type { InstructionIr } from "../cpu/ir.ts";
import { PAGE_BYTES, PROT } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";

interface Piece {
  readonly start: number;
  readonly bytes: Uint8Array;
}

export class CodeCopy {
  readonly #memory: Memory;
  readonly #pieces: Piece[] = [];
  #generation = -1;
  /** Where `isCurrent` found another byte, or none that may run. */
  changedAt = 0;

  constructor(memory: Memory, blocks: readonly { readonly instructions: readonly InstructionIr[] }[]) {
    this.#memory = memory;
    const ranges = blocks
      .filter(({ instructions }) => instructions.length > 0)
      .map(({ instructions }) => ({ start: Number(instructions[0]!.address), end: Number(instructions.at(-1)!.next) }))
      .sort((a, b) => a.start - b.start);
    let last: { start: number; end: number } | undefined;
    const joined: { start: number; end: number }[] = [];
    for (const range of ranges) {
      if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
      else {
        last = { ...range };
        joined.push(last);
      }
    }
    for (const { start, end } of joined) this.#pieces.push({ start, bytes: memory.peek(start, end - start).slice() });
    this.#note();
  }

  /** Tells the memory that these pages hold translated code. */
  #note(): void {
    for (const { start, bytes } of this.#pieces) {
      const last = start + bytes.length - 1;
      for (let at = start; at < last; at += PAGE_BYTES) this.#memory.noteCodePage(at);
      this.#memory.noteCodePage(last);
    }
    this.#generation = this.#memory.codeGeneration;
  }

  isCurrent(): boolean {
    if (this.#generation === this.#memory.codeGeneration) return true;
    for (const { start, bytes } of this.#pieces) {
      const same = sameCode(this.#memory, start, bytes);
      if (same === bytes.length) continue;
      this.changedAt = start + same;
      return false;
    }
    this.#note();
    return true;
  }
}

/** How many of the bytes, from the first on, a fetch from `start` on would give: executable and the same. */
export function sameCode(memory: Memory, start: number, bytes: Uint8Array): number {
  const now = memory.peek(start, bytes.length);
  for (let k = 0; k < bytes.length; ) {
    const at = start + k;
    if (((memory.protectionAt(at) ?? 0) & PROT.exec) === 0) return k;
    const end = Math.min(bytes.length, k + PAGE_BYTES - (at % PAGE_BYTES));
    for (; k < end; k++) if (now[k] !== bytes[k]) return k;
  }
  return bytes.length;
}
