import { describe, expect, test } from "vitest";
import {
  getSchedule,
  loadSchedule,
  toSql,
  type ComputeOptions,
  type Patient,
  type Physician,
  type SqlTarget,
} from "../../src/index.ts";
import { anAdult } from "../support/rows.ts";
import { euros } from "../support/table.ts";
import { fillTables, openDuck, amountsOf as rowsOf } from "./duck.ts";

/** What the query gives, by the arithmetic of the texts. */

const connection = await openDuck();

type Amounts = Readonly<Record<string, number>>;

/** The amounts that are not 0, by the physician or patient that a row of the query is about. */
async function amountsOf(
  patients: readonly Patient[],
  physicians: readonly Physician[] | undefined,
  options: ComputeOptions,
  target: Omit<SqlTarget, "dialect"> = {},
): Promise<Record<string, Record<string, string | null>>> {
  await fillTables(connection, patients, physicians, target.columns ?? {});
  const sql = toSql(
    { dialect: "duckdb", ...(physicians && { physicians: "physicians" }), ...target },
    options,
  );
  return Object.fromEntries(
    (await rowsOf(connection, sql)).map(({ physicianId, id, ...amounts }) => [
      id ?? physicianId,
      Object.fromEntries(
        Object.entries(amounts).filter(
          ([name, amount]) => name !== "patients" && amount !== "0.00",
        ),
      ),
    ]),
  );
}

const written = (all: Readonly<Record<string, Amounts>>): unknown =>
  Object.fromEntries(
    Object.entries(all).map(([name, amounts]) => [
      name,
      Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [id, euros(amount)])),
    ]),
  );

type Row = readonly [name: string, facts: object, amounts: Amounts];

const seen = { ...anAdult, seen: true };
const patientsOf = (rows: readonly Row[]): Patient[] =>
  rows.map(([name, facts]) => ({ ...seen, physicianId: name, id: "p", ...facts }));
const expectedOf = (rows: readonly Row[]): unknown =>
  written(Object.fromEntries(rows.map(([name, , amounts]) => [name, amounts])));

describe("a patient", () => {
  test("under the FMT", async () => {
    const rows: Row[] = [
      ["0", { age: 0 }, { base: 15, total: 15 }],
      ["6", { age: 6 }, { base: 15, total: 15 }],
      ["7", { age: 7 }, { base: 5, total: 5 }],
      ["74", { age: 74 }, { base: 5, total: 5 }],
      ["75", { age: 75 }, { base: 15, total: 15 }],
      ["79", { age: 79 }, { base: 15, total: 15 }],
      ["80", { age: 80 }, { base: 55, total: 55 }],
      ["129", { age: 129 }, { base: 55, total: 55 }],
      ["0 in ALD", { age: 0, ald: true }, { base: 55, total: 55 }],
      ["79 in ALD", { age: 79, ald: true }, { base: 55, total: 55 }],
      ["80 in ALD", { age: 80, ald: true }, { base: 100, total: 100 }],
      ["80 in ALD, not seen", { age: 80, ald: true, seen: false }, { base: 5, total: 5 }],
      ["with the C2S", { c2s: true }, { base: 5, c2s: 10, total: 5 + 10 }],
      ["with 3 actions", { prevention: 3 }, { base: 5, prevention: 3 * 5, total: 5 + 3 * 5 }],
    ];
    expect(await amountsOf(patientsOf(rows), undefined, { year: 2026 })).toEqual(expectedOf(rows));
  });

  test.each<[string, ComputeOptions, Row[]]>([
    [
      "by the birth date, on 31 December 2025",
      { year: 2026 },
      [
        ["born in 1946", { birthDate: "1946-12-31" }, { base: 15, total: 15 }],
        ["born in 1945", { birthDate: "1945-01-01" }, { base: 55, total: 55 }],
      ],
    ],
    [
      "by the birth date, on 31 December 2026",
      { year: 2026, readings: { "reference-day": "31/12/N" } },
      [
        ["born in 1947", { birthDate: "1947-12-31" }, { base: 15, total: 15 }],
        ["born in 1946", { birthDate: "1946-01-01" }, { base: 55, total: 55 }],
      ],
    ],
  ])("%s", async (_, options, rows) => {
    const columns = { birthDate: "birthDate" };
    const patients = patientsOf(rows);
    expect(await amountsOf(patients, undefined, options, { columns })).toEqual(expectedOf(rows));
  });

  test("by the last visit, within two years", async () => {
    const rows: Row[] = [
      ["in 2025", { age: 80, lastSeen: "2025-12-31" }, { base: 55, total: 55 }],
      ["in 2024", { age: 80, lastSeen: "2024-01" }, { base: 55, total: 55 }],
      ["in 2023", { age: 80, lastSeen: "2023" }, { base: 5, total: 5 }],
    ];
    const columns = { lastSeen: "lastSeen" };
    expect(await amountsOf(patientsOf(rows), undefined, { year: 2026 }, { columns })).toEqual(
      expectedOf(rows),
    );
  });

  test("by each case that holds, where a component pays each", async () => {
    const named = { fr: "x", en: "x" };
    const patch = {
      more: {
        ...named,
        per: "patient",
        pick: "each",
        paid: "quarters",
        cases: {
          old: { ...named, when: { age: "80+" }, amount: "1" },
          ald: { ...named, when: { ald: true }, amount: "2" },
        },
      },
    };
    const rows: Row[] = [
      ["80", { age: 80 }, { base: 55, more: 1, total: 55 + 1 }],
      ["79 in ALD", { age: 79, ald: true }, { base: 55, more: 2, total: 55 + 2 }],
      ["80 in ALD", { age: 80, ald: true }, { base: 100, more: 1 + 2, total: 100 + 1 + 2 }],
      ["79", { age: 79 }, { base: 15, total: 15 }],
    ];
    expect(await amountsOf(patientsOf(rows), undefined, { year: 2026, patch })).toEqual(
      expectedOf(rows),
    );
  });

  test("by the kind of C2S, where some amount depends on it", async () => {
    const word = { fr: "x", en: "x", per: "patient", paid: "quarters" };
    const patch = {
      "reads.ifMissing.seen": true,
      free: { ...word, when: { c2s: "free" }, amount: "1" },
      none: { ...word, when: { c2s: false }, amount: "2" },
    };
    const rows: Row[] = [
      ["free", { c2s: "free" }, { base: 5, c2s: 10, free: 1, total: 5 + 10 + 1 }],
      ["contributory", { c2s: "contributory" }, { base: 5, c2s: 10, total: 5 + 10 }],
      ["none", { c2s: false }, { base: 5, none: 2, total: 5 + 2 }],
    ];
    expect(await amountsOf(patientsOf(rows), undefined, { year: 2026, patch })).toEqual(
      expectedOf(rows),
    );
  });

  test("of no named physician, where the list has no column for one", async () => {
    const rows: Row[] = [
      ["a", { id: "p", age: 80 }, {}],
      ["b", { id: "q", age: 6 }, {}],
    ];
    const columns = { physicianId: null };
    expect(await amountsOf(patientsOf(rows), undefined, { year: 2026 }, { columns })).toEqual(
      written({ null: { base: 55 + 15, total: 55 + 15 } }),
    );
  });

  test("by indicators of two prices, of which one depends on the physician's sector", async () => {
    const rows: Row[] = [
      ["a", { prevention: ["flu"] }, { base: 5, prevention: 6, total: 5 + 6 }],
      ["b", { prevention: ["flu", "mmr"] }, { base: 5, prevention: 6 + 5, total: 5 + 6 + 5 }],
      ["c", { prevention: ["mmr"] }, { base: 5, prevention: 5, total: 5 + 5 }],
      ["d", { prevention: ["flu", "mmr"] }, { base: 5, prevention: 5, total: 5 + 5 }],
    ];
    const physicians = rows.map(([id]) => ({ id, sector: id === "d" ? "2-optam" : "1" }) as const);
    const patch = { "prevention.flu.amount": "6", "prevention.flu.when": { sector: "1" } };
    const columns = { indicators: { flu: 'did "flu"', mmr: "did mmr" } };
    expect(
      await amountsOf(patientsOf(rows), physicians, { year: 2026, patch }, { columns }),
    ).toEqual(expectedOf(rows));
  });
});

/** One patient of 80 in ALD and with the C2S for each of some physicians: 100 € and 10 €. */
async function physiciansOf(
  rows: readonly Row[],
  options: ComputeOptions,
  facts: object = { age: 80, ald: true, c2s: true },
  physicianColumns: NonNullable<SqlTarget["physicianColumns"]> = {},
): Promise<unknown> {
  const patients = patientsOf(rows.map(([name]) => [name, facts, {}]));
  return amountsOf(
    patients,
    rows.map(([id, row]) => ({ id, ...row })),
    options,
    { physicianColumns },
  );
}

describe("a physician under the FMT", () => {
  const plain = { base: 100, c2s: 10, total: 110 };
  const zone = (percent: number): Amounts => ({
    base: 100,
    c2s: 10,
    zone: percent,
    total: 110 + percent,
  });

  test("has uplifts on the base", async () => {
    const rows: Row[] = [
      ["unknown", {}, plain],
      ["in a ZIP", { zone: "ZIP" }, zone(10)],
      ["in a QPV", { zone: "QPV" }, zone(10)],
      ["in a ZAC", { zone: "ZAC" }, plain],
      ["in a ZIP, with a contract", { zone: "ZIP", contract: true }, plain],
      ["installed in 2025", { zone: "ZIP", firstInstallation: "2025-03-01" }, zone(50)],
      ["installed in 2024", { zone: "ZIP", firstInstallation: "2024" }, zone(30)],
      ["installed in 2023", { zone: "ZIP", firstInstallation: "2023-12" }, zone(10)],
      ["66", { birthDate: "1959-01-01" }, plain],
      ["67", { birthDate: "1958-12-31" }, { base: 100, c2s: 10, age67: 10, total: 120 }],
      [
        "67 in a ZIP",
        { zone: "ZIP", birthDate: "1958" },
        { base: 100, c2s: 10, zone: 10, age67: 10, total: 130 },
      ],
    ];
    expect(await physiciansOf(rows, { year: 2026 })).toEqual(expectedOf(rows));
  });

  test("is paid if in sector 1 or OPTAM, and active on 31 December 2025", async () => {
    const rows: Row[] = [
      ["sector 1", { sector: "1" }, plain],
      ["OPTAM", { sector: "2-optam" }, plain],
      ["sector 2", { sector: "2" }, {}],
      ["until the day", { activeUntil: "2025-12-31" }, plain],
      ["until the day before", { activeUntil: "2025-12-30" }, {}],
      ["from the day", { activeFrom: "2025-12-31" }, plain],
      ["from the day after", { activeFrom: "2026-01-01" }, {}],
      ["from and until", { activeFrom: "2024-01-01", activeUntil: "2026-06-30" }, plain],
      ["from and until before", { activeFrom: "2024-01-01", activeUntil: "2024-06-30" }, {}],
      ["installed on the day", { firstInstallation: "2025-12-31" }, plain],
      ["installed on the day after", { firstInstallation: "2026-01-01" }, {}],
      ["installed in 2026", { firstInstallation: "2026" }, {}],
      [
        "installed after the first day of activity",
        { activeFrom: "2020-01-01", firstInstallation: "2026-03-01" },
        {},
      ],
    ];
    expect(await physiciansOf(rows, { year: 2026 })).toEqual(expectedOf(rows));
  });

  test.each<[string, Record<string, null>, Row[]]>([
    [
      "the first",
      { activeUntil: null },
      [
        ["from the day", { activeFrom: "2025-12-31" }, plain],
        ["from the day after", { activeFrom: "2026-01-01" }, {}],
        ["unknown", {}, plain],
      ],
    ],
    [
      "the last",
      { activeFrom: null },
      [
        ["until the day", { activeUntil: "2025-12-31" }, plain],
        ["until the day before", { activeUntil: "2025-12-30" }, {}],
        ["unknown", {}, plain],
      ],
    ],
    [
      "neither",
      { activeFrom: null, activeUntil: null },
      [
        ["from the day after", { activeFrom: "2026-01-01" }, plain],
        ["until the day before", { activeUntil: "2025-12-30" }, plain],
        ["installed on the day after", { firstInstallation: "2026-01-01" }, {}],
      ],
    ],
    [
      "none",
      { activeFrom: null, activeUntil: null, firstInstallation: null },
      [["installed on the day after", { firstInstallation: "2026-01-01" }, plain]],
    ],
  ])("is paid by the day of activity that the table has: %s", async (_, columns, rows) => {
    expect(await physiciansOf(rows, { year: 2026 }, undefined, columns)).toEqual(expectedOf(rows));
  });

  test("is paid only if known to be active, where the schedule presumes nothing", async () => {
    const rows: Row[] = [
      ["from", { activeFrom: "2020-01-01" }, plain],
      ["until", { activeUntil: "2030-12-31" }, plain],
      ["until before", { activeUntil: "2020-12-31" }, {}],
      ["unknown", {}, {}],
      ["installed before, which does not tell", { firstInstallation: "2020" }, {}],
    ];
    const patch = { "reads.ifMissing.active": false };
    expect(await physiciansOf(rows, { year: 2026, patch })).toEqual(expectedOf(rows));
    const untilOnly = rows.slice(1);
    expect(
      await physiciansOf(untilOnly, { year: 2026, patch }, undefined, { activeFrom: null }),
    ).toEqual(expectedOf(untilOnly));
  });

  test.each<[string, ComputeOptions["patch"], Row[]]>([
    [
      "the higher of two uplifts alone, the first where they are equal",
      {},
      [
        ["both", { zone: "ZIP", birthDate: "1958" }, zone(10)],
        [
          "the first higher",
          { zone: "ZIP", birthDate: "1958", firstInstallation: "2025" },
          zone(50),
        ],
        ["the first alone", { zone: "ZIP" }, zone(10)],
        ["the second alone", { birthDate: "1958" }, { base: 100, c2s: 10, age67: 10, total: 120 }],
        ["none", {}, plain],
      ],
    ],
    [
      "the higher of two uplifts alone, where it is the second",
      { "age67.rate": "20%" },
      [
        ["both", { zone: "ZIP", birthDate: "1958" }, { base: 100, c2s: 10, age67: 20, total: 130 }],
        ["the first alone", { zone: "ZIP" }, zone(10)],
      ],
    ],
  ])("has %s", async (_, patch, rows) => {
    const options = { year: 2026, readings: { "zone-and-age": "highest" }, patch: { ...patch } };
    expect(await physiciansOf(rows, options)).toEqual(expectedOf(rows));
  });

  test("has uplifts on the C2S too, in the civil year of installation, if so read", async () => {
    const rows: Row[] = [
      [
        "installed in 2025",
        { zone: "ZIP", firstInstallation: "2025" },
        { base: 100, c2s: 10, zone: 33, total: 110 + 33 },
      ],
    ];
    const readings = { "uplift-base": "base-and-c2s", "install-year": "civil" };
    expect(await physiciansOf(rows, { year: 2026, readings })).toEqual(expectedOf(rows));
  });

  test.each<[string, string, Row[]]>([
    [
      "year-1",
      "0-1",
      [
        ["installed in 2025", { zone: "ZIP", firstInstallation: "2025" }, zone(50)],
        ["installed in 2024", { zone: "ZIP", firstInstallation: "2024" }, zone(30)],
        ["installed in 2026", { zone: "ZIP", firstInstallation: "2026" }, {}],
      ],
    ],
    [
      "year-3+",
      "3-200",
      [
        ["installed in 1826", { zone: "ZIP", firstInstallation: "1826" }, zone(10)],
        ["installed in 1825", { zone: "ZIP", firstInstallation: "1825" }, plain],
      ],
    ],
  ])("has the uplift %s in the years of installation %s", async (name, range, rows) => {
    const patch = { [`zone.${name}.when.installationYear`]: range };
    expect(await physiciansOf(rows, { year: 2026, patch })).toEqual(expectedOf(rows));
  });

  test("has uplifts of rates with decimals", async () => {
    // 12.345 % of 100.00 is 12.345, so 12.35; 0.004 % of it 0.004, so nothing.
    const rows: Row[] = [["a", { zone: "ZIP", birthDate: "1958" }, zone(12.35)]];
    const patch = { "zone.year-3+.rate": "12.345%", "age67.rate": "0.004%" };
    expect(await physiciansOf(rows, { year: 2026, patch })).toEqual(expectedOf(rows));
  });

  test("has an uplift of half a cent rounded up", async () => {
    const rows: Row[] = [["a", { zone: "ZIP" }, { base: 5.05, zone: 0.51, total: 5.56 }]];
    const options = { year: 2026, patch: { "base.7-74.amount": "5.05" } };
    expect(await physiciansOf(rows, options, {})).toEqual(expectedOf(rows));
  });
});

describe("a list under the FPMT", () => {
  /** For each list so many patients of 5 €, and so many of them with the C2S. */
  const lists = (sizes: readonly (readonly [patients: number, c2s: number])[]): Patient[] =>
    sizes.flatMap(([size, poor]) =>
      Array.from({ length: size }, (_, i) => ({
        ...anAdult,
        physicianId: `${poor} of ${size}`,
        id: `p${i}`,
        c2s: i < poor,
      })),
    );
  const precarity = (base: number, percent: number): Amounts => {
    const uplift = (base * percent) / 100;
    return { base, ...(uplift > 0 && { precarity: uplift }), total: base + uplift };
  };

  test("has half of what the share of the C2S exceeds 7 % by, up to a share of 25 %", async () => {
    const sizes = [
      [4, 0],
      [100, 7],
      [100, 8],
      [20, 3],
      [4, 1],
      [2, 1],
    ] as const;
    const options = { year: 2024, schedule: "fr.fpmt.2018" };
    expect(await amountsOf(lists(sizes), undefined, options)).toEqual(
      written({
        "0 of 4": precarity(4 * 5, 0),
        "7 of 100": precarity(100 * 5, 0),
        "8 of 100": precarity(100 * 5, (8 - 7) / 2),
        "3 of 20": precarity(20 * 5, (15 - 7) / 2),
        "1 of 4": precarity(4 * 5, (25 - 7) / 2),
        "1 of 2": precarity(2 * 5, (25 - 7) / 2),
      }),
    );
  });

  test("has it up to a rate of 25 %, if so read", async () => {
    const options = {
      year: 2024,
      schedule: "fr.fpmt.2018",
      readings: { "precarity-cap": "rate" },
    };
    expect(
      await amountsOf(
        lists([
          [4, 0],
          [2, 1],
          [2, 2],
        ]),
        undefined,
        options,
      ),
    ).toEqual(
      written({
        "0 of 4": precarity(4 * 5, 0),
        "1 of 2": precarity(2 * 5, (50 - 7) / 2),
        "2 of 2": precarity(2 * 5, 25),
      }),
    );
  });

  test("may have a flat one beside it", async () => {
    const zone = { fr: "x", en: "x", when: { zone: "ZIP" }, rate: "4%", paid: "year-end" };
    const patch = { "reads.ifMissing.zone": "none", zone };
    const physicians = [{ id: "1 of 4", zone: "ZIP" } as const];
    const options = { year: 2024, schedule: "fr.fpmt.2018", patch };
    const [base, precarity, flat] = [20, (20 * (25 - 7)) / 2 / 100, (20 * 4) / 100];
    expect(await amountsOf(lists([[4, 1]]), physicians, options)).toEqual(
      written({ "1 of 4": { base, precarity, zone: flat, total: base + precarity + flat } }),
    );
  });

  test("may have it of rates with decimals", async () => {
    // (21.5 - 6.7) x 33.33 % is 4.93284 % of 20.00, so 0.99; (20 - 6.7) x 33.33 %, 4.43289 % of 25.00, so 1.11.
    const patch = {
      "precarity.rate.above": "6.7%",
      "precarity.rate.slope": "33.33%",
      "precarity.rate.cap": "21.5%",
    };
    const options = { year: 2024, schedule: "fr.fpmt.2018", patch };
    expect(
      await amountsOf(
        lists([
          [4, 1],
          [5, 1],
        ]),
        undefined,
        options,
      ),
    ).toEqual(
      written({
        "1 of 4": { base: 20, precarity: 0.99, total: 20.99 },
        "1 of 5": { base: 25, precarity: 1.11, total: 26.11 },
      }),
    );
  });

  test("may have another by shares of several kinds", async () => {
    // Two of four patients have the C2S, one is in ALD.
    const patients = [0, 1, 2, 3].flatMap((i) =>
      ["a", "b"].map((physicianId) => ({
        ...anAdult,
        physicianId,
        id: `p${i}`,
        c2s: i < 2,
        ald: i === 3,
      })),
    );
    const named = { fr: "x", en: "x" };
    const rate = { above: "0%", slope: "50%", cap: "100%", capOn: "rate" };
    const ofAld = { above: "5%", slope: "10%", share: { ald: true } };
    const patch = {
      "reads.ifMissing.zone": "none",
      poor: {
        ...named,
        paid: "year-end",
        cases: {
          zip: { ...named, when: { zone: "ZIP" }, rate: { ...rate, share: { c2s: true } } },
          other: { ...named, when: { zone: "none" }, rate: { ...rate, ...ofAld } },
        },
      },
    };
    const physicians = [{ id: "a", zone: "ZIP" } as const, { id: "b" }];
    const base = 3 * 5 + 42;
    const due = (percent: number): Amounts => {
      const [precarity, poor] = [(base * 9) / 100, (base * percent) / 100];
      return { base, precarity, poor, total: base + precarity + poor };
    };
    const options = { year: 2024, schedule: "fr.fpmt.2018", patch };
    expect(await amountsOf(patients, physicians, options)).toEqual(
      written({ a: due((50 * 50) / 100), b: due(((25 - 5) * 10) / 100) }),
    );
  });

  test("has it of the free C2S alone, if so read", async () => {
    const kinds = ["free", "contributory", "contributory", false] as const;
    const patients = kinds.map((c2s, i) => ({ ...anAdult, physicianId: "a", id: `p${i}`, c2s }));
    const options = { year: 2024, schedule: "fr.fpmt.2018", readings: { "precarity-of": "free" } };
    expect(await amountsOf(patients, undefined, options)).toEqual(
      written({ a: precarity(4 * 5, (25 - 7) / 2) }),
    );
  });
});

describe("a part of a year under the FPMT", () => {
  const fpmt = { year: 2024, schedule: "fr.fpmt.2018" };
  const due = (base: number): Amounts => ({ base, total: base });

  test("is by the quarters begun", async () => {
    const rows: Row[] = [
      ["to the end", { activeUntil: "2024-12-31" }, due(5)],
      ["nearly to the end", { activeUntil: "2024-12-30" }, due(5)],
      ["into October", { activeUntil: "2024-10-01" }, due(5)],
      ["to September", { activeUntil: "2024-09-30" }, due((5 * 3) / 4)],
      ["into April", { activeUntil: "2024-04-01" }, due((5 * 2) / 4)],
      ["to March", { activeUntil: "2024-03-31" }, due(5 / 4)],
      ["a day", { activeUntil: "2024-01-01" }, due(5 / 4)],
      ["before", { activeUntil: "2023-12-31" }, {}],
      ["after", { activeFrom: "2025-01-01" }, {}],
      ["installed in the year", { firstInstallation: "2024-12-31" }, due(5)],
      ["installed after", { firstInstallation: "2025-01-01" }, {}],
      ["not left", { activeFrom: "2024-10-01" }, due(5)],
      ["a quarter", { activeFrom: "2024-04-01", activeUntil: "2024-06-30" }, due(5 / 4)],
      ["since before", { activeFrom: "2019-10-01", activeUntil: "2024-06-30" }, due((5 * 2) / 4)],
    ];
    expect(await physiciansOf(rows, fpmt, {})).toEqual(expectedOf(rows));
  });

  test.each(["physician", "patient"] as const)(
    "is the same of a schedule without uplifts, for each %s",
    async (grain) => {
      const schedule = loadSchedule({
        ...getSchedule("fr.fpmt.2018"),
        id: "fr.without-uplifts",
        uplifts: undefined,
        readings: undefined,
      });
      const patients = [{ ...anAdult, physicianId: "a", id: "a" }];
      const physicians = [{ id: "a", activeUntil: "2024-03-31" }];
      expect(await amountsOf(patients, physicians, { year: 2024, schedule }, { grain })).toEqual(
        written({ a: due(5 / 4) }),
      );
    },
  );

  test("is by the days, of 366 in 2024, if so read", async () => {
    const rows: Row[] = [
      ["to the end", { activeUntil: "2024-12-31" }, due(70)],
      ["all but a day", { activeUntil: "2024-12-30" }, due(70 - 0.19)],
      ["a day", { activeUntil: "2024-01-01" }, due(70 - 69.81)],
      ["a half", { activeUntil: "2024-07-01" }, due(70 / 2)],
      ["a day of May", { activeFrom: "2024-05-01", activeUntil: "2024-05-01" }, due(70 - 69.81)],
    ];
    const options = { ...fpmt, readings: { leaving: "days" } };
    expect(await physiciansOf(rows, options, { age: 80, ald: true })).toEqual(expectedOf(rows));
  });
});

describe("a part of a year under the FMT, which reads activity on its day", () => {
  const due = (base: number, c2s: number): Amounts => ({ base, c2s, total: base + c2s });

  test("is by the quarters begun", async () => {
    const rows: Row[] = [
      ["to the end", { activeUntil: "2026-12-31" }, due(100, 10)],
      ["to September", { activeUntil: "2026-09-30" }, due(75, 7.5)],
      ["to New Year's Day", { activeUntil: "2026-01-01" }, due(25, 2.5)],
      ["to the day, before the year", { activeUntil: "2025-12-31" }, {}],
      ["to the day before it", { activeUntil: "2025-12-30" }, {}],
      ["from the day after it", { activeFrom: "2026-01-01", activeUntil: "2026-09-30" }, {}],
    ];
    expect(await physiciansOf(rows, { year: 2026, readings: { leaving: "quarters" } })).toEqual(
      expectedOf(rows),
    );
  });

  test("is by the days", async () => {
    const rows: Row[] = [
      ["to the end", { activeUntil: "2026-12-31" }, due(100, 10)],
      ["73 days", { activeUntil: "2026-03-14" }, due(20, 2)],
      ["to the day, before the year", { activeUntil: "2025-12-31" }, {}],
    ];
    expect(await physiciansOf(rows, { year: 2026, readings: { leaving: "days" } })).toEqual(
      expectedOf(rows),
    );
  });
});

describe("the shares of patients", () => {
  const three = [1, 2, 3].map((i) => ({ ...seen, physicianId: "a", id: `p${i}` }));
  const share = (base: number, zone: number): Amounts => ({ base, zone, total: base + zone });

  test("of an uplift sum to it, and cents that are left go to the first of the list", async () => {
    // 10 % of 3 x 5.05 is 1.515, so 1.52: 0.50 each, and two cents over.
    const options = { year: 2026, patch: { "base.7-74.amount": "5.05" } };
    const target = { grain: "patient" } as const;
    expect(await amountsOf(three, [{ id: "a", zone: "ZIP" }], options, target)).toEqual(
      written({ p1: share(5.05, 0.51), p2: share(5.05, 0.51), p3: share(5.05, 0.5) }),
    );
  });

  test("give the cents that are left to the largest remainders first", async () => {
    // 10 % of 5.05 + 5.06 + 5.08 is 1.519, so 1.52: 0.505, 0.506 and 0.508 of it, and two cents over.
    const patch = {
      "base.7-74.amount": "5.05",
      "base.0-6.amount": "5.06",
      "base.75-79.amount": "5.08",
    };
    const patients = three.map((one, i) => ({ ...one, age: [40, 5, 76][i] as number }));
    const target = { grain: "patient" } as const;
    const physicians = [{ id: "a", zone: "ZIP" } as const];
    expect(await amountsOf(patients, physicians, { year: 2026, patch }, target)).toEqual(
      written({ p1: share(5.05, 0.5), p2: share(5.06, 0.51), p3: share(5.08, 0.51) }),
    );
  });

  test("give the cents that are left in the order of a column, if it is named", async () => {
    const options = { year: 2026, patch: { "base.7-74.amount": "5.05" } };
    const target = { grain: "patient", columns: { place: "age" } } as const;
    const patients = three.map((one, i) => ({ ...one, age: 42 - i }));
    expect(await amountsOf(patients, [{ id: "a", zone: "ZIP" }], options, target)).toEqual(
      written({ p1: share(5.05, 0.5), p2: share(5.05, 0.51), p3: share(5.05, 0.51) }),
    );
  });

  test("of an uplift that nobody bears are nothing", async () => {
    const patch = { "base.7-74.amount": "0" };
    const physicians = [{ id: "a", zone: "ZIP" } as const];
    const amounts = await amountsOf(three, physicians, { year: 2026, patch }, { grain: "patient" });
    expect(amounts).toEqual({ p1: {}, p2: {}, p3: {} });
  });

  test("of a reduction sum to it, and are taken off each component", async () => {
    // A day of 366 of 3 x 5.00 is 0.041, so 0.04: 0.01 each, and a cent over.
    // Precarity: 3 of 3 with the C2S, so 9 % of 15.00, 1.35; a day of it is 0.0037, so nothing.
    const patients = three.map((one) => ({ ...one, c2s: true }));
    const options = {
      year: 2024,
      schedule: "fr.fpmt.2018",
      readings: { leaving: "days" },
    };
    const physicians = [{ id: "a", activeUntil: "2024-12-30" }];
    const one = (base: number): Amounts => ({ base, precarity: 0.45, total: base + 0.45 });
    expect(await amountsOf(patients, physicians, options, { grain: "patient" })).toEqual(
      written({ p1: one(5 - 0.02), p2: one(5 - 0.01), p3: one(5 - 0.01) }),
    );
  });

  test("are those of patients without ids too", async () => {
    const target = { grain: "patient", columns: { id: null } } as const;
    expect(await amountsOf(three.slice(0, 1), undefined, { year: 2026 }, target)).toEqual(
      written({ a: { base: 5, total: 5 } }),
    );
  });

  test("of who is not eligible are nothing", async () => {
    const physicians = [{ id: "a", zone: "ZIP", sector: "2" } as const];
    const amounts = await amountsOf(three, physicians, { year: 2026 }, { grain: "patient" });
    expect(amounts).toEqual({ p1: {}, p2: {}, p3: {} });
  });
});
