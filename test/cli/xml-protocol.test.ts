// The XML of runs with findings of every kind, read as strictly as valgrind's description of protocol 4 allows: element by
// element in its order, unique numbers, counts that name errors of the document, known kinds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { notRunXml, runXml } from "../../debugger/cli/xml.ts";
import { caseNamed, caseNames, machineOf, runOut } from "../check/cases.ts";

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** A reader of the XML that the protocol uses: elements without attributes, text with entities. */
function parse(document: string): Element {
  assert.ok(document.startsWith('<?xml version="1.0"?>\n'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no form for them
  assert.doesNotMatch(document, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  const root: Element = { name: "", children: [], text: "" };
  const open = [root];
  for (const [, close, name, text] of document.slice(22).matchAll(/<(\/?)(\w+)>|([^<]+)/gy)) {
    const top = open.at(-1)!;
    if (text !== undefined) {
      assert.doesNotMatch(text.replace(/&(?:amp|lt|gt|quot|apos);/g, ""), /[&>]/);
      top.text += text;
    } else if (close) assert.equal(open.pop()!.name, name);
    else {
      const child: Element = { name: name!, children: [], text: "" };
      top.children.push(child);
      open.push(child);
    }
  }
  assert.equal(open.length, 1);
  assert.equal(root.children.length, 1);
  return root.children[0]!;
}

/** What an element holds: a pattern of names in order, or of its text. */
const GRAMMAR: Readonly<Record<string, { readonly children: RegExp } | { readonly text: RegExp }>> = {
  valgrindoutput: {
    children:
      /^protocolversion protocoltool preamble pid ppid tool args status (errorcounts |error )*(fatal_signal )?status (errorcounts |error )*suppcounts $/,
  },
  preamble: { children: /^(line )*$/ },
  args: { children: /^vargv argv $/ },
  vargv: { children: /^exe (arg )*$/ },
  argv: { children: /^exe (arg )*$/ },
  status: { children: /^state time $/ },
  error: { children: /^unique tid kind (what|xwhat) stack ((auxwhat |xauxwhat |stack )*)$/ },
  xwhat: { children: /^text (leakedbytes leakedblocks )?$/ },
  stack: { children: /^(frame )+$/ },
  frame: { children: /^ip (obj )?(fn )?(dir )?(file )?(line )?$/ },
  errorcounts: { children: /^(pair )*$/ },
  suppcounts: { children: /^(pair )*$/ },
  pair: { children: /^count (unique|name) $/ },
  fatal_signal: { children: /^tid signo signame sicode (event )?(siaddr )?stack $/ },
  ...Object.fromEntries(
    ["pid", "ppid", "tid", "line", "count", "leakedbytes", "leakedblocks", "signo"].map((name) => [
      name,
      { text: /^\d+$/ },
    ]),
  ),
  ...Object.fromEntries(["unique", "ip", "siaddr"].map((name) => [name, { text: /^0x[0-9a-fA-F]{1,16}$/ }])),
  ...Object.fromEntries(["what", "auxwhat", "text"].map((name) => [name, { text: /^[^\n]+$/ }])),
  protocolversion: { text: /^4$/ },
  protocoltool: { text: /^memcheck$/ },
  state: { text: /^(RUNNING|FINISHED)$/ },
  sicode: { text: /^-?\d+$/ },
  signame: { text: /^SIG[A-Z]+$/ },
  kind: {
    text: /^(UninitValue|UninitCondition|CoreMemError|InvalidRead|InvalidWrite|InvalidJump|SyscallParam|ClientCheck|InvalidFree|MismatchedFree|Overlap|Leak_DefinitelyLost|Leak_IndirectlyLost|Leak_PossiblyLost|Leak_StillReachable|InvalidMemPool|FishyValue)$/,
  },
};

function check(element: Element, parent: string, where: string): void {
  const { name, children, text } = element;
  // A line of the preamble is text, a frame's a number.
  const rule = name === "line" && parent === "preamble" ? undefined : GRAMMAR[name];
  const place = `${where}: ${name}`;
  if (rule && "children" in rule) {
    assert.match(`${children.map((one) => `${one.name} `).join("")}`.replace(/^ $/, ""), rule.children, place);
    assert.equal(text.trim(), "", place);
  } else {
    assert.deepEqual(children, [], place);
    if (rule) assert.match(text, rule.text, place);
  }
  for (const child of children) check(child, name, where);
}

const all = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

const textsOf = (element: Element, name: string): string[] => all(element, name).map(({ text }) => text);

function readDocument(document: string, where: string): Element {
  const root = parse(document);
  check(root, "", where);
  const errors = all(root, "error");
  const unique = errors.map((error) => error.children[0]!.text);
  assert.equal(new Set(unique).size, unique.length, `${where}: unique`);
  for (const pair of all(root, "pair")) assert.ok(unique.includes(pair.children[1]!.text), `${where}: pair`);
  assert.deepEqual(textsOf(root, "state"), ["RUNNING", "FINISHED"], where);
  for (const error of errors) {
    const isLeak = error.children.some(({ name, text }) => name === "kind" && text.startsWith("Leak_"));
    assert.equal(all(error, "leakedbytes").length, isLeak ? 1 : 0, `${where}: leaked bytes`);
  }
  return root;
}

const invocation = { command: ["asmoscope", "run", "<&>"], guestArguments: ["a&b", "\u0007"], pid: 7, parentPid: 1 };

/** One case in so many. */
const EVERY = 16;

test("documents of runs are what protocol 4 says", () => {
  const kinds = new Set<string>();
  const signals = new Set<string>();
  for (const name of caseNames("cases").filter((_, k) => k % EVERY === 0)) {
    const one = caseNamed("cases", name);
    const { machine } = machineOf(one);
    runOut(machine);
    const { image, time, findings, ended } = machine;
    const at = ended && { ...ended, pc: Number(machine.state.rip) };
    const root = readDocument(runXml({ image, time, findings, ended: at }, invocation), name);
    for (const kind of textsOf(root, "kind")) kinds.add(kind);
    for (const signal of textsOf(root, "signame")) signals.add(signal);
    assert.equal(all(root, "fatal_signal").length, one.ending.startsWith("signal") ? 1 : 0, name);
    assert.equal(all(root, "error").length, findings.length, name);
  }
  assert.ok(kinds.size > 7, [...kinds].join());
  assert.ok(signals.has("SIGSEGV"));
});

test("a program that never ran gives a document without errors", () => {
  assert.deepEqual(all(readDocument(notRunXml(invocation, "./x"), "not run"), "error"), []);
});
