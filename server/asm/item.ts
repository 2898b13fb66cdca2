// What a debugger wants to know about each piece of output: the source it came from, the shape of data, and which labels
// an operand was derived from.

import { NO_SEGMENT } from "../isa/insn.ts";
import type { Item, LabelReference } from "../obj/object-module.ts";
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
  const references = resolved && statement.usesPlaces ? operandReferences(state, statement, resolved) : [];
  return {
    offset,
    sizeBytes,
    kind: line.noList && isAlignment(line) ? "align" : kind,
    elementSizeBytes,
    file: line.file,
    lineNumber: line.lineNumber,
    span: line.span,
    ...(line.expansion ? { expansion: line.expansion } : {}),
    ...(references.length > 0 ? { references } : {}),
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
  const references = statement.usesPlaces ? dataReferences(state, nodes) : [];
  const dataKind = dataKindOf(nodes, elementBytes);
  return { ...item, ...(reserved ? {} : { dataKind }), ...(references.length > 0 ? { references } : {}) };
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

/** The one label in an expression, when there is exactly one and it counts once and positively; constants beside it do not
 * matter. */
function soleSymbol(state: State, expression: Expression): string | undefined {
  const names: { readonly name: string; readonly positive: boolean }[] = [];
  let clear = true;
  const walk = (node: Expression, positive: boolean): void => {
    switch (node.kind) {
      case "symbol":
        names.push({ name: node.name, positive });
        return;
      case "here":
      case "base":
        clear = false;
        return;
      case "chain":
        walk(node.first, positive);
        for (const { operator, operand } of node.rest) walk(operand, positive && operator === "+");
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
  if (!clear) return undefined;
  const labels = names.filter(({ name }) => !isConstant(state, name));
  return labels.length === 1 && labels[0]!.positive ? labels[0]!.name : undefined;
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

function operandReferences(state: State, statement: Statement, resolved: ResolvedOperands): LabelReference[] {
  const { body } = statement;
  if (body.kind !== "instruction") return [];
  const branch = /^(j|call|loop)/.test(body.mnemonic);
  const references: LabelReference[] = [];
  for (const [k, operand] of resolved.operands.entries()) {
    const node = body.operands[resolved.written[k]!];
    if (!node || (operand.kind !== "memory" && operand.kind !== "immediate")) continue;
    const name = expressionsOf(node)
      .map((expression) => soleSymbol(state, expression))
      .find((found) => found !== undefined);
    const found = name === undefined ? undefined : lookUp(state, name);
    if (!found) continue;
    const value = operand.kind === "memory" ? operand.displacement : operand.value;
    references.push({
      symbol: found.symbol,
      addend: value.offset - found.offset,
      use: operand.kind === "memory" ? "memory" : branch ? "branch" : "immediate",
      indexed: operand.kind === "memory" && (operand.base !== undefined || operand.index !== undefined),
    });
  }
  return references;
}

function dataReferences(state: State, nodes: readonly DataNode[]): LabelReference[] {
  const references: LabelReference[] = [];
  for (const { value } of nodes) {
    if (value.kind === "list") references.push(...dataReferences(state, value.items));
    if (value.kind !== "number") continue;
    const name = soleSymbol(state, value.expression);
    const found = name === undefined ? undefined : lookUp(state, name);
    if (found) references.push({ symbol: found.symbol, addend: 0n, use: "immediate", indexed: false });
  }
  return references;
}
