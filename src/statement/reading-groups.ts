import type { Schedule, SchedulePatch, ScheduleReading } from "../schedule/language.ts";
import { readersOf } from "./reading-scope.ts";

/** Readings whose options can be priced without trying those of other groups. */
export interface ReadingGroup {
  readonly readings: readonly string[];
  /** Whether a component is paid otherwise under an option of these readings. */
  readonly isAffected: (component: string) => boolean;
}

export interface ReadingGroups {
  /** Readings that affect every component, as a reference day does. */
  readonly ofAll: readonly string[];
  readonly groups: readonly ReadingGroup[];
}

/** All components of uplifts, which rest on the same sum and may exclude each other. */
const UPLIFTS = Symbol("uplifts");
const ALL = Symbol("all");

type Block = string | typeof UPLIFTS | typeof ALL;

/**
 * Groups readings by what they affect: two that affect no component in common are independent, so
 * that a schedule with one more of them takes more time, but not twice as much. None of them adds
 * or removes a component.
 */
export function readingGroups(
  schedule: Schedule,
  readings: readonly (readonly [string, ScheduleReading])[],
): ReadingGroups {
  const scope: Scope = {
    schedule,
    bearing: bearingComponents(schedule),
    options: readings.flatMap(([, { or }]) => Object.values(or)),
  };
  const affected = readings.map(([id, { or }]) => ({
    readings: [id],
    blocks: new Set(Object.values(or).flatMap((patch) => blocksOf(scope, patch))),
  }));
  const ofAll = affected.filter(({ blocks }) => blocks.has(ALL));
  const others = affected.filter(({ blocks }) => blocks.size > 0 && !blocks.has(ALL));
  const uplifts = new Set(Object.keys(schedule.uplifts?.cases ?? {}));
  return {
    ofAll: ofAll.flatMap((one) => one.readings),
    groups: merged(others).map(({ readings: ids, blocks }) => ({
      readings: ids,
      isAffected: (component) => blocks.has(uplifts.has(component) ? UPLIFTS : component),
    })),
  };
}

interface Affected {
  readonly readings: readonly string[];
  readonly blocks: ReadonlySet<Block>;
}

/** Joins those that have a block in common. */
function merged(all: readonly Affected[]): Affected[] {
  return all.reduce<Affected[]>((groups, one) => {
    const joined = groups.filter(({ blocks }) =>
      [...one.blocks].some((block) => blocks.has(block)),
    );
    const rest = groups.filter((group) => !joined.includes(group));
    const parts = [...joined, one];
    return [
      ...rest,
      {
        readings: parts.flatMap(({ readings }) => readings),
        blocks: new Set(parts.flatMap(({ blocks }) => [...blocks])),
      },
    ];
  }, []);
}

/** Components that uplifts may apply to, whichever options are chosen. */
function bearingComponents({ uplifts, readings = {} }: Schedule): ReadonlySet<unknown> {
  const patched = Object.values(readings).flatMap(({ or }) =>
    Object.values(or).flatMap((patch) => patch["uplifts.of"] ?? []),
  );
  return new Set<unknown>([...(uplifts?.of ?? []), ...patched.flat()]);
}

/** What the options of readings may touch. */
interface Scope {
  readonly schedule: Schedule;
  readonly bearing: ReadonlySet<unknown>;
  readonly options: readonly SchedulePatch[];
}

function blocksOf(scope: Scope, patch: SchedulePatch): Block[] {
  return Object.keys(patch).flatMap((path): Block[] => {
    const root = path.split(".")[0] as string;
    if (path.endsWith(".paid") || root === "payment") return [];
    const readers = readersOf(scope.schedule, path, scope.options);
    if (readers) return [...readers].flatMap((id) => blocksOfComponent(scope, id));
    if (root === "reads" || root === "eligible" || root === "facts") return [ALL];
    return blocksOfComponent(scope, root);
  });
}

function blocksOfComponent({ schedule: { amounts }, bearing }: Scope, id: string): Block[] {
  if (!Object.hasOwn(amounts, id)) return [UPLIFTS];
  const dependent = Object.keys(amounts).filter((other) => amounts[other]?.onlyWith === id);
  const ofUplifts: Block[] = bearing.has(id) ? [UPLIFTS] : [];
  return [id, ...dependent, ...ofUplifts];
}
