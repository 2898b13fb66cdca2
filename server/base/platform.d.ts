// The few globals that Node, browsers and workers share and that the ES2022 library does not declare.
// The cores are compiled with `types: []`, so anything not named here cannot leak in.

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: "utf-8" | "latin1" | "utf-16le", options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
