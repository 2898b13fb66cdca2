import assert from "node:assert/strict";
import test from "node:test";
import { effects } from "../../debugger/cpu/effects.ts";
import { decode } from "../../server/isa/decode.ts";

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
  assert.deepEqual(addition.registersRead, ["rdi", "xmm0"]);
  assert.deepEqual(addition.registersWritten, ["xmm0"]);
  assert.deepEqual(of("660F6FCA").registersRead, ["xmm2"]); // movdqa xmm1, xmm2
});

test("vector instructions name the registers they read and write by the part that counts", () => {
  const reads = (hex: string) => [...of(hex).registersRead].sort();
  const writes = (hex: string) => of(hex).registersWritten;
  assert.deepEqual(reads("C5F458C2"), ["ymm1", "ymm2"]); // vaddps ymm0, ymm1, ymm2
  assert.deepEqual(writes("C5F458C2"), ["ymm0"]);
  assert.deepEqual(reads("C5F058C2"), ["xmm1", "xmm2"]); // vaddps xmm0, xmm1, xmm2
  assert.deepEqual(writes("C5F058C2"), ["ymm0"]); // it clears the upper half
  assert.deepEqual(reads("C4E275B8C2"), ["ymm0", "ymm1", "ymm2"]); // vfmadd231ps ymm0, ymm1, ymm2
  assert.deepEqual(reads("C4E27D1A07"), ["rdi"]); // vbroadcastf128 ymm0, [rdi]
  assert.deepEqual(reads("C4E27D18C1"), ["xmm1"]); // vbroadcastss ymm0, xmm1
  assert.deepEqual(reads("C4E3754AC230"), ["ymm1", "ymm2", "ymm3"]); // vblendvps ymm0, ymm1, ymm2, ymm3
  assert.deepEqual(reads("C4E26D92040F"), ["rdi", "ymm0", "ymm1", "ymm2"]); // vgatherdps ymm0, [rdi+ymm1], ymm2
  assert.deepEqual(writes("C4E26D92040F"), ["ymm0", "ymm2"]);
  assert.deepEqual(of("C5FC77").registersRead, []); // vzeroall
  assert.deepEqual(of("C5FC77").registersWritten.length, 16);
});
