// Which labels of a data section begin a variable of their own, for the checker and the static layer alike.

interface Label {
  readonly name: string;
  /** Whatever tells sections apart. */
  readonly section: number | string;
  readonly isLabel: boolean;
}

/**
 * Says of a label whether it begins a variable. Local labels (`.x`) belong to the label they are local to; where that one
 * stands in another section, as a function does whose variables are written beside its code, they are variables themselves.
 * Labels of macros (`%%x`) belong to what stands before them.
 */
export function variableLabels(labels: readonly Label[]): (label: Label) => boolean {
  const sections = new Map<string, Label["section"]>();
  for (const { name, section, isLabel } of labels) if (isLabel && !name.includes(".")) sections.set(name, section);
  return ({ name, section, isLabel }) => {
    const dot = name.indexOf(".");
    if (!isLabel || dot === 0) return false;
    const parent = dot < 0 ? undefined : sections.get(name.slice(0, dot));
    return dot < 0 || (parent !== undefined && parent !== section);
  };
}
