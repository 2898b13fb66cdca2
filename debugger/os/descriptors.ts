// File descriptors: small numbers for open files. `dup` shares an open file and its position, as on Linux; 0, 1 and 2 are
// the host's streams, either a terminal (all three the same, open for reading and writing) or pipes. Each process has a table
// of its own; a child begins with a copy of its parent's, whose open files are the same.

import { OPEN } from "./open-flags.ts";

/** The limit of open files that a process begins with, and can have at most. */
export const DESCRIPTOR_LIMIT = 1024;

export interface OpenFile {
  readonly kind:
    | "terminal"
    | "input"
    | "output"
    | "node"
    | "event"
    | "epoll"
    | "socket"
    | "timer"
    | "signals"
    | "queue"
    | "process";
  /** Where output goes. */
  readonly stream: 1 | 2;
  /** Node in the file system; kinds "queue" and "process": its number; sockets: what has come in and nobody has read yet. */
  readonly node: number;
  /** O_* as opened; the status part can change (fcntl). */
  flags: number;
  /** Bytes from the start; directories: how many of `names` have been read. */
  position: number;
  /** Directories: the names that were in it when reading began. */
  names?: readonly string[];
  /** Kind "event": eventfd's counter. `position` is 1 when a read takes 1 from it instead of all. */
  counter?: bigint;
  /** How often it was written. */
  arrivals?: number;
  /** Kind "epoll": what it watches, by descriptor; replaced when it changes. */
  watched?: ReadonlyMap<number, Watch>;
  /** Kind "timer": its clock (CLOCK_*), when it runs out on that, and how often then. */
  timer?: { readonly clock: number; readonly atNs: bigint | undefined; readonly intervalNs: bigint };
  /** Kind "signals": which ones. */
  mask?: bigint;
  /** Who is to hear of input by a signal (F_SETOWN_EX), and by which one (F_SETSIG). */
  owner?: { readonly type: number; readonly id: number };
  signal?: number;
  /** What flock has locked it for. */
  lock?: "shared" | "exclusive" | undefined;
  /** Kind "socket". */
  socket?: Socket;
}

/** What a socket knows; replaced when it changes. */
export interface Socket {
  /** AF_*. */
  readonly family: number;
  /** SOCK_*. */
  readonly type: number;
  readonly protocol: number;
  /** sockaddr's bytes; empty without a name. */
  readonly local: Uint8Array;
  /** Node of the name that a local socket has in the file system; 0 for none. */
  readonly name: number;
  readonly remote: Uint8Array;
  /** Node of the socket at the other end; 0 while not connected. */
  readonly peer: number;
  /** Connections that may wait; undefined while it does not listen. */
  readonly backlog: number | undefined;
  /** Connections that wait for accept: the server's ends. */
  readonly incoming: readonly OpenFile[];
  /** Messages of datagrams that nobody has received yet. */
  readonly messages: readonly Message[];
  /** Descriptors that came with bytes of a stream. */
  readonly passed: readonly (readonly OpenFile[])[];
  /** No more reading and writing by shutdown. */
  readonly isDeaf: boolean;
  readonly isMute: boolean;
  /** What setsockopt has set, by "level name". */
  readonly options: ReadonlyMap<string, Uint8Array>;
  /** A connection was begun without waiting and has not been asked about yet. */
  readonly isConnecting: boolean;
}

export interface Message {
  readonly bytes: Uint8Array;
  /** Address of the sender. */
  readonly from: Uint8Array;
  readonly passed: readonly OpenFile[];
}

/** An entry of an epoll: the events asked for, and the program's own 8 bytes. */
export interface Watch {
  readonly file: OpenFile;
  readonly events: number;
  readonly data: bigint;
  /** EPOLLET: what was told last, and how much had come in then. */
  readonly told?: { readonly events: number; readonly arrivals: number };
}

interface Entry {
  readonly file: OpenFile;
  readonly closeOnExec: boolean;
}
type Table = Map<number, Entry>;

interface Saved {
  readonly tables: ReadonlyMap<number, ReadonlyMap<number, { readonly file: number; readonly closeOnExec: boolean }>>;
  readonly current: number;
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
  /** Whether a process has it open, or it is on its way through a socket. */
  isOpen(file: OpenFile): boolean;
  closesOnExec(fd: number): boolean;
  setCloseOnExec(fd: number, value: "close-on-exec" | "keep"): void;
  /** The current process's descriptors. */
  numbers(): readonly number[];
  /** All open files of all processes, each once. */
  all(): readonly OpenFile[];
  /** Process `child` begins with what the current one has. */
  fork(child: number): void;
  /** From here on the descriptors are those of `process`. */
  use(process: number): void;
  /** Takes away the table of a process that has ended, whose descriptors are closed. */
  drop(process: number): void;
  save(): unknown;
  restore(saved: unknown): void;
}

/** Open files that are on their way through a socket. */
const carried = ({ incoming, messages, passed }: Socket): readonly OpenFile[] => [
  ...incoming,
  ...messages.flatMap((message) => message.passed),
  ...passed.flat(),
];

/** The same socket with the copies of the files that it carries. */
const copySocket = (socket: Socket, copy: (file: OpenFile) => OpenFile): Socket =>
  carried(socket).length === 0
    ? socket
    : {
        ...socket,
        incoming: socket.incoming.map(copy),
        messages: socket.messages.map((message) => ({ ...message, passed: message.passed.map(copy) })),
        passed: socket.passed.map((files) => files.map(copy)),
      };

/** The copy of a watched file; files that were closed since stay as they are. */
const copyOf = (saved: Saved, files: readonly OpenFile[], file: OpenFile): OpenFile =>
  files[saved.originals.indexOf(file)] ?? file;

/** Descriptors 0, 1 and 2. */
function standardTable(streams: "terminal" | "pipes"): Table {
  const stream = (kind: OpenFile["kind"], number: 1 | 2, flags: number): Entry => ({
    file: { kind, stream: number, node: 0, flags, position: 0 },
    closeOnExec: false,
  });
  if (streams === "terminal") {
    const terminal = stream("terminal", 1, OPEN.readWrite);
    return new Map([
      [0, terminal],
      [1, terminal],
      [2, stream("terminal", 2, OPEN.readWrite)],
    ]);
  }
  return new Map([
    [0, stream("input", 1, OPEN.readOnly)],
    [1, stream("output", 1, OPEN.writeOnly)],
    [2, stream("output", 2, OPEN.writeOnly)],
  ]);
}

class ProcessDescriptors implements Descriptors {
  #tables: Map<number, Table>;
  #current: number;
  #open: Table;

  readonly #limitOf: () => number;

  constructor(streams: "terminal" | "pipes", process: number, limitOf: () => number) {
    this.#limitOf = limitOf;
    this.#open = standardTable(streams);
    this.#current = process;
    this.#tables = new Map([[process, this.#open]]);
  }

  get(fd: number): OpenFile | undefined {
    return this.#open.get(fd)?.file;
  }

  add(file: OpenFile, from = 0, closeOnExec: "close-on-exec" | "keep" = "keep"): number | undefined {
    let fd = from;
    while (this.#open.has(fd)) fd++;
    if (fd >= this.#limitOf()) return undefined;
    this.set(fd, file, closeOnExec);
    return fd;
  }

  set(fd: number, file: OpenFile, closeOnExec: "close-on-exec" | "keep"): void {
    this.#open.set(fd, { file, closeOnExec: closeOnExec === "close-on-exec" });
  }

  close(fd: number): OpenFile | undefined {
    const file = this.get(fd);
    this.#open.delete(fd);
    return file && !this.isOpen(file) ? file : undefined;
  }

  isOpen(file: OpenFile): boolean {
    return this.all().includes(file);
  }

  closesOnExec(fd: number): boolean {
    return this.#open.get(fd)?.closeOnExec ?? false;
  }

  setCloseOnExec(fd: number, value: "close-on-exec" | "keep"): void {
    const file = this.get(fd);
    if (file) this.set(fd, file, value);
  }

  numbers(): readonly number[] {
    return [...this.#open.keys()];
  }

  all(): readonly OpenFile[] {
    const files = new Set<OpenFile>();
    for (const table of this.#tables.values()) for (const { file } of table.values()) files.add(file);
    // A set can grow while one goes through it.
    for (const { socket } of files) if (socket) for (const file of carried(socket)) files.add(file);
    return [...files];
  }

  fork(child: number): void {
    this.#tables.set(child, new Map(this.#open));
  }

  use(process: number): void {
    this.#current = process;
    this.#open = this.#tables.get(process) ?? new Map();
  }

  drop(process: number): void {
    this.#tables.delete(process);
  }

  save(): unknown {
    const files = this.all();
    const numbers = new Map(files.map((file, index) => [file, index]));
    const saveTable = (table: Table) =>
      new Map(
        [...table].map(([fd, { file, closeOnExec }]) => [fd, { file: numbers.get(file)!, closeOnExec }] as const),
      );
    const saved: Saved = {
      tables: new Map([...this.#tables].map(([process, table]) => [process, saveTable(table)] as const)),
      current: this.#current,
      files: files.map((file) => ({ ...file })),
      originals: files,
    };
    return saved;
  }

  restore(value: unknown): void {
    const saved = value as Saved;
    const files = saved.files.map((file) => ({ ...file }));
    // What an epoll watches are the files of then: their copies.
    for (const [k, { watched, socket }] of saved.files.entries()) {
      if (socket) files[k]!.socket = copySocket(socket, (file) => copyOf(saved, files, file));
      if (!watched) continue;
      files[k]!.watched = new Map(
        [...watched].map(([fd, one]) => [fd, { ...one, file: copyOf(saved, files, one.file) }]),
      );
    }
    this.#tables = new Map(
      [...saved.tables].map(([process, table]) => [
        process,
        new Map([...table].map(([fd, { file, closeOnExec }]) => [fd, { file: files[file]!, closeOnExec }])),
      ]),
    );
    this.use(saved.current);
  }
}

/** Process `process` has descriptors 0, 1 and 2 open; `limitOf` tells below which number descriptors must be now. */
export function createDescriptors(streams: "terminal" | "pipes", process: number, limitOf: () => number): Descriptors {
  return new ProcessDescriptors(streams, process, limitOf);
}
