import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getSchedule, listSchedules, loadSchedule, scheduleFor } from "../../src/index.ts";
import { isChecked } from "../../src/schedule/checked.ts";

/** A start trusts the documents of the package; here each passes what a foreign document must pass. */

const texts = ["fr", "be"].flatMap((country) => {
  const folder = join(import.meta.dirname, "../../src/schedule", country);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
});

test.each(texts)(
  "%s loads under every option of its readings, as the library gives it",
  (_, text) => {
    const loaded = loadSchedule(text);
    expect(getSchedule(loaded.id)).toEqual(loaded);
    expect(getSchedule(loaded.id)).not.toBe(loaded);
  },
);

test("every shipped document is a schedule of the list, and the other way round", () => {
  const ids = texts.map(([, text]) => (JSON.parse(text) as { id: string }).id);
  expect(
    listSchedules()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids.sort());
});

test("a copy of a checked schedule is checked again", () => {
  const schedule = scheduleFor(2026);
  expect(isChecked(schedule)).toBe(true);
  for (const copy of [
    structuredClone(schedule),
    JSON.parse(JSON.stringify(schedule)),
    { ...schedule },
  ])
    expect(isChecked(copy)).toBe(false);
  for (const other of [null, undefined, "fr.fmt.2026", 2026]) expect(isChecked(other)).toBe(false);
});
