import { describe, expect, test } from "vitest";
import {
  getSchedule,
  loadSchedule,
  applyReadings,
  type Readings,
  type Schedule,
} from "../../src/index.ts";
import { acceptAlone } from "../../src/schedule/accept.ts";
import { checkShape } from "../../src/schedule/load.ts";

/** Every choice of one option for each reading. */
function combinations({ readings = {} }: Schedule): Readings[] {
  return Object.entries(readings).reduce<Readings[]>(
    (before, [id, one]) =>
      before.flatMap((chosen) =>
        [one.default, ...Object.keys(one.or)].map((option) => ({ ...chosen, [id]: option })),
      ),
    [{}],
  );
}

function chosenIn({ readings = {} }: Schedule, chosen: Readings): Readings {
  return Object.fromEntries(
    Object.entries(chosen).filter(([id, option]) => option !== readings[id]?.default),
  );
}

describe.each([
  ["fr.fmt.2026", 2 ** 9],
  ["fr.fpmt.2018", 2 ** 3],
  ["fr.fpmt.2024", 2 ** 3],
  ["fr.proposal.2024-02-08", 2 ** 2],
])("%s", (id, count) => {
  const schedule = getSchedule(id);
  const all = combinations(schedule);

  test(`has ${count} combinations of readings`, () => {
    expect(new Set(all.map((chosen) => JSON.stringify(chosen))).size).toBe(count);
  });

  test("which all load, and say what was chosen", () => {
    for (const chosen of all)
      expect(applyReadings(schedule, chosen).chosen ?? {}).toEqual(chosenIn(schedule, chosen));
  });

  test("which pass every check, though no start makes them", () => {
    for (const chosen of all) {
      const read = structuredClone(applyReadings(schedule, chosen));
      expect(() => acceptAlone(read, checkShape)).not.toThrow();
    }
  });

  test("which differ from one another", () => {
    const documents = all.map((chosen) =>
      JSON.stringify({ ...applyReadings(schedule, chosen), chosen: undefined }),
    );
    expect(new Set(documents).size).toBe(count);
  });

  test("which load again from their text, a sample of them", () => {
    for (const chosen of all.filter((_, i) => i % 31 === 0)) {
      const read = applyReadings(schedule, chosen);
      expect(loadSchedule(JSON.stringify(read))).toEqual(read);
    }
  });
});
