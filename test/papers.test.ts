import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { titles } from "../src/error-codes.ts";
import * as library from "../src/index.ts";
import { read } from "./support/page.ts";

/** What the pages and papers name exists: links, commands, codes, functions, versions, dependencies. */

const root = join(import.meta.dirname, "..");
const pages = [
  ".",
  "docs",
  "docs/decisions",
  "docs/schedules",
  "fixtures/conformance",
  "fixtures/example",
  "test/mutation",
].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);
const manifest = JSON.parse(read("package.json")) as {
  version: string;
  name: string;
  description: string;
  license: string;
  scripts: object;
  dependencies: object;
};
const prose = (page: string): string => read(page).replace(/^```[\s\S]*?^```$/gm, "");

/** The name that a page gives to a heading, as GitHub makes it. */
function anchorsIn(page: string): string[] {
  const headings = [...prose(page).matchAll(/^#+ (.*)$/gm)].map((match) => match[1] as string);
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(/\s/g, "-"),
  );
}

const linksOf = (page: string): string[] =>
  [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1] as string)
    .filter((link) => !/^[a-z]+:/.test(link));

describe.each(pages)("%s", (page) => {
  test("links to what is there", () => {
    const broken = linksOf(page).filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      return (
        !existsSync(join(root, target)) ||
        (anchor !== undefined && !anchorsIn(target).includes(decodeURIComponent(anchor)))
      );
    });
    expect(broken).toEqual([]);
  });

  test("names commands and error codes that exist", () => {
    const scripts = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(
      (match) => match[1] as string,
    );
    expect(scripts.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
    const codes = [...read(page).matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map(
      (match) => match[1] as string,
    );
    expect(codes.filter((code) => !Object.hasOwn(titles, code))).toEqual([]);
  });
});

test.each(["README.md", "LISEZMOI.md"])(
  "%s, or a page that it links to, names every function",
  (page) => {
    const text = [
      page,
      ...linksOf(page)
        .map((link) => link.split("#")[0] as string)
        .filter((link) => /^docs\/.*\.md$/.test(link)),
    ]
      .map(read)
      .join("\n");
    const functions = Object.entries(library).filter(
      ([name, value]) => typeof value === "function" && name !== "ForfaitError",
    );
    expect(
      functions.map(([name]) => name).filter((name) => !new RegExp(`\`${name}[\`(]`).test(text)),
    ).toEqual([]);
  },
);

describe("the papers are of this version", () => {
  const field = (paper: string, key: string): string | undefined =>
    new RegExp(`^\\s*${key}: "?([^"\\n]+?)"?$`, "m").exec(read(paper))?.[1];

  test("CITATION.cff", () => {
    expect([
      field("CITATION.cff", "cff-version"),
      field("CITATION.cff", "version"),
      field("CITATION.cff", "license"),
    ]).toEqual(["1.2.0", manifest.version, manifest.license]);
  });

  test("publiccode.yml", () => {
    expect([
      field("publiccode.yml", "publiccodeYmlVersion"),
      field("publiccode.yml", "softwareVersion"),
      field("publiccode.yml", "license"),
    ]).toEqual(["0.4", manifest.version, manifest.license]);
    expect(field("publiccode.yml", "releaseDate")).toBe(field("CITATION.cff", "date-released"));
    for (const line of read("publiccode.yml").match(/(?<=shortDescription: ).*/g) ?? [])
      expect(line.length).toBeLessThanOrEqual(150);
  });

  test("fixtures/conformance/package.json", () => {
    const kit = JSON.parse(read("fixtures/conformance/package.json")) as typeof manifest;
    expect([kit.name, kit.version, kit.license]).toEqual([
      `${manifest.name}-conformance`,
      manifest.version,
      manifest.license,
    ]);
    const { vectors } = JSON.parse(read("fixtures/conformance/manifest.json")) as {
      vectors: number;
    };
    expect(kit.description).toContain(vectors.toLocaleString("en"));
  });

  test("CHANGELOG.md", () => {
    expect(read("CHANGELOG.md")).toContain(
      `\n## ${manifest.version} — ${field("CITATION.cff", "date-released")}\n`,
    );
  });
});
