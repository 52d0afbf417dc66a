import { describe, expect, test } from "vitest";
import {
  assessPrevention,
  bounds,
  checkPolicy,
  compareSchedules,
  compareRegimes,
  compareStatements,
  computePhysician,
  computePhysicians,
  computeReadings,
  ForfaitError,
  getSchedule,
  listSchedules,
  panelsFromCounts,
  projectPanels,
  solveFor,
  sumStatements,
} from "../../src/index.ts";
import { printedBy } from "../support/io.ts";
import { computeGolden, GOLDEN } from "../statement/golden.ts";
import { englishWords, wordsIn } from "./english.ts";
import { printedFaults } from "./faults.ts";
import { files } from "./lists.ts";

/** Texts in both languages that results have as data, which programs show as they are. */

const of = "liste --médecins medecins --année 2026";
const LINES = [
  `calculer ${of}`,
  `calculer ${of} --barème fr.proposal.2024-02-08 --changer base.80+.amount=60.50`,
  `calculer ${of} --année-précédente liste --barème fr.fpmt.2024 --année 2025`,
  "calculer fautes --médecins medecins --année 2026",
  "calculer liste --médecins refusés --année 2026",
  "calculer --effectifs effectifs --année 2026",
  "calculer --effectifs effectifs --année 2026 --augmenter 1",
  "vérifier fautes --année 2026",
  `expliquer ${of} --patient P1`,
  `interprétations ${of} --médecin A`,
  "interprétations --effectifs effectifs --année 2026",
  `vérifier-versement ${of} --médecin A --versé versements`,
  "rapprocher liste caisse --année 2026 --médecin A",
  `comparer ${of} --changer base.80+.amount=60.50`,
  `comparer ${of} --a fr.fpmt.2024 --b fr.fmt.2026`,
  `résoudre ${of} --chemin base.80+.amount --total 200`,
  `régimes ${of} --ajout ROSP=4900`,
  "vérifier-promesse --année 2026",
  "à-faire liste --au 15/10/2026 --actes actes",
];

const english = englishWords();

/** Every `{ fr, en }` below a value, by its path. */
function* textsIn(value: unknown, path = ""): Generator<readonly [string, string, string]> {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  const { fr, en } = value as { readonly fr?: unknown; readonly en?: unknown };
  if (typeof fr === "string" && typeof en === "string") yield [path, fr, en];
  for (const [key, inner] of Object.entries(value))
    yield* textsIn(inner, Array.isArray(value) ? `${path}[]` : `${path}.${key}`);
}

function faultsIn(result: unknown): string[] {
  const texts = [...textsIn(result)].filter(([path]) => !isOfDocument(path));
  return texts.flatMap(([path, fr, en]) =>
    [
      ...printedFaults(fr, "fr"),
      ...printedFaults(en, "en"),
      ...(ofCode(path) ? [] : wordsIn(fr).filter((word) => english.has(word))),
    ].map((fault) => `${path}: ${fault} (${fr})`),
  );
}

/** What is allowed of a row or an option of the library has the names that a program writes. */
const ofCode = (path: string): boolean => /refusal|\.allowed$|^\.message$/.test(path);

/** A value of a document is as the document writes it. */
const isOfDocument = (path: string): boolean => /\.parameters\[\]\.[ab]\b/.test(path);

test.each(LINES)("%s --format json", async (line) => {
  const { out } = await printedBy([...line.split(" "), "--format", "json"], { files });
  const result = JSON.parse(out) as unknown;
  expect(faultsIn(result)).toEqual([]);
});

describe("the library", () => {
  const table = [{ age: "7-74", ald: false, c2s: true, n: 100, seen: true, prevention: 3 }];
  const panels = panelsFromCounts(table, { year: 2026, split: "even" });
  const patients = [
    { id: "a", age: 82, ald: true, c2s: true, seen: false, prevention: ["flu"] },
    { id: "b", age: 40, ald: false, c2s: false, seen: true },
  ];
  const list = { patients };
  const year = 2026;
  const statement = computePhysician(list, { year });

  const results: Readonly<Record<string, () => unknown>> = {
    statements: () => GOLDEN.map((id) => computeGolden(id)),
    "a sum": () => sumStatements([statement]),
    "two statements": () => compareStatements(statement, computePhysician(list, { year: 2027 })),
    readings: () => computeReadings(list, { year }),
    "refused rows": () =>
      computePhysicians({ patients: [{ age: 200 } as never, { ald: 3 } as never] }, { year }),
    bounds: () => bounds(panels, { year, unknown: { prevention: "50%", seen: "10%" } }),
    projections: () => [
      projectPanels(panels, { to: 2028 }),
      projectPanels(panels, { to: 2028, exits: { "0-129": "2%" } }),
    ],
    comparisons: () =>
      listSchedules().flatMap(({ id }) => {
        try {
          return [compareSchedules(panels, { year, b: id })];
        } catch (error) {
          return [error];
        }
      }),
    regimes: () => [compareRegimes(panels, { year })],
    policies: () => checkPolicy(panels, { year, policy: "nobody-loses", old: "fr.fpmt.2024" }),
    solutions: () =>
      ["10", "9000000"].map((change) =>
        solveFor(panels, { year, path: "base.ald-80+.amount", target: { change } }),
      ),
    assessments: () =>
      assessPrevention(
        { ...patients[0], sex: "F" } as never,
        { year, asOf: "2026-10-15" } as never,
      ),
  };

  test.each(Object.entries(results))("%s", (_, make) => {
    const result = make();
    expect([...textsIn(result)].length).toBeGreaterThan(0);
    expect(faultsIn(result)).toEqual([]);
  });

  test("its errors", () => {
    for (const call of [
      () => getSchedule("fr.none" as never),
      () => computePhysician(list, { year: 1900 }),
      () => computePhysician(list, { year, patch: { "base.80+.amount": "x" } }),
      () => computePhysician(list, { year, readings: { "zone-and-age": "x" } as never }),
      () => computePhysician({ patients: [{ ...patients[1], birthDate: "x" } as never] }, { year }),
    ])
      try {
        call();
        expect.unreachable();
      } catch (error) {
        if (!(error instanceof ForfaitError)) throw error;
        expect(faultsIn(error.refusal)).toEqual([]);
      }
  });
});
