import assert from "node:assert/strict";

const young = { age: 40, ald: false, c2s: false };
const old = { age: 82, ald: true, c2s: false };
const poor = { age: 5, ald: true, c2s: true };

/** What the package must answer wherever it runs: a total, or the code of a refusal. */
export const golden = [
  { input: { patients: [old, young] }, options: { year: 2026 }, answer: (100 + 5).toFixed(2) },
  { input: { patients: [poor] }, options: { year: 2026 }, answer: (55 + 10).toFixed(2) },
  {
    input: { patients: [{ ...young, prevention: ["flu", "hpv"] }] },
    options: { year: 2026 },
    answer: (5 + 2 * 5).toFixed(2),
  },
  {
    input: { physician: { zone: "ZIP", age: 70 }, patients: [old, { ...old, age: 6, ald: false }] },
    options: { year: 2026 },
    answer: ((100 + 15) * (1 + 0.1 + 0.1)).toFixed(2),
  },
  {
    input: { physician: { zone: "ZIP", age: 70 }, patients: [old] },
    options: {
      year: 2026,
      readings: { "zone-and-age": "highest" },
      patch: { "base.ald-80+.amount": "110" },
    },
    answer: (110 * 1.1).toFixed(2),
  },
  {
    input: { patients: [old, young, { ...young, age: 3 }] },
    options: { year: 2018 },
    answer: (70 + 5 + 6).toFixed(2),
  },
  { input: { patients: [young] }, options: { year: 1999 }, answer: "DATE_NOT_COVERED" },
  { input: { patients: [{ ...young, age: 130 }] }, options: { year: 2026 }, answer: "AGE_INVALID" },
  {
    input: { patients: [{ ald: false, c2s: false, birthDate: "1948-02-30" }] },
    options: { year: 2026 },
    answer: "DATE_IMPOSSIBLE",
  },
];

function answers(library, cases) {
  return cases.map(({ input, options }) => {
    try {
      return library.computePhysician(input, options).total;
    } catch (error) {
      return error.code;
    }
  });
}

/** An expression that gives the answers of a library as JSON text, to be run by any engine. */
export const answersOf = (library) =>
  `JSON.stringify((${answers})(${library}, ${JSON.stringify(golden)}))`;

export const programs = {
  "golden.mjs": `import * as library from "forfait-medecin-traitant";\nconsole.log(${answersOf("library")});\n`,
  "golden.cjs": `const library = require("forfait-medecin-traitant");\nconsole.log(${answersOf("library")});\n`,
};

/** What the small entries give each other: in CommonJS each has its own copy of the code. */
const betweenEntries = `
const patients = [{ age: 82, ald: true, c2s: false }];
const patched = load.applyPatch(schedule, { "base.ald-80+.amount": "110" });
const totals = [schedule, patched].map((one) => core.computePhysician({ patients }, { year: 2026, schedule: one }).total);
let isTheirs = [];
try {
  core.computePhysician({ patients }, { year: 2026, schedule: { ...schedule } });
} catch (error) {
  isTheirs = [core, load, library].map(({ ForfaitError }) => error instanceof ForfaitError);
}
console.log(JSON.stringify([...totals, ...isTheirs]));
`;

const NAME = "forfait-medecin-traitant";
const imports = {
  library: NAME,
  core: `${NAME}/core`,
  load: `${NAME}/load`,
};

export const entryPrograms = {
  "entries.mjs":
    Object.entries(imports)
      .map(([as, name]) => `import * as ${as} from "${name}";\n`)
      .join("") + `import schedule from "${NAME}/schedules/fmt-2026.js";${betweenEntries}`,
  "entries.cjs":
    Object.entries({ ...imports, schedule: `${NAME}/schedules/fmt-2026.js` })
      .map(([as, name]) => `const ${as} = require("${name}");\n`)
      .join("") + betweenEntries,
};

export function checkEntries(json) {
  assert.deepEqual(JSON.parse(json), ["100.00", "110.00", true, true, true]);
}

/** Checks the JSON text that `answersOf` gave. */
export function checkAnswers(json) {
  assert.deepEqual(
    JSON.parse(json),
    golden.map(({ answer }) => answer),
  );
}
