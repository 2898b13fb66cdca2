// The debug adapter on a pair of Node streams (standard streams, a socket), for editors that start it or connect to it.
// @vscode/debugadapter's protocol server does the base protocol (headers, JSON, sequence numbers); the session answers.

import { ProtocolServer } from "@vscode/debugadapter/lib/protocol.js";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Connection, createSession } from "./session.ts";
import type { SessionHost } from "./session-state.ts";

class StreamServer extends ProtocolServer {
  readonly #session: Connection;

  /** Told when the client has disconnected, and was answered. */
  readonly #ended: () => void;

  constructor(host: SessionHost, ended: () => void) {
    super();
    this.#ended = ended;
    this.#session = createSession({ host, send: (message) => this.#pass(message) });
    // What is no JSON is dropped: there is nobody to answer to.
    this.on("error", () => {});
    this.on("close", () => this.#session.close());
  }

  /** The server numbers what it sends, and asks for messages without a number. */
  #pass(message: DebugProtocol.ProtocolMessage): void {
    const unnumbered = { ...message, seq: 0 };
    if (message.type === "event") this.sendEvent(unnumbered as DebugProtocol.Event);
    else this.sendResponse(unnumbered as DebugProtocol.Response);
    if (message.type === "response" && (message as DebugProtocol.Response).command === "disconnect") this.#ended();
  }

  protected override dispatchRequest(request: DebugProtocol.Request): void {
    this.#session.receive(request);
  }
}

/**
 * One session that reads requests from `input` and writes answers and events to `output`.
 * @param ended called when the client has disconnected; its answer is already on its way to `output`
 */
export function serveStreams(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  host: SessionHost,
  ended: () => void = () => {},
): void {
  const { stream, flush } = gatheringInto(output);
  const answered = (): void => {
    flush();
    ended();
  };
  new StreamServer(host, answered).start(input, stream);
}

/** Holds back what is written until the present turn and what it has put off are done: an answer and the stop that follows it
 * are one write, and each write wakes the client. */
function gatheringInto(output: NodeJS.WritableStream) {
  let held = "";
  const flush = (): void => {
    if (held === "") return;
    const text = held;
    held = "";
    output.write(text);
  };
  const write = (text: string): boolean => {
    if (held === "") setImmediate(flush);
    held += text;
    return true;
  };
  // All that the protocol's server does with what it writes to.
  const stream: Pick<NodeJS.WritableStream, "on" | "write"> = { on: output.on.bind(output), write };
  return { stream: stream as NodeJS.WritableStream, flush };
}
