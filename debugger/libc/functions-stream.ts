// Streams beyond the C standard: over descriptors, into blocks that are made for the text, without locks, and the messages of
// err and warn.
// Source: POSIX.1-2017; the man pages of section 3.

import { errnoText } from "../../server/facts/errno.ts";
import { type ArgumentSource, wordArguments } from "./arguments.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { getDelimited, inputFunctions, scanStream, scanString } from "./functions-input.ts";
import { format, openMode, outputFunctions, printToDescriptor, rest, seek } from "./functions-output.ts";
import { exitProcess } from "./functions-process.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { cResult, systemCall } from "./system-call.ts";
import { temporaryName } from "./temporary-name.ts";

const EOF = -1;

function asprintf(call: LibcCall, list: "call" | "list", flag: "flag" | "no flag" = "no flag"): LibcResult {
  const target = call.args.pointer();
  if (flag === "flag") call.args.int();
  const pointer = call.args.pointer();
  const { bytes, failed } = format(call, pointer, rest(call, list));
  if (failed) return EOF;
  const block = call.heap.allocate(call.name, bytes.length + 1);
  if (block === 0) {
    call.libc.setErrno("ENOMEM");
    return EOF;
  }
  const text = new Uint8Array(bytes.length + 1);
  text.set(bytes);
  call.program.write(BigInt(block), text);
  call.program.writeWord(target, longOf(call), BigInt(block));
  return bytes.length;
}

function fdopen(call: LibcCall): LibcResult {
  const fd = call.args.int();
  const mode = openMode(call, call.args.pointer());
  if (!mode) return 0n;
  if (!call.kernel.descriptors.get(fd)) {
    call.libc.setErrno("EBADF");
    return 0n;
  }
  const stream = call.streams.open(fd, mode.access);
  if (stream === undefined) call.libc.setErrno("EMFILE");
  return BigInt(stream ?? 0);
}

/** The new file takes the old one's descriptor, so that standard output stays descriptor 1. */
function freopen(call: LibcCall): LibcResult {
  const path = call.args.pointer();
  const mode = openMode(call, call.args.pointer());
  const pointer = call.args.pointer();
  const stream = call.streams.at(pointer);
  if (!mode) return 0n;
  call.streams.flush(stream);
  const old = call.streams.fd(stream);
  if (path === 0n) {
    call.streams.reopen(stream, old, mode.access);
    return pointer;
  }
  call.program.string(path);
  const fd = cResult(call.libc, systemCall(call.kernel, "open", [path, BigInt(mode.flags), 0o666n]));
  if (fd === "pending") return fd;
  if (typeof fd !== "bigint" || fd < 0n) {
    call.streams.close(stream);
    return 0n;
  }
  if (Number(fd) !== old) {
    systemCall(call.kernel, "dup2", [fd, BigInt(old)]);
    systemCall(call.kernel, "close", [fd]);
  }
  call.streams.reopen(stream, old, mode.access);
  return pointer;
}

const O_RDWR_CREAT_EXCL = 0o302n;

function tmpfile(call: LibcCall): LibcResult {
  const path = BigInt(temporaryName(call));
  const fd = cResult(call.libc, systemCall(call.kernel, "open", [path, O_RDWR_CREAT_EXCL, 0o600n]));
  if (typeof fd !== "bigint" || fd < 0n) return 0n;
  systemCall(call.kernel, "unlink", [path]);
  const stream = call.streams.open(Number(fd), "both");
  if (stream === undefined) call.libc.setErrno("EMFILE");
  return BigInt(stream ?? 0);
}

function fgetpos(call: LibcCall): LibcResult {
  const stream = call.args.pointer();
  const target = call.args.pointer();
  const at = outputFunctions.ftell({ ...call, args: wordArguments([stream], call.bits) });
  if (typeof at !== "bigint") return EOF;
  call.program.writeWord(target, 8, BigInt.asUintN(64, at));
  return 0;
}

function fsetpos(call: LibcCall): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  return seek(call, stream, call.program.readWord(call.args.pointer(), 8), 0);
}

function getw(call: LibcCall): LibcResult {
  const bytes = call.streams.take(call.streams.at(call.args.pointer()), 4);
  if (bytes === "pending") return bytes;
  return bytes.length < 4 ? EOF : new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
}

function putw(call: LibcCall): LibcResult {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, call.args.int(), true);
  return call.streams.put(call.streams.at(call.args.pointer()), bytes) ? 0 : EOF;
}

// ---- err and warn

/** "program: text: errno's text", each part where it is wanted. */
function report(call: LibcCall, args: ArgumentSource, errno: "errno" | "no errno"): void {
  const number = Number(call.libc.memory.load(call.libc.base, 4));
  const pointer = args.pointer();
  const text = pointer === 0n ? "" : latin1(format(call, pointer, args).bytes);
  const program = call.kernel.path.replace(/^.*\//, "");
  const reason = errno === "errno" ? `${pointer === 0n ? "" : ": "}${errnoText(number)}` : "";
  call.streams.put(call.streams.standardError, bytesOf(`${program}: ${text}${reason}\n`));
}

const fail =
  (errno: "errno" | "no errno") =>
  (call: LibcCall): LibcResult => {
    const status = call.args.int();
    report(call, call.args, errno);
    return exitProcess(call, status);
  };

const warn =
  (errno: "errno" | "no errno") =>
  (call: LibcCall): LibcResult => {
    report(call, call.args, errno);
    return undefined;
  };

const resume = (call: LibcCall): LibcResult => exitProcess(call, 0);

export const streamFunctions = {
  vfscanf: (call) => scanStream(call, call.streams.at(call.args.pointer()), "list"),
  __isoc99_vfscanf: (call) => scanStream(call, call.streams.at(call.args.pointer()), "list"),
  __isoc99_vscanf: (call) => scanStream(call, call.streams.standardInput, "list"),
  __isoc99_vsscanf: (call) => scanString(call, "list"),
  vdprintf: (call) => printToDescriptor(call, call.args.int(), "list"),
  asprintf: (call) => asprintf(call, "call"),
  vasprintf: (call) => asprintf(call, "list"),
  __asprintf_chk: (call) => asprintf(call, "call", "flag"),
  getdelim: (call) => {
    const line = call.args.pointer();
    const size = call.args.pointer();
    const last = call.args.int();
    return getDelimited(call, line, size, last & 255);
  },
  fdopen,
  freopen,
  fopen64: outputFunctions.fopen,
  tmpfile,
  fseeko: outputFunctions.fseek,
  ftello: outputFunctions.ftell,
  fgetpos,
  fsetpos,
  getw,
  putw,
  setlinebuf: (call) => {
    call.streams.setBuffering(call.streams.at(call.args.pointer()), "line");
    return undefined;
  },
  setbuffer: outputFunctions.setbuf,
  fcloseall: (call) => {
    call.streams.flushAll();
    return 0;
  },
  fputs_unlocked: outputFunctions.fputs,
  fputc_unlocked: outputFunctions.fputc,
  fgetc_unlocked: inputFunctions.fgetc,
  fgets_unlocked: inputFunctions.fgets,
  fwrite_unlocked: outputFunctions.fwrite,
  fread_unlocked: inputFunctions.fread,
  fflush_unlocked: outputFunctions.fflush,
  feof_unlocked: outputFunctions.feof,
  ferror_unlocked: outputFunctions.ferror,
  fileno_unlocked: outputFunctions.fileno,
  get_stdin: (call) => call.streams.standardInput,
  get_stdout: (call) => call.streams.standardOutput,
  flockfile: () => undefined,
  funlockfile: () => undefined,
  _IO_putc: outputFunctions.putc,
  _IO_getc: inputFunctions.getc,
  _IO_puts: outputFunctions.puts,
  err: { run: fail("errno"), resume },
  errx: { run: fail("no errno"), resume },
  warn: warn("errno"),
  warnx: warn("no errno"),
} satisfies LibcFunctions;
