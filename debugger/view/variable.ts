// A variable as every view gives it: plain data but for `children`, which are computed when somebody unfolds them, so that
// an array of a million elements costs nothing until it is looked at.

/** Where a variable's value is kept, for changing it. */
export type Place =
  | { readonly kind: "register"; readonly name: string }
  | { readonly kind: "memory"; readonly address: number; readonly sizeBytes: number; readonly shape: Shape };

/** How bytes are read and written as text. */
export type Shape = "integer" | "float" | "string" | "raw";

export interface Variable {
  readonly name: string;
  readonly value: string;
  /** What it is: "64-bit register", "3 dwords", "string". */
  readonly type?: string;
  /** An expression that `evaluate` understands and that gives this variable. */
  readonly expression?: string;
  /** Guest address of the variable, or what a register points to: the memory view opens there. */
  readonly address?: number;
  readonly place?: Place;
  /** Pages of an array: how many elements `children` can give. 0 or absent: children are named. */
  readonly elementCount?: number;
  /** Elements [start, start + count) of an array, or all named children. */
  readonly children?: (start?: number, count?: number) => readonly Variable[];
}

/** A choice of the format menu: VS Code's "hex" asks for hexadecimal alone. */
export type NumberFormat = "hex" | "decimal";
