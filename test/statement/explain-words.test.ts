import { describe, expect, test } from "vitest";
import {
  explainPatient,
  loadSchedule,
  type ComputeOptions,
  type Explanation,
  type LocalizedText,
  type Patient,
  type Physician,
} from "../../src/index.ts";
import { patientText } from "../../src/statement/patient-text.ts";
import { anAdult } from "../support/rows.ts";
import { table } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

/** The sentences of an explanation that hang on the rest of the list, or on what is not due. */

const explained = (
  patients: readonly Patient[],
  options: ComputeOptions = { year: 2026 },
  physician: Physician = {},
): Explanation => explainPatient({ physician, patients, id: "p" }, options);
const p: Patient = { id: "p", ...anAdult };
const plain = ({ fr, en }: LocalizedText): string[] => [fr.normalize("NFKC"), en];
const sentences = ({ lines }: Explanation): string[][] =>
  lines.map(({ sentence }) => plain(sentence));

describe("a rate of the whole list, of which a patient has a share", () => {
  // 100 patients at 5 EUR, 20 on the C2S: (20 % - 7 %) / 2 = 6.5 % of 500 is 32.50
  const list = (at: number): Patient[] =>
    Array.from({ length: 100 }, (_, i) => ({
      ...anAdult,
      c2s: i < 20,
      ...(i === at && { id: "p" }),
    }));

  test("the first ones have the odd cent, which the rate gives too: 6.5 % of 5 is 0.325", () => {
    expect(sentences(explained(list(0), { year: 2025 }))[1]).toEqual([
      expect.stringMatching(/ : 0,33 €, soit 6,5 % de ses 5,00 €\.$/),
      expect.stringMatching(/: €0\.33, that is 6\.5% of their €5\.00\.$/),
    ]);
  });

  test("the last ones have a cent less than the rate gives", () => {
    expect(sentences(explained(list(99), { year: 2025 }))[1]).toEqual([
      expect.stringMatching(/ : 0,32 €, au partage des centimes près 6,5 % de ses 5,00 €\.$/),
      expect.stringMatching(/: €0\.32, but for the cents that are shared 6\.5% of their €5\.00\.$/),
    ]);
  });
});

test("half a year takes half of each component, each told with its own base", () => {
  // ALD of 82 years: 70; the share of 100 % counts as 25 %: (25 % - 7 %) / 2 = 9 %, 6.30
  const [, share, base, precarity] = sentences(
    explained(
      [{ ...p, age: 82, ald: true, c2s: true }],
      { year: 2020 },
      { activeUntil: "2020-05-05" },
    ),
  );
  expect(share?.[1]).toMatch(/: €6\.30, that is 9% of their €70\.00\.$/);
  expect(base?.[1]).toMatch(/: −€35\.00, that is −50% of their €70\.00\.$/);
  expect(precarity?.[1]).toMatch(/: −€3\.15, that is −50% of their €6\.30\.$/);
});

test("the birth date is that of the patient who is explained", () => {
  const born = (id: string, birthDate: string): Patient => ({
    id,
    birthDate,
    ald: false,
    c2s: false,
  });
  expect(explained([born("q", "1950-01-01"), born("p", "1936-07")]).facts.en).toBe(
    "89 years old on 2025-12-31 (born 1936-07), no ALD, no C2S, last visit not given",
  );
});

table<unknown, string>(
  "what a row says of the birth is told if it is a date, a month or a year",
  [
    ["a day", "1936-07-13", "89 ans au 31/12/2025 (naissance : 13/07/1936), ALD, C2S, vu"],
    ["a month", "1936-07", "89 ans au 31/12/2025 (naissance : 07/1936), ALD, C2S, vu"],
    ["a year", "1936", "89 ans au 31/12/2025 (naissance : 1936), ALD, C2S, vu"],
    ["nothing", undefined, "89 ans au 31/12/2025, ALD, C2S, vu"],
    ["an empty cell", "", "89 ans au 31/12/2025, ALD, C2S, vu"],
    ["a day as it is written", "13/07/1936", "89 ans au 31/12/2025, ALD, C2S, vu"],
    ["a time", "1936-07-13T00:00", "89 ans au 31/12/2025, ALD, C2S, vu"],
    ["a word before", "né 1936", "89 ans au 31/12/2025, ALD, C2S, vu"],
  ],
  (birth) => patientText({ age: 89, ald: true, c2s: "yes", seen: "yes" }, "2025-12-31", birth).fr,
);

describe("what is not due", () => {
  const notPaid = (patients: readonly Patient[], options?: ComputeOptions, physician?: Physician) =>
    explained(patients, options, physician).notPaid.map(plain);

  test("each part with what it is due for", () => {
    expect(notPaid([p])).toEqual([
      [
        "Majoration C2S : rien (seulement si C2S : oui)",
        "C2S supplement: nothing (only if C2S: yes)",
      ],
      [
        "Prévention, indicateurs validés en 2026 : rien, aucun indicateur validé",
        "Prevention, indicators validated in 2026: nothing, no indicator validated",
      ],
      [
        "Majoration de zone : rien (seulement si zone du cabinet : ZIP ou QPV ; contrat CAIM, COSCOM, COTRAM ou CSTM en cours : non)",
        "Zone uplift: nothing (only if zone of the practice: ZIP or QPV; running CAIM, COSCOM, COTRAM or CSTM contract: no)",
      ],
      [
        "Majoration « médecin de 67 ans et plus » : rien (seulement si âge du médecin : 67 ans et plus)",
        "Uplift for a physician aged 67 or over: nothing (only if physician's age: 67 years and over)",
      ],
    ]);
  });

  test("a part whose cases ask different facts, with their names", () => {
    const options = { year: 2026, schedule: "fr.round.2024-05-17" } as const;
    expect(notPaid([p], options)).toContainEqual([
      "Majoration C2S : rien (selon : dernière consultation, C2S)",
      "C2S supplement: nothing (by: last visit, C2S)",
    ]);
  });

  test("a part that asks nothing, of an amount of nothing", () => {
    const schedule = loadSchedule(
      villageWith({ "amounts.c2s.when": undefined, "amounts.c2s.amount": "0" }),
    );
    expect(notPaid([{ ...p, prevention: [] }], { year: 2026, schedule })).toContainEqual([
      "C2S : rien",
      "C2S: nothing",
    ]);
  });

  test("of whom nothing is due, why, and no other notice", () => {
    const physician = { sector: "2", name: "Dr A" } as Physician;
    expect(notPaid([p], { year: 2026 }, physician)).toEqual([
      [
        "rien n'est dû : le forfait va aux médecins de secteur 1, ou de secteur 2 avec OPTAM",
        "nothing is due: physicians of sector 1, or of sector 2 under OPTAM are paid",
      ],
    ]);
    expect(notPaid([p], { year: 2026 }, { name: "Dr A" } as Physician)).toEqual(notPaid([p]));
  });
});

test("only questions of the patient's own lines are told", () => {
  const schedule = loadSchedule(villageWith());
  const asked = (physician: Physician): string[] =>
    explained([{ ...p, prevention: [] }], { year: 2026, schedule }, physician).interpretations.map(
      ({ en }) => en,
    );
  expect(asked({ zone: "ZIP" })).toEqual(["What does the uplift bear on? The base."]);
  expect(asked({ zone: "none" })).toEqual([]);
});

test("a question bears on a line of which an option changes one value among others", () => {
  const schedule = loadSchedule(
    villageWith({
      "readings.prices": {
        fr: "Quels prix ?",
        en: "Which prices?",
        default: "old",
        because: "usage",
        or: { new: { "c2s.amount": "5", "care.amount": "4" } },
        answers: { old: { fr: "les anciens", en: "the old" }, new: { fr: "neufs", en: "the new" } },
      },
    }),
  );
  const { lines } = explained([{ ...p, c2s: true, prevention: ["flu"] }], { year: 2026, schedule });
  // One patient on the C2S is a share of 100 %, which the uplift pays for too.
  expect(lines.map(({ rule, readings }) => [rule, readings])).toEqual([
    ["base.adult.amount", {}],
    ["c2s.amount", { prices: "old" }],
    ["care.flu.amount", { prices: "old" }],
    ["share.any.rate", { "uplift-base": "base" }],
  ]);
});
