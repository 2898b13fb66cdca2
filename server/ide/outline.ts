// The outline: labels with their local labels inside, macros, defines and structures, in source order.

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";

export interface OutlineItem {
  readonly name: string;
  readonly kind: "function" | "variable" | "constant" | "macro" | "structure" | "field" | "extern";
  readonly detail: string;
  /** Byte range of the name, and of the whole thing. */
  readonly start: number;
  readonly end: number;
  readonly rangeEnd: number;
  readonly children: OutlineItem[];
}

function kindOf(symbol: SymbolInfo): OutlineItem["kind"] {
  switch (symbol.kind) {
    case "label":
    case "local-label":
      return symbol.section === ".text" ? "function" : "variable";
    case "equ":
    case "define":
      return "constant";
    case "macro":
      return "macro";
    case "struct":
      return "structure";
    case "field":
      return "field";
    default:
      return "extern";
  }
}

const isParent = (symbol: SymbolInfo): boolean => symbol.kind === "label" || symbol.kind === "struct";
const isChild = (symbol: SymbolInfo): boolean => symbol.kind === "local-label" || symbol.kind === "field";

/** The outline of one source of the analysis. */
export function outline(analysis: Analysis, source: Source): OutlineItem[] {
  const own = analysis.symbols.filter((symbol) => symbol.source === source).sort((a, b) => a.start - b.start);
  const top: OutlineItem[] = [];
  let parent: OutlineItem | undefined;
  own.forEach((symbol, index) => {
    const next = own.slice(index + 1).find((other) => !isChild(other) || isChild(symbol));
    const item: OutlineItem = {
      name: isChild(symbol) && parent ? symbol.name.replace(parent.name, "") : symbol.name,
      kind: kindOf(symbol),
      detail: symbol.detail ?? symbol.section ?? "",
      start: symbol.start,
      end: symbol.end,
      rangeEnd: Math.max(symbol.end, next?.start ?? source.bytes.length),
      children: [],
    };
    if (isChild(symbol) && parent !== undefined) parent.children.push(item);
    else top.push(item);
    if (isParent(symbol)) parent = item;
    else if (!isChild(symbol)) parent = undefined;
  });
  return top;
}
