// From a graph of blocks to nested WebAssembly control flow (the dominator-tree way: Ramsey, "Beyond Relooper", ICFP 2022).
// Takes successors and the blocks that are reached by address, gives the dominator tree, which blocks are loops, which are
// branched to, and which edges have to go through the outer dispatch: those that jump into the middle of a loop.

/** The dispatch: root of the tree, in front of all blocks. */
export const DISPATCH = -1;

export interface ControlTree {
  /** Blocks that the dispatch can go to, in the order of its table; block 0 is the first. */
  readonly targets: readonly number[];
  /** False when block 0 is the only way in. */
  readonly hasDispatch: boolean;
  /** Place in reverse postorder. */
  readonly order: readonly number[];
  readonly isLoop: readonly boolean[];
  /** Branched to from several places: the code stands behind a WebAssembly block. */
  readonly isMerge: readonly boolean[];
  /** Children in the dominator tree that are merges, last in order first; DISPATCH has its own list. */
  mergeChildren(block: number): readonly number[];
  /** How an edge is made. */
  edge(from: number, to: number): "inline" | "forward" | "back" | "dispatch";
}

interface Analysis {
  readonly order: number[];
  /** In reverse postorder, reachable ones only. */
  readonly sequence: readonly number[];
  readonly dominator: number[];
}

/** Reverse postorder from the dispatch, without recursion since regions can be thousands of blocks deep. */
function number(
  successors: readonly (readonly number[])[],
  targets: readonly number[],
): Pick<Analysis, "order" | "sequence"> {
  const seen = new Array<boolean>(successors.length).fill(false);
  const postorder: number[] = [];
  for (const root of [...targets].reverse()) {
    if (seen[root]) continue;
    seen[root] = true;
    const stack = [{ block: root, at: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = successors[top.block]![top.at++];
      if (next === undefined) {
        postorder.push(top.block);
        stack.pop();
      } else if (!seen[next]) {
        seen[next] = true;
        stack.push({ block: next, at: 0 });
      }
    }
  }
  const sequence = postorder.reverse();
  const order = new Array<number>(successors.length).fill(-1);
  sequence.forEach((block, k) => {
    order[block] = k;
  });
  return { order, sequence };
}

/** Immediate dominators (Cooper, Harvey and Kennedy: "A simple, fast dominance algorithm"). */
function dominators(
  predecessors: readonly (readonly number[])[],
  targets: ReadonlySet<number>,
  { order, sequence }: Pick<Analysis, "order" | "sequence">,
): number[] {
  const dominator = new Array<number>(order.length).fill(-2);
  const meet = (a: number, b: number): number => {
    let [x, y] = [a, b];
    while (x !== y) {
      if (x === DISPATCH || y === DISPATCH) return DISPATCH;
      if (order[x]! > order[y]!) x = dominator[x]!;
      else y = dominator[y]!;
    }
    return x;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of sequence) {
      let found: number | undefined = targets.has(block) ? DISPATCH : undefined;
      for (const from of predecessors[block]!) {
        if (dominator[from] === -2) continue;
        found = found === undefined ? from : meet(found, from);
      }
      if (found !== undefined && found !== dominator[block]) {
        dominator[block] = found;
        changed = true;
      }
    }
  }
  return dominator;
}

function predecessorsOf(successors: readonly (readonly number[])[], reachable: readonly number[]): number[][] {
  const predecessors: number[][] = successors.map(() => []);
  for (const block of reachable) for (const next of successors[block]!) predecessors[next]!.push(block);
  return predecessors;
}

/** Whether `a` is on the way from the dispatch to `b` in the dominator tree. */
function dominates({ dominator, order }: Analysis, a: number, b: number): boolean {
  let at = b;
  while (at !== DISPATCH && order[at]! > order[a]!) at = dominator[at]!;
  return at === a;
}

/**
 * @param successors of each block, edges within the region only
 * @param sites blocks reached by address
 */
export function controlTree(successors: readonly (readonly number[])[], sites: readonly number[]): ControlTree {
  const targets = [...new Set([0, ...sites])];
  // Edges that enter a loop elsewhere than at its head go through the dispatch; that makes new heads, so once more.
  for (;;) {
    const direct = successors;
    const numbering = number(direct, targets);
    const predecessors = predecessorsOf(direct, numbering.sequence);
    const analysis: Analysis = { ...numbering, dominator: dominators(predecessors, new Set(targets), numbering) };
    const known = new Set(targets);
    for (const block of numbering.sequence) {
      for (const next of direct[block]!) {
        const goesBack = analysis.order[next]! <= analysis.order[block]!;
        if (goesBack && !dominates(analysis, next, block)) known.add(next);
      }
    }
    if (known.size === targets.length)
      return finish(direct, predecessors, targets, analysis, targets.length > 1 || sites.length > 0);
    for (const block of known) if (!targets.includes(block)) targets.push(block);
  }
}

function finish(
  successors: readonly (readonly number[])[],
  predecessors: readonly (readonly number[])[],
  targets: readonly number[],
  analysis: Analysis,
  hasDispatch: boolean,
): ControlTree {
  const { order, dominator, sequence } = analysis;
  const isTarget = new Set(targets);

  const isBack = (from: number, to: number): boolean => order[to]! <= order[from]!;
  const isLoop = successors.map((_, block) =>
    predecessors[block]!.some((from) => isBack(from, block) && dominates(analysis, block, from)),
  );
  const isMerge = successors.map((_, block) => {
    const forward = predecessors[block]!.filter((from) => !isBack(from, block)).length;
    return (hasDispatch && isTarget.has(block)) || forward > 1;
  });
  const children = new Map<number, number[]>();
  for (const block of sequence) {
    if (!isMerge[block]) continue;
    const parent = dominator[block]!;
    const list = children.get(parent);
    if (list === undefined) children.set(parent, [block]);
    else list.unshift(block);
  }
  return {
    targets,
    hasDispatch,
    order,
    isLoop,
    isMerge,
    mergeChildren: (block) => children.get(block) ?? [],
    edge(from, to) {
      if (isBack(from, to)) return dominates(analysis, to, from) ? "back" : "dispatch";
      return isMerge[to] ? "forward" : "inline";
    },
  };
}
