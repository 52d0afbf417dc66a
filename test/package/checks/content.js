import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "../lib/paths.js";
import { run } from "../lib/run.js";

/** All that may be in the package of the library. */
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^[\w-]+\.(md|yml|cff)$/,
  /^dist\/(index|core|load)\.(js|cjs|d\.ts|d\.cts)$/,
  /^dist\/schedules\/[a-z0-9-]+\.(js|cjs|d\.ts|d\.cts)$/,
  /^dist\/(browser\.js|index\.iife\.js|cli\.cjs|THIRD-PARTY-LICENCES\.txt)$/,
  /^dist\/[\w-]+-[\w-]{8}\.(js|d\.ts|d\.cts)$/,
  /^src\/schedule\/(be|fr)\/[a-z0-9-]+\.json$/,
  /^src\/[a-z]+\/[a-z]+\.schema\.json$/,
  /^docs\/.+\.(md|ipynb|json|csv|cff|svg|png)$/,
  /^[\w.-]*bom[\w.-]*\.json$/,
];

/** All that may be in the conformance kit. */
const allowedInKit = [
  /^package\.json$/,
  /^manifest\.json$/,
  /^LICENSE$/,
  /^(README|LISEZMOI)\.md$/,
  /^(compare|runner)\.js$/,
  /^(schedule|amendment|statement|vectors)\.schema\.json$/,
  /^schedules\/[a-z0-9-]+\.json$/,
  /^vectors\/[a-z0-9-]+\.ndjson$/,
];

/** Marks of the machine that built it. */
const machine = [root, `${homedir()}/`, "file:///", "sourceMappingURL"];

const paths = (node) =>
  typeof node === "string" ? [node] : Object.values(node ?? {}).flatMap(paths);
const asPattern = (path) =>
  new RegExp(
    `^${path
      .replace(/^\.\//, "")
      .split("*")
      .map((part) => part.replace(/[.+]/g, "\\$&"))
      .join("[^/]+")}(/|$)`,
  );

/** What must hold of every tarball; `packageOf` picks it among those that were packed. */
const contentOf = (name, packageOf, mayHold) => [
  {
    name: `${name}: nothing but what is meant to be there`,
    prove(packed) {
      const { files } = packageOf(packed);
      assert.deepEqual(
        files.filter((file) => !mayHold.some((pattern) => pattern.test(file))),
        [],
      );
      return `${files.length} files`;
    },
  },
  {
    name: `${name}: all that package.json names`,
    prove(packed) {
      const { files, manifest } = packageOf(packed);
      const { exports, bin, main, module, types, unpkg, jsdelivr } = manifest;
      const named = [
        ...paths({ exports, bin, main, module, types, unpkg, jsdelivr }),
        ...manifest.files.filter((path) => !path.startsWith("!")),
        "README.md",
        "LICENSE",
      ];
      assert.deepEqual(
        named.filter((path) => !files.some((file) => asPattern(path).test(file))),
        [],
      );
    },
  },
  {
    name: `${name}: no mark of the machine that built it`,
    prove(packed) {
      const { files, installed } = packageOf(packed);
      const marked = files.flatMap((file) => {
        const text = readFileSync(join(installed, file), "utf8");
        return machine.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`);
      });
      assert.deepEqual(marked, []);
    },
  },
];

/** What the tarballs hold. */
export const content = [
  ...contentOf("content", (packed) => packed, allowed),
  ...contentOf("content of the conformance kit", ({ conformance }) => conformance, allowedInKit),
  {
    name: "content: npx finds the command by both its names, and all tell one version",
    async prove({ consumer, manifest }) {
      const names = ["forfait-medecin-traitant", "forfait-mt"];
      assert.deepEqual(Object.keys(manifest.bin), names);
      for (const name of names) {
        const version = await run("npx", ["--no-install", name, "--version"], { cwd: consumer });
        assert.equal(version.trim(), manifest.version, name);
      }
      const importing = `import { version } from "forfait-medecin-traitant"; console.log(version)`;
      const requiring = `console.log(require("forfait-medecin-traitant").version)`;
      for (const args of [
        ["--input-type=module", "--eval", importing],
        ["--input-type=commonjs", "--eval", requiring],
      ])
        assert.equal(
          (await run(process.execPath, args, { cwd: consumer })).trim(),
          manifest.version,
        );
    },
  },
  {
    name: "content: the declarations show no class, function or constant that is not public",
    async prove({ files, installed, consumer }) {
      const declared = files
        .filter((file) => file.endsWith(".d.ts") && !file.startsWith("dist/schedules/"))
        .flatMap((file) => [
          ...readFileSync(join(installed, file), "utf8").matchAll(
            /^(?:export )?declare (?:abstract )?(?:class|function|const|let|var|enum) (\w+)/gm,
          ),
        ])
        .map(([, name]) => name);
      const require = createRequire(join(consumer, "golden.cjs"));
      const names = Object.keys(require("forfait-medecin-traitant"));
      assert.deepEqual([...new Set(declared)].sort(), names.sort());
    },
  },
  {
    name: "content: every schedule and schema can be imported by name",
    prove({ files, consumer }) {
      const require = createRequire(join(consumer, "golden.cjs"));
      const schedules = files
        .filter((file) => /^src\/schedule\/(be|fr)\//.test(file))
        .map((file) => file.split("/").at(-1));
      const { loadSchedule, listSchedules } = require("forfait-medecin-traitant");
      const loaded = schedules.map(
        (file) => loadSchedule(require(`forfait-medecin-traitant/schedules/${file}`)).id,
      );
      const modules = schedules.map(
        (file) => require(`forfait-medecin-traitant/schedules/${file.replace(".json", ".js")}`).id,
      );
      assert.deepEqual(modules, loaded);
      assert.deepEqual(
        loaded.sort(),
        listSchedules()
          .map(({ id }) => id)
          .sort(),
      );
      for (const file of files.filter((name) => name.endsWith(".schema.json"))) {
        assert.ok(
          require(
            `forfait-medecin-traitant/schemas/${file.split("/").at(-1).replace(".schema", "")}`,
          ).$schema,
          file,
        );
      }
    },
  },
  {
    name: "content of the conformance kit: every file of the manifest, with its SHA-256 and its vectors",
    prove({ conformance: { files, installed } }) {
      const kit = JSON.parse(readFileSync(join(installed, "manifest.json"), "utf8"));
      assert.deepEqual(
        kit.files.map(({ file }) => file).sort(),
        files.filter((file) => file.startsWith("vectors/")).sort(),
      );
      for (const { file, vectors, sha256 } of kit.files) {
        const bytes = readFileSync(join(installed, file));
        assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256, file);
        assert.equal(bytes.toString().trimEnd().split("\n").length, vectors, file);
      }
      const vectors = kit.files.reduce((sum, one) => sum + one.vectors, 0);
      assert.equal(vectors, kit.vectors);
      return `${vectors} vectors`;
    },
  },
  {
    name: "content of the conformance kit: every file can be found by name",
    prove({ conformance: { name, files, installed }, consumer }) {
      const require = createRequire(join(consumer, "golden.cjs"));
      assert.equal(require.resolve(name), join(installed, "manifest.json"));
      for (const file of files.filter((path) => path.endsWith("json")))
        assert.equal(require.resolve(`${name}/${file}`), join(installed, file));
    },
  },
];
