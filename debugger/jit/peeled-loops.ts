// Small inner loops are written out twice: the first round by itself, then the loop. In the loop every way that leads to a
// block is then known: the flags come from one instruction, registers that the first round noted as used need no note, and
// V8 has fewer values to join. Takes a graph of blocks, gives one with more blocks; those of the first round keep their place.

import { type Block, type Ending, type Goal, type RegionGraph, successorsOf } from "./region-graph.ts";

/** Instructions of a loop that is written out twice. */
const MAX_LOOP = 48;
/** Instructions that all such loops of a region have together, as a share of the region's own. */
const MAX_SHARE = 0.5;

interface Loop {
  readonly head: number;
  readonly body: ReadonlySet<number>;
}

/** Edges that lead to a block under way, from a search in depth: [from, head]. */
function backEdges(successors: readonly (readonly number[])[], roots: readonly number[]): [number, number][] {
  const state = new Array<"new" | "open" | "done">(successors.length).fill("new");
  const edges: [number, number][] = [];
  for (const root of roots) {
    if (state[root] !== "new") continue;
    state[root] = "open";
    const stack = [{ block: root, at: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const next = successors[top.block]![top.at++];
      if (next === undefined) {
        state[top.block] = "done";
        stack.pop();
      } else if (state[next] === "open") edges.push([top.block, next]);
      else if (state[next] === "new") {
        state[next] = "open";
        stack.push({ block: next, at: 0 });
      }
    }
  }
  return edges;
}

const isPlain = ({ ending }: Block): boolean => ending.kind === "go" || ending.kind === "branch";

/** The blocks on a way from the head to the end that leads back to it; undefined when they are too many instructions or do more than go on. */
function bodyOf(
  blocks: readonly Block[],
  predecessors: readonly (readonly number[])[],
  head: number,
  end: number,
): ReadonlySet<number> | undefined {
  const body = new Set<number>();
  let count = 0;
  const work = [head];
  const take = (block: number): void => {
    if (body.has(block)) return;
    body.add(block);
    count += blocks[block]!.instructions.length;
    if (block !== head) work.push(...predecessors[block]!);
  };
  take(head);
  take(end);
  while (work.length > 0 && count <= MAX_LOOP) take(work.pop()!);
  return count <= MAX_LOOP && [...body].every((block) => isPlain(blocks[block]!)) ? body : undefined;
}

/** Loops without others in them. Where a large loop comes back to the head of a small one, the small one counts. */
function innerLoops({ blocks, sites }: RegionGraph): Loop[] {
  const successors = blocks.map(({ ending }) => successorsOf(ending));
  const predecessors: number[][] = blocks.map(() => []);
  successors.forEach((list, from) => {
    for (const to of list) predecessors[to]!.push(from);
  });
  const bodies = new Map<number, ReadonlySet<number>>();
  for (const [end, head] of backEdges(successors, [0, ...sites])) {
    const body = bodyOf(blocks, predecessors, head, end);
    if (body !== undefined && body.size < (bodies.get(head)?.size ?? Number.POSITIVE_INFINITY)) bodies.set(head, body);
  }
  const isInner = ({ head, body }: Loop): boolean => ![...body].some((block) => block !== head && bodies.has(block));
  return [...bodies].map(([head, body]) => ({ head, body })).filter(isInner);
}

function withGoals(ending: Ending, renamed: (block: number) => number): Ending {
  const goal = (to: Goal): Goal => (to.block === undefined ? to : { block: renamed(to.block) });
  if (ending.kind === "go") return { kind: "go", to: goal(ending.to) };
  if (ending.kind === "branch") return { kind: "branch", taken: goal(ending.taken), next: goal(ending.next) };
  return ending;
}

/** Writes small inner loops out twice. */
export function peelLoops(graph: RegionGraph): RegionGraph {
  const blocks = [...graph.blocks];
  let added = 0;
  for (const { head, body } of innerLoops(graph)) {
    const size = [...body].reduce((sum, block) => sum + graph.blocks[block]!.instructions.length, 0);
    if (added + size > graph.instructionCount * MAX_SHARE && added > 0) continue;
    added += size;
    const copies = new Map([...body].map((block, k) => [block, blocks.length + k]));
    const inLoop = (to: number): number => copies.get(to) ?? to;
    const intoLoop = (to: number): number => (to === head ? inLoop(to) : to);
    const copied = [...body].map((block) => ({ ...blocks[block]!, ending: withGoals(blocks[block]!.ending, inLoop) }));
    for (const block of body) blocks[block] = { ...blocks[block]!, ending: withGoals(blocks[block]!.ending, intoLoop) };
    blocks.push(...copied);
  }
  return { ...graph, blocks };
}
