// The definedness rules against exhaustive truth: a bit of a result is defined when no choice of the undefined operand bits
// changes it. All values and all sets of undefined bits of one operand of 8 bits, with chosen second operands; all of both at
// 4 bits. Exact rules must agree with the truth, the others may only call more undefined.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type BinaryRule,
  type Bits,
  binaryRules,
  compareRules,
  convertRules,
  eqz,
  mulHighS,
  mulHighU,
  packCarry,
  select,
  type UnaryRule,
  unaryRules,
} from "../../debugger/check/definedness/bits.ts";
import { combined, flagsOf, UNDEFINED } from "../../debugger/check/definedness/flags.ts";
import { applyVector } from "../../debugger/check/definedness/vector.ts";
import { createState } from "../../debugger/cpu/create-state.ts";
import { Evaluator } from "../../debugger/cpu/evaluator.ts";
import { STATE } from "../../debugger/cpu/state.ts";
import { placeInImmediate, vectors } from "../../debugger/cpu/vector/index.ts";
import { createVectorUnit } from "../../debugger/cpu/vector/unit.ts";
import { createMemory } from "../../debugger/mem/create.ts";

/** Numbers of a fixed sequence (Numerical Recipes' linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

const mask = (width: number): number => 2 ** width - 1;
const signed = (value: number, width: number): number => Number(BigInt.asIntN(width, BigInt(value)));

/** All numbers that the undefined bits allow. */
function choices(value: number, undef: number): number[] {
  const list: number[] = [];
  for (let part = undef; ; part = (part - 1) & undef) {
    list.push((value & ~undef) | part);
    if (part === 0) return list;
  }
}

/** Every operand of `width` bits: undefined bits have the value 0, as the rules must not depend on it. */
function operands(width: number): { value: number; undef: number; all: number[] }[] {
  const list = [];
  for (let undef = 0; undef <= mask(width); undef++)
    for (let value = 0; value <= mask(width); value++)
      if ((value & undef) === 0) list.push({ value, undef, all: choices(value, undef) });
  return list;
}

const bits = ({ value, undef }: { value: number; undef: number }): Bits => ({
  value: BigInt(value),
  undef: BigInt(undef),
});

type Compute = (a: number, b: number, width: number) => number;

const rotate = (a: number, count: number, width: number): number =>
  ((a << count) | (a >>> (width - count))) & mask(width);

const computing: Record<string, Compute> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b, width) => a << (b & (width - 1)),
  shrU: (a, b, width) => a >>> (b & (width - 1)),
  shrS: (a, b, width) => signed(a, width) >> (b & (width - 1)),
  rotl: (a, b, width) => rotate(a, b & (width - 1), width),
  rotr: (a, b, width) => rotate(a, (width - (b & (width - 1))) & (width - 1), width),
  mulHighU: (a, b, width) => (a * b) >>> width,
  mulHighS: (a, b, width) => (signed(a, width) * signed(b, width)) >> width,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  ltU: (a, b) => Number(a < b),
  leU: (a, b) => Number(a <= b),
  ltS: (a, b, width) => Number(signed(a, width) < signed(b, width)),
  leS: (a, b, width) => Number(signed(a, width) <= signed(b, width)),
};

const INEXACT = new Set(["mul", "mulHighU", "mulHighS"]);

function checkPair(name: string, rule: BinaryRule, width: number, a: Operand, b: Operand): void {
  const compute = computing[name]!;
  let [every, some] = [mask(width), 0];
  for (const x of a.all)
    for (const y of b.all) {
      const result = compute(x, y, width) & mask(width);
      every &= result;
      some |= result;
    }
  const truth = some & ~every;
  const { value, undef } = rule(bits(a), bits(b), width);
  const text = `${name} of ${a.value}/${a.undef} and ${b.value}/${b.undef} in ${width} bits`;
  const found = Number(undef) & mask(width);
  if (INEXACT.has(name)) assert.equal(truth & ~found, 0, text);
  else assert.equal(found, truth, text);
  assert.equal(Number(value) & mask(width), compute(a.value, b.value, width) & mask(width), text);
}

type Operand = ReturnType<typeof operands>[number];
const four = operands(4);
const eight = operands(8);
/** Second operands of 8 bits: defined, partly defined, undefined. */
const chosen = [
  [0, 0],
  [1, 0],
  [0x80, 0],
  [0xa5, 0],
  [0x10, 0x0f],
  [0x00, 0x81],
  [0, 0xff],
  [3, 4],
].map(([value, undef]) => ({ value: value!, undef: undef!, all: choices(value!, undef!) }));

const rules: Record<string, BinaryRule> = { ...binaryRules, ...compareRules, mulHighU, mulHighS };

for (const [name, rule] of Object.entries(rules)) {
  test(`${name} tells which bits are defined`, () => {
    for (const a of four) for (const b of four) checkPair(name, rule, 4, a, b);
    for (const a of eight)
      for (const b of chosen) if (a.all.length * b.all.length <= 256) checkPair(name, rule, 8, a, b);
  });
}

// ---- all pairs of sets of undefined bits, with one value each

/** Seed of the values; printed with what fails. */
const SEED = 41;

/** A number to the base 3 whose digits are 0, 1 and, for an undefined bit, 2. */
function ternary(value: number, undef: number): number {
  let number = 0;
  for (let k = 7; k >= 0; k--) number = 3 * number + ((undef >> k) & 1 ? 2 : (value >> k) & 1);
  return number;
}

/** For each number to the base 3 the one without its lowest 2: closed by 0 and by 1; -1 where nothing is open. */
const closed = Array.from({ length: 3 ** 8 }, (_, number) => {
  for (let k = 0, step = 1; k < 8; k++, step *= 3)
    if (Math.floor(number / step) % 3 === 2) return [number - 2 * step, number - step] as const;
  return undefined;
});
/** The operand that a number without a 2 is. */
const plain = Array.from({ length: 3 ** 8 }, (_, number) => Number.parseInt(number.toString(3), 2) & 255);

/** Folds a row of 256 results over every set of undefined bits of the second operand. */
function folded(row: Uint8Array, fold: (a: number, b: number) => number): Uint8Array {
  const all = new Uint8Array(3 ** 8);
  closed.forEach((parts, number) => {
    all[number] = parts === undefined ? row[plain[number]!]! : fold(all[parts[0]]!, all[parts[1]]!);
  });
  return all;
}

const both = (a: number, b: number): number => a & b;
const either = (a: number, b: number): number => a | b;

function checkAllSets(name: string, rule: BinaryRule): void {
  const compute = computing[name]!;
  const next = sequence(SEED);
  const table = Array.from({ length: 256 }, (_, x) => Uint8Array.from({ length: 256 }, (_, y) => compute(x, y, 8)));
  for (let openA = 0; openA < 256; openA++) {
    const a = next() & ~openA;
    const rows = choices(a, openA).map((x) => table[x]!);
    const [some, every] = [new Uint8Array(256), new Uint8Array(256).fill(255)];
    for (const row of rows)
      for (let y = 0; y < 256; y++) {
        some[y] = some[y]! | row[y]!;
        every[y] = every[y]! & row[y]!;
      }
    const [any, sure] = [folded(some, either), folded(every, both)];
    for (let openB = 0; openB < 256; openB++) {
      const b = next() & ~openB;
      const number = ternary(b, openB);
      const truth = any[number]! & ~sure[number]!;
      const undef =
        Number(rule({ value: BigInt(a), undef: BigInt(openA) }, { value: BigInt(b), undef: BigInt(openB) }, 8).undef) &
        255;
      if (INEXACT.has(name) ? (truth & ~undef) !== 0 : truth !== undef)
        assert.fail(`${name} of ${a}/${openA} and ${b}/${openB}, seed ${SEED}: ${undef}, in truth ${truth}`);
    }
  }
}

for (const [name, rule] of Object.entries(rules)) {
  test(`${name} of eight bits: all pairs of sets of undefined bits`, () => checkAllSets(name, rule));
}

const leading = (value: number, width: number): number => Math.clz32(value) - (32 - width);
const trailing = (value: number, width: number): number => (value === 0 ? width : 31 - Math.clz32(value & -value));
const ones = (value: number): number => value.toString(2).replaceAll("0", "").length;

const one: Record<string, readonly [UnaryRule, (a: number, width: number) => number]> = {
  clz: [unaryRules.clz, leading],
  ctz: [unaryRules.ctz, trailing],
  popcnt: [unaryRules.popcnt, ones],
  eqz: [eqz, (a) => Number(a === 0)],
  zext8: [unaryRules.zext8, (a) => a & 255],
};

for (const [name, [rule, compute]] of Object.entries(one)) {
  test(`${name} tells which bits are defined`, () => {
    for (const a of eight) {
      const results = a.all.map((value) => compute(value, 8) & 255);
      const truth = results.reduce((all, value) => all | value) & ~results.reduce((all, value) => all & value);
      assert.equal(Number(rule(bits(a), 8).undef), truth, `${name} of ${a.value}/${a.undef}`);
      assert.equal(Number(rule(bits(a), 8).value), compute(a.value, 8));
    }
  });
}

test("extensions repeat an undefined sign, and byteSwap moves bytes", () => {
  assert.deepEqual(unaryRules.sext8({ value: 0x01n, undef: 0x80n }, 32), { value: 1n, undef: 0xffffff80n });
  assert.deepEqual(unaryRules.sext8({ value: 0x81n, undef: 0x01n }, 32), { value: 0xffffff81n, undef: 1n });
  assert.deepEqual(convertRules.extendS({ value: 1n, undef: 0x80000000n }, 64), {
    value: 1n,
    undef: 0xffffffff80000000n,
  });
  assert.deepEqual(convertRules.wrap({ value: 0x1_0000_0002n, undef: 0xf_0000_0001n }, 32), { value: 2n, undef: 1n });
  assert.deepEqual(unaryRules.byteSwap({ value: 0x11223344n, undef: 0xff0000n }, 32), {
    value: 0x44332211n,
    undef: 0xff00n,
  });
});

test("select is undefined where the choice matters", () => {
  const [five, six] = [
    { value: 5n, undef: 0n },
    { value: 6n, undef: 8n },
  ];
  assert.deepEqual(select({ value: 1n, undef: 0n }, five, six), five);
  assert.deepEqual(select({ value: 2n, undef: 1n }, five, six), five);
  assert.deepEqual(select({ value: 0n, undef: 1n }, five, six), { value: 6n, undef: 11n });
});

test("packCarry keeps CF and OF apart", () => {
  assert.equal(packCarry({ value: 1n, undef: 0n }, { value: 0n, undef: 1n }).undef, 1n << 62n);
  assert.equal(packCarry({ value: 1n, undef: 1n }, { value: 0n, undef: 0n }).undef, 3n << 62n);
});

// ---- flags

interface Flags {
  readonly cf: number;
  readonly pf: number;
  readonly af: number;
  readonly zf: number;
  readonly sf: number;
  readonly of: number;
}

/** The flags of an addition or subtraction of 8 bits (SDM Vol. 1, 3.4.3.1). */
function flagsFor(kind: string, a: number, b: number, carry: number): Flags {
  const borrows = kind === "sub" || kind === "sbb" || kind === "dec";
  const full = borrows ? a - b - carry : a + b + carry;
  const result = full & 255;
  const exact = borrows ? signed(a, 8) - signed(b, 8) - carry : signed(a, 8) + signed(b, 8) + carry;
  const nibble = borrows ? (a & 15) - (b & 15) - carry : (a & 15) + (b & 15) + carry;
  return {
    cf: Number(full < 0 || full > 255),
    pf: ones(result) % 2 === 0 ? 1 : 0,
    af: Number(nibble < 0 || nibble > 15),
    zf: Number(result === 0),
    sf: result >> 7,
    of: Number(exact !== signed(result, 8)),
  };
}

/** Which flags and combinations differ among all choices, as a set of `UNDEFINED`. */
function differing(all: readonly Flags[]): number {
  const first = all[0]!;
  const less = (f: Flags): number => f.sf ^ f.of;
  let set = 0;
  for (const f of all) {
    for (const name of ["cf", "pf", "af", "zf", "sf", "of"] as const)
      if (f[name] !== first[name]) set |= UNDEFINED[name];
    if ((f.cf | f.zf) !== (first.cf | first.zf)) set |= UNDEFINED.be;
    if (less(f) !== less(first)) set |= UNDEFINED.lt;
    if ((less(f) | f.zf) !== (less(first) | first.zf)) set |= UNDEFINED.le;
  }
  return set;
}

const CERTAIN: Record<string, number> = {
  sub: UNDEFINED.cf | UNDEFINED.zf | UNDEFINED.sf | UNDEFINED.of | UNDEFINED.be | UNDEFINED.lt | UNDEFINED.le,
};

for (const kind of ["add", "sub", "adc", "sbb", "inc", "dec"] as const) {
  test(`flags of ${kind} are defined when no choice changes them`, () => {
    const borrows = kind === "sub" || kind === "sbb" || kind === "dec";
    const rule = borrows ? binaryRules.sub : binaryRules.add;
    const seconds = kind === "inc" || kind === "dec" ? [chosen[1]!] : chosen;
    for (const a of eight)
      for (const b of seconds)
        for (const carry of kind === "adc" || kind === "sbb" ? [0, 1, 2] : [0]) {
          // Undefined carries triple the work: fewer choices tell the same.
          if (a.all.length * b.all.length > (kind === "adc" || kind === "sbb" ? 32 : 128)) continue;
          // 2 stands for an undefined carry.
          const carries = carry === 2 ? [0, 1] : [carry];
          const all = a.all.flatMap((x) => b.all.flatMap((y) => carries.map((c) => flagsFor(kind, x, y, c))));
          const keep = kind === "inc" || kind === "dec" ? ~(UNDEFINED.cf | UNDEFINED.be) : -1;
          const truth = differing(all) & keep;
          const carryBits = { value: BigInt(carry & 1), undef: carry === 2 ? 1n : 0n };
          const result = rule(rule(bits(a), bits(b), 8), carryBits, 8);
          const old = carry === 2 ? combined(UNDEFINED.cf) : 0;
          const found = flagsOf({ kind, width: 8, a: bits(a), b: bits(b), result, same: "different", old });
          const text = `${kind} of ${a.value}/${a.undef} and ${b.value}/${b.undef}, carry ${carry}`;
          assert.equal(truth & ~found, 0, text);
          const exact = CERTAIN[kind] ?? UNDEFINED.cf | UNDEFINED.of;
          assert.equal(found & exact & keep, truth & exact, text);
        }
  });
}

test("a value compared with or subtracted from itself is known", () => {
  const a = { value: 0x12n, undef: 0xffn };
  const zero = { value: 0n, undef: 0n };
  assert.equal(flagsOf({ kind: "sub", width: 8, a, b: a, result: zero, same: "same", old: 0 }), 0);
  assert.equal(flagsOf({ kind: "sbb", width: 8, a, b: a, result: zero, same: "same", old: 0 }), 0);
});

// ---- vectors

test("no vector operation leaves a bit defined that an undefined one can change", () => {
  const memory = createMemory(2 ** 24);
  const unit = createVectorUnit(new Evaluator(memory, createState(memory)));
  const [a, b, maskPlace] = [STATE.ymm, STATE.ymm + 32, STATE.ymm + 64];
  const next = sequence(7);
  const random = (count: number): Uint8Array => Uint8Array.from({ length: count }, next);
  /** Often a whole byte or nothing, as programs have it. */
  const someUndefined = (): Uint8Array =>
    random(96).map((byte) => (byte < 160 ? 0 : byte < 200 ? 255 : next() & next()));
  for (const [name, run] of Object.entries(vectors())) {
    for (let round = 0; round < 60; round++) {
      const [values, undef] = [random(96), someUndefined()];
      const planes = { value: new Uint8Array(0x500), undef: new Uint8Array(0x500) };
      planes.value.set(values, a);
      planes.undef.set(undef, a);
      const immediate = placeInImmediate(name) ? maskPlace : /^ps[lr][la]/.test(name) ? (round % 3) * 9 - 1 : next();
      const sizeBytes = 16;
      const op = { op: "vector", name, dest: a, a, b, sizeBytes, immediate } as const;
      applyVector(planes, op);
      const resultOf = (bytes: Uint8Array): Uint8Array => {
        unit.u8.set(bytes, unit.base + a);
        run!(unit, unit.base + a, unit.base + a, unit.base + b, sizeBytes, immediate);
        return unit.u8.slice(unit.base + a, unit.base + a + sizeBytes);
      };
      const first = resultOf(values);
      for (let choice = 0; choice < 8; choice++) {
        const flipped = resultOf(values.map((byte, k) => byte ^ (undef[k]! & (choice === 0 ? 255 : next()))));
        for (let k = 0; k < sizeBytes; k++) {
          const changed = first[k]! ^ flipped[k]!;
          assert.equal(changed & ~planes.undef[a + k]!, 0, `${name}, immediate ${immediate}, byte ${k}`);
        }
      }
    }
  }
});
