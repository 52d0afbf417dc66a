import { expect, test } from "vitest";
import { computePhysician, type Physician, type Statement } from "../../src/index.ts";
import { refused, why } from "../support/refused.ts";
import { table, tableOfEuros, type Row } from "../support/table.ts";

const statement = (physician: Physician, year = 2026, schedule?: string): Statement =>
  computePhysician(
    { physician, patients: [{ age: 80, ald: true, c2s: false, seen: true }] },
    { year, ...(schedule !== undefined && { schedule }) },
  );

const sectors = (amount: number): Row<Physician, number>[] => [
  ["sector 1", { sector: "1" }, amount],
  ["sector 2 under OPTAM", { sector: "2-optam" }, amount],
  ["sector 2", { sector: "2" }, 0],
  ["a sector that is not told: taken as 1", {}, amount],
];

tableOfEuros(
  "the FMT pays sector 1 and OPTAM",
  sectors(100),
  (physician) => statement(physician).total,
);
tableOfEuros("so does the FPMT", sectors(70), (physician) => statement(physician, 2024).total);
tableOfEuros(
  "so does the proposal",
  sectors(70),
  (physician) => statement(physician, 2024, "fr.proposal.2024-02-08").total,
);

const reasons = ({ warnings }: Statement): string[] =>
  warnings.map(({ code, path, fr, en }) => {
    expect(code).toBe("not-eligible");
    return `${path}: ${fr} / ${en}`;
  });

table<readonly [physician: Physician, year?: number], readonly string[]>(
  "an ineligible physician has a statement of zero, with the reason",
  [
    [
      "sector 2",
      [{ sector: "2" }],
      [
        "physician.sector: rien n'est dû\u00a0: le forfait va aux médecins de secteur 1, ou de secteur 2 avec OPTAM / nothing is due: physicians of sector 1, or of sector 2 under OPTAM are paid",
      ],
    ],
    [
      "not in activity on the reference day",
      [{ activeFrom: "2026-01-01" }],
      [
        "physician.active: rien n'est dû\u00a0: le médecin n'était pas en activité au 31/12/2025 / nothing is due: the physician was not in activity on 2025-12-31",
      ],
    ],
    [
      "for two reasons",
      [{ sector: "2", activeUntil: "2022-12-31" }],
      [
        "physician.active: rien n'est dû\u00a0: le médecin n'était pas en activité au 31/12/2025 / nothing is due: the physician was not in activity on 2025-12-31",
        "physician.sector: rien n'est dû\u00a0: le forfait va aux médecins de secteur 1, ou de secteur 2 avec OPTAM / nothing is due: physicians of sector 1, or of sector 2 under OPTAM are paid",
      ],
    ],
    [
      "gone before the year, under the FPMT",
      [{ activeUntil: "2023-12-31" }, 2024],
      [
        "physician.active: rien n'est dû\u00a0: le médecin n'était pas en activité en 2024 / nothing is due: the physician was not in activity in 2024",
      ],
    ],
    ["eligible: no reason", [{ sector: "1", activeFrom: "2020-01-01" }], []],
  ],
  ([physician, year]) => reasons(statement(physician, year)),
);

test("a statement of zero has every component, every instalment, and the patients that it was read from", () => {
  const { lines, patients, components, total, instalments } = statement({ sector: "2" }, 2024);
  expect({ lines, patients, components, total }).toEqual({
    lines: [],
    patients: 1,
    components: { base: "0.00", precarity: "0.00" },
    total: "0.00",
  });
  expect(instalments.map(({ due, amount }) => `${due} ${amount}`)).toEqual([
    "2024-06 0.00",
    "2024-09 0.00",
    "2024-11 0.00",
    "2025-03 0.00",
  ]);
});

const assumed = (physician: Physician): string[] =>
  statement(physician)
    .assumptions.filter(({ code, path }) => code === "if-missing" && path.startsWith("physician"))
    .map(({ path, fr, en }) => `${path}: ${fr} / ${en}`);

const activeAndSector = [
  "physician.active: activité au 31/12/2025\u00a0: non indiquée, supposée / activity on 2025-12-31: not given, supposed",
  "physician.sector: secteur\u00a0: non indiqué, supposé 1 / sector: not given, taken as 1",
];
const zone =
  "physician.zone: zone du cabinet\u00a0: non indiquée, supposée «\u00a0hors ZIP et QPV\u00a0» / zone of the practice: not given, taken as outside ZIP and QPV";
const young =
  "physician.physicianAge: âge du médecin\u00a0: non indiqué, supposé inférieur à 67 ans / physician's age: not given, taken as under 67 years";

table<Physician, readonly string[]>(
  "a fact that is not told takes the schedule's default, which is said where it decides",
  [
    ["nothing is told", {}, [...activeAndSector, zone, young]],
    [
      "all is told",
      {
        sector: "1",
        activeFrom: "2020-01-01",
        zone: "ZIP",
        contract: false,
        firstInstallation: "2020",
        age: 50,
      },
      [],
    ],
    [
      "the zone is, and then contract and installation decide",
      { sector: "1", activeFrom: "2020-01-01", age: 50, zone: "ZIP" },
      [
        "physician.contract: contrat CAIM, COSCOM, COTRAM ou CSTM\u00a0: non indiqué, supposé absent / CAIM, COSCOM, COTRAM or CSTM contract: not given, taken as absent",
        "physician.installationYear: date d'installation\u00a0: non indiquée, supposée antérieure à 2024 / date of installation: not given, taken as before 2024",
      ],
    ],
    [
      "an installation says nothing of activity",
      { sector: "1", zone: "none", age: 50, firstInstallation: "2020" },
      activeAndSector.slice(0, 1),
    ],
  ],
  assumed,
);

const notActive =
  "physician.active: rien n'est dû\u00a0: le médecin n'était pas en activité au 31/12/2025 / nothing is due: the physician was not in activity on 2025-12-31";
const notActiveIn2024 = notActive
  .replace("au 31/12/2025", "en 2024")
  .replace("on 2025-12-31", "in 2024");

table<readonly [physician: Physician, year: number], readonly [string, ...string[]]>(
  "a first installation after the day is no activity on it, as a first day of activity",
  [
    ["installed in March 2026", [{ firstInstallation: "2026-03-01" }, 2026], ["0.00", notActive]],
    ["in activity from that day", [{ activeFrom: "2026-03-01" }, 2026], ["0.00", notActive]],
    [
      "installed on the day after",
      [{ firstInstallation: "2026-01-01" }, 2026],
      ["0.00", notActive],
    ],
    ["on the day", [{ firstInstallation: "2025-12-31" }, 2026], ["100.00"]],
    ["in 2026, without a day", [{ firstInstallation: "2026" }, 2026], ["0.00", notActive]],
    ["in a month of 2025", [{ firstInstallation: "2025-12" }, 2026], ["100.00"]],
    [
      "in activity before it was installed",
      [{ firstInstallation: "2026-03-01", activeFrom: "2020-01-01" }, 2026],
      ["0.00", notActive],
    ],
    [
      "installed before, and gone before the day",
      [{ firstInstallation: "2020", activeUntil: "2025-12-30" }, 2026],
      ["0.00", notActive],
    ],
    ["the year after, it is paid", [{ firstInstallation: "2026-03-01" }, 2027], ["100.00"]],
    ["FPMT: in the year of payment", [{ firstInstallation: "2024-12-31" }, 2024], ["70.00"]],
    [
      "FPMT: in the year after",
      [{ firstInstallation: "2025-01-01" }, 2024],
      ["0.00", notActiveIn2024],
    ],
  ],
  ([physician, year]) => {
    const one = statement(physician, year);
    return [one.total, ...reasons(one)];
  },
);

test("who installs in the year of an FPMT has no advances, as who comes in it", () => {
  const parts = (physician: Physician): readonly string[] =>
    statement(physician, 2024).instalments.map(({ due, amount }) => `${due} ${amount}`);
  const late = ["2024-06 0.00", "2024-09 0.00", "2024-11 0.00", "2025-03 70.00"];
  expect(parts({ activeFrom: "2024-03-01" })).toEqual(late);
  expect(parts({ firstInstallation: "2024-03-01" })).toEqual(late);
  expect(parts({ firstInstallation: "2023-12-31" })).not.toEqual(late);
});

test("a fact of the physician that decides, and has no default, is refused", () => {
  const compute = (physician: Physician): Statement =>
    computePhysician(
      { physician, patients: [] },
      { year: 2026, patch: { "reads.ifMissing.sector": null } },
    );
  const allowed = [
    "une valeur : le barème n'a pas de défaut pour sector",
    "a value: the schedule has no default for sector",
  ] as const;
  expect(refused(() => compute({}))).toEqual(
    why("FACT_MISSING", "physician.sector", "undefined", ...allowed),
  );
  expect(compute({ sector: "1" }).total).toBe("0.00");
});
