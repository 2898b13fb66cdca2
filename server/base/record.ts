// Records of many names. V8 makes a hidden class for each step of an object that grows name by name, which for a hundred
// names takes a millisecond at every start; without a prototype it is a hash table from the beginning.

/** The record of `entries`; of two with one name the later counts. */
export function recordOf<Name extends string, T>(entries: Iterable<readonly [Name, T]>): Record<Name, T> {
  const made = Object.create(null) as Record<Name, T>;
  for (const [name, value] of entries) made[name] = value;
  return made;
}

/** One record of several; of two with one name the later counts. */
export function joined<T extends object>(...records: readonly T[]): T {
  return Object.assign(Object.create(null), ...records);
}
