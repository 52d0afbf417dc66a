import { describe, expect, test } from "vitest";
import * as core from "../../src/core.ts";
import {
  applyPatch,
  applyReadings,
  computeColumns,
  computePatient,
  computePhysician,
  computePhysicians,
  computePanels,
  computeShares,
  formatStatement,
  getSchedule,
  listSchedules,
  loadSchedule,
  panelsFromColumns,
  toSql,
  type Schedule,
  type ScheduleChange,
  type SchedulePatch,
} from "../../src/index.ts";
import fmt2026 from "../../src/schedule/modules/fmt-2026.ts";
import { callWith } from "../support/io.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const patients = [{ age: 82, ald: true, c2s: false }];
const columns = { age: [82], ald: [true], c2s: [false] };
const patch = { "base.ald-80+.amount": "110" };
const raised = [{ path: "base.ald-80+.amount", was: "100", now: "110" }];
const scenario = { id: "fr.raised", version: "1", over: "fr.fmt.2026", patch };

const again = (schedule: Schedule): Schedule =>
  loadSchedule(JSON.parse(JSON.stringify(schedule)) as Schedule);

/** What a result under a schedule says of its changes. */
function changesUnder(schedule: Schedule): readonly ScheduleChange[] | undefined {
  const { simulation, changes } = computeColumns(
    { age: [], ald: [], c2s: [] },
    { year: 2026, schedule },
  );
  expect(simulation).toBe(changes === undefined ? undefined : true);
  return changes?.map(withoutWords);
}

/** places.test.ts has the words. */
function withoutWords({ path, now, ...before }: ScheduleChange): ScheduleChange {
  return { path, ...("was" in before && { was: before.was }), now };
}

describe("a simulation says what it changes", () => {
  test.each<readonly [string, SchedulePatch, readonly ScheduleChange[]]>([
    ["a value", patch, raised],
    [
      "two, in the order of the schedule",
      { "zone.year-1.rate": "55%", "c2s.amount": "12.50" },
      [
        { path: "c2s.amount", was: "10", now: "12.50" },
        { path: "zone.year-1.rate", was: "50%", now: "55%" },
      ],
    ],
    [
      "a list",
      { "uplifts.of": ["base", "c2s"] },
      [{ path: "uplifts.of", was: ["base"], now: ["base", "c2s"] }],
    ],
    [
      "what is put in",
      { "c2s.when.seen": true },
      [{ path: "c2s.when.seen", was: null, now: true }],
    ],
    [
      "what is taken away",
      { "zone.when.contract": null },
      [{ path: "zone.when.contract", was: false, now: null }],
    ],
    [
      "a case that is put in",
      { "prevention.rsv": { fr: "VRS", en: "RSV", amount: "7" } },
      [
        {
          path: "prevention.rsv",
          was: null,
          now: { fr: "VRS", en: "RSV", amount: "7", user: true },
        },
      ],
    ],
    [
      "a date of payment",
      { "payment.quarters.equal": ["01/N"] },
      [
        {
          path: "payment.quarters.equal",
          was: ["04/N", "06/N", "09/N", "11/N"],
          now: ["01/N"],
        },
      ],
    ],
  ])("%s", (_, given, changes) => {
    expect(changesUnder(applyPatch(fmt, given))).toEqual(changes);
  });

  test("whichever way its schedule came", () => {
    const patched = applyPatch(fmt, patch);
    const twice = applyPatch(applyPatch(fmt, { "base.ald-80+.amount": "105" }), patch);
    const readThen = applyPatch(applyReadings(fmt, { "zone-and-age": "highest" }), patch);
    const thenRead = applyReadings(patched, { "zone-and-age": "highest" });
    const named = loadSchedule(scenario);
    for (const schedule of [patched, twice, readThen, thenRead, named])
      for (const one of [
        schedule,
        again(schedule),
        applyReadings(schedule, { "odd-cents": "first" }),
      ])
        expect(changesUnder(one)).toEqual(raised);
    expect(changesUnder(applyPatch(named, { "c2s.amount": "11" }))).toEqual([
      ...raised,
      { path: "c2s.amount", was: "10", now: "11" },
    ]);
  });

  test("against the value under the readings in use", () => {
    const read = { "first-install": "add" };
    const under = { path: "zone.year-1.rate", was: "60%", now: "45%" };
    const { changes } = computePhysician(
      { patients },
      { year: 2026, readings: read, patch: { "zone.year-1.rate": "45%" } },
    );
    expect(changes?.map(withoutWords)).toEqual([under]);
    const patched = applyPatch(fmt, { "zone.year-1.rate": "45%" });
    expect(changesUnder(applyReadings(patched, read))).toEqual([under]);
  });

  test("over a shipped amendment, and over one of the user", () => {
    const fpmt = applyPatch(getSchedule("fr.fpmt.2024"), { "precarity.rate.cap": "24%" });
    const cap = [{ path: "precarity.rate.cap", was: "25%", now: "24%" }];
    expect(changesUnder(fpmt)).toEqual(cap);
    expect(changesUnder(again(fpmt))).toEqual(cap);
  });

  test("of a schedule of the user that is patched, without what its JSON does not tell", () => {
    const own = applyPatch(loadSchedule(villageWith()), { "base.child.amount": "11" });
    expect(changesUnder(own)).toEqual([{ path: "base.child.amount", was: "10", now: "11" }]);
    expect(changesUnder(again(own))).toEqual([{ path: "base.child.amount", now: "11" }]);
  });

  test("of a patched schedule of the user that comes from JSON and is patched again", () => {
    const read = again(applyPatch(loadSchedule(villageWith()), { "base.child.amount": "11" }));
    expect(changesUnder(applyPatch(read, { "base.child.amount": "12" }))).toEqual([
      { path: "base.child.amount", was: "11", now: "12" },
    ]);
  });

  test("of values, not of words, whether its JSON tells the patch or not", () => {
    const own = applyPatch(loadSchedule(villageWith()), {
      "base.child.fr": "petits",
      "readings.uplift-base.because": "l'usage",
      "base.child.amount": "11",
    });
    expect(changesUnder(own)).toEqual([{ path: "base.child.amount", was: "10", now: "11" }]);
    expect(changesUnder(again(own))).toEqual([{ path: "base.child.amount", now: "11" }]);
  });

  test("of a copy under the id of a shipped schedule and a version of its own", () => {
    const copy = JSON.parse(
      JSON.stringify(fmt).replace('"amount":"100"', '"amount":"110"'),
    ) as Schedule;
    expect(changesUnder({ ...copy, version: "mine" })).toEqual(raised);
  });

  test("in every kind of result", () => {
    const options = { year: 2026, patch };
    const panels = computePanels(panelsFromColumns(columns, options), options);
    for (const result of [
      computePhysician({ patients }, options),
      computePatient({ patient: { age: 82, ald: true, c2s: false } }, options),
      computePhysicians({ patients }, options).statements[0],
      computeShares({ patients }, options).statement,
      panels,
      panels.statement(0),
      computeColumns(columns, options),
      core.computePhysician({ patients }, { ...options, schedule: fmt2026 }),
      core.computePhysician({ patients }, { year: 2026, schedule: loadSchedule(scenario) }),
    ])
      expect(result).toMatchObject({ simulation: true, changes: raised });
  });
});

describe("what is no simulation says nothing", () => {
  const changedNothing: readonly (readonly [string, () => Schedule])[] = [
    ...listSchedules().map(({ id }) => [id, () => getSchedule(id)] as const),
    ...listSchedules().map(({ id }) => [`${id}, from JSON`, () => again(getSchedule(id))] as const),
    ["readings", () => applyReadings(fmt, { "zone-and-age": "highest", "first-install": "add" })],
    [
      "readings of an amendment",
      () => applyReadings(getSchedule("fr.fpmt.2024"), { leaving: "days" }),
    ],
    ["a patch to the value that is there", () => applyPatch(fmt, { "base.ald-80+.amount": "100" })],
    ["a patch of words", () => applyPatch(fmt, { "base.fr": "Base", fr: "Mon barème" })],
    [
      "a patch that another takes back",
      () => applyPatch(applyPatch(fmt, patch), { "base.ald-80+.amount": "100" }),
    ],
    ["a schedule of the user", () => loadSchedule(villageWith())],
  ];

  test.each(changedNothing)("%s", (_, schedule) => {
    expect(changesUnder(schedule())).toBeUndefined();
  });

  test("in a statement, nor in its layouts", () => {
    const statement = computePhysician({ patients }, { year: 2026 });
    expect(statement).not.toHaveProperty("simulation");
    expect(statement).not.toHaveProperty("changes");
    for (const as of ["text", "markdown", "html"] as const)
      expect(formatStatement(statement, { as })).not.toContain("SIMULATION");
  });
});

describe("the title of a simulation", () => {
  const statement = computePhysician({ patients }, { year: 2026, patch });
  const first = (text: string): string => text.split("\n")[0] as string;

  const path = "(base.ald-80+.amount)";
  const changed = {
    fr: `Socle, ALD, 80 ans et plus\u00a0: 100,00\u00a0€ → 110,00\u00a0€ ${path}`,
    en: `Base amount, ALD, 80 years and over: €100.00 → €110.00 ${path}`,
  };

  test.each([
    ["fr", "text", "", "Valeurs changées\n  - "],
    ["en", "text", "", "Values changed\n  - "],
    ["fr", "markdown", "## ", "**Valeurs changées**\n\n- **"],
    ["en", "markdown", "## ", "**Values changed**\n\n- **"],
  ] as const)("%s, %s", (locale, as, before, told) => {
    const text = formatStatement(statement, { locale, as });
    expect(first(text).startsWith(`${before}SIMULATION — `)).toBe(true);
    expect(text).toContain(`${told}${changed[locale]}`);
  });

  test.each(["fr", "en"] as const)("%s, a title of HTML and of a page", (locale) => {
    for (const as of ["html", "page"] as const) {
      const html = formatStatement(statement, { locale, as });
      expect(html).toMatch(/<h\d id="[^"]+">SIMULATION — /);
      expect(html).toContain(`<li>${changed[locale]}</li>`);
    }
  });

  /** The first items of the text: the changes. */
  const listed = (changes: readonly ScheduleChange[], locale: "fr" | "en" = "fr"): string[] => {
    const text = formatStatement({ ...statement, changes }, { locale }).split("\n\n")[0] as string;
    return text.replaceAll("\n    ", " ").split("\n  - ").slice(1);
  };

  test("has the path and the value of what has no name, cut short, and what it knows alone", () => {
    const changes = [
      { path: "a", was: null, now: ["x", 1] },
      { path: "b", was: { y: "z".repeat(80) }, now: null },
      { path: "c", now: "3" },
    ];
    expect(listed(changes)).toEqual([
      'a\u00a0: — → ["x",1]',
      `b\u00a0: {"y":"${"z".repeat(54)}… → —`,
      "c\u00a0: → 3",
    ]);
  });

  test("counts the changes after the eighth", () => {
    const changes = Array.from({ length: 10 }, (_, i) => ({ path: `p${i}`, was: "1", now: "2" }));
    const [fr, en] = [listed(changes), listed(changes, "en")];
    expect([fr.length, fr[7], fr[8]]).toEqual([9, "p7\u00a0: 1 → 2", "et 2 de plus"]);
    expect([en.length, en[7], en[8]]).toEqual([9, "p7: 1 → 2", "and 2 more"]);
  });

  test("escapes what a user wrote", () => {
    const changes = [{ path: "<b>", was: "1", now: "*2*\u001b[31m" }];
    const given = { ...statement, changes };
    expect(formatStatement(given, { as: "html" })).toContain("&lt;b&gt;\u00a0: 1 → *2*");
    expect(formatStatement(given, { as: "markdown" })).toContain("\\<b\\>\u00a0: 1 → \\*2\\*");
    expect(listed(changes)).toEqual(["<b>\u00a0: 1 → *2* [31m"]);
  });

  test("heads a query", () => {
    expect(first(toSql({ dialect: "duckdb" }, { year: 2026, patch }))).toBe(
      `-- SIMULATION: ${changed.en}`,
    );
  });
});

describe("the command", () => {
  const line =
    "SIMULATION : Socle, ALD, 80 ans et plus : 100,00 € → 110,00 € (base.ald-80+.amount)\n";
  const compute = (...more: readonly string[]): ReturnType<typeof callWith> =>
    callWith(["compute", "l.csv", "--year", "2026", ...more], {
      files: { "l.csv": "age,ald,c2s\n82,oui,non\n", "s.json": JSON.stringify(scenario) },
    });
  const set = ["--set", "base.ald-80+.amount=110"];

  test.each([[set], [["--schedule", "s.json"]]])("heads its table: %j", async (options) => {
    const { out, err } = await compute(...options);
    expect(out).toMatch(/^SIMULATION — Forfait médecin traitant \(FMT\) 2026 · estimation/);
    expect(err).toBe("");
  });

  test("tells it in JSON", async () => {
    const { out } = await compute(...set, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ statements: [{ simulation: true, changes: raised }] });
  });

  test.each(["physicians", "lines", "patients"])(
    "says it beside the CSV of %s, whose columns stay",
    async (detail) => {
      const format = ["--format", "csv", "--detail", detail];
      const [plain, simulated] = [await compute(...format), await compute(...format, ...set)];
      const header = (text: string): string => text.split("\n")[0] as string;
      expect(header(simulated.out)).toBe(header(plain.out));
      expect([plain.err, simulated.err]).toEqual(["", line]);
    },
  );
});
