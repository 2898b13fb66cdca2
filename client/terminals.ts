// A program's terminal: shows what it writes and sends what is typed, in the editor's own terminal panel, on the desktop and in
// a browser alike. It appears with the first output or when the program waits for input; a new run replaces the old one.

import * as vscode from "vscode";
import type { InputArguments, InputWantedEvent, StartedEvent, TerminalEvent } from "../debugger/dap/protocol.ts";
import { createLineEditor } from "./line-editor.ts";
import { request, type SessionFollower } from "./session.ts";

interface ProgramTerminal {
  readonly write: (event: TerminalEvent) => void;
  /** Brings the terminal to the front; the keyboard goes to it only when the program waits for input. */
  readonly reveal: (focus: "keep-focus" | "take-focus") => void;
  readonly end: () => void;
  readonly dispose: () => void;
}

/** A terminal wants "\r\n"; programs write "\n". */
const toScreen = (text: string): string => text.replace(/\r?\n/g, "\r\n");

function openTerminal(name: string, session: vscode.DebugSession): ProgramTerminal {
  const output = new vscode.EventEmitter<string>();
  const decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  // Output that comes before the terminal is on the screen would be lost.
  let waiting: string[] | undefined = [];
  let running = true;

  function show(text: string): void {
    if (waiting) waiting.push(text);
    else output.fire(text);
  }

  const send = (input: InputArguments) => void request("asmoscope/input", input, session);
  const editor = createLineEditor({
    echo: show,
    submit: (text) => send({ text }),
    endOfFile: () => send({ endOfFile: true }),
    interrupt: () => void vscode.debug.stopDebugging(session),
  });
  const terminal = vscode.window.createTerminal({
    name,
    iconPath: new vscode.ThemeIcon("circuit-board"),
    isTransient: true,
    pty: {
      onDidWrite: output.event,
      open() {
        for (const text of waiting ?? []) output.fire(text);
        waiting = undefined;
      },
      close: () => {},
      handleInput(keys: string) {
        if (running) editor.type(keys);
      },
    },
  });
  return {
    write: ({ stream, bytes }) => show(toScreen(decoders[stream].decode(bytes, { stream: true }))),
    reveal: (focus) => terminal.show(focus === "keep-focus"),
    end() {
      if (running) show("\r\n\x1b[2m[the program has ended]\x1b[0m\r\n");
      running = false;
    },
    dispose() {
      terminal.dispose();
      output.dispose();
    },
  };
}

export function createTerminals(context: vscode.ExtensionContext): SessionFollower {
  const live = new Map<string, ProgramTerminal>();
  const names = new Map<string, string>();
  let ended: ProgramTerminal | undefined;

  function terminalOf(session: vscode.DebugSession): ProgramTerminal {
    const known = live.get(session.id);
    if (known) return known;
    ended?.dispose();
    ended = undefined;
    const opened = openTerminal(names.get(session.id) ?? session.name, session);
    live.set(session.id, opened);
    opened.reveal("keep-focus");
    return opened;
  }

  context.subscriptions.push({
    dispose() {
      for (const terminal of [...live.values(), ended]) terminal?.dispose();
    },
  });
  return {
    onEvent: (session) => (name, body) => {
      if (name === "asmoscope/started") names.set(session.id, (body as StartedEvent).name);
      if (name === "asmoscope/terminal") terminalOf(session).write(body as TerminalEvent);
      // With the debug console as terminal the program's input is typed there, and it has no terminal here.
      const wanted = name === "asmoscope/inputWanted" && (body as InputWantedEvent).wanted === "yes";
      if (wanted && session.configuration.console !== "debugConsole") terminalOf(session).reveal("take-focus");
    },
    onEnd(session) {
      const terminal = live.get(session.id);
      live.delete(session.id);
      names.delete(session.id);
      if (!terminal) return;
      terminal.end();
      ended?.dispose();
      ended = terminal;
    },
  };
}
