// Progress of what takes long (going back over a long run): told only after a while, to clients that show it, at most four
// times a second. Its cancel button pauses.

import type { Debuggee, Session } from "./session-state.ts";

/** What takes longer than this is shown. */
const PATIENCE_MS = 500;
const INTERVAL_MS = 250;

export interface ShownProgress {
  readonly id: string;
  toldMs: number;
}

/** To be called between slices. `share` of the work is done, 0 to 1. */
export function tellProgress(session: Session, debuggee: Debuggee, title: string, share: number): void {
  if (!session.client.supportsProgressReporting) return;
  const now = session.host.now();
  debuggee.progress ??= { id: "", toldMs: now + PATIENCE_MS - INTERVAL_MS };
  if (now - debuggee.progress.toldMs < INTERVAL_MS) return;
  const percentage = Math.round(Math.min(1, Math.max(0, share)) * 100);
  if (debuggee.progress.id === "") {
    debuggee.progress = { id: `progress ${++session.progressCount}`, toldMs: now };
    session.event("progressStart", { progressId: debuggee.progress.id, title, cancellable: true, percentage });
    return;
  }
  debuggee.progress.toldMs = now;
  session.event("progressUpdate", { progressId: debuggee.progress.id, percentage });
}

/** The work is done or given up. */
export function endProgress(session: Session, debuggee: Debuggee): void {
  if (debuggee.progress && debuggee.progress.id !== "")
    session.event("progressEnd", { progressId: debuggee.progress.id });
  debuggee.progress = undefined;
}
