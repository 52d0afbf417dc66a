import { expect, test } from "vitest";
import { computePhysician, getSchedule, type ComputeOptions } from "../../src/index.ts";
import { MOST_INDICATORS } from "../../src/facts.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { anAdult, batch, whyRefused } from "../support/rows.ts";
import { table, tableOfEuros } from "../support/table.ts";

const path = "patients[0].prevention";
const indicatorsOrCount = [
  "des indicateurs, ou un nombre de 0 à 15",
  "indicators, or a number from 0 to 15",
] as const;
const all = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});

test("a schedule whose only indicator is taken away names none, so that it limits no number", () => {
  const options = {
    year: 2026,
    schedule: "fr.proposal.2024-02-08",
    patch: { "prevention.any": null },
  } as const;
  const codes = [MOST_INDICATORS, MOST_INDICATORS + 1].map(
    (prevention) =>
      refused(() => computePhysician({ patients: [{ ...anAdult, prevention }] }, options)).code,
  );
  expect(codes).toEqual(["PREVENTION_UNPRICED", "PREVENTION_INVALID"]);
});

table<unknown, readonly Why[]>(
  "prevention is refused",
  [
    ["16 actions", 16, [why("PREVENTION_INVALID", path, "16", ...indicatorsOrCount)]],
    ["-1 action", -1, [why("PREVENTION_INVALID", path, "-1", ...indicatorsOrCount)]],
    ["an action and a half", 1.5, [why("PREVENTION_INVALID", path, "1.5", ...indicatorsOrCount)]],
    ["in words", "flu", [why("PREVENTION_INVALID", path, '"flu"', ...indicatorsOrCount)]],
    ["true", true, [why("PREVENTION_INVALID", path, "true", ...indicatorsOrCount)]],
    [
      "an indicator that is a number",
      [1],
      [why("PREVENTION_INVALID", path, "1", ...indicatorsOrCount)],
    ],
    ["an empty indicator", [""], [why("PREVENTION_INVALID", path, '""', ...indicatorsOrCount)]],
    [
      "an unknown indicator",
      ["flu", "tetanus"],
      [why("PREVENTION_UNKNOWN", path, '"tetanus"', all.join(", "))],
    ],
    [
      "an indicator whose name every object has",
      ["constructor"],
      [why("PREVENTION_UNKNOWN", path, '"constructor"', all.join(", "))],
    ],
    [
      "one indicator twice",
      ["flu", "hpv", "flu"],
      [
        why(
          "PREVENTION_TWICE",
          path,
          '"flu"',
          "chaque indicateur une seule fois",
          "each indicator once",
        ),
      ],
    ],
  ],
  (prevention) => whyRefused(batch([{ ...anAdult, prevention }])),
);

table<unknown, readonly Why[]>(
  "prevention is accepted",
  [
    ["no action", 0, []],
    ["15 actions", 15, []],
  ],
  (prevention) => whyRefused(batch([{ ...anAdult, prevention }])),
);

tableOfEuros<unknown>(
  "prevention is paid by the action",
  [
    ["none in the row", undefined, 0],
    ["an empty cell", "", 0],
    ["null", null, 0],
    ["an empty list", [], 0],
    ["no action", 0, 0],
    ["one indicator", ["flu"], 5],
    ["three indicators", ["flu", "hpv", "dental"], 3 * 5],
    ["a count of three", 3, 3 * 5],
    ["all the 15 indicators", all, 15 * 5],
    ["a count of 15", 15, 15 * 5],
  ],
  (prevention) => batch([{ ...anAdult, prevention }]).statements[0]?.components["prevention"] ?? "",
);

const unpriced = [
  "la liste des indicateurs : leurs prix diffèrent",
  "the list of indicators: their prices differ",
] as const;
const dearFlu: ComputeOptions = { year: 2026, patch: { "prevention.flu.amount": "6" } };
const noFlu: ComputeOptions = { year: 2026, patch: { "prevention.flu": null } };

table<readonly [prevention: unknown, options: ComputeOptions], readonly Why[]>(
  "what is accepted depends on the schedule",
  [
    [
      "a count, when prices differ",
      [3, dearFlu],
      [why("PREVENTION_UNPRICED", path, "3", ...unpriced)],
    ],
    ["indicators, when prices differ", [["flu", "hpv"], dearFlu], []],
    [
      "an indicator that the user took away",
      [["flu"], noFlu],
      [why("PREVENTION_UNKNOWN", path, '"flu"', all.filter((id) => id !== "flu").join(", "))],
    ],
    [
      "any action, under the proposal",
      [["tetanus"], { year: 2026, schedule: "fr.proposal.2024-02-08" }],
      [],
    ],
    ["any action, under the FPMT, which pays none", [["tetanus"], { year: 2024 }], []],
    [
      "a count that is none, under the FPMT as well",
      [MOST_INDICATORS + 1, { year: 2024 }],
      [
        why(
          "PREVENTION_INVALID",
          path,
          `${MOST_INDICATORS + 1}`,
          `des indicateurs, ou un nombre de 0 à ${MOST_INDICATORS}`,
          `indicators, or a number from 0 to ${MOST_INDICATORS}`,
        ),
      ],
    ],
  ],
  ([prevention, options]) => whyRefused(batch([{ ...anAdult, prevention }], undefined, options)),
);

tableOfEuros<ComputeOptions>(
  "indicators of two prices",
  [
    ["a dear one and another", dearFlu, 6 + 5],
    ["both dear", { year: 2026, patch: { "prevention.amount": "6" } }, 2 * 6],
  ],
  (options) =>
    computePhysician({ patients: [{ ...anAdult, prevention: ["flu", "hpv"] }] }, options)
      .components["prevention"] ?? "",
);
