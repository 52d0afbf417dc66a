import type { Readings } from "../ids.ts";
import type { Notice } from "../notice.ts";
import type { Schedule } from "../schedule/language.ts";
import { bothLanguages } from "../schedule/provenance.ts";
import { readingsInUse } from "../schedule/readings.ts";

/** Notices common to every statement of a schedule. Frozen, because statements share them. */
export interface ScheduleNotices {
  readonly readings: Readings;
  readonly assumptions: readonly Notice[];
}

export function scheduleNotices(schedule: Schedule): ScheduleNotices {
  const readings = Object.freeze(readingsInUse(schedule));
  return {
    readings,
    assumptions: [...assumedRules(schedule), ...openQuestions(schedule, readings)].map((notice) =>
      Object.freeze(notice),
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
    const reading = (schedule.readings ?? {})[id] as NonNullable<Schedule["readings"]>[string];
    const answer = reading.answers?.[option] ?? { fr: option, en: option };
    return {
      code: "reading",
      path: `readings.${id}`,
      fr: `${reading.fr} ${upper(answer.fr)}.`,
      en: `${reading.en} ${upper(answer.en)}.`,
    };
  });
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
