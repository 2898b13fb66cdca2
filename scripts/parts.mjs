// Bundles the command line as one script and several parts of it, each read when one of its functions is called first: a
// program without libc needs nothing of libc, one that is over soon no translator. What V8 has to read before it begins
// takes as long as most programs run.
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";

const MAIN = "main";

/** Paths of modules of one folder, named with a space between them. */
const modules = (folder, names) => names.split(" ").map((name) => `${folder}/${name}.ts`);

/**
 * Beside the script itself, its parts: the modules they are for, which give nothing but functions to the rest, and the part
 * that is there before them. All that only they need belongs to the part, too.
 */
const parts = {
  run: { entries: ["debugger/cli/run.ts"], within: MAIN },
  attach: { entries: ["debugger/dap/attach-server.ts"], within: "run" },
  libc: { entries: ["debugger/libc/create.ts"], within: "syscalls" },
  translator: {
    entries: modules(
      "debugger/jit",
      "chain region interpreter peeled-loops region-graph x87-module float-module float-operation",
    ),
    within: "vectors",
  },
  strace: { entries: ["debugger/os/strace.ts"], within: "run" },
  report: {
    entries: [
      ...modules("debugger/cli", "finding-text xml report guest-place run-debugged"),
      ...modules("debugger/view", "labels lines"),
      "debugger/check/faults.ts",
      "debugger/dap/host-folder.ts",
    ],
    within: "run",
  },
  vectors: {
    entries: modules(
      "debugger/cpu",
      [
        "routines evaluate-vector x87/everyday",
        "semantics/x87 semantics/mmx semantics/sse semantics/aes-sha semantics/avx semantics/fma",
        "semantics/amd-vector semantics/privileged",
      ].join(" "),
    ),
    within: "run",
  },
  syscalls: {
    entries: modules("debugger/os", "syscall-functions process-end limits"),
    within: "run",
  },
  calls: {
    entries: modules(
      "debugger/check",
      "calls frames volatile-registers accesses allocators handlers definedness/report definedness/saved-state definedness/x87",
    ),
    within: "run",
  },
  nasm: { entries: ["debugger/cli/nasm.ts"], within: MAIN },
  build: { entries: ["debugger/cli/build.ts"], within: MAIN },
  check: { entries: ["debugger/cli/check.ts"], within: MAIN },
  explain: { entries: ["debugger/cli/explain.ts"], within: MAIN },
  assembler: { entries: ["server/asm/assemble.ts"], within: MAIN },
  rare: {
    entries: modules("server/asm", "patched-assembly flat-section use-packages pragma preprocess-frame fix"),
    within: "assembler",
  },
  objects: {
    entries: [
      ...modules("server/obj", "read-elf read-executable write-bin write-dwarf"),
      ...modules("debugger/program", "flat-image undefined-name"),
    ],
    within: MAIN,
  },
  facts: { entries: modules("server/facts", "libc syscall-rows"), within: MAIN },
  table: {
    entries: modules("server/isa/table", "arithmetic control-flow shift-rotate bit string flags"),
    within: MAIN,
  },
  "vector-table": { entries: modules("server/isa/table", "x87 mmx sse aes-sha avx fma amd-vector"), within: MAIN },
  // Beside everyday instructions: xabort has mov's opcode, hint_nop56 that of nop.
  "system-table": { entries: modules("server/isa/table", "privileged hint-nop mpx vendor"), within: MAIN },
  instructions: {
    entries: modules("server/isa/table", "amd amx avx-future avx512 avx512-fp16 avx512-mask pseudo"),
    within: MAIN,
  },
};

/** Modules of a script that are begun when one of their functions is called first: like parts, but not worth a file. */
const late = {
  main: modules("server/isa", "address"),
  run: [
    ...modules("debugger/cpu/semantics", "arithmetic shift-rotate bit string"),
    ...modules("debugger/check", "heap-events inline-rule definedness/evaluate"),
  ],
  assembler: modules("server/asm", "data relax parse-data listing moved-line item"),
};

const lateModules = new Set(Object.values(late).flat());

const partOfEntry = new Map([
  ...Object.entries(parts).flatMap(([part, { entries }]) => entries.map((entry) => [entry, part])),
  ...Object.entries(late).flatMap(([part, entries]) => entries.map((entry) => [entry, part])),
]);

/**
 * Each script's value is a function of Node's require, what stands for import.meta, what gives the modules of another script,
 * and what takes its own (debugger/cli/start.ts).
 */
const wrapper = {
  banner: { js: "(function (require, __bundle, __modulesOf, __offer) { const module = { exports: {} }, __given = {};" },
  footer: { js: "})" },
};

/** The part and those around it, the script itself last. */
function around(part) {
  return part === MAIN ? [MAIN] : [part, ...around(parts[part].within)];
}

/** The innermost part that is there for both. */
const common = (one, other) => around(one).find((part) => around(other).includes(part));

/** Which script each module belongs to: the innermost that is there for all that need it. */
function owners(imports, entry) {
  const owner = new Map([...partOfEntry].filter(([path]) => imports.has(path)));
  for (const [begin, part] of [[entry, MAIN], ...owner]) {
    const seen = new Set();
    const visit = (path) => {
      if (seen.has(path) || (path !== begin && partOfEntry.has(path))) return;
      seen.add(path);
      if (path !== begin || part === MAIN) owner.set(path, owner.has(path) ? common(owner.get(path), part) : part);
      for (const next of imports.get(path) ?? []) visit(next);
    };
    visit(begin);
  }
  return owner;
}

/** Functions that a module exports, by how they are written. */
function functionsOf(text) {
  const found = text.matchAll(/^export (?:async )?(?:function\*? (\w+)|const (\w+) = (?:async )?\()/gm);
  return [...found].map(([, declared, constant]) => declared ?? constant);
}

/**
 * What stands for an entry where it is imported: functions that begin it when one is called first. From then on the names are
 * its own functions; the others still work where they have been taken as values.
 */
function forwarding(root, path, isAsked) {
  const names = functionsOf(readFileSync(join(root, path), "utf8")).filter(isAsked);
  const begin = `let its; const begin = () => ({ ${names.join(", ")} } = its = __modulesOf("${partOfEntry.get(path)}")("${path}"));`;
  return [begin, ...names.map((name) => `export let ${name} = (...given) => (its ?? begin()).${name}(...given);`)].join(
    "\n",
  );
}

/** What stands for a module of a script that is there already. */
const taking = (path, owner, names) =>
  [
    `const its = __modulesOf("${owner}")("${path}");`,
    ...names.map((name) => `export const ${name} = its.${name};`),
  ].join("\n");

/** Has the modules of `paths` looked up by name, each begun when it is asked for. */
function offering(paths) {
  const cases = paths.map((path) => `case "${path}": require("offered:${path}"); break;`);
  return `__offer((path) => { switch (path) { ${cases.join(" ")} } return __given[path]; });`;
}

/** What gives a module's values to other scripts. An export, or the module required itself, would have getters made at the start. */
const giving = (path, names) =>
  `import { ${names.join(", ")} } from "./${path}";\n__given["${path}"] = { ${names.join(", ")} };`;

/** What stands for a module of Node's that is large and wanted by few runs. */
const lateOfNode = {
  "node:module": "export const createRequire = (from) => require('node:module').createRequire(from);",
};

/** What the modules of a text's imports are asked for, by the imports' own paths; "all" is more than names. */
function askedFor(text) {
  const asked = new Map();
  for (const [, what, from] of text.matchAll(/^(?:import|export) (?!type )([^"]*?) from "([^"]+)";/gms)) {
    const names = /^\{(.*)\}$/s
      .exec(what)?.[1]
      .split(",")
      .map((one) => one.trim().split(" as ")[0]);
    asked.set(from, names === undefined || asked.get(from) === "all" ? "all" : [...(asked.get(from) ?? []), ...names]);
  }
  return asked;
}

/**
 * A module's text whose tables have no prototype: objects that nobody asks for a name of theirs (`users` are all texts that know
 * them). V8 makes them as hash tables then, with a tenth of the work of a hidden class for each name.
 */
const withTables = (text, users) =>
  text.replace(/^((?:export )?const (\w+)(?:: [^=\n]+)? = \{)$/gm, (begin, _, name) => {
    const asks = new RegExp(
      `(?<![.\\w])${name}(?:\\??\\.[a-z]| as \\w)|\\} = ${name}\\b|export \\{[^}]*\\b${name}\\b`,
      "i",
    );
    return users.some((user) => asks.test(user)) ? begin : `${begin} __proto__: null,`;
  });

/** Bundles `entry` and its parts as scripts in `folder`. */
export async function buildInParts({ build, root, entry, folder, options }) {
  const inspected = { ...options, absWorkingDir: root, metafile: true, write: false, sourcemap: false };
  const whole = await build({ ...inspected, entryPoints: [entry], outdir: folder });
  const inputs = Object.entries(whole.metafile.inputs);
  const imports = new Map(
    inputs.map(([path, { imports }]) => [path, imports.filter((one) => !one.external).map((one) => one.path)]),
  );
  const texts = new Map(inputs.map(([path]) => [path, readFileSync(join(root, path), "utf8")]));
  const owner = owners(imports, entry);
  const isElsewhere = (path, part) => owner.has(path) && owner.get(path) !== part;
  const isTaken = (path, part) => isElsewhere(path, part) && !partOfEntry.has(path);
  /** What scripts ask of each other's modules, and of those that begin late. */
  const questions = inputs.flatMap(([importer, { imports }]) => {
    const part = owner.get(importer);
    const asked = askedFor(texts.get(importer));
    return imports
      .filter(({ path }) => isElsewhere(path, part) || partOfEntry.has(path))
      .map(({ path, original }) => ({ path, part, names: asked.get(original) ?? "all" }));
  });
  const isAsked = (path, part) => {
    const its = questions.filter((one) => one.path === path && (part === undefined || one.part === part));
    return (name) => its.some(({ names }) => names === "all" || names.includes(name));
  };

  const offered = new Map();
  for (const { path, part } of questions) if (isTaken(path, part)) offered.set(path, []);
  const alone = { absWorkingDir: root, bundle: false, format: "esm", metafile: true, write: false, outdir: folder };
  const named = await build({ ...alone, entryPoints: [...partOfEntry.keys(), ...offered.keys()] });
  for (const { entryPoint, exports } of Object.values(named.metafile.outputs)) {
    offered.set(entryPoint, exports.filter(isAsked(entryPoint)));
  }

  const elsewhere = (part) => ({
    name: "elsewhere",
    setup(esbuild) {
      esbuild.onResolve({ filter: /^\./ }, ({ path, resolveDir, namespace }) => {
        const name = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
        const isLate = lateModules.has(name) && namespace !== "offered";
        return isLate || isElsewhere(name, part) ? { path: name, namespace: "elsewhere" } : undefined;
      });
      esbuild.onResolve({ filter: /^offered:/ }, ({ path }) => ({ path: path.slice(8), namespace: "offered" }));
      esbuild.onLoad({ filter: /.*/, namespace: "offered" }, ({ path }) => ({
        contents: giving(path, offered.get(path)),
        resolveDir: root,
      }));
      esbuild.onLoad({ filter: /.*/, namespace: "elsewhere" }, ({ path }) => ({
        contents: partOfEntry.has(path)
          ? forwarding(root, path, isAsked(path, part))
          : taking(path, owner.get(path), offered.get(path).filter(isAsked(path, part))),
      }));
      esbuild.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const name = relative(root, path).replaceAll("\\", "/");
        const users = [...imports].filter(([, its]) => its.includes(name)).map(([user]) => texts.get(user));
        return { contents: withTables(texts.get(name), [texts.get(name), ...users]), loader: "ts" };
      });
      esbuild.onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
        Object.hasOwn(lateOfNode, path) && namespace !== "late" ? { path, namespace: "late" } : undefined,
      );
      esbuild.onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => ({ contents: lateOfNode[path] }));
    },
  });
  const scripts = [MAIN, ...Object.keys(parts)].map((part) => {
    const own = [...offered.keys()].filter((path) => owner.get(path) === part);
    const begin = part === MAIN ? `require("./${entry}");` : "";
    return build({
      ...options,
      ...wrapper,
      absWorkingDir: root,
      stdin: { contents: offering(own) + begin, resolveDir: root },
      outfile: join(folder, `${part}.cjs`),
      plugins: [elsewhere(part)],
    });
  });
  await Promise.all(scripts);
}
