// The language server as an editor meets it: over stdio, with a document that changes.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { type LanguageClient, startClient } from "./client.ts";

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly severity: number;
    readonly code: string;
    readonly codeDescription?: { readonly href: string };
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
  }[];
}

const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
const client: LanguageClient = startClient();
after(() => {
  client.stop();
  rmSync(folder, { recursive: true, force: true });
});
await client.request("initialize", {
  processId: null,
  rootUri: null,
  capabilities: {},
  initializationOptions: { findingPages: "file:///pages/" },
});
client.notify("initialized", {});

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const TEXT = [
  '%include "sizes.inc"',
  "; how many",
  "count: equ 5",
  "section .data",
  'message db "hi", 10',
  "section .text",
  "global _start",
  "_start:",
  "    mov eax, 60",
  "    mov [rax], 1",
  ".loop:",
  "    dec ecx",
  "    jnz .loop",
  "    syscall",
  "",
].join("\n");

function open(name: string, text: string): string {
  const uri = uriOf(name);
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "nasm", version: 1, text } });
  return uri;
}

const diagnosticsOf = async (uri: string, accept: (published: Published) => boolean): Promise<Published> =>
  (await client.waitFor(
    "textDocument/publishDiagnostics",
    (params) => (params as Published).uri === uri && accept(params as Published),
  )) as Published;

async function hoverText(uri: string, line: number, character: number): Promise<string> {
  const answer = (await client.request("textDocument/hover", {
    textDocument: { uri },
    position: { line, character },
  })) as { contents: { value: string } } | null;
  return answer?.contents.value ?? "";
}

writeFileSync(join(folder, "sizes.inc"), "%define WIDTH 4\n");
const uri = open("main.asm", TEXT);

test("an error on its words, and gone when it is mended", async () => {
  const published = await diagnosticsOf(uri, (one) => one.diagnostics.length > 0);
  assert.deepEqual(
    published.diagnostics.map((one) => [one.message, one.severity, one.range.start.line]),
    [["operation size not specified", 1, 9]],
  );
  client.notify("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 9, character: 8 }, end: { line: 9, character: 8 } }, text: "dword " }],
  });
  await diagnosticsOf(uri, (one) => one.diagnostics.every((diagnostic) => diagnostic.severity !== 1));
});

test("hover: instruction, register, system call, constant, label, local label", async () => {
  assert.match(await hoverText(uri, 8, 5), /\*\*mov\*\*/);
  assert.match(await hoverText(uri, 8, 9), /result of a function/);
  assert.match(await hoverText(uri, 8, 14), /\*\*exit\*\*/);
  assert.match(await hoverText(uri, 2, 1), /count.*0x5.*5/s);
  assert.match(await hoverText(uri, 4, 2), /message.*\.data\+0x0.*string, 3 bytes: "hi\\n"/s);
  assert.match(await hoverText(uri, 12, 9), /_start\.loop/);
  assert.match(await hoverText(uri, 13, 6), /syscall/i);
});

test("completion: mnemonics at the start of a statement, registers and labels in operands", async () => {
  const at = async (line: number, character: number): Promise<string[]> =>
    (
      (await client.request("textDocument/completion", { textDocument: { uri }, position: { line, character } })) as {
        label: string;
      }[]
    ).map((item) => item.label);
  const statement = await at(13, 6);
  assert.ok(statement.includes("mov") && statement.includes("section") && !statement.includes("rax"));
  const operand = await at(12, 9);
  assert.ok(
    operand.includes("rax") && operand.includes(".loop") && operand.includes("message") && !operand.includes("mov"),
  );
});

test("completion: sections behind section, code first behind a jump", async () => {
  const text = "section .text\nglobal _start\n_start:\n  jmp \n  section \nsection .data\nvalue: dd 1\nsection .mine\n";
  const other = open("complete.asm", text);
  const at = async (line: number, character: number): Promise<{ label: string; sortText: string }[]> =>
    (await client.request("textDocument/completion", {
      textDocument: { uri: other },
      position: { line, character },
    })) as never;
  const sections = await at(4, 10);
  const labels = sections.map(({ label }) => label);
  assert.ok(labels.includes(".bss") && labels.includes(".mine") && !labels.includes("rax"), labels.join(" "));
  const edits = async (line: number, character: number, label: string) =>
    ((await at(line, character)) as { label: string; textEdit?: object }[]).find((item) => item.label === label);
  // The dot belongs to the word, whatever the editor thinks.
  assert.deepEqual((await edits(0, 13, ".text"))?.textEdit, {
    range: { start: { line: 0, character: 8 }, end: { line: 0, character: 13 } },
    newText: ".text",
  });
  const targets = (await at(3, 6)).sort((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label }) => label);
  assert.equal(targets[0], "_start");
  assert.ok(targets.includes("rax") && targets.includes("value"));
});

test("a finding links to its page", async () => {
  const wide = open("wide.asm", "bits 64\nglobal _start\n_start: mov ebp, esp\n  jmp _start\n");
  const { diagnostics } = await diagnosticsOf(wide, (one) => one.diagnostics.length > 0);
  assert.deepEqual(
    diagnostics.map(({ code, codeDescription }) => [code, codeDescription?.href]),
    [["truncated-stack-pointer", "file:///pages/truncated-stack-pointer.md"]],
  );
  assert.deepEqual(diagnostics[0]!.range, { start: { line: 2, character: 8 }, end: { line: 2, character: 20 } });
});

test("what the baseline knows is not told while typing, what is new is", { timeout: 20_000 }, async () => {
  const text = "bits 64\nglobal _start\n_start: mov ebp, esp ; known\n  jmp _start\n";
  const known = { kind: "truncated-stack-pointer", file: "known.asm", line: "_start: mov ebp, esp" };
  writeFileSync(join(folder, "known-baseline.json"), JSON.stringify({ version: 1, findings: [known] }));
  const configure = (baseline: string): void =>
    client.notify("workspace/didChangeConfiguration", { settings: { asmoscope: { baseline } } });
  const codes = ({ diagnostics }: Published): string[] => diagnostics.map(({ code }) => code);
  const source = open("known.asm", text);
  await diagnosticsOf(source, (one) => codes(one).length === 1);
  configure("known-baseline.json");
  await diagnosticsOf(source, (one) => codes(one).length === 0);
  client.notify("textDocument/didChange", {
    textDocument: { uri: source, version: 2 },
    contentChanges: [{ text: text.replace("  jmp", "  sub esp, 8\n  jmp") }],
  });
  const lines = ({ diagnostics }: Published): number[] => diagnostics.map(({ range }) => range.start.line);
  await diagnosticsOf(source, (one) => lines(one).length > 0 && lines(one).every((line) => line === 3));
  configure("missing-baseline.json");
  const warning = await client.waitFor("window/showMessage", () => true);
  assert.equal((warning as { message: string }).message, "asmoscope.baseline: there is no file missing-baseline.json.");
  // Without it the known line is told beside the new ones.
  await diagnosticsOf(source, (one) => lines(one).includes(2) && lines(one).includes(3));
  configure("");
});

test("the same diagnostics are sent once", async () => {
  const again = open("again.asm", "section .text\nglobal _start\n_start: mov [rax], 1\n  jmp _start\n");
  await hoverText(again, 2, 10);
  await diagnosticsOf(again, (one) => one.diagnostics.length > 0);
  await new Promise((done) => setTimeout(done, 150));
  await hoverText(again, 2, 10);
  const sent = client.all("textDocument/publishDiagnostics").filter((params) => (params as Published).uri === again);
  assert.equal(sent.length, 1);
});

test("definition: a local label, and the file that is included", async () => {
  const at = async (
    line: number,
    character: number,
  ): Promise<{ uri: string; range: { start: { line: number } } } | null> =>
    (await client.request("textDocument/definition", {
      textDocument: { uri },
      position: { line, character },
    })) as never;
  assert.equal((await at(12, 10))?.range.start.line, 10);
  assert.equal((await at(0, 12))?.uri, uriOf("sizes.inc"));
});

test("outline: labels with their local labels", async () => {
  const symbols = (await client.request("textDocument/documentSymbol", { textDocument: { uri } })) as {
    name: string;
    children: { name: string }[];
  }[];
  assert.deepEqual(
    symbols.map((one) => [one.name, one.children.map((child) => child.name)]),
    [
      ["count", []],
      ["message", []],
      ["_start", [".loop"]],
    ],
  );
});

test("a quick fix adds the size", async () => {
  const other = open("fix.asm", "section .text\nglobal _start\n_start: mov [rax], 1\njmp _start\n");
  const published = await diagnosticsOf(other, (one) => one.diagnostics.length > 0);
  const actions = (await client.request("textDocument/codeAction", {
    textDocument: { uri: other },
    range: published.diagnostics[0]!.range,
    context: { diagnostics: published.diagnostics },
  })) as { title: string; edit: { changes: Record<string, { newText: string }[]> } }[];
  assert.ok(actions.some((action) => /dword/.test(action.title) && action.edit.changes[other]!.length > 0));
});

test("another assembler's file gets one line of information", async () => {
  const gas = open("gas.asm", ".globl _start\n.text\n_start:\n  movq $60, %rax\n  xorq %rdi, %rdi\n  syscall\n");
  const published = await diagnosticsOf(gas, (one) => one.diagnostics.length > 0);
  assert.deepEqual(
    published.diagnostics.map((one) => one.severity),
    [3],
  );
});

test("odd input is answered: empty, binary, a file that includes itself", async () => {
  const empty = open("empty.asm", "");
  assert.equal(await hoverText(empty, 0, 0), "");
  const binary = open("binary.asm", "\u0000\u0001\uFFFD".repeat(50));
  await diagnosticsOf(binary, () => true);
  writeFileSync(join(folder, "self.asm"), '%include "self.asm"\n');
  const self = open("self.asm", '%include "self.asm"\n');
  const published = await diagnosticsOf(self, (one) => one.diagnostics.length > 0);
  assert.ok(published.diagnostics.length < 20);
});

test("a device is no file to put into a program", {
  skip: process.platform === "win32" ? "no /dev/zero" : false,
}, async () => {
  const endless = open("endless.asm", 'section .data\nx: incbin "/dev/zero"\n');
  const published = await diagnosticsOf(endless, (one) => one.diagnostics.length > 0);
  assert.deepEqual(
    published.diagnostics.map((one) => one.message),
    ["`incbin': unable to get length of file `/dev/zero'"],
  );
});
