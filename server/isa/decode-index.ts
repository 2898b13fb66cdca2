// Forms by their first opcode byte, so that decoding looks at a handful of candidates instead of the whole table.
// Which records have rows at an opcode is written down (table-index.ts); rows are compiled when bytes with that opcode come:
// start-up stays short.

import { codeOf, DECORATION, FACT, FACT2, type FormCode, type OperandSpec, type Step } from "./form.ts";
import type { Form } from "./insn.ts";
import type { Register, RegisterClass } from "./register.ts";
import { registerNamed } from "./registers.ts";
import { type Entry, entryOf, formsOf } from "./table.ts";
import { opcodeKeys } from "./table-index.ts";

/** Where an operand of a form comes from. */
export type OperandSource =
  | "reg"
  | "rm"
  | "opcode"
  | "vvvv"
  | "is4"
  | "immediate"
  | "relative"
  | "far"
  | "offset"
  | "implied"
  | "one";

/** How to read one operand. */
export interface OperandPlan {
  readonly source: OperandSource;
  /** Register class the number stands in; gpr8 needs the REX question. Undefined for memory only. */
  readonly registerClass: RegisterClass | undefined;
  /** The register of an implied operand. */
  readonly register: Register | undefined;
  readonly sizeBits: number;
  /** Step that reads the immediate. */
  readonly step: Step | undefined;
}

/** A form as the decoder sees it. */
export interface Candidate {
  readonly entry: Entry;
  readonly form: Form;
  readonly code: FormCode;
  /** Steps after the indexed opcode byte. */
  readonly steps: readonly Step[];
  readonly operands: readonly OperandPlan[];
  /** Whether ModRM.rm may be a register, memory, either; "none" without ModRM. */
  readonly rm: "none" | "register" | "memory" | "either";
  /** Mandatory prefixes. */
  readonly needs66: boolean;
  readonly needsF2: boolean;
  readonly needsF3: boolean;
  /** No 66, F2 or F3 at all; no F2, F3; no F3. */
  readonly plain: boolean;
  readonly noRepeat: boolean;
  readonly noF3: boolean;
  readonly memoryBits: number;
  /** ModRM.reg and rm must name the same register (imul eax, 5). */
  readonly sameRegister: boolean;
  readonly usesVvvv: boolean;
  /** It has general registers (BMI, vmovd), so that W says 32 or 64 bits and counts in 64-bit mode only. */
  readonly takesGeneral: boolean;
  readonly broadcast: boolean;
  readonly rounding: boolean;
  readonly lockable: boolean;
  /** Operation size in bits where the form fixes it, 0 = by prefixes and mode. */
  readonly sizeBits: number;
  /** Pushes, pops and near branches: 64 bits by default in 64-bit mode. */
  readonly stackSized: boolean;
  /** The indexed opcode byte holds a register: the first step reads it again. */
  readonly plusIndexed: boolean;
}

const registerClasses: readonly (readonly [number, number, RegisterClass])[] = [
  [FACT.gpr8 | FACT.al | FACT.cl, 0, "gpr8"],
  [FACT.gpr16, 0, "gpr16"],
  [FACT.gpr32 | FACT.gpr32NotA, 0, "gpr32"],
  [FACT.gpr64, 0, "gpr64"],
  [FACT.segment, 0, "segment"],
  [FACT.control, 0, "control"],
  [FACT.debug, 0, "debug"],
  [FACT.test, 0, "test"],
  [FACT.st, 0, "st"],
  [FACT.mmx, 0, "mmx"],
  [FACT.mask, 0, "mask"],
  [FACT.tmm, 0, "tmm"],
  [FACT.bound, 0, "bound"],
  [0, FACT2.xmm | FACT2.xmmLow, "xmm"],
  [0, FACT2.ymm | FACT2.ymmLow, "ymm"],
  [0, FACT2.zmm | FACT2.zmmLow, "zmm"],
];

const implied: Readonly<Record<string, string>> = { "ST(0)": "st0", XMM0: "xmm0" };

function classOf(spec: OperandSpec): RegisterClass | undefined {
  return registerClasses.find(([facts, facts2]) => spec.facts & facts || spec.facts2 & facts2)?.[2];
}

/** Finds the step that reads an operand, and with it the operand's source. */
function sourceOf(code: FormCode, operand: number): { source: OperandSource; step: Step | undefined } {
  for (const step of code.steps) {
    if (step.kind === "modrm-register" && step.second === operand) return { source: "reg", step };
    if (step.kind.startsWith("modrm") && step.operand === operand) {
      return { source: step.kind === "modrm-fixed" ? "reg" : "rm", step };
    }
    if (step.kind === "plus-register" && step.operand === operand) return { source: "opcode", step };
    if (step.kind === "is4" && step.operand === operand) return { source: "is4", step };
    if (step.kind === "is4" && step.second === operand) return { source: "immediate", step };
    if (step.operand !== operand) continue;
    if (step.kind === "rel8" || step.kind === "rel") return { source: "relative", step };
    if (step.kind === "offset") return { source: "offset", step };
    if (step.kind.startsWith("imm")) return { source: "immediate", step };
  }
  return { source: code.vector?.vvvv === operand ? "vvvv" : "implied", step: undefined };
}

function takesGeneral({ vector, vsib, specs }: FormCode): boolean {
  const classes = specs.map((spec) => classOf(spec));
  const isGeneral = (name: RegisterClass | undefined): boolean => name?.startsWith("gpr") === true;
  const onlyGeneral = vsib === "" && classes.every((name) => name === undefined || isGeneral(name));
  return onlyGeneral || (vector?.kind === "VEX" && classes.some(isGeneral));
}

function planOf(form: Form, code: FormCode, operand: number): OperandPlan {
  const spec = code.specs[operand]!;
  const { text, sizeBits } = form.operands[operand]!;
  const { source, step } = sourceOf(code, operand);
  const far = code.steps.some((other) => other.kind === "segment");
  if (spec.facts2 & FACT2.one)
    return { source: "one", registerClass: undefined, register: undefined, sizeBits: 8, step: undefined };
  const register = source === "implied" ? registerNamed(implied[text] ?? text) : undefined;
  return {
    source: far && source === "immediate" ? "far" : source,
    registerClass: classOf(spec),
    register,
    sizeBits,
    step,
  };
}

function rmOf(code: FormCode): Candidate["rm"] {
  const step = code.steps.find((one) => one.kind === "modrm-register" || one.kind === "modrm-digit");
  if (step === undefined) return code.steps.some((one) => one.kind === "modrm-fixed") ? "register" : "none";
  const spec = code.specs[step.operand];
  if (spec === undefined) return "either";
  const memory = (spec.facts2 & (FACT2.memory | FACT2.vectorX | FACT2.vectorY | FACT2.vectorZ)) !== 0;
  const register = classOf(spec) !== undefined;
  return memory ? (register ? "either" : "memory") : "register";
}

const STACK_MNEMONICS: ReadonlySet<string> = new Set(
  "push pop call ret retn leave enter pushf pushfd pushfq pushfw popf popfd popfq popfw".split(" "),
);

const isStackSized = (mnemonic: string): boolean =>
  mnemonic.startsWith("j") || mnemonic.startsWith("loop") || STACK_MNEMONICS.has(mnemonic);

/** Operation size that a form fixes by its operands, 0 when prefixes decide. */
function sizeOf(entry: Entry, form: Form, code: FormCode): number {
  if (isStackSized(entry.name)) {
    const [first] = form.operands;
    // A segment register takes a whole slot of the stack.
    if (first && /^[C-GS]S$/.test(first.text)) return 0;
    return first && /^(r|m|[A-Z])/.test(first.text) && !first.text.startsWith("rel") && first.sizeBits
      ? first.sizeBits
      : 0;
  }
  if (code.operandSizeBits !== 0 && code.vector === undefined && code.mandatory.length === 0)
    return code.operandSizeBits;
  for (const [k, spec] of code.specs.entries()) {
    if (classOf(spec) !== undefined || spec.facts2 & FACT2.memory) return form.operands[k]!.sizeBits;
  }
  for (const operand of form.operands) if (/^(AL|AX|EAX|RAX)$/.test(operand.text)) return operand.sizeBits;
  return entry.family === "string" && entry.name.endsWith("b") ? 8 : 0;
}

function candidateOf(entry: Entry, form: Form, code: FormCode, steps: readonly Step[]): Candidate {
  const modRm = code.steps.find((step) => step.kind === "modrm-register");
  const rmStep = code.steps.find((step) => step.kind === "modrm-register" || step.kind === "modrm-digit");
  const rmOperand = rmStep ? form.operands[rmStep.operand] : undefined;
  const decorations = code.specs.reduce((all, spec) => all | spec.decorations, 0);
  return {
    entry,
    form,
    code,
    steps,
    operands: form.operands.map((_, operand) => planOf(form, code, operand)),
    rm: rmOf(code),
    needs66: code.mandatory.includes(0x66),
    needsF2: code.mandatory.includes(0xf2),
    needsF3: code.mandatory.includes(0xf3),
    plain: code.hints.has("NP"),
    noRepeat: code.hints.has("norep"),
    noF3: code.hints.has("nof3"),
    memoryBits: rmOperand?.sizeBits ?? 0,
    sameRegister: modRm !== undefined && modRm.operand === modRm.second,
    takesGeneral: code.vector !== undefined && takesGeneral(code),
    usesVvvv: (code.vector?.vvvv ?? -1) >= 0,
    broadcast: code.specs.some((spec) => spec.broadcastBits !== 0),
    rounding: (decorations & (DECORATION.rounding | DECORATION.sae)) !== 0,
    lockable: code.attributes.has("lock"),
    sizeBits: sizeOf(entry, form, code),
    stackSized: isStackSized(entry.name),
    plusIndexed: false,
  };
}

/** Where opcodes are looked up: legacy maps 0 to 3 (one byte, 0F, 0F 38, 0F 3A), VEX's and XOP's by number, EVEX's. */
export type OpcodeSpace = "legacy" | "vex" | "evex";

/** A legacy form's map, and how many of its opcode bytes stand before the indexed one. */
function legacyPlace(opcodes: readonly number[]): { map: number; skip: number } {
  if (opcodes[0] !== 0x0f || opcodes.length < 2) return { map: 0, skip: 0 };
  if (opcodes.length > 2 && opcodes[1] === 0x38) return { map: 2, skip: 2 };
  if (opcodes.length > 2 && opcodes[1] === 0x3a) return { map: 3, skip: 2 };
  return { map: 1, skip: 1 };
}

/** What a form's steps begin with: opcode bytes, the last perhaps with a register in it. */
function leadingOpcodes(steps: readonly Step[]): number[] {
  const end = steps.findIndex(({ kind }) => kind !== "byte" && kind !== "plus-register");
  return (end < 0 ? steps : steps.slice(0, end)).map(({ value }) => value);
}

const keyOf = (space: OpcodeSpace, map: number, opcode: number): number =>
  ((space === "legacy" ? 0 : space === "vex" ? 1 : 2) << 16) | (map << 8) | opcode;

/** Entries that have a row with this opcode, in the table's order. */
function entriesAt(space: OpcodeSpace, map: number, opcode: number): Entry[] {
  const keys = opcodeKeys[`${space}${map}`]?.split("|")[opcode];
  return keys ? keys.split(" ").map((key) => entryOf(key)!) : [];
}

/** Where the decoder looks for a form. */
export interface OpcodePlace {
  readonly space: OpcodeSpace;
  readonly map: number;
  readonly opcode: number;
  /** Opcode bytes in front of that one. */
  readonly skip: number;
  /** The opcode byte holds a register: this opcode and the seven behind it. */
  readonly plusIndexed: boolean;
}

/** The place of a form, or undefined when the decoder is not to find it. */
export function opcodePlace({ attributes, hints, vector, steps }: FormCode): OpcodePlace | undefined {
  // The plain row of a jump says "as long as the mode wants"; its sized twins tell the decoder which. Code with a
  // leading fwait is two instructions.
  if (attributes.has("nd") || hints.has("odf") || hints.has("wait")) return undefined;
  const opcodes = leadingOpcodes(steps);
  const { map, skip } = vector ? { map: vector.map, skip: 0 } : legacyPlace(opcodes);
  const space = vector === undefined ? "legacy" : vector.kind === "EVEX" ? "evex" : "vex";
  return { space, map, opcode: opcodes[skip]!, skip, plusIndexed: steps[skip]!.kind === "plus-register" };
}

/** The candidate for a form at an opcode, or undefined when the decoder is not to find it there. */
function candidateAt(entry: Entry, form: Form, key: number): Candidate | undefined {
  const code = codeOf(form);
  const place = opcodePlace(code);
  if (place === undefined) return undefined;
  const { space, map, opcode, skip, plusIndexed } = place;
  const own = keyOf(space, map, opcode);
  if (plusIndexed ? key < own || key > own + 7 : key !== own) return undefined;
  const steps = code.steps.slice(plusIndexed ? skip : skip + 1);
  return { ...candidateOf(entry, form, code, steps), plusIndexed };
}

/** Forms that ask more of the prefixes come first: pause before nop. */
function preference(candidate: Candidate): number {
  const { code } = candidate;
  return (
    code.mandatory.length * 4 +
    (code.operandSizeBits === 64 ? 2 : 0) +
    (code.hints.has("norexb") ? 1 : 0) +
    literalBytes(candidate) * 16
  );
}

/** Opcode bytes where ModRM would stand: 0F 01 C8 before 0F 01 /1. */
const literalBytes = (candidate: Candidate): number =>
  candidate.steps[0]?.kind === "byte" || (candidate.steps[0]?.kind === "plus-register" && candidate.steps.length > 1)
    ? 1
    : 0;

const inHexadecimal = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");

/** Whether a row's text can have the opcode; false spares reading its encoding. */
const mayHold = (row: string, opcode: number): boolean =>
  row.includes(inHexadecimal(opcode)) || row.includes(`${inHexadecimal(opcode & 0xf8)}+r`) || row.includes("+cc");

const found = new Map<number, readonly Candidate[] | undefined>();

/** Candidates for an opcode byte, in the order to try them; undefined when there are none. */
export function candidatesFor(space: OpcodeSpace, map: number, opcode: number): readonly Candidate[] | undefined {
  const key = keyOf(space, map, opcode);
  const known = found.get(key);
  if (known !== undefined || found.has(key)) return known;
  const candidates = entriesAt(space, map, opcode).flatMap((entry) =>
    formsOf(entry).flatMap((form) => (mayHold(form.row, opcode) ? (candidateAt(entry, form, key) ?? []) : [])),
  );
  candidates.sort((a, b) => preference(b) - preference(a));
  const result = candidates.length === 0 ? undefined : candidates;
  found.set(key, result);
  return result;
}
