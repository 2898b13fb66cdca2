import assert from "node:assert/strict";
import test from "node:test";
import { effects, familyOf } from "../../debugger/cpu/effects.ts";
import { decode } from "../../server/isa/decode.ts";
import { type RecordedCase, readSample } from "../oracle/sample.ts";

const of = (hex: string) => {
  const decoded = decode(Uint8Array.from(Buffer.from(hex, "hex")), 64);
  assert.ok(decoded, hex);
  return effects(decoded);
};

test("registers, flags and memory of an instruction come from what it does", () => {
  assert.deepEqual(of("480307"), {
    registersRead: ["rax", "rdi"],
    registersWritten: ["rax"],
    flagsRead: [],
    flagsWritten: ["cf", "pf", "af", "zf", "sf", "of"],
    memory: [{ access: "read", sizeBytes: 8, space: "data" }],
    transfers: false,
  });
  assert.deepEqual(of("FFC0").flagsWritten, ["pf", "af", "zf", "sf", "of"]); // inc eax
  assert.deepEqual(of("D1C0").flagsWritten, ["cf", "of"]); // rol eax, 1
  assert.deepEqual(of("7C00").flagsRead, ["sf", "of"]); // jl
  assert.equal(of("7C00").transfers, true);
  assert.deepEqual(of("50").memory, [{ access: "write", sizeBytes: 8, space: "stack" }]);
  assert.deepEqual(of("88E5").registersRead, ["ah"]); // mov ch, ah
  assert.deepEqual(of("88E5").registersWritten, ["ch"]);
  const copy = of("F3A4"); // rep movsb
  assert.deepEqual([...copy.registersWritten].sort(), ["rcx", "rdi", "rsi"]);
  assert.deepEqual(copy.flagsRead, ["df"]);
  assert.deepEqual(of("0FA2").registersWritten, ["eax", "ebx", "ecx", "edx"]); // cpuid
  const addition = of("F20F5807"); // addsd xmm0, [rdi]
  assert.deepEqual(addition.registersRead, ["rdi", "xmm0", "mxcsr"]);
  assert.deepEqual(addition.registersWritten, ["xmm0", "mxcsr"]);
  assert.deepEqual(of("0F2EC1").registersWritten, ["mxcsr"]); // ucomiss xmm0, xmm1
  assert.deepEqual(of("660F6FCA").registersRead, ["xmm2"]); // movdqa xmm1, xmm2
});

test("vector instructions name the registers they read and write by the part that counts", () => {
  const reads = (hex: string) => [...of(hex).registersRead].sort();
  const writes = (hex: string) => [...of(hex).registersWritten].sort();
  assert.deepEqual(reads("C5F458C2"), ["mxcsr", "ymm1", "ymm2"]); // vaddps ymm0, ymm1, ymm2
  assert.deepEqual(writes("C5F458C2"), ["mxcsr", "ymm0"]);
  assert.deepEqual(reads("C5F058C2"), ["mxcsr", "xmm1", "xmm2"]); // vaddps xmm0, xmm1, xmm2
  assert.deepEqual(writes("C5F058C2"), ["mxcsr", "ymm0"]); // it clears the upper half
  assert.deepEqual(reads("C4E275B8C2"), ["mxcsr", "ymm0", "ymm1", "ymm2"]); // vfmadd231ps ymm0, ymm1, ymm2
  assert.deepEqual(reads("C4E27D1A07"), ["rdi"]); // vbroadcastf128 ymm0, [rdi]
  assert.deepEqual(reads("C4E27D18C1"), ["xmm1"]); // vbroadcastss ymm0, xmm1
  assert.deepEqual(reads("C4E3754AC230"), ["ymm1", "ymm2", "ymm3"]); // vblendvps ymm0, ymm1, ymm2, ymm3
  assert.deepEqual(reads("C4E26D92040F"), ["rdi", "ymm0", "ymm1", "ymm2"]); // vgatherdps ymm0, [rdi+ymm1], ymm2
  assert.deepEqual(writes("C4E26D92040F"), ["ymm0", "ymm2"]);
  assert.deepEqual(of("C5FC77").registersRead, []); // vzeroall
  assert.deepEqual(of("C5FC77").registersWritten.length, 16);
});

const FLAGS = { cf: 1, pf: 4, af: 16, zf: 64, sf: 128, df: 1024, of: 2048 } as const;
const FIRST_REGISTER = 8;

/** What a recorded CPU changed and the instruction's sets do not name. */
function undeclared({ case: before, expected: after, undefinedFlags }: RecordedCase): string[] {
  const decoded = decode(before.code, before.mode);
  if (decoded === undefined || decoded.lengthBytes !== before.code.length) return [];
  const { registersWritten, flagsWritten, memory } = effects(decoded);
  const written = new Set(registersWritten);
  const general = new Set(registersWritten.map(familyOf));
  const found: string[] = [];
  const mask = before.mode === 32 ? 0xffffffffn : ~0n;
  before.gpr.slice(0, before.mode === 32 ? 8 : 16).forEach((value, k) => {
    if ((value & mask) !== (after.gpr[k]! & mask) && !general.has(k)) found.push(`register ${k}`);
  });
  for (const [name, bit] of Object.entries(FLAGS) as [keyof typeof FLAGS, number][])
    if ((Number(before.rflags) ^ Number(after.rflags)) & bit & ~undefinedFlags && !flagsWritten.includes(name))
      found.push(name);
  if (after.memory.length > 0 && !memory.some(({ access }) => access === "write")) found.push("memory");
  const differs = (a: Uint8Array, b: Uint8Array, at: number, size: number): boolean =>
    Buffer.compare(a.subarray(at, at + size), b.subarray(at, at + size)) !== 0;
  if (before.ymm && after.ymm)
    for (let k = 0; k < 16; k++) {
      if (differs(before.ymm, after.ymm, 32 * k, 16) && !written.has(`xmm${k}`) && !written.has(`ymm${k}`))
        found.push(`xmm${k}`);
      if (differs(before.ymm, after.ymm, 32 * k + 16, 16) && !written.has(`ymm${k}`)) found.push(`ymm${k}`);
    }
  if (before.mxcsr !== after.mxcsr && !written.has("mxcsr")) found.push("mxcsr");
  if (before.x87 && after.x87) found.push(...undeclaredX87(before.x87, after.x87, written));
  return found;
}

function undeclaredX87(before: Uint8Array, after: Uint8Array, written: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const topOf = (x87: Uint8Array): number => (x87[3]! >> 3) & 7;
  const word = (x87: Uint8Array, at: number): number => x87[at]! | (x87[at + 1]! << 8);
  if (word(before, 0) !== word(after, 0) && !written.has("fcw")) found.push("fcw");
  if (word(before, 2) !== word(after, 2) && !written.has("fsw")) found.push("fsw");
  if (before[4] !== after[4] && !written.has("ftw")) found.push("ftw");
  for (let physical = 0; physical < 8; physical++) {
    const bytes = (x87: Uint8Array): string => {
      const at = FIRST_REGISTER + 10 * ((physical - topOf(x87)) & 7);
      return Buffer.from(x87.subarray(at, at + 10)).toString("hex");
    };
    const name = `st${(physical - topOf(after)) & 7}`;
    if (bytes(before) !== bytes(after) && !written.has(name) && !written.has(`mm${physical}`)) found.push(name);
  }
  return found;
}

for (const sample of ["integer", "sse", "x87", "avx", "alignment"])
  test(`whatever a recorded CPU changed is in the sets of the instruction: ${sample}`, () => {
    const wrong = new Map<string, string>();
    let count = 0;
    for (const recorded of readSample(`test/cpu/data/${sample}.cases.br`)) {
      count++;
      const found = undeclared(recorded);
      if (found.length > 0) wrong.set(`${recorded.case.mode} ${recorded.form}`, found.join());
    }
    assert.ok(count > 0);
    assert.deepEqual([...wrong], []);
  });

test("state instructions, comparisons into flags and system calls name what they touch", () => {
  assert.deepEqual(of("DFF1").flagsRead, []); // fcomip st0, st1
  assert.deepEqual(of("DB3F").memory, [{ access: "write", sizeBytes: 10, space: "data" }]); // fstp tword [rdi]
  assert.deepEqual(of("D8C3").registersRead, ["fcw", "st0", "st3"]); // fadd st0, st3
  assert.deepEqual(of("DEC3").registersWritten, ["st2", "fsw", "ftw"]); // faddp st3, st0
  assert.deepEqual(of("0FAE07").memory, [{ access: "write", sizeBytes: 512, space: "data" }]); // fxsave [rdi]
  assert.ok(of("0FAE2F").registersWritten.includes("ymm15")); // xrstor [rdi]
  assert.deepEqual(of("0F05").registersRead.slice(0, 2), ["rax", "rdi"]); // syscall
});
