import { expect, test } from "vitest";
import { columnNotices, type ColumnRequirements } from "../../src/list/column-notices.ts";
import { refused, why } from "../support/refused.ts";

const required: ColumnRequirements = {
  readsSeen: true,
  paysPrevention: true,
  preventionYear: 2025,
  ifMissing: { seen: true, prevention: "none" },
};
const both = { seen: true, prevention: true };
const neither = { seen: false, prevention: false };

const seen = { code: "if-missing", path: "patients[].seen" };
const allSeen = {
  ...seen,
  fr: "dernière consultation : non indiquée, tous les patients comptés comme vus",
  en: "last visit: not given, every patient counted as seen",
};
const noneSeen = {
  ...seen,
  fr: "dernière consultation : non indiquée, aucun patient compté comme vu",
  en: "last visit: not given, no patient counted as seen",
};
const nonePrevented = {
  code: "if-missing",
  path: "patients[].prevention",
  fr: "prévention : non indiquée, aucun indicateur compté",
  en: "prevention: not given, no indicator counted",
};
const ofYear = {
  code: "prevention-year",
  path: "patients[].prevention",
  fr: "prévention : indicateurs validés en 2025 ; ceux sans date comptent aussi",
  en: "prevention: indicators validated in 2025; those without a date count too",
};
const unpaid = {
  code: "prevention-unpaid",
  path: "patients[].prevention",
  fr: "ce barème ne paie pas la prévention : non comptée",
  en: "this schedule does not pay prevention: not counted",
};

test.each<[string, Partial<ColumnRequirements>, typeof both, object[], object[]]>([
  ["both columns are missing", {}, neither, [allSeen, nonePrevented], []],
  [
    "nobody counts as seen by default",
    { ifMissing: { seen: false, prevention: "none" } },
    neither,
    [noneSeen, nonePrevented],
    [],
  ],
  ["visits have no default", { ifMissing: { prevention: "none" } }, neither, [nonePrevented], []],
  ["visits do not count", { readsSeen: false }, neither, [nonePrevented], []],
  ["both columns are there", {}, both, [ofYear], []],
  ["actions of any year count", { preventionYear: undefined }, both, [], []],
  ["prevention is not paid", { paysPrevention: false }, both, [], [unpaid]],
  ["it is neither paid nor told", { paysPrevention: false }, neither, [allSeen], []],
])("what is said where %s", (_, more, has, assumptions, warnings) =>
  expect(columnNotices({ ...required, ...more }, has)).toEqual({ assumptions, warnings }),
);

test("prevention that is paid without a default must be told", () =>
  expect(refused(() => columnNotices({ ...required, ifMissing: { seen: true } }, neither))).toEqual(
    why(
      "FACT_MISSING",
      "patients[].prevention",
      "undefined",
      "les indicateurs de prévention : le barème n'a pas de défaut",
      "prevention indicators: the schedule has no default",
    ),
  ));
