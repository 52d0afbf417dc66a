import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  getSchedule,
  loadSchedule,
  applyReadings,
  type Readings,
  type Schedule,
  type ScheduleReading,
} from "../../src/index.ts";
import { acceptAlone } from "../../src/schedule/accept.ts";
import { checkShape } from "../../src/schedule/load.ts";
import { read } from "../support/page.ts";
import { everyCase } from "../support/runs.ts";

type Entry = readonly [id: string, reading: ScheduleReading];

/** Every choice of one option for each reading. */
function combinations(readings: readonly Entry[]): Readings[] {
  return readings.reduce<Readings[]>(
    (before, [id, one]) =>
      before.flatMap((chosen) =>
        [one.default, ...Object.keys(one.or)].map((option) => ({ ...chosen, [id]: option })),
      ),
    [{}],
  );
}

/** Where a reading patches: a component, or a part of the document. */
const roots = ([, { or }]: Entry): Set<string> =>
  new Set(
    Object.values(or).flatMap((patch) =>
      Object.keys(patch).map((path) => path.split(".")[0] as string),
    ),
  );

/**
 * Of many readings, those that patch one component or part together, in every combination, and any
 * two with each other: what one changes another may break. The gate takes every combination.
 */
function tried({ readings = {} }: Schedule): Readings[] {
  const all = Object.entries(readings);
  const byDefault = Object.fromEntries(all.map(([id, one]) => [id, one.default]));
  const pairs = all.flatMap((one, i) => all.slice(i + 1).map((other) => [one, other]));
  const together = [...new Set(all.flatMap((one) => [...roots(one)]))].map((root) =>
    all.filter((one) => roots(one).has(root)),
  );
  const chosen = [...pairs, ...together].flatMap((some) =>
    combinations(some).map((options) => ({ ...byDefault, ...options })),
  );
  return [...new Map(chosen.map((one) => [JSON.stringify(one), one])).values()];
}

function chosenIn({ readings = {} }: Schedule, chosen: Readings): Readings {
  return Object.fromEntries(
    Object.entries(chosen).filter(([id, option]) => option !== readings[id]?.default),
  );
}

const hash = (document: object): string =>
  createHash("sha256").update(JSON.stringify(document)).digest("base64");

/** A few at a time, under a schedule of their own, which remembers all that is made of it. */
function* inParts<Value>(all: readonly Value[], size = 500): Generator<readonly Value[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

test("docs/checks.md tells how many combinations the FMT has", () => {
  expect(read("docs/checks.md")).toContain(
    `the ${(2 ** 13 * 3).toLocaleString("en")} combinations`,
  );
});

describe.each([
  ["fr.fmt.2026", 2 ** 13 * 3],
  ["fr.fpmt.2018", 2 ** 3],
  ["fr.fpmt.2024", 2 ** 3],
  ["fr.proposal.2024-02-08", 2 ** 2],
  ["fr.round.2023-12-21", 2 ** 3 * 3],
  ["fr.round.2024-03-14", 2 ** 3],
  ["fr.round.2024-05-17", 2 ** 3],
  ["fr.forfait-structure.2025", 2],
])("%s", (id, count) => {
  const schedule = getSchedule(id);
  const every = combinations(Object.entries(schedule.readings ?? {}));
  const all = everyCase || count < 100 ? every : tried(schedule);

  test(`has ${count} combinations of readings`, () => {
    expect(new Set(every.map((chosen) => JSON.stringify(chosen))).size).toBe(count);
  });

  test("of which those that are tried differ, pass every check and say what was chosen", () => {
    const documents = new Set<string>();
    for (const some of inParts(all)) {
      const own = loadSchedule(JSON.stringify(schedule));
      for (const chosen of some) {
        const read = applyReadings(own, chosen);
        expect(read.chosen ?? {}).toEqual(chosenIn(schedule, chosen));
        expect(() => acceptAlone(structuredClone(read), checkShape)).not.toThrow();
        documents.add(hash({ ...read, chosen: undefined }));
      }
    }
    expect(documents.size).toBe(all.length);
  });

  test("of which some load again from their text, and are what the package makes", () => {
    for (const chosen of all.filter((_, i) => i % 31 === 0)) {
      const read = applyReadings(schedule, chosen);
      expect(loadSchedule(JSON.stringify(read))).toEqual(read);
    }
  });
});
