// Whether the properties of a launch configuration are what they should be. They come from a file that a person wrote:
// each mistake gets one sentence that names the property and what may stand there.

import type { LaunchProperties } from "./protocol.ts";
import { RequestError } from "./session-state.ts";

interface Rule {
  /** Completes "must be …". */
  readonly wanted: string;
  readonly holds: (value: unknown) => boolean;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text: Rule = { wanted: "a text", holds: isText };
const texts: Rule = { wanted: "a list of texts", holds: isTexts };
const truth: Rule = { wanted: "true or false", holds: (value) => typeof value === "boolean" };

const oneOf = (...values: readonly (string | number)[]): Rule => ({
  wanted: values.map((value) => JSON.stringify(value)).join(" or "),
  holds: (value) => values.includes(value as string | number),
});

const whole = (least: number): Rule => ({
  wanted: `a whole number from ${least} on`,
  holds: (value) => Number.isSafeInteger(value) && (value as number) >= least,
});

const rules: Readonly<Record<keyof LaunchProperties, Rule>> = {
  program: {
    wanted: "the name of a file or a list of names",
    holds: (value) => isText(value) || isTexts(value),
  },
  args: texts,
  env: {
    wanted: 'an object of texts, such as {"LANG": "C"}',
    holds: (value) => isObject(value) && Object.values(value).every(isText),
  },
  stdin: {
    wanted: 'a text or {"file": "NAME"}',
    holds: (value) => isText(value) || (isObject(value) && "file" in value && isText(value.file)),
  },
  cwd: text,
  stopOnEntry: truth,
  mode: oneOf(32, 64),
  check: oneOf("off", "bounds", "full"),
  core: oneOf("auto", "step", "jit"),
  seed: whole(0),
  includePath: texts,
  preinclude: texts,
  defines: texts,
  warnings: texts,
  ignoreFindings: texts,
  baseline: text,
  findingPages: text,
  entry: text,
  root: text,
  maxMemory: whole(4096),
  console: oneOf("integratedTerminal", "debugConsole"),
  noDebug: truth,
};

/** @throws {RequestError} for the first property that is not as it should be; properties of others are left alone. */
export function checkProperties(properties: LaunchProperties): void {
  for (const [name, rule] of Object.entries(rules)) {
    const value: unknown = properties[name as keyof LaunchProperties];
    if (value === undefined || value === null || rule.holds(value)) continue;
    const shown = (JSON.stringify(value) ?? String(value)).slice(0, 60);
    throw new RequestError(`launch: "${name}" must be ${rule.wanted}, not ${shown}.`);
  }
}
