import { describe, expect, test } from "vitest";
import { call, outputOf } from "../support/io.ts";

/** The components of one patient, whose other facts say nothing special. */
async function components(
  facts: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>> | string> {
  const row: Record<string, string> = { age: "40", ald: "non", c2s: "non", ...facts };
  if ("birthDate" in facts) delete row["age"];
  const cells = (values: readonly string[]): string =>
    values.map((value) => `"${value}"`).join(";");
  const list = `${cells(Object.keys(row))}\n${cells(Object.values(row))}\n`;
  const called = await call("compute list --year 2026 --format json", { list });
  const { statements, rejected } = outputOf(called);
  return (
    statements[0]?.components ??
    rejected.flatMap(({ refusals }) => refusals.map(({ code }) => code)).join()
  );
}

describe("a boolean", () => {
  test.each([
    "true",
    "TRUE",
    "vrai",
    "Vrai",
    "oui",
    "OUI",
    "O",
    "o",
    "yes",
    "Y",
    "1",
    " oui ",
    "t",
    "1.0",
    "X",
    "x",
    "✓",
    "☑",
  ])("%s is yes", async (ald) => {
    expect(await components({ ald })).toMatchObject({ base: "55.00" });
  });
  test.each(["false", "FALSE", "faux", "non", "Non", "N", "n", "no", "0", "f", "0.0", "0,0", "☐"])(
    "%s is no",
    async (ald) => {
      expect(await components({ ald })).toMatchObject({ base: "5.00" });
    },
  );
  test.each(["2", "X?", "peut-être", "constructor", "__proto__", "hasOwnProperty", "-"])(
    "%s is refused",
    async (ald) => {
      expect(await components({ ald })).toBe("ALD_INVALID");
    },
  );
  test("an empty cell is refused", async () =>
    expect(await components({ ald: " " })).toBe("ALD_MISSING"));
  test.each([
    ["vu", "oui", "55.00"],
    ["vu", "non", "5.00"],
  ])("seen: %s %s", async (header, cell, base) => {
    expect(await components({ ald: "oui", [header]: cell })).toMatchObject({ base });
  });
});

describe("the C2S", () => {
  test.each([
    "oui",
    "1",
    "gratuite",
    "Gratuite",
    "sans participation",
    "participation",
    "avec participation",
    "contributory",
    "free",
    "participative",
  ])("%s pays", async (c2s) => {
    expect(await components({ c2s })).toMatchObject({ c2s: "10.00" });
  });
  test("non pays nothing", async () =>
    expect(await components({ c2s: "non" })).toMatchObject({ c2s: "0.00" }));
  test.each(["constructor", "peut-être"])("%s is refused", async (c2s) =>
    expect(await components({ c2s })).toBe("C2S_INVALID"),
  );
});

describe("a birth date", () => {
  const eighty = [
    "1945-12-31",
    "31/12/1945",
    "31-12-1945",
    "31.12.1945",
    "1/2/1945",
    "02/1945",
    "1945-02",
    "1945",
    "1945-02-01 00:00:00",
    "1945-02-01T00:00",
    "1945-02-01 00:00:00.000",
    "1945-2-1",
    "1945/02/01",
    "1945.02.01",
    "19450201",
    "1 février 1945",
    "1er févr. 1945",
    "01-FEB-1945",
    "février 1945",
    "1945.0",
    '=""01/02/1945""',
    "01/02/1945 00:00",
    "00/00/1945",
    "15/20/1945",
  ];
  test.each(eighty)("%s is read", async (birthDate) =>
    expect(await components({ birthDate })).toMatchObject({ base: "55.00" }),
  );
  test("the day after, the year is another", async () =>
    expect(await components({ birthDate: "01/01/1946" })).toMatchObject({ base: "15.00" }));
  test.each([
    "12/03/85",
    "hier",
    "01/02/1945 soir",
    "1945-02-01 12h",
    "16468",
    "16468.0",
    "9132",
    "01/02/1945 14:30:00",
    "1945-02-01T13:45",
    "1945-12-31T23:00:00.000Z",
    "1946-01-01T00:00:00+01:00",
    "1946-01-01 00:00:00+00",
    "01021945",
    "01-FEB-45",
  ])("%s is refused as malformed", async (birthDate) => {
    expect(await components({ birthDate })).toBe("DATE_INVALID");
  });
  test.each(["30/02/1945", "1945-04-31", "00/05/1945", "29/02/1900"])(
    "%s is no day",
    async (birthDate) => expect(await components({ birthDate })).toBe("DATE_IMPOSSIBLE"),
  );
  test("after the reference day is not of the list", async () =>
    expect(await components({ birthDate: "01/01/2026" })).toMatchObject({ base: "0.00" }));
});

describe("an age", () => {
  test.each(["80", "80,0", "80.00", "080", " 80 ", "80 ans", "80ans", "80 an", "80 years"])(
    "%s is read",
    async (age) => expect(await components({ age })).toMatchObject({ base: "55.00" }),
  );
  test.each(["80,5", "-1", "130", "80 mois", "8 ans?", "1e2", "1,000", "~80", "٨٠"])(
    "%s is refused",
    async (age) => expect(await components({ age })).toBe("AGE_INVALID"),
  );
  test("an empty cell is refused", async () =>
    expect(await components({ age: "" })).toBe("AGE_MISSING"));
});

describe("a date last seen", () => {
  test.each(["02/01/2024", "2024-01-02", "01/2024", "2024", "02/01/2024 17:05"])(
    "%s is within two years",
    async (lastSeen) =>
      expect(await components({ ald: "oui", lastSeen })).toMatchObject({ base: "55.00" }),
  );
  test.each(["31/12/2023", "2023"])("%s is not", async (lastSeen) =>
    expect(await components({ ald: "oui", lastSeen })).toMatchObject({ base: "5.00" }),
  );
  test("empty is refused, for the column exists", async () =>
    expect(await components({ lastSeen: "" })).toBe("SEEN_MISSING"));
});

describe("prevention", () => {
  const cells: readonly (readonly [string, string])[] = [
    ["", "0.00"],
    ["0", "0.00"],
    ["3", "15.00"],
    ["15", "75.00"],
    ["grippe", "5.00"],
    ["Grippe, ROR", "10.00"],
    ["flu mmr|hpv+sein", "20.00"],
    [
      "col, colon, glycémie, mrc, méningocoque, pneumocoque, dentaire, exam-9m, examen-24m",
      "45.00",
    ],
    ["COVID", "5.00"],
    ["hba1c", "5.00"],
  ];
  test.each(cells)("%s", async (cell, prevention) =>
    expect(await components({ prevention: cell })).toMatchObject({ prevention }),
  );
  test.each([
    ["16", "PREVENTION_INVALID"],
    ["-1", "PREVENTION_UNKNOWN"],
    ["99999999999999999999", "PREVENTION_INVALID"],
    ["grippe flu", "PREVENTION_TWICE"],
    ["oui", "PREVENTION_UNKNOWN"],
    ["constructor", "PREVENTION_UNKNOWN"],
  ])("%s is refused", async (cell, code) => {
    expect(await components({ prevention: cell })).toBe(code);
  });
});

describe("facts of the physician", () => {
  test.each(["zip", "ZIP", "Q.P.V.", "qpv"])("zone %s pays", async (zone) =>
    expect(await components({ zone, ald: "oui" })).toMatchObject({ zone: "5.50" }),
  );
  test.each(["ZAC", "aucune", "hors zone", "non", "none", ""])("zone %s does not", async (zone) =>
    expect(await components({ zone, ald: "oui" })).toMatchObject({ zone: "0.00" }),
  );
  test("an unknown zone is refused", async () =>
    expect(await components({ zone: "constructor" })).toBe("ZONE_INVALID,PHYSICIAN_REFUSED"));
  test.each(["1", "secteur 1", "S1", "OPTAM", "OPTAM-CO", "2 OPTAM", "secteur 2 - OPTAM", ""])(
    "sector %s is paid",
    async (sector) => expect(await components({ sector })).toMatchObject({ base: "5.00" }),
  );
  test.each(["2", "Secteur 2", "s2"])("sector %s is not", async (sector) =>
    expect(await components({ sector })).toMatchObject({ base: "0.00" }),
  );
  test("an unknown sector is refused", async () =>
    expect(await components({ secteur: "3" })).toBe("SECTOR_INVALID,PHYSICIAN_REFUSED"));
  test.each([
    ["oui", "0.00"],
    ["non", "5.50"],
  ])("a contract: %s", async (contract, zone) =>
    expect(await components({ contract, zone: "ZIP", ald: "oui" })).toMatchObject({ zone }),
  );
  test.each([
    ["01/06/2025", "27.50"],
    ["2024-06-01", "16.50"],
    ["2023", "5.50"],
  ])("installed %s", async (firstInstallation, zone) => {
    expect(await components({ firstInstallation, zone: "ZIP", ald: "oui" })).toMatchObject({
      zone,
    });
  });
  test.each([
    ["31/12/1958", "5.50"],
    ["01/01/1959", "0.00"],
  ])("born %s", async (physicianBirthDate, age67) =>
    expect(await components({ physicianBirthDate, ald: "oui" })).toMatchObject({ age67 }),
  );
  test.each([
    ["67", "5.50"],
    ["66", "0.00"],
  ])("aged %s", async (physicianAge, age67) =>
    expect(await components({ physicianAge, ald: "oui" })).toMatchObject({ age67 }),
  );
});

test.each(["2 actes", "2 actions", "2 indicateurs", "2.0"])(
  "prevention %s is a number of actions",
  async (prévention) =>
    expect(await components({ prévention })).toMatchObject({ prevention: "10.00" }),
);
