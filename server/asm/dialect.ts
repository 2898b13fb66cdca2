// Which assembler a source was written for. A file for another one gets a single line of information in the editor, instead
// of an error on every line. Words that only one assembler has decide; a file with none of them is taken for NASM's.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Source } from "../base/source.ts";
import { askLines, lineQuestion } from "./line-facts.ts";

export type Dialect = "nasm" | "gas" | "masm" | "tasm" | "fasm" | "other";

/** More lines than this do not make the answer better. */
const LINES_MAX = 2_000;

/** Each pattern counts once a line, with its weight. */
type Evidence = readonly (readonly [RegExp, number])[];

const evidence: Readonly<Record<Dialect, Evidence>> = {
  nasm: [
    [/^\s*(?:section|segment)\s+\.\w/i, 3],
    [/^\s*%(?:define|macro|include|if|ifdef|assign|rep|use|xdefine|pragma)\b/i, 3],
    [/^\s*\[?\s*(?:bits\s+(?:16|32|64)|default\s+rel)\b/i, 3],
    [/^\s*(?:global|extern)\s+[\w.$]+(?:\s*[,:;]|\s*$)/i, 2],
    [/^\s*(?:[\w.$@]+:?\s+)?(?:res[bwdqt]|d[bwdqt]|equ|times|incbin)\s+\S/i, 1],
    [/^\s*(?:\w+:\s*)?[a-z]+\s+(?:byte|d?word|qword)\s*\[/i, 2],
  ],
  gas: [
    [/^\s*\.(?:globl|intel_syntax|att_syntax|asciz|cfi_\w+|p2align|file|ident|syntax|equ|set)\b/i, 4],
    [/^\s*\.(?:type|size)\s+[\w.$]+\s*,/i, 4],
    [
      /^\s*\.(?:text|data|bss|section|global|ascii|string|long|quad|byte|word|align|space|skip)\b(?!\s*:|\s+(?:res|d)[bwdqtoyz]\b)/i,
      2,
    ],
    [/[\s,(]%[er]?[abcd][xlh]\b|[\s,(]%[er]?(?:[sd]i|[sb]p)\b|[\s,(]%r(?:8|9|1[0-5])[dwb]?\b/i, 4],
    [/^\s*(?:mov|add|sub|cmp|push|lea)[bwlq]\s+[$%]/i, 3],
  ],
  masm: [
    [/^\s*\w+\s+(?:proc|endp|ends)\b/i, 4],
    [/^\s*\.(?:model|stack|code|386|486|586|686|const|startup|exit|data\?)\b/i, 4],
    [/^\s*(?:assume|includelib|invoke|option|title|\.?end\s+\w+)\b/i, 3],
    [/^\s*\w+\s+segment\b/i, 4],
    [/\boffset\s+\w/i, 1],
    [/\b(?:byte|d?word|qword)\s+ptr\b/i, 1],
  ],
  tasm: [
    [/^\s*(?:ideal|dataseg|codeseg|udataseg|p[1-6]86n?|jumps)\s*$/i, 4],
    [/^\s*(?:model|stack)\s+\w/i, 3],
    [/^\s*(?:proc|endp)\s+\w+/i, 3],
    [/^\s*end\s+\w+\s*$/i, 2],
  ],
  fasm: [
    [/^\s*format\s+(?:(?:ELF|PE)(?:64)?|MZ|COFF|binary|MS)\b/i, 6],
    [/^\s*entry\s+\w+\s*$/i, 3],
    [/^\s*(?:segment|section)\s+(?:'[^']*'\s+)?(?:readable|writeable|executable)\b/i, 4],
    [/^\s*(?:public|extrn)\s+\w/i, 2],
    [/^\s*(?:include\s+'|struc\s+\w+\s*\{|macro\s+\w+[^{]*\{?$)/i, 2],
  ],
  other: [
    [/^\s*(?:\w+:?\s+)?ld\s+(?:a|b|c|d|e|h|l|hl|bc|de|sp|ix|iy|\([^)]*\))\s*,/i, 4],
    [/^\s*(?:\w+:?\s+)?(?:djnz|exx|ldir|jr|rst|cpir)\b/i, 3],
    [/^\s*(?:\w+:?\s+)?(?:lda|ldx|ldy|sta|stx|sty|jsr|bne|beq|inx|dey)\s+[#$\w(]/i, 3],
    [/^\s*(?:\w+:?\s+)?(?:ldr|str|stmfd|ldmfd|bl|bx|movw|movt|stp|ldp)\s+[{]?(?:r\d|x\d|w\d|lr|pc|sp|\w+$)/i, 3],
    [/^\s*(?:\w+:?\s+)?[a-z]+\s+[rxw]\d+\s*,.*#-?\w/i, 3],
    [/^\s*(?:svc|swi)\s+#?\d/i, 2],
    [/^\s*area\s+[\w.|]+\s*,/i, 4],
    [/^\s*(?:\w+:?\s+)?(?:li|la|lw|sw|addi|addiu|jal|jr|beq|bne)\s+(?:\$|[ast]\d|ra|sp|zero)/i, 3],
    [/^\s*(?:\w+:?\s+)?(?:ldi|sbi|cbi)\s+\w+\s*,/i, 2],
    [/^\s*(?:\w+:?\s+)?(?:rjmp|rcall)\s+\w/i, 2],
    [/^\s*(?:\w+:?\s+)?out\s+\w+\s*,\s*r\d/i, 2],
  ],
};

const withoutComment = (line: string): string => {
  const semicolon = line.indexOf(";");
  return semicolon < 0 ? line : line.slice(0, semicolon);
};

type Score = Readonly<Record<Dialect, number>>;
const DIALECTS = ["nasm", "gas", "masm", "tasm", "fasm", "other"] as const;
const NOTHING: Score = { nasm: 0, gas: 0, masm: 0, tasm: 0, fasm: 0, other: 0 };

function weightOf(line: string): Score {
  const code = withoutComment(line);
  const score: Record<Dialect, number> = { ...NOTHING };
  for (const dialect of DIALECTS) {
    for (const [pattern, weight] of evidence[dialect]) if (pattern.test(code)) score[dialect] += weight;
  }
  return DIALECTS.some((dialect) => score[dialect] > 0) ? score : NOTHING;
}

const weights = lineQuestion(weightOf);

/** The assembler whose words weigh most; NASM unless another one clearly wins. `past`: an earlier version of the source. */
export function detectDialect(source: Source, past?: Source): Dialect {
  const score: Record<Dialect, number> = { ...NOTHING };
  for (const weight of askLines(weights, source, past, LINES_MAX)) {
    if (weight !== NOTHING) for (const dialect of DIALECTS) score[dialect] += weight[dialect];
  }
  let best: Dialect = "nasm";
  for (const dialect of DIALECTS) if (score[dialect] > score[best]) best = dialect;
  return best === "nasm" || score[best] < 4 || score[best] <= 2 * score.nasm ? "nasm" : best;
}

const NAMES: Readonly<Record<Exclude<Dialect, "nasm">, string>> = {
  gas: "GNU as (AT&T)",
  masm: "MASM",
  tasm: "TASM (Ideal mode)",
  fasm: "FASM",
  other: "another assembler's",
};

/** The code of what is said about a source for another assembler. */
export const OTHER_ASSEMBLER = "other-assembler";

/** A sentence without its end about a source for another assembler. `past`: an earlier version of the source. */
export function dialectMessage(source: Source, past?: Source): string | undefined {
  const dialect = detectDialect(source, past);
  return dialect === "nasm" ? undefined : `This looks like ${NAMES[dialect]} syntax; Asmoscope understands NASM`;
}

/** Why a source has errors, when it was written for another assembler: one note, at its first line. */
export function dialectNotes(source: Source, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const message = diagnostics.some(({ severity }) => severity === "error") ? dialectMessage(source) : undefined;
  if (message === undefined) return [];
  return [{ severity: "note", code: OTHER_ASSEMBLER, message, file: source.name, lineNumber: 1, editorOnly: true }];
}
