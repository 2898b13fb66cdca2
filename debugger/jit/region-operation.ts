// The operations of one instruction in a region: what they mean for registers, flags and memory there, and where they leave to.

import type { InstructionIr, Op, RegisterPart, Repeat } from "../cpu/ir.ts";
import type { Local } from "./emitter.ts";
import { DYNAMIC, FLAG_CODE } from "./flag-flow.ts";
import { deliverFlags, keepCarryOf, settleFlags } from "./flag-transfer.ts";
import { mark } from "./float-batch.ts";
import { emitOperation, pushAddress, type Surroundings } from "./operation.ts";
import { checkTogether, cleanPage } from "./page-checks.ts";
import { directionFlag, emitEflags, isEflags } from "./region-flags.ts";
import { close, leave, open, type Region } from "./region-state.ts";
import { pushPart, setPart } from "./register-part.ts";
import { lanesOfOperation, settle } from "./settled-floats.ts";
import { emitStringLoop } from "./string-loop.ts";
import { vectorPlace } from "./vector-operation.ts";
import { emitVector, type FloatChecks, isVectorRegionOperation } from "./vector-state.ts";
import { OP } from "./wasm-writer.ts";
import { INNER } from "./watch-functions.ts";
import { bulkGuard } from "./watch-string.ts";
import { emitX87InRegion, isX87RegionOperation } from "./x87-operation.ts";
import type { X87Emission } from "./x87-region.ts";

export function emitOne(region: Region, around: Surroundings, ir: InstructionIr, op: Op): void {
  const { e } = region;
  // The block ends with it, and the region is left.
  if (op.op === "systemCall") return;
  if (isVectorRegionOperation(op)) {
    if (op.op === "loadBytes" || op.op === "storeBytes") checkTogether(region, around, ir, op);
    emitVector(region.vectors, around, ir, op, floatChecks(region));
    settle(region.settled, ir, op);
  } else if (isX87RegionOperation(op, ir)) emitX87InRegion(x87Emission(region, around), around, ir, op);
  else if (op.op === "setFlags" && (op.kind === "inc" || op.kind === "dec")) {
    keepCarryOf(region);
    const { kind, sizeBits } = op;
    const [a, b, result] = [around.local(op.a), around.local(op.b), around.local(op.result)];
    settleFlags(region, { from: "operation", kind, sizeBits, a, b, result, carryBefore: region.l.carryBefore });
    around.producer = region.producer;
  } else if ((op.op === "getFlag" || op.op === "setFlag") && op.flag === "df") directionFlag(around, op);
  else if (region.code === DYNAMIC && (op.op === "getFlag" || op.op === "getCondition")) {
    carryOfUnknown(region, op.op === "getCondition" && op.condition === "ae");
    e.set(around.local(op.dest));
  } else {
    const before = around.producer;
    if (op.op === "load" || op.op === "store") checkTogether(region, around, ir, op);
    if (isEflags(op)) emitEflags(around, op);
    else emitOperation(around, ir, op);
    if (around.producer !== before) {
      settleFlags(region, around.producer);
      around.producer = region.producer;
    }
  }
}

function x87Emission(region: Region, around: Surroundings): X87Emission | undefined {
  const { e, x87: stack, options, imports } = region;
  return (
    stack && {
      ...{ e, stack, layout: options.layout },
      get known() {
        return region.x87Known;
      },
      set known(known) {
        region.x87Known = known;
      },
      exitIf: () => around.exitIf(),
      nest(by) {
        region.depth += by;
      },
      call(name, ...args) {
        return () => {
          for (const argument of args) argument();
          e.call(imports.findIndex((imported) => imported.name === name));
        };
      },
    }
  );
}

function floatChecks(region: Region): FloatChecks {
  const { e, line, vectors, settled } = region;
  return {
    relies: true,
    leavesIrregular: !region.options.exactFloats,
    isSettled(offset, laneBytes, sizeBytes) {
      const lanes = lanesOfOperation(laneBytes, sizeBytes);
      return (settled[vectorPlace(offset)!.index]! & lanes) === lanes;
    },
    note:
      line &&
      ((value, laneBytes, sizeBytes) => mark(e, vectors.float!.batch, line.marks, { value, laneBytes, sizeBytes })),
    nest(by) {
      region.depth += by;
    },
  };
}

export function emitRepeated(region: Region, around: Surroundings, ir: InstructionIr, repeat: Repeat): void {
  const { e, l } = region;
  const setsFlags = ir.ops.some((op) => op.op === "setFlags");
  const toWords = (): void => {
    deliverFlags(region, { before: FLAG_CODE.words, wants: "words" });
    around.producer = region.producer;
  };
  if (setsFlags) toWords();
  emitStringLoop(
    {
      ...{ e, layout: region.options.layout, bits: region.options.bits },
      register: (number) => region.registers.get(number)!,
      fresh: (type) => around.fresh(type),
      open: (opcode) => open(region, opcode),
      close: () => close(region),
      exitIf: () => around.exitIf(),
      iteration() {
        for (const op of ir.ops) emitOne(region, around, ir, op);
        if (setsFlags) toWords();
      },
      guard: region.watched && bulkGuard(region.watched, region.watched.firstFunction + INNER.shadowBits, region.known),
      pushZero() {
        e.get(l.result);
        e.op(OP.i64Eqz);
      },
    },
    ir,
    repeat,
  );
}

/** CF of flags whose producer is not known here; predecessors have left it in its own local. */
function carryOfUnknown({ e, l }: Region, isInverted: boolean): void {
  e.get(l.carryBefore);
  e.i64(63n);
  e.op(OP.i64ShrU, OP.i32WrapI64);
  if (isInverted) e.op(OP.i32Eqz);
}

export function surroundings(region: Region, ir: InstructionIr, index: number): Surroundings {
  const { e, registers } = region;
  const values = new Map<number, Local>();
  const around: Surroundings = {
    e,
    layout: region.options.layout,
    producer: region.producer,
    fresh: (type) => e.local(type),
    local(value) {
      let local = values.get(value);
      if (local === undefined) {
        local = e.local(ir.types[value]!);
        values.set(value, local);
      }
      return local;
    },
    pushConstant: (of, op) => e.constant(of.types[op.dest]!, op.value),
    pushRegister: (register: number, part: RegisterPart) => pushPart(e, registers.get(register)!, part),
    setRegister: (register, part, from) => setPart(e, registers.get(register)!, part, from),
    isChecked: (op) => region.plan.clusters.has(op) || cleanPage(region, around, ir, op) !== undefined,
    isAligned: (op) => region.plan.aligned.has(op),
    exitIf() {
      const { leaving, line } = region;
      if (line !== undefined) {
        e.branchIf(region.depth - line.level);
        return;
      }
      if (region.code === leaving.code) {
        leaving.isUsed = true;
        e.branchIf(region.depth - leaving.level);
        return;
      }
      open(region, OP.if);
      const exit = { kind: "slow", address: Number(ir.address), uncounted: index } as const;
      leave(region, exit, index);
      close(region);
    },
    jump(of, op) {
      pushAddress(around, of, op.target);
      e.set(region.l.rip);
    },
    branch(_, op) {
      e.get(around.local(op.condition));
      e.set(region.l.condition);
    },
  };
  return around;
}
