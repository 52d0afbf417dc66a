import { computePhysician, type ComputeOptions, type Physician } from "../../src/index.ts";
import { euros, table, tableOfEuros } from "../support/table.ts";

/** One uplift of a physician in 2026 whose only patient is 80, in ALD, on the C2S, with three actions: base 100 EUR. */
function uplift(
  component: "zone" | "age67",
  physician: Physician,
  options: Partial<ComputeOptions> = {},
): string {
  const patients = [{ age: 80, ald: true, c2s: true, seen: true, prevention: 3 }];
  return (
    computePhysician({ physician, patients }, { year: 2026, ...options }).components[component] ??
    ""
  );
}

tableOfEuros<Physician>(
  "the zone adds 10 % of the base, and of nothing else",
  [
    ["ZIP", { zone: "ZIP" }, 100 * 0.1],
    ["QPV", { zone: "QPV" }, 100 * 0.1],
    ["ZAC", { zone: "ZAC" }, 0],
    ["none", { zone: "none" }, 0],
    ["not told", {}, 0],
    ["ZIP, with a contract that runs", { zone: "ZIP", contract: true }, 0],
    ["ZIP, without a contract", { zone: "ZIP", contract: false }, 100 * 0.1],
    [
      "ZIP, with a contract, in the first year of installation",
      { zone: "ZIP", contract: true, firstInstallation: "2025-06-01" },
      0,
    ],
  ],
  (physician) => uplift("zone", physician),
);

const zip = (firstInstallation: string): Physician => ({ zone: "ZIP", firstInstallation });

tableOfEuros<Physician>(
  "a first installation, counted on 31 December 2025, pays 50 %, 30 %, then 10 %",
  [
    ["on 1 January 2026: not in activity on the day", zip("2026-01-01"), 0],
    ["in 2027", zip("2027"), 0],
    ["on 31 December 2025: year 1", zip("2025-12-31"), 100 * 0.5],
    ["on 1 January 2025: year 1", zip("2025-01-01"), 100 * 0.5],
    ["on 31 December 2024: year 2", zip("2024-12-31"), 100 * 0.3],
    ["on 1 January 2024: year 2", zip("2024-01-01"), 100 * 0.3],
    ["on 31 December 2023: year 3", zip("2023-12-31"), 100 * 0.1],
    ["in 1990", zip("1990"), 100 * 0.1],
    ["in a month of 2025", zip("2025-09"), 100 * 0.5],
    ["in 2025, in a QPV", { zone: "QPV", firstInstallation: "2025" }, 100 * 0.5],
    ["in 2025, outside the zones", { zone: "none", firstInstallation: "2025" }, 0],
  ],
  (physician) => uplift("zone", physician),
);

tableOfEuros<Physician>(
  "counted in civil years of payment, each comes a year earlier",
  [
    ["in 2027: year 0", zip("2027-01-01"), 0],
    ["in 2026, year 1, but not in activity on 31 December 2025", zip("2026-12-31"), 0],
    ["in 2025: year 2", zip("2025-12-31"), 100 * 0.3],
    ["in 2024: year 3", zip("2024-12-31"), 100 * 0.1],
  ],
  (physician) => uplift("zone", physician, { readings: { "install-year": "civil" } }),
);

tableOfEuros<Physician>(
  "a physician of 67 or over adds 10 % of the base",
  [
    ["66 years", { age: 66 }, 0],
    ["67 years", { age: 67 }, 100 * 0.1],
    ["129 years", { age: 129 }, 100 * 0.1],
    ["born on 1 January 1959: 66 on 31 December 2025", { birthDate: "1959-01-01" }, 0],
    ["born on 31 December 1958: 67", { birthDate: "1958-12-31" }, 100 * 0.1],
    ["born in 1958", { birthDate: "1958" }, 100 * 0.1],
    ["not told", {}, 0],
    [
      "with a contract that runs, which bears on the zone only",
      { age: 67, zone: "ZIP", contract: true },
      100 * 0.1,
    ],
  ],
  (physician) => uplift("age67", physician),
);

/** The uplifts for the zone and for the age. */
function both(physician: Physician, options: Partial<ComputeOptions> = {}): readonly string[] {
  return [uplift("zone", physician, options), uplift("age67", physician, options)];
}

const highest = { readings: { "zone-and-age": "highest" } };

table<readonly [physician: Physician, options?: Partial<ComputeOptions>], readonly string[]>(
  "zone and age are both paid, or under a reading the one of the higher rate, on a tie the zone",
  [
    ["both", [{ zone: "ZIP", age: 67 }], [euros(100 * 0.1), euros(100 * 0.1)]],
    ["10 % and 10 %: the zone", [{ zone: "ZIP", age: 67 }, highest], [euros(100 * 0.1), "0.00"]],
    [
      "50 % and 10 %: the zone",
      [{ zone: "ZIP", age: 67, firstInstallation: "2025" }, highest],
      [euros(100 * 0.5), "0.00"],
    ],
    ["no zone and 10 %: the age", [{ zone: "ZAC", age: 67 }, highest], ["0.00", euros(100 * 0.1)]],
    [
      "10 % and too young: the zone",
      [{ zone: "ZIP", age: 66 }, highest],
      [euros(100 * 0.1), "0.00"],
    ],
    ["neither", [{ zone: "none", age: 66 }, highest], ["0.00", "0.00"]],
    [
      "10 % and a user's 10.01 %: the age",
      [
        { zone: "ZIP", age: 67 },
        { ...highest, patch: { "age67.rate": "10.01%" } },
      ],
      ["0.00", euros(100 * 0.1001)],
    ],
    [
      "10 % and a user's 9.999999 %: the zone",
      [
        { zone: "ZIP", age: 67 },
        { ...highest, patch: { "age67.rate": "9.999999%" } },
      ],
      [euros(100 * 0.1), "0.00"],
    ],
  ],
  ([physician, options]) => both(physician, options),
);
