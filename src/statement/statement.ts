import type { Text } from "../error.ts";
import type { Notice } from "../notice.ts";
import type { Euros, Patch, Schedule, Source } from "../schedule/language.ts";
import { bothLanguages, type Status } from "../schedule/provenance.ts";
import { euros, type Cents } from "./cents.ts";
import { showInNotebooks } from "./display.ts";
import { totalOf, type Entry, type Evaluation } from "./evaluate.ts";
import type { Part } from "./instalments.ts";
import { rateText } from "./rate.ts";

/** The name and version of the statement's shape; the version changes when a field changes its meaning. */
export const FORMAT = { name: "forfait-medecin-traitant/statement", version: "1" } as const;

/**
 * What one physician is paid for one year, line by line. Amounts are euros as text with two decimals;
 * lines sum to components, components to the total, instalments to the total.
 */
export interface Statement {
  readonly format: { readonly name: string; readonly version: string };
  readonly schedule: {
    readonly id: string;
    readonly version: string;
    readonly fr: string;
    readonly en: string;
    /** Payment year. */
    readonly year: number;
    /** The day on which the facts are read, YYYY-MM-DD. */
    readonly referenceDate: string;
    /** The user's patches, if the schedule has any. */
    readonly patched?: readonly Patch[];
  };
  /** `id` is null where the list names no physician. */
  readonly physician: { readonly id: string | null };
  /** How many patients the list has. */
  readonly patients: number;
  readonly lines: readonly Line[];
  /** Euros by component: exactly the schedule's, zeros included. */
  readonly components: Readonly<Record<string, Euros>>;
  readonly total: Euros;
  readonly instalments: readonly Instalment[];
  /** Every open question of the text, with the option in use. */
  readonly readings: Readonly<Record<string, string>>;
  /** What the result rests on beyond the list: defaults, readings, and what the schedule itself assumes. */
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
  /** The sources that lines and rules name, by id. */
  readonly sources: Readonly<Record<string, Source>>;
}

/** `quantity` x `unitAmount`, or `rate` of `of`: one of the two pairs is there. */
export interface Line {
  readonly component: string;
  /** The patchable path of the value. */
  readonly rule: string;
  readonly label: Text;
  readonly quantity?: number;
  readonly unitAmount?: Euros;
  readonly of?: Euros;
  /** Exact: `"10%"`, or a fraction where the percentage has no end, `"7/120"`. */
  readonly rate?: string;
  readonly amount: Euros;
  readonly status: Status;
  /** Ids in the statement's `sources`. */
  readonly sources: readonly string[];
  /** Why the status is `assumed`. */
  readonly assumed?: Text;
}

export interface Instalment {
  /** `YYYY-MM`, or `YYYY` where only the year is known. */
  readonly due: string;
  readonly amount: Euros;
  readonly components: Readonly<Record<string, Euros>>;
}

export interface Draft {
  readonly schedule: Schedule;
  readonly year: number;
  readonly referenceYear: number;
  readonly physicianId: string | null;
  readonly patients: number;
  readonly evaluation: Evaluation;
  readonly parts: readonly Part[];
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** Writes a statement: the only place where cents become text. */
export function writeStatement({ schedule, year, referenceYear, physicianId, patients, evaluation, parts, assumptions, warnings }: Draft): Statement {
  const lines = evaluation.entries.map(writeLine);
  const { id, version, fr, en, patched } = schedule;
  return showInNotebooks({
    format: FORMAT,
    schedule: { id, version, fr, en, year, referenceDate: `${referenceYear}-12-31`, ...(patched && { patched }) },
    physician: { id: physicianId },
    patients,
    lines,
    components: writeAmounts(evaluation.totals),
    total: euros(totalOf(evaluation)),
    instalments: parts.map(({ due, components }) => ({ due, amount: euros(sum(components)), components: writeAmounts(components) })),
    readings: readingsOf(schedule),
    assumptions: [...assumptions, ...assumedRules(schedule), ...openQuestions(schedule)],
    warnings,
    sources: Object.fromEntries(Object.entries(schedule.sources).filter(([source]) => lines.some((line) => line.sources.includes(source)))),
  });
}

function writeLine({ component, rule, label, word, amount, times, share }: Entry): Line {
  return {
    component,
    rule,
    label,
    ...(times && { quantity: times.quantity, unitAmount: euros(times.unit) }),
    ...(share && { of: euros(share.of), rate: rateText(share.rate) }),
    amount: euros(amount),
    ...word,
  };
}

function writeAmounts(amounts: ReadonlyMap<string, Cents>): Record<string, Euros> {
  return Object.fromEntries([...amounts].map(([component, amount]) => [component, euros(amount)]));
}

function sum(amounts: ReadonlyMap<string, Cents>): Cents {
  return [...amounts.values()].reduce((a, b) => a + b, 0);
}

/** The option in use of every reading of a schedule. */
export function readingsOf({ readings = {}, chosen = {} }: Schedule): Record<string, string> {
  return Object.fromEntries(Object.entries(readings).map(([id, reading]) => [id, chosen[id] ?? reading.default]));
}

/** What the schedule assumes outside its lines: days, eligibility, payment. */
function assumedRules({ reads, eligible, payment }: Schedule): Notice[] {
  return Object.entries({ reads, eligible, payment }).flatMap(([path, { assumed }]) =>
    assumed === undefined ? [] : [{ code: "assumed-rule", path, ...bothLanguages(assumed) }],
  );
}

function openQuestions(schedule: Schedule): Notice[] {
  return Object.entries(readingsOf(schedule)).map(([id, option]) => {
    const reading = (schedule.readings ?? {})[id] as NonNullable<Schedule["readings"]>[string];
    const answer = reading.answers?.[option] ?? { fr: option, en: option };
    return { code: "reading", path: `readings.${id}`, fr: `${reading.fr} ${upper(answer.fr)}.`, en: `${reading.en} ${upper(answer.en)}.` };
  });
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
