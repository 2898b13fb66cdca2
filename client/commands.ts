// The commands of package.json: each a few lines that call the part concerned.

import * as vscode from "vscode";
import type { TimeEvent } from "../debugger/dap/protocol.ts";
import type { LanguageService } from "./language-service.ts";
import { assemblyInSight } from "./languages.ts";
import { runDocument } from "./launch.ts";
import type { PicturePanels } from "./pictures.ts";
import type { ProgramTexts } from "./program-text.ts";
import { request } from "./session.ts";

export interface CommandParts {
  readonly pictures: PicturePanels;
  readonly texts: ProgramTexts;
  readonly languageService: LanguageService;
  readonly horizon: () => TimeEvent | undefined;
}

async function documentAt(uri: unknown): Promise<vscode.TextDocument | undefined> {
  if (typeof uri === "string") return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  return uri instanceof vscode.Uri ? await vscode.workspace.openTextDocument(uri) : assemblyInSight();
}

async function runFile(uri: unknown, how: "debug" | "run"): Promise<void> {
  const document = await documentAt(uri);
  if (document) await runDocument(document, how);
  else void vscode.window.showInformationMessage("Asmoscope: open an assembly file first.");
}

/** A finding gives the instant and its session along; else the person is asked. */
async function goToTime(now: TimeEvent | undefined, time: unknown, session: unknown): Promise<void> {
  if (typeof time === "number") {
    await request("asmoscope/travel", { time }, session as vscode.DebugSession | undefined);
    return;
  }
  if (!now) {
    void vscode.window.showInformationMessage("Asmoscope: no program is being debugged.");
    return;
  }
  const answer = await vscode.window.showInputBox({
    title: "Go to an instant of the run",
    prompt: `Number of instructions executed, 0 to ${now.horizon}`,
    value: String(now.time),
    validateInput: (text) => (/^\s*\d{1,15}\s*$/.test(text) ? undefined : "A whole number, counting from 0."),
  });
  if (answer !== undefined) await request("asmoscope/travel", { time: Number(answer) });
}

interface ServerPosition {
  readonly line: number;
  readonly character: number;
}

/** A code lens of the language server: its places are plain data, the editor's command wants its own kind. */
async function showUses(uri: unknown, position: unknown, places: unknown): Promise<void> {
  const toPosition = ({ line, character }: ServerPosition) => new vscode.Position(line, character);
  const uses = places as readonly { uri: string; range: { start: ServerPosition; end: ServerPosition } }[];
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(String(uri)),
    toPosition(position as ServerPosition),
    uses.map((use) => {
      const range = new vscode.Range(toPosition(use.range.start), toPosition(use.range.end));
      return new vscode.Location(vscode.Uri.parse(use.uri), range);
    }),
  );
}

/** Where the setting was made last is where it is changed; else in the workspace, and without one for the user. */
async function setMode(uri: unknown, mode: unknown): Promise<void> {
  const document = await documentAt(uri);
  const settings = vscode.workspace.getConfiguration("asmoscope", document?.uri);
  const set = settings.inspect("mode");
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const inFolder = set?.workspaceFolderValue !== undefined;
  const inWorkspace = set?.workspaceValue !== undefined || (set?.globalValue === undefined && hasWorkspace());
  await settings.update("mode", String(mode), inFolder ? WorkspaceFolder : inWorkspace ? Workspace : Global);
}

const hasWorkspace = (): boolean => (vscode.workspace.workspaceFolders ?? []).length > 0;

/** What the VARIABLES view passes to a command of its menu; only what is used here. */
interface VariableContext {
  readonly variable?: { readonly memoryReference?: string; readonly evaluateName?: string };
}

async function goToWrite(context: VariableContext | undefined): Promise<void> {
  const address = context?.variable?.memoryReference;
  if (address === undefined) {
    void vscode.window.showInformationMessage("Asmoscope: this value does not stand in memory.");
    return;
  }
  await request("asmoscope/goToWrite", { address, sizeBytes: 1 });
}

/** What the editor calls with whatever the place of the command gives along. */
type Command = (...given: unknown[]) => Promise<unknown> | Thenable<unknown> | undefined;

export function registerCommands(context: vscode.ExtensionContext, parts: CommandParts): void {
  const commands: Readonly<Record<string, Command>> = {
    debugFile: (uri) => runFile(uri, "debug"),
    runFile: (uri) => runFile(uri, "run"),
    showPictures: () => vscode.commands.executeCommand("asmoscope.pictures.focus"),
    openPictures: async () => parts.pictures.openTab(),
    goToStart: () => request("asmoscope/travel", { time: 0 }),
    goToTime: (time, session) => goToTime(parts.horizon(), time, session),
    goToWrite: (variable) => goToWrite(variable as VariableContext | undefined),
    showListing: () => parts.texts.show("listing"),
    showPreprocessed: () => parts.texts.show("preprocessed"),
    showUses: (uri, position, places) => showUses(uri, position, places),
    setMode: (uri, mode) => setMode(uri, mode),
    restartLanguageServer: () => parts.languageService.restart(),
  };
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(`asmoscope.${name}`, run));
}
