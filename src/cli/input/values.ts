import type { DatedAction } from "../../list/patient.ts";
import type { DeclaredFact } from "../../schedule/language.ts";
import { factOf, type DeclaredFacts } from "./declared-facts.ts";
import { normalise } from "./normalise.ts";

/** Parses the cells of a record into its fields; facts that a schedule declares are in `facts`. */
export function recordReader(
  fields: readonly (string | undefined)[],
  facts: DeclaredFacts,
): (cells: readonly string[]) => Record<string, unknown> {
  const plain: (readonly [number, string])[] = [];
  const declared: (readonly [number, string, DeclaredFact])[] = [];
  for (const [i, field] of fields.entries()) {
    const id = field && factOf(field);
    if (id) declared.push([i, id, facts[id] as DeclaredFact]);
    else if (field !== undefined) plain.push([i, field]);
  }
  return (cells) => {
    const value: Record<string, unknown> = {};
    for (const [i, field] of plain) value[field] = valueOf(field, cells[i] ?? "");
    if (declared.length > 0)
      value["facts"] = Object.fromEntries(
        declared.map(([i, id, fact]) => [id, factValue(fact, cells[i] ?? "")]),
      );
    return value;
  };
}

/** Parses the cell of a declared fact; unrecognised text is returned unchanged. */
function factValue(fact: DeclaredFact, text: string): unknown {
  const cell = text.trim();
  if (cell === "") return cell;
  return (fact.is === "boolean" ? boolean(cell) : decimal(fact, cell)) ?? cell;
}

/**
 * A number with a decimal comma or point. A percent sign is of a fact whose label has one. Three
 * decimals after a comma could as well be thousands, except in a percentage.
 */
function decimal({ fr, en }: DeclaredFact, cell: string): number | undefined {
  const isPercent = fr.includes("%") && en.includes("%");
  const bare = isPercent ? cell.replace(/\s*%$/, "") : cell;
  const isDoubtful = !isPercent && /^[1-9]\d{0,2},\d{3}$/.test(bare);
  return isDoubtful || !/^\d+([.,]\d*)?$/.test(bare) ? undefined : Number(bare.replace(",", "."));
}

/**
 * Parses a cell. Unrecognised text is returned unchanged, so that the library refuses it.
 * `duckdb/sql-cells.ts` parses the most common of these spellings in SQL.
 */
export function valueOf(field: string, text: string): unknown {
  const cell = text.trim();
  if (cell === "") return cell;
  return readers[field]?.(cell) ?? cell;
}

type Reader = (cell: string) => unknown;

type Spellings<Value> = ReadonlyMap<string, Value>;

const spellings = <Value>(meanings: Readonly<Record<string, Value>>): Spellings<Value> =>
  new Map(Object.entries(meanings));

const BOOLEANS = spellings({
  true: true,
  vrai: true,
  oui: true,
  o: true,
  yes: true,
  y: true,
  1: true,
  false: false,
  faux: false,
  non: false,
  n: false,
  no: false,
  0: false,
});

const NONE = new Set(["none", "aucune", "sans"]);

const KINDS = spellings({
  free: "free",
  gratuite: "free",
  sansparticipation: "free",
  contributory: "contributory",
  participation: "contributory",
  avecparticipation: "contributory",
  participative: "contributory",
  payante: "contributory",
});

const ZONES = spellings({
  zip: "ZIP",
  qpv: "QPV",
  zac: "ZAC",
  none: "none",
  aucune: "none",
  non: "none",
  horszone: "none",
});

const SECTORS = spellings({
  1: "1",
  s1: "1",
  secteur1: "1",
  2: "2",
  s2: "2",
  secteur2: "2",
  "2optam": "2-optam",
  s2optam: "2-optam",
  secteur2optam: "2-optam",
  optam: "2-optam",
  optamco: "2-optam",
  "2optamco": "2-optam",
});

const INDICATORS = spellings({
  grippe: "flu",
  pneumocoque: "pneumococcus",
  ror: "mmr",
  meningocoque: "meningococcus",
  sein: "breast",
  col: "cervix",
  colon: "colorectal",
  glycemie: "glycaemia",
  mrc: "ckd",
  exam9m: "exam-9m",
  examen9m: "exam-9m",
  exam24m: "exam-24m",
  examen24m: "exam-24m",
  dentaire: "dental",
});

const boolean: Reader = (cell) => BOOLEANS.get(normalise(cell));
const integer: Reader = (cell) =>
  /^\d+([.,]0*)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined;

const readers: Readonly<Record<string, Reader>> = {
  birthDate: date,
  physicianBirthDate: date,
  lastSeen: date,
  registeredFrom: date,
  registeredUntil: date,
  diedOn: date,
  aldFrom: date,
  aldUntil: date,
  c2sFrom: date,
  c2sUntil: date,
  visits: (cell) =>
    cell
      .split(/[\s,;|+]+/)
      .filter((day) => day !== "")
      .map(date),
  firstInstallation: date,
  activeFrom: date,
  activeUntil: date,
  age: integer,
  physicianAge: integer,
  ald: boolean,
  seen: boolean,
  contract: boolean,
  c2s: (cell) => boolean(cell) ?? (NONE.has(normalise(cell)) ? false : KINDS.get(normalise(cell))),
  zone: (cell) => ZONES.get(normalise(cell)),
  sector: (cell) => SECTORS.get(normalise(cell)),
  prevention,
};

const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Converts `dd/mm/yyyy`, `mm/yyyy` and ISO dates, with or without a time, to ISO dates. */
function date(cell: string): string {
  const day = cell.replace(TIME, "");
  const french = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(day);
  if (!french) return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : cell;
  const [, first, month, year] = french;
  return [year, month?.padStart(2, "0"), first?.padStart(2, "0")]
    .filter((part) => part !== undefined)
    .join("-");
}

/** Indicators, each with its day if known: `grippe:15/10/2026`. */
function prevention(cell: string): number | (string | DatedAction)[] {
  if (/^\d+$/.test(cell)) return Number(cell);
  return cell
    .split(/[\s,;|+]+/)
    .filter((action) => action !== "")
    .map((action) => {
      const [name = "", day] = action.split(/:(.*)/s);
      const id = INDICATORS.get(normalise(name)) ?? name.toLowerCase();
      return day === undefined ? id : { id, on: date(day) };
    });
}
