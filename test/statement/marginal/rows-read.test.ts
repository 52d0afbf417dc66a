import { describe, expect, test } from "vitest";
import {
  computePhysician,
  loadSchedule,
  marginalValue,
  prepareMarginalValue,
  type ListChange,
  type ListOptions,
  type Patient,
  type PhysicianInput,
} from "../../../src/index.ts";
import { adults } from "../../support/lists.ts";
import { refused } from "../../support/refused.ts";
import { anAdult } from "../../support/rows.ts";
import { table } from "../../support/table.ts";
import { villageWith } from "../../support/village.ts";

const FMT: ListOptions = { year: 2026 };
/** Its advances rest on the list of the year before, which dates make. */
const FPMT: ListOptions = { year: 2025 };

const adult = (id: string, more: Partial<Patient> = {}): Patient => ({ ...anAdult, id, ...more });
/** Left in the year, with an ALD of which nothing is known: refused on the earlier list only. */
const leaver = { age: 40, c2s: false, registeredUntil: "2025-06-30" } as Patient;

const whole = (input: PhysicianInput, options: ListOptions, change: ListChange): string[] => {
  const { code, path } = refused(() => marginalValue({ ...input, change }, options));
  return [code, path];
};
const worth = (input: PhysicianInput, options: ListOptions, change: ListChange): string =>
  marginalValue({ ...input, change }, options).change;

interface Case {
  readonly rows: readonly Patient[];
  readonly change: ListChange;
  readonly options?: ListOptions;
  readonly previousPatients?: readonly Patient[];
  /** What the patient whom no change touches is besides an adult. */
  readonly witness?: Partial<Patient>;
}

table<Case, number>(
  "a change reads no row again that it does not touch",
  (
    [
      ["nothing changes", { rows: [adult("a")], change: { remove: [] } }],
      ["one joins", { rows: [adult("a")], change: { add: [anAdult] } }],
      ["the first leaves", { rows: [adult("a")], change: { remove: ["a"] } }],
      ["the first changes", { rows: [adult("a")], change: { set: { a: { c2s: true } } } }],
      [
        "one who was seen joins those who were, after one who died before",
        {
          rows: [adult("a", { diedOn: "2020-01-01" })],
          change: { add: [{ ...anAdult, seen: true }] },
          witness: { seen: true },
        },
      ],
      [
        "one leaves a list that names its physician",
        {
          rows: [adult("a", { physicianId: "dr" })],
          change: { remove: ["a"] },
          witness: { physicianId: "dr" },
        },
      ],
      [
        "one with dates joins, where no payment rests on an earlier list",
        { rows: [adult("a")], change: { add: [{ ...anAdult, registeredFrom: "2020-01-01" }] } },
      ],
      [
        "one joins under a schedule that does not pay prevention",
        { rows: [adult("a")], change: { add: [anAdult] }, options: FPMT },
      ],
      [
        "one joins a list of whom some have dates",
        {
          rows: [adult("a")],
          change: { add: [anAdult], set: { a: { c2s: true } } },
          options: FPMT,
          witness: { registeredFrom: "2020-01-01" },
        },
      ],
      [
        "one with dates joins a list of whom some have them",
        {
          rows: [adult("a")],
          change: { add: [{ ...anAdult, registeredFrom: "2020-01-01" }] },
          options: FPMT,
          witness: { registeredFrom: "2020-01-01" },
        },
      ],
      [
        "one with dates joins, where the earlier list is given",
        {
          rows: [adult("a")],
          change: { add: [{ ...anAdult, registeredFrom: "2020-01-01" }] },
          options: FPMT,
          previousPatients: [anAdult],
        },
      ],
    ] as const
  ).map(([name, one]) => [name, one, 0] as const),
  ({ rows, change, options = FMT, previousPatients, witness }) => {
    let reads = 0;
    const watched = {
      ...adult("witness", witness),
      get ald(): boolean {
        reads += 1;
        return false;
      },
    };
    const input = {
      patients: [...rows, watched],
      ...(previousPatients && { previousPatients }),
    };
    computePhysician(input, options);
    const once = reads;
    marginalValue({ ...input, change }, options);
    return reads - once - once;
  },
);

describe("a change that bears on how the others are read", () => {
  test("the only patient who told of visits stops telling", () => {
    const patients = [adult("a", { seen: true })];
    const { seen: _, ...silent } = adult("b", { seen: true });
    expect(worth({ patients }, FMT, { set: { a: { seen: undefined } } })).toBe("0.00");
    expect(worth({ patients }, FMT, { remove: ["a"], add: [silent] })).toBe("0.00");
  });

  test("and does not bear on the next question", () => {
    const valueOf = prepareMarginalValue({ patients: [adult("a", { seen: true })] }, FMT);
    expect(valueOf({ remove: ["a"], add: [anAdult] }).after).toBe("5.00");
    expect(refused(() => valueOf({ add: [anAdult] })).code).toBe("SEEN_MISSING");
  });

  test("one leaves and one who was seen joins those of whom it is not known", () => {
    const patients = [adult("a"), adult("b")];
    const add = [{ ...anAdult, seen: true }];
    expect(whole({ patients }, FMT, { remove: ["a"], add })).toEqual([
      "SEEN_MISSING",
      "patients[1].seen",
    ]);
  });

  test("the only one who told of prevention leaves, under a schedule that needs it", () => {
    const options = { year: 2026, schedule: loadSchedule(villageWith()) };
    const patients = [adult("a", { prevention: [] }), adult("b")];
    expect(whole({ patients }, options, { remove: ["a"] })).toEqual([
      "FACT_MISSING",
      "patients[].prevention",
    ]);
  });

  test("one who names a physician joins those who name none, and the reverse", () => {
    const named = { ...anAdult, physicianId: "dr" };
    expect(whole({ patients: [adult("a")] }, FMT, { add: [named] })).toEqual([
      "PHYSICIAN_MISSING",
      "patients[0].physicianId",
    ]);
    expect(whole({ patients: [{ ...named, id: "a" }] }, FMT, { add: [anAdult] })).toEqual([
      "PHYSICIAN_MISSING",
      "change.add[0].physicianId",
    ]);
  });

  test("all leave a list that names its physician, for patients of another who has no row", () => {
    const patients = [adult("a", { physicianId: "dr" })];
    const change = { remove: ["a"], add: [{ ...anAdult, age: 82, physicianId: "other" }] };
    // 55 - 5
    expect(worth({ patients }, FMT, change)).toBe("50.00");
    expect(whole({ physician: { id: "dr" }, patients }, FMT, change)).toEqual([
      "PHYSICIAN_UNKNOWN",
      "change.add[0].physicianId",
    ]);
  });

  test("the twelfth of a list that is read again is refused at its place", () => {
    const patients = adults(12).map((one, i) => ({ ...one, id: `p${i}` }));
    const others = patients.slice(0, 11).map(({ id }) => [id, { seen: true }]);
    expect(whole({ patients }, FMT, { set: Object.fromEntries(others) })).toEqual([
      "SEEN_MISSING",
      "patients[11].seen",
    ]);
  });
});

describe("where advances rest on an earlier list", () => {
  const add = [leaver];
  const dated = adult("a", { registeredFrom: "2020-01-01" });
  const aldMissing = ["ALD_MISSING", "change.add[0].ald"];

  test("one who left in the year is read as of the earlier day, with dates or the first to have them", () => {
    expect(whole({ patients: [dated, adult("b")] }, FPMT, { add })).toEqual(aldMissing);
    expect(whole({ patients: [adult("a"), adult("b")] }, FPMT, { add })).toEqual(aldMissing);
  });

  test("but not where the earlier list is given, of which nobody is read again", () => {
    const previousPatients = [anAdult];
    for (const one of [dated, adult("a")]) {
      const patients = [one];
      expect(worth({ patients, previousPatients }, FPMT, { add })).toBe("0.00");
      expect(worth({ patients, previousPatients }, FPMT, { remove: ["a"], add })).toBe("-5.00");
    }
  });

  test("once nobody has dates any more, there is no earlier day", () => {
    const options = {
      year: 2026,
      schedule: loadSchedule(
        villageWith({
          "reads.ifMissing.prevention": "none",
          "reads.ifMissing.seen": true,
          "reads.seenWithin": "2 years",
          "amounts.c2s.when": { c2s: true, seen: true },
        }),
      ),
    };
    const patients = [{ ...dated, seen: true }, adult("b", { seen: true })];
    // On 31 December 2025 not within two years, on that of 2024 within.
    const late = { ...anAdult, seen: false, lastSeen: "2023-05-01" };
    expect(worth({ patients }, options, { remove: ["a"], add: [late] })).toBe("0.00");
    expect(whole({ patients }, options, { add: [late] })).toEqual([
      "SEEN_DISAGREES",
      "change.add[0].seen",
    ]);
  });
});

describe("what changes after a list was prepared is not read again", () => {
  const replace = { remove: ["a"], add: [{ ...anAdult, age: 82 }] };

  test("the zone of the physician", () => {
    const physician: { zone: "ZIP" | "none" } = { zone: "ZIP" };
    const valueOf = prepareMarginalValue({ physician, patients: [adult("a")] }, FMT);
    physician.zone = "none";
    // 5 and 55, with 10 % each
    expect(valueOf(replace)).toEqual({ before: "5.50", after: "60.50", change: "55.00" });
    expect(valueOf({ add: replace.add }).after).toBe("66.00");
  });

  test("the hours of nurses of the practice", () => {
    const practice = { id: "p", facts: { nurseHours: 38 } };
    const valueOf = prepareMarginalValue(
      { practice, patients: [adult("a")] },
      { year: 2024, schedule: "be.nurse-premium.2024" },
    );
    practice.facts.nurseHours = 0;
    // 1,001 patients bring two slabs of 9940.50.
    expect(valueOf({ remove: ["a"], add: adults(1001) }).after).toBe("19881.00");
  });

  test("the actions of a patient", () => {
    const prevention = ["flu"];
    const patients = [adult("a", { prevention: prevention as NonNullable<Patient["prevention"]> })];
    const valueOf = prepareMarginalValue({ patients }, FMT);
    prevention.push("covid");
    // C2S
    expect(valueOf({ set: { a: { c2s: true } } }).change).toBe("10.00");
  });
});
