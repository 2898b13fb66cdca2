// Our own requests beyond the protocol: typed input, pictures, travelling to an instant, going to a write.

import type { Machine, MachineStop } from "../machine/machine.ts";
import { addressFrom } from "./addresses.ts";
import type {
  CustomRequests,
  GoToWriteArguments,
  InputArguments,
  PicturesAnswer,
  PicturesArguments,
  TravelArguments,
} from "./protocol.ts";
import { goOn, picturesOf, start } from "./runner.ts";
import { debuggeeOf, movableDebuggee, type Requests, type Session } from "./session-state.ts";

function input(session: Session, args: InputArguments): void {
  const debuggee = debuggeeOf(session);
  if (args.text) debuggee.input.type(new TextEncoder().encode(args.text));
  if (args.endOfFile) debuggee.input.end();
  goOn(session, debuggee);
}

function pictures(session: Session, args: PicturesArguments): PicturesAnswer {
  const debuggee = debuggeeOf(session);
  if (args.follow !== undefined) debuggee.followPictures = args.follow;
  const shown = picturesOf(debuggee);
  return shown ? { pictures: shown } : {};
}

/** To the instant after `time` instructions; a stopped event follows. */
export function travelTo(session: Session, time: number, reason: "goto" | "restart" = "goto"): void {
  const { machine, output } = movableDebuggee(session);
  const from = machine.time;
  const description = reason === "restart" ? "At the start of the function" : `At time ${time}`;
  session.event("continued", { threadId: 1, allThreadsContinued: true });
  start(session, {
    reason,
    description,
    direction: "back",
    title: description,
    share: () => Math.abs(machine.time - from) / Math.max(1, Math.abs(time - from)),
    advance(budget) {
      const stop = machine.travel(Math.min(time, machine.time + budget));
      const arrived = machine.time === time && (stop.kind === "budget" || stop.kind === "start");
      if (arrived) return { kind: "done" };
      if (stop.kind !== "budget")
        output.say(`The program does not come to time ${time}: it ends at ${machine.time}.\n`, "console");
      return stop.kind === "budget" ? { kind: "more" } : { kind: "stop", stop };
    },
  });
}

/** Back to the last write of these bytes; a stopped event follows. */
export function goToWrite(session: Session, target: { readonly address: number; readonly sizeBytes: number }): void {
  const { machine } = movableDebuggee(session);
  const from = machine.time;
  session.event("continued", { threadId: 1, allThreadsContinued: true });
  start(session, {
    reason: "data breakpoint",
    direction: "back",
    title: "Going back to the last write",
    share: () => 1 - machine.time / Math.max(1, from),
    advance() {
      const stop = reverseToWrite(machine, target);
      return stop.kind === "budget" ? { kind: "more" } : { kind: "stop", stop };
    },
  });
}

function reverseToWrite(machine: Machine, { address, sizeBytes }: { address: number; sizeBytes: number }): MachineStop {
  const { breakpoints, watchpoints } = machine;
  machine.breakpoints = new Set();
  machine.watchpoints = [{ address, sizeBytes, access: "write" }];
  try {
    return machine.reverseSome();
  } finally {
    machine.breakpoints = breakpoints;
    machine.watchpoints = watchpoints;
  }
}

export const ownRequests: Requests & Readonly<Record<keyof CustomRequests, unknown>> = {
  "asmoscope/input": input,
  "asmoscope/pictures": pictures,
  "asmoscope/travel": (session: Session, args: TravelArguments) => travelTo(session, args.time),
  "asmoscope/goToWrite": (session: Session, args: GoToWriteArguments) => {
    const address = addressFrom(movableDebuggee(session), args.address);
    goToWrite(session, { address, sizeBytes: args.sizeBytes });
  },
};
