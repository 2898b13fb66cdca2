// `--allocator 'NAME(size=REG)->REG'`, `--allocator 'NAME()->REG:size=N'` and `--deallocator 'NAME(ptr=REG)'`: what the
// annotations `@alloc`, `@realloc` and `@free` say above a function, for programs whose source shall stay as it is.

import { type AllocatorRow, placeProblem } from "../../server/facts/annotation.ts";
import type { Image } from "../../server/obj/image.ts";
import { UsageError } from "./options.ts";

const SHAPE = /^([\w.$#@~?]+)\(([^()]*)\)(?:->([^\s:]+))?(?::size=([^\s:]+))?$/;
const FORMS = {
  "--allocator": "NAME(size=REG)->REG or NAME()->REG:size=N",
  "--deallocator": "NAME(ptr=REG)",
} as const;

/** The option's value as a row. With `ptr` beside `size` an allocator resizes. @throws {UsageError} */
export function allocatorRow(option: "--allocator" | "--deallocator", text: string): AllocatorRow {
  const refuse = (reason: string): never => {
    throw new UsageError(`option "${option}": ${reason}`, "run");
  };
  const form = `it is written ${FORMS[option]}`;
  const match = SHAPE.exec(text.replaceAll(" ", ""));
  if (match === null) return refuse(`"${text}" is not understood: ${form}`);
  const [, name = "", inside = "", ret, fixed] = match;
  const fields = new Map<string, string>(fixed === undefined ? [] : [["size", fixed]]);
  for (const part of inside.split(",").filter(Boolean)) {
    const [field = "", value = ""] = part.split("=");
    if (field !== "ptr" && (field !== "size" || option === "--deallocator")) {
      return refuse(`"${part}" is not understood: ${form}`);
    }
    fields.set(field, value);
  }
  const [size, ptr] = [fields.get("size"), fields.get("ptr")];
  for (const [field, value] of [
    ["size", size],
    ["ptr", ptr],
    ["ret", ret],
  ] as const) {
    const problem = value === undefined ? undefined : placeProblem(field, value);
    if (problem !== undefined) return refuse(problem);
  }
  if (option === "--deallocator") {
    if (ptr === undefined || ret !== undefined) return refuse(`"${text}" is not understood: ${form}`);
    return { role: "free", function: name, ptr };
  }
  if (size === undefined) return refuse(`"${text}" does not say how many bytes it gives: ${form}`);
  const result = { size, ret: ret ?? "rax" };
  return ptr === undefined
    ? { role: "alloc", function: name, ...result }
    : { role: "realloc", function: name, ptr, ...result };
}

/** A sentence for the first row whose function the program does not have. */
export function missingAllocator(image: Image, rows: readonly AllocatorRow[]): string | undefined {
  const problemOf = (name: string): string | undefined => {
    const symbol = image.symbols.find((one) => one.name === name);
    if (symbol === undefined) return `the program has no label "${name}"`;
    const holds = ({ address, sizeBytes }: Image["sections"][number]): boolean =>
      symbol.address >= address && symbol.address < address + sizeBytes;
    const section = image.sections.find(holds);
    return section === undefined || section.exec ? undefined : `"${name}" is no function: it lies in ${section.name}`;
  };
  for (const row of rows) {
    const problem = problemOf(row.function);
    if (problem !== undefined) return `${row.role === "free" ? "--deallocator" : "--allocator"}: ${problem}`;
  }
  return undefined;
}
