// What is known of the operands of a request, in the shape that matching compares with the forms' operand types.
// The objects are reused from call to call: matching runs for each instruction in each pass.

import { DECORATION, DISTANCE_BIT, FACT, FACT2, SIZE_BIT } from "./form.ts";
import {
  type Bits,
  type EncodeRequest,
  type ImmediateOperand,
  type MemoryOperand,
  NO_SEGMENT,
  type Operand,
} from "./insn.ts";
import type { Register } from "./register.ts";

/** An operand during matching. */
export interface OperandFacts {
  operand: Operand;
  /** Which of the request's operands it is: `{sae}` and its like are operands there. */
  position: number;
  facts: number;
  facts2: number;
  /** `SIZE_BIT` of the written size (or of a general register), 0 = none. */
  size: number;
  to: boolean;
  /** Registers beyond the first in `zmm4+3`, 0 = none written. */
  registerSet: number;
  strict: boolean;
  decorations: number;
  /** `{1toN}`: N, 0 = none. */
  broadcast: number;
  isRegister: boolean;
}

/** A request taken apart. */
export interface RequestFacts {
  count: number;
  readonly operands: OperandFacts[];
  /** Operand that carries a broadcast or rounding, -1 = none. */
  decorated: number;
  /** 0 … 3 of rn, rd, ru, rz. */
  rounding: number;
}

interface RegisterFacts {
  readonly facts: number;
  readonly facts2: number;
  readonly size: number;
}

const plainClasses: Readonly<Partial<Record<Register["class"], readonly [number, number]>>> = {
  gpr8: [FACT.gpr8, 0],
  gpr8h: [FACT.gpr8, 0],
  gpr16: [FACT.gpr16, 0],
  gpr32: [FACT.gpr32, 0],
  gpr64: [FACT.gpr64, 0],
  segment: [FACT.segment, 0],
  control: [FACT.control, 0],
  debug: [FACT.debug, 0],
  test: [FACT.test, 0],
  st: [FACT.st, 0],
  mmx: [FACT.mmx, 0],
  xmm: [0, FACT2.xmm],
  ymm: [0, FACT2.ymm],
  zmm: [0, FACT2.zmm],
  tmm: [FACT.tmm, 0],
  mask: [FACT.mask, 0],
  bound: [FACT.bound, 0],
};
const named: Readonly<Record<string, number>> = {
  al: FACT.al,
  ax: FACT.ax,
  eax: FACT.eax,
  rax: FACT.rax,
  cl: FACT.cl,
  cx: FACT.cx,
  ecx: FACT.ecx,
  rcx: FACT.rcx,
  dx: FACT.dx,
  edx: FACT.edx,
  es: FACT.es,
  cs: FACT.cs,
  ss: FACT.ss,
  ds: FACT.ds,
  fs: FACT.fs,
  gs: FACT.gs,
  st0: FACT.st0,
};

const registerFacts = new Map<string, RegisterFacts>();

/** What matching knows of a register. */
export function factsOfRegister(register: Register): RegisterFacts {
  const known = registerFacts.get(register.name);
  if (known) return known;
  let [facts, facts2] = plainClasses[register.class]!;
  facts |= named[register.name] ?? 0;
  if (register.class === "gpr32" && register.number !== 0) facts |= FACT.gpr32NotA;
  if (register.name === "xmm0") facts2 |= FACT2.xmm0;
  if (register.class === "xmm" && register.number < 16) facts2 |= FACT2.xmmLow;
  if (register.class === "ymm" && register.number < 16) facts2 |= FACT2.ymmLow;
  if (register.class === "zmm" && register.number < 16) facts2 |= FACT2.zmmLow;
  const sized = register.class.startsWith("gpr");
  const result = { facts, facts2, size: sized ? SIZE_BIT[register.sizeBits]! : 0 };
  registerFacts.set(register.name, result);
  return result;
}

/** An exact JavaScript number for values below 2^53; larger ones keep their low 32 bits exact apart. */
function immediateFacts(operand: ImmediateOperand, optimise: EncodeRequest["optimise"]): number {
  if (operand.farSegment) return FACT2.pointer;
  const { value } = operand;
  const free = optimise !== "none" && !operand.strict;
  if (value.unknown) {
    // Nothing is known yet: be optimistic, sizes only grow from pass to pass.
    const optimistic = FACT2.byteOfWord | FACT2.byteOfDword | FACT2.signedDword | FACT2.unsignedDword;
    return FACT2.immediate | FACT2.one | (free ? optimistic : 0);
  }
  if (value.segment !== NO_SEGMENT || value.wrt !== NO_SEGMENT) return FACT2.immediate;
  let facts: number = FACT2.immediate;
  let n = Number(value.offset);
  if (n === 1) facts |= FACT2.one;
  if (!free) return facts;
  const isSmall = Number.isSafeInteger(n);
  if (isSmall && n >= 0 && n <= 0xffffffff) facts |= FACT2.unsignedDword;
  if (isSmall && n >= -0x80000000 && n <= 0x7fffffff) facts |= FACT2.signedDword;
  if (!isSmall) n = Number(BigInt.asIntN(32, value.offset));
  if ((n + 128) >>> 0 <= 255) facts |= FACT2.byteOfDword;
  if (((n + 128) & 0xffff) <= 255) facts |= FACT2.byteOfWord;
  return facts;
}

function vectorFact(register: Register | undefined): number {
  if (register?.class === "xmm") return FACT2.vectorX;
  if (register?.class === "ymm") return FACT2.vectorY;
  return register?.class === "zmm" ? FACT2.vectorZ : 0;
}

function memoryFacts(operand: MemoryOperand, bits: Bits, addressBits: number): number {
  const vector = vectorFact(operand.index) || vectorFact(operand.base);
  if (vector) return FACT2.memory | vector;
  if (operand.base || (operand.index && operand.scale !== 0)) return FACT2.memory;
  if (bits === 64 && operand.relative) return FACT2.memory;
  // mov al, [offset]: only when the offset is as long as an address.
  const offsetBits = operand.displacementSizeBits || (addressBits === 16 ? 16 : 32);
  return FACT2.memory | (offsetBits === addressBits ? FACT2.offset : 0);
}

const blank = (): OperandFacts => ({
  operand: undefined as unknown as Operand,
  position: 0,
  facts: 0,
  facts2: 0,
  size: 0,
  to: false,
  registerSet: 0,
  strict: false,
  decorations: 0,
  broadcast: 0,
  isRegister: false,
});

/** The one request being matched. */
const current: RequestFacts = {
  count: 0,
  operands: [blank(), blank(), blank(), blank(), blank(), blank()],
  decorated: -1,
  rounding: 0,
};

/** More operands than any form has. */
const MAX_OPERANDS = 5;
const roundings = ["rn-sae", "rd-sae", "ru-sae", "rz-sae"];

/** Takes the operands of a request apart. The result is overwritten by the next call. */
export function takeOperands(request: EncodeRequest, addressBits: number): RequestFacts {
  current.count = 0;
  current.decorated = -1;
  current.rounding = 0;
  for (let k = 0; k < request.operands.length; k++) {
    const operand = request.operands[k]!;
    if (operand.kind === "rounding") {
      // A decoration of the operand before it, as NASM sees it.
      const before = current.operands[current.count - 1];
      if (before === undefined) continue;
      before.decorations |= operand.mode === "sae" ? DECORATION.sae : DECORATION.rounding;
      current.decorated = current.count - 1;
      current.rounding = Math.max(0, roundings.indexOf(operand.mode));
      continue;
    }
    if (current.count > MAX_OPERANDS) break;
    take(current.operands[current.count]!, operand, request, addressBits);
    current.operands[current.count]!.position = k;
    if (operand.broadcast) current.decorated = current.count;
    current.count++;
  }
  return current;
}

function take(
  into: OperandFacts,
  operand: Exclude<Operand, { kind: "rounding" }>,
  request: EncodeRequest,
  addressBits: number,
): void {
  into.operand = operand;
  into.size = SIZE_BIT[operand.sizeBits] ?? 0;
  into.to = operand.distance === "to";
  if (operand.distance !== undefined && operand.distance !== "to") into.size |= DISTANCE_BIT[operand.distance];
  into.strict = operand.strict;
  into.decorations = 0;
  into.broadcast = 0;
  into.isRegister = operand.kind === "register";
  into.facts = 0;
  into.registerSet = 0;
  if (operand.mask) into.decorations |= DECORATION.mask;
  if (operand.zeroing) into.decorations |= DECORATION.zero;
  into.broadcast = operand.broadcast ?? 0;
  if (operand.kind === "immediate") {
    into.facts2 = immediateFacts(operand, request.optimise);
    return;
  }
  if (operand.kind === "register") {
    const known = factsOfRegister(operand.register);
    into.facts = known.facts;
    into.facts2 = known.facts2;
    // A size word counts before a register that has no size of its own: kmov dword k1, k2; movsd xmm0, dword xmm1.
    if (known.size !== 0) into.size = known.size;
    into.registerSet = operand.registerSet ?? 0;
  } else into.facts2 = memoryFacts(operand, request.bits, addressBits);
}
