// The x87 floating-point unit: every instruction is a helper operation with where its operands are (SDM Vol. 1, chapter 8).
// FINIT, FSTCW and their kind assemble to WAIT and the form without it, so only those run.

import type { DecodedMemory } from "../../../server/isa/insn.ts";
import type { x87 as table } from "../../../server/isa/table/x87.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Condition, SizeBits, Value } from "../ir.ts";
import { VECTOR_SCRATCH } from "../ir.ts";
import { STATE } from "../state.ts";
import { BINARIES, type Binary } from "../x87/arithmetic.ts";
import { environmentSize } from "../x87/environment.ts";
import { FORMAT_BYTES, MEMORY_FORMATS, type MemoryFormat } from "../x87/transfer.ts";

/** Number of a stack register operand; ST(1) where none is written. */
function stackIndex(b: Builder, k: number): number {
  const operand = b.decoded.operands[k];
  return operand?.kind === "register" ? operand.register.number & 7 : 1;
}

/** What a wrong address of operand 0 breaks: bit 0 = the stack's segment, bit 1 = the limit that 32-bit mode has. */
export const addressKind = (b: Builder): number => (b.spaceOf(0) === "stack" ? 1 : 0) | (b.bits === 32 ? 2 : 0);

const integerFormat = (bits: number): MemoryFormat => (bits === 16 ? "int16" : bits === 32 ? "int32" : "int64");
const floatFormat = (bits: number): MemoryFormat => (bits === 32 ? "single" : bits === 64 ? "double" : "extended");

/** Position of a memory operand's format, and the loaded bits; −1 and none for a register. */
function memoryOperand(
  b: Builder,
  kind: "float" | "integer",
): { format: number; values: ReturnType<Builder["load"]>[] } {
  const operand = b.decoded.operands[0];
  if (operand?.kind !== "memory") return { format: -1, values: [] };
  const bits = operand.sizeBits;
  const format = kind === "integer" ? integerFormat(bits) : floatFormat(bits);
  b.helper("fwait", []);
  const value = b.load(b.linear(0), bits as SizeBits, b.spaceOf(0));
  return { format: MEMORY_FORMATS.indexOf(format), values: [value] };
}

/** FADD and kin: memory or ST(i) into ST(0), or ST(0) into ST(i) ("to", and the forms that pop). */
const arithmetic =
  (operation: Binary, options: { readonly integer?: true; readonly pops?: 1 } = {}): Semantics =>
  (b) => {
    const { format, values } = memoryOperand(b, options.integer ? "integer" : "float");
    const index = stackIndex(b, 0);
    const intoRegister = options.pops === 1 || (format < 0 && b.decoded.form.operands[0]?.access === "rw");
    const [dest, source] = intoRegister ? [index, 0] : [0, index];
    const position = BINARIES.indexOf(operation);
    b.helper("fpuBinary", values, [], [position, dest, format, source, options.pops ?? 0]);
  };

/** FCOM and kin. */
const comparison =
  (nans: "quiet" | "signalling", pops: 0 | 1 | 2, kind: "float" | "integer" = "float"): Semantics =>
  (b) => {
    const { format, values } = memoryOperand(b, kind);
    b.helper("fpuCompare", values, [], [format, stackIndex(b, 0), nans === "quiet" ? 1 : 0, pops]);
  };

/** FCOMI and kin: ZF, PF, CF; unchanged when an unmasked exception waits. */
const compareToFlags =
  (nans: "quiet" | "signalling", pops: 0 | 1): Semantics =>
  (b) => {
    const constants = [stackIndex(b, 0), nans === "quiet" ? 1 : 0, pops];
    const [flags, counts] = b.helper("fcomi", [], ["i32", "i32"], constants);
    const old = b.getEflags();
    b.setEflags(b.select(counts!, flags!, old), 0x8d5);
  };

const load =
  (kind: "float" | "integer"): Semantics =>
  (b) => {
    const operand = b.decoded.operands[0];
    if (operand?.kind === "memory" && operand.sizeBits === 80) {
      loadTenBytes("extended")(b);
      return;
    }
    const { format, values } = memoryOperand(b, kind);
    if (format < 0) b.helper("fldRegister", [], [], [stackIndex(b, 0)]);
    else b.helper("fldMemory", values, [], [format]);
  };

const loadTenBytes =
  (format: "extended" | "decimal"): Semantics =>
  (b) => {
    const place = VECTOR_SCRATCH[0]!;
    b.helper("fwait", []);
    b.loadBytes(place, b.linear(0), FORMAT_BYTES[format], 1, b.spaceOf(0));
    b.helper("fldBytes", [], [], [place, MEMORY_FORMATS.indexOf(format)]);
  };

const store =
  (kind: "float" | "integer" | "truncated" | "decimal", pops: 0 | 1): Semantics =>
  (b) => {
    const operand = b.decoded.operands[0];
    if (operand?.kind !== "memory") {
      b.helper("fstRegister", [], [], [stackIndex(b, 0), pops]);
      return;
    }
    const bits = operand.sizeBits;
    const format = kind === "decimal" ? "decimal" : kind === "float" ? floatFormat(bits) : integerFormat(bits);
    const constants = [MEMORY_FORMATS.indexOf(format), kind === "truncated" ? 1 : 0, pops, addressKind(b)];
    // A waiting exception comes before the memory is looked at.
    if (b.care === "checked") b.helper("fwait", []);
    b.guard(b.linear(0), FORMAT_BYTES[format], "write", bits === 80 ? 8 : bits / 8, b.spaceOf(0));
    b.helper("fstMemory", [b.wide(b.linear(0))], [], constants);
  };

const constant =
  (index: number): Semantics =>
  (b) => {
    b.helper("fldConstant", [], [], [index]);
  };

const conditionalMove =
  (condition: Condition): Semantics =>
  (b) => {
    b.helper("fcmov", [b.condition(condition)], [], [stackIndex(b, 0)]);
  };

/** The routine of the same name without operands. */
const plain =
  (name: string): Semantics =>
  (b) => {
    b.helper(name, []);
  };

/** A routine that gets an address and the operand size. */
const withAddress =
  (name: "fnstenv" | "fldenv" | "fnsave" | "frstor"): Semantics =>
  (b) => {
    const long = b.size !== 16;
    const bytes = environmentSize(long ? 32 : 16) + (name === "fnsave" || name === "frstor" ? 80 : 0);
    const isLoad = name === "fldenv" || name === "frstor";
    if (isLoad && b.care === "checked") b.helper("fwait", []);
    b.guard(b.linear(0), bytes, isLoad ? "read" : "write", long ? 4 : 2, b.spaceOf(0));
    b.helper(name, [b.wide(b.linear(0))], [], [long ? 32 : 16, addressKind(b)]);
  };

const fldcw: Semantics = (b) => {
  b.helper("fwait", []);
  b.helper("fldcw", [b.load(b.linear(0), 16, b.spaceOf(0))]);
};

/** FNSTCW, FNSTSW: a word to memory or ax. */
const storeWord =
  (offset: number): Semantics =>
  (b) => {
    const value = b.getState(offset, 16);
    if (b.isMemory(0)) b.store(b.linear(0), value, 16, b.spaceOf(0));
    else b.write(0, value);
  };

const freeing =
  (pops: 0 | 1): Semantics =>
  (b) => {
    b.helper("ffree", [], [], [stackIndex(b, 0), pops]);
  };

const exchange: Semantics = (b) => {
  b.helper("fxch", [], [], [stackIndex(b, 0)]);
};

/** Control instructions leave the address of the last instruction as it is (SDM Vol. 1, 8.1.8). */
const CONTROL = /^f(n?(init|clex|stcw|stsw|stenv|save|eni|disi)|ldcw|ldenv|rstor|setpm)$/;

/** All others note where they are, after everything that can fail, and what they had to do with where they raise something. */
const noting =
  (semantics: Semantics): Semantics =>
  (b) => {
    semantics(b);
    b.setState(STATE.fip, b.i64(b.address), 64);
    b.helper("noteRaised", b.decoded.operands[0]?.kind === "memory" ? [b.wide(operandOffset(b))] : []);
  };

/** Address of the operand in memory within its segment. */
function operandOffset(b: Builder): Value {
  const segment = (b.decoded.operands[0] as DecodedMemory).segment;
  const linear = b.linear(0);
  if (segment !== "fs" && segment !== "gs") return linear;
  return b.sub(linear, b.fit(b.segmentBase(segment), b.bits));
}

type Instructions = Record<keyof ReturnType<typeof table>, Semantics>;
export const x87 = (): Instructions =>
  Object.fromEntries(
    Object.entries(instructions()).map(([name, semantics]) => [
      name,
      CONTROL.test(name) ? semantics : noting(semantics),
    ]),
  ) as Instructions;

// biome-ignore format: groups of names
const instructions = () => ({
  fadd: arithmetic("add"), fsub: arithmetic("sub"), fsubr: arithmetic("subr"),
  fmul: arithmetic("mul"), fdiv: arithmetic("div"), fdivr: arithmetic("divr"),
  faddp: arithmetic("add", { pops: 1 }), fsubp: arithmetic("sub", { pops: 1 }), fsubrp: arithmetic("subr", { pops: 1 }),
  fmulp: arithmetic("mul", { pops: 1 }), fdivp: arithmetic("div", { pops: 1 }), fdivrp: arithmetic("divr", { pops: 1 }),
  fiadd: arithmetic("add", { integer: true }), fisub: arithmetic("sub", { integer: true }),
  fisubr: arithmetic("subr", { integer: true }), fimul: arithmetic("mul", { integer: true }),
  fidiv: arithmetic("div", { integer: true }), fidivr: arithmetic("divr", { integer: true }),
  fcom: comparison("signalling", 0), fcomp: comparison("signalling", 1), fcompp: comparison("signalling", 2),
  fucom: comparison("quiet", 0), fucomp: comparison("quiet", 1), fucompp: comparison("quiet", 2),
  ficom: comparison("signalling", 0, "integer"), ficomp: comparison("signalling", 1, "integer"),
  fcomi: compareToFlags("signalling", 0), fcomip: compareToFlags("signalling", 1),
  fucomi: compareToFlags("quiet", 0), fucomip: compareToFlags("quiet", 1),
  ftst: plain("ftst"), fxam: plain("fxam"), fchs: plain("fchs"), fabs: plain("fabs"),
  fld: load("float"), fild: load("integer"), fbld: loadTenBytes("decimal"),
  fst: store("float", 0), fstp: store("float", 1), fist: store("integer", 0), fistp: store("integer", 1),
  fisttp: store("truncated", 1), fbstp: store("decimal", 1),
  fld1: constant(0), fldl2t: constant(1), fldl2e: constant(2), fldpi: constant(3), fldlg2: constant(4), fldln2: constant(5), fldz: constant(6),
  fcmovb: conditionalMove("b"), fcmove: conditionalMove("e"), fcmovbe: conditionalMove("be"), fcmovu: conditionalMove("p"),
  fcmovnb: conditionalMove("ae"), fcmovne: conditionalMove("ne"), fcmovnbe: conditionalMove("a"), fcmovnu: conditionalMove("np"),
  fxch: exchange, ffree: freeing(0), ffreep: freeing(1), fincstp: plain("fincstp"), fdecstp: plain("fdecstp"),
  fnop: plain("fwait"), fsqrt: plain("fsqrt"), frndint: plain("frndint"), fscale: plain("fscale"), fxtract: plain("fxtract"),
  fprem: plain("fprem"), fprem1: plain("fprem1"), fsin: plain("fsin"), fcos: plain("fcos"), fsincos: plain("fsincos"),
  fptan: plain("fptan"), fpatan: plain("fpatan"), fyl2x: plain("fyl2x"), fyl2xp1: plain("fyl2xp1"), f2xm1: plain("f2xm1"),
  finit: plain("fninit"), fninit: plain("fninit"), fclex: plain("fnclex"), fnclex: plain("fnclex"),
  fldcw, fstcw: storeWord(STATE.fcw), fnstcw: storeWord(STATE.fcw), fstsw: storeWord(STATE.fsw), fnstsw: storeWord(STATE.fsw),
  fstenv: withAddress("fnstenv"), fnstenv: withAddress("fnstenv"), fldenv: withAddress("fldenv"),
  fsave: withAddress("fnsave"), fnsave: withAddress("fnsave"), frstor: withAddress("frstor"),
  // What the 8087 and 80287 needed does nothing since the 387.
  feni: () => {}, fneni: () => {}, fdisi: () => {}, fndisi: () => {}, fsetpm: () => {},
}) satisfies Instructions;
