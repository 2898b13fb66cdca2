// Repeated string instructions in translated code: a loop around the operations of one iteration, with whole pages at once
// where memory needs no care. Registers are true after every iteration, so leaving in the middle leaves the instruction
// unfinished, as an interrupt would.

import type { InstructionIr, Repeat } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import type { Local } from "./emitter.ts";
import { RUN_WORK, WORK_SCRATCH } from "./region-code.ts";
import {
  advance,
  type BulkGuard,
  isCareless,
  lessen,
  pushGoesUp,
  pushLeftInPage,
  type RunLocals,
  type StringLoop,
  setHost,
} from "./string-run.ts";
import { emitSearch, searchOf } from "./string-search.ts";
import { OP } from "./wasm-writer.ts";

/** Shorter runs are not worth a bulk instruction. */
const SHORTEST_BULK = 16;

/** What can be done in bulk: a move, or a fill with bytes that are all the same. */
interface Bulk {
  readonly kind: "move" | "fill";
  readonly elementBytes: number;
}

/** True when the repeat counts in a whole register of this mode. */
export const isPlainRepeat = (repeat: Repeat, bits: 32 | 64): boolean => repeat.counter === String(bits);

/** Without a segment base the addresses are the registers themselves. */
function bulkOf(ir: InstructionIr): Bulk | undefined {
  if (ir.ops.some((op) => op.op === "getSegmentBase" || op.op === "setFlags")) return undefined;
  const store = ir.ops.find((op) => op.op === "store");
  const load = ir.ops.find((op) => op.op === "load");
  if (store?.op !== "store") return undefined;
  return { kind: load === undefined ? "fill" : "move", elementBytes: store.sizeBits / 8 };
}

export function emitStringLoop(loop: StringLoop, ir: InstructionIr, repeat: Repeat): void {
  const { e } = loop;
  const counter = loop.register(GPR.rcx);
  const work = loop.fresh("i32");
  const storeWork = (push: () => void): void => {
    e.i32(0);
    push();
    e.memory(OP.i32Store, loop.layout.state + WORK_SCRATCH);
  };
  const bulk = bulkOf(ir);
  const search = searchOf(ir, repeat);
  const may = search && loop.fresh("i32");
  if (may !== undefined) {
    e.i32(1);
    e.set(may);
  }
  e.i32(0);
  e.memory(OP.i32Load, loop.layout.state + WORK_SCRATCH);
  e.set(work);
  loop.open(OP.block);
  loop.open(OP.loop);
  e.get(counter);
  e.op(OP.i64Eqz);
  e.branchIf(1);
  e.get(work);
  e.i32(1);
  e.op(OP.i32Sub);
  e.tee(work);
  e.i32(0);
  e.op(OP.i32LtS);
  loop.open(OP.if);
  storeWork(() => e.i32(-1));
  e.i32(1);
  loop.exitIf();
  loop.close();
  if (bulk !== undefined) emitBulk(loop, bulk, work);
  if (may !== undefined) emitSearch(loop, search!, { work, may });
  loop.iteration();
  e.get(counter);
  e.i64(1n);
  e.op(OP.i64Sub);
  e.set(counter);
  if (repeat.kind !== "rep") {
    loop.pushZero();
    if (repeat.kind === "repe") e.op(OP.i32Eqz);
    e.branchIf(1);
  }
  e.branch(0);
  loop.close();
  loop.close();
  storeWork(() => e.get(work));
}

/** As many iterations as both pages have room for, going up; then round again. */
function emitBulk(loop: StringLoop, { kind, elementBytes }: Bulk, work: Local): void {
  const { e, layout } = loop;
  const [to, from, counter] = [loop.register(GPR.rdi), GPR.rsi, loop.register(GPR.rcx)];
  const [target, source, room, other] = [loop.fresh("i32"), loop.fresh("i32"), loop.fresh("i32"), loop.fresh("i32")];
  pushGoesUp(e, layout);
  isCareless(loop, to, layout.writeTags);
  e.op(OP.i32And);
  if (kind === "move") {
    isCareless(loop, loop.register(from), layout.readTags);
    e.op(OP.i32And);
  } else if (elementBytes > 1) {
    // Zero is the only wide pattern worth a test.
    e.get(loop.register(GPR.rax));
    if (elementBytes < 8) {
      e.i64(BigInt(64 - 8 * elementBytes));
      e.op(OP.i64Shl);
    }
    e.op(OP.i64Eqz, OP.i32And);
  }
  loop.open(OP.if);
  setHost(loop, to, target);
  pushLeftInPage(e, target);
  e.set(room);
  if (kind === "move") {
    setHost(loop, loop.register(from), source);
    lessen(e, room, () => pushLeftInPage(e, source), other);
    // A target just above its source repeats a pattern: only the part before it can be copied at once.
    e.binary(OP.i32Sub, target, source);
    e.i32(1);
    e.op(OP.i32Sub);
    e.get(room);
    e.op(OP.i32LtU);
    loop.open(OP.if);
    e.binary(OP.i32Sub, target, source);
    e.set(room);
    loop.close();
  }
  // room := iterations
  e.get(room);
  e.i32(Math.log2(elementBytes));
  e.op(OP.i32ShrU);
  e.set(room);
  e.get(counter);
  e.get(room);
  e.op(OP.i64ExtendI32U, OP.i64LtU);
  loop.open(OP.if);
  e.get(counter);
  e.op(OP.i32WrapI64);
  e.set(room);
  loop.close();
  e.get(room);
  e.i32(SHORTEST_BULK);
  e.op(OP.i32GeU);
  loop.open(OP.if);
  e.get(work);
  e.i32(RUN_WORK - 1);
  e.op(OP.i32Sub);
  e.set(work);
  const run = { to, from: kind === "move" ? loop.register(from) : undefined, target, source, room, counter };
  if (loop.guard === undefined) {
    emitRun(loop, { kind, elementBytes }, run);
    // Out of this if and the one around it, to the head of the loop.
    e.branch(2);
  } else emitGuarded(loop, loop.guard, { kind, elementBytes }, run);
  loop.close();
  loop.close();
}

function emitGuarded(loop: StringLoop, guard: BulkGuard, bulk: Bulk, run: RunLocals): void {
  const { e } = loop;
  const bytes = loop.fresh("i32");
  e.get(run.room);
  e.i32(Math.log2(bulk.elementBytes));
  e.op(OP.i32Shl);
  e.set(bytes);
  guard.pushMay(run, bulk.elementBytes, bytes);
  loop.open(OP.if);
  emitRun(loop, bulk, run);
  guard.done(run, bytes);
  e.branch(3);
  loop.close();
}

function emitRun(loop: StringLoop, { kind, elementBytes }: Bulk, r: RunLocals): void {
  const { e } = loop;
  const pushBytes = (): void => {
    e.get(r.room);
    e.i32(Math.log2(elementBytes));
    e.op(OP.i32Shl);
  };
  e.get(r.target);
  if (kind === "move") e.get(r.source);
  else {
    e.get(loop.register(GPR.rax));
    e.op(OP.i32WrapI64);
  }
  pushBytes();
  e.bulk(kind === "move" ? "copy" : "fill");
  for (const register of kind === "move" ? [r.to, loop.register(GPR.rsi)] : [r.to]) advance(loop, register, pushBytes);
  e.get(r.counter);
  e.get(r.room);
  e.op(OP.i64ExtendI32U, OP.i64Sub);
  e.set(r.counter);
}
