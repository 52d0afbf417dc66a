import { expect, test } from "vitest";
import { computePanels, loadSchedule, panelsFromCounts } from "../../src/index.ts";
import { anAdult, batch } from "../support/rows.ts";
import { villageWith } from "../support/village.ts";

test("a statement of parts of patients counts them as such, also in the share of a rate", () => {
  const share = { c2s: true, ald: true };
  const schedule = loadSchedule(
    villageWith({ "amounts.care": undefined, "uplifts.cases.share.cases.any.rate.share": share }),
  );
  const by = { year: 2026, schedule };
  const one = { physicianId: "a", age: "40", c2s: true };
  const panels = panelsFromCounts(
    [
      { ...one, ald: false, n: 1.5 },
      { ...one, ald: true, n: 0.5 },
    ],
    by,
  );
  const { patients, lines, total } = computePanels(panels, by).statement(0);
  expect(patients).toBe(2);
  expect(lines).toMatchObject([
    { rule: "base.adult.amount", quantity: 1.5, unitAmount: "20.00", amount: "30.00" },
    { rule: "base.ald.amount", quantity: 0.5, unitAmount: "50.00", amount: "25.00" },
    { rule: "c2s.amount", quantity: 2, unitAmount: "4.00", amount: "8.00" },
    {
      // 0.5 of 2 is 25 %: half of what exceeds 7 %.
      rule: "share.any.rate",
      of: "55.00",
      rate: "9%",
      counted: { fr: "C2S, ALD", en: "C2S, ALD", patients: 0.5, of: 2 },
      amount: "4.95",
    },
  ]);
  expect(total).toBe("67.95");
});

test("the statements of a batch share the labels of their lines", () => {
  const schedule = loadSchedule(
    villageWith({ "amounts.c2s.fr": "C2S de {N}", "amounts.c2s.en": "C2S of {N}" }),
  );
  const patients = ["a", "b"].map((physicianId) => ({
    ...anAdult,
    physicianId,
    c2s: true,
    prevention: [],
  }));
  const { statements } = batch(patients, undefined, { year: 2026, schedule });
  const [one, other] = statements.map(
    ({ lines }) => lines.find(({ component }) => component === "c2s")?.label,
  );
  expect(one).toEqual({ fr: "C2S de 2026", en: "C2S of 2026" });
  expect(other).toBe(one);
});
