import type { Draft } from "../vector.ts";

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const newYear = { ...fmt, readings: { "zone-day": "1/1/N" } };
const row = { age: 85, ald: false, c2s: false };

const EVE = "2025-12-30";
const DAY = "2025-12-31";
const MORROW = "2026-01-01";
const NEXT = "2026-01-02";

/** Facts of a physician in turn. One patient of 85 is 55, in a ZIP or a QPV 10 % more. */
export const datedPhysicians = (): readonly Draft[] => [...paid(), ...refused()];

function paid(): Draft[] {
  const moves = (last: string, first: string): object => ({
    zone: [
      { value: "ZAC", until: last },
      { value: "ZIP", from: first },
    ],
  });
  const zip = (more: object): object => ({ zone: [{ value: "ZIP", ...more }] });
  const inZip = (more: object): object => ({ zone: "ZIP", ...more });
  const told: readonly (readonly [string, object, string, Draft["options"]?])[] = [
    ["a zone without a first or a last day", zip({}), "55 + 55 * 10%"],
    ["in a ZIP from the day before", moves("2025-12-29", EVE), "55 + 55 * 10%"],
    ["in a ZIP from the day", moves(EVE, DAY), "55 + 55 * 10%"],
    ["in a ZIP from the day after", moves(DAY, MORROW), "55"],
    ["the zone of 1 January, a ZIP until the day before", zip({ until: DAY }), "55", newYear],
    ["the zone of 1 January, a ZIP from that day", moves(DAY, MORROW), "55 + 55 * 10%", newYear],
    ["the zone of 1 January, a ZIP from the day after", moves(MORROW, NEXT), "55", newYear],
    ["a ZIP until the day before", zip({ until: EVE }), "55"],
    ["a ZIP until the day", zip({ until: DAY }), "55 + 55 * 10%"],
    ["a ZIP from a leap day", zip({ from: "2024-02-29" }), "55 + 55 * 10%"],
    ["a ZIP from the year that ends on the day", zip({ from: "2025" }), "55 + 55 * 10%"],
    ["a ZIP until a year past", zip({ until: "2024" }), "55"],
    [
      "a gap on the day, in which the zone is not known",
      {
        zone: [
          { value: "ZIP", until: EVE },
          { value: "QPV", from: MORROW },
        ],
      },
      "55",
    ],
    [
      "periods in any order",
      {
        zone: [
          { value: "QPV", from: DAY },
          { value: "none", until: EVE },
        ],
      },
      "55 + 55 * 10%",
    ],
    ["no period at all", { zone: [] }, "55"],
    [
      "a contract that ends the day before",
      inZip({ contract: [{ value: true, until: EVE }] }),
      "55 + 55 * 10%",
    ],
    ["a contract that ends on the day", inZip({ contract: [{ value: true, until: DAY }] }), "55"],
    [
      "a contract that begins the day after",
      inZip({ contract: [{ value: true, from: MORROW }] }),
      "55 + 55 * 10%",
    ],
    [
      "sector 2 until the day before",
      {
        sector: [
          { value: "2", until: EVE },
          { value: "2-optam", from: DAY },
        ],
      },
      "55",
    ],
    [
      "sector 2 until the day",
      {
        sector: [
          { value: "2", until: DAY },
          { value: 1, from: MORROW },
        ],
      },
      "0",
    ],
    [
      "a contract that leaves the day open, where no zone asks for it",
      { zone: "ZAC", contract: [{ value: true, until: "2025" }] },
      "55",
    ],
    [
      "a ZIP on the day for sure, so that the ZAC of that year is over",
      {
        zone: [
          { value: "ZAC", until: "2025" },
          { value: "ZIP", from: DAY },
        ],
      },
      "55 + 55 * 10%",
    ],
    [
      "an installation in the year, in a ZIP from the day",
      { firstInstallation: "2025-03", ...moves(EVE, DAY) },
      "55 + 55 * 50%",
    ],
  ];
  return told.map(([why, physician, sum, options = fmt], i) => ({
    id: `dated.physician.${i + 1}`,
    why: `${why}: ${sum}`,
    options,
    input: { physician, patients: [row] },
  }));
}

function refused(): Draft[] {
  const told: readonly (readonly [string, object])[] = [
    [
      "two zones on one day, so PERIOD_OVERLAPS at physician.zone",
      {
        zone: [
          { value: "ZIP", until: DAY },
          { value: "QPV", from: DAY },
        ],
      },
    ],
    [
      "two sectors without an end, so PERIOD_OVERLAPS at physician.sector",
      {
        sector: [
          { value: "1", from: "2001" },
          { value: "2", from: "2020" },
        ],
      },
    ],
    [
      "an end before its beginning, so PERIOD_DISORDERED at physician.contract[0].until",
      { contract: [{ value: true, from: DAY, until: EVE }] },
    ],
    [
      "a last day that leaves the day open, so DATE_INCOMPLETE at physician.zone",
      { zone: [{ value: "ZIP", until: "2025" }] },
    ],
    [
      "a sector that leaves the day open, so DATE_INCOMPLETE at physician.sector",
      { sector: [{ value: "2", until: "2025-12" }] },
    ],
    [
      "no such zone, so ZONE_INVALID at physician.zone[1].value",
      {
        zone: [
          { value: "ZIP", until: "2024" },
          { value: "zip", from: "2025" },
        ],
      },
    ],
    [
      "no such sector, so SECTOR_INVALID at physician.sector[0].value",
      { sector: [{ value: "3" }] },
    ],
    [
      "a contract that is a text, so CONTRACT_INVALID at physician.contract[0].value",
      { contract: [{ value: "oui" }] },
    ],
    [
      "no such day, so DATE_IMPOSSIBLE at physician.zone[0].from",
      { zone: [{ value: "ZIP", from: "2025-02-29" }] },
    ],
    [
      "a date of another country, so DATE_INVALID at physician.zone[0].until",
      { zone: [{ value: "ZIP", until: "31/12/2025" }] },
    ],
    [
      "a key that nothing reads, so KEY_UNKNOWN at physician.zone[0].since",
      { zone: [{ value: "ZIP", since: "2025" }] },
    ],
  ];
  return [
    ...told.map(([why, physician], i) => ({
      id: `dated.physician.refused.${i + 1}`,
      why,
      options: fmt,
      input: { physician, patients: [row] },
    })),
    ...told.slice(0, 5).map(([why, physician], i) => ({
      id: `dated.physician.batch.${i + 1}`,
      why: `in a batch, with all his patients, ${why.slice(0, why.indexOf(", so"))}, and another: 55`,
      call: "batch" as const,
      options: fmt,
      input: {
        physicians: [{ id: "b" }, { id: "a", ...physician }],
        patients: [
          { physicianId: "a", ...row },
          { physicianId: "b", ...row },
        ],
      },
    })),
  ];
}
