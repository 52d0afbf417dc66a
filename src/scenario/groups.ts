import { guard, oneOf, refuse, type LocalizedText } from "../error.ts";
import { checkKeys } from "../known-keys.ts";
import type { CountedPanels } from "../panel/panels.ts";
import type { Schedule } from "../schedule/language.ts";
import type { Table } from "../statement/quantities.ts";
import { factOnDay, type FactInTurn } from "../statement/facts.ts";
import { boundsOf } from "./distribution.ts";
import type { Frame, Priced } from "./priced.ts";

/**
 * How physicians are grouped: by a fact of theirs, by the size of their lists, by what they have
 * before, or by values of the caller, in the order of the physicians or by id.
 */
export type ComparisonGroup =
  | "zone"
  | "sector"
  | "contract"
  | {
      /** Edges between sizes: `[500, 1000]` is under 500, 500 to 999, 1000 and over. */
      readonly listSize: readonly number[];
    }
  | {
      /** Number of groups of equal weight, by the total before. */
      readonly baselineQuantile: number;
    }
  | GroupKey;

/** Values of the caller. */
export interface GroupKey {
  /** Name of the key: `departement`. */
  readonly key: string;
  readonly values: readonly (string | number)[] | Readonly<Record<string, string | number>>;
}

/** Physicians of a group, with the value of each key. */
export interface Members {
  readonly keys: Readonly<Record<string, string>>;
  readonly slots: readonly number[];
}

const FACTS = ["zone", "sector", "contract"] as const satisfies FactInTurn[];

/** Physicians by all keys together, in ascending order of their values as text or as numbers. */
export function groupsOf(
  by: readonly ComparisonGroup[],
  frame: Frame,
  schedule: Schedule,
  before: Priced,
): Members[] {
  if (!Array.isArray(by)) refuse("INPUT_INVALID", "options.by", by, aGroup);
  const keys = by.map((one, i) => keyOf(one, `options.by[${i}]`, frame, schedule, before));
  if (keys.length === 0) return [];
  const groups = new Map<string, { order: number[]; slots: number[] }>();
  for (let slot = 0; slot < frame.panels.roster.count; slot++) {
    const order = keys.map(({ codes }) => codes[slot] as number);
    const name = order.join();
    const found = groups.get(name);
    if (found) found.slots.push(slot);
    else groups.set(name, { order, slots: [slot] });
  }
  return [...groups.values()]
    .sort((x, y) => {
      const at = x.order.findIndex((code, i) => code !== y.order[i]);
      return (x.order[at] ?? 0) - (y.order[at] ?? 0);
    })
    .map(({ order, slots }) => ({
      keys: Object.fromEntries(
        keys.map(({ name, labels }, i) => [name, labels[order[i] as number] as string]),
      ),
      slots,
    }));
}

/** A label for each physician, by its code. */
export interface Key {
  readonly name: string;
  readonly labels: readonly string[];
  readonly codes: ArrayLike<number>;
}

function keyOf(
  by: ComparisonGroup,
  path: string,
  frame: Frame,
  schedule: Schedule,
  before: Priced,
): Key {
  if (typeof by === "string")
    return FACTS.includes(by)
      ? labelled(by, factsOf(frame, schedule, by))
      : refuse("INPUT_INVALID", path, by, aGroup);
  if (typeof by !== "object" || by === null) return refuse("INPUT_INVALID", path, by, aGroup);
  const copy: object = guard(path, () => ({ ...by }));
  checkKeys(path, copy, ["listSize", "baselineQuantile", "key", "values"]);
  if ("listSize" in copy) return bySize(copy.listSize, `${path}.listSize`, before.table);
  if ("baselineQuantile" in copy)
    return byBaseline(copy.baselineQuantile, `${path}.baselineQuantile`, frame, before);
  return keyOfValues(copy as GroupKey, path, frame.panels);
}

/** The key of `{ key, values }`. @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN */
export function keyOfValues(by: GroupKey, path: string, panels: CountedPanels): Key {
  if (typeof by !== "object" || by === null) return refuse("INPUT_INVALID", path, by, aKey);
  checkKeys(path, by, ["key", "values"]);
  const { key, values } = guard(path, () => ({ ...by }));
  if (typeof key !== "string" || key === "")
    return refuse("INPUT_INVALID", `${path}.key`, key, { fr: "un nom", en: "a name" });
  return labelled(key, valuesOf(values, `${path}.values`, panels));
}

function factsOf({ panels, year }: Frame, schedule: Schedule, fact: FactInTurn): string[] {
  const { roster } = panels;
  const assumed = schedule.reads.ifMissing[fact];
  return roster.ids.map((_, slot) =>
    String(factOnDay(schedule, year, roster.facts(slot), fact) ?? assumed ?? "?"),
  );
}

function valuesOf(values: unknown, path: string, { physicianIds }: CountedPanels): string[] {
  if (typeof values !== "object" || values === null)
    return refuse("INPUT_INVALID", path, values, someValues);
  const copy = guard(path, () => (Array.isArray(values) ? [...values] : { ...values })) as
    unknown[] | Readonly<Record<string, unknown>>;
  return physicianIds.map((id, slot) => {
    const isList = Array.isArray(copy);
    const value = isList ? copy[slot] : copy[String(id)];
    return (typeof value === "string" && value !== "") || Number.isFinite(value)
      ? String(value)
      : refuse("INPUT_INVALID", `${path}${isList ? `[${slot}]` : `.${id}`}`, value, aValue);
  });
}

/** Labels in ascending order: numbers by their size, texts letter by letter. */
function labelled(name: string, values: readonly string[]): Key {
  const labels = [...new Set(values)].sort((x, y) => {
    const [p, q] = [Number(x), Number(y)];
    return Number.isNaN(p) || Number.isNaN(q) || p === q ? (x < y ? -1 : 1) : p - q;
  });
  const codes = new Map(labels.map((label, code) => [label, code]));
  return { name, labels, codes: values.map((value) => codes.get(value) as number) };
}

function bySize(edges: unknown, path: string, { patients, scale }: Table): Key {
  const all = Array.isArray(edges) ? (edges as unknown[]) : [];
  const rise = all.every((edge, i) => isSize(edge) && (i === 0 || edge > (all[i - 1] as number)));
  if (all.length === 0 || !rise)
    refuse("INPUT_INVALID", path, edges, {
      fr: "des tailles croissantes, entières et positives : [500, 1000]",
      en: "rising sizes, whole and positive: [500, 1000]",
    });
  const sizes = all as number[];
  const last = sizes[sizes.length - 1] as number;
  const between = sizes.map((edge, i) => `${i === 0 ? 0 : sizes[i - 1]}-${edge - 1}`);
  return {
    name: "listSize",
    labels: [...between, `${last}+`],
    codes: Array.from(patients, (count) => sizes.filter((edge) => count >= edge * scale).length),
  };
}

function isSize(edge: unknown): edge is number {
  return Number.isSafeInteger(edge) && (edge as number) > 0;
}

function byBaseline(parts: unknown, path: string, { weights }: Frame, { totals }: Priced): Key {
  const count = checkParts(parts, path);
  const bounds = boundsOf(totals, weights, count).slice(1);
  const codes = Array.from(totals, (total) => {
    const found = bounds.findIndex(({ cents }) => total <= cents);
    return found < 0 ? count - 1 : found;
  });
  return {
    name: "baselineQuantile",
    labels: Array.from({ length: count }, (_, i) => `${i + 1}/${count}`),
    codes,
  };
}

/** @throws ForfaitError INPUT_INVALID */
export function checkParts(parts: unknown, path: string): number {
  return Number.isSafeInteger(parts) && (parts as number) >= 1 && (parts as number) <= 1000
    ? (parts as number)
    : refuse("INPUT_INVALID", path, parts, {
        fr: "un entier de 1 à 1000",
        en: "a whole number from 1 to 1000",
      });
}

const names = oneOf(FACTS).en;
const aGroup: LocalizedText = {
  fr: `${names}, { listSize: [500, 1000] }, { baselineQuantile: 4 } ou { key, values }`,
  en: `${names}, { listSize: [500, 1000] }, { baselineQuantile: 4 } or { key, values }`,
};
const aKey: LocalizedText = { fr: "{ key, values }", en: "{ key, values }" };
const someValues: LocalizedText = {
  fr: "une valeur par médecin, dans leur ordre ou par identifiant",
  en: "a value for each physician, in their order or by id",
};
const aValue: LocalizedText = { fr: "un texte ou un nombre", en: "a text or a number" };
