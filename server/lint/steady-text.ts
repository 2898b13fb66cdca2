// Whether a text in writable data is at run time what the source says: as far as every use of its label that the module has
// only reads. A read-only section needs no look.

import { isLibcFunction, signatureOf } from "../facts/libc.ts";
import type { Decoded } from "../isa/insn.ts";
import { generalNumber, registerUse } from "../isa/register-use.ts";
import type { LabelReference } from "../obj/object-module.ts";
import { argumentNumbers64, externName } from "./flow/calls.ts";
import type { Graph } from "./flow/graph.ts";
import { changesFlow, type Instruction, type Listing } from "./listing.ts";

const RSP = 4;
/** Functions of which each further argument is only read. */
const PRINTS = /printf$/;

/** libc only reads what its argument `position` points to. */
function onlyReads(name: string, position: number): boolean {
  if (!isLibcFunction(name)) return false;
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
  const call = callBelow(graph, index, (one) => {
    const { reads, writes } = registerUse(one.decoded);
    return !reads.has(register!) && !writes.has(register!);
  });
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

/** Nothing in the module changes what stands at a label, nor gives its address away, but for the call that is looked at. */
export function isSteady(graph: Graph, symbol: number, call: number): boolean {
  const { code } = graph;
  const { section } = code.module.symbols[symbol]!;
  if (typeof section !== "number" || !code.module.sections[section]!.write) return typeof section === "number";
  const names = ({ references = [] }: Listing["instructions"][number]["item"]): readonly LabelReference[] =>
    references.filter((one) => one.symbol === symbol);
  const isInData = code.module.sections.some((one) => !one.exec && one.items.some((item) => names(item).length > 0));
  const first = preparation(graph, call);
  return (
    !isInData &&
    code.instructions.every(({ item, decoded }, index) => {
      const isOwn = index >= first && index < call && isArgument(decoded);
      return isOwn || names(item).every((reference) => isRead(graph, index, reference));
    })
  );
}
