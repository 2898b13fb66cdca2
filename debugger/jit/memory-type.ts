// What modules that import the machine's memory have to say of it.

/** The machine's memory as a module must declare it to import it. */
export interface MemoryType {
  /** Of 64 KiB; the memory never grows. */
  readonly pages: number;
  readonly sharing: "shared" | "own";
}

export function memoryTypeOf({ buffer }: WebAssembly.Memory): MemoryType {
  return { pages: buffer.byteLength / 65536, sharing: buffer instanceof ArrayBuffer ? "own" : "shared" };
}
