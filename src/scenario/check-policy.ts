import { oneOf, refuse, type LocalizedText } from "../error.ts";
import { freeze } from "../freeze.ts";
import { euros } from "../money/cents.ts";
import type { Panels } from "../panel/panels.ts";
import type { Euros, Schedule } from "../schedule/language.ts";
import { headOf } from "../statement/head.ts";
import type { Statement } from "../statement/statement.ts";
import { BASE_KEYS, baseOf, type BaseSchedule } from "./base.ts";
import { complexPatients, type PatientPair } from "./complex-patients.ts";
import { STATIC, type Static } from "./note.ts";
import { openOptions, type ScenarioOptions } from "./options.ts";
import { price, type Frame } from "./priced.ts";
import { sidesOf, type ScheduleChoice } from "./sides.ts";
import { checkYear } from "../year.ts";
import { checkKeys } from "../known-keys.ts";
import { typeset } from "../typography.ts";

/** What the proposal of February 2024 promises of any parameters, and one promise of our own. */
export type Policy = "complex-pays-more" | "no-saving" | "nobody-loses";

const POLICIES: readonly Policy[] = ["complex-pays-more", "no-saving", "nobody-loses"];

/** Options of `checkPolicy`. */
export interface PolicyOptions extends ScenarioOptions, BaseSchedule {
  readonly policy: Policy;
  /** What the schedule is compared with, of `no-saving` and `nobody-loses`. */
  readonly old?: ScheduleChoice;
}

/** A physician who loses, or all physicians together. */
export interface LessThanBefore {
  readonly physicianId: string | null;
  readonly old: Euros;
  readonly new: Euros;
  readonly change: Euros;
}

/** Whether a promise holds, and the smallest counter-example where it does not. */
export interface PolicyAnswer extends LocalizedText {
  readonly id: string;
  readonly holds: boolean;
  /** Smallest first. */
  readonly counterExamples: readonly (PatientPair | LessThanBefore)[];
}

/** Answers about a promise. */
export interface PolicyCheck extends Static {
  readonly policy: Policy;
  readonly schedule: Statement["schedule"];
  /** Whether every answer holds. */
  readonly holds: boolean;
  readonly answers: readonly PolicyAnswer[];
  /** What was looked at, and what was not. */
  readonly scope: LocalizedText;
}

/**
 * Whether a schedule keeps a promise. `complex-pays-more`: a patient in ALD or on the C2S brings
 * strictly more than one alike, with the same prevention, and even without any. `no-saving`: all
 * physicians together are paid at least as much as before. `nobody-loses`: each of them is; that
 * one is ours, not the proposal's.
 * @param panels of `panelsFromColumns` or `panelsFromCounts`; undefined for `complex-pays-more`,
 * which asks about any patient
 * @throws ForfaitError INPUT_INVALID, KEY_UNKNOWN; as `computePanels`
 * @example
 * // Does a patient on the C2S without prevention bring more than another with three actions?
 * const policy = "complex-pays-more";
 * const { answers } = checkPolicy(undefined, { year: 2026, policy });
 * const [smallest] = answers[1]?.counterExamples ?? [];
 * smallest && "complex" in smallest && [smallest.complex.amount, smallest.other.amount]
 * //=> ["15.00", "20.00"]
 */
export function checkPolicy(panels: Panels | undefined, options: PolicyOptions): PolicyCheck {
  const { policy } = options ?? {};
  if (!POLICIES.includes(policy))
    refuse("INPUT_INVALID", "options.policy", policy, oneOf(POLICIES));
  const check =
    policy === "complex-pays-more" ? ofPatients(options) : ofPhysicians(panels, options);
  const { schedule, answers, scope } = check;
  return freeze({
    ...STATIC,
    policy,
    schedule: headOf(schedule, options.year).schedule,
    holds: answers.every(({ holds }) => holds),
    answers,
    scope: typeset(scope),
  });
}

interface Checked extends Pick<PolicyCheck, "answers" | "scope"> {
  readonly schedule: Schedule;
}

function ofPatients(options: PolicyOptions): Checked {
  checkKeys("options", { ...options }, ["year", "policy", ...BASE_KEYS]);
  checkYear(options.year);
  const schedule = baseOf(options.year, options);
  const { sameActions, withoutActions, most } = complexPatients(schedule, options.year);
  return {
    schedule,
    answers: [
      answer("same-actions", sameActions, {
        fr: "deux patients semblables, sauf l'ALD ou la C2S, avec la même prévention",
        en: "two patients alike but for ALD or the C2S, with the same prevention",
      }),
      answer("without-actions", withoutActions, {
        fr: "le patient complexe sans aucune action, l'autre avec toutes les siennes",
        en: "the complex patient without any action, the other with all of theirs",
      }),
    ],
    scope: {
      fr:
        `tout âge, médecin sans majoration ; de 1 à ${most} indicateurs validés pour l'autre ` +
        "patient, combien lui sont ouverts n'étant pas lu ici",
      en:
        `any age, a physician without uplifts; 1 to ${most} actions for the other patient, ` +
        "how many are open to them not being read here",
    },
  };
}

function answer(
  id: string,
  counterExamples: PolicyAnswer["counterExamples"],
  text: LocalizedText,
): PolicyAnswer {
  return { id, ...text, holds: counterExamples.length === 0, counterExamples };
}

function ofPhysicians(panels: Panels | undefined, options: PolicyOptions): Checked {
  const { given, frame } = openOptions(panels as Panels, options, [...BASE_KEYS, "policy", "old"]);
  if (given.old === undefined)
    refuse("INPUT_INVALID", "options.old", given.old, {
      fr: "le barème d'avant",
      en: "the schedule before",
    });
  const schedule = baseOf(given.year, given);
  const sides = sidesOf(given.year, given.old, schedule);
  const [before, after] = [price(frame, sides.aligned), price(frame, sides.b)];
  const all = lessThan(null, before.total, after.total);
  const each = frame.panels.physicianIds
    .map((id, slot) => lessThan(id, before.totals[slot] as number, after.totals[slot] as number))
    .filter(({ change }) => change.startsWith("-"))
    .sort((x, y) => Number(y.change) - Number(x.change));
  return {
    schedule,
    answers: [
      given.policy === "no-saving"
        ? answer("total", all.change.startsWith("-") ? [all] : [], {
            fr: "la somme du nouveau est au moins celle de l'ancien",
            en: "the sum of the new is at least that of the old",
          })
        : answer("each", each, {
            fr: "chaque médecin reçoit au moins autant",
            en: "each physician is paid at least as much",
          }),
    ],
    scope: scopeOf(frame),
  };
}

function lessThan(physicianId: string | null, from: number, to: number): LessThanBefore {
  return { physicianId, old: euros(from), new: euros(to), change: euros(to - from) };
}

function scopeOf({ panels }: Frame): LocalizedText {
  const { length } = panels.physicianIds;
  return {
    fr:
      `les médecins de la patientèle (${length}), et ce que paient les deux barèmes : ` +
      "ni ROSP, ni forfait structure, ni rien d'autre",
    en:
      `the physicians of the panels (${length}), and what both schedules pay: ` +
      "neither ROSP, nor forfait structure, nor anything else",
  };
}
