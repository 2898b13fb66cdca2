// The calling convention without running: registers that a function must give back, the direction flag, the alignment of rsp
// at calls of libc functions, and registers and flags that a call or syscall has destroyed.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { argumentNumbers } from "../facts/calling-convention.ts";
import { isLibcFunction, signatureOf } from "../facts/libc.ts";
import { isArgumentUsed, syscallRegisterNumbers } from "../facts/syscall-setup.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { flagEffects } from "../isa/describe.ts";
import { generalNumber, isSaving, registerUse, vectorsRead } from "../isa/register-use.ts";
import { stackAlignments } from "./flow/alignment.ts";
import { externName } from "./flow/calls.ts";
import {
  flowFinding,
  functionName,
  isEditable,
  judged,
  linesAfter,
  linesBefore,
  lineText,
  overFlow,
  type Place,
  registerName,
  relatedTo,
} from "./flow/judge.ts";
import { UNKNOWN_VECTORS } from "./flow/state.ts";
import { addressOf } from "./flow/transfer.ts";
import { constantOf, isStack, only, type Value } from "./flow/value.ts";
import { floatsOf, wordsOf } from "./libc-calls.ts";
import { kernelEntry, type Listing } from "./listing.ts";

const RDX = 2;
const RSP = 4;
const RBP = 5;
const PRESERVED: Readonly<Record<32 | 64, readonly number[]>> = { 64: [3, 5, 12, 13, 14, 15], 32: [3, 5, 6, 7] };

/** Known by other files: libc or another source may call it. */
const isPublic = ({ code, owner }: Place): boolean =>
  owner.why === "main" ||
  owner.why === "global" ||
  code.instructions[owner.entry]!.labels.some(({ binding }) => binding === "global");

/** The function takes arguments from the stack: what is pushed at its entry would move them. */
const takesFromStack = ({ code, owner }: Place): boolean =>
  owner.reached.some(({ index, state }) =>
    code.instructions[index]!.decoded.operands.some((operand) => {
      const address =
        operand.kind === "memory" ? only(addressOf(state, code.instructions[index]!, operand)) : undefined;
      return address?.kind === "entry" && address.register === RSP && address.offset > 0;
    }),
  );

/**
 * Saves at the entry and restores before this ret; only where the function's first and last lines can be edited. Calls inside
 * keep a stack as aligned as it was.
 */
function saveFix(place: Place, numbers: readonly number[]): Fix[] {
  const entry = place.code.instructions[place.owner.entry]!;
  if (takesFromStack(place)) return [];
  const returns = place.owner.reached.filter(({ index }) => place.code.instructions[index]!.decoded.mnemonic === "ret");
  const pops = place.owner.reached.length;
  if (returns.length !== 1 || pops === 0 || !isEditable(entry) || !isEditable(place.instruction)) return [];
  const names = numbers.map((number) => registerName(place.code, number));
  const calls = place.owner.reached.some(({ index }) => place.code.instructions[index]!.decoded.mnemonic === "call");
  const isOdd = place.code.bits === 64 && calls && names.length % 2 === 1;
  return [
    {
      title: `Save ${names.join(", ")} at the entry and restore before ret`,
      edits: [
        ...linesBefore(entry, [...names.map((name) => `push ${name}`), ...(isOdd ? ["sub rsp, 8"] : [])]),
        ...linesBefore(place.instruction, [
          ...(isOdd ? ["add rsp, 8"] : []),
          ...[...names].reverse().map((name) => `pop ${name}`),
        ]),
      ],
    },
  ];
}

/** Registers that are popped right before this ret, in a function that begins with a push. */
function givenBack({ code, owner, index }: Place): Set<number> {
  const popped = new Set<number>();
  if (code.instructions[owner.entry]!.decoded.mnemonic !== "push") return popped;
  for (let at = index - 1; at > owner.entry; at--) {
    const { mnemonic, operands } = code.instructions[at]!.decoded;
    const number = operands[0] && generalNumber(operands[0]);
    if (mnemonic !== "pop" || number === undefined) break;
    popped.add(number);
  }
  return popped;
}

/** Registers that hold what another one held at the entry, which has not got its own value back either. */
function exchanged({ state, code }: Place): number[] {
  const held = (number: number): number => {
    const value = only(state.registers[number]!);
    return value?.kind === "entry" && value.offset === 0 ? value.register : -1;
  };
  const preservedNumbers: readonly number[] = PRESERVED[code.bits];
  return preservedNumbers.filter((number) => {
    const other = held(number);
    return other !== number && preservedNumbers.includes(other) && held(other) !== other;
  });
}

/** Nothing but pushes and pops: there to exchange registers. */
const isExchange = ({ code, owner }: Place): boolean =>
  owner.reached.every(({ index }) => /^(?:push|pop|ret)/.test(code.instructions[index]!.decoded.mnemonic));

/** A function with a convention of its own may change registers, but not by pops in the wrong order. */
function popsInOrder(place: Place): Diagnostic[] {
  const popped = isExchange(place) ? new Set<number>() : givenBack(place);
  const numbers = popped.size < 2 ? [] : exchanged(place).filter((number) => popped.has(number));
  if (numbers.length < 2) return [];
  const names = numbers.map((number) => registerName(place.code, number)).join(", ");
  const message = `${functionName(place)} returns with ${names} exchanged: what is pushed last is popped first`;
  return [flowFinding(place, "callee-saved-clobbered", "warning", message)];
}

function preserved(place: Place): Diagnostic[] {
  const { state, code, owner } = place;
  if (owner.why === "start") return [];
  const height = only(state.registers[RSP]!);
  if (height?.kind !== "entry" || height.register !== RSP) return [];
  const wrongOrder = popsInOrder(place);
  if (!isPublic(place) || wrongOrder.length > 0) return wrongOrder;
  const isChanged =
    (number: number) =>
    (value: Value): boolean =>
      value.kind !== "unknown" &&
      !(value.kind === "entry" && value.register === number && value.offset === 0) &&
      // rbp = 0 marks the outermost frame.
      !(number === RBP && value.kind === "constant" && value.value === 0n);
  const bad = PRESERVED[code.bits].flatMap((number) => {
    const severity = judged(state.registers[number]!, isChanged(number));
    return severity === undefined ? [] : [{ number, severity }];
  });
  if (bad.length === 0) return [];
  const severity = bad.some((one) => one.severity === "warning") ? "warning" : "hint";
  const numbers = bad.map(({ number }) => number);
  const names = numbers.map((number) => registerName(code, number)).join(", ");
  const path = severity === "hint" ? " on some path" : "";
  const message = `${functionName(place)} returns with ${names} changed${path}: its caller counts on finding ${numbers.length === 1 ? "it" : "them"} as before`;
  return [flowFinding(place, "callee-saved-clobbered", severity, message, { fixes: saveFix(place, numbers) })];
}

/** Flags come from the stack, the direction flag with them. */
const takesFlags = ({ code, owner }: Place): boolean =>
  owner.reached.some(({ index }) => code.instructions[index]!.decoded.mnemonic.startsWith("popf"));

function direction(place: Place): Diagnostic[] {
  const { instruction, state, flow, index, owner } = place;
  const name = externName(flow.graph, index);
  const returns = instruction.decoded.mnemonic === "ret" && owner.why !== "address" && owner.why !== "start";
  if (!returns && name === undefined) return [];
  const isOnPath = state.direction === "either" && owner.why !== "address" && !takesFlags(place);
  if (state.direction !== "set" && !isOnPath) return [];
  const fixes = isEditable(instruction)
    ? [{ title: "Put `cld` before it", edits: linesBefore(instruction, ["cld"]) }]
    : [];
  const what = name === undefined ? `${functionName(place)} returns` : `${name} is called`;
  return [
    flowFinding(
      place,
      "direction-flag",
      isOnPath ? "hint" : "warning",
      `${what} with the direction flag set${isOnPath ? " on some path" : ""}: string instructions would run backwards; clear it with cld`,
      { fixes },
    ),
  ];
}

/** A call of libc that finds arguments on the stack, or may: what is put between would take their place. */
function mayPassOnStack(place: Place, name: string): boolean {
  if (!isLibcFunction(name)) return false;
  const { parameters, variadic } = signatureOf(name);
  const words = variadic ? (wordsOf(place, name) ?? argumentNumbers.length) : 0;
  return parameters.length + words > argumentNumbers.length;
}

/** The same room below the call as at its entry, made 8 bytes larger. */
function alignFix(place: Place, name: string): Fix[] {
  if (!isEditable(place.instruction) || mayPassOnStack(place, name)) return [];
  return [
    {
      title: "Align the stack for the call: sub rsp, 8 … add rsp, 8",
      edits: [...linesBefore(place.instruction, ["sub rsp, 8"]), ...linesAfter(place.instruction, ["add rsp, 8"])],
    },
  ];
}

/** Paths meet with stacks of different heights, and the source asks nowhere how rsp is aligned. */
function misalignedOnPath(place: Place, entryOf: ReturnType<typeof stackAlignments>, name: string): Diagnostic[] {
  const { code, state, owner } = place;
  const heights = state.registers[RSP]!;
  const moduli = heights.map((value) => {
    const registers = [...state.registers];
    registers[RSP] = [value];
    return entryOf(owner, { ...state, registers });
  });
  const isAsked = owner.reached.some((one) => {
    const { mnemonic, operands } = code.instructions[one.index]!.decoded;
    const number = operands[0] && generalNumber(operands[0]);
    return /^(test|and|bt)$/.test(mnemonic) && number !== undefined && one.state.registers[number]!.some(isStack);
  });
  const wrong = moduli.find((one) => one !== 0);
  if (heights.length < 2 || isAsked || moduli.includes(undefined) || !moduli.includes(0) || !wrong) return [];
  const message = `rsp is ${wrong} more than a multiple of 16 at this call of ${name} on some path: the calling convention wants a multiple of 16`;
  return [flowFinding(place, "misaligned-call", "hint", message)];
}

function alignment(place: Place, entryOf: ReturnType<typeof stackAlignments>): Diagnostic[] {
  const { code, state, flow, index, owner } = place;
  const name = externName(flow.graph, index);
  if (code.bits !== 64 || name === undefined || !isLibcFunction(name)) return [];
  const modulus = entryOf(owner, state);
  if (modulus === undefined) return misalignedOnPath(place, entryOf, name);
  if (modulus === 0) return [];
  const message = `rsp is ${modulus} more than a multiple of 16 at this call of ${name}: the calling convention wants a multiple of 16`;
  const fixes = modulus === 8 ? alignFix(place, name) : [];
  return [flowFinding(place, "misaligned-call", "warning", message, { fixes })];
}

/** Registers whose values the instruction uses: operands, and arguments of libc functions and system calls. */
function usedRegisters(place: Place): number[] {
  const { code, state, flow, index, instruction } = place;
  const name = externName(flow.graph, index);
  if (name !== undefined && isLibcFunction(name) && code.bits === 64) {
    const parameters = signatureOf(name).parameters.filter(({ type }) => !/double|float/.test(type));
    return argumentNumbers.slice(0, parameters.length + (wordsOf(place, name) ?? 0));
  }
  const entry = kernelEntry(instruction.decoded);
  if (entry !== undefined) {
    const abi = entry === "syscall" ? "x86_64" : "i386";
    const number = constantOf(state.registers[0]!);
    const call = number === undefined ? undefined : syscallByNumber(abi, Number(BigInt.asUintN(32, number)));
    if (call === undefined) return [];
    const numbers = syscallRegisterNumbers[abi];
    const count = (abi === "i386" ? call.argumentsI386 : call.arguments).length;
    const valueAt = (at: number): bigint | undefined => constantOf(state.registers[numbers[at]!] ?? []);
    return numbers.slice(0, count).filter((_, at) => isArgumentUsed(call, abi, at, valueAt));
  }
  const uses = [...registerUse(instruction.decoded).uses];
  // What edx holds at a division is told as undivided-dividend.
  return /^i?div$/.test(instruction.decoded.mnemonic) ? uses.filter((number) => number !== RDX) : uses;
}

/** Kept on the stack over what destroys it: two words around a call, so that rsp stays aligned. Arguments on the stack
 * forbid it in 32-bit code, and rax carries results and the count of vector registers. */
function keepFix(place: Place, number: number, at: number, by: "call" | "syscall"): Fix[] {
  const { code, owner, flow } = place;
  const target = code.instructions[at]!;
  const called = externName(flow.graph, at);
  const there = owner.reached.find(({ index }) => index === at);
  if (called !== undefined && there && mayPassOnStack({ ...place, ...there, instruction: target }, called)) return [];
  if (!isEditable(target) || number === 0 || (by === "call" && code.bits === 32)) return [];
  // Where another call has destroyed it as well, nothing worth keeping is in it.
  const isDestroyed = ({ kind }: Value): boolean => kind === "destroyed";
  if ((there?.state.registers[number] ?? []).some(isDestroyed)) return [];
  if (place.state.registers[number]!.some((value) => value.kind === "destroyed" && value.at !== at)) return [];
  const name = registerName(code, number);
  const [before, after] =
    by === "syscall"
      ? [[`push ${name}`], [`pop ${name}`]]
      : [
          [`push ${name}`, "sub rsp, 8"],
          ["add rsp, 8", `pop ${name}`],
        ];
  return [
    {
      title: `Keep ${name} on the stack over the ${by}`,
      edits: [...linesBefore(target, before), ...linesAfter(target, after)],
    },
  ];
}

function destroyed(place: Place): Diagnostic[] {
  const { code, state, flow } = place;
  for (const number of usedRegisters(place)) {
    const values = state.registers[number]!;
    const severity = judged(values, ({ kind }) => kind === "destroyed");
    const value = values.find(({ kind }) => kind === "destroyed");
    if (severity === undefined || value?.kind !== "destroyed") continue;
    const name = externName(flow.graph, value.at);
    const by = name === undefined ? "`syscall`" : `\`call ${name}\``;
    const advice =
      name === undefined
        ? "syscall puts the return address into rcx and the flags into r11"
        : code.bits === 64
          ? "keep the value in a register that calls preserve (rbx, r12 … r15) or on the stack"
          : "keep the value in a register that calls preserve (ebx, esi, edi) or on the stack";
    const path = severity === "hint" ? " on some path" : "";
    const message = `${registerName(code, number)} is used here, but ${by} in line ${code.instructions[value.at]!.item.lineNumber} has destroyed it${path}: ${advice}`;
    const kind = name === undefined ? "volatile-after-syscall" : "volatile-after-call";
    const fixes = keepFix(place, number, value.at, name === undefined ? "syscall" : "call");
    return [
      flowFinding(place, kind, severity, message, { fixes, related: relatedTo(code, value.at, "destroyed here") }),
    ];
  }
  return [];
}

/** Vector registers whose values the instruction uses: operands, and arguments of libc functions. */
function usedVectors(place: Place): number[] {
  const { code, flow, index, instruction } = place;
  const name = externName(flow.graph, index);
  if (name === undefined) return isSaving(instruction.decoded) ? [] : vectorsRead(instruction.decoded);
  if (code.bits === 32 || !isLibcFunction(name)) return [];
  const named = signatureOf(name).parameters.filter(({ type }) => type === "double" || type === "float").length;
  return Array.from({ length: Math.min(8, named + (floatsOf(place, name) ?? 0)) }, (_, number) => number);
}

function destroyedVectors(place: Place): Diagnostic[] {
  const { code, state, flow, index } = place;
  if (state.vectors === UNKNOWN_VECTORS) return [];
  for (const number of usedVectors(place)) {
    const values = state.vectors[number] ?? [];
    const severity = judged(values, ({ kind }) => kind === "destroyed");
    const left = values.find(({ kind }) => kind === "destroyed");
    if (severity === undefined || left?.kind !== "destroyed") continue;
    const by = `\`call ${externName(flow.graph, left.at)}\` in ${lineText(code, left.at)}`;
    const called = externName(flow.graph, index);
    const what = called === undefined ? `xmm${number} is used here` : `${called} is given xmm${number}`;
    const path = severity === "hint" ? " on some path" : "";
    const message = `${what}, but ${by} has destroyed it${path}: a call may change all vector registers; keep the value in memory, on the stack for instance`;
    const related = relatedTo(code, left.at, "destroyed here");
    return [flowFinding(place, "volatile-after-call", severity, message, { related })];
  }
  return [];
}

/** Where a function of libc leaves its result, to be tested; undefined for what returns nothing. */
function resultRegister({ code }: Place, name: string): string | undefined {
  const { returnText } = isLibcFunction(name) ? signatureOf(name) : { returnText: "void" };
  if (/^(void|double|float)$/.test(returnText)) return undefined;
  return returnText === "int" ? "eax" : registerName(code, 0);
}

/** A test of the result of the call right above. */
function testFix({ index, instruction }: Place, result: string | undefined, at: number): Fix[] {
  if (result === undefined || at !== index - 1 || !isEditable(instruction)) return [];
  const line = `test ${result}, ${result}`;
  return [{ title: `Put \`${line}\` before it`, edits: linesBefore(instruction, [line]) }];
}

/** A jump by flags that nothing has set since a function of libc returned. */
function flagsLeft(place: Place): Diagnostic[] {
  const { code, state, flow, instruction } = place;
  const { mnemonic } = instruction.decoded;
  if (!/^(j|loopn?e$)/.test(mnemonic) || flagEffects(mnemonic)?.reads.length === 0) return [];
  const severity = judged(state.flags, ({ kind }) => kind === "destroyed");
  const left = state.flags.find(({ kind }) => kind === "destroyed");
  if (severity === undefined || left?.kind !== "destroyed") return [];
  const name = externName(flow.graph, left.at)!;
  const path = severity === "hint" ? " on some path" : "";
  const result = resultRegister(place, name);
  const advice = result === undefined ? "" : `; test or compare its result, ${result}`;
  const message = `${mnemonic} looks at flags that nothing has set since \`call ${name}\` in ${lineText(code, left.at)}${path}: a function leaves the flags as it likes${advice}`;
  const fixes = testFix(place, result, left.at);
  const related = relatedTo(code, left.at, "flags are undefined from here on");
  return [flowFinding(place, "uninit-branch", severity, message, { fixes, related })];
}

/** Rules callee-saved-clobbered, direction-flag, misaligned-call, volatile-after-call, volatile-after-syscall and uninit-branch. */
export function convention(code: Listing): Diagnostic[] {
  const entryOf = stackAlignments(code);
  return overFlow(code, (place) => {
    const isReturn = place.instruction.decoded.mnemonic === "ret";
    return [
      ...destroyed(place),
      ...destroyedVectors(place),
      ...flagsLeft(place),
      ...direction(place),
      ...(isReturn ? preserved(place) : alignment(place, entryOf)),
    ];
  });
}
