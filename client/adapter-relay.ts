// Stands between the editor and the debug adapter in its worker. DAP messages pass through untouched; messages named
// "asmoscope/…" end here: the adapter's requests for files are answered, its events are handed to the client's parts.
// (They must not reach the editor: it would turn their bytes into JSON.)

import * as vscode from "vscode";
import type { CustomEvents, ReverseRequest, WorkerMessage } from "../debugger/dap/protocol.ts";
import { listLocation, readLocation } from "./locations.ts";
import type { AdapterWorker } from "./platform.ts";

const ours = "asmoscope/";

/** Hears our own events of one session. */
export type EventListener = <Name extends keyof CustomEvents>(name: Name, body: CustomEvents[Name]) => void;

function isReverseRequest(message: WorkerMessage): boolean {
  return message.type === "request" && String(message.command).startsWith(ours);
}

function isOurEvent(message: WorkerMessage): boolean {
  return message.type === "event" && String(message.event).startsWith(ours);
}

async function answer(request: ReverseRequest): Promise<object> {
  switch (request.command) {
    case "asmoscope/readFile":
      return await readLocation(request.arguments.location);
    case "asmoscope/listFolder":
      return await listLocation(request.arguments.location);
    default:
      return { error: "is not known to this client" };
  }
}

/** A response as far as a refused launch is concerned. */
interface LaunchResponse {
  readonly message?: string;
  readonly body?: { readonly error?: { readonly format?: string } };
}

function isRefusedLaunch(message: WorkerMessage): boolean {
  return message.type === "response" && message.command === "launch" && message.success === false;
}

/**
 * The editor answers a refused launch with a dialog that offers launch.json, which is the wrong place when a source does not
 * assemble. Ours says the same and leads to the problems.
 */
function withoutDialog(message: WorkerMessage): WorkerMessage {
  const { message: text, body } = message as LaunchResponse;
  const sentence = body?.error?.format ?? text ?? "The program could not be started.";
  const toProblems = "Show Problems";
  void vscode.window.showErrorMessage(sentence, toProblems).then((chosen) => {
    if (chosen === toProblems) void vscode.commands.executeCommand("workbench.actions.view.problems");
  });
  return { ...message, body: { ...body, error: { id: 1, format: sentence, showUser: false } } };
}

/** One session's adapter as the editor sees it. */
export function relayTo(worker: AdapterWorker, onEvent: EventListener): vscode.DebugAdapter {
  const outgoing = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
  const toEditor = (message: WorkerMessage) => outgoing.fire(message as vscode.DebugProtocolMessage);
  let seq = 1_000_000_000;

  worker.onMessage((message) => {
    if (isOurEvent(message)) {
      const name = message.event as keyof CustomEvents;
      onEvent(name, message.body as CustomEvents[typeof name]);
    } else if (isReverseRequest(message)) {
      void answer(message as unknown as ReverseRequest).then((body) =>
        worker.post({
          seq: seq++,
          type: "response",
          request_seq: message.seq,
          success: true,
          command: message.command,
          body,
        }),
      );
    } else {
      toEditor(isRefusedLaunch(message) ? withoutDialog(message) : message);
    }
  });
  worker.onFailure((reason) => {
    const output = `The debug adapter has stopped because of an error of its own (${reason}).\n`;
    toEditor({ seq: seq++, type: "event", event: "output", body: { category: "stderr", output } });
    toEditor({ seq: seq++, type: "event", event: "terminated", body: {} });
  });
  return {
    onDidSendMessage: outgoing.event,
    handleMessage: (message) => worker.post(message as WorkerMessage),
    dispose() {
      worker.terminate();
      outgoing.dispose();
    },
  };
}
