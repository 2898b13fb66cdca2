// Statements of macro lines with names of the call's own (`%%loop`): parsed once with a stand-in for the call's number, then
// given each call's. A copy of the few nodes that name something costs a tenth of cutting and parsing the line again.

import type { ChainLink, Expression } from "./expression.ts";
import { emptyMemo } from "./parse-expression.ts";
import type { LabelNode, OperandNode, OperandStep, Statement } from "./statement.ts";
import type { Token } from "./token.ts";

/** Stands for a call's number; no source has it in a name. */
export const ANY_CALL = "%";
const PREFIX = `..@${ANY_CALL}.`;

/** How many of the tokens are names of a call's own, each by itself; -1 when one was joined to something else. */
export function countOwnNames(tokens: readonly Token[]): number {
  let count = 0;
  for (const { kind, text } of tokens) {
    if (text.startsWith(PREFIX) && kind === "identifier") count++;
    else if (text.includes("..@") && kind !== "string") return -1;
  }
  return count;
}

/** Whether nameStatement knows all places in `statement` where such names can stand. */
export const canName = ({ lead, body, notes }: Statement): boolean =>
  lead.every(({ kind }) => kind === "prefix") &&
  (body.kind === "none" || body.kind === "instruction") &&
  notes.length === 0;

/** The statement with the names of the call that has the number `unique`. */
export function nameStatement(statement: Statement, unique: string): Statement {
  const name = (text: string): string => (text.startsWith(PREFIX) ? `..@${unique}.${text.slice(PREFIX.length)}` : text);
  const { label, body } = statement;
  return {
    ...statement,
    label: label && nameLabel(label, name),
    body:
      body.kind === "instruction"
        ? { ...body, operands: body.operands.map((operand) => nameOperand(operand, name)) }
        : body,
  };
}

type Namer = (text: string) => string;

const nameLabel = (label: LabelNode, name: Namer): LabelNode => ({
  ...label,
  name: name(label.name),
  memo: emptyMemo(),
});

function nameOperand(operand: OperandNode, name: Namer): OperandNode {
  if (!operand.usesPlaces) return operand;
  const kept = { manner: undefined, operand: undefined };
  return { ...operand, kept, steps: operand.steps.map((step) => nameStep(step, name)) };
}

function nameStep(step: OperandStep, name: Namer): OperandStep {
  if (step.kind === "value") return { kind: "value", expression: nameExpression(step.expression, name) };
  return step.kind === "split" ? { kind: "split", index: nameExpression(step.index, name) } : step;
}

function nameExpression(node: Expression, name: Namer): Expression {
  switch (node.kind) {
    case "symbol":
      return { kind: "symbol", name: name(node.name), at: node.at, memo: emptyMemo() };
    case "chain":
      return { ...node, first: nameExpression(node.first, name), rest: node.rest.map((link) => nameLink(link, name)) };
    case "unary":
      return { ...node, operand: nameExpression(node.operand, name) };
    case "choice":
      return {
        ...node,
        condition: nameExpression(node.condition, name),
        yes: nameExpression(node.yes, name),
        no: nameExpression(node.no, name),
      };
    case "wrt":
      return { ...node, value: nameExpression(node.value, name), base: nameExpression(node.base, name) };
    default:
      return node;
  }
}

const nameLink = ({ operator, operand }: ChainLink, name: Namer): ChainLink => ({
  operator,
  operand: nameExpression(operand, name),
});
