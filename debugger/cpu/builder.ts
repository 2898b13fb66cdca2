// What semantics functions are written against: takes one decoded instruction at one address, gives its InstructionIr.
// The Builder knows where operands live, so that semantics do not: `read(0)` may be a register, a load or a constant.
// Values read twice are made once, which also keeps `xor eax, eax` visible as an operation of a value with itself.

import { assert } from "../../server/base/assert.ts";
import { signExtend, truncate } from "../../server/base/int64.ts";
import type { Decoded, DecodedMemory, DecodedOperand } from "../../server/isa/insn.ts";
import type { Vector } from "./core.ts";
import {
  type AddressSpace,
  type BinaryName,
  type CompareName,
  type Condition,
  type ConvertName,
  type FlagsKind,
  type FlagWord,
  type InstructionIr,
  type Op,
  partOf,
  type RegisterPart,
  type Repeat,
  type SegmentName,
  type SizeBits,
  type StateOffset,
  typeOf,
  type UnaryName,
  type Value,
  type ValueType,
} from "./ir.ts";
import { type FlagName, GPR } from "./state.ts";

/** "checked": accesses are built for EFLAGS.AC and for segments that are not all of memory. */
export type Care = "none" | "checked";

/** What one mnemonic does, written once; knows neither where operands live nor which core runs it. */
export type Semantics = (b: Builder) => void;

const SEGMENTS: readonly SegmentName[] = ["es", "cs", "ss", "ds", "fs", "gs"];

/** Emits operations for one instruction. Shorthands that make several operations are in lower-case sentences below. */
export class Builder {
  readonly decoded: Decoded;
  /** Mode: 64, or 32. */
  readonly bits: 32 | 64;
  /** Size of the operation in bits. */
  readonly size: SizeBits;
  readonly address: bigint;
  readonly next: bigint;
  /** With care every access is looked at before it is made: its segment and its alignment (cpu/segments.ts). */
  readonly care: Care;
  readonly #ops: Op[] = [];
  readonly #types: ValueType[] = [];
  readonly #constants = new Map<string, Value>();
  /** Constant values by id. */
  readonly #known = new Map<Value, bigint>();
  readonly #registers = new Map<string, Value>();
  readonly #addresses = new Map<number, Value>();
  readonly #loaded = new Map<number, Value>();
  /** Segments that addresses are in, where that is not what their space says. */
  readonly #segments = new Map<Value, SegmentName>();
  #repeat: Repeat | undefined;
  #isAligning = true;

  constructor(decoded: Decoded, address: bigint, care: Care = "none") {
    this.decoded = decoded;
    this.care = care;
    this.bits = decoded.bits === 64 ? 64 : 32;
    this.size = decoded.sizeBits as SizeBits;
    this.address = address;
    this.next = truncate(address + BigInt(decoded.lengthBytes), this.bits);
  }

  finish(): InstructionIr {
    return { address: this.address, next: this.next, ops: this.#ops, types: this.#types, repeat: this.#repeat };
  }

  // ---- values

  /** A new value without an operation yet: for operations with several results. */
  #value(type: ValueType): Value {
    this.#types.push(type);
    return (this.#types.length - 1) as Value;
  }

  emit(op: Op): void {
    this.#ops.push(op);
  }

  typeOf(value: Value): ValueType {
    return this.#types[value]!;
  }

  constant(value: bigint | number, type: ValueType): Value {
    const bits = truncate(BigInt(value), type === "i64" ? 64 : 32);
    const key = `${type}${bits}`;
    const old = this.#constants.get(key);
    if (old !== undefined) return old;
    const dest = this.#value(type);
    this.emit({ op: "const", dest, value: bits });
    this.#constants.set(key, dest);
    this.#known.set(dest, bits);
    return dest;
  }

  i32(value: number): Value {
    return this.constant(value, "i32");
  }

  i64(value: bigint | number): Value {
    return this.constant(value, "i64");
  }

  /** The constant `value` in the type of `other`. */
  like(other: Value, value: bigint | number): Value {
    return this.constant(value, this.typeOf(other));
  }

  /** What a value is known to be, unsigned; undefined when only the run tells. */
  known(value: Value): bigint | undefined {
    return this.#known.get(value);
  }

  binary(op: BinaryName, a: Value, b: Value): Value {
    assert(this.typeOf(a) === this.typeOf(b), `${op} of two types in ${this.decoded.mnemonic}`);
    const dest = this.#value(this.typeOf(a));
    this.emit({ op, dest, a, b });
    return dest;
  }

  add(a: Value, b: Value): Value {
    if (this.known(b) === 0n) return a;
    return this.binary("add", a, b);
  }
  sub(a: Value, b: Value): Value {
    return this.binary("sub", a, b);
  }
  mul(a: Value, b: Value): Value {
    return this.binary("mul", a, b);
  }
  and(a: Value, b: Value): Value {
    return this.binary("and", a, b);
  }
  or(a: Value, b: Value): Value {
    return this.binary("or", a, b);
  }
  xor(a: Value, b: Value): Value {
    return this.binary("xor", a, b);
  }
  not(a: Value): Value {
    return this.xor(a, this.like(a, -1));
  }
  shl(a: Value, b: Value): Value {
    return this.known(b) === 0n ? a : this.binary("shl", a, b);
  }
  shrU(a: Value, b: Value): Value {
    return this.known(b) === 0n ? a : this.binary("shrU", a, b);
  }
  shrS(a: Value, b: Value): Value {
    return this.known(b) === 0n ? a : this.binary("shrS", a, b);
  }

  compare(op: CompareName, a: Value, b: Value): Value {
    assert(this.typeOf(a) === this.typeOf(b), `${op} of two types in ${this.decoded.mnemonic}`);
    const dest = this.#value("i32");
    this.emit({ op, dest, a, b });
    return dest;
  }
  eqz(a: Value): Value {
    const dest = this.#value("i32");
    this.emit({ op: "eqz", dest, a });
    return dest;
  }
  nez(a: Value): Value {
    return this.compare("ne", a, this.like(a, 0));
  }

  unary(op: UnaryName, a: Value): Value {
    const dest = this.#value(this.typeOf(a));
    this.emit({ op, dest, a });
    return dest;
  }

  convert(op: ConvertName, a: Value): Value {
    const type = op === "wrap" ? "i32" : "i64";
    const known = this.known(a);
    if (known !== undefined) return this.constant(op === "extendS" ? signExtend(known, 32) : known, type);
    const dest = this.#value(type);
    this.emit({ op, dest, a });
    return dest;
  }

  select(condition: Value, a: Value, b: Value): Value {
    assert(this.typeOf(a) === this.typeOf(b), `select of two types in ${this.decoded.mnemonic}`);
    const known = this.known(condition);
    if (known !== undefined) return known !== 0n ? a : b;
    const dest = this.#value(this.typeOf(a));
    this.emit({ op: "select", dest, condition, a, b });
    return dest;
  }

  mulHigh(signed: "signed" | "unsigned", a: Value, b: Value): Value {
    const dest = this.#value("i64");
    this.emit({ op: signed === "signed" ? "mulHighS" : "mulHighU", dest, a, b });
    return dest;
  }

  // ---- sizes

  /** Clears the bits above `sizeBits`. */
  zext(a: Value, sizeBits: number): Value {
    if (sizeBits >= (this.typeOf(a) === "i64" ? 64 : 32)) return a;
    const known = this.known(a);
    if (known !== undefined) return this.like(a, truncate(known, sizeBits));
    return this.unary(`zext${sizeBits}` as UnaryName, a);
  }

  /** Copies bit sizeBits − 1 to all above. */
  sext(a: Value, sizeBits: number): Value {
    if (sizeBits >= (this.typeOf(a) === "i64" ? 64 : 32)) return a;
    const known = this.known(a);
    if (known !== undefined) return this.like(a, signExtend(known, sizeBits));
    return this.unary(`sext${sizeBits}` as UnaryName, a);
  }

  /** As i64, upper half zero. */
  wide(a: Value): Value {
    return this.typeOf(a) === "i64" ? a : this.convert("extendU", a);
  }

  /** As i64 with the value of the low `sizeBits` bits as a signed number. */
  wideSigned(a: Value, sizeBits: number): Value {
    if (this.typeOf(a) === "i64") return this.sext(a, sizeBits);
    return this.convert("extendS", this.sext(a, sizeBits));
  }

  /** The low 32 bits as i32. */
  narrow(a: Value): Value {
    return this.typeOf(a) === "i32" ? a : this.convert("wrap", a);
  }

  /** In the type for integers of `sizeBits`; widening clears the upper half. */
  fit(a: Value, sizeBits: number): Value {
    return typeOf(sizeBits) === "i64" ? this.wide(a) : this.narrow(a);
  }

  // ---- registers and flags

  getRegister(register: number, part: RegisterPart): Value {
    const key = `${register}.${part}`;
    const old = this.#registers.get(key);
    if (old !== undefined) return old;
    const dest = this.#value(part === "64" ? "i64" : "i32");
    this.emit({ op: "getRegister", dest, register, part });
    this.#registers.set(key, dest);
    return dest;
  }

  setRegister(register: number, part: RegisterPart, value: Value): void {
    assert((part === "64") === (this.typeOf(value) === "i64"), `register part in ${this.decoded.mnemonic}`);
    for (const key of [...this.#registers.keys()]) if (key.startsWith(`${register}.`)) this.#registers.delete(key);
    this.emit({ op: "setRegister", register, part, value });
  }

  /** Lets addresses computed from now on see `value` in a register that is set only later (pop [rsp]). */
  assume(register: number, part: RegisterPart, value: Value): void {
    this.#registers.set(`${register}.${part}`, value);
  }

  get(register: keyof typeof GPR, sizeBits: number): Value {
    return this.getRegister(GPR[register], partOf(sizeBits));
  }

  set(register: keyof typeof GPR, sizeBits: number, value: Value): void {
    this.setRegister(GPR[register], partOf(sizeBits), value);
  }

  getFlag(flag: FlagName): Value {
    const dest = this.#value("i32");
    this.emit({ op: "getFlag", dest, flag });
    return dest;
  }

  condition(condition: Condition): Value {
    const dest = this.#value("i32");
    this.emit({ op: "getCondition", dest, condition });
    return dest;
  }

  setFlag(flag: FlagName, value: Value): void {
    this.emit({ op: "setFlag", flag, value });
  }

  setFlags(kind: FlagsKind, a: Value, b: Value, result: Value, sizeBits: SizeBits = this.size): void {
    this.emit({ op: "setFlags", kind, sizeBits, a, b, result });
  }

  /** ZF, SF and PF of `result`; CF, OF and AF clear. */
  setLogicFlags(result: Value, sizeBits: SizeBits = this.size): void {
    this.setFlags("logic", result, result, result, sizeBits);
  }

  flagWord(word: FlagWord): Value {
    const dest = this.#value("i64");
    this.emit({ op: "getFlagWord", dest, word });
    return dest;
  }

  packCarry(carry: Value, overflow: Value): Value {
    const dest = this.#value("i64");
    this.emit({ op: "packCarry", dest, carry, overflow });
    return dest;
  }

  setFlagWords(result: Value, carry: Value, aux: Value): void {
    this.emit({ op: "setFlagWords", result, carry, aux });
  }

  getEflags(): Value {
    const dest = this.#value("i32");
    this.emit({ op: "getEflags", dest });
    return dest;
  }

  setEflags(value: Value, mask: number): void {
    this.emit({ op: "setEflags", value, mask });
  }

  getSelector(segment: SegmentName): Value {
    const dest = this.#value("i32");
    this.emit({ op: "getSelector", dest, segment });
    return dest;
  }

  /** #GP when a user program may not load this selector. */
  checkSelector(segment: SegmentName, value: Value): void {
    this.helper("checkSelector", [value], [], [SEGMENTS.indexOf(segment), this.bits]);
  }

  loadSelector(segment: SegmentName, value: Value): void {
    this.checkSelector(segment, value);
    this.emit({ op: "setSelector", segment, value });
  }

  segmentBase(segment: "fs" | "gs"): Value {
    const dest = this.#value("i64");
    this.emit({ op: "getSegmentBase", dest, segment });
    return dest;
  }

  /** Bytes of the state struct: a lane of a vector register, a control word. */
  getState(offset: StateOffset, sizeBits: SizeBits): Value {
    const dest = this.#value(typeOf(sizeBits));
    this.emit({ op: "getState", dest, offset, sizeBits });
    return dest;
  }

  setState(offset: StateOffset, value: Value, sizeBits: SizeBits): void {
    assert(this.typeOf(value) === typeOf(sizeBits), `state part in ${this.decoded.mnemonic}`);
    this.emit({ op: "setState", offset, value, sizeBits });
  }

  // ---- operands

  operand(k: number): DecodedOperand {
    const operand = this.decoded.operands[k];
    assert(operand !== undefined, `${this.decoded.form.row} has operand ${k}`);
    return operand;
  }

  get operandCount(): number {
    return this.decoded.operands.length;
  }

  /** Size of an operand's value in bits. */
  bitsOf(k: number): SizeBits {
    const operand = this.operand(k);
    if (operand.kind === "register") return operand.register.sizeBits as SizeBits;
    if (operand.kind === "memory" || operand.kind === "relative") return operand.sizeBits as SizeBits;
    return this.size;
  }

  isMemory(k: number): boolean {
    return this.operand(k).kind === "memory";
  }

  /** An immediate's value; undefined for other operands. */
  immediate(k: number): bigint | undefined {
    const operand = this.decoded.operands[k];
    return operand?.kind === "immediate" ? operand.value : undefined;
  }

  /** The operand's value, zero-extended from its size; memory is loaded once. */
  read(k: number): Value {
    const operand = this.operand(k);
    switch (operand.kind) {
      case "register":
        return this.#readRegister(operand.register.class, operand.register.number);
      case "immediate":
        return this.constant(truncate(operand.value, this.size), typeOf(this.size));
      case "memory":
        return this.#readMemory(k, operand);
      default:
        return this.constant(this.target(k), typeOf(this.bits));
    }
  }

  #readRegister(registerClass: string, number: number): Value {
    switch (registerClass) {
      case "gpr8":
        return this.getRegister(number, "low8");
      case "gpr8h":
        return this.getRegister(number - 4, "high8");
      case "gpr16":
        return this.getRegister(number, "16");
      case "gpr32":
        return this.getRegister(number, "32");
      case "gpr64":
        return this.getRegister(number, "64");
      default:
        assert(registerClass === "segment", `no value in a ${registerClass} register`);
        return this.getSelector(SEGMENTS[number]!);
    }
  }

  #readMemory(k: number, operand: DecodedMemory): Value {
    const old = this.#loaded.get(k);
    if (old !== undefined) return old;
    const intent = this.decoded.form.operands[k]?.access === "rw" ? "update" : "read";
    const value = this.load(this.linear(k), operand.sizeBits as SizeBits, this.spaceOf(k), intent);
    this.#loaded.set(k, value);
    return value;
  }

  /** Stores to the operand; the value's bits above its size do not count. */
  write(k: number, value: Value): void {
    const operand = this.operand(k);
    if (operand.kind === "memory") {
      this.store(this.linear(k), value, operand.sizeBits as SizeBits, this.spaceOf(k));
      return;
    }
    assert(operand.kind === "register", `${this.decoded.form.row}: operand ${k} can be written`);
    const { number, sizeBits } = operand.register;
    if (operand.register.class === "gpr8h") this.setRegister(number - 4, "high8", value);
    else this.setRegister(number, partOf(sizeBits), value);
  }

  /** A register operand seen in another size: bsf keeps the upper half of its destination. */
  readPart(k: number, sizeBits: SizeBits): Value {
    const operand = this.operand(k);
    assert(operand.kind === "register", `${this.decoded.form.row}: operand ${k} is a register`);
    return this.getRegister(operand.register.number, partOf(sizeBits));
  }

  writePart(k: number, sizeBits: SizeBits, value: Value): void {
    const operand = this.operand(k);
    assert(operand.kind === "register", `${this.decoded.form.row}: operand ${k} is a register`);
    this.setRegister(operand.register.number, partOf(sizeBits), value);
  }

  /** Where a relative operand points: truncated to the operation's size. */
  target(k: number): bigint {
    const operand = this.operand(k);
    assert(operand.kind === "relative", `${this.decoded.form.row}: operand ${k} is a displacement`);
    return truncate(this.next + operand.displacement, this.decoded.sizeBits === 16 ? 16 : this.bits);
  }

  // ---- memory

  get addressBits(): 16 | 32 | 64 {
    return this.decoded.addressSizeBits;
  }

  /** An address part of a register, in the type of the mode's addresses. */
  addressRegister(register: number): Value {
    const value = this.getRegister(register, partOf(this.addressBits));
    return this.fit(value, this.bits);
  }

  /** What lea computes: without the segment's base. In the type of the mode's addresses. */
  effectiveAddress(k: number): Value {
    const operand = this.operand(k);
    assert(operand.kind === "memory", `${this.decoded.form.row}: operand ${k} is in memory`);
    const type = typeOf(this.bits);
    const part = partOf(operand.addressSizeBits);
    const addressBits = operand.addressSizeBits;
    if (operand.ripRelative) {
      return this.constant(truncate(this.next + operand.displacement, addressBits), type);
    }
    let sum: Value | undefined;
    if (operand.base !== undefined) sum = this.getRegister(operand.base.number, part);
    if (operand.index !== undefined) {
      const index = this.getRegister(operand.index.number, part);
      const scaled = this.shl(index, this.like(index, Math.log2(operand.scale)));
      sum = sum === undefined ? scaled : this.add(sum, scaled);
    }
    if (sum === undefined) return this.constant(truncate(operand.displacement, addressBits), type);
    sum = this.add(sum, this.like(sum, operand.displacement));
    return this.fit(this.zext(sum, addressBits), this.bits);
  }

  /** Linear address of a memory operand, made once. */
  linear(k: number): Value {
    const old = this.#addresses.get(k);
    if (old !== undefined) return old;
    const operand = this.operand(k) as DecodedMemory;
    const value = this.withSegment(this.effectiveAddress(k), operand.segment);
    this.#addresses.set(k, value);
    return value;
  }

  /** The linear address `offset` bytes (in the type of the mode's addresses) beyond a memory operand. */
  linearBeyond(k: number, offset: Value): Value {
    const operand = this.operand(k) as DecodedMemory;
    const sum = this.zext(this.add(this.effectiveAddress(k), offset), operand.addressSizeBits);
    return this.withSegment(sum, operand.segment);
  }

  /** Adds the segment's base; only fs and gs have one on Linux. */
  withSegment(address: Value, segment: SegmentName): Value {
    if (segment !== "fs" && segment !== "gs") {
      this.#segments.set(address, segment);
      return address;
    }
    if (this.bits === 32) this.#checkNull(segment);
    const sum = this.add(address, this.fit(this.segmentBase(segment), this.bits));
    this.#segments.set(sum, segment);
    return sum;
  }

  /** #GP of a 32-bit access through fs or gs that no segment was loaded into: that is how a program starts. */
  #checkNull(segment: "fs" | "gs"): void {
    this.trapIf(this.eqz(this.and(this.getSelector(segment), this.i32(0xfffc))), "#GP", `${segment} holds no segment`);
  }

  /** For stores that the kernel makes in the program's place (SGDT and kin): EFLAGS.AC does not count. */
  ignoreAlignment(): void {
    this.#isAligning = false;
  }

  /** Looks at an access before it is made, where that takes care. Alignment counts in bytes, 1 for none. */
  guard(address: Value, sizeBytes: number, access: "read" | "write", alignBytes: number, space: AddressSpace): void {
    if (this.care === "none") return;
    const segment = this.#segments.get(address) ?? (space === "stack" ? "ss" : "ds");
    const [write, stack] = [access === "write" ? 1 : 0, space === "stack" ? 1 : 0];
    const constants = [
      SEGMENTS.indexOf(segment),
      sizeBytes,
      this.#isAligning ? alignBytes : 1,
      write,
      stack,
      this.bits,
    ];
    this.helper("checkAccess", [this.wide(address)], [], constants);
  }

  /** Segment of an operand that is not written out (string instructions, xlatb): a prefix can name another. */
  implicitSegment(usual: SegmentName): SegmentName {
    return this.decoded.segmentOverride ?? usual;
  }

  spaceOf(k: number): AddressSpace {
    const { segment, base } = this.operand(k) as DecodedMemory;
    if (this.bits === 32 || segment === "fs" || segment === "gs") return spaceOf(segment);
    // In 64-bit mode the other prefixes say nothing: rsp and rbp are the stack's.
    return base?.number === GPR.rsp || base?.number === GPR.rbp ? "stack" : "data";
  }

  load(address: Value, sizeBits: SizeBits, space: AddressSpace = "data", intent: "read" | "update" = "read"): Value {
    this.guard(address, sizeBits / 8, intent === "update" ? "write" : "read", sizeBits / 8, space);
    const dest = this.#value(typeOf(sizeBits));
    this.emit({ op: "load", dest, address, sizeBits, space, intent });
    return dest;
  }

  store(
    address: Value,
    value: Value,
    sizeBits: SizeBits,
    space: AddressSpace = "data",
    check: "checked" | "unchecked" = "checked",
  ): void {
    assert(this.typeOf(value) === typeOf(sizeBits), `stored type in ${this.decoded.form.row}`);
    if (check === "checked") this.guard(address, sizeBits / 8, "write", sizeBits / 8, space);
    this.emit({ op: "store", address, value, sizeBits, space, check });
  }

  loadBytes(
    dest: StateOffset,
    address: Value,
    sizeBytes: number,
    alignBytes: number,
    space: AddressSpace = "data",
  ): void {
    this.guard(address, sizeBytes, "read", alignmentOf(sizeBytes, alignBytes), space);
    this.emit({ op: "loadBytes", dest, address, sizeBytes, alignBytes, space });
  }

  storeBytes(
    source: StateOffset,
    address: Value,
    sizeBytes: number,
    alignBytes: number,
    space: AddressSpace = "data",
  ): void {
    this.guard(address, sizeBytes, "write", alignmentOf(sizeBytes, alignBytes), space);
    this.emit({ op: "storeBytes", source, address, sizeBytes, alignBytes, space });
  }

  checkWrite(
    address: Value,
    sizeBytes: number,
    space: AddressSpace = "data",
    follows: "store" | "nothing" = "store",
  ): void {
    this.guard(address, sizeBytes, "write", alignmentOf(sizeBytes, 1), space);
    this.emit({ op: "checkWrite", address, sizeBytes, space, follows });
  }

  // ---- the stack: rsp, or esp in 32-bit mode

  get stackPointer(): Value {
    return this.get("rsp", this.bits);
  }

  setStackPointer(value: Value): void {
    this.set("rsp", this.bits, value);
  }

  /** Where a push would store. */
  pushSlot(sizeBits: SizeBits): Value {
    return this.sub(this.stackPointer, this.like(this.stackPointer, sizeBits / 8));
  }

  push(value: Value, sizeBits: SizeBits): void {
    const top = this.pushSlot(sizeBits);
    this.store(top, this.fit(value, sizeBits), sizeBits, "stack");
    this.setStackPointer(top);
  }

  /** Loads from the top of the stack; `after` is rsp behind it, to be set when nothing can fault any more. */
  top(sizeBits: SizeBits): { readonly value: Value; readonly after: Value } {
    const top = this.stackPointer;
    const value = this.load(top, sizeBits, "stack");
    return { value, after: this.add(top, this.like(top, sizeBits / 8)) };
  }

  // ---- faults and routines

  trap(vector: Vector, errorCode = 0, delivery: "fault" | "trap" = "fault", detail?: string): void {
    this.emit({ op: "trap", vector, errorCode, delivery, ...(detail === undefined ? {} : { detail }) });
  }

  trapIf(condition: Value, vector: Vector, detail?: string): void {
    const more = detail === undefined ? {} : { detail };
    this.emit({ op: "trapIf", condition, vector, errorCode: 0, delivery: "fault", ...more });
  }

  divide(
    signed: "signed" | "unsigned",
    high: Value,
    low: Value,
    divisor: Value,
    sizeBits: SizeBits = this.size,
  ): { readonly quotient: Value; readonly remainder: Value } {
    const type = this.typeOf(low);
    const quotient = this.#value(type);
    const remainder = this.#value(type);
    this.emit({ op: "divide", signed, sizeBits, quotient, remainder, high, low, divisor });
    return { quotient, remainder };
  }

  helper(
    name: string,
    args: readonly Value[],
    resultTypes: readonly ValueType[] = [],
    constants: readonly number[] = [],
  ): Value[] {
    const results = resultTypes.map((type) => this.#value(type));
    this.emit({ op: "helper", name, arguments: args, results, constants });
    return results;
  }

  // ---- where to go on

  /** Goes to an address from a register, memory or the stack: #GP(0) first when it is not canonical. */
  jump(target: Value, kind: "jump" | "call" | "return"): void {
    this.emit({ op: "jump", target, kind });
  }

  /** #GP(0) when a jump target is not canonical; before anything is written. */
  checkTarget(target: Value): void {
    if (this.bits === 32 || this.known(target) !== undefined) return;
    const sixteen = this.i64(16);
    const canonical = this.shrS(this.shl(target, sixteen), sixteen);
    this.trapIf(this.compare("ne", canonical, target), "#GP", "jump to a non-canonical address");
  }

  branch(condition: Value, target: bigint): void {
    this.emit({ op: "branch", condition, target });
  }

  /** Makes the operations one iteration of a repeated string instruction. */
  repeat(kind: Repeat["kind"]): void {
    this.#repeat = { kind, counter: partOf(this.addressBits) };
  }
}

/** Alignment that EFLAGS.AC asks of so many bytes, as measured; what must be aligned always is another fault's. */
function alignmentOf(sizeBytes: number, alignBytes: number): number {
  if (alignBytes > 1) return 1;
  return sizeBytes === 10 ? 8 : Math.min(16, sizeBytes & -sizeBytes);
}

/** rsp and rbp based operands belong to the stack segment: non-canonical ones raise #SS instead of #GP. */
function spaceOf(segment: SegmentName): AddressSpace {
  return segment === "ss" ? "stack" : "data";
}
