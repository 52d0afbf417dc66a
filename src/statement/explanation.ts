import { guard, refuse, type Locale, type LocalizedText } from "../error.ts";
import { factsOf, type Facts } from "../list/cell.ts";
import type { Euros, Schedule } from "../schedule/language.ts";
import type { Status } from "../schedule/provenance.ts";
import type { Readings } from "../ids.ts";
import { rules } from "../schedule/rules/rules.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { allocate } from "./allocate.ts";
import { euros, type Cents } from "../money/cents.ts";
import type { Compiled } from "./compiled.ts";
import type { Entry } from "./evaluation.ts";
import type { RowChoices } from "./options.ts";
import { money, rate as formatRate } from "./format/locale.ts";
import { readersOf } from "./reading-scope.ts";
import { priceOne, type PhysicianInput, type PricedAccount } from "./price-one.ts";
import { rateText } from "../money/rate-text.ts";

/** A patient's share of one line, explained. */
export interface ExplainedLine {
  /** The amount and its calculation, in a sentence. */
  readonly sentence: LocalizedText;
  readonly rule: string;
  /** The patient's share of the line, in euros. */
  readonly amount: Euros;
  readonly status: Status;
  /** Sources, by id in the schedule. */
  readonly sources: readonly string[];
  /** Open questions that affect the line, with the option in use. */
  readonly readings: Readings;
}

export interface Explanation {
  readonly id: string | null;
  /** The patient's facts, in a sentence. */
  readonly facts: LocalizedText;
  readonly lines: readonly ExplainedLine[];
  readonly total: Euros;
}

/** A physician's list and the patient to explain. */
export interface ExplainInput extends PhysicianInput {
  /** Id of the patient in the list. */
  readonly id: string | number;
}

/** Explains the share of one patient of a list. */
export function explain(compiled: Compiled, choices: RowChoices, input: ExplainInput): Explanation {
  const { id, ...list } = guard("input", () => ({ ...input }));
  const account = priceOne(compiled, choices, list);
  const at = account.account.patients.ids.indexOf(String(id));
  if (at < 0)
    refuse("PATIENT_UNKNOWN", "patients[].id", id, {
      fr: "l'identifiant d'un patient de la liste",
      en: "the id of a patient of the list",
    });
  return explainAt(account, at);
}

/** Explains the share of the patient at index `at` of an account. */
export function explainAt({ compiled, account, priced }: PricedAccount, at: number): Explanation {
  const shares = allocate(compiled, priced.evaluation, account.patients);
  const own = [...shares]
    .map(([entry, parts]): readonly [Entry, Cents] => [entry, parts[at] as Cents])
    .filter(([, part]) => part !== 0);
  return {
    id: account.patients.ids[at] ?? null,
    facts: factsText(factsOf(account.patients.cells[at] as number)),
    lines: own.map(([entry, part]) => ({
      sentence: {
        fr: sentence(compiled, entry, part, "fr"),
        en: sentence(compiled, entry, part, "en"),
      },
      rule: entry.rule,
      amount: euros(part),
      status: entry.attribution.status,
      sources: entry.attribution.sources,
      readings: readingsOn(compiled.schedule, entry),
    })),
    total: euros(own.reduce((sum, [, part]) => sum + part, 0)),
  };
}

function sentence(
  { schedule }: Compiled,
  { component, label, times, share }: Entry,
  part: Cents,
  locale: Locale,
): string {
  const amount = money(euros(part), locale);
  const colon = locale === "fr" ? " : " : ": ";
  const per = schedule.amounts[component]?.per;
  if (times && !(per && rules[per].paysWholeList)) {
    const count = part / times.unit;
    const how = count === 1 ? amount : `${count} × ${money(euros(times.unit), locale)} = ${amount}`;
    return `${label[locale]}${colon}${how}.`;
  }
  const line = times
    ? `${times.quantity} × ${money(euros(times.unit), locale)}`
    : rateOfLine(share as NonNullable<Entry["share"]>, locale);
  return locale === "fr"
    ? `${label.fr}${colon}${amount}, sa part de la ligne « ${line} ».`
    : `${label.en}${colon}${amount}, the patient's share of the line "${line}".`;
}

function rateOfLine({ of, rate }: NonNullable<Entry["share"]>, locale: Locale): string {
  const [text, base] = [formatRate(rateText(rate), locale), money(euros(of), locale)];
  return locale === "fr" ? `${text} de ${base}` : `${text} of ${base}`;
}

/**
 * Readings with an option that patches the line's component, a part used by every line, or how a
 * fact is read that the component reads.
 */
function readingsOn(schedule: Schedule, { component, share }: Entry): Record<string, string> {
  const { onlyWith = component } = schedule.amounts[component] ?? {};
  const roots = new Set([
    component,
    onlyWith,
    "reads",
    ...(share?.kind === "uplift" ? ["uplifts"] : []),
    ...(share?.kind === "reduction" ? ["eligible"] : []),
  ]);
  const used = readingsInUse(schedule);
  const touches = (path: string): boolean =>
    readersOf(schedule, path)?.has(component) ??
    (roots.has(path.split(".")[0] as string) && !path.endsWith(".paid"));
  return Object.fromEntries(
    Object.entries(schedule.readings ?? {}).flatMap(([id, { or }]) =>
      Object.values(or).flatMap(Object.keys).some(touches) ? [[id, used[id] as string]] : [],
    ),
  );
}

const SEEN: Readonly<Record<Facts["seen"], LocalizedText>> = {
  "this-year": { fr: "vu l'année de référence", en: "seen in the reference year" },
  "year-before": { fr: "vu l'année d'avant", en: "seen the year before" },
  earlier: { fr: "non vu depuis deux ans", en: "not seen for two years" },
  yes: { fr: "vu", en: "seen" },
  no: { fr: "non vu", en: "not seen" },
  unknown: { fr: "vu ou non : non indiqué", en: "seen or not: not given" },
};

const C2S: Readonly<Record<Facts["c2s"], LocalizedText>> = {
  none: { fr: "sans C2S", en: "no C2S" },
  free: { fr: "C2S gratuite", en: "free C2S" },
  contributory: { fr: "C2S avec participation", en: "contributory C2S" },
  yes: { fr: "C2S", en: "C2S" },
};

function factsText({ age, ald, c2s, seen }: Facts): LocalizedText {
  const fr = [
    `${age} an${age > 1 ? "s" : ""}`,
    ald ? "ALD" : "sans ALD",
    C2S[c2s].fr,
    SEEN[seen].fr,
  ];
  const en = [
    `${age} year${age === 1 ? "" : "s"} old`,
    ald ? "ALD" : "no ALD",
    C2S[c2s].en,
    SEEN[seen].en,
  ];
  return { fr: fr.join(", "), en: en.join(", ") };
}
