import { describe, expect, test } from "vitest";
import {
  applyPatch,
  computePatient,
  computePhysician,
  computePhysicians,
  getSchedule,
  loadSchedule,
  replayStatement,
  type Patient,
  type Schedule,
  type Statement,
} from "../../src/index.ts";
import { refused, why, type Why } from "../support/refused.ts";
import { villageWith } from "../support/village.ts";

const stored = (one: Statement): Statement => JSON.parse(JSON.stringify(one)) as Statement;
const patients: Patient[] = [
  {
    id: "1",
    birthDate: "1943-05-02",
    ald: true,
    c2s: false,
    lastSeen: "2026-02-01",
    prevention: ["flu"],
  },
  { id: "2", age: 40, ald: false, c2s: true, lastSeen: "" },
];
const input = { physician: { id: "A", zone: "ZIP", birthDate: "1957-03-17" } as const, patients };
const asked = { neverSeen: "empty" as const };

/** The same text, from a statement that was stored as text. */
function expectSameBytes(
  statement: Statement,
  again: { readonly statement: Statement; readonly same: boolean },
): void {
  expect(again.same).toBe(true);
  expect(JSON.stringify(again.statement)).toBe(JSON.stringify(statement));
}

test.each([
  { year: 2026 },
  { year: 2027, schedule: "fr.fmt.2026" },
  { year: 2025 },
  { year: 2026, schedule: "fr.proposal.2024-02-08" },
  { year: 2026, readings: { "zone-and-age": "highest", "uplift-base": "base-and-c2s" } },
  { year: 2026, patch: { "base.ald-80+.amount": "110", "c2s.amount": "12" } },
  { year: 2026, readings: { "zone-and-age": "highest" }, patch: { "zone.rate": "20%" } },
])("to the same bytes: %j", (options) => {
  const statement = computePhysician(input, { ...asked, ...options });
  expectSameBytes(statement, replayStatement(stored(statement), input, asked));
});

test("one patient, and one physician of a batch", () => {
  const alone = computePatient({ patient: patients[0] as Patient }, { year: 2025 });
  expectSameBytes(alone, replayStatement(stored(alone), { patient: patients[0] as Patient }));
  const batch = {
    physicians: [{ id: "A" }, { id: "B" }],
    patients: patients.map((row, i) => ({ ...row, physicianId: i === 0 ? "A" : "B" })),
  };
  const [, second] = computePhysicians(batch, { ...asked, year: 2026 }).statements as [
    Statement,
    Statement,
  ];
  expectSameBytes(second, replayStatement(stored(second), batch, asked));
  const other = { ...batch, physicians: [{ id: "A" }], patients: batch.patients.slice(0, 1) };
  expect(refused(() => replayStatement(stored(second), other, asked))).toEqual(
    why(
      "PHYSICIAN_UNKNOWN",
      "stored.physicianId",
      '"B"',
      "un médecin dont la patientèle est donnée et acceptée",
      "a physician whose list is given and accepted",
    ),
  );
});

test("patches one upon another, and a document of one's own", () => {
  const twice = applyPatch(applyPatch(getSchedule("fr.fmt.2026"), { "c2s.amount": "12" }), {
    "zone.rate": "20%",
  });
  const statement = computePhysician(input, { ...asked, year: 2026, schedule: twice });
  expectSameBytes(statement, replayStatement(stored(statement), input, asked));

  const own = loadSchedule({
    id: "fr.raised",
    version: "1",
    over: "fr.fmt.2026",
    patch: { "base.ald-80+.amount": "110" },
  });
  const raised = computePhysician(input, { ...asked, year: 2026, schedule: own });
  expectSameBytes(raised, replayStatement(stored(raised), input, { ...asked, schedule: own }));
  expect(refused(() => replayStatement(stored(raised), input, asked))).toMatchObject({
    code: "SCHEDULE_UNKNOWN",
    path: "schedule",
  });
});

test("a document that has its patches already is taken as it is", () => {
  const own = loadSchedule(villageWith());
  const schedule = applyPatch(own, { "care.hpv": null });
  const statement = computePhysician(input, { ...asked, year: 2026, schedule });
  expectSameBytes(statement, replayStatement(stored(statement), input, { ...asked, schedule }));
  expectSameBytes(
    statement,
    replayStatement(stored(statement), input, { ...asked, schedule: own }),
  );
});

test("the order of keys, which a database may change, is no difference", () => {
  const statement = computePhysician(input, { ...asked, year: 2026 });
  const turned = Object.fromEntries(
    Object.entries(stored(statement)).reverse(),
  ) as unknown as Statement;
  expect(replayStatement(turned, input, asked).same).toBe(true);
});

test("another list gives another statement, and says so", () => {
  const statement = computePhysician(input, { ...asked, year: 2026 });
  const { same, statement: now } = replayStatement(
    stored(statement),
    { ...input, patients: [] },
    asked,
  );
  expect([same, now.total]).toEqual([false, "0.00"]);
});

describe("a document that is not that of the statement is refused, with what to do", () => {
  const statement = stored(computePhysician(input, { ...asked, year: 2026 }));
  const { id, version, digest } = statement.schedule;
  const ones = `sha256:${"1".repeat(64)}`;
  const answer = (change: Partial<Statement["schedule"]>, schedule?: Schedule): Why =>
    refused(() =>
      replayStatement(
        { ...statement, schedule: { ...statement.schedule, ...change } },
        input,
        schedule === undefined ? asked : { ...asked, schedule },
      ),
    );
  const differs = (path: string, found: string, one: string): Why =>
    why(
      "SCHEDULE_DIFFERS",
      path,
      `"${found}"`,
      `${one}, ou le document de ce relevé, en options.schedule`,
      `${one}, or the document of this statement, as options.schedule`,
    );

  test("of another version", () => {
    expect(answer({ version: "0", digest: ones })).toEqual(
      differs("stored.schedule", `${id} v0`, `${id} v${version}`),
    );
  });

  test("of another id, as options give it", () => {
    expect(answer({}, getSchedule("fr.fpmt.2024"))).toMatchObject({
      code: "SCHEDULE_DIFFERS",
      path: "stored.schedule",
    });
  });

  test("of other values", () => {
    expect(answer({ digest: ones })).toEqual(differs("stored.schedule.digest", ones, digest));
  });

  test.each<[name: string, readings: unknown]>([
    ["without questions", undefined],
    ["with none of the questions of the statement", {}],
  ])("%s", (_, readings) => {
    const year = { ...asked, year: 2026 };
    const asking = computePhysician(input, { ...year, schedule: loadSchedule(villageWith()) });
    const schedule = loadSchedule(villageWith({ readings }));
    const without = computePhysician(input, { ...year, schedule });
    expect(refused(() => replayStatement(stored(asking), input, { ...asked, schedule }))).toEqual(
      differs("stored.schedule.digest", asking.schedule.digest, without.schedule.digest),
    );
  });

  test("of an id that no shipped document has", () => {
    expect(answer({ id: "fr.fmt.2O26", digest: ones })).toMatchObject({
      code: "SCHEDULE_UNKNOWN",
      path: "schedule",
    });
  });

  test("and so is what is no statement, and what cannot be read", () => {
    expect(refused(() => replayStatement(null as never, input))).toMatchObject({
      code: "INPUT_INVALID",
      path: "stored",
      found: "null",
    });
    const hostile = {
      get schedule(): never {
        throw new Error("no");
      },
    };
    expect(refused(() => replayStatement(statement, input, hostile))).toEqual(
      why(
        "INPUT_INVALID",
        "options",
        "undefined",
        "une valeur qui se laisse lire",
        "a value that can be read",
      ),
    );
  });

  test("and so are options that nothing reads", () => {
    expect(refused(() => replayStatement(statement, input, { year: 2026 } as never)).path).toBe(
      "options.year",
    );
  });
});
