// `--baseline` and `--write-baseline` of `run` and `check`: what is known is silent, what is new is told.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { command, inFolder } from "./command.ts";

const exit = "  mov edi, 0\n  mov eax, 60\n  syscall\n";

test("a baseline silences what it knows, wherever its line went, in check and run", async () => {
  const text = `global _start\nsection .data\nx: db 1\nsection .text\n_start:\n  mov eax, [x]   ; four bytes\n${exit}`;
  await inFolder({ "x.asm": text }, async () => {
    assert.equal((await command(["check", "--write-baseline", "known.json", "x.asm"])).status, 0);
    assert.deepEqual(JSON.parse(readFileSync("known.json", "utf8")), {
      version: 1,
      findings: [{ kind: "element-size-mismatch", file: "x.asm", label: "_start", line: "mov eax, [x]", count: 1 }],
    });
    writeFileSync("x.asm", text.replace("section .text", "y: db 2\nsection .text").replace("  mov eax, ", "mov  eax,"));
    const silent = { status: 0, stdout: "", stderr: "" };
    assert.deepEqual(await command(["check", "--baseline", "known.json", "x.asm"]), silent);
    assert.deepEqual(await command(["run", "--baseline", "known.json", "x.asm"]), silent);
    writeFileSync("x.asm", text.replace("mov eax", "mov ecx"));
    assert.match((await command(["check", "--baseline", "known.json", "x.asm"])).stderr, /element-size-mismatch/);
    assert.match((await command(["run", "--baseline", "known.json", "x.asm"])).stderr, /element-size-mismatch/);
  });
});

test("a leak in a baseline is known by the line that allocated it", async () => {
  const leaks = (sizes: readonly string[]) =>
    `global main\nextern malloc\nsection .text\nmain: push rbx\n${sizes.map((size) => `  ${size}\n  call malloc ; ${size}\n`).join("")}  xor eax, eax\n  pop rbx\n  ret\n`;
  await inFolder({ "x.asm": leaks(["mov edi, 8"]) }, async () => {
    assert.equal((await command(["run", "--write-baseline", "known.json", "x.asm"])).status, 0);
    const { findings } = JSON.parse(readFileSync("known.json", "utf8"));
    const one = { kind: "leak-definite", file: "x.asm", line: "ret", allocated: "call malloc" };
    assert.deepEqual(findings, [{ ...one, label: "main", count: 1 }]);
    assert.equal((await command(["run", "--baseline", "known.json", "x.asm"])).stderr, "");
    writeFileSync("old.json", JSON.stringify({ version: 1, findings: [one] }));
    const further = leaks(["mov edi, 8", "mov edi, 100"]);
    const elsewhere = `${leaks(["call other", "mov edi, 8"]).replace("call other\n  call malloc", "call other")}other: sub rsp, 8\n  mov edi, 100\n  call malloc\n  add rsp, 8\n  ret\n`;
    for (const text of [further, elsewhere]) {
      writeFileSync("x.asm", text);
      const seen = await command(["run", "--baseline", "known.json", "--error-exitcode", "9", "x.asm"]);
      assert.equal(seen.status, 9);
      assert.match(seen.stderr, /100 bytes.*\n(.*\n)*== 1 error\n$/);
      assert.equal((await command(["run", "--baseline", "old.json", "x.asm"])).stderr, "");
    }
  });
});

test("a baseline that is read and written in one go keeps what it knew and was seen", async () => {
  const text = `global _start\nsection .data\nx: db 1\nsection .text\n_start:\n  mov eax, [x]\n  mov ecx, [x]\n${exit}`;
  await inFolder({ "x.asm": text }, async () => {
    for (const name of ["check", "run"]) {
      await command([name, "--write-baseline", "known.json", "x.asm"]);
      const before = readFileSync("known.json", "utf8");
      assert.match(before, /mov eax, \[x\].*mov ecx, \[x\]/s);
      const again = await command([name, "--baseline", "known.json", "--write-baseline", "known.json", "x.asm"]);
      assert.deepEqual([again.status, again.stderr, readFileSync("known.json", "utf8")], [0, "", before]);
      writeFileSync("x.asm", text.replace("  mov ecx, [x]\n", ""));
      await command([name, "--baseline", "known.json", "--write-baseline", "known.json", "x.asm"]);
      assert.doesNotMatch(readFileSync("known.json", "utf8"), /mov ecx/);
      writeFileSync("x.asm", text);
    }
  });
});

test("a baseline that is none", async () => {
  const files = {
    "x.asm": `global _start\n_start:\n${exit}`,
    "a.json": "{",
    "b.json": "[]",
    "c.json": '{"version":1,"findings":[{}]}',
  };
  await inFolder(files, async () => {
    const said: string[] = [];
    for (const name of ["none.json", "a.json", "b.json", "c.json"]) {
      const run = await command(["run", "--baseline", name, "x.asm"]);
      const check = await command(["check", "--baseline", name, "x.asm"]);
      assert.deepEqual([run.status, check.status, run.stderr], [125, 2, check.stderr]);
      said.push(run.stderr);
    }
    assert.deepEqual(said, [
      "asmoscope: cannot read none.json: no such file\n",
      "asmoscope: cannot use a.json as baseline: it is no JSON\n",
      "asmoscope: cannot use b.json as baseline: it is no baseline (version 1 with a list of findings)\n",
      "asmoscope: cannot use c.json as baseline: finding 1 lacks a kind, a file or a line\n",
    ]);
  });
});
