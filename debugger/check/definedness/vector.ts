// Definedness through vector operations. Those that only move bytes are run on the undefined bits themselves, by the very
// function that moves the values; bit-wise and lane-wise ones have rules; of all others a result lane is undefined when a bit
// of its operands is. An operation nobody knows makes the whole result undefined when any operand bit is.

import type { OpOf } from "../../cpu/ir.ts";
import { placeInImmediate, readsDestination, vectors } from "../../cpu/vector/index.ts";
import { lanesOver, type VectorUnit } from "../../cpu/vector/unit.ts";
import { type BinaryRule, type Bits, binaryRules, compareRules, ones } from "./bits.ts";

/** The state struct's bytes while one instruction is looked at: values, and undefined bits at the same offsets. */
export interface Planes {
  readonly value: Uint8Array;
  readonly undef: Uint8Array;
}

type VectorOp = OpOf<"vector">;
type Rule = (planes: Planes, op: VectorOp) => void;

const units = new WeakMap<Uint8Array, VectorUnit>();

/** A vector unit over one plane. Byte movers use nothing of the evaluator, so there is none. */
function unitOver(plane: Uint8Array): VectorUnit {
  const known = units.get(plane);
  if (known !== undefined) return known;
  const lanes = lanesOver(plane.buffer as ArrayBuffer);
  const unit = { ...lanes, draft: lanesOver(new ArrayBuffer(64)), base: 0, mxcsr: 0x1f80 } as unknown as VectorUnit;
  units.set(plane, unit);
  return unit;
}

/** Does an operation on one plane's bytes. */
function runOn(plane: Uint8Array, op: VectorOp): void {
  vectors()[op.name]?.(unitOver(plane), op.dest, op.a, op.b, op.sizeBytes, op.immediate);
}

const any = (plane: Uint8Array, at: number, sizeBytes: number): boolean => {
  for (let k = at; k < at + sizeBytes; k++) if (plane[k] !== 0) return true;
  return false;
};

/** Values and undefined bits move alike. */
const moved: Rule = (planes, op) => {
  runOn(planes.undef, op);
  runOn(planes.value, op);
};

function readLane(planes: Planes, at: number, laneBytes: number): Bits {
  let [value, undef] = [0n, 0n];
  for (let k = laneBytes - 1; k >= 0; k--) {
    value = (value << 8n) | BigInt(planes.value[at + k]!);
    undef = (undef << 8n) | BigInt(planes.undef[at + k]!);
  }
  return { value, undef };
}

function writeLane(planes: Planes, at: number, laneBytes: number, bits: Bits): void {
  for (let k = 0; k < laneBytes; k++) {
    planes.value[at + k] = Number((bits.value >> BigInt(8 * k)) & 255n);
    planes.undef[at + k] = Number((bits.undef >> BigInt(8 * k)) & 255n);
  }
}

/** One rule for each lane of both operands; of one operand with itself the result is `self`, when that is certain. */
const lanes =
  (laneBytes: number, rule: BinaryRule, self?: bigint): Rule =>
  (planes, op) => {
    for (let at = 0; at < op.sizeBytes; at += laneBytes) {
      const a = readLane(planes, op.a + at, laneBytes);
      const b = readLane(planes, op.b + at, laneBytes);
      const certain = op.a === op.b && self !== undefined;
      const width = 8 * laneBytes;
      writeLane(
        planes,
        op.dest + at,
        laneBytes,
        certain ? { value: BigInt.asUintN(width, self), undef: 0n } : rule(a, b, width),
      );
    }
  };

/** All ones where a comparison holds. */
const mask =
  (compare: BinaryRule): BinaryRule =>
  (a, b, width) => {
    const { value, undef } = compare(a, b, width);
    return { value: value ? ones(width) : 0n, undef: undef ? ones(width) : 0n };
  };
const greater = mask((a, b, width) => compareRules.ltS(b, a, width));
const andNot: BinaryRule = (a, b, width) => binaryRules.and({ value: a.value ^ ones(width), undef: a.undef }, b, width);

/** A lane of the result is undefined when a bit of the same lanes is. The value is what the operation gives. */
const wholeLanes =
  (laneBytes: number): Rule =>
  (planes, op) => {
    const open: boolean[] = [];
    const places = readsDestination(op.name) ? [op.a, op.b, op.dest] : [op.a, op.b];
    for (let at = 0; at < op.sizeBytes; at += laneBytes)
      open.push(places.some((place) => any(planes.undef, place + at, laneBytes)));
    open.forEach((isOpen, k) => {
      planes.undef.fill(isOpen ? 255 : 0, op.dest + k * laneBytes, op.dest + (k + 1) * laneBytes);
    });
  };

/** As `wholeLanes`; of one operand with itself the result is zero. */
const wholeDifference =
  (laneBytes: number): Rule =>
  (planes, op) => {
    if (op.a !== op.b) return wholeLanes(laneBytes)(planes, op);
    for (const plane of [planes.value, planes.undef]) plane.fill(0, op.dest, op.dest + op.sizeBytes);
  };

/** As `wholeLanes`, of the second operand alone. */
const ofSecond =
  (laneBytes: number): Rule =>
  (planes, op) =>
    wholeLanes(laneBytes)(planes, { ...op, a: op.b });

/** Shifts of lanes: by an immediate the undefined bits move along; an undefined count makes all undefined. */
const shifts = (): Rule => (planes, op) => {
  if (op.immediate < 0 && any(planes.undef, op.b, 8)) {
    planes.undef.fill(255, op.dest, op.dest + op.sizeBytes);
    runOn(planes.value, op);
    return;
  }
  const count = op.immediate < 0 ? readLane(planes, op.b, 8).value : BigInt(op.immediate);
  const fixed = { ...op, immediate: Number(count > 255n ? 255n : count) };
  // Shifting the undefined bits arithmetically repeats the sign's, as it must.
  moved(planes, fixed);
};

/** pshufb: bytes of a at the places that b names; an undefined place gives an undefined byte. */
const shuffleBytes: Rule = (planes, op) => {
  const size = op.sizeBytes;
  const value = planes.value.slice(op.a, op.a + size);
  const undef = planes.undef.slice(op.a, op.a + size);
  const places = planes.value.slice(op.b, op.b + size);
  const open = planes.undef.slice(op.b, op.b + size);
  for (let k = 0; k < size; k++) {
    const half = size > 8 ? k & ~15 : 0;
    const from = half + (places[k]! & (size > 8 ? 15 : 7));
    const isZero = (places[k]! & 0x80) !== 0;
    planes.value[op.dest + k] = isZero ? 0 : value[from]!;
    planes.undef[op.dest + k] = open[k]! ? 255 : isZero ? 0 : undef[from]!;
  }
};

/** Lanes of one operand at the places that the other names; undefined places make all undefined. */
const movedBy =
  (control: "a" | "b"): Rule =>
  (planes, op) => {
    const place = op[control];
    const { undef, value } = planes;
    if (any(undef, place, op.sizeBytes)) {
      runOn(value, op);
      undef.fill(255, op.dest, op.dest + op.sizeBytes);
      return;
    }
    undef.set(value.subarray(place, place + op.sizeBytes), place);
    runOn(undef, op);
    if (place !== op.dest) undef.fill(0, place, place + op.sizeBytes);
    runOn(value, op);
  };

/** A part of an operand that a lane of the result is made of: a place in the planes. */
type Source = readonly [place: number, sizeBytes: number];

/** A lane of the result is undefined when a bit of what it is made of is. `sourceOf` gets the lane's number and its half's start. */
const madeOf =
  (
    laneBytes: number,
    sourceOf: (op: VectorOp, lane: number, lanes: number, half: number) => Source | undefined,
  ): Rule =>
  (planes, op) => {
    const halfBytes = Math.min(op.sizeBytes, 16);
    const lanesInHalf = halfBytes / laneBytes;
    const open: boolean[] = [];
    for (let half = 0; half < op.sizeBytes; half += halfBytes) {
      for (let lane = 0; lane < lanesInHalf; lane++) {
        const source = sourceOf(op, lane, lanesInHalf, half);
        open.push(source !== undefined && any(planes.undef, ...source));
      }
    }
    open.forEach((isOpen, k) => {
      planes.undef.fill(isOpen ? 255 : 0, op.dest + k * laneBytes, op.dest + (k + 1) * laneBytes);
    });
  };

/** Lanes of twice the size, the first operand's and then the second's: packing, and sums of neighbours. */
const twiceAsLong = (laneBytes: number): Rule =>
  madeOf(laneBytes, (op, lane, lanesInHalf, half) => {
    const own = lanesInHalf / 2;
    return [(lane < own ? op.a : op.b) + half + (lane % own) * 2 * laneBytes, 2 * laneBytes];
  });

/** dpps, dppd: of each 16 bytes the lanes that the immediate's upper half asks for, into those that its lower half does. */
const dotProduct =
  (laneBytes: number): Rule =>
  ({ undef }, { a, b, dest, sizeBytes, immediate }) => {
    const lanes = Array.from({ length: 16 / laneBytes }, (_, k) => k);
    for (let half = 0; half < sizeBytes; half += 16) {
      const isOpen = lanes.some((k) => {
        const at = half + k * laneBytes;
        return (immediate >> (4 + k)) & 1 && (any(undef, a + at, laneBytes) || any(undef, b + at, laneBytes));
      });
      for (const k of lanes) {
        const at = dest + half + k * laneBytes;
        undef.fill(isOpen && (immediate >> k) & 1 ? 255 : 0, at, at + laneBytes);
      }
    }
  };

/** Conversions between lanes of different sizes; the immediate says how many there are, the rest of the result is zero. */
const converted = (fromBytes: number, toBytes: number): Rule =>
  madeOf(toBytes, (op, lane, lanesInHalf, half) => {
    const k = (half / 16) * lanesInHalf + lane;
    return k < op.immediate ? [op.b + k * fromBytes, fromBytes] : undefined;
  });

/** Lanes of the one or the other, as the top bit of a third register's lane says. */
const blended =
  (laneBytes: number): Rule =>
  (planes, op) => {
    const { value, undef } = planes;
    const lanes: Bits[] = [];
    for (let at = 0; at < op.sizeBytes; at += laneBytes) {
      const top = op.immediate + at + laneBytes - 1;
      const chosen = readLane(planes, (value[top]! & 0x80 ? op.b : op.a) + at, laneBytes);
      lanes.push(undef[top]! & 0x80 ? { ...chosen, undef: ones(8 * laneBytes) } : chosen);
    }
    lanes.forEach((bits, k) => {
      writeLane(planes, op.dest + k * laneBytes, laneBytes, bits);
    });
  };

/** Unpacking, shuffling and copying by an immediate, and clearing. */
const MOVERS =
  "copy punpcklbw punpcklwd punpckldq punpcklqdq punpckhbw punpckhwd punpckhdq punpckhqdq unpcklps unpckhps unpcklpd unpckhpd pshufd pshuflw pshufhw pshufw shufps shufpd palignr insertps movsldup movshdup movddup blendps blendpd pblendw copyClearing pslldq psrldq pmovsxbw pmovsxbd pmovsxbq pmovsxwd pmovsxwq pmovsxdq pmovzxbw pmovzxbd pmovzxbq pmovzxwd pmovzxwq pmovzxdq broadcastb broadcastw broadcastd broadcastq broadcast128 permilpsImmediate permilpdImmediate permq perm2x128 insert128 extract128 pblendd";

const rules = new Map<string, Rule>(MOVERS.split(" ").map((name) => [name, moved]));
const give = (names: string, rule: Rule): void => {
  for (const name of names.split(" ")) rules.set(name, rule);
};
give("pand andps andpd", lanes(8, binaryRules.and));
give("pandn andnps andnpd", lanes(8, andNot, 0n));
give("por orps orpd", lanes(8, binaryRules.or));
give("pxor xorps xorpd", lanes(8, binaryRules.xor, 0n));
[1, 2, 4, 8].forEach((bytes, k) => {
  const suffix = "bwdq"[k]!;
  rules.set(`padd${suffix}`, lanes(bytes, binaryRules.add));
  rules.set(`psub${suffix}`, lanes(bytes, binaryRules.sub, 0n));
  rules.set(`pcmpeq${suffix}`, lanes(bytes, mask(compareRules.eq), -1n));
  rules.set(`pcmpgt${suffix}`, lanes(bytes, greater, 0n));
  for (const kind of ["psll", "psrl", "psra"]) rules.set(`${kind}${suffix}`, shifts());
});
give("psubsb psubusb", wholeDifference(1));
give("psubsw psubusw", wholeDifference(2));
give("paddsb paddusb pavgb pminub pmaxub pminsb pmaxsb psignb", wholeLanes(1));
give("paddsw paddusw pavgw pminsw pmaxsw pminuw pmaxuw psignw pmullw pmulhw pmulhuw pmulhrsw", wholeLanes(2));
give("pmaddubsw", wholeLanes(2));
give("pminsd pmaxsd pminud pmaxud psignd pmulld pmaddwd", wholeLanes(4));
give("pmuludq pmuldq psadbw", wholeLanes(8));
give("pabsb", ofSecond(1));
give("pabsw", ofSecond(2));
give("pabsd cvtdq2ps cvtps2dq cvttps2dq sqrtps rcpps rsqrtps roundps", ofSecond(4));
give("sqrtpd roundpd", ofSecond(8));
give("addps subps mulps divps minps maxps cmpps addsubps", wholeLanes(4));
give("addpd subpd mulpd divpd minpd maxpd cmppd addsubpd", wholeLanes(8));
give("packsswb packuswb", twiceAsLong(1));
give("packssdw packusdw phaddw phaddsw phsubw phsubsw", twiceAsLong(2));
give("phaddd phsubd haddps hsubps", twiceAsLong(4));
give("haddpd hsubpd", twiceAsLong(8));
give("dpps", dotProduct(4));
give("dppd", dotProduct(8));
give("cvtdq2pd cvtps2pd", converted(4, 8));
give("cvtpd2ps cvtpd2dq cvttpd2dq", converted(8, 4));
give("blendvps", blended(4));
give("blendvpd", blended(8));
give("pblendvb", blended(1));
give("pshufb", shuffleBytes);
give("permilps permilpd", movedBy("b"));
give("permd", movedBy("a"));
give("gf2p8mulb", wholeLanes(1));
give("psllvd psrlvd psravd pdpbusd pdpbusds pdpwssd pdpwssds", wholeLanes(4));
give("psllvq psrlvq", wholeLanes(8));
for (const kind of ["fmadd", "fmsub", "fnmadd", "fnmsub", "fmaddsub", "fmsubadd"]) {
  for (const order of ["132", "213", "231"]) {
    for (const suffix of ["ps", "ss"]) rules.set(`${kind}${order}${suffix}`, wholeLanes(4));
    for (const suffix of ["pd", "sd"]) rules.set(`${kind}${order}${suffix}`, wholeLanes(8));
  }
}

/** Functions of one operand, by name: the first does not matter. */
const READS_ONLY_SECOND = /^(cvt|sqrt|rcp|rsqrt|round|pmov|phminposuw|mov|aesimc|aeskey)/;
/** Conversions whose source is longer than their result. */
const NARROWING = /^cvtt?p[sd]2(ph|dq|ps)$/;

const anyToAll: Rule = (planes, op) => {
  const open =
    (placeInImmediate(op.name) && any(planes.undef, op.immediate, op.sizeBytes)) ||
    any(planes.undef, op.b, NARROWING.test(op.name) ? 2 * op.sizeBytes : op.sizeBytes) ||
    (!READS_ONLY_SECOND.test(op.name) && any(planes.undef, op.a, op.sizeBytes));
  planes.undef.fill(open ? 255 : 0, op.dest, op.dest + op.sizeBytes);
};

/** Applies one vector operation to the planes. */
export function applyVector(planes: Planes, op: VectorOp): void {
  (rules.get(op.name) ?? anyToAll)(planes, op);
}
