// Repeated moves and fills in code under an observer: many bytes at once where each of them could be moved or filled by
// itself without anybody hearing of it. Anything else goes element by element, whose checks leave at the right one.

import { GPR } from "../cpu/state.ts";
import { SHADOW } from "../mem/layout.ts";
import { FRAME } from "../mem/watch-layout.ts";
import { Emitter, type Local } from "./emitter.ts";
import type { Known } from "./known-pointers.ts";
import type { BulkGuard, RunLocals } from "./string-run.ts";
import { I32, type InnerFunction, OP, VOID_TYPE } from "./wasm-writer.ts";
import { numberOf, pushIsOutside, pushRegister, type Watched } from "./watched.ts";

const HARMLESS = SHADOW.undefined | SHADOW.partial;

/** i32 local: the object that an access of a string instruction is derived from; undefined = none for certain. */
export function objectOfString(watched: Watched, address: Local, known: Known): Local | undefined {
  const { e } = watched;
  const [target, source] = [GPR.rdi, GPR.rsi].map((register) => numberOf({ watched, known }, register));
  if (target === undefined && source === undefined) return undefined;
  const number = e.local("i32");
  for (const one of [target, source]) {
    if (one === undefined) e.i32(0);
    else e.get(one);
  }
  e.get(address);
  pushRegister(watched, GPR.rdi);
  e.op(OP.i64Eq, OP.select);
  e.set(number);
  return number;
}

/** i32: not 0 when the bytes from an address on do not lie in the object that it was derived from. */
function pushLeaves(watched: Watched, address: Local, bytes: Local, known: Known): void {
  const { e } = watched;
  const number = objectOfString(watched, address, known);
  if (number === undefined) {
    e.i32(0);
    return;
  }
  pushIsOutside(watched, number, address, () => {
    e.get(bytes);
    e.op(OP.i64ExtendI32U);
  });
}

/** i32: not 0 when no return address or saved rbp is among the bytes. */
function pushTouchesNoSlot({ e, top, watch }: Watched, address: Local, bytes: Local): void {
  e.get(address);
  e.get(bytes);
  e.op(OP.i64ExtendI32U, OP.i64Add);
  e.get(top);
  e.memory(OP.i64Load, FRAME.slot);
  e.op(OP.i64LeU);
  e.get(address);
  e.i64(BigInt(watch.stack.high));
  e.op(OP.i64GeU, OP.i32Or);
}

/** i32: not 0 when a read of some bytes there is not below the red zone; nothing above them is then. */
function pushIsAboveZone(watched: Watched, address: Local, sizeBytes: number): void {
  const { e, watch } = watched;
  e.get(address);
  e.i64(BigInt(watch.stack.low));
  e.op(OP.i64Sub);
  pushRegister(watched, GPR.rsp);
  e.i64(BigInt(watch.stack.low + watch.redZoneBytes + sizeBytes - 1));
  e.op(OP.i64Sub, OP.i64GeU);
}

/** What a repeated move or fill asks before it does many elements at once, and notes afterwards. */
export function bulkGuard(watched: Watched, shadowBitsFunction: number, known: Known): BulkGuard {
  const { e, layout, watch } = watched;
  const full = watch.level === "full";
  const pushShadowBits = (host: Local, bytes: Local): void => {
    e.get(host);
    e.get(bytes);
    e.call(shadowBitsFunction);
  };
  const pushMayRead = (address: Local, host: Local, elementBytes: number, bytes: Local): void => {
    pushShadowBits(host, bytes);
    e.i32(full ? 0xff : SHADOW.unaddressable | SHADOW.watched);
    e.op(OP.i32And, OP.i32Eqz);
    if (!full) return;
    pushLeaves(watched, address, bytes, known);
    e.op(OP.i32Eqz, OP.i32And);
    pushIsAboveZone(watched, address, elementBytes);
    e.op(OP.i32And);
  };
  return {
    pushMayRead,
    pushMay({ to, from, target, source }: RunLocals, elementBytes: number, bytes: Local): void {
      pushShadowBits(target, bytes);
      e.i32(0xff & ~HARMLESS);
      e.op(OP.i32And, OP.i32Eqz);
      pushTouchesNoSlot(watched, to, bytes);
      e.op(OP.i32And);
      if (full) {
        pushLeaves(watched, to, bytes, known);
        e.op(OP.i32Eqz, OP.i32And);
      }
      if (from === undefined) return;
      pushMayRead(from, source, elementBytes, bytes);
      e.op(OP.i32And);
    },
    done({ target }: RunLocals, bytes: Local): void {
      e.get(target);
      e.i32(layout.shadow);
      e.op(OP.i32Add);
      e.i32(0);
      e.get(bytes);
      e.bulk("fill");
    },
  };
}

/** (host address, bytes) → the shadow bits of all those bytes together. */
export function shadowBitsFunction(shadow: number): InnerFunction {
  const e = new Emitter(2);
  const [at, bytes] = [0, 1];
  const all = e.local("i64");
  const advance = (by: number): void => {
    e.get(at);
    e.i32(by);
    e.op(OP.i32Add);
    e.set(at);
    e.get(bytes);
    e.i32(by);
    e.op(OP.i32Sub);
    e.set(bytes);
  };
  const loopWhile = (atLeast: number, body: () => void): void => {
    e.op(OP.loop, VOID_TYPE);
    e.get(bytes);
    e.i32(atLeast);
    e.op(OP.i32GeU, OP.if, VOID_TYPE);
    body();
    advance(atLeast);
    e.branch(1);
    e.op(OP.end, OP.end);
  };
  loopWhile(16, () => {
    for (const part of [0, 8]) {
      e.get(at);
      e.memory(OP.i64Load, shadow + part);
    }
    e.get(all);
    e.op(OP.i64Or, OP.i64Or);
    e.set(all);
  });
  loopWhile(1, () => {
    e.get(at);
    e.memory(OP.i32Load8U, shadow);
    e.op(OP.i64ExtendI32U);
    e.get(all);
    e.op(OP.i64Or);
    e.set(all);
  });
  for (const by of [32, 16, 8]) {
    e.get(all);
    e.get(all);
    e.i64(BigInt(by));
    e.op(OP.i64ShrU, OP.i64Or);
    e.set(all);
  }
  e.get(all);
  e.i64(0xffn);
  e.op(OP.i64And, OP.i32WrapI64);
  return { parameters: [I32, I32], locals: e.locals, code: e.code };
}
