import { refusal, type Refusal, type LocalizedText } from "../error.ts";
import { C2S_KINDS, c2sKindNames, OLDEST, type C2sKind } from "../facts.ts";
import type { Notice } from "../notice.ts";
import { C2S, C2S_OF_UNKNOWN_KIND, cellOf, NO_C2S, SEEN, type Cell } from "./cell.ts";
import { LUNAR, refusedDate, yearOf } from "./date.ts";
import { checkPrevention, type PreventionRequirements } from "./patient-prevention.ts";
import {
  isAbsent,
  type NeverSeen,
  type Patient,
  type Prevention,
  type SeenColumn,
} from "./patient.ts";

/** What rows are read with: the schedule's requirements, and the facts of the whole list. */
export interface ReadContext extends Requirements {
  /** Root of the paths in refusals. */
  readonly list: string;
  readonly referenceYear: number;
  /** Year whose dated actions count; undefined if those of any year do. */
  readonly preventionYear: number | undefined;
  /** What an empty cell of the last visit says, if anything. */
  readonly neverSeen: NeverSeen | undefined;
  /**
   * Column that records who was seen among the patients of a physician, if any; each of their rows
   * then needs a value.
   */
  readonly seenColumnOf: (physicianId: string | null) => SeenColumn | undefined;
}

/** What a schedule requires of patients. */
export interface Requirements extends PreventionRequirements {
  /** Window, in years, within which a patient counts as seen; undefined if no condition uses it. */
  readonly seenWithin: number | undefined;
  /** Some condition depends on the kind of C2S, so that `true` is not enough. */
  readonly c2sKind: boolean;
  /** What a patient is of whom only a visit after the day is known. */
  readonly lateVisit: "seen" | "unseen";
}

/** In place of a cell: the patient is born after the reference day. */
export const UNBORN = -1;

/** Whether a patient of a valid age is born after the day of an earlier list. */
export function isUnborn(years: unknown, age: unknown): boolean {
  return years !== age && (years as number) < 0 && (age as number) >= 0;
}

const kindsInFrench = C2S_KINDS.map((kind) => `${kind} (${c2sKindNames[kind].fr})`).join(" ou ");
const kindsInEnglish = C2S_KINDS.join(" or ");

const [WAS_SEEN, NOT_SEEN, SEEN_UNKNOWN] = [
  SEEN.indexOf("yes"),
  SEEN.indexOf("no"),
  SEEN.indexOf("unknown"),
];

const allowed = {
  age: { fr: `un entier de 0 à ${OLDEST}`, en: `a whole number from 0 to ${OLDEST}` },
  ageOrBirth: { fr: "age ou birthDate", en: "age or birthDate" },
  boolean: { fr: "true ou false", en: "true or false" },
  c2s: {
    fr: `true, false, ${kindsInFrench}`,
    en: `true, false, ${kindsInEnglish}`,
  },
  kind: {
    fr: `${kindsInFrench} : l'interprétation choisie en dépend`,
    en: `${kindsInEnglish}: the chosen reading depends on it`,
  },
  seen: {
    fr:
      "true ou false (ou une date dans lastSeen) ; ou aucune colonne seen ; si une case vide " +
      'veut dire jamais : neverSeen: "empty" (--never-seen empty)',
    en:
      "true or false (or a date in lastSeen); or no seen column at all; if an empty cell means " +
      'never: neverSeen: "empty" (--never-seen empty)',
  },
} as const satisfies Record<string, LocalizedText>;

/** Reads the facts of a patient without physician, as `readFacts` does. */
export function readPatient(
  { age, birthDate, ald, c2s, seen, lastSeen }: Patient,
  index: number,
  context: ReadContext,
  refusals: Refusal[],
  notices: Notice[],
): Cell | typeof UNBORN | undefined {
  return readFacts(
    age,
    birthDate,
    ald,
    c2s,
    seen,
    lastSeen,
    undefined,
    null,
    index,
    context,
    refusals,
    notices,
  );
}

/**
 * Reads the facts of one row into a cell; `UNBORN` if the patient is of no list yet. Returns
 * undefined if `refusals` then holds any. Field by field, because a list has millions of rows, and
 * an object for each costs a tenth.
 */
export function readFacts(
  age: Patient["age"],
  birthDate: Patient["birthDate"],
  ald: Patient["ald"],
  c2s: Patient["c2s"],
  seen: Patient["seen"],
  lastSeen: Patient["lastSeen"],
  prevention: Prevention | undefined,
  physicianId: string | null,
  index: number,
  context: ReadContext,
  refusals: Refusal[],
  notices: Notice[],
): Cell | typeof UNBORN | undefined {
  const years = readAge(age, birthDate, index, context, refusals, notices);
  if (years === UNBORN) return UNBORN;
  const isAld = readAld(ald, index, context, refusals);
  const kind = readC2s(c2s, index, context, refusals);
  const when = readSeen(seen, lastSeen, physicianId, index, context, refusals, notices);
  checkPrevention(prevention, index, context, refusals);
  return refusals.length === 0 ? cellOf(years, isAld, kind, when) : undefined;
}

const at = (context: ReadContext, index: number, field: string): string =>
  `${context.list}[${index}].${field}`;

function readAge(
  age: Patient["age"],
  birthDate: Patient["birthDate"],
  index: number,
  context: ReadContext,
  refusals: Refusal[],
  notices: Notice[],
): number {
  if (isAbsent(age) && isAbsent(birthDate)) {
    refusals.push(refusal("AGE_MISSING", at(context, index, "age"), undefined, allowed.ageOrBirth));
    return 0;
  }
  if (!isAbsent(age) && !(Number.isInteger(age) && age >= 0 && age <= OLDEST)) {
    refusals.push(refusal("AGE_INVALID", at(context, index, "age"), age, allowed.age));
    return 0;
  }
  if (isAbsent(birthDate)) return age as number;

  const born = yearOf(birthDate);
  if (born < 0) {
    refusals.push(refusedDate(at(context, index, "birthDate"), birthDate));
    return 0;
  }
  const isLunar = born >= LUNAR;
  const years = context.referenceYear - (isLunar ? born - LUNAR : born);
  if (years < 0) return UNBORN;
  if (years > OLDEST) {
    refusals.push(refusal("AGE_INVALID", at(context, index, "birthDate"), birthDate, allowed.age));
  } else if (!isAbsent(age) && age !== years) {
    refusals.push(
      refusal("AGE_DISAGREES", at(context, index, "age"), age, {
        fr: `${years}, d'après la date de naissance (${birthDate})`,
        en: `${years}, from birthDate ${birthDate}`,
      }),
    );
  } else if (isLunar) {
    notices.push({
      code: "lunar-date",
      path: at(context, index, "birthDate"),
      fr: "date de naissance au mois inconnu : seule l'année est lue",
      en: "birth date with an unknown month: only the year is read",
    });
  }
  return years;
}

function readAld(
  ald: Patient["ald"],
  index: number,
  context: ReadContext,
  refusals: Refusal[],
): boolean {
  if (typeof ald !== "boolean")
    refusals.push(
      refusal(
        isAbsent(ald) ? "ALD_MISSING" : "ALD_INVALID",
        at(context, index, "ald"),
        ald,
        allowed.boolean,
      ),
    );
  return ald;
}

function readC2s(
  c2s: Patient["c2s"],
  index: number,
  context: ReadContext,
  refusals: Refusal[],
): number {
  if (c2s === false) return NO_C2S;
  if (c2s === true && !context.c2sKind) return C2S_OF_UNKNOWN_KIND;
  if (C2S_KINDS.includes(c2s as C2sKind)) return C2S.indexOf(c2s as C2sKind);
  const path = at(context, index, "c2s");
  if (c2s === true) refusals.push(refusal("C2S_KIND_MISSING", path, c2s, allowed.kind));
  else
    refusals.push(refusal(isAbsent(c2s) ? "C2S_MISSING" : "C2S_INVALID", path, c2s, allowed.c2s));
  return 0;
}

function readSeen(
  seen: Patient["seen"],
  lastSeen: Patient["lastSeen"],
  physicianId: string | null,
  index: number,
  context: ReadContext,
  refusals: Refusal[],
  notices: Notice[],
): number {
  if (!isAbsent(seen) && typeof seen !== "boolean") {
    refusals.push(refusal("SEEN_INVALID", at(context, index, "seen"), seen, allowed.boolean));
    return 0;
  }
  if (isAbsent(lastSeen)) {
    if (!isAbsent(seen)) return seen ? WAS_SEEN : NOT_SEEN;
    if (lastSeen !== undefined && context.neverSeen === "empty") return NOT_SEEN;
    const column = context.seenColumnOf(physicianId);
    if (column)
      refusals.push(refusal("SEEN_MISSING", at(context, index, column), seen, allowed.seen));
    return SEEN_UNKNOWN;
  }

  const last = yearOf(lastSeen);
  if (last < 0 || last >= LUNAR) {
    refusals.push(refusedDate(at(context, index, "lastSeen"), lastSeen));
    return 0;
  }
  const years = context.referenceYear - last;
  if (years < 0) return lateVisit(seen, index, context, notices);
  if (context.seenWithin !== undefined && !isAbsent(seen)) {
    const within = years < context.seenWithin;
    if (seen !== within) {
      const note: LocalizedText = {
        fr: `${within}, d'après la dernière venue (${lastSeen})`,
        en: `${within}, from lastSeen ${lastSeen}`,
      };
      refusals.push(refusal("SEEN_DISAGREES", at(context, index, "seen"), seen, note));
    }
  }
  return Math.min(years, 2);
}

/** A visit after the day says nothing of the years before it: what `seen` says holds. */
function lateVisit(
  seen: Patient["seen"],
  index: number,
  { list, lateVisit: counted, seenWithin }: ReadContext,
  notices: Notice[],
): number {
  if (!isAbsent(seen)) return seen ? WAS_SEEN : NOT_SEEN;
  if (seenWithin !== undefined) {
    const [fr, en] = counted === "seen" ? ["vu", "seen"] : ["non vu", "not seen"];
    notices.push({
      code: "seen-after-reference",
      path: `${list}[${index}].lastSeen`,
      fr: `venue connue seulement après le jour de référence : compté comme ${fr}`,
      en: `only a visit after the reference day is known: counted as ${en}`,
    });
  }
  return counted === "seen" ? 0 : NOT_SEEN;
}
