import { describe, expect, test } from "vitest";
import {
  computePatient,
  computePhysician,
  computePhysicians,
  loadSchedule,
  type ComputeOptions,
  type Patient,
} from "../../src/index.ts";
import { checkOptionKeys } from "../../src/statement/options.ts";
import { refused, why } from "../support/refused.ts";
import { anAdult } from "../support/rows.ts";
import { euros } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

const nurse: ComputeOptions = { year: 2024, schedule: "be.nurse-premium.2024" };

/** One patient is a slab, whatever the hours of nurses. */
const perPatient: ComputeOptions = {
  ...nurse,
  patch: {
    "nurse.slabs.patients.each": "1",
    "nurse.slabs.patients.over": null,
    "nurse.slabs.nurseHours": null,
  },
};

const spaced = ({ fr, en }: { fr: string; en: string }): string[] => [
  fr.replaceAll("\u00a0", " "),
  en,
];

describe("one patient, of whom the practice is told", () => {
  // 4 EUR where the practice has ten hours or more; an adult has 20
  const options: ComputeOptions = {
    year: 2026,
    schedule: loadSchedule(
      villageWith({
        "facts.hours": { fr: "heures", en: "hours", of: "practice", is: "number", ifMissing: "0" },
        "facts.hours.source": "COUNCIL",
        "amounts.c2s.when": { hours: "10+" },
      }),
    ),
  };
  const patient: Patient = { ...anAdult, prevention: [] };

  test("has what hangs on its facts", () => {
    const practice = { id: "a", facts: { hours: 12 } };
    expect(computePatient({ patient, practice }, options).total).toBe(euros(20 + 4));
    expect(computePatient({ patient }, options).total).toBe(euros(20));
  });

  test("is refused at the practice where it cannot be read", () => {
    const at = (practice: unknown): string =>
      refused(() => computePatient({ patient, practice: practice as never }, options)).path;
    expect([at(null), at("a"), at({ facts: { hours: "many" } })]).toEqual([
      "practice",
      "practice",
      "practice.facts.hours",
    ]);
  });
});

test("what is paid to the list as a whole is left out for one patient, and said so", () => {
  const list = computePhysician({ patients: [anAdult] }, perPatient);
  const alone = computePatient({ patient: anAdult }, perPatient);
  expect([list.total, alone.total]).toEqual(["9940.50", "0.00"]);
  const said = alone.warnings.find(({ code }) => code === "needs-list");
  expect(said && spaced(said)).toEqual([
    "Prime pour personnel infirmier : laissé de côté, dû pour la patientèle ou le cabinet, non pour un patient",
    "Nurse premium: left out, due for the list or the practice, not for a patient",
  ]);
});

test("a schedule that pays practices pays each once, and physicians who name none each", () => {
  const patients = [1, 2].map((physicianId) => ({ ...anAdult, physicianId }));
  const totals = (physicians: readonly object[] | undefined, options: ComputeOptions): unknown => {
    const practices = [{ id: "a", facts: { nurseHours: 38 } }];
    const batch = { patients, ...(physicians && { physicians, practices }) };
    const { statements, rejected } = computePhysicians(batch as never, options);
    return [statements.length, rejected.map(({ refusals }) => refusals[0]?.code)];
  };
  const twice = [1, 2].map((id) => ({ id, practiceId: "a" }));
  const refusal = "PRACTICE_SHARED";
  expect(totals(twice, nurse)).toEqual([1, [refusal, refusal]]);
  expect(totals(twice, { year: 2026 })).toEqual([2, []]);
  expect(totals([{ id: 1 }, { id: 2 }], perPatient)).toEqual([2, []]);
  expect(totals(undefined, perPatient)).toEqual([2, []]);
});

test("advances that a departure does not reduce are told in both languages", () => {
  const { assumptions } = computePhysician(
    { physician: { activeUntil: "2024-03-31" }, patients: [anAdult], previousPatients: [anAdult] },
    { year: 2024 },
  );
  const { code, path, ...words } = assumptions.find((one) => one.code === "advances-whole") ?? {
    code: "",
    path: "",
    fr: "",
    en: "",
  };
  expect([code, path, ...spaced(words)]).toEqual([
    "advances-whole",
    "payment",
    "acomptes non réduits malgré le départ ; le solde régularise",
    "advances not reduced by the departure; the balance settles them",
  ]);
});

test("a key that no option has is refused with those that there are", () => {
  expect(refused(() => checkOptionKeys({ year: 2026, yaer: 1 } as never))).toEqual(
    why(
      "KEY_UNKNOWN",
      "options.yaer",
      '"yaer"',
      "year ? (lus : year, schedule, readings, patch)",
      "year? (read: year, schedule, readings, patch)",
    ),
  );
});
