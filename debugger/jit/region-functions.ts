// The functions that translated code calls, of the x87 and of floating point, made when code comes that wants them.

import type { EverydayFunctions } from "../cpu/x87/everyday.ts";
import type { Layout } from "../mem/layout.ts";
import { createFloatTable } from "./float-module.ts";
import { createX87 } from "./x87-module.ts";

/** What a module imports beside the memory. */
interface Wants {
  readonly usesX87: boolean;
  readonly usesFloats: boolean;
}

export class RegionFunctions {
  readonly #memory: WebAssembly.Memory;
  readonly #layout: Layout;
  #x87: EverydayFunctions | undefined;
  #table: WebAssembly.Table | undefined;

  readonly #patience: number;

  /** @param patience calls of the function on numbers that are not ordinary that are left to the step engine */
  constructor(memory: WebAssembly.Memory, layout: Layout, patience: number) {
    this.#memory = memory;
    this.#layout = layout;
    this.#patience = patience;
  }

  importsOf({ usesX87, usesFloats }: Wants) {
    if (usesX87) this.#x87 ??= createX87(this.#memory, this.#layout);
    if (usesFloats) this.#table ??= createFloatTable(this.#memory, this.#layout, this.#patience);
    return {
      e: { memory: this.#memory, ...(usesFloats && this.#table !== undefined ? { table: this.#table } : {}) },
      ...(usesX87 && this.#x87 !== undefined ? { x: this.#x87 } : {}),
    };
  }
}
