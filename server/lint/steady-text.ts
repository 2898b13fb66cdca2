// Whether a text in writable data is at run time what the source says: as far as every use of its label that the module has
// only reads. A read-only section needs no look.

import { argumentNumbers } from "../facts/calling-convention.ts";
import { isLibcFunction, signatureOf } from "../facts/libc.ts";
import type { Decoded } from "../isa/insn.ts";
import { generalNumber, registerUse } from "../isa/register-use.ts";
import type { LabelReference } from "../obj/object-module.ts";
import { externName } from "./flow/calls.ts";
import { behind } from "./flow/decisions.ts";
import { type Graph, LOOK_BACK } from "./flow/graph.ts";
import type { Place } from "./flow/judge.ts";
import { changesFlow, type Instruction, kernelEntry } from "./listing.ts";

const RSP = 4;
/** Functions of which each further argument is only read. */
const PRINTS = /printf$/;

/** What they return points into what they were given. */
const FINDS = /^(?:str(?:r?chr|chrnul|str|casestr|pbrk)|r?index|mem(?:r?chr|mem)|rawmemchr|basename|bsearch)$/;

/** libc only reads what its argument `position` points to. */
function onlyReads(name: string, position: number): boolean {
  if (!isLibcFunction(name) || FINDS.test(name)) return false;
  const { parameters, variadic } = signatureOf(name);
  const parameter = parameters[position];
  return parameter === undefined ? variadic && PRINTS.test(name) : /\bconst\b/.test(parameter.text);
}

/** The first call below, as long as the way there is straight and `passes` agrees to each instruction. */
function callBelow({ code }: Graph, from: number, passes: (one: Instruction) => boolean): number | undefined {
  for (let at = from + 1; at < Math.min(code.instructions.length, from + LOOK_BACK); at++) {
    const one = code.instructions[at]!;
    if (one.decoded.mnemonic === "call") return at;
    if (one.isTarget || changesFlow(one.decoded) || !passes(one)) return undefined;
  }
  return undefined;
}

/** The call below that is given what an instruction puts into a register, which nothing else uses until then: no kernel. */
function callWith(graph: Graph, index: number): number | undefined {
  const [target] = graph.code.instructions[index]!.decoded.operands;
  const register = target === undefined ? undefined : generalNumber(target);
  return callBelow(graph, index, ({ decoded }) => {
    const { reads, writes } = registerUse(decoded);
    if (kernelEntry(decoded) !== undefined) return false;
    return register === undefined || (!reads.has(register) && !writes.has(register));
  });
}

/** An address that an instruction puts into a register or onto the stack goes to a function of libc that only reads there. */
function isGivenToReader(graph: Graph, index: number): boolean {
  const { decoded } = graph.code.instructions[index]!;
  const [target] = decoded.operands;
  if (decoded.mnemonic === "push") {
    let pushes = 0;
    const call = callBelow(graph, index, (one) => {
      if (one.decoded.mnemonic === "push") pushes++;
      return one.decoded.mnemonic === "push" || !registerUse(one.decoded).writes.has(RSP);
    });
    const name = call === undefined ? undefined : externName(graph, call);
    return name !== undefined && onlyReads(name, pushes);
  }
  const register = target === undefined ? undefined : generalNumber(target);
  const position = register === undefined ? -1 : argumentNumbers.indexOf(register);
  if (!/^(?:lea|mov)$/.test(decoded.mnemonic) || position < 0 || graph.code.bits === 32) return false;
  const call = callWith(graph, index);
  const name = call === undefined ? undefined : externName(graph, call);
  return name !== undefined && onlyReads(name, position);
}

function isRead(graph: Graph, index: number, { use }: LabelReference): boolean {
  const { decoded } = graph.code.instructions[index]!;
  const at = decoded.operands.findIndex(({ kind }) => kind === "memory");
  if (use === "memory" && decoded.mnemonic !== "lea") return decoded.form.operands[at]?.access === "r";
  return isGivenToReader(graph, index);
}

/** An address is put where calls take their arguments from. */
const isArgument = ({ mnemonic, operands: [target] }: Decoded): boolean =>
  mnemonic === "push" ||
  (/^(?:lea|mov)$/.test(mnemonic) && target !== undefined && argumentNumbers.includes(generalNumber(target) ?? -1));

/** The first of the instructions in a straight line that make a call ready. */
function preparation({ code }: Graph, call: number): number {
  let first = call;
  while (
    first > Math.max(0, call - LOOK_BACK) &&
    !code.instructions[first]!.isTarget &&
    !changesFlow(code.instructions[first - 1]!.decoded)
  )
    first--;
  return first;
}

/** Where a text is: a section and offsets into it, the last one that of its zero. */
interface Extent {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

/** Tells of instructions that they run behind a place only: in a function that runs once, and no other one shares them. */
function runsLater({ flow: { graph, functions }, owner, index: before }: Place): (index: number) => boolean {
  const isCalled = graph.targets.some((one) => one?.kind === "instruction" && one.index === owner.entry);
  if (isCalled || (owner.why !== "main" && owner.why !== "start")) return () => false;
  const reached = new Map(owner.reached.map((one) => [one.index, one]));
  const others = functions.filter((one) => one !== owner);
  return (index) =>
    reached.has(index) &&
    !others.some((one) => one.reached.some((other) => other.index === index)) &&
    !behind(graph, reached, [index]).has(before);
}

/** What a module does with addresses that lead into one of its sections, other than to read there. */
interface Uses {
  /** Offsets of labels of their own, in ascending order: those that begin with a point are parts of what is before them. */
  readonly labels: readonly bigint[];
  readonly inData: readonly LabelReference[];
  /** In instructions, by their numbers. */
  readonly inCode: readonly { readonly index: number; readonly reference: LabelReference }[];
}

/** Found once: thousands of calls may ask for their formats. */
const usesOf = new WeakMap<Graph, Map<number, Uses>>();

function findUses(graph: Graph, section: number): Uses {
  const { code } = graph;
  const { symbols, sections } = code.module;
  const own = symbols.filter((one) => one.section === section && !one.name.includes(".", 1));
  const isOfSection = ({ symbol }: LabelReference): boolean => symbols[symbol]!.section === section;
  const data = sections.flatMap((one) => (one.exec ? [] : one.items));
  return {
    labels: own.map(({ value }) => value).sort((one, other) => (one < other ? -1 : 1)),
    inData: data.flatMap(({ references }) => references?.filter(isOfSection) ?? []),
    inCode: code.instructions.flatMap(({ item }, index) => {
      const references = item.references?.filter((one) => isOfSection(one) && !isRead(graph, index, one)) ?? [];
      return references.map((reference) => ({ index, reference }));
    }),
  };
}

function knownUses(graph: Graph, section: number): Uses {
  const known = usesOf.get(graph) ?? new Map<number, Uses>();
  usesOf.set(graph, known);
  const uses = known.get(section) ?? findUses(graph, section);
  known.set(section, uses);
  return uses;
}

/**
 * What is at a place is there at run time too: nothing in the module may have changed it before nor given its address away,
 * but for the call that is looked at.
 */
export function isSteady(at: Place, text: Extent): boolean {
  const { code, flow, index: call } = at;
  const { graph } = flow;
  const { symbols, sections } = code.module;
  if (!sections[text.section]!.write) return true;
  const isThere = (offset: bigint): boolean => offset >= text.from && offset <= text.to;
  // Another module may write through the name.
  if (symbols.some(({ binding, section, value }) => binding === "global" && section === text.section && isThere(value)))
    return false;
  const { labels, inData, inCode } = knownUses(graph, text.section);
  /** Upwards from an address as far as its label goes: a structure's address reaches its members. */
  const reachesThere = (label: bigint, addend: bigint): boolean => {
    if (label + addend > text.to) return false;
    const end = labels.find((other) => other > label);
    return end === undefined || end > text.from;
  };
  const leadsThere = ({ symbol, addend }: LabelReference): boolean => {
    const { value } = symbols[symbol]!;
    return isThere(value + addend) || reachesThere(value, addend);
  };
  const isElsewhere = ({ decoded }: Instruction, { symbol, addend, use }: LabelReference): boolean => {
    const operand = decoded.operands.find(({ kind }) => kind === "memory");
    if (operand?.kind !== "memory" || use !== "memory" || decoded.mnemonic === "lea") return false;
    const isFixed = operand.index === undefined && (operand.base === undefined || operand.ripRelative);
    return isFixed && !isThere(symbols[symbol]!.value + addend);
  };
  if (inData.some(leadsThere)) return false;
  const others = inCode.filter(
    ({ index, reference }) => leadsThere(reference) && !isElsewhere(code.instructions[index]!, reference),
  );
  if (others.length === 0) return true;
  const first = preparation(graph, call);
  const isLater = runsLater(at);
  return others.every(({ index }) => {
    const isPrepared = index >= first && index < call && isArgument(code.instructions[index]!.decoded);
    return (isPrepared && callWith(graph, index) === call) || isLater(index);
  });
}
