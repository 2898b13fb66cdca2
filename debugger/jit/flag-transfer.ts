// Arithmetic flags on their way through a region: brought into the form that the next block wants, taken up where a block
// begins, and put into the fixed locals behind an operation that set them.

import type { Local } from "./emitter.ts";
import { type BlockFlags, DYNAMIC, FLAG_CODE, flagCode, flagsOf } from "./flag-flow.ts";
import { materialise, type Producer, pushWord } from "./lazy-flags.ts";
import type { Locals } from "./region-flags.ts";
import type { Region } from "./region-state.ts";
import { OP } from "./wasm-writer.ts";

/** Brings the flags into the form that a block wants. */
export function deliverFlags(region: Region, { before, wants }: BlockFlags): void {
  const { e, l, producer } = region;
  if (!region.usesFlags) return;
  const isWords = region.code === FLAG_CODE.words;
  if (wants === "words") {
    if (!isWords) {
      materialise(e, producer, { result: l.result, carry: l.a, aux: l.b });
      region.producer = wordsProducer(l);
      region.code = FLAG_CODE.words;
    }
  } else if (wants === "carry" && region.code !== DYNAMIC) keepCarryOf(region);
  if ((before === DYNAMIC || wants === "words") && region.code !== DYNAMIC) {
    e.i32(region.code);
    e.set(l.code);
  }
}

const wordsProducer = (l: Locals): Producer => ({
  from: "words",
  words: { result: l.result, carry: l.a, aux: l.b },
});

/** CF of the present flags into the top bit of its own local. */
export function keepCarryOf({ e, l, producer, code }: Region): void {
  // Nothing to do after inc and dec, and for flags that nobody knows: there it is already.
  if (code === DYNAMIC || code & FLAG_CODE.stepped) return;
  if (producer.from === "eflags") {
    e.get(producer.value);
    e.op(OP.i64ExtendI32U);
    e.i64(63n);
    e.op(OP.i64Shl);
  } else pushWord(e, producer, "carry");
  e.set(l.carryBefore);
}

/** The producer that a code at a block's start means: its operands are in the fixed locals. */
export function producerOf(region: Region, code: number): Producer {
  const { l } = region;
  if (code === DYNAMIC || code === FLAG_CODE.words) return wordsProducer(l);
  if (code === FLAG_CODE.eflags) return { from: "eflags", value: l.narrowResult };
  const { kind, sizeBits } = flagsOf(code);
  const wide = sizeBits === 64;
  return {
    from: "operation",
    kind,
    sizeBits,
    a: wide ? l.a : l.narrowA,
    b: wide ? l.b : l.narrowB,
    result: wide ? l.result : l.narrowResult,
    carryBefore: l.carryBefore,
  };
}

/** After an operation that set flags: its operands into the fixed locals. */
export function settleFlags(region: Region, producer: Producer): void {
  const { e, l } = region;
  const move = (from: Local, to: Local): void => {
    e.get(from);
    e.set(to);
  };
  if (producer.from === "words") {
    const { result, carry, aux } = producer.words;
    if (result !== l.result) move(result, l.result);
    if (carry !== l.a) move(carry, l.a);
    if (aux !== l.b) move(aux, l.b);
    region.code = FLAG_CODE.words;
    region.producer = wordsProducer(l);
    return;
  }
  if (producer.from === "eflags") {
    move(producer.value, l.narrowResult);
    region.code = FLAG_CODE.eflags;
    region.producer = producerOf(region, region.code);
    return;
  }
  const { kind, sizeBits, a, b, result } = producer;
  const operands =
    kind === "logic"
      ? ([[result, l.result, l.narrowResult]] as const)
      : ([
          [a, l.a, l.narrowA],
          [b, l.b, l.narrowB],
          [result, l.result, l.narrowResult],
        ] as const);
  for (const [from, wide, narrow] of operands) {
    e.get(from);
    if (sizeBits !== 64) {
      e.tee(narrow);
      e.op(OP.i64ExtendI32U);
    }
    e.set(wide);
  }
  region.code = flagCode(kind, sizeBits);
  region.producer = producerOf(region, region.code);
}
