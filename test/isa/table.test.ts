// The table itself: every row is in the notation, every name is unique, what people read is there.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { describe, flagEffects, mnemonics, titleOf } from "../../server/isa/describe.ts";
import { codeOf } from "../../server/isa/form.ts";
import { registerNamed, registerNames, registerOf } from "../../server/isa/registers.ts";
import {
  aliasesOf,
  assembledFamilies,
  canonicalMnemonic,
  type Entry,
  entries,
  entriesOf,
  executedFamilies,
  formsOf,
} from "../../server/isa/table.ts";

const all: readonly Entry[] = [...entries()];

/** Encoding words that are hints, not bytes; a misspelt token would end up among them. */
const hints = new Set("NP odf adf norexb norexw nof3 norep repe mustrep wait rex.l nohi".split(" "));

test("every row is in the notation", () => {
  const wrong: string[] = [];
  for (const entry of all) {
    for (const form of formsOf(entry)) {
      const code = codeOf(form);
      const letters = form.row.split("|")[1]!.trim().split(" ")[0]!.replaceAll(/.?\+/g, "");
      const optional = (form.row.match(/\[/g) ?? []).length;
      const operands = form.operands.length;
      const unknown = [...code.hints].filter((hint) => !hints.has(hint));
      if (unknown.length > 0) wrong.push(`${entry.key}: "${unknown}" in "${form.row}"`);
      if (letters.length < operands || letters.length > operands + optional) {
        wrong.push(`${entry.key}: ${letters} does not name the operands of "${form.row}"`);
      }
      for (const spec of code.specs)
        if (!spec.facts && !spec.facts2) wrong.push(`${entry.key}: operand type in "${form.row}"`);
      for (const step of code.steps) {
        if (step.kind !== "byte" && step.kind !== "jump-length" && step.operand >= operands) {
          wrong.push(`${entry.key}: ${step.kind} has no operand in "${form.row}"`);
        }
      }
      // fwait is its prefix and nothing else.
      if (code.steps.length === 0 && !code.hints.has("wait")) wrong.push(`${entry.key}: no bytes in "${form.row}"`);
    }
  }
  assert.deepEqual(wrong.slice(0, 20), []);
});

test("a record's key is its own, and its rows are not twice there", () => {
  assert.equal(new Set(all.map(({ key }) => key)).size, all.length);
  const doubled = all.filter(({ instruction }) => new Set(instruction.rows).size !== instruction.rows.length);
  assert.deepEqual(
    doubled.map(({ key }) => key),
    [],
  );
});

test("each family is a file of its name", () => {
  const files = readdirSync(join(process.cwd(), "server/isa/table")).map((file) => file.replace(".ts", ""));
  const helpers = ["aliases", "conditions", "instruction"];
  const families = [...Object.keys(executedFamilies), ...Object.keys(assembledFamilies)];
  assert.deepEqual(files.filter((file) => !helpers.includes(file)).sort(), families.sort());
});

test("all of NASM's mnemonics are there", () => {
  assert.ok(mnemonics().length >= 2_100, `${mnemonics().length}`);
  assert.equal(new Set(mnemonics()).size, mnemonics().length);
});

test("an alias group has one name, and its forms", () => {
  assert.equal(canonicalMnemonic("je"), "jz");
  assert.equal(canonicalMnemonic("setnbe"), "seta");
  assert.equal(canonicalMnemonic("sal"), "shl");
  assert.equal(canonicalMnemonic("mov"), "mov");
  assert.deepEqual(aliasesOf("jc").sort(), ["jb", "jnae"]);
  assert.equal(entriesOf("cmove")[0]?.key, "cmovz");
});

const integerFamilies = "arithmetic logic data-transfer control-flow string shift-rotate bit flags system x87".split(
  " ",
);

test("integer and x87 instructions have a title, a sentence and an operation", () => {
  const poor = all.filter(
    ({ family, instruction }) => integerFamilies.includes(family) && !(instruction.brief && instruction.operation),
  );
  assert.deepEqual(
    poor.map(({ key }) => key),
    [],
  );
});

test("flags are written in the notation, each flag in one effect", () => {
  const wrong = all.filter(({ instruction: { flags = "" } }) => {
    const parts = flags.split(" ").filter(Boolean);
    const changed = parts.filter((part) => !part.startsWith("r=")).flatMap((part) => [...part.slice(2)]);
    return parts.some((part) => !/^[rwu01]=[oszapcdit]+$/.test(part)) || new Set(changed).size !== changed.length;
  });
  assert.deepEqual(
    wrong.map(({ key }) => key),
    [],
  );
});

test("a description for hover", () => {
  const jb = describe("jb");
  assert.equal(jb?.canonical, "jc");
  assert.equal(jb?.title, "Jump if carry (unsigned below)");
  assert.equal(jb?.flags, "reads CF");
  assert.ok(describe("add")?.forms.includes("add r/m64, r64"));
  assert.equal(describe("vaddps")?.feature.includes("AVX"), true);
  assert.equal(describe("vaddps")?.executed, true);
  assert.equal(describe("lgdt")?.executed, false);
  // Names of one immediate run as what they stand for; AVX-512 does not run under any name.
  for (const name of ["cmpeqps", "vcmpeqpd", "vpclmulhqlqdq"]) assert.equal(describe(name)?.executed, true, name);
  assert.equal(describe("vpcmpequb")?.executed, false);
  assert.equal(describe("repne")?.title, "Repeat while not equal (prefix)");
  assert.equal(describe("nonsense"), undefined);
  assert.equal(titleOf("mov"), "Move");
  assert.deepEqual(flagEffects("and")?.clears, ["OF", "CF"]);
});

test("registers by name and by number", () => {
  assert.deepEqual(registerNamed("RAX"), { name: "rax", class: "gpr64", number: 0, sizeBits: 64 });
  assert.equal(registerNamed("r8b")?.number, 8);
  assert.equal(registerNamed("ah")?.class, "gpr8h");
  assert.equal(registerNamed("rip"), undefined);
  assert.equal(registerOf("xmm", 31)?.name, "xmm31");
  assert.equal(registerOf("bound", 4), undefined);
  assert.equal(registerNames.length, new Set(registerNames).size);
});

test("every mnemonic has a title, a sentence and forms for hover", () => {
  const poor = mnemonics().filter((name) => {
    const told = describe(name);
    if (!told || told.forms.length === 0) return true;
    const titled = told.title.length > 2 && told.title !== name.toUpperCase();
    return !titled || !/^[A-Z].{6,}\.$/.test(told.summary) || /undefined,|\bnull\b/.test(told.summary);
  });
  assert.deepEqual(poor, []);
});

test("what an instruction does to the flags is told where its sentence says so", () => {
  const silent = mnemonics().filter((name) => {
    const told = describe(name);
    return told !== undefined && /\b[Ss]ets [ZPC]F\b/.test(told.summary) && told.flags === "";
  });
  assert.deepEqual(silent, []);
});
