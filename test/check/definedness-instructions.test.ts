// Every recorded instruction with undefined bits in its registers, flags and memory: what other values of these bits change in
// the step engine's result must be undefined by the checker's rules, or be told as a use. Takes the samples of test/cpu, so
// that each form that the machine executes comes up; masks and choices follow from a printed seed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { evaluate, type Outcome } from "../../debugger/check/definedness/evaluate.ts";
import { combined, UNDEFINED } from "../../debugger/check/definedness/flags.ts";
import { createShadow } from "../../debugger/check/definedness/shadow.ts";
import { buildInstruction } from "../../debugger/cpu/build.ts";
import type { InstructionIr } from "../../debugger/cpu/ir.ts";
import { routines } from "../../debugger/cpu/routines.ts";
import type { CpuState } from "../../debugger/cpu/state.ts";
import { STATE, STATE_SIZE_BYTES } from "../../debugger/cpu/state.ts";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { SHADOW } from "../../debugger/mem/layout.ts";
import type { Memory } from "../../debugger/mem/memory.ts";
import { decode } from "../../server/isa/decode.ts";
import { CaseRunner } from "../oracle/machine.ts";
import { readSample } from "../oracle/sample.ts";
import { type Case, LISTED, REGION } from "../oracle/wire.ts";

/** DEFINEDNESS_SEED takes another seed, and all cases instead of some. */
const SEED = Number(process.env.DEFINEDNESS_SEED ?? 20_261_121);
/** One case in so many. */
const EVERY = process.env.DEFINEDNESS_SEED === undefined ? 12 : 1;
/** Other values of the undefined bits that are tried: all inverted, then random ones. */
const CHOICES = 3;
/** The arithmetic flags: bit of EFLAGS, bit of the checker's set. */
const FLAGS = [
  [1, UNDEFINED.cf],
  [4, UNDEFINED.pf],
  [16, UNDEFINED.af],
  [64, UNDEFINED.zf],
  [128, UNDEFINED.sf],
  [2048, UNDEFINED.of],
] as const;

/** Bytes of a fixed sequence (Numerical Recipes' linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

/** Which bits of a case are undefined. */
interface Open {
  readonly gpr: readonly bigint[];
  readonly eflags: number;
  readonly ymm: Uint8Array;
  /** Register ST(k) as a whole: 255 or 0. */
  readonly st: Uint8Array;
  readonly memory: readonly Uint8Array[];
}

/** What a run has left. */
interface After {
  readonly state: Uint8Array;
  readonly eflags: number;
  readonly rip: bigint;
  readonly memory: readonly Uint8Array[];
  readonly fault: boolean;
}

type Next = () => number;

const wide = (next: () => number): bigint => {
  let value = 0n;
  for (let k = 0; k < 8; k++) value = (value << 8n) | BigInt(next());
  return value;
};

/** A byte's undefined bits: mostly none or all, sometimes some. */
function byteMask(next: Next): number {
  const kind = next() & 15;
  return kind < 9 ? 0 : kind < 12 ? 255 : next() & next();
}

/** Registers that form addresses stay defined most of the time: an undefined address ends the matter. */
function openBits(one: Case, next: Next): Open {
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => byteMask(next));
  const isSparse = next() < 128;
  return {
    gpr: one.gpr.map((_, k) => {
      if (k === 4 || next() < (isSparse ? 200 : 60)) return 0n;
      const whole = one.mode === 32 ? 0xffffffffn : 0xffffffffffffffffn;
      const kind = next() & 3;
      return (kind === 0 ? whole : kind === 1 ? 0xffn << BigInt(8 * (next() & 3)) : wide(next) & wide(next)) & whole;
    }),
    eflags: FLAGS.reduce((mask, [bit]) => (next() < 64 ? mask | bit : mask), 0),
    ymm: one.ymm === undefined || next() < 50 ? new Uint8Array(512) : bytes(512),
    st: Uint8Array.from({ length: 8 }, () => (one.x87 !== undefined && next() < 90 ? 255 : 0)),
    memory: one.memory.map((chunk) => bytes(chunk.bytes.length)),
  };
}

/** The case with its undefined bits changed by `choose`. */
function changed(one: Case, open: Open, choose: Next): Case {
  const flip = (bytes: Uint8Array, mask: Uint8Array): Uint8Array =>
    bytes.map((byte, k) => byte ^ (mask[k]! & choose()));
  const x87 = one.x87?.slice();
  if (x87 !== undefined)
    for (let k = 0; k < 80; k++) x87[8 + k] = x87[8 + k]! ^ (open.st[Math.floor(k / 10)]! & choose());
  return {
    ...one,
    gpr: one.gpr.map((value, k) => value ^ (open.gpr[k]! & wide(choose))),
    rflags: one.rflags ^ BigInt(open.eflags & (choose() | (choose() << 8))),
    ymm: one.ymm && flip(one.ymm, open.ymm),
    x87,
    memory: one.memory.map((chunk, k) => ({ ...chunk, bytes: flip(chunk.bytes, open.memory[k]!) })),
  };
}

/** Runs cases, and asks the rules before the first run of each. */
class Bench {
  readonly #runner: CaseRunner;
  #memory!: Memory;
  #state!: CpuState;
  #after: After | undefined;
  /** Done once in front of the next instruction. */
  #ask: (() => void) | undefined;

  constructor() {
    this.#runner = new CaseRunner((memory, state, bits) => {
      const core = createStepEngine(memory, state, bits);
      this.#memory = memory;
      this.#state = state;
      return {
        ...{ memory, state, bits, translatedBlocks: 0, stopAt: new Set<number>(), observer: undefined },
        calls: core.calls,
        decodeAt: (address: number) => core.decodeAt(address),
        run: (budget: number) => {
          this.#ask?.();
          this.#ask = undefined;
          const stop = core.run(budget);
          // The int3 behind the code that ends some cases is none of them.
          if (this.#after === undefined) this.#keep(stop.kind === "fault");
          return stop;
        },
      };
    });
  }

  #keep(fault: boolean): void {
    const { layout, u8 } = this.#memory;
    this.#after = {
      state: u8.slice(layout.state, layout.state + STATE_SIZE_BYTES),
      eflags: Number(this.#state.eflags),
      rip: this.#state.rip,
      memory: LISTED.map(([start, sizeBytes]) => this.#memory.peek(start, sizeBytes)),
      fault,
    };
  }

  run(one: Case): After {
    this.#after = undefined;
    this.#runner.run(one);
    return this.#after!;
  }

  /** The rules' outcome with these bits undefined, and the run. */
  asked(one: Case, ir: InstructionIr, open: Open): { outcome: Outcome; undef: Uint8Array; after: After } {
    let outcome: Outcome | undefined;
    const memory = this.#memory;
    const shadowOf = (address: number, bytes: Uint8Array | undefined, sizeBytes: number): void => {
      memory.setShadow(address, sizeBytes, bytes === undefined ? 0 : SHADOW.partial);
      memory.setDefinedness(address, bytes ?? new Uint8Array(sizeBytes));
    };
    this.#ask = () => {
      one.memory.forEach(({ address, bytes }, k) => {
        shadowOf(address, open.memory[k], bytes.length);
      });
      const shadow = createShadow();
      open.gpr.forEach((mask, k) => {
        shadow.registers[k] = mask;
      });
      shadow.undef.set(open.ymm, STATE.ymm);
      const top = (memory.u8[memory.layout.state + STATE.fsw + 1]! >> 3) & 7;
      open.st.forEach((mask, k) => {
        const at = STATE.st + 16 * ((top + k) & 7);
        shadow.undef.fill(mask, at, at + 10);
      });
      shadow.flags = combined(FLAGS.reduce((set, [bit, flag]) => (open.eflags & bit ? set | flag : set), 0));
      outcome = evaluate(ir, {
        ...{ memory, shadow, eflags: () => Number(this.#state.eflags), readsOver: () => undefined },
        originOf: (address, sizeBytes) => ({ kind: "memory", address, sizeBytes, pc: 0, time: 0 }),
      });
      outcome = { ...outcome, undef: outcome.undef.slice() };
    };
    const after = this.run(one);
    for (const { address, bytes } of one.memory) shadowOf(address, undefined, bytes.length);
    return { outcome: outcome!, undef: outcome!.undef, after };
  }
}

/** Undefined bits of the listed memory after the instruction. */
function memoryAfter(one: Case, open: Open, outcome: Outcome): Uint8Array[] {
  const planes = LISTED.map(([, sizeBytes]) => new Uint8Array(sizeBytes));
  const put = (address: number, bytes: Uint8Array): void =>
    LISTED.forEach(([start, sizeBytes], k) => {
      bytes.forEach((byte, at) => {
        const place = address + at - start;
        if (place >= 0 && place < sizeBytes) planes[k]![place] = byte;
      });
    });
  one.memory.forEach(({ address }, k) => {
    put(address, open.memory[k]!);
  });
  for (const { address, undef } of outcome.stored) put(address, undef);
  return planes;
}

/** Places whose bits differ although the rules call them defined. */
function unexplained(base: After, other: After, outcome: Outcome, memory: readonly Uint8Array[]): string[] {
  const found: string[] = [];
  const compare = (what: string, from: number, to: number): void => {
    for (let k = from; k < to; k++)
      if ((base.state[k]! ^ other.state[k]!) & ~outcome.undef[k]!) found.push(`${what} byte ${k - from}`);
  };
  for (let k = 0; k < 16; k++) compare(`register ${k}`, 8 * k, 8 * k + 8);
  for (let k = 0; k < 16; k++) compare(`ymm${k}`, STATE.ymm + 32 * k, STATE.ymm + 32 * k + 32);
  // An empty register is nobody's garbage.
  const tags = base.state[STATE.ftw]! | (base.state[STATE.ftw + 1]! << 8);
  for (let k = 0; k < 8; k++)
    if (((tags >> (2 * k)) & 3) !== 3) compare(`R${k}`, STATE.st + 16 * k, STATE.st + 16 * k + 10);
  for (const [bit, flag] of FLAGS)
    if (((base.eflags ^ other.eflags) & bit) !== 0 && (outcome.flags & flag) === 0) found.push(`flag ${bit}`);
  if (base.rip !== other.rip) found.push("rip");
  base.memory.forEach((bytes, k) => {
    const wrong = bytes.findIndex((byte, at) => ((byte ^ other.memory[k]![at]!) & ~memory[k]![at]!) !== 0);
    if (wrong >= 0) found.push(`memory ${(LISTED[k]![0] + wrong).toString(16)}`);
  });
  return found;
}

/** Forms and routines that were followed. */
const seen = new Set<string>();

/** Follows cases; `limit` takes back what must not be undefined. @returns how many completed. */
function followCases(
  cases: Iterable<{ readonly form: string; readonly case: Case }>,
  limit: (open: Open) => Open = (open) => open,
): number {
  const bench = new Bench();
  const next = sequence(SEED);
  const wrong = new Map<string, string>();
  let [count, followed] = [0, 0];
  for (const { form, case: one } of cases) {
    // Some of the cases, and all of a form until one was followed.
    if (count++ % EVERY !== 0 && seen.has(form)) continue;
    const decoded = decode(one.code, one.mode);
    if (decoded === undefined) continue;
    const ir = buildInstruction(decoded, BigInt(REGION.code[0] + one.codeOffset));
    if (ir.repeat !== undefined || decoded.lengthBytes !== one.code.length) continue;
    const open = limit(openBits(one, next));
    const { outcome, after } = bench.asked(one, ir, open);
    if (after.fault || outcome.uses.length > 0) continue;
    followed++;
    seen.add(form);
    for (const op of ir.ops) if (op.op === "helper") seen.add(`helper ${op.name}`);
    const memory = memoryAfter(one, open, outcome);
    for (let choice = 0; choice < CHOICES; choice++) {
      const other = bench.run(changed(one, open, choice === 0 ? () => 255 : next));
      if (other.fault) continue;
      const found = unexplained(after, other, outcome, memory);
      if (found.length > 0) wrong.set(form, `${Buffer.from(one.code).toString("hex")} ${found.slice(0, 4).join(", ")}`);
    }
  }
  const texts = [...wrong].map(([form, text]) => `${form}: ${text}`);
  assert.deepEqual(texts, [], `seed ${SEED}, ${texts.length} forms`);
  return followed;
}

for (const kind of ["integer", "sse", "x87", "avx", "borders"])
  test(`no bit of the ${kind} instructions is called defined that an undefined one changes (seed ${SEED})`, () =>
    assert.ok(followCases(readSample(`test/cpu/data/${kind}.cases.br`)) > 30));

/** Instructions that copy the state to memory, and their bytes: `[rbx]` is a place of 832 bytes. */
const AREAS = [
  "d933",
  "dd33",
  "66dd33",
  "dd23",
  "0fae03",
  "480fae03",
  "0fae0b",
  "0fae23",
  "0fae33",
  "0fc723",
  "0fae2b",
];
/** fsin, fcos, fsincos, fptan, fpatan, fyl2x, fyl2xp1, f2xm1: there is no recorded truth of their last bits. */
const TRANSCENDENTAL = ["d9fe", "d9ff", "d9fb", "d9f2", "d9f3", "d9f1", "d9f9", "d9f0"];
const AREA = 0xb00400;
const AREA_BYTES = 832;

function areaCase(code: string, next: Next): Case {
  const bytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, next);
  const area = bytes(AREA_BYTES);
  // MXCSR as it is, control word with all masked, a header that says which components are there.
  area.set([0x7f, 0x03, 0, 0], 0);
  area.set([0x80, 0x1f, 0, 0, 0xff, 0xff, 0, 0], 24);
  area.fill(0, 512, 576);
  area[512] = next() & 7;
  const gpr = Array.from({ length: 16 }, () => 7n);
  gpr[3] = BigInt(AREA);
  const x87 = Uint8Array.from([0x7f, 0x03, 0, 0, 0xff, 0, 0, 0, ...bytes(80)]);
  return {
    ...{ mode: 64, end: "step", code: Buffer.from(code, "hex"), codeOffset: 0, rflags: 0n, mxcsr: 0x1f80, gpr },
    ...{ ymm: bytes(512), x87, memory: [{ address: AREA, bytes: area }] },
  };
}

test("registers saved and restored as a whole stay as undefined as they were, and functions of them are undefined", () => {
  const next = sequence(SEED);
  const cases = [...AREAS, ...TRANSCENDENTAL].flatMap((code) =>
    Array.from({ length: 12 }, () => ({ form: code, case: areaCase(code, next) })),
  );
  followCases(cases, (open) => {
    // What says how to read the area is defined, and so are the registers that say where it is and what is wanted.
    const memory = open.memory[0]!;
    for (const [from, to] of [
      [0, 32],
      [512, 576],
    ] as const)
      memory.fill(0, from, to);
    return { ...open, gpr: open.gpr.map(() => 0n), memory: [memory] };
  });
});

/** Answers that are nobody's function of registers, and routines whose result is always defined: segments and their bases. */
const WITHOUT_CASES = [
  "cpuid",
  "timestamp",
  "randomNumber",
  "checkSelector",
  "checkCodeSegment",
  "segment",
  "checkAccess",
].concat(["xgetbv", "setFsBase", "setGsBase"]);

test("every routine comes up", () => {
  const missing = Object.keys(routines).filter((name) => !seen.has(`helper ${name}`));
  assert.deepEqual(missing, WITHOUT_CASES);
});
