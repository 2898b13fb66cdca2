// Where the debugger finds the files of a program that lies in several folders, with the current folder somewhere else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { folderOf } from "../../debugger/dap/source-names.ts";
import { baseName } from "../../debugger/view/lines.ts";
import { Client } from "./conversation.ts";

/** A host whose files are these. */
function hostOf(files: Readonly<Record<string, string>>) {
  return {
    async readFile(location: string) {
      const text = files[location];
      return text === undefined ? { error: "does not exist" } : { bytes: new TextEncoder().encode(text) };
    },
    async listFolder(location: string) {
      const inside = Object.keys(files).filter((name) => folderOf(name) === location);
      return { entries: inside.map((name) => ({ name: baseName(name), directory: false })) };
    },
  };
}

/** Launches, stands at the entry, and says each line of which the adapter knows code, after `steps` steps into. */
async function placesOf(files: Readonly<Record<string, string>>, launch: object, steps: number): Promise<string[]> {
  const client = new Client(hostOf(files));
  await client.request("initialize", { adapterID: "asmoscope" });
  const answer = await client.ask("launch", { ...launch, stopOnEntry: true });
  if (!answer.success) return [answer.message ?? ""];
  await client.request("configurationDone");
  await client.event("stopped");
  const places: string[] = [];
  for (let k = 0; k <= steps; k++) {
    const { stackFrames } = await client.request<{
      stackFrames: readonly { readonly source?: { readonly path?: string }; readonly line: number }[];
    }>("stackTrace", { threadId: 1 });
    places.push(`${stackFrames[0]?.source?.path}:${stackFrames[0]?.line}`);
    if (k === steps) break;
    await client.request("stepIn", { threadId: 1 });
    await client.event("stopped");
  }
  return places;
}

const main =
  '%include "step.inc"\nglobal _start\nextern helper, ending\nsection .text\n_start: call step\n call helper\n jmp ending\n';
const helper = '%include "step.inc"\nglobal helper\nsection .text\nhelper: jmp step\n';

test("each source's includes are its own, wherever it lies; neighbours and the include path count from it too", async () => {
  const files = {
    "/w/one/main.asm": main,
    "/w/one/step.inc": '%include "common.inc"\nsection .text\nstep: mov eax, NUMBER\n ret\n',
    "/w/one/lib/common.inc": "NUMBER equ 1\n",
    "/w/one/ending.asm": "global ending\nsection .text\nending: mov eax, 60\n syscall\n",
    "/w/two/helper.asm": helper,
    "/w/two/step.inc": "section .text\n\nstep: mov eax, 2\n ret\n",
    "/w/far/common.inc": "%error taken from the current folder\n",
  };
  const launch = { program: ["/w/one/main.asm", "/w/two/helper.asm"], includePath: ["lib"], cwd: "/w/far" };
  assert.deepEqual(await placesOf(files, launch, 7), [
    "/w/one/main.asm:5",
    "/w/one/step.inc:3",
    "/w/one/step.inc:4",
    "/w/one/main.asm:6",
    "/w/two/helper.asm:4",
    "/w/two/step.inc:3",
    "/w/two/step.inc:4",
    "/w/one/main.asm:7",
  ]);
});

test("what the source's folder does not have is looked for in the current folder, as on a command line", async () => {
  const files = {
    "/main.asm": main,
    "/w/step.inc": "section .text\nstep: ret\n",
    "/w/helper.asm": "global helper\nsection .text\nhelper: ret\n",
    "/ending.asm": "global ending\nsection .text\nending: mov eax, 60\n syscall\n",
  };
  const places = await placesOf(files, { program: "/main.asm", cwd: "/w" }, 4);
  assert.deepEqual(places, ["/main.asm:5", "/w/step.inc:2", "/main.asm:6", "/w/helper.asm:3", "/main.asm:7"]);
});

test("names with percent signs are shown as people write them", async () => {
  const files = {
    "hostfs:/w/gr%C3%B6%C3%9Fe%20%232.asm": "global _start\nsection .text\n_start: mov eax,,\n",
    "hostfs:/w/write.asm":
      "global _start\nsection .text\n_start: mov eax, 1\n mov edi, eax\n lea rsi, [rel x]\n mov edx, 2\n syscall\n mov eax, 60\n syscall\nsection .data\nx db 10, 10\n",
  };
  for (const cwd of [undefined, "hostfs:/far"]) {
    const launch = async (program: string) => {
      const client = new Client(hostOf(files));
      await client.request("initialize", { adapterID: "asmoscope" });
      return { client, answer: await client.ask("launch", { program, ...(cwd === undefined ? {} : { cwd }) }) };
    };
    const folder = cwd === undefined ? "" : "/w/";
    const broken = await launch("hostfs:/w/gr%C3%B6%C3%9Fe%20%232.asm");
    assert.match(broken.answer.message ?? "", new RegExp(`^${folder}größe #2\\.asm:3: error: `));
    const [said] = broken.client.events.filter(({ event }) => event === "output");
    assert.deepEqual(said?.body.source, {
      name: "größe #2.asm",
      path: "hostfs:/w/gr%C3%B6%C3%9Fe%20%232.asm",
    });
    assert.equal((await launch("hostfs:/w/no%20such.asm")).answer.message, "no such.asm does not exist.");
  }
});
