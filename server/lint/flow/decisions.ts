// Decisions that a function takes more than once: `test ebx, ebx` and `jz`, and further down the same test of the same
// values again. Each of them goes the same way, so a path that takes the one and not the other does not exist. A number kept
// in a register (`inc r8d` where something was pushed, `test r8d, r8d` before it is popped) is such a decision's mark.

import { createSideTable } from "../../base/side-table.ts";
import { format } from "../../isa/format.ts";
import { registerUse } from "../../isa/register-use.ts";
import { type Instruction, kernelEntry } from "../listing.ts";
import { type FlowFunction, type Reached, reachedWhen, successors } from "./analysis.ts";
import { askedAt, compares, comparisonOf, jumpsAtZero } from "./compared.ts";
import { CALLER_SAVED, EVERYTHING, type Graph } from "./graph.ts";

/** A conditional jump with the comparison it goes by: of `jecxz` that is itself. */
interface Decision {
  readonly jump: number;
  readonly comparison: number;
  /** Equal for decisions that ask the same: what is compared, and the condition or its opposite. */
  readonly question: string;
}

const [RAX, RCX, R11] = [0, 1, 11] as const;

/** So many questions are followed both ways, each for itself. */
const QUESTION_LIMIT = 3;

/** Names what an instruction's memory operand stands for. */
function placeText({ decoded, item }: Instruction): string {
  const operand = decoded.operands.find(({ kind }) => kind === "memory");
  if (operand?.kind !== "memory") return "";
  const references = item.references?.filter(({ use }) => use === "memory") ?? [];
  const labels = references.map(({ symbol, addend }) => `${symbol}+${addend}`);
  const register = operand.ripRelative ? "" : `${operand.base?.name} ${operand.index?.name} ${operand.scale}`;
  return `[${register} ${labels.length > 0 ? labels.join() : operand.displacement}]`;
}

/** What a comparison asks: `test ebx, ebx` asks what `cmp ebx, 0` does. */
function comparisonText(instruction: Instruction): string {
  const { decoded } = instruction;
  const [first, second] = decoded.operands.map((operand) =>
    operand.kind === "register" ? operand.register.name : undefined,
  );
  if (decoded.mnemonic === "test" && first !== undefined && first === second) return `cmp ${first},0`;
  const place = placeText(instruction);
  const text = format(decoded, { style: "plain" }).replace(/\s+/g, " ");
  return place === "" ? text : `${text.replace(/\[[^\]]*\]/, "")} ${place}`;
}

function decisionAt(graph: Graph, jump: number): Decision | undefined {
  const comparison = comparisonOf(graph, jump);
  if (comparison === undefined) return undefined;
  const instruction = graph.code.instructions[comparison]!;
  const { mnemonic } = instruction.decoded;
  const compared = jumpsAtZero(mnemonic) ? `cmp ${mnemonic.slice(1, -1)},0` : comparisonText(instruction);
  return { jump, comparison, question: `${compared} ${askedAt(graph, jump) >> 1}` };
}

const isStore = ({ decoded: { mnemonic, operands } }: Instruction): boolean =>
  operands[0]?.kind === "memory" && !compares(mnemonic) && mnemonic !== "push";

/** The compared variable is stored to outside of the function as well, or its address goes somewhere. */
function isShared({ code }: Graph, owner: FlowFunction, comparison: Instruction): boolean {
  const symbols = new Set(comparison.item.references?.map(({ symbol }) => symbol));
  const own = new Set(owner.reached.map(({ index }) => index));
  return code.instructions.some((one, index) =>
    (one.item.references ?? []).some(({ symbol, use }) => {
      const isTaken = use === "immediate" || one.decoded.mnemonic === "lea";
      return symbols.has(symbol) && (isTaken || (isStore(one) && !own.has(index)));
    }),
  );
}

/** The registers that a call may leave changed, as bits. */
function changedByCall({ code, targets, clobbers }: Graph, index: number): number {
  const target = targets[index];
  return target?.kind === "instruction" ? (clobbers.get(target.index) ?? EVERYTHING) : CALLER_SAVED[code.bits];
}

/** Says of an instruction whether it may change what the comparison compares. */
function changesOf(graph: Graph, owner: FlowFunction, comparison: Instruction): (index: number) => boolean {
  const compared = [...registerUse(comparison.decoded).reads];
  const place = placeText(comparison);
  const shared = isShared(graph, owner, comparison);
  return (index) => {
    const instruction = graph.code.instructions[index]!;
    if (instruction.decoded.mnemonic === "call") {
      const changed = changedByCall(graph, index);
      return shared || compared.some((register) => (changed & (1 << register)) !== 0);
    }
    const entered = kernelEntry(instruction.decoded);
    if (entered !== undefined && compared.some((register) => register === RAX || register === RCX || register === R11))
      return true;
    const { writes } = registerUse(instruction.decoded);
    return (
      compared.some((register) => writes.has(register)) || (isStore(instruction) && placeText(instruction) === place)
    );
  };
}

/** Instructions of the function that execution may come to behind some of its own. */
export function behind(graph: Graph, reached: ReadonlyMap<number, Reached>, starts: readonly number[]): Set<number> {
  const found = new Set<number>();
  const open = [...starts];
  while (open.length > 0) {
    const one = reached.get(open.pop()!);
    for (const next of one === undefined ? [] : successors(one.state, graph, one.index))
      if (reached.has(next) && !found.has(next)) {
        found.add(next);
        open.push(next);
      }
  }
  return found;
}

/** Decisions by question: those that are taken more than once, of values that nothing changes in between. */
function repeated(graph: Graph, owner: FlowFunction): Decision[][] {
  const reached = new Map(owner.reached.map((one) => [one.index, one]));
  const byQuestion = new Map<string, Decision[]>();
  for (const { index } of owner.reached) {
    const decision = decisionAt(graph, index);
    if (decision === undefined || !reached.has(decision.comparison)) continue;
    const others = byQuestion.get(decision.question) ?? [];
    byQuestion.set(decision.question, [...others, decision]);
  }
  return [...byQuestion.values()].filter((decisions) => {
    if (decisions.length < 2) return false;
    const comparison = graph.code.instructions[decisions[0]!.comparison]!;
    const comparisons = decisions.map((one) => one.comparison);
    const after = behind(graph, reached, comparisons);
    const changes = [...after].filter(changesOf(graph, owner, comparison));
    const afterChange = behind(graph, reached, changes);
    return !comparisons.some((index) => afterChange.has(index));
  });
}

/** Conditional jumps by index, and whether they jump. */
type Ways = ReadonlyMap<number, boolean>;

/** The decisions, all gone the one way or all the other. */
function decide(graph: Graph, decisions: readonly Pick<Decision, "jump">[], isTrue: boolean): Ways {
  return new Map(
    decisions.map(({ jump }) => {
      const isOpposite = (askedAt(graph, jump) & 1) === 1;
      return [jump, isTrue !== isOpposite];
    }),
  );
}

/** A register that is compared holds one number or another, as paths that meet have left it. */
function comparesMarks(graph: Graph, owner: FlowFunction): boolean {
  return owner.reached.some(({ index, state }) => {
    const decision = decisionAt(graph, index);
    const compared = decision && registerUse(graph.code.instructions[decision.comparison]!.decoded).reads;
    return [...(compared ?? [])].some((register) => {
      const values = state.registers[register]!;
      return values.length > 1 && values.every(({ kind }) => kind === "constant");
    });
  });
}

/** Conditional jumps that are taken once at most: no path comes back to them. */
function takenOnce(graph: Graph, owner: FlowFunction): Pick<Decision, "jump">[] {
  const reached = new Map(owner.reached.map((one) => [one.index, one]));
  return owner.reached.flatMap(({ index }) => {
    return askedAt(graph, index) >= 0 && !behind(graph, reached, [index]).has(index) ? [{ jump: index }] : [];
  });
}

const known = createSideTable<FlowFunction, readonly FlowFunction[]>("cases");

/**
 * The function for each way its repeated decisions may go together, and those that leave a mark to decide by later; none
 * when it has no such decisions. What holds on some path of it holds on some path of one of these.
 */
export function casesOf(graph: Graph, owner: FlowFunction): readonly FlowFunction[] {
  const before = known.get(owner);
  if (before !== undefined) return before;
  const questions: (readonly Pick<Decision, "jump">[])[] = repeated(graph, owner);
  if (comparesMarks(graph, owner)) {
    const asked = new Set(questions.flat().map(({ jump }) => jump));
    for (const one of takenOnce(graph, owner)) if (!asked.has(one.jump)) questions.push([one]);
  }
  let cases: Ways[] = [new Map()];
  for (const decisions of questions.slice(0, QUESTION_LIMIT)) {
    const ways = [true, false].map((isTrue) => decide(graph, decisions, isTrue));
    cases = cases.flatMap((one) => ways.map((way) => new Map([...one, ...way])));
  }
  const functions = cases.map((ways) => reachedWhen(graph, owner, (jump) => ways.get(jump)));
  const settled = functions.flatMap((reached) => (reached === undefined ? [] : [{ ...owner, reached }]));
  const found = settled.length === cases.length ? settled : [];
  known.set(owner, found);
  return found;
}
