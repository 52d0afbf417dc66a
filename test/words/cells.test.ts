import { describe, expect, test } from "vitest";
import { cellReader } from "../../src/words/cells.ts";
import { elements } from "../../src/words/lists.ts";
import { MISSING_MARKERS } from "../../src/words/missing.ts";

/** What each text is read as in a field; a text that comes back unchanged is refused later. */
const reads = (field: string, meanings: Readonly<Record<string, unknown>>): void => {
  const read = cellReader(field);
  test.each(Object.entries(meanings))(`${field}: %s`, (text, value) => {
    expect(read(text)).toEqual(value);
  });
};
const refuses = (field: string, texts: readonly string[]): void => {
  const read = cellReader(field);
  test.each(texts)(`${field}: %s is passed on as written`, (text) => {
    expect(read(text)).toBe(text);
  });
};

/** Fields whose cells mean something; ids are kept as written. */
const FIELDS = ["ald", "c2s", "seen", "contract", "zone", "sector", "age", "birthDate", "lastSeen"];

describe("a text is not stripped until it means something", () => {
  const doubts = [
    "Non ?",
    "1 ?",
    "oui?",
    "<> non",
    "≠ oui",
    "!oui",
    "~1",
    "-1",
    "+1",
    "o/",
    "n°",
    "非0",
    "non!",
    "(oui)",
    "«oui»",
    "'oui'",
    "oui/non",
    "oui,non",
    "#1",
    "1=1",
    "oui..",
    "0ui",
    "^1",
    "?",
    "-",
    "--",
    ".",
    "/",
    "NC",
    "ND",
    "NR",
    "#REF!",
    "#VALEUR!",
    "o̸ui",
    "N̶",
    "non\u200b",
  ];
  for (const field of ["ald", "c2s", "seen", "contract"]) refuses(field, doubts);
  refuses("contract", ["11.0", "1.0x", "1.5"]);
  refuses("sector", ["12.0", "1.0x"]);
  refuses("conditions", ["[diabète}"]);
  refuses("zone", ["ZIP ?", "!ZIP", "non ZIP", "ZIP/QPV", "<ZIP>", "ZRR", "-", "HZ"]);
  refuses("sector", ["1?", "~2", "-1", "3", "1/2", "1.5", "secteur", "2 sauf optam"]);
  refuses("ald", [
    "ALD 0",
    "ALD 33",
    "ALD ?",
    "ALD non exonérante",
    "non ALD 8",
    "ALD 8 ?",
    "ALD 1x",
    "plus de 100 %",
    "100 % ?",
    "100",
    "maternité",
    "12/03/2019",
  ]);
  refuses("c2s", ["AME", "ACS ?", "2", "oui non", "non gratuite", "gratuite ?"]);
  refuses("birthDate", ["02/15/1944", "2-13-1944", "12.19.1944", "1944/15/02", "1944 13 1"]);
  refuses("prevention", ["{flu)", "[flu}", "set(flu]"]);
});

describe("yes and no", () => {
  const yes = [
    "oui",
    "Oui.",
    "O",
    "VRAI",
    "t",
    "TRUE",
    "Y",
    "1",
    "1.0",
    "1,0",
    "1.00",
    "X",
    "✓",
    "✔️",
    "☑",
  ];
  const no = ["non", "NON.", "N", "FAUX", "f", "false", "no", "0", "0.0", "0,0", "☐", "n o n"];
  for (const field of ["ald", "c2s", "seen", "contract"])
    reads(
      field,
      Object.fromEntries([...yes.map((one) => [one, true]), ...no.map((one) => [one, false])]),
    );
  refuses("ald", ["✗", "✘", "☒", "❌", "2.0", "1.5", "10", "xx"]);
  reads("ald", {
    "ALD 30": true,
    ALD30: true,
    ald_31: true,
    "ALD 8": true,
    "ALD 15": true,
    "ALD 32": true,
    "100 %": true,
    "100%": true,
    Exo: true,
    exonérée: true,
    "Exo ALD": true,
    "en ALD": true,
    "Hors ALD": false,
    "sans ALD": false,
    "pas d’ALD": false,
  });
  reads("c2s", {
    CSS: true,
    c2s: true,
    "CMU-C": true,
    cmuc: true,
    "Oui - gratuite": "free",
    "oui, gratuite": "oui, gratuite",
    "C2S sans participation": "free",
    "CSS avec participation": "contributory",
    "Sans participation": "free",
    payante: "contributory",
    none: false,
    Aucune: false,
    "hors C2S": false,
    "pas de CSS": false,
  });
});

describe("zones, sectors and numbers", () => {
  reads("zone", {
    zip: "ZIP",
    "Q.P.V.": "QPV",
    "zone d'intervention prioritaire": "ZIP",
    none: "none",
    "Hors zone": "none",
    "Zone d’action complémentaire": "ZAC",
    "quartier prioritaire de la ville": "QPV",
    sans: "none",
  });
  reads("sector", {
    "1": "1",
    "1.0": "1",
    "2,0": "2",
    "Secteur 1": "1",
    S2: "2",
    "secteur 2 – OPTAM": "2-optam",
    OPTAM: "2-optam",
  });
  reads("age", {
    "54 ans": 54,
    "54": 54,
    "82.0": 82,
    "82,00": 82,
    "1 an": 1,
    "7 years": 7,
    "054": 54,
  });
  refuses("age", ["6 mois", "54,5", "-1", "1,000", "1e2", "54 ans ?", "~54", "54-55", "80+"]);
});

describe("a day is a day", () => {
  reads("birthDate", {
    "1945-05-01": "1945-05-01",
    "01/05/1945": "1945-05-01",
    "1.5.1945": "1945-05-01",
    "1945/05/01": "1945-05-01",
    "1945-5-1": "1945-05-01",
    "1945.05.01": "1945-05-01",
    "01 05 1945": "1945-05-01",
    "1 / 5 / 1945": "1945-05-01",
    "19450501": "1945-05-01",
    "19450501.0": "1945-05-01",
    "1 mai 1945": "1945-05-01",
    "1er mai 1945": "1945-05-01",
    "13 mars 1971": "1971-03-13",
    "13-MARS-1971": "1971-03-13",
    "1 août 1945": "1945-08-01",
    "2 févr. 1950": "1950-02-02",
    "01-FEB-1950": "1950-02-01",
    "25 December 1950": "1950-12-25",
    "mai 1945": "1945-05",
    "05/1945": "1945-05",
    "1945-05": "1945-05",
    "1945": "1945",
    "1945.0": "1945",
    "00/00/1945": "1945-00-00",
    "15/20/1945": "1945-20-15",
    "01/05/1945 00:00": "1945-05-01",
    "1945-05-01 00:00:00": "1945-05-01",
    "1945-05-01T00:00:00.000000000": "1945-05-01",
    '="01/05/1945"': "1945-05-01",
  });
  refuses("birthDate", [
    "1945-12-31T23:00:00.000Z",
    "1946-01-01 00:00:00+01",
    "1946-01-01T00:00:00+01:00",
    "1946-01-01 00:00 UTC",
    "1945-12-31 23:00:00",
    "01/02/1945 14:30",
    "1945-05-01T00:00:01",
    "1945-05-01 24:00",
    "1945-05-01 00:61",
    "16558",
    "16558.0",
    "16558,0",
    "9132.5",
    "01/05/45",
    "45-05-01",
    "01051945",
    "20101945",
    "010545",
    "194505",
    "1 mai",
    "5/1945/1",
    "1945-5/1",
    "32 mai 45",
    "mardi 1 mai 1945",
    "1 mai 1945 ?",
    "vers 1945",
    "1 xyz 1945",
  ]);
  for (const field of ["lastSeen"])
    reads(field, {
      "02/01/2024 17:05": "2024-01-02",
      "2024-01-02T09:30:15.5": "2024-01-02",
      "2024-01-02 00:00": "2024-01-02",
      jamais: "never",
      "Jamais vu": "never",
      "jamais venue.": "never",
      Aucune: "never",
      Never: "never",
    });
  refuses("lastSeen", [
    "2023-12-31T23:00:00",
    "2023-12-31 22:00",
    "31/12/2023 23:00:00.000",
    "2023-12-31T23:00:00Z",
    "2024-01-02 10:00+02:00",
    "jamais ?",
    "non",
    "25:00",
  ]);
});

describe("lists", () => {
  reads("prevention", {
    "['flu', 'covid']": ["flu", "covid"],
    '["flu","covid"]': ["flu", "covid"],
    "{flu,covid}": ["flu", "covid"],
    "('grippe', 'ROR')": ["flu", "mmr"],
    "{'flu'}": ["flu"],
    "[]": [],
    "{}": [],
    "set()": [],
    "2.0": 2,
    "3": 3,
    "grippe; ROR": ["flu", "mmr"],
    "grippe ror": ["flu", "mmr"],
    "Cancer du sein, col de l'utérus": ["breast", "cervix"],
    "grippe:15/10/2026": [{ id: "flu", on: "2026-10-15" }],
    "grippe:2026-10-15T00:00Z": [{ id: "flu", on: "2026-10-15T00:00Z" }],
  });
  reads("visits", {
    "2025-01-02, 06/05/2024": ["2025-01-02", "2024-05-06"],
    "['2025-01-02', '2024-05-06']": ["2025-01-02", "2024-05-06"],
    "{2025-01-02}": ["2025-01-02"],
    "[]": [],
    jamais: [],
    "02/01/2025 06/05/2024": ["2025-01-02", "2024-05-06"],
    "2 janvier 2025; 6 mai 2024": ["2025-01-02", "2024-05-06"],
    "02/01/2025 17:05": ["2025-01-02"],
    "2025-01-02T10:00:00+01:00": ["2025-01-02T10:00:00+01:00"],
  });
});

describe("a missing value", () => {
  test.each([...MISSING_MARKERS])("%s is missing in every field", (marker) => {
    const all = [
      ...FIELDS,
      "visits",
      "prevention",
      "id",
      "physicianId",
      "firstInstallation",
      "diedOn",
    ];
    expect(all.map((field) => cellReader(field)(` ${marker} `))).toEqual(all.map(() => ""));
  });

  test("is a blank, which means no where the user says so", () => {
    const read = (field: string): unknown[] =>
      ["", " ", "NULL", "\\N", "None"].map(cellReader(field, { blank: "no" }));
    for (const field of ["ald", "c2s", "seen", "contract"])
      expect(read(field)).toEqual([false, false, false, false, false]);
    for (const field of ["birthDate", "lastSeen", "zone", "prevention", "id"])
      expect(read(field)).toEqual(["", "", "", "", ""]);
    expect(cellReader("x", { blank: "no", fact: { is: "boolean", fr: "x", en: "x" } })("")).toBe(
      false,
    );
  });

  test("of a spreadsheet's text keeps its zeros", () => {
    expect(['="007"', '="NA"', '=""', "007"].map(cellReader("id"))).toEqual(["007", "", "", "007"]);
  });
});

test("words of the user come before those that are known, exact ones first", () => {
  const read = cellReader("zone", {
    values: { HZ: "none", hz: "ZAC", "Zone Éligible": "ZIP", "": "QPV" },
  });
  expect(["HZ", "hz", "zone eligible", "QPV", "autre", ""].map(read)).toEqual([
    "none",
    "ZAC",
    "ZIP",
    "QPV",
    "autre",
    "QPV",
  ]);
});

describe("a declared fact", () => {
  const fact = (is: string) => ({ is, fr: "fait", en: "fact" });
  test("that is a truth has the words of yes and no, and a blank that may mean no", () => {
    const read = cellReader("software", { fact: fact("boolean"), blank: "no" });
    expect(["oui", "0", "", "2"].map(read)).toEqual([true, false, false, "2"]);
  });
  test("that is a number has no words, and no blank that means no", () => {
    const read = cellReader("hours", { fact: fact("number"), blank: "no" });
    expect(["oui", "0", ""].map(read)).toEqual(["oui", 0, ""]);
  });
});

test.each([
  ["1.00", "1"],
  ["2,0", "2"],
])("sector: %s, as notebooks write it", (text, value) =>
  expect(cellReader("sector")(text)).toBe(value),
);

test.each<readonly [text: string, elements: readonly string[] | undefined]>([
  ["", []],
  ["a, b;c|d+e", ["a", "b", "c", "d", "e"]],
  ["['a', \"b\"]", ["a", "b"]],
  ["{a,b}", ["a", "b"]],
  ["set(a)", ["a"]],
  ["' a '", ["a"]],
  ["x'a'", ["x'a'"]],
  ["'a'x", ["'a'x"]],
  ["a[b]", ["a[b]"]],
  ["[a]b", ["[a]b"]],
  ["(a]", undefined],
])("the elements of %s", (text, all) => expect(elements(text)).toEqual(all));

test("words of the user are compared without the spaces around them, and an empty cell is none", () => {
  const read = cellReader("zone", { values: { " HZ ": "none", ".": "ZIP" } });
  expect([" HZ ", "HZ", "hz", ".", "", " "].map(read)).toEqual([
    "none",
    "none",
    "none",
    "ZIP",
    "",
    "",
  ]);
});
