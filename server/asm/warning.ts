// NASM's warning classes with their defaults, and the state that -w, -W and [warning …] change.
// Source: NASM manual, 2.1.26 "The -w Option", appendix A "List of Warning Classes".

export interface WarningRow {
  readonly default: "on" | "off" | "error";
  readonly title: string;
}

// biome-ignore format: one class a line
export const warningClasses = {
  "db-empty":                   { default: "on",    title: "no operand for data declaration" },
  "ea-absolute":                { default: "on",    title: "absolute address cannot be RIP-relative" },
  "ea-dispsize":                { default: "on",    title: "displacement size ignored on absolute address" },
  "float-denorm":               { default: "off",   title: "floating point denormal" },
  "float-overflow":             { default: "on",    title: "floating point overflow" },
  "float-toolong":              { default: "on",    title: "too many digits in floating-point number" },
  "float-underflow":            { default: "off",   title: "floating point underflow" },
  forward:                      { default: "on",    title: "forward reference may have unpredictable results" },
  "label-orphan":               { default: "on",    title: "labels alone on lines without trailing `:'" },
  "label-redef":                { default: "off",   title: "label redefined to an identical value" },
  "label-redef-late":           { default: "error", title: "label (re)defined during code generation" },
  "number-overflow":            { default: "on",    title: "numeric constant does not fit" },
  "obsolete-nop":               { default: "on",    title: "instruction obsolete and is a noop on the target CPU" },
  "obsolete-removed":           { default: "on",    title: "instruction obsolete and removed on the target CPU" },
  "obsolete-valid":             { default: "on",    title: "instruction obsolete but valid on the target CPU" },
  phase:                        { default: "off",   title: "phase error during stabilization" },
  "pp-else-elif":               { default: "on",    title: "%elif after %else" },
  "pp-else-else":               { default: "on",    title: "%else after %else" },
  "pp-empty-braces":            { default: "on",    title: "empty %{} construct" },
  "pp-environment":             { default: "on",    title: "nonexistent environment variable" },
  "pp-macro-def-case-single":   { default: "on",    title: "single-line macro defined both case sensitive and insensitive" },
  "pp-macro-def-greedy-single": { default: "on",    title: "single-line macro" },
  "pp-macro-def-param-single":  { default: "error", title: "single-line macro defined with and without parameters" },
  "pp-macro-defaults":          { default: "on",    title: "macros with more default than optional parameters" },
  "pp-macro-params-legacy":     { default: "on",    title: "improperly calling multi-line macro for legacy support" },
  "pp-macro-params-multi":      { default: "on",    title: "multi-line macro calls with wrong parameter count" },
  "pp-macro-params-single":     { default: "on",    title: "single-line macro calls with wrong parameter count" },
  "pp-macro-redef-multi":       { default: "on",    title: "redefining multi-line macro" },
  "pp-open-braces":             { default: "on",    title: "unterminated %{...}" },
  "pp-open-brackets":           { default: "on",    title: "unterminated %[...]" },
  "pp-open-string":             { default: "on",    title: "unterminated string" },
  "pp-rep-negative":            { default: "on",    title: "regative %rep count" },
  "pp-sel-range":               { default: "on",    title: "%sel() argument out of range" },
  "pp-trailing":                { default: "on",    title: "trailing garbage ignored" },
  "pragma-bad":                 { default: "off",   title: "malformed %pragma" },
  "pragma-empty":               { default: "off",   title: "empty %pragma directive" },
  "pragma-na":                  { default: "off",   title: "%pragma not applicable to this compilation" },
  "pragma-unknown":             { default: "off",   title: "unknown %pragma facility or directive" },
  "prefix-bnd":                 { default: "on",    title: "invalid BND prefix" },
  "prefix-hle":                 { default: "on",    title: "invalid HLE prefix" },
  "prefix-lock":                { default: "on",    title: "LOCK prefix on unlockable instructions" },
  "prefix-opsize":              { default: "on",    title: "invalid operand size prefix" },
  "prefix-seg":                 { default: "on",    title: "segment prefix ignored in 64-bit mode" },
  ptr:                          { default: "on",    title: "non-NASM keyword used in other assemblers" },
  regsize:                      { default: "on",    title: "register size specification ignored" },
  "unknown-warning":            { default: "off",   title: "unknown warning in -W/-w or warning directive" },
  user:                         { default: "on",    title: "%warning directives" },
  "warn-stack-empty":           { default: "on",    title: "warning stack empty" },
  zeroing:                      { default: "on",    title: "RESx in initialized section becomes zero" },
  "zext-reloc":                 { default: "on",    title: "relocation zero-extended to match output format" },
  other:                        { default: "on",    title: "any warning not specifically mentioned above" },
} as const satisfies Record<string, WarningRow>;

export type WarningClass = keyof typeof warningClasses;

/** Names of older NASMs. */
const OLD_NAMES: Readonly<Record<string, WarningClass>> = {
  "orphan-labels": "label-orphan",
  "macro-defaults": "pp-macro-defaults",
  "macro-params-legacy": "pp-macro-params-legacy",
  "macro-params-multi": "pp-macro-params-multi",
  "macro-params-single": "pp-macro-params-single",
  environment: "pp-environment",
  "bad-pragma": "pragma-bad",
  "unknown-pragma": "pragma-unknown",
  "not-my-pragma": "pragma-na",
  bnd: "prefix-bnd",
  hle: "prefix-hle",
  lock: "prefix-lock",
};

const CLASSES = Object.keys(warningClasses) as WarningClass[];

/** Whether `code` is a warning class: a diagnostic of severity "error" with such a code is a promoted warning. */
export const isWarningClass = (code: string): code is WarningClass => Object.hasOwn(warningClasses, code);

interface ClassState {
  readonly enabled: boolean;
  readonly error: boolean;
}

/** Which classes are on, and which count as errors. */
export interface WarningState {
  current: Map<string, ClassState>;
  /** As the command line left it: what `*` and each pass return to. */
  initial: Map<string, ClassState>;
  readonly stack: Map<string, ClassState>[];
}

/** NASM's defaults. */
export function defaultWarnings(): WarningState {
  const current = new Map<string, ClassState>();
  for (const name of CLASSES) {
    const row = warningClasses[name];
    current.set(name, { enabled: row.default !== "off", error: row.default === "error" });
  }
  return { current, initial: current, stack: [] };
}

/** Takes the present state as what passes begin with. */
export function settleWarnings(state: WarningState): void {
  state.initial = new Map(state.current);
}

/** Back to the initial state, for the next pass. */
export function resetWarnings(state: WarningState): void {
  state.current = new Map(state.initial);
  state.stack.length = 0;
}

export function pushWarnings(state: WarningState): void {
  state.stack.push(state.current);
  state.current = new Map(state.current);
}

/** Back to the state before the last push; false when there was none. */
export function popWarnings(state: WarningState): boolean {
  const before = state.stack.pop();
  state.current = before ?? new Map(state.initial);
  return before !== undefined;
}

/** "off", "warning" or "error" for a class; unknown classes are on. */
export function levelOf(state: WarningState, code: string): "off" | "warning" | "error" {
  const found = state.current.get(code);
  if (!found) return "warning";
  if (!found.enabled) return "off";
  return found.error ? "error" : "warning";
}

/** One word of -w or [warning]: +x -x *x no-x none all error error=x. Gives the name when no class has it. */
export function applyWarningWord(state: WarningState, word: string): string | undefined {
  let text = word.trim();
  let action: "on" | "off" | "reset" = "on";
  if (/^[-+*]/.test(text)) {
    action = text[0] === "-" ? "off" : text[0] === "*" ? "reset" : "on";
    text = text.slice(1);
  } else if (/^no-/i.test(text)) {
    action = "off";
    text = text.slice(3);
  }
  if (text === "" || /^error=$/i.test(text)) return "";
  if (/^none$/i.test(word.trim())) {
    action = "off";
    text = "";
  }
  let target: keyof ClassState = "enabled";
  const promoted = /^error(?:=(.*))?$/is.exec(text);
  if (promoted) {
    target = "error";
    text = promoted[1] ?? "";
  }
  const name = text.toLowerCase() === "all" ? "" : text.toLowerCase();
  const names = CLASSES.filter((known) => name === "" || known === name || known.startsWith(`${name}-`));
  const renamed = OLD_NAMES[name];
  if (renamed) names.push(renamed);
  for (const known of names) {
    const before = state.current.get(known)!;
    const value = action === "reset" ? state.initial.get(known)![target] : action === "on";
    state.current.set(known, { ...before, [target]: value });
  }
  return names.length === 0 ? text : undefined;
}
