// `npm start` as a stranger sees it: what it serves and, above all, what it does not.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type StartedServer, startServer } from "./workbench.ts";

interface Answer {
  readonly status: number;
  readonly body: string;
}

interface Question {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request as a browser or a stranger would send it; `fetch` would not let us lie about Host and Origin. */
function ask(address: string, { method = "GET", headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { method, headers }, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => {
        text += part.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

describe("npm start", () => {
  const parent = mkdtempSync(join(tmpdir(), "asmoscope-serve-"));
  const folder = join(parent, "open");
  const origin = () => new URL(server.address).origin;
  const fs = (operation: string, path: string, more = "") =>
    `${server.address}fs/${operation}?path=${encodeURIComponent(path)}${more}`;
  const post = (body?: string): Question => ({
    method: "POST",
    headers: { origin: origin() },
    ...(body === undefined ? {} : { body }),
  });
  let server: StartedServer;

  before(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "a.asm"), "nop\n");
    writeFileSync(join(parent, "secret.txt"), "secret\n");
    symlinkSync(join(parent, "secret.txt"), join(folder, "link.txt"));
    symlinkSync(parent, join(folder, "up"));
    symlinkSync("a.asm", join(folder, "alias.asm"));
    server = await startServer(folder);
  });
  after(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(parent, { recursive: true, force: true });
  });

  test("serves page, configuration and extension to who has the address", async () => {
    for (const path of ["", "product.json", "ext/1/package.json", "ext/1/dist/web/extension.js"])
      assert.equal((await ask(server.address + path)).status, 200, path);
  });

  test("refuses a missing or wrong token", async () => {
    assert.equal((await ask(`${origin()}/`)).status, 403);
    assert.equal((await ask(`${origin()}/product.json`)).status, 403);
    assert.equal((await ask(`${origin()}/${"A".repeat(32)}/product.json`)).status, 403);
  });

  test("refuses a host name that is not this machine's", async () => {
    for (const host of ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example"])
      assert.equal((await ask(server.address, { headers: { host } })).status, 403, host);
  });

  test("refuses other origins, and changes without an origin", async () => {
    const write = fs("write", "/b.asm", "&create=true&overwrite=true");
    for (const foreign of ["https://evil.example", "null", "http://127.0.0.1:1"]) {
      assert.equal((await ask(server.address, { headers: { origin: foreign } })).status, 403, foreign);
      const question = { method: "POST", headers: { origin: foreign }, body: "x" };
      assert.equal((await ask(write, question)).status, 403, foreign);
    }
    assert.equal((await ask(write, { method: "POST", body: "x" })).status, 403);
    assert.equal((await ask(write, { method: "PUT", headers: { origin: origin() } })).status, 405);
    assert.equal(existsSync(join(folder, "b.asm")), false);
  });

  test("reads and writes in the folder", async () => {
    assert.equal((await ask(fs("read", "/a.asm"))).body, "nop\n");
    assert.equal((await ask(fs("read", "/alias.asm"))).body, "nop\n");
    const write = fs("write", "/sub.asm", "&create=true&overwrite=false");
    assert.equal((await ask(write, post("ret\n"))).status, 200);
    assert.equal(readFileSync(join(folder, "sub.asm"), "utf8"), "ret\n");
    assert.equal((await ask(write, post("again"))).body, '{"code":"FileExists"}');
    const rename = `${server.address}fs/rename?from=/sub.asm&to=/gone.asm&overwrite=false`;
    assert.equal((await ask(rename, post())).status, 200);
    assert.equal((await ask(fs("delete", "/gone.asm"), post())).status, 200);
    assert.equal((await ask(fs("read", "/gone.asm"))).body, '{"code":"FileNotFound"}');
  });

  test("tells of files that change behind the editor, also of one whose folder comes later", async () => {
    const changes = async (after: number): Promise<{ last: number; names: string[] }> =>
      JSON.parse((await ask(`${server.address}fs/changes?after=${after}`)).body);
    const { last } = JSON.parse((await ask(`${server.address}fs/changes`)).body);
    await ask(fs("list", "/"));
    assert.equal((await ask(fs("stat", "/.vscode/settings.json"))).status, 404);
    mkdirSync(join(folder, ".vscode"));
    writeFileSync(join(folder, ".vscode", "settings.json"), "{}\n");
    const seen = new Set<string>();
    // Each answer waits for news, and without any ends after a while.
    for (let at = last, asked = 0; asked < 5 && !seen.has("/.vscode/settings.json"); asked++) {
      const answer = await changes(at);
      at = answer.last;
      for (const name of answer.names) seen.add(name);
    }
    assert.ok(seen.has("/.vscode/settings.json"), [...seen].join(" "));
  });

  test("serves nothing outside the folder, not by dots and not by links", async () => {
    for (const path of ["/../secret.txt", "/link.txt", "/up/secret.txt", "/sub/../../secret.txt", "../secret.txt"])
      assert.match((await ask(fs("read", path))).body, /^\{"code":"(NoPermissions|FileNotFound)"\}$/, path);
    assert.match((await ask(fs("list", "/up"))).body, /NoPermissions/);
    for (const path of ["static/..%2F..%2Fpackage.json", "ext/1/.git/config", "ext/1/scripts/start.mjs", "ext/7/a"])
      assert.equal((await ask(server.address + path)).status, 404, path);
  });

  test("writes nothing outside the folder", async () => {
    for (const path of ["/link.txt", "/up/new.txt", "/../new.txt"])
      assert.equal((await ask(fs("write", path, "&create=true&overwrite=true"), post("x"))).status, 403, path);
    assert.equal(readFileSync(join(parent, "secret.txt"), "utf8"), "secret\n");
    assert.equal(existsSync(join(parent, "new.txt")), false);
    assert.equal((await ask(fs("delete", "/up"), post())).status, 200);
    assert.equal(existsSync(join(parent, "secret.txt")), true);
  });

  test("never deletes or renames the folder itself", async () => {
    for (const path of ["/", "", "/.", "/open/.."])
      assert.equal((await ask(fs("delete", path, "&recursive=true"), post())).status, 403, path);
    const rename = `${server.address}fs/rename?from=/&to=/x&overwrite=true`;
    assert.equal((await ask(rename, post())).status, 403);
    assert.equal(existsSync(join(folder, "a.asm")), true);
  });
});
