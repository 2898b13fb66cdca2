// Findings as events for the editor's problem marks: each when it is found, and once more when going back has told what led to
// it. That is looked for when the program stands at a finding, or has ended.

import type { Finding, RelatedPlace } from "../check/finding.ts";
import { hasPast, placesInHindsight, worthALook } from "../machine/hindsight.ts";
import { lookBack } from "./look-back.ts";
import type { Debuggee, Session } from "./session-state.ts";

/** More are not looked into; what the machine stops for always is. */
const MAX_UNEXPLAINED = 20;

function send(session: Session, debuggee: Debuggee, finding: Finding, more: readonly RelatedPlace[] = []): void {
  const place = debuggee.placeOf(finding.pc);
  session.custom("asmoscope/finding", {
    ...{ kind: finding.kind, severity: finding.severity, message: finding.message },
    ...{ details: finding.details, time: finding.time },
    ...(place?.path === undefined ? {} : { location: place.path }),
    ...(place === undefined ? {} : { line: place.lineNumber }),
    related: [...finding.related, ...more].map(({ what, pc, time }) => {
      const at = debuggee.placeOf(pc);
      return {
        what,
        time,
        ...(at?.path === undefined ? {} : { location: at.path }),
        ...(at ? { line: at.lineNumber } : {}),
      };
    }),
  });
}

/** The same for a finding that is found again after travelling. */
export const findingKey = ({ kind, pc, time, address }: Finding): string => `${kind} ${pc} ${time} ${address}`;

/** What was found up to this instant: what stands here is told before its instruction has run. */
export function findingsSoFar({ machine, toldFindings }: Debuggee): readonly Finding[] {
  const known = new Set(machine.findings.map(findingKey));
  const here = [...toldFindings].filter(([key, { time }]) => time === machine.time && !known.has(key));
  return [...machine.findings, ...here.map(([, finding]) => finding)];
}

/** Tells a finding once; `how` says whether the machine stops for it. */
export function tellFinding(session: Session, debuggee: Debuggee, finding: Finding, how: "stops" | "goes on"): void {
  const key = findingKey(finding);
  if (debuggee.toldFindings.has(key)) return;
  debuggee.toldFindings.set(key, finding);
  if (hasPast(finding) && (how === "stops" || debuggee.unexplained.length < MAX_UNEXPLAINED))
    debuggee.unexplained.push(finding);
  send(session, debuggee, finding);
  if (how === "goes on")
    debuggee.output.say(`${finding.severity}: ${finding.message} [${finding.kind}]\n`, "stderr", finding.pc);
}

/** The state was changed here: what was found from here on has not happened. */
export function takeBackFindings(session: Session, debuggee: Debuggee): void {
  const { toldFindings, hindsight, unexplained } = debuggee;
  const { time } = debuggee.machine;
  const gone = [...toldFindings].filter(([, finding]) => finding.time >= time);
  if (gone.length === 0) return;
  for (const [key, finding] of gone) {
    toldFindings.delete(key);
    hindsight.delete(key);
    if (unexplained.includes(finding)) unexplained.splice(unexplained.indexOf(finding), 1);
  }
  session.custom("asmoscope/findingsTakenBack", { time });
}

/** What led to the findings told since this was last asked. @throws {RequestError} when the request is cancelled. */
export async function lookIntoFindings(session: Session, debuggee: Debuggee): Promise<void> {
  const findings = debuggee.unexplained.splice(0);
  if (worthALook(debuggee.machine, findings).length === 0) return;
  const places = await lookBack(session, (machine) => placesInHindsight(machine, findings));
  for (const [finding, place] of places) {
    debuggee.hindsight.set(findingKey(finding), place);
    send(session, debuggee, finding, [place]);
  }
}
