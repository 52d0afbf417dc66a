import { last } from "../last.ts";
import { checkOptions } from "./accept.ts";
import { markChecked } from "./checked.ts";
import { checkFloors } from "./consistency.ts";
import { draftOf } from "./draft.ts";
import { EUROS, PERCENT, type Format } from "./formats.ts";
import type { AmountComponent, Schedule, SchedulePatch, UpliftComponent } from "./language.ts";
import { patchDraft, userAuthor } from "./patch.ts";

/** A place of a document that holds an amount or a percentage. */
export interface ValuePlace {
  readonly component: string;
  readonly isAmount: boolean;
  /** How the value is written. */
  readonly format: Format;
  /** Path from the root of the document. */
  readonly full: string;
}

/** Where the amount or rate of a component or of a case stands; undefined for any other path. */
export function valuePlaceOf({ amounts, uplifts }: Schedule, path: string): ValuePlace | undefined {
  const segments = path.split(".");
  const [id, key] = [segments[0] as string, last(segments)];
  const isAmount = key === "amount";
  if (!isAmount && key !== "rate") return undefined;
  const components: Readonly<Record<string, AmountComponent | UpliftComponent>> = isAmount
    ? amounts
    : (uplifts?.cases ?? {});
  const component = Object.hasOwn(components, id) ? components[id] : undefined;
  const inner = segments.slice(1, -1);
  const isCase = inner.length === 1 && Object.hasOwn(component?.cases ?? {}, inner[0] as string);
  if (!component || (inner.length > 0 && !isCase)) return undefined;
  const place = [
    isAmount ? "amounts" : "uplifts.cases",
    id,
    ...(isCase ? ["cases", ...inner] : []),
  ];
  return {
    component: id,
    isAmount,
    format: isAmount ? EUROS : PERCENT,
    full: [...place, key].join("."),
  };
}

/**
 * Applies a patch of well-formed amounts and percentages to a checked schedule. Only what these can
 * break is checked: the floors of the components, under every option that touches them. What is not
 * patched is shared with the schedule.
 * @returns undefined for any other patch
 * @throws ForfaitError PATCH_PATH_UNKNOWN, SCHEDULE_FLOOR, SCHEDULE_READING
 */
export function withValues(schedule: Schedule, patch: SchedulePatch): Schedule | undefined {
  const places: ValuePlace[] = [];
  for (const [path, value] of Object.entries(patch)) {
    const place = valuePlaceOf(schedule, path);
    if (!place || typeof value !== "string" || !place.format.pattern.test(value)) return undefined;
    if (!place.isAmount && hasShareRate(schedule, place.component)) return undefined;
    places.push(place);
  }

  const touched = new Set(places.map(({ component }) => component));
  const draft = draftOf(schedule);
  patchDraft(draft, patch, userAuthor);
  draft["patched"] = [...(schedule.patched ?? []), patch];
  const result = draft as unknown as Schedule;

  const checkTouched = ({ amounts }: Schedule): void => {
    for (const [id, component] of Object.entries(amounts))
      if (touched.has(id)) checkFloors(id, component);
  };
  checkTouched(result);
  checkOptions(result, checkTouched, (option) =>
    Object.keys(option).some((path) => touched.has(path.split(".")[0] as string)),
  );
  origins.set(result, originOf(schedule) ?? schedule);
  return markChecked(result);
}

/** Whether a rate of the component is not a plain percentage: options may patch its terms. */
function hasShareRate({ uplifts }: Schedule, id: string): boolean {
  const component = uplifts?.cases?.[id] as UpliftComponent;
  const rates = [component.rate, ...Object.values(component.cases ?? {}).map(({ rate }) => rate)];
  return rates.some((rate) => typeof rate === "object");
}

const origins = new WeakMap<Schedule, Schedule>();

/** The schedule from which another differs by values only, if it was derived so. */
export function originOf(schedule: Schedule): Schedule | undefined {
  return origins.get(schedule);
}
