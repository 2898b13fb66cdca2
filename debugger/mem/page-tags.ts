// The tags of pages, by frame: what translated code compares an address with (layout.ts). A page without a tag is served by
// the slow path. Two tables say what may be read and written, two more the same of pages whose shadow is all zero.

import { type Layout, PAGE_BYTES, UNMAPPED_TAG } from "./layout.ts";

export class PageTags {
  /** The memory's bytes as words, little-endian like every host of WebAssembly's typed arrays here. */
  readonly #words: Uint32Array;
  readonly #lastFrame: number;
  readonly #read: number;
  readonly #write: number;
  readonly #cleanRead: number;
  readonly #cleanWrite: number;

  constructor(words: Uint32Array, layout: Layout) {
    this.#words = words;
    this.#lastFrame = layout.foldBytes / PAGE_BYTES - 1;
    this.#read = layout.readTags / 4;
    this.#write = layout.writeTags / 4;
    this.#cleanRead = layout.cleanReadTags / 4;
    this.#cleanWrite = layout.cleanWriteTags / 4;
    this.clear(0);
    this.clear(this.#lastFrame);
  }

  /**
   * The tag that no access matches. Untouched memory is 0, which only two frames must not show: page 0 has tag 0, and so
   * has what an access at the end of the last page of the address space looks for, since its end wraps to page 0.
   */
  none(frame: number): number {
    return frame === 0 || frame === this.#lastFrame ? UNMAPPED_TAG : 0;
  }

  #set(table: number, frame: number, tag: number): void {
    const at = table + frame * 2;
    this.#words[at] = tag;
    this.#words[at + 1] = tag / 2 ** 32;
  }

  set(frame: number, read: number, write: number, shadow: "clean" | "shadowed"): void {
    const none = this.none(frame);
    this.#set(this.#read, frame, read);
    this.#set(this.#write, frame, write);
    this.#set(this.#cleanRead, frame, shadow === "clean" ? read : none);
    this.#set(this.#cleanWrite, frame, shadow === "clean" ? write : none);
  }

  clear(frame: number): void {
    this.set(frame, this.none(frame), this.none(frame), "clean");
  }

  /** Frames from `first` up to `end`, neither the first nor the last of all, lose their tags. */
  clearRow(first: number, end: number): void {
    const words = this.#words;
    for (let at = 2 * first; at < 2 * end; at++) {
      words[this.#read + at] = 0;
      words[this.#write + at] = 0;
      words[this.#cleanRead + at] = 0;
      words[this.#cleanWrite + at] = 0;
    }
  }
}
