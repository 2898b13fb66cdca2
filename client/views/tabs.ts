// The three pictures as tabs where there is room for one, side by side where there is room for all (the style sheet decides).

import { element } from "./dom.ts";

export interface Tab {
  readonly id: string;
  readonly title: string;
  /** Where the picture is drawn. */
  readonly content: HTMLElement;
}

export const makeTab = (id: string, title: string): Tab => ({
  id,
  title,
  content: element("div", { class: "content" }),
});

/** Tab list and panels; `onChoose` hears which tab is in front, for the next time. */
export function drawTabs(tabs: readonly Tab[], first: string, onChoose: (id: string) => void): HTMLElement {
  const buttons = tabs.map(({ id, title }) =>
    element("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` }, title),
  );
  const panels = tabs.map(({ id, title, content }) =>
    element(
      "section",
      { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}` },
      element("h2", {}, title),
      content,
    ),
  );

  function choose(index: number): void {
    buttons.forEach((button, position) => {
      button.setAttribute("aria-selected", String(position === index));
      button.tabIndex = position === index ? 0 : -1;
      panels[position]!.dataset.front = String(position === index);
    });
    onChoose(tabs[index]!.id);
  }

  const list = element("div", { role: "tablist", "aria-label": "Pictures" }, ...buttons);
  list.addEventListener("click", (event) => {
    const index = buttons.indexOf(event.target as HTMLButtonElement);
    if (index >= 0) choose(index);
  });
  list.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = (now + step + buttons.length) % buttons.length;
    choose(next);
    buttons[next]!.focus();
  });
  choose(
    Math.max(
      0,
      tabs.findIndex(({ id }) => id === first),
    ),
  );
  return element("div", { class: "tabs" }, list, element("div", { class: "panels" }, ...panels));
}
