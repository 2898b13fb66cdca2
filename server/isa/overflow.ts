// NASM's warnings about numbers that do not fit their field. Source: NASM manual, warning class number-overflow.

/** How the CPU reads a field: "wrap" accepts both signed and unsigned numbers. */
export type FieldSign = "wrap" | "signed" | "unsigned";

const names: Readonly<Record<number, string>> = { 1: "byte", 2: "word", 4: "dword", 8: "qword" };

/** "byte", "word", "dword", "qword". */
export const sizeName = (sizeBytes: number): string => names[sizeBytes] ?? "???";

/** True when `value` is outside what NASM takes for a field of `sizeBytes`. */
export function overflows(value: bigint, sizeBytes: number, sign: FieldSign): boolean {
  if (sizeBytes >= 8) return false;
  const half = 1n << BigInt(sizeBytes * 8 - 1);
  if (sign === "signed") return value < -half || value >= half;
  if (sign === "unsigned") return value < 0n || value >= 2n * half;
  return value < -2n * half || value >= 2n * half;
}

/** "dword data exceeds bounds". */
export const overflowMessage = (sizeBytes: number): string => `${sizeName(sizeBytes)} data exceeds bounds`;
