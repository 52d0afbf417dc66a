import fc from "fast-check";
import type { GivenFacts, SchedulePatch } from "../../src/index.ts";

/** Facts that the shipped schedules declare, of physicians and of their practices. */

const digital = ["segurSoftware", "prescribingAid", "sesamVitale", "apcvUsed", "mssUsed"];
const structure = [
  "prerequisites",
  "coordinatedCare",
  "coding",
  "patientServices",
  "student",
  "teleconsultation",
  "connectedDevices",
  "sas",
];
const truths = [...digital, ...structure];
const rates = [
  "onlineRate",
  "atmpRate",
  "dsgRate",
  "speRate",
  "dmpRate",
  "ePrescriptionRate",
  "mssPatientsRate",
  "aatRate",
  "pseRate",
  "dmtRate",
];
const means = ["certificatesMean", "prescriptionsMean"];

/** Every declared fact: what is asked of a physician is met, but the slabs of a premium are not. */
export const allFacts: GivenFacts = {
  ...Object.fromEntries(truths.map((id) => [id, true])),
  ...Object.fromEntries([...rates, ...means].map((id) => [id, 90])),
  nurseHours: 0,
};

/** Every declared fact, on either side of what is asked. */
export const declaredFacts: fc.Arbitrary<GivenFacts> = fc.record({
  ...Object.fromEntries(truths.map((id) => [id, fc.constantFrom(true, true, true, false)])),
  ...Object.fromEntries(
    [...rates, ...means].map((id) => [
      id,
      fc.constantFrom(29.9999, 30, 59.9999, 60, "60.5", 89.9999, 90, 100),
    ]),
  ),
  nurseHours: fc.constantFrom(0, 2.9999, 3, 4.5, "12", 37.5),
}) as fc.Arbitrary<GivenFacts>;

/** Makes the slabs of the nurse premium small enough for short lists to have some. */
export const smallSlabs: SchedulePatch = {
  "nurse.slabs": {
    patients: { each: "3", over: "5" },
    nurseHours: { each: "1.5", from: "3" },
  },
  "nurse.most": 7,
};
