import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import * as core from "../../src/core.ts";
import {
  applyPatch,
  applyReadings,
  computeColumns,
  computePhysician,
  getSchedule,
  listSchedules,
  loadSchedule,
  type Schedule,
  type Statement,
} from "../../src/index.ts";
import fmt2026 from "../../src/schedule/modules/fmt-2026.ts";
import { villageWith } from "../support/village.ts";

const patients = [{ age: 82, ald: true, c2s: false }];
const fmt = getSchedule("fr.fmt.2026");
const digestUnder = (schedule: Schedule): string =>
  computeColumns({ age: [], ald: [], c2s: [] }, { year: 2026, schedule }).schedule.digest;

/** Every name of an object in a document. */
function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const names = Array.isArray(value) ? [] : Object.keys(value);
  return [...names, ...Object.values(value).flatMap(namesIn)];
}

/** Node's SHA-256 of the document, whose keys `JSON.stringify` writes in the order of a list. */
function oracle(schedule: Schedule): string {
  const document = { ...schedule, $schema: undefined };
  const text = JSON.stringify(document, [...new Set(namesIn(document))].sort());
  return `sha256:${createHash("sha256").update(text, "utf8").digest("hex")}`;
}

test.each(listSchedules().map(({ id }) => id))("the digest of %s", (id) => {
  expect(digestUnder(getSchedule(id))).toBe(oracle(getSchedule(id)));
});

test("the digest is that of the document under its readings and patches", () => {
  const documents = [
    fmt,
    loadSchedule(villageWith()),
    applyReadings(fmt, { "zone-and-age": "highest" }),
    applyPatch(fmt, { "base.ald-80+.amount": "110" }),
    applyPatch(fmt, { "prevention.flu": null }),
  ];
  const digests = documents.map(digestUnder);
  expect(digests).toEqual(documents.map(oracle));
  expect(new Set(digests).size).toBe(documents.length);
});

test("options, an order of keys and the place of a schema are no other document", () => {
  const patch = { "c2s.amount": "11" };
  const { digest } = computePhysician({ patients }, { year: 2026, patch }).schedule;
  expect(digest).toBe(oracle(applyPatch(fmt, patch)));
  const entries = Object.entries(fmt).reverse();
  const copy = { ...Object.fromEntries(entries), $schema: "elsewhere.json" } as unknown as Schedule;
  expect(digestUnder(copy)).toBe(digestUnder(fmt));
});

test("every entry and every form of a statement has the same digest", () => {
  const statement = computePhysician({ patients }, { year: 2026 });
  const { digest } = statement.schedule;
  expect(
    core.computePhysician({ patients }, { year: 2026, schedule: fmt2026 }).schedule.digest,
  ).toBe(digest);
  expect((JSON.parse(JSON.stringify(statement)) as Statement).schedule.digest).toBe(digest);
  expect(structuredClone(statement).schedule).toEqual(statement.schedule);
  const columns = { age: [82], ald: [true], c2s: [false] };
  expect(computeColumns(columns, { year: 2026 }).schedule).toEqual(statement.schedule);
});
