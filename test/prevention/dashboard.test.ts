import { describe, expect, test } from "vitest";
import {
  formatPreventionDashboard,
  preventionDashboard,
  type DashboardOptions,
  type Patient,
} from "../../src/index.ts";
import { refused } from "../support/refused.ts";

const options = { year: 2026, asOf: "2026-11-15" };
const none = {
  bronchodilators: false,
  diabetes: false,
  hypertension: false,
  "cardiovascular-risk": false,
};
const vaccine = [{ kind: "flu-vaccine", date: "2026-10-20" }];
const senior = (id: string, physicianId: string, isVaccinated: boolean): Patient =>
  ({
    id,
    physicianId,
    birthDate: "1946-05-05",
    sex: "M",
    ald: false,
    c2s: false,
    conditions: none,
    acts: isVaccinated ? vaccine : [],
  }) as Patient;

/** Two patients of each physician, one vaccinated; both of A. */
const listOf = (...physicians: readonly string[]): Patient[] =>
  physicians.flatMap((name) => [
    senior(`${name}1`, name, true),
    senior(`${name}2`, name, name === "A"),
  ]);
const five = listOf("A", "B", "C", "D", "E");
const dashboard = (patients: readonly Patient[], more: Partial<DashboardOptions> = {}) =>
  preventionDashboard(patients, { ...options, ...more });
const fluOf = (patients: readonly Patient[], physicianId: string) =>
  dashboard(patients, { physicianId }).indicators[0];

describe("rates", () => {
  test("are those of the physician, beside all of five physicians", () => {
    // of two patients each: two of A, one of each other, six of ten in all
    expect(fluOf(five, "A")).toMatchObject({
      indicator: "flu",
      eligible: 2,
      validated: 2,
      unknown: 0,
      rate: 1,
      rateOfAll: 0.6,
    });
    expect(fluOf(five, "B")).toMatchObject({ validated: 1, unknown: 1, rate: 0.5, rateOfAll: 0.6 });
  });

  test("of four physicians are told of none but one's own", () => {
    const { physicians, indicators } = dashboard(listOf("A", "B", "C", "D"), { physicianId: "A" });
    expect(physicians).toBeNull();
    expect(indicators.every(({ rateOfAll }) => rateOfAll === null)).toBe(true);
    expect(indicators[0]?.rate).toBe(1);
  });

  test("are of who is known to be eligible: what is told of others is in none", () => {
    const child = {
      id: "c",
      age: 2,
      ald: false,
      c2s: false,
      preventionStatus: { hpv: "validated" },
    };
    const { indicators } = dashboard([child as Patient]);
    const rateOf = (id: string) => indicators.find(({ indicator }) => indicator === id)?.rate;
    expect([rateOf("flu"), rateOf("hpv")]).toEqual([null, null]);
  });
});

describe("patients", () => {
  test("are those of the physician, with what concerns them, and no other fact", () => {
    const { patients, others } = dashboard(five, { physicianId: "B" });
    expect(patients.map(({ id }) => id)).toEqual(["B1", "B2"]);
    expect(Object.keys(patients[0] ?? {})).toEqual(["id", "indicators"]);
    expect(patients[0]?.indicators.map(({ indicator }) => indicator)).toEqual(["flu", "covid"]);
    expect(others).toBe(0);
  });

  test("whom nothing concerns are counted", () => {
    const man = { ...senior("x", "A", false), birthDate: "1986-05-05" };
    const { patients, others } = dashboard([senior("a", "A", false), man]);
    expect([patients.length, others]).toEqual([1, 1]);
  });

  test("one alone is asked by their id", () => {
    const { patients } = dashboard(five, { physicianId: "B", patientId: "B2" });
    expect(patients.map(({ id }) => id)).toEqual(["B2"]);
    expect(refused(() => dashboard(five, { physicianId: "B", patientId: "A1" })).code).toBe(
      "PATIENT_UNKNOWN",
    );
  });
});

test.each<[string, Partial<DashboardOptions>, string]>([
  ["nobody chosen of several", {}, "PHYSICIAN_MISSING"],
  ["a physician of another list", { physicianId: "Z" }, "PHYSICIAN_UNKNOWN"],
  ["a misspelt option", { physician: "A" } as object, "KEY_UNKNOWN"],
])("%s is refused", (_, more, code) => {
  expect(refused(() => dashboard(five, more)).code).toBe(code);
});

describe("for a reader", () => {
  const page = (more: Partial<DashboardOptions>, locale: "fr" | "en" = "fr") =>
    formatPreventionDashboard(dashboard(five, more), { locale }).replaceAll("\u00a0", " ");

  test("says the rates, that care consumption is not computed, and that no care is decided", () => {
    const text = page({ physicianId: "A" });
    expect(text).toMatch(/vaccin contre la grippe +2 +2 +0 +100,0 % +60,0 %/);
    expect(text).toContain("l'ensemble des 5 médecins");
    expect(text).toContain("La consommation de soins n'est pas calculée");
    expect(text).toContain("aucun soin");
    expect(text).toContain("donnée de santé");
    const english = page({ physicianId: "A" }, "en");
    expect(english).toContain("Care consumption is not computed");
    expect(english).toMatch(/influenza vaccine +2 +2 +0 +100\.0% +60\.0%/);
  });

  test("names each indicator of one patient with its reason and its last day", () => {
    const text = page({ physicianId: "B", patientId: "B2" });
    expect(text).toMatch(
      /vaccin contre la grippe +oui +non su +période encore ouverte +31\/01\/2027/,
    );
  });

  test("shows nobody but the physician's own patients", () => {
    expect(page({ physicianId: "B" })).not.toMatch(/\b[ACDE][12]\b/);
  });

  test("what is no dashboard is refused", () => {
    expect(refused(() => formatPreventionDashboard({} as never)).code).toBe("INPUT_INVALID");
  });
});
