// The debug adapter: takes requests of the Debug Adapter Protocol one by one, answers each, sends events in between. It knows
// no transport: `send` gets every message for the client, `receive` is given every message from it.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { breakpointRequests } from "./breakpoint-requests.ts";
import { defaultExceptions } from "./exception-filters.ts";
import { executionRequests } from "./execution-requests.ts";
import { disconnect, lifecycleRequests } from "./lifecycle-requests.ts";
import { rebased } from "./line-base.ts";
import { memoryRequests } from "./memory-requests.ts";
import { ownRequests } from "./own-requests.ts";
import { checkArguments, withoutNulls } from "./request-arguments.ts";
import { BUSY, RequestError, type Requests, type Session, type SessionHost, type Task } from "./session-state.ts";
import { sourceRequests } from "./source-requests.ts";
import { stackRequests } from "./stack-requests.ts";
import { valueRequests } from "./value-requests.ts";

export interface SessionOptions {
  readonly send: (message: DebugProtocol.ProtocolMessage) => void;
  readonly host: SessionHost;
}

export interface Connection {
  receive(message: DebugProtocol.ProtocolMessage): void;
  /** The client is gone: nothing runs on. */
  close(): void;
}

const requests: Requests = {
  ...lifecycleRequests,
  ...breakpointRequests,
  ...executionRequests,
  ...stackRequests,
  ...valueRequests,
  ...memoryRequests,
  ...sourceRequests,
  ...(ownRequests as Requests),
};

/** Names of the requests that are answered, for tests. */
export const requestNames: readonly string[] = Object.keys(requests);

/** What may not wait for the end of a long piece of work: it ends it, or needs nothing of it. */
const AT_ONCE = new Set(["cancel", "disconnect", "terminate", "pause", "threads"]);

/** A request as far as it must be right to be answered at all. */
const isRequest = (message: unknown): message is DebugProtocol.Request =>
  typeof message === "object" && message !== null && "type" in message && message.type === "request";

export function createSession({ send, host }: SessionOptions): Connection {
  let sequence = 0;
  const post = (message: object): void => send({ seq: ++sequence, ...message } as DebugProtocol.ProtocolMessage);
  const queue: DebugProtocol.Request[] = [];
  const outwards = (body: unknown): unknown => rebased(body, session.client, -1);
  const session: Session = {
    host,
    event: (event, body) => post({ type: "event", event, ...(body === undefined ? {} : { body: outwards(body) }) }),
    custom: (event, body) => post({ type: "event", event, body }),
    client: { adapterID: "asmoscope" },
    debuggee: undefined,
    exceptions: defaultExceptions,
    tasks: new Map(),
    progressCount: 0,
    task: { cancelled: false },
    async working(work) {
      session.tasks.set(BUSY, session.task);
      try {
        return await work();
      } finally {
        session.tasks.delete(BUSY);
        host.defer(serveQueue);
      }
    },
  };

  function serveQueue(): void {
    while (queue.length > 0 && !session.tasks.has(BUSY)) void handle(queue.shift()!);
  }

  function answer(request: DebugProtocol.Request, body: unknown): void {
    const { seq: request_seq, command } = request;
    post({
      type: "response",
      request_seq,
      command,
      success: true,
      ...(body === undefined ? {} : { body: outwards(body) }),
    });
  }

  /** Whatever goes wrong, the client sees a sentence. */
  function refuse(request: DebugProtocol.Request, error: unknown): void {
    const { seq: request_seq, command } = request;
    const known = error instanceof RequestError;
    const text = error instanceof Error ? error.message : String(error);
    const format = known ? text : `internal error, please report it: ${text.split("\n")[0]}`;
    const showUser = !known || error.audience === "person";
    // Braces in a format stand for variables.
    const said = format.includes("{") ? { format: "{sentence}", variables: { sentence: format } } : { format };
    const body = { error: { id: 1, ...said, showUser } };
    post({ type: "response", request_seq, command, success: false, message: format, body });
  }

  async function handle(request: DebugProtocol.Request): Promise<void> {
    const { seq, command } = request;
    const task: Task = { cancelled: false };
    session.tasks.set(seq, task);
    session.task = task;
    try {
      const act = Object.hasOwn(requests, command) ? requests[command] : undefined;
      if (!act) throw new RequestError(`Asmoscope does not know the request "${command}".`, "log");
      const given = withoutNulls(request.arguments ?? {});
      checkArguments(command, given);
      const result = act(session, rebased(given, session.client, 1) as never);
      // Answers of requests that need nothing from outside keep their order without a turn of the event loop.
      answer(request, result instanceof Promise ? await result : result);
    } catch (error) {
      refuse(request, error);
    } finally {
      if (session.tasks.get(seq) === task) session.tasks.delete(seq);
    }
  }

  return {
    receive(message) {
      if (!isRequest(message)) return;
      if (session.tasks.has(BUSY) && !AT_ONCE.has(message.command)) queue.push(message);
      else void handle(message);
    },
    close() {
      queue.length = 0;
      disconnect(session, {});
    },
  };
}
