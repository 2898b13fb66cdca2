// Whether a text in writable data is at run time what the source says: as far as every use of its label that the module has
// only reads. A read-only section needs no look.

import { isLibcFunction, signatureOf } from "../facts/libc.ts";
import type { Decoded } from "../isa/insn.ts";
import { generalNumber, registerUse } from "../isa/register-use.ts";
import type { LabelReference } from "../obj/object-module.ts";
import { argumentNumbers64, externName } from "./flow/calls.ts";
import type { Graph } from "./flow/graph.ts";
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
  for (let at = from + 1; at < code.instructions.length; at++) {
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
  const position = register === undefined ? -1 : argumentNumbers64.indexOf(register);
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
  (/^(?:lea|mov)$/.test(mnemonic) && target !== undefined && argumentNumbers64.includes(generalNumber(target) ?? -1));

/** The first of the instructions in a straight line that make a call ready. */
function preparation({ code }: Graph, call: number): number {
  let first = call;
  while (first > 0 && !code.instructions[first]!.isTarget && !changesFlow(code.instructions[first - 1]!.decoded))
    first--;
  return first;
}

/** Labels of their own by section, in ascending order: those that begin with a point are parts of what is before them. */
function labelPlaces({ code: { module } }: Graph, section: number): bigint[] {
  const own = module.symbols.filter((one) => one.section === section && !one.name.includes(".", 1));
  return own.map(({ value }) => value).sort((a, b) => (a < b ? -1 : 1));
}

/** Where a text is: a section and offsets into it, the last one that of its zero. */
interface Place {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What is at a place is there at run time too: nothing in the module changes it nor gives its address away, but for the call
 * that is looked at. An address reaches all that its label names: a structure's members have the structure's.
 */
export function isSteady(graph: Graph, place: Place, call: number): boolean {
  const { code } = graph;
  const { symbols, sections } = code.module;
  if (!sections[place.section]!.write) return true;
  const isThere = (offset: bigint): boolean => offset >= place.from && offset <= place.to;
  const labels = labelPlaces(graph, place.section);
  const reachesThere = (from: bigint): boolean => {
    const end = labels.find((label) => label > from);
    return from <= place.to && (end === undefined || end > place.from);
  };
  const leadsThere = ({ symbol, addend }: LabelReference): boolean => {
    const { section, value } = symbols[symbol]!;
    return section === place.section && (isThere(value + addend) || reachesThere(value));
  };
  const isElsewhere = ({ decoded }: Instruction, { symbol, addend, use }: LabelReference): boolean => {
    const operand = decoded.operands.find(({ kind }) => kind === "memory");
    const isFixed =
      operand?.kind === "memory" && operand.index === undefined && (operand.base === undefined || operand.ripRelative);
    return use === "memory" && decoded.mnemonic !== "lea" && isFixed && !isThere(symbols[symbol]!.value + addend);
  };
  // Another module may write through the name.
  if (
    symbols.some(({ binding, section, value }) => binding === "global" && section === place.section && isThere(value))
  )
    return false;
  const isInData = sections.some(
    (one) => !one.exec && one.items.some(({ references }) => references?.some(leadsThere) === true),
  );
  const first = preparation(graph, call);
  return (
    !isInData &&
    code.instructions.every((one, index) => {
      const { item, decoded } = one;
      const references = item.references?.filter((each) => leadsThere(each) && !isElsewhere(one, each)) ?? [];
      if (references.length === 0) return true;
      const isOwn = index >= first && index < call && isArgument(decoded) && callWith(graph, index) === call;
      return isOwn || references.every((reference) => isRead(graph, index, reference));
    })
  );
}
