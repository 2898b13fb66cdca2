// Tells the editor what changed in the folder behind its back. Only folders that the editor has listed or looked for a file
// in are watched, not the whole tree: FOLDER may be somebody's home.
import { watch } from "node:fs";

const MAX_FOLDERS = 256;
const MAX_EVENTS = 1000;
const WAIT_MS = 25_000;

export function newChanges() {
  const watchers = new Map();
  /** Folders that were not there when the editor looked for files in them, by name: the files, and how to find the folder. */
  const expected = new Map();
  const waiting = new Set();
  let events = [];
  let last = 0;

  function announce(name) {
    last++;
    events.push({ number: last, name });
    if (events.length > MAX_EVENTS) events = events.slice(-MAX_EVENTS / 2);
    for (const wake of waiting) wake();
    void appeared(name);
  }

  async function appeared(name) {
    const waited = expected.get(name);
    const path = await waited?.find().catch(() => undefined);
    if (path === undefined || !expected.delete(name)) return;
    watchFolder(path, name);
    for (const file of waited.files) announce(file);
  }

  function watchFolder(path, name) {
    if (watchers.has(path) || watchers.size >= MAX_FOLDERS) return;
    try {
      const watcher = watch(path, { persistent: false }, (_, file) => announce(file ? `${name}/${file}` : name));
      const forget = () => {
        watcher.close();
        watchers.delete(path);
      };
      watcher.on("error", forget);
      watchers.set(path, watcher);
    } catch {
      // Too many watches on this machine, or a file system without them: the editor then sees changes when it looks.
    }
  }

  return {
    /** Watches one folder: `path` on this machine, `name` as the editor calls it. */
    watch: watchFolder,
    /** The editor looks for the file called `file`; `find` gives the path of the folder called `name`, or rejects. */
    async lookedFor(file, name, find) {
      const path = await find().catch(() => undefined);
      if (path !== undefined) return watchFolder(path, name);
      const waited = expected.get(name) ?? { find, files: new Set() };
      if (expected.size < MAX_FOLDERS && waited.files.size < MAX_FOLDERS) expected.set(name, waited);
      waited.files.add(file);
    },
    /** Names that changed after event number `after`; waits for one up to 25 s. */
    async after(after) {
      if (after >= last) {
        await new Promise((resolve) => {
          const wake = () => {
            clearTimeout(timer);
            waiting.delete(wake);
            resolve();
          };
          const timer = setTimeout(wake, WAIT_MS);
          timer.unref();
          waiting.add(wake);
        });
      }
      const names = events.filter((event) => event.number > after).map((event) => event.name);
      return { last, names: [...new Set(names)] };
    },
    last: () => last,
    close() {
      for (const watcher of watchers.values()) watcher.close();
      for (const wake of waiting) wake();
    },
  };
}
