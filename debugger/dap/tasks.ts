// Processes and threads as the protocol's threads: a row each in the call stack. The one whose turn it is has the machine's
// memory and registers; of the others one sees where they stand and what they wait for.

import type { DebugProtocol } from "@vscode/debugprotocol";
import type { TaskPlace } from "../machine/machine.ts";
import { PROCESS_ID } from "../os/process-stack.ts";
import { hexText } from "../view/format.ts";
import { labelText } from "../view/labels.ts";
import { codeItemAt } from "../view/lines.ts";
import type { Debuggee } from "./session-state.ts";
import { sourceOf } from "./source-names.ts";

/** Frame ids of those that have no turn begin here. */
export const OTHER_FRAME_ID = 2_000_000;

/** The program's first process is thread 1, whatever the kernel calls it. */
const threadIdOf = (id: number): number => (id === PROCESS_ID ? 1 : id);

/** The thread whose turn it is. */
export function currentThreadId({ machine }: Debuggee): number {
  const current = machine.tasks().find(({ isCurrent }) => isCurrent);
  return current === undefined ? 1 : threadIdOf(current.id);
}

const WAITS: Readonly<Record<NonNullable<TaskPlace["waitsFor"]>, string>> = {
  readable: "waits for input",
  writable: "waits to write",
  vfork: "waits for its child",
  futex: "waits for a futex",
  change: "waits",
  time: "sleeps",
};

function nameOf({ id, processId, waitsFor }: TaskPlace): string {
  const who = id === processId ? `process ${id}` : `thread ${id} of process ${processId}`;
  return waitsFor === undefined ? who : `${who}, ${WAITS[waitsFor]}`;
}

export function threadList(debuggee: Debuggee | undefined): DebugProtocol.Thread[] {
  const name = debuggee?.image.name ?? "program";
  const tasks = debuggee?.machine.tasks() ?? [];
  if (tasks.length === 0 || (tasks.length === 1 && tasks[0]!.id === PROCESS_ID)) return [{ id: 1, name }];
  return tasks.map((task) => ({ id: threadIdOf(task.id), name: nameOf(task) }));
}

/** Whether a frame is one of a thread that has no turn, but the memory of the one that has. */
export function sharesMemory({ machine }: Debuggee, frameId: number | undefined): boolean {
  const tasks = machine.tasks();
  const other = tasks.find(({ id }) => OTHER_FRAME_ID + threadIdOf(id) === frameId);
  return other !== undefined && other.processId === tasks.find(({ isCurrent }) => isCurrent)?.processId;
}

/** The only frame that is shown of a thread that has no turn; undefined for the one that has. */
export function otherFrame({ machine, names }: Debuggee, threadId: number): DebugProtocol.StackFrame | undefined {
  const task = machine.tasks().find(({ id, isCurrent }) => !isCurrent && threadIdOf(id) === threadId);
  if (task === undefined) return undefined;
  const item = codeItemAt(task.image, task.pc);
  return {
    id: OTHER_FRAME_ID + threadId,
    name: labelText(task.image, task.pc) ?? hexText(task.pc),
    ...(item ? { source: sourceOf(names, item.file) } : {}),
    line: item?.lineNumber ?? 0,
    column: item ? 1 : 0,
    instructionPointerReference: hexText(task.pc),
    presentationHint: "subtle",
  };
}
