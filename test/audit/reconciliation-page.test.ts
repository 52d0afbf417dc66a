import { expect, test } from "vitest";
import { formatReconciliation, reconcile, type ReconciledList } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const found = reconcile(
  { patients: [{ id: "<a>", age: 82, ald: true, c2s: false, prevention: ["flu"] }] },
  { patients: [{ id: "<a>", age: 82, ald: false, c2s: false, prevention: [] }] },
  { year: 2026 },
);

test("says what differs, in both languages", () => {
  expect(formatReconciliation(found, { locale: "en" })).toContain(
    "rows 1 and 1, patient <a>: ALD yes → no, prevention flu → nothing: +€50.00",
  );
  expect(formatReconciliation(found).replace(/\u00a0/g, " ")).toContain(
    "lignes 1 et 1, patient <a> : ALD oui → non, prévention grippe → rien : +50,00 €",
  );
});

const facts = [
  [
    { lastSeen: "2025-03-24" },
    { lastSeen: "2025-04" },
    "dernière consultation 24/03/2025 → 04/2025",
  ],
  [{ c2s: true }, { c2s: "free" }, "C2S oui → sans participation"],
  [
    { prevention: 2 },
    { prevention: ["breast", { id: "hba1c", on: "2026-02-01" }] },
    "prévention 2 → sein, hba1c (01/02/2026)",
  ],
  [
    { visits: ["2025-01-02", "2025-06-01"] },
    { visits: [] },
    "visites 02/01/2025, 01/06/2025 → rien",
  ],
] as const;

test.each(facts)("says in words what each list says: %j, %j", (inA, inB, expected) => {
  const row = { id: "p", age: 82, ald: true, c2s: false };
  const listOf = (more: object): ReconciledList => ({ patients: [{ ...row, ...more }] });
  const found = reconcile(listOf(inA), listOf(inB), { year: 2026 });
  const text = formatReconciliation(found);
  expect(text.replace(/\s+/g, " ")).toContain(expected);
});

test("names zones in words", () => {
  const list = (zone: "ZIP" | "none") => ({
    physician: { zone },
    patients: [{ id: "p", age: 82, ald: true, c2s: false }],
  });
  const found = reconcile(list("ZIP"), list("none"), { year: 2026 });
  expect(formatReconciliation(found)).toContain("zone ZIP → aucune");
});

test("as HTML, in which nothing of the user is a tag", () => {
  expect(formatReconciliation(found, { as: "html" })).not.toContain("<a>");
});

test("what is no reconciliation is refused", () => {
  expect(refused(() => formatReconciliation({} as never))).toMatchObject({
    code: "INPUT_INVALID",
  });
});
