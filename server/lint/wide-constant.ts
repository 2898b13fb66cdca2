// data-overflow, imm64-to-memory and missing-extern: what the assembler has said in its own words, said with the numbers, the
// reason and a way out. Each message begins with the assembler's words, for it is shown in their place: one mistake, one
// diagnostic.

import type { Assembly } from "../asm/options.ts";
import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { type Source, textOf } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import { callsOf, type Item, type ModuleSymbol, type ObjectModule } from "../obj/object-module.ts";
import { bodyText, isEditable, replaced, type Written } from "./flow/judge.ts";
import { isIgnored } from "./ignored.ts";

const WORDS = ["db", "dw", "dd", "dq"];
const BITS: Readonly<Record<string, number>> = { db: 8, dw: 16, dd: 32, dq: 64 };

/** The directive of a data statement, lower case. */
const directiveOf = (text: string): string | undefined => /\b(d[bwdq])\b/i.exec(text)?.[1]?.toLowerCase();

function widerFix(item: Item, value: bigint, directive: string): Fix[] {
  const wide = WORDS.find((word) => value < 1n << BigInt(BITS[word]!) && value >= -(1n << BigInt(BITS[word]! - 1)));
  const { source, start, end } = item.span;
  const text = textOf(source, start, end);
  const at = new RegExp(`\\b${directive}\\b`, "i").exec(text)?.index;
  if (wide === undefined || at === undefined || item.expansion !== undefined) return [];
  const from = start + new TextEncoder().encode(text.slice(0, at)).length;
  return [
    { title: `Use ${wide}`, edits: [{ span: { source, start: from, end: from + directive.length }, text: wide }] },
  ];
}

/** The two halves of a constant as texts: numbers where it is one, expressions else. */
function halves(value: string): readonly [string, string] {
  if (!/^(0x[0-9a-f]+|[1-9]\d*)$/i.test(value)) return [`(${value}) & 0xffffffff`, `(${value}) >> 32`];
  const number = BigInt.asUintN(64, BigInt(value));
  return [`0x${(number & 0xffffffffn).toString(16)}`, `0x${(number >> 32n).toString(16)}`];
}

const STORE = /^mov(\s+)qword\s*\[([^\]]*)\]\s*,\s*(?:qword\b\s*)?(.+)$/is;

/** Two stores of 32 bits each, which need no register. */
function halvesFix(written: Written, [, gap, place, value]: RegExpExecArray): Fix[] {
  if (!isEditable(written)) return [];
  const [low, high] = halves(value!);
  const lines = [`mov${gap}dword [${place}], ${low}`, `mov${gap}dword [${place} + 4], ${high}`];
  return [{ title: "Store it in two halves", edits: replaced(written, lines) }];
}

/** What the diagnostics of one line and its item have in common. */
function placeOf({ file, lineNumber, severity }: Diagnostic, item: Item) {
  const { span, expansion } = item;
  const calls = expansion === undefined ? {} : { calls: callsOf(expansion) };
  return { severity, file, lineNumber, span, ...calls, editorOnly: true } as const;
}

function ofCode({ symbols }: ObjectModule, section: number, item: Item, said: Diagnostic): Diagnostic[] {
  const isHere = (one: ModuleSymbol): boolean => one.section === section && one.value === BigInt(item.offset);
  const written = { item, labels: symbols.filter(isHere) };
  const text = bodyText(written);
  const store = STORE.exec(text);
  if ((store === null && !/^push\b/i.test(text)) || !/^signed dword/.test(said.message)) return [];
  const message = `${said.message}: one instruction stores at most 32 bits of a constant, extended by their sign; put the constant into a register first`;
  const fixes = store === null ? [] : halvesFix(written, store);
  return [{ ...placeOf(said, item), code: "imm64-to-memory", message, ...(fixes.length > 0 ? { fixes } : {}) }];
}

function ofData(item: Item, said: Diagnostic): Diagnostic[] {
  const { value } = said;
  const bits = item.elementSizeBytes * 8;
  const { source, start, end } = item.span;
  const directive = directiveOf(textOf(source, start, end));
  if (value === undefined || item.elementSizeBytes < 1) return [];
  const name = directive !== undefined && BITS[directive] === bits ? directive : WORDS[Math.log2(bits / 8)];
  const room = bits === 8 ? "1 byte" : `${bits / 8} bytes`;
  const message = `${said.message}: ${value} does not fit ${name}, which stores ${room}; ${BigInt.asUintN(bits, value)} is stored`;
  const fixes = name === directive && name !== undefined ? widerFix(item, value, name) : [];
  return [{ ...placeOf(said, item), code: "data-overflow", message, ...(fixes.length > 0 ? { fixes } : {}) }];
}

const placeText = ({ file, lineNumber }: { readonly file: string; readonly lineNumber: number }): string =>
  `${lineNumber} ${file}`;

/** Rules data-overflow and imm64-to-memory. */
export function wideConstants({ module, diagnostics }: Assembly): Diagnostic[] {
  const said = diagnostics.filter(({ code }) => code === "number-overflow");
  if (said.length === 0) return [];
  const found = new Map<string, { readonly section: number; readonly item: Item }>();
  for (const [section, { items }] of module.sections.entries())
    for (const item of items) if (!found.has(placeText(item))) found.set(placeText(item), { section, item });
  return said.flatMap((one) => {
    const place = found.get(placeText(one));
    if (place === undefined) return [];
    return place.item.kind === "code" ? ofCode(module, place.section, place.item, one) : ofData(place.item, one);
  });
}

/** The start of the first line of a source: where `extern` goes. */
const externFix = (name: string, source: Source): Fix[] => [
  { title: `Add \`extern ${name}\``, edits: [{ span: { source, start: 0, end: 0 }, text: `extern ${name}\n` }] },
];

/** Rule missing-extern, the one rule for a source that does not assemble. */
export function missingExterns({ diagnostics }: Assembly): Diagnostic[] {
  return diagnostics.flatMap((one) => {
    const name = one.code === "symbol-not-defined" ? /^symbol `([\w.$?@]+)'/.exec(one.message)?.[1] : undefined;
    if (name === undefined || !isLibcFunction(name)) return [];
    const message = `${one.message}: it is a function of libc; say \`extern ${name}\` before using it`;
    const { file, lineNumber, span } = one;
    const place = { file, lineNumber, editorOnly: true, ...(span === undefined ? {} : { span }) };
    const fixes = span === undefined ? [] : externFix(name, span.source);
    return [{ severity: "error", code: "missing-extern", message, fixes, ...place }];
  });
}

/** The assembler's own code for what a finding says too. */
const SAID: Readonly<Record<string, string>> = {
  "data-overflow": "number-overflow",
  "imm64-to-memory": "number-overflow",
  "missing-extern": "symbol-not-defined",
};

/** The assembler's diagnostics without those that findings of the static layer repeat, with numbers and a way out. */
export function unrepeated(diagnostics: readonly Diagnostic[], findings: readonly Diagnostic[]): Diagnostic[] {
  const repeated = new Set(findings.flatMap((one) => (SAID[one.code] ? [`${placeText(one)} ${SAID[one.code]}`] : [])));
  const isSilenced = (one: Diagnostic): boolean =>
    Object.entries(SAID).some(
      ([kind, code]) => code === one.code && one.severity === "warning" && isIgnored(one, kind),
    );
  return diagnostics.filter((one) => !repeated.has(`${placeText(one)} ${one.code}`) && !isSilenced(one));
}
