import { expect, test } from "vitest";
import { explainPatient, getSchedule, loadSchedule } from "../../src/index.ts";
import { cellOf, NO_C2S } from "../../src/list/cell.ts";
import { indicatorPrices } from "../../src/statement/indicator-prices.ts";
import { PaidBook, partKey } from "../../src/statement/paid-sums.ts";
import { PatientClasses } from "../../src/statement/patient-classes.ts";
import { anAdult } from "../support/rows.ts";
import { villageWith } from "../support/village.ts";

const village = loadSchedule(villageWith());

test("indicators have their own price or that of the component, and nothing else has one", () => {
  expect(indicatorPrices(village)).toEqual(
    new Map([
      ["flu", 300],
      ["hpv", 250],
    ]),
  );
  expect(indicatorPrices(getSchedule("fr.forfait-structure.2025")).size).toBe(0);
});

test("what is paid is added up by day, and by day and component", () => {
  const book = new PaidBook()
    .add([
      { due: "2026-04", amount: "3.00", components: { base: "2.00", c2s: "1.00" } },
      { due: "2027", amount: "5.00", components: { base: "5.00" } },
    ])
    .add([{ due: "2026-04", amount: "-0.50", components: { base: "-0.50" } }]);
  expect(book.paid).toEqual(
    new Map([
      ["2026-04", 250],
      ["2027", 500],
    ]),
  );
  const at = (due: string, component: string): number | undefined =>
    book.parts.get(partKey(due, component));
  expect([
    at("2026-04", "base"),
    at("2026-04", "c2s"),
    at("2027", "base"),
    at("2027", "c2s"),
  ]).toEqual([150, 100, 500, undefined]);
});

test("patients are of one class whom the same columns count", () => {
  const classes = new PatientClasses(village, [
    { column: 4, conditions: [{ age: "18+" }, { ald: false }] },
    { column: 7, conditions: [{ ald: true }] },
  ]);
  const of = (age: number, ald: boolean): number => classes.classOf(cellOf(age, ald, NO_C2S, 0));
  expect([of(40, false), of(82, false), of(40, true), of(10, false), of(40, false)]).toEqual([
    0, 0, 1, 2, 0,
  ]);
  expect(classes.columns).toEqual([[4], [7], []]);
});

test("a component that asks nothing of all its cases is told by what they depend on", () => {
  const schedule = loadSchedule(
    villageWith({
      "amounts.base.when": {},
      "amounts.base.pick": "at most one",
      "amounts.base.cases": { child: { when: { age: "0-17" }, amount: "10" } },
      uplifts: undefined,
      readings: undefined,
    }),
  );
  const { notPaid } = explainPatient(
    { patients: [{ ...anAdult, id: "p", prevention: [] }], id: "p" },
    { year: 2026, schedule },
  );
  expect(notPaid.map(({ fr, en }) => [fr.replaceAll("\u00a0", " "), en])[0]).toEqual([
    "Base : rien (selon : âge)",
    "Base: nothing (by: age)",
  ]);
});
