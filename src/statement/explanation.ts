import { guard, refuse, type Locale, type LocalizedText } from "../error.ts";
import { factsOf } from "../list/cell.ts";
import type { Patient } from "../list/patient.ts";
import type { Euros, Schedule, Uplifts } from "../schedule/language.ts";
import type { Status } from "../schedule/provenance.ts";
import type { Readings } from "../ids.ts";
import { rules } from "../schedule/rules/rules.ts";
import { readingsInUse } from "../schedule/readings.ts";
import { allocate } from "./allocate.ts";
import { euros, type Cents } from "../money/cents.ts";
import { rateOf, type Rate } from "../money/rate.ts";
import { colon, count, NBSP, typeset } from "../typography.ts";
import type { Compiled } from "./compiled.ts";
import type { Entry } from "./evaluation.ts";
import type { RowChoices } from "./options.ts";
import { money, rate as formatRate } from "./format/locale.ts";
import { notPaid } from "./not-paid.ts";
import { patientText } from "./patient-text.ts";
import { readersOf } from "./reading-scope.ts";
import type { Statement } from "./statement.ts";
import { priceOne, type PhysicianInput, type PricedAccount } from "./price-one.ts";
import { rateText } from "../money/rate-text.ts";

/** A patient's share of one line, explained. */
export interface ExplainedLine {
  /** The amount and its calculation, in a sentence. */
  readonly sentence: LocalizedText;
  readonly label: LocalizedText;
  /** How the amount is made, where it is not the price of one. */
  readonly how?: LocalizedText;
  readonly rule: string;
  /** The patient's share of the line, in euros. */
  readonly amount: Euros;
  readonly status: Status;
  /** Sources, by id in the schedule. */
  readonly sources: readonly string[];
  /** Open questions that affect the line, with the option in use. */
  readonly readings: Readings;
}

export interface Explanation extends Pick<
  Statement,
  "schedule" | "simulation" | "changes" | "physicianId" | "sources"
> {
  readonly id: string | null;
  /** The patient's facts, in a sentence. */
  readonly facts: LocalizedText;
  readonly lines: readonly ExplainedLine[];
  readonly total: Euros;
  /** What the patient brings nothing of, and on what it depends, a sentence for each. */
  readonly notPaid: readonly LocalizedText[];
  /** Open questions that affect a line, with the answer in use, in words. */
  readonly interpretations: readonly LocalizedText[];
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
  const row = list.patients.find((one) => String(one.id) === String(id)) as Patient;
  return explainAt(account, at, row.birthDate);
}

/** Explains the share of the patient at index `at` of an account. */
export function explainAt(
  { compiled, account, priced }: PricedAccount,
  at: number,
  birth?: unknown,
): Explanation {
  const { statement } = priced;
  const shares = allocate(compiled, priced.evaluation, account.patients);
  const own = [...shares]
    .map(([entry, parts]): readonly [Entry, Cents] => [entry, parts[at] as Cents])
    .filter(([, part]) => part !== 0);
  const facts = factsOf(account.patients.cells[at] as number);
  const lines = own.map(([entry, part]): ExplainedLine => ({
    ...wordsOf(compiled, entry, part, () => ownBase(compiled, shares, entry, at)),
    rule: entry.rule,
    amount: euros(part),
    status: entry.attribution.status,
    sources: entry.attribution.sources,
    readings: readingsOn(compiled.schedule, entry),
  }));
  const { schedule, simulation, changes, physicianId } = statement;
  const cited = new Set(lines.flatMap(({ sources }) => sources));
  const asked = lines.flatMap(({ readings }) =>
    Object.keys(readings).map((one) => `readings.${one}`),
  );
  return {
    schedule,
    ...(simulation && { simulation, changes }),
    physicianId,
    id: account.patients.ids[at] ?? null,
    facts: typeset(patientText(facts, schedule.referenceDate, birth)),
    lines,
    total: euros(own.reduce((sum, [, part]) => sum + part, 0)),
    notPaid: notPaid(
      compiled.schedule,
      statement,
      new Set(own.map(([{ component }]) => component)),
    ),
    interpretations: statement.assumptions
      .filter(({ path }) => asked.includes(path))
      .map(({ fr, en }) => ({ fr, en })),
    sources: Object.fromEntries(
      Object.entries(statement.sources).filter(([source]) => cited.has(source)),
    ),
  };
}

/** @param base what the rate of a line bears on, of the patient alone */
function wordsOf(
  { schedule }: Compiled,
  { component, label, times, share }: Entry,
  part: Cents,
  base: () => Cents,
): Pick<ExplainedLine, "sentence" | "label" | "how"> {
  const per = schedule.amounts[component]?.per;
  const isOfPatient = times && !(per && rules[per].paysWholeList);
  const inLocale = (locale: Locale): { readonly sentence: string; readonly how?: string } => {
    const amount = money(euros(part), locale);
    const named = `${label[locale]}${colon(locale)}`;
    if (isOfPatient) {
      const number = part / times.unit;
      if (number === 1) return { sentence: `${named}${amount}.` };
      const how = lineText(number, times.unit, locale);
      return { sentence: `${named}${how} = ${amount}.`, how };
    }
    const how = share
      ? rateOfBase(share.rate, base(), part, locale)
      : shareOfLine(times as NonNullable<Entry["times"]>, locale);
    return { sentence: `${named}${amount}, ${how}.`, how };
  };
  const [fr, en] = [inLocale("fr"), inLocale("en")];
  return {
    sentence: { fr: fr.sentence, en: en.sentence },
    label,
    ...(fr.how && { how: { fr: fr.how, en: en.how as string } }),
  };
}

/** `280 × 7,00 €` */
function lineText(quantity: number, unit: Cents, locale: Locale): string {
  return `${count(quantity, locale)}${NBSP}×${NBSP}${money(euros(unit), locale)}`;
}

function shareOfLine({ quantity, unit }: NonNullable<Entry["times"]>, locale: Locale): string {
  const line = lineText(quantity, unit, locale);
  return locale === "fr"
    ? `sa part de la ligne «${NBSP}${line}${NBSP}»`
    : `the patient's share of the line "${line}"`;
}

/** What the rate of a line bears on, of the patient alone. */
function ownBase(
  { schedule }: Compiled,
  shares: ReadonlyMap<Entry, readonly Cents[]>,
  line: Entry,
  at: number,
): Cents {
  const bears = isReduction(line)
    ? (entry: Entry) => entry.component === line.component && !isReduction(entry)
    : ({ component, times }: Entry) =>
        (schedule.uplifts as Uplifts).of.includes(component) && times !== undefined;
  return [...shares].reduce(
    (sum, [entry, parts]) => (bears(entry) ? sum + (parts[at] as Cents) : sum),
    0,
  );
}

function isReduction({ share }: Entry): boolean {
  return share?.kind === "reduction";
}

/** `soit 10 % de ses 55,00 €`, or its share where the cents of the line do not divide so. */
function rateOfBase(rate: Rate, base: Cents, part: Cents, locale: Locale): string {
  const isExact = rateOf(rate, base, "half away from zero") === part;
  const [text, own] = [formatRate(rateText(rate), locale), money(euros(base), locale)];
  if (locale === "fr")
    return `${isExact ? "soit" : "au partage des centimes près"} ${text} de ses${NBSP}${own}`;
  return `${isExact ? "that is" : "but for the cents that are shared"} ${text} of their ${own}`;
}

/**
 * Readings with an option that patches the line's component, a part used by every line, or how a
 * fact is read that the component reads.
 */
function readingsOn(schedule: Schedule, { component, share }: Entry): Record<string, string> {
  const { onlyWith = component } = schedule.amounts[component] ?? {};
  const roots = new Set([component, onlyWith, "reads", share && PARTS[share.kind]]);
  const used = readingsInUse(schedule);
  const touches = (path: string): boolean =>
    readersOf(schedule, path)?.has(component) ??
    (roots.has(path.split(".")[0]) && !path.endsWith(".paid"));
  return Object.fromEntries(
    Object.entries(schedule.readings ?? {})
      .filter(([, { or }]) => Object.values(or).flatMap(Object.keys).some(touches))
      .map(([id]) => [id, used[id] as string]),
  );
}

/** The part of a schedule on which lines of a kind rest. */
const PARTS = { uplift: "uplifts", reduction: "eligible" } as const;
