// `npm start -- --check`: is what was started really an editor with our extension in it? The page, its configuration and the
// extension's bundle must come with status 200, a stranger must get nothing, and where a Chromium is found the extension
// must say that it is active.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, howToGetChromium } from "./chromium.mjs";

async function expectStatus(address, wanted, what) {
  const { status } = await fetch(address);
  if (status !== wanted) throw new Error(`${what}: status ${status} instead of ${wanted}`);
  console.log(`ok: ${what}: ${status}`);
}

/** Opens the page as a person would and waits for the status bar entry that the extension makes when it is activated. */
async function expectActivation(address, executablePath) {
  const { chromium } = await import("playwright-core");
  const profile = mkdtempSync(join(tmpdir(), "asmoscope-check-"));
  try {
    const browser = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      env: { ...process.env, HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile },
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    });
    try {
      const page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(address);
      await page.locator(".statusbar-item", { hasText: "Asmoscope" }).waitFor({ timeout: 60_000 });
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  console.log("ok: the extension is active");
}

/**
 * Throws a sentence when something is not as it should be. `extensionIndex` is our extension's place among those served;
 * `source` the assembly file that the page shows, which wakes the extension; undefined when there is none.
 */
export async function check({ address, extensionIndex, source }) {
  const extension = `${address}ext/${extensionIndex}`;
  await expectStatus(address, 200, "page");
  await expectStatus(`${address}product.json`, 200, "configuration");
  await expectStatus(`${extension}/package.json`, 200, "extension");
  await expectStatus(`${extension}/dist/web/extension.js`, 200, "extension's bundle");
  await expectStatus(new URL("/", address), 403, "page without the token");
  if (source === undefined) {
    console.log("the folder holds no assembly source: the extension's activation is not looked at");
    return;
  }
  const chromium = findChromium();
  if (chromium) await expectActivation(address, chromium);
  else console.log(howToGetChromium);
}
