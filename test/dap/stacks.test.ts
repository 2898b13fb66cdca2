// Programs with more stacks than the kernel's: threads, coroutines, handlers on a stack of their own. All of them are correct:
// no frame is accused, none is measured up to another stack, and a thread's frames end at its function.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Client, dataFolder } from "./conversation.ts";

const PROGRAMS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "thread.asm": [["inner 8", "worker 16"]],
  "clone.asm": [["inner 8", "worker 8"]],
  "coroutine.asm": [
    ["inner 8", "first 16", "main 32", "__libc_start_main (libc) 128"],
    ["inner 8", "second 16", "main 32", "__libc_start_main (libc) 128"],
  ],
  // What the kernel has put onto the handler's stack is a part of its frame.
  "handler.asm": [["inner 8", "handler 1352", "_start 0"]],
};

const bytesOf = (text: string): number => Number(/^(\d+) bytes?\b/.exec(text)?.[1]);

for (const [program, stops] of Object.entries(PROGRAMS)) {
  test(`frames of ${program}`, async () => {
    const path = join("stacks", program);
    const source = readFileSync(join(dataFolder, path), "utf8").split("\n");
    const client = new Client();
    await client.start(path, { stopOnEntry: false, lines: [source.findIndex((line) => line.includes("; stop")) + 1] });
    for (const wanted of stops) {
      const { threadId } = await client.event<{ threadId: number }>("stopped");
      const { stackFrames } = await client.request<{ stackFrames: { id: number; name: string }[] }>("stackTrace", {
        threadId,
      });
      const frames: string[] = [];
      for (const { id, name } of stackFrames) {
        const { value } = (await client.scope("Frame", id)).at(-1)!;
        assert.doesNotMatch(value, /overwritten|changed|belongs/);
        frames.push(`${name} ${bytesOf(value)}`);
      }
      assert.deepEqual(frames, wanted);
      await client.request("continue", { threadId });
    }
    await client.event("terminated");
  });
}
