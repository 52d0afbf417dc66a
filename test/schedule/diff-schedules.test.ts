import { expect, test } from "vitest";
import { applyPatch, applyReadings, diffSchedules, getSchedule } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const at = (all: ReturnType<typeof diffSchedules>, path: string): unknown =>
  all.find((one) => one.path === path);

test("no difference from itself, by id or document, also from JSON", () => {
  const document = getSchedule("fr.fmt.2026");
  expect(diffSchedules("fr.fmt.2026", document)).toEqual([]);
  expect(diffSchedules(document, JSON.parse(JSON.stringify(document)))).toEqual([]);
});

test("the règlement arbitral of 2024: two values, and the rest of the document", () => {
  const all = diffSchedules("fr.fpmt.2018", "fr.fpmt.2024");
  expect(all.filter(({ kind }) => kind === "value").map(({ path }) => path)).toEqual([
    "base.80+.amount",
    "base.ald-0-79.amount",
  ]);
  expect(at(all, "base.80+.amount")).toEqual({
    path: "base.80+.amount",
    kind: "value",
    before: { value: "42", status: "secondary" },
    after: { value: "46", status: "secondary" },
  });
  expect(at(all, "id")).toMatchObject({ kind: "document", before: { value: "fr.fpmt.2018" } });
  expect(at(all, "amends")).toMatchObject({ before: null, after: { value: "fr.fpmt.2018" } });
});

test("a patch: the value of the text and the user's", () => {
  const all = diffSchedules(
    "fr.fmt.2026",
    applyPatch(getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" }),
  );
  expect(at(all, "base.ald-80+.amount")).toMatchObject({
    kind: "value",
    before: { value: "100", status: "official" },
    after: { value: "110", status: "user" },
  });
  expect(all.filter(({ kind }) => kind === "value")).toHaveLength(1);
});

test("a way of an indicator, and a kind of act, each with its own status", () => {
  const document = getSchedule("fr.fmt.2026");
  const patched = applyPatch(document, { "prevention.flu.eligible.65+.age": "50+" });
  expect(at(diffSchedules(document, patched), "prevention.flu.eligible.65+.age")).toMatchObject({
    before: { value: "65+", status: "assumed" },
    after: { value: "50+", status: "user" },
  });
  const elsewhere = applyPatch(document, { "acts.flu-vaccine.recorded": "here" });
  expect(at(diffSchedules(document, elsewhere), "acts.flu-vaccine.recorded")).toEqual({
    path: "acts.flu-vaccine.recorded",
    kind: "value",
    before: { value: "elsewhere", status: "assumed" },
    after: { value: "here", status: "user" },
  });
  const more = { fr: "autre acte", en: "another act", recorded: "here" };
  expect(
    at(diffSchedules(document, applyPatch(document, { "acts.more": more })), "acts.more"),
  ).toMatchObject({ before: null, after: { status: "user" } });
});

test("a reading: the part of the document that it changes", () => {
  const all = diffSchedules(
    "fr.fmt.2026",
    applyReadings(getSchedule("fr.fmt.2026"), { "zone-and-age": "highest" }),
  );
  expect(all.filter(({ kind }) => kind === "value").map(({ path }) => path)).toEqual([
    "uplifts.together",
  ]);
});

test("two schemes: what one lacks is null, not left out; paths are as patches write them", () => {
  const all = diffSchedules("fr.fpmt.2024", "fr.fmt.2026");
  expect(at(all, "c2s")).toMatchObject({
    kind: "value",
    before: null,
    after: { status: "official" },
  });
  expect(at(all, "base.ald-80+.amount")).toMatchObject({
    before: { value: "70" },
    after: { value: "100" },
  });
  const back = diffSchedules("fr.fmt.2026", "fr.fpmt.2024");
  expect(back.map(({ path }) => path).sort()).toEqual(all.map(({ path }) => path).sort());
  expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  expect(Object.isFrozen(all[0])).toBe(true);
});

test("refuses an unknown id", () => {
  expect(refused(() => diffSchedules("fr.fmt.2026", "fr.fmt.2O26")).code).toBe("SCHEDULE_UNKNOWN");
});
