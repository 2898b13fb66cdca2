// The debug adapter on a pair of Node streams (standard streams, a socket), for editors that start it or connect to it.
// @vscode/debugadapter's protocol server does the base protocol (headers, JSON, sequence numbers); the session answers.

import { Writable } from "node:stream";
import { ProtocolServer } from "@vscode/debugadapter/lib/protocol.js";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { type Connection, createSession } from "./session.ts";
import type { SessionHost } from "./session-state.ts";

class StreamServer extends ProtocolServer {
  readonly #session: Connection;

  /** Told when the client has disconnected, and was answered. */
  readonly #ended: () => void;

  /** Holds back what is written until the present turn and what it has put off are done: an answer and the stop that follows
   * it are one write, and each write wakes the client. */
  readonly #gather: () => void;

  constructor(host: SessionHost, gather: () => void, ended: () => void) {
    super();
    this.#ended = ended;
    this.#gather = gather;
    this.#session = createSession({ host, send: (message) => this.#pass(message) });
    // What is no JSON is dropped: there is nobody to answer to.
    this.on("error", () => {});
    this.on("close", () => this.#session.close());
  }

  /** The server numbers what it sends, and asks for messages without a number. */
  #pass(message: DebugProtocol.ProtocolMessage): void {
    this.#gather();
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
  let isGathering = false;
  const gather = (): void => {
    if (isGathering || !(output instanceof Writable)) return;
    isGathering = true;
    output.cork();
    setImmediate(() => {
      isGathering = false;
      output.uncork();
    });
  };
  new StreamServer(host, gather, ended).start(input, output);
}
