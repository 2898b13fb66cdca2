// A map that forgets what nobody has asked for lately, so that what a program can fill without end stays bounded. Two
// generations: when the younger one is half of what may be kept, the older one is forgotten, and the younger becomes it.
// Asking for a value makes it young again.

export class RecentMap<Key, Value> {
  readonly #half: number;
  readonly #forgot: (() => void) | undefined;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /**
   * @param most entries kept at most
   * @param forgot told after entries were forgotten
   */
  constructor(most: number, forgot?: () => void) {
    this.#half = Math.ceil(most / 2);
    this.#forgot = forgot;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  get(key: Key): Value | undefined {
    const value = this.#young.get(key);
    if (value !== undefined || this.#old.size === 0) return value;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.set(key, old);
    }
    return old;
  }

  has(key: Key): boolean {
    return this.#young.has(key) || this.#old.has(key);
  }

  set(key: Key, value: Value): void {
    if (this.#young.size >= this.#half && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#forgot?.();
    }
    this.#young.set(key, value);
    if (this.#old.size > 0) this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }

  *keys(): Iterable<Key> {
    yield* this.#old.keys();
    yield* this.#young.keys();
  }

  *values(): Iterable<Value> {
    yield* this.#old.values();
    yield* this.#young.values();
  }
}
