import { expect, test } from "vitest";
import { formatReconciliation, reconcile } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const found = reconcile(
  { patients: [{ id: "<a>", age: 82, ald: true, c2s: false, prevention: ["flu"] }] },
  { patients: [{ id: "<a>", age: 82, ald: false, c2s: false, prevention: [] }] },
  { year: 2026 },
);

test("says what differs, in both languages", () => {
  expect(formatReconciliation(found, { locale: "en" })).toContain(
    'rows 1 and 1, patient <a>: ALD yes → no, prevention ["flu"] → []: +€50.00',
  );
  expect(formatReconciliation(found).replace(/\u00a0/g, " ")).toContain(
    'lignes 1 et 1, patient <a> : ALD oui → non, prévention ["flu"] → [] : +50,00 €',
  );
});

test("as HTML, in which nothing of the user is a tag", () => {
  expect(formatReconciliation(found, { as: "html" })).not.toContain("<a>");
});

test("what is no reconciliation is refused", () => {
  expect(refused(() => formatReconciliation({} as never))).toMatchObject({
    code: "INPUT_INVALID",
  });
});
