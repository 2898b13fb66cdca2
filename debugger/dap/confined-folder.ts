// A directory of this machine that no name leads out of, also while others move its directories and links. On Linux a path
// is opened directory by directory, none of them a link, and what is done is done through the open directory
// (/proc/self/fd/N/NAME, the openat of Node), so that nothing can come between a check and its use. Node has no such means
// on other systems: there the path is checked before and after, and a file that was opened is compared with the one that
// was checked before it is read or written; a change of names can be led astray between the two checks.
// Source: man 2 open (O_PATH, O_NOFOLLOW), man 7 path_resolution, man 5 proc.

import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, realpathSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";

/** The directories from the folder down to an entry, and the entry's own name; the folder itself has none. */
export type Names = readonly string[];

export interface Entry {
  /** To be opened with `open`; nothing else can be meant by it. */
  readonly path: string;
  /** For calls that do not follow a link at the end (readlink, unlink, rename). */
  readonly place: string;
  readonly status: Stats;
  /** Where it lies, without links. */
  readonly names: Names;
}

export interface ConfinedFolder {
  /** Where a name leads when all links are followed, if that is inside. Links may have changed by the time it is used. */
  find(names: Names): Names | undefined;
  /** Acts on a name, there or not, of a directory: as `place` above. Links to directories are followed where they lead inside. */
  place<Result>(names: Names, act: (place: string, names: Names) => Result): Result;
  /** Acts on an entry that is there, which may be a link. */
  entry<Result>(names: Names, act: (entry: Entry) => Result): Result;
  /** Acts on an entry's open file, which is not created. */
  open<Result>(entry: Entry, flags: number, act: (descriptor: number) => Result): Result;
}

// The kernel's number, the same on every processor that Node runs on; Node has no name for it.
const O_PATH = 0x20_0000;
// Not every system has them.
const { O_NOFOLLOW = 0, O_DIRECTORY = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

export const HAS_ANCHORS = process.platform === "linux" && existsSync("/proc/self/fd");

export const absent = (name: string): Error => Object.assign(new Error(name), { code: "ENOENT" });

const isSame = (one: Stats, other: Stats): boolean => one.dev === other.dev && one.ino === other.ino;

function withDescriptor<Result>(descriptor: number, act: (descriptor: number) => Result): Result {
  try {
    return act(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether it is one name to this system, and not a path. */
const isPlain = (name: string): boolean =>
  name !== "" && name !== "." && name !== ".." && (sep === "/" ? !name.includes("/") : !/[\\/:]/.test(name));

/**
 * @param isAnchored whether directories are held open on the way, which only Linux can
 * @throws the host's error when `folder` is not there
 */
export function confine(folder: string, isAnchored = HAS_ANCHORS): ConfinedFolder & { readonly path: string } {
  const root = realpathSync(folder);
  const rootStatus = lstatSync(root);

  const find = (names: Names): Names | undefined => {
    try {
      const inner = relative(root, realpathSync(join(root, ...names)));
      const found = inner === "" ? [] : inner.split(sep);
      return found.every(isPlain) ? found : undefined;
    } catch {
      return undefined;
    }
  };

  /** A descriptor of a directory to which no link leads. */
  const descend = (names: Names): number => {
    const flags = O_PATH | O_DIRECTORY | O_NOFOLLOW;
    let at = openSync(root, flags);
    try {
      if (!isSame(fstatSync(at), rootStatus)) throw absent(root);
      for (const name of names) {
        if (!isPlain(name)) throw absent(name);
        const next = openSync(`/proc/self/fd/${at}/${name}`, flags);
        closeSync(at);
        at = next;
      }
      return at;
    } catch (error) {
      closeSync(at);
      throw error;
    }
  };

  const inAnchoredDirectory = <Result>(names: Names, act: (directory: string, names: Names) => Result): Result => {
    let real = names;
    let descriptor: number;
    try {
      descriptor = descend(names);
    } catch {
      const found = find(names);
      if (found === undefined) throw absent(names.join("/"));
      real = found;
      descriptor = descend(found);
    }
    return withDescriptor(descriptor, () => act(`/proc/self/fd/${descriptor}`, real));
  };

  const inCheckedDirectory = <Result>(names: Names, act: (directory: string, names: Names) => Result): Result => {
    const real = names.every(isPlain) ? find(names) : undefined;
    if (real === undefined) throw absent(names.join("/"));
    const directory = join(root, ...real);
    const check = () => {
      if (realpathSync(directory) !== directory || !isSame(lstatSync(root), rootStatus)) throw absent(directory);
    };
    check();
    const result = act(directory, real);
    check();
    return result;
  };

  const inDirectory = isAnchored ? inAnchoredDirectory : inCheckedDirectory;

  const place: ConfinedFolder["place"] = (names, act) => {
    const name = names.at(-1);
    if (name !== undefined && !isPlain(name)) throw absent(name);
    return inDirectory(names.slice(0, -1), (directory, real) =>
      name === undefined ? act(`${directory}/.`, real) : act(`${directory}/${name}`, [...real, name]),
    );
  };

  return {
    path: root,
    find,
    place,
    entry: (names, act) =>
      place(names, (at, real) => {
        if (!isAnchored) return act({ path: at, place: at, status: lstatSync(at), names: real });
        return withDescriptor(openSync(at, O_PATH | O_NOFOLLOW), (descriptor) =>
          act({ path: `/proc/self/fd/${descriptor}`, place: at, status: fstatSync(descriptor), names: real }),
        );
      }),
    open({ path, status }, flags, act) {
      // The entry's own descriptor is followed to what it is; without one the path must not lead on.
      const how = flags | O_NONBLOCK | (isAnchored ? 0 : O_NOFOLLOW);
      return withDescriptor(openSync(path, how), (descriptor) => {
        if (!isSame(fstatSync(descriptor), status)) throw absent(path);
        return act(descriptor);
      });
    },
  };
}
