// Pseudo-instructions: words that stand where an instruction does and are none. Source: NASM manual, 3.2.

/** db … dz with the size of their element in bytes. */
export const DATA_BYTES: Readonly<Record<string, number>> = {
  db: 1,
  dw: 2,
  dd: 4,
  dq: 8,
  dt: 10,
  do: 16,
  dy: 32,
  dz: 64,
};
/** resb … resz with the size of their element in bytes. */
export const RESERVE_BYTES: Readonly<Record<string, number>> = {
  resb: 1,
  resw: 2,
  resd: 4,
  resq: 8,
  rest: 10,
  reso: 16,
  resy: 32,
  resz: 64,
};

/** Words that are no machine instructions but stand where one does. */
export const pseudoMnemonics: ReadonlySet<string> = new Set([
  ...Object.keys(DATA_BYTES),
  ...Object.keys(RESERVE_BYTES),
  "equ",
  "incbin",
]);
