import { computePatient, type Patient } from "../../src/index.ts";
import { tableOfEuros } from "../support/table.ts";

const totalIn =
  (year: number) =>
  (patient: Partial<Patient>): string =>
    computePatient({ patient: { ald: false, c2s: false, ...patient } }, { year }).total;

for (const year of [2018, 2023]) {
  tableOfEuros<Partial<Patient>>(
    `the FPMT of 2018, in ${year}`,
    [
      ["at birth", { age: 0 }, 6],
      ["6 years", { age: 6 }, 6],
      ["7 years", { age: 7 }, 5],
      ["79 years", { age: 79 }, 5],
      ["80 years", { age: 80 }, 42],
      ["at birth, in ALD", { age: 0, ald: true }, 42],
      ["6 years, in ALD", { age: 6, ald: true }, 42],
      ["79 years, in ALD", { age: 79, ald: true }, 42],
      ["80 years, in ALD", { age: 80, ald: true }, 70],
      ["129 years, in ALD", { age: 129, ald: true }, 70],
    ],
    totalIn(year),
  );
}

for (const year of [2024, 2025]) {
  tableOfEuros<Partial<Patient>>(
    `the FPMT of 2024, in ${year}`,
    [
      ["6 years", { age: 6 }, 6],
      ["7 years", { age: 7 }, 5],
      ["79 years", { age: 79 }, 5],
      ["80 years", { age: 80 }, 46],
      ["6 years, in ALD", { age: 6, ald: true }, 46],
      ["79 years, in ALD", { age: 79, ald: true }, 46],
      ["80 years, in ALD", { age: 80, ald: true }, 70],
    ],
    totalIn(year),
  );
}

tableOfEuros<Partial<Patient>>(
  "the age is that of 31 December of the year paid",
  [
    ["born on 1 January 2017: 6 years at the end of 2023", { birthDate: "2017-01-01" }, 6],
    ["born on 31 December 2016: 7 years", { birthDate: "2016-12-31" }, 5],
    ["born on 1 January 1944: 79 years", { birthDate: "1944-01-01" }, 5],
    ["born on 31 December 1943: 80 years", { birthDate: "1943-12-31" }, 42],
    ["born in the year", { birthDate: "2023-12-31" }, 6],
  ],
  totalIn(2023),
);

tableOfEuros<Partial<Patient>>(
  "nothing else counts",
  [
    ["seen or not", { age: 80, seen: false }, 46],
    ["on the C2S: an uplift of the list, not of the patient", { age: 80, c2s: true }, 46],
    ["prevention", { age: 80, prevention: 3 }, 46],
  ],
  totalIn(2024),
);
