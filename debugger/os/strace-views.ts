// What system calls point to, as the strace command writes it: structures, sets and lists, read from guest memory. Each view
// is a row of one table, named by the arguments of server/facts/syscalls.ts; what cannot be read stays an address.
// Source: the kernel's include/uapi headers for x86; what strace 6.1 prints.

import { errnoName } from "../../server/facts/errno.ts";
import { type FlagsName, flagsText } from "../../server/facts/flags.ts";
import { signalName } from "../../server/facts/signals.ts";
import type { Abi, Syscall } from "../../server/facts/syscalls.ts";
import type { Memory } from "../mem/memory.ts";

/** A call whose arguments are shown. */
export interface Shown {
  readonly call: Syscall;
  readonly abi: Abi;
  readonly args: readonly bigint[];
  readonly memory: Memory;
  /** At return only. */
  readonly result: bigint | undefined;
}

/** strace shows this many bytes of a string or buffer, this many elements of a list. */
const SHOWN_BYTES = 32;
const SHOWN_ELEMENTS = 32;
const PATH_BYTES = 4096;

const escapes: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  11: "\\v",
  12: "\\f",
  13: "\\r",
  34: '\\"',
  92: "\\\\",
};

/** A C string literal; octal escapes are short where no digit follows. */
export function quote(bytes: Uint8Array): string {
  let text = "";
  for (const [k, byte] of bytes.entries()) {
    const next = bytes[k + 1] ?? 0;
    const digitFollows = next >= 48 && next <= 55;
    if (escapes[byte] !== undefined) text += escapes[byte];
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte);
    else text += `\\${byte.toString(8).padStart(digitFollows ? 3 : 1, "0")}`;
  }
  return `"${text}"`;
}

const isAddress = (value: bigint): boolean => value > 0n && value < 1n << 47n;
export const hex = (value: bigint): string => (value === 0n ? "NULL" : `0x${value.toString(16)}`);
export const signed32 = (value: bigint): bigint => BigInt.asIntN(32, value);

/** Bytes at a pointer as far as they are mapped; undefined when the first is not. */
function bytesAt(memory: Memory, pointer: bigint, sizeBytes: number): Uint8Array | undefined {
  if (sizeBytes === 0) return new Uint8Array(0);
  if (!isAddress(pointer)) return undefined;
  const bytes = memory.peek(Number(pointer), sizeBytes);
  return bytes.length > 0 ? bytes : undefined;
}

export function bufferText(memory: Memory, pointer: bigint, sizeBytes: number): string {
  const bytes = bytesAt(memory, pointer, Math.min(sizeBytes, SHOWN_BYTES + 1));
  if (!bytes) return hex(pointer);
  return quote(bytes.subarray(0, SHOWN_BYTES)) + (bytes.length > SHOWN_BYTES ? "..." : "");
}

export function pathText(memory: Memory, pointer: bigint): string {
  const bytes = bytesAt(memory, pointer, PATH_BYTES);
  const end = bytes?.indexOf(0) ?? -1;
  return bytes && end >= 0 ? quote(bytes.subarray(0, end)) : hex(pointer);
}

// ---- fields

/** Little-endian numbers of a structure at a pointer. */
interface Fields {
  readonly bytes: Uint8Array;
  /** Of the call's ABI. */
  readonly long: 4 | 8;
  signed(offset: number, sizeBytes: number): bigint;
  unsigned(offset: number, sizeBytes: number): bigint;
}

const longOf = ({ abi }: Shown): 4 | 8 => (abi === "i386" ? 4 : 8);

function fieldsOf(bytes: Uint8Array, long: 4 | 8): Fields {
  const unsigned = (offset: number, sizeBytes: number): bigint =>
    bytes.subarray(offset, offset + sizeBytes).reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
  return { bytes, long, unsigned, signed: (at, size) => BigInt.asIntN(8 * size, unsigned(at, size)) };
}

function fieldsAt(shown: Shown, pointer: bigint, sizeBytes: number): Fields | undefined {
  const bytes = bytesAt(shown.memory, pointer, sizeBytes);
  return bytes?.length === sizeBytes ? fieldsOf(bytes, longOf(shown)) : undefined;
}

type View = (shown: Shown, pointer: bigint) => string;

/** A structure of `sizeBytes` (or [64-bit, 32-bit]) at the pointer. */
function struct(size: number | readonly [number, number], text: (fields: Fields, shown: Shown) => string): View {
  return (shown, pointer) => {
    const sizeBytes = typeof size === "number" ? size : size[shown.abi === "i386" ? 1 : 0];
    const fields = fieldsAt(shown, pointer, sizeBytes);
    return fields ? text(fields, shown) : hex(pointer);
  };
}

/** {tv_sec=1, tv_nsec=0} */
const pairText = (fields: Fields, at: number, bytes: number, second: string): string =>
  `{tv_sec=${fields.signed(at, bytes)}, ${second}=${fields.signed(at + bytes, bytes)}}`;

const pair = (second: string, wide = false): View =>
  struct(wide ? 16 : [16, 8], (fields) => pairText(fields, 0, wide ? 8 : fields.long, second));

const timerText = (fields: Fields, bytes: number, second: string): string =>
  `{it_interval=${pairText(fields, 0, bytes, second)}, it_value=${pairText(fields, 2 * bytes, bytes, second)}}`;

const timer = (second: string, wide = false): View =>
  struct(wide ? 32 : [32, 16], (fields) => timerText(fields, wide ? 8 : fields.long, second));

// ---- signals

const shortName = (signal: number): string => {
  const name = signal === 32 ? "RTMIN" : signal > 32 ? `RT_${signal - 32}` : signalName(signal)?.slice(3);
  return name ?? `${signal}`;
};

/** [INT QUIT], or ~[SEGV] when most are there. */
export function signalSetText(bytes: Uint8Array): string {
  const listed: string[] = [];
  const missing: string[] = [];
  for (let signal = 1; signal <= 8 * bytes.length; signal++) {
    const there = (bytes[(signal - 1) >> 3]! >> ((signal - 1) & 7)) & 1;
    (there ? listed : missing).push(shortName(signal));
  }
  return listed.length > (8 * bytes.length * 2) / 3 ? `~[${missing.join(" ")}]` : `[${listed.join(" ")}]`;
}

const HANDLERS = ["SIG_DFL", "SIG_IGN"];

/** The kernel's sigaction: handler, flags, restorer, mask. */
function actionText(fields: Fields, flagsAt: number, restorerAt: number, mask: Uint8Array): string {
  const handler = fields.unsigned(0, fields.long);
  const flags = fields.unsigned(flagsAt, 4);
  const restorer = (flags & 0x4000000n) === 0n ? "" : `, sa_restorer=${hex(fields.unsigned(restorerAt, fields.long))}`;
  const shownHandler = HANDLERS[Number(handler)] ?? hex(handler);
  return `{sa_handler=${shownHandler}, sa_mask=${signalSetText(mask)}, sa_flags=${flagsText("sigaction", flags)}${restorer}}`;
}

const CODES: Readonly<Record<number, string>> = {
  0: "SI_USER",
  128: "SI_KERNEL",
  [-1]: "SI_QUEUE",
  [-2]: "SI_TIMER",
  [-3]: "SI_MESGQ",
  [-4]: "SI_ASYNCIO",
  [-6]: "SI_TKILL",
};
/** Names of si_code from 1 on, for the signals that have their own. */
const OWN_CODES: Readonly<Record<number, readonly string[]>> = {
  4: ["ILL_ILLOPC", "ILL_ILLOPN", "ILL_ILLADR", "ILL_ILLTRP", "ILL_PRVOPC", "ILL_PRVREG", "ILL_COPROC", "ILL_BADSTK"],
  5: ["TRAP_BRKPT", "TRAP_TRACE", "TRAP_BRANCH", "TRAP_HWBKPT"],
  7: ["BUS_ADRALN", "BUS_ADRERR", "BUS_OBJERR"],
  8: ["FPE_INTDIV", "FPE_INTOVF", "FPE_FLTDIV", "FPE_FLTOVF", "FPE_FLTUND", "FPE_FLTRES", "FPE_FLTINV", "FPE_FLTSUB"],
  11: ["SEGV_MAPERR", "SEGV_ACCERR"],
  17: ["CLD_EXITED", "CLD_KILLED", "CLD_DUMPED", "CLD_TRAPPED", "CLD_STOPPED", "CLD_CONTINUED"],
};
const SIGCHLD = 17;

/** {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} */
export function signalInfoText(bytes: Uint8Array, long: 4 | 8): string {
  const fields = fieldsOf(bytes, long);
  const [signal, error, code] = [0, 4, 8].map((at) => Number(fields.signed(at, 4))) as [number, number, number];
  const own = OWN_CODES[signal]?.[code - 1];
  const base = long === 8 ? 16 : 12;
  const parts = [`si_signo=${signalName(signal) ?? signal}`];
  if (error !== 0) parts.push(`si_errno=${errnoName(error) ?? error}`);
  parts.push(`si_code=${own ?? CODES[code] ?? `${code}`}`);
  const who = `si_pid=${fields.signed(base, 4)}, si_uid=${fields.unsigned(base + 4, 4)}`;
  const value = `{sival_int=${fields.signed(base + 8, 4)}, sival_ptr=${hex(fields.unsigned(base + 8, long))}}`;
  if (own !== undefined && signal === SIGCHLD) {
    const status = Number(fields.signed(base + 8, 4));
    const shownStatus = code === 1 ? `${status}` : (signalName(status) ?? `${status}`);
    const times = base + 8 + (long === 8 ? 8 : 4);
    parts.push(who, `si_status=${shownStatus}`, `si_utime=${fields.signed(times, long)}`);
    parts.push(`si_stime=${fields.signed(times + long, long)}`);
  } else if (own !== undefined) parts.push(`si_addr=${hex(fields.unsigned(base, long))}`);
  else if (code === -2)
    parts.push(`si_timerid=${fields.signed(base, 4)}, si_overrun=${fields.signed(base + 4, 4)}, si_value=${value}`);
  else if (code <= 0) parts.push(code === -1 ? `${who}, si_value=${value}` : who);
  return `{${parts.join(", ")}}`;
}

// ---- files

const FILE_TYPES: Readonly<Record<number, string>> = {
  1: "S_IFIFO",
  2: "S_IFCHR",
  4: "S_IFDIR",
  6: "S_IFBLK",
  8: "S_IFREG",
  10: "S_IFLNK",
  12: "S_IFSOCK",
};
const SPECIAL_BITS: readonly (readonly [number, string])[] = [
  [0o4000, "S_ISUID"],
  [0o2000, "S_ISGID"],
  [0o1000, "S_ISVTX"],
];

function modeText(mode: number): string {
  const special = SPECIAL_BITS.flatMap(([bit, name]) => ((mode & bit) === 0 ? [] : [name]));
  return [FILE_TYPES[mode >> 12] ?? `${mode >> 12}`, ...special, `0${(mode & 0o777).toString(8)}`].join("|");
}

/** What strace -v leaves out: mode, and the size or the device's number. */
const stat = (size: readonly [number, number], mode: readonly [number, number], at: readonly [number, number]): View =>
  struct(size, (fields, { abi }) => {
    const index = abi === "i386" ? 1 : 0;
    const shownMode = Number(fields.unsigned(mode[index], 4)) & 0xffff;
    const kind = shownMode >> 12;
    const device = fields.unsigned(index === 1 && size[1] === 64 ? 20 : index === 1 ? 32 : 40, 8);
    const rest =
      kind === 2 || kind === 6
        ? `st_rdev=makedev(0x${((device >> 8n) & 0xfffn).toString(16)}, 0x${((device & 255n) | ((device >> 12n) & 0xfff00n)).toString(16)})`
        : `st_size=${fields.signed(at[index], size[index] === 64 ? 4 : 8)}`;
    return `{st_mode=${modeText(shownMode)}, ${rest}, ...}`;
  });

const MAGICS: Readonly<Record<string, string>> = {
  "1021994": "TMPFS_MAGIC",
  "9fa0": "PROC_SUPER_MAGIC",
  ef53: "EXT2_SUPER_MAGIC",
  "50495045": "PIPEFS_MAGIC",
  "534f434b": "SOCKFS_MAGIC",
};

/** The numbers of open descriptors of a select set below the count. */
function setText(shown: Shown, pointer: bigint): string {
  const count = Math.min(Math.max(Number(signed32(shown.args[0] ?? 0n)), 0), 1024);
  const bytes = bytesAt(shown.memory, pointer, (count + 7) >> 3);
  if (!bytes || pointer === 0n) return hex(pointer);
  const found: number[] = [];
  for (let k = 0; k < count; k++) if (((bytes[k >> 3] ?? 0) >> (k & 7)) & 1) found.push(k);
  return `[${found.join(" ")}]`;
}

/** The sets of a select that are ready, as behind its result. */
export function readySets(shown: Shown): string {
  const names = ["in", "out", "except"];
  return names
    .flatMap((name, k) => {
      const text = setText(shown, shown.args[k + 1]!);
      return text === "NULL" || text === "[]" ? [] : [`${name} ${text}`];
    })
    .join(", ");
}

const listText = (entries: readonly string[], total: number): string =>
  `[${entries.slice(0, SHOWN_ELEMENTS).join(", ")}${total > SHOWN_ELEMENTS ? ", ..." : ""}]`;

/** `count` elements of one size at the pointer. */
function elements(
  shown: Shown,
  pointer: bigint,
  [count, sizeBytes]: readonly [number, number],
  text: (fields: Fields) => string | undefined,
): string {
  const bytes = bytesAt(shown.memory, pointer, Math.min(count, SHOWN_ELEMENTS) * sizeBytes);
  if (!bytes || pointer === 0n) return hex(pointer);
  const entries: string[] = [];
  for (let at = 0; at + sizeBytes <= bytes.length; at += sizeBytes) {
    const entry = text(fieldsOf(bytes.subarray(at, at + sizeBytes), longOf(shown)));
    if (entry !== undefined) entries.push(entry);
  }
  return listText(entries, count);
}

/** How many bytes the argument's buffer has, as another argument counts it. */
export function countOf({ call, abi, args }: Shown, name: string): number {
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  return Number(args[list.findIndex((other) => other.name === name)] ?? 0n);
}

/** Descriptors that are waited for: as asked, or with what has happened. */
export function pollText(shown: Shown, pointer: bigint, moment: "asked" | "answered"): string {
  return elements(shown, pointer, [countOf(shown, "count"), 8], (fields) => {
    const fd = fields.signed(0, 4);
    const happened = fields.unsigned(6, 2);
    if (moment === "asked") return `{fd=${fd}${fd < 0n ? "" : `, events=${flagsText("poll", fields.unsigned(4, 2))}`}}`;
    return happened === 0n ? undefined : `{fd=${fd}, revents=${flagsText("poll", happened)}}`;
  });
}

export function vectorText(
  shown: Shown,
  pointer: bigint,
  count: number,
  limitBytes = Number.POSITIVE_INFINITY,
): string {
  const long = longOf(shown);
  let left = limitBytes;
  return elements(shown, pointer, [count, 2 * long], (fields) => {
    const length = Number(fields.unsigned(long, long));
    const text = bufferText(shown.memory, fields.unsigned(0, long), Math.min(length, left));
    left -= Math.min(length, left);
    return `{iov_base=${text}, iov_len=${length}}`;
  });
}

// ---- sockets

function addressText(shown: Shown, pointer: bigint, sizeBytes: number): string {
  const bytes = bytesAt(shown.memory, pointer, Math.min(sizeBytes, 128));
  if (!bytes || pointer === 0n || bytes.length < 2) return hex(pointer);
  const family = bytes[0]! | (bytes[1]! << 8);
  const name = `sa_family=${flagsText("family", BigInt(family))}`;
  const port = `htons(${(bytes[2] ?? 0) * 256 + (bytes[3] ?? 0)})`;
  if (family === 1) {
    const path = bytes.subarray(2);
    if (path.length === 0) return `{${name}}`;
    if (path[0] === 0) return `{${name}, sun_path=@${quote(path.subarray(1))}}`;
    const end = path.indexOf(0);
    return `{${name}, sun_path=${quote(end < 0 ? path : path.subarray(0, end))}}`;
  }
  if (family === 2 && bytes.length >= 16)
    return `{${name}, sin_port=${port}, sin_addr=inet_addr("${bytes.slice(4, 8).join(".")}")}`;
  if (family === 10 && bytes.length >= 28) {
    const groups = Array.from({ length: 8 }, (_, k) => ((bytes[8 + 2 * k]! << 8) | bytes[9 + 2 * k]!).toString(16));
    const zeros = /(^|:)0(:0)+(:|$)/.exec(groups.join(":"));
    const text = zeros ? groups.join(":").replace(zeros[0], "::") : groups.join(":");
    const scope = new DataView(bytes.buffer, bytes.byteOffset).getUint32(24, true);
    return `{${name}, sin6_port=${port}, sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "${text}", &sin6_addr), sin6_scope_id=${scope}}`;
  }
  return `{${name}, sa_data=${quote(bytes.subarray(2, 16))}}`;
}

const lengthAt = (shown: Shown, pointer: bigint): number => Number(fieldsAt(shown, pointer, 4)?.signed(0, 4) ?? 0n);

function messageText(shown: Shown, pointer: bigint, limitBytes: number): string {
  const long = longOf(shown);
  const fields = fieldsAt(shown, pointer, 7 * long);
  if (!fields) return hex(pointer);
  const [name, nameBytes] = [fields.unsigned(0, long), Number(fields.signed(long, 4))];
  const [vector, count] = [fields.unsigned(2 * long, long), Number(fields.unsigned(3 * long, long))];
  const [control, controlBytes] = [fields.unsigned(4 * long, long), fields.unsigned(5 * long, long)];
  const parts = [
    `msg_name=${name === 0n ? "NULL" : addressText(shown, name, nameBytes)}`,
    `msg_namelen=${nameBytes}`,
    `msg_iov=${vectorText(shown, vector, count, limitBytes)}`,
    `msg_iovlen=${count}`,
    ...(control === 0n || controlBytes === 0n ? [] : [`msg_control=${hex(control)}`]),
    `msg_controllen=${controlBytes}`,
    `msg_flags=${flagsText("message", fields.unsigned(6 * long, 4))}`,
  ];
  return `{${parts.join(", ")}}`;
}

const OPTIONS: Readonly<Record<string, FlagsName>> = { "1": "sockoption", "6": "tcpoption" };
const INTERNET = [2n, 10n];

// ---- numbers that mean something beside others

/** The rlimit's numbers as strace writes them: 8192*1024, RLIM64_INFINITY. */
function limitText(value: bigint, bytes: number): string {
  if (value === (1n << BigInt(8 * bytes)) - 1n) return bytes === 8 ? "RLIM64_INFINITY" : "RLIM_INFINITY";
  return value > 1024n && value % 1024n === 0n ? `${value / 1024n}*1024` : `${value}`;
}

const limits = (wide: boolean): View =>
  struct(wide ? 16 : [16, 8], (fields) => {
    const bytes = wide ? 8 : fields.long;
    const [soft, hard] = [fields.unsigned(0, bytes), fields.unsigned(bytes, bytes)];
    return `{rlim_cur=${limitText(soft, bytes)}, rlim_max=${limitText(hard, bytes)}}`;
  });

/** [{WIFEXITED(s) && WEXITSTATUS(s) == 3}] */
function statusText(status: number): string {
  const signal = status & 127;
  const name = (number: number): string => signalName(number) ?? `${number}`;
  if (status === 0xffff) return "[{WIFCONTINUED(s)}]";
  if ((status & 255) === 127) return `[{WIFSTOPPED(s) && WSTOPSIG(s) == ${name(status >> 8)}}]`;
  if (signal === 0) return `[{WIFEXITED(s) && WEXITSTATUS(s) == ${status >> 8}}]`;
  const core = status & 128 ? " && WCOREDUMP(s)" : "";
  return `[{WIFSIGNALED(s) && WTERMSIG(s) == ${name(signal)}${core}}]`;
}

const UTIME_NOW = 0x3fffffffn;
const UTIME_OMIT = 0x3ffffffen;

const times = (wide: boolean): View =>
  struct(wide ? 32 : [32, 16], (fields) => {
    const bytes = wide ? 8 : fields.long;
    const one = (at: number): string => {
      const [seconds, rest] = [fields.signed(at, bytes), fields.signed(at + bytes, bytes)];
      if (rest === UTIME_NOW) return "UTIME_NOW";
      if (rest === UTIME_OMIT) return "UTIME_OMIT";
      const date = new Date(Number(seconds) * 1000);
      if (Number.isNaN(date.getTime())) return pairText(fields, at, bytes, "tv_nsec");
      const fraction = rest === 0n ? "" : `.${`${rest}`.padStart(9, "0")}`;
      return `${pairText(fields, at, bytes, "tv_nsec")} /* ${date.toISOString().slice(0, 19)}${fraction}+0000 */`;
    };
    return `[${one(0)}, ${one(2 * bytes)}]`;
  });

/** A word whose bits are flags below a mask of permissions: IPC_CREAT|0600. */
function ipcFlagsText(value: bigint): string {
  const names = ["IPC_CREAT", "IPC_EXCL", "IPC_NOWAIT"].filter((_, k) => (value >> BigInt(9 + k)) & 1n);
  return [...names, `0${(value & 0o777n).toString(8)}`].join("|");
}

const READ_LOCKS = [5n, 6n, 7n, 36n, 37n, 38n];

/** The third argument of fcntl, by its command. */
function controlText(shown: Shown, value: bigint): string {
  const command = signed32(shown.args[1]!);
  if (command === 2n) return flagsText("descriptorflag", value);
  if (command === 4n) return flagsText("open", BigInt.asUintN(32, value));
  if (READ_LOCKS.includes(command)) return lockText(shown, value);
  return `${signed32(value)}`;
}

const lockText: View = (shown, pointer) => {
  const wide = longOf(shown) === 8 || shown.args[1]! > 7n;
  const [start, bytes] = longOf(shown) === 8 ? [8, 8] : [4, wide ? 8 : 4];
  const fields = fieldsAt(shown, pointer, start + 2 * bytes + 4);
  if (!fields) return hex(pointer);
  const type = flagsText("locktype", fields.unsigned(0, 2));
  const whence = flagsText("whence", fields.unsigned(2, 2));
  const asked = shown.args[1] === 5n ? `, l_pid=${fields.signed(start + 2 * bytes, 4)}` : "";
  return `{l_type=${type}, l_whence=${whence}, l_start=${fields.signed(start, bytes)}, l_len=${fields.signed(start + bytes, bytes)}${asked}}`;
};

const FIONREAD = 0x541bn;
const FIONBIO = 0x5421n;
const TIOCGPGRP = 0x540fn;
const TIOCSPGRP = 0x5410n;
const WINDOW_SIZES = [0x5413n, 0x5414n];

function deviceText(shown: Shown, value: bigint): string {
  const request = BigInt.asUintN(32, shown.args[1]!);
  const read = shown.result === undefined || shown.result >= 0n;
  if (read && [FIONREAD, FIONBIO, TIOCGPGRP, TIOCSPGRP].includes(request)) return integers(4)(shown, value);
  if (read && WINDOW_SIZES.includes(request)) return windowText(shown, value);
  return hex(value);
}

const windowText = struct(8, (fields) => {
  const [rows, columns, width, height] = [0, 2, 4, 6].map((at) => fields.unsigned(at, 2));
  return `{ws_row=${rows}, ws_col=${columns}, ws_xpixel=${width}, ws_ypixel=${height}}`;
});

/** Numbers of one size, as many as the argument's buffer holds. */
function integers(sizeBytes: number, count = 1): View {
  return (shown, pointer) => elements(shown, pointer, [count, sizeBytes], (fields) => `${fields.signed(0, sizeBytes)}`);
}

const PR_SET_NAME = 15n;
const PR_GET_NAME = 16n;
const PR_SET_DUMPABLE = 4n;
export const DUMPABLE = ["SUID_DUMP_DISABLE", "SUID_DUMP_USER", "SUID_DUMP_ROOT"];

function processControlText(shown: Shown, value: bigint): string {
  const option = signed32(shown.args[0]!);
  if (option === PR_SET_NAME || option === PR_GET_NAME) return pathText(shown.memory, value);
  if (option === PR_SET_DUMPABLE) return DUMPABLE[Number(value)] ?? `${value}`;
  return value < 1024n ? `${value}` : hex(value);
}

/** A list of strings that ends with NULL. */
function stringsOf(shown: Shown, pointer: bigint): readonly string[] | undefined {
  const long = longOf(shown);
  const found: string[] = [];
  for (let at = pointer; isAddress(at) && found.length < SHOWN_ELEMENTS; at += BigInt(long)) {
    const word = fieldsAt(shown, at, long)?.unsigned(0, long);
    if (word === undefined) return undefined;
    if (word === 0n) return found;
    found.push(pathText(shown.memory, word));
  }
  return pointer === 0n ? undefined : found;
}

function eventText(fields: Fields): string {
  const data = fields.unsigned(4, 8);
  return `{events=${flagsText("epoll", fields.unsigned(0, 4))}, data={u32=${data & 0xffffffffn}, u64=${data}}}`;
}

/** What one answered: at return only as many as the result says, at entry one. */
function eventsText(shown: Shown, pointer: bigint): string {
  if (shown.call.name === "epoll_ctl") return struct(12, eventText)(shown, pointer);
  const count = Number(shown.result ?? 0n);
  return count === 0 && pointer !== 0n ? "[]" : elements(shown, pointer, [count, 12], eventText);
}

function processorsText(shown: Shown, pointer: bigint): string {
  const size = shown.result === undefined ? countOf(shown, "size") : Number(shown.result);
  const bytes = bytesAt(shown.memory, pointer, Math.min(size, 128));
  if (!bytes) return hex(pointer);
  const found: number[] = [];
  for (let k = 0; k < 8 * bytes.length; k++) if ((bytes[k >> 3]! >> (k & 7)) & 1) found.push(k);
  return `[${found.join(" ")}]`;
}

/** How many entries a directory's buffer has, told by their lengths. */
function entriesText(shown: Shown, pointer: bigint): string {
  const bytes = bytesAt(shown.memory, pointer, Math.min(Number(shown.result ?? 0n), 1 << 20));
  const lengthAt = shown.call.name === "getdents64" ? 16 : 2 * longOf(shown);
  let count = 0;
  for (let at = 0; bytes && at + lengthAt + 2 <= bytes.length; count++) {
    const length = bytes[at + lengthAt]! | (bytes[at + lengthAt + 1]! << 8);
    if (length === 0) break;
    at += length;
  }
  return `${hex(pointer)} /* ${count} entries */`;
}

const bitsetText = (value: bigint): string => (value === 0xffffffffn ? "FUTEX_BITSET_MATCH_ANY" : hex(value));

/** The views, by the names that arguments give them; {structures} by theirs. */
export const views: Readonly<Record<string, View>> = {
  timespec: pair("tv_nsec"),
  timespec64: pair("tv_nsec", true),
  timeval: pair("tv_usec"),
  itimerval: timer("tv_usec"),
  itimerspec: timer("tv_nsec"),
  itimerspec64: timer("tv_nsec", true),
  times: times(false),
  times64: times(true),
  utsname: struct(390, ({ bytes }) => {
    const [system, node] = [0, 65].map((at) => quote(bytes.subarray(at, bytes.indexOf(0, at))));
    return `{sysname=${system}, nodename=${node}, ...}`;
  }),
  time: (shown, pointer) => integers(longOf(shown))(shown, pointer),
  off: (shown, pointer) => integers(longOf(shown))(shown, pointer),
  offset: integers(8),
  ints(shown, pointer) {
    const isPair = ["pipe", "pipe2", "socketpair"].includes(shown.call.name);
    return integers(4, isPair ? 2 : 1)(shown, pointer);
  },
  shorts: integers(2),
  stat: stat([144, 64], [24, 8], [48, 20]),
  stat64: stat([144, 96], [24, 16], [48, 44]),
  statx: struct(256, (fields) => {
    const mode = Number(fields.unsigned(28, 2));
    const attributes = fields.unsigned(8, 8);
    return `{stx_mask=${flagsText("statx", fields.unsigned(0, 4))}, stx_attributes=${attributes === 0n ? "0" : hex(attributes)}, stx_mode=${modeText(mode)}, stx_size=${fields.unsigned(40, 8)}, ...}`;
  }),
  statfs: struct([120, 64], (fields) => {
    const type = fields.unsigned(0, fields.long).toString(16);
    return `{f_type=${MAGICS[type] ?? `0x${type}`}, f_bsize=${fields.signed(fields.long, fields.long)}, ...}`;
  }),
  rlimit: limits(false),
  rlimit64: limits(true),
  rusage: struct([144, 72], (fields) => {
    const at = 2 * fields.long;
    return `{ru_utime=${pairText(fields, 0, fields.long, "tv_usec")}, ru_stime=${pairText(fields, at, fields.long, "tv_usec")}, ...}`;
  }),
  tms: struct([32, 16], (fields) => {
    const names = ["tms_utime", "tms_stime", "tms_cutime", "tms_cstime"];
    return `{${names.map((name, k) => `${name}=${fields.signed(k * fields.long, fields.long)}`).join(", ")}}`;
  }),
  sysinfo: struct([112, 64], (fields) => {
    const { long } = fields;
    const word = (k: number): bigint => fields.unsigned(k * long, long);
    const names = ["totalram", "freeram", "sharedram", "bufferram", "totalswap", "freeswap"];
    const sizes = names.map((name, k) => `${name}=${word(4 + k)}`).join(", ");
    const end = long === 8 ? [88, 96, 104] : [44, 48, 52];
    return `{uptime=${word(0)}, loads=[${word(1)}, ${word(2)}, ${word(3)}], ${sizes}, procs=${fields.unsigned(10 * long, 2)}, totalhigh=${fields.unsigned(end[0]!, long)}, freehigh=${fields.unsigned(end[1]!, long)}, mem_unit=${fields.unsigned(end[2]!, 4)}}`;
  }),
  sigset(shown, pointer) {
    const bytes = countOf(shown, "maskBytes") || (shown.call.name.startsWith("sig") ? 4 : 8);
    const set = bytesAt(shown.memory, pointer, Math.min(bytes, 8));
    return set && pointer !== 0n ? signalSetText(set) : hex(pointer);
  },
  sigaction: struct([32, 20], (fields) => {
    const { long } = fields;
    return actionText(fields, long, 2 * long, fields.bytes.subarray(3 * long));
  }),
  oldsigaction: struct(16, (fields) => actionText(fields, 8, 12, fields.bytes.subarray(4, 8))),
  sigaltstack: struct([24, 12], (fields) => {
    const { long } = fields;
    const flags = flagsText("sigstack", fields.unsigned(long, 4));
    return `{ss_sp=${hex(fields.unsigned(0, long))}, ss_flags=${flags}, ss_size=${fields.unsigned(2 * long, long)}}`;
  }),
  siginfo: struct(128, ({ bytes, long }) => signalInfoText(bytes, long)),
  sigevent: struct([64, 64], (fields) => {
    const [signal, kind] = [fields.long, fields.long + 4].map((at) => Number(fields.signed(at, 4)));
    const names = ["SIGEV_SIGNAL", "SIGEV_NONE", "SIGEV_THREAD", "", "SIGEV_THREAD_ID"];
    const value = `{sival_int=${fields.signed(0, 4)}, sival_ptr=${hex(fields.unsigned(0, fields.long))}}`;
    return `{sigev_value=${value}, sigev_signo=${signalName(signal!) ?? signal}, sigev_notify=${names[kind!] || kind}}`;
  }),
  poll: (shown, pointer) => pollText(shown, pointer, "asked"),
  fdset: setText,
  pselectmask: struct([16, 8], (fields, shown) => {
    const set = bytesAt(shown.memory, fields.unsigned(0, fields.long), 8);
    const text = set && fields.unsigned(0, fields.long) !== 0n ? signalSetText(set) : "NULL";
    return `{sigmask=${text}, sigsetsize=${fields.unsigned(fields.long, fields.long)}}`;
  }),
  sockaddr: (shown, pointer) => addressText(shown, pointer, countOf(shown, "size")),
  peer(shown, pointer) {
    const own = shown.call.arguments.findIndex(({ view }) => view === "peer");
    return addressText(shown, pointer, lengthAt(shown, shown.args[own + 1]!));
  },
  sockaddrin: (shown, pointer) => addressText(shown, pointer, countOf(shown, "addressSize")),
  length(shown, pointer) {
    const fields = fieldsAt(shown, pointer, 4);
    return fields ? `[${fields.signed(0, 4)}]` : hex(pointer);
  },
  option(shown, pointer) {
    const size = lengthAt(shown, shown.args[4]!);
    return size === 4 ? integers(4)(shown, pointer) : bufferText(shown.memory, pointer, size);
  },
  msghdr: (shown, pointer) => messageText(shown, pointer, Number(shown.result ?? 0n)),
  msghdrin: (shown, pointer) => messageText(shown, pointer, Number.POSITIVE_INFINITY),
  pointer: (_, value) => hex(value),
  epoll: eventsText,
  status(shown, pointer) {
    const fields = (shown.result ?? 1n) > 0n ? fieldsAt(shown, pointer, 4) : undefined;
    return fields ? statusText(Number(fields.unsigned(0, 4))) : hex(pointer);
  },
  residency(shown, pointer) {
    const pages = Math.min(Math.ceil(countOf(shown, "size") / 4096), 1 << 16);
    return elements(shown, pointer, [pages, 1], (fields) => `${fields.unsigned(0, 1) & 1n}`);
  },
  entries: entriesText,
  processors: processorsText,
  argv(shown, pointer) {
    const strings = stringsOf(shown, pointer);
    return strings ? `[${strings.join(", ")}]` : hex(pointer);
  },
  strings(shown, pointer) {
    const count = stringsOf(shown, pointer)?.length;
    return count === undefined ? hex(pointer) : `${hex(pointer)} /* ${count} var${count === 1 ? "" : "s"} */`;
  },
  futexvalue: (shown, value) =>
    [9n, 10n].includes(shown.args[1]! & 127n) ? bitsetText(BigInt.asUintN(32, value)) : `${signed32(value)}`,
  futextime: (shown, pointer) => (waitsFor(shown) ? pair("tv_nsec")(shown, pointer) : `${pointer}`),
  futextime64: (shown, pointer) => (waitsFor(shown) ? pair("tv_nsec", true)(shown, pointer) : `${pointer}`),
  random(shown, pointer) {
    const bytes = bytesAt(shown.memory, pointer, Math.min(Number(shown.result ?? 0n), SHOWN_BYTES + 1));
    if (!bytes) return hex(pointer);
    const text = [...bytes.subarray(0, SHOWN_BYTES)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`);
    return `"${text.join("")}"${bytes.length > SHOWN_BYTES ? "..." : ""}`;
  },
  text: (shown, pointer) => pathText(shown.memory, pointer),
  // Numbers that are no addresses.
  hexoffset: (_, value) => (value === 0n ? "0" : hex(value)),
  pageoffset: (_, value) => (value === 0n ? "0" : hex(value * 4096n)),
  protocol: (shown, value) => (INTERNET.includes(shown.args[0]!) ? flagsText("protocol", value) : `${signed32(value)}`),
  sockoption: (shown, value) => {
    const set = OPTIONS[`${shown.args[1]}`];
    return set ? flagsText(set, value) : `${signed32(value)}`;
  },
  ipcflags: (_, value) => ipcFlagsText(value),
  fcntl: controlText,
  ioctl: deviceText,
  prctl: processControlText,
  clone: (_, value) => {
    const signal = Number(value & 255n);
    const flags = value & ~255n;
    const names = flags === 0n && signal !== 0 ? [] : [flagsText("clone", flags)];
    return [...names, ...(signal === 0 ? [] : [signalName(signal) ?? `${signal}`])].join("|");
  },
};

/** Whether a futex call's fourth argument is a time; else it is a count. */
const waitsFor = ({ args }: Shown): boolean => [0n, 6n, 9n, 11n, 13n].includes(args[1]! & 127n);
