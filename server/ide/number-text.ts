// Numbers as NASM writes them, and as a person wants to see them: hexadecimal, decimal, binary, characters.

/** The value of an integer literal in any of NASM's notations (manual 3.4.1); undefined when it is none. */
export function parseNumber(text: string): bigint | undefined {
  const plain = text.toLowerCase().replaceAll("_", "");
  const prefixed = /^0([xhdtboqy])([0-9a-f]+)$/.exec(plain);
  const suffixed = /^([0-9][0-9a-f]*)([hxdtboqy])$/.exec(plain);
  const bases: Record<string, number> = { x: 16, h: 16, d: 10, t: 10, b: 2, y: 2, o: 8, q: 8 };
  if (/^\$[0-9][0-9a-f]*$/.test(plain)) return toBigInt(plain.slice(1), 16);
  if (/^\d+$/.test(plain)) return BigInt(plain);
  if (prefixed) {
    const value = toBigInt(prefixed[2]!, bases[prefixed[1]!]!);
    if (value !== undefined) return value;
  }
  return suffixed ? toBigInt(suffixed[1]!, bases[suffixed[2]!]!) : undefined;
}

function toBigInt(digits: string, base: number): bigint | undefined {
  let value = 0n;
  for (const digit of digits) {
    const weight = Number.parseInt(digit, 16);
    if (Number.isNaN(weight) || weight >= base) return undefined;
    value = value * BigInt(base) + BigInt(weight);
  }
  return value;
}

/** Lines for hover: the same number in the notations that matter, characters where they print. */
export function numberLines(value: bigint): string[] {
  const wide = BigInt.asUintN(64, value);
  const lines = [`0x${wide.toString(16)}`, wide.toString(10)];
  const bits = value < 0n || wide >> 32n ? 64 : wide >> 16n ? 32 : wide >> 8n ? 16 : 8;
  const signed = BigInt.asIntN(bits, wide);
  if (signed < 0n) lines.push(`${signed} signed`);
  if (wide < 1n << 32n) lines.push(`${wide.toString(2)}b`);
  const bytes: number[] = [];
  for (let rest = wide; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 255n));
  if (bytes.length > 0 && bytes.every((byte) => byte >= 32 && byte < 127))
    lines.push(`'${String.fromCharCode(...bytes)}'`);
  return lines;
}
