// The edge of the process: arguments in, exit status out. Whatever goes wrong inside, the user sees a sentence.

import { dispatch, internalSentence } from "./dispatch.ts";
import { complain, processTerminal } from "./terminal.ts";

const terminal = processTerminal();
const giveUp = (error: unknown) => {
  complain(terminal, `asmoscope: ${internalSentence(error)}`);
  process.exit(125);
};
process.on("uncaughtException", giveUp);
process.on("unhandledRejection", giveUp);
// Not awaited at top level: a server that took over the process simply ends with its event loop.
void dispatch(process.argv.slice(2), terminal).then((status) => process.exit(status));
