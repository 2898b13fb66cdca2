// libc functions that are reached by a jump (`jmp puts`): what they do is told at the jump, as that of a called one at its call.

import type { Context, Instant } from "./context.ts";
import { statementText } from "./program-map.ts";
import { stackPointerOf } from "./words.ts";

/** Where what happens at `pc` is told: the jump when it is the stub of a libc function that was jumped to. */
export function toldPlace(context: Context, pc: number, time: number): Instant {
  const { owners, program } = context;
  if (!program.isInStub(pc)) return { pc, time };
  const { lastSource, previous } = owners;
  const stackPointer = stackPointerOf(context);
  const isJump = (): boolean => jumpText(context, lastSource.pc) !== undefined;
  if (program.isStub(pc) && lastSource.pc !== 0 && previous.pc === lastSource.pc && isJump())
    owners.tailJump = { ...lastSource, stackPointer };
  const { tailJump } = owners;
  return tailJump?.stackPointer === stackPointer ? { pc: tailJump.pc, time: tailJump.time } : { pc, time };
}

/** The statement without its label, when it is a jump. */
const jumpText = ({ program }: Context, pc: number): string | undefined =>
  /^(?:[^\s:;]+\s*:\s*)?(j[a-z]+\s.*)$/i.exec(statementText(program, pc))?.[1];

/** "`call puts`", "`jmp puts`", "`jmp [rax]` to puts". */
export function callText(context: Context, name: string, pc: number): string {
  const statement = jumpText(context, pc);
  if (statement === undefined) return `\`call ${name}\``;
  return statement.includes(name) ? `\`${statement}\`` : `\`${statement}\` to ${name}`;
}
