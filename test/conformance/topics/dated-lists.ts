import type { Draft } from "../vector.ts";

const fmt = { schedule: "fr.fmt.2026", year: 2026, readings: {} };
const fpmt = { schedule: "fr.fpmt.2024", year: 2024, readings: {} };
const row = { age: 85, ald: false, c2s: false };
const young = { age: 40, ald: false, c2s: false };

/** Lists with dates: two lists of an FPMT, batches, ids that several physicians share. */
export const datedLists = (): readonly Draft[] => [...laws(), ...twoLists(), ...batches()];

/** A dated fact that holds is a plain one; who is left out might as well not be given. */
function laws(): Draft[] {
  const plain = [
    { id: "a", age: 85, ald: true, c2s: "free", lastSeen: "2025-03" },
    { id: "b", age: 40, ald: false, c2s: false, lastSeen: "2019" },
  ];
  const dated = [
    {
      ...(plain[0] as object),
      registeredFrom: "2004-02-29",
      registeredUntil: "2031",
      diedOn: "2026-01-01",
      aldFrom: "2012",
      c2sUntil: "2026-01",
      visits: ["2019", "2025-03"],
    },
    {
      ...(plain[1] as object),
      lastSeen: undefined,
      registeredFrom: "2025-12-31",
      aldUntil: "2019",
      visits: ["2019"],
    },
  ];
  const gone = [
    { id: "c", ...row, diedOn: "2025-12-31" },
    { id: "d", ...row, registeredFrom: "2026-01-01" },
    { id: "e", ...row, registeredUntil: "2025-12-30" },
    { id: "f", birthDate: "2026-01-01", ald: false, c2s: false },
  ];
  const physician = { zone: "ZIP" };
  const sum = "100 + 10 + 5 + 105 * 10%";
  return [
    { name: "plain", why: "two rows without dates", patients: plain },
    { name: "dated", why: "the same facts, with dates that hold", patients: dated },
    {
      name: "left-out",
      why: "the same, and four rows that are not of the list",
      patients: [gone[0], dated[0], gone[1], gone[2], dated[1], gone[3]],
    },
  ].map(({ name, why, patients }) => ({
    id: `dated.law.${name}`,
    why: `${why}: ${sum}`,
    options: fmt,
    input: { physician, patients },
    shares: true,
  }));
}

/** The FPMT of 2024: the amount on 31/12/2024, three advances of 25 % on 31/12/2023. */
function twoLists(): Draft[] {
  const told: readonly (readonly [string, object, string])[] = [
    ["registered on the day of the advances", { registeredFrom: "2023-12-31" }, "46"],
    ["registered the day after, so no advance", { registeredFrom: "2024-01-01" }, "46"],
    ["registered on a leap day between them", { registeredFrom: "2024-02-29" }, "46"],
    ["gone between them, so advances to give back", { registeredUntil: "2024-12-30" }, "0"],
    ["gone before both", { registeredUntil: "2023-12-30" }, "0"],
    ["dead on the second day", { diedOn: "2024-12-31" }, "0"],
    ["dead the day after", { diedOn: "2025-01-01" }, "46"],
    ["with an ALD since a day between them", { aldFrom: "2024-02-29" }, "70"],
    ["with an ALD until the first day", { ald: true, aldUntil: "2023-12-31" }, "46"],
    ["born between them", { age: null, birthDate: "2024-02-29", registeredFrom: "2024-03" }, "6"],
    ["not yet 80 on the first day", { age: 80, registeredFrom: "2010" }, "46"],
  ];
  const open = { ...row, aldUntil: "2023" };
  return [
    ...told.map(([why, more, sum], i) => ({
      id: `dated.fpmt.${i + 1}`,
      why: `${why}: ${sum}`,
      options: fpmt,
      input: { patients: [{ ...row, ...more }] },
    })),
    {
      id: "dated.fpmt.open",
      why: "open on the day of the advances alone, the row is on neither list: 0",
      call: "batch",
      options: fpmt,
      input: { physicians: [{}], patients: [open] },
    },
    {
      id: "dated.fpmt.open.given",
      why: "a list of the year before is given, so no other day is asked: 46",
      options: fpmt,
      input: { patients: [open], previousPatients: [row] },
    },
    {
      id: "dated.fpmt.given",
      why: "a list of the year before that holds dates, read on its own day: 46",
      call: "batch",
      options: fpmt,
      input: {
        physicians: [{}],
        patients: [{ id: "a", ...row }],
        previousPatients: [
          { id: "a", ...row, aldFrom: "2023-12-31" },
          { id: "b", ...row, diedOn: "2023-12-31" },
          { id: "c", ...row, registeredUntil: "2023-12" },
        ],
      },
    },
    {
      id: "dated.fpmt.precarity",
      why: "two of four on the C2S that day, 50 % capped at 25 %: 4 * 46 + 4 * 46 * (25% - 7%) * 50%",
      options: fpmt,
      input: {
        patients: [
          { ...row, c2sFrom: "2024-12-31" },
          { ...row, c2s: "free", c2sUntil: "2024-12-30" },
          { ...row, c2s: "free", c2sUntil: "2024-12-31" },
          row,
          { ...row, c2s: true, diedOn: "2024" },
        ],
      },
    },
  ];
}

/** Computed, left out and refused, each for its physician. */
function batches(): Draft[] {
  const of = (physicianId: string, id: string, more: object): object => ({
    physicianId,
    id,
    ...more,
  });
  const ofA = [
    of("a", "1", { ...row, registeredFrom: "2025-12-31" }),
    of("a", "2", { ...row, diedOn: "2025-12-31" }),
    of("a", "3", { ...row, registeredUntil: "2025" }),
    of("a", "4", { ...row, ald: "oui" }),
  ];
  const ofB = [
    of("b", "1", { ...young, lastSeen: "2025-01" }),
    of("b", "2", { ...row, registeredFrom: "2026", lastSeen: "2026-02" }),
  ];
  const shared = { ...fmt, idsAreShared: true };
  const twice = [of("a", "1", row), of("b", "1", young), of("c", "1", young), of("c", "2", row)];
  const alone = (patients: readonly object[]): Draft["input"] => ({
    physicians: [{ id: "a", zone: "ZIP" }, { id: "b" }],
    patients,
  });
  return [
    {
      id: "dated.batch.sum",
      why: "computed, left out and refused rows of two physicians, the first one: 55 + 55 * 10%",
      call: "batch",
      options: fmt,
      input: alone([ofA[0], ofB[0], ofA[1], ofA[2], ofB[1], ofA[3]] as object[]),
    },
    {
      id: "dated.batch.sum.a",
      why: "the rows of the first alone, which say no last visit: 55 + 55 * 10%",
      call: "batch",
      options: fmt,
      input: alone(ofA),
    },
    {
      id: "dated.batch.sum.b",
      why: "the rows of the second alone; the first has none: 0",
      call: "batch",
      options: fmt,
      input: alone(ofB),
    },
    {
      id: "dated.batch.back",
      why: "who left and came back has two rows, one of them on the list: 55",
      call: "batch",
      options: fmt,
      input: {
        patients: [
          of("a", "1", { ...row, registeredUntil: "2024" }),
          of("a", "1", { ...row, registeredFrom: "2025-02" }),
        ],
      },
    },
    {
      id: "dated.batch.moved",
      why: "who changes physician on the day is on one list, ids being shared: 0",
      call: "batch",
      options: shared,
      input: {
        physicians: [{ id: "a" }, { id: "b" }],
        patients: [
          of("a", "1", { ...row, registeredUntil: "2025-12-30" }),
          of("b", "1", { ...row, registeredFrom: "2025-12-31" }),
        ],
      },
    },
    {
      id: "dated.batch.shared",
      why: "one patient on three lists, of which each is told: 55",
      call: "batch",
      options: shared,
      input: { patients: twice },
    },
    {
      id: "dated.batch.not-shared",
      why: "the same, where each physician has ids of his own: 55",
      call: "batch",
      options: fmt,
      input: { patients: twice },
    },
    {
      id: "dated.batch.not-shared.said",
      why: "the same, and it is said: 55",
      call: "batch",
      options: { ...fmt, idsAreShared: false },
      input: { patients: twice },
    },
    {
      id: "dated.batch.shared.what",
      why: "an answer that is no truth, so INPUT_INVALID at options.idsAreShared",
      call: "batch",
      options: { ...fmt, idsAreShared: "yes" },
      input: { patients: twice },
    },
  ];
}
