// Measures debugging through the whole adapter, beside gdb on the same program in the same run where gdb is installed.
//   npm run bench:debug
// Rows: single steps with all registers read each time; false hits of a conditional breakpoint; a data breakpoint that is armed
// and never hit; recording for going back; a step back and a reverse continue over a long run. Wall time: that is what a person
// waits for. Writes dist/bench/debug.json.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startAdapter } from "../bench/dap-client.mjs";
import { isInstalled, summary } from "../bench/measure.mjs";
import { root, run } from "./install.mjs";

const cli = join(root, "dist", "node", "cli.js");
const folder = join(root, "dist", "bench");
const source = join(folder, "loop.asm");
const HITS = { gdb: 40_000, own: 8_000_000 };
const STEPS = { gdb: 3_000, own: 20_000 };
const LONG_ROUNDS = 150_000_000;

/** Line 9 is the first of the loop; `mark` is written once, in the first round. */
const program = (rounds) => `section .bss
alignb 4096
mark: resq 1
alignb 4096
sum: resq 1
section .text
global _start
_start: mov ecx, ${rounds}
again:  add [rel sum], rcx
        mov rax, [rel sum]
        xor rax, rcx
        cmp ecx, ${rounds}
        jne next
        mov [rel mark], rax
next:   dec ecx
        jnz again
        mov eax, 60
        xor edi, edi
        syscall
`;
const LOOP_LINE = 9;

async function launch(rounds, properties) {
  writeFileSync(source, program(rounds));
  const adapter = startAdapter(process.execPath, [cli, "dap"]);
  await adapter.request("initialize", { adapterID: "asmoscope", supportsVariableType: true });
  const ready = adapter.event("initialized");
  await adapter.request("launch", { program: source, stopOnEntry: true, ...properties });
  await ready;
  const stopped = adapter.event("stopped");
  await adapter.request("configurationDone");
  await stopped;
  return adapter;
}

async function secondsOf(act) {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}

/** Sends a request and waits until the machine stands still or has ended. */
async function settle(adapter, name, fields = {}) {
  const event = adapter.event("stopped", "exited");
  await adapter.request(name, { threadId: 1, ...fields });
  return event;
}

async function readRegisters(adapter) {
  const { stackFrames } = await adapter.request("stackTrace", { threadId: 1, startFrame: 0, levels: 20 });
  const { scopes } = await adapter.request("scopes", { frameId: stackFrames[0].id });
  const registers = scopes.find(({ name }) => name === "Registers");
  await adapter.request("variables", { variablesReference: registers.variablesReference });
}

async function ownSteps(properties) {
  const adapter = await launch(1_000_000, properties);
  const seconds = await secondsOf(async () => {
    for (let k = 0; k < STEPS.own; k++) {
      await settle(adapter, "stepIn", { granularity: "instruction" });
      await readRegisters(adapter);
    }
  });
  adapter.close();
  return STEPS.own / seconds;
}

async function ownHits(properties) {
  const adapter = await launch(HITS.own, properties);
  await adapter.request("setBreakpoints", {
    source: { path: source },
    breakpoints: [{ line: LOOP_LINE, condition: "rcx == -1" }],
  });
  const seconds = await secondsOf(() => settle(adapter, "continue"));
  adapter.close();
  return HITS.own / seconds;
}

/** Seconds of whole runs, plain and with a data breakpoint on another page, taking turns. */
async function ownWatch(properties) {
  const times = { plain: [], armed: [] };
  for (let round = 0; round < 3; round++) {
    for (const kind of ["plain", "armed"]) {
      const adapter = await launch(LONG_ROUNDS / 3, properties);
      if (kind === "armed") {
        const { dataId } = await adapter.request("dataBreakpointInfo", { name: "mark", asAddress: false });
        await adapter.request("setDataBreakpoints", {
          breakpoints: [{ dataId, accessType: "write", condition: "rcx == -1" }],
        });
      }
      times[kind].push(await secondsOf(() => settle(adapter, "continue")));
      adapter.close();
    }
  }
  return summary(times.armed).median / summary(times.plain).median;
}

/** Shares of the run's own time: a step back from the end, reverse continue to a write in the first round. */
async function ownBack(properties) {
  const adapter = await launch(LONG_ROUNDS, properties);
  await adapter.request("setBreakpoints", { source: { path: source }, breakpoints: [{ line: LOOP_LINE + 8 }] });
  const whole = await secondsOf(() => settle(adapter, "continue"));
  const back = [];
  for (let k = 0; k < 9; k++) back.push(await secondsOf(() => settle(adapter, "stepBack")));
  const { dataId } = await adapter.request("dataBreakpointInfo", { name: "mark" });
  await adapter.request("setDataBreakpoints", { breakpoints: [{ dataId, accessType: "write" }] });
  const reverse = await secondsOf(() => settle(adapter, "reverseContinue"));
  adapter.close();
  const { median, most } = summary(back);
  return { whole, stepBack: median / whole, worstStepBack: most / whole, reverse: reverse / whole };
}

function gdb(commands) {
  const executable = join(folder, "loop");
  const args = ["-batch", "-nx", "-ex", "set pagination off", ...commands.flatMap((text) => ["-ex", text]), executable];
  const from = performance.now();
  const { status, stderr } = spawnSync("gdb", args, { maxBuffer: 1 << 30, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - from) / 1000;
}

function gdbRates() {
  writeFileSync(source, program(HITS.gdb));
  run(process.execPath, [cli, "build", "-g", "-o", join(folder, "loop"), source]);
  const start = gdb(["break _start", "run"]);
  const hits = gdb(["break _start", "run", "break again if $rcx == -1", "continue"]) - start;
  const script = `while $step < ${STEPS.gdb}\nstepi\ninfo registers\nset $step = $step + 1\nend\n`;
  writeFileSync(join(folder, "steps.gdb"), `set $step = 0\n${script}`);
  const steps = gdb(["break _start", "run", `source ${join(folder, "steps.gdb")}`]) - start;
  return { steps: STEPS.gdb / steps, hits: HITS.gdb / hits };
}

const rate = (value) => `${Math.round(value).toLocaleString("en-US")} a second`;
const share = (value) => `${(value * 100).toFixed(1)} % of the run`;

async function main() {
  run(process.execPath, [join(root, "scripts", "build.mjs")]);
  mkdirSync(folder, { recursive: true });
  const peer = isInstalled("gdb") ? gdbRates() : undefined;
  if (peer) console.log(`gdb        steps ${rate(peer.steps)}, false hits ${rate(peer.hits)}`);
  const beside = (value, name) => (peer ? `${rate(value)}, × ${(value / peer[name]).toFixed(1)} gdb` : rate(value));
  const report = { gdb: peer };
  for (const check of ["off", "full"]) {
    const own = { steps: await ownSteps({ check }), hits: await ownHits({ check }) };
    console.log(`check=${check.padEnd(5)}steps ${beside(own.steps, "steps")}; false hits ${beside(own.hits, "hits")}`);
    report[check] = own;
  }
  const off = report.off;
  off.armed = await ownWatch({ check: "off" });
  console.log(`check=off  data breakpoint on another page: × ${off.armed.toFixed(2)} of the plain run`);
  Object.assign(off, await ownBack({ check: "off" }));
  console.log(
    `check=off  a run of ${(LONG_ROUNDS * 7).toLocaleString("en-US")} instructions: ${off.whole.toFixed(2)} s`,
  );
  console.log(`check=off  step back ${share(off.stepBack)}, worst ${share(off.worstStepBack)}`);
  console.log(`check=off  reverse continue to its first round ${share(off.reverse)}`);
  writeFileSync(join(folder, "debug.json"), `${JSON.stringify(report, undefined, 2)}\n`);
}

await main();
