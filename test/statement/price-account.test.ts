import { expect, test } from "vitest";
import { computePhysicians } from "../../src/index.ts";
import { compile } from "../../src/statement/compile.ts";
import { AccountPricer } from "../../src/statement/price-account.ts";
import { readOne } from "../../src/statement/price-one.ts";
import { scheduleOf } from "../../src/statement/schedule-of.ts";
import { anAdult } from "../support/rows.ts";

test("each list of a batch is told of the columns that it lacks", () => {
  const patients = [
    { ...anAdult, physicianId: "a", seen: true, prevention: [] },
    { ...anAdult, physicianId: "b" },
    { ...anAdult, physicianId: "c", seen: true },
    { ...anAdult, physicianId: "d", prevention: [] },
  ];
  const { statements } = computePhysicians({ patients }, { year: 2026 });
  const missing = statements.map(({ assumptions }) =>
    assumptions.flatMap(({ code, path }) =>
      code === "if-missing" && path.startsWith("patients") ? [path] : [],
    ),
  );
  const [seen, prevention] = ["patients[].seen", "patients[].prevention"];
  expect(missing).toEqual([[], [seen, prevention], [prevention], [seen]]);
});

test("a table has what is paid to a list as a whole, as the statement has", () => {
  // A slab of one patient: 9940.50
  const patch = {
    "nurse.slabs.patients.each": "1",
    "nurse.slabs.patients.over": null,
    "nurse.slabs.nurseHours": null,
  };
  const options = { year: 2024, schedule: "be.nurse-premium.2024", patch };
  const pricer = new AccountPricer(compile(scheduleOf(options)), 2024, {});
  const [account] = readOne(pricer.required, { patients: [anAdult] }).accounts;
  if (!account) throw new Error("an account is expected");
  expect(pricer.amounts(account).total).toBe("9940.50");
  expect(pricer.price(account).statement.total).toBe("9940.50");
});

test.each([
  ["in force", {}],
  ["simulated", { patch: { "c2s.amount": "12" } }],
])("a table says of an account what its statement says: %s", (_, patch) => {
  const options = { year: 2026, ...patch };
  const pricer = new AccountPricer(compile(scheduleOf(options)), 2026, {});
  const [account] = readOne(pricer.required, {
    physician: { id: "a", zone: "ZIP" },
    patients: [{ ...anAdult, c2s: true }, anAdult],
  }).accounts;
  if (!account) throw new Error("an account is expected");
  const { schedule, simulation, physicianId, patients, components, total, assumptions } =
    pricer.price(account).statement;
  expect(pricer.amounts(account)).toStrictEqual({
    schedule,
    ...(simulation && { simulation }),
    physicianId,
    patients,
    components,
    total,
    assumed: assumptions.map(({ code }) => code),
  });
  expect([simulation, physicianId, patients]).toEqual([
    "patch" in options ? true : undefined,
    "a",
    2,
  ]);
});
