// Writes syntaxes/nasm.tmLanguage.json, the colours of a source. The word lists come from the instruction table, so that a
// new instruction is coloured without anybody thinking of it; `test/client/grammar.test.ts` says when this must be run again.
//   node scripts/grammar.mjs            writes it
//   node scripts/grammar.mjs --check    status 1 when it would change
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./install.mjs";

/** Mnemonics that steer the flow of control: coloured as keywords of control are in other languages. */
const control =
  /^(j[a-z]+|call|ret[nfqwd]?|retfq|iret[wdq]?|loop[a-z]*|syscall|sysenter|sysexit|sysret|int|into|int[013]|int1|ud[012][ab]?|hlt|xbegin|xabort)$/;

const sizes =
  "byte|word|dword|qword|tword|tbyte|oword|yword|zword|far|near|short|strict|nosplit|rel|abs|ptr|to|wrt|seg";
const definitions =
  "i?define|xdefine|ixdefine|undef|assign|iassign|defstr|idefstr|deftok|ideftok|strlen|substr|strcat|pathsearch|depend|defalias|idefalias";
const data = "d(?:b|w|d|q|t|o|y|z)|res(?:b|w|d|q|t|o|y|z)|equ|incbin|times";
const directives =
  "section|segment|global|extern|common|static|required|bits|use16|use32|use64|default|org|align|alignb|sectalign|absolute|cpu|float|warning|struc|endstruc|istruc|at|iend|list|debug|group|uppercase|import|export|library|module|map|osabi|safeseh|prefix|suffix|gprefix|gpostfix|lprefix|lpostfix";
const prefixes = "lock|rep|repe|repz|repne|repnz|xacquire|xrelease|bnd|nobnd|wait|a16|a32|a64|o16|o32|o64";
const name = "[A-Za-z_.?@$][\\w.$#@~?]*";
const before = "(?<![\\w.$#@~?%])";
const after = "(?![\\w$#@~?])";

/**
 * A pattern of small letters, for both cases. The engine's own (?i) also thinks of ligatures and the like: measured, it takes
 * fifty times as long on the long lists.
 */
function anyCase(pattern) {
  return pattern.replace(/\\.|\(\?[:=!]|[a-z]/g, (part) =>
    part.length === 1 ? `[${part}${part.toUpperCase()}]` : part,
  );
}

const word = (scope, words) => ({ name: `${scope}.nasm`, match: `${before}(?:${anyCase(words)})${after}` });

function grammar(mnemonics, registers) {
  const flow = mnemonics.filter((text) => control.test(text));
  const plain = mnemonics.filter((text) => !control.test(text));
  return {
    name: "NASM assembly",
    scopeName: "source.nasm",
    patterns: ["comment", "preprocessor", "label", "constant", "expression", "instruction"].map((part) => ({
      include: `#${part}`,
    })),
    repository: {
      comment: {
        patterns: [
          {
            name: "comment.block.nasm",
            begin: `^\\s*${anyCase("%comment")}\\b`,
            end: `^\\s*${anyCase("%endcomment")}\\b`,
          },
          {
            name: "comment.line.semicolon.nasm",
            begin: ";",
            end: "$",
            beginCaptures: { 0: { name: "punctuation.definition.comment.nasm" } },
          },
        ],
      },
      preprocessor: {
        patterns: [
          {
            match: `^\\s*(${anyCase("%i?macro|%rmacro|%irmacro|%unimacro|%unmacro")})\\s+(${name}|%\\S+)`,
            captures: { 1: { name: "keyword.control.directive.nasm" }, 2: { name: "entity.name.function.macro.nasm" } },
          },
          {
            match: `^\\s*(%(?:${anyCase(definitions)}))\\s+(${name}|%\\S+)`,
            captures: { 1: { name: "keyword.control.directive.nasm" }, 2: { name: "entity.name.constant.macro.nasm" } },
          },
          { name: "keyword.control.directive.nasm", match: "^\\s*%[A-Za-z]+\\b" },
          {
            name: "variable.parameter.macro.nasm",
            match: "%[-+]?\\d+|%\\{[^}]*\\}|%%[\\w.$#@~?]+|%\\$+[\\w.$#@~?]+|%[?]{1,2}",
          },
        ],
      },
      label: {
        patterns: [
          {
            match: `^\\s*(${name})\\s*(:)`,
            captures: {
              1: { name: "entity.name.function.label.nasm" },
              2: { name: "punctuation.separator.label.nasm" },
            },
          },
          {
            match: `^\\s*(${name})(?=\\s+(?:${anyCase(data)})${after})`,
            captures: { 1: { name: "entity.name.function.label.nasm" } },
          },
          {
            match: `^\\s*(${anyCase("struc|istruc|global|extern|common|static")})\\s+([^;]*)`,
            captures: {
              1: { name: "storage.modifier.directive.nasm" },
              2: { patterns: [{ name: "entity.name.function.label.nasm", match: `${before}${name}` }] },
            },
          },
          {
            match: `^\\s*\\[?(${anyCase("section|segment")})\\s+(\\.?[\\w.$]+)`,
            captures: { 1: { name: "storage.modifier.directive.nasm" }, 2: { name: "entity.name.section.nasm" } },
          },
        ],
      },
      constant: {
        patterns: [
          { name: "string.quoted.double.nasm", match: '"[^"]*"?' },
          { name: "string.quoted.single.nasm", match: "'[^']*'?" },
          {
            name: "string.quoted.backtick.nasm",
            begin: "`",
            end: "`|$",
            patterns: [
              {
                name: "constant.character.escape.nasm",
                match: "\\\\(?:x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0-7]{1,3}|.)",
              },
            ],
          },
          {
            name: "constant.numeric.float.nasm",
            match: `${before}(?:\\d[\\d_]*\\.\\d*(?:[eE][-+]?\\d+)?|\\d[\\d_]*[eE][-+]?\\d+|__\\?(?:Infinity|QNaN|SNaN|NaN)\\?__)${after}`,
          },
          {
            name: "constant.numeric.hex.nasm",
            match: `${before}(?:0[xXhH][0-9a-fA-F_]+|\\$[0-9][0-9a-fA-F_]*|[0-9][0-9a-fA-F_]*[hHxX])${after}`,
          },
          { name: "constant.numeric.binary.nasm", match: `${before}(?:0[bByY][01_]+|[01][01_]*[bByY])${after}` },
          { name: "constant.numeric.octal.nasm", match: `${before}(?:0[qQoO][0-7_]+|[0-7][0-7_]*[qQoO])${after}` },
          { name: "constant.numeric.decimal.nasm", match: `${before}(?:0[dDtT])?[0-9][0-9_]*[dDtT]?${after}` },
          { name: "variable.language.here.nasm", match: `(?<![\\w.$])\\$\\$?(?![\\w.$])` },
        ],
      },
      expression: {
        patterns: [
          { ...word("variable.other.register", anyOf(registers)) },
          word("storage.modifier.size", sizes),
          { name: "keyword.operator.nasm", match: "<=>|<<<?|>>>?|[-+*/%&|^~!=<>]" },
        ],
      },
      instruction: {
        patterns: [
          word("storage.type.data", data),
          word("storage.modifier.directive", directives),
          word("keyword.control.flow", anyOf(flow)),
          word("keyword.other.prefix", prefixes),
          word("keyword.mnemonic", anyOf(plain)),
        ],
      },
    },
  };
}

/**
 * A pattern for exactly these words. Common beginnings are written once: the editor tries a plain list of two thousand words
 * one by one at every word of a source.
 */
function anyOf(words) {
  const byFirst = new Map();
  for (const text of words.filter((given) => given !== ""))
    byFirst.set(text[0], [...(byFirst.get(text[0]) ?? []), text.slice(1)]);
  const branches = [...byFirst].map(
    ([first, rests]) => first + (rests.some((rest) => rest !== "") ? anyOf(rests) : ""),
  );
  const mayEnd = words.includes("") ? "?" : "";
  return branches.length === 1 && mayEnd === "" ? branches[0] : `(?:${branches.join("|")})${mayEnd}`;
}

/** Words of the instruction table and of the register file. */
async function tableWords() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'export { mnemonics } from "./server/isa/table.ts"; export { registerNames } from "./server/isa/registers.ts";',
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  const words = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
  return { mnemonics: [...new Set(words.mnemonics())].sort(), registers: [...words.registerNames].sort() };
}

const { mnemonics, registers } = await tableWords();
const path = join(root, "syntaxes", "nasm.tmLanguage.json");
const text = `${JSON.stringify(grammar(mnemonics, registers), null, 2)}\n`;
if (process.argv[2] !== "--check") {
  writeFileSync(path, text);
} else if (readFileSync(path, "utf8") !== text) {
  console.error("syntaxes/nasm.tmLanguage.json is older than the instruction table: run node scripts/grammar.mjs");
  process.exit(1);
}
