// Sources that nobody should write, and every feature at many places of each: there is always an answer, never an exception.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSource, type Source, sourceFromText } from "../../server/base/source.ts";
import { type Analysis, analyse, withLints } from "../../server/ide/analysis.ts";
import { calleesOf, callersOf, functionAt } from "../../server/ide/call-hierarchy.ts";
import { codeActions } from "../../server/ide/code-actions.ts";
import { codeLenses } from "../../server/ide/code-lens.ts";
import { completion } from "../../server/ide/completion.ts";
import { definition } from "../../server/ide/definition.ts";
import { folds, selectionRanges } from "../../server/ide/folding.ts";
import { formatting } from "../../server/ide/formatting.ts";
import { hover } from "../../server/ide/hover.ts";
import { inlayHints } from "../../server/ide/inlay-hints.ts";
import { fileLinks } from "../../server/ide/links.ts";
import { outline } from "../../server/ide/outline.ts";
import { programText } from "../../server/ide/program-text.ts";
import { references } from "../../server/ide/references.ts";
import { rename } from "../../server/ide/rename.ts";
import { semanticTokens } from "../../server/ide/semantic-tokens.ts";
import { signatureHelp } from "../../server/ide/signature.ts";

const options = { reader: () => "missing" as const, includePaths: [], defines: [], bits: 0 as const };

const sources: Readonly<Record<string, string | Uint8Array>> = {
  empty: "",
  nul: "\0\0 mov eax,\0 1\n",
  "not UTF-8": Uint8Array.from([0x6d, 0xff, 0xfe, 0x20, 0xe9, 10, 58, 58]),
  "open quotes": "db \"abc\n'x\n`\\",
  percents: "%\n%%\n%1\n%{\n%[\n%!\n%macro\n%endmacro\n%if\n",
  brackets: "[[[[\n]]]]\nmov [[rax]],[\n",
  "a macro in itself": "%macro a 0\na\n%endmacro\na\n",
  "repeated for ever": "%rep 1000000000\nnop\n%endrep\n",
  "a long line": `db ${"1,".repeat(15_000)}`,
  "a long name": `${"a".repeat(50_000)}: jmp ${"a".repeat(50_000)}\n`,
  "many labels": Array.from({ length: 100 }, (_, k) => `l${k}: jmp l${(k * 7) % 100}`).join("\n"),
  dots: ".a:\n..b:\n...:\n.:\n$:\n$$:\nmov rax, .\n",
  "other letters": "größe: db 'ü'\n mov rax, größe\n; 🙂\n",
  "CR LF": "section .text\r\n_start:\r\n  mov eax, 1\r\n",
  tabs: "\t\t\t\tmov\teax\t,\t1\t;\tx\n",
  continued: "%define a \\\n 1\nmov eax, \\\n 5\n",
  "open structures": "struc a\nstruc b\n.x: resb 1\nendstruc\n.y resb 1\n",
  "%line": "%line 100+1 foo.c\nmov eax,,\n",
  "boot sector": "bits 16\norg 0x7c00\nstart: mov ax, [bx+si]\n jmp start\n",
};

function askAll(analysis: Analysis, source: Source): void {
  const end = source.bytes.length;
  const places = new Set([0, 1, 2, 5, 9, end >> 1, end - 1, end].filter((at) => at >= 0 && at <= end));
  for (const at of places) {
    hover(analysis, source, at);
    completion(analysis, source, at);
    references(analysis, source, at);
    rename(analysis, source, at, "other");
    signatureHelp(analysis, source, at);
    selectionRanges(analysis, source, at);
    definition(analysis, source, at);
    const symbol = functionAt(analysis, source, at);
    if (symbol !== undefined) [callersOf(analysis, symbol), calleesOf(analysis, symbol)];
  }
  codeActions(analysis, source, 0, end);
  codeLenses(analysis, source);
  folds(source);
  inlayHints(analysis, source, { from: 1, to: 1e6 }, new Set(["bytes", "constants", "strings", "systemCalls"]));
  semanticTokens(analysis, source);
  outline(analysis, source);
  fileLinks(source);
}

for (const [name, text] of Object.entries(sources)) {
  test(name, () => {
    const source = typeof text === "string" ? sourceFromText("x.asm", text) : createSource("x.asm", text);
    const analysis = analyse(source, options);
    askAll(analysis, source);
    askAll(withLints(analyse(source, options, { later: analysis })), source);
    for (const kind of ["listing", "preprocessed"] as const) assert.notEqual(programText(analysis, options, kind), "");
    // Formatting twice is formatting once.
    const edits = formatting(source, { tabSize: 4, indent: "spaces" });
    const latin = [...source.bytes].map((byte) => String.fromCharCode(byte)).join("");
    const toBytes = (words: string) => Buffer.from(words).toString("latin1");
    const neat = [...edits]
      .reverse()
      .reduce((all, one) => all.slice(0, one.start) + toBytes(one.text) + all.slice(one.end), latin);
    assert.deepEqual(
      formatting(createSource("x.asm", Buffer.from(neat, "latin1")), { tabSize: 4, indent: "spaces" }),
      [],
    );
  });
}
