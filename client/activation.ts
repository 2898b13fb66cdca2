// The extension's main: makes its parts and joins them. Each part registers itself and hears the events of debug sessions.

import * as vscode from "vscode";
import { relayTo } from "./adapter-relay.ts";
import { registerCommands } from "./commands.ts";
import { createFindings } from "./findings.ts";
import { type LanguageService, startLanguageService } from "./language-service.ts";
import { registerLaunch } from "./launch.ts";
import { createPictures } from "./pictures.ts";
import type { Platform } from "./platform.ts";
import { createProgramTexts } from "./program-text.ts";
import { debugType, type SessionFollower } from "./session.ts";
import { createStatus } from "./status.ts";
import { createTerminals } from "./terminals.ts";

let languageService: LanguageService | undefined;

export function start(context: vscode.ExtensionContext, platform: Platform): void {
  const status = createStatus(context);
  const pictures = createPictures(context);
  const followers: readonly SessionFollower[] = [status, pictures, createTerminals(context), createFindings(context)];
  registerSessions(context, platform, followers);
  registerLaunch(context);
  languageService = startLanguageService(context, platform, status.showMode);
  const service = languageService;
  const texts = createProgramTexts(context, (params) => service.programText(params));
  registerCommands(context, { pictures, texts, languageService, horizon: status.horizon });
}

export async function stop(): Promise<void> {
  await languageService?.stop();
}

function registerSessions(
  context: vscode.ExtensionContext,
  platform: Platform,
  followers: readonly SessionFollower[],
): void {
  context.subscriptions.push(
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, {
      async createDebugAdapterDescriptor(session) {
        const { request, port } = session.configuration as { request: string; port?: number };
        if (request === "attach" && platform.ports === "unreachable")
          throw new Error("A browser cannot reach a port of this machine: attach from an editor on the desktop.");
        if (request === "attach" && port !== undefined) return new vscode.DebugAdapterServer(port, "127.0.0.1");
        const worker = await platform.startAdapter(context);
        const listeners = followers.map((follower) => follower.onEvent(session));
        const adapter = relayTo(worker, (name, body) => {
          for (const listener of listeners) listener(name, body);
        });
        return new vscode.DebugAdapterInlineImplementation(adapter);
      },
    }),
    vscode.debug.onDidTerminateDebugSession((session) => {
      if (session.type === debugType) for (const follower of followers) follower.onEnd(session);
    }),
    vscode.debug.onDidReceiveDebugSessionCustomEvent(({ session, event, body }) => {
      // Only an adapter that is not ours to relay (attach) sends its own events this way.
      if (session.type !== debugType || !event.startsWith("asmoscope/")) return;
      for (const follower of followers) follower.onEvent(session)(event as "asmoscope/time", body);
    }),
  );
}
