// What an observer lets translated code do in its place: for each instruction a rule in plain data, and a way in and out.
// Whatever a rule cannot decide inside of translated code leaves it before the instruction, and the observer sees that one.

import type { Decoded } from "../../server/isa/insn.ts";
import type { InstructionIr } from "./ir.ts";

/** What becomes of the object that a register points into: numbers of ranges as in mem/watch-layout.ts. */
export interface PointerRule {
  readonly kind:
    | "none"
    | "copy"
    | "exchange"
    | "constant"
    | "sum"
    | "lea"
    /** Left to the observer when the target points into something; else it stays nothing. */
    | "masked"
    | "difference"
    | "chosen"
    | "load"
    | "found"
    | "frame"
    | "compare";
  readonly target: number;
  readonly source: number;
  /** "lea": a register that counts when the source points to nothing; -1 = none. */
  readonly index: number;
  /** "constant": the range; "compare": of the label, 0 = none. */
  readonly range: number;
  /** Registers that hold no pointer afterwards. */
  readonly drops: readonly number[];
}

/** How the stack pointer moves. */
export type StackRule =
  | {
      readonly kind: "push" /** The register that is saved by it, if it is one that functions give back. */;
      readonly saves: boolean;
    }
  | { readonly kind: "pop"; readonly checksFrame: boolean }
  | { readonly kind: "leave" }
  /** `keepsConvention`: the callee is known to keep no convention of its own, or unknown. */
  | { readonly kind: "call"; readonly keepsConvention: boolean }
  | { readonly kind: "ret"; readonly extraBytes: number }
  | { readonly kind: "move"; readonly delta: number; readonly forgets: boolean }
  /** rsp := rbp + offset. */
  | { readonly kind: "restore"; readonly offset: number; readonly forgets: boolean };

export interface OperandRule {
  readonly base: number;
  readonly index: number;
  readonly range: number;
  /** It never lies below the red zone. */
  readonly isAbove: boolean;
  /** Of a string instruction: the address is in rdi or in rsi, whichever it equals. */
  readonly isString: boolean;
}

export interface InlineRule {
  /** Registers, bit n for register n: used with the value they had; written; looked at in any way. */
  readonly used: number;
  readonly written: number;
  readonly reads: number;
  /** Registers whose values count for what the instruction does: nobody may have destroyed them. */
  readonly relies: number;
  readonly pointer: PointerRule | undefined;
  /** Where accesses get their address from, when that counts: registers (-1 = none) and the range of a label (0 = none). */
  readonly operand: OperandRule | undefined;
  readonly stack: StackRule | undefined;
  /** `mov rbp, rsp`, `sub rsp, n`: see the rules of frames. */
  readonly setsFramePointer: boolean;
  readonly makesLocals: boolean;
  readonly setsNumber: boolean;
}

/** What translated code touches from one of its entries on. */
export interface EntryNeeds {
  /** General registers whose values it may use. */
  readonly registers: number;
  /** General registers whose values count. */
  readonly relied: number;
  /** General registers whose objects it keeps. */
  readonly pointers: number;
  /** For each general register the number of the object that it is taken to point into; 0 = none, negative = any. */
  readonly known: readonly number[];
  readonly usesFlags: boolean;
  /** Vector registers, bit n for register n; bits 16 to 23 the x87 registers. */
  readonly vectors: number;
}

/** What happened in translated code that its cells do not say. */
export interface Departure {
  /** The last instruction that retired; 0 = not known. */
  readonly last: number;
  /** Registers used and written by the block's instructions so far, as in the cells. */
  readonly used: number;
  readonly written: number;
  readonly pointers: number;
  /** The last instruction of the source before it and when that was, where `last` is none of the source. */
  readonly source: { readonly pc: number; readonly time: number } | undefined;
}

export interface InlineWatch {
  /** "bounds": whether bytes belong to the program; "full": also whether they are defined, and to what pointers point. */
  readonly level: "bounds" | "full";
  readonly stack: { readonly low: number; readonly high: number; readonly initialPointer: number };
  /** Bytes below rsp that keep their values. */
  readonly redZoneBytes: number;
  /** Where variables lie, nothing from `high` on, and how many points their list has; 0 = the observer knows them alone. */
  readonly variables: { readonly low: number; readonly high: number; readonly count: number };
  /** The outermost function's ret is for the observer. */
  readonly entersMain: boolean;
  /** The instruction is one of the source: code that runs unseen as one piece is all of it, or nothing. */
  isSource(pc: number): boolean;
  /** Undefined: the observer has to see the instruction. */
  ruleOf(pc: number, decoded: Decoded, ir: InstructionIr): InlineRule | undefined;
  /** For each general register the number of the object that it points into now; 0 = none, negative = one that comes and goes. */
  pointing(): readonly number[];
  /** Where a variable of the source lies; undefined for what comes and goes. */
  variable(number: number): { readonly start: number; readonly size: number } | undefined;
  /**
   * Fills the cells. Otherwise the observer has to see what comes next: "elsewhere" says that it is only since registers
   * point to other objects than `needs.known`.
   */
  enter(needs: EntryNeeds): "entered" | "elsewhere" | "refused";
  leave(departure: Departure): void;
}
