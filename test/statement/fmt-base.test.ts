import { computePatient, type Patient } from "../../src/index.ts";
import { tableOfEuros } from "../support/table.ts";

/** What a patient brings in 2026: age and situation are those of 31 December 2025. */
function total(patient: Partial<Patient>): string {
  return computePatient(
    { patient: { ald: false, c2s: false, seen: true, ...patient } },
    { year: 2026 },
  ).total;
}

tableOfEuros<Partial<Patient>>(
  "seen, without ALD",
  [
    ["at birth", { age: 0 }, 15],
    ["6 years", { age: 6 }, 15],
    ["7 years", { age: 7 }, 5],
    ["74 years", { age: 74 }, 5],
    ["75 years", { age: 75 }, 15],
    ["79 years", { age: 79 }, 15],
    ["80 years", { age: 80 }, 55],
    ["129 years", { age: 129 }, 55],
  ],
  total,
);

tableOfEuros<Partial<Patient>>(
  "seen, in ALD",
  [
    ["at birth: a child in ALD is paid as ALD", { age: 0, ald: true }, 55],
    ["6 years", { age: 6, ald: true }, 55],
    ["7 years", { age: 7, ald: true }, 55],
    ["74 years", { age: 74, ald: true }, 55],
    ["75 years", { age: 75, ald: true }, 55],
    ["79 years", { age: 79, ald: true }, 55],
    ["80 years", { age: 80, ald: true }, 100],
    ["129 years", { age: 129, ald: true }, 100],
  ],
  total,
);

tableOfEuros<Partial<Patient>>(
  "not seen for two years: 5 EUR, whoever it is",
  [
    ["6 years", { age: 6, seen: false }, 5],
    ["7 years", { age: 7, seen: false }, 5],
    ["74 years", { age: 74, seen: false }, 5],
    ["75 years", { age: 75, seen: false }, 5],
    ["79 years", { age: 79, seen: false }, 5],
    ["80 years", { age: 80, seen: false }, 5],
    ["6 years, in ALD", { age: 6, ald: true, seen: false }, 5],
    ["79 years, in ALD", { age: 79, ald: true, seen: false }, 5],
    ["80 years, in ALD", { age: 80, ald: true, seen: false }, 5],
  ],
  total,
);

tableOfEuros<Partial<Patient>>(
  "the age is that of 31 December 2025, a difference of years",
  [
    ["born on 1 January 2019: 6 years", { birthDate: "2019-01-01" }, 15],
    ["born on 31 December 2018: 7 years", { birthDate: "2018-12-31" }, 5],
    ["born on 1 January 1951: 74 years", { birthDate: "1951-01-01" }, 5],
    ["born on 31 December 1950: 75 years", { birthDate: "1950-12-31" }, 15],
    ["born on 1 January 1946: 79 years", { birthDate: "1946-01-01" }, 15],
    ["born on 31 December 1945: 80 years", { birthDate: "1945-12-31" }, 55],
    ["born in December 1945", { birthDate: "1945-12" }, 55],
    ["born in 1945", { birthDate: "1945" }, 55],
    ["born on the reference day", { birthDate: "2025-12-31" }, 15],
    ["born on a leap day, 1948: 77 years", { birthDate: "1948-02-29" }, 15],
  ],
  total,
);

tableOfEuros<Partial<Patient>>(
  "the C2S adds 10 EUR, and each action 5 EUR",
  [
    ["an adult on the C2S", { age: 40, c2s: true }, 5 + 10],
    ["an adult on the free C2S", { age: 40, c2s: "free" }, 5 + 10],
    ["an adult on the contributory C2S", { age: 40, c2s: "contributory" }, 5 + 10],
    ["80 years, in ALD, on the C2S", { age: 80, ald: true, c2s: true }, 100 + 10],
    [
      "80 years, in ALD, on the C2S, three actions",
      { age: 80, ald: true, c2s: true, prevention: 3 },
      100 + 10 + 3 * 5,
    ],
    ["not seen, on the C2S", { age: 40, c2s: true, seen: false }, 5 + 10],
    [
      "not seen, two actions that others carried out",
      { age: 40, seen: false, prevention: ["flu", "covid"] },
      5 + 2 * 5,
    ],
    ["all there is", { age: 90, ald: true, c2s: true, prevention: 15 }, 100 + 10 + 15 * 5],
  ],
  total,
);
