// Programmer's mistakes. User's, guest's and host's mistakes have other ways: diagnostics, faults, rejected promises.

/** @throws {Error} when `condition` is false: a defect in this program, never in its input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`);
}

/** For the end of an exhaustive switch. @throws {Error} always. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
