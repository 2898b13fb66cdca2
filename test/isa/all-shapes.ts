// Every row of the table in every mode and operand shape, as text: registers of each class, memory with and without a size,
// broadcasts, masks, rounding, numbers of each width. One operand is varied at a time, what does not exist in a mode
// included: the message is compared then. Deterministic; `record.mjs` has NASM answer, the test has us.

import { codeOf, DECORATION, type FormCode, type OperandSpec, SIZE_BIT } from "../../server/isa/form.ts";
import type { Bits, Form } from "../../server/isa/insn.ts";
import { type Entry, entries, formsOf } from "../../server/isa/table.ts";

const sizeWords: Readonly<Record<number, string>> = {
  8: "byte",
  16: "word",
  32: "dword",
  64: "qword",
  80: "tword",
  128: "oword",
  256: "yword",
  512: "zword",
};

/** Names for the operand types people see, first the plain one, then one that needs a prefix bit. */
const registers: Readonly<Record<string, readonly [plain: string, far: string]>> = {
  r8: ["cl", "r9b"],
  r16: ["dx", "r10w"],
  r32: ["ecx", "r11d"],
  r64: ["rdx", "r12"],
  xmm: ["xmm1", "xmm17"],
  ymm: ["ymm2", "ymm18"],
  zmm: ["zmm3", "zmm19"],
  mm: ["mm4", "mm5"],
  k: ["k2", "k5"],
  tmm: ["tmm1", "tmm6"],
  bnd: ["bnd1", "bnd3"],
  Sreg: ["ds", "fs"],
  CR: ["cr0", "cr8"],
  DR: ["dr7", "dr1"],
  TR: ["tr3", "tr6"],
};

/** The registers of an operand as it is shown: "r/m64" has rdx and r12. */
function registerNames(shown: string): readonly string[] {
  if (/^(?:[ABCD]?[LX]|[ER][A-D]X|[ACDEFGS]S|[A-D]L|XMM0)$/.test(shown)) return [shown.toLowerCase()];
  if (shown === "ST(0)") return ["st0"];
  if (shown === "ST(i)") return ["st3"];
  const general = /^r(?:\/m)?(8|16|32|64)/.exec(shown);
  if (general) return registers[`r${general[1]}`]!;
  const mixed = /^r(8|16|32|64)\/m/.exec(shown);
  if (mixed) return registers[`r${mixed[1]}`]!;
  const name = /^(xmm|ymm|zmm|mm|tmm|bnd|Sreg|CR|DR|TR|k)/.exec(shown)?.[1];
  return name === undefined ? [] : registers[name]!;
}

const addresses: Readonly<Record<Bits, readonly string[]>> = {
  16: ["bx+4", "si", "ecx+8"],
  32: ["ebx+4", "esp", "edx*8+0x12345678"],
  64: ["rbx+64", "r13+rcx*4-8", "rel $+0x1000"],
};

const bitsOfMask = (mask: number): number =>
  Number(Object.keys(SIZE_BIT).find((bits) => bits !== "0" && SIZE_BIT[Number(bits)] === mask) ?? 0);

function memoryTexts(spec: OperandSpec, bits: Bits, code: FormCode): string[] {
  const base = bits === 64 ? "rax" : "eax";
  const places = code.vsib === "" ? addresses[bits] : [`${base}+${code.vsib}mm3*4`, `${code.vsib}mm7+0x40`];
  const own = bitsOfMask(spec.size & 255) || bitsOfMask(spec.allowed & 255);
  const word = sizeWords[own];
  const distance = spec.size & 512 ? "far " : spec.size & 256 ? "near " : "";
  const [first = ""] = places;
  const texts = places.map((place) => `${distance}[${place}]`);
  if (word) texts.push(`${word} ${distance}[${first}]`);
  texts.push(`${sizeWords[own === 64 ? 32 : 64]} [${first}]`);
  if (spec.broadcastBits !== 0) {
    for (const count of [spec.broadcastCount || 4, 16]) texts.push(`[${first}]{1to${count}}`);
  }
  return texts;
}

const numbers = ["5", "-3", "200", "0x1234", "-0x8000", "0x12345678", "0x89abcdef0", "byte 5", "strict dword 7"];

/** Ways to write one operand; the first is the plainest. */
function operandTexts(form: Form, index: number, bits: Bits): string[] {
  const code = codeOf(form);
  const spec = code.specs[index]!;
  const shown = form.operands[index]!.text;
  if (shown.startsWith("rel")) return ["$+0x10", "$-0x2000", "short $+2", "near $+2"];
  if (shown.startsWith("ptr")) return ["0x1234:0x5678", "word 1:2", "dword 1:2"];
  if (shown === "1") return ["1"];
  if (spec.facts2 & 128) return ["[0x1234]", `[${bits === 64 ? "qword " : ""}0x12345678]`];
  const texts = registerNames(shown).map((name) => (spec.to ? `to ${name}` : name));
  const set = spec.registerSet;
  if (set > 0) texts.push(...texts.map((name) => `${name}+${set}`));
  if (spec.facts2 & (64 | 256 | 512 | 1024)) texts.push(...memoryTexts(spec, bits, code));
  if (texts.length === 0) texts.push(...numbers);
  const [first = ""] = texts;
  if (spec.decorations & DECORATION.mask) texts.push(`${first}{k3}`);
  if (spec.decorations & DECORATION.zero) texts.push(`${first}{k4}{z}`);
  if (spec.decorations & DECORATION.rounding) texts.push(`${first},{rz-sae}`);
  if (spec.decorations & DECORATION.sae) texts.push(`${first},{sae}`);
  return texts;
}

const textOf = (entry: Entry, operands: readonly string[]) => `${entry.name} ${operands.join(",")}`.trim();

const plainText = (entry: Entry, form: Form, bits: Bits): string =>
  textOf(
    entry,
    form.operands.map((_, index) => operandTexts(form, index, bits)[0] ?? ""),
  );

function* formTexts(entry: Entry, form: Form, bits: Bits): Generator<string> {
  const choices = form.operands.map((_, index) => operandTexts(form, index, bits));
  const plain = choices.map(([first = ""]) => first);
  const text = (operands: readonly string[]) => textOf(entry, operands);
  yield text(plain);
  // What a form of another mode says about itself is the same whatever the operand.
  if (!form.modes.includes(bits)) return;
  for (const [index, all] of choices.entries()) {
    for (const one of all.slice(1)) yield text([...plain.slice(0, index), one, ...plain.slice(index + 1)]);
  }
  if (codeOf(form).vector) yield `{${codeOf(form).vector!.kind === "EVEX" ? "evex" : "vex"}} ${text(plain)}`;
}

/** All texts of a mode, without doubles. Vector instructions differ from mode to mode in their addresses only. */
export function textsOf(bits: Bits): string[] {
  const texts = new Set<string>();
  for (const entry of entries()) {
    for (const form of formsOf(entry)) {
      const some = bits < 64 && codeOf(form).vector !== undefined;
      if (some) texts.add(plainText(entry, form, bits));
      if (some && bits === 16) continue;
      for (const text of formTexts(entry, form, bits)) if (!some || text.includes("[")) texts.add(text);
    }
  }
  return [...texts];
}

/** Lines that are assembled together: few enough that taking a wrong one away costs little. */
const BLOCK = 2_000;

/** The answer to each text: "bytes", "bytes ; warnings" or "error: message". */
export function answers(bits: Bits, texts: readonly string[], assemble: Assembler): string[] {
  const all: string[] = [];
  for (let k = 0; k < texts.length; k += BLOCK) all.push(...answersTo(bits, texts.slice(k, k + BLOCK), assemble));
  return all;
}

/** What an assembler makes of a source: its messages as NASM prints them, and its listing when there is one. */
export type Assembler = (source: string) => { readonly messages: string; readonly listing: string | undefined };

interface Answer {
  bytes: string;
  readonly messages: string[];
}

/** A line with an error is taken away and the rest assembled again, until all that is left goes through. */
function answersTo(bits: Bits, texts: readonly string[], assemble: Assembler): string[] {
  const lines = [...texts];
  const found = lines.map((): Answer => ({ bytes: "", messages: [] }));
  for (;;) {
    const { messages, listing } = assemble(`bits ${bits}\n${lines.join("\n")}\n`);
    const round = new Map<number, string[]>();
    for (const line of messages.split("\n")) {
      const match = /^(?:panic: )?[^:]*:(\d+): (?:(error|warning|fatal): )?(.*?)(?: \[-w\+[^\]]*\])?$/.exec(line);
      if (!match) continue;
      const at = Number(match[1]) - 2;
      round.set(at, [...(round.get(at) ?? []), `${match[2] ?? "panic"}: ${match[3]}`]);
    }
    const wrong = [...round].filter(([, all]) => all.some((one) => !one.startsWith("warning")));
    for (const [at, all] of wrong) {
      found[at]!.messages.push(...all.filter((one) => !one.startsWith("warning")));
      lines[at] = "";
    }
    if (wrong.length > 0) continue;
    for (const [at, all] of round) found[at]!.messages.push(...all);
    for (const line of (listing ?? "").split("\n")) {
      const match = /^\s*(\d+) [0-9A-F]{8} ([0-9A-F()[\]]+)/.exec(line);
      if (match) found[Number(match[1]) - 2]!.bytes += match[2]!.replace(/[^0-9A-F]/g, "");
    }
    return found.map(({ bytes, messages: said }) => {
      const error = said.find((one) => !one.startsWith("warning"));
      return error ?? [bytes.toLowerCase(), ...said.map((one) => one.slice("warning: ".length))].join(" ; ");
    });
  }
}
