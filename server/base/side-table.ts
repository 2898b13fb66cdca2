// What one part of the program knows of objects of another, for as long as the objects live: a WeakMap, but kept on the objects
// themselves. V8's frequent small collections take all that a WeakMap has for living, so what hangs on objects that soon die
// (versions of a text that somebody types) would be copied again and again. Measured: half of the time of a keystroke.

/** Values by objects. */
export interface SideTable<K extends object, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
}

/** An empty table. Its values are seen by nobody else: not by comparisons, copies or JSON. `name` is for debuggers. */
export function createSideTable<K extends object, V>(name: string): SideTable<K, V> {
  const place: unique symbol = Symbol(name) as never;
  return {
    get: (key) => (key as { readonly [place]?: V })[place],
    set: (key, value) => void Object.defineProperty(key, place, { value, configurable: true, writable: true }),
  };
}
