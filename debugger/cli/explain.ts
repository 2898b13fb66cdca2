// `asmoscope explain WORD`: what the editor's hover says of an instruction, register, directive, system call, libc function,
// kind of finding or number, for those who are in a terminal.

import { readFileSync } from "node:fs";
import { explain as explainWord, similarWords } from "../../server/ide/explain.ts";
import { findingPage } from "../../server/ide/finding-page.ts";
import { type Paint, painted, plain } from "./diagnostic-text.ts";
import { helpFor, lastValue, type OptionRow, parseArguments, UsageError } from "./options.ts";
import { packageFolder } from "./package-folder.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows: readonly OptionRow[] = [
  { name: "-m32", help: "registers, arguments and system-call numbers of 32-bit programs (i386)" },
  { name: "-m64", help: "of 64-bit programs (x86-64, the default)" },
];

const UNKNOWN = 1;
const BOLD = "1";

/** @returns 1 when a word is not known. @throws {UsageError} */
export function explain(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "explain");
  if (lastValue(parsed, "--help") !== undefined) {
    const purpose =
      "Says what a word means: an instruction, register, directive, system call, libc function, kind of finding, number.";
    say(terminal, helpFor("explain [OPTION]... WORD...", purpose, rows));
    return 0;
  }
  const words = [...parsed.operands, ...(parsed.rest ?? [])];
  if (words.length === 0) throw new UsageError("no word given", "explain");
  const bits = parsed.given.at(-1)?.name === "-m32" ? 32 : 64;
  const paint = terminal.colour[1] ? painted : plain;
  const texts = words.map((word) => textsOf(word, bits).map((text) => terminalText(text, paint)));
  const known = texts.filter((each) => each.length > 0);
  if (known.length > 0) say(terminal, known.map((each) => each.join("\n\n")).join("\n\n\n"));
  for (const [index, word] of words.entries()) if (texts[index]!.length === 0) complain(terminal, unknown(word));
  return known.length === words.length ? 0 : UNKNOWN;
}

function unknown(word: string): string {
  const similar = similarWords(word);
  const hint = similar.length === 0 ? "" : ` (did you mean ${similar.join(", ")}?)`;
  return `asmoscope: nothing is known about "${word}"${hint}`;
}

function textsOf(word: string, bits: 32 | 64): string[] {
  const page = findingPage(word.toLowerCase());
  const pageText = page === undefined ? undefined : findingText(page);
  return [...explainWord(word, bits), ...(pageText === undefined ? [] : [pageText])];
}

/** The page of a kind of finding, without its heading; undefined where the pages are not at hand. */
function findingText(page: string): string | undefined {
  try {
    const text = readFileSync(new URL(`docs/findings/${page}`, packageFolder()), "utf8");
    return text.replace(/^# .*\n+/, "").trim();
  } catch {
    return undefined;
  }
}

/** Markdown of ours as a terminal shows it: bold words, code indented, no marks. */
function terminalText(markdown: string, paint: Paint): string {
  let isCode = false;
  const lines = markdown.split("\n").flatMap((line) => {
    if (line.startsWith("```")) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [`    ${line}`];
    if (line.startsWith("## ")) return [paint(line.slice(3), BOLD)];
    return [line.replace(/\*\*(.+?)\*\*/g, (_, words: string) => paint(words, BOLD)).replaceAll("`", "")];
  });
  return lines.join("\n");
}
