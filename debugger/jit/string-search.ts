// Repeated comparisons of string instructions, sixteen bytes at a time: elements that certainly do not end the instruction are
// passed over at once. The one that may is left to the loop around, which sets the flags.

import type { InstructionIr, Repeat } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import type { Local } from "./emitter.ts";
import { SIMD } from "./simd.ts";
import { advance, isCareless, lessen, pushGoesUp, pushLeftInPage, type StringLoop, setHost } from "./string-run.ts";
import { OP } from "./wasm-writer.ts";

/** Fewer elements are as fast one by one. */
const SHORTEST_SEARCH = 4n;
const VECTOR_BYTES = 16;

/** Lanes of so many bytes: a register's low bytes in all of them, and which are equal. */
const LANES: Readonly<Record<number, { readonly splat: number; readonly equal: number }>> = {
  1: { splat: SIMD.i8x16Splat, equal: SIMD.i8x16Equal },
  2: { splat: SIMD.i16x8Splat, equal: SIMD.i16x8Equal },
  4: { splat: SIMD.i32x4Splat, equal: SIMD.i32x4Equal },
  8: { splat: SIMD.i64x2Splat, equal: SIMD.i64x2Equal },
};

export interface Search {
  readonly elementBytes: number;
  /** What [rdi] is compared with. */
  readonly other: "rax" | "[rsi]";
  readonly endsWhen: "equal" | "different";
}

/** Without a segment base the addresses are the registers themselves. */
export function searchOf({ ops }: InstructionIr, { kind }: Repeat): Search | undefined {
  if (kind === "rep" || ops.some(({ op }) => op === "getSegmentBase")) return undefined;
  const loads = ops.filter((op) => op.op === "load");
  return {
    elementBytes: loads[0]!.sizeBits / 8,
    other: loads.length > 1 ? "[rsi]" : "rax",
    endsWhen: kind === "repe" ? "different" : "equal",
  };
}

interface SearchLocals {
  readonly work: Local;
  /** 0 when each element has to be done by itself; set here. */
  readonly may: Local;
}

/** Passes over elements up to the first that ends the instruction, or the last one of all or of a page. */
export function emitSearch(loop: StringLoop, search: Search, { work, may }: SearchLocals): void {
  const { e, layout } = loop;
  const [to, counter] = [loop.register(GPR.rdi), loop.register(GPR.rcx)];
  const from = search.other === "rax" ? undefined : loop.register(GPR.rsi);
  const [target, source, room, passed] = [loop.fresh("i32"), loop.fresh("i32"), loop.fresh("i32"), loop.fresh("i32")];
  const scale = Math.log2(search.elementBytes);
  e.get(may);
  e.get(counter);
  e.i64(SHORTEST_SEARCH);
  e.op(OP.i64GeU, OP.i32And);
  pushGoesUp(e, layout);
  e.op(OP.i32And);
  for (const address of from === undefined ? [to] : [to, from]) {
    isCareless(loop, address, layout.readTags);
    e.op(OP.i32And);
  }
  loop.open(OP.if);
  setHost(loop, to, target);
  pushLeftInPage(e, target);
  e.set(room);
  if (from !== undefined) {
    setHost(loop, from, source);
    lessen(e, room, () => pushLeftInPage(e, source), passed);
  }
  setRoom(loop, { room, counter }, scale);
  setPassed(loop, search, { target, source, room, passed });
  e.get(passed);
  loop.open(OP.if);
  const { guard } = loop;
  if (guard !== undefined) {
    guard.pushMayRead(to, target, search.elementBytes, passed);
    if (from !== undefined) {
      guard.pushMayRead(from, source, search.elementBytes, passed);
      e.op(OP.i32And);
    }
    e.set(may);
    e.get(may);
    loop.open(OP.if);
  }
  for (const address of from === undefined ? [to] : [to, from]) advance(loop, address, () => e.get(passed));
  e.get(counter);
  e.get(passed);
  e.i32(scale);
  e.op(OP.i32ShrU, OP.i64ExtendI32U, OP.i64Sub);
  e.set(counter);
  e.get(work);
  e.get(passed);
  e.i32(Math.log2(VECTOR_BYTES));
  e.op(OP.i32ShrU, OP.i32Sub);
  e.set(work);
  if (guard !== undefined) loop.close();
  loop.close();
  loop.close();
}

/** Bytes of whole elements, less the last one: it sets the flags, which the next page's fault may show. */
function setRoom(
  { e, open, close }: StringLoop,
  l: { readonly room: Local; readonly counter: Local },
  scale: number,
): void {
  e.get(l.room);
  e.i32(scale);
  e.op(OP.i32ShrU);
  e.set(l.room);
  e.get(l.counter);
  e.get(l.room);
  e.op(OP.i64ExtendI32U, OP.i64LtU);
  open(OP.if);
  e.get(l.counter);
  e.op(OP.i32WrapI64);
  e.set(l.room);
  close();
  e.get(l.room);
  e.get(l.room);
  e.i32(0);
  e.op(OP.i32Ne, OP.i32Sub);
  e.i32(scale);
  e.op(OP.i32Shl);
  e.set(l.room);
}

/** `passed` := bytes before the first element that ends the instruction, at most `room`. What is read behind that does not count. */
function setPassed(
  loop: StringLoop,
  search: Search,
  l: Readonly<Record<"target" | "source" | "room" | "passed", Local>>,
): void {
  const { e } = loop;
  const { splat, equal } = LANES[search.elementBytes]!;
  const [wanted, ending] = [e.vector(), loop.fresh("i32")];
  if (search.other === "rax") {
    e.get(loop.register(GPR.rax));
    if (search.elementBytes < 8) e.op(OP.i32WrapI64);
    e.simd(splat);
    e.set(wanted);
  }
  const pushAt = (host: Local): void => {
    e.binary(OP.i32Add, host, l.passed);
    e.vectorMemory(SIMD.load, 0);
  };
  e.i32(0);
  e.set(l.passed);
  loop.open(OP.block);
  loop.open(OP.loop);
  pushAt(l.target);
  if (search.other === "rax") e.get(wanted);
  else pushAt(l.source);
  e.simd(equal);
  e.simd(SIMD.i8x16Bitmask);
  if (search.endsWhen === "different") {
    e.i32(2 ** VECTOR_BYTES - 1);
    e.op(OP.i32Xor);
  }
  e.tee(ending);
  e.branchIf(1);
  e.get(l.passed);
  e.i32(VECTOR_BYTES);
  e.op(OP.i32Add);
  e.tee(l.passed);
  e.get(l.room);
  e.op(OP.i32LtU);
  e.branchIf(0);
  loop.close();
  loop.close();
  // Without an end this adds 32, which is beyond the room.
  e.get(l.passed);
  e.get(ending);
  e.op(OP.i32Ctz, OP.i32Add);
  e.set(l.passed);
  lessen(e, l.passed, () => e.get(l.room), ending);
}
