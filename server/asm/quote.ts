// Writes bytes as a quoted string again, as NASM's preprocessor does for `%defstr`, `%strcat`, `__?FILE?__` and others.

const ESCAPES: Readonly<Record<number, string>> = {
  7: "\\a",
  8: "\\b",
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  27: "\\e",
  92: "\\\\",
  96: "\\`",
};

/** A byte string in quotes: '…' when it has none of these, else "…", and `…` with escapes when it has both kinds of
 * quotes or bytes that do not print. */
export function quote(text: string): string {
  const plain = /^[ -~]*$/.test(text);
  if (plain && !text.includes("'")) return `'${text}'`;
  if (plain && !text.includes('"')) return `"${text}"`;
  let out = "`";
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    const next = text.charCodeAt(k + 1);
    const beforeDigit = next >= 48 && next < 56;
    if (ESCAPES[c] !== undefined) out += ESCAPES[c];
    else if (c >= 32 && c < 127) out += text[k];
    else out += `\\${c.toString(8).padStart(beforeDigit ? 3 : 1, "0")}`;
  }
  return `${out}\``;
}
