// Lines and columns count from 1 here; a client may count from 0 (initialize's linesStartAt1 and columnsStartAt1). Whatever
// is called a line or a column in a message of the protocol is moved on its way in and out.

import type { DebugProtocol } from "@vscode/debugprotocol";

type Bases = Pick<DebugProtocol.InitializeRequestArguments, "linesStartAt1" | "columnsStartAt1">;

/** `value` with each line and column moved by `direction` where the client counts from 0; lines of no source stay 0. */
export function rebased(value: unknown, bases: Bases, direction: 1 | -1): unknown {
  const byLine = bases.linesStartAt1 === false ? direction : 0;
  const byColumn = bases.columnsStartAt1 === false ? direction : 0;
  return byLine === 0 && byColumn === 0 ? value : moved(value, byLine, byColumn);
}

function moved(value: unknown, byLine: number, byColumn: number): unknown {
  if (Array.isArray(value)) return value.map((element) => moved(element, byLine, byColumn));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const by = /^(line|endLine)$/.test(key) ? byLine : /^(column|endColumn)$/.test(key) ? byColumn : undefined;
      if (by !== undefined && Number.isSafeInteger(inner)) return [key, Math.max(0, (inner as number) + by)];
      return [key, moved(inner, byLine, byColumn)];
    }),
  );
}
