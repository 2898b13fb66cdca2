// The debug adapter: takes requests of the Debug Adapter Protocol one by one, answers each, sends events in between. It knows
// no transport: `send` gets every message for the client, `receive` is given every message from it.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { breakpointRequests } from "./breakpoint-requests.ts";
import { defaultExceptions } from "./exception-filters.ts";
import { executionRequests } from "./execution-requests.ts";
import { lifecycleRequests } from "./lifecycle-requests.ts";
import { memoryRequests } from "./memory-requests.ts";
import { ownRequests } from "./own-requests.ts";
import { RequestError, type Requests, type Session, type SessionHost } from "./session-state.ts";
import { sourceRequests } from "./source-requests.ts";
import { stackRequests } from "./stack-requests.ts";
import { valueRequests } from "./value-requests.ts";

export interface SessionOptions {
  readonly send: (message: DebugProtocol.ProtocolMessage) => void;
  readonly host: SessionHost;
}

export interface Connection {
  receive(message: DebugProtocol.ProtocolMessage): void;
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

export function createSession({ send, host }: SessionOptions): Connection {
  let sequence = 0;
  const post = (message: object): void => send({ seq: ++sequence, ...message } as DebugProtocol.ProtocolMessage);
  const session: Session = {
    host,
    event: (event, body) => post({ type: "event", event, ...(body === undefined ? {} : { body }) }),
    custom: (event, body) => post({ type: "event", event, body }),
    client: { adapterID: "asmoscope" },
    debuggee: undefined,
    exceptions: defaultExceptions,
  };

  function answer(request: DebugProtocol.Request, body: unknown): void {
    const { seq: request_seq, command } = request;
    post({ type: "response", request_seq, command, success: true, ...(body === undefined ? {} : { body }) });
  }

  /** Whatever goes wrong, the client sees a sentence. */
  function refuse(request: DebugProtocol.Request, error: unknown): void {
    const { seq: request_seq, command } = request;
    const known = error instanceof RequestError;
    const text = error instanceof Error ? error.message : String(error);
    const format = known ? text : `internal error, please report it: ${text.split("\n")[0]}`;
    const showUser = !known || error.audience === "person";
    const body = { error: { id: 1, format: format.replaceAll("{", "(").replaceAll("}", ")"), showUser } };
    post({ type: "response", request_seq, command, success: false, message: format, body });
  }

  async function handle(request: DebugProtocol.Request): Promise<void> {
    const act = Object.hasOwn(requests, request.command) ? requests[request.command] : undefined;
    try {
      if (!act) throw new RequestError(`Asmoscope does not know the request "${request.command}".`, "log");
      const result = act(session, (request.arguments ?? {}) as never);
      // Answers of requests that need nothing from outside keep their order without a turn of the event loop.
      answer(request, result instanceof Promise ? await result : result);
    } catch (error) {
      refuse(request, error);
    }
  }

  return {
    receive(message) {
      if (message.type === "request") void handle(message as DebugProtocol.Request);
    },
  };
}
