// SSE to SSE4.2: singles, doubles and integers in XMM registers (SDM Vol. 1, chapters 10 to 12).

import type { sse as table } from "../../../server/isa/table/sse.ts";
import type { Semantics } from "../builder.ts";
import { type Value, VECTOR_SCRATCH } from "../ir.ts";
import { STATE } from "../state.ts";
import {
  clearAbove,
  compareScalar,
  convertLowest,
  crossHalf,
  emitFrame,
  enterMmx,
  extractLane,
  frameOf,
  fromInteger,
  insertLane,
  isMmx,
  maskedStore,
  moveAll,
  moveHalf,
  moveLane,
  packed,
  registerPlace,
  resultOf,
  scalar,
  shiftAll,
  signMask,
  sourcePlace,
  toInteger,
  widening,
  widthOf,
} from "./vector-shapes.ts";

const all = <Name extends string>(names: readonly Name[], semantics: Semantics): Record<Name, Semantics> =>
  Object.fromEntries(names.map((name) => [name, semantics])) as Record<Name, Semantics>;

const PREDICATES = ["eq", "lt", "le", "unord", "neq", "nlt", "nle", "ord"] as const;
type PredicateNames<Suffix extends string> = `cmp${(typeof PREDICATES)[number]}${Suffix}`;

/** The eight comparisons that have names, and the general one, which takes its predicate's three bits as an immediate. */
function comparisons<Suffix extends "ps" | "pd" | "ss" | "sd">(
  suffix: Suffix,
): Record<PredicateNames<Suffix>, Semantics> {
  const laneBytes = suffix.endsWith("s") ? 4 : 8;
  const name = laneBytes === 4 ? "cmpps" : "cmppd";
  const make = (predicate: number): Semantics =>
    suffix.startsWith("p") ? packed(name, predicate) : scalar(laneBytes, name, predicate);
  const entries = PREDICATES.map((predicate, k) => [`cmp${predicate}${suffix}`, make(k)] as const);
  return Object.fromEntries(entries) as Record<PredicateNames<Suffix>, Semantics>;
}

/** The general comparison: three bits of the immediate count, five in AVX. */
const compareByImmediate =
  (laneBytes: 4 | 8, lanes: "all" | "lowest"): Semantics =>
  (b) => {
    const { immediate, encoding } = frameOf(b);
    const predicate = Number((b.immediate(immediate) ?? 0n) & (encoding === "vex" ? 31n : 7n));
    const name = laneBytes === 4 ? "cmpps" : "cmppd";
    (lanes === "all" ? packed(name, predicate) : scalar(laneBytes, name, predicate))(b);
  };

/** Conversions between MMX integers and singles or doubles: always two lanes. */
const fromMmx =
  (name: "cvtdq2ps" | "cvtdq2pd"): Semantics =>
  (b) => {
    const dest = registerPlace(b, 0);
    const source = sourcePlace(b, 1, 8);
    if (isMmx(b, 1)) enterMmx(b, undefined);
    const sizeBytes = name === "cvtdq2ps" ? 8 : 16;
    b.emit({ op: "vector", name, dest, a: dest, b: source, sizeBytes, immediate: 2 });
  };

const toMmx =
  (name: "cvtps2dq" | "cvttps2dq" | "cvtpd2dq" | "cvttpd2dq", sourceBytes: 8 | 16): Semantics =>
  (b) => {
    const source = sourcePlace(b, 1, sourceBytes, sourceBytes === 16 ? 16 : 1);
    const result = VECTOR_SCRATCH[1]!;
    enterMmx(b, undefined);
    b.emit({ op: "vector", name, dest: result, a: result, b: source, sizeBytes: 8, immediate: 2 });
    enterMmx(b, 0);
    b.setState(registerPlace(b, 0), b.getState(result, 64), 64);
  };

/** INSERTPS: from memory, the one dword counts whatever the immediate's upper bits say. */
const insertps: Semantics = (b) => {
  const frame = frameOf(b);
  const source = sourcePlace(b, frame.source, 4);
  const immediate = Number((b.immediate(frame.immediate) ?? 0n) & 255n) & (b.isMemory(frame.source) ? 0x3f : 0xff);
  emitFrame(b, frame, undefined, source, immediate);
};

/** The mask is xmm0, or the register that a VEX form names. */
const blendByMask: Semantics = (b) => {
  const frame = frameOf(b);
  const source = sourcePlace(b, frame.source, frame.sizeBytes, frame.alignBytes);
  emitFrame(b, frame, undefined, source, frame.encoding === "vex" ? registerPlace(b, frame.immediate) : STATE.ymm);
};

/** PTEST, VTESTPx: of the bits in `mask` ZF := no bit of SRC in DEST, CF := no bit of SRC outside DEST. */
export const testBits =
  (mask: bigint): Semantics =>
  (b) => {
    const { dest, sizeBytes, alignBytes } = frameOf(b);
    const source = sourcePlace(b, 1, sizeBytes, alignBytes);
    const any = (bitsOf: (left: Value, right: Value) => Value): Value => {
      const lanes = Array.from({ length: sizeBytes / 8 }, (_, k) =>
        bitsOf(b.getState(dest + 8 * k, 64), b.getState(source + 8 * k, 64)),
      );
      return b.and(
        lanes.reduce((all, lane) => b.or(all, lane)),
        b.i64(mask),
      );
    };
    const zero = b.eqz(any((left, right) => b.and(left, right)));
    const carry = b.eqz(any((left, right) => b.and(b.not(left), right)));
    b.setEflags(b.or(b.shl(zero, b.i32(6)), carry), 0x8d5);
  };

/** PCMPxSTRx: lengths from eax and edx or from the strings' zero bytes; result in ecx or xmm0 (SDM Vol. 2B, 4.1). */
const stringCompare =
  (lengths: "explicit" | "implicit", result: "index" | "mask"): Semantics =>
  (b) => {
    const dest = registerPlace(b, 0);
    const source = sourcePlace(b, 1, 16);
    const wide = b.bits === 64 && b.decoded.w === 1 ? 64 : 32;
    const given = ["rax", "rdx"] as const;
    const counts = lengths === "explicit" ? given.map((name) => b.wideSigned(b.get(name, wide), wide)) : [];
    const control = Number((b.immediate(2) ?? 0n) & 255n);
    const mode = (lengths === "explicit" ? 1 : 0) | (result === "mask" ? 2 : 0);
    const [index, flags] = b.helper("stringCompare", counts, ["i32", "i32"], [dest, source, control, mode]);
    if (result === "index") b.set("rcx", 32, index!);
    else clearAbove(b, { ...resultOf(b), dest: STATE.ymm });
    b.setEflags(flags!, 0x8d5);
  };

const privileged: Semantics = (b) =>
  b.trap("#GP", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel: in a user program it faults`);

// biome-ignore format: groups of names
export const sse = () => ({
  ...comparisons("ps"), ...comparisons("pd"), ...comparisons("ss"), ...comparisons("sd"),
  cmpps: compareByImmediate(4, "all"), cmppd: compareByImmediate(8, "all"),
  cmpss: compareByImmediate(4, "lowest"), cmpsd_xmm: compareByImmediate(8, "lowest"),
  movaps: moveAll("aligned"), movapd: moveAll("aligned"), movdqa: moveAll("aligned"), movntps: moveAll("aligned"), movntpd: moveAll("aligned"),
  movntdq: moveAll("aligned"), movntdqa: moveAll("aligned"), movups: moveAll("unaligned"), movupd: moveAll("unaligned"), movdqu: moveAll("unaligned"), lddqu: moveAll("unaligned"),
  movss: moveLane(32), movsd_xmm: moveLane(64),
  movlps: moveHalf(0), movlpd: moveHalf(0), movhps: moveHalf(8), movhpd: moveHalf(8),
  movhlps: crossHalf(8, 0), movlhps: crossHalf(0, 8),
  movmskps: signMask(4), movmskpd: signMask(8), maskmovdqu: maskedStore,
  ...all(["addps", "addpd", "subps", "subpd", "mulps", "mulpd", "divps", "divpd", "minps", "minpd", "maxps", "maxpd",
    "sqrtps", "sqrtpd", "addsubps", "addsubpd", "haddps", "haddpd", "hsubps", "hsubpd", "rcpps", "rsqrtps", "roundps",
    "roundpd", "dpps", "dppd"], packed()),
  ...all(["addss", "subss", "mulss", "divss", "minss", "maxss", "sqrtss"], scalar(4)),
  ...all(["addsd", "subsd", "mulsd", "divsd", "minsd", "maxsd", "sqrtsd"], scalar(8)),
  rcpss: scalar(4, "rcpps"), rsqrtss: scalar(4, "rsqrtps"), roundss: scalar(4, "roundps"), roundsd: scalar(8, "roundpd"),
  andps: packed("pand"), andpd: packed("pand"), andnps: packed("pandn"), andnpd: packed("pandn"),
  orps: packed("por"), orpd: packed("por"), xorps: packed("pxor"), xorpd: packed("pxor"),
  comiss: compareScalar(4, "signalling"), comisd: compareScalar(8, "signalling"),
  ucomiss: compareScalar(4, "quiet"), ucomisd: compareScalar(8, "quiet"),
  cvtsi2ss: fromInteger(4), cvtsi2sd: fromInteger(8),
  cvtss2si: toInteger(4, "round"), cvtsd2si: toInteger(8, "round"),
  cvttss2si: toInteger(4, "truncate"), cvttsd2si: toInteger(8, "truncate"),
  cvtss2sd: convertLowest("cvtps2pd", 4, 8),
  cvtsd2ss: convertLowest("cvtpd2ps", 8, 4),
  cvtdq2ps: widening(16, { lanes: 4, alignBytes: 16 }), cvtps2dq: widening(16, { lanes: 4, alignBytes: 16 }),
  cvttps2dq: widening(16, { lanes: 4, alignBytes: 16 }), cvtdq2pd: widening(8, { lanes: 2 }), cvtps2pd: widening(8, { lanes: 2 }),
  ...all(["cvtpd2dq", "cvttpd2dq", "cvtpd2ps"], widening(16, { lanes: 2, alignBytes: 16, result: "sixteen" })),
  cvtpi2ps: fromMmx("cvtdq2ps"), cvtpi2pd: fromMmx("cvtdq2pd"), cvtps2pi: toMmx("cvtps2dq", 8), cvttps2pi: toMmx("cvttps2dq", 8),
  cvtpd2pi: toMmx("cvtpd2dq", 16), cvttpd2pi: toMmx("cvttpd2dq", 16),
  ...all(["shufps", "shufpd", "unpckhps", "unpcklps", "unpckhpd", "unpcklpd", "pshufd", "pshufhw", "pshuflw", "punpckhqdq",
    "punpcklqdq", "movshdup", "movsldup", "blendps", "blendpd", "pblendw", "mpsadbw", "packusdw", "pcmpeqq", "pcmpgtq",
    "phminposuw", "pmaxsb", "pmaxsd", "pmaxud", "pmaxuw", "pminsb", "pminsd", "pminud", "pminuw", "pmuldq", "pmulld"], packed()),
  movddup: (b) => widening(widthOf(b) === 32 ? 16 : 8)(b),
  pslldq: shiftAll(), psrldq: shiftAll(),
  blendvps: blendByMask, blendvpd: blendByMask, pblendvb: blendByMask,
  insertps, extractps: extractLane(32),
  pextrb: extractLane(8), pextrd: extractLane(32), pextrq: extractLane(64),
  pinsrb: insertLane(8), pinsrd: insertLane(32), pinsrq: insertLane(64),
  ...all(["pmovsxbw", "pmovsxwd", "pmovsxdq", "pmovzxbw", "pmovzxwd", "pmovzxdq"], widening(8)),
  ...all(["pmovsxbd", "pmovsxwq", "pmovzxbd", "pmovzxwq"], widening(4)),
  ...all(["pmovsxbq", "pmovzxbq"], widening(2)),
  ptest: testBits(-1n),
  pcmpestri: stringCompare("explicit", "index"), pcmpestrm: stringCompare("explicit", "mask"),
  pcmpistri: stringCompare("implicit", "index"), pcmpistrm: stringCompare("implicit", "mask"),
  ...all(["xsaves", "xsaves64", "xrstors", "xrstors64"], privileged),
}) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
