import { describe, expect, test } from "vitest";
import * as core from "../../src/core.ts";
import {
  applyPatch,
  applyReadings,
  computePhysician,
  getSchedule,
  listSchedules,
  loadSchedule,
  type Schedule,
} from "../../src/index.ts";
import * as loader from "../../src/load.ts";
import { call } from "../support/io.ts";
import { refused, why } from "../support/refused.ts";

const fmt = getSchedule("fr.fmt.2026");
const { id, version } = fmt;
const patients = [{ age: 82, ald: true, c2s: false }];

type Node = Record<string, unknown>;

/** A copy of a schedule as JSON, changed by hand. */
function edited(schedule: Schedule, edit: (copy: Node) => void): Schedule {
  const copy = JSON.parse(JSON.stringify(schedule)) as Node;
  edit(copy);
  return copy as unknown as Schedule;
}

function at(node: Node, ...keys: readonly string[]): Node {
  return keys.reduce((inner, key) => inner[key] as Node, node);
}

/** The amount of the first line of its cases, changed by hand. */
const raised = (schedule: Schedule): Schedule =>
  edited(schedule, (copy) => {
    at(copy, "amounts", "base", "cases", "ald-80+")["amount"] = "110";
  });

/** A copy whose keys are in another order at every depth, as a database may return them. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner)]));
}

describe("a shipped schedule that was changed by hand is refused", () => {
  test("with the place, what it holds, and what to do", () => {
    expect(refused(() => loadSchedule(raised(fmt)))).toEqual(
      why(
        "SCHEDULE_ALTERED",
        "base.ald-80+.amount",
        '"110"',
        `"100", comme dans ${id} v${version} ; pour d'autres valeurs, un autre id, un avenant (over) ou une modification (patch)`,
        `"100", as in ${id} v${version}; for other values, another id, an amendment (over) or a patch`,
      ),
    );
  });

  test("where it holds what the shipped one does not", () => {
    const more = edited(fmt, (copy) => (at(copy, "amounts", "c2s")["atLeast"] = "5"));
    const name = `${id} v${version}`;
    expect(refused(() => loadSchedule(more))).toMatchObject({
      path: "c2s.atLeast",
      allowed: {
        fr: expect.stringMatching(`^rien, comme dans ${name}`) as string,
        en: expect.stringMatching(`^nothing, as in ${name}`) as string,
      },
    });
  });

  test.each([
    ["a title", "fr", (copy: Node) => (copy["fr"] = "FMT bis")],
    [
      "a rate",
      "zone.year-1.rate",
      (copy: Node) => (at(copy, "uplifts", "cases", "zone", "cases", "year-1")["rate"] = "60%"),
    ],
    ["a rule", "uplifts.of", (copy: Node) => (at(copy, "uplifts")["of"] = ["base", "c2s"])],
    [
      "a case taken away",
      "prevention.flu",
      (copy: Node) => delete at(copy, "amounts", "prevention", "cases")["flu"],
    ],
    [
      "a case put in",
      "prevention.rsv",
      (copy: Node) =>
        (at(copy, "amounts", "prevention", "cases")["rsv"] = { fr: "x", en: "x", amount: "1" }),
    ],
    [
      "a source made official",
      "sources.AMELI-FMT.title",
      (copy: Node) => (at(copy, "sources", "AMELI-FMT")["title"] = "Journal officiel"),
    ],
    [
      "a reading",
      "readings.zone-and-age.or.highest.c2s.amount",
      (copy: Node) => (at(copy, "readings", "zone-and-age", "or", "highest")["c2s.amount"] = "11"),
    ],
    [
      "a reading that takes away",
      "readings.zone-and-age.or.highest.c2s",
      (copy: Node) => (at(copy, "readings", "zone-and-age", "or", "highest")["c2s"] = null),
    ],
  ])("%s", (_, path, edit) => {
    expect(refused(() => loadSchedule(edited(fmt, edit)))).toMatchObject({
      code: "SCHEDULE_ALTERED",
      path,
    });
  });

  test("an amendment that takes its name", () => {
    const amendment = { id, version, over: id, patch: { "c2s.amount": "11" } };
    expect(refused(() => loadSchedule(amendment))).toMatchObject({
      code: "SCHEDULE_ALTERED",
      path: "c2s.amount",
      found: '"11"',
    });
  });

  test("under a record that does not make it", () => {
    const patched = applyPatch(fmt, { "base.ald-80+.amount": "110" });
    for (const [document, path] of [
      [edited(patched, (copy) => delete copy["patched"]), "base.ald-80+.amount"],
      [
        edited(patched, (copy) => (copy["patched"] = [{ "c2s.amount": "11" }])),
        "base.ald-80+.amount",
      ],
      [edited(fmt, (copy) => (copy["patched"] = [{ "nothing.amount": "1" }])), "patched"],
      [edited(raised(fmt), (copy) => (copy["patched"] = [])), "base.ald-80+.amount"],
      [edited(fmt, (copy) => (copy["chosen"] = { "zone-and-age": "highest" })), "uplifts.together"],
    ] as const)
      expect(refused(() => loadSchedule(document))).toMatchObject({
        code: "SCHEDULE_ALTERED",
        path,
      });
  });

  test("a value of the user that is said to be the text's", () => {
    const patched = applyPatch(fmt, { "base.ald-80+.amount": "110" });
    const claimed = edited(patched, (copy) => {
      const one = at(copy, "amounts", "base", "cases", "ald-80+");
      delete one["user"];
      one["source"] = "AMELI-FMT";
    });
    expect(refused(() => loadSchedule(claimed)).code).toBe("SCHEDULE_ALTERED");
  });

  test("by every entry, function and command that takes a document", async () => {
    const schedule = raised(fmt);
    const options = { year: 2026, schedule };
    for (const use of [
      () => loader.loadSchedule(JSON.stringify(schedule)),
      () => loader.applyPatch(schedule, { "c2s.amount": "11" }),
      () => applyReadings(schedule, { "zone-and-age": "highest" }),
      () => computePhysician({ patients }, options),
    ])
      expect(refused(use).code).toBe("SCHEDULE_ALTERED");
    expect(refused(() => core.computePhysician({ patients }, options)).code).toBe(
      "SCHEDULE_NEEDS_LOADER",
    );
    const files = { "fmt.json": JSON.stringify(schedule), "one.csv": "age,ald,c2s\n82,oui,non\n" };
    const { code, err, out } = await call("compute one.csv --year 2026 --schedule fmt.json", files);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("SCHEDULE_ALTERED");
  });
});

describe("what is not altered loads", () => {
  const derived = [
    ...listSchedules().map((one) => getSchedule(one.id)),
    applyReadings(fmt, { "uplift-base": "base-and-c2s", "zone-and-age": "highest" }),
    applyReadings(applyReadings(fmt, { "first-install": "add" }), { "zone-and-age": "highest" }),
    applyReadings(applyReadings(fmt, { "odd-cents": "first" }), { "paid-when": "next-year" }),
    applyPatch(fmt, { "base.ald-80+.amount": "110", "prevention.flu": null }),
    applyPatch(applyPatch(fmt, { "c2s.amount": "11" }), { "c2s.amount": "12" }),
    applyPatch(applyReadings(fmt, { "first-install": "add" }), { "zone.year-1.rate": "55%" }),
    applyReadings(applyPatch(fmt, { "zone.year-1.rate": "55%" }), { "first-install": "add" }),
    applyReadings(
      applyPatch(fmt, {
        "readings.zone-and-age.answers.none": { fr: "x", en: "x" },
        "readings.zone-and-age.or.none": { "uplifts.of": ["c2s"] },
      }),
      {
        "zone-and-age": "none",
      },
    ),
  ];

  test.each(
    derived.map((one) => [JSON.stringify([one.id, one.chosen, one.patched]), one] as const),
  )("%s, in any order of keys", (_, schedule) => {
    const copy = JSON.parse(JSON.stringify(schedule)) as Schedule;
    expect(loadSchedule(copy)).toEqual(schedule);
    expect(loadSchedule(turned(copy))).toEqual(schedule);
  });

  test("with a schema for editors, of another place or none", () => {
    const elsewhere = edited(fmt, (copy) => (copy["$schema"] = "https://example.org/s.json"));
    const nowhere = edited(fmt, (copy) => delete copy["$schema"]);
    for (const document of [elsewhere, nowhere])
      expect(computePhysician({ patients }, { year: 2026, schedule: document }).total).toBe(
        "100.00",
      );
  });

  test("under another id, or another version", () => {
    for (const named of [{ id: "fr.raised" }, { version: "mine" }]) {
      const schedule = edited(raised(fmt), (copy) => Object.assign(copy, named));
      expect(computePhysician({ patients }, { year: 2026, schedule }).total).toBe("110.00");
    }
  });
});

test("readings are one document in whatever order they are told", () => {
  const [one, other] = [
    { "zone-and-age": "highest", "uplift-base": "base-and-c2s" },
    { "uplift-base": "base-and-c2s", "zone-and-age": "highest" },
  ];
  expect(JSON.stringify(applyReadings(fmt, one))).toBe(JSON.stringify(applyReadings(fmt, other)));
});
