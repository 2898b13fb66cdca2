// Where an undefined value comes from: memory that nobody has written, a register that a call destroyed, or a flag that an
// instruction does not define.

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
    }
  | {
      readonly kind: "flags";
      readonly pc: number;
      readonly time: number;
    };
