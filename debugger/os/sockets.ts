// Sockets: what each knows (descriptors.ts) and how one finds another. All processes of a program reach each other through local
// names and through the loopback addresses; there is no other network. A socket's node holds the bytes that have come in, as a
// pipe's does; datagrams are kept as messages. The server's end of a connection is made when the client connects and waits in
// the listening socket for accept.
// Source: socket(7), unix(7), ip(7), ipv6(7).

import { quoted } from "../../server/base/byte-text.ts";
import type { OpenFile, Socket } from "./descriptors.ts";
import { nameOf } from "./name-text.ts";
import { fileOf } from "./open-file.ts";
import { OPEN } from "./open-flags.ts";
import { type Failure, fail, isFailure, type KernelParts, registerOf, type SystemCall, word } from "./syscall.ts";

export const FAMILY = { local: 1, inet: 2, inet6: 10 } as const;
export const TYPE = { stream: 1, datagram: 2, raw: 3, sequence: 5 } as const;

/** What may wait in a socket, as Linux's net.core.rmem_default. */
export const SOCKET_BYTES = 212_992;

/** A file whose kind is "socket". */
export type SocketFile = OpenFile & { socket: Socket };

export const isSocket = (file: OpenFile): file is SocketFile => file.socket !== undefined;

/** The socket of a descriptor argument. */
export function socketOf(call: SystemCall, index: number): SocketFile | Failure {
  const file = fileOf(call, index);
  if (isFailure(file) || isSocket(file)) return file;
  return fail("ENOTSOCK", `the file descriptor in ${registerOf(call, index)} is no socket`);
}

/** A socket without name and connection. `flags` may have O_NONBLOCK. */
export function createSocket(
  { files, clock }: KernelParts,
  { family, type, protocol }: Pick<Socket, "family" | "type" | "protocol">,
  flags: number,
): SocketFile {
  const node = files.createUnnamed("pipe", 0o777, clock.realtimeNs());
  node.capacityBytes = SOCKET_BYTES;
  const none = new Uint8Array(0);
  return {
    ...{ kind: "socket", stream: 1, node: node.id, position: 0 },
    flags: OPEN.readWrite | (flags & OPEN.nonBlock),
    socket: {
      ...{ family, type, protocol, local: none, remote: none, name: 0, peer: 0 },
      ...{ backlog: undefined, incoming: [], messages: [], passed: [], options: new Map() },
      ...{ isDeaf: false, isMute: false, isConnecting: false },
    },
  };
}

export function change(file: SocketFile, values: Partial<Socket>): void {
  file.socket = { ...file.socket, ...values };
}

/** Bytes and messages that keep their limits: only streams run together. */
export const keepsLimits = ({ type }: Socket): boolean => type !== TYPE.stream;

/** The last descriptor of a socket is closed; connections that waited in it are closed too. */
export function forgetSocket(kernel: KernelParts, file: OpenFile): void {
  const { files, descriptors } = kernel;
  files.forget(files.node(file.node));
  for (const waiting of file.socket?.incoming ?? []) if (!descriptors.isOpen(waiting)) forgetSocket(kernel, waiting);
}

const allSockets = ({ descriptors }: KernelParts): readonly SocketFile[] => descriptors.all().filter(isSocket);

/** The other end of a connection; undefined when it is closed. */
export const peerOf = (kernel: KernelParts, { socket }: SocketFile): SocketFile | undefined =>
  socket.peer === 0 ? undefined : allSockets(kernel).find(({ node }) => node === socket.peer);

// ---- addresses

const FAMILY_BYTES = 2;
const INET_BYTES = 16;
const INET6_BYTES = 28;
/** Family and path of sockaddr_un. */
export const LOCAL_BYTES = 110;
const LOOPBACK = 127;

const familyOf = (address: Uint8Array): number => (address[0] ?? 0) | ((address[1] ?? 0) << 8);
const portOf = (address: Uint8Array): number => ((address[2] ?? 0) << 8) | (address[3] ?? 0);
const hostOf = (address: Uint8Array): Uint8Array =>
  familyOf(address) === FAMILY.inet ? address.subarray(4, 8) : address.subarray(8, 24);
const isAny = (host: Uint8Array): boolean => host.every((byte) => byte === 0);
const isLoopback = (host: Uint8Array): boolean =>
  host.length === 4 ? host[0] === LOOPBACK : host.every((byte, k) => byte === (k === 15 ? 1 : 0));

const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, k) => byte === b[k]);

/** sockaddr's bytes from an argument and its length, cut to what the family has. */
export function addressAt(call: SystemCall, index: number, { family }: Socket): Uint8Array | Failure {
  const length = Number(BigInt.asIntN(32, word(call, index + 1)));
  if (length < 0 || length > 128) return fail("EINVAL", `${length} is no length of an address`);
  const bytes = call.kernel.user.read(word(call, index), length);
  if (!bytes) return fail("EFAULT", `the kernel cannot read the address in ${registerOf(call, index)}`);
  const least = family === FAMILY.inet ? INET_BYTES : family === FAMILY.inet6 ? 24 : FAMILY_BYTES;
  if (length < least) return fail("EINVAL", `an address of this family has at least ${least} bytes`);
  if (familyOf(bytes) !== family) {
    const wrong = family === FAMILY.local ? "EINVAL" : "EAFNOSUPPORT";
    return fail(wrong, `the address is of family ${familyOf(bytes)}, the socket of family ${family}`);
  }
  if (family === FAMILY.local && length > LOCAL_BYTES) return fail("EINVAL", "the name is too long");
  if (family !== FAMILY.inet6 || length >= INET6_BYTES)
    return bytes.slice(0, family === FAMILY.inet ? INET_BYTES : family === FAMILY.inet6 ? INET6_BYTES : length);
  const whole = new Uint8Array(INET6_BYTES);
  whole.set(bytes);
  return whole;
}

/** The path in a local address; undefined for none and for an abstract name, which begins with a zero byte. */
export function pathOf(address: Uint8Array): string | undefined {
  const path = address.subarray(FAMILY_BYTES);
  if (path.length === 0 || path[0] === 0) return undefined;
  const end = path.indexOf(0);
  return nameOf(end < 0 ? path : path.subarray(0, end));
}

/** Whether an address is one of this machine's: any, or the loopback's. */
export const isOwn = (address: Uint8Array): boolean => isAny(hostOf(address)) || isLoopback(hostOf(address));

const bound = (kernel: KernelParts, type: number): readonly SocketFile[] =>
  allSockets(kernel).filter(({ socket }) => socket.local.length > 0 && socket.type === type);

/** Whoever has the address that somebody else wants: of its port, where one of both means every address. */
export function holderOf(kernel: KernelParts, file: SocketFile, wanted: Uint8Array): SocketFile | undefined {
  return bound(kernel, file.socket.type).find(({ socket: { local, peer, backlog } }) => {
    if (familyOf(local) !== familyOf(wanted)) return false;
    if (familyOf(wanted) === FAMILY.local) return pathOf(wanted) === undefined && equal(local, wanted);
    // An accepted connection shares the address of its server.
    if (peer !== 0 && backlog === undefined && file.socket.type === TYPE.stream) return false;
    const [a, b] = [hostOf(local), hostOf(wanted)];
    return portOf(local) === portOf(wanted) && (isAny(a) || isAny(b) || equal(a, b));
  });
}

/** The socket that a connection or a datagram to `address` reaches; what it does for those who do not listen is the caller's. */
export function socketAt(kernel: KernelParts, file: SocketFile, address: Uint8Array): SocketFile | Failure {
  const { type, family } = file.socket;
  if (family === FAMILY.local) return localAt(kernel, type, address);
  if (!isOwn(address)) return fail("ENETUNREACH", "there is no network here but the program's own loopback");
  const host = hostOf(address);
  const found = bound(kernel, type).find(({ socket: { local, peer, backlog } }) => {
    if (type === TYPE.stream && backlog === undefined && peer !== 0) return false;
    const own = hostOf(local);
    return (
      familyOf(local) === family && portOf(local) === portOf(address) && (isAny(own) || isAny(host) || equal(own, host))
    );
  });
  return found ?? fail("ECONNREFUSED", `nobody listens at port ${portOf(address)}`);
}

function localAt(kernel: KernelParts, type: number, address: Uint8Array): SocketFile | Failure {
  const path = pathOf(address);
  const sockets = allSockets(kernel);
  if (path === undefined) {
    const named = sockets.find(({ socket: { local, peer } }) => peer === 0 && equal(local, address));
    return named ?? fail("ECONNREFUSED", "nobody has this abstract name");
  }
  const place = kernel.files.find(path, kernel.files.node(kernel.process.directory), "follow");
  if (typeof place === "string") return fail(place, `there is no ${quoted(path)}`);
  if (!place.node) return fail("ENOENT", `there is no ${quoted(path)}`);
  const { id } = place.node;
  const named = sockets.find(({ socket }) => socket.name === id);
  if (!named) return fail("ECONNREFUSED", `nobody has ${quoted(path)} as the name of a socket`);
  if (named.socket.type !== type) return fail("EPROTOTYPE", "the socket there is of another type");
  return named;
}

const FIRST_PORT = 32_768;
const LAST_PORT = 60_999;

/** The same address with a port that nobody has; a connection from everywhere comes from the loopback. */
export function withPort(kernel: KernelParts, file: SocketFile, address: Uint8Array): Uint8Array {
  const own = address.slice();
  for (let port = FIRST_PORT; port <= LAST_PORT; port++) {
    own[2] = port >> 8;
    own[3] = port & 255;
    if (!bound(kernel, file.socket.type).some(({ socket }) => portOf(socket.local) === port)) return own;
  }
  return own;
}

/** Port 0 stands for one that is to be chosen. */
export const hasPort = (address: Uint8Array): boolean => portOf(address) !== 0;
export const isPrivileged = (address: Uint8Array): boolean => hasPort(address) && portOf(address) < 1024;

/** The loopback's address in the family, without a port. */
export function loopback(family: number): Uint8Array {
  const address = new Uint8Array(family === FAMILY.inet ? INET_BYTES : INET6_BYTES);
  address[0] = family;
  if (family === FAMILY.inet) address.set([LOOPBACK, 0, 0, 1], 4);
  else address[23] = 1;
  return address;
}

/** Any address becomes the loopback's: what a connection has at its ends. */
export function asReached(address: Uint8Array): Uint8Array {
  if (!isAny(hostOf(address))) return address;
  const own = loopback(familyOf(address));
  own.set(address.subarray(2, 4), 2);
  return own;
}

/** Writes an address to where the program wants it: at most as much as it has room for, and the whole length. */
export function giveAddress(
  call: SystemCall,
  index: number,
  family: number | undefined,
  address: Uint8Array,
): Failure | undefined {
  const { user } = call.kernel;
  const room = user.readWord(word(call, index + 1), 4);
  if (room === undefined) return fail("EFAULT", `the kernel cannot read the length in ${registerOf(call, index + 1)}`);
  const signed = Number(BigInt.asIntN(32, room));
  if (signed < 0) return fail("EINVAL", "the room for the address is negative");
  const whole = address.length === 0 && family === FAMILY.local ? Uint8Array.of(family, 0) : address;
  const written =
    user.write(word(call, index), whole.subarray(0, signed)) &&
    user.writeWord(word(call, index + 1), 4, BigInt(whole.length));
  return written ? undefined : fail("EFAULT", `the kernel cannot write the address in ${registerOf(call, index)}`);
}
