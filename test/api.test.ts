import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/** The API reference in docs/api, which `npm run api` makes from the docstrings: whole, and its links lead somewhere. */

const root = join(import.meta.dirname, "..");
const api = join(root, "docs/api");
const pages = new Map(
  readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(api, name), "utf8")]),
);

/** Names that an entry of the package exports, types included. */
const namesOf = (entry: string): string[] =>
  [
    ...readFileSync(join(root, `src/${entry}.ts`), "utf8").matchAll(
      /^export (?:type )?\{([^}]*)\}/gm,
    ),
  ].flatMap(([, names]) =>
    (names as string)
      .split(",")
      .map((name) => name.replace("type ", "").trim())
      .filter((name) => name !== ""),
  );

test.each(["index", "core", "load"])(
  "the reference of %s has every public name (npm run api)",
  (entry) => {
    const names = namesOf(entry);
    const listed = [
      ...(pages.get(`${entry}/README.md`) as string).matchAll(/^\| \[(\w+)\]\(|^### (\w+)$/gm),
    ].map(([, linked, referred]) => linked ?? referred);
    expect(names.length).toBeGreaterThan(10);
    expect(listed.sort()).toEqual(names.sort());
  },
);

const prose = (text: string): string =>
  text.replace(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]+`/g, "");

/** Places within a page that a link may name. */
const placesIn = (text: string): string[] => [
  ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id as string),
  ...[...text.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    (title as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  ),
];

describe("the links of the reference", () => {
  test("lead to pages and places that there are", () => {
    const links = [...pages].flatMap(([page, text]) =>
      [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(
        ([, link]) => [page, link as string] as const,
      ),
    );
    expect(links.length).toBeGreaterThan(300);
    const broken = links.filter(([page, link]) => {
      if (/^https?:/.test(link)) return false;
      const [path = "", place] = link.split("#");
      const target = pages.get(path === "" ? page : relative(api, join(api, dirname(page), path)));
      return target === undefined || (place !== undefined && !placesIn(target).includes(place));
    });
    expect(broken).toEqual([]);
  });
});
