import { isDay } from "../day.ts";
import { oneOf, refuse, type LocalizedText } from "../error.ts";
import { cents } from "../money/cents.ts";
import { casesOf } from "./cases.ts";
import { checkConditions } from "./check-conditions.ts";
import { uncovered } from "./coverage.ts";
import { checkDeclaredFacts } from "./declared-facts.ts";
import type {
  Advances,
  AmountCase,
  AmountComponent,
  EqualParts,
  Payment,
  CasePick,
  Provenance,
  Schedule,
  UpliftCase,
  UpliftComponent,
} from "./language.ts";
import { checkConditionsOfPatients } from "./prevention/check-declared.ts";
import { reservedForKeys, reservedForParts } from "./patch.ts";
import { inheritProvenance } from "./provenance.ts";
import { isSaid, waysOf } from "./prevention/ways-of.ts";
import { ofRate } from "./rules/of-rate.ts";
import { rules } from "./rules/rules.ts";

/** Checks that go beyond the shape of a document. The first violation is refused. */
export function checkConsistency(schedule: Schedule): void {
  checkPeriod(schedule);
  checkDays(schedule);
  checkNames(schedule);
  checkDeclaredFacts(schedule);
  checkConditionsOfPatients(schedule);
  checkAttributions(schedule);
  checkAdvances(schedule);
  checkConditions(schedule);
  for (const [id, component] of Object.entries(schedule.amounts))
    checkAmounts(schedule, id, component);
  for (const [id, component] of Object.entries(schedule.uplifts?.cases ?? {}))
    checkUplift(schedule, id, component);
  checkUpliftBase(schedule);
  checkReadings(schedule);
}

function checkPeriod({ inForce, proposed }: Schedule): void {
  const one: LocalizedText = {
    fr: "soit inForce, soit proposed",
    en: "either inForce or proposed",
  };
  if ((inForce === undefined) === (proposed === undefined))
    refuse("SCHEDULE_INVALID", "inForce", inForce ? "inForce + proposed" : undefined, one);
  if (inForce && inForce.from > inForce.to) {
    refuse("SCHEDULE_INVALID", "inForce.to", inForce.to, {
      fr: `un jour à partir du ${inForce.from}`,
      en: `a day from ${inForce.from}`,
    });
  }
}

/** Checks that days exist: the schema accepts 31 February. */
function checkDays({ inForce, proposed, sources }: Schedule): void {
  const checked = Object.entries(sources).map(([id, source]) => [
    `sources.${id}.checked`,
    source.checked,
  ]);
  for (const [path, day] of [
    ["inForce.from", inForce?.from],
    ["inForce.to", inForce?.to],
    ["proposed", proposed],
    ...checked,
  ] as [string, string | undefined][]) {
    if (day !== undefined && !isDay(day))
      refuse("SCHEDULE_INVALID", path, day, { fr: "un jour qui existe", en: "a day that exists" });
  }
}

function checkNames({ amounts, uplifts }: Schedule): void {
  const names = [...Object.keys(amounts), ...Object.keys(uplifts?.cases ?? {})];
  const free: LocalizedText = {
    fr: "un nom qui ne sert pas ailleurs",
    en: "a name that is not used elsewhere",
  };
  const taken = new Set(reservedForParts);
  for (const name of names) {
    if (taken.has(name)) refuse("SCHEDULE_INVALID", name, name, free);
    taken.add(name);
  }
  for (const [id, component] of [
    ...Object.entries(amounts),
    ...Object.entries(uplifts?.cases ?? {}),
  ]) {
    for (const name of Object.keys(component.cases ?? {})) {
      if (reservedForKeys.has(name)) refuse("SCHEDULE_INVALID", `${id}.${name}`, name, free);
    }
  }
}

/** Every value needs a known source or an assumption. */
function checkAttributions(schedule: Schedule): void {
  const { inForce, reads, eligible, facts = {}, uplifts, payment } = schedule;
  const { acts = {}, conditions = {} } = schedule;
  if (inForce) checkAttribution(schedule, "inForce", inForce);
  checkAttribution(schedule, "reads", reads);
  checkAttribution(schedule, "eligible", eligible);
  for (const [id, fact] of Object.entries(facts))
    if (fact.ifMissing !== undefined) checkAttribution(schedule, `facts.${id}`, fact);
  for (const [id, kind] of Object.entries(acts)) checkAttribution(schedule, `acts.${id}`, kind);
  for (const [id, condition] of Object.entries(conditions))
    checkAttribution(schedule, `conditions.${id}`, condition);
  if (uplifts) checkAttribution(schedule, "uplifts", uplifts);
  for (const [plan, value] of Object.entries(payment)) {
    if (isPaymentPlan(value))
      checkAttribution(schedule, `payment.${plan}`, inheritProvenance(value, payment));
  }
  checkAttribution(schedule, "payment", payment);
  for (const [id, component] of [
    ...Object.entries(schedule.amounts),
    ...Object.entries(uplifts?.cases ?? {}),
  ]) {
    for (const { path, one } of casesOf<AmountCase | UpliftCase>(id, component)) {
      checkAttribution(schedule, path, inheritProvenance(one, component));
      for (const { path: way, provenance } of waysOf(path, one))
        checkAttribution(schedule, way, provenance);
    }
  }
}

/** A year with other dates has as many advances, because the balance is what they leave. */
function checkAdvances({ payment }: Schedule): void {
  for (const [plan, value] of Object.entries(payment)) {
    if (!isPaymentPlan(value) || "equal" in value) continue;
    const { due, dueIn = {} } = value;
    for (const [year, dates] of Object.entries(dueIn))
      if (dates.length !== due.length)
        refuse("SCHEDULE_INVALID", `payment.${plan}.dueIn.${year}`, dates.join(", "), {
          fr: `autant de dates que due : ${due.length}`,
          en: `as many dates as due: ${due.length}`,
        });
  }
}

/** Whether a value of `payment` is a payment plan, rather than `oddCents` or provenance. */
export function isPaymentPlan(value: Payment[string]): value is EqualParts | Advances {
  return typeof value === "object" && ("equal" in value || "advance" in value);
}

function checkAttribution(schedule: Schedule, path: string, provenance: Provenance): void {
  if (!isSaid(provenance)) {
    refuse("SCHEDULE_SOURCE_MISSING", path, undefined, {
      fr: "source (un nom de sources), ou assumed (sur quoi la valeur repose)",
      en: "source (an id of sources), or assumed (what the value rests on)",
    });
  }
  for (const id of [provenance.source ?? []].flat()) {
    if (!Object.hasOwn(schedule.sources, id))
      refuse(
        "SCHEDULE_REFERENCE_UNKNOWN",
        `${path}.source`,
        id,
        oneOf(Object.keys(schedule.sources)),
      );
  }
}

function checkAmounts(schedule: Schedule, id: string, component: AmountComponent): void {
  checkPaid(schedule, id, component.paid);
  const needed: LocalizedText = {
    fr: "un montant, dans le cas ou la composante",
    en: "an amount, in the case or in the component",
  };
  const kind = rules[component.per];
  for (const { path, one } of casesOf<AmountCase>(id, component)) {
    const amount = one.amount ?? component.amount;
    if (amount === undefined) refuse("SCHEDULE_INVALID", `${path}.amount`, undefined, needed);
    for (const key of keysOfKinds)
      if ((Object.hasOwn(one, key) || Object.hasOwn(component, key)) && !kind.keys.includes(key))
        refuse("SCHEDULE_UNKNOWN_KEY", `${path}.${key}`, key, {
          fr: `une clé de per: ${component.per}`,
          en: `a key of per: ${component.per}`,
        });
    kind.check({ schedule, component, path, one });
  }
  checkFloors(id, component);
  if (kind.casesByFacts) checkCoverage(schedule, id, component, component.pick);
}

/** Keys that belong to one kind of amounts each. */
const keysOfKinds: ReadonlySet<string> = new Set(
  [rules.patient, rules.indicator, rules.slab, rules.point].flatMap(({ keys }) => keys),
);

/** Every amount is at least its floor. */
export function checkFloors(id: string, component: AmountComponent): void {
  for (const { path, one } of casesOf<AmountCase>(id, component)) {
    const amount = one.amount ?? component.amount;
    const floor = one.atLeast ?? component.atLeast;
    if (amount !== undefined && floor !== undefined && cents(amount) < cents(floor)) {
      refuse("SCHEDULE_FLOOR", `${path}.amount`, amount, {
        fr: `au moins ${floor} ; pour passer dessous, modifier aussi ${path}.atLeast`,
        en: `at least ${floor}; to go under it, patch ${path}.atLeast as well`,
      });
    }
  }
}

function checkUplift(schedule: Schedule, id: string, component: UpliftComponent): void {
  checkPaid(schedule, id, component.paid);
  const needed: LocalizedText = {
    fr: "un taux, dans le cas ou la composante",
    en: "a rate, in the case or in the component",
  };
  for (const { path, one } of casesOf<UpliftCase>(id, component)) {
    const rate = one.rate ?? component.rate;
    if (rate === undefined) refuse("SCHEDULE_INVALID", `${path}.rate`, undefined, needed);
    ofRate(rate, rules).check(path);
  }
  checkCoverage(schedule, id, component);
}

/** Uplifts are of amounts that patients bring, by which their shares are allocated. */
function checkUpliftBase({ amounts, uplifts }: Schedule): void {
  const of = uplifts?.of ?? [];
  const byPatients = Object.keys(amounts).filter(
    (id) => !rules[(amounts[id] as AmountComponent).per].paysWholeList,
  );
  for (const [i, id] of of.entries()) {
    if (of.indexOf(id) !== i)
      refuse("SCHEDULE_INVALID", "uplifts.of", id, {
        fr: "chaque composante une seule fois",
        en: "each component once",
      });
    if (!byPatients.includes(id))
      refuse("SCHEDULE_REFERENCE_UNKNOWN", "uplifts.of", id, oneOf(byPatients));
  }
}

function checkPaid({ payment }: Schedule, id: string, paid: string): void {
  if (Object.hasOwn(payment, paid) && isPaymentPlan(payment[paid])) return;
  const plans = Object.keys(payment).filter((plan) => isPaymentPlan(payment[plan]));
  refuse("SCHEDULE_REFERENCE_UNKNOWN", `${id}.paid`, paid, oneOf(plans));
}

/** Without `pick`, at most one case may match. */
function checkCoverage(
  { facts }: Schedule,
  id: string,
  { when, cases }: AmountComponent | UpliftComponent,
  pick?: CasePick,
): void {
  if (!cases || pick === "each") return;
  const hole = uncovered(when, cases, facts ?? {}, pick);
  if (!hole) return;
  const allowed: LocalizedText =
    pick === "exactly one"
      ? { fr: "exactement un cas", en: "exactly one case" }
      : { fr: "un cas au plus", en: "at most one case" };
  const gap = hole.cases.length === 0;
  refuse(
    gap ? "SCHEDULE_GAP" : "SCHEDULE_OVERLAP",
    id,
    gap ? hole.facts : `${hole.facts}: ${hole.cases.join(" + ")}`,
    allowed,
  );
}

function checkReadings({ readings = {}, chosen = {} }: Schedule): void {
  for (const [id, reading] of Object.entries(readings)) {
    const options = Object.keys(reading.or);
    if (options.includes(reading.default)) {
      refuse("SCHEDULE_INVALID", `readings.${id}.or.${reading.default}`, reading.default, {
        fr: "le choix par défaut est le document lui-même : il n'a pas de modification",
        en: "the default is the document itself: it has no patch",
      });
    }
    const answers = Object.keys(reading.answers ?? {});
    const unanswered =
      reading.answers && [reading.default, ...options].find((option) => !answers.includes(option));
    const unknown = answers.find(
      (answer) => answer !== reading.default && !options.includes(answer),
    );
    if (unanswered ?? unknown)
      refuse(
        "SCHEDULE_REFERENCE_UNKNOWN",
        `readings.${id}.answers`,
        unanswered ?? unknown,
        oneOf([reading.default, ...options]),
      );
  }
  for (const id of Object.keys(chosen)) {
    if (!Object.hasOwn(readings, id))
      refuse("SCHEDULE_REFERENCE_UNKNOWN", "chosen", id, oneOf(Object.keys(readings)));
  }
}
