import type { LocalizedText } from "../error.ts";
import type { Readings } from "../ids.ts";
import type { Notice } from "../notice.ts";
import type { Schedule, ScheduleReading } from "../schedule/language.ts";
import { bothLanguages } from "../schedule/provenance.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { withYears } from "../schedule/years.ts";
import { typeset, upper } from "../typography.ts";

/** Notices common to every statement of a schedule in a year. Frozen: statements share them. */
export interface ScheduleNotices {
  readonly readings: Readings;
  readonly assumptions: readonly Notice[];
}

const known = new WeakMap<Schedule, Map<number, ScheduleNotices>>();

/** Made once for a schedule and a year: callers repeat themselves. */
export function scheduleNotices(schedule: Schedule, year: number): ScheduleNotices {
  const ofSchedule = known.get(schedule) ?? new Map<number, ScheduleNotices>();
  known.set(schedule, ofSchedule);
  const notices = ofSchedule.get(year) ?? newNotices(schedule, year);
  ofSchedule.set(year, notices);
  return notices;
}

function newNotices(schedule: Schedule, year: number): ScheduleNotices {
  const readings = Object.freeze(readingsInUse(schedule));
  return {
    readings,
    assumptions: [...assumedRules(schedule), ...openQuestions(schedule, readings)].map((notice) =>
      Object.freeze(typeset(withYears(schedule, notice, year))),
    ),
  };
}

/** Assumptions of the schedule that no line carries: reference day, eligibility, payment. */
function assumedRules({ reads, eligible, payment }: Schedule): Notice[] {
  return Object.entries({ reads, eligible, payment }).flatMap(([path, { assumed }]) =>
    assumed === undefined ? [] : [{ code: "assumed-rule", path, ...bothLanguages(assumed) }],
  );
}

function openQuestions(schedule: Schedule, readings: Readings): Notice[] {
  return Object.entries(readings).map(([id, option]) => {
    const reading = (schedule.readings ?? {})[id] as ScheduleReading;
    return { code: "reading", path: `readings.${id}`, ...answered(reading, option) };
  });
}

/** `Une question ? La réponse.` */
export function answered({ fr, en, answers }: ScheduleReading, option: string): LocalizedText {
  const answer = answers?.[option] ?? { fr: option, en: option };
  return { fr: `${fr} ${upper(answer.fr)}.`, en: `${en} ${upper(answer.en)}.` };
}
