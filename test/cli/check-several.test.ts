// `check` with several sources: a function that one of them has is not libc's in another, whatever its name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { command, inFolder } from "./command.ts";

const MAIN = `global _start
extern remove
section .text
_start:
  mov ecx, 5
  mov edi, 3
  call remove
  jc .end
  add edi, ecx
.end:
  mov eax, 60
  syscall
`;
const REMOVE = "global remove\nsection .text\nremove:\n  cmp edi, 4\n  ret\n";

test("a function of another source has a convention of its own", async () => {
  await inFolder({ "main.asm": MAIN, "remove.asm": REMOVE }, async () => {
    const kinds = ({ stderr }: { stderr: string }) => [...stderr.matchAll(/:(\d+): .*\[([\w-]+)\]$/gm)].map(String);
    const alone = await command(["check", "main.asm"]);
    assert.match(alone.stderr, /:8: warning: .*\[uninit-branch\]/);
    assert.match(alone.stderr, /:9: warning: .*\[volatile-after-call\]/);
    assert.deepEqual(kinds(await command(["check", "main.asm", "remove.asm"])), []);
    assert.deepEqual(kinds(await command(["check", "remove.asm", "main.asm"])), []);
  });
});
