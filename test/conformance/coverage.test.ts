import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { titles } from "../../src/error-codes.ts";
import { leftOutTitles } from "../../src/list/left-out.ts";
import { noticeTitles } from "../../src/notice-codes.ts";
import { getSchedule, listSchedules, type Schedule } from "../../src/index.ts";
import { NOTICES_OUT_OF_KIT, OUT_OF_KIT } from "./out-of-kit.ts";
import { folder, readKit, refusalsOf, statementsOf } from "./read-kit.ts";
import type { Vector } from "./vector.ts";

const files = readKit();
const all = [...files.values()].flat();
const schedules = listSchedules().map(({ id }) => getSchedule(id));

/** The vectors of one schedule as the law has it, patched by nobody. */
function under({ id }: Schedule): Vector[] {
  return all.filter(({ options }) => options.schedule === id && options.patch === undefined);
}

describe("every case of every schedule", () => {
  test.each(schedules)("of $id has a line", (schedule) => {
    const rules = new Set(
      under(schedule)
        .flatMap(statementsOf)
        .flatMap(({ lines }) => lines.map(({ rule }) => rule)),
    );
    expect(rulesOf(schedule).filter((rule) => !rules.has(rule))).toEqual([]);
  });

  test.each(schedules.filter(({ amounts }) => JSON.stringify(amounts).includes('"age"')))(
    "of $id with ages is tried at its first and last age, alone on a list",
    (schedule) => {
      const tried = new Set(under(schedule).flatMap(aloneAt));
      const ages = Object.entries(schedule.amounts).flatMap(([component, { cases = {} }]) =>
        Object.entries(cases).flatMap(([name, { when }]) =>
          when?.age === undefined
            ? []
            : ends(when.age).map((age) => `${component}.${name}.amount at ${age}`),
        ),
      );
      expect(ages.length).toBeGreaterThan(8);
      expect(ages.filter((one) => !tried.has(one))).toEqual([]);
    },
  );

  test("of the FMT with years of installation or an age of the physician is tried on both sides", () => {
    const fmt = getSchedule("fr.fmt.2026");
    const physicians = under(fmt).map(
      ({ input }) =>
        input.physician as
          { age?: number; birthDate?: string; firstInstallation?: string } | undefined,
    );
    for (const age of [66, 67])
      expect(
        physicians.some((one) => one?.age === age) &&
          physicians.some((one) => one?.birthDate?.startsWith(`${2025 - age}`)),
      ).toBe(true);
    for (const year of [2022, 2023, 2024, 2025, 2026])
      expect(physicians.some((one) => one?.firstInstallation?.startsWith(`${year}`))).toBe(true);
  });
});

function rulesOf({ amounts, uplifts, eligible }: Schedule): string[] {
  const of = (components: object, key: string): string[] =>
    Object.entries(components as Record<string, { cases?: object }>).flatMap(([id, { cases }]) =>
      cases ? Object.keys(cases).map((name) => `${id}.${name}.${key}`) : [`${id}.${key}`],
    );
  return [
    ...of(amounts, "amount"),
    ...of(uplifts?.cases ?? {}, "rate"),
    ...(eligible.partYear === "none" ? [] : ["eligible.partYear"]),
  ];
}

/** `base.80+.amount at 80`, for a vector of one patient of 80 years. */
function aloneAt(one: Vector): string[] {
  const [patient, ...others] = Array.isArray(one.input.patients)
    ? (one.input.patients as ({ age?: number } | null)[])
    : [];
  if (typeof patient?.age !== "number" || others.length > 0) return [];
  return statementsOf(one).flatMap(({ lines }) =>
    lines.map(({ rule }) => `${rule} at ${patient.age}`),
  );
}

function ends(age: string): number[] {
  const [from, to] = age.split("-");
  return [Number.parseInt(from as string, 10), to === undefined ? 129 : Number(to)];
}

/** Readings of facts with dates, of which the lists of the kit have none. */
const OF_DATES: readonly string[] = ["zone-day", "prevention-year", "late-visit"];
/** Readings of how a list is read, for what part of a year, and of what instalments are parts. */
const OF_LISTS: readonly string[] = [...OF_DATES, "leaving", "equal-parts"];

describe("every open question", () => {
  const options = schedules.flatMap((schedule) =>
    Object.entries(schedule.readings ?? {}).flatMap(([id, reading]) =>
      [reading.default, ...Object.keys(reading.or)].map((option) => ({ schedule, id, option })),
    ),
  );

  test.each(options)("$schedule.id $id = $option is chosen", ({ schedule, id, option }) => {
    expect(
      under(schedule).some(
        (one) => statementsOf(one).length > 0 && one.options.readings?.[id] === option,
      ),
    ).toBe(true);
  });

  test("of the FMT is also chosen alone, and each option but the default moves an amount or a date", () => {
    const fmt = getSchedule("fr.fmt.2026");
    const alone = under(fmt).filter(
      ({ id, options: { readings = {} } }) =>
        id.startsWith("readings.fmt.") && Object.keys(readings).length === 1,
    );
    const money = (id: string, option: string): string => {
      const one = alone.find(({ options: { readings } }) => readings?.[id] === option) as Vector;
      return JSON.stringify(
        statementsOf(one).map(({ components, instalments }) => [components, instalments]),
      );
    };
    for (const [id, reading] of Object.entries(fmt.readings ?? {})) {
      for (const option of Object.keys(reading.or))
        expect(money(id, option) === money(id, reading.default), `${id} = ${option}`).toBe(
          OF_DATES.includes(id),
        );
    }
  });

  test.each(schedules)("of $id is chosen with every option of every other", (schedule) => {
    const readings = Object.entries(schedule.readings ?? {}).map(
      ([id, { default: byDefault, or }]) => [id, [byDefault, ...Object.keys(or)]] as const,
    );
    const pairs = readings.flatMap(([id, options], i) =>
      readings
        .slice(i + 1)
        .flatMap(([other, others]) =>
          options.flatMap((one) => others.map((two) => `${id} ${one} ${other} ${two}`)),
        ),
    );
    const together = new Set(
      under(schedule)
        .flatMap(statementsOf)
        .flatMap(({ readings: used }) =>
          readings.flatMap(([id], i) =>
            readings.slice(i + 1).map(([other]) => `${id} ${used[id]} ${other} ${used[other]}`),
          ),
        ),
    );
    expect(pairs.filter((pair) => !together.has(pair))).toEqual([]);
  });

  test.each(
    schedules.map((schedule) => ({
      id: schedule.id,
      schedule,
      ids: Object.keys(schedule.readings ?? {}).filter((id) => !OF_LISTS.includes(id)),
    })),
  )("of the amounts of $id is chosen in every combination", ({ schedule, ids }) => {
    const inUse = new Set(
      under(schedule)
        .flatMap(statementsOf)
        .map(({ readings }) => JSON.stringify(ids.map((id) => readings[id]))),
    );
    expect(inUse.size).toBe(
      ids.reduce(
        (count, id) => count * (1 + Object.keys(schedule.readings?.[id]?.or ?? {}).length),
        1,
      ),
    );
  });
});

describe("every code", () => {
  const refused = new Set(all.flatMap(refusalsOf).map(({ code }) => code));
  const said = new Set(
    all
      .flatMap(statementsOf)
      .flatMap(({ assumptions, warnings }) => [
        ...Object.keys(assumptions),
        ...Object.keys(warnings),
      ]),
  );

  test("of an error is expected somewhere, or is out of the kit and the two pages say so", () => {
    expect(
      Object.keys(titles)
        .filter((code) => !refused.has(code))
        .sort(),
    ).toEqual(Object.keys(OUT_OF_KIT).sort());
    for (const page of ["README.md", "LISEZMOI.md"]) {
      const text = readFileSync(join(folder, page), "utf8");
      expect(
        [...Object.keys(OUT_OF_KIT), ...NOTICES_OUT_OF_KIT].filter(
          (code) => !text.includes(`\`${code}\``),
        ),
        page,
      ).toEqual([]);
    }
  });

  test("of an assumption or a warning is expected somewhere", () => {
    expect(Object.keys(noticeTitles).filter((code) => !said.has(code))).toEqual(NOTICES_OUT_OF_KIT);
  });
});

describe("the list on a day", () => {
  const dated = all.filter(({ id }) => id.startsWith("dated."));
  const fields = [
    "registeredFrom",
    "registeredUntil",
    "diedOn",
    "aldFrom",
    "aldUntil",
    "c2sFrom",
    "c2sUntil",
  ];

  test.each(fields)("of 31 December 2025 is tried on both sides of %s", (field) => {
    const totals = ["2025-12-30", "2025-12-31", "2026-01-01"].map((date) => {
      const one = dated.find(({ id }) => id === `dated.${field}.${date}`);
      expect(one && written(one)).toContain(`"${field}":"${date}"`);
      return one && statementsOf(one)[0]?.total;
    });
    // What the date says changes once, on the day or the day after it.
    expect(totals[0]).not.toBe(totals[2]);
    expect([totals[0], totals[2]]).toContain(totals[1]);
  });

  test("leaves out a row for every reason, alone and in a batch", () => {
    const counted = all
      .filter(({ call }) => call === "physician")
      .flatMap(statementsOf)
      .flatMap(({ counts }) => Object.keys(counts?.reasons.leftOut ?? {}));
    const listed = all.flatMap(({ expected }) =>
      "leftOut" in expected ? (expected.leftOut ?? []).map(({ leftOut }) => leftOut) : [],
    );
    for (const reasons of [counted, listed])
      expect([...new Set(reasons)].sort()).toEqual(Object.keys(leftOutTitles).sort());
  });

  test("accounts for every row that was read", () => {
    const counts = all.flatMap(statementsOf).flatMap((one) => (one.counts ? [one] : []));
    for (const { patients, counts: told } of counts) {
      const { read = 0, computed, leftOut = 0, rejected = 0 } = told ?? {};
      expect(computed).toBe(patients);
      expect(read - patients - leftOut - rejected).toBe(0);
    }
    expect(counts.length).toBeGreaterThan(50);
  });
});

const written = (one: Vector): string => JSON.stringify(one.input);
const has = (test: (one: Vector) => boolean): number =>
  all.filter((one) => statementsOf(one).length > 0 && test(one)).length;
const lines = (one: Vector): readonly { status: string; rule: string }[] =>
  statementsOf(one).flatMap((statement) => statement.lines);

test.each<[string, (one: Vector) => boolean]>([
  [
    "part of a year, by quarters",
    (one) =>
      lines(one).some(({ rule }) => rule === "eligible.partYear") &&
      one.options.readings?.["leaving"] !== "days",
  ],
  [
    "part of a year, by days",
    (one) =>
      lines(one).some(({ rule }) => rule === "eligible.partYear") &&
      one.options.readings?.["leaving"] === "days",
  ],
  [
    "advances on the list of a year before",
    (one) =>
      String(one.options.schedule).startsWith("fr.fpmt") &&
      one.input.previousPatients !== undefined,
  ],
  [
    "advances on the same list",
    (one) =>
      statementsOf(one).some(({ assumptions }) => assumptions["advances-same-list"] !== undefined),
  ],
  ["a value of the user", (one) => lines(one).some(({ status }) => status === "user")],
  [
    "a value that is official, secondary or assumed",
    (one) => new Set(lines(one).map(({ status }) => status)).size === 3,
  ],
  [
    "an amendment or a scenario",
    (one) => typeof one.options.schedule === "object" && "over" in one.options.schedule,
  ],
  [
    "a document of one's own",
    (one) => typeof one.options.schedule === "object" && "amounts" in one.options.schedule,
  ],
  ["a birth of which the year alone is known", (one) => /"birthDate":"\d{4}"/.test(written(one))],
  [
    "a birth of which the day is not known",
    (one) => /"birthDate":"\d{4}-(0[1-9]|1[0-2])"/.test(written(one)),
  ],
  ["a lunar birth", (one) => /"birthDate":"\d{4}-(00|1[3-9]|[2-9]\d)/.test(written(one))],
  [
    "a last visit of which the day is not known",
    (one) => /"lastSeen":"\d{4}(-\d\d)?"/.test(written(one)),
  ],
  ["prevention by ids", (one) => /"prevention":\["/.test(written(one))],
  ["prevention by count", (one) => /"prevention":\d/.test(written(one))],
  [
    "a rate that no percentage writes",
    (one) =>
      statementsOf(one).some((statement) =>
        statement.lines.some((one) => one.kind === "rate" && one.rate.includes("/")),
      ),
  ],
  [
    "a balance that is negative",
    (one) =>
      statementsOf(one).some(({ instalments }) =>
        instalments.some(({ amount }) => amount.startsWith("-")),
      ),
  ],
])("has %s", (_, test) => expect(has(test)).toBeGreaterThan(1));

test("the kit is a few thousand vectors, and not too heavy to be packed", () => {
  expect(all.length).toBeGreaterThan(2500);
  const size = [...files.keys()].reduce(
    (sum, name) => sum + statSync(join(folder, "vectors", name)).size,
    0,
  );
  expect(size).toBeLessThan(9_200_000);
});
