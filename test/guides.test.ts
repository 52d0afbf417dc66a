import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  getSchedule,
  listSchedules,
  loadSchedule,
  applyPatch,
  type SchedulePatch,
  type Schedule,
} from "../src/index.ts";
import { call } from "./support/io.ts";
import { blocksOf, type Block, filesOf, read, runExample } from "./support/page.ts";
import { refused } from "./support/refused.ts";

/** The two guides on schedules do what they say: their blocks load, compute, run or are refused. */

const twins = ["docs/schedules.md", "docs/baremes.md"] as const;
/** What list to give, on which day. */
const lists = ["docs/which-list.md", "docs/quelle-liste.md"] as const;
const schemas = ["schedule", "amendment"].map(
  (name) => JSON.parse(read(`src/schedule/${name}.schema.json`)) as z.core.JSONSchema.BaseSchema,
);
const [asSchedule, asAmendment] = schemas.map((schema) => z.fromJSONSchema(schema)) as [
  z.ZodType,
  z.ZodType,
];

/** What is printed, with ordinary spaces. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

describe.each(twins)("%s", (page) => {
  const blocks = blocksOf(page);
  const files = filesOf(page);
  const named = (pattern: RegExp): [title: string, block: Block, ...words: string[]][] =>
    blocks.flatMap((block) => {
      const match = pattern.exec(block.info);
      return match ? [[block.info, block, ...match.slice(1)]] : [];
    });
  const scheduleIn = (id: string): Schedule => {
    const own = blocks
      .filter(({ info }) => /^json \S+\.json$/.test(info))
      .find(({ text }) => (JSON.parse(text) as { id?: string }).id === id);
    return own ? loadSchedule(own.text) : getSchedule(id);
  };

  test.each(named(/^json (\S+\.json)$/))("%s loads, and editors accept it", (_, { text }) => {
    const document = JSON.parse(text) as { over?: string };
    loadSchedule(text);
    expect((document.over ? asAmendment : asSchedule).safeParse(document).error).toBeUndefined();
  });

  test.each(named(/^json (\S+\.json) refused (\w+)$/))("%s", (_, { text, above }, __, code) => {
    expect(refused(() => loadSchedule(text)).code).toBe(code);
    expect(above).toContain(`\`${code}\``);
  });

  test.each(named(/^json patch (\S+)(?: as \S+)?$/))("%s applies", (_, { text }, id) => {
    expect(
      applyPatch(scheduleIn(id as string), JSON.parse(text) as SchedulePatch).patched,
    ).toHaveLength(1);
  });

  test.each(named(/^json patch (\S+) refused (\w+)$/))("%s", (_, { text, above }, id, code) => {
    expect(
      refused(() => applyPatch(scheduleIn(id as string), JSON.parse(text) as SchedulePatch)).code,
    ).toBe(code);
    expect(above).toContain(`\`${code}\``);
  });

  test.each(named(/^js$/))("an example gives what it says (%s)", (_, { text }) => {
    expect.hasAssertions();
    runExample(text, files);
  });

  test.each(named(/^sh(?: exit (\d))?$/))(
    "every command runs (%s)",
    async (_, block, code = "0") => {
      const told = [];
      for (const line of block.text.trim().split("\n"))
        told.push({
          line,
          ...(await call(
            line.replace("npx forfait-medecin-traitant ", ""),
            Object.fromEntries(files),
          )),
        });
      const wrong = told.filter(
        (one) => one.code !== Number(code) || (code === "0" && one.err !== ""),
      );
      expect(wrong.map(({ line, err }) => `${line}: ${err}`)).toEqual([]);
      const next = blocks[blocks.indexOf(block) + 1];
      if (next?.info === "text")
        expect(plain(told.map(({ out, err }) => out + err).join(""))).toBe(plain(next.text));
    },
  );

  test("no block of JSON goes unchecked", () => {
    const known = /^json (\S+\.json|patch \S+( as \S+)?)( refused \w+)?$/;
    expect(
      blocks.map(({ info }) => info).filter((info) => info.startsWith("json") && !known.test(info)),
    ).toEqual([]);
  });

  test("names every word of the language, and every schedule", () => {
    const words = new Set(schemas.flatMap(keysOf));
    expect([...words].filter((word) => !read(page).includes(`\`${word}\``))).toEqual([]);
    expect(listSchedules().filter(({ id }) => !read(page).includes(id))).toEqual([]);
  });
});

describe.each(lists)("%s", (page) => {
  test("its example gives what it says", () => {
    const [example] = blocksOf(page);
    expect.hasAssertions();
    runExample(example?.text ?? "", new Map());
  });

  test("names every field of a patient and every period of a physician", () => {
    const fields = ["registeredFrom", "registeredUntil", "diedOn", "aldFrom", "aldUntil"];
    const others = [
      "c2sFrom",
      "c2sUntil",
      "visits",
      "lastSeen",
      "birthDate",
      "zone",
      "activeUntil",
    ];
    const text = read(page);
    expect([...fields, ...others].filter((field) => !text.includes(`\`${field}`))).toEqual([]);
  });
});

/** What vendors ask; docs.test.ts runs the examples. */
const vendors = ["docs/vendors.md", "docs/editeurs.md"] as const;

test.each([twins, lists, vendors])(
  "%s and %s have the same blocks in the same order",
  (...pair) => {
    const [english, french] = pair.map((page) => blocksOf(page).map(({ info }) => info));
    expect(french).toEqual(english);
  },
);

test("the pages for vendors have the same examples", () => {
  const [english, french] = vendors.map((page) => blocksOf(page).map(({ text }) => text));
  expect(english?.length).toBeGreaterThan(3);
  expect(french).toEqual(english);
});

/** The keys that the objects of a JSON Schema may have. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties = {} } = schema as { properties?: object };
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysOf)];
}
