// The colours' word lists come from the instruction table and must not fall behind it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface Rule {
  readonly name?: string;
  readonly match?: string;
}
interface Grammar {
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Rule[] }>>;
}

const grammar = JSON.parse(readFileSync("syntaxes/nasm.tmLanguage.json", "utf8")) as Grammar;

/** Name of the first rule of these groups that takes a whole word. */
function scopeOf(word: string): string | undefined {
  const rules = ["constant", "expression", "instruction"].flatMap((group) => grammar.repository[group]!.patterns);
  return rules.find(({ match }) => match && new RegExp(`^(?:${match})$`).test(word))?.name;
}

test("the grammar is what its generator makes of the instruction table", () => {
  execFileSync(process.execPath, ["scripts/grammar.mjs", "--check"], { stdio: "inherit" });
});

test("words get the scope that themes know", () => {
  const expected = {
    mov: "keyword.mnemonic",
    VFMADD132PS: "keyword.mnemonic",
    jnz: "keyword.control.flow",
    Call: "keyword.control.flow",
    syscall: "keyword.control.flow",
    rep: "keyword.other.prefix",
    r10d: "variable.other.register",
    dword: "storage.modifier.size",
    dq: "storage.type.data",
    section: "storage.modifier.directive",
    "0x1F_00": "constant.numeric.hex",
    "0ffh": "constant.numeric.hex",
    $0ff: "constant.numeric.hex",
    "1010b": "constant.numeric.binary",
    "777q": "constant.numeric.octal",
    "1.5e3": "constant.numeric.float",
    "12": "constant.numeric.decimal",
    '"text"': "string.quoted.double",
  };
  assert.deepEqual(
    Object.fromEntries(Object.keys(expected).map((word) => [word, scopeOf(word)?.replace(/\.nasm$/, "")])),
    expected,
  );
  for (const word of ["buffer", "movement", "_start", "main.loop"]) assert.equal(scopeOf(word), undefined, word);
});
