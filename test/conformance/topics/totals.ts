import type { Draft } from "../vector.ts";

/** What is due of a statement on a day, and statements added up. */
export const totals = (): readonly Draft[] => [...due(), ...refusedDays(), ...sums()];

const fmt2026 = { schedule: "fr.fmt.2026", year: 2026 };
const old = { age: 82, ald: true, c2s: false };
const adult = { age: 40, ald: false, c2s: false };

/** 100 EUR in four quarters, and 5 EUR of prevention in the year after. */
function due(): Draft[] {
  const patients = [{ ...old, prevention: ["flu"] }];
  const days: readonly [day: string, due: string][] = [
    ["2026-03-31", "0"],
    ["2026-04-01", "25"],
    ["2026-06-15", "2 * 25"],
    ["2026-12-31", "4 * 25"],
    ["2027-01-01", "4 * 25 + 5"],
  ];
  const received: readonly [name: string, received: unknown, why: string][] = [
    ["amount", "49.90", "an amount came"],
    [
      "payments",
      [
        { on: "2026-04-20", amount: "24.90" },
        { on: "2026-06-15", amount: "25.10" },
        { on: "2026-06-16", amount: "1.00" },
      ],
      "24.90 and 25.10 came until the day, 1.00 after",
    ],
  ];
  return [
    ...days.map(([on, sum]): Draft => ({
      id: `due.${on}`,
      why: `82 years, ALD, one indicator; what is due on ${on}: ${sum}`,
      call: "instalments-on",
      options: fmt2026,
      input: { patients, on },
    })),
    ...received.map(([name, came, why]): Draft => ({
      id: `due.received.${name}`,
      why: `82 years, ALD, one indicator; ${why}; what is due on 2026-06-15: 2 * 25`,
      call: "instalments-on",
      options: fmt2026,
      input: { patients, on: "2026-06-15", received: came },
    })),
    {
      id: "due.taken-back",
      why: "FPMT: advances on a list of 70 EUR, 5 EUR due; the balance takes back 47.50 from March on; what is due on 2026-03-01: 3 * 70 * 25% - 47.50",
      call: "instalments-on",
      options: { schedule: "fr.fpmt.2024", year: 2025 },
      input: { patients: [adult], previousPatients: [old], on: "2026-03-01" },
    },
  ];
}

function refusedDays(): Draft[] {
  const refused: readonly [string, object, string, string][] = [
    ["month", { on: "2026-04" }, "DATE_INVALID", "day"],
    ["impossible", { on: "2026-02-30" }, "DATE_INVALID", "day"],
    ["amount", { on: "2026-04-01", received: "25,00" }, "AMOUNT_INVALID", "received"],
    [
      "payment-day",
      { on: "2026-04-01", received: [{ on: "2026", amount: "25.00" }] },
      "DATE_INVALID",
      "received[0].on",
    ],
  ];
  return refused.map(([name, more, code, path]) => ({
    id: `due.refused.${name}`,
    why: `what cannot be read, so ${code} at ${path}`,
    call: "instalments-on",
    options: fmt2026,
    input: { patients: [old], ...more },
  }));
}

/** Three physicians of a ZIP or not: (100 + 5) * 110 % + 10, 5 * 150 %, 100. */
function sums(): Draft[] {
  const batch = {
    physicians: [
      { id: "a", zone: "ZIP" },
      { id: "b", zone: "ZIP", firstInstallation: "2025-02-01" },
      { id: "c" },
    ],
    patients: [
      { physicianId: "a", ...old },
      { physicianId: "a", ...adult, c2s: true },
      { physicianId: "b", ...adult },
      { physicianId: "c", ...old },
    ],
  };
  const total = "(100 + 5) * 110% + 10 + 5 * 150% + 100";
  return [
    {
      id: "sum.all",
      why: `three physicians, one sum: ${total}`,
      call: "sum",
      options: fmt2026,
      input: batch,
    },
    {
      id: "sum.groups",
      why: `three physicians, two practices: ${total}`,
      call: "sum",
      options: fmt2026,
      input: { ...batch, by: { a: "north", b: "north", c: "south" } },
    },
    {
      id: "sum.refused.group",
      why: "a physician whom no group names, so PHYSICIAN_UNKNOWN at statements[2].physicianId",
      call: "sum",
      options: fmt2026,
      input: { ...batch, by: { a: "north", b: "north" } },
    },
  ];
}
