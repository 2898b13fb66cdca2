// Fills a part of the machine's memory with one byte by WebAssembly's memory.fill. Takes a memory that never grows; V8's
// TypedArray.fill goes byte by byte where memory is shared, which is 20 to 50 times slower from some hundred bytes on.

/** Fills `to - from` bytes; small parts go through the array, which has less to call. */
export type WideFill = (value: number, from: number, to: number) => void;

const SMALL_BYTES = 256;

function leb(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}

const section = (id: number, content: readonly number[]): number[] => [id, ...leb(content.length), ...content];

/** (module (import "e" "m" (memory … shared)) (func (export "f") (param i32 i32 i32) → memory.fill of the three)) */
function moduleFor(pages: number): Uint8Array<ArrayBuffer> {
  const limits = [3, ...leb(pages), ...leb(pages)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x65, 1, 0x6d, 2, ...limits]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, 11, 0, 0x20, 0, 0x20, 1, 0x20, 2, 0xfc, 11, 0, 0x0b]),
  ]);
}

/** The fill for a memory; its module is made when it is first wanted. */
export function createWideFill(memory: WebAssembly.Memory, bytes: Uint8Array): WideFill {
  if (memory.buffer instanceof ArrayBuffer) return (value, from, to) => void bytes.fill(value, from, to);
  let fill: ((from: number, value: number, sizeBytes: number) => void) | undefined;
  return (value, from, to) => {
    if (to - from < SMALL_BYTES) {
      bytes.fill(value, from, to);
      return;
    }
    if (fill === undefined) {
      const module = new WebAssembly.Module(moduleFor(memory.buffer.byteLength / 65536));
      fill = new WebAssembly.Instance(module, { e: { m: memory } }).exports.f as typeof fill;
    }
    fill!(from, value, to - from);
  };
}
