// Writes syntaxes/nasm.tmLanguage.json, the colours of a source. The word lists come from the instruction table, so that a
// new instruction is coloured without anybody thinking of it; `test/client/grammar.test.ts` says when this must be run again.
//   node scripts/grammar.mjs
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./install.mjs";

/** Mnemonics that steer the flow of control: coloured as keywords of control are in other languages. */
const control =
  /^(j[a-z]+|call|ret[nfqwd]?|retfq|iret[wdq]?|loop[a-z]*|syscall|sysenter|sysexit|sysret|int|into|int[013]|int1|ud[012][ab]?|hlt|xbegin|xabort)$/;

const sizes =
  "byte|word|dword|qword|tword|tbyte|oword|yword|zword|far|near|short|strict|nosplit|rel|abs|ptr|to|wrt|seg";
const data = "d[bwdqtoyz]|res[bwdqtoyz]|equ|incbin|times";
const directives =
  "section|segment|global|extern|common|static|required|bits|use16|use32|use64|default|org|align|alignb|sectalign|absolute|cpu|float|warning|struc|endstruc|istruc|at|iend|list|debug|group|uppercase|import|export|library|module|map|osabi|safeseh|prefix|suffix|gprefix|gpostfix|lprefix|lpostfix";
const prefixes = "lock|rep|repe|repz|repne|repnz|xacquire|xrelease|bnd|nobnd|wait|a16|a32|a64|o16|o32|o64";
const name = "[A-Za-z_.?@$][\\w.$#@~?]*";
const before = "(?<![\\w.$#@~?%])";
const after = "(?![\\w$#@~?])";

const word = (scope, words) => ({ name: `${scope}.nasm`, match: `(?i)${before}(?:${words})${after}` });

function grammar(mnemonics, registers) {
  const flow = mnemonics.filter((text) => control.test(text));
  const plain = mnemonics.filter((text) => !control.test(text));
  return {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    name: "NASM assembly",
    scopeName: "source.nasm",
    fileTypes: ["asm", "nasm", "inc", "mac"],
    patterns: ["comment", "preprocessor", "label", "constant", "expression", "instruction"].map((part) => ({
      include: `#${part}`,
    })),
    repository: {
      comment: {
        patterns: [
          {
            name: "comment.block.nasm",
            begin: "(?i)^\\s*%comment\\b",
            end: "(?i)^\\s*%endcomment\\b",
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
            match: `(?i)^\\s*(%i?macro|%rmacro|%irmacro|%unimacro|%unmacro)\\s+(${name}|%\\S+)`,
            captures: { 1: { name: "keyword.control.directive.nasm" }, 2: { name: "entity.name.function.macro.nasm" } },
          },
          {
            match: `(?i)^\\s*(%(?:i?define|xdefine|ixdefine|undef|assign|iassign|defstr|idefstr|deftok|ideftok|strlen|substr|strcat|pathsearch|depend|defalias|idefalias))\\s+(${name}|%\\S+)`,
            captures: { 1: { name: "keyword.control.directive.nasm" }, 2: { name: "entity.name.constant.macro.nasm" } },
          },
          { name: "keyword.control.directive.nasm", match: "(?i)^\\s*%[a-z]+\\b" },
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
            match: `(?i)^\\s*(${name})(?=\\s+(?:${data})${after})`,
            captures: { 1: { name: "entity.name.function.label.nasm" } },
          },
          {
            match: `(?i)^\\s*(struc|istruc|global|extern|common|static)\\s+([^;]*)`,
            captures: {
              1: { name: "storage.modifier.directive.nasm" },
              2: { patterns: [{ name: "entity.name.function.label.nasm", match: `${before}${name}` }] },
            },
          },
          {
            match: `(?i)^\\s*\\[?(section|segment)\\s+(\\.?[\\w.$]+)`,
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
            match: `(?i)${before}(?:0[xh][0-9a-f_]+|\\$[0-9][0-9a-f_]*|[0-9][0-9a-f_]*[hx])${after}`,
          },
          { name: "constant.numeric.binary.nasm", match: `(?i)${before}(?:0[by][01_]+|[01][01_]*[by])${after}` },
          { name: "constant.numeric.octal.nasm", match: `(?i)${before}(?:0[qo][0-7_]+|[0-7][0-7_]*[qo])${after}` },
          { name: "constant.numeric.decimal.nasm", match: `(?i)${before}(?:0[dt])?[0-9][0-9_]*[dt]?${after}` },
          { name: "variable.language.here.nasm", match: `(?<![\\w.$])\\$\\$?(?![\\w.$])` },
        ],
      },
      expression: {
        patterns: [
          { ...word("variable.other.register", registers.join("|")) },
          word("storage.modifier.size", sizes),
          { name: "keyword.operator.nasm", match: "<=>|<<<?|>>>?|[-+*/%&|^~!=<>]" },
        ],
      },
      instruction: {
        patterns: [
          word("storage.type.data", data),
          word("storage.modifier.directive", directives),
          word("keyword.control.flow", flow.join("|")),
          word("keyword.other.prefix", prefixes),
          word("keyword.mnemonic", plain.join("|")),
        ],
      },
    },
  };
}

/** Words of the instruction table, longest first is not needed: the pattern ends at a word's end. */
async function tableWords() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'export { mnemonics } from "./server/isa/mnemonics.ts"; export { registers } from "./server/isa/register.ts";',
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

const { mnemonics, registers } = await tableWords();
const text = JSON.stringify(grammar([...mnemonics].sort(), registers.map((register) => register.name).sort()), null, 2);
writeFileSync(join(root, "syntaxes", "nasm.tmLanguage.json"), `${text}\n`);
