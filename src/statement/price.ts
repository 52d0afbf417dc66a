import { oneOf, type LocalizedText } from "../error.ts";
import { factNames, type Fact, type PhysicianFact } from "../facts.ts";
import type { Cents } from "../money/cents.ts";
import { isZero } from "../money/rate.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import { movedBack, type Panel } from "../panel/panel.ts";
import type { PhysicianFacts } from "../list/physician.ts";
import { holds, type FactReader } from "../schedule/conditions.ts";
import { covers } from "../schedule/period.ts";
import type { Compiled } from "./compile.ts";
import { evaluate, isShareRate, nothing, reduce, ruleFor, type Evaluation } from "./evaluate.ts";
import { isActiveOn, missingPart, physicianReader, referenceYearOf } from "./facts.ts";
import { instalments } from "./instalments.ts";
import type { Statement } from "./statement.ts";
import { writeStatement } from "./write.ts";

/** What is priced: one physician with the panel of their list, and of an earlier one if given. */
export interface PhysicianPanel {
  readonly physician: PhysicianFacts;
  readonly panel: Panel;
  readonly previous?: Panel;
  /** Notices about the rows of the list. */
  readonly notices: readonly Notice[];
  /** Prices a patient without the list: amounts that depend on the whole list are omitted. */
  readonly alone?: boolean;
}

export interface Priced {
  readonly statement: Statement;
  readonly evaluation: Evaluation;
}

/** Prices one panel; `listed` holds the notices about the whole input. */
export function price(
  compiled: Compiled,
  year: number,
  given: PhysicianPanel,
  listed: { assumptions: readonly Notice[]; warnings: readonly Notice[] },
): Priced {
  const { schedule } = compiled;
  const referenceYear = referenceYearOf(schedule.reads.on, year);
  const assumptions = new NoticeBook();
  const warnings = new NoticeBook();
  const reader = physicianReader(schedule, year, given.physician, assumptions);

  if (!covers(schedule, `${year}-12-31`)) warnings.add(outsidePeriod(compiled, year));
  const reasons = ineligible(compiled, reader);
  reasons.forEach((reason) => warnings.add(reason));
  const eligible = reasons.length === 0;
  const evaluation = eligible
    ? evaluateYear(compiled, year, given, reader, assumptions, warnings)
    : nothing(compiled);
  const advanced = eligible ? advances(compiled, year, given, reader, assumptions) : () => 0;

  const statement = writeStatement({
    compiled,
    year,
    referenceYear,
    physicianId: given.physician.id,
    patients: given.panel.patients,
    evaluation,
    parts: instalments(compiled, year, evaluation.totals, advanced),
    assumptions: [...listed.assumptions, ...assumptions.list()],
    warnings: [...warnings.list(), ...listed.warnings, ...given.notices],
  });
  return { statement, evaluation };
}

function evaluateYear(
  compiled: Compiled,
  year: number,
  { physician, panel, alone = false }: PhysicianPanel,
  reader: FactReader,
  assumptions: NoticeBook,
  warnings: NoticeBook,
): Evaluation {
  const { schedule } = compiled;
  const { installed } = physician;
  if (
    compiled.reads.has("installationYear") &&
    installed !== undefined &&
    installed > installationLimit(compiled, year)
  )
    warnings.add(notInstalledYet);
  for (const uplift of alone ? compiled.uplifts : []) {
    const rule = ruleFor(uplift, reader);
    if (rule && isShareRate(rule.rate)) warnings.add(needsList(uplift.component));
  }

  const whole = evaluate(compiled, panel, reader, !alone);
  const missing = missingPart(schedule, year, physician);
  if (missing) assumptions.add(partOfYear(schedule.eligible.partYear as "quarters" | "days"));
  return missing && !isZero(missing) ? reduce(compiled, whole, missing) : whole;
}

function installationLimit({ schedule: { reads } }: Compiled, year: number): number {
  return reads.installationYear === "civil" ? year : referenceYearOf(reads.on, year);
}

/** One notice per fact that makes the physician ineligible. */
function ineligible({ schedule: { eligible } }: Compiled, reader: FactReader): Notice[] {
  return Object.entries(eligible.when).flatMap(([fact, wanted]) => {
    if (holds({ [fact]: wanted }, reader)) return [];
    const found = reader(fact as Fact);
    const name = factNames[fact as PhysicianFact];
    const foundText: LocalizedText =
      typeof found === "boolean"
        ? { fr: found ? "oui" : "non", en: found ? "yes" : "no" }
        : oneOf([String(found)]);
    const paid = typeof wanted === "boolean" ? undefined : [wanted].flat().join(", ");
    return [
      {
        code: "not-eligible",
        path: `physician.${fact}`,
        fr: `rien n'est dû : ${name.fr} : ${foundText.fr}${paid ? ` (payé : ${paid})` : ""}`,
        en: `nothing is due: ${name.en}: ${foundText.en}${paid ? ` (paid: ${paid})` : ""}`,
      },
    ];
  });
}

/** Returns the whole-year amount of a component on the list of an earlier day. */
function advances(
  compiled: Compiled,
  year: number,
  { physician, panel, previous, alone = false }: PhysicianPanel,
  reader: FactReader,
  assumptions: NoticeBook,
): (on: string, component: string) => Cents {
  const days = new Map<string, Evaluation>();
  const evaluateOn = (on: string): Evaluation => {
    const day = referenceYearOf(on, year);
    if (isActiveOn(physician, `${day}-12-31`) === false) {
      assumptions.add(noAdvances);
      return nothing(compiled);
    }
    if (!previous && day !== panel.referenceYear) assumptions.add(sameList);
    if (missingPart(compiled.schedule, year, physician)) assumptions.add(wholeAdvances);
    return evaluate(
      compiled,
      previous ?? movedBack(panel, panel.referenceYear - day),
      reader,
      !alone,
    );
  };
  return (on, component) => {
    const evaluation = days.get(on) ?? evaluateOn(on);
    days.set(on, evaluation);
    return evaluation.totals.get(component) ?? 0;
  };
}

function outsidePeriod({ schedule: { inForce, proposed } }: Compiled, year: number): Notice {
  const [fr, en] = inForce
    ? [
        `barème en vigueur du ${inForce.from} au ${inForce.to}, appliqué à ${year}`,
        `schedule in force from ${inForce.from} to ${inForce.to}, applied to ${year}`,
      ]
    : [`proposition du ${proposed}, jamais en vigueur`, `proposal of ${proposed}, never in force`];
  return { code: "outside-period", path: "schedule", fr, en };
}

function needsList(component: string): Notice {
  return {
    code: "needs-list",
    path: component,
    fr:
      "majoration laissée de côté : elle dépend de la part des bénéficiaires " +
      "dans toute la patientèle",
    en: "uplift left out: it depends on the share of beneficiaries in the whole list",
  };
}

function partOfYear(counted: "quarters" | "days"): Notice {
  const fr = counted === "quarters" ? "trimestres commencés" : "jours d'activité";
  const en = counted === "quarters" ? "quarters begun" : "days of activity";
  return {
    code: "part-year",
    path: "physician.activeUntil",
    fr: `départ en cours d'année : dû à proportion des ${fr}`,
    en: `leaving during the year: due in proportion to the ${en}`,
  };
}

const notInstalledYet: Notice = {
  code: "installed-after-reference",
  path: "physician.firstInstallation",
  fr: "première installation après l'année comptée : aucune majoration de zone",
  en: "first installation after the year that counts: no zone uplift",
};

const noAdvances: Notice = {
  code: "advances-none",
  path: "payment",
  fr: "médecin sans activité le jour où se lisent les avances : tout est versé au solde",
  en: "physician not in activity on the day that advances rest on: all is paid with the balance",
};

const sameList: Notice = {
  code: "advances-same-list",
  path: "previousPatients",
  fr:
    "avances calculées sur la même patientèle, rajeunie jusqu'à leur jour de référence, " +
    "sans ceux qui n'étaient pas nés",
  en:
    "advances computed on the same list, made younger to their reference day, " +
    "without those not yet born",
};

const wholeAdvances: Notice = {
  code: "advances-whole",
  path: "payment",
  fr: "avances non réduites par le départ : le solde les régularise",
  en: "advances not reduced by the departure: the balance settles them",
};
