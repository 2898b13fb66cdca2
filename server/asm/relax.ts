// The passes in which labels move, without the lines. NASM goes over the whole source until every jump has its length; a
// program of many jumps needs hundreds of passes. What moves in them is little: labels, jumps that may be short, fills that
// count from `$`. One ordinary pass writes these down, with the bytes that lie between them; then the passes are NASM's own,
// one by one and in its order, but over numbers. Programs with anything else that may change its size are left alone, and an
// ordinary pass behind these finds out whether all stands still.

import { NO_SEGMENT } from "../isa/insn.ts";
import type { Expression } from "./expression.ts";
import { evaluate } from "./expression.ts";
import type { PassScope, Prepared, Sized } from "./layout.ts";
import { isCall, sizeOfNear } from "./near-jump.ts";
import { LABEL, type PlainLine } from "./plain-line.ts";
import type { SectionEntry } from "./section-table.ts";
import type { State } from "./state.ts";
import type { Lead, OperandNode, Statement } from "./statement.ts";
import type { SymbolEntry } from "./symbol-table.ts";
import * as v from "./vector.ts";

/** `times` in front of what has a fixed size, counted from `$`. */
interface Fill {
  readonly count: Expression;
  readonly unitBytes: number;
}

/** What moves, in the order of the source; parallel arrays. */
export interface Skeleton {
  /** False once something was met that only an ordinary pass can measure. */
  usable: boolean;
  readonly sections: SectionEntry[];
  readonly sectionIndex: Map<SectionEntry, number>;
  /** Fixed bytes since the last event of each section. */
  readonly pending: number[];
  readonly entries: SymbolEntry[];
  readonly entryIndex: Map<SymbolEntry, number>;
  readonly section: number[];
  /** Fixed bytes before the event. */
  readonly gap: number[];
  /** 0 = a label, -1 = a fill, else a jump: its length when it is not short. */
  readonly kind: number[];
  /** Index of the label, of the jump's target, or of the fill. */
  readonly index: number[];
  readonly fills: Fill[];
}

export const createSkeleton = (): Skeleton => ({
  usable: true,
  sections: [],
  sectionIndex: new Map(),
  pending: [],
  entries: [],
  entryIndex: new Map(),
  section: [],
  gap: [],
  kind: [],
  index: [],
  fills: [],
});

const SHORT_BYTES = 2;
/** Jumps with one length only. */
const SHORT_ONLY = /^j[er]?cxz$/;

function sectionOf(skeleton: Skeleton, section: SectionEntry): number {
  let index = skeleton.sectionIndex.get(section);
  if (index === undefined) {
    index = skeleton.sections.push(section) - 1;
    skeleton.sectionIndex.set(section, index);
    skeleton.pending.push(0);
  }
  return index;
}

function entryOf(skeleton: Skeleton, entry: SymbolEntry): number {
  let index = skeleton.entryIndex.get(entry);
  if (index === undefined) {
    index = skeleton.entries.push(entry) - 1;
    skeleton.entryIndex.set(entry, index);
  }
  return index;
}

function addEvent(skeleton: Skeleton, section: number, kind: number, index: number): void {
  skeleton.section.push(section);
  skeleton.gap.push(skeleton.pending[section]!);
  skeleton.pending[section] = 0;
  skeleton.kind.push(kind);
  skeleton.index.push(index);
}

/** Takes down bytes that stand in `section` whatever moves. */
export function noteBytes(skeleton: Skeleton, section: SectionEntry, count: number): void {
  skeleton.pending[sectionOf(skeleton, section)]! += count;
}

/** Where a pass stood before a line, and what it knew of it. */
export interface Before {
  readonly section: SectionEntry | undefined;
  readonly offset: number;
  readonly changes: number;
  readonly sized: Sized | undefined;
}

/** Takes down a line that has just been laid out. `prepared` is undefined for directives, `sized` what the pass found. */
export function noteLine(
  skeleton: Skeleton,
  state: State,
  prepared: Prepared | undefined,
  before: Before,
  sized: Sized | undefined,
): void {
  const { section, offset } = before;
  if (!prepared) {
    // Directives may lead to another section, but take no room.
    if (section && section.offset !== offset) skeleton.usable = false;
    return;
  }
  const { statement } = prepared;
  if (!section) {
    if (statement.usesPlaces) skeleton.usable = false;
    return;
  }
  const index = sectionOf(skeleton, section);
  const size = section.offset - offset;
  if (statement.label && statement.body.kind !== "equ") {
    const entry = statement.label.memo.entry as SymbolEntry | undefined;
    if (entry?.kind === "common" || !entry) skeleton.usable = false;
    else addEvent(skeleton, index, 0, entryOf(skeleton, entry));
  }
  if (!statement.usesPlaces || isSteady(state, prepared, before, sized)) {
    skeleton.pending[index]! += size;
    return;
  }
  if (noteFill(skeleton, prepared, index)) return;
  if (!noteJump(skeleton, state, statement, section, index)) skeleton.usable = false;
}

/** The same for a plain line. */
export function notePlain(skeleton: Skeleton, line: PlainLine, { section, offset }: Before): void {
  const isLabel = line.opcode === LABEL;
  if (!section) {
    if (!isLabel) skeleton.usable = false;
    return;
  }
  const index = sectionOf(skeleton, section);
  const entry = line.entry as SymbolEntry | undefined;
  if (!isLabel && isCall(line)) skeleton.pending[index]! += section.offset - offset;
  else if (!entry || (isLabel ? entry.kind === "common" : entry.defined === 0)) skeleton.usable = false;
  else addEvent(skeleton, index, isLabel ? 0 : sizeOfNear(line), entryOf(skeleton, entry));
}

/** Whether a statement with symbols has the same size in the passes to come. */
function isSteady(state: State, { statement, jump }: Prepared, before: Before, sized: Sized | undefined): boolean {
  const { body, lead } = statement;
  if (jump && isCall(jump) && state.plainJumps) return true;
  if (lead.some((step) => step.kind === "times" && !isConstant(step.count))) return false;
  // What counts from a place in a section moves with it.
  if (body.kind === "equ")
    return state.symbols.changes === before.changes && state.symbols.last?.segment === NO_SEGMENT;
  if (body.kind === "none") return true;
  if (body.kind === "data") return body.items.every((item) => item.counts.length === 0 && item.value.kind !== "list");
  if (body.kind !== "instruction" || !sized) return false;
  if (before.sized === undefined) return false;
  if (body.mnemonic.startsWith("j")) return isFixedJump(body.mnemonic, body.operands);
  const moved = sized.segment !== before.sized.segment || sized.size !== before.sized.size;
  return !moved && (isPlaced(state, sized) || sized.offset === before.sized.offset);
}

/** An address in a section, rather than a number. */
const isPlaced = (state: State, sized: Sized): boolean => state.sections.bySegment.has(sized.segment);

function isFixedJump(mnemonic: string, operands: readonly OperandNode[]): boolean {
  const [operand] = operands;
  if (!operand || operands.length !== 1) return false;
  return SHORT_ONLY.test(mnemonic) || operand.distance !== undefined || operand.kind === "memory";
}

const isConstant = (expression: Expression): boolean => expression.kind === "constant";

/** Whether only numbers, `$` and `$$` take part. */
function countsFromHere(expression: Expression): boolean {
  switch (expression.kind) {
    case "constant":
    case "here":
    case "base":
      return true;
    case "chain":
      return countsFromHere(expression.first) && expression.rest.every(({ operand }) => countsFromHere(operand));
    case "unary":
      return countsFromHere(expression.operand);
    default:
      return false;
  }
}

function noteFill(skeleton: Skeleton, prepared: Prepared, section: number): boolean {
  const { lead, body } = prepared.statement;
  const [step] = lead;
  if (lead.length !== 1 || step?.kind !== "times" || !countsFromHere(step.count)) return false;
  const unitBytes = unitOf(prepared, body);
  if (unitBytes === undefined) return false;
  addEvent(skeleton, section, -1, skeleton.fills.push({ count: (step satisfies Lead).count, unitBytes }) - 1);
  return true;
}

/** Bytes of one repetition, where they are known. */
function unitOf(prepared: Prepared, body: Statement["body"]): number | undefined {
  if (body.kind === "instruction") return prepared.encoded?.bytes.length;
  const [item] = body.kind === "data" ? body.items : [];
  const single = body.kind === "data" && body.items.length === 1 && item?.counts.length === 0;
  return single && item.value.kind === "number" ? body.elementBytes : undefined;
}

/** A jump to a name of its own section that may be short. */
function noteJump(
  skeleton: Skeleton,
  state: State,
  { body, lead }: Statement,
  section: SectionEntry,
  index: number,
): boolean {
  if (body.kind !== "instruction" || lead.length > 0 || !body.mnemonic.startsWith("j")) return false;
  // Under `default bnd` the near form alone has a prefix.
  if (state.cpu !== undefined || state.defaultBnd || body.operands.length !== 1) return false;
  const { steps, kind, strict, distance, sizeBits, colon } = body.operands[0]!;
  const [step] = steps;
  if (kind !== "value" || strict || distance || sizeBits || colon || steps.length !== 1) return false;
  if (step?.kind !== "value" || step.expression.kind !== "symbol") return false;
  const entry = step.expression.memo.entry as SymbolEntry | undefined;
  if (!entry || entry.defined === 0) return false;
  const near = body.mnemonic === "jmp" ? (state.bits === 16 ? 3 : 5) : state.bits === 16 ? 4 : 6;
  if (entry.segment !== section.segment) {
    skeleton.pending[index]! += near;
    return true;
  }
  addEvent(skeleton, index, near, entryOf(skeleton, entry));
  return true;
}

/** Goes on until labels stand still, or `passesMax` passes are over; then labels have their new places. Answers how many
 * passes it took, the last one, in which nothing moved, not counted. */
export function relax(skeleton: Skeleton, state: State, scope: PassScope, passesMax: number): number {
  const { entries, sections } = skeleton;
  const places = Float64Array.from(entries, ({ offset }) => Number(offset));
  const steps = {
    section: Int32Array.from(skeleton.section),
    gap: Float64Array.from(skeleton.gap),
    kind: Int32Array.from(skeleton.kind),
    index: Int32Array.from(skeleton.index),
  };
  const at = new Float64Array(sections.length);
  const fill = (which: number, section: number): number => {
    const { count, unitBytes } = skeleton.fills[which]!;
    state.section = sections[section];
    sections[section]!.offset = at[section]!;
    const value = evaluate(count, scope);
    return value ? Math.max(0, Number(BigInt.asIntN(32, v.numberOf(value)))) * unitBytes : 0;
  };
  let passes = 0;
  while (passes < passesMax && runSteps(steps, places, at, fill)) passes++;
  for (let k = 0; k < entries.length; k++) entries[k]!.offset = BigInt(places[k]!);
  return passes;
}

interface Steps {
  readonly section: Int32Array;
  readonly gap: Float64Array;
  readonly kind: Int32Array;
  readonly index: Int32Array;
}

/** One pass; whether a label moved. Names behind a jump have the place of the pass before. */
function runSteps(
  { section, gap, kind, index }: Steps,
  places: Float64Array,
  at: Float64Array,
  fill: (which: number, section: number) => number,
): boolean {
  at.fill(0);
  let moved = false;
  for (let k = 0; k < kind.length; k++) {
    const here = section[k]!;
    const offset = at[here]! + gap[k]!;
    const what = kind[k]!;
    const which = index[k]!;
    if (what === 0) {
      at[here] = offset;
      if (places[which] !== offset) {
        places[which] = offset;
        moved = true;
      }
    } else if (what > 0) {
      const distance = places[which]! - offset - SHORT_BYTES;
      at[here] = offset + (distance >= -128 && distance <= 127 ? SHORT_BYTES : what);
    } else {
      at[here] = offset;
      at[here] = offset + fill(which, here);
    }
  }
  return moved;
}
