import type { Draft } from "../vector.ts";

/** When amounts are paid: equal parts and their odd cents, advances on the list of a year before. */
export const instalments = (): readonly Draft[] => [
  ...oddCents(),
  ...partsOfTheSum(),
  ...advances(),
  ...sameList(),
  ...cut(),
];

/** Uplifts of 10 % of small bases leave cents that four parts do not share. */
function oddCents(): Draft[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((count) =>
    ["last", "first"].flatMap((odd) =>
      ["with-base", "next-year"].map((when): Draft => ({
        id: `instalments.odd-cents.${count}.${odd}.${when}`,
        why: `${count} adults in a ZIP, odd cents to the ${odd}, uplift paid ${when}: ${count} * 5 + ${count} * 5 * 10%`,
        options: {
          schedule: "fr.fmt.2026",
          year: 2027,
          readings: { "odd-cents": odd, "paid-when": when },
        },
        input: {
          physician: { zone: "ZIP", contract: false, firstInstallation: "2001" },
          patients: Array.from({ length: count }, () => ({ age: 40, ald: false, c2s: false })),
        },
      })),
    ),
  );
}

/** Two uplifts of 10 % on 5, 15 or 20 EUR beside the C2S: the sum is cut, or each component. */
function partsOfTheSum(): Draft[] {
  return [1, 3, 4].flatMap((count) =>
    ["sum", "component"].flatMap((parts) =>
      ["last", "first"].map((odd): Draft => ({
        id: `instalments.equal-parts.${count}.${parts}.${odd}`,
        why: `${count} adults, one with the C2S, two uplifts, equal parts of the ${parts}, odd cents to the ${odd}: ${count} * 5 + 10 + 2 * ${count} * 5 * 10%`,
        options: {
          schedule: "fr.fmt.2026",
          year: 2027,
          readings: { "equal-parts": parts, "odd-cents": odd },
        },
        input: {
          physician: {
            zone: "ZIP",
            contract: false,
            firstInstallation: "2001",
            birthDate: "1955-01-01",
          },
          patients: Array.from({ length: count }, (_, i) => ({
            age: 40,
            ald: false,
            c2s: i === 0,
          })),
        },
      })),
    ),
  );
}

const old = { age: 85, ald: true, c2s: false };
const adult = { age: 40, ald: false, c2s: false };

/** `previousPatients` is the list of 31 December 2023; three advances of 25 % of its base. */
function advances(): Draft[] {
  const rows: readonly (readonly [string, string, readonly object[], readonly object[]])[] = [
    ["same", "the same list", [old], [old]],
    ["grew", "a list that grew", [old, old], [old]],
    ["new", "no patient a year before, so no advance", [old], []],
    ["gone", "no patient left, so the balance takes the advances back", [], [old]],
    ["shrank", "a list that shrank, so the balance is negative", [adult], [old]],
    ["both-empty", "two empty lists", [], []],
    ["quarters-of-five", "advances of 1.25", [adult], [adult]],
    [
      "by-birth",
      "ages on the day of each list, 79 then and 80 now",
      [{ birthDate: "1944-06-15", ald: false, c2s: false }],
      [{ birthDate: "1944-06-15", ald: false, c2s: false }],
    ],
    [
      "precarity",
      "the uplift is paid with the balance, from the list of the year",
      [{ ...old, c2s: true }],
      [
        { ...old, c2s: true },
        { ...adult, c2s: true },
      ],
    ],
  ];
  const sums = ["70", "2 * 70", "70", "0", "5", "0", "5", "46", "70 + 6.30"];
  const physicians = {
    whole: {},
    came: { activeFrom: "2024-02-01" },
    leaves: { activeUntil: "2024-12-31" },
  };
  return rows.flatMap(([name, why, patients, previousPatients], i) =>
    Object.entries(physicians).map(([activity, physician]): Draft => ({
      id: `instalments.advances.${name}.${activity}`,
      why: `${why}${activity === "came" ? ", physician who came in the year and has no advance" : ""}: ${sums[i]}`,
      options: { schedule: "fr.fpmt.2024", year: 2024, readings: {} },
      input: { physician, patients, previousPatients },
    })),
  );
}

/** Without a list of the year before, the same patients a year younger, without who was not born. */
function sameList(): Draft[] {
  return (
    [
      ["fr.fpmt.2018", 2020],
      ["fr.fpmt.2024", 2025],
    ] as const
  ).flatMap(([schedule, year]) =>
    [0, 1, 6, 7, 79, 80, 81].flatMap((age) =>
      [false, true].map((ald): Draft => ({
        id: `instalments.same-list.${year}.age-${age}${ald ? ".ald" : ""}`,
        why: `advances on ${age === 0 ? "nobody, for a patient not yet born" : `a patient of ${age - 1}, the balance on one of ${age}`}`,
        options: { schedule, year, readings: {} },
        input: { patients: [{ age, ald, c2s: false }] },
      })),
    ),
  );
}

/** Whole euros never leave cents to cut in an advance; a user's value does. */
function cut(): Draft[] {
  return ["5.01", "5.02", "5.03", "5.04", "5.99"].map((amount): Draft => ({
    id: `instalments.cut.${amount}`,
    why: `an advance is 25 % of ${amount} cut to the cent, not rounded: ${amount}`,
    options: {
      schedule: "fr.fpmt.2024",
      year: 2024,
      readings: {},
      patch: { "base.7-79.amount": amount },
    },
    input: { patients: [adult], previousPatients: [adult] },
  }));
}
