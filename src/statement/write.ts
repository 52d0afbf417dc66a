import type { Notice } from "../notice.ts";
import type { Euros, Schedule } from "../schedule/language.ts";
import { bothLanguages } from "../schedule/provenance.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { euros, type Cents } from "./cents.ts";
import { totalOf, type Entry, type Evaluation } from "./evaluate.ts";
import type { Part } from "./instalments.ts";
import { rateText } from "./rate.ts";
import { FORMAT, type Line, type Statement } from "./statement.ts";

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
  return {
    format: FORMAT,
    schedule: { id, version, fr, en, year, referenceDate: `${referenceYear}-12-31`, ...(patched && { patched }) },
    physician: { id: physicianId },
    patients,
    lines,
    components: writeAmounts(evaluation.totals),
    total: euros(totalOf(evaluation)),
    instalments: parts.map(({ due, components }) => ({ due, amount: euros(sum(components)), components: writeAmounts(components) })),
    readings: readingsInUse(schedule),
    assumptions: [...assumptions, ...assumedRules(schedule), ...openQuestions(schedule)],
    warnings,
    sources: Object.fromEntries(Object.entries(schedule.sources).filter(([source]) => lines.some((line) => line.sources.includes(source)))),
  };
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

/** What the schedule assumes outside its lines: days, eligibility, payment. */
function assumedRules({ reads, eligible, payment }: Schedule): Notice[] {
  return Object.entries({ reads, eligible, payment }).flatMap(([path, { assumed }]) =>
    assumed === undefined ? [] : [{ code: "assumed-rule", path, ...bothLanguages(assumed) }],
  );
}

function openQuestions(schedule: Schedule): Notice[] {
  return Object.entries(readingsInUse(schedule)).map(([id, option]) => {
    const reading = (schedule.readings ?? {})[id] as NonNullable<Schedule["readings"]>[string];
    const answer = reading.answers?.[option] ?? { fr: option, en: option };
    return { code: "reading", path: `readings.${id}`, fr: `${reading.fr} ${upper(answer.fr)}.`, en: `${reading.en} ${upper(answer.en)}.` };
  });
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
