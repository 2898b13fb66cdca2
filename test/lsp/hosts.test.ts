// The language server with the files, settings and mistakes of every host: URIs of any scheme, wrong types, files that change
// behind it, files that are no UTF-8.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { type LanguageClient, ServerError, startTableClient } from "./client.ts";

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly message: string;
    readonly severity: number;
    readonly code: string;
    readonly range: { readonly start: { readonly line: number; readonly character: number } };
  }[];
}

const clients: LanguageClient[] = [];
after(() => {
  for (const client of clients) client.stop();
});

async function startOver(
  files: ReadonlyMap<string, string | Uint8Array>,
  given: { readonly initializationOptions?: unknown; readonly capabilities?: object; readonly folder?: string } = {},
): Promise<LanguageClient> {
  const client = startTableClient(files);
  clients.push(client);
  const { initializationOptions, capabilities = {}, folder } = given;
  const workspaceFolders = folder === undefined ? null : [{ uri: folder, name: "folder" }];
  await client.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders,
  });
  client.notify("initialized", {});
  return client;
}

function open(client: LanguageClient, uri: string, text: string): void {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "nasm", version: 1, text } });
}

/** What is said of a document, when a request that waits for its analysis is answered. */
async function saidOf(client: LanguageClient, uri: string): Promise<Published["diagnostics"]> {
  await client.request("textDocument/documentSymbol", { textDocument: { uri } });
  const published = client.all("textDocument/publishDiagnostics") as Published[];
  return published.filter((one) => one.uri === uri).at(-1)?.diagnostics ?? [];
}

const messagesOf = async (client: LanguageClient, uri: string): Promise<string[]> =>
  (await saidOf(client, uri)).map(({ message }) => message);

const codesOf = async (client: LanguageClient, uri: string): Promise<string[]> =>
  (await saidOf(client, uri)).map(({ code }) => code).sort();

const END = "section .text\nglobal _start\n_start:\n    mov eax, 60\n    syscall\n";

test("included files are found on every host, beside the source, by the include path and by absolute names", async () => {
  const folders = [
    "hostfs:/wsp",
    "vscode-vfs://github/me/repo",
    "file:///c%3A/me",
    "file:///C:/me",
    "file:///home/me",
    "vscode-remote://wsl%2Bdebian/home/me",
    "memfs:",
    "memfs:/a%20b/c%2Bd",
  ];
  const names: readonly (readonly [written: string, uri: string])[] = [
    ["x.inc", "x.inc"],
    ["./sub/../y.inc", "y.inc"],
    ["sub/z.inc", "sub/z.inc"],
    ["in path.inc", "lib/in%20path.inc"],
    ["a#b?c.inc", "a%23b%3Fc.inc"],
    ["x%41.inc", "x%2541.inc"],
    ["p(1)'!*.inc", "p%281%29%27%21%2A.inc"],
    ["ü.inc", "%C3%BC.inc"],
  ];
  for (const folder of folders) {
    const files = new Map(names.map(([, uri], k) => [`${folder}/${uri}`, `N${k} equ ${k}\n`]));
    // A name counts from the root source's folder, as nasm's does, and beside the file that asks.
    files.set(`${folder}/sub/z.inc`, '%include "sub/deep.inc"\n%include "deeper.inc"\n');
    files.set(`${folder}/sub/deep.inc`, "N2 equ 2\n");
    files.set(`${folder}/sub/deeper.inc`, "N9 equ 9\n");
    const client = await startOver(files, { initializationOptions: { includePath: ["lib"] } });
    const includes = names.map(([written]) => `%include "${written}"`).join("\n");
    open(client, `${folder}/main.asm`, `${includes}\n${END}    dd N0, N1, N2, N3, N4, N5, N6, N7, N9\n`);
    assert.deepEqual(await messagesOf(client, `${folder}/main.asm`), [], folder);
  }
});

test("absolute names and include paths keep the host; URIs may be given", async () => {
  const cases: readonly (readonly [uri: string, path: string, name: string, file: string])[] = [
    ["hostfs:/wsp/main.asm", "hostfs:/wsp/lib", "x.inc", "hostfs:/wsp/lib/x.inc"],
    ["vscode-vfs://github/r/main.asm", "/other", "x.inc", "vscode-vfs://github/other/x.inc"],
    ["file:///c%3A/me/main.asm", "D:\\lib", "x.inc", "file:///d%3A/lib/x.inc"],
    ["file:///c%3A/me/main.asm", ".", "sub\\x.inc", "file:///c%3A/me/sub/x.inc"],
    ["file:///c%3A/me/main.asm", ".", "\\x.inc", "file:///c%3A/x.inc"],
    ["file:///home/me/main.asm", "../lib", "x.inc", "file:///home/lib/x.inc"],
  ];
  for (const [uri, path, name, file] of cases) {
    const client = await startOver(new Map([[file, "N equ 1\n"]]), { initializationOptions: { includePath: [path] } });
    open(client, uri, `%include "${name}"\n${END}    dd N\n`);
    assert.deepEqual(await messagesOf(client, uri), [], file);
  }
});

test("an open file counts as it stands in the editor, however the editor writes its URI", async () => {
  const client = await startOver(new Map([["memfs:/a%281%29.inc", "M equ 1\n"]]));
  open(client, "memfs:/a(1).inc", "N equ 1\n");
  open(client, "memfs:/main.asm", `%include "a(1).inc"\n${END}    dd N\n`);
  assert.deepEqual(await messagesOf(client, "memfs:/main.asm"), []);
});

test("incbin of a file that is there, and of one that is not", async () => {
  const files = new Map<string, string | Uint8Array>([
    ["memfs:/x.bin", new Uint8Array([1, 2, 3])],
    ["memfs:/ü.bin", "?"],
    ["memfs:/%C3%BC.bin", new Uint8Array(4)],
    ["memfs:/lib/y.bin", new Uint8Array(5)],
  ]);
  const client = await startOver(files, { initializationOptions: { includePath: ["lib"] } });
  // What is found under a name goes by the name that nasm would give.
  const search = '%pathsearch P "y.bin"\n%strlen L P\n%if L <> 9\n%error L\n%endif\n';
  const data = 'section .rodata\na: incbin "x.bin"\nb: incbin "ü.bin"\nc: incbin "y.bin", 1, 2\nd: incbin "z.bin"\n';
  const uri = "memfs:/main.asm";
  open(client, uri, `${search}${data}    times ($ - a) - 9 db 0\n${END}`);
  assert.deepEqual(
    (await messagesOf(client, uri)).filter((message) => !message.includes("never used")),
    ["`incbin': unable to get length of file `z.bin'"],
  );
});

test("settings of the wrong type count as not set, at the start and later", async () => {
  const odd = ["DEBUG", 5, [5, null, {}], {}, null, true];
  const names = ["includePath", "defines", "mode", "inlayHints", "codeLens", "findingPages", "ignoreFindings"];
  const uri = "memfs:/main.asm";
  for (const value of odd) {
    const settings = Object.fromEntries(names.map((name) => [name, value]));
    const client = await startOver(new Map(), { initializationOptions: settings });
    open(client, uri, `${END}    nonsense 1\n`);
    for (const asmoscope of [settings, value, undefined]) {
      client.notify("workspace/didChangeConfiguration", { settings: asmoscope === undefined ? value : { asmoscope } });
      const [first] = await messagesOf(client, uri);
      assert.match(first ?? "", /instruction expected/, JSON.stringify(value));
      await client.request("textDocument/inlayHint", {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
      });
    }
  }
  // Of a list, what can be used is used.
  const client = await startOver(new Map(), { initializationOptions: { defines: [5, "N=1", null] } });
  open(client, uri, `${END}    dd N\n`);
  assert.deepEqual(await messagesOf(client, uri), []);
});

test("what the settings silence is not sent; a client that silences by itself gets all", async () => {
  const uri = "memfs:/main.asm";
  const text = `${END}    mov ebp, esp\nsection .data\n    dw 70000\n`;
  const silent = { ignoreFindings: ["truncated-stack-pointer", "no-such-kind"] };
  const all = ["data-overflow", "truncated-stack-pointer"];
  const cases = [
    { given: {}, codes: all },
    { given: silent, codes: all.slice(0, 1) },
    { given: { diagnostics: false }, codes: [] },
    { given: { ...silent, diagnostics: false, lensCommands: true }, codes: all },
  ];
  for (const { given, codes } of cases) {
    const client = await startOver(new Map(), { initializationOptions: given });
    open(client, uri, text);
    assert.deepEqual(await codesOf(client, uri), codes, JSON.stringify(given));
  }
  // A change of the settings holds at once.
  const client = await startOver(new Map());
  open(client, uri, text);
  assert.deepEqual(await codesOf(client, uri), all);
  client.notify("workspace/didChangeConfiguration", { settings: { asmoscope: silent } });
  assert.deepEqual(await codesOf(client, uri), all.slice(0, 1));
});

test("requests without what they need get a sentence", async () => {
  const client = await startOver(new Map());
  const uri = "memfs:/main.asm";
  open(client, uri, END);
  const whole = { textDocument: { uri } };
  const cases: readonly (readonly [method: string, parameters: unknown, sentence: string])[] = [
    ["textDocument/hover", {}, 'textDocument/hover needs "textDocument.uri", a text.'],
    ["textDocument/hover", null, 'textDocument/hover needs "textDocument.uri", a text.'],
    ["textDocument/hover", whole, 'textDocument/hover needs "position.line", a number.'],
    [
      "textDocument/documentSymbol",
      { textDocument: 5 },
      'textDocument/documentSymbol needs "textDocument.uri", a text.',
    ],
    ["textDocument/codeAction", whole, 'textDocument/codeAction needs "range.start.line", a number.'],
    ["textDocument/formatting", whole, 'textDocument/formatting needs "options", an object.'],
    [
      "textDocument/selectionRange",
      { ...whole, positions: [{ line: 1 }] },
      'textDocument/selectionRange needs "character", a number, in each element of "positions".',
    ],
    ["callHierarchy/incomingCalls", {}, 'callHierarchy/incomingCalls needs "item.uri", a text.'],
    ["workspace/symbol", {}, 'workspace/symbol needs "query", a text.'],
    ["asmoscope/programText", {}, 'asmoscope/programText needs "uri", a text.'],
  ];
  for (const [method, parameters, sentence] of cases) {
    const INVALID_PARAMS = -32602;
    await assert.rejects(client.request(method, parameters), (error) => {
      assert.ok(error instanceof ServerError);
      assert.deepEqual([error.message, error.code], [sentence, INVALID_PARAMS], method);
      return true;
    });
  }
  for (const method of [
    "textDocument/didOpen",
    "textDocument/didChange",
    "textDocument/didClose",
    "textDocument/didSave",
  ])
    client.notify(method, {});
  client.notify("workspace/didChangeWatchedFiles", {});
  assert.deepEqual(await messagesOf(client, uri), []);
});

test("the client is asked to watch, and a file that changes behind the editor is read again", async () => {
  const files = new Map([
    ["memfs:/w/x.h", "N equ 1\n"],
    ["memfs:/lib/y.inc", "M equ 1\n"],
  ]);
  const didChangeWatchedFiles = { dynamicRegistration: true, relativePatternSupport: true };
  const client = await startOver(files, { capabilities: { workspace: { didChangeWatchedFiles } }, folder: "memfs:/w" });
  const uri = "memfs:/w/main.asm";
  open(client, uri, `%include "x.h"\n%include "../lib/y.inc"\n${END}    dd N, M\n`);
  assert.deepEqual(await messagesOf(client, uri), []);
  type Registered = { registrations: { registerOptions: { watchers: { globPattern: unknown }[] } }[] };
  const asked = (client.all("client/registerCapability") as Registered[]).map(
    ({ registrations }) => registrations[0]?.registerOptions.watchers[0]?.globPattern,
  );
  assert.deepEqual(asked, ["**/*", { baseUri: "memfs:/lib", pattern: "*" }]);
  files.set("memfs:/w/x.h", "%error changed\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "memfs:/w/other.txt", type: 2 }] });
  assert.deepEqual(await messagesOf(client, uri), []);
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "memfs:/w/x.h", type: 2 }] });
  assert.deepEqual(await messagesOf(client, "memfs:/w/main.asm"), ["symbol `N' not defined"]);
  files.set("memfs:/w/x.h", "N equ 2\n");
  client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: "memfs:/w/x.h", type: 2 }] });
  assert.deepEqual(await messagesOf(client, uri), []);
});

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test("a file with a byte order mark, in UTF-16 or with binary data is told about in one sentence", async () => {
  const files = new Map<string, string | Uint8Array>([
    ["memfs:/mark.asm", `\ufeff${END}`],
    ["memfs:/comment.asm", `\ufeff; harmless\n${END}`],
    ["memfs:/utf16.asm", utf16(END)],
  ]);
  const client = await startOver(files);
  // The editor's text is the file's without its encoding.
  open(client, "memfs:/mark.asm", END);
  open(client, "memfs:/comment.asm", `; harmless\n${END}`);
  open(client, "memfs:/utf16.asm", END);
  open(client, "memfs:/binary.asm", `${"\x7fELF\0\u0001\u0002 xyz\n".repeat(100)}`);
  const mark =
    "the file begins with a byte order mark, which NASM takes for a part of the first word: save it as UTF-8 without one";
  const utf = "the file is UTF-16 text: save it as UTF-8";
  assert.deepEqual(await messagesOf(client, "memfs:/mark.asm"), [mark]);
  assert.deepEqual(await messagesOf(client, "memfs:/comment.asm"), [mark]);
  assert.deepEqual(await messagesOf(client, "memfs:/utf16.asm"), [utf]);
  assert.deepEqual(await messagesOf(client, "memfs:/binary.asm"), ["the file is a binary file, not assembly source"]);
  const severities = (client.all("textDocument/publishDiagnostics") as Published[]).flatMap(({ uri, diagnostics }) =>
    diagnostics.map(({ severity }) => [uri, severity]),
  );
  assert.deepEqual(Object.fromEntries(severities), {
    "memfs:/mark.asm": 1,
    "memfs:/comment.asm": 2,
    "memfs:/utf16.asm": 1,
    "memfs:/binary.asm": 1,
  });
  // Saved anew, all is well.
  files.set("memfs:/mark.asm", END);
  client.notify("textDocument/didSave", { textDocument: { uri: "memfs:/mark.asm" } });
  assert.deepEqual(await messagesOf(client, "memfs:/mark.asm"), []);
});

test("a 32-bit program in mode 64: a visible note on the whole instruction, and a fix that sets the mode", async () => {
  const text = "global _start\n_start:\n    push ebp\n    pop ebp\n    mov eax, 1\n    int 0x80\n";
  const client = await startOver(new Map(), { initializationOptions: { mode: "64", lensCommands: true } });
  const uri = "memfs:/main.asm";
  open(client, uri, text);
  await messagesOf(client, uri);
  const published = client.all("textDocument/publishDiagnostics") as Published[];
  const note = published.at(-1)?.diagnostics.find(({ code }) => code === "mode-32");
  const range = { start: { line: 2, character: 4 }, end: { line: 2, character: 12 } };
  assert.deepEqual([note?.severity, note?.range], [3, range]);
  assert.match(note?.message ?? "", /set the mode to 32 .*asmoscope\.mode.*launch\.json.*-m32/);
  const actions = (await client.request("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: range.start, end: range.start },
    context: { diagnostics: [] },
  })) as { title: string; command?: { command: string; arguments: [string, string] } }[];
  const commands = actions.flatMap(({ command }) => (command === undefined ? [] : [command]));
  assert.deepEqual(
    commands.map(({ command, arguments: given }) => [command, ...given]),
    [
      ["asmoscope.setMode", uri, "auto"],
      ["asmoscope.setMode", uri, "32"],
    ],
  );
  // The advice is true.
  for (const { arguments: given } of commands) {
    client.notify("workspace/didChangeConfiguration", { settings: { asmoscope: { mode: given[1] } } });
    assert.deepEqual(await messagesOf(client, uri), [], given[1]);
  }
});
