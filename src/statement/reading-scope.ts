import type { Fact } from "../facts.ts";
import { conditions } from "../schedule/check-conditions.ts";
import type { Schedule, SchedulePatch, ScheduleReading } from "../schedule/language.ts";

/** The one fact that a path says how to read. Other paths of `reads` bear on all facts. */
const factAt = new Map<string, Fact | "prevention">([
  ["reads.installationYear", "installationYear"],
  ["reads.zoneOn", "zone"],
  ["reads.preventionYear", "prevention"],
  ["reads.lateVisit", "seen"],
]);

/**
 * Components that read the fact which a path says how to read; undefined if the path says it of no
 * fact, or of all. Uplifts go together, because one may exclude another.
 * @param options patches that may add conditions to components
 */
export function readersOf(
  schedule: Schedule,
  path: string,
  options: readonly SchedulePatch[] = [],
): ReadonlySet<string> | undefined {
  const fact = factAt.get(path);
  if (fact === undefined) return undefined;
  const uplifts = Object.keys(schedule.uplifts?.cases ?? {});
  const readers = new Set(
    fact === "prevention" ? perIndicator(schedule) : reading(fact, schedule, options),
  );
  return uplifts.some((id) => readers.has(id)) ? new Set([...readers, ...uplifts]) : readers;
}

function perIndicator({ amounts }: Schedule): string[] {
  return Object.keys(amounts).filter((id) => amounts[id]?.per === "indicator");
}

function reading(fact: Fact, schedule: Schedule, options: readonly SchedulePatch[]): string[] {
  const inDocument = [...conditions(schedule)]
    .filter(([, when]) => Object.hasOwn(when, fact))
    .map(([path]) => path);
  const inOptions = options.flatMap((patch) =>
    Object.entries(patch)
      .filter(([path, value]) => path.split(".").includes(fact) || isNamedIn(value, fact))
      .map(([path]) => path),
  );
  return [...inDocument, ...inOptions].map((path) => path.split(".")[0] as string);
}

/** Whether a value has a key of this name, at any depth. */
function isNamedIn(value: unknown, name: string): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.entries(value).some(([key, inner]) => key === name || isNamedIn(inner, name))
  );
}

/** Paths that say how a list is read, or for what part of a year, and not what is paid for it. */
const ofList: ReadonlySet<string> = new Set([
  "reads.zoneOn",
  "reads.preventionYear",
  "reads.lateVisit",
  "eligible.partYear",
]);

/** Whether a reading changes nothing of the amounts and of their conditions. */
export function isOfList({ or }: ScheduleReading): boolean {
  return Object.values(or).every((patch) => Object.keys(patch).every((path) => ofList.has(path)));
}
