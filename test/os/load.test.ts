// Loading: the initial stack byte for byte as a real kernel lays it out, page contents and permissions, where things go.
import assert from "node:assert/strict";
import test from "node:test";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PROT } from "../../debugger/mem/layout.ts";
import type { MachineEvent } from "../../debugger/os/events.ts";
import { loadProgram, startedBy } from "../../debugger/os/load.ts";
import { buildStack } from "../../debugger/os/process-stack.ts";
import type { Image, Segment } from "../../server/obj/image.ts";
import { startProcess } from "./process.ts";

/** What `./st64 one two` with A=1 and BB=22 found from rsp on, on Linux without randomisation: words, then strings. */
const linux64 = {
  pointer: 0x7fffffffee00,
  words: [3n, 0x7fffffffefd8n, 0x7fffffffefdfn, 0x7fffffffefe3n, 0n, 0x7fffffffefe7n, 0x7fffffffefebn, 0n],
  platform: 0x7fffffffefc9,
  random: 0x7fffffffefb9,
  path: 0x7fffffffeff1,
  tail: "./st64\0one\0two\0A=1\0BB=22\0./st64\0\0\0\0\0\0\0\0\0",
};
const linux32 = {
  words: [3n, 0xffffdfd8n, 0xffffdfdfn, 0xffffdfe3n, 0n, 0xffffdfe7n, 0xffffdfebn, 0n],
  platform: 0xffffdfcb,
  random: 0xffffdfbb,
  path: 0xffffdff1,
};

for (const [bits, top, linux, name] of [
  [64, 0x7ffffffff000, linux64, "st64"],
  [32, 0xffffe000, linux32, "st32"],
] as const) {
  test(`the initial stack has Linux's addresses, ${bits}-bit`, () => {
    const contents = {
      bits,
      top,
      argv: [`./${name}`, "one", "two"],
      envp: ["A=1", "BB=22"],
      path: `./${name}`,
      entry: 0x401000,
      seed: 0,
    } as const;
    const { pointer, bytes } = buildStack({ ...contents, programHeaders: { address: 0x400040, count: 3 } });
    const view = new DataView(bytes.buffer);
    const long = bits / 8;
    const word = (k: number): bigint =>
      bits === 64 ? view.getBigUint64(8 * k, true) : BigInt(view.getUint32(4 * k, true));
    assert.equal(pointer % 16, 0);
    assert.equal(pointer + bytes.length, top);
    assert.deepEqual(
      linux.words.map((_, k) => word(k)),
      linux.words,
    );
    const auxiliary = new Map<bigint, bigint>();
    for (let k = linux.words.length; word(k) !== 0n; k += 2) auxiliary.set(word(k), word(k + 1));
    assert.equal(auxiliary.get(15n), BigInt(linux.platform));
    assert.equal(auxiliary.get(25n), BigInt(linux.random));
    assert.equal(auxiliary.get(31n), BigInt(linux.path));
    assert.equal(auxiliary.get(3n), 0x400040n);
    assert.equal(auxiliary.get(9n), 0x401000n);
    assert.equal(auxiliary.get(6n), 4096n);
    assert.ok(long);
    if (bits === 64)
      assert.equal(
        String.fromCharCode(...bytes.slice(linux64.words[1]! > 0n ? Number(linux64.words[1]) - pointer : 0)),
        linux64.tail,
      );
  });
}

const segment = (
  address: number,
  bytes: readonly number[],
  sizeBytes: number,
  fileOffset: number,
  rights: string,
): Segment => ({
  address,
  bytes: Uint8Array.from(bytes),
  sizeBytes,
  fileOffset,
  read: rights.includes("r"),
  write: rights.includes("w"),
  exec: rights.includes("x"),
});

function load(
  segments: Segment[],
  extra: Partial<Image> = {},
  options: { seed?: number; maxMemoryBytes?: number; args?: string[] } = {},
) {
  const memory = createMemory(2 ** 24);
  const state = createState(memory);
  const events: MachineEvent[] = [];
  const image: Image = {
    bits: 64,
    entry: 0x401000,
    entryKind: "_start",
    segments,
    sections: [],
    symbols: [],
    items: [],
    stubs: [],
    executableStack: true,
    name: "t",
    modules: [],
    ...extra,
  };
  const result = loadProgram({
    image,
    memory,
    state,
    ...startedBy(image, options.args ?? [], {}),
    seed: options.seed ?? 0,
    maxMemoryBytes: options.maxMemoryBytes ?? 2 ** 24,
    emit: (event) => void events.push(event),
    now: () => 0,
    site: () => 0,
  });
  return { memory, state, events, result };
}

test("behind the last byte of .data come the next file bytes, and zeros where .bss begins", () => {
  const file = new Uint8Array(0x3000).fill(0xee);
  const withoutBss = load([segment(0x402000, [1, 2, 3], 3, 0x2000, "rw")], { file });
  assert.deepEqual([...withoutBss.memory.peek(0x402000, 5)], [1, 2, 3, 0xee, 0xee]);
  const withBss = load([segment(0x402000, [1, 2, 3], 100, 0x2000, "rw")], { file });
  assert.deepEqual([...withBss.memory.peek(0x402000, 5)], [1, 2, 3, 0, 0]);
  const before = load([segment(0x402010, [1, 2, 3], 3, 0x2010, "rw")], { file });
  assert.deepEqual([...before.memory.peek(0x40200e, 3)], [0xee, 0xee, 1]);
});

test("what PT_GNU_STACK says decides which pages are executable, as on Linux 6", () => {
  const segments = [segment(0x402000, [1], 1, 0x2000, "rw")];
  const missing = { executableStack: true, stackHeader: "missing" } as const;
  for (const [bits, header, data, stack] of [
    [32, missing, PROT.exec, PROT.exec],
    [32, { executableStack: true }, 0, PROT.exec],
    [32, { executableStack: false }, 0, 0],
    [64, missing, 0, 0],
    [64, { executableStack: true }, 0, PROT.exec],
    [64, { executableStack: false }, 0, 0],
  ] as const) {
    const { memory, state } = load(segments, { bits, ...header });
    assert.equal((memory.protectionAt(0x402000) ?? 0) & PROT.exec, data);
    assert.equal((memory.protectionAt(Number(state.read("rsp"))) ?? 0) & PROT.exec, stack);
  }
});

test("registers as execve leaves them", () => {
  const { state } = load([segment(0x401000, [0x90], 1, 0x1000, "rx")]);
  for (const name of ["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r15"])
    assert.equal(state.read(name), 0n, name);
  assert.equal(state.rip, 0x401000n);
  assert.equal(state.eflags, 0x202n);
  assert.equal(state.read("cs"), 0x33n);
  assert.equal(state.read("ss"), 0x2bn);
  assert.equal(state.read("ds"), 0n);
  assert.equal(state.mxcsr, 0x1f80);
  assert.equal(state.read("xmm3"), 0n);
});

test("the break begins on the page behind .bss; other seeds move stack, break and mappings by whole pages, the same for the same seed", () => {
  const segments = [segment(0x402000, [1], 0x1234, 0x2000, "rw")];
  const places = (seed: number) => {
    const { result } = load(segments, {}, { seed });
    assert.ok("process" in result);
    const { space, stack } = result.process;
    return [space.programBreak.start, stack.high, space.findGap(4096)!];
  };
  assert.deepEqual(places(0), [0x404000, 0x7ffffffff000, 0x7ffff7ffe000]);
  assert.deepEqual(places(7), places(7));
  assert.notDeepEqual(places(7), places(8));
  for (const place of places(7)) assert.equal(place % 4096, 0);
});

test("what cannot be loaded is one sentence", () => {
  const problems: [Segment[], Parameters<typeof load>[2], RegExp][] = [
    [[segment(0x1000, [1], 1, 0, "r")], {}, /lowest 64 KiB/],
    [[segment(0x7fffffffe000, [1], 1, 0, "r")], {}, /above the highest address/],
    [[segment(0x400000, [1], 2 ** 40, 0, "r")], {}, /more memory than the limit/],
    [[segment(0x400000, [1], Number.NaN, 0, "r")], {}, /above the highest address/],
    [[segment(0x400000, [1], 1, 0, "r")], { maxMemoryBytes: 8192 }, /more memory than the limit/],
    [[segment(0x400000, [1], 1, 0, "r")], { args: ["x".repeat(3_000_000)] }, /arguments and environment/],
  ];
  for (const [segments, options, expected] of problems) {
    const { result } = load(segments, {}, options);
    assert.ok("problem" in result);
    assert.match(result.problem, expected);
  }
});

test("the kernel's whole state comes back, files and descriptors too", () => {
  const process = startProcess();
  const { kernel, memory } = process;
  const path = process.text("f");
  const open = () => process.syscall("syscall", 2, path, 0o102, 0o644).result;
  const fd = open();
  process.syscall("syscall", 1, fd, process.text("before"), 6);
  const saved = kernel.save();
  memory.checkpoint();
  const again = (): unknown[] => {
    const results = [
      process.syscall("syscall", 1, fd, process.text("after"), 5).result,
      process.syscall("syscall", 8, fd, 0, 0).result,
      process.syscall("syscall", 0, fd, process.data, 100).result,
      String.fromCharCode(...memory.peek(process.data, 11)),
      process.syscall("syscall", 9, 0, 4096, 3, 0x22, -1, 0).result,
      process.syscall("syscall", 12, 0x600000).result,
      process.syscall("syscall", 87, path).result,
      process.syscall("syscall", 3, fd).result,
      process.syscall("syscall", 318, process.data, 8, 0).result,
      memory.load(process.data, 8),
      process.syscall("syscall", 80, process.text("/tmp")).result,
    ];
    return results;
  };
  const first = again();
  assert.equal(first[3], "beforeafter");
  const mappings = kernel.mappings().length;
  kernel.restore(saved);
  memory.rollback();
  assert.ok(kernel.mappings().length < mappings);
  assert.deepEqual(again(), first);
});

test("a file that is written and removed for ever fills nothing; one that grows for ever meets its limit", () => {
  const process = startProcess();
  const path = process.text("big");
  process.kernel.parts.space.map({
    start: 0x10000000,
    sizeBytes: 2 ** 22,
    requestedBytes: 2 ** 22,
    protection: 3,
    purpose: "mmap",
    name: "",
  });
  const write = (fd: bigint): bigint => process.syscall("syscall", 1, fd, 0x10000000, 2 ** 22).result;
  const open = (): bigint => process.syscall("syscall", 2, path, 0o102, 0o644).result;
  for (let k = 0; k < 100; k++) {
    const fd = open();
    assert.equal(write(fd), BigInt(2 ** 22));
    process.syscall("syscall", 87, path);
    process.syscall("syscall", 3, fd);
  }
  const fd = open();
  let written = 0;
  while (write(fd) > 0n) written++;
  assert.equal(write(fd), -28n);
  assert.ok(written >= 30 && written <= 64);
});

test("failures are explained in words", () => {
  const process = startProcess({ streams: "pipes" });
  const why = (number: number, ...args: number[]): string => {
    process.syscall("syscall", number, ...args);
    const event = process.events.at(-1)!;
    return event.kind === "syscall-exit" ? (event.why ?? "") : "";
  };
  assert.equal(
    why(9, 0, 1024, 3, 0, 0, 0),
    "EINVAL: flags contain neither MAP_PRIVATE (2) nor MAP_SHARED (1); the flags are in r10, which is 0",
  );
  assert.equal(why(1, 5, process.data, 1), "EBADF: 5 (rdi) is not an open file descriptor");
  assert.equal(why(1, 1, 0x20, 5), "EFAULT: the kernel cannot read 5 bytes at 0x20: 0x20 (rsi) is not mapped");
  assert.equal(why(0, 1, process.data, 5), "EBADF: file descriptor 1 (rdi) is not open for reading");
  assert.match(
    why(12, 0x10),
    /^the break stays at 0x[0-9a-f]+: 0x10 \(rdi\) is not possible, below the start of the break area$/,
  );
  assert.equal(why(1000), "ENOSYS: there is no system call 1000 in the x86-64 table");
  assert.equal(why(206), "ENOSYS: Asmoscope does not implement io_setup");
  assert.match(why(9, 0, 2 ** 40, 3, 0x22, -1, 0), /^ENOMEM: \d+ more bytes would pass the memory limit of \d+ bytes$/);
});

test("the clock is the instruction count, and sleeping moves it", () => {
  const process = startProcess();
  const now = (): bigint => {
    process.syscall("syscall", 228, 1, process.data);
    return process.memory.load(process.data, 8) * 1_000_000_000n + process.memory.load(process.data + 8, 8);
  };
  const before = now();
  process.state.retired += 1000;
  assert.equal(now() - before, 1001n);
  process.memory.store(process.data, 8, 2n);
  process.memory.store(process.data + 8, 8, 5n);
  process.syscall("syscall", 35, process.data, 0);
  assert.equal(now() - before, 2_000_000_005n + 1003n);
  assert.equal(process.syscall("syscall", 201, 0).result, 1_767_225_602n);
});

test("input that is not there yet leaves the call to be made again", () => {
  const process = startProcess();
  process.input.push("pending", "typed\n");
  assert.equal(process.syscall("syscall", 0, 0, process.data, 10).outcome, "pending");
  assert.equal(
    process.events.some(({ kind }) => kind === "syscall-exit"),
    false,
  );
  assert.equal(process.syscall("syscall", 0, 0, process.data, 10).result, 6n);
});

test("a mounted directory shows its files, and gets them back only when it may", () => {
  for (const writable of [true, false]) {
    const saved = new Map<string, string>();
    const contents = new Map([
      ["in.txt", "from the host"],
      ["sub/deep.txt", "deep"],
    ]);
    const process = startProcess({
      files: {
        writable,
        read: (name) =>
          name === "sub" ? "EISDIR" : contents.has(name) ? new TextEncoder().encode(contents.get(name)) : "ENOENT",
        write: (name, bytes) => {
          saved.set(name, new TextDecoder().decode(bytes));
          return "ok";
        },
        about: () => undefined,
        remove: () => "ok",
        makeDirectory: () => "ok",
        rename: () => "ok",
        link: () => "ok",
        makeLink: () => "ok",
        list: () => [{ name: "in.txt", directory: false, sizeBytes: 13 }],
      },
    });
    const open = (name: string, flags: number): bigint =>
      process.syscall("syscall", 2, process.text(name), flags, 0o644).result;
    const fd = open("/sub/../in.txt", 0);
    assert.equal(process.syscall("syscall", 0, fd, process.data, 100).result, 13n);
    assert.ok(open("sub/deep.txt", 0) > 0n);
    assert.ok(open("../../../in.txt", 0) > 0n, "nothing lies above the root");
    const out = open("out.txt", 0o101);
    if (!writable) {
      assert.equal(out, -30n);
      assert.equal(open("in.txt", 1), -30n);
      continue;
    }
    process.syscall("syscall", 1, out, process.text("result"), 6);
    process.syscall("syscall", 3, out);
    assert.equal(saved.get("out.txt"), "result");
  }
});
