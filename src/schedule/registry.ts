import { frenchDay, isDay } from "../day.ts";
import { oneOf, refuse, type LocalizedText } from "../error.ts";
import type { ScheduleId } from "../ids.ts";
import { checkYear } from "../year.ts";
import nursePremium2024 from "./be/nurse-premium-2024.json";
import donum2026 from "./fr/donum-2026.json";
import forfaitStructure2025 from "./fr/forfait-structure-2025.json";
import fmt2026 from "./fr/fmt-2026.json";
import fpmt2018 from "./fr/fpmt-2018.json";
import proposal20240208 from "./fr/proposal-2024-02-08.json";
import fpmt2024 from "./fr/resolved/fpmt-2024.json";
import round20231221 from "./fr/resolved/round-2023-12-21.json";
import round20240314 from "./fr/resolved/round-2024-03-14.json";
import round20240517 from "./fr/resolved/round-2024-05-17.json";
import { checkUnaltered } from "./altered.ts";
import { isChecked, markShipped, setBefore, setGround, type Ground } from "./checked.ts";
import { read } from "./derive.ts";
import { derived } from "./derived.ts";
import type { Schedule } from "./language.ts";
import { load } from "./load.ts";
import { covers } from "./period.ts";
import * as digests from "./shipped-digests.ts";

/** What a schedule is one of: the forfait of the médecin traitant, or what is paid beside it. */
export type Scheme = "forfait" | "donum" | "forfait-structure" | "nurse-premium";

/** A line of the list of schedules. */
export interface ScheduleEntry extends LocalizedText {
  readonly id: string;
  /** `scheduleFor` finds forfaits only. */
  readonly scheme: Scheme;
  readonly version: string;
  /** First and last day in force, YYYY-MM-DD. Absent for a proposal. */
  readonly from?: string;
  readonly to?: string;
  /** The day of a proposal, YYYY-MM-DD. */
  readonly proposed?: string;
}

/**
 * The documents of the package. Tests check each under every option of its readings, so that no
 * start does.
 */
const documents: Readonly<Record<string, Shipped>> = {
  "fr.fpmt.2018": { scheme: "forfait", document: fpmt2018, digest: digests.fpmt2018 },
  "fr.fpmt.2024": { scheme: "forfait", document: fpmt2024, digest: digests.fpmt2024 },
  "fr.fmt.2026": { scheme: "forfait", document: fmt2026, digest: digests.fmt2026 },
  "fr.round.2023-12-21": {
    scheme: "forfait",
    document: round20231221,
    digest: digests.round20231221,
  },
  "fr.proposal.2024-02-08": {
    scheme: "forfait",
    document: proposal20240208,
    digest: digests.proposal20240208,
  },
  "fr.round.2024-03-14": {
    scheme: "forfait",
    document: round20240314,
    digest: digests.round20240314,
  },
  "fr.round.2024-05-17": {
    scheme: "forfait",
    document: round20240517,
    digest: digests.round20240517,
  },
  "fr.forfait-structure.2025": {
    scheme: "forfait-structure",
    document: forfaitStructure2025,
    digest: digests.forfaitStructure2025,
  },
  "fr.donum.2026": { scheme: "donum", document: donum2026, digest: digests.donum2026 },
  "be.nurse-premium.2024": {
    scheme: "nurse-premium",
    document: nursePremium2024,
    digest: digests.nursePremium2024,
  },
};

interface Shipped {
  readonly scheme: Scheme;
  readonly document: object;
  readonly digest: string;
}

function find(id: string): Schedule | undefined {
  if (!Object.hasOwn(documents, id)) return undefined;
  const { document, digest } = documents[id] as Shipped;
  return markShipped(document, digest);
}

function documentOf(id: string): object {
  return (documents[id] as Shipped).document;
}

/**
 * Loads a schedule of the user, or an amendment or scenario over a shipped schedule, after every
 * check of the language.
 * @param json the document, parsed or as JSON text
 * @returns a frozen schedule, for `options.schedule`
 * @throws ForfaitError SCHEDULE_INVALID and other codes, with the path, what was found and what was
 * allowed; SCHEDULE_ALTERED for a shipped schedule whose values are not its own
 * @example
 * // What would a patient of 82 years in ALD bring, if the amount were 110 EUR?
 * const scenario = loadSchedule({
 *   id: "fr.raised",
 *   version: "1",
 *   over: "fr.fmt.2026",
 *   patch: { "base.ald-80+.amount": "110" },
 * });
 * const patient = { age: 82, ald: true, c2s: false };
 * computePatient({ patient }, { year: 2026, schedule: scenario }).total
 * //=> "110.00"
 */
export function loadSchedule(json: unknown): Schedule {
  if (isChecked(json)) return json;
  const schedule = load(json, find);
  const { id, version, amends = "", chosen = {} } = schedule;
  const shipped = find(id);
  if (shipped?.version === version) checkUnaltered(schedule, shipped);
  const ground = shipped ?? find(amends);
  if (ground) setGround(schedule, () => read(ground, Object.entries(chosen)));
  if (schedule.starts) setBefore(schedule, beforeStart(schedule));
  return schedule;
}

/** What a scenario is over, under what was laid on both. @throws ForfaitError */
function beforeStart({ amends = "", chosen = {}, patched = [], starts }: Schedule): Ground {
  const base = find(amends);
  if (!base) refuse("SCHEDULE_REFERENCE_UNKNOWN", "amends", amends, oneOf(Object.keys(documents)));
  const others = Object.entries(chosen).filter(
    ([id]) => !Object.hasOwn(starts?.readings ?? {}, id),
  );
  return () =>
    patched.reduce(derived.applyPatch, derived.applyReadings(base, Object.fromEntries(others)));
}

/**
 * A shipped schedule, as a frozen document: amounts in euros, rates in percent, each with its
 * source.
 * @param id one of `listSchedules`
 * @throws ForfaitError SCHEDULE_UNKNOWN
 * @example
 * // What does the text pay in 2026 for a patient of 80 years or over in ALD?
 * getSchedule("fr.fmt.2026").amounts["base"]?.cases?.["ald-80+"]?.amount
 * //=> "100"
 */
export function getSchedule(id: ScheduleId): Schedule {
  return find(id) ?? refuse("SCHEDULE_UNKNOWN", "schedule", id, oneOf(Object.keys(documents)));
}

/**
 * The shipped schedules with their periods: forfaits, oldest first and proposals last, then what is
 * paid beside them.
 * @example
 * // Which shipped schedules were never in force?
 * const proposals = listSchedules().filter(({ proposed }) => proposed !== undefined);
 * proposals.map(({ proposed }) => proposed)
 * //=> ["2023-12-21", "2024-02-08", "2024-03-14", "2024-05-17"]
 */
export function listSchedules(): readonly ScheduleEntry[] {
  return Object.values(documents).map(({ scheme, document }) => {
    const { id, version, fr, en, inForce, proposed } = document as Schedule;
    return {
      id,
      scheme,
      version,
      fr,
      en,
      ...(inForce && { from: inForce.from, to: inForce.to }),
      ...(proposed && { proposed }),
    };
  });
}

/**
 * The forfait in force.
 * @param when a payment year, or a day YYYY-MM-DD
 * @throws ForfaitError DATE_NOT_COVERED if none is in force; YEAR_INVALID, DATE_INVALID
 * @example
 * // Which schedule is in force on 1 July 2025?
 * scheduleFor("2025-07-01").id
 * //=> "fr.fpmt.2024"
 */
export function scheduleFor(when: number | string): Schedule {
  const day = typeof when === "number" ? `${checkYear(when)}-12-31` : checkDay(when);
  const inForce = forfaits().find(({ id }) => covers(documentOf(id) as Schedule, day))?.id;
  return inForce === undefined
    ? refuse("DATE_NOT_COVERED", typeof when === "number" ? "year" : "date", when, covered())
    : getSchedule(inForce);
}

function forfaits(): ScheduleEntry[] {
  return listSchedules().filter(({ scheme }) => scheme === "forfait");
}

function checkDay(day: string): string {
  if (isDay(day)) return day;
  return refuse("DATE_INVALID", "date", day, {
    fr: "une année, ou un jour AAAA-MM-JJ",
    en: "a year, or a day YYYY-MM-DD",
  });
}

function covered(): LocalizedText {
  const inLocale = (dayIn: (day: string) => string): string =>
    forfaits()
      .flatMap(({ id, from, to }) => (from && to ? [`${dayIn(from)} – ${dayIn(to)} (${id})`] : []))
      .join(", ");
  return { fr: inLocale(frenchDay), en: inLocale((day) => day) };
}
