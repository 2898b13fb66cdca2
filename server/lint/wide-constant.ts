// data-overflow, imm64-to-memory and missing-extern: what the assembler has said in its own words, said with the numbers, the
// reason and a way out.

import type { Assembly } from "../asm/options.ts";
import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { type Source, textOf } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import type { Item } from "../obj/object-module.ts";

const WORDS = ["db", "dw", "dd", "dq"];
const BITS: Readonly<Record<string, number>> = { db: 8, dw: 16, dd: 32, dq: 64 };

/** The directive of a data statement, lower case. */
const directiveOf = (text: string): string | undefined => /\b(d[bwdq])\b/i.exec(text)?.[1]?.toLowerCase();

/** A plain number of the statement that needs more bits than the directive has. */
function tooWide(text: string, bits: number): bigint | undefined {
  const plain = text.replace(/;.*$/, "").replace(/"[^"]*"|'[^']*'/g, "");
  for (const match of plain.matchAll(/(?<![\w.])(-?)\s*(0x[0-9a-f]+|\d+)(?![\w.])/gi)) {
    const value = BigInt(match[2]!) * (match[1] === "-" ? -1n : 1n);
    if (value >= 1n << BigInt(bits) || value < -(1n << BigInt(bits - 1))) return value;
  }
  return undefined;
}

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

function ofItem(item: Item, said: Diagnostic): Diagnostic[] {
  const { source, start, end } = item.span;
  const text = textOf(source, start, end);
  const place = { file: said.file, lineNumber: said.lineNumber, span: item.span, editorOnly: true } as const;
  if (item.kind === "code") {
    if (!/^\s*(\w+:\s*)?mov\s+qword\s*\[/i.test(text)) return [];
    const message =
      "one instruction stores at most 32 bits of a constant, extended by their sign: put the constant into a register first";
    return [{ severity: "warning", code: "imm64-to-memory", message, ...place }];
  }
  const directive = directiveOf(text);
  const bits = directive && BITS[directive];
  const value = bits ? tooWide(text, bits) : undefined;
  if (!bits || value === undefined || directive === undefined) return [];
  const message = `${value} does not fit ${directive}, which stores ${bits / 8} ${bits === 8 ? "byte" : "bytes"}: ${BigInt.asUintN(bits, value)} is stored`;
  return [{ severity: "warning", code: "data-overflow", message, fixes: widerFix(item, value, directive), ...place }];
}

/** Rules data-overflow and imm64-to-memory. */
export function wideConstants({ module, diagnostics }: Assembly): Diagnostic[] {
  const said = diagnostics.filter(({ code }) => code === "number-overflow");
  if (said.length === 0) return [];
  const items = module.sections.flatMap((section) => section.items);
  return said.flatMap((one) => {
    const item = items.find(({ file, lineNumber }) => file === one.file && lineNumber === one.lineNumber);
    return item === undefined ? [] : ofItem(item, one);
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
    const message = `${name} is a function of libc: say \`extern ${name}\` before using it`;
    const { file, lineNumber, span } = one;
    const place = { file, lineNumber, editorOnly: true, ...(span === undefined ? {} : { span }) };
    const fixes = span === undefined ? [] : externFix(name, span.source);
    return [{ severity: "error", code: "missing-extern", message, fixes, ...place }];
  });
}
