// The journal: a Host around the real one that remembers every answer, so that going back in time and forward again gives
// the same run to the bit, prints nothing twice and asks nobody twice. Positions are counts of what was asked and said.

import type { ErrnoName } from "../../server/facts/errno.ts";
import type { Host, HostFiles, HostInput } from "../os/host.ts";

/** Where in the journal a checkpoint stands. */
export interface JournalPosition {
  readonly answers: number;
  readonly outputs: number;
}

export interface Journal {
  /** What the kernel and libc are given. */
  readonly host: Host;
  position(): JournalPosition;
  /** Back to an earlier position: from there on answers are repeated and output already said is swallowed. */
  rewind(position: JournalPosition): void;
  /** Forgets what came after the present position. Input that was read there is read again, so nothing typed is lost. */
  discardLater(): void;
}

/** One answer of the host. `question` guards against a replay that asks something else. */
interface Answer {
  readonly question: string;
  readonly value: unknown;
}

/** Wraps `host`; see the file's paragraph. */
export function createJournal(host: Host): Journal {
  const answers: Answer[] = [];
  /** Input that was read in a discarded future: comes before anything new. */
  let unread: Uint8Array[] = [];
  let nextAnswer = 0;
  let outputs = 0;
  let outputsSaid = 0;
  /** Output that could not be written, by its number. */
  const outputProblems = new Map<number, ErrnoName>();

  function ask<T>(question: string, real: () => T): T {
    const recorded = answers[nextAnswer];
    if (recorded?.question === question) {
      nextAnswer++;
      return recorded.value as T;
    }
    // A replay that asks something else cannot happen in a deterministic machine; dropping the rest keeps it consistent.
    answers.length = nextAnswer;
    const value = real();
    if (value === "pending") return value;
    answers.push({ question, value });
    nextAnswer++;
    return value;
  }

  function takeInput(maxBytes: number): HostInput {
    const [first, ...rest] = unread;
    if (!first) return host.readInput(maxBytes);
    unread = first.length > maxBytes ? [first.subarray(maxBytes), ...rest] : rest;
    return first.subarray(0, maxBytes);
  }

  const files = host.files;
  const journalled: Host = {
    readInput: (maxBytes) => ask(`input ${maxBytes}`, () => takeInput(maxBytes)),
    writeOutput(stream, bytes, sourceAddress) {
      if (++outputs > outputsSaid) {
        outputsSaid = outputs;
        const problem = host.writeOutput(stream, bytes, sourceAddress);
        if (problem) outputProblems.set(outputs, problem);
        else outputProblems.delete(outputs);
      }
      return outputProblems.get(outputs);
    },
    ...(host.streams ? { streams: host.streams } : {}),
    ...(files ? { files: journalledFiles(files, ask) } : {}),
  };

  return {
    host: journalled,
    position: () => ({ answers: nextAnswer, outputs }),
    rewind(position) {
      nextAnswer = position.answers;
      outputs = position.outputs;
    },
    discardLater() {
      const later = answers.splice(nextAnswer).filter(({ question }) => question.startsWith("input "));
      const bytes = later.map(({ value }) => value as Uint8Array);
      unread = [...bytes, ...unread].filter(({ length }) => length > 0);
      outputsSaid = outputs;
    },
  };
}

function journalledFiles(files: HostFiles, ask: <T>(question: string, real: () => T) => T): HostFiles {
  return {
    writable: files.writable,
    read: (name) => ask(`read ${name}`, () => files.read(name)),
    write: (name, bytes) => ask(`write ${name}`, () => files.write(name, bytes)),
    about: (name) => ask(`about ${name}`, () => files.about(name)),
    remove: (name) => ask(`remove ${name}`, () => files.remove(name)),
    makeDirectory: (name) => ask(`make ${name}`, () => files.makeDirectory(name)),
    link: (name, another) => ask(`link ${name} as ${another}`, () => files.link(name, another)),
    makeLink: (name, target) => ask(`link ${name} to ${target}`, () => files.makeLink(name, target)),
    rename: (from, to) => ask(`rename ${from} to ${to}`, () => files.rename(from, to)),
    list: (name) => ask(`list ${name}`, () => files.list(name)),
  };
}
