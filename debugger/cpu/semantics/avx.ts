// AVX, AVX2, F16C and AVX-VNNI. The VEX form of an SSE instruction is that instruction's own function, which finds its
// operands through a frame; here stand those that SSE does not have.

import type { avx as table } from "../../../server/isa/table/avx.ts";
import type { Builder, Semantics } from "../builder.ts";
import { type StateOffset, VECTOR_SCRATCH } from "../ir.ts";
import { STATE } from "../state.ts";
import { mmx } from "./mmx.ts";
import { sse, testBits } from "./sse.ts";
import { system } from "./system.ts";
import {
  clearAbove,
  emitFrame,
  frameOf,
  packed,
  registerPlace,
  resultOf,
  sourcePlace,
  widthOf,
} from "./vector-shapes.ts";

type Shared = keyof ReturnType<typeof sse> | keyof ReturnType<typeof mmx>;

/** Every SSE function under its VEX name. */
const sharedFunctions = () =>
  Object.fromEntries(
    Object.entries<Semantics>({ ...mmx(), ...sse() }).map(([name, semantics]) => [`v${name}`, semantics]),
  ) as Record<`v${Shared}`, Semantics>;

const all = <Name extends string>(names: readonly Name[], semantics: Semantics): Record<Name, Semantics> =>
  Object.fromEntries(names.map((name) => [name, semantics])) as Record<Name, Semantics>;

/** The source's first bytes in every lane. */
const broadcast =
  (name: string, laneBytes: number): Semantics =>
  (b) =>
    emitFrame(b, frameOf(b), name, sourcePlace(b, 1, laneBytes), 0);

/** VPERMILPx chooses lanes by an immediate or by a register. */
const permuteInLane =
  (name: string): Semantics =>
  (b) =>
    packed(b.immediate(2) === undefined ? name : `${name}Immediate`)(b);

const insertHalf: Semantics = (b) => {
  const frame = frameOf(b);
  const source = sourcePlace(b, frame.source, 16);
  emitFrame(b, frame, "insert128", source, Number((b.immediate(frame.immediate) ?? 0n) & 1n));
};

const extractHalf: Semantics = (b) => {
  const half = Number((b.immediate(2) ?? 0n) & 1n);
  const source = registerPlace(b, 1);
  if (b.isMemory(0)) {
    b.storeBytes(source + 16 * half, b.linear(0), 16, 1, b.spaceOf(0));
    return;
  }
  const result = resultOf(b);
  const { dest } = result;
  b.emit({ op: "vector", name: "extract128", dest, a: dest, b: source, sizeBytes: 16, immediate: half });
  clearAbove(b, result);
};

/** Zeros in the bytes of all registers of the mode, from `first` of each. */
const clearRegisters =
  (first: 0 | 16): Semantics =>
  (b) => {
    for (let register = 0; register < (b.bits === 64 ? 16 : 8); register++) {
      for (let at = first; at < 32; at += 8) b.setState(STATE.ymm + 32 * register + at, b.i64(0), 64);
    }
  };

/** Half precision to single: the source is half as long as the result. */
const fromHalf: Semantics = (b) => {
  const frame = frameOf(b);
  emitFrame(b, frame, undefined, sourcePlace(b, 1, frame.sizeBytes / 2), 0);
};

/** Single precision to half: the result, half as long, may go to memory, which must be writable before anything is noted. */
const toHalf: Semantics = (b) => {
  const sizeBytes = widthOf(b) / 2;
  const immediate = Number((b.immediate(2) ?? 0n) & 255n);
  const source = registerPlace(b, 1);
  const place = VECTOR_SCRATCH[1]!;
  const memory = b.isMemory(0);
  if (memory) b.checkWrite(b.linear(0), sizeBytes, b.spaceOf(0));
  b.emit({ op: "vector", name: "cvtps2ph", dest: place, a: place, b: source, sizeBytes, immediate });
  for (let at = 0; at < 16; at += 8) {
    const value = at < sizeBytes ? b.getState(place + at, 64) : b.i64(0);
    if (!memory) b.setState(registerPlace(b, 0) + at, value, 64);
    else if (at < sizeBytes) b.store(b.linearBeyond(0, b.like(b.linear(0), at)), value, 64, b.spaceOf(0), "unchecked");
  }
  if (!memory) clearAbove(b, resultOf(b));
};

/** VMASKMOVPx, VPMASKMOVx: only lanes whose mask has its top bit set touch memory. */
const maskedMove =
  (laneBytes: 4 | 8): Semantics =>
  (b) => {
    const sizeBytes = widthOf(b);
    if (b.isMemory(0)) {
      const places = [registerPlace(b, 2), registerPlace(b, 1)];
      b.helper("maskedStore", [b.wide(b.linear(0))], [], [...places, sizeBytes, laneBytes]);
      return;
    }
    const result = resultOf(b);
    const places = [result.dest, registerPlace(b, 1)];
    b.helper("maskedLoad", [b.wide(b.linear(2))], [], [...places, sizeBytes, laneBytes]);
    if (sizeBytes === 16) clearAbove(b, result);
  };

/** VPBLENDVB: VEX.W is reserved, though the assembler's table leaves it open. */
const blendBytes =
  (blend: Semantics): Semantics =>
  (b) => {
    if (b.decoded.w === 1) b.trap("#UD", 0, "fault", "VEX.W must be 0");
    else blend(b);
  };

const vectorPlace = (number: number): StateOffset => STATE.ymm + 32 * number;

/** Gathers: operand 1 is memory whose index is a vector register; elements whose mask is set are loaded, lowest first. */
const gather =
  (indexBytes: 4 | 8, laneBytes: 4 | 8): Semantics =>
  (b) => {
    const memory = b.operand(1);
    const [dest, mask] = [registerPlace(b, 0), registerPlace(b, 2)];
    if (memory.kind !== "memory" || memory.index === undefined) return;
    const index = vectorPlace(memory.index.number);
    if (new Set([dest, mask, index]).size < 3) {
      b.trap("#UD", 0, "fault", "destination, index and mask must be three registers");
      return;
    }
    const start = gatherBase(b);
    const segment = memory.segment === "fs" || memory.segment === "gs" ? b.segmentBase(memory.segment) : b.i64(0);
    const count = widthOf(b) / Math.max(indexBytes, laneBytes);
    const places = [dest, mask, index];
    const sizes = [laneBytes, indexBytes, count, memory.scale, memory.addressSizeBits, b.bits];
    b.helper("gather", [start, segment], [], [...places, ...sizes, memory.segment === "ss" ? 1 : 0]);
  };

/** Base and displacement of a gather's address, not yet cut to the address size. */
function gatherBase(b: Builder) {
  const memory = b.operand(1);
  if (memory.kind !== "memory") return b.i64(0);
  const displacement = b.i64(memory.displacement);
  return memory.base === undefined ? displacement : b.add(b.wide(b.addressRegister(memory.base.number)), displacement);
}

// biome-ignore format: groups of names
const familyOf = (shared: ReturnType<typeof sharedFunctions>, { ldmxcsr, stmxcsr }: ReturnType<typeof system>) => ({
  ...shared,
  vmovsd: shared.vmovsd_xmm, vcmpsd: shared.vcmpsd_xmm,
  vldmxcsr: ldmxcsr, vstmxcsr: stmxcsr,
  vzeroall: clearRegisters(0), vzeroupper: clearRegisters(16),
  vtestps: testBits(0x80000000_80000000n), vtestpd: testBits(0x80000000_00000000n),
  ...all(["vbroadcastss", "vpbroadcastd"], broadcast("broadcastd", 4)),
  ...all(["vbroadcastsd", "vpbroadcastq"], broadcast("broadcastq", 8)),
  ...all(["vbroadcastf128", "vbroadcasti128"], broadcast("broadcast128", 16)),
  vpbroadcastb: broadcast("broadcastb", 1), vpbroadcastw: broadcast("broadcastw", 2),
  vpermilps: permuteInLane("permilps"), vpermilpd: permuteInLane("permilpd"),
  ...all(["vpermd", "vpermps"], packed("permd")), ...all(["vpermq", "vpermpd"], packed("permq")),
  ...all(["vperm2f128", "vperm2i128"], packed("perm2x128")),
  ...all(["vinsertf128", "vinserti128"], insertHalf), ...all(["vextractf128", "vextracti128"], extractHalf),
  ...all(["vpblendd", "vpsllvd", "vpsllvq", "vpsravd", "vpsrlvd", "vpsrlvq", "vpdpbusd", "vpdpbusds", "vpdpwssd",
    "vpdpwssds"], packed()),
  ...all(["vmaskmovps", "vpmaskmovd"], maskedMove(4)), ...all(["vmaskmovpd", "vpmaskmovq"], maskedMove(8)),
  vpblendvb: blendBytes(shared.vpblendvb),
  vcvtph2ps: fromHalf, vcvtps2ph: toHalf,
  ...all(["vgatherdps", "vpgatherdd"], gather(4, 4)), ...all(["vgatherqps", "vpgatherqd"], gather(8, 4)),
  ...all(["vgatherdpd", "vpgatherdq"], gather(4, 8)), ...all(["vgatherqpd", "vpgatherqq"], gather(8, 8)),
}) satisfies Record<keyof ReturnType<typeof table>, Semantics>;

export const avx = () => familyOf(sharedFunctions(), system());
