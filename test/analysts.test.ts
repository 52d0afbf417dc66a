import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import {
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeIo } from "../src/cli/node-io.ts";
import { run } from "../src/cli/run.ts";
import * as library from "../src/index.ts";
import { blocksOf, withoutTypes, type Block } from "./support/page.ts";

/** The analyst's two pages do what they say: queries, commands and programs are run in their order, in a folder of their own. */

const twins = ["docs/analysts.md", "docs/analystes.md"] as const;
const home = process.cwd();
const io = nodeIo();

/** What is printed, with ordinary spaces. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe.each(twins)("%s", (page) => {
  const blocks = blocksOf(page);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "analyst-")));
  let connection: DuckDBConnection;

  beforeAll(async () => {
    symlinkSync(join(import.meta.dirname, "../fixtures"), join(folder, "fixtures"));
    process.chdir(folder);
    connection = await (await DuckDBInstance.create()).connect();
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  const steps = blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    return /^(sql|sh|js|json)$/.test(block.info)
      ? [
          {
            name: `${block.info}: ${block.text.split("\n")[0]}`,
            block,
            says: next?.info === "text" ? next.text : undefined,
          },
        ]
      : [];
  });

  test.each(steps)("$name", async ({ block, says }) => {
    const told = await runners[block.info as keyof typeof runners](block, connection);
    if (says !== undefined) expect(plain(String(told))).toBe(plain(says));
  });
});

const runners = {
  sql: async ({ text }: Block, connection: DuckDBConnection): Promise<string> => {
    const reader = await connection.runAndReadAll(text);
    return `${[reader.columnNames(), ...reader.getRowsJson()].map((row) => row.join(" | ")).join("\n")}\n`;
  },

  sh: async ({ text }: Block): Promise<string> => {
    const told: string[] = [];
    for (const line of text.trim().split("\n")) {
      const [, argv = "", into] = /^npx forfait-medecin-traitant (.*?)(?: > (\S+))?$/.exec(
        line,
      ) as RegExpExecArray;
      const out: string[] = [];
      const err: string[] = [];
      const code = await run(argv.split(" "), {
        ...io,
        out: { write: (part) => void out.push(part), isTerminal: false },
        err: { write: (part) => void err.push(part), isTerminal: false },
      });
      expect({ line, code, err: code === 0 ? "" : err.join("") }).toEqual({
        line,
        code: 0,
        err: "",
      });
      if (into !== undefined) writeFileSync(into, out.join(""));
      else told.push(...out, ...err);
    }
    return told.join("");
  },

  json: async ({ text }: Block): Promise<string> => {
    writeFileSync("map.json", text);
    return "";
  },

  js: async ({ text }: Block): Promise<string> => {
    const code = text
      .replace(/^import .*$/gm, "")
      .replace(/^(\s*)([^\n]*?);?\s*\n?\s*\/\/=> (.*)$/gm, "$1expect($2).toEqual($3);");
    const names = { ...library, expect, readFileSync, DuckDBInstance };
    const compiled = withoutTypes(`return (async () => {${code}})();`);
    await new Function(...Object.keys(names), compiled)(...Object.values(names));
    return "";
  },
};

test("the two pages have the same blocks in the same order", () => {
  const [english, french] = twins.map((page) => blocksOf(page).map(({ info }) => info));
  expect(french).toEqual(english);
});
