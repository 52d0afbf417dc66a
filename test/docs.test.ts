import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generated } from "../docs/generated.ts";
import * as core from "../src/core.ts";
import * as library from "../src/index.ts";
import * as load from "../src/load.ts";
import fmt2026 from "../src/schedule/modules/fmt-2026.ts";
import fpmt2018 from "../src/schedule/modules/fpmt-2018.ts";
import { valueOf } from "./conformance/arithmetic.ts";
import { withoutTypes } from "./support/page.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

test.each([...(await generated())])("%s is current (npm run generate)", (path, text) => {
  expect(read(path)).toBe(text);
});

/** Lines `expression; //=> value` become checks; the rest of the block runs as it stands. */
function checked(block: string): string {
  return block
    .replace(/^import .*$/gm, "")
    .replace(/^(\s*)(?:console\.log\((.*)\);)$/gm, "$1void ($2);")
    .replace(/^(\s*)([^\n]*?);?\s*\n?\s*\/\/=> (.*)$/gm, "$1expect($2).toEqual($3);");
}

function run(block: string): void {
  evaluate(checked(block), { ...library, ...importedBy(block) });
}

const PACKAGE = "forfait-medecin-traitant";
const entries: Readonly<Record<string, object>> = {
  [PACKAGE]: library,
  [`${PACKAGE}/core`]: core,
  [`${PACKAGE}/load`]: load,
  [`${PACKAGE}/schedules/fmt-2026.js`]: { default: fmt2026 },
  [`${PACKAGE}/schedules/fpmt-2018.js`]: { default: fpmt2018 },
};

/** What the import lines of a block bring into scope. */
function importedBy(block: string): Record<string, unknown> {
  const lines = [...block.matchAll(/^import (?:\{ (.*) \}|(\w+)) from "(forfait-.*)";$/gm)];
  return Object.fromEntries(
    lines.flatMap(([, names = "", alone, entry]) =>
      [...names.split(", "), ...(alone ? [`default as ${alone}`] : [])]
        .filter((name) => name !== "" && !name.startsWith("type "))
        .map((name) => {
          const [imported, local = imported] = name.split(" as ") as [string, string?];
          const exported = entries[entry as string] as Record<string, unknown>;
          if (!exported || !Object.hasOwn(exported, imported))
            throw new Error(`${entry} exports no ${imported}`);
          return [local, exported[imported]];
        }),
    ),
  );
}

function evaluate(program: string, names: object = library): unknown {
  const code = withoutTypes(program);
  return new Function("expect", ...Object.keys(names), code)(expect, ...Object.values(names));
}

const pages = [
  "README.md",
  "LISEZMOI.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
test.each(pages)(
  "%s calls the command by the name of the package, the only one of ours that npx finds",
  (page) => {
    expect(read(page)).not.toMatch(/npx forfait-mt/);
  },
);

const examples = pages.flatMap((page) =>
  [...read(page).matchAll(/```ts\n([\s\S]*?)```/g)].map(
    (match) => [page, match[1] as string] as const,
  ),
);

test.each(examples)("an example of %s gives what it says", (_, block) => {
  expect.hasAssertions();
  run(block);
});

describe.each(["README.md", "LISEZMOI.md"])("%s", (page) => {
  const text = read(page);

  test("shows the statement that its example prints", () => {
    const example = examples.find(([from]) => from === page)?.[1] as string;
    const [, call, shown] = /`(formatStatement\(.*\))`.*\n\n```\n([\s\S]*?)\n\.\.\.\n```/.exec(
      text,
    ) as unknown as [string, string, string];
    const printed = evaluate(`${checked(example)}\nreturn ${call};`) as string;
    expect(shown.split("\n").length).toBeGreaterThan(8);
    expect(printed.slice(0, shown.length)).toBe(shown);
  });

  test("works out its amounts", () => {
    const sums = [...text.matchAll(/`([-+*/()%\d., ]+) = (\d+[.,]\d\d)`/g)].map(
      ([, sum, result]) =>
        [sum, result].map((part) => (part as string).replaceAll(",", ".")) as [string, string],
    );
    expect(sums.length).toBeGreaterThan(0);
    for (const [sum, result] of sums) expect(`${sum} = ${valueOf(sum)}`).toBe(`${sum} = ${result}`);
  });
});

const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts"),
);
const docstrings = sources.flatMap((name) =>
  [...read(join("src", name)).matchAll(/@example\n([\s\S]*?)\*\//g)].map(
    (match) => [name, (match[1] as string).replace(/^\s*\* ?/gm, "")] as const,
  ),
);

test.each(docstrings)("the example in %s gives what it says", (_, block) => {
  expect.hasAssertions();
  run(block);
});

/** Comment above a function, where an entry has it from. */
function commentOn(name: string, entry: string): string {
  const exported = [
    ...read(`src/${entry}.ts`).matchAll(/^export \{([^}]*)\} from "\.\/([^"]*)";/gm),
  ];
  const path = exported.find(([, names]) => new RegExp(`\\b${name}\\b`).test(names as string))?.[2];
  const comment = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\nexport function ${name}\\b`);
  return comment.exec(read(`src/${path}`))?.[1] ?? "";
}

const functions = Object.entries({ index: library, core, load }).flatMap(([entry, names]) =>
  Object.entries(names)
    .filter(([name, value]) => typeof value === "function" && name !== "ForfaitError")
    .map(([name]) => [entry, name] as const),
);

test.each(functions)(
  "of %s, %s has an example, which opens with a question and calls it",
  (entry, name) => {
    const comment = commentOn(name, entry);
    const [, question, example] = /@example\n \* \/\/ (.*)\n([^]*)$/.exec(comment) ?? [];
    expect(question).toMatch(/\?$/);
    expect(example).toMatch(new RegExp(`\\b${name}\\([^]*//=> `));
  },
);
