// Tables and lists to search in: a balanced tree, a table by text, a list one after the other, and numbers as text.
// The tree is as glibc's: red and black nodes of three words (key, left, right), the lowest bit of `left` set in red ones, and
// put right on the way down, so that the order of comparisons is glibc's too.
// Source: tsearch(3), hsearch(3), lsearch(3), insque(3), a64l(3); Sedgewick, Algorithms, for top-down insertion.

import { type LibcCall, type LibcFunction, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { ownText } from "./functions-string.ts";
import { latin1 } from "./program-memory.ts";
import { LIBC_MAPPING_BYTES } from "./state.ts";

// ---- the tree

/** The words of a node at `at`, read and written as libc's own accesses. */
class Tree {
  readonly #call: LibcCall;
  readonly #long: 4 | 8;
  constructor(call: LibcCall) {
    this.#call = call;
    this.#long = longOf(call);
  }
  load(at: bigint): bigint {
    return this.#call.program.readWord(at, this.#long);
  }
  store(at: bigint, value: bigint): void {
    this.#call.program.writeWord(at, this.#long, value);
  }
  /** Place of the pointer to a child: −1 left, 1 right. */
  place(node: bigint, side: number): bigint {
    return node + BigInt(side < 0 ? this.#long : 2 * this.#long);
  }
  child(node: bigint, side: number): bigint {
    return this.load(this.place(node, side)) & ~1n;
  }
  /** Sets what a pointer leads to and keeps the colour that may stand beside it. */
  link(place: bigint, node: bigint): void {
    this.store(place, node | (this.load(place) & 1n));
  }
  isRed(node: bigint): boolean {
    return node !== 0n && (this.load(this.place(node, -1)) & 1n) === 1n;
  }
  paint(node: bigint, colour: "red" | "black"): void {
    const at = this.place(node, -1);
    const value = this.load(at) & ~1n;
    this.store(at, colour === "red" ? value | 1n : value);
  }
}

/** Where the way down stands: places of pointers to the node, its parent and grandparent, and the sides that were taken. */
interface Way {
  readonly node: bigint;
  readonly parent: bigint;
  readonly grandparent: bigint;
  readonly side: number;
  readonly parentSide: number;
}

/** A node with two red children, or a new one: it becomes red, and two red ones in a row are turned about. */
function settle(tree: Tree, way: Way, what: "new" | "passed"): void {
  const node = tree.load(way.node) & ~1n;
  const [left, right] = [tree.child(node, -1), tree.child(node, 1)];
  if (what === "passed" && !(tree.isRed(left) && tree.isRed(right))) return;
  tree.paint(node, "red");
  for (const child of [left, right]) if (child !== 0n) tree.paint(child, "black");
  const parent = way.parent === 0n ? 0n : tree.load(way.parent) & ~1n;
  if (!tree.isRed(parent)) return;
  const grandparent = tree.load(way.grandparent) & ~1n;
  const { side, parentSide } = way;
  if (side > 0 === parentSide > 0) {
    // The parent goes up, the grandparent takes its other child.
    tree.link(tree.place(grandparent, side), tree.child(parent, -side));
    tree.link(tree.place(parent, -side), grandparent);
    tree.paint(parent, "black");
    tree.link(way.grandparent, parent);
  } else {
    // The node goes up between them.
    tree.link(tree.place(parent, side), tree.child(node, -side));
    tree.link(tree.place(grandparent, -side), tree.child(node, side));
    tree.link(tree.place(node, -side), parent);
    tree.link(tree.place(node, side), grandparent);
    tree.paint(node, "black");
    tree.link(way.grandparent, node);
    tree.paint(parent, "red");
  }
  tree.paint(grandparent, "red");
}

const sideOf = (result: number): number => (result < 0 ? -1 : 1);

/** Compares the key with that of the node which `way.node` points to. */
function ask(call: LibcCall, key: bigint, compare: bigint, way: Way): LibcResult {
  const node = call.program.readWord(way.node, longOf(call)) & ~1n;
  const keep = [key, compare, way.node, way.parent, way.grandparent, BigInt(way.side), BigInt(way.parentSide)];
  return { kind: "call-back", target: compare, args: [key, call.program.readWord(node, longOf(call))], keep };
}

function insert(call: LibcCall, tree: Tree, place: bigint, key: bigint, way: Way | undefined): LibcResult {
  const long = longOf(call);
  const node = BigInt(call.heap.allocate("tsearch", 3 * long));
  if (node === 0n) return 0n;
  tree.store(node, key);
  tree.store(tree.place(node, -1), 1n);
  tree.store(tree.place(node, 1), 0n);
  tree.link(place, node);
  if (way) settle(tree, way, "new");
  return node;
}

const tsearch: LibcFunction = {
  run(call) {
    const key = call.args.pointer();
    const root = call.args.pointer();
    const compare = call.args.pointer();
    if (root === 0n) return 0n;
    const tree = new Tree(call);
    const first = tree.load(root);
    if (first === 0n) return insert(call, tree, root, key, undefined);
    tree.paint(first, "black");
    return ask(call, key, compare, { node: root, parent: 0n, grandparent: 0n, side: 0, parentSide: 0 });
  },
  resume(call, kept, result) {
    const [key, compare, place, parent, grandparent] = kept as unknown as [bigint, bigint, bigint, bigint, bigint];
    const [side, parentSide] = kept.slice(5, 7).map((word) => Number(BigInt.asIntN(64, word)));
    const tree = new Tree(call);
    const node = tree.load(place) & ~1n;
    if (result === 0) return node;
    const way = { node: place, parent, grandparent, side: side!, parentSide: parentSide! };
    settle(tree, way, "passed");
    const next = tree.place(node, sideOf(result));
    const below = { node: next, parent: place, grandparent: parent, side: sideOf(result), parentSide: side! };
    if (tree.child(node, sideOf(result)) !== 0n) return ask(call, key, compare, below);
    return insert(call, tree, next, key, below);
  },
};

const tfind: LibcFunction = {
  run(call) {
    const key = call.args.pointer();
    const root = call.args.pointer();
    const compare = call.args.pointer();
    if (root === 0n || (call.program.readWord(root, longOf(call)) & ~1n) === 0n) return 0n;
    return ask(call, key, compare, { node: root, parent: 0n, grandparent: 0n, side: 0, parentSide: 0 });
  },
  resume(call, kept, result) {
    const [key, compare, place] = kept as unknown as [bigint, bigint, bigint];
    const tree = new Tree(call);
    const node = tree.load(place) & ~1n;
    if (result === 0) return node;
    if (tree.child(node, sideOf(result)) === 0n) return 0n;
    const next = tree.place(node, sideOf(result));
    return ask(call, key, compare, { node: next, parent: 0n, grandparent: 0n, side: 0, parentSide: 0 });
  },
};

// ---- one after the other

const lsearch: LibcFunction = {
  run(call) {
    const [key, array, countAt] = [call.args.pointer(), call.args.pointer(), call.args.pointer()];
    const size = call.args.unsignedLong();
    return next(call, [key, array, countAt, size, call.args.pointer(), 0n]);
  },
  resume(call, kept, result) {
    const [key, array, countAt, size, compare, index] = kept as unknown as Linear;
    return result === 0 ? array + index * size : next(call, [key, array, countAt, size, compare, index + 1n]);
  },
};

type Linear = readonly [key: bigint, array: bigint, countAt: bigint, size: bigint, compare: bigint, index: bigint];

function next(call: LibcCall, kept: Linear): LibcResult {
  const [key, array, countAt, size, compare, index] = kept;
  const at = array + index * size;
  if (index < call.program.readWord(countAt, longOf(call)))
    return { kind: "call-back", target: compare, args: [key, at], keep: kept };
  call.program.copy(at, key, Number(size));
  call.program.writeWord(countAt, longOf(call), index + 1n);
  return at;
}

// ---- a table by text: how many entries it has and may have, then key and data of each

const ENTER = 1;

function hcreate(call: LibcCall): LibcResult {
  const count = call.args.unsignedLong();
  if (call.libc.get("searchTable") !== 0) return 0;
  const long = BigInt(longOf(call));
  const block =
    count > 2n ** 24n ? 0 : call.heap.allocate("hcreate", Number(2n * long * (count + 1n)), { zeroed: "zeroed" });
  if (block === 0) {
    call.libc.setErrno("ENOMEM");
    return 0;
  }
  call.libc.set("searchTable", block);
  call.libc.memory.store(block + Number(long), Number(long), count);
  return 1;
}

/** ENTRY comes by value: key and data. */
function hsearch(call: LibcCall): LibcResult {
  const key = call.args.pointer();
  const data = call.args.pointer();
  const action = call.args.int();
  const table = call.libc.get("searchTable");
  const long = longOf(call);
  const wanted = latin1(call.program.string(key));
  if (table === 0) return notThere(call, "ESRCH");
  const { memory } = call.libc;
  const count = Number(memory.load(table, long));
  for (let k = 1; k <= count; k++) {
    const entry = table + 2 * long * k;
    if (latin1(call.program.string(memory.load(entry, long))) === wanted) return entry;
  }
  if (action !== ENTER) return notThere(call, "ESRCH");
  if (count >= Number(memory.load(table + long, long))) return notThere(call, "ENOMEM");
  const entry = table + 2 * long * (count + 1);
  memory.store(entry, long, key);
  memory.store(entry + long, long, data);
  memory.store(table, long, BigInt(count + 1));
  return entry;
}

function notThere(call: LibcCall, errno: "ESRCH" | "ENOMEM"): LibcResult {
  call.libc.setErrno(errno);
  return 0n;
}

function hdestroy(call: LibcCall): LibcResult {
  const table = call.libc.get("searchTable");
  if (table !== 0) call.heap.release("hdestroy", table);
  call.libc.set("searchTable", 0);
  return undefined;
}

// ---- lists

function insque(call: LibcCall): LibcResult {
  const [element, previous] = [call.args.pointer(), call.args.pointer()];
  const long = longOf(call);
  const back = BigInt(long);
  const following = previous === 0n ? 0n : call.program.readWord(previous, long);
  call.program.writeWord(element, long, following);
  call.program.writeWord(element + back, long, previous);
  if (previous !== 0n) call.program.writeWord(previous, long, element);
  if (following !== 0n) call.program.writeWord(following + back, long, element);
  return undefined;
}

function remque(call: LibcCall): LibcResult {
  const element = call.args.pointer();
  const long = longOf(call);
  const back = BigInt(long);
  const following = call.program.readWord(element, long);
  const previous = call.program.readWord(element + back, long);
  if (following !== 0n) call.program.writeWord(following + back, long, previous);
  if (previous !== 0n) call.program.writeWord(previous, long, following);
  return undefined;
}

// ---- numbers as text

const DIGITS = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const MOST_DIGITS = 6;

function a64l(call: LibcCall): LibcResult {
  const text = latin1(call.program.string(call.args.pointer(), MOST_DIGITS));
  let value = 0n;
  for (let k = 0; k < text.length; k++) {
    const digit = DIGITS.indexOf(text[k]!);
    if (digit < 0) break;
    value |= BigInt(digit) << BigInt(6 * k);
  }
  return BigInt.asUintN(32, value);
}

function l64a(call: LibcCall): LibcResult {
  const value = BigInt.asUintN(32, call.args.long());
  // A constant: the text of another number stays.
  if (value === 0n) return call.libc.base + LIBC_MAPPING_BYTES - 8;
  let text = "";
  for (let rest = value; rest !== 0n; rest >>= 6n) text += DIGITS[Number(rest & 63n)];
  return ownText(call, text);
}

export const tableFunctions = {
  tsearch,
  tfind,
  lsearch,
  hcreate,
  hsearch,
  hdestroy,
  insque,
  remque,
  a64l,
  l64a,
} satisfies LibcFunctions;
