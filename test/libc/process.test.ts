// Streams, callbacks, the start and the end of a process: what reaches the host and when, and what is lost.
import assert from "node:assert/strict";
import test from "node:test";
import { GPR } from "../../debugger/cpu/state.ts";
import { AREA } from "../../debugger/libc/state.ts";
import { libcFunctions } from "../../server/facts/libc.ts";
import { STUB } from "../../server/facts/libc-linking.ts";
import { type ProcessOptions, startProcess, type TestProcess } from "../os/process.ts";

const start = (options: ProcessOptions = {}): TestProcess =>
  startProcess({ stubs: Object.keys(libcFunctions()), ...options });
const written = (process: TestProcess, stream: 1 | 2 = 1): string =>
  process.output
    .filter((piece) => piece.stream === stream)
    .map(({ text }) => text)
    .join("");
const stream = (process: TestProcess, fd: number): number =>
  process.kernel.mappings().find(({ name }) => name === "[libc]")!.start + AREA.streams + 0x100 * fd;

test("standard output: line by line on a terminal, at the end on a pipe, with raw writes overtaking", () => {
  for (const [streams, early, late] of [
    ["terminal", "line\nraw", "line\nraw more"],
    ["pipes", "raw", "rawline\n more"],
  ] as const) {
    const process = start({ streams });
    process.call("printf", [process.text("line\n")]);
    process.syscall("syscall", 1, 1, process.text("raw"), 3);
    process.call("printf", [process.text(" more")]);
    assert.equal(written(process), early);
    assert.equal(process.libc.unflushedBytes() > 0, true);
    assert.deepEqual(process.call("exit", [3]).outcome, { kind: "exit", code: 3 });
    assert.equal(written(process), late);
  }
});

test("a full buffer is written at its end, standard error at once, and fflush on demand", () => {
  const process = start({ streams: "pipes" });
  for (let k = 0; k < 5000; k++) process.call("putchar", [97]);
  assert.equal(written(process).length, 4096);
  process.call("fflush", [0]);
  assert.equal(written(process).length, 5000);
  process.call("fprintf", [stream(process, 2), process.text("err %d"), 5]);
  assert.equal(written(process, 2), "err 5");
});

test("_exit and signals lose what was not flushed", () => {
  const process = start({ streams: "pipes" });
  process.call("puts", [process.text("lost")]);
  assert.deepEqual(process.call("_exit", [0x1ff]).outcome, { kind: "exit", code: 255 });
  assert.equal(written(process), "");
  assert.deepEqual(process.call("abort").outcome, { kind: "signal", signal: "SIGABRT", number: 6 });
});

test("writing to a closed descriptor fails with −1 and errno", () => {
  const process = start();
  process.syscall("syscall", 3, 1);
  assert.equal(process.call("puts", [process.text("x")]).result, 0xffffffffn);
  assert.equal(process.memory.load(Number(process.call("__errno_location").result), 4), 9n);
  process.call("perror", [process.text("puts")]);
  assert.equal(written(process, 2), "puts: Bad file descriptor\n");
});

test("lines: fgets keeps the newline and its limit, gets drops it, getline allocates, end of file stays", () => {
  const process = start({ streams: "pipes" });
  process.input.push("first line\nsecond\nthird\nlast");
  const at = process.data;
  const standardInput = stream(process, 0);
  const text = (address: number): string => {
    const bytes = process.memory.peek(address, 64);
    return String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0)));
  };
  assert.equal(process.call("fgets", [at, 6, standardInput]).result, BigInt(at));
  assert.equal(text(at), "first");
  process.call("fgets", [at, 60, standardInput]);
  assert.equal(text(at), " line\n");
  process.call("gets", [at]);
  assert.equal(text(at), "second");
  process.memory.poke(at, new Uint8Array(16));
  assert.equal(process.call("getline", [at, at + 8, standardInput]).result, 6n);
  assert.equal(text(Number(process.memory.load(at, 8))), "third\n");
  assert.equal(process.memory.load(at + 8, 8), 120n);
  assert.equal(process.call("ungetc", [65, standardInput]).result, 65n);
  process.call("fgets", [at, 60, standardInput]);
  assert.equal(text(at), "Alast");
  assert.equal(process.call("fgets", [at, 60, standardInput]).result, 0n);
  assert.equal(process.call("feof", [standardInput]).result, 1n);
  process.input.push("too late\n");
  assert.equal(process.call("getchar").result, 0xffffffffn);
});

test("files: written, read back, positions, append, and errors", () => {
  const process = start();
  const open = (name: string, mode: string): bigint =>
    process.call("fopen", [process.text(name), process.text(mode)]).result;
  const at = process.data;
  assert.equal(open("none", "r"), 0n);
  const file = open("notes.txt", "w+");
  process.call("fprintf", [file, process.text("%d %s\n"), 12, process.text("words")]);
  assert.equal(process.call("ftell", [file]).result, 9n);
  process.call("rewind", [file]);
  assert.equal(process.call("fscanf", [file, process.text("%d"), at]).result, 1n);
  assert.equal(process.memory.load(at, 4), 12n);
  assert.equal(process.call("ftell", [file]).result, 2n);
  process.call("fseek", [file, -2, 2]);
  assert.equal(process.call("fgetc", [file]).result, 115n);
  process.call("fputs", [process.text("!!"), file]);
  assert.equal(process.call("fclose", [file]).result, 0n);
  const more = open("notes.txt", "a");
  process.call("fwrite", [process.text("tail"), 2, 2, more]);
  process.call("fclose", [more]);
  const back = open("notes.txt", "r");
  assert.equal(process.call("fread", [at, 1, 60, back]).result, 14n);
  assert.equal(String.fromCharCode(...process.memory.peek(at, 14)), "12 words!!tail");
  assert.equal(process.call("fputc", [1, back]).result, 0xffffffffn);
});

test("a stream that was closed, or never was one, faults instead of corrupting", () => {
  const process = start();
  for (const pointer of [0, 0x1234, process.data, stream(process, 0) + 8, stream(process, 5)]) {
    const { outcome } = process.call("fputc", [65, pointer]);
    assert.ok(typeof outcome === "object" && outcome.kind === "fault");
  }
});

/** Runs the program's part of a call back: looks at the arguments, answers, and returns to the stub. */
function answerCallBack(process: TestProcess, bits: 32 | 64, answer: (left: number, right: number) => number): void {
  const { state, memory } = process;
  const stub = Number(state.rip) - STUB.callBack;
  const stackPointer = Number(state.gpr(GPR.rsp));
  assert.equal(stackPointer % 16, 0, "aligned at the call");
  const [left, right] =
    bits === 64
      ? [Number(state.gpr(GPR.rdi)), Number(state.gpr(GPR.rsi))]
      : [Number(memory.load(stackPointer, 4)), Number(memory.load(stackPointer + 4, 4))];
  state.setGpr(GPR.rax, BigInt.asUintN(bits, BigInt(answer(left!, right!))));
  state.rip = BigInt(stub + STUB.resume);
}

for (const bits of [64, 32] as const) {
  test(`qsort sorts stably with the program's compare function, bsearch finds, ${bits}-bit`, () => {
    const process = start({ bits });
    const { memory, data, state } = process;
    const values = Array.from({ length: 50 }, (_, k) => (k * 7919) % 23);
    for (const [k, value] of values.entries()) memory.store(data + 4 * k, 4, BigInt(value * 256 + k));
    const before = state.gpr(GPR.rsp);
    let { outcome } = process.call("qsort", [data, 50, 4, 0x401000]);
    const compare = (left: number, right: number): number =>
      Number(memory.load(left + 1, 1)) - Number(memory.load(right + 1, 1));
    // The call set rsp back for its caller; the frame that qsort made is what counts here.
    let rounds = 0;
    const frame = framePointer(process, before, bits, 4);
    while (Number(state.rip) % 16 === STUB.callBack && rounds++ < 1000) {
      state.setGpr(GPR.rsp, frame);
      answerCallBack(process, bits, compare);
      outcome = process.libc.call();
    }
    assert.equal(outcome, "done");
    const sorted = values.map((value, k) => value * 256 + k).sort((a, b) => a - b);
    assert.deepEqual(
      values.map((_, k) => Number(memory.load(data + 4 * k, 4))),
      sorted,
    );
    assert.ok(!process.kernel.mappings().some(({ name }) => name === "[libc qsort]"));
  });
}

/** rsp as the call back left it, from the way the test process calls. */
function framePointer(_process: TestProcess, before: bigint, bits: 32 | 64, count: number): bigint {
  const long = bits / 8;
  let stackPointer = Number(before) - (bits === 32 ? long * count : 0) - 64;
  stackPointer -= stackPointer % 16;
  stackPointer -= long;
  const unaligned = stackPointer - 104;
  return BigInt(unaligned - (unaligned % 16));
}

for (const bits of [64, 32] as const) {
  test(`main gets argc, argv and envp with an aligned stack; its return flushes and ends, ${bits}-bit`, () => {
    const process = startProcess({
      bits,
      stubs: ["__libc_start_main", "printf", "atexit"],
      args: ["one"],
      environment: { A: "1" },
    });
    const { state, memory } = process;
    const long = bits / 8;
    const vector = process.process.stack.initialPointer;
    const stub = 0x500000;
    state.rip = BigInt(stub);
    assert.equal(process.libc.call(), "done");
    assert.equal(Number(state.rip), stub + STUB.callBack);
    const stackPointer = Number(state.gpr(GPR.rsp));
    assert.equal(stackPointer % 16, 0);
    const argument = (k: number): number =>
      bits === 64 ? Number(state.gpr([GPR.rdi, GPR.rsi, GPR.rdx][k]!)) : Number(memory.load(stackPointer + 4 * k, 4));
    assert.deepEqual([argument(0), argument(1), argument(2)], [2, vector + long, vector + long * 4]);
    // main prints without a newline and returns 7.
    process.call("printf", [process.text("bye")]);
    process.call("atexit", [0x401000]);
    state.setGpr(GPR.rax, 7n);
    state.rip = BigInt(stub + STUB.resume);
    assert.equal(process.libc.call(), "done");
    assert.equal(Number(state.rip), stub + STUB.callBack, "what atexit registered runs first");
    assert.equal(state.gpr(GPR.rax), 0x401000n);
    state.setGpr(GPR.rax, 99n);
    state.rip = BigInt(stub + STUB.resume);
    assert.deepEqual(process.libc.call(), { kind: "exit", code: 7 });
    assert.equal(written(process), "bye");
    assert.deepEqual(process.events.at(-1), { kind: "exit", code: 7 });
  });
}

test("accesses are told before they happen, and faults leave the call as it was", () => {
  const process = start();
  process.events.length = 0;
  process.call("memcpy", [process.data, process.data + 100, 10]);
  assert.deepEqual(
    process.events.map((event) =>
      event.kind === "libc-access"
        ? `${event.name} ${event.access} ${event.address - process.data} ${event.sizeBytes}`
        : event.kind,
    ),
    ["libc-enter", "memcpy read 100 10", "memcpy write 0 10", "libc-exit"],
  );
  const { outcome } = process.call("strlen", [0]);
  assert.deepEqual(outcome, {
    kind: "fault",
    fault: { vector: "#PF", errorCode: 4, address: 0, access: "read", sizeBytes: 1 },
  });
  const wild = process.call("strlen", [0x1234567890abcdefn]).outcome;
  assert.ok(typeof wild === "object" && wild.kind === "fault" && wild.fault.vector === "#GP");
  assert.ok(typeof process.call("memset", [0x401000, 0, 4]).outcome === "object", "code is read-only");
});

test("directories are read entry by entry, with names where each ABI has them", () => {
  for (const [bits, nameAt] of [
    [64, 19],
    [32, 11],
  ] as const) {
    const process = start({ bits });
    const { memory } = process;
    process.call("mkdir", [process.text("folder"), 0o755]);
    for (const name of ["folder/one", "folder/two"]) process.call("creat", [process.text(name), 0o644]);
    const directory = process.call("opendir", [process.text("folder")]).result;
    const names: string[] = [];
    for (;;) {
      const entry = Number(process.call("readdir", [directory]).result);
      if (entry === 0) break;
      const bytes = memory.peek(entry + nameAt, 16);
      names.push(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0))));
    }
    assert.deepEqual(names.sort(), [".", "..", "one", "two"]);
    assert.equal(Number(process.call("closedir", [directory]).result), 0);
  }
});

test("i386: a quotient goes where the hidden argument points", () => {
  const process = start({ bits: 32 });
  process.call("div", [process.data, -17, 5]);
  assert.deepEqual(
    [process.memory.load(process.data, 4), process.memory.load(process.data + 4, 4)],
    [0xfffffffdn, 0xfffffffen],
  );
});

test("what glibc faults on with a stack that is 8 bytes off faults here", () => {
  const process = start();
  const { state } = process;
  const misalign = (name: string, al: bigint) => {
    state.setGpr(GPR.rax, al);
    state.setGpr(GPR.rdi, BigInt(process.text("text")));
    state.setGpr(GPR.rsp, BigInt(process.data + 0x800));
    state.rip = BigInt([...process.libc.stops].find(([, stub]) => stub === name)![0]);
    const outcome = process.libc.call();
    return typeof outcome === "object" && outcome.kind === "fault" ? outcome.fault.vector : outcome;
  };
  assert.equal(misalign("scanf", 0n), "#GP");
  assert.equal(misalign("printf", 1n), "#GP");
  assert.equal(misalign("printf", 0n), "done");
  assert.equal(misalign("puts", 1n), "done");
});

test("registers that glibc leaves the same after every call are the same here", () => {
  const process = start();
  const { state } = process;
  const caller = state.gpr(GPR.rsp);
  process.call("rand");
  assert.equal(state.gpr(GPR.rdx), 0n);
  process.call("printf", [process.text("%d"), 5]);
  assert.deepEqual([state.gpr(GPR.rcx), state.gpr(GPR.rdx)], [0n, 0n]);
  const below = caller - state.gpr(GPR.rdi);
  assert.ok(below >= 1376n && below < 1536n, `printf leaves rdi ${below} bytes below the caller's frame`);
  process.call("free", [process.call("malloc", [24]).result]);
  assert.equal(state.gpr(GPR.rax), 0n);
  const narrow = start({ bits: 32 });
  narrow.call("rand");
  assert.equal(narrow.state.gpr(GPR.rdx), 0n);
});
