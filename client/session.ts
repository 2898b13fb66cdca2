// A debug session as the client's parts see it: its type, who follows it, and our own requests to its adapter.

import * as vscode from "vscode";
import type { CustomRequests } from "../debugger/dap/protocol.ts";
import type { EventListener } from "./adapter-relay.ts";

export const debugType = "asmoscope";

/** A part of the client that follows debug sessions. */
export interface SessionFollower {
  readonly onEvent: (session: vscode.DebugSession) => EventListener;
  /** The session is over. */
  readonly onEnd: (session: vscode.DebugSession) => void;
}

/** Sends one of our own requests; a refusal is shown as the adapter words it, and gives undefined. */
export async function request<Name extends keyof CustomRequests>(
  name: Name,
  args: CustomRequests[Name]["arguments"],
  session = vscode.debug.activeDebugSession,
): Promise<CustomRequests[Name]["answer"] | undefined> {
  if (session?.type !== debugType) {
    void vscode.window.showInformationMessage("Asmoscope: no program is being debugged.");
    return undefined;
  }
  try {
    return await session.customRequest(name, args);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
