import { expect, test } from "vitest";
import { computePhysician, readWords } from "../../src/index.ts";
import { refused } from "../support/refused.ts";

test("a row in words is a row of the library", () => {
  const row = {
    "N° dossier": "12",
    "Né(e) le": "31/12/1945",
    "ALD (O/N)": "ALD 30",
    CSS: "oui - gratuite",
    "Dernier RDV": "05/06/2025 17:05",
    "Actes prévention": "['flu', 'covid']",
    "MT déclaré le": "1er mai 2020",
  };
  const patient = readWords(row);
  expect(patient).toEqual({
    id: "12",
    birthDate: "1945-12-31",
    ald: true,
    c2s: "free",
    lastSeen: "2025-06-05",
    prevention: ["flu", "covid"],
    registeredFrom: "2020-05-01",
  });
  // 55 + 45 + 10 + 2 * 5
  expect(computePhysician({ patients: [patient] }, { year: 2026 }).total).toBe("120.00");
});

test("a physician has words of their own", () => {
  const row = {
    RPPS: "10100123456",
    Zonage: "Hors zone",
    "Né le": "01/02/1950",
    Secteur: "2 OPTAM",
    top_contrat: 0.0,
  };
  expect(readWords(row, { of: "physician" })).toEqual({
    id: "10100123456",
    zone: "none",
    birthDate: "1950-02-01",
    sector: "2-optam",
    contract: false,
  });
});

test("what has no known meaning is passed on, to be refused or told", () => {
  const row = { ald: "Non ?", c2s: 7, age: "80+", couleur: "bleu", birthDate: new Date(0) };
  expect(readWords(row)).toEqual(row);
});

test("blanks and missing values", () => {
  expect(readWords({ ald: "", c2s: null, seen: "NULL", age: Number.NaN, id: "\\N" })).toEqual({
    ald: "",
    c2s: null,
    seen: "",
    age: "",
    id: "",
  });
  expect(readWords({ ald: "", c2s: null, seen: "NULL", lastSeen: "" }, { blank: "no" })).toEqual({
    ald: false,
    c2s: false,
    seen: false,
    lastSeen: "",
  });
});

test("a patient who never came", () => {
  expect(readWords({ "Dernière venue": "jamais" })).toEqual({ seen: false, lastSeen: "" });
  expect(readWords({ vu: "non", "Dernière venue": "jamais" })).toEqual({
    seen: false,
    lastSeen: "",
  });
  expect(readWords({ vu: "oui", "Dernière venue": "jamais" })).toEqual({
    seen: true,
    lastSeen: "never",
  });
});

test("the map names fields, words and columns to leave out", () => {
  const map = {
    Suivi: { field: "ald", values: { L: "oui", C: "non" } },
    Âge: null,
    c2s: { values: { G: "gratuite" } },
  };
  expect(readWords({ Suivi: "l", Âge: 76, c2s: "G" }, { map })).toEqual({ ald: true, c2s: "free" });
});

test("two keys for one field, and a field of the map that does not exist, are refused", () => {
  expect(refused(() => readWords({ age: 3, Âge: 82 }))).toMatchObject({
    code: "KEY_UNKNOWN",
    path: "row.age",
  });
  expect(refused(() => readWords({ a: 3 }, { map: { a: "taille" } }))).toMatchObject({
    code: "KEY_UNKNOWN",
    path: "map.a",
  });
});

test("a row is not changed, and __proto__ is a key like another", () => {
  const row = Object.freeze({ ald: "oui", ...(JSON.parse('{"__proto__": "x"}') as object) });
  expect(Object.keys(readWords(row))).toEqual(["ald", "__proto__"]);
  expect(
    Object.keys(readWords(JSON.parse('{"__proto__": "x"}') as Record<string, unknown>)),
  ).toEqual(["__proto__"]);
});

test("a hostile value is passed on, for the library to refuse", () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const [read] = readWords({ prevention: [proxy] }).prevention as unknown[];
  expect(read === proxy).toBe(true);
});
