import { expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  getSchedule,
  loadSchedule,
  type LocalizedText,
  type Schedule,
} from "../../src/index.ts";
import { changesOf } from "../../src/schedule/changes.ts";
import { villageWith } from "../support/village.ts";

const fmt = getSchedule("fr.fmt.2026");
const named = (name: string): LocalizedText => ({ fr: name, en: name });
const copyOf = (schedule: Schedule, edits: object = {}): Schedule =>
  loadSchedule({ ...(JSON.parse(JSON.stringify(schedule)) as object), ...edits });

const visit = { ...named("visit"), per: "patient", amount: "1", paid: "quarters", user: true };
const weekend = { ...named("weekend"), rate: "5%", paid: "quarters", user: true };
const kind = { ...named("jab"), recorded: "here", user: true };
const gout = { ...named("gout"), user: true };
const fact = { ...named("software"), of: "practice", is: "boolean" };

test("of a document that amends another, the values are changes, not its head nor its words", () => {
  const { inForce: _, readings: __, chosen: ___, ...rest } = fmt;
  const { base } = rest.amounts;
  const document = {
    ...rest,
    $schema: "https://example.org/schedule.schema.json",
    id: "fr.mine",
    version: "7",
    fr: "Le mien",
    en: "Mine",
    text: "Mon texte",
    proposed: "2026-07-01",
    amends: fmt.id,
    starts: { from: 2027 },
    readings: {
      mine: { ...named("mine"), default: "a", because: "usage", or: { b: { "c2s.amount": "11" } } },
    },
    chosen: { mine: "b" },
    sources: { ...rest.sources, MINE: { ...rest.sources["ACTIVA"], title: "Moi" } },
    facts: { user: fact },
    acts: { ...rest.acts, fr: kind },
    conditions: { ...rest.conditions, source: gout },
    amounts: {
      ...rest.amounts,
      user: visit,
      base: {
        ...base,
        fr: "Base",
        en: "Base",
        source: "MINE",
        assumed: "usage",
        cases: {
          ...base?.cases,
          "80+": { ...base?.cases?.["80+"], amount: "60", fr: "Anciens", user: true },
        },
      },
    },
    uplifts: {
      ...rest.uplifts,
      source: "MINE",
      cases: { ...rest.uplifts?.cases, assumed: weekend },
    },
  };
  expect(changesOf(loadSchedule(JSON.parse(JSON.stringify(document))))).toStrictEqual([
    { path: "acts.fr", was: null, now: kind },
    { path: "conditions.source", was: null, now: gout },
    { path: "base.80+.amount", was: "55", now: "60" },
    { path: "user", was: null, now: visit },
    { path: "assumed", was: null, now: weekend },
    { path: "facts", was: null, now: { user: fact } },
  ]);
});

test("of a patch, what is put in, changed and taken away", () => {
  const changed = applyPatch(fmt, {
    fr: "Le mien",
    "base.fr": "Base",
    "c2s.atLeast": "5",
    "base.80+.amount": "60",
    "prevention.flu": null,
    "acts.en": { ...named("jab"), recorded: "here" },
  });
  const changes = changesOf(changed);
  expect(changes).toStrictEqual([
    { path: "acts.en", was: null, now: kind },
    { path: "base.80+.amount", was: "55", now: "60" },
    { path: "c2s.atLeast", was: null, now: "5" },
    { path: "prevention.flu", was: fmt.amounts["prevention"]?.cases?.["flu"], now: null },
  ]);
  expect(changesOf(changed)).toBe(changes);
  expect(changes.every((one) => Object.isFrozen(one))).toBe(true);
  expect(changesOf(copyOf(changed, { $schema: "https://example.org/s.json" }))).toStrictEqual(
    changes,
  );
});

test("readings change nothing, before a patch or after", () => {
  const readings = { "zone-and-age": "highest" };
  const patch = { "base.80+.amount": "60" };
  const change = { path: "base.80+.amount", was: "55", now: "60" };
  expect(changesOf(applyReadings(fmt, readings))).toEqual([]);
  expect(changesOf(applyPatch(applyReadings(fmt, readings), patch))).toStrictEqual([change]);
  expect(changesOf(applyReadings(applyPatch(fmt, patch), readings))).toStrictEqual([change]);
});

test("of a document that came with its patches, what was there before is not told", () => {
  const own = loadSchedule(
    villageWith({
      patched: [
        { fr: "Forfait", "readings.uplift-base.because": "doute", "base.fr": "Base" },
        { "facts.fr": fact, "base.child.amount": "11", "c2s.amount": "3" },
        { "c2s.amount": "4", "acts.en": kind, "conditions.fr.fr": "goutte" },
      ],
    }),
  );
  expect(changesOf(own)).toStrictEqual([
    { path: "facts.fr", now: fact },
    { path: "base.child.amount", now: "11" },
    { path: "c2s.amount", now: "4" },
    { path: "acts.en", now: kind },
  ]);
  expect(
    changesOf(applyPatch(own, { "base.adult.amount": "21", "c2s.amount": "5" })),
  ).toStrictEqual([
    { path: "base.adult.amount", was: "20", now: "21" },
    { path: "c2s.amount", was: "4", now: "5" },
    { path: "facts.fr", now: fact },
    { path: "base.child.amount", now: "11" },
    { path: "acts.en", now: kind },
  ]);
  expect(changesOf(loadSchedule(villageWith()))).toEqual([]);
});
