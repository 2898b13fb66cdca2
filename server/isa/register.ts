// x86 registers by name: what the assembler accepts, the disassembler prints and the debugger shows.
// Source: SDM Vol. 1, 3.4 "Basic Program Execution Registers"; NASM manual, 3.

export type RegisterClass =
  | "gpr8" // al … dil, r8b … (low bytes; spl, bpl, sil, dil and up need REX)
  | "gpr8h" // ah ch dh bh (cannot stand beside REX); numbers 4 … 7 as encoded
  | "gpr16"
  | "gpr32"
  | "gpr64"
  | "segment" // es cs ss ds fs gs segr6 segr7, 0 … 7
  | "control"
  | "debug"
  | "test"
  | "st"
  | "mmx"
  | "xmm"
  | "ymm"
  | "zmm"
  | "tmm"
  | "mask" // k0 … k7
  | "bound"; // bnd0 … bnd3

/** One register. `number` is its encoding, 0 … 31. */
export interface Register {
  readonly name: string;
  readonly class: RegisterClass;
  readonly number: number;
  readonly sizeBits: number;
}
