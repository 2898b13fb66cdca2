// Builds elements from plain values: text is always text, never markup, since it comes from the program under debug.

export interface Attributes {
  readonly [name: string]: string | number | undefined;
}

export type Child = Node | string | undefined;

/** An element with attributes (undefined ones are left out) and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // The page's content policy forbids style attributes in markup; set from here they are allowed.
    if (name === "style") made.style.cssText = String(value);
    else if (value !== undefined) made.setAttribute(name, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The same for a part of a drawing. */
export function shape<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Node[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** Class names that hold. */
export function classes(names: Readonly<Record<string, boolean>>): string {
  return Object.entries(names)
    .filter(([, holds]) => holds)
    .map(([name]) => name)
    .join(" ");
}
