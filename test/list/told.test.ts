import { describe, expect, test } from "vitest";
import { PATIENT_DATES } from "../../src/facts.ts";
import {
  columnsOf,
  columnsWhere,
  isDated,
  physicianOf,
  seenColumnOf,
} from "../../src/list/told-columns.ts";
import { toldDates } from "../../src/list/told-dates.ts";
import type { Batch, Patient } from "../../src/index.ts";

const day = "2025-12-31";

/** A row of which nothing can be read. */
const unreadable = new Proxy({} as Patient, {
  get: () => {
    throw new Error("not to be read");
  },
});

/** Rows as they may come, whatever they are. */
const asRows = (rows: readonly unknown[]): Patient[] => rows as Patient[];

/** Rows of a list that are kept, by their number. */
const kept = (...numbers: number[]): Parameters<ReturnType<typeof columnsOf>["of"]>[1] => ({
  hasRow: (test) => numbers.some(test),
});

describe("the columns of a table", () => {
  const columnsWith = (...fields: (keyof Patient)[]): object => {
    const told = columnsWhere((field) => fields.includes(field));
    return {
      physicianId: told.physicianId,
      ...told.of("a", kept()),
      seenOf: told.seenOf("a"),
      isDated: told.isDated("a"),
      hasDates: told.hasDates(),
    };
  };
  const none = {
    physicianId: false,
    seen: false,
    prevention: false,
    seenOf: undefined,
    isDated: false,
    hasDates: false,
  };

  test("say nothing where there are none", () => expect(columnsWith()).toEqual(none));

  test("say whose patients they are", () =>
    expect(columnsWith("physicianId")).toEqual({ ...none, physicianId: true }));

  test.each(["seen", "lastSeen", "visits"] as const)("say who was seen by %s", (field) =>
    expect(columnsWith(field)).toEqual({ ...none, seen: true, seenOf: field }),
  );

  test.each(["prevention", "acts", "preventionStatus"] as const)("say prevention by %s", (field) =>
    expect(columnsWith(field)).toEqual({ ...none, prevention: true }),
  );

  test.each(PATIENT_DATES)("hold dates by %s", (field) =>
    expect(columnsWith(field)).toEqual({ ...none, isDated: true, hasDates: true }),
  );
});

describe("the columns of rows", () => {
  test("are those of each physician, or of none", () => {
    const rows = asRows([
      { physicianId: "a" },
      { physicianId: "a", visits: null },
      { physicianId: 7, acts: [] },
      { physicianId: 7, lastSeen: "" },
      { preventionStatus: "" },
      { seen: null, prevention: 0 },
      unreadable,
    ]);
    const told = columnsOf(rows, [day]);
    expect(told.physicianId).toBe(true);
    expect(["a", "7", null, "b"].map((id) => told.of(id, kept()))).toEqual([
      { seen: true, prevention: false },
      { seen: true, prevention: true },
      { seen: true, prevention: true },
      { seen: false, prevention: false },
    ]);
    expect(["a", "7", null, "b"].map((id) => told.seenOf(id))).toEqual([
      "visits",
      "lastSeen",
      "seen",
      undefined,
    ]);
  });

  test.each(["acts", "preventionStatus", "prevention"])("prevention is told by %s alone", (field) =>
    expect(columnsOf(asRows([{ [field]: "" }]), [day]).of(null, kept())).toEqual({
      seen: false,
      prevention: true,
    }),
  );

  test("are those of the only physician where no row names one", () => {
    const told = columnsOf(asRows([{ seen: true, diedOn: "2030" }]), [day]);
    expect(told.physicianId).toBe(false);
    expect([told.seenOf("a"), told.isDated("a")]).toEqual(["seen", true]);
  });

  test("leave out who is on the list on none of the days", () => {
    const rows = asRows([{ seen: true, diedOn: "2025-06-01" }, {}]);
    expect(columnsOf(rows, [day]).seenOf(null)).toBeUndefined();
    expect(columnsOf(rows, [day, "2024-12-31"]).seenOf(null)).toBe("seen");
  });

  test("are dated for the physicians who have dates, where there may be some", () => {
    const rows = asRows([{ physicianId: "a", aldFrom: "2020" }, { physicianId: "b" }]);
    const told = columnsOf(rows, [day]);
    expect([told.hasDates(), told.isDated("a"), told.isDated("b")]).toEqual([true, true, false]);
    const spared = columnsOf(rows, [day], false);
    expect([spared.hasDates(), spared.isDated("a")]).toEqual([false, false]);
  });

  test("are asked of the rows that are kept, until these have told all", () => {
    const rows = asRows([{ physicianId: "a" }, { seen: true }, { prevention: 0 }, { acts: [] }]);
    const answers: boolean[] = [];
    columnsOf(rows, [day]).of("a", {
      hasRow: (isEnough) => {
        for (const row of rows.keys()) answers.push(isEnough(row));
        return true;
      },
    });
    expect(answers).toEqual([false, false, true, true]);
    expect(
      [1, 2].map((row) => {
        let found = false;
        columnsOf(rows, [day]).of("a", { hasRow: (isEnough) => (found = isEnough(row)) });
        return found;
      }),
    ).toEqual([false, false]);
  });

  test("are asked of no other row where those that are kept have told all", () => {
    let reads = 0;
    const counting = new Proxy({} as Patient, {
      get: () => {
        reads += 1;
        return true;
      },
    });
    const whole = { physicianId: "a", seen: true, prevention: 0 };
    const told = columnsOf(asRows([whole, counting]), [day]);
    expect(told.of("a", kept(0))).toEqual({ seen: true, prevention: true });
    expect(reads).toBe(0);
  });

  test.each([
    [{ seen: true }, { prevention: 0 }],
    [{ prevention: 0 }, { seen: true }],
  ])("are asked of all rows where those that are kept leave one open: %j", (first, second) => {
    const rows = asRows([first, second].map((row) => ({ physicianId: "a", ...row })));
    expect(columnsOf(rows, [day]).of("a", kept(0))).toEqual({ seen: true, prevention: true });
  });

  test("no day is looked for in a list that does not say who was seen", () => {
    let reads = 0;
    const counting = new Proxy({} as Patient, {
      get: (_, field) => {
        if (field === "birthDate") reads += 1;
      },
    });
    expect(columnsOf(asRows([counting]), [day]).seenOf(null)).toBeUndefined();
    expect(reads).toBe(0);
  });
});

test.each(PATIENT_DATES)("a row with %s is dated", (field) =>
  expect(isDated({ [field]: "" } as unknown as Patient)).toBe(true),
);

test("a row without dates, or of which nothing can be read, is not dated", () => {
  expect([isDated({ visits: [] } as unknown as Patient), isDated(unreadable)]).toEqual([
    false,
    false,
  ]);
});

test("the physician of a row is a text, empty where there is none that can be read", () => {
  const rows = [...["a", 7, {}, true, null].map((physicianId) => ({ physicianId })), {}];
  expect(asRows([...rows, unreadable]).map(physicianOf)).toEqual(["a", "7", "", "", "", "", ""]);
});

test("the column by which a row says who was seen is the first that it has", () => {
  const rows = [{ seen: "" }, { lastSeen: null }, { visits: [] }, { visits: [], lastSeen: "" }, {}];
  expect(asRows(rows).map(seenColumnOf)).toEqual([
    "seen",
    "lastSeen",
    "visits",
    "lastSeen",
    undefined,
  ]);
});

describe("what the dates of a batch tell of other days", () => {
  const told = (patients: readonly unknown[], physicians?: readonly unknown[]): object =>
    toldDates({ patients, ...(physicians && { physicians }) } as unknown as Batch);
  const nothing = { registration: false, zone: false, prevention: false };

  test.each<[string, readonly unknown[], (readonly unknown[])?]>([
    ["no rows", []],
    ["no physicians", [], []],
    ["rows without any, or that are none", [{}, null], [{}, null]],
    ["one of two zones in turn", [], [{ zone: [] }, { zone: "ZIP" }]],
    ["acts that are empty", [{ acts: "" }, { acts: null }]],
    ["prevention that is none", [{ prevention: "flu" }, { prevention: [] }, { prevention: 0 }]],
    ["an action without a day", [{ acts: [] }, { prevention: ["flu"] }]],
    ["an action whose day is empty", [{ acts: [] }, { prevention: [{ id: "flu", on: "" }] }]],
    ["an action that is none", [{ acts: [] }, { prevention: [null] }]],
    ["a number of actions", [{ acts: [] }, { prevention: 1 }]],
  ])("nothing: %s", (_, patients, physicians) =>
    expect(told(patients, physicians)).toEqual(nothing),
  );

  test.each(["registeredFrom", "registeredUntil", "diedOn"])("registration, by %s", (field) =>
    expect(told([null, {}, { [field]: "2020" }])).toEqual({ ...nothing, registration: true }),
  );

  test("the zone, where each physician has theirs in turn", () =>
    expect(told([], [{ zone: [] }, { zone: [] }])).toEqual({ ...nothing, zone: true }));

  test.each([
    [[{ acts: [] }]],
    [[{ prevention: [{ id: "flu", on: "2025" }] }]],
    [[null, {}, { prevention: 0 }, { prevention: "flu" }, { acts: [] }]],
    [[{ prevention: [] }, { prevention: [{ id: "flu", on: "2025" }] }]],
  ])("prevention: %j", (patients) =>
    expect(told(patients)).toEqual({ ...nothing, prevention: true }),
  );
});
