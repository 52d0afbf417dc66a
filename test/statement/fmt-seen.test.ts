import { computePatient, type ComputeOptions } from "../../src/index.ts";
import { tableOfEuros } from "../support/table.ts";

/** What a child of 6 without ALD brings: 15 EUR if seen, 5 EUR if not. */
function child(lastSeen: string, options: ComputeOptions = { year: 2026 }): string {
  return computePatient({ patient: { age: 6, ald: false, c2s: false, lastSeen } }, options).total;
}

const [seen, notSeen] = [15, 5];

tableOfEuros<string>(
  "seen in the two years that end on 31 December 2025",
  [
    ["on the first of these days", "2024-01-01", seen],
    ["on the day before", "2023-12-31", notSeen],
    ["on the last of these days", "2025-12-31", seen],
    ["on the day after: counted as seen", "2026-01-01", seen],
    ["on a leap day of these years", "2024-02-29", seen],
    ["in the first of these months", "2024-01", seen],
    ["in the month before", "2023-12", notSeen],
    ["in the first of these years", "2024", seen],
    ["in the year before", "2023", notSeen],
    ["long ago", "1999-06-15", notSeen],
  ],
  (lastSeen) => child(lastSeen),
);

tableOfEuros<string>(
  "a user's window of one year",
  [
    ["on its first day", "2025-01-01", seen],
    ["on the day before", "2024-12-31", notSeen],
    ["in its year", "2025", seen],
  ],
  (lastSeen) => child(lastSeen, { year: 2026, patch: { "reads.seenWithin": "1 year" } }),
);

tableOfEuros<string>(
  "read on 31 December 2026, the window moves with the day",
  [
    ["1 January 2025", "2025-01-01", seen],
    ["31 December 2024", "2024-12-31", notSeen],
  ],
  (lastSeen) => child(lastSeen, { year: 2026, readings: { "reference-day": "31/12/N" } }),
);

tableOfEuros<number>(
  "the window moves with the year of payment",
  [
    ["seen on 1 January 2025, paid in 2026", 2026, seen],
    ["in 2027", 2027, seen],
    ["in 2028", 2028, notSeen],
  ],
  (year) => child("2025-01-01", { year }),
);
