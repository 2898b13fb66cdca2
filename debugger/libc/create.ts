// libc for programs that say `extern printf`. Each function has a 16-byte stub in .plt (server/facts/libc.ts says of what);
// when rip stands on a stub the machine calls `call`, which runs the function over the registers and the guest's memory, puts
// the result where the ABI wants it, destroys the registers that a call may destroy, and sets rip to the stub's `ret`. The
// stub counts as one retired instruction. Functions that call the program's own code (qsort, exit with atexit) do so through
// the stub's `call rax` and go on when that returns to the stub.
//
// Everything that must survive lies in guest memory, so snapshots need nothing from here.

import { isLibcFunction, type LibcName, type LibcSignature, signatureOf } from "../../server/facts/libc.ts";
import { alignedStackNeeds } from "../../server/facts/libc-alignment.ts";
import { type LibcObject, libcObjects, START_STUB, STUB } from "../../server/facts/libc-linking.ts";
import { leavingsOf, survivorsOf } from "../../server/facts/libc-survivors.ts";
import type { Image } from "../../server/obj/image.ts";
import { CLOBBERED, CLOBBERED64 } from "../cpu/clobbered.ts";
import type { Fault } from "../cpu/core.ts";
import { type CpuState, GPR, STATE } from "../cpu/state.ts";
import { PROT } from "../mem/layout.ts";
import { GuestFault, type Memory } from "../mem/memory.ts";
import { pageCeil } from "../os/address-space.ts";
import type { MachineEvent } from "../os/events.ts";
import type { Kernel } from "../os/kernel.ts";
import type { Ending } from "../os/syscall.ts";
import { callArguments, integerWords, returnDouble, returnExtended, returnNan } from "./arguments.ts";
import { FRAME, KEPT_WORDS, type LibcCall, type LibcFunction, type LibcFunctions, type LibcResult } from "./call.ts";
import { floatEnvironmentFunctions } from "./float-environment.ts";
import { characterFunctions } from "./functions-character.ts";
import { childFunctions } from "./functions-child.ts";
import { dateFunctions } from "./functions-date.ts";
import { environmentFunctions } from "./functions-environment.ts";
import { expressionFunctions } from "./functions-expression.ts";
import { floatFunctions } from "./functions-float.ts";
import { fortifiedFunctions } from "./functions-fortified.ts";
import { inputFunctions } from "./functions-input.ts";
import { kernelFunctions } from "./functions-kernel.ts";
import { keyFunctions } from "./functions-key.ts";
import { lockFunctions } from "./functions-lock.ts";
import { mathFunctions } from "./functions-math.ts";
import { memoryFunctions } from "./functions-memory.ts";
import { memoryStreamFunctions } from "./functions-memory-stream.ts";
import { nameFunctions } from "./functions-names.ts";
import { networkFunctions } from "./functions-network.ts";
import { numberFunctions, seedRandom } from "./functions-number.ts";
import { optionFunctions } from "./functions-option.ts";
import { outputFunctions } from "./functions-output.ts";
import { patternFunctions } from "./functions-pattern.ts";
import { exitProcess, processFunctions } from "./functions-process.ts";
import { random48Functions } from "./functions-random48.ts";
import { searchFunctions } from "./functions-search.ts";
import { signalFunctions } from "./functions-signal.ts";
import { sortFunctions } from "./functions-sort.ts";
import { specialFunctions } from "./functions-special.ts";
import { streamFunctions } from "./functions-stream.ts";
import { strftimeFunctions } from "./functions-strftime.ts";
import { stringFunctions } from "./functions-string.ts";
import { systemFunctions } from "./functions-system.ts";
import { tableFunctions } from "./functions-tables.ts";
import { terminalFunctions } from "./functions-terminal.ts";
import { textFunctions } from "./functions-text.ts";
import { threadFunctions } from "./functions-thread.ts";
import { timeFunctions } from "./functions-time.ts";
import { wideFunctions } from "./functions-wide.ts";
import { createHeap } from "./heap.ts";
import { notANumber } from "./not-a-number.ts";
import { createProgramMemory, NonCanonicalAddress, type ProgramMemory } from "./program-memory.ts";
import { callFromStart, functionArray, leaveForStart, mainAddress, startArray } from "./start.ts";
import { AREA, createLibcState, LIBC_MAPPING_BYTES, type LibcState } from "./state.ts";
import { createStreams, type Streams } from "./streams.ts";
import { BLOCK_BYTES, currentBlock, OWN, setThreadBlock } from "./thread-block.ts";

/** Every row of server/facts/libc.ts has its function; the compiler says so. */
type Functions = Readonly<Record<LibcName, LibcFunction | LibcFunction["run"]>>;

const makeFunctions = (): Functions =>
  ({
    ...memoryFunctions,
    ...outputFunctions,
    ...inputFunctions,
    ...stringFunctions,
    ...searchFunctions,
    ...numberFunctions,
    ...sortFunctions,
    ...characterFunctions,
    ...processFunctions,
    ...signalFunctions,
    ...childFunctions,
    ...mathFunctions,
    ...timeFunctions,
    ...strftimeFunctions,
    ...environmentFunctions,
    ...fortifiedFunctions,
    ...optionFunctions,
    ...threadFunctions,
    ...lockFunctions,
    ...keyFunctions,
    ...kernelFunctions,
    ...tableFunctions,
    ...nameFunctions,
    ...memoryStreamFunctions,
    ...streamFunctions,
    ...textFunctions,
    ...wideFunctions,
    ...random48Functions,
    ...specialFunctions,
    ...floatFunctions,
    ...systemFunctions,
    ...terminalFunctions,
    ...networkFunctions,
    ...floatEnvironmentFunctions,
    ...patternFunctions,
    ...expressionFunctions,
    ...dateFunctions,
  }) satisfies LibcFunctions;

let made: Functions | undefined;

/** Every function, put together when the first is called: most programs call none. */
function functions(): Functions {
  made ??= makeFunctions();
  return made;
}

export interface LibcOptions {
  readonly image: Image;
  readonly memory: Memory;
  readonly state: CpuState;
  readonly kernel: Kernel;
  readonly emit: (event: MachineEvent) => void;
}

/**
 * "done": rip stands on the stub's `ret`, or on the program's function that is called back. "pending": input is awaited,
 * nothing has changed, and `call` is to be made again. A fault is one that libc's code would have raised natively; the state
 * is as it was before the call.
 */
export type LibcOutcome = "done" | "pending" | Ending | { readonly kind: "fault"; readonly fault: Fault };

export interface Libc {
  /** Addresses the core must stop at, with the function that each belongs to. */
  readonly stops: ReadonlyMap<number, string>;
  /** Runs the function whose stub rip stands on; rip must be a key of `stops`. */
  call(): LibcOutcome;
  /** Bytes that the program has written and libc has not yet handed to the kernel: lost if the process ends now. */
  unflushedBytes(): number;
}

const volatile64 = ["rcx", "rdx", "rsi", "rdi", "r8", "r9", "r10", "r11"] as const;
const volatile32 = [GPR.rcx, GPR.rdx];

interface Lost {
  readonly general: readonly number[];
  readonly xmm: readonly number[];
}

const lost = new Map<LibcName, Lost>();

/** Numbers of the registers that a function destroys in 64-bit mode. */
function lostBy(name: LibcName): Lost {
  const known = lost.get(name);
  if (known !== undefined) return known;
  const { general, xmm } = survivorsOf(name);
  const made = {
    general: volatile64.filter((register) => !general.has(register)).map((register) => GPR[register]),
    xmm: Array.from({ length: 16 }, (_, k) => k).filter((k) => !xmm.has(k)),
  };
  lost.set(name, made);
  return made;
}

const callBackRegisters = [GPR.rdi, GPR.rsi, GPR.rdx];

const MISALIGNED: Fault = {
  vector: "#GP",
  errorCode: 0,
  detail: "the function stores vectors on the stack, which is 8 bytes off",
};

interface Stub {
  readonly name: string;
  readonly address: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class GuestLibc implements Libc {
  readonly stops = new Map<number, string>();
  readonly #options: LibcOptions;
  readonly #stubs = new Map<number, Stub>();
  readonly #libc: LibcState;
  readonly #streams: Streams;
  readonly #program: ProgramMemory;
  /** One object for all calls: they never overlap, and a spread for each would cost more than most functions. */
  readonly #call: Writable<LibcCall>;

  constructor(options: LibcOptions) {
    this.#options = options;
    const { image, memory, kernel } = options;
    for (const stub of image.stubs) {
      for (const offset of [STUB.entry, STUB.resume]) {
        this.#stubs.set(stub.address + offset, stub);
        this.stops.set(stub.address + offset, stub.name);
      }
    }
    this.#libc = createLibcState({
      ...{ memory, objects: objectAddresses(image), threadLocal: image.threadLocal },
      ...mapOwnMemory(options),
    });
    this.#streams = createStreams(this.#libc, kernel.parts);
    this.#program = createProgramMemory(memory, () => this.#call.name, options.emit);
    this.#call = {
      name: "exit",
      args: callArguments(memory, options.state, image.bits),
      bits: image.bits,
      program: this.#program,
      libc: this.#libc,
      heap: createHeap(this.#libc, kernel.parts),
      streams: this.#streams,
      kernel: kernel.parts,
    };
    seedRandom({ libc: this.#libc }, 1);
    this.#fillObjects();
    leaveForStart(options);
  }

  /** stdin and the like: variables of the program that libc fills. */
  #fillObjects(): void {
    const { image, memory, state } = this.#options;
    const long = image.bits / 8;
    // The process begins with argc at rsp, argv and its NULL behind it, then envp.
    const stackPointer = Number(state.gpr(GPR.rsp));
    const argc = Number(memory.load(stackPointer, long));
    const environment = stackPointer + long * (argc + 2);
    this.#libc.set("environment", environment);
    this.#libc.set("kernelVector", stackPointer);
    this.#libc.set("kernelEnvironment", environment);
    const { standardInput, standardOutput, standardError } = this.#streams;
    const name = Number(memory.load(stackPointer + long, long));
    const values: Readonly<Record<LibcObject, number>> = {
      ...{ stdin: standardInput, stdout: standardOutput, stderr: standardError },
      ...{ environ: environment, __environ: environment },
      ...{ optarg: 0, optind: 1, opterr: 1, optopt: 63 },
      program_invocation_name: name,
      program_invocation_short_name: name === 0 ? 0 : name + this.#folderLength(name),
    };
    for (const [object, address] of this.#libc.objects)
      memory.store(address, long, BigInt(values[object as LibcObject]));
    for (const variable of ["optind", "opterr"] as const)
      if (!this.#libc.objects.has(variable)) this.#libc.set(variable, 1);
    setThreadBlock(this.#options, this.#libc);
  }

  /** Bytes of a path up to and with its last slash. */
  #folderLength(at: number): number {
    const bytes = this.#options.memory.peek(at, 4096);
    return bytes.subarray(0, bytes.indexOf(0)).lastIndexOf(47) + 1;
  }

  unflushedBytes(): number {
    return this.#streams.unflushedBytes();
  }

  call(): LibcOutcome {
    const { state } = this.#options;
    const rip = Number(state.rip);
    const stub = this.#stubs.get(rip);
    if (!stub) return { kind: "fault", fault: { vector: "#UD", errorCode: 0 } };
    this.#streams.begin();
    if (this.#libc.get("threads") !== 0) this.#findErrno();
    try {
      const outcome = rip === stub.address ? this.#enter(stub) : this.#resume(stub);
      if (outcome === "pending") this.#streams.rewind();
      else state.retired++;
      return outcome;
    } catch (thrown) {
      return { kind: "fault", fault: faultOf(thrown, this.#options.image.bits === 32 ? 32 : 64) };
    }
  }

  #findErrno(): void {
    const { image, state } = this.#options;
    const block = currentBlock(this.#libc, image.bits === 32 ? 32 : 64, state);
    this.#libc.errnoAt = block === this.#libc.firstBlock ? this.#libc.base : block + OWN.errno;
  }

  #enter(stub: Stub): LibcOutcome {
    const { emit, image } = this.#options;
    // A program with a _start of its own may call it, like any function.
    if (stub.name === START_STUB && this.#isFirst()) {
      const { address, count } = functionArray(image, ".fini_array");
      this.#libc.set("finalArray", address);
      this.#libc.set("finalCalls", count);
      return this.#callFromStart(stub);
    }
    if (!isLibcFunction(stub.name)) return { kind: "fault", fault: { vector: "#UD", errorCode: 0, detail: stub.name } };
    const signature = signatureOf(stub.name);
    emit({ kind: "libc-enter", name: stub.name, args: this.#argumentWords(signature) });
    if (this.#faultsMisaligned(stub.name)) return { kind: "fault", fault: MISALIGNED };
    const implementation = functions()[stub.name];
    const run = typeof implementation === "function" ? implementation : implementation.run;
    return this.#finish(stub, signature, run(this.#callOf(stub.name)));
  }

  /** Whether libc's start-up code is entered as the first of a program, be it by execve. */
  #isFirst(): boolean {
    const { image, state } = this.#options;
    return this.#libc.get("startCalls") === 0 && (image.entryKind === "main" || state.retired === 0);
  }

  /** The next function of the start, main last. */
  #callFromStart(stub: Stub): LibcOutcome {
    const { emit, image, memory, state } = this.#options;
    const is64 = image.bits === 64;
    const calls = this.#libc.get("startCalls");
    const pointer = startArray(image)[calls];
    this.#libc.set("startCalls", calls + 1);
    const target = pointer === undefined ? mainAddress(image) : memory.load(pointer, image.bits / 8);
    const vector = this.#libc.get("kernelVector");
    callFromStart(this.#options, { stubAddress: stub.address, vector, target });
    const place = { address: Number(state.gpr(GPR.rsp)), sizeBytes: is64 ? 0 : 12 };
    const registers = is64 ? callBackRegisters : [];
    emit({ kind: "libc-call-back", by: stub.name, target: Number(target), registers, ...place });
    return "done";
  }

  /** 64 bits: whether the function would store vectors on a stack that is 8 bytes off. */
  #faultsMisaligned(name: LibcName): boolean {
    const { image, state } = this.#options;
    const need = alignedStackNeeds[name];
    if (need === undefined || image.bits === 32 || (state.gpr(GPR.rsp) & 15n) === 8n) return false;
    return need === "always" || (state.gpr(GPR.rax) & 0xffn) !== 0n;
  }

  /** Integer arguments for listeners: the declared ones, and for variadic functions all that registers can hold. */
  #argumentWords({ integers, variadic }: LibcSignature): bigint[] {
    const { image, memory, state } = this.#options;
    return integerWords(memory, state, image.bits, variadic && image.bits === 64 ? 6 : integers);
  }

  #finish(stub: Stub, signature: LibcSignature, result: LibcResult): LibcOutcome {
    const { state, emit } = this.#options;
    if (result === "pending") return "pending";
    if (typeof result === "object") {
      if (result.kind === "call-back") {
        this.#callBack(stub, result);
        return "done";
      }
      if (result.kind === "exit") emit({ kind: "exit", code: result.code });
      return result;
    }
    const { image, memory } = this.#options;
    const bits = Number.isNaN(result)
      ? notANumber(stub.name, signature.parameters, callArguments(memory, state, image.bits))
      : undefined;
    this.#clobber(stub.name);
    this.#setResult(signature, bits ?? result);
    this.#leave(stub.name);
    state.rip = BigInt(stub.address + STUB.done);
    emit({ kind: "libc-exit", name: stub.name, result: state.gpr(GPR.rax) });
    return "done";
  }

  // ---- registers

  #clobber(name: string): void {
    const { image, memory, state } = this.#options;
    if (image.bits === 32) {
      for (const index of volatile32) state.setGpr(index, CLOBBERED);
      return;
    }
    const { general, xmm } = lostBy(name as LibcName);
    for (const register of general) state.setGpr(register, CLOBBERED64);
    const { view, layout } = memory;
    for (const k of xmm) {
      const at = layout.state + STATE.ymm + 32 * k;
      view.setBigUint64(at, CLOBBERED64, true);
      view.setBigUint64(at + 8, CLOBBERED64, true);
      view.setBigUint64(at + 16, 0n, true);
      view.setBigUint64(at + 24, 0n, true);
    }
  }

  /** Registers that are the same after every call, so that a program which is right by luck runs here too. */
  #leave(name: string): void {
    const { image, state } = this.#options;
    const bits = image.bits === 32 ? 32 : 64;
    for (const { register, value, isFromStack } of leavingsOf(name as LibcName, bits)) {
      // The stub's `ret` has yet to pop the return address.
      const whole = isFromStack ? state.gpr(GPR.rsp) + BigInt(bits / 8) + value : value;
      state.setGpr(GPR[register], BigInt.asUintN(bits, whole));
    }
  }

  #setResult({ returns }: LibcSignature, result: number | bigint | undefined): void {
    const { image, memory, state } = this.#options;
    const { bits } = image;
    if (returns === "double" || returns === "float") {
      if (typeof result === "bigint") returnNan(memory, bits, returns, result);
      else if (returns === "float" && bits === 64)
        memory.view.setFloat32(memory.layout.state + STATE.ymm, Number(result), true);
      else returnDouble(memory, bits, Number(result));
      state.setGpr(GPR.rax, bits === 64 ? CLOBBERED64 : CLOBBERED);
      return;
    }
    if (returns === "longdouble") returnExtended(memory, BigInt(result ?? 0));
    if (result === undefined || returns === "longdouble") {
      state.setGpr(GPR.rax, bits === 64 ? CLOBBERED64 : CLOBBERED);
      return;
    }
    // An int is written to eax, which clears the upper half of rax.
    const isInt = returns === "int" || returns === "unsigned";
    const width = typeof result === "number" && isInt ? 32 : 64;
    const value = BigInt.asUintN(width, BigInt(result));
    state.setGpr(GPR.rax, BigInt.asUintN(bits, value));
    if (bits === 32 && (returns === "longlong" || returns === "unsigned longlong")) state.setGpr(GPR.rdx, value >> 32n);
  }

  // ---- calling the program

  /** Makes a frame below the return address, keeps words in it, and goes to the stub's `call rax`. */
  #callBack(stub: Stub, { target, args, keep }: Extract<LibcResult & object, { kind: "call-back" }>): void {
    const { image, memory, state, emit } = this.#options;
    const { bits } = image;
    const before = state.gpr(GPR.rsp);
    const unaligned = Number(before) - FRAME.bytes;
    const stackPointer = unaligned - (unaligned % 16);
    memory.store(stackPointer + FRAME.savedPointer, 8, before);
    for (const [k, value] of keep.entries()) memory.store(stackPointer + FRAME.kept + 8 * k, 8, value);
    if (bits === 64) for (const [k, value] of args.entries()) state.setGpr(callBackRegisters[k]!, value);
    else for (const [k, value] of args.entries()) memory.store(stackPointer + 4 * k, 4, value);
    const registers = bits === 64 ? callBackRegisters.slice(0, args.length) : [];
    const place = { address: stackPointer, sizeBytes: bits === 32 ? 4 * args.length : 0 };
    emit({ kind: "libc-call-back", by: stub.name, target: Number(target), registers, ...place });
    state.setGpr(GPR.rsp, BigInt(stackPointer));
    state.setGpr(GPR.rax, target);
    state.rip = BigInt(stub.address + STUB.callBack);
  }

  /** A function of .init_array has returned, not main. */
  #isBeforeMain(): boolean {
    const calls = this.#libc.get("startCalls");
    return calls > 0 && calls <= startArray(this.#options.image).length;
  }

  #resume(stub: Stub): LibcOutcome {
    const { memory, state } = this.#options;
    const result = Number(BigInt.asIntN(32, state.gpr(GPR.rax)));
    if (stub.name === START_STUB && this.#isBeforeMain()) return this.#callFromStart(stub);
    if (stub.name === START_STUB)
      return this.#finish(stub, signatureOf("exit"), exitProcess(this.#callOf("exit"), result));
    const name = stub.name as LibcName;
    const implementation = functions()[name];
    if (typeof implementation === "function" || !implementation.resume) {
      return { kind: "fault", fault: { vector: "#UD", errorCode: 0 } };
    }
    const stackPointer = Number(state.gpr(GPR.rsp));
    const words = Array.from({ length: KEPT_WORDS }, (_, k) => memory.load(stackPointer + FRAME.kept + 8 * k, 8));
    state.setGpr(GPR.rsp, memory.load(stackPointer + FRAME.savedPointer, 8));
    const outcome = this.#finish(stub, signatureOf(name), implementation.resume(this.#callOf(name), words, result));
    if (outcome === "pending") state.setGpr(GPR.rsp, BigInt(stackPointer));
    return outcome;
  }

  #callOf(name: LibcName): LibcCall {
    const { image, memory, state } = this.#options;
    this.#call.name = name;
    const unsaved = alignedStackNeeds[name] === "vectors" && (state.gpr(GPR.rax) & 0xffn) === 0n;
    this.#call.args = callArguments(memory, state, image.bits, unsaved ? "saved" : "registers");
    return this.#call;
  }
}

/** The mapping that holds libc's variables, streams and buffers; programs without libc have none. */
/** Thread-local variables and the first thread's block above them lie in front of the rest. */
function mapOwnMemory({ image, kernel }: LibcOptions): Pick<LibcState, "base" | "firstBlock"> {
  const { space } = kernel.parts;
  const localBytes = image.threadLocal?.sizeBytes ?? 0;
  const before = localBytes === 0 ? 0 : pageCeil(localBytes + BLOCK_BYTES);
  const sizeBytes = before + LIBC_MAPPING_BYTES;
  const start = space.findGap(sizeBytes)!;
  const protection = PROT.read | PROT.write;
  if (image.stubs.length > 0) {
    space.map({ start, sizeBytes, requestedBytes: sizeBytes, protection, purpose: "libc", name: "[libc]" });
  }
  const base = start + before;
  return { base, firstBlock: before === 0 ? base + AREA.threadBlock : base - BLOCK_BYTES };
}

/** Where the linker has put the variables of libc that the program names. */
function objectAddresses(image: Image): ReadonlyMap<string, number> {
  const own = image.symbols.filter(({ module, name }) => module === "libc" && Object.hasOwn(libcObjects, name));
  return new Map(own.map(({ name, address }) => [name, address]));
}

/** Copies go by pieces: of more than a number or a vector the size says nothing of what was asked for. */
const LARGEST_TOLD_BYTES = 16;

function faultOf(thrown: unknown, bits: 32 | 64): Fault {
  if (thrown instanceof NonCanonicalAddress)
    return { vector: "#GP", errorCode: 0, detail: `the address 0x${thrown.value.toString(16)} is not canonical` };
  if (!(thrown instanceof GuestFault)) throw thrown;
  const { access, sizeBytes, reason, detail } = thrown;
  // In front of address 0 lies the end of the address space.
  const address = thrown.exactAddress ?? BigInt.asUintN(bits, BigInt(thrown.address));
  const errorCode = 4 | (access === "write" ? 2 : 0) | (reason === "protected" ? 1 : 0);
  const size = sizeBytes <= LARGEST_TOLD_BYTES ? { sizeBytes } : {};
  const exact = address >= 1n << 47n ? { exactAddress: address } : {};
  return {
    vector: "#PF",
    errorCode,
    address: Number(address),
    ...exact,
    access,
    ...size,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** libc of a loaded process whose image has stubs. */
export function createLibc(options: LibcOptions): Libc {
  return new GuestLibc(options);
}
