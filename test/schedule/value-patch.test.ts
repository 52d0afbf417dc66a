import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyPatch,
  applyReadings,
  computePhysician,
  getSchedule,
  listSchedules,
  loadSchedule,
  type ForfaitError,
  type Schedule,
  type ScheduleId,
  type SchedulePatch,
} from "../../src/index.ts";
import { adults } from "../support/lists.ts";
import { runs } from "../support/runs.ts";
import { euros } from "../support/table.ts";
import { villageWith } from "../support/village.ts";

/** Patches of values are checked where they touch; an amendment of the same values is checked whole. */

const schedules = listSchedules().map(({ id }) => getSchedule(id as ScheduleId));

const pathsOf = ({ amounts, uplifts }: Schedule): string[] =>
  [
    ...Object.entries(amounts).map(([id, one]) => [id, "amount", one.cases ?? {}] as const),
    ...Object.entries(uplifts?.cases ?? {}).map(
      ([id, one]) => [id, "rate", one.cases ?? {}] as const,
    ),
  ].flatMap(([id, key, cases]) => [
    `${id}.${key}`,
    ...Object.keys(cases).map((name) => `${id}.${name}.${key}`),
  ]);

const values = fc.constantFrom("0", "4.99", "5", "110", "12.34", "1.234", "0%", "10%", "250.5%");

const patched = fc
  .constantFrom(...schedules)
  .chain((schedule) =>
    fc.tuple(
      fc.constant(schedule),
      fc.dictionary(fc.constantFrom(...pathsOf(schedule)), values, { minKeys: 1, maxKeys: 2 }),
    ),
  );

type Parts = Pick<Schedule, "amounts" | "uplifts"> | string;

const partsOf = (derive: () => Schedule): Parts => {
  try {
    const { amounts, uplifts } = derive();
    return { amounts, ...(uplifts && { uplifts }) };
  } catch (error) {
    return (error as ForfaitError).refusal.message.fr;
  }
};

const whole = (over: Schedule, patch: SchedulePatch): Schedule =>
  loadSchedule({ id: "fr.whole", version: "1", over: over.id, patch });

test("a patch of values gives, or refuses, what the whole check does", () => {
  let accepted = 0;
  fc.assert(
    fc.property(patched, ([schedule, patch]) => {
      const parts = partsOf(() => applyPatch(schedule, patch));
      const checkedWhole = partsOf(() => whole(schedule, patch));
      if (typeof parts === "string" && Object.keys(patch).length > 1) {
        expect(checkedWhole).toBeTypeOf("string"); // of two faults, either is told
        return;
      }
      if (!isDeepStrictEqual(parts, checkedWhole)) expect(parts).toEqual(checkedWhole);
      if (typeof parts === "string") return;
      accepted += 1;
      const derived = applyPatch(schedule, patch);
      expect(isDeepStrictEqual(loadSchedule(JSON.stringify(derived)), derived)).toBe(true);
    }),
    { ...runs(200), examples: [[[getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" }]]] },
  );
  expect(accepted).toBeGreaterThan(0);
});

test("what is not patched is shared, and stays frozen", () => {
  const schedule = getSchedule("fr.fmt.2026");
  const raised = applyPatch(schedule, { "base.ald-80+.amount": "110" });
  expect(raised.amounts["c2s"]).toBe(schedule.amounts["c2s"]);
  expect(Object.isFrozen(raised.amounts["base"]?.cases?.["ald-80+"])).toBe(true);
  expect(schedule.amounts["base"]?.cases?.["ald-80+"]?.amount).toBe("100");
});

test("a floor that an option of a reading raises is checked under it", () => {
  const schedule = loadSchedule({
    ...structuredClone(getSchedule("fr.fmt.2026")),
    id: "fr.floor",
    readings: {
      floor: {
        fr: "Le plancher ?",
        en: "The floor?",
        default: "none",
        because: "a test",
        or: { raised: { "c2s.amount": "12", "base.ald-80+.atLeast": "90" } },
      },
    },
  });
  const patch = { "base.ald-80+.amount": "89.99" };
  expect(partsOf(() => applyPatch(schedule, patch))).toContain("readings.floor.or.raised");
  expect(applyPatch(schedule, { "base.ald-80+.amount": "90" }).patched).toHaveLength(1);
});

test("patches of values add up, and readings come under them", () => {
  const patient = { age: 82, ald: true, c2s: true };
  const twice = applyPatch(
    applyPatch(getSchedule("fr.fmt.2026"), { "base.ald-80+.amount": "110" }),
    { "c2s.amount": "20" },
  );
  const total = (schedule: Schedule): string =>
    computePhysician({ patients: [patient] }, { year: 2026, schedule }).total;
  expect(total(twice)).toBe((110 + 20).toFixed(2));
  expect(total(applyReadings(twice, { "zone-and-age": "highest" }))).toBe((110 + 20).toFixed(2));
});

test("a patched rate leaves a share beside it, which counts the same patients", () => {
  const shared = { share: { c2s: true }, above: "7%", slope: "50%", cap: "25%", capOn: "share" };
  const schedule = loadSchedule(
    villageWith({
      "uplifts.cases.share.cases": {
        flat: { when: { zone: "ZIP" }, rate: "10%" },
        shared: { when: { zone: ["none", "QPV", "ZAC"] }, rate: shared },
      },
    }),
  );
  const patched = applyPatch(schedule, { "share.flat.rate": "20%" });
  const share = (zone: "ZIP" | "none", onC2s: number): string | undefined =>
    computePhysician(
      {
        physician: { zone },
        patients: adults(100, { onC2s }).map((one) => ({ ...one, prevention: [] })),
      },
      { year: 2026, schedule: patched },
    ).components["share"];
  expect(share("ZIP", 17)).toBe(euros(100 * 20 * 0.2));
  expect(share("none", 17)).toBe(euros(100 * 20 * 0.5 * (0.17 - 0.07)));
});

test.each([
  ["base.when.amount", "5"],
  ["base.fr.amount", "5"],
  ["base.ald-80+.when.amount", "5"],
  ["c2s.paid", "5"],
  ["zone.paid", "10%"],
])("%s is no value", (path, text) => {
  const patch = { [path]: text };
  const schedule = getSchedule("fr.fmt.2026");
  expect(partsOf(() => applyPatch(schedule, patch))).toEqual(partsOf(() => whole(schedule, patch)));
  expect(() => applyPatch(schedule, patch)).toThrow();
});
