// The bytes a region was made from, kept to notice that they have changed. Takes the region's blocks, answers whether memory
// still holds the same. Pages with such code have no write tag, so every store to them moves the memory's code generation;
// only then the bytes are compared.

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
  /** Where `isCurrent` found another byte. */
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
      const now = this.#memory.peek(start, bytes.length);
      const other = bytes.findIndex((byte, k) => byte !== now[k]);
      if (other < 0 && this.#isExecutable(start, bytes.length)) continue;
      this.changedAt = start + Math.max(0, other);
      return false;
    }
    this.#note();
    return true;
  }

  #isExecutable(start: number, sizeBytes: number): boolean {
    for (let at = start; at < start + sizeBytes; at = (Math.floor(at / PAGE_BYTES) + 1) * PAGE_BYTES)
      if (((this.#memory.protectionAt(at) ?? 0) & PROT.exec) === 0) return false;
    return true;
  }
}
