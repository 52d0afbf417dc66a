import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { asked, fixed, manifestOf } from "./kit.ts";
import { folder, readKit } from "./read-kit.ts";
import { topics } from "./topics/all.ts";

/** `tsx test/conformance/make.ts` writes the kit anew; that the answers are current is for vectors.test.ts to say. */
describe("the kit is current", () => {
  const files = readKit();
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");

  test.each(Object.entries(topics))("what the vectors of %s ask", (topic, drafts) => {
    const written = files.get(`${topic}.ndjson`)?.map((one) => JSON.stringify(asked(one)));
    expect(written).toEqual(drafts.map((draft) => JSON.stringify(asked(draft))));
  });

  test("whether shares are expected", () => {
    const wanted = Object.values(topics)
      .flat()
      .filter(({ shares }) => shares)
      .map(({ id }) => id);
    const written = [...files.values()]
      .flat()
      .filter(({ expected }) => "shares" in expected || "error" in expected)
      .map(({ id }) => id);
    expect(wanted.filter((id) => !written.includes(id))).toEqual([]);
  });

  test.each([...fixed()])("%s", (path, text) => expect(read(path)).toBe(text));

  test("the manifest", () => {
    const vectors = new Map(
      Object.keys(topics).map((topic) => [
        `vectors/${topic}.ndjson`,
        read(`vectors/${topic}.ndjson`),
      ]),
    );
    expect(read("manifest.json")).toBe(manifestOf(vectors));
  });

  test("and holds nothing else", () => {
    const expected = [
      ...Object.keys(topics).map((topic) => `vectors/${topic}.ndjson`),
      ...fixed().keys(),
      "manifest.json",
      "README.md",
      "LISEZMOI.md",
      "compare.js",
      "runner.js",
      "package.json",
    ];
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
    expect(found.sort()).toEqual(expected.sort());
  });
});
