// The page that explains a diagnostic: its file in docs/findings, or none.

import { findingKinds } from "../facts/findings.ts";

/** NASM's own warnings that are a finding kind under another name. */
const PAGE_NAMES: Readonly<Record<string, string>> = { "number-overflow": "data-overflow" };

/** "leak-definite.md" for a code that is a finding kind; undefined for any other. */
export function findingPage(code: string): string | undefined {
  const kind = PAGE_NAMES[code] ?? code;
  return Object.hasOwn(findingKinds, kind) ? `${kind}.md` : undefined;
}
