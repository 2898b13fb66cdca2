import assert from "node:assert/strict";
import test from "node:test";
import type { CallRecord, Core, Observer } from "../../debugger/cpu/core.ts";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PAGE_BYTES, PROT } from "../../debugger/mem/layout.ts";

const CODE = 0x400000;
const DATA = 0x600000;
const STACK = 0x7fff_0000_0000;
const RW = PROT.read | PROT.write;

/** A machine with code (bytes as hexadecimal words, blanks ignored), one page of data and one of stack. */
function machine(code: string, options: { bits?: 32 | 64; codeProtection?: number; at?: number } = {}): Core {
  const memory = createMemory(2 ** 24);
  const state = createState(memory);
  const at = options.at ?? CODE;
  const bits = options.bits ?? 64;
  memory.map(CODE, PAGE_BYTES, options.codeProtection ?? PROT.read | PROT.exec);
  memory.map(DATA, PAGE_BYTES, RW);
  memory.map(bits === 64 ? STACK : DATA + PAGE_BYTES, PAGE_BYTES, RW);
  memory.poke(at, Uint8Array.from(Buffer.from(code.replace(/\s/g, ""), "hex")));
  state.rip = BigInt(at);
  state.write("rsp", BigInt((bits === 64 ? STACK : DATA + PAGE_BYTES) + PAGE_BYTES));
  return createStepEngine(memory, state, bits);
}

const rip = (core: Core): number => Number(core.state.rip);

test("a run retires exactly its budget and no more", () => {
  const core = machine("48FFC0 48FFC0 48FFC0 EBF5"); // inc rax ×3; jmp back
  assert.deepEqual(core.run(10), { kind: "budget" });
  assert.equal(core.state.retired, 10);
  assert.equal(core.state.gpr(0), 8n);
  assert.equal(rip(core), CODE + 6);
});

test("pushing and popping a segment register moves the stack by a whole slot", () => {
  for (const [bits, code, slot] of [
    [64, "0FA0 0FA1", 8],
    [64, "66 0FA8 66 0FA9", 2],
    [32, "0FA0 0FA1", 4],
    [32, "1E 1F", 4],
    [32, "66 06 66 07", 2],
  ] as const) {
    const core = machine(code, { bits });
    const before = core.state.gpr(4);
    core.run(1);
    assert.equal(before - core.state.gpr(4), BigInt(slot), `${code} in ${bits} bits`);
    core.run(1);
    assert.equal(core.state.gpr(4), before);
  }
});

test("f2xm1 and fyl2xp1 of small numbers are right to the last bit", () => {
  // 0xe.94e55595d939aa4p-53 → 0xa.1b723bcaef43cb9p-53 or the next, as a CPU and exact arithmetic give it.
  const core = machine("DB2F D9F0 DB3F"); // fld tword [rdi]; f2xm1; fstp tword [rdi]
  core.state.write("rdi", BigInt(DATA));
  core.memory.poke(DATA, Uint8Array.from(Buffer.from("a49a935d59554ee9cd3f", "hex")));
  core.run(3);
  const significand = core.memory.load(DATA, 8);
  assert.ok(significand === 0xa1b723bcaef43cb9n || significand === 0xa1b723bcaef43cban, significand.toString(16));
  assert.equal(core.memory.load(DATA + 8, 2), 0x3fcdn);
});

test("logarithms of powers of two are inexact, an angle that is nearly its own tangent is below it", () => {
  // fldcw [rdi]; fld tword [rdi + 16]; fld tword [rdi + 32]; then fyl2x or fpatan; fnstsw ax; fstp tword [rdi]. As a CPU gives it.
  for (const [operation, control, y, x, result, status] of [
    ["D9F1", 0x37f, "5a6a3e181e2f66a5eb3f", "0000000000000080fe3f", 0xbfeba5662f1e183e6a5an, 0x3820],
    ["D9F3", 0xf7f, "0000000000000080cdbf", "00000000000000802340", 0xbfa8ffffffffffffffffn, 0x3820],
  ] as const) {
    const core = machine(`D92F DB6F10 DB6F20 ${operation} DFE0 DB3F`);
    core.state.write("rdi", BigInt(DATA));
    core.memory.poke(DATA, Uint8Array.of(control & 255, control >> 8));
    core.memory.poke(DATA + 16, Uint8Array.from(Buffer.from(y, "hex")));
    core.memory.poke(DATA + 32, Uint8Array.from(Buffer.from(x, "hex")));
    core.run(6);
    assert.equal((core.memory.load(DATA + 8, 2) << 64n) | core.memory.load(DATA, 8), result);
    assert.equal(Number(core.state.gpr(0)) & 0xfdff, status);
  }
});

test("stopAt stops before an address, but not at the one where the run begins", () => {
  const core = machine("48FFC0 48FFC0 EBF8");
  core.stopAt = new Set([CODE + 3]);
  assert.deepEqual(core.run(100), { kind: "address" });
  assert.equal(core.state.retired, 1);
  assert.deepEqual(core.run(100), { kind: "address" });
  assert.equal(core.state.retired, 4);
  core.stopAt = new Set();
  assert.deepEqual(core.run(100), { kind: "budget" });
  core.stopAt = new Set([CODE + 3]);
  core.run(5);
  assert.equal(rip(core), CODE + 3);
});

test("a fault leaves registers, flags, memory and count as before the instruction", () => {
  const core = machine("48FFC8 480107 4889E0 50"); // dec rax; add [rdi], rax; …
  core.state.write("rdi", BigInt(DATA + PAGE_BYTES - 4));
  core.memory.poke(DATA + PAGE_BYTES - 4, Uint8Array.of(1, 2, 3, 4));
  const stop = core.run(10);
  assert.equal(stop.kind, "fault");
  assert.deepEqual(stop.kind === "fault" && stop.fault, {
    vector: "#PF",
    errorCode: 6,
    address: DATA + PAGE_BYTES,
    access: "write",
    sizeBytes: 4,
  });
  assert.equal(core.state.retired, 1);
  assert.equal(rip(core), CODE + 3);
  assert.equal(core.state.gpr(0), 0xffffffffffffffffn);
  assert.equal(Number(core.state.eflags) & 0x8d5, 0x94); // SF, AF, PF of the dec
  assert.deepEqual([...core.memory.peek(DATA + PAGE_BYTES - 4, 4)], [1, 2, 3, 4]);
});

test("what is not mapped, not executable or not an instruction faults where it stands", () => {
  const jump = machine("FFE0"); // jmp rax
  assert.equal(jump.run(1).kind, "budget");
  const fault = jump.run(1);
  assert.deepEqual(fault.kind === "fault" && [fault.fault.vector, fault.fault.errorCode, fault.fault.address], [
    "#PF",
    20,
    0,
  ]);
  const data = machine("", { codeProtection: RW }).run(1);
  assert.deepEqual(data.kind === "fault" && [data.fault.errorCode, data.fault.access], [21, "execute"]);
  const invalid = machine("06").run(1);
  assert.equal(invalid.kind === "fault" && invalid.fault.vector, "#UD");
  const cut = machine("48B8", { at: CODE + PAGE_BYTES - 2 }).run(1); // mov rax, imm64 without its end
  assert.equal(cut.kind === "fault" && cut.fault.address, CODE + PAGE_BYTES);
  const known = machine("62F17C48 58C0").run(1); // vaddps zmm0, zmm0, zmm0
  assert.equal(known.kind === "fault" && known.fault.detail, "vaddps");
});

test("int3 is a trap behind the instruction, syscall hands over with rcx and r11 set", () => {
  const core = machine("CC 0F05");
  const trap = core.run(5);
  assert.equal(trap.kind === "fault" && trap.fault.vector, "#BP");
  assert.deepEqual([rip(core), core.state.retired], [CODE + 1, 1]);
  assert.deepEqual(core.run(5), { kind: "syscall", by: "syscall" });
  assert.deepEqual([rip(core), core.state.retired], [CODE + 3, 2]);
  assert.equal(core.state.read("rcx"), BigInt(CODE + 3));
  assert.equal(core.state.read("r11"), core.state.eflags);
});

test("a repeated string instruction counts once and shows how far it came when it faults", () => {
  const core = machine("F3AA F3A4");
  core.state.write("rdi", BigInt(DATA));
  core.state.write("rcx", 100n);
  core.state.write("al", 7n);
  core.run(1);
  assert.equal(core.state.retired, 1);
  assert.equal(core.memory.peek(DATA + 99, 2)[0], 7);
  core.state.write("rsi", BigInt(DATA));
  core.state.write("rdi", BigInt(DATA + PAGE_BYTES - 3));
  core.state.write("rcx", 5n);
  assert.equal(core.run(1).kind, "fault");
  assert.equal(core.state.retired, 1);
  assert.equal(core.state.read("rcx"), 2n);
  assert.equal(core.state.read("rsi"), BigInt(DATA + 3));
});

const records = ({ calls }: Core): CallRecord[] => Array.from({ length: calls.length }, (_, k) => calls.at(k)!);

test("the record of calls follows call and ret, and forgets what a moved stack pointer left behind", () => {
  // 0: call 7   5: jmp $   7: call 16   12: ret   13…15: nop   16: mov rsp, rbp   19: ret
  const core = machine("E802000000 EBFE E804000000 C3 909090 4889EC C3");
  core.state.write("rbp", core.state.read("rsp")! - 8n);
  core.run(1);
  assert.deepEqual(records(core), [
    { callSite: CODE, returnAddress: CODE + 5, target: CODE + 7, stackPointer: STACK + PAGE_BYTES - 8, time: 0 },
  ]);
  core.run(1);
  assert.deepEqual(
    records(core).map((call) => [call.callSite - CODE, call.time]),
    [
      [0, 0],
      [7, 1],
    ],
  );
  core.run(2); // back to the first frame's return address at once, as longjmp does
  assert.equal(rip(core), CODE + 5);
  assert.deepEqual(records(core), []);
});

test("an observer sees each instruction and access, and can stop before either with nothing done", () => {
  const core = machine("48FFC0 480307 480107 FF37"); // inc; add rax,[rdi]; add [rdi],rax; push [rdi]
  core.state.write("rdi", BigInt(DATA));
  const seen: string[] = [];
  let stopBefore = -1;
  let stopAccesses = false;
  const observer: Observer = {
    before(pc, decoded) {
      seen.push(`${pc - CODE} ${decoded.mnemonic}`);
      return pc === stopBefore ? "stop" : undefined;
    },
    access(address, sizeBytes, access) {
      seen.push(`${access} ${address >= STACK ? "stack" : address - DATA} ${sizeBytes}`);
      return stopAccesses ? "stop" : undefined;
    },
    after(pc) {
      seen.push(`after ${pc - CODE}`);
    },
  };
  core.observer = observer;
  core.run(4);
  assert.deepEqual(seen, [
    "0 inc",
    "after 0",
    "3 add",
    "read 0 8",
    "after 3",
    "6 add",
    "read 0 8",
    "write 0 8",
    "after 6",
    "9 push",
    "read 0 8",
    "write stack 8",
    "after 9",
  ]);
  core.state.rip = BigInt(CODE);
  stopBefore = CODE + 3;
  assert.deepEqual(core.run(4), { kind: "observer" });
  assert.equal(rip(core), CODE + 3);
  stopBefore = -1;
  stopAccesses = true;
  const before = core.state.save();
  assert.deepEqual(core.run(1), { kind: "observer" }, "the read of add rax, [rdi]");
  assert.deepEqual(core.state.save(), before);
});

test("code that changes under a run is seen, data beside code does not change what runs", () => {
  // mov byte [rip+4], 0x40 (inc → the next instruction's ModRM C0 → C8 is dec): patch, then run it
  const patched = machine("C60502000000C8 FFC0", { codeProtection: RW | PROT.exec });
  patched.state.write("rax", 5n);
  patched.run(2);
  assert.equal(patched.state.read("eax"), 6n);
  patched.state.rip = BigInt(CODE);
  patched.memory.poke(CODE + 2, Uint8Array.of(1)); // now the store hits the ModRM byte of inc
  patched.run(2);
  assert.equal(patched.state.read("eax"), 5n);
  const mixed = machine("FF0503000000 EBF8", { codeProtection: RW | PROT.exec }); // inc dword [rip+3]; jmp back
  mixed.run(2000);
  assert.equal(mixed.memory.load(CODE + 9, 4), 1000n);
});

test("decodeAt gives the instruction or nothing, without running it", () => {
  const core = machine("48FFC0 06");
  assert.equal(core.decodeAt(CODE)?.mnemonic, "inc");
  assert.equal(core.decodeAt(CODE + 3), undefined);
  assert.equal(core.decodeAt(0), undefined);
  assert.equal(core.state.retired, 0);
});

test("32-bit mode wraps addresses and keeps the upper halves clear", () => {
  const core = machine("8B4004 50 58 60 61 48", { bits: 32 }); // mov eax,[eax+4]; push; pop; pusha; popa; dec eax
  core.state.write("eax", BigInt(DATA - 4));
  core.memory.poke(DATA, Uint8Array.of(1));
  core.run(6);
  assert.equal(core.state.gpr(0), 0n);
  assert.equal(core.state.read("esp"), BigInt(DATA + 2 * PAGE_BYTES));
  const wrapped = machine("8B00", { bits: 32 });
  wrapped.state.write("eax", 0xffffffffn);
  const stop = wrapped.run(1);
  // Four bytes from the last address on: beyond the segment's limit.
  assert.equal(stop.kind === "fault" && stop.fault.vector, "#GP");
  wrapped.state.write("eax", 0xfffffffcn);
  const last = wrapped.run(1);
  assert.equal(last.kind === "fault" && last.fault.address, 0xfffffffc);
});

test("repeated moves and fills give the same bytes a page at a time as one by one", () => {
  let seed = 99;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % below;
  };
  const opcodes = ["F3A4", "F366A5", "F3A5", "F348A5", "F3AA", "F366AB", "F3AB", "F348AB"];
  const core = machine(opcodes.map((code) => code.padEnd(16, "90")).join(""));
  core.memory.map(DATA + PAGE_BYTES, PAGE_BYTES, RW);
  const initial = Uint8Array.from({ length: 2 * PAGE_BYTES }, (_, k) => (k * 7 + (k >> 8)) & 255);
  for (let round = 0; round < 400; round++) {
    const which = random(opcodes.length);
    const [from, far, count] = [DATA + random(3000), DATA + random(3000), random(700)];
    const to = random(2) === 0 ? from + random(20) - 4 : far;
    const outcomes = [undefined, { access: () => undefined }].map((observer) => {
      core.memory.poke(DATA, initial);
      const registers = { rsi: from, rdi: to, rcx: count, rip: CODE + 8 * which, rax: 0x11223344 };
      for (const [name, value] of Object.entries(registers)) core.state.write(name, BigInt(value));
      core.observer = observer;
      const stop = core.run(1);
      const after = Object.keys(registers).map((name) => core.state.read(name));
      return { stop, after, memory: Buffer.from(core.memory.peek(DATA, 2 * PAGE_BYTES)).toString("latin1") };
    });
    assert.deepEqual(outcomes[0], outcomes[1], `${opcodes[which]} from ${from - DATA} to ${to - DATA}, ${count} times`);
  }
});

test("segments and system tables look as Linux shows them to a user program", () => {
  // Recorded on Linux 6: lar ebx, ecx; lsl edx, ecx; verw cx; smsw rax; str rsi; sgdt [rdi]
  const segments = [
    [0x33, 0x00affb00n, 0xffffffffn, 0],
    [0x2b, 0x00cff300n, 0xffffffffn, 1],
    [0x23, 0x00cffb00n, 0xffffffffn, 0],
    [0x10, 7n, 7n, 0],
  ] as const;
  for (const [selector, rights, limit, isWritable] of segments) {
    const core = machine("0F02D9 0F03D1 0F00E9 0F01E0 480F00CE 0F0107");
    core.state.write("rcx", BigInt(selector));
    core.state.write("rbx", 7n);
    core.state.write("rdx", 7n);
    core.state.write("rsi", 7n);
    core.state.write("rdi", BigInt(DATA));
    assert.deepEqual(core.run(6), { kind: "budget" });
    assert.equal(core.state.gpr(3), rights);
    assert.equal(core.state.gpr(2), limit);
    assert.equal((Number(core.state.eflags) >> 6) & 1, isWritable);
    assert.equal(core.state.gpr(0), 0x80050033n);
    assert.equal(core.state.gpr(6), 0x40n);
    assert.equal(Buffer.from(core.memory.peek(DATA, 10)).toString("hex"), "00000000feffffffffff");
  }
});

test("reserved encodings are invalid or do nothing, as on a CPU", () => {
  // Recorded: mov from segment register 6 and 7; MPX's opcodes in forms that MPX does not have, prefetches
  // that this CPU has not.
  for (const code of ["8CF0", "8CF8", "8C7000"]) {
    const stop = machine(code).run(1);
    assert.equal(stop.kind === "fault" && stop.fault.vector, "#UD", code);
  }
  for (const code of ["0F1A38", "0F1BFB", "660F1AFB", "F30F1A38", "480F1AFB", "0F1837", "660F183F", "0F183D00000000"]) {
    const core = machine(code);
    assert.deepEqual(core.run(1), { kind: "budget" }, code);
    assert.equal(rip(core), CODE + code.length / 2);
  }
});

test("prefixes that do not fit, registers that are not there, the code segment: faults as recorded", () => {
  const faultOf = (code: string, bits: 32 | 64): string => {
    const stop = machine(code, { bits }).run(1);
    return stop.kind === "fault" ? stop.fault.vector : stop.kind;
  };
  // mov cr7; mov cr1; mov dr8; stac; clac; f3 emms; 66 sha1msg1; f2 xsetbv; f2 rdrand; vmovups with a second source
  for (const code of [
    "0F20BE",
    "0F20C8",
    "440F21C0",
    "0F01CB",
    "0F01CA",
    "F30F77",
    "660F38C9C1",
    "F20F01D1",
    "F20FC7F2",
  ]) {
    assert.equal(faultOf(code, 64), "#UD", code);
  }
  assert.equal(faultOf("0F20C0", 64), "#GP");
  // adc [cs:ecx], al; an aligned access in the kernel's half that is not aligned: xorps xmm0, [-7]
  assert.equal(faultOf("2E1001", 32), "#GP");
  assert.equal(faultOf("0F570425F9FFFFFF", 64), "#GP");
  // 32-bit mode has eight registers, whatever VEX says: vsubps xmm0, xmm0, xmm1 with B, vaddps with a high first source
  assert.equal(faultOf("C4C1785CC1", 32), "budget");
  assert.equal(faultOf("C4E13858C1", 32), "budget");
});

test("in 64-bit mode a prefix of es, cs, ss or ds undoes no fs before it", () => {
  const core = machine("64368B03"); // mov eax, [fs:rbx] with an ss prefix behind
  core.state.fsBase = BigInt(DATA);
  core.state.write("rbx", 8n);
  core.memory.poke(DATA + 8, Uint8Array.of(1, 2, 3, 4));
  assert.deepEqual(core.run(1), { kind: "budget" });
  assert.equal(core.state.gpr(0), 0x04030201n);
});

test("far transfers stay in the mode's code segment, iret brings flags and stack", () => {
  // push 0x33; lea rax, [rel b]; push rax; retfq | ss, rdi + 64, 0x8d5, 0x33, c; iretq | call far [rdi]; pop rsi | jmp far
  const core = machine(
    "6A33 488D0504000000 50 48CB F4 8CD1 51 488D5F40 53 68D5080000 6A33 488D0504000000 50 48CF F4" +
      "488D050B000000 8907 66C747043300 FF1F F4 5E 66C747042300 FF2F",
  );
  core.state.write("rdi", BigInt(DATA));
  core.state.write("cs", 0x33n);
  core.state.write("ss", 0x2bn);
  const stop = core.run(100);
  assert.equal(stop.kind === "fault" && stop.fault.vector, "#GP");
  assert.equal(rip(core), CODE + 64);
  assert.equal(core.state.gpr(4), BigInt(DATA + 64));
  assert.equal(Number(core.state.eflags) & 0x8d5, 0x8d5);
  assert.equal(core.state.gpr(6), (0x33n << 32n) | BigInt(CODE + 56));
});

test("a pushed selector takes a whole place of the stack", () => {
  // push ds; push cs; call b; b: add dword [esp], 9; push es and pop dx in 16 bits; retf
  const core = machine("1E 0E E800000000 83042409 6606 665A CB", { bits: 32 });
  core.state.write("cs", 0x23n);
  for (const name of ["es", "ss", "ds"]) core.state.write(name, 0x2bn);
  assert.deepEqual(core.run(7), { kind: "budget" });
  assert.equal(rip(core), CODE + 16);
  assert.equal(core.state.gpr(4), BigInt(DATA + 2 * PAGE_BYTES - 4));
  assert.equal(core.state.gpr(2), 0x2bn);
});

test("arpl raises the requested privilege and says so in ZF", () => {
  for (const [own, least, result, zero] of [
    [0x30, 3, 0x33, 1],
    [0x33, 1, 0x33, 0],
  ] as const) {
    const core = machine("63C8", { bits: 32 }); // arpl ax, cx
    core.state.write("rax", BigInt(own));
    core.state.write("rcx", BigInt(least));
    assert.deepEqual(core.run(1), { kind: "budget" });
    assert.equal(core.state.gpr(0), BigInt(result));
    assert.equal((Number(core.state.eflags) >> 6) & 1, zero);
  }
});
