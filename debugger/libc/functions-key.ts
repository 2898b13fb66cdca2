// Pointers that each thread has for itself, under keys, and what is done once for all threads.
// Source: pthread_key_create(3p), pthread_once(3p).

import { awaitOthers } from "./await-others.ts";
import { type LibcCall, type LibcFunction, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { AREA } from "./state.ts";
import { errorNumber } from "./system-call.ts";
import { allBlocks, KEY_LIMIT, OWN, ownBlock } from "./thread-block.ts";

/** Destructors may set pointers again; after so many rounds nobody asks. */
const DESTRUCTOR_ROUNDS = 4;

const pointerAt = (block: number, key: number): number => block + OWN.pointers + 8 * key;
const destructorAt = (call: LibcCall, key: number): number => call.libc.base + AREA.keyDestructors + 8 * key;
/** 1 for a key that has been given and not been given back. */
const useAt = (call: LibcCall, key: number): number => destructorAt(call, KEY_LIMIT + key);
const isInUse = (call: LibcCall, key: number): boolean =>
  key < KEY_LIMIT && call.libc.memory.load(useAt(call, key), 8) !== 0n;

/**
 * The next destructor to call at a thread's end, from a place on in the row of all keys, gone through DESTRUCTOR_ROUNDS times;
 * its pointer is 0 from now on. `place`: where to go on.
 */
export function nextDestructor(
  call: LibcCall,
  block: number,
  from: number,
): { readonly target: bigint; readonly args: readonly bigint[]; readonly place: number } | undefined {
  const { memory } = call.libc;
  for (let place = from; place < DESTRUCTOR_ROUNDS * KEY_LIMIT; place++) {
    const key = place % KEY_LIMIT;
    if (!isInUse(call, key)) continue;
    const value = memory.load(pointerAt(block, key), 8);
    if (value === 0n) continue;
    memory.store(pointerAt(block, key), 8, 0n);
    const target = memory.load(destructorAt(call, key), 8);
    if (target !== 0n) return { target, args: [value], place: place + 1 };
  }
  return undefined;
}

/** The lowest that is free; no thread has a pointer there. */
function createKey(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const { memory } = call.libc;
  let key = 0;
  while (isInUse(call, key)) key++;
  if (key === KEY_LIMIT) return errorNumber("EAGAIN");
  memory.store(useAt(call, key), 8, 1n);
  memory.store(destructorAt(call, key), 8, call.args.pointer());
  for (const block of allBlocks(call.libc)) memory.store(pointerAt(block, key), 8, 0n);
  call.program.writeWord(target, 4, BigInt(key));
  return 0;
}

function deleteKey(call: LibcCall): LibcResult {
  const key = call.args.unsigned();
  if (!isInUse(call, key)) return errorNumber("EINVAL");
  call.libc.memory.store(useAt(call, key), 8, 0n);
  return 0;
}

function setPointer(call: LibcCall): LibcResult {
  const key = call.args.unsigned();
  if (!isInUse(call, key)) return errorNumber("EINVAL");
  call.libc.memory.store(pointerAt(ownBlock(call), key), 8, call.args.pointer());
  return 0;
}

function getPointer(call: LibcCall): LibcResult {
  const key = call.args.unsigned();
  if (!isInUse(call, key)) return 0n;
  return call.libc.memory.load(pointerAt(ownBlock(call), key), longOf(call));
}

const ONCE = { begun: 1n, done: 2n } as const;

const once: LibcFunction = {
  run(call) {
    const control = call.args.pointer();
    const target = call.args.pointer();
    const state = call.program.readWord(control, 4);
    if (state === ONCE.done) return 0;
    if (state === ONCE.begun) return awaitOthers(call);
    call.program.writeWord(control, 4, ONCE.begun);
    return { kind: "call-back", target, args: [], keep: [control] };
  },
  resume(call, [control]) {
    call.program.writeWord(control!, 4, ONCE.done);
    return 0;
  },
};

export const keyFunctions = {
  pthread_once: once,
  pthread_key_create: createKey,
  pthread_key_delete: deleteKey,
  pthread_setspecific: setPointer,
  pthread_getspecific: getPointer,
} satisfies LibcFunctions;
