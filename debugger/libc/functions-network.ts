// Byte order and addresses of the network; sockets themselves are not there, as the kernel's answers say.
// Source: POSIX.1-2017; inet(3).

import type { SyscallName } from "../../server/facts/syscalls.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { tellRefusal } from "./functions-signal.ts";
import { ownText } from "./functions-string.ts";
import { latin1 } from "./program-memory.ts";

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

/** The kernel has no sockets. */
const refused =
  (name: SyscallName) =>
  (call: LibcCall): LibcResult => {
    tellRefusal(call, name);
    return -1;
  };

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
    const address = call.args.unsigned();
    return ownText(call, [0, 8, 16, 24].map((shift) => (address >>> shift) & 255).join("."));
  },
  socket: refused("socket"),
  connect: refused("connect"),
  bind: refused("bind"),
  listen: refused("listen"),
  accept: refused("accept4"),
  send: refused("sendto"),
  recv: refused("recvfrom"),
  setsockopt: refused("setsockopt"),
  shutdown: refused("shutdown"),
} satisfies LibcFunctions;
