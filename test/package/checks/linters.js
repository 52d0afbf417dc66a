import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { rootCommand } from "../lib/paths.js";
import { run } from "../lib/run.js";

/** Tools that read the tarball without running it. */
export const linters = [
  {
    name: "publint --strict, of the library and of the conformance kit",
    async prove({ conformance, ...library }) {
      for (const { tarball, manifest } of [library, conformance]) {
        const { buffer } = new Uint8Array(readFileSync(tarball));
        const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
        if (messages.length > 0)
          throw new Error(
            messages
              .map((message) => formatMessage(message, manifest, { color: false }))
              .join("\n"),
          );
      }
    },
  },
  {
    name: "are the types wrong: node10, node16 from ESM and CommonJS, bundler",
    async prove({ tarball, files }) {
      const schedules = files
        .filter((file) => /^dist\/schedules\/[\w-]+\.js$/.test(file))
        .map((file) => file.replace("dist/", ""));
      const options = ["--profile", "strict", "--format", "ascii"];
      // A module for pages, which no CommonJS file requires.
      const others = ["--exclude-entrypoints", "browser.js", "--include-entrypoints", ...schedules];
      await run(rootCommand("attw"), [tarball, ...options, ...others]);
      return `with ${schedules.length} schedules`;
    },
  },
];
