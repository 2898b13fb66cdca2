// A parsed line. It knows nothing of the pass it will be used in: names are unresolved, sizes open. What NASM would object
// to while reading stands in it as a step at the place where the objection would come, and is said when it is reached.

import type { Operand } from "../isa/insn.ts";
import type { Expression, NameMemo, Note } from "./expression.ts";
import type { PrefixSlot } from "./vocabulary.ts";

/** A label at the start of a line. */
export interface LabelNode {
  readonly name: string;
  readonly at: number;
  /** Alone on its line without a colon. */
  readonly orphan: boolean;
  readonly memo: NameMemo;
}

/** What stands between label and instruction, in order. */
export type Lead =
  | { readonly kind: "times"; readonly count: Expression; readonly at: number }
  | { readonly kind: "prefix"; readonly slot: PrefixSlot; readonly name: string; readonly at: number }
  | { readonly kind: "note"; readonly note: Note };

/** How an operand is worked out, step by step, as NASM reads it. A failing `value` ends the whole statement. */
export type OperandStep =
  | { readonly kind: "note"; readonly note: Note }
  /** Evaluate: the result is what the following steps work on. */
  | { readonly kind: "value"; readonly expression: Expression }
  /** `displacement[registers]`: take the value as the first part of the address. */
  | { readonly kind: "part" }
  /** `fs:`: take the value as segment override. */
  | { readonly kind: "segment"; readonly at: number }
  /** `[base+displacement, index*scale]`: the value is the first half, the expression the second. */
  | { readonly kind: "split"; readonly index: Expression }
  /** `a32` inside brackets. */
  | { readonly kind: "address-size"; readonly name: string; readonly at: number };

/** An operand that means the same in every pass of one manner (bits, `default` …). */
export interface KeptOperand {
  manner: string | undefined;
  operand: Operand | undefined;
}

/** One operand as written. `at` … `end` are its tokens. */
export interface OperandNode {
  /** A symbol, `$` or `$$` takes part. */
  readonly usesPlaces: boolean;
  /** What it was resolved to, while nothing that counts has changed. */
  readonly kept: KeptOperand;
  readonly at: number;
  readonly end: number;
  readonly kind: "value" | "memory";
  readonly sizeBits: number;
  readonly strict: boolean;
  readonly distance?: "short" | "near" | "far" | "to";
  /** Followed by a colon: `seg:offset`. */
  readonly colon: boolean;
  readonly steps: readonly OperandStep[];
  readonly decorators: readonly string[];
  // Memory only:
  readonly relative: "written" | "absolute" | "default";
  readonly noSplit: boolean;
  readonly displacementSizeBits: number;
}

/** One element of `db` and its kin. */
export interface DataNode {
  /** About the words before the value. */
  readonly notes: readonly Note[];
  readonly at: number;
  readonly end: number;
  /** Counts before `dup`, to be multiplied. */
  readonly counts: readonly { readonly count: Expression; readonly at: number }[];
  readonly elementBytes: number;
  readonly value:
    | { readonly kind: "number"; readonly expression: Expression }
    | { readonly kind: "string"; readonly bytes: string }
    | { readonly kind: "float"; readonly text: string; readonly negative: boolean }
    | { readonly kind: "reserve" }
    | { readonly kind: "list"; readonly items: readonly DataNode[] }
    | { readonly kind: "nothing" }
    /** Said, then the rest of the statement counts ("error") or not ("failure"). */
    | { readonly kind: "error" | "failure"; readonly message: string };
}

export type Body =
  | { readonly kind: "none" }
  | { readonly kind: "failure"; readonly message: string; readonly at: number }
  | {
      readonly kind: "instruction";
      readonly mnemonic: string;
      readonly at: number;
      readonly operands: readonly OperandNode[];
    }
  | { readonly kind: "equ"; readonly at: number; readonly operands: readonly OperandNode[] }
  | {
      readonly kind: "reserve";
      readonly at: number;
      readonly elementBytes: number;
      readonly operands: readonly OperandNode[];
    }
  | { readonly kind: "data"; readonly at: number; readonly elementBytes: number; readonly items: readonly DataNode[] }
  | { readonly kind: "incbin"; readonly at: number; readonly items: readonly DataNode[] };

export interface Statement {
  readonly label: LabelNode | undefined;
  readonly lead: readonly Lead[];
  readonly body: Body;
  /** A symbol, `$` or `$$` takes part: the statement may mean something else in another pass. */
  readonly usesPlaces: boolean;
  /** About the word behind the label. */
  readonly notes: readonly Note[];
}
