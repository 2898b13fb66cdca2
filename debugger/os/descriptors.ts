// File descriptors: small numbers for open files. `dup` shares an open file and its position, as on Linux; 0, 1 and 2 are
// the host's streams, either a terminal (all three the same, open for reading and writing) or pipes.

import { OPEN } from "./open-flags.ts";

/** Linux's default limit of open files. */
export const DESCRIPTOR_LIMIT = 1024;

export interface OpenFile {
  readonly kind: "terminal" | "input" | "output" | "node" | "event" | "epoll";
  /** Where output goes. */
  readonly stream: 1 | 2;
  /** Node in the file system. */
  readonly node: number;
  /** O_* as opened; the status part can change (fcntl). */
  flags: number;
  /** Bytes from the start; directories: entries already read. */
  position: number;
  /** Kind "event": eventfd's counter. `position` is 1 when a read takes 1 from it instead of all. */
  counter?: bigint;
  /** Kind "epoll": what it watches, by descriptor; replaced when it changes. */
  watched?: ReadonlyMap<number, Watch>;
}

/** An entry of an epoll: the events asked for, and the program's own 8 bytes. */
export interface Watch {
  readonly file: OpenFile;
  readonly events: number;
  readonly data: bigint;
}

interface Saved {
  readonly open: ReadonlyMap<number, { readonly file: number; readonly closeOnExec: boolean }>;
  readonly files: readonly OpenFile[];
  /** The objects that `files` are copies of: an epoll's entries name them. */
  readonly originals: readonly OpenFile[];
}

export interface Descriptors {
  get(fd: number): OpenFile | undefined;
  /** Lowest free number ≥ `from`; undefined at the limit. */
  add(file: OpenFile, from?: number, closeOnExec?: "close-on-exec" | "keep"): number | undefined;
  /** Puts `file` at `fd`, closing what was there. */
  set(fd: number, file: OpenFile, closeOnExec: "close-on-exec" | "keep"): void;
  /** @returns the open file when this was its last descriptor. */
  close(fd: number): OpenFile | undefined;
  closesOnExec(fd: number): boolean;
  setCloseOnExec(fd: number, value: "close-on-exec" | "keep"): void;
  /** All open files, each once. */
  all(): readonly OpenFile[];
  save(): unknown;
  restore(saved: unknown): void;
}

/** The copy of a watched file; files that were closed since stay as they are. */
const copyOf = (saved: Saved, files: readonly OpenFile[], file: OpenFile): OpenFile =>
  files[saved.originals.indexOf(file)] ?? file;

/** Descriptors 0, 1 and 2 open. */
export function createDescriptors(streams: "terminal" | "pipes"): Descriptors {
  const open = new Map<number, { file: OpenFile; closeOnExec: boolean }>();
  const stream = (kind: OpenFile["kind"], number: 1 | 2, flags: number): OpenFile => ({
    kind,
    stream: number,
    node: 0,
    flags,
    position: 0,
  });
  if (streams === "terminal") {
    const terminal = stream("terminal", 1, OPEN.readWrite);
    open.set(0, { file: terminal, closeOnExec: false });
    open.set(1, { file: terminal, closeOnExec: false });
    open.set(2, { file: stream("terminal", 2, OPEN.readWrite), closeOnExec: false });
  } else {
    open.set(0, { file: stream("input", 1, OPEN.readOnly), closeOnExec: false });
    open.set(1, { file: stream("output", 1, OPEN.writeOnly), closeOnExec: false });
    open.set(2, { file: stream("output", 2, OPEN.writeOnly), closeOnExec: false });
  }
  const isOpen = (file: OpenFile): boolean => [...open.values()].some((entry) => entry.file === file);
  return {
    get: (fd) => open.get(fd)?.file,
    add(file, from = 0, closeOnExec = "keep") {
      let fd = from;
      while (open.has(fd)) fd++;
      if (fd >= DESCRIPTOR_LIMIT) return undefined;
      open.set(fd, { file, closeOnExec: closeOnExec === "close-on-exec" });
      return fd;
    },
    set(fd, file, closeOnExec) {
      open.set(fd, { file, closeOnExec: closeOnExec === "close-on-exec" });
    },
    close(fd) {
      const file = open.get(fd)?.file;
      open.delete(fd);
      return file && !isOpen(file) ? file : undefined;
    },
    closesOnExec: (fd) => open.get(fd)?.closeOnExec ?? false,
    setCloseOnExec(fd, value) {
      const entry = open.get(fd);
      if (entry) entry.closeOnExec = value === "close-on-exec";
    },
    all: () => [...new Set([...open.values()].map((entry) => entry.file))],
    save() {
      const files = [...new Set([...open.values()].map((entry) => entry.file))];
      const saved: Saved = {
        open: new Map(
          [...open].map(([fd, { file, closeOnExec }]) => [fd, { file: files.indexOf(file), closeOnExec }] as const),
        ),
        files: files.map((file) => ({ ...file })),
        originals: files,
      };
      return saved;
    },
    restore(value) {
      const saved = value as Saved;
      const files = saved.files.map((file) => ({ ...file }));
      // What an epoll watches are the files of then: their copies.
      for (const [k, { watched }] of saved.files.entries()) {
        if (!watched) continue;
        files[k]!.watched = new Map(
          [...watched].map(([fd, one]) => [fd, { ...one, file: copyOf(saved, files, one.file) }]),
        );
      }
      open.clear();
      for (const [fd, { file, closeOnExec }] of saved.open) open.set(fd, { file: files[file]!, closeOnExec });
    },
  };
}
