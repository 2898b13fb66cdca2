// Making, naming and connecting sockets, and what is set and asked of them. i386 reaches all of it through socketcall too.
// Source: the kernel's net/socket.c, net/unix/af_unix.c, net/ipv4/af_inet.c; socket(2), bind(2), connect(2), accept(2), unix(7).

import { quoted } from "../../server/base/byte-text.ts";
import { OPEN } from "./open-flags.ts";
import { USER_ID } from "./process-stack.ts";
import {
  addressAt,
  asReached,
  change,
  createSocket,
  FAMILY,
  giveAddress,
  hasPort,
  holderOf,
  isOwn,
  isPrivileged,
  keepsLimits,
  loopback,
  pathOf,
  peerOf,
  SOCKET_BYTES,
  type SocketFile,
  socketAt,
  socketOf,
  TYPE,
  withPort,
} from "./sockets.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  registerOf,
  type SyscallFunction,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { addDescriptor } from "./syscall-file.ts";
import { release } from "./syscall-io.ts";
import { receiveFrom, receiveMessage, receiveMessages, sendMessage, sendMessages, sendTo } from "./syscall-message.ts";
import { storeWord } from "./user-memory.ts";
import { waitForOthers } from "./waiting.ts";

const TYPE_MASK = 0xf;
const KNOWN_FLAGS = OPEN.nonBlock | OPEN.closeOnExec;
const PROTOCOL = { tcp: 6, udp: 17 } as const;

const closing = (flags: number) => (flags & OPEN.closeOnExec ? "close-on-exec" : "keep");

/** Family, type and protocol of the first three arguments, or why there is no such socket. */
function kindOf(call: SystemCall): { family: number; type: number; protocol: number; flags: number } | Failure {
  const [family, typed, protocol] = [int(call, 0), uint(call, 1), int(call, 2)];
  const type = typed & TYPE_MASK;
  const flags = typed & ~TYPE_MASK;
  if (flags & ~KNOWN_FLAGS) return fail("EINVAL", `the type (${registerOf(call, 1)}) has unknown flags`);
  if (family < 0 || family > 45) return fail("EAFNOSUPPORT", `${family} is no family of addresses`);
  if (type === 0 || type > 10) return fail("EINVAL", `${type} is no type of socket`);
  if (family === FAMILY.local) {
    if (protocol !== 0 && protocol !== FAMILY.local) return fail("EPROTONOSUPPORT", "local sockets have no protocols");
    // Linux makes a datagram socket of SOCK_RAW.
    if (type === TYPE.raw) return { family, type: TYPE.datagram, protocol: 0, flags };
    return type === TYPE.stream || type === TYPE.datagram || type === TYPE.sequence
      ? { family, type, protocol: 0, flags }
      : fail("ESOCKTNOSUPPORT", `there is no type ${type} of local sockets`);
  }
  if (family !== FAMILY.inet && family !== FAMILY.inet6)
    return fail("EAFNOSUPPORT", "there are local sockets, and the loopback of IPv4 and IPv6");
  if (type === TYPE.raw) return fail("EPERM", "raw sockets are for the superuser");
  const own = type === TYPE.stream ? PROTOCOL.tcp : type === TYPE.datagram ? PROTOCOL.udp : undefined;
  if (own === undefined) return fail("ESOCKTNOSUPPORT", `there is no type ${type} of network sockets here`);
  return protocol === 0 || protocol === own
    ? { family, type, protocol: own, flags }
    : fail("EPROTONOSUPPORT", `protocol ${protocol} does not belong to this type`);
}

function socket(call: SystemCall): SyscallResult {
  const kind = kindOf(call);
  if (isFailure(kind)) return kind;
  return addDescriptor(call, createSocket(call.kernel, kind, kind.flags), closing(kind.flags));
}

function socketpair(call: SystemCall): SyscallResult {
  const kind = kindOf(call);
  if (isFailure(kind)) return kind;
  if (kind.family !== FAMILY.local) return fail("ENOTSUP", "only local sockets come in pairs");
  const { kernel } = call;
  if (kernel.user.usable(word(call, 3), 8, "write") < 8) return badBuffer(call, 3, 8, "write");
  const [one, two] = [createSocket(kernel, kind, kind.flags), createSocket(kernel, kind, kind.flags)];
  change(one, { peer: two.node });
  change(two, { peer: one.node });
  const first = addDescriptor(call, one, closing(kind.flags));
  if (typeof first !== "number") return first;
  const second = addDescriptor(call, two, closing(kind.flags));
  if (typeof second !== "number") {
    release(call, first);
    return second;
  }
  kernel.user.writeWord(word(call, 3), 4, BigInt(first));
  kernel.user.writeWord(word(call, 3) + 4n, 4, BigInt(second));
  return 0;
}

// ---- names

const ABSTRACT_NAMES = 0x100000;

/** bind without a name gives an abstract one of five digits. */
function abstractName(file: SocketFile): Uint8Array {
  const digits = (file.node % ABSTRACT_NAMES).toString(16).padStart(5, "0");
  return Uint8Array.of(FAMILY.local, 0, 0, ...new TextEncoder().encode(digits));
}

const hasName = (): Failure => fail("EINVAL", "the socket has a name already");

function bindAbstract(call: SystemCall, file: SocketFile, address: Uint8Array): SyscallResult {
  if (address.length > 2 && holderOf(call.kernel, file, address)) return fail("EADDRINUSE", "somebody has this name");
  change(file, { local: address.length > 2 ? address : abstractName(file) });
  return 0;
}

function bindPath(call: SystemCall, file: SocketFile, address: Uint8Array): SyscallResult {
  const path = pathOf(address)!;
  const { files, process, clock } = call.kernel;
  const place = files.find(path, files.node(process.directory), "name");
  if (typeof place === "string") return fail(place, `there is no directory for ${quoted(path)}`);
  if (place.node) return fail("EADDRINUSE", `${quoted(path)} exists`);
  if (path.endsWith("/")) return fail("ENOENT", `${quoted(path)} ends with a slash, and is not there`);
  if (file.socket.local.length > 0) return hasName();
  const made = files.create(place, "socket", 0o777 & ~process.umask, clock.realtimeNs());
  if (typeof made === "string") return fail(made, `${quoted(path)} cannot be made in its directory`);
  change(file, {
    local: Uint8Array.of(...address.subarray(0, 2), ...new TextEncoder().encode(path), 0),
    name: made.id,
  });
  return 0;
}

function bind(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const address = addressAt(call, 1, file.socket);
  if (isFailure(address)) return address;
  if (file.socket.family === FAMILY.local && pathOf(address) !== undefined) return bindPath(call, file, address);
  if (file.socket.local.length > 0) return hasName();
  if (file.socket.family === FAMILY.local) return bindAbstract(call, file, address);
  if (!isOwn(address)) return fail("EADDRNOTAVAIL", "this machine has no address but the loopback's");
  if (isPrivileged(address)) return fail("EACCES", "ports below 1024 are for the superuser");
  if (hasPort(address) && holderOf(call.kernel, file, address)) return fail("EADDRINUSE", "somebody has this port");
  change(file, { local: hasPort(address) ? address : withPort(call.kernel, file, address) });
  return 0;
}

const LARGEST_BACKLOG = 4096;

function listen(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const { type, family, peer, local } = file.socket;
  if (type === TYPE.datagram) return fail("ENOTSUP", "nobody connects to a socket for datagrams");
  if (peer !== 0 || (family === FAMILY.local && local.length === 0))
    return fail("EINVAL", "the socket is connected, or has no name");
  const given = uint(call, 1);
  change(file, { backlog: Math.min(given, LARGEST_BACKLOG) });
  if (local.length > 0) return 0;
  const any = loopback(family).fill(0, 2);
  change(file, { local: withPort(call.kernel, file, any) });
  return 0;
}

// ---- connections

/** The server's end waits in the listening socket; both ends know each other. */
function join(call: SystemCall, file: SocketFile, server: SocketFile, address: Uint8Array): void {
  const { kernel } = call;
  const isLocal = file.socket.family === FAMILY.local;
  if (!isLocal && !hasPort(file.socket.local))
    change(file, { local: withPort(kernel, file, loopback(file.socket.family)) });
  const end = createSocket(kernel, server.socket, 0);
  const local = isLocal ? server.socket.local : asReached(address);
  change(end, { local, remote: file.socket.local, peer: file.node });
  change(file, { peer: end.node, remote: local });
  change(server, { incoming: [...server.socket.incoming, end] });
}

function connectMessages(call: SystemCall, file: SocketFile, address: Uint8Array): SyscallResult {
  const { family, local } = file.socket;
  if (family === FAMILY.local) {
    const target = socketAt(call.kernel, file, address);
    if (isFailure(target)) return target;
    change(file, { remote: target.socket.local, peer: target.node });
    return 0;
  }
  if (!isOwn(address)) return fail("ENETUNREACH", "there is no network here but the program's own loopback");
  change(file, { remote: asReached(address), peer: 0 });
  if (!hasPort(local)) change(file, { local: withPort(call.kernel, file, loopback(family)) });
  return 0;
}

const UNSPECIFIED = 0;

function connect(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const { socket: own } = file;
  if (call.kernel.user.readWord(word(call, 1), 2) === BigInt(UNSPECIFIED) && keepsLimits(own)) {
    change(file, { remote: new Uint8Array(0), peer: 0 });
    return 0;
  }
  const address = addressAt(call, 1, own);
  if (isFailure(address)) return address;
  if (own.type === TYPE.datagram) return connectMessages(call, file, address);
  if (own.isConnecting) {
    change(file, { isConnecting: false });
    return 0;
  }
  if (own.peer !== 0) return fail("EISCONN", "the socket is connected already");
  if (own.backlog !== undefined)
    return fail(own.family === FAMILY.local ? "EINVAL" : "EISCONN", "the socket listens itself");
  const server = socketAt(call.kernel, file, address);
  if (isFailure(server)) return server;
  const { backlog, incoming } = server.socket;
  if (backlog === undefined) return fail("ECONNREFUSED", "nobody listens there");
  if (incoming.length > backlog) {
    if (file.flags & OPEN.nonBlock) return fail("EAGAIN", "as many connections wait already as the server wants");
    const wait = waitForOthers(call.kernel, { for: "change" });
    return wait ?? fail("ETIMEDOUT", "the server never accepts a connection");
  }
  join(call, file, server, address);
  if (own.family === FAMILY.local || !(file.flags & OPEN.nonBlock)) return 0;
  change(file, { isConnecting: true });
  return fail("EINPROGRESS", "the connection is being made");
}

function accept(call: SystemCall, flags: number): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  if (flags & ~KNOWN_FLAGS) return fail("EINVAL", "the flags can only be SOCK_NONBLOCK and SOCK_CLOEXEC");
  if (file.socket.type === TYPE.datagram) return fail("ENOTSUP", "a socket for datagrams has no connections");
  if (file.socket.backlog === undefined) return fail("EINVAL", "the socket does not listen");
  const [end, ...incoming] = file.socket.incoming;
  if (!end) {
    const wait = file.flags & OPEN.nonBlock ? undefined : waitForOthers(call.kernel, { for: "change" });
    return wait ?? fail("EAGAIN", "nobody has connected, and no other process is there that could");
  }
  const isWanted = word(call, 1) !== 0n;
  const failed = isWanted ? giveAddress(call, 1, file.socket.family, end.socket!.remote) : undefined;
  if (failed) return failed;
  end.flags |= flags & OPEN.nonBlock;
  const fd = addDescriptor(call, end, closing(flags));
  if (typeof fd === "number") change(file, { incoming });
  return fd;
}

const SHUT = { read: 0, write: 1, both: 2 };

function shutdown(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  const how = int(call, 1);
  if (isFailure(file)) return file;
  if (how < SHUT.read || how > SHUT.both) return fail("EINVAL", `${how} is not SHUT_RD, SHUT_WR or SHUT_RDWR`);
  const { socket: own } = file;
  if (own.peer === 0 && own.backlog === undefined && own.remote.length === 0)
    return fail("ENOTCONN", "the socket is not connected");
  change(file, { isDeaf: own.isDeaf || how !== SHUT.write, isMute: own.isMute || how !== SHUT.read });
  return 0;
}

function getsockname(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const { family, local } = file.socket;
  const shown = local.length === 0 && family !== FAMILY.local ? loopback(family).fill(0, 2) : local;
  return giveAddress(call, 1, family, shown) ?? 0;
}

function getpeername(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const { family, remote, peer } = file.socket;
  if (peer === 0 && remote.length === 0) return fail("ENOTCONN", "the socket is not connected");
  return giveAddress(call, 1, family, remote) ?? 0;
}

// ---- options

const LEVEL = { socket: 1, tcp: 6, ip: 0, ip6: 41 } as const;
// biome-ignore format: one group a line
const OPTION = {
  type: 3, error: 4, sendBuffer: 7, receiveBuffer: 8, linger: 13, credentials: 17, receiveTimeout: 20, sendTimeout: 21,
  listens: 30, protocol: 38, domain: 39,
} as const;
/** Others of SOL_SOCKET that are kept as they are set: 0 until then. */
const KEPT = [1, 2, 5, 6, 9, 10, 12, 15, 16, 18, 19, 26, 29, 34, 35, 46];
const SMALLEST_BUFFER = { [OPTION.sendBuffer]: 4608, [OPTION.receiveBuffer]: 2304 } as const;
const LARGEST_BUFFER = 2 * SOCKET_BYTES;
/** Linux's net.ipv4.tcp_wmem and tcp_rmem. */
const TCP_BUFFER = { send: 16_384, receive: 131_072 } as const;
const SMALL = 4;

const words = (...values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(4 * values.length);
  for (const [k, value] of values.entries()) storeWord(bytes, 4 * k, 4, BigInt.asUintN(32, BigInt(value)));
  return bytes;
};

/** What an option of SOL_SOCKET says before anybody has set it. */
function ownOption(call: SystemCall, { socket: own, ...file }: SocketFile, name: number): Uint8Array | undefined {
  switch (name) {
    case OPTION.type:
      return words(own.type);
    case OPTION.error:
      return words(0);
    case OPTION.sendBuffer:
      return words(own.family !== FAMILY.local && own.type === TYPE.stream ? TCP_BUFFER.send : SOCKET_BYTES);
    case OPTION.receiveBuffer:
      return words(own.family !== FAMILY.local && own.type === TYPE.stream ? TCP_BUFFER.receive : SOCKET_BYTES);
    case OPTION.linger:
      return words(0, 0);
    case OPTION.receiveTimeout:
    case OPTION.sendTimeout:
      return new Uint8Array(call.abi === "i386" ? 8 : 16);
    case OPTION.listens:
      return words(own.backlog === undefined ? 0 : 1);
    case OPTION.protocol:
      return words(own.protocol);
    case OPTION.domain:
      return words(own.family);
    case OPTION.credentials:
      return peerOf(call.kernel, { ...file, socket: own })
        ? words(call.kernel.processes.current.owner, USER_ID, USER_ID)
        : words(0, -1, -1);
    default:
      return KEPT.includes(name) ? words(0) : undefined;
  }
}

const otherLevels: readonly number[] = [LEVEL.tcp, LEVEL.ip, LEVEL.ip6];

function getsockopt(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const [level, name] = [int(call, 1), int(call, 2)];
  const isOther = otherLevels.includes(level) && file.socket.family !== FAMILY.local;
  const value =
    file.socket.options.get(`${level} ${name}`) ??
    (level === LEVEL.socket ? ownOption(call, file, name) : isOther ? words(0) : undefined);
  if (!value) return fail(level === LEVEL.socket ? "ENOPROTOOPT" : "ENOTSUP", `option ${name} is not known here`);
  if (name === OPTION.error && level === LEVEL.socket) change(file, { isConnecting: false });
  const { user } = call.kernel;
  const room = user.readWord(word(call, 4), 4);
  if (room === undefined) return badBuffer(call, 4, 4, "read");
  const signed = Number(BigInt.asIntN(32, room));
  if (signed < 0) return fail("EINVAL", "the room for the option is negative");
  const part = value.subarray(0, signed);
  if (!user.write(word(call, 3), part)) return badBuffer(call, 3, part.length, "write");
  return user.writeWord(word(call, 4), 4, BigInt(part.length)) ? 0 : badBuffer(call, 4, 4, "write");
}

/** Linux doubles the sizes of buffers, and turns switches into 0 and 1. */
function keptValue(name: number, bytes: Uint8Array): Uint8Array {
  const value = new DataView(bytes.buffer, bytes.byteOffset).getInt32(0, true);
  if (name === OPTION.sendBuffer || name === OPTION.receiveBuffer)
    return words(Math.min(LARGEST_BUFFER, Math.max(SMALLEST_BUFFER[name], 2 * value)));
  return KEPT.includes(name) && name !== 12 ? words(value === 0 ? 0 : 1) : bytes;
}

function setsockopt(call: SystemCall): SyscallResult {
  const file = socketOf(call, 0);
  if (isFailure(file)) return file;
  const [level, name, length] = [int(call, 1), int(call, 2), int(call, 4)];
  if (length < 0) return fail("EINVAL", "the length of the option is negative");
  const isOther = otherLevels.includes(level) && file.socket.family !== FAMILY.local;
  if (level !== LEVEL.socket && !isOther)
    return fail(file.socket.family === FAMILY.local ? "ENOTSUP" : "ENOPROTOOPT", `level ${level} has no options here`);
  const known = isOther || ownOption(call, file, name) !== undefined;
  const fixed: readonly number[] = [OPTION.type, OPTION.error, OPTION.listens, OPTION.protocol, OPTION.domain];
  if (!known || (level === LEVEL.socket && fixed.includes(name)))
    return fail("ENOPROTOOPT", `option ${name} is not known here, or cannot be set`);
  if (length < SMALL) return fail("EINVAL", "an option has at least 4 bytes");
  const bytes = call.kernel.user.read(word(call, 3), Math.min(length, 128));
  if (!bytes) return badBuffer(call, 3, length, "read");
  const value = level === LEVEL.socket ? keptValue(name, bytes.slice()) : bytes.slice();
  change(file, { options: new Map(file.socket.options).set(`${level} ${name}`, value) });
  return 0;
}

const own = {
  socket,
  bind,
  connect,
  listen,
  accept: (call: SystemCall) => accept(call, 0),
  getsockname,
  getpeername,
  socketpair,
  send: (call: SystemCall) => sendTo({ ...call, args: [...call.args.slice(0, 4), 0n, 0n] }),
  recv: (call: SystemCall) => receiveFrom({ ...call, args: [...call.args.slice(0, 4), 0n, 0n] }),
  sendto: sendTo,
  recvfrom: receiveFrom,
  shutdown,
  setsockopt,
  getsockopt,
  sendmsg: sendMessage,
  recvmsg: receiveMessage,
  accept4: (call: SystemCall) => accept(call, uint(call, 3)),
  recvmmsg: receiveMessages,
  sendmmsg: sendMessages,
} satisfies Record<string, SyscallFunction>;

/** socketcall's numbers, from 1. */
// biome-ignore format: a list
const NUMBERED: readonly (keyof typeof own)[] = [
  "socket", "bind", "connect", "listen", "accept", "getsockname", "getpeername", "socketpair", "send", "recv", "sendto",
  "recvfrom", "shutdown", "setsockopt", "getsockopt", "sendmsg", "recvmsg", "accept4", "recvmmsg", "sendmmsg",
];

/** i386: the number of the call, and the address of its arguments. */
function socketcall(call: SystemCall): SyscallResult {
  const name = NUMBERED[int(call, 0) - 1];
  if (!name) return fail("EINVAL", `${int(call, 0)} is no call of socketcall`);
  const args: bigint[] = [];
  for (let k = 0; k < 6; k++) args.push(call.kernel.user.readWord(word(call, 1) + BigInt(4 * k), 4) ?? 0n);
  if (call.kernel.user.usable(word(call, 1), 8, "read") < 8) return badBuffer(call, 1, 8, "read");
  return own[name]({ ...call, args });
}

const { send: _send, recv: _recv, ...named } = own;

export const socketCalls = { ...named, socketcall } satisfies SyscallFunctions;
