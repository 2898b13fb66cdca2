// Definedness while the program runs: follows each instruction that touches something undefined, keeps what it leaves
// undefined, and reports the uses that matter. Takes the shadow and the memory's planes; instructions whose registers and
// memory are all defined cost one test in `before` and one in `access`.

import { RecentMap } from "../../../server/base/recent-map.ts";
import type { Decoded } from "../../../server/isa/insn.ts";
import { vectorsWritten } from "../../../server/isa/register-use.ts";
import { buildInstruction } from "../../cpu/build.ts";
import type { InstructionIr, Op } from "../../cpu/ir.ts";
import { routineOf } from "../../cpu/routines.ts";
import { STATE } from "../../cpu/state.ts";
import { placeInImmediate } from "../../cpu/vector/index.ts";
import { SHADOW } from "../../mem/layout.ts";
import { CALLER_SAVED } from "../../mem/watch-layout.ts";
import type { Context } from "../context.ts";
import { fillShadow, resultsDefined, setUndefined } from "./bytes.ts";
import { evaluate, type Outcome, type Scene, type Use, undefinedBytes } from "./evaluate.ts";
import { combined, SINGLE_FLAGS } from "./flags.ts";
import { noteIdle } from "./idle.ts";
import { askedFlags, type LostFlags, lostByShift, lostFlags } from "./lost-flags.ts";
import type { Origin } from "./origin.ts";
import { reportUse } from "./report.ts";
import {
  DIRTY,
  FLAGS_ORIGIN,
  LAST_CALL,
  type LastCall,
  originIn,
  refreshDirty,
  type Shadow,
  VECTOR_ORIGIN,
  VECTOR_RESULT,
  vectorBits,
  X87_REGISTERS,
} from "./shadow.ts";

const RCX = 1;
/** Places whose origins are kept at most; beyond, all are forgotten and told by address alone. */
const ORIGINS_LIMIT = 20_000;
/** Instructions whose operations are kept since they met undefined values. */
const MAX_IRS = 20_000;
/** Places behind calls whose use of flags is remembered. */
const MAX_ASKED = 10_000;

/** What an instruction touches, worked out once for each place in the source. */
export interface Touch {
  readonly decoded: Decoded;
  readonly loads: boolean;
  /** Bits of `Shadow.dirty` that it reads or writes. */
  readonly touch: number;
  /** Vector registers it reads or writes, as bits of `Shadow.dirtyVectors`. */
  readonly vectors: number;
  readonly vector: boolean;
  readonly repeat: "none" | "plain" | "comparing";
  /** Flags it leaves undefined, and that somebody asks for. */
  readonly lost: LostFlags;
}

export function touchOf(pc: number, decoded: Decoded, decodeAt: (address: number) => Decoded | undefined): Touch {
  const ir = buildInstruction(decoded, BigInt(pc));
  let touch = 0;
  let vector = false;
  let vectors = 0;
  for (const op of ir.ops) {
    const bits = touchedBy(op);
    touch |= bits;
    if (bits & DIRTY.vector) vector = true;
    vectors |= vectorsOf(op);
  }
  if (ir.repeat !== undefined) touch |= 1 << RCX;
  const repeat = ir.repeat === undefined ? "none" : ir.repeat.kind === "rep" ? "plain" : "comparing";
  // The vector registers have bits of their own.
  const loads = ir.ops.some((op) => op.op === "load");
  const lost = lostFlags(pc, decoded, decodeAt);
  return { decoded, loads, touch: touch & ~DIRTY.vector, vectors, vector, repeat, lost };
}

const ALL_VECTORS = 0xffffff;
/** Routines that look at vector registers which their constants name. */
const VECTOR_ROUTINES =
  /^(signMask|compareScalar|floatToInteger|integerToFloat|stringCompare|maskedStore|maskedLoad|gather|\w*rstor\w*|\w*save\w*)$/;

/** Vector registers of one operation. */
function vectorsOf(op: Op): number {
  switch (op.op) {
    case "getState":
    case "setState":
      return vectorBits(op.offset);
    case "vector":
      return placeInImmediate(op.name) ? ALL_VECTORS : vectorBits(op.dest) | vectorBits(op.a) | vectorBits(op.b);
    case "loadBytes":
      return vectorBits(op.dest);
    case "storeBytes":
      return vectorBits(op.source);
    case "helper":
      if (VECTOR_ROUTINES.test(op.name)) return ALL_VECTORS;
      return routineOf(op.name)?.effects.state === "none" ? 0 : X87_REGISTERS;
    default:
      return 0;
  }
}

const isTouched = (shadow: Shadow, touch: Touch): boolean =>
  ((shadow.dirty & touch.touch) | (shadow.dirtyVectors & touch.vectors)) !== 0;

const isVectorPlace = (offset: number): boolean => offset >= STATE.st;

function touchedBy(op: Op): number {
  switch (op.op) {
    case "getRegister":
    case "setRegister":
      return 1 << op.register;
    case "getFlag":
    case "setFlag":
    case "getCondition":
    case "setFlags":
    case "getFlagWord":
    case "setFlagWords":
    case "getEflags":
    case "setEflags":
      return DIRTY.flags;
    case "getState":
    case "setState":
      return isVectorPlace(op.offset) ? DIRTY.vector : 0;
    case "vector":
    case "loadBytes":
    case "storeBytes":
      return DIRTY.vector;
    case "helper":
      return routineOf(op.name)?.effects.state === "none" ? 0 : DIRTY.vector;
    default:
      return 0;
  }
}

export interface Tracker {
  /** Before an instruction. */
  before(touch: Touch, pc: number): "stop" | undefined;
  /** Before an access; `bits` are the shadow bits of its bytes. */
  access(address: number, sizeBytes: number, access: "read" | "write", bits: number): "stop" | undefined;
  after(): void;
  /** Instructions up to this one ran without being shown. */
  passed(pc: number): void;
  /**
   * A call of libc returns to `next`: what it may change is lost, but for the registers `kept` (VECTOR_RESULT is xmm0). Flags
   * are lost where somebody asks for them.
   */
  callReturned(name: string, kept: ReadonlySet<number>, next: number, pc: number, time: number): void;
  /** The program is entered at `target` by a libc function or "the kernel": of the registers that a call may change only those `given` are set. */
  enteredFrom(name: string, target: number, given: ReadonlySet<number>): void;
  /** Undefined bits of a general register. */
  registerBits(number: number): bigint;
  originOfRegister(number: number): Origin | undefined;
  originOf(address: number, sizeBytes: number): Origin;
}

class DefinednessTracker implements Tracker {
  readonly #context: Context;
  readonly #scene: Scene;
  readonly #irs = new RecentMap<Touch, { readonly pc: number; readonly ir: InstructionIr }>(MAX_IRS);
  /** Flags that code asks for, by the address it begins at. */
  readonly #asked = new RecentMap<number, { readonly first: Decoded | undefined; readonly flags: number }>(MAX_ASKED);
  #touch: Touch | undefined;
  #pc = 0;
  #pending: Outcome | undefined;
  /** The iteration of a repeated instruction that runs has been followed already. */
  #iterated = false;
  /** Flags that the instruction will leave undefined. */
  #lost = 0;

  constructor(context: Context) {
    this.#context = context;
    const { memory, state } = context.options;
    this.#scene = {
      memory,
      shadow: context.shadow,
      eflags: () => Number(state.eflags),
      originOf: (address, sizeBytes) => this.originOf(address, sizeBytes),
      readsOver: () => context.current.readsOver,
    };
  }

  get #shadow(): Shadow {
    return this.#context.shadow;
  }

  before(touch: Touch, pc: number): "stop" | undefined {
    this.#pending = undefined;
    this.#iterated = false;
    this.#touch = touch;
    this.#pc = pc;
    this.#lost = touch.lost.flags;
    if (touch.lost.byCl) this.#lost &= lostByShift(Number(this.#context.options.state.gpr(RCX) & 31n));
    const { dirty } = this.#shadow;
    // libc's own `call rax` knows where it goes.
    if (!isTouched(this.#shadow, touch) || this.#context.program.isInStub(pc)) return undefined;
    if (touch.repeat === "none") return this.#follow();
    if ((dirty & (1 << RCX)) === 0) return undefined;
    const answer = reportUse(this.#context, { kind: "count", origin: this.originOfRegister(RCX) }, pc);
    resultsDefined(this.#shadow, RCX);
    return answer;
  }

  access(address: number, sizeBytes: number, access: "read" | "write", bits: number): "stop" | undefined {
    const touch = this.#touch;
    if (touch === undefined) return undefined;
    const open = (bits & (SHADOW.undefined | SHADOW.partial)) !== 0;
    if (touch.repeat !== "none") return this.#iterate(touch, address, sizeBytes, access, open);
    if (!open) return undefined;
    // What was worked out before did not know that the read goes over an object's end.
    const isNews = access === "read" && this.#context.current.readsOver !== undefined;
    if (this.#pending !== undefined && !isNews) {
      // What a routine stores is not among the outcome's: it is taken for defined (x87, fxsave).
      const isFollowed = access === "read" || this.#pending.stored.some((one) => one.address === address);
      if (!isFollowed) setUndefined(this.#context, address, new Uint8Array(sizeBytes));
      return undefined;
    }
    if (access === "read") return this.#follow();
    // Only whole undefined bytes have this shadow: any of them may be defined already, none is anything else.
    if (bits === SHADOW.undefined) fillShadow(this.#context.options.memory, address, sizeBytes, 0);
    else setUndefined(this.#context, address, new Uint8Array(sizeBytes));
    return undefined;
  }

  /** One access of a repeated instruction: each iteration is followed by itself, and kept at once. */
  #iterate(
    touch: Touch,
    address: number,
    sizeBytes: number,
    access: "read" | "write",
    open: boolean,
  ): "stop" | undefined {
    const isFirstWrite = access === "write" && !touch.loads;
    const isWanted = (access === "read" && open) || isTouched(this.#shadow, touch);
    if (isWanted && (access === "read" || isFirstWrite)) {
      const answer = this.#follow();
      if (answer !== undefined) return answer;
      this.#keep();
      this.#iterated = access === "read";
      if (touch.repeat === "comparing" && this.#shadow.flags !== 0) {
        this.#shadow.flags = 0;
        refreshDirty(this.#shadow, "registers");
        return reportUse(this.#context, { kind: "branch", origin: originIn(this.#shadow, FLAGS_ORIGIN) }, this.#pc);
      }
      return undefined;
    }
    if (access === "write") {
      if (!this.#iterated && open) setUndefined(this.#context, address, new Uint8Array(sizeBytes));
      this.#iterated = false;
    }
    return undefined;
  }

  /** Built again when it is wanted: few instructions ever meet undefined values, and it is the largest part of all. */
  #irOf(touch: Touch): InstructionIr {
    const pc = this.#pc;
    const kept = this.#irs.get(touch);
    if (kept?.pc === pc) return kept.ir;
    const ir = buildInstruction(touch.decoded, BigInt(pc));
    this.#irs.set(touch, { pc, ir });
    return ir;
  }

  #follow(): "stop" | undefined {
    const touch = this.#touch!;
    const ir = this.#irOf(touch);
    noteIdle(this.#shadow, touch, ir);
    const outcome = evaluate(ir, this.#scene);
    let answer: "stop" | undefined;
    for (const use of outcome.uses) answer = reportUse(this.#context, use, this.#pc) ?? answer;
    if (answer !== undefined) return answer;
    this.#pending = outcome;
    this.#forget(outcome.uses, touch);
    return undefined;
  }

  /** What was complained about once is taken for defined, so that one mistake is not told again and again. */
  #forget(uses: readonly Use[], touch: Touch): void {
    for (const { kind } of uses) {
      if (kind === "branch") this.#pending = { ...this.#pending!, flags: 0 };
      if (kind !== "address") continue;
      for (const op of this.#irOf(touch).ops) {
        if (op.op !== "getRegister" || !this.#isAddressRegister(op.register)) continue;
        this.#pending!.undef.fill(0, 8 * op.register, 8 * op.register + 8);
      }
    }
  }

  #isAddressRegister(register: number): boolean {
    const decoded = this.#context.current.decoded;
    return (
      decoded?.operands.some(
        (one) => one.kind === "memory" && (one.base?.number === register || one.index?.number === register),
      ) === true
    );
  }

  after(): void {
    if (this.#pending !== undefined) this.#keep();
    if (this.#lost !== 0) this.#loseFlags();
  }

  /** What the manual leaves undefined and somebody asks for. */
  #loseFlags(): void {
    this.#shadow.flags = combined((this.#shadow.flags & SINGLE_FLAGS) | this.#lost);
    const time = this.#context.options.state.retired - 1;
    this.#shadow.origins[FLAGS_ORIGIN] = { kind: "flags", pc: this.#pc, time };
    this.#lost = 0;
    refreshDirty(this.#shadow, "registers");
  }

  passed(pc: number): void {
    this.#pc = pc;
  }

  #keep(): void {
    const outcome = this.#pending!;
    this.#pending = undefined;
    const { undef, origins } = this.#shadow;
    const vector = this.#touch!.vector;
    undef.set(outcome.undef.subarray(0, vector ? STATE.exitAddress : STATE.rip));
    undef.fill(0, STATE.rip, STATE.fsw);
    undef.fill(0, STATE.fsw + 2, STATE.st);
    this.#shadow.flags = outcome.flags;
    for (const [index, origin] of outcome.origins) origins[index] = origin;
    if (vector) this.#noteRests();
    for (const { address, undef: bits, origin } of outcome.stored) {
      setUndefined(this.#context, address, bits);
      if (origin !== undefined && bits.some((byte) => byte !== 0)) this.#noteOrigin(address, bits.length, origin);
    }
    refreshDirty(this.#shadow, vector ? "everything" : "registers");
  }

  /** Vector registers that were written, but for a part that is still as a call left it. */
  #noteRests(): void {
    const { origins } = this.#shadow;
    for (const number of vectorsWritten(this.#touch!.decoded)) {
      const origin = originIn(this.#shadow, VECTOR_ORIGIN + number);
      if (origin?.kind === "call" && !origin.isRest) origins[VECTOR_ORIGIN + number] = { ...origin, isRest: true };
    }
  }

  #noteOrigin(address: number, sizeBytes: number, origin: Origin): void {
    const { memory } = this.#shadow;
    if (memory.size > ORIGINS_LIMIT) memory.clear();
    for (let at = Math.floor(address / 8); at <= Math.floor((address + sizeBytes - 1) / 8); at++)
      memory.set(at, origin);
  }

  callReturned(name: string, kept: ReadonlySet<number>, next: number, pc: number, time: number): void {
    this.#lose({ kind: "call", name, bits: this.#context.options.core.bits, pc, time }, kept);
    this.#setFlags(next, { kind: "flags", pc, time });
    refreshDirty(this.#shadow, "registers");
  }

  enteredFrom(name: string, target: number, given: ReadonlySet<number>): void {
    const { core, state } = this.#context.options;
    const entry = { kind: "entry", name, pc: target, time: state.retired } as const;
    this.#lose({ ...entry, bits: core.bits }, given);
    this.#setFlags(target, { ...entry, register: "the flags" });
    refreshDirty(this.#shadow, "registers");
  }

  /** What a call may change is undefined, but for the registers `kept`. What i386 code keeps in vectors is left alone. */
  #lose(lastCall: LastCall, kept: ReadonlySet<number>): void {
    const { bits } = lastCall;
    const shadow = this.#shadow;
    const { registers, words, origins } = shadow;
    shadow.lastCall = lastCall;
    shadow.idle.fill(0);
    for (const number of CALLER_SAVED[bits]) {
      registers[number] = kept.has(number) ? 0n : bits === 64 ? 0xffffffffffffffffn : 0xffffffffn;
      origins[number] = LAST_CALL;
    }
    if (bits === 32) return;
    const isVector = kept.has(VECTOR_RESULT);
    if (isVector) {
      words.fill(0, STATE.ymm / 4, STATE.ymm / 4 + 8);
      origins[VECTOR_ORIGIN] = undefined;
    }
    // The lowest four bytes: every use reads them, and every result written into the register sets them.
    for (let number = isVector ? 1 : 0; number < 16; number++) {
      words[STATE.ymm / 4 + 8 * number] = 0xffffffff;
      origins[VECTOR_ORIGIN + number] = LAST_CALL;
    }
    shadow.dirtyVectors = (shadow.dirtyVectors & ~0xffff) | (isVector ? 0xfffe : 0xffff);
    shadow.dirty |= DIRTY.vector;
  }

  /** Flags that nobody has set where execution goes on at `next`: those that the code there asks for. */
  #setFlags(next: number, origin: Origin): void {
    const { core } = this.#context.options;
    const first = core.decodeAt(next);
    let known = this.#asked.get(next);
    if (known === undefined || known.first !== first) {
      known = { first, flags: combined(askedFlags(next, SINGLE_FLAGS, (address) => core.decodeAt(address))) };
      this.#asked.set(next, known);
    }
    this.#shadow.flags = known.flags;
    this.#shadow.origins[FLAGS_ORIGIN] = origin;
  }

  registerBits(number: number): bigint {
    return this.#shadow.registers[number]!;
  }

  originOfRegister(number: number): Origin | undefined {
    return originIn(this.#shadow, number);
  }

  originOf(address: number, sizeBytes: number): Origin {
    const bytes = undefinedBytes(this.#context.options.memory, address, sizeBytes);
    const first = Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    );
    const known = this.#shadow.memory.get(Math.floor((address + first) / 8));
    if (known !== undefined) return known;
    const { retired } = this.#context.options.state;
    return { kind: "memory", address: address + first, sizeBytes: sizeBytes - first, pc: this.#pc, time: retired };
  }
}

export const createTracker = (context: Context): Tracker => new DefinednessTracker(context);
