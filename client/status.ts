// Two entries of the status bar: which machine the source in the editor is for, and during a run what time it is, that is,
// how many instructions have been executed.

import * as vscode from "vscode";
import type { TimeEvent } from "../debugger/dap/protocol.ts";
import type { ModeParams } from "../server/lsp/protocol.ts";
import { isAssembly } from "./languages.ts";
import type { SessionFollower } from "./session.ts";

export interface Status extends SessionFollower {
  readonly showMode: (mode: ModeParams) => void;
  /** Where the active session stands and the latest instant it has been at; undefined when there is none. */
  readonly horizon: () => TimeEvent | undefined;
}

const grouped = (count: number): string => count.toLocaleString("en-US");

function timeText({ time, horizon, ended }: TimeEvent): string {
  if (time < horizon) return `$(history) ${grouped(time)} of ${grouped(horizon)}`;
  return `$(history) ${grouped(time)}${ended ? " (ended)" : ""}`;
}

function timeTooltip({ time, horizon }: TimeEvent): string {
  const executed = `${grouped(time)} instruction${time === 1 ? "" : "s"} executed.`;
  const past = time < horizon ? ` You are looking at the past: the run has been at ${grouped(horizon)}.` : "";
  return `${executed}${past} Click to go to another instant.`;
}

export function createStatus(context: vscode.ExtensionContext): Status {
  const mode = vscode.window.createStatusBarItem("asmoscope.mode", vscode.StatusBarAlignment.Right, 90);
  mode.name = "Asmoscope: machine";
  mode.command = "asmoscope.debugFile";
  const time = vscode.window.createStatusBarItem("asmoscope.time", vscode.StatusBarAlignment.Left, 10);
  time.name = "Asmoscope: instructions executed";
  time.command = "asmoscope.goToTime";
  const modes = new Map<string, ModeParams>();
  const times = new Map<string, TimeEvent>();

  function updateMode(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isAssembly(document)) {
      mode.hide();
      return;
    }
    const known = modes.get(document.uri.toString());
    const machine = known ? ` ${known.bits}-bit${known.detected ? " (detected)" : ""}` : "";
    mode.text = `$(circuit-board) Asmoscope${machine}`;
    mode.tooltip = "F5 assembles, links and runs this file in the built-in x86 emulator.";
    mode.show();
  }

  function updateTime(): void {
    const session = vscode.debug.activeDebugSession;
    const now = session && times.get(session.id);
    if (!now) {
      time.hide();
      return;
    }
    time.text = timeText(now);
    time.tooltip = timeTooltip(now);
    time.show();
  }

  context.subscriptions.push(
    mode,
    time,
    vscode.window.onDidChangeActiveTextEditor(updateMode),
    vscode.workspace.onDidOpenTextDocument(updateMode),
    vscode.workspace.onDidCloseTextDocument((document) => modes.delete(document.uri.toString())),
    vscode.debug.onDidChangeActiveDebugSession(updateTime),
  );
  updateMode();
  return {
    showMode(params) {
      modes.set(params.uri, params);
      updateMode();
    },
    horizon() {
      const session = vscode.debug.activeDebugSession;
      return session && times.get(session.id);
    },
    onEvent: (session) => (name, body) => {
      if (name !== "asmoscope/time") return;
      times.set(session.id, body as TimeEvent);
      updateTime();
    },
    onEnd(session) {
      times.delete(session.id);
      updateTime();
    },
  };
}
