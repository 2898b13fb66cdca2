// Hands generated code to the engine. What goes over one of its limits is no error: that code stays with the step engine.

/**
 * A smaller module is far from every limit that engines agree on (function bodies of 7,654,321 bytes, 50,000 locals:
 * WebAssembly JavaScript Interface, "Implementation-defined Limits"): when it does not compile, the mistake is here.
 */
const SMALL_MODULE_BYTES = 50_000;

type Imports = NonNullable<ConstructorParameters<typeof WebAssembly.Instance>[1]>;

/** What a module exports; undefined when the engine does not take it. */
export function instantiate(
  bytes: Uint8Array<ArrayBuffer>,
  imports: Imports,
): WebAssembly.Instance["exports"] | undefined {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports;
  } catch (error) {
    const isTooLarge = error instanceof WebAssembly.CompileError && bytes.length >= SMALL_MODULE_BYTES;
    // A RangeError tells that the engine has no memory left for code.
    if (isTooLarge || error instanceof RangeError) return undefined;
    throw error;
  }
}
