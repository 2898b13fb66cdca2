// What is kept of the calls of a thread at each of its turns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createActivations } from "../../debugger/check/activations.ts";
import type { Activation } from "../../debugger/check/context.ts";
import { createPushes } from "../../debugger/check/pushes.ts";
import { restoreActivations, type SavedActivations, saveActivations } from "../../debugger/check/saved-activations.ts";

const call = (serial: number): Activation => ({
  ...{ stackPointer: 4096 - 8 * serial, returnAddress: 0, target: 0, callSite: 0, time: 0, saved: [], serial },
  ...{ savedLow: 0, hasLocals: false, frameSlot: 0, frameValue: 0, allocator: undefined, backwards: false },
  ...{ pushes: createPushes(), use: { written: 0, used: 0 }, switched: false },
});

function depth(saved: SavedActivations | undefined): number {
  let count = 0;
  for (let node = saved; node !== undefined; node = node.parent) count++;
  return count;
}

test("a call that stays through many turns gathers no chain, whatever comes and goes inside it", () => {
  let list = createActivations([call(1), call(2)]);
  let saved: SavedActivations | undefined;
  for (let turn = 3; turn < 1000; turn++) {
    const unchanged = saved === undefined ? 0 : list.length - 1;
    if (turn % 3 === 0) list.push(call(turn));
    else if (turn % 3 === 2) list.pop();
    saved = saveActivations(list, saved, Math.min(unchanged, list.length - 1));
    const serials = restoreActivations(saved).map(({ serial }) => serial);
    assert.deepEqual(
      serials,
      list.copyFrom(0).map(({ serial }) => serial),
    );
    assert.ok(depth(saved) <= list.length, `turn ${turn}`);
    list = createActivations(restoreActivations(saved));
  }
});
