import { parse } from "csv-parse/sync";
import { utf16, windows1252 } from "../support/files.ts";
import { callWith, type Called, type Output } from "../support/io.ts";
import { anyJson, WORDS } from "./hostile.ts";
import type { Random } from "./random.ts";
import { expectThat } from "./verdict.ts";

interface File {
  readonly content: Uint8Array;
  /** Rows of patients that an independent reader counts in it; undefined where the file is too broken to say. */
  readonly rows: number | undefined;
}

/** One case: a call of the command on files, some of them broken. */
export async function fuzzFiles(random: Random): Promise<void> {
  const list = patients(random);
  const files = {
    list: list.content,
    "-": list.content,
    physicians: physicians(random),
    previous: patients(random).content,
    options: bytesOf(
      random,
      JSON.stringify(
        random.chance(0.5) ? anyJson(random) : { Nom: "id", "base.ald-80+.amount": "3" },
      ),
    ),
  };
  const argv = words(random);
  const chunk = random.chance(0.3) ? random.int(1, 64) : undefined;
  const called = await callWith(argv, {
    files,
    ...(chunk !== undefined && { chunk }),
    isTerminal: random.chance(0.1),
  });
  check(called, argv, list);
}

/** What holds of every call, whatever its files. */
export function checkCall({ code, out, err, files }: Called, argv: readonly string[]): string {
  const told = `${argv.join(" ")} → ${code}\n${err.slice(0, 500)}`;
  expectThat([0, 1, 2].includes(code), `exit code of ${told}`);
  expectThat(!/erreur inattendue|unexpected error|\n\s+at .*:\d+/.test(err), `a crash in ${told}`);
  expectThat(code === 0 || err !== "", `a silent failure of ${told}`);
  expectThat(code !== 2 || out === "", `an output beside a failure of ${told}`);
  expectThat(
    ![...files.keys()].some((path) => path.endsWith(".part")),
    `a half file left by ${told}`,
  );
  expectThat(!err.includes("\0"), `NUL in the messages of ${told}`);
  return told;
}

function check(called: Called, argv: readonly string[], { rows }: File): void {
  const told = checkCall(called, argv);
  const { code, out, err, files } = called;
  if (code === 2) return;

  const counted = / (\d+) (?:sur|of) (\d+)[ ;]/.exec(err);
  const text = argv.includes("--out") ? (files.get("out") ?? "") : out;
  if (argv[0] !== "compute" || !argv.includes("json")) return;
  const { statements, rejected, leftOut } = JSON.parse(text) as Output;
  expectThat(
    (code === 1) === rejected.length > 0,
    `exit code and refused rows disagree in ${told}`,
  );
  const refused = rejected.filter(({ kind }) => kind === "patient").length;
  const left = leftOut.filter(({ kind }) => kind === "patient").length;
  const computed = statements.reduce((sum, statement) => sum + statement.patients, 0);
  if (argv.includes("--rejects")) checkRejects(files.get("rejects") ?? "", rejected.length, told);
  if (code === 1 && !argv.includes("--skip-invalid"))
    return expectThat(computed === 0, `computed in spite of a refused row: ${told}`);
  const isTitled = /en-têtes à la ligne|headers on line/.test(err);
  if (rows !== undefined && !isTitled)
    expectThat(
      computed + left + refused === rows,
      `${computed} computed + ${left} left out + ${refused} refused, of ${rows} rows: ${told}`,
    );
  if (counted)
    expectThat(
      computed + left + refused === Number(counted[2]),
      `${computed} computed + ${left} left out + ${refused} refused, of ${counted[2]} read: ${told}`,
    );
}

function checkRejects(text: string, count: number, told: string): void {
  const records = parse(text, { relax_column_count: true }) as string[][];
  expectThat(
    records.length === count + 1,
    `${records.length - 1} rows in the file of refused rows, of ${count}: ${told}`,
  );
  expectThat(
    !records.flat().some((cell) => /^[=+\-@\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?%?$/.test(cell)),
    `a formula in the file of refused rows: ${told}`,
  );
}

function words(random: Random): string[] {
  const maybe = (share: number, ...options: readonly string[]): readonly string[] =>
    random.chance(share) ? options : [];
  const year = random.chance(0.9)
    ? random.one(["2026", "2026", "2024", "2019"])
    : random.one(["", "x", "2040", "-1"]);
  const command = random.chance(0.95) ? "compute" : random.chance(0.95) ? "explain" : "readings";
  const argv = [
    command,
    random.one(["list", "list", "list", "-"]),
    "--year",
    year,
    ...(command === "explain" ? ["--patient", random.one(["P1", "__proto__"])] : []),
    ...(command === "compute"
      ? ["--format", random.one(["json", "json", "json", "csv", "table"])]
      : []),
    ...maybe(0.7, "--skip-invalid"),
    ...maybe(
      0.3,
      "--physicians",
      random.one(["physicians", "physicians", "physicians", "list", "nowhere"]),
    ),
    ...maybe(0.1, "--previous", "previous"),
    ...maybe(0.05, random.one(["--map", "--patch", "--schedule"]), "options"),
    ...maybe(0.3, "--rejects", "rejects"),
    ...maybe(0.2, "--out", "out"),
    ...maybe(0.2, "--locale", "en"),
    ...maybe(0.05, "--reading", random.one(["zone-and-age=highest", "__proto__=x", "x"])),
    ...maybe(
      0.05,
      "--set",
      random.one([
        "base.ald-80+.amount=3",
        "__proto__.x=1",
        "base=5",
        "reads.ifMissing.sector=null",
        "x",
      ]),
    ),
    ...maybe(0.02, random.one([...WORDS])),
  ];
  return argv;
}

const HEADERS = [
  "médecin",
  "patient",
  "date de naissance",
  "âge",
  "ALD",
  "C2S",
  "vu",
  "dernière consultation",
  "prévention",
  "zone",
  "naissance du médecin",
  "note",
  "décédé le",
  "date fin MT",
  "MT déclaré le",
  "ALD depuis",
  "fin de droits C2S",
  "visites",
];

const CELLS: readonly (readonly string[])[] = [
  ["A", "A", "B", ""],
  ["P1", "P2", "P3", "P4", "P5", "P6", "P7"],
  ["01/02/1980", "1950", "2024-05-06", "31/12/2025", "1 fÃ©vrier 1950", "02/15/1944"],
  ["40", "82", "5", "129"],
  ["oui", "non", "O", "1", "exon‚r‚e"],
  ["oui", "non", "gratuite"],
  ["oui", "non"],
  ["01/02/2025", "2019"],
  ["", "grippe", "3", "grippe, covid", "grippe:15/10/2026", "mÃ©ningocoque", "2 actes"],
  ["ZIP", "ZIP", "QPV"],
  ["1950"],
  ["", "texte", "été"],
  ["", "", "31/12/2025", "2026"],
  ["", "31/12/2025", "30/12/2025", "2030"],
  ["", "2010", "01/01/2026"],
  ["", "2020-02-29", "2026"],
  ["", "30/06/2026", "2025"],
  ["", "2025", "01/02/2022 03/04/2026"],
];

export function patients(random: Random): File {
  if (random.chance(0.25)) return jsonPatients(random);
  const columns = HEADERS.map((_, i) => i).filter((i) =>
    i === 3 || i === 4 || i === 5
      ? random.chance(0.97)
      : i === 2
        ? random.chance(0.05)
        : random.chance(i > 11 ? 0.12 : 0.35),
  );
  return csvFile(random, [
    columns.map((i) => HEADERS[i] as string),
    ...random.many(random.int(0, 7), () =>
      columns.map((i) => cell(random, CELLS[i] as readonly string[])),
    ),
  ]);
}

function cell(random: Random, usual: readonly string[]): string {
  if (!random.chance(0.04)) return random.one(usual);
  if (random.chance(0.0005)) return "y".repeat(10_000_000);
  return random.one([
    ...WORDS,
    '"',
    '""',
    'a"b',
    '"a',
    "'",
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "=cmd",
    "+1",
    "@x",
    "-x",
    "null",
    "[]",
    "{}",
  ]);
}

export function physicians(random: Random): Uint8Array {
  if (random.chance(0.2))
    return bytesOf(
      random,
      JSON.stringify(
        random.chance(0.5) ? [{ id: "A" }, { id: "B", zone: "ZIP" }] : anyJson(random),
      ),
    );
  return csvFile(random, [
    ["médecin", "zone", "secteur"],
    ...random.many(random.int(0, 3), (i) => [
      cell(random, [["A", "B", "C"][i] as string]),
      cell(random, ["ZIP", "QPV", ""]),
      cell(random, ["1", "2", ""]),
    ]),
  ]).content;
}

/** Rows as CSV, its lines broken or not, in an encoding. */
function csvFile(random: Random, rows: readonly (readonly string[])[]): File {
  const separator = random.one([",", ";", "\t"]);
  const end = random.one(["\n", "\r\n", "\r"]);
  const quoted = random.chance(0.2);
  const line = (cells: readonly string[]): string =>
    cells
      .map((one) =>
        quoted || (random.chance(0.7) && one.includes(separator))
          ? `"${one.replaceAll('"', '""')}"`
          : one,
      )
      .join(separator);
  let text = rows
    .map((cells) => line(cells) + (random.chance(0.05) ? `${end}${end}` : end))
    .join("");
  if (random.chance(0.2)) text = brokenText(random, text);
  const content = bytesOf(random, text);
  const isPlain = /^[\t\r\n\x20-\x7e\xa0-\xff]*$/.test(text) && !text.includes('"');
  return { content, rows: isPlain && !BROKEN.has(content) ? rowsIn(text) : undefined };
}

/** Counts the rows after the header as one may by eye: lines on which something stands. */
function rowsIn(text: string): number {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  const first = lines.find((one) => one.trim() !== "") ?? "";
  const separator = [",", ";", "\t"].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  return lines.filter((one) => one.split(separator).some((part) => part.trim() !== "")).length - 1;
}

function jsonPatients(random: Random): File {
  const row = (): unknown =>
    random.chance(0.1)
      ? anyJson(random)
      : {
          physicianId: random.one(["A", "B"]),
          id: random.one(["P1", "P2", "P3", "P4"]),
          age: random.int(0, 131),
          ald: random.chance(0.5),
          c2s: false,
          ...(random.chance(0.1) && { [random.one(WORDS)]: anyJson(random) }),
          ...(random.chance(0.1) && { zone: "ZIP" }),
        };
  const rows = random.many(random.int(0, 6), row);
  const isDeep = random.chance(0.03);
  const deep = [
    () => "[".repeat(50_000),
    () => `[{"age":${"[".repeat(20_000)}${"]".repeat(20_000)}}]`,
  ];
  const list = JSON.stringify(rows);
  const text = random.one(
    isDeep
      ? deep
      : [
          () => list,
          () =>
            JSON.stringify({
              patients: rows,
              ...(random.chance(0.3) && {
                physicians: random.chance(0.5) ? [{ id: "A" }] : anyJson(random),
              }),
            }),
          () => rows.map((one) => JSON.stringify(one)).join("\n"),
        ],
  )();
  const isBroken = random.chance(0.2);
  const content = bytesOf(random, isBroken ? brokenText(random, text) : text);
  const isSure = !isBroken && !BROKEN.has(content) && text === list && rows.length > 0;
  return { content, rows: isSure ? rows.length : undefined };
}

function brokenText(random: Random, text: string): string {
  const at = random.int(0, text.length);
  const to = Math.min(text.length, at + random.int(0, 12));
  const piece = random.one([
    ...WORDS,
    '"',
    '"',
    '"',
    "\n",
    "\r",
    "\r\n",
    "\0",
    ";",
    ",",
    "\t",
    "{",
    "[",
    "]",
    "\\",
    " ",
  ]);
  return random.one([
    () => text.slice(0, at),
    () => text.slice(0, at) + piece + text.slice(at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + text.slice(at).repeat(2),
    () => text.slice(at) + text.slice(0, at),
  ])();
}

/** Contents whose bytes were changed after they were written. */
const BROKEN = new WeakSet<Uint8Array>();

function bytesOf(random: Random, text: string): Uint8Array {
  const encoded = random.one([
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(text),
    () => new TextEncoder().encode(`\ufeff${text}`),
    () => windows1252(text.replaceAll(/[^\x20-\xff\t\r\n]/g, "?")),
    () => utf16(text, "le"),
    () => utf16(text, "be"),
  ])();
  if (!random.chance(0.1)) return encoded;
  const bytes = Uint8Array.from(encoded);
  for (let i = random.int(1, 4); i > 0; i -= 1)
    bytes[random.int(0, Math.max(0, bytes.length - 1))] = random.int(0, 255);
  const broken = random.chance(0.5) ? bytes.slice(0, random.int(0, bytes.length)) : bytes;
  BROKEN.add(broken);
  return broken;
}
