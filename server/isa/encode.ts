// Encoding: a mnemonic, its prefixes and operands become bytes, as NASM 2.16.01 chooses them, with places for fixups.
// A request that fits no form becomes NASM's own message. Called for each instruction in each pass.

import { chooseAddressSize } from "./address-size.ts";
import { begin, finish, prepare, shortJumpLength, writeHeader, writeStep } from "./emit.ts";
import { ATTRIBUTE, type FormCode } from "./form.ts";
import type { Bits, Encoded, EncodeFailure, EncodeRequest, EncodeWarning, Form, ImmediateOperand } from "./insn.ts";
import { FIT, findForm, type MatchContext } from "./match.ts";
import { cpuLevels } from "./notation.ts";
import { type RequestFacts, takeOperands } from "./operand-facts.ts";
import { isPrefixWord, type Prefixes, prefixErrors, takePrefixes } from "./prefixes.ts";
import { formsTaking, isTableMnemonic } from "./table.ts";

export { canonicalMnemonic, mnemonics } from "./table.ts";

/** True when `word` (lower case) is an instruction's mnemonic; db, equ and the like are not. */
export const isMnemonic = (word: string): boolean => isTableMnemonic(word);
/** True when `word` (lower case) can stand before an instruction: lock, rep, a16, o64, es … */
export const isPrefix = (word: string): boolean => isPrefixWord(word);

const fail = (code: string, message: string, warnings: readonly EncodeWarning[] = []): EncodeFailure => ({
  ok: false,
  code,
  message,
  ...(warnings.length > 0 ? { warnings } : {}),
});

const fitMessages: Readonly<Record<number, readonly [string, string]>> = {
  [FIT.sizeMissing]: ["operation-size-missing", "operation size not specified"],
  [FIT.sizeMismatch]: ["operand-size-mismatch", "mismatch in operand sizes"],
  [FIT.broadcastNotHere]: ["broadcast-not-permitted", "broadcast not permitted on this operand"],
  [FIT.broadcastNumber]: ["broadcast-mismatch", "mismatch in the number of broadcasting elements"],
  [FIT.maskNotHere]: ["mask-not-permitted", "mask not permitted on this operand"],
  [FIT.decorationNotHere]: ["decorator-not-supported", "unsupported mode decorator for instruction"],
  [FIT.cpu]: ["cpu-level", "no instruction for this cpu level"],
  [FIT.registerSetSize]: ["register-set", "invalid register set size"],
  [FIT.registerSet]: ["register-set", "register set not valid for operand"],
};

function fitFailure(fit: number, bits: Bits, { encoding, repeat }: Prefixes): EncodeFailure {
  const known = fitMessages[fit];
  if (known) return fail(known[0], known[1]);
  if (fit === FIT.mode) return fail("mode-not-supported", `instruction not supported in ${bits}-bit mode`);
  if (fit === FIT.encoding) {
    const prefix = encoding === "" ? "without explicit prefix" : `with {${encoding}} prefix`;
    return fail("encoding-prefix", `instruction not encodable ${prefix}`);
  }
  if (fit === FIT.bnd || fit === FIT.repne) return fail("prefix-not-allowed", `${repeat} prefix is not allowed`);
  return fail("no-form", "invalid combination of opcode and operands");
}

/** Level the `cpu` directive limits to; unknown names limit nothing. */
function levelLimit(cpu: string | undefined): number {
  const level = cpu === undefined ? -1 : cpuLevels.indexOf(cpu);
  return level < 0 ? cpuLevels.length : level;
}

/** Encodes one instruction. Failures and warnings carry NASM's own words; nothing is thrown. */
export function encode(request: EncodeRequest): Encoded | EncodeFailure {
  const warnings: EncodeWarning[] = [];
  const prefixes = takePrefixes(request, warnings);
  if (typeof prefixes === "string") return fail("prefix-conflict", prefixes);
  const addressBits = chooseAddressSize(request, prefixes);
  // After an impossible address size NASM goes on with the mode's own, and may find more.
  if (addressBits === 0) {
    const found = encodeWith(request, prefixes, request.bits, warnings);
    const impossible = {
      ...fail("address-size", "impossible combination of address sizes"),
      afterwards: measured(warnings),
    };
    const wrong = !found.ok && (found.code === "not-encodable" || found.code === "prefix");
    return wrong ? { ...impossible, more: [found.message, ...(found.more ?? [])] } : impossible;
  }
  return encodeWith(request, prefixes, addressBits, warnings);
}

function encodeWith(
  request: EncodeRequest,
  prefixes: Prefixes,
  addressBits: number,
  warnings: EncodeWarning[],
): Encoded | EncodeFailure {
  const errors: string[] = [];
  const facts = takeOperands(request, addressBits);
  const prepared: Prepared = { request, facts, prefixes, addressBits, warnings, errors };
  const context: MatchContext = {
    bits: request.bits,
    prefixes,
    optimise: request.optimise,
    level: levelLimit(request.cpu),
    encodings: request.encodings,
    reaches: (form, code) => jumpReaches(form, code, prepared),
  };
  const forms = formsTaking(request.mnemonic, facts.count);
  if (forms.length === 0 && !isTableMnemonic(request.mnemonic)) {
    return fail("no-mnemonic", "parser: instruction expected");
  }
  const { fit, form } = findForm(forms, facts, context);
  if (form === undefined) return fitFailure(fit, request.bits, prefixes);
  return write(form, prepared);
}

const NO_WARNINGS: readonly EncodeWarning[] = [];

/** A request with what was found out about it. */
interface Prepared {
  readonly request: EncodeRequest;
  readonly facts: RequestFacts;
  readonly prefixes: Prefixes;
  readonly addressBits: number;
  readonly warnings: EncodeWarning[];
  /** What is wrong with the prefixes: NASM says it each time it measures them, and goes on. */
  readonly errors: string[];
}

function write(
  form: Form,
  { request, facts, prefixes, addressBits, warnings, errors }: Prepared,
): Encoded | EncodeFailure {
  const e = begin(request, facts, form, prefixes, addressBits, warnings);
  if (request.final) obsolete(e.code, warnings, request.cpu);
  prepare(e);
  // NASM finds these while measuring, and stops before its warnings come.
  if (e.error !== "") return fail("not-encodable", e.error, measured(warnings));
  errors.push(...prefixErrors(prefixes, request.bits));
  if (errors[0] !== undefined) return { ...fail("prefix", errors[0], measured(warnings)), more: errors.slice(1) };
  writeHeader(e);
  for (const step of e.code.steps) {
    if (e.error !== "") break;
    writeStep(e, step);
  }
  if (e.error !== "") return fail("value-not-encodable", e.error, warnings);
  const before = warnings.length;
  const bytes = finish(e);
  if (e.error !== "") {
    return { ...fail("short-jump-range", e.error, warnings.slice(0, before)), afterwards: warnings.slice(before) };
  }
  return {
    ok: true,
    form,
    bytes,
    slots: e.slots,
    numbers: e.numbers,
    warnings: warnings.length === 0 ? NO_WARNINGS : warnings,
  };
}

const measured = (warnings: readonly EncodeWarning[]) => warnings.filter((warning) => warning.measured);

/** Warnings for instructions that processors have dropped. */
function obsolete(code: FormCode, warnings: EncodeWarning[], cpu: string | undefined): void {
  if (!(code.flags & (ATTRIBUTE.never | ATTRIBUTE.obsolete))) return;
  const never = code.attributes.has("never");
  if (!never && cpu !== undefined && code.level === levelLimit(cpu)) {
    warnings.push({ code: "obsolete-valid", message: "instruction obsolete but valid on the target CPU" });
  } else if (code.attributes.has("nop")) {
    const what = never ? "never implemented" : "obsolete";
    warnings.push({ code: "obsolete-nop", message: `instruction ${what} and is a noop on the target CPU` });
  } else {
    const what = never ? "never implemented and invalid on" : "obsolete and removed from";
    warnings.push({ code: "obsolete-removed", message: `instruction ${what} the target CPU` });
  }
}

/** A short jump form matches when its target is in the same segment and within a signed byte. */
function jumpReaches(form: Form, code: FormCode, prepared: Prepared): boolean {
  const { request, facts, prefixes, addressBits, warnings, errors } = prepared;
  const target = request.operands[0] as ImmediateOperand;
  if (target.strict) return false;
  if (request.optimise === "minimal" || (request.optimise === "none" && code.jump === "jmp")) return false;
  // NASM measures the short form first, with its warnings, whatever comes of it.
  const length = shortJumpLength(begin(request, facts, form, { ...prefixes }, addressBits, warnings));
  errors.push(...prefixErrors(prefixes, request.bits));
  if (target.value.unknown) return true;
  if (target.value.segment !== request.here.segment) return false;
  const distance = target.value.offset - request.here.offset - BigInt(length);
  const reaches = distance >= -128n && distance <= 127n;
  if (reaches && code.jump === "jmp" && prefixes.repeat === "bnd") {
    // The short jmp cannot take the prefix.
    prefixes.repeat = "";
    if (request.final) {
      warnings.push({ code: "prefix-bnd", message: "jmp short does not init bnd regs - bnd prefix dropped" });
    }
  }
  return reaches;
}
