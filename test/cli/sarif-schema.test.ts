// SARIF logs against the parts of the 2.1.0 schema that they use: required and allowed properties of each object, types,
// ranges, enumerations, unique items, and what the standard says of indexes and regions.

import assert from "node:assert/strict";
import { test } from "node:test";
import { jsonDiagnostic } from "../../debugger/cli/diagnostic-text.ts";
import { sarifLog } from "../../debugger/cli/sarif.ts";
import type { Diagnostic } from "../../server/base/diagnostic.ts";
import { lint } from "../../server/lint/lint.ts";
import { caseNamed, caseNames } from "../check/cases.ts";

type Check = (value: unknown, where: string) => void;

const text: Check = (value, where) => assert.ok(typeof value === "string" && value !== "", where);
const anyText: Check = (value, where) => assert.equal(typeof value, "string", where);
const whole =
  (least: number): Check =>
  (value, where) =>
    assert.ok(Number.isInteger(value) && (value as number) >= least, `${where} is ${value}`);
const oneOf =
  (...words: readonly string[]): Check =>
  (value, where) =>
    assert.ok(words.includes(value as string), `${where} is ${value}`);
/** An array of unique items. */
const list =
  (item: Check, least = 0): Check =>
  (value, where) => {
    assert.ok(Array.isArray(value) && value.length >= least, where);
    assert.equal(new Set(value.map((one) => JSON.stringify(one))).size, value.length, `${where} has equal items`);
    value.forEach((one, k) => {
      item(one, `${where}[${k}]`);
    });
  };

/** An object of these properties, those with `!` required, and no others. */
const object =
  (properties: Readonly<Record<string, Check>>): Check =>
  (value, where) => {
    assert.ok(typeof value === "object" && value !== null && !Array.isArray(value), where);
    const record = value as Readonly<Record<string, unknown>>;
    const allowed = new Map(Object.entries(properties).map(([name, check]) => [name.replace("!", ""), check]));
    for (const name of Object.keys(properties))
      if (name.endsWith("!")) assert.ok(name.slice(0, -1) in record, `${where} has no ${name}`);
    for (const [name, one] of Object.entries(record)) {
      assert.ok(allowed.has(name), `${where} may not have ${name}`);
      allowed.get(name)!(one, `${where}.${name}`);
    }
  };

/** A URI reference (RFC 3986): no blanks, no backslashes, only known characters. */
const uri: Check = (value, where) => {
  text(value, where);
  assert.match(value as string, /^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/, where);
  assert.doesNotMatch(value as string, /%(?![0-9A-Fa-f]{2})/, where);
};

const region: Check = (value, where) => {
  object({ "startLine!": whole(1), startColumn: whole(1), endLine: whole(1), endColumn: whole(1) })(value, where);
  const { startLine, startColumn = 1, endLine = startLine, endColumn } = value as Record<string, number>;
  assert.ok(endLine! >= startLine!, `${where} ends before it begins`);
  if (endLine === startLine && endColumn !== undefined) assert.ok(endColumn >= startColumn, `${where} ends before`);
};
const artifactLocation = object({ "uri!": uri, index: whole(-1) });
const message = object({ "text!": text });
const location = object({
  id: whole(-1),
  message,
  physicalLocation: object({ "artifactLocation!": artifactLocation, region }),
});
const replacement = object({ "deletedRegion!": region, insertedContent: object({ "text!": anyText }) });
const fix = object({
  description: message,
  "artifactChanges!": list(object({ "artifactLocation!": artifactLocation, "replacements!": list(replacement, 1) }), 1),
});
const result = object({
  ruleId: text,
  ruleIndex: whole(-1),
  level: oneOf("none", "note", "warning", "error"),
  "message!": message,
  locations: list(location),
  relatedLocations: list(location),
  fixes: list(fix),
});
const log = object({
  $schema: uri,
  "version!": oneOf("2.1.0"),
  "runs!": list(
    object({
      "tool!": object({
        "driver!": object({
          "name!": text,
          rules: list(object({ "id!": text, shortDescription: message, help: message, helpUri: uri })),
        }),
      }),
      columnKind: oneOf("utf16CodeUnits", "unicodeCodePoints"),
      results: list(result),
    }),
  ),
});

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly fixes?: unknown }[];
    },
  ];
}

function read(diagnostics: readonly Diagnostic[], where: string): Log {
  const value = JSON.parse(JSON.stringify(sarifLog(diagnostics.map(jsonDiagnostic)))) as Log;
  log(value, where);
  const { rules } = value.runs[0].tool.driver;
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length, `${where}: rules`);
  for (const { ruleId, ruleIndex } of value.runs[0].results) assert.equal(rules[ruleIndex]?.id, ruleId, where);
  return value;
}

/** One case in so many. */
const EVERY = 4;

test("logs of programs with planted mistakes keep the schema", () => {
  let [results, fixes] = [0, 0];
  for (const name of caseNames("cases").filter((_, k) => k % EVERY === 0)) {
    const { program } = caseNamed("cases", name);
    const lints = program.assemblies.flatMap((assembly) => lint(assembly, { bits: program.bits }));
    const value = read([...program.diagnostics, ...lints], name);
    results += value.runs[0].results.length;
    fixes += value.runs[0].results.filter((one) => one.fixes !== undefined).length;
  }
  assert.ok(results > 50 && fixes > 5, `${results} results, ${fixes} with fixes`);
});

test("an empty log, a file without lines and names with odd characters keep the schema", () => {
  read([], "empty");
  const odd = ["a b.asm", "ä/ü.asm", "c:\\x y\\z.asm", "/tmp/100%.asm", "-"];
  const diagnostics = odd.map((file, k) => ({
    ...({ severity: "error", code: `code-${k % 2}`, message: "A sentence." } as const),
    ...{ file, lineNumber: k % 2, related: [{ message: "there", file, lineNumber: 2 }] },
  }));
  read(diagnostics, "odd names");
});
