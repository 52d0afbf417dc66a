import type { Draft } from "../vector.ts";

/** What a caisse paid, and its list, beside what is computed. */
export const audit = (): readonly Draft[] => [...payments(), ...lists()];

const fmt2026 = { schedule: "fr.fmt.2026", year: 2026 };
const physician = { zone: "ZIP", age: 70 };
/** A base of 5,500, a C2S of 1,000, uplifts of 550 twice. */
const patients = Array.from({ length: 100 }, () => ({
  age: 40,
  ald: true,
  c2s: true,
  seen: true,
}));

function payments(): Draft[] {
  const paid: readonly [name: string, paid: readonly object[], why: string][] = [
    ["as-computed", [{ due: "2026-04", amount: "1900.00" }], "no change"],
    ["within", [{ due: "2026-04", amount: "1881.19" }], "18.81 less is within 1 %"],
    ["without", [{ due: "2026-04", amount: "1881.18" }], "18.82 less is not"],
    ["one-change", [{ due: "2026-04", amount: "1375.00" }], "the C2S and the uplifts in N+1"],
    [
      "two-changes",
      [{ due: "2026-04", amount: "1787.50" }],
      "the higher uplift alone, on base and C2S",
    ],
    [
      "none",
      [{ due: "2026-04", amount: "1000.00" }],
      "900 less is 47 patients, or 60 in ALD, or 60 seen",
    ],
    [
      "places",
      [
        { component: "c2s", amount: "1000.00" },
        { due: "2026-06", component: "zone", amount: "137.50" },
        { due: "2027-03", amount: "0.00" },
      ],
      "by component, by both, and in a year of which no month is known",
    ],
    [
      "labels",
      [
        { label: "FMT 2026 1ER ACOMPTE", amount: "2000.00" },
        { label: "FMT AVRIL 2026 REPRISE", amount: "-100.00" },
        { label: "ROSP 2025", amount: "3000.00" },
      ],
      "two payments of April add up, and one is of something else",
    ],
  ];
  const refused: readonly [name: string, paid: object, code: string, path: string][] = [
    ["date", { due: "2026-05", amount: "1" }, "DATE_INVALID", "paid[0].due"],
    ["component", { component: "x", amount: "1" }, "INPUT_INVALID", "paid[0].component"],
    ["amount", { due: "2026-04", amount: "1,5" }, "AMOUNT_INVALID", "paid[0].amount"],
    ["key", { day: "2026-04", amount: "1" }, "KEY_UNKNOWN", "paid[0].day"],
  ];
  const asked = (name: string, given: readonly object[], why: string): Draft => ({
    id: `paid.${name}`,
    why,
    call: "check-payment",
    options: fmt2026,
    input: { physician, patients, paid: given },
  });
  return [
    ...paid.map(([name, given, why]) =>
      asked(name, given, `100 patients in ALD and on the C2S, ZIP, 70 years; ${why}`),
    ),
    ...refused.map(([name, given, code, path]) =>
      asked(`refused.${name}`, [given], `what cannot be read, so ${code} at ${path}`),
    ),
  ];
}

function lists(): Draft[] {
  const one = { id: "a", age: 40, ald: true, c2s: false };
  const other = { id: "b", age: 82, ald: false, c2s: false };
  const practice = { physician: { zone: "ZIP" }, patients: [one, other] };
  const official = { physician: { zone: "none" }, patients: [{ ...one, ald: false }] };
  const keyed = ({ id, ...facts }: typeof one) => ({ ...facts, nir: `1 23 ${id}` });
  const asked = (name: string, why: string, input: object, options: object = fmt2026): Draft => ({
    id: `lists.${name}`,
    why,
    call: "reconcile",
    options,
    input: { ...input },
  });
  return [
    asked("equal", "the same list twice has no difference", { practice, official: practice }),
    asked(
      "worth",
      "the zone 0.50, the ALD 50, one patient more 55; of 121 less 5, 10.50 are of interaction",
      { practice, official },
    ),
    asked("without-year", "without a year there are no euros", { practice, official }, {}),
    asked("key", "joined by a key, which is in no answer", {
      practice: { patients: practice.patients.map(keyed) },
      official: { patients: official.patients.map(keyed) },
      key: "nir",
    }),
    asked("one-tells", "a last visit that one list alone tells, and which changes what is due", {
      practice: { patients: [{ ...one, seen: false }] },
      official: { patients: [one] },
    }),
    asked("refused.key", "no key, so ID_INVALID at official.patients[0].nir", {
      practice: { patients: [keyed(one)] },
      official: { patients: [one] },
      key: "nir",
    }),
    asked("refused.twice", "one key twice, so PATIENT_TWICE at practice.patients[1].id", {
      practice: { patients: [one, one] },
      official: { patients: [] },
    }),
    asked("refused.row", "a row is refused, so AGE_INVALID at official.patients[0].age", {
      practice: { patients: [] },
      official: { patients: [{ ...one, age: 200 }] },
    }),
  ];
}
