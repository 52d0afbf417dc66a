/**
 * What prevention costs, `npm run bench:prevention [-- PATIENTS [ROUNDS]]`: patients with ten acts
 * each, as objects, assessed one by one, made into a range and into statements, beside statements of
 * the same patients whose validated indicators are told; and as columns, which take those alone.
 */
import { library } from "./library.ts";
import { time } from "./measure.ts";

const [size = 50_000, rounds = 7] = process.argv.slice(2).map(Number);
const options = { year: 2026, asOf: "2026-11-15" } as const;
const PER_PHYSICIAN = 1_000;

const { acts: declared = {} } = library.getSchedule("fr.fmt.2026");
const kinds = Object.keys(declared);
const two = (value: number): string => String(value).padStart(2, "0");
const dayOf = (i: number): string =>
  `${2022 + (i % 5)}-${two(1 + ((i * 7) % 12))}-${two(1 + ((i * 11) % 28))}`;

const patients = Array.from({ length: size }, (_, i) => ({
  id: i,
  physicianId: String(Math.floor(i / PER_PHYSICIAN)),
  birthDate: `${1930 + ((i * 37) % 90)}-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
  sex: i % 2 === 0 ? ("F" as const) : ("M" as const),
  ald: i % 4 === 0,
  aldNumbers: i % 4 === 0 ? [1 + (i % 30)] : [],
  c2s: false,
  seen: true,
  conditions: { diabetes: i % 11 === 0, hypertension: i % 3 === 0 },
  acts: Array.from({ length: 10 }, (_, j) => ({
    kind: kinds[(i + j * 5) % kinds.length] as string,
    date: dayOf(i + j * 13),
  })),
}));

const told = patients.map((patient) => {
  const { id, physicianId, birthDate, sex, ald, aldNumbers, c2s, seen } = patient;
  const { indicators } = library.assessPrevention(patient, { ...options, asOf: "2029-12-31" });
  const prevention = indicators.flatMap(({ indicator, eligible, validated }) =>
    eligible === "yes" && validated === "yes" ? [indicator] : [],
  );
  return { id, physicianId, birthDate, sex, ald, aldNumbers, c2s, seen, prevention };
});

const totalsOf = (rows: readonly object[]): string =>
  library
    .computePhysicians({ patients: rows as typeof told }, { year: options.year })
    .statements.map(({ total }) => total)
    .join();
if (totalsOf(patients) !== totalsOf(told)) throw new Error("acts and indicators differ");

const columns = {
  physicianId: Int32Array.from(told, ({ physicianId }) => Number(physicianId)),
  age: Uint8Array.from(told, ({ birthDate }) => 2025 - Number(birthDate.slice(0, 4))),
  ald: Uint8Array.from(told, ({ ald }) => (ald ? 1 : 0)),
  c2s: new Uint8Array(size),
  seen: new Uint8Array(size).fill(1),
  prevention: Uint8Array.from(told, ({ prevention }) => prevention.length),
};

const { year, asOf } = options;
const times = time(
  {
    assessed: () => {
      let indicators = 0;
      for (const one of patients)
        indicators += library.assessPrevention(one, { year, asOf }).indicators.length;
      return indicators;
    },
    worklist: () => library.worklist(patients, options),
    statements: () => totalsOf(patients),
    told: () => totalsOf(told),
    range: () => library.preventionRange({ patients }, options),
    columns: () => library.computeColumns(columns, { year }),
  },
  rounds,
  "processor",
);

const labels = {
  assessed: "assessPrevention, one by one",
  worklist: "worklist",
  statements: "computePhysicians, from acts",
  told: "computePhysicians, from indicators",
  range: "preventionRange",
  columns: "computeColumns, from numbers of indicators",
} as const;

console.log(`${size} patients with ten acts each, processor time, median of ${rounds} rounds`);
for (const [name, label] of Object.entries(labels)) {
  const { median } = times[name as keyof typeof labels];
  const rate = Math.round((size / median) * 1000).toLocaleString("en");
  console.log(
    `${label}: ${median.toFixed(1)} ms, ${((median / size) * 1000).toFixed(2)} µs a patient, ${rate} a second`,
  );
}
