// The page of the memory pictures without an editor around it: the built script and style sheet, a model posted to it.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Pictures } from "../../debugger/view/models.ts";

/** Colours of the editor's default dark theme, as far as the pictures use them. */
const theme = {
  "--vscode-foreground": "#cccccc",
  "--vscode-descriptionForeground": "#9d9d9d",
  "--vscode-panel-border": "#80808059",
  "--vscode-focusBorder": "#0078d4",
  "--vscode-badge-background": "#616161",
  "--vscode-badge-foreground": "#f8f8f8",
  "--vscode-charts-orange": "#d18616",
  "--vscode-charts-blue": "#3794ff",
  "--vscode-charts-purple": "#b180d7",
  "--vscode-charts-yellow": "#cca700",
  "--vscode-charts-green": "#89d185",
  "--vscode-charts-red": "#f14c4c",
};

/** What the page sends to the extension. */
export type SentMessage = { readonly kind: string; readonly time?: number };

const built = (name: string): string => readFileSync(`dist/web/${name}`, "utf8");

/** Opens the page and gives what it has sent so far. */
export async function openPicturesPage(page: Page, place: "tab" | "side-bar"): Promise<() => Promise<SentMessage[]>> {
  const style = Object.entries(theme).map(([name, value]) => `${name}: ${value}`);
  await page.setContent(
    `<!DOCTYPE html><html lang="en" style="background: #1f1f1f; ${style.join("; ")}"><style>${built("views.css")}</style>` +
      `<body data-place="${place}"><main id="pictures"></main></body></html>`,
  );
  await page.evaluate(() => {
    const sent: SentMessage[] = [];
    let kept: unknown;
    const api = {
      postMessage: (message: SentMessage) => sent.push(message),
      getState: () => kept,
      setState: (state: unknown) => {
        kept = state;
      },
    };
    Object.assign(window, { sent, acquireVsCodeApi: () => api });
  });
  await page.addScriptTag({ content: built("views.js") });
  return () => page.evaluate(() => (window as unknown as { sent: SentMessage[] }).sent);
}

export async function showPictures(page: Page, pictures: Pictures, state: "live" | "ended" = "live"): Promise<void> {
  await page.evaluate((message) => window.postMessage(message, "*"), { kind: "pictures", state, pictures });
  await page.locator(`body[data-state="${state}"]`).waitFor();
}
