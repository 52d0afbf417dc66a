import { guard, refuse, type LocalizedText } from "../../error.ts";
import { checkKeys } from "../../known-keys.ts";
import type { Cents } from "../../money/cents.ts";
import type { Schedule, ScheduleSource } from "../../schedule/language.ts";
import { describeSchedule } from "../../schedule/describe.ts";
import { STATUSES, type Status } from "../../schedule/provenance.ts";
import { referenceYearOf } from "../../statement/facts.ts";
import { price, type Frame, type Priced } from "../priced.ts";
import { scheduleIn } from "../sides.ts";
import { readAdded, type Added } from "./added.ts";
import type { PartBasis, Regime } from "./regime.ts";

/** A part of a regime in cents: of each physician, or one mean. */
export interface PricedPart extends LocalizedText {
  readonly id: string;
  readonly basis: PartBasis;
  readonly amounts: Float64Array | Cents;
  readonly status: Status;
  readonly sources: readonly ScheduleSource[];
}

/** A regime on the panels; every schedule of it reads them on one day. */
export interface PricedRegime {
  readonly forfait: Priced;
  readonly parts: readonly PricedPart[];
  readonly allowances: readonly { readonly schedule: Schedule; readonly frame: Frame }[];
}

/** @param year a payment year, for a forfait that is not given */
export function priceRegime(
  frame: Frame,
  side: "old" | "new",
  given: Regime,
  year: number,
  referenceYear: number,
): PricedRegime {
  const path = `options.${side}`;
  if (typeof given !== "object" || given === null) refuse("INPUT_INVALID", path, given, aRegime);
  const {
    forfait,
    allowances = [],
    added = [],
  } = guard(path, () => {
    checkKeys(path, given, ["forfait", "allowances", "added"]);
    return { ...given };
  });
  for (const [name, list] of Object.entries({ allowances, added }))
    if (!Array.isArray(list)) refuse("INPUT_INVALID", `${path}.${name}`, list, aList);
  const schedule = scheduleIn(year, `${side}.forfait`, forfait);
  const basis = price(frameOn(frame, schedule, referenceYear), schedule);
  const priced = allowances.map((choice, i) => {
    const allowance = scheduleIn(year, `${side}.allowances[${i}]`, choice);
    return { schedule: allowance, frame: frameOn(frame, allowance, referenceYear) };
  });
  return {
    forfait: basis,
    parts: [
      partOf(schedule, basis.totals),
      ...priced.map((one) => partOf(one.schedule, price(one.frame, one.schedule).totals)),
      ...added.map((one, i) => partOfAdded(readAdded(frame, `${path}.added[${i}]`, one))),
    ],
    allowances: priced,
  };
}

/** The payment year in which a schedule reads the list on the 31 December of a year. */
function frameOn(frame: Frame, { reads }: Schedule, referenceYear: number): Frame {
  return { ...frame, year: referenceYear - referenceYearOf(reads.on, 0) };
}

function partOf(schedule: Schedule, amounts: Float64Array): PricedPart {
  const values = describeSchedule(schedule).amounts;
  const status = STATUSES[
    Math.max(...values.map((value) => STATUSES.indexOf(value.status)))
  ] as Status;
  const named = new Set(values.flatMap(({ sources }) => sources));
  const sources = [...named].flatMap((id) => schedule.sources[id] ?? []);
  const { id, fr, en } = schedule;
  return { id, fr, en, basis: "schedule", amounts, status, sources };
}

function partOfAdded({ name, label, source, amounts }: Added): PricedPart {
  return {
    id: name,
    ...label,
    basis: typeof amounts === "number" ? "mean" : "each",
    amounts,
    status: source?.status ?? "user",
    sources: source ? [source] : [],
  };
}

const aRegime: LocalizedText = {
  fr: "{ forfait?, allowances?, added? }",
  en: "{ forfait?, allowances?, added? }",
};
const aList: LocalizedText = { fr: "une liste", en: "a list" };
