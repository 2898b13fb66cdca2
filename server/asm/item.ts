// What a debugger wants to know about each piece of output: the source it came from, the shape of data, and which labels
// an operand was derived from.

import { lineNumberAt } from "../base/source.ts";
import { NO_SEGMENT } from "../isa/insn.ts";
import type { DistanceEnd, Item, LabelDistance, LabelReference } from "../obj/object-module.ts";
import type { DataElement } from "./data.ts";
import type { Expression } from "./expression.ts";
import { bytesToText } from "./lexer.ts";
import type { ResolvedOperands } from "./operand.ts";
import type { State } from "./state.ts";
import type { DataNode, OperandNode, Statement } from "./statement.ts";
import { fullName } from "./symbol-table.ts";
import type { Line } from "./token.ts";

/** Whether a line comes from the standard macros `align` and `alignb`, which do not show in listings: their output only
 * fills up. */
function isAlignment(line: Line): boolean {
  const { source, start, end } = line.span;
  return /^\s*(?:[\w.$@]+:?\s+)?alignb?\b/i.test(bytesToText(source.bytes, start, Math.min(end, start + 200)));
}

/** Where a macro's line stands, unless it is where its text is. */
function saidLine({ span, inBody }: Line): Pick<Item, "saidLine"> {
  if (!inBody || inBody.file === "") return {};
  const { file, lineNumber } = inBody;
  const isPlain = file === span.source.name && lineNumber === lineNumberAt(span.source, span.start);
  return isPlain ? {} : { saidLine: { file, lineNumber } };
}

/** An item for `sizeBytes` of output at `offset`, from the current line. */
export function describeItem(
  state: State,
  statement: Statement,
  kind: Item["kind"],
  offset: number,
  sizeBytes: number,
  resolved: ResolvedOperands | undefined,
  elementSizeBytes = 0,
): Item {
  const { line } = state;
  return {
    offset,
    sizeBytes,
    kind: line.noList && isAlignment(line) ? "align" : kind,
    elementSizeBytes,
    file: line.file,
    lineNumber: line.lineNumber,
    span: line.span,
    ...(line.expansion ? { expansion: line.expansion, ...saidLine(line) } : {}),
    ...(resolved && statement.usesPlaces ? present(operandMentions(state, statement, resolved)) : {}),
  };
}

/** An item for a data directive: the size of its elements and how they were written. */
export function describeData(
  state: State,
  statement: Statement,
  offset: number,
  sizeBytes: number,
  elements: readonly DataElement[],
  elementBytes: number,
): Item {
  const nodes = statement.body.kind === "data" ? statement.body.items : [];
  const reserved = elements.length > 0 && elements.every((element) => element.kind === "reserve");
  const item = describeItem(
    state,
    statement,
    reserved ? "reserve" : "data",
    offset,
    sizeBytes,
    undefined,
    elementBytes,
  );
  const dataKind = dataKindOf(nodes, elementBytes);
  return {
    ...item,
    ...(reserved ? {} : { dataKind }),
    ...(statement.usesPlaces ? present(dataMentions(state, nodes, offsetsIn(elements))) : {}),
  };
}

/** Text when strings are among bytes and the numbers beside them are characters or an end; floats when one is written. */
function dataKindOf(nodes: readonly DataNode[], elementBytes: number): NonNullable<Item["dataKind"]> {
  const flat = nodes.flatMap(function inside(node): DataNode[] {
    return node.value.kind === "list" ? node.value.items.flatMap(inside) : [node];
  });
  if (flat.some((node) => node.value.kind === "float")) return "float";
  if (elementBytes !== 1 || !flat.some((node) => node.value.kind === "string")) return "integer";
  const small = (node: DataNode) => node.value.kind === "string" || node.value.kind === "number";
  return flat.every(small) ? "string" : "integer";
}

/** What an expression names whose place is the assembler's: a label, `$` or `$$`. */
type Named = { readonly positive: boolean } & (
  | { readonly label: string }
  | { readonly label?: undefined; readonly place: "here" | "section" }
);

/** The labels and places in an expression, constants apart. */
function placesIn(state: State, expression: Expression): Named[] {
  const names: Named[] = [];
  const walk = (node: Expression, positive: boolean): void => {
    switch (node.kind) {
      case "symbol":
        if (!isConstant(state, node.name)) names.push({ label: node.name, positive });
        return;
      case "here":
      case "base":
        names.push({ place: node.kind === "here" ? "here" : "section", positive });
        return;
      case "chain":
        walk(node.first, positive);
        for (const { operator, operand } of node.rest)
          walk(operand, operator === "+" ? positive : operator === "-" && !positive);
        return;
      case "unary":
        walk(node.operand, false);
        return;
      case "choice":
        walk(node.yes, false);
        walk(node.no, false);
        return;
      case "wrt":
        walk(node.value, positive);
        return;
      default:
        return;
    }
  };
  walk(expression, true);
  return names;
}

/** The one label among places, when there is exactly one and it counts once and positively. */
function soleSymbol(places: readonly Named[]): string | undefined {
  const [one, ...rest] = places;
  return one?.positive === true && rest.length === 0 ? one.label : undefined;
}

/** `one - other`, at least one of them a label. */
function distanceIn(state: State, places: readonly Named[]): LabelDistance | undefined {
  const [to, from] = [places.find(({ positive }) => positive), places.find(({ positive }) => !positive)];
  if (places.length !== 2 || !to || !from || (to.label ?? from.label) === undefined) return undefined;
  const endOf = (one: Named): DistanceEnd | undefined =>
    one.label === undefined ? one.place : lookUp(state, one.label)?.symbol;
  const ends = { to: endOf(to), from: endOf(from) };
  return ends.to === undefined || ends.from === undefined ? undefined : { to: ends.to, from: ends.from };
}

const isConstant = (state: State, name: string): boolean =>
  state.symbols.byName.get(fullName(state.symbols, name))?.segment === NO_SEGMENT;

/** Symbol's index in the module and its offset. */
function lookUp(state: State, name: string): { readonly symbol: number; readonly offset: bigint } | undefined {
  const full = fullName(state.symbols, name);
  const symbol = state.output.byName.get(full);
  const entry = state.symbols.byName.get(full);
  return symbol === undefined || !entry ? undefined : { symbol, offset: entry.offset };
}

function expressionsOf(node: OperandNode): Expression[] {
  return node.steps.flatMap((step) => (step.kind === "value" ? [step.expression] : []));
}

/** What an item says of labels. */
interface Mentions {
  readonly references: LabelReference[];
  readonly distances: LabelDistance[];
}

function present({ references, distances }: Mentions): Pick<Item, "references" | "distances"> {
  return { ...(references.length > 0 ? { references } : {}), ...(distances.length > 0 ? { distances } : {}) };
}

function operandMentions(state: State, statement: Statement, resolved: ResolvedOperands): Mentions {
  const { body } = statement;
  const mentions: Mentions = { references: [], distances: [] };
  if (body.kind !== "instruction") return mentions;
  const branch = /^(j|call|loop)/.test(body.mnemonic);
  for (const [k, operand] of resolved.operands.entries()) {
    const node = body.operands[resolved.written[k]!];
    if (!node || (operand.kind !== "memory" && operand.kind !== "immediate")) continue;
    const places = expressionsOf(node).map((expression) => placesIn(state, expression));
    mentions.distances.push(...places.flatMap((one) => distanceIn(state, one) ?? []));
    const name = places.map(soleSymbol).find((found) => found !== undefined);
    const found = name === undefined ? undefined : lookUp(state, name);
    if (!found) continue;
    const value = operand.kind === "memory" ? operand.displacement : operand.value;
    mentions.references.push({
      symbol: found.symbol,
      addend: value.offset - found.offset,
      use: operand.kind === "memory" ? "memory" : branch ? "branch" : "immediate",
      indexed: operand.kind === "memory" && (operand.base !== undefined || operand.index !== undefined),
    });
  }
  return mentions;
}

/** The offsets of numbers among data, by where they are written. */
const offsetsIn = (elements: readonly DataElement[]): ReadonlyMap<DataNode, bigint> =>
  new Map(
    elements.flatMap((one): [DataNode, bigint][] => {
      if (one.kind === "list") return [...offsetsIn(one.elements)];
      return one.kind === "number" ? [[one.node, one.value.offset]] : [];
    }),
  );

function dataMentions(state: State, nodes: readonly DataNode[], offsets: ReadonlyMap<DataNode, bigint>): Mentions {
  const mentions: Mentions = { references: [], distances: [] };
  for (const node of nodes) {
    const { value } = node;
    if (value.kind === "list") {
      const inside = dataMentions(state, value.items, offsets);
      mentions.references.push(...inside.references);
      mentions.distances.push(...inside.distances);
    }
    if (value.kind !== "number") continue;
    const places = placesIn(state, value.expression);
    const distance = distanceIn(state, places);
    if (distance) mentions.distances.push(distance);
    const name = soleSymbol(places);
    const found = name === undefined ? undefined : lookUp(state, name);
    if (!found) continue;
    const addend = (offsets.get(node) ?? found.offset) - found.offset;
    mentions.references.push({ symbol: found.symbol, addend, use: "immediate", indexed: false });
  }
  return mentions;
}
