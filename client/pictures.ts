// The memory pictures' two places: a view in the debug side bar and an editor tab. Both show the same page, which draws the
// model it is sent; here the model is fetched, followed from stop to stop, and passed on.

import * as vscode from "vscode";
import type { PicturesEvent } from "../debugger/dap/protocol.ts";
import { request, type SessionFollower } from "./session.ts";

export interface PicturePanels extends SessionFollower {
  readonly openTab: () => void;
}

/** To the page. `state`: what the pictures are of. */
interface PicturesMessage {
  readonly kind: "pictures";
  readonly state: "none" | "live" | "ended";
  readonly pictures: PicturesEvent | undefined;
}

/** From the page. */
type PageMessage = { readonly kind: "ready" } | { readonly kind: "travel"; readonly time: number };

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, "");
}

function page(webview: vscode.Webview, folder: vscode.Uri, place: "side-bar" | "tab"): string {
  const uri = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
  const secret = nonce();
  const policy = `default-src 'none'; script-src 'nonce-${secret}'; style-src ${webview.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Memory</title>
<link rel="stylesheet" href="${uri("views.css")}">
</head>
<body data-place="${place}">
<main id="pictures"></main>
<script nonce="${secret}" src="${uri("views.js")}"></script>
</body>
</html>`;
}

export function createPictures(context: vscode.ExtensionContext): PicturePanels {
  const folder = vscode.Uri.joinPath(context.extensionUri, "dist", "web");
  const pages = new Set<vscode.Webview>();
  let tab: vscode.WebviewPanel | undefined;
  let closedByHand = false;
  /** Id of the session for which the pictures have appeared. */
  let shownFor: string | undefined;
  /** The session whose pictures are shown: the one that was started last. */
  let current: vscode.DebugSession | undefined;
  let latest: PicturesMessage = { kind: "pictures", state: "none", pictures: undefined };

  function publish(message: PicturesMessage): void {
    latest = message;
    for (const webview of pages) void webview.postMessage(message);
  }

  /** Asks a session's adapter for the pictures now, and for more after each stop as long as somebody looks. */
  async function follow(session = current): Promise<void> {
    if (session && session !== current) publish({ kind: "pictures", state: "none", pictures: undefined });
    current = session;
    if (!session) return;
    try {
      const answer = await session.customRequest("asmoscope/pictures", { follow: pages.size > 0 });
      if (answer?.pictures && session === current)
        publish({ kind: "pictures", state: "live", pictures: answer.pictures });
    } catch {
      // The session is ending, or has not come so far yet: its events will tell.
    }
  }

  function attach(webview: vscode.Webview, place: "side-bar" | "tab", onDispose: vscode.Event<void>): void {
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.html = page(webview, folder, place);
    const listener = webview.onDidReceiveMessage((message: PageMessage) => {
      if (message.kind === "travel") void request("asmoscope/travel", { time: message.time });
      if (message.kind !== "ready") return;
      pages.add(webview);
      void webview.postMessage(latest);
      void follow();
    });
    onDispose(() => {
      listener.dispose();
      pages.delete(webview);
      void follow();
    });
  }

  function openTab(): void {
    if (tab) {
      tab.reveal(undefined, true);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    tab = vscode.window.createWebviewPanel("asmoscope.pictures", "Memory", column, { enableScripts: true });
    tab.onDidDispose(() => {
      tab = undefined;
      closedByHand = true;
    });
    attach(tab.webview, "tab", tab.onDidDispose);
    closedByHand = false;
  }

  /** At the first stop of a session, where the setting says. */
  async function appear(session: vscode.DebugSession): Promise<void> {
    if (shownFor === session.id || session.configuration.noDebug === true) return;
    shownFor = session.id;
    const where = vscode.workspace.getConfiguration("asmoscope").get<string>("showPictures");
    if (where === "editorTab" && !tab && !closedByHand) openTab();
    // Views that extensions add to the debug side bar begin closed.
    if (where === "sideBar") await vscode.commands.executeCommand("asmoscope.pictures.focus", { preserveFocus: true });
  }

  context.subscriptions.push(
    vscode.window.registerWebviewViewProvider("asmoscope.pictures", {
      resolveWebviewView: (view) => attach(view.webview, "side-bar", view.onDidDispose),
    }),
  );
  return {
    openTab,
    onEvent: (session) => (name, body) => {
      if (name === "asmoscope/started") void follow(session);
      if (name === "asmoscope/time") void appear(session);
      if (name === "asmoscope/pictures") publish({ kind: "pictures", state: "live", pictures: body as PicturesEvent });
    },
    onEnd(session) {
      if (session.id !== current?.id) return;
      current = undefined;
      publish({ ...latest, state: latest.pictures ? "ended" : "none" });
    },
  };
}
