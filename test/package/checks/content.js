import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "../lib/paths.js";

/** All that may be in the package. */
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^[\w-]+\.(md|yml|cff)$/,
  /^dist\/(index|core)\.(js|cjs|d\.ts|d\.cts)$/,
  /^dist\/(index\.iife|cli)\.js$/,
  /^dist\/[\w-]+-[\w-]{8}\.(js|d\.ts|d\.cts)$/,
  /^src\/schedule\/fr\/[a-z0-9-]+\.json$/,
  /^src\/[a-z]+\/[a-z]+\.schema\.json$/,
  /^docs\/.+\.(md|ipynb|json|cff)$/,
  /^conformance\/.+\.(md|json|ndjson)$/,
  /^[\w.-]*bom[\w.-]*\.json$/,
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

/** What the tarball holds. */
export const content = [
  {
    name: "content: nothing but what is meant to be there",
    prove({ files }) {
      assert.deepEqual(
        files.filter((file) => !allowed.some((pattern) => pattern.test(file))),
        [],
      );
      return `${files.length} files`;
    },
  },
  {
    name: "content: all that package.json names",
    prove({ files, manifest }) {
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
    name: "content: no mark of the machine that built it",
    prove({ files, installed }) {
      const marked = files.flatMap((file) => {
        const text = readFileSync(join(installed, file), "utf8");
        return machine.filter((mark) => text.includes(mark)).map((mark) => `${file}: ${mark}`);
      });
      assert.deepEqual(marked, []);
    },
  },
  {
    name: "content: every schedule and schema can be imported by name",
    prove({ files, consumer }) {
      const require = createRequire(join(consumer, "golden.cjs"));
      const schedules = files
        .filter((file) => file.startsWith("src/schedule/fr/"))
        .map((file) => file.split("/").at(-1));
      const { loadSchedule, listSchedules } = require("forfait-medecin-traitant");
      const loaded = schedules.map(
        (file) => loadSchedule(require(`forfait-medecin-traitant/schedules/${file}`)).id,
      );
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
];
