import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";
import { run } from "./run.js";

const example = join(root, "fixtures/example");
const lists = [join(example, "patients.csv"), "--physicians", join(example, "physicians.csv")];
const files = [...lists, "--year", "2026"];

/** Small files of the pages that need others than the bundled example. */
const SMALL = {
  "practice.csv":
    "patient;né le;ald;c2s;dernière consultation;prévention\n" +
    "1;03/05/1940;oui;non;02/03/2025;grippe\n2;01/01/1990;non;oui;01/02/2024;grippe, sein\n" +
    "3;01/02/2017;non;non;02/03/2025;\n",
  "caisse.csv":
    "patient;né le;ald;c2s;dernière consultation;prévention\n" +
    "1;03/05/1941;non;non;04/03/2025;sein\n4;01/01/1990;non;oui;05/03/2025;\n",
  "payments.csv":
    "date;libellé;montant\n15/04/2026;FMT 2026 1ER ACOMPTE;5 000,00 €\n" +
    "16/04/2026;ROSP 2025;1 234,56\n02/07/2026;FORFAIT MT ACOMPTE JUIN 2026;4 966,25\n",
  "counts.csv":
    "âge;ald;c2s;n;zone\n0-6;non;;60;ZIP\n7-74;non;;640;ZIP\n80 ans et +;oui;;45;ZIP\n;;oui;90;ZIP\n",
};

/** Pages of the command, each with the most sheets of A4 that it may take. */
const calls = [
  ["a statement", 1, "compute", ...files, "--physician", "A"],
  ["two statements", 3, "compute", ...files],
  ["a simulation", 2, "compute", ...files, "--physician", "A", "--set", "base.80+.amount=60.50"],
  ["a statement of the FPMT", 1, "compute", ...lists, "--year", "2025", "--physician", "A"],
  ["a statement of counts", 1, "compute", "--counts", "counts.csv", "--year", "2026"],
  ["open questions", 1, "readings", ...files, "--physician", "A"],
  ["open questions of counts", 1, "readings", "--counts", "counts.csv", "--year", "2026"],
  ["questions and a payment", 3, "readings", ...files, "--physician", "A", "--paid", "avril=5000"],
  [
    "payments and a letter",
    2,
    "check-payment",
    ...files,
    "--physician",
    "A",
    "--paid",
    "payments.csv",
  ],
  ["payments and a list", 2, "check-payment", ...files, "--physician", "A", "--paid", "avril=4000"],
  ["two lists", 1, "reconcile", "practice.csv", "caisse.csv", "--year", "2026"],
  ["a worklist", 2, "worklist", "practice.csv", "--as-of", "2026-11-15", "--with-amounts"],
  [
    "a dashboard",
    1,
    "dashboard",
    ...files,
    "--as-of",
    "2026-11-15",
    "--physician",
    "A",
    "--patient",
    "A-2",
  ],
  ["a dashboard of a list", 1, "dashboard", "practice.csv", "--as-of", "2026-11-15"],
];

/** Pages that the library alone makes, as expressions. */
const ofLibrary = [
  [
    "two schedules",
    1,
    "formatScheduleComparison(compareSchedules(panels, { year: 2026, b, by: ['zone'] }), as)",
  ],
  [
    "two regimes",
    1,
    "formatRegimeComparison(compareRegimes(panels, { year: 2026, old, new: after }), as)",
  ],
  ["two statements compared", 1, "formatStatementComparison(compareStatements(one, other), as)"],
  [
    "a sum of statements",
    2,
    "formatStatementSum(sumStatements([one, two], { by: () => 'MSP' }), as)",
  ],
];

const PROGRAM = `
import * as library from "forfait-medecin-traitant";
const { ${[...new Set(ofLibrary.flatMap(([, , code]) => code.match(/\b(?:format|compare|sum)[A-Z]\w+/g)))].join(", ")} } = library;
const table = ["ZIP", "none"].flatMap((zone) => [
  { age: "7-74", ald: false, c2s: false, seen: true, n: 100_000, zone },
  { age: "80+", ald: true, c2s: true, seen: false, n: 20_000, zone },
]);
const panels = library.panelsFromCounts(table, { year: 2026 });
const b = { patch: { "base.80+.amount": "60.50", "zone.rate": "12%" } };
const old = { added: [{ name: "ROSP", mean: "4900" }] };
const after = { added: [{ name: "DONUM", mean: "2940" }] };
const statement = (id, patch) => library.computePhysician(
  { physician: { id, zone: "ZIP", birthDate: "1957-03-17" }, patients: [{ age: 82, ald: true, c2s: true, prevention: ["flu"] }] },
  { year: 2026, ...(patch && { patch }) },
);
const [one, two, other] = [statement("A"), statement("B"), statement("A", b.patch)];
const as = { as: "page", locale: process.argv[1] };
console.log(JSON.stringify([${ofLibrary.map(([, , code]) => code).join(",\n")}]));
`;

/** Every page of the installed package, in one language. */
export async function pagesIn({ consumer, installed }, locale) {
  for (const [name, text] of Object.entries(SMALL)) writeFileSync(join(consumer, name), text);
  const command = join(installed, "dist/cli.cjs");
  const pages = [];
  for (const [name, sheets, ...call] of calls) {
    const args = [command, ...call, "--format", "html", "--locale", locale];
    pages.push({ name, sheets, html: await printed(args, consumer) });
  }
  const evaluated = ["--input-type=module", "--eval", PROGRAM, locale];
  const ofProgram = JSON.parse(await run(process.execPath, evaluated, { cwd: consumer }));
  return [
    ...pages,
    ...ofLibrary.map(([name, sheets], i) => ({ name, sheets, html: ofProgram[i] })),
  ];
}

/** What a call prints; a difference that a command looks for is no failure. */
function printed(args, cwd) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      if (stdout.startsWith("<!doctype html>")) resolve(stdout);
      else reject(new Error(`${args.slice(1).join(" ")}\n${stderr || error?.message}`));
    });
  });
}
