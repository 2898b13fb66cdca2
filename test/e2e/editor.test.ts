// The product in a real editor: VS Code for the Web in Chromium, with the extension as `npm start` serves it.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test as nodeTest } from "node:test";
import { openPicturesPage, showPictures } from "./pictures-page.ts";
import { samplePictures } from "./sample-pictures.ts";
import { findChromium, type StartedServer, startServer, temporaryWorkspace, Workbench } from "./workbench.ts";

/** Number of the nth line of an example that holds a text. */
function lineOf(name: string, text: string, nth = 0): number {
  const lines = readFileSync(`examples/${name}`, "utf8").split("\n");
  const found = lines.flatMap((line, index) => (line.split(";")[0]!.includes(text) ? [index + 1] : []))[nth];
  assert.ok(found, `${name} holds "${text}"`);
  return found;
}

/** Programs beside the examples. */
const programs = {
  "echo.asm": `; asks for a name and greets
section .data
question db "Your name?", 10
questionLength equ $ - question
greeting db "Hello, "
greetingLength equ $ - greeting
section .bss
name resb 64
section .text
global _start
%macro write 2
    mov eax, 1
    mov edi, 1
    mov rsi, %1
    mov edx, %2
    syscall
%endmacro
_start:
    write question, questionLength
    xor eax, eax
    xor edi, edi
    mov rsi, name
    mov edx, 64
    syscall
    mov r12, rax
    write greeting, greetingLength
    write name, r12d
    mov eax, 60
    xor edi, edi
    syscall
`,
  "loop.asm": `global _start
section .text
_start:
    nop
    jmp _start
`,
  "garbage.asm": `global _start
_start:
    call leave_it
    call use_it
    mov eax, 60
    xor edi, edi
    syscall
leave_it:
    push 7
    pop rax
    ret
use_it:
    sub rsp, 8
    mov rax, [rsp]
    add rsp, 8
    test rax, rax
    jz .none
.none:
    ret
`,
  "mistake.asm": `global _start
_start:
    mov [rsp], 1
`,
  "of-parts.asm": `%include "part (1)#.inc"
global _start
section .rodata
table: incbin "of-parts.asm", 0, 4
section .text
_start:
    mov edi, SIZE
    mov eax, 60
    syscall
`,
  "part (1)#.inc": "SIZE equ 4\n",
  "push-ebp.asm": `global _start
_start:
    push ebp
    pop ebp
    mov eax, 1
    int 0x80
`,
  "scratch.asm": "",
} as const;

const MAX_FAILED = 4;

const chromium = findChromium();
const inContinuousIntegration = process.env.CI === "true";
const skip = "missing" in chromium && !inContinuousIntegration ? chromium.missing : false;
if (skip) console.log(skip);

describe("in the editor", { skip }, () => {
  let server: StartedServer;
  let workbench: Workbench;
  const workspace = temporaryWorkspace();

  let failed = 0;

  /** A test that leaves a picture of the screen when it fails. In an editor that does not work each would wait in vain. */
  function test(name: string, act: () => Promise<void>): void {
    nodeTest(name, async () => {
      assert.ok(failed < MAX_FAILED, `not tried: ${MAX_FAILED} tests have failed before`);
      try {
        await act();
      } catch (error) {
        failed++;
        await workbench?.screenshot(`failed-${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}`).catch(() => {});
        await workbench?.stopDebugging().catch(() => {});
        throw error;
      }
    });
  }

  before(async () => {
    rmSync("dist/screenshots", { recursive: true, force: true });
    for (const [name, text] of Object.entries(programs)) writeFileSync(join(workspace.folder, name), text);
    if ("missing" in chromium) throw new Error(chromium.missing);
    server = await startServer(workspace.folder);
    workbench = await Workbench.open(chromium.path, server.address);
  });
  after(async () => {
    await workbench?.close();
    const status = await server?.stop();
    workspace.remove();
    assert.equal(status, 0, "npm start ends with status 0 after Ctrl+C");
  });

  test("a first visit shows an example, and the extension is active", async () => {
    await workbench.statusItem("Asmoscope").waitFor({ timeout: 60_000 });
    await workbench.page.locator('.tab.active[data-resource-name="brk-mended.asm"]').waitFor();
  });

  test("the grammar tells comments, instructions, registers, numbers and labels apart", async () => {
    const texts = ["; Mended", "mov", "rax", "12", "_start", "section"];
    const classes = () => Promise.all(texts.map((text) => workbench.tokenClass(text)));
    // The editor shows a file before it has read the grammar.
    let found = await classes();
    for (let tries = 0; tries < 100 && new Set(found).size < 5; tries++) {
      await workbench.page.waitForTimeout(100);
      found = await classes();
    }
    const [comment, ...others] = found;
    assert.ok(
      others.every((other) => other !== comment && other !== ""),
      found.join(" "),
    );
    assert.ok(new Set(found).size >= 5, found.join(" "));
  });

  describe("the pictures", () => {
    test("side by side: frames, chain arrows, break, blocks and regions of the model", async () => {
      const page = await workbench.blankPage({ width: 1200, height: 800 });
      const sent = await openPicturesPage(page, "tab");
      await showPictures(page, samplePictures);
      assert.deepEqual(await page.locator(".frame h3").allInnerTexts(), [
        "f2\nline 14 · 32 bytes",
        "f1\nline 23 · 32 bytes",
        "main\nline 31 · 16 bytes",
        "the kernel\n3080 bytes",
      ]);
      // An arrow is a line and a head; rbp's slot and the one it points to have each one.
      assert.equal(await page.locator(".links path").count(), 4);
      assert.match(
        (await page.locator(".break").allInnerTexts()).join(),
        /\+4096 bytes since the previous stop[\s\S]*8192 bytes/,
      );
      assert.deepEqual(await page.locator(".block .state").allInnerTexts(), ["freed", "live", "overflowed"]);
      assert.equal(
        (await page.locator(".region b").allInnerTexts()).join(" "),
        "[stack] [vdso] anonymous [brk] .data .bss .rodata .text headers",
      );
      assert.deepEqual(await page.locator(".region:has-text('.text') .marker").allInnerTexts(), ["rip"]);
      await page.screenshot({ path: "dist/screenshots/pictures-wide.png" });
      await page.locator("#time").fill("500");
      assert.deepEqual(await sent(), [{ kind: "ready" }, { kind: "travel", time: 500 }]);
      await page.close();
    });

    test("in a narrow side bar: tabs by keyboard, and words for screen readers", async () => {
      const page = await workbench.blankPage({ width: 300, height: 800 });
      await openPicturesPage(page, "side-bar");
      await showPictures(page, samplePictures);
      const visible = () =>
        page.locator("[role=tabpanel]:visible h2").evaluateAll((all) => all.map((h) => h.textContent));
      assert.deepEqual(await visible(), ["Stack"]);
      await page.getByRole("tab", { name: "Stack" }).press("ArrowRight");
      assert.deepEqual(await visible(), ["Heap"]);
      await page.getByRole("tab", { name: "Heap" }).press("ArrowLeft");
      const slots = page.getByRole("listitem");
      await slots.first().focus();
      await slots.first().press("ArrowDown");
      const focused = page.locator(":focus");
      assert.equal(await focused.getAttribute("aria-label"), "0x7fffffffe3b0: 0x2a, [rbp-8], local variable, changed");
      await showPictures(page, { ...samplePictures, time: 1235 });
      assert.equal(await focused.getAttribute("data-key"), "0x7fffffffe3b0", "a new stop keeps the focus");
      assert.match(
        (await page.locator("[aria-live]").textContent()) ?? "",
        /The program break moved by \+4096 bytes\./,
      );
      await page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, undefined, {
        timeout: 10_000,
      });
      await showPictures(page, samplePictures, "ended");
      await page.locator("#time:disabled").waitFor({ timeout: 10_000 });
      await page.close();
    });
  });

  describe("while typing", () => {
    test("a mistake is underlined in NASM's words, and the quick fix mends it", async () => {
      await workbench.openFile("missing-size.asm");
      await workbench.page.locator(".squiggly-error").first().waitFor();
      await workbench.waitHover("[rbx], 0x", /operation size not specified/);
      await workbench.screenshot("diagnostic");
      await workbench.clickLine(lineOf("missing-size.asm", "0xCAFEBABE"));
      await workbench.quickFix("dword");
      await workbench.waitEditorText(/mov dword \[rbx\], 0xCAFEBABE/);
      await workbench.page.locator(".squiggly-error").waitFor({ state: "detached" });
    });

    test("an included file is read, again when it changes behind the editor, and runs", async () => {
      await workbench.openFile("of-parts.asm");
      await workbench.waitHover("SIZE", /\b4\b/);
      assert.equal(await workbench.page.locator(".squiggly-error").count(), 0);
      const part = join(workspace.folder, "part (1)#.inc");
      writeFileSync(part, "%error changed\n");
      await workbench.page.locator(".squiggly-error").first().waitFor();
      writeFileSync(part, "SIZE equ 5\n");
      await workbench.waitNoErrors();
      await workbench.waitHover("SIZE", /\b5\b/);
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(/^_start.*of-parts\.asm/);
      await workbench.stopDebugging();
    });

    test("settings written behind the editor count; a 32-bit program in mode 64 says so, and its fix sets the mode", async () => {
      await workbench.openFile("push-ebp.asm");
      const settings = join(workspace.folder, ".vscode", "settings.json");
      mkdirSync(join(workspace.folder, ".vscode"));
      // Numbers where lists belong disturb nobody.
      const odd = { "asmoscope.ignoreFindings": 5, "asmoscope.defines": 5, "asmoscope.includePath": "x" };
      writeFileSync(settings, JSON.stringify({ "asmoscope.mode": "64", ...odd }));
      await workbench.page.locator(".squiggly-error").first().waitFor();
      await workbench.waitHover("push ebp", /this is a 32-bit program/);
      await workbench.screenshot("mode-note");
      await workbench.clickLine(3);
      await workbench.quickFix("Let each source say its mode");
      await workbench.waitNoErrors();
      assert.match(readFileSync(settings, "utf8"), /"asmoscope\.mode": ?"auto"/);
      assert.deepEqual(await workbench.complaints(), []);
      rmSync(join(workspace.folder, ".vscode"), { recursive: true });
    });

    test("hover explains instructions, registers, labels and directives", async () => {
      await workbench.openFile("brk-mended.asm");
      await workbench.waitHover("add", /Add/);
      await workbench.waitHover("rbx", /rbx/);
      await workbench.waitHover("[amount]", /0x1000/);
      await workbench.waitHover("section", /section/i);
    });

    test("the line says which system call a number is, and the entry has Run and Debug", async () => {
      await workbench.openFile("brk-mended.asm");
      await workbench.waitEditorText(/mov rax, 60\W*exit/);
      await workbench.page.locator(".codelens-decoration", { hasText: "Debug" }).first().waitFor();
    });

    test("the listing opens beside the source", async () => {
      await workbench.openFile("brk-mended.asm");
      await workbench.command("Asmoscope: Show Listing with Addresses and Bytes");
      const listing = workbench.page.locator(".editor-instance", { hasText: "0F05" });
      await listing.waitFor();
      await workbench.screenshot("listing");
      await listing.click();
      await workbench.command("View: Close Editor");
      await listing.waitFor({ state: "detached" });
    });

    test("completion offers instructions and registers", async () => {
      await workbench.openFile("scratch.asm");
      await workbench.clickLine(1);
      await workbench.page.keyboard.type("cmpxc");
      const suggestions = workbench.page.locator(".suggest-widget .monaco-list-row");
      await suggestions.filter({ hasText: "cmpxchg" }).first().waitFor();
      await workbench.page.keyboard.press("Escape");
      // Enter is a new line: names may be written before they are defined. Tab takes a suggestion.
      await workbench.page.keyboard.type("hg rax, rbx\nmov rbx, rax\nleave\ncall print\nsection .data\nsyscall\n", {
        delay: 80,
      });
      await workbench.waitEditorText(
        /cmpxchg rax, rbx\n\s*mov rbx, rax\n\s*leave\n\s*call print\n\s*section \.data\n\s*syscall\n/,
      );
    });

    test("go to definition finds a label, and the outline lists it", async () => {
      await workbench.openFile("frames.asm");
      await workbench.placeCursor("call f2", 6);
      await workbench.page.keyboard.press("F12");
      await workbench.statusItem(`Ln ${lineOf("frames.asm", "f2:")},`).waitFor();
      await workbench.page.keyboard.press("Control+Shift+O");
      const symbols = workbench.page.locator(".quick-input-list .monaco-list-row");
      await symbols.filter({ hasText: "f3" }).first().waitFor();
      await workbench.page.keyboard.press("Escape");
    });
  });

  describe("debugging", () => {
    const moved = lineOf("brk-mended.asm", "syscall", 1);

    test("breakpoint in the gutter, F5: registers and call stack at the breakpoint", async () => {
      await workbench.openFile("brk-mended.asm");
      await workbench.toggleBreakpoint(moved);
      await workbench.page.keyboard.press("F5");
      await workbench.waitStopped();
      await workbench.waitFrames(new RegExp(`^_start.*brk-mended\\.asm\\D*${moved}:`));
      await workbench.waitVariable(/^rax =.*0x?c\b/i);
      await workbench.screenshot("stopped-at-breakpoint");
    });

    test("hover tells about syscall while the program stands still", async () => {
      await workbench.waitHover("syscall", /system call|kernel/i, 1);
      await workbench.screenshot("hover");
    });

    test("F10 over the system call: the break is 4096 bytes higher in picture and Heap scope; step back takes it back", async () => {
      const pictures = workbench.pictures();
      await pictures.getByRole("tab", { name: "Heap" }).click();
      await workbench.waitScopeVariable("Heap", /^brk =.*empty/);
      await pictures.locator(".break", { hasText: "0 bytes" }).waitFor();

      await workbench.page.keyboard.press("F10");
      await workbench.waitFrames(new RegExp(`\\D${lineOf("brk-mended.asm", "mov qword")}:`));
      await workbench.waitScopeVariable("Heap", /^brk =.*4096 bytes/);
      await pictures.locator(".break", { hasText: "+4096 bytes since the previous stop" }).waitFor();
      await pictures.locator(".break", { hasText: "4096 bytes (4 KiB)" }).waitFor();
      await workbench.screenshot("break-moved");

      await workbench.pressToolbar("step-back");
      await workbench.waitFrames(new RegExp(`\\D${moved}:`));
      await workbench.waitScopeVariable("Heap", /^brk =.*empty/);
      await pictures.locator(".break", { hasText: "0 bytes" }).waitFor();
      await workbench.statusItem("7 of 8").waitFor();
      await workbench.screenshot("break-is-back");
    });

    test("the time slider goes to any instant of the run", async () => {
      await workbench.pictures().locator("#time").fill("0");
      await workbench.waitFrames(new RegExp(`\\D${lineOf("brk-mended.asm", "mov rax, 12")}:`));
      await workbench.pictures().locator("#time").fill("8");
      await workbench.waitFrames(new RegExp(`\\D${lineOf("brk-mended.asm", "mov qword")}:`));
      await workbench.waitScopeVariable("Heap", /^brk =.*4096 bytes/);
    });

    test("Shift+F5 ends the session and the pictures say so", async () => {
      await workbench.stopDebugging();
      await workbench.pictures().locator(".notice", { hasText: "has ended" }).waitFor();
    });

    test("four frames: the call stack and the chain of saved frame pointers in the picture", async () => {
      await workbench.removeBreakpoints();
      await workbench.openFile("frames.asm");
      const line = lineOf("frames.asm", "lea eax");
      await workbench.toggleBreakpoint(line);
      await workbench.page.keyboard.press("F5");
      await workbench.waitStopped();
      await workbench.waitFrames(/^f3frames/, /^f2frames/, /^f1frames/, /^mainframes/);
      const pictures = workbench.pictures();
      await pictures.getByRole("tab", { name: "Stack" }).click();
      await pictures.locator(".frame h3", { hasText: "f3" }).waitFor();
      const names = await pictures.locator(".frame h3").allInnerTexts();
      assert.deepEqual(
        names.slice(0, 4).map((name) => name.split("\n")[0]),
        ["f3", "f2", "f1", "main"],
      );
      // f3 → f2 → f1 → main; they are drawn a moment after the frames.
      await pictures.locator(".links path").nth(5).waitFor({ state: "attached" });
      await workbench.screenshot("frames");
      await workbench.stopDebugging();
    });

    test("mmap and munmap: the mapping appears in the memory map and goes again", async () => {
      await workbench.removeBreakpoints();
      await workbench.openFile("munmap-mended.asm");
      const mapped = lineOf("munmap-mended.asm", "test rax, rax");
      const unmapped = lineOf("munmap-mended.asm", "mov eax, 60");
      await workbench.toggleBreakpoint(mapped);
      await workbench.toggleBreakpoint(unmapped);
      const pictures = workbench.pictures();
      const region = pictures.locator(".region.kind-mmap");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(new RegExp(`\\D${mapped}:`));
      await pictures.getByRole("tab", { name: "Memory map" }).click();
      await region.first().waitFor();
      await workbench.screenshot("mapping");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(new RegExp(`\\D${unmapped}:`));
      await region.waitFor({ state: "detached" });
      await workbench.stopDebugging();
    });

    test("32-bit code is found out, and a local nobody has written is shown as undefined", async () => {
      await workbench.removeBreakpoints();
      await workbench.openFile("stack-frame-32.asm");
      await workbench.statusItem("32-bit").waitFor();
      const store = lineOf("stack-frame-32.asm", "mov dword [ebp-4], 7");
      await workbench.toggleBreakpoint(store);
      const pictures = workbench.pictures();
      const local = pictures.locator(".slot", { hasText: "[ebp-4]" });
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(new RegExp(`\\D${store}:`));
      await pictures.getByRole("tab", { name: "Stack" }).click();
      await local.filter({ hasText: "??" }).waitFor();
      await workbench.page.keyboard.press("F10");
      await local.filter({ hasText: "0x7" }).waitFor();
      await workbench.stopDebugging();
    });

    test("the run stops before memory is read after it was freed, and says where it was freed", async () => {
      await workbench.removeBreakpoints();
      await workbench.openFile("use-after-free.asm");
      const line = lineOf("use-after-free.asm", "mov rdx, [rbx]");
      const entry = lineOf("use-after-free.asm", "push rbx");
      await workbench.toggleBreakpoint(entry);
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(new RegExp(`\\D${entry}:`));
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(new RegExp(`\\D${line}:`));
      const explanation = workbench.page.locator(".exception-widget");
      await explanation.waitFor();
      assert.match((await explanation.allInnerTexts()).join("\n"), /use-after-free-read[\s\S]*freed/);
      const pictures = workbench.pictures();
      await pictures.getByRole("tab", { name: "Heap" }).click();
      await pictures.locator(".block", { hasText: "freed" }).waitFor();
      await workbench.screenshot("use-after-free");
      // The README's picture.
      if (process.env.UPDATE) await workbench.page.screenshot({ path: "docs/screenshot.png" });
      await workbench.clickLine(line);
      await workbench.quickFix("Go to the instant: freed");
      const free = lineOf("use-after-free.asm", "call free");
      await workbench.waitFrames(new RegExp(`\\D${free}:`));
      await workbench.stopDebugging();
    });

    test("who left the garbage that decides a jump is an instant to travel to", async () => {
      await workbench.removeBreakpoints();
      await workbench.openFile("garbage.asm");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(/\D3:/);
      await workbench.page.keyboard.press("F5");
      const explanation = workbench.page.locator(".exception-widget");
      await explanation.waitFor();
      assert.match(
        (await explanation.allInnerTexts()).join("\n"),
        /never set[\s\S]*Garbage written at garbage\.asm:9, after 1 instruction/,
      );
      await workbench.screenshot("garbage");
      await workbench.clickLine(17);
      await workbench.quickFix("Go to the instant: garbage written");
      await workbench.waitFrames(/\D9:/);
      await workbench.stopDebugging();
    });

    test("what is typed in the terminal reaches the program, and what it writes is shown", async () => {
      await workbench.openFile("echo.asm");
      await workbench.page.keyboard.press("Control+F5");
      await workbench.waitTerminal(/Your name\?/);
      await workbench.page.locator(".terminal-wrapper.active").click();
      await workbench.page.keyboard.type("Adx");
      await workbench.page.keyboard.press("Backspace");
      await workbench.page.keyboard.type("a\n");
      await workbench.waitTerminal(/Hello, Ada/);
      await workbench.page.locator(".debug-toolbar").waitFor({ state: "hidden" });
      await workbench.screenshot("terminal");
    });

    test("an endless loop can be paused", async () => {
      await workbench.openFile("loop.asm");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(/^_start.*\D4:/);
      await workbench.page.keyboard.press("F5");
      await workbench.page.locator(".debug-toolbar .codicon-debug-pause").waitFor();
      await workbench.page.keyboard.press("F6");
      await workbench.waitFrames(/^_start.*\D[45]:/);
      await workbench.stopDebugging();
    });

    test("a text that was never saved runs", async () => {
      await workbench.command("File: New Untitled Text File");
      await workbench.command("Change Language Mode");
      await workbench.page.locator(".quick-input-widget input.input").fill("NASM assembly");
      await workbench.page.keyboard.press("Enter");
      await workbench.page.keyboard.insertText("global _start\n_start:\n mov eax, 60\n mov edi, 7\n syscall\n");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(/^_start.*Untitled-1\D*3:/);
      await workbench.page.keyboard.press("F10");
      await workbench.waitFrames(/^_start.*Untitled-1\D*4:/);
      await workbench.stopDebugging();
    });

    test("a source with a mistake is not run: a sentence says where the mistake is", async () => {
      await workbench.openFile("mistake.asm");
      await workbench.page.keyboard.press("F5");
      const toast = workbench.page.locator(".notification-toast", { hasText: "operation size not specified" });
      await toast.first().waitFor();
      await workbench.command("Notifications: Clear All Notifications");
    });

    test("launch.json may name program, input and folders by the workspace folder", async () => {
      const inFolder = (name: string): string => `$\{workspaceFolder}/${name}`;
      const files = {
        "by-folder.asm": '%include "only.inc"\nglobal _start\n_start:\n  mov eax, N\n  jmp _start\n',
        "library/only.inc": "N equ 5\n",
        "typed.txt": "typed\n",
        ".vscode/launch.json": JSON.stringify({
          version: "0.2.0",
          configurations: [
            {
              ...{ type: "asmoscope", request: "launch", name: "By folder", program: inFolder("by-folder.asm") },
              ...{ includePath: [inFolder("library")], stdin: { file: inFolder("typed.txt") } },
            },
          ],
        }),
      };
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(workspace.folder, name, ".."), { recursive: true });
        writeFileSync(join(workspace.folder, name), text);
      }
      await workbench.reload("by-folder.asm");
      await workbench.page.keyboard.press("F5");
      await workbench.waitFrames(/^_start.*\D4:/);
      await workbench.stopDebugging();
    });
  });

  test("nothing complained", async () => {
    assert.deepEqual(await workbench.complaints(), []);
    assert.deepEqual(workbench.errors, []);
  });
});
