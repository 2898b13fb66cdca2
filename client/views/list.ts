// Lists that work by keyboard: one entry takes the Tab key, arrows, Home and End move between the entries.

/** Makes a container's entries (elements with `data-key`) a list; `label` is what a screen reader calls it. */
export function asList(container: HTMLElement, label: string): HTMLElement {
  container.setAttribute("role", "list");
  container.setAttribute("aria-label", label);
  const entries = entriesOf(container);
  entries.forEach((entry, index) => {
    entry.setAttribute("role", "listitem");
    entry.tabIndex = index === 0 ? 0 : -1;
  });
  container.addEventListener("keydown", (event) => moveFocus(container, event));
  return container;
}

const entriesOf = (container: HTMLElement): HTMLElement[] => [...container.querySelectorAll<HTMLElement>("[data-key]")];

function moveFocus(container: HTMLElement, event: KeyboardEvent): void {
  const entries = entriesOf(container);
  const now = entries.indexOf(document.activeElement as HTMLElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    Home: 0,
    End: entries.length - 1,
  };
  const target = entries[targets[event.key] ?? -1];
  if (now < 0 || !target) return;
  event.preventDefault();
  entries[now]!.tabIndex = -1;
  target.tabIndex = 0;
  target.focus();
}

/** Replaces what is in a container and puts the focus back on the entry of the same key. */
export function refresh(container: HTMLElement, ...content: readonly Node[]): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && container.contains(focused) ? focused.dataset.key : undefined;
  container.replaceChildren(...content);
  if (key === undefined) return;
  const same = entriesOf(container).find((entry) => entry.dataset.key === key);
  if (!same) return;
  for (const entry of entriesOf(container)) entry.tabIndex = entry === same ? 0 : -1;
  same.focus({ preventScroll: true });
}
