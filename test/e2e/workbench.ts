// A real VS Code in a real browser, as a person sees it: `npm start`'s server in a process of its own, one Chromium page, and
// what one does with them. One server and one page serve all tests; a page takes about ten seconds to start, a test one.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type FrameLocator, type Locator, type Page } from "playwright-core";

const STARTED_MS = 60_000;
const SHOWN_MS = 20_000;

/** Path of a Chromium, or the sentence that says how to get one. */
export function findChromium(): { readonly path: string } | { readonly missing: string } {
  try {
    return { path: execFileSync(process.execPath, ["scripts/serve/chromium.mjs"], { encoding: "utf8" }).trim() };
  } catch (error) {
    return { missing: String((error as { stdout?: unknown }).stdout ?? "no Chromium found").trim() };
  }
}

export interface StartedServer {
  readonly address: string;
  /** Ctrl+C; resolves to the exit status. */
  readonly stop: () => Promise<number | null>;
}

/** Runs `npm start` on a folder and waits for the address it prints. */
export async function startServer(folder: string): Promise<StartedServer> {
  const options = ["scripts/start.mjs", folder, "--no-build", "--no-open", "--port", "0"];
  const child: ChildProcess = spawn(process.execPath, options, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout?.on("data", (text: Buffer) => {
      printed += text.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed);
      if (found) resolve(found[0]);
    });
    void ended.then((status) => reject(new Error(`npm start ended with status ${status}: ${printed}`)));
  });
  return {
    address,
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** A copy of the examples in a temporary folder, with further files beside them. */
export function temporaryWorkspace(): { readonly folder: string; readonly remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), "asmoscope-e2e-"));
  const folder = join(parent, "programs");
  cpSync("examples", folder, { recursive: true });
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

const SCREENSHOTS = "dist/screenshots";

async function launchBrowser(executablePath: string): Promise<{ context: BrowserContext; profile: string }> {
  const profile = mkdtempSync(join(tmpdir(), "asmoscope-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1440, height: 960 },
    // The profile is also its home: nothing is left behind in the person's own.
    env: {
      ...(process.env as Record<string, string>),
      HOME: profile,
      XDG_CONFIG_HOME: profile,
      XDG_CACHE_HOME: profile,
    },
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
  return { context, profile };
}

/** What stands on a screen changes a little after what caused it: asks until the answer is right. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  isRight: (value: Value) => boolean,
  what: string,
): Promise<Value> {
  const end = Date.now() + SHOWN_MS;
  for (;;) {
    const value = await ask();
    if (isRight(value)) return value;
    if (Date.now() > end) throw new Error(`${what}; instead: ${JSON.stringify(value).slice(0, 2000)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export class Workbench {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #profile: string;
  /** Errors of the page itself. */
  readonly errors: string[] = [];

  private constructor(context: BrowserContext, page: Page, profile: string) {
    this.#context = context;
    this.#profile = profile;
    this.page = page;
    page.on("pageerror", (error) => this.errors.push(String(error)));
  }

  static async open(executablePath: string, address: string): Promise<Workbench> {
    const { context, profile } = await launchBrowser(executablePath);
    const page = context.pages()[0] ?? (await context.newPage());
    const workbench = new Workbench(context, page, profile);
    page.setDefaultTimeout(SHOWN_MS);
    await page.goto(address);
    await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: STARTED_MS });
    return workbench;
  }

  /**
   * Loads the page anew, as somebody would who changed the folder elsewhere. Opens the file where VS Code shows none: which
   * ones were open it may not have written down in time.
   */
  async reload(name: string): Promise<void> {
    await this.page.reload();
    await this.page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: STARTED_MS });
    const item = this.statusItem("Asmoscope");
    const isRestored = await item.waitFor({ timeout: SHOWN_MS }).then(
      () => true,
      () => false,
    );
    if (isRestored) return;
    await this.openFile(name);
    await item.waitFor({ timeout: STARTED_MS });
  }

  async close(): Promise<void> {
    await this.#context.close();
    rmSync(this.#profile, { recursive: true, force: true });
  }

  /** A page of its own beside the editor's, in the same browser. */
  async blankPage(size: { readonly width: number; readonly height: number }): Promise<Page> {
    const page = await this.#context.newPage();
    await page.setViewportSize(size);
    page.on("pageerror", (error) => this.errors.push(String(error)));
    return page;
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  // ---- around the editor ----

  statusItem(text: string | RegExp): Locator {
    return this.page.locator(".statusbar-item", { hasText: text }).first();
  }

  /** Runs a command of the palette by its whole title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.locator(".quick-input-widget input.input").fill(`>${title}`);
    const names = this.page.locator(".quick-input-list .monaco-list-row .label-name");
    await names
      .filter({ hasText: new RegExp(`^${title.replace(/[.()]/g, "\\$&")}$`) })
      .first()
      .click();
  }

  async openFile(name: string): Promise<void> {
    const explorer = this.page.locator(".explorer-folders-view");
    if (!(await explorer.isVisible())) await this.page.keyboard.press("Control+Shift+E");
    const rows = explorer.locator(".monaco-list-row");
    await rows
      .filter({ hasText: new RegExp(`^${name.replaceAll(".", "\\.")}$`) })
      .first()
      .dblclick();
    await this.page.locator(`.tabs-container .tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(".editor-instance .view-lines .view-line").first().waitFor();
  }

  /** Messages at the lower right and dialogs: there should be none. */
  async complaints(): Promise<string[]> {
    return await this.page.locator(".notification-toast, .monaco-dialog-box").allInnerTexts();
  }

  // ---- in the editor ----

  /** A line of the editor on the screen, by its number from 1. */
  async #line(lineNumber: number): Promise<{ readonly left: number; readonly middle: number }> {
    const number = this.page.locator(".editor-instance .margin-view-overlays .line-numbers", {
      hasText: new RegExp(`^${lineNumber}$`),
    });
    const box = await number.first().boundingBox();
    const margin = await this.page.locator(".editor-instance .margin").first().boundingBox();
    if (!box || !margin) throw new Error(`line ${lineNumber} is not on the screen`);
    return { left: margin.x, middle: box.y + box.height / 2 };
  }

  /** Clicks in the gutter, left of the line number. */
  async toggleBreakpoint(lineNumber: number): Promise<void> {
    const { left, middle } = await this.#line(lineNumber);
    await this.page.mouse.click(left + 9, middle);
  }

  async removeBreakpoints(): Promise<void> {
    await this.command("Remove All Breakpoints");
  }

  /** Places the cursor at the end of a line. */
  async clickLine(lineNumber: number): Promise<void> {
    const { middle } = await this.#line(lineNumber);
    const text = await this.page.locator(".editor-instance .view-lines").first().boundingBox();
    await this.page.mouse.click((text?.x ?? 0) + 30, middle);
    await this.page.keyboard.press("End");
  }

  /** What the editor shows, line by line. */
  async waitEditorText(pattern: RegExp): Promise<void> {
    const lines = this.page.locator(".editor-instance .view-lines .view-line");
    const text = async () => (await lines.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    await eventually(text, (shown) => pattern.test(shown), `the editor shows ${pattern}`);
  }

  /** Waits until no error is underlined. */
  async waitNoErrors(): Promise<void> {
    const underlined = () => this.page.locator(".editor-instance .squiggly-error").count();
    await eventually(underlined, (count) => count === 0, "no error is underlined");
  }

  /** Places the cursor a number of characters behind the start of a text. */
  async placeCursor(text: string, characters: number): Promise<void> {
    const place = await this.#placeOf(text, 0);
    await this.page.mouse.click(place.left, place.middle);
    for (let step = 0; step < characters; step++) await this.page.keyboard.press("ArrowRight");
  }

  /** CSS class of the token that begins with a text; equal classes are equal colours. */
  async tokenClass(text: string): Promise<string> {
    const token = this.page.locator(".editor-instance .view-line span span", { hasText: text }).first();
    return (await token.getAttribute("class")) ?? "";
  }

  /** Where the nth occurrence of a text stands on the screen, from the top. */
  async #placeOf(text: string, nth: number): Promise<{ left: number; center: number; middle: number }> {
    const places = await this.page.evaluate((wanted) => {
      const lines = [...document.querySelectorAll(".editor-instance .view-lines .view-line")];
      return lines.flatMap((line) => {
        const shown = (line.textContent ?? "").replaceAll("\u00a0", " ");
        const start = shown.indexOf(wanted);
        if (start < 0) return [];
        /** The text node and offset of a character of the line. */
        const at = (index: number): [Node, number] => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let left = index;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const length = (node.nodeValue ?? "").length;
            if (left <= length) return [node, left];
            left -= length;
          }
          return [line, 0];
        };
        const range = document.createRange();
        range.setStart(...at(start));
        range.setEnd(...at(start + wanted.length));
        const box = range.getBoundingClientRect();
        return [{ left: box.x, center: box.x + box.width / 2, middle: box.y + box.height / 2 }];
      });
    }, text);
    const place = places.sort((a, b) => a.middle - b.middle)[nth];
    if (!place) throw new Error(`"${text}" is not on the screen`);
    return place;
  }

  /** Moves the mouse over the nth place where a text stands and gives what appears, once it fits the pattern. */
  async waitHover(word: string, pattern: RegExp, nth = 0): Promise<void> {
    const hover = this.page.locator(".monaco-hover:not(.hidden) .hover-contents");
    const shown = async () => {
      // Anew each time: the lines may have moved, and a hover on the way there may have come first.
      await this.page.locator(".part.titlebar").hover();
      const { center, middle } = await this.#placeOf(word, nth);
      await this.page.mouse.move(center - 2, middle);
      await this.page.mouse.move(center, middle, { steps: 2 });
      const appeared = hover.first().waitFor({ timeout: 2000 });
      await appeared.catch(() => {});
      await this.page.waitForTimeout(100);
      return (await hover.allInnerTexts()).join("\n").trim();
    };
    await eventually(shown, (text) => pattern.test(text), `the hover over "${word}" shows ${pattern}`);
  }

  // ---- debugging ----

  async waitStopped(): Promise<void> {
    await this.page.locator(".debug-toolbar").waitFor();
    await this.page.locator(".debug-top-stack-frame-line").first().waitFor();
  }

  async stopDebugging(): Promise<void> {
    await this.page.keyboard.press("Shift+F5");
    await this.page.locator(".debug-toolbar").waitFor({ state: "hidden" });
  }

  /** A button of the debug toolbar by its icon: "step-back", "reverse-continue". */
  async pressToolbar(icon: string): Promise<void> {
    await this.page.locator(`.debug-toolbar .codicon-debug-${icon}`).click();
  }

  async #rows(view: string): Promise<string[]> {
    const rows = this.page.locator(`${view} .monaco-list-row`);
    return await rows.evaluateAll((found) => found.map((row) => row.textContent ?? ""));
  }

  /** Rows of the VARIABLES view: "rax =0xc"; they change a little after the stop. */
  async waitVariable(pattern: RegExp): Promise<string> {
    const rows = () => this.#rows(".debug-variables");
    const found = await eventually(rows, (all) => all.some((row) => pattern.test(row)), `VARIABLES show ${pattern}`);
    return found.find((row) => pattern.test(row)) ?? "";
  }

  /** Waits for the first rows of the CALL STACK view, "_startbrk.asm20:1". The deeper ones come later than the top. */
  async waitFrames(...patterns: readonly RegExp[]): Promise<void> {
    const rows = () => this.#rows(".debug-call-stack");
    const fit = (frames: string[]) => patterns.every((pattern, index) => pattern.test(frames[index] ?? ""));
    await eventually(rows, fit, `CALL STACK begins ${patterns.join(", ")}`);
  }

  /** Opens a scope of the VARIABLES view, after closing what stands above it if it is not on the screen. */
  async #openScope(name: string): Promise<void> {
    const scopes = this.page.locator('.debug-variables .monaco-list-row[aria-level="1"]');
    const wanted = scopes.filter({ hasText: new RegExp(`^${name}`) }).first();
    const target = (await wanted.count()) > 0 ? wanted : scopes.first();
    const closed = (await target.getAttribute("aria-expanded", { timeout: 1000 })) !== "true";
    if (closed === (target === wanted)) await target.locator(".monaco-tl-twistie").click({ timeout: 1000 });
  }

  /** Waits for a variable of a scope; the view is drawn anew at each stop, later than the stop itself. */
  async waitScopeVariable(scope: string, pattern: RegExp): Promise<void> {
    const rows = async () => {
      const shown = await this.#rows(".debug-variables");
      if (shown.some((row) => pattern.test(row))) return shown;
      await this.#openScope(scope).catch(() => {
        // Drawn anew in between: the next round tries again.
      });
      await this.page.waitForTimeout(150);
      return await this.#rows(".debug-variables");
    };
    await eventually(rows, (all) => all.some((row) => pattern.test(row)), `scope ${scope} shows ${pattern}`);
  }

  /** Takes the quick fix whose title holds a text, at the cursor. */
  async quickFix(title: string): Promise<void> {
    const widget = this.page.locator(".action-widget");
    const row = widget.locator(".monaco-list-row", { hasText: title }).first();
    // The editor asks once: while the server is busy with the text, the list can be one without it.
    for (let isThere = false, tries = 0; !isThere; tries++) {
      await this.page.keyboard.press("Control+.");
      isThere = await row.waitFor({ timeout: tries < 3 ? 5000 : 20_000 }).then(
        () => true,
        (missing) => {
          if (tries === 3) throw missing;
          return false;
        },
      );
      if (!isThere) await this.page.keyboard.press("Escape");
    }
    const focused = async () => (await widget.locator(".monaco-list-row.focused").allInnerTexts()).join();
    for (let step = 0; step < 10 && !(await focused()).includes(title); step++)
      await this.page.keyboard.press("ArrowDown");
    await this.page.keyboard.press("Enter");
    await widget.waitFor({ state: "hidden" });
  }

  /** Waits for a text on the screen of the terminal. */
  async waitTerminal(pattern: RegExp): Promise<void> {
    const screen = async () => (await this.page.locator(".xterm-rows > div").allInnerTexts()).join("\n");
    await eventually(screen, (text) => pattern.test(text.replaceAll("\u00a0", " ")), `the terminal shows ${pattern}`);
  }

  /** The page of the memory pictures. */
  pictures(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }
}
