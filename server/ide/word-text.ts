// What is said of a word that means the same in every program: instruction, register, directive, libc function, system call,
// finding kind. Markdown, out of the tables; hover, completion and `asmoscope explain` show the same.

import {
  argumentRegisters,
  calleeSaved32,
  calleeSaved64,
  registerRoles,
  wholeRegister,
} from "../facts/calling-convention.ts";
import { directives } from "../facts/directives.ts";
import { isLibcFunction, libcFunctions, signatureOf } from "../facts/libc.ts";
import { libcObjects } from "../facts/libc-linking.ts";
import { syscallRegisters } from "../facts/syscall-setup.ts";
import type { Abi, Syscall } from "../facts/syscalls.ts";
import { describe, type InsnDescription } from "../isa/describe.ts";
import type { Register } from "../isa/register.ts";
import { registerNamed } from "../isa/registers.ts";

/** Source text in Markdown. */
export const code = (text: string, language = "nasm"): string => `\`\`\`${language}\n${text}\n\`\`\``;

const FORMS_SHOWN = 12;

/** Title, sentence, operation, flags and operand forms; `used` is the form that this line is, if one is known. */
export function instructionText(insn: InsnDescription, used?: string): string {
  const parts = [`**${insn.mnemonic}** · ${insn.title}`];
  if (insn.canonical !== insn.mnemonic) parts[0] += ` (the same as ${insn.canonical})`;
  if (insn.summary !== "") parts.push(insn.summary);
  if (insn.operation !== "") parts.push(code(insn.operation, "text"));
  if (insn.flags !== "") parts.push(`Flags: ${insn.flags}`);
  else if (insn.executed && insn.forms.length > 0) parts.push("Flags: unchanged");
  // The form of this line stands among those shown, however many there are.
  const first = insn.forms.slice(0, FORMS_SHOWN);
  const shown = used !== undefined && insn.forms.includes(used) && !first.includes(used) ? [...first, used] : first;
  const forms = shown.map((form) => (form === used ? `**\`${form}\`** (here)` : `\`${form}\``));
  if (insn.forms.length > shown.length) forms.push(`and ${insn.forms.length - shown.length} more`);
  if (forms.length > 0) parts.push(`Forms: ${forms.join(" · ")}`);
  if (insn.exceptions !== "") parts.push(`Exceptions: ${insn.exceptions}`);
  if (insn.feature !== "") parts.push(`CPU feature: ${insn.feature}`);
  if (!insn.executed) parts.push("Assembled only: the machine here does not execute it (#UD).");
  return parts.join("\n\n");
}

/** What a register without parts is for. */
const CLASS_ROLES: Readonly<Partial<Record<Register["class"], string>>> = {
  xmm: "floating-point and vector values; xmm0 to xmm7 carry floating-point arguments, xmm0 the result; none is preserved across a call",
  ymm: "vectors of 32 bytes; its lower half is the xmm register of the same number",
  zmm: "vectors of 64 bytes; its lower half is the ymm register of the same number",
  mmx: "vectors of 8 bytes, shared with the x87 stack",
  st: "the x87 stack: st0 is its top",
  segment: "selects a segment; in 64-bit code only fs and gs still move addresses",
  control: "steers the processor: only the kernel may touch it",
  debug: "hardware breakpoints: only the kernel may touch it",
  mask: "chooses lanes of AVX-512 instructions",
};

/** What hover and `explain` say of a register; undefined when `name` is none. */
export function registerText(name: string, bits: 16 | 32 | 64): string | undefined {
  const register = registerNamed(name.toLowerCase());
  if (register === undefined) return undefined;
  const part = wholeRegister(name);
  if (part === undefined) {
    const role = CLASS_ROLES[register.class];
    return `**${register.name}** · ${register.class} register, ${register.sizeBits} bits${role ? `\n\n${role[0]!.toUpperCase()}${role.slice(1)}.` : ""}`;
  }
  const role = registerRoles[part.whole]!;
  const whole = bits === 32 ? part.whole.replace(/^r/, "e") : part.whole;
  const place = whole === register.name ? "" : ` (${part.part} of ${whole})`;
  const lines = [`**${register.name}** · general register, ${register.sizeBits} bits${place}`];
  lines.push(`By convention: ${bits === 32 ? role.role32 : role.role64}.`);
  const saved: readonly string[] = bits === 32 ? calleeSaved32 : calleeSaved64;
  const says = bits === 32 ? role.role32 : role.role64;
  const exists = bits !== 32 || !/^r\d/.test(part.whole);
  if (exists && part.whole !== "rsp" && !says.includes("give it back"))
    lines.push(saved.includes(whole) ? "A function gives it back as it found it." : "A call may change it.");
  if (bits === 64 && register.sizeBits === 32)
    lines.push("Writing it sets the upper 32 bits of the whole register to 0.");
  return lines.join("\n\n");
}

/** Syntax and sentence of a directive or preprocessor word. */
export function directiveText(word: string): string | undefined {
  const lower = word.toLowerCase();
  const row = Object.hasOwn(directives, lower) ? directives[lower] : undefined;
  return row && `${code(row.syntax)}\n\n${row.summary}`;
}

/** Where a function's arguments and result are: "size in rdi; result in rax". */
function whereArguments(name: Parameters<typeof signatureOf>[0], bits: 16 | 32 | 64): string {
  const { parameters, returns, variadic } = signatureOf(name);
  let integers = 0;
  let floats = 0;
  let above = 0;
  const places = parameters.map((parameter) => {
    const isFloat = parameter.type === "double" || parameter.type === "float";
    if (bits === 32) {
      const offset = above;
      above += /longlong|double/.test(parameter.type) ? 8 : 4;
      return `${parameter.name} in [esp${offset === 0 ? "" : `+${offset}`}]`;
    }
    const place = isFloat ? `xmm${floats++}` : argumentRegisters[integers++];
    return `${parameter.name} in ${place ?? "memory, on the stack"}`;
  });
  if (variadic)
    places.push(
      bits === 32
        ? "more behind them"
        : "more in the next registers, then on the stack; in al how many xmm registers are used",
    );
  const results: Readonly<Record<string, string>> = {
    void: "",
    double: bits === 32 ? "st0" : "xmm0",
    float: bits === 32 ? "st0" : "xmm0",
  };
  const result =
    results[returns] ??
    (bits === 32 ? (/longlong/.test(returns) ? "edx:eax" : "eax") : /^(int|unsigned)$/.test(returns) ? "eax" : "rax");
  if (result !== "") places.push(`result in ${result}`);
  return places.join("; ");
}

/** Prototype, sentence and argument registers of a libc function or variable. */
export function libcText(name: string, bits: 16 | 32 | 64): string | undefined {
  if (Object.hasOwn(libcObjects, name))
    return `**${name}** · variable of libc\n\n${libcObjects[name as keyof typeof libcObjects]}`;
  if (!isLibcFunction(name)) return undefined;
  const { prototype, summary } = libcFunctions()[name];
  const places = whereArguments(name, bits);
  return [code(prototype, "c"), summary, ...(places === "" ? [] : [`At the call: ${places}.`])].join("\n\n");
}

/** What the kernel does with the memory that an argument points to. */
const BUFFER_WORDS: Readonly<Record<string, string>> = {
  in: " (the kernel reads it)",
  iovin: " (the kernel reads it)",
  out: " (the kernel writes it)",
  iovout: " (the kernel writes it)",
  inout: " (the kernel reads and writes it)",
  path: " (a text that ends with a zero byte)",
  strings: " (a list of addresses that ends with 0)",
};

/** Name, arguments with their registers, and what a system call does; undefined where this kernel interface lacks it. */
export function syscallText(call: Syscall, abi: Abi): string | undefined {
  const number = call[abi];
  if (number === undefined) return undefined;
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const args = list
    .map(({ name, type }, k) => `${name} in ${syscallRegisters[abi][k]}${BUFFER_WORDS[type] ?? ""}`)
    .join(", ");
  const accumulator = abi === "i386" ? "eax" : "rax";
  const heading = `System call ${number} (${abi === "i386" ? "int 0x80" : "syscall"}): **${call.name}**(${args})`;
  // A brk that fails gives the old break back.
  const error = call.name === "brk" ? "" : ", an error as −1 to −4095";
  const end = `The number is in ${accumulator}; the result comes back there${error}.`;
  return [heading, ...(call.summary === "" ? [] : [call.summary]), end].join("\n\n");
}

/** An instruction, register, directive or libc function by its name; the first kind that knows the word. */
export function wordText(word: string, bits: 16 | 32 | 64): string | undefined {
  const lower = word.toLowerCase();
  const insn = describe(lower);
  if (insn !== undefined) return instructionText(insn);
  return registerText(lower, bits) ?? directiveText(lower) ?? libcText(word, bits);
}
