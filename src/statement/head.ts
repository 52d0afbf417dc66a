import { lastDay } from "../day.ts";
import { digestOf } from "../schedule/digest.ts";
import type { Schedule } from "../schedule/language.ts";
import { frenchText } from "../typography.ts";
import { referenceYearOf } from "./facts.ts";
import { toldChanges } from "./places/told-changes.ts";
import { LIBRARY, type Statement } from "./statement.ts";

/** What every statement under one schedule and year says before it names a physician. */
export type Head = Pick<Statement, "library" | "schedule" | "simulation" | "changes">;

const heads = new WeakMap<Schedule, Map<number, Head>>();

/** What is said under a schedule in a year, made once: callers repeat themselves. */
export function headOf(schedule: Schedule, year: number): Head {
  const known = heads.get(schedule) ?? new Map<number, Head>();
  heads.set(schedule, known);
  const head = known.get(year) ?? newHead(schedule, year);
  known.set(year, head);
  return head;
}

/** Frozen, because statements share it. The digest is made when it is read, which few do. */
function newHead(schedule: Schedule, year: number): Head {
  const { id, version, fr, en, patched, reads } = schedule;
  const changes = toldChanges(schedule, year);
  return Object.freeze({
    library: LIBRARY,
    schedule: Object.freeze({
      id,
      version,
      get digest() {
        return digestOf(schedule);
      },
      fr: frenchText(fr),
      en,
      year,
      referenceDate: lastDay(referenceYearOf(reads.on, year)),
      ...(patched && { patched }),
    }),
    ...(changes.length > 0 && { simulation: true as const, changes }),
  });
}
