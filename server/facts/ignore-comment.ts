// What people write to silence a finding: `; asmoscope: ignore KIND, KIND` on its line, or `ignore` alone for every kind.

/** True when a source line silences findings of this kind. */
export function ignores(line: string, kind: string): boolean {
  const match = /;\s*asmoscope:\s*ignore\b([\w\s,-]*)/.exec(line);
  if (match === null) return false;
  const kinds = match[1]!.split(/[\s,]+/).filter((word) => word !== "");
  return kinds.length === 0 || kinds.includes(kind);
}
