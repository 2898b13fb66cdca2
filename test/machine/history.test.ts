// Checkpoints by themselves: whatever is forgotten under a small cap, what is left brings memory back exactly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createHistory } from "../../debugger/machine/history.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PROT } from "../../debugger/mem/layout.ts";

const START = 0x400000;
const PAGES = 40;
const capture = (time: number) => ({ state: Uint8Array.of(time), calls: new Uint8Array(), parts: time });

function run(capBytes: number): void {
  const memory = createMemory(2 ** 24);
  memory.map(START, PAGES * 4096, PROT.read | PROT.write);
  const history = createHistory(memory, capture(0), capBytes);
  const contents = () =>
    Buffer.from(memory.peek(START, PAGES * 4096)).toString("latin1") + JSON.stringify(memory.runs());
  const seen = new Map([[0, contents()]]);
  let random = 99;
  const next = (limit: number) => {
    random = (random * 1103515245 + 12345) % 2 ** 31;
    return random % limit;
  };
  let time = 0;
  for (let round = 0; round < 300; round++) {
    time++;
    const page = START + 4096 * next(PAGES);
    const what = next(10);
    if (what === 0) memory.unmap(page, 4096);
    else if (what === 1) memory.map(page, 4096, PROT.read | PROT.write);
    else memory.poke(page + next(4096), Uint8Array.of(next(256)));
    seen.set(time, contents());
    history.add(time, capture(time));
    if (next(20) === 0) {
      const wanted = next(time);
      const back = history.goBack(wanted);
      assert.ok(back.time <= wanted);
      assert.equal(back.capture.parts, back.time);
      assert.equal(contents(), seen.get(back.time), `time ${back.time}`);
      time = back.time;
    }
  }
}

test("with room for everything", () => run(2 ** 30));
test("with room for few pages", () => run(20_000));
test("with room for nothing", () => run(0));
