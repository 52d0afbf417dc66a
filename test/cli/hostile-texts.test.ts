import { describe, expect, test } from "vitest";
import { computePatient, formatStatement, loadSchedule } from "../../src/index.ts";
import { HOSTILE, UNSEEN, hostileSchedule } from "../support/hostile-text.ts";
import { callWith } from "../support/io.ts";

const document = hostileSchedule();
const list = `liste${HOSTILE}.csv`;
const files = {
  "own.json": JSON.stringify(document),
  [list]: `médecin;patient;âge;ald;c2s;prévention;couleur${HOSTILE.replace(/[\r\n]/g, "")}\n"A${HOSTILE}";"p${HOSTILE}";82;oui;oui;flu;x\n`,
  [`bad${list}`]: `médecin;patient;âge;ald;c2s\n"A${HOSTILE}";"p";"8${HOSTILE}";"o${HOSTILE}";"${HOSTILE}"\n`,
  "map.json": JSON.stringify({ [`âge${HOSTILE}`]: `age${HOSTILE}` }),
  "patch.json": JSON.stringify({ [`base${HOSTILE}.amount`]: HOSTILE }),
};
const own = ["--schedule", "own.json", "--year", "2026"];

const calls: readonly (readonly string[])[] = [
  ["schedule", "own.json"],
  ["schedule", "own.json", "--format", "json"],
  ["compute", list, ...own],
  ["compute", list, ...own, "--format", "json"],
  ["compute", list, ...own, "--format", "csv"],
  ["compute", list, ...own, "--format", "csv", "--detail", "lines"],
  ["compute", list, ...own, "--format", "csv", "--detail", "patients"],
  ["compute", list, ...own, "--format", "csv", "--out", "-"],
  ["compute", list, ...own, "--set", "base.child.amount=12", "--format", "csv"],
  ["compute", list, ...own, "--set", `base.fr=${HOSTILE}`],
  ["compute", `bad${list}`, ...own],
  ["compute", `bad${list}`, ...own, "--format", "json", "--skip-invalid"],
  ["compute", list, ...own, "--physicians", list],
  ["compute", list, ...own, "--map", "map.json"],
  ["compute", list, ...own, "--patch", "patch.json"],
  ["compute", list, ...own, "--reading", `uplift-base=${HOSTILE}`],
  ["compute", list, ...own, "--reading", HOSTILE],
  ["compute", `none${HOSTILE}`, ...own],
  ["compute", list, "--year", HOSTILE],
  ["compute", list, "--year", "2026", "--schedule", HOSTILE],
  ["compute", list, ...own, "--format", HOSTILE],
  ["compute", list, HOSTILE],
  ["compute", `--option${HOSTILE}`],
  ["explain", list, ...own, "--patient", `p${HOSTILE}`],
  ["explain", list, ...own, "--patient", `p${HOSTILE}`, "--format", "json"],
  ["explain", list, ...own, "--patient", HOSTILE],
  ["readings", list, ...own],
  ["readings", list, ...own, "--format", "json"],
  ...["duckdb", "postgres", "spark"].map((dialect) => ["sql", ...own, "--dialect", dialect]),
  ["sql", ...own, "--set", `base.fr=${HOSTILE}`],
  ["sql", ...own, "--dated", HOSTILE],
  [HOSTILE],
];

describe.each(["fr", "en"])(
  "on a terminal, in %s, no hostile character is printed by",
  (locale) => {
    test.each(calls.map((argv) => [JSON.stringify(argv.join(" ").replaceAll(HOSTILE, "…")), argv]))(
      "%s",
      async (_, argv) => {
        const called = await callWith([...argv, "--locale", locale], { files, isTerminal: true });
        expect(called.out + called.err).not.toBe("");
        expect(called.out).not.toMatch(UNSEEN);
        expect(called.err.replaceAll("\r", "").replaceAll("\u001b[K", "")).not.toMatch(UNSEEN);
      },
    );
  },
);

describe("in a file or a pipe", () => {
  test.each(calls.filter((argv) => !argv.includes("csv")).map((argv) => [argv]))(
    "no hostile character is printed",
    async (argv) => {
      const { out, err } = await callWith(argv, { files });
      expect(out).not.toMatch(UNSEEN);
      expect(err).not.toMatch(UNSEEN);
    },
  );

  test("CSV gives an identifier as it came", async () => {
    const csv = ["compute", list, ...own, "--format", "csv"];
    expect((await callWith(csv, { files })).out).toContain(`A${HOSTILE.trim()},1,`);
    expect((await callWith([...csv, "--out", "f"], { files })).files.get("f")).toContain(
      HOSTILE.trim(),
    );
  });

  test("JSON gives an identifier as it came, once it is read", async () => {
    const { out } = await callWith(["compute", list, ...own, "--format", "json"], { files });
    expect(JSON.parse(out)).toMatchObject({ statements: [{ physicianId: `A${HOSTILE.trim()}` }] });
  });
});

describe("a statement", () => {
  const statement = computePatient(
    { patient: { age: 82, ald: true, c2s: true, prevention: ["flu"] }, physician: { id: HOSTILE } },
    { year: 2026, schedule: loadSchedule(document) },
  );

  test.each(["text", "markdown", "html"] as const)("as %s is printable", (as) => {
    for (const locale of ["fr", "en"] as const)
      expect(formatStatement(statement, { as, locale })).not.toMatch(UNSEEN);
  });
});
