// Byte order and addresses of the network, and the calls for sockets, which are the kernel's.
// Source: POSIX.1-2017; inet(3).

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { system, systemUnsigned } from "./functions-process.ts";
import { ownText } from "./functions-string.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { own } from "./system-call.ts";

const swapShort = (call: LibcCall): LibcResult => {
  const value = call.args.unsigned() & 0xffff;
  return ((value & 255) << 8) | (value >> 8);
};

const swapLong = (value: number): number =>
  (((value & 255) << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24)) >>> 0;

/** One to four numbers, decimal, octal or hexadecimal; the last fills what is left of the four bytes. */
function addressOf(text: string): number | undefined {
  const words = text.trim().split(".");
  const values = words.map((word) => {
    if (/^0x[0-9a-f]+$/i.test(word)) return Number.parseInt(word, 16);
    if (/^0[0-7]*$/.test(word)) return Number.parseInt(word, 8);
    return /^\d+$/.test(word) ? Number.parseInt(word, 10) : Number.NaN;
  });
  const last = values.pop() ?? Number.NaN;
  const lastLimit = 2 ** (8 * (4 - values.length));
  if (values.length > 3 || values.some((value) => !(value < 256)) || !(last < lastLimit)) return undefined;
  const high = values.reduce((sum, value, k) => sum + value * 2 ** (24 - 8 * k), 0);
  return high + last;
}

const INET = 2;

/** Reads a dotted address into memory. @returns whether it was one. */
function readAddress(call: LibcCall, text: string, to: bigint): boolean {
  const address = addressOf(text);
  if (address !== undefined) call.program.writeWord(to, 4, BigInt(swapLong(address)));
  return address !== undefined;
}

const dotted = (value: number): string => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255).join(".");

/** inet_pton takes four decimal numbers only. */
function presentationToNetwork(call: LibcCall): LibcResult {
  const [family, text, to] = [call.args.int(), latin1(call.program.string(call.args.pointer())), call.args.pointer()];
  if (family !== INET) {
    call.libc.setErrno("EAFNOSUPPORT");
    return -1;
  }
  const isPlain = /^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/.test(text) && !text.endsWith(".");
  return isPlain && readAddress(call, text, to) ? 1 : 0;
}

function networkToPresentation(call: LibcCall): LibcResult {
  const [family, from, to, size] = [call.args.int(), call.args.pointer(), call.args.pointer(), call.args.unsigned()];
  if (family !== INET) {
    call.libc.setErrno("EAFNOSUPPORT");
    return 0;
  }
  const text = dotted(Number(call.program.readWord(from, 4)));
  if (text.length >= size) {
    call.libc.setErrno("ENOSPC");
    return 0;
  }
  call.program.write(to, bytesOf(`${text}\0`));
  return to;
}

export const networkFunctions = {
  htons: swapShort,
  ntohs: swapShort,
  htonl: (call) => swapLong(call.args.unsigned()),
  ntohl: (call) => swapLong(call.args.unsigned()),
  inet_addr: (call) => {
    const address = addressOf(latin1(call.program.string(call.args.pointer())));
    return address === undefined ? 0xffffffff : swapLong(address);
  },
  inet_ntoa: (call) => {
    return ownText(call, dotted(call.args.unsigned()));
  },
  inet_aton: (call) => {
    const text = latin1(call.program.string(call.args.pointer()));
    return readAddress(call, text, call.args.pointer()) ? 1 : 0;
  },
  inet_pton: presentationToNetwork,
  inet_ntop: networkToPresentation,
  socket: system("socket", 3),
  socketpair: systemUnsigned("socketpair", 4),
  connect: systemUnsigned("connect", 3),
  bind: systemUnsigned("bind", 3),
  listen: system("listen", 2),
  accept: systemUnsigned("accept4", 3),
  accept4: systemUnsigned("accept4", 4),
  send: systemUnsigned("sendto", 4),
  recv: systemUnsigned("recvfrom", 4),
  sendmsg: own("sendmsg", 3),
  recvmsg: own("recvmsg", 3),
  sendto: systemUnsigned("sendto", 6),
  recvfrom: systemUnsigned("recvfrom", 6),
  getsockname: systemUnsigned("getsockname", 3),
  getpeername: systemUnsigned("getpeername", 3),
  setsockopt: own("setsockopt", 5),
  getsockopt: own("getsockopt", 5),
  shutdown: system("shutdown", 2),
} satisfies LibcFunctions;
