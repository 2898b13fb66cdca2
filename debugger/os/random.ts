// Random numbers that are not: a seed gives the same numbers in every run (getrandom, AT_RANDOM, where things are mapped).
// SplitMix64 in 32-bit halves would do as well; a 64-bit counter with a mixing function is the shortest that passes for
// random to a guest, and its whole state is one number.

const GOLDEN = 0x9e3779b97f4a7c15n;

/** The `index`-th 64-bit number of a seed's sequence, 0 ≤ index. Source: SplitMix64 (Steele, Lea, Flood 2014). */
export function randomWord(seed: number, index: number): bigint {
  let z = BigInt.asUintN(64, BigInt(seed) * 0xd1342543de82ef95n + GOLDEN * BigInt(index + 1));
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

/** `sizeBytes` bytes of a seed's sequence from word `index` on. */
export function randomBytes(seed: number, index: number, sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes);
  for (let at = 0; at < sizeBytes; at += 8) {
    let word = randomWord(seed, index + at / 8);
    for (let k = at; k < Math.min(at + 8, sizeBytes); k++) {
      bytes[k] = Number(word & 255n);
      word >>= 8n;
    }
  }
  return bytes;
}
