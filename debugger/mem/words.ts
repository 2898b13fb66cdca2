// Little-endian words of 1, 2, 4 or 8 bytes at a place in the machine's memory, as unsigned 64-bit values.

export function readWord(view: DataView, at: number, sizeBytes: number): bigint {
  if (sizeBytes === 8) return view.getBigUint64(at, true);
  if (sizeBytes === 4) return BigInt(view.getUint32(at, true));
  if (sizeBytes === 2) return BigInt(view.getUint16(at, true));
  return BigInt(view.getUint8(at));
}

/** Keeps the lowest `sizeBytes` bytes of `value`. */
export function writeWord(view: DataView, at: number, sizeBytes: number, value: bigint): void {
  if (sizeBytes === 8) view.setBigUint64(at, BigInt.asUintN(64, value), true);
  else if (sizeBytes === 4) view.setUint32(at, Number(BigInt.asUintN(32, value)), true);
  else if (sizeBytes === 2) view.setUint16(at, Number(BigInt.asUintN(16, value)), true);
  else view.setUint8(at, Number(BigInt.asUintN(8, value)));
}
