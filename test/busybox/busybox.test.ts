// Debian's static busybox, unchanged in the machine: what its commands print and how they end is what they do natively
// (recorded.jsonl; RECORD=1 records it again). Without busybox the test is skipped with one line; with CI=true that is a failure.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { createMachine } from "../../debugger/machine/create.ts";
import type { HostFiles, HostLink } from "../../debugger/os/host.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import { type Command, commands, files } from "./commands.ts";

const PROGRAM = ["/bin/busybox", "/usr/bin/busybox"].find((path) => existsSync(path));
const RECORD = join(process.cwd(), "test", "busybox", "recorded.jsonl");
const LIMIT = 50_000_000;
const USER = 1000;

interface Result {
  readonly output: string;
  readonly errors: string;
  /** As a shell has it: 128 and the signal's number. */
  readonly status: number;
}

/** In a folder of its own with the files, as user 1000. */
function runNatively({ args, input = "", links = {} }: Command): Result {
  const folder = mkdtempSync(join(tmpdir(), "busybox-"));
  const isRoot = process.getuid?.() === 0;
  try {
    const owned = new Set([folder]);
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, "latin1");
      for (let at = path; at !== folder; at = dirname(at)) owned.add(at);
    }
    for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
    if (isRoot) for (const path of owned) chownSync(path, USER, USER);
    const { stdout, stderr, status, signal } = spawnSync(PROGRAM!, [...args], {
      argv0: "./busybox",
      cwd: folder,
      input: Buffer.from(input, "latin1"),
      encoding: "latin1",
      timeout: 10_000,
      env: {},
      ...(isRoot ? { uid: USER, gid: USER } : {}),
    });
    return { output: stdout, errors: stderr, status: status ?? 128 + constants.signals[signal!] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files as a mounted directory that lives in memory. */
function mounted(links: Readonly<Record<string, string>>): HostFiles {
  const bytes = new Map<string, Uint8Array | HostLink>([
    ...Object.entries(files).map(([name, text]) => [name, Buffer.from(text, "latin1")] as const),
    ...Object.entries(links).map(([name, target]) => [name, { target }] as const),
  ]);
  const below = (folder: string): string[] => {
    const start = folder === "" ? "" : `${folder}/`;
    const names = [...bytes.keys()].filter((name) => name.startsWith(start));
    return [...new Set(names.map((name) => name.slice(start.length).split("/")[0]!))];
  };
  return {
    writable: true,
    read: (name) => bytes.get(name) ?? (below(name).length > 0 ? "EISDIR" : "ENOENT"),
    write(name, contents) {
      bytes.set(name, Buffer.from(contents));
      return "ok";
    },
    about: () => undefined,
    remove: (name) => (bytes.delete(name) ? "ok" : "ENOENT"),
    makeDirectory: () => "ok",
    link(name, another) {
      const contents = bytes.get(name);
      if (contents === undefined) return "ENOENT";
      bytes.set(another, contents);
      return "ok";
    },
    makeLink(name, target) {
      bytes.set(name, { target });
      return "ok";
    },
    rename(from, to) {
      const contents = bytes.get(from);
      if (contents === undefined) return "ENOENT";
      bytes.set(to, contents);
      bytes.delete(from);
      return "ok";
    },
    list: (folder) =>
      below(folder).map((name) => {
        const file = bytes.get(folder === "" ? name : `${folder}/${name}`);
        return { name, directory: file === undefined, sizeBytes: file instanceof Uint8Array ? file.length : 0 };
      }),
  };
}

const image = PROGRAM === undefined ? "" : readExecutable("busybox", new Uint8Array(readFileSync(PROGRAM)));

function runHere({ args, input = "", links = {} }: Command): Result {
  assert.ok(typeof image === "object", "busybox is no static executable");
  const written: Record<1 | 2, string> = { 1: "", 2: "" };
  let rest = new Uint8Array(Buffer.from(input, "latin1"));
  const machine = createMachine({
    ...{ image, args, environment: {} },
    check: "off",
    core: "step",
    seed: 0,
    maxMemoryBytes: 2 ** 28,
    checkpoints: "start",
    host: {
      streams: "pipes",
      files: mounted(links),
      readInput(maxBytes) {
        const piece = rest.subarray(0, maxBytes);
        rest = rest.subarray(piece.length);
        return piece;
      },
      writeOutput(stream, bytes) {
        written[stream] += Buffer.from(bytes).toString("latin1");
      },
    },
  });
  const stop = machine.run(LIMIT);
  const status = stop.kind === "exit" ? stop.code & 255 : stop.kind === "signal" ? 128 + stop.number : -1;
  return { output: written[1], errors: written[2], status };
}

const lineOf = (command: Command, result: Result): string => JSON.stringify({ args: command.args, ...result });

if (PROGRAM === undefined && process.env.CI === "true") {
  test("busybox", () => assert.fail("busybox is not installed"));
} else if (PROGRAM === undefined) {
  console.log("skipped, since it is not installed: busybox");
} else {
  if (process.env.RECORD === "1")
    writeFileSync(RECORD, commands.map((command) => `${lineOf(command, runNatively(command))}\n`).join(""));
  const recorded = readFileSync(RECORD, "utf8").split("\n");
  // The ordinary run takes 41 of them; ALL=1 and RECORD=1 take all.
  const isChosen = (index: number): boolean => process.env.ALL === "1" || process.env.RECORD === "1" || index % 5 < 2;
  for (const [k, command] of commands.entries()) {
    if (!isChosen(k)) continue;
    const name = command.args.join(" ");
    test(`busybox ${name.length > 60 ? `${name.slice(0, 60)}…` : name}`, () => {
      assert.deepEqual(JSON.parse(lineOf(command, runHere(command))), JSON.parse(recorded[k]!));
    });
  }
}
