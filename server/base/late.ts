// Objects with properties that are found out when somebody asks. A getter in an object literal would do, but V8 makes such an
// object a dictionary, and allocates the getter among what is old, so that all it reaches outlives the frequent small
// collections: of a text that somebody types every version would. Measured: a third of the time of a keystroke.

const FIND = Symbol("find");

/** How the late properties are found out. */
type Finders<T, K extends keyof T> = { readonly [Name in K]: () => T[Name] };

/** What objects with such properties inherit from, by the properties' names. */
const prototypes = new Map<string, object>();

/** `fields` and the properties that `late` finds out, each once. Copies by `...` have only those that were asked for. */
export function withLate<T extends object, K extends keyof T & string>(fields: Omit<T, K>, late: Finders<T, K>): T {
  const names = Object.keys(late).join();
  let prototype = prototypes.get(names);
  if (prototype === undefined) {
    prototype = prototypeOf(Object.keys(late));
    prototypes.set(names, prototype);
  }
  const object = Object.setPrototypeOf({ ...fields }, prototype) as T;
  return Object.defineProperty(object, FIND, { value: late });
}

function prototypeOf(names: readonly string[]): object {
  const prototype = {};
  for (const name of names) {
    Object.defineProperty(prototype, name, {
      get(this: { readonly [FIND]: Readonly<Record<string, () => unknown>> }) {
        const value = this[FIND][name]!();
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  return prototype;
}
