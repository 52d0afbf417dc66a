import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { arithmeticOf } from "./arithmetic.ts";
import { folder, readKit, statementsOf, type StatementOf } from "./read-kit.ts";
import type { Vector } from "./vector.ts";

/** The runner of the kit, and the worked vector of its two pages. */

const pitfalls = readFileSync(join(folder, "vectors", "pitfalls.ndjson"), "utf8");
const expected = (readKit().get("pitfalls.ndjson") ?? []).map((one) => one.expected);
const temporary = mkdtempSync(join(tmpdir(), "forfait-mt-"));
afterAll(() => rmSync(temporary, { recursive: true }));

function compared(answers: readonly unknown[]): {
  status: number | null;
  out: string;
  err: string;
} {
  const file = join(temporary, "answers.ndjson");
  writeFileSync(file, answers.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const args = [join(folder, "runner.js"), "--answers", file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    input: pitfalls,
    encoding: "utf8",
  });
  return { status, out: stdout, err: stderr };
}

describe("the runner", () => {
  test("counts equal answers, whatever the order of keys, warnings and assumptions", () => {
    const turned = expected.map((one) =>
      JSON.parse(JSON.stringify(one), (_, value: unknown) =>
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, key === "if-missing" ? inner.toReversed() : inner]),
            )
          : value,
      ),
    );
    const { status, out } = compared(turned);
    expect(out).toMatch(new RegExp(`^all +${expected.length} +0 +0$`, "m"));
    expect(status).toBe(0);
  });

  test("tells where an answer differs, and counts what is left out", () => {
    const [first, second, third, ...others] = expected;
    const wrong = JSON.parse(JSON.stringify(first).replaceAll('"110.00"', '"110.01"')) as unknown;
    const { status, out } = compared([wrong, null, { ...third, shares: [] }, ...others]);
    expect(second).toBeDefined();
    expect(out).toMatch(new RegExp(`^pitfalls +${expected.length - 2} +1 +1$`, "m"));
    expect(out).toContain('pitfalls.patched: statement.lines[0].unitAmount: expected "110.00"');
    expect(status).toBe(1);
  });

  test("refuses answers that are too few", () => {
    const { status, err } = compared(expected.slice(1));
    expect(err).toContain(`${expected.length} vectors were asked`);
    expect(status).toBe(2);
  });
});

test.each(["README.md", "LISEZMOI.md"])("the worked vector of %s is that of the kit", (page) => {
  const text = readFileSync(join(folder, page), "utf8");
  const [, id, steps] = /^`([\w.-]+)` ?:([\s\S]*?)^## /m.exec(text) ?? [];
  const vector = [...readKit().values()].flat().find((one) => one.id === id) as Vector;
  const statement = statementsOf(vector)[0] as StatementOf;
  expect(arithmeticOf(vector.why)).toBe("100 + 100 * 10%");
  expect(statement.lines.map(({ rule, amount }) => [rule, amount])).toEqual([
    ["base.ald-80+.amount", "100.00"],
    ["zone.year-3+.rate", "10.00"],
  ]);
  expect(steps).toContain(`\`100 + 10 = ${statement.total}\``);
  const [april] = statement.instalments;
  expect(steps).toContain(`\`110 / 4 = ${april?.amount}\``);
  expect(steps).toContain(`\`${april?.components["base"]}\``);
  expect(steps).toContain(`\`${april?.components["zone"]}\``);
});

/** Rows `| codes | paths | … |` of the tables of assumptions and warnings. */
test.each(["README.md", "LISEZMOI.md"])(
  "%s says the path of each code, as vectors have it",
  (page) => {
    const text = readFileSync(join(folder, page), "utf8");
    const rows = [...text.matchAll(/^\| ((?:`[a-z-]+`[^|]*)+) \| ([^|]+) \| [^|]+ \|$/gm)];
    const told = new Map(
      rows.flatMap(([, codes, paths]) =>
        [...(codes as string).matchAll(/`([a-z-]+)`/g)].map(([, code]) => [
          code as string,
          paths as string,
        ]),
      ),
    );
    const notices = [...readKit().values()]
      .flat()
      .flatMap(statementsOf)
      .flatMap(({ assumptions, warnings }) => [
        ...Object.entries(assumptions),
        ...Object.entries(warnings),
      ]);
    const codes = [...new Set(notices.map(([code]) => code))];
    expect(codes.filter((code) => !told.has(code))).toEqual([]);
    const roots = (path: string): string => path.split(/[.[]/)[0] as string;
    const elsewhere = notices.flatMap(([code, paths]) =>
      code === "needs-list"
        ? []
        : paths
            .filter((path) => !(told.get(code) as string).includes(roots(path)))
            .map((path) => `${code} ${path}`),
    );
    expect([...new Set(elsewhere)]).toEqual([]);
  },
);
