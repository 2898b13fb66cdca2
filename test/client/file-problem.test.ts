// What the client says of a file that it does not read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileProblem } from "../../client/file-problem.ts";

test("files and folders are read; devices, dangling links and giants get their sentence", () => {
  const [UNKNOWN, FILE, FOLDER, LINK] = [0, 1, 2, 64];
  assert.equal(fileProblem(FILE, 100), undefined);
  assert.equal(fileProblem(FILE | LINK, 100), undefined);
  assert.equal(fileProblem(FOLDER, 4096), undefined);
  assert.equal(fileProblem(FILE, 2 ** 28 + 1), "is too large");
  assert.equal(fileProblem(UNKNOWN, 0), "is a device, not a file");
  assert.equal(fileProblem(UNKNOWN | LINK, 0), "is a device, not a file");
  assert.equal(fileProblem(UNKNOWN | LINK, 11), "does not exist");
});
