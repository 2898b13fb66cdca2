// Where an undefined value comes from: memory that nobody has written, a register that a call destroyed or that libc or the
// kernel gave no value when they entered the program, or a flag that an instruction does not define.

export type Origin =
  | {
      readonly kind: "memory";
      readonly address: number;
      readonly sizeBytes: number;
      readonly pc: number;
      readonly time: number;
    }
  | {
      readonly kind: "call";
      readonly name: string;
      readonly register: string;
      readonly pc: number;
      readonly time: number;
      /** A part of the register was written since, or all of it with what another held: this is what remains. */
      readonly isRest?: true;
    }
  | {
      readonly kind: "entry";
      /** The libc function that called, or "the kernel". */
      readonly name: string;
      readonly register: string;
      /** Where the program was entered. */
      readonly pc: number;
      readonly time: number;
    }
  | {
      /** By an instruction, or a call of libc. */
      readonly kind: "flags";
      readonly pc: number;
      readonly time: number;
    };
