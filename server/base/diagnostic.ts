// What is wrong with an input, as plain data. Stages never throw on user input: they return a value and these.

import { lineEndOf, type Span } from "./source.ts";

/** NASM's severities, and "hint" for the editor. "fatal" ends the assembly, as NASM's fatal errors do. */
export type Severity = "fatal" | "error" | "warning" | "note" | "hint";

/** A change of the source that makes a diagnostic go away. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** The same fix; lines that it adds end as those of their source do. */
export const inLineEnds = ({ title, edits }: Fix): Fix => ({
  title,
  edits: edits.map(({ span, text }) => ({ span, text: text.replace(/\r?\n/g, lineEndOf(span.source)) })),
});

/** A second place that belongs to a diagnostic: a macro's body line, an earlier definition. */
export interface Related {
  readonly message: string;
  readonly file: string;
  readonly lineNumber: number;
  readonly span?: Span;
}

/** `file` and `lineNumber` (1-based; 0 = none) are what NASM prints, so they follow `%line`; `span` marks the exact words. */
export interface Diagnostic {
  readonly severity: Severity;
  /** NASM's warning class, an assembler error's stable kebab-case name, or a finding kind. */
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly lineNumber: number;
  readonly span?: Span;
  /** Inside a macro: its call, and the calls around that one. */
  readonly calls?: readonly Span[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The number that does not fit, where the message is about one. */
  readonly value?: bigint;
  /** True for what NASM itself would not have said in this run (the editor's lenient mode, lints). */
  readonly editorOnly?: boolean;
}
