// Names of users, groups and files, and what the locale says. Users are those of the program's own /etc/passwd and /etc/group;
// where there are none, root and the user that the program runs as.
// Source: getpwnam(3), getgrnam(3), glob(3), localeconv(3), nl_langinfo(3); glibc 2.36's headers for the structures.

import type { FileNode } from "../os/files.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { matches } from "./functions-pattern.ts";
import { ownText } from "./functions-string.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { AREA } from "./state.ts";

// ---- users and groups

const USERS = "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000:user:/home/user:/bin/sh\n";
const GROUPS = "root:x:0:\nuser:x:1000:\n";

/** The lines of a table, each taken apart. */
function tableOf({ kernel: { files } }: LibcCall, path: string, otherwise: string): readonly (readonly string[])[] {
  const found = files.find(path, files.root);
  const node = typeof found === "string" ? undefined : found.node;
  const text = node?.kind === "file" ? latin1(files.read(node, 0, node.sizeBytes)) : otherwise;
  return text.split("\n").map((line) => line.split(":"));
}

/** Longer texts are cut: seven of them and the fields fit into the room there is. */
const TEXT_LIMIT = 96;

/** Stores texts and numbers as the fields of a structure, the texts behind it, in libc's memory. @returns its address */
function structure(call: LibcCall, fields: readonly (string | number | readonly string[])[]): bigint {
  const { memory, base } = call.libc;
  const long = longOf(call);
  const start = base + AREA.records;
  let at = start;
  let texts = start + long * (fields.length + 2);
  const text = (value: string): bigint => {
    const bytes = bytesOf(`${value}\0`).subarray(0, TEXT_LIMIT);
    memory.poke(texts, bytes);
    texts += bytes.length;
    return BigInt(texts - bytes.length);
  };
  for (const field of fields) {
    if (typeof field === "number") {
      memory.store(at, 4, BigInt(field));
      at += 4;
      continue;
    }
    at = Math.ceil((at - start) / long) * long + start;
    if (typeof field === "string") memory.store(at, long, text(field));
    else {
      // A list that is empty: its end stands behind the fields.
      const list = start + long * (fields.length + 1);
      memory.store(list, long, 0n);
      memory.store(at, long, BigInt(list));
    }
    at += long;
  }
  return BigInt(start);
}

const passwordOf = (call: LibcCall, row: readonly string[] | undefined): LibcResult => {
  const [name, password, user, group, about, home, shell] = row ?? [];
  if (name === undefined || shell === undefined) return 0n;
  return structure(call, [name, password!, Number(user), Number(group), about!, home!, shell]);
};

const groupOf = (call: LibcCall, row: readonly string[] | undefined): LibcResult => {
  const [name, password, group] = row ?? [];
  return name === undefined || group === undefined ? 0n : structure(call, [name, password!, Number(group), []]);
};

const users = (call: LibcCall) => tableOf(call, "/etc/passwd", USERS);
const groups = (call: LibcCall) => tableOf(call, "/etc/group", GROUPS);
const textArgument = (call: LibcCall): string => latin1(call.program.string(call.args.pointer()));

// ---- glob

const GLOB = { mark: 2, noSort: 4, offsets: 8, noCheck: 16, append: 32, noEscape: 64, period: 128 } as const;
const NO_SPACE = 1;
const NO_MATCH = 3;
const MATCH = { noEscape: 2, period: 4 } as const;
const MAGIC = /[*?[]/;

/** Paths that fit, part for part of the pattern. */
function expand({ kernel: { files, process } }: LibcCall, pattern: string, flags: number): string[] {
  const rules = (flags & GLOB.noEscape ? MATCH.noEscape : 0) | (flags & GLOB.period ? 0 : MATCH.period);
  const start = pattern.startsWith("/") ? files.root : files.node(process.directory);
  let found: { readonly path: string; readonly node: FileNode }[] = [{ path: /^\/*/.exec(pattern)![0], node: start }];
  const names = pattern.split("/").filter((name) => name !== "");
  for (const [k, name] of names.entries()) {
    const isLast = k === names.length - 1;
    found = found.flatMap(({ path, node }) => {
      const join = (one: string) => (path === "" || path.endsWith("/") ? path + one : `${path}/${one}`);
      const plain = flags & GLOB.noEscape ? name : name.replace(/\\(.)/g, "$1");
      const at = (one: string) => {
        const place = files.find(one, node);
        const there = typeof place === "string" ? undefined : place.node;
        return there && (isLast || there.kind === "directory") ? [{ path: join(one), node: there }] : [];
      };
      if (!MAGIC.test(name)) return at(plain);
      const entries = node.kind === "directory" ? files.list(node).map((one) => one.name) : [];
      return [".", "..", ...entries].filter((one) => matches(name, one, rules)).flatMap(at);
    });
  }
  const isWanted = ({ node }: { readonly node: FileNode }) => !pattern.endsWith("/") || node.kind === "directory";
  const ends = (node: FileNode) =>
    pattern.endsWith("/") || (flags & GLOB.mark && node.kind === "directory") ? "/" : "";
  return found.filter(isWanted).map(({ path, node }) => path + ends(node));
}

/** glob_t: count, list, places left free in front, flags. */
function glob(call: LibcCall): LibcResult {
  const pattern = textArgument(call);
  const flags = call.args.int();
  call.args.pointer();
  const target = call.args.pointer();
  const long = longOf(call);
  const field = (k: number) => call.program.readWord(target + BigInt(k * long), long);
  const paths = expand(call, pattern, flags);
  if (!(flags & GLOB.noSort)) paths.sort((a, b) => (a < b ? -1 : 1));
  const before = flags & GLOB.append ? Number(field(0)) : 0;
  if (paths.length === 0 && flags & GLOB.noCheck) paths.push(pattern);
  if (paths.length === 0 && before === 0) {
    for (const k of [0, 1]) call.program.writeWord(target + BigInt(k * long), long, 0n);
    return NO_MATCH;
  }
  if (paths.length === 0) return NO_MATCH;
  const free = flags & GLOB.offsets ? Number(field(2)) : 0;
  const count = before + paths.length;
  const list = call.heap.allocate("glob", long * (free + count + 1), { zeroed: "zeroed" });
  if (list === 0) return NO_SPACE;
  if (before > 0) {
    const old = field(1);
    call.program.copy(BigInt(list), old, long * (free + before));
    call.heap.release("glob", Number(old));
  }
  for (const [k, path] of paths.entries()) {
    const bytes = bytesOf(`${path}\0`);
    const block = call.heap.allocate("glob", bytes.length);
    if (block === 0) return NO_SPACE;
    call.program.write(BigInt(block), bytes);
    call.libc.memory.store(list + long * (free + before + k), long, BigInt(block));
  }
  for (const [k, value] of [count, list].entries())
    call.program.writeWord(target + BigInt(k * long), long, BigInt(value));
  call.program.writeWord(target + BigInt(3 * long), 4, BigInt(flags));
  return 0;
}

function globfree(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const long = longOf(call);
  const field = (k: number) => call.program.readWord(target + BigInt(k * long), long);
  const list = Number(field(1));
  if (list === 0) return undefined;
  const free = Number(call.program.readWord(target + BigInt(3 * long), 4)) & GLOB.offsets ? Number(field(2)) : 0;
  for (let k = free; k < free + Number(field(0)); k++)
    call.heap.release("globfree", Number(call.libc.memory.load(list + long * k, long)));
  call.heap.release("globfree", list);
  call.program.writeWord(target + BigInt(long), long, 0n);
  return undefined;
}

// ---- the locale

/** struct lconv in C: a point, nine empty texts, and numbers that mean "not there". */
function localeconv(call: LibcCall): LibcResult {
  const { memory, base } = call.libc;
  const long = longOf(call);
  const at = base + AREA.locale;
  const texts = at + 128;
  memory.poke(texts, bytesOf(".\0\0"));
  for (let k = 0; k < 10; k++) memory.store(at + long * k, long, BigInt(k === 0 ? texts : texts + 2));
  memory.poke(at + 10 * long, new Uint8Array(14).fill(127));
  return at;
}

const CODESET = 14;
const RADIX = 0x10000;

function information(call: LibcCall): LibcResult {
  const item = call.args.int();
  return ownText(call, item === CODESET ? "ANSI_X3.4-1968" : item === RADIX ? "." : "");
}

function mblen(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  if (pointer === 0n || call.args.unsignedLong() === 0n) return pointer === 0n ? 0 : -1;
  const byte = call.program.read(pointer, 1)[0]!;
  return byte === 0 ? 0 : byte < 128 ? 1 : -1;
}

export const nameFunctions = {
  getpwnam: (call) => {
    const name = textArgument(call);
    return passwordOf(
      call,
      users(call).find(([one]) => one === name),
    );
  },
  getpwuid: (call) => {
    const number = `${call.args.unsigned()}`;
    return passwordOf(
      call,
      users(call).find(([, , one]) => one === number),
    );
  },
  getgrnam: (call) => {
    const name = textArgument(call);
    return groupOf(
      call,
      groups(call).find(([one]) => one === name),
    );
  },
  getgrgid: (call) => {
    const number = `${call.args.unsigned()}`;
    return groupOf(
      call,
      groups(call).find(([, , one]) => one === number),
    );
  },
  glob,
  globfree,
  localeconv,
  nl_langinfo: information,
  mblen,
} satisfies LibcFunctions;
