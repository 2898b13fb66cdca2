// Every request that the language server offers, over stdio, on a program of two files: shapes and places as an editor gets them.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { type LanguageClient, startClient } from "./client.ts";

const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
const client: LanguageClient = startClient();
after(() => {
  client.stop();
  rmSync(folder, { recursive: true, force: true });
});

const MAIN = `%include "sizes.inc"
extern square, printf
global _start
section .text
_start:
    mov edi, WIDTH
    call square
    call square
    mov eax, 60
    xor edi, edi
    syscall
helper:
    push rbx
    ret
section .data
text: db "hi", 0
length: equ $ - text
`;
const OTHER = "; multiplies a number\n; by itself\nglobal square\nsection .text\nsquare:\n    ret\n";

const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const main = uriOf("main.asm");
writeFileSync(join(folder, "main.asm"), MAIN);
writeFileSync(join(folder, "sizes.inc"), "%define WIDTH 4\n");
writeFileSync(join(folder, "other.asm"), OTHER);

const { capabilities } = (await client.request("initialize", {
  processId: null,
  rootUri: null,
  capabilities: {},
  initializationOptions: { lensCommands: true },
})) as { capabilities: Record<string, unknown> };
client.notify("initialized", {});
client.notify("textDocument/didOpen", {
  textDocument: { uri: main, languageId: "nasm", version: 1, text: MAIN },
});

interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
const ask = async <T>(method: string, params: object = {}): Promise<T> =>
  (await client.request(method, { textDocument: { uri: main }, ...params })) as T;
const at = (line: number, character: number) => ({ position: { line, character } });
const whole = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
const short = ({ start, end }: Range): string => `${start.line}:${start.character}-${end.character}`;

test("what is offered is answered", () => {
  const offered = Object.keys(capabilities).filter((name) => name.endsWith("Provider"));
  assert.deepEqual(offered.sort(), [
    "callHierarchyProvider",
    "codeActionProvider",
    "codeLensProvider",
    "completionProvider",
    "declarationProvider",
    "definitionProvider",
    "documentFormattingProvider",
    "documentHighlightProvider",
    "documentLinkProvider",
    "documentRangeFormattingProvider",
    "documentSymbolProvider",
    "foldingRangeProvider",
    "hoverProvider",
    "inlayHintProvider",
    "referencesProvider",
    "renameProvider",
    "selectionRangeProvider",
    "semanticTokensProvider",
    "signatureHelpProvider",
    "workspaceSymbolProvider",
  ]);
});

test("extern leads to the file of the folder that defines it, and nothing is called undefined", async () => {
  const target = await ask<{ uri: string; range: Range }>("textDocument/definition", at(6, 12));
  assert.deepEqual([target.uri, short(target.range)], [uriOf("other.asm"), "4:0-6"]);
  const { contents } = await ask<{ contents: { value: string } }>("textDocument/hover", at(6, 12));
  assert.match(contents.value, /square.*Defined in \[other\.asm:5\]/s);
  const published = (await client.waitFor(
    "textDocument/publishDiagnostics",
    (params) => (params as { uri: string }).uri === main,
  )) as { diagnostics: { message: string }[] };
  assert.deepEqual(
    published.diagnostics.filter(({ message }) => /square/.test(message)),
    [],
  );
});

test("references, declaration, highlights", async () => {
  const context = { includeDeclaration: false };
  const uses = await ask<{ uri: string; range: Range }[]>("textDocument/references", { ...at(6, 12), context });
  assert.deepEqual(
    uses.map(({ range }) => short(range)),
    ["6:9-15", "7:9-15"],
  );
  const width = await ask<{ uri: string; range: Range }[]>("textDocument/references", {
    ...at(5, 14),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(width.map(({ uri }) => uri).sort(), [main, uriOf("sizes.inc")].sort());
  const declared = await ask<{ range: Range }[]>("textDocument/declaration", at(4, 2));
  assert.deepEqual(
    declared.map(({ range }) => short(range)),
    ["2:7-13"],
  );
  const marks = await ask<{ range: Range; kind: number }[]>("textDocument/documentHighlight", at(15, 1));
  assert.deepEqual(
    marks.map(({ range, kind }) => `${short(range)} ${kind}`),
    ["15:0-4 3", "16:16-20 2"],
  );
});

test("rename across files, and a sentence where it cannot be", async () => {
  const { changes } = await ask<{ changes: Record<string, unknown[]> }>("textDocument/rename", {
    ...at(5, 14),
    newName: "BREADTH",
  });
  assert.deepEqual(Object.keys(changes).sort(), [main, uriOf("sizes.inc")].sort());
  await assert.rejects(ask("textDocument/rename", { ...at(4, 2), newName: "rax" }), /"rax" is a register/);
  await assert.rejects(ask("textDocument/prepareRename", at(7, 5)), /can be renamed/);
  const prepared = await ask<{ placeholder: string }>("textDocument/prepareRename", at(4, 2));
  assert.equal(prepared.placeholder, "_start");
});

test("completion resolves its sentences late", async () => {
  const items = await ask<{ label: string; documentation?: unknown }[]>("textDocument/completion", at(8, 6));
  const move = items.find(({ label }) => label === "mov")!;
  assert.equal(move.documentation, undefined);
  const resolved = (await client.request("completionItem/resolve", move)) as { documentation: { value: string } };
  assert.match(resolved.documentation.value, /Copies the source/);
});

test("formatting: only the lines asked for", async () => {
  const options = { tabSize: 4, insertSpaces: true };
  const all = await ask<{ range: Range; newText: string }[]>("textDocument/formatting", { options });
  assert.ok(all.some(({ newText }) => newText === "    mov     edi, WIDTH"));
  const part = await ask<{ range: Range }[]>("textDocument/rangeFormatting", {
    options,
    range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } },
  });
  assert.deepEqual(
    part.map(({ range }) => range.start.line),
    [5, 6],
  );
});

test("signature help, folds, selection, colours, hints, lenses, links, symbols, calls", async () => {
  const help = await ask<{ signatures: { label: string }[]; activeParameter: number }>(
    "textDocument/signatureHelp",
    at(5, 13),
  );
  assert.equal(help.activeParameter, 1);
  assert.ok(help.signatures.some(({ label }) => label === "mov r32, imm32" || label === "mov r/m32, imm32"));
  const folds = await ask<{ startLine: number; endLine: number }[]>("textDocument/foldingRange");
  assert.ok(folds.some(({ startLine, endLine }) => startLine === 4 && endLine === 10));
  const [selection] = await ask<{ range: Range; parent: { range: Range } }[]>("textDocument/selectionRange", {
    positions: [{ line: 5, character: 14 }],
  });
  assert.deepEqual([short(selection!.range), short(selection!.parent.range)], ["5:13-18", "5:4-18"]);
  const colours = await ask<{ data: number[] }>("textDocument/semanticTokens/full");
  const some = await ask<{ data: number[] }>("textDocument/semanticTokens/range", {
    range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } },
  });
  assert.ok(colours.data.length > some.data.length && some.data.length === 5);
  const hints = await ask<{ label: string }[]>("textDocument/inlayHint", whole);
  assert.deepEqual(
    hints.map(({ label }) => label),
    ["exit", "= 3"],
  );
  const lenses = await ask<{ command: { command: string; arguments: unknown[] } }[]>("textDocument/codeLens");
  assert.deepEqual(
    lenses.map(({ command }) => `${command.command} ${command.arguments[0] === main}`),
    ["asmoscope.runFile true", "asmoscope.debugFile true"],
  );
  const links = await ask<{ target: string }[]>("textDocument/documentLink");
  assert.deepEqual(
    links.map(({ target }) => target),
    [uriOf("sizes.inc")],
  );
  const symbols = (await client.request("workspace/symbol", { query: "hlp" })) as { name: string }[];
  assert.deepEqual(
    symbols.map(({ name }) => name),
    ["helper"],
  );
  const [item] = await ask<{ name: string }[]>("textDocument/prepareCallHierarchy", at(6, 12));
  const calls = (await client.request("callHierarchy/incomingCalls", { item })) as {
    from: { name: string };
    fromRanges: Range[];
  }[];
  assert.deepEqual([calls[0]?.from.name, calls[0]?.fromRanges.length], ["_start", 2]);
});

test("files of other assemblers get one line of information each", async () => {
  const foreign: Readonly<Record<string, string>> = {
    "att.asm": ".globl _start\n.text\n_start:\n  movq $60, %rax\n  syscall\n",
    "masm.asm": ".model flat, c\n.code\nmain proc\n  mov eax, dword ptr [esp]\n  ret\nmain endp\nend main\n",
    "fasm.asm":
      "format ELF64 executable 3\nentry start\nsegment readable executable\nstart:\n  mov eax, 60\n  syscall\n",
    "arm.asm": "  .global _start\n_start:\n  mov r0, #1\n  ldr r1, =message\n  ldr r2, =len\n  svc 0\n",
    "z80.asm": "  org $8000\n  ld a, 5\n  ld hl, buffer\n  djnz loop\n",
  };
  for (const [name, text] of Object.entries(foreign)) {
    const uri = uriOf(name);
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "nasm", version: 1, text } });
    const published = (await client.waitFor(
      "textDocument/publishDiagnostics",
      (params) => (params as { uri: string }).uri === uri,
    )) as { diagnostics: { severity: number; message: string }[] };
    assert.deepEqual(
      published.diagnostics.map(({ severity }) => severity),
      [3],
      `${name}: ${published.diagnostics[0]?.message}`,
    );
  }
});

test("a part is told about through the source that includes it, open or not, and through the one it names", async () => {
  const part = "loop_here: mov eax, COUNT\n  mov [rax], 1\n";
  writeFileSync(join(folder, "whole.asm"), '%define COUNT 4\nsection .text\n%include "part.inc"\n');
  writeFileSync(join(folder, "part.inc"), part);
  writeFileSync(join(folder, "chapter.asm"), `; asmoscope: main book.asm\n${part}`);
  writeFileSync(join(folder, "book.asm"), '%define COUNT 4\nsection .text\n%include "chapter.asm"\n');
  for (const name of ["part.inc", "chapter.asm"]) {
    const uri = uriOf(name);
    const text = readFileSync(join(folder, name), "utf8");
    client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "nasm", version: 1, text } });
    const published = (await client.waitFor(
      "textDocument/publishDiagnostics",
      (params) => (params as { uri: string }).uri === uri,
    )) as { diagnostics: { message: string }[] };
    assert.deepEqual(
      published.diagnostics.map(({ message }) => message),
      ["operation size not specified"],
      name,
    );
    const line = text.split("\n").findIndex((one) => one.includes("COUNT"));
    const answer = (await client.request("textDocument/hover", {
      textDocument: { uri },
      position: { line, character: 24 },
    })) as { contents: { value: string } } | null;
    assert.match(answer?.contents.value ?? "", /COUNT 4/);
    client.notify("textDocument/didClose", { textDocument: { uri } });
  }
});

test("texts made from a source: listing, and what the preprocessor made of it", async () => {
  const text = (kind: string) => client.request("asmoscope/programText", { uri: main, kind }) as Promise<string>;
  assert.match(await text("listing"), /\n +6 0{8} BF04000000 +mov edi, WIDTH\n/);
  const preprocessed = await text("preprocessed");
  assert.match(preprocessed, /\n +mov edi, ?4\n/);
  assert.doesNotMatch(preprocessed, /WIDTH/);
});
