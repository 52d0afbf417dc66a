import { plain } from "./words.ts";

/** What the text of a cell means in a field; a text that is not understood is kept, for the library to refuse with its words. */
export function valueOf(field: string, text: string): unknown {
  const cell = text.trim();
  if (cell === "") return cell;
  return readers[field]?.(cell) ?? cell;
}

type Reader = (cell: string) => unknown;

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true, vrai: true, oui: true, o: true, yes: true, y: true, 1: true,
  false: false, faux: false, non: false, n: false, no: false, 0: false,
};

const KINDS: Readonly<Record<string, string>> = {
  free: "free", gratuite: "free", sansparticipation: "free",
  contributory: "contributory", participation: "contributory", avecparticipation: "contributory", participative: "contributory", payante: "contributory",
};

const ZONES: Readonly<Record<string, string>> = { zip: "ZIP", qpv: "QPV", zac: "ZAC", none: "none", aucune: "none", non: "none", horszone: "none" };

const SECTORS: Readonly<Record<string, string>> = {
  1: "1", s1: "1", secteur1: "1",
  2: "2", s2: "2", secteur2: "2",
  "2optam": "2-optam", s2optam: "2-optam", secteur2optam: "2-optam", optam: "2-optam", optamco: "2-optam", "2optamco": "2-optam",
};

const INDICATORS: Readonly<Record<string, string>> = {
  grippe: "flu", pneumocoque: "pneumococcus", ror: "mmr", meningocoque: "meningococcus",
  sein: "breast", col: "cervix", colon: "colorectal", glycemie: "glycaemia", mrc: "ckd",
  exam9m: "exam-9m", examen9m: "exam-9m", exam24m: "exam-24m", examen24m: "exam-24m", dentaire: "dental",
};

const boolean: Reader = (cell) => BOOLEANS[plain(cell)];
const whole: Reader = (cell) => (/^\d+([.,]0*)?$/.test(cell) ? Number.parseInt(cell, 10) : undefined);

const readers: Readonly<Record<string, Reader>> = {
  birthDate: date,
  physicianBirthDate: date,
  lastSeen: date,
  firstInstallation: date,
  activeFrom: date,
  activeUntil: date,
  age: whole,
  physicianAge: whole,
  ald: boolean,
  seen: boolean,
  contract: boolean,
  c2s: (cell) => boolean(cell) ?? KINDS[plain(cell)],
  zone: (cell) => ZONES[plain(cell)],
  sector: (cell) => SECTORS[plain(cell)],
  prevention,
};

/** `dd/mm/yyyy`, `mm/yyyy` and ISO with a time, as ISO dates. */
function date(cell: string): string | undefined {
  const french = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})(?:[ T]0?0:00(?::00)?)?$/.exec(cell);
  if (french) {
    const [, day, month, year] = french;
    return [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter((part) => part !== undefined).join("-");
  }
  return /^(\d{4}-\d{2}-\d{2})[ T]\d{2}:\d{2}/.exec(cell)?.[1];
}

function prevention(cell: string): number | string[] {
  if (/^\d+$/.test(cell)) return Number(cell);
  return cell
    .split(/[\s,;|+]+/)
    .filter((id) => id !== "")
    .map((id) => INDICATORS[plain(id)] ?? id.toLowerCase());
}
