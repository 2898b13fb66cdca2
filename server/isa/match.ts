// NASM's choice among the forms of a mnemonic: the first that matches; else the error of the one that came nearest.
// Source: NASM manual 2.16.01, behaviour of "operation size not specified" and friends, probed on the program itself.

import { ATTRIBUTE, codeOf, DECORATION, type FormCode, type OperandSpec, SIZE_BIT } from "./form.ts";
import type { Bits, Encodings, Form } from "./insn.ts";
import type { OperandFacts, RequestFacts } from "./operand-facts.ts";
import type { Prefixes } from "./prefixes.ts";

/** How a form fits, the better the higher: NASM reports the best of the failures. */
export const FIT = {
  no: 0,
  sizeMissing: 1,
  sizeMismatch: 2,
  broadcastNotHere: 3,
  broadcastNumber: 4,
  maskNotHere: 5,
  decorationNotHere: 6,
  cpu: 7,
  mode: 8,
  hle: 9,
  encoding: 10,
  bnd: 11,
  repne: 12,
  registerSetSize: 13,
  registerSet: 14,
  good: 20,
} as const;

/** What matching looks at beside the operands. */
export interface MatchContext {
  readonly bits: Bits;
  readonly prefixes: Prefixes;
  readonly optimise: "none" | "minimal" | "full";
  /** Index in `cpuLevels` the program is limited to. */
  readonly level: number;
  /** What `cpu` says of encodings; undefined: VEX and EVEX, without late twins. */
  readonly encodings: Encodings | undefined;
  /** Whether a jump form reaches its target. */
  readonly reaches: (form: Form, code: FormCode) => boolean;
}

const USUAL: Encodings = { vex: "allowed", evex: "allowed", latevex: "barred" };

function isAllowed({ flags }: FormCode, kind: string | undefined, { vex, evex, latevex }: Encodings): boolean {
  if (kind === undefined) return true;
  if (kind === "EVEX") return evex === "allowed";
  const waits = flags & ATTRIBUTE.latevex && latevex === "barred" && evex === "allowed";
  return vex === "allowed" && !waits;
}

/** `{vex}` and friends: only forms of that encoding; without one, newer VEX twins of EVEX forms wait for it. */
function encodingFits(code: FormCode, context: MatchContext): boolean {
  const kind = code.vector?.kind;
  switch (context.prefixes.encoding) {
    case "":
      return isAllowed(code, kind, context.encodings ?? USUAL);
    case "evex":
      return kind === "EVEX";
    case "rex":
      return kind === undefined && context.bits === 64;
    default:
      return kind === "VEX" || kind === "XOP";
  }
}

/** Fit of one operand's type, size and decorations. `sizeMissing` when only its size is not known. */
function operandFit(spec: OperandSpec, given: OperandFacts, bits: Bits): number {
  let size = given.size;
  if (size === 0) size = spec.assumed < 0 ? SIZE_BIT[bits]! : spec.assumed;
  let wanted = spec.size;
  if (given.broadcast !== 0) {
    if (spec.broadcastBits === 0) return FIT.broadcastNotHere;
    wanted = SIZE_BIT[spec.broadcastBits]!;
  }
  const extra = given.decorations & ~spec.decorations;
  if (extra !== 0) return extra & DECORATION.mask ? FIT.maskNotHere : FIT.decorationNotHere;
  if ((spec.facts & given.facts) === 0 && (spec.facts2 & given.facts2) === 0) return FIT.no;
  if (spec.to && !given.to) return FIT.no;
  if (given.registerSet !== 0 && given.registerSet !== spec.registerSet) {
    const possible = (given.registerSet & (given.registerSet + 1)) === 0 && given.registerSet < 31;
    return possible && spec.registerSet === 0 ? FIT.registerSet : FIT.registerSetSize;
  }
  if (wanted === 0) return FIT.good;
  if (wanted !== size) {
    if (size !== 0) return FIT.no;
    return given.isRegister ? FIT.good : FIT.sizeMissing;
  }
  return given.broadcast !== 0 && spec.broadcastCount !== given.broadcast ? FIT.broadcastNumber : FIT.good;
}

function prefixFit(code: FormCode, { repeat }: Prefixes): number {
  const takesBnd = (code.flags & ATTRIBUTE.bnd) !== 0;
  if (repeat === "bnd" || repeat === "nobnd") return takesBnd ? FIT.good : FIT.bnd;
  if (takesBnd && (repeat === "repne" || repeat === "repnz")) return FIT.repne;
  return FIT.good;
}

const asksForEncoding = (code: FormCode, { prefixes, encodings }: MatchContext): boolean =>
  prefixes.encoding !== "" || encodings !== undefined || (code.flags & ATTRIBUTE.latevex) !== 0;

function fitOf(form: Form, request: RequestFacts, context: MatchContext): number {
  const code = codeOf(form);
  const { specs } = code;
  if (code.flags & ATTRIBUTE.decode) return FIT.no;
  if (context.optimise !== "full" && code.flags & ATTRIBUTE.opt) return FIT.no;
  if (asksForEncoding(code, context) && !encodingFits(code, context)) {
    return FIT.encoding;
  }
  const { operands } = request;
  for (let k = 0; k < specs.length; k++) {
    if (operands[k]!.to && !specs[k]!.to) return FIT.no;
  }
  let sizeMissing = false;
  for (let k = 0; k < specs.length; k++) {
    const fit = operandFit(specs[k]!, operands[k]!, context.bits);
    if (fit === FIT.sizeMissing) sizeMissing = true;
    else if (fit !== FIT.good) return fit;
  }
  if (sizeMissing) return FIT.sizeMissing;
  for (let k = 0; k < specs.length; k++) {
    const spec = specs[k]!;
    if (spec.size === 0 && (operands[k]!.size & ~(spec.allowed | allowedByMode(spec, context.bits))) !== 0) {
      return FIT.sizeMismatch;
    }
  }
  if (code.level > context.level) return FIT.cpu;
  if (!(code.modeBits & context.bits)) return FIT.mode;
  const { repeat } = context.prefixes;
  if ((repeat === "xacquire" || repeat === "xrelease") && code.flags & ATTRIBUTE.nohle) return FIT.hle;
  if (code.jump !== "") return context.reaches(form, code) ? FIT.good : FIT.no;
  return repeat === "" ? FIT.good : prefixFit(code, context.prefixes);
}

const allowedByMode = (spec: OperandSpec, bits: Bits): number => (spec.assumed < 0 ? SIZE_BIT[bits]! : 0);

/** Where the search ended. `form` is there when `fit` is good. */
export interface Match {
  readonly fit: number;
  readonly form: Form | undefined;
}

/** Sizes an operand of a nearly matching form would have liked, gathered when nothing fits. */
const wishes = [0, 0, 0, 0, 0, 0];

/** True when nothing but operand types can make a form fail first: then a wrong type means "no", whatever else. */
function isPlain(request: RequestFacts, context: MatchContext): boolean {
  if (request.decorated >= 0 || context.prefixes.encoding !== "" || context.encodings) return false;
  for (let k = 0; k < request.count; k++) if (request.operands[k]!.decorations !== 0) return false;
  return true;
}

/** The quick no: an operand has none of the facts its type asks for. */
function typesDiffer(code: FormCode, request: RequestFacts): boolean {
  const { specs } = code;
  for (let k = 0; k < specs.length; k++) {
    const spec = specs[k]!;
    const given = request.operands[k]!;
    if ((spec.facts & given.facts) === 0 && (spec.facts2 & given.facts2) === 0) return true;
  }
  return false;
}

/** Finds the form NASM would take; when only sizes are missing and all candidates agree on them, they are filled in. */
export function findForm(forms: readonly Form[], request: RequestFacts, context: MatchContext): Match {
  let best: number = FIT.no;
  let sizesMissing = false;
  for (let k = 0; k < request.count; k++) {
    wishes[k] = request.operands[k]!.size;
  }
  const plain = isPlain(request, context);
  for (const form of forms) {
    if (plain && !(codeOf(form).flags & ATTRIBUTE.latevex) && typesDiffer(codeOf(form), request)) continue;
    const fit = fitOf(form, request, context);
    if (fit === FIT.good) return { fit, form };
    if (fit === FIT.sizeMissing && !(codeOf(form).flags & ATTRIBUTE.sx)) {
      sizesMissing = true;
      gatherWishes(codeOf(form), request);
    }
    if (fit > best) best = fit;
  }
  if (!sizesMissing || !grantWishes(request)) return { fit: best, form: undefined };
  for (const form of forms) {
    const fit = fitOf(form, request, context);
    if (fit === FIT.good) return { fit, form };
    if (fit > best) best = fit;
  }
  return { fit: best, form: undefined };
}

function gatherWishes(code: FormCode, request: RequestFacts): void {
  for (let k = 0; k < request.count; k++) {
    const spec = code.specs[k]!;
    if (isRounded(request, k)) wishes[k]! |= spec.broadcastBits << ELEMENT_SHIFT;
    else wishes[k]! |= request.operands[k]!.broadcast !== 0 ? SIZE_BIT[spec.broadcastBits]! : spec.size;
  }
}

/** Beside `{sae}` and its like NASM takes the size of a broadcast element for the operand's, so that nothing fits any more,
 * and one that was written for a second one. */
const isRounded = ({ decorated, operands }: RequestFacts, k: number): boolean =>
  k === decorated && operands[k]!.broadcast === 0;

/** Puts the sizes of elements (16, 32, 64) apart from all `SIZE_BIT`s. */
const ELEMENT_SHIFT = 16;

/** Fills in sizes that every candidate agrees on. False when they do not. */
function grantWishes(request: RequestFacts): boolean {
  for (let k = 0; k < request.count; k++) {
    if (request.operands[k]!.isRegister) continue;
    const wish = wishes[k]!;
    if (wish & (wish - 1)) return false;
    request.operands[k]!.size |= isRounded(request, k) ? (SIZE_BIT[wish >> ELEMENT_SHIFT] ?? 0) : wish;
  }
  return true;
}
