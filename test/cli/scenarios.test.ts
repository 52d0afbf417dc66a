import { describe, expect, test } from "vitest";
import { call } from "../support/io.ts";

/** The commands that ask what if. Two physicians: 3750 and 105 under the FMT of 2026. */

const counts = "physicianId,age,ald,c2s,n\nA,40,no,yes,100\nA,82,yes,no,20\nB,77,no,no,7\n";
const physicians = "id,zone\nA,ZIP\nB,\n";
const departements = "id,zone,departement\nA,ZIP,2A\nB,,01\n";
const list = `${"physicianId,id,age,ald,c2s,lastSeen\n"}A,1,40,no,yes,2025-03-01\nA,2,82,yes,no,2024-03-01\nB,3,77,no,no,2020-01-01\n`;
const files = { counts, physicians, departements, list };
const of = "--counts counts --physicians physicians --year 2026";

const json = async (line: string): Promise<unknown> => {
  const { code, out, err } = await call(`${line} --format json`, files);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out);
};

describe("compare", () => {
  test("sets values on the schedule in force", async () => {
    const found = await json(`compare ${of} --set c2s.amount=15 --set base.75-79.amount=12.50`);
    expect(found).toMatchObject({
      total: { from: "3855.00", to: "4337.50", change: "482.50" },
      losers: { physicians: 1, change: "-17.50" },
      isStatic: true,
    });
  });

  test("two schedules, on the second's reference day", async () => {
    const found = await json(`compare ${of} --a fr.fpmt.2024 --b fr.fmt.2026`);
    expect(found).toMatchObject({ total: { from: "2106.00", to: "3855.00" } });
  });

  test("a scenario in a file, and readings on both sides", async () => {
    const scenario = JSON.stringify({
      id: "xx.dearer",
      version: "1",
      over: "fr.fmt.2026",
      patch: { "c2s.amount": "15" },
    });
    const { out } = await call(
      `compare ${of} --b dearer.json --reading zone-and-age=highest --format json`,
      { ...files, "dearer.json": scenario },
    );
    expect(JSON.parse(out)).toMatchObject({ total: { change: "500.00" } });
  });

  test("by zone, by size, by quantile and by a column of the physicians", async () => {
    const keys = async (by: string): Promise<unknown[]> => {
      const told = of.replace("physicians physicians", "physicians departements");
      const line = `compare ${told} --set c2s.amount=15 --by ${by}`;
      const { groups } = (await json(line)) as { groups: { keys: unknown }[] };
      return groups.map((group) => group.keys);
    };
    expect(await keys("departement,zone,listSize=50")).toEqual([
      { departement: "01", zone: "none", listSize: "0-49" },
      { departement: "2A", zone: "ZIP", listSize: "50+" },
    ]);
    expect(await keys("baseline=2,departement")).toEqual([
      { baselineQuantile: "1/2", departement: "01" },
      { baselineQuantile: "2/2", departement: "2A" },
    ]);
    expect(await keys("departement")).toEqual([{ departement: "01" }, { departement: "2A" }]);
  });

  test("as CSV, a row for each group and component", async () => {
    const { out } = await call(`compare ${of} --set c2s.amount=15 --by zone --format csv`, files);
    const lines = out.split("\n");
    expect(lines[0]).toBe("zone,component,physicians,patients,from,to,change");
    expect(lines[2]).toBe("ZIP,c2s,1,120,1000.00,1500.00,500.00");
  });

  test("as a table in both languages", async () => {
    const fr = await call(
      `comparer --effectifs counts --année 2026 --changer c2s.amount=15`,
      files,
    );
    expect(fr.out).toMatch(/Total +[^\n]*\+500,00\u00a0€/);
    const en = await call(
      `compare --counts counts --year 2026 --set c2s.amount=15 --locale en`,
      files,
    );
    expect(en.out).toContain("neither patients nor physicians change what they do");
  });

  test("a list of rows, whose last visits any window reads", async () => {
    const found = await json("compare list --year 2026 --a fr.fpmt.2024 --b fr.fmt.2026");
    // 5 + 70 + 5, and 9 % of 75 for the C2S of A; 5 + 10 + 100, and 5 for who was not seen.
    expect(found).toMatchObject({ total: { from: "86.75", to: "120.00" } });
  });
});

describe("sweep", () => {
  test("values that are listed or spanned, each with each", async () => {
    const line = `sweep ${of} --vary c2s.amount=10,15 --vary zone.year-3+.rate=0%:20%:10%`;
    const found = (await json(line)) as { values: object; total: string; change: string }[];
    expect(found).toHaveLength(6);
    expect(found[5]).toEqual({
      values: { "c2s.amount": "15", "zone.year-3+.rate": "20%" },
      total: "4605.00",
      change: "750.00",
    });
  });

  test("decimal steps, both ends included", async () => {
    const found = (await json(`sweep ${of} --vary c2s.amount=0.1:0.3:0.1`)) as {
      values: Record<string, string>;
    }[];
    expect(found.map(({ values }) => values["c2s.amount"])).toEqual(["0.1", "0.2", "0.3"]);
  });

  test("a scenario, and each value a step higher where none is varied", async () => {
    const line = `sweep ${of} --scenario fr.proposal.2024-02-08`;
    const found = (await json(line)) as { values: Record<string, string>; change: string }[];
    expect(found.find(({ values }) => "c2s.amount" in values)?.change).toBe("110.00");
  });
});

describe("solve", () => {
  test.each([
    ["--change 100.50", "11.00", "-0.50", "0.50"],
    ["--total 3955.50", "11.00", "-0.50", "0.50"],
  ])("%s", async (target, value, below, above) => {
    expect(await json(`solve ${of} --path c2s.amount ${target}`)).toMatchObject({
      below: { value, rest: below },
      above: { rest: above },
    });
  });

  test("neutral to another schedule, several amounts by one factor", async () => {
    const paths = "base.7-74.amount,base.ald-80+.amount";
    const found = await json(
      `solve ${of} --set c2s.amount=15 --path ${paths} --neutral-to fr.fmt.2026`,
    );
    expect(found).toMatchObject({ target: "3855.00", path: paths.split(","), exact: false });
  });

  test("prints both sides", async () => {
    const { out } = await call(
      `résoudre --effectifs counts --année 2026 --chemin c2s.amount --écart 100.50`,
      files,
    );
    expect(out).toMatch(
      /Majoration C2S \(c2s\.amount\)\u00a0: 11,00\u00a0€ .*−0,50\u00a0€\n +au-dessous\n/,
    );
  });
});

describe("check-policy", () => {
  test("needs no list to ask about patients", async () => {
    const { code, out } = await call("check-policy --year 2026 --locale en", files);
    expect(code).toBe(0);
    expect(out).toContain("€15.00");
  });

  test("asks whether nobody loses", async () => {
    const found = await json(
      `check-policy ${of} --policy nobody-loses --old fr.fmt.2026 --set base.75-79.amount=10`,
    );
    expect(found).toMatchObject({
      holds: false,
      answers: [{ counterExamples: [{ physicianId: "B", change: "-35.00" }] }],
    });
  });
});

test.each([
  ["compare --counts counts --year 2026", "--b ID"],
  ["compare --counts counts", "--année"],
  ["compare --year 2026 --set c2s.amount=15", "LISTE"],
  ["compare --counts counts --year 2026 --set c2s.amount=15 --by colour", "--par"],
  ["compare --counts counts --year 2026 --set c2s.amount=15 --quantiles 0", "options.quantiles"],
  ["compare --counts counts --year 2026 --set c2s.amount=15 --format parquet", "--sortie"],
  ["sweep --counts counts --year 2026 --vary c2s.amount", "CHEMIN=V1,V2"],
  ["sweep --counts counts --year 2026 --vary c2s.amount=15:10:1", "CHEMIN=V1,V2"],
  ["sweep --counts counts --year 2026 --scenario fr.fmt.2026 --schedule fr.fmt.2026", "--scénario"],
  ["solve --counts counts --year 2026 --change 5", "--chemin"],
  ["solve --counts counts --year 2026 --path c2s.amount", "--total"],
  ["solve --counts counts --year 2026 --path c2s.amount --total 5 --change 5", "--total"],
  ["check-policy --counts counts --year 2026 --policy no-saving", "--ancien"],
  ["check-policy --year 2026 --old fr.fmt.2026", "--ancien"],
  ["check-policy --year 2026 --policy fair", "--promesse"],
])("a call that cannot be answered: %s", async (line, says) => {
  const { code, out, err } = await call(line, files);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(says);
});

test("a row that is refused stops the answer, with exit code 1", async () => {
  const bad = { ...files, counts: `${counts}B,130,no,no,1\n` };
  const { code, out } = await call("compare --counts counts --year 2026 --set c2s.amount=15", bad);
  expect([code, out]).toEqual([1, ""]);
});
