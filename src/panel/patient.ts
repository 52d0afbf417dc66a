import { oneOf, refusal, type ErrorCode, type Refusal, type LocalizedText } from "../error.ts";
import { C2S_KINDS, OLDEST, type C2sKind } from "../facts.ts";
import type { Notice } from "../notice.ts";
import { C2S, cellOf, SEEN, type Cell } from "./cell.ts";
import { readDate } from "./date.ts";
import type { Prevention } from "./panel.ts";

/** A patient of a list. `age` or `birthDate`, `ald` and `c2s` are required. */
export interface Patient {
  /** Opaque; the same physician may not have it twice. */
  readonly id?: string | number;
  /** In a list of several physicians. */
  readonly physicianId?: string | number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; a month 00 or above 12 is read as the year alone. */
  readonly birthDate?: string;
  /** Completed years on the reference day, 0 to 129. */
  readonly age?: number;
  /** In affection de longue durée. */
  readonly ald: boolean;
  /** Has the C2S; or its kind. */
  readonly c2s: boolean | C2sKind;
  /** Seen within the schedule's window. */
  readonly seen?: boolean;
  /** Last seen, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; counted in whole years before the reference day. */
  readonly lastSeen?: string;
  /** Validated prevention indicators, or how many (0 to 15). */
  readonly prevention?: Prevention;
}

/** What a schedule wants to know of patients, and what the list has to say. */
export interface ReadContext extends Requirements {
  /** The root of the paths of errors. */
  readonly list: string;
  readonly referenceYear: number;
  /** The column of the list that tells who was seen, if there is one: an empty value is then an error. */
  readonly seenColumn: "seen" | "lastSeen" | undefined;
}

/** What a schedule asks of patients. */
export interface Requirements {
  /** Length in years of the window in which a patient counts as seen; undefined where the schedule does not ask. */
  readonly seenWithin: number | undefined;
  /** A condition asks for one kind of C2S, so that `true` is not enough. */
  readonly c2sKind: boolean;
  /** The indicators that are paid; undefined where any is, or none. */
  readonly indicators: ReadonlySet<string> | undefined;
  /** Every indicator has the same price, so that a number of actions can be priced. */
  readonly onePrice: boolean;
}

const MOST_ACTIONS = 15;
const [NO_C2S, C2S_OF_ANY_KIND] = [C2S.indexOf("none"), C2S.indexOf("yes")];
const [WAS_SEEN, NOT_SEEN, SEEN_UNTOLD] = [
  SEEN.indexOf("yes"),
  SEEN.indexOf("no"),
  SEEN.indexOf("unknown"),
];

const allowed = {
  age: { fr: `un entier de 0 à ${OLDEST}`, en: `a whole number from 0 to ${OLDEST}` },
  ageOrBirth: { fr: "age ou birthDate", en: "age or birthDate" },
  date: { fr: "AAAA-MM-JJ, AAAA-MM ou AAAA", en: "YYYY-MM-DD, YYYY-MM or YYYY" },
  day: {
    fr: "un jour qui existe ; ou AAAA-MM, ou AAAA",
    en: "a day that exists; or YYYY-MM, or YYYY",
  },
  boolean: { fr: "true ou false", en: "true or false" },
  c2s: {
    fr: "true, false, free (gratuite) ou contributory (avec participation)",
    en: "true, false, free or contributory",
  },
  kind: {
    fr: "free (gratuite) ou contributory (avec participation) : la lecture choisie en dépend",
    en: "free or contributory: the chosen reading depends on it",
  },
  seen: {
    fr: "true ou false (ou une date dans lastSeen) ; ou aucune colonne seen",
    en: "true or false (or a date in lastSeen); or no seen column at all",
  },
  prevention: {
    fr: `des indicateurs, ou un nombre de 0 à ${MOST_ACTIONS}`,
    en: `indicators, or a number from 0 to ${MOST_ACTIONS}`,
  },
  once: { fr: "chaque indicateur une seule fois", en: "each indicator once" },
  listed: {
    fr: "la liste des indicateurs : leurs prix diffèrent",
    en: "the list of indicators: their prices differ",
  },
} as const satisfies Record<string, LocalizedText>;

/** Reads one row to a cell; pushes why not where it cannot, and gives undefined where anything of the row is refused. */
export function readPatient(
  row: Patient,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
  told: Notice[],
): Cell | undefined {
  const age = readAge(row, index, frame, refusals, told);
  const ald = readAld(row, index, frame, refusals);
  const c2s = readC2s(row, index, frame, refusals);
  const seen = readSeen(row, index, frame, refusals, told);
  checkPrevention(row, index, frame, refusals);
  return refusals.length === 0 ? cellOf(age, ald, c2s, seen) : undefined;
}

/** What an absent value looks like. */
export function isAbsent(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

const at = (frame: ReadContext, index: number, field: string): string =>
  `${frame.list}[${index}].${field}`;

function readAge(
  row: Patient,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
  told: Notice[],
): number {
  const { age, birthDate } = row;
  if (isAbsent(age) && isAbsent(birthDate)) {
    refusals.push(refusal("AGE_MISSING", at(frame, index, "age"), undefined, allowed.ageOrBirth));
    return 0;
  }
  if (!isAbsent(age) && !(Number.isInteger(age) && age >= 0 && age <= OLDEST)) {
    refusals.push(refusal("AGE_INVALID", at(frame, index, "age"), age, allowed.age));
    return 0;
  }
  if (isAbsent(birthDate)) return age as number;

  const born = readDate(birthDate);
  if (born === "malformed" || born === "impossible") {
    const path = at(frame, index, "birthDate");
    refusals.push(
      born === "malformed"
        ? refusal("DATE_INVALID", path, birthDate, allowed.date)
        : refusal("DATE_IMPOSSIBLE", path, birthDate, allowed.day),
    );
    return 0;
  }
  const years = frame.referenceYear - born.year;
  if (years < 0) {
    const last = `${frame.referenceYear}-12-31`;
    refusals.push(
      refusal("BORN_AFTER_REFERENCE", at(frame, index, "birthDate"), birthDate, {
        fr: `une naissance au plus tard le ${last}`,
        en: `a birth on ${last} at the latest`,
      }),
    );
  } else if (years > OLDEST) {
    refusals.push(refusal("AGE_INVALID", at(frame, index, "birthDate"), birthDate, allowed.age));
  } else if (!isAbsent(age) && age !== years) {
    refusals.push(
      refusal("AGE_DISAGREES", at(frame, index, "age"), age, {
        fr: `${years}, d'après birthDate ${birthDate}`,
        en: `${years}, from birthDate ${birthDate}`,
      }),
    );
  } else if (born.lunar) {
    told.push({
      code: "lunar-date",
      path: at(frame, index, "birthDate"),
      fr: "date de naissance au mois inconnu : seule l'année est lue",
      en: "birth date with an unknown month: only the year is read",
    });
  }
  return years;
}

function readAld(
  { ald }: Patient,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
): boolean {
  if (typeof ald !== "boolean")
    refusals.push(
      refusal(
        isAbsent(ald) ? "ALD_MISSING" : "ALD_INVALID",
        at(frame, index, "ald"),
        ald,
        allowed.boolean,
      ),
    );
  return ald;
}

function readC2s(row: Patient, index: number, frame: ReadContext, refusals: Refusal[]): number {
  const { c2s } = row;
  if (c2s === false) return NO_C2S;
  if (c2s === true && !frame.c2sKind) return C2S_OF_ANY_KIND;
  if (C2S_KINDS.includes(c2s as C2sKind)) return C2S.indexOf(c2s as C2sKind);
  const path = at(frame, index, "c2s");
  if (c2s === true) refusals.push(refusal("C2S_KIND_MISSING", path, c2s, allowed.kind));
  else
    refusals.push(refusal(isAbsent(c2s) ? "C2S_MISSING" : "C2S_INVALID", path, c2s, allowed.c2s));
  return 0;
}

function readSeen(
  row: Patient,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
  told: Notice[],
): number {
  const { seen, lastSeen } = row;
  if (!isAbsent(seen) && typeof seen !== "boolean") {
    refusals.push(refusal("SEEN_INVALID", at(frame, index, "seen"), seen, allowed.boolean));
    return 0;
  }
  if (isAbsent(lastSeen)) {
    if (!isAbsent(seen)) return seen ? WAS_SEEN : NOT_SEEN;
    if (frame.seenColumn)
      refusals.push(
        refusal("SEEN_MISSING", at(frame, index, frame.seenColumn), seen, allowed.seen),
      );
    return SEEN_UNTOLD;
  }

  const date = readDate(lastSeen);
  if (typeof date === "string" || date.lunar) {
    const path = at(frame, index, "lastSeen");
    refusals.push(
      date === "impossible"
        ? refusal("DATE_IMPOSSIBLE", path, lastSeen, allowed.day)
        : refusal("DATE_INVALID", path, lastSeen, allowed.date),
    );
    return 0;
  }
  const years = frame.referenceYear - date.year;
  if (frame.seenWithin !== undefined) {
    const within = years < frame.seenWithin;
    if (!isAbsent(seen) && seen !== within) {
      const note: LocalizedText = {
        fr: `${within}, d'après lastSeen ${lastSeen}`,
        en: `${within}, from lastSeen ${lastSeen}`,
      };
      refusals.push(refusal("SEEN_DISAGREES", at(frame, index, "seen"), seen, note));
    }
    if (years < 0) {
      told.push({
        code: "seen-after-reference",
        path: at(frame, index, "lastSeen"),
        fr: "venue après le jour de référence : compté comme vu",
        en: "seen after the reference day: counted as seen",
      });
    }
  }
  return Math.min(Math.max(years, 0), 2);
}

function checkPrevention(
  { prevention }: Patient,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
): void {
  if (isAbsent(prevention)) return;
  if (typeof prevention === "number") checkActions(prevention, index, frame, refusals);
  else checkIndicators(prevention, index, frame, refusals);
}

function checkActions(
  actions: number,
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
): void {
  if (!Number.isInteger(actions) || actions < 0 || actions > MOST_ACTIONS)
    refusals.push(
      refusal("PREVENTION_INVALID", at(frame, index, "prevention"), actions, allowed.prevention),
    );
  else if (!frame.onePrice)
    refusals.push(
      refusal("PREVENTION_UNPRICED", at(frame, index, "prevention"), actions, allowed.listed),
    );
}

function checkIndicators(
  prevention: readonly string[],
  index: number,
  frame: ReadContext,
  refusals: Refusal[],
): void {
  const refuse = (code: ErrorCode, found: unknown, accepts: LocalizedText): unknown =>
    refusals.push(refusal(code, at(frame, index, "prevention"), found, accepts));
  if (!Array.isArray(prevention)) {
    refuse("PREVENTION_INVALID", prevention, allowed.prevention);
    return;
  }
  for (const [i, id] of prevention.entries()) {
    if (typeof id !== "string" || id === "") refuse("PREVENTION_INVALID", id, allowed.prevention);
    else if (frame.indicators && !frame.indicators.has(id))
      refuse("PREVENTION_UNKNOWN", id, oneOf(frame.indicators));
    else if (prevention.indexOf(id) !== i) refuse("PREVENTION_TWICE", id, allowed.once);
  }
}
