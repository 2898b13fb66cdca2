// The debug adapter in a browser's worker, started by the extension from a blob.

import { BROWSER_FOLD_BYTES } from "../mem/layout.ts";
import type { WorkerMessage } from "./protocol.ts";
import { serveWorker } from "./worker-host.ts";

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  postMessage(message: WorkerMessage): void;
  onmessage: ((event: { readonly data: WorkerMessage }) => void) | null;
}
const scope = globalThis as unknown as WorkerScope;

// A channel to itself: unlike timers it is not slowed down, and messages of the client get their turn in between.
const turns = new MessageChannel();
const deferred: (() => void)[] = [];
turns.port1.onmessage = () => deferred.shift()?.();

const receive = serveWorker({
  post: (message) => scope.postMessage(message),
  defer(callback) {
    deferred.push(callback);
    turns.port2.postMessage(0);
  },
  mount: () => "A browser has no folders to mount: leave out root.",
  foldBytes: BROWSER_FOLD_BYTES,
});
scope.onmessage = (event) => receive(event.data);
