// What a register or a stack slot may hold, as far as the static layer can tell: a small set of abstract values. A set with
// "unknown" in it may hold anything too; a set that grows past its limit is unknown altogether, which ends every loop.

export type Value =
  /** Anything, the value at entry included. */
  | { readonly kind: "unknown" }
  /** What this function worked out or loaded itself: surely not the value at entry. */
  | { readonly kind: "computed" }
  /** More values than are kept apart, all of them worked out here: surely not the value at entry. */
  | { readonly kind: "many" }
  /** Zero since the process started: no instruction has set it. */
  | { readonly kind: "unset" }
  /** The register's value at the function's entry, moved by `offset` bytes; register 4 is the stack pointer. */
  | { readonly kind: "entry"; readonly register: number; readonly offset: number }
  /** A stack address that a loop has moved down: `offset` bytes from the entry's at most, nobody knows how far below. */
  | { readonly kind: "below"; readonly offset: number }
  /** A stack pointer that `and` has aligned at instruction `at`, moved by `offset`. */
  | { readonly kind: "aligned"; readonly at: number; readonly toBytes: number; readonly offset: number }
  /** The return address. */
  | { readonly kind: "return" }
  | { readonly kind: "constant"; readonly value: bigint }
  /** The address of a symbol of the module, moved by `offset`. */
  | { readonly kind: "label"; readonly symbol: number; readonly offset: number }
  /** What an allocating call at instruction `at` returned; `sizeBytes` -1 when it is not a constant. */
  | {
      readonly kind: "block";
      readonly at: number;
      readonly sizeBytes: number;
      readonly offset: number;
      readonly state: "untested" | "live" | "freed";
    }
  /** Left over by the call or syscall at instruction `at`. */
  | { readonly kind: "destroyed"; readonly at: number }
  /** A number (`int`) that the libc function called at instruction `at` returned. */
  | { readonly kind: "number"; readonly at: number }
  /** Result of the system call at instruction `at`. */
  | { readonly kind: "result"; readonly at: number }
  /** All bits are the sign of so many bits of rax. */
  | { readonly kind: "sign"; readonly sizeBits: number }
  | { readonly kind: "quotient" }
  | { readonly kind: "remainder" }
  /** The lower 32 bits of a stack address, in 64-bit code. */
  | { readonly kind: "stack-half" };

/** One to four different values. */
export type Values = readonly Value[];

const LIMIT = 4;

export const UNKNOWN: Values = [{ kind: "unknown" }];
export const COMPUTED: Values = [{ kind: "computed" }];
const MANY: Values = [{ kind: "many" }];
export const constant = (value: bigint): Values => [{ kind: "constant", value }];

function keyOf(value: Value): string {
  switch (value.kind) {
    case "entry":
      return `entry ${value.register} ${value.offset}`;
    case "aligned":
      return `aligned ${value.at} ${value.offset}`;
    case "below":
      return `below ${value.offset}`;
    case "constant":
      return `constant ${value.value}`;
    case "label":
      return `label ${value.symbol} ${value.offset}`;
    case "block":
      return `block ${value.at} ${value.sizeBytes} ${value.offset} ${value.state}`;
    case "sign":
      return `sign ${value.sizeBits}`;
    case "destroyed":
    case "number":
    case "result":
      return `${value.kind} ${value.at}`;
    default:
      return value.kind;
  }
}

export const isSame = (a: Value, b: Value): boolean => a === b || (a.kind === b.kind && keyOf(a) === keyOf(b));

/** Values that no function finds in a register at its entry. */
const OWN: ReadonlySet<Value["kind"]> = new Set([
  "computed",
  "constant",
  "many",
  "number",
  "quotient",
  "remainder",
  "sign",
]);
const isOwn = ({ kind }: Value): boolean => OWN.has(kind);

/** Heights of the stack, too many to keep apart, as the highest of them. */
function lowered(values: Values): Values {
  let offset = -Infinity;
  for (const value of values) {
    if (!isHeight(value)) return UNKNOWN;
    offset = Math.max(offset, value.offset);
  }
  return [{ kind: "below", offset }];
}

/** An address of the stack that is known from the function's entry. */
const isHeight = (value: Value): value is Extract<Value, { kind: "below" | "entry" }> =>
  value.kind === "below" || (value.kind === "entry" && value.register === 4);

/** Both sets; `a` itself when nothing is added. */
export function union(a: Values, b: Values): Values {
  if (a === b) return a;
  const isMany = a.some(({ kind }) => kind === "many");
  const added = b.filter((value) => !(isMany && isOwn(value)) && !a.some((one) => isSame(one, value)));
  if (added.length === 0) return a;
  const all = [...a, ...added];
  if (all.some(({ kind }) => kind === "below")) {
    const both = lowered(all);
    return a.length === 1 && isSame(a[0]!, both[0]!) ? a : both;
  }
  // Where a loop has moved the stack by nobody knows how much, what it was in the first rounds says nothing.
  if (all.some(({ kind }) => kind === "unknown") && all.some(isHeight)) return UNKNOWN;
  if (all.length <= LIMIT && !added.some(({ kind }) => kind === "many")) return all;
  const others = all.filter((value) => !isOwn(value));
  if (others.length === 0) return MANY;
  // Counters fill a set: what else may stand there stays known.
  return others.length < LIMIT && others.length < all.length ? [...MANY, ...others] : lowered(all);
}

/** The single value of a set; undefined when there are several. */
export const only = (values: Values): Value | undefined => (values.length === 1 ? values[0] : undefined);

/** The block that all the values are, of one known size or another; undefined when there are several. */
export function oneBlock(values: Values): Extract<Value, { kind: "block" }> | undefined {
  const first = values[0];
  if (first?.kind !== "block") return undefined;
  const isSameBlock = (one: Value): boolean =>
    one.kind === "block" &&
    one.at === first.at &&
    one.offset === first.offset &&
    one.state === first.state &&
    (values.length === 1 || one.sizeBytes >= 0);
  return values.every(isSameBlock) ? first : undefined;
}

export function constantOf(values: Values): bigint | undefined {
  const value = only(values);
  return value?.kind === "constant" ? value.value : undefined;
}

/** The value some bytes further; undefined where that says nothing. */
function moved(value: Value, bytes: number): Value {
  switch (value.kind) {
    case "entry":
    case "aligned":
    case "label":
    case "block":
      return { ...value, offset: value.offset + bytes };
    case "constant":
      return { kind: "constant", value: BigInt.asUintN(64, value.value + BigInt(bytes)) };
    case "below":
      return value.offset + bytes <= 0 ? { kind: "below", offset: value.offset + bytes } : { kind: "unknown" };
    case "unknown":
    case "many":
    case "stack-half":
      return value;
    default:
      return { kind: "computed" };
  }
}

/** Every value some bytes further. */
export const movedBy = (values: Values, bytes: number): Values =>
  values.map((value) => moved(value, bytes)).reduce<Values>((all, one) => union(all, [one]), []);

/** True for addresses of the stack. */
export const isStack = (value: Value): boolean =>
  (value.kind === "entry" && value.register === 4) || value.kind === "aligned";
