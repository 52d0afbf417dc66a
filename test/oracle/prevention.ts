/**
 * Random patients with facts and acts: the library against the oracle, indicator by indicator.
 * `npm run test:oracle` runs it behind the lists; needs python3.
 */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import {
  assessPrevention,
  computePhysician,
  getSchedule,
  type Known,
  type Patient,
} from "../../src/index.ts";

const count = Number(process.argv[2] ?? 6000);
const seed = Number(process.argv[3] ?? 20260101);

interface Case {
  readonly patient: Patient;
  readonly year: number;
  readonly asOf: string;
  readonly readings: Readonly<Record<string, string>>;
}

interface Answer {
  readonly assessed: Readonly<Record<string, readonly [Known, Known, string | null]>>;
  readonly paid: readonly string[];
}

const { acts: kinds = {}, conditions = {} } = getSchedule("fr.fmt.2026");
const indicators = Object.keys(getSchedule("fr.fmt.2026").amounts["prevention"]?.cases ?? {});

/** Days around the ends of months, seasons and years, and 29 February. */
const monthDay = fc.constantFrom(
  "01-01",
  "01-31",
  "02-01",
  "02-28",
  "03-01",
  "03-31",
  "05-15",
  "06-30",
  "09-30",
  "10-01",
  "12-31",
);
const dayIn = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), monthDay, fc.boolean())
    .map(([year, day, leap]) => (leap && year % 4 === 0 ? `${year}-02-29` : `${year}-${day}`));
const cut = (day: fc.Arbitrary<string>) =>
  fc.tuple(day, fc.constantFrom(10, 10, 10, 7, 4)).map(([text, length]) => text.slice(0, length));

/** Ages on both sides of each programme, and the months of infants. */
const birth = fc.oneof(
  dayIn(2023, 2026),
  fc
    .tuple(
      fc.constantFrom(3, 11, 14, 18, 24, 25, 29, 30, 50, 65, 74),
      fc.integer({ min: -1, max: 1 }),
    )
    .chain(([age, more]) => dayIn(2026 - age + more, 2026 - age + more)),
);

const numbers = fc.uniqueArray(fc.constantFrom(0, 1, 3, 8, 12, 14, 17, 23, 30, 31, 32), {
  maxLength: 3,
});

const patients: fc.Arbitrary<Patient> = fc
  .record({
    birthDate: cut(birth),
    tells: fc.constantFrom("birthDate", "age", "nothing"),
    sex: fc.constantFrom(undefined, "F", "M"),
    ald: fc.boolean(),
    numbers: fc.option(numbers, { nil: undefined }),
    conditions: fc.dictionary(fc.constantFrom(...Object.keys(conditions)), fc.boolean()),
    acts: fc.option(
      fc.array(
        fc.record({ kind: fc.constantFrom(...Object.keys(kinds)), date: cut(dayIn(2021, 2027)) }),
        { maxLength: 12 },
      ),
      { nil: undefined },
    ),
    twice: fc.boolean(),
    prevention: fc.subarray(indicators, { maxLength: 2 }),
    status: fc.dictionary(
      fc.constantFrom(...indicators),
      fc.constantFrom("validated", "not-validated", "not-eligible", "unknown"),
      { maxKeys: 2 },
    ),
    gone: fc.constantFrom(undefined, "diedOn", "registeredFrom", "registeredUntil"),
    on: dayIn(2024, 2026),
  })
  .map(({ birthDate, tells, sex, ald, twice, status, gone, on, ...told }) => {
    const { acts, prevention } = told;
    const first = tells === "age" ? `${Number(birthDate.slice(0, 4)) + 2}` : birthDate;
    const own = acts?.filter(({ date }) => tells === "nothing" || date > first);
    const hasNumbers = told.numbers !== undefined;
    return {
      ...(tells === "birthDate" && { birthDate }),
      ...(tells === "age" && { age: 2026 - Number(birthDate.slice(0, 4)) }),
      ...(sex && { sex }),
      ald: hasNumbers ? (told.numbers as number[]).length > 0 : ald,
      c2s: false,
      ...(hasNumbers && { aldNumbers: told.numbers }),
      conditions: told.conditions,
      ...(own && { acts: twice ? own.flatMap((act) => [act, act]) : own }),
      ...(prevention.length > 0 && { prevention }),
      preventionStatus: status,
      ...(gone && { [gone]: on }),
    } as Patient;
  });

const cases: fc.Arbitrary<Case> = fc.record({
  patient: patients,
  year: fc.constantFrom(2026, 2026, 2027),
  asOf: dayIn(2025, 2028),
  readings: fc.record(
    {
      "reference-day": fc.constant("31/12/N"),
      "prevention-year": fc.constant("N-1"),
    },
    { requiredKeys: [] },
  ),
});

const all = fc.sample(cases, { numRuns: count, seed });
const answers = execFileSync("python3", ["-B", join(import.meta.dirname, "prevention.py")], {
  encoding: "utf8",
  input: all.map((one) => `${JSON.stringify(one)}\n`).join(""),
  maxBuffer: 1 << 30,
})
  .trim()
  .split(/\r?\n/)
  .map((line) => JSON.parse(line) as Answer);

const seen = new Map<string, number>();
const differences: string[] = [];
let statements = 0;
for (const [i, one] of all.entries()) {
  const { patient, ...options } = one;
  const { assessed, paid } = answers[i] as Answer;
  for (const { indicator, ...ours } of assessPrevention(patient, options).indicators) {
    const reason = ours.validated === "unknown" ? ours.because.code : null;
    const found = JSON.stringify([ours.eligible, ours.validated, reason]);
    const wanted = JSON.stringify(assessed[indicator]);
    seen.set(wanted, (seen.get(wanted) ?? 0) + 1);
    if (found !== wanted)
      differences.push(`${indicator}: library ${found}, oracle ${wanted} ${JSON.stringify(one)}`);
  }
  if (!patient.birthDate && patient.age === undefined) continue;
  const { asOf: _, ...ofStatement } = options;
  const { lines, counts } = computePhysician({ patients: [patient] }, ofStatement);
  if (counts.computed === 0) continue;
  statements += 1;
  const found = lines.flatMap(({ rule }) => /^prevention\.(.+)\.amount$/.exec(rule)?.[1] ?? []);
  if (found.sort().join() !== paid.join())
    differences.push(
      `statement: library ${found.join()}, oracle ${paid.join()} ${JSON.stringify(one)}`,
    );
}

if (differences.length > 0) {
  console.error(
    `seed ${seed}: ${differences.length} differences; the first ones:\n${differences.slice(0, 10).join("\n")}`,
  );
  process.exit(1);
}
const kindsOfAnswers = [...seen].map(([answer, times]) => `${answer} ${times}`).sort();
console.log(
  `prevention: ${all.length} patients, ${all.length * indicators.length} indicators and ` +
    `${statements} statements, all equal (seed ${seed})\n${kindsOfAnswers.join("; ")}`,
);
