import { lastDay } from "../day.ts";
import type { Counts } from "../list/left-out.ts";
import type { PhysicianFacts } from "../list/physician.ts";
import type { Cents } from "../money/cents.ts";
import { NoticeBook, type Notice } from "../notice.ts";
import type { Panel } from "../panel/panel.ts";
import type { FactReader } from "../schedule/conditions.ts";
import { covers } from "../schedule/period.ts";
import { rules } from "../schedule/rules/rules.ts";
import { isShare, type Compiled } from "./compiled.ts";
import { Evaluator } from "./evaluate.ts";
import { nothing, totalOf, type Evaluation } from "./evaluation.ts";
import { checkExact } from "./exact-total.ts";
import {
  isActiveOn,
  missingPart,
  physicianReader,
  referenceYearOf,
  yearOfInstallations,
} from "./facts.ts";
import { headOf, type Head } from "./head.ts";
import { calendarOf, type Calendar } from "./instalments.ts";
import {
  ineligible,
  needsList,
  needsWholeList,
  noAdvances,
  notInstalledYet,
  outsidePeriod,
  partOfYear,
  sameList,
  wholeAdvances,
  wholeYear,
} from "./price-notices.ts";
import { scheduleNotices, type ScheduleNotices } from "./schedule-notices.ts";
import type { Statement } from "./statement.ts";
import { amountsOf, writeStatement, type Amounts, type Draft } from "./write.ts";

/** What is priced: one physician with the panel of their list, and of an earlier one if given. */
export interface PhysicianPanel {
  readonly physician: PhysicianFacts;
  readonly panel: Panel;
  readonly previous?: Panel;
  /** Notices about the rows of the list. */
  readonly notices: readonly Notice[];
  /** What became of the rows of the list. */
  readonly counts: Counts;
  /** Prices a patient without the list: amounts that depend on the whole list are omitted. */
  readonly alone?: boolean;
}

export interface Priced {
  readonly statement: Statement;
  readonly evaluation: Evaluation;
}

/** Notices about the whole input. */
export interface Listed {
  readonly assumptions: readonly Notice[];
  readonly warnings: readonly Notice[];
}

/** Prices panels under one schedule in one year; what they share is worked out once. */
export class Pricer {
  readonly #compiled: Compiled;
  readonly #year: number;
  readonly #head: Head;
  readonly #common: ScheduleNotices;
  readonly #calendar: Calendar;
  readonly #evaluator: Evaluator;

  constructor(compiled: Compiled, year: number) {
    this.#compiled = compiled;
    this.#year = year;
    this.#head = headOf(compiled.schedule, year);
    this.#common = scheduleNotices(compiled.schedule, year);
    this.#calendar = calendarOf(compiled, year);
    this.#evaluator = new Evaluator(compiled, year);
  }

  price(given: PhysicianPanel, listed: Listed): Priced {
    const draft = this.#draft(given, listed);
    return { statement: writeStatement(draft), evaluation: draft.evaluation };
  }

  /** What a table says, where no statement is asked for. */
  amounts(given: PhysicianPanel, listed: Listed): Amounts {
    return amountsOf(this.#draft(given, listed));
  }

  #draft(given: PhysicianPanel, listed: Listed): Draft {
    const { schedule } = this.#compiled;
    const assumptions = new NoticeBook();
    const warnings = new NoticeBook();
    const reader = physicianReader(schedule, this.#year, given.physician, assumptions);

    if (!covers(schedule, lastDay(this.#year))) warnings.add(outsidePeriod(schedule, this.#year));
    const isEligible = this.#compiled.eligible(reader);
    if (!isEligible)
      for (const reason of ineligible(schedule, this.#year, reader)) warnings.add(reason);
    const evaluation = isEligible
      ? this.#evaluateYear(given, reader, assumptions, warnings)
      : nothing(this.#compiled);
    const advances = isEligible
      ? this.#calendar.advanceDays.map((on) => this.#advancesOn(on, given, reader, assumptions))
      : [];

    return {
      compiled: this.#compiled,
      common: this.#common,
      head: this.#head,
      physicianId: given.physician.id,
      patients: given.panel.patients / given.panel.scale,
      counts: given.counts,
      evaluation,
      calendar: this.#calendar,
      advances,
      assumptions: [...listed.assumptions, ...assumptions.list()],
      warnings: [...warnings.list(), ...listed.warnings, ...given.notices],
    };
  }

  /** What is due for the year, without the statement. */
  total(given: Pick<PhysicianPanel, "physician" | "panel">): Cents {
    const unread = new NoticeBook();
    const reader = physicianReader(this.#compiled.schedule, this.#year, given.physician, unread);
    if (!this.#compiled.eligible(reader)) return 0;
    const total = totalOf(this.#evaluateYear(given, reader, unread, unread));
    checkExact(total);
    return total;
  }

  #evaluateYear(
    { physician, panel, alone = false }: Omit<PhysicianPanel, "notices" | "counts">,
    reader: FactReader,
    assumptions: NoticeBook,
    warnings: NoticeBook,
  ): Evaluation {
    const { schedule, reads, uplifts } = this.#compiled;
    const { installed } = physician;
    if (
      reads.has("installationYear") &&
      installed !== undefined &&
      installed > this.#installationLimit
    )
      warnings.add(notInstalledYet(this.#installationLimit));
    for (const { component, rules } of alone ? uplifts : []) {
      const rule = rules.find(({ pays }) => pays(reader));
      if (rule && isShare(rule.rate)) warnings.add(needsList(schedule, component, this.#year));
    }

    for (const { component, per } of alone ? this.#compiled.amounts : [])
      if (rules[per].paysWholeList) warnings.add(needsWholeList(schedule, component, this.#year));

    const missing = missingPart(schedule, this.#year, physician);
    const evaluation = this.#evaluator.evaluate({
      panel,
      yearsBack: 0,
      physician: reader,
      alone,
      missing,
    });
    const { partYear } = schedule.eligible;
    if (missing) assumptions.add(partOfYear(partYear as "quarters" | "days"));
    const end = lastDay(this.#year);
    const { activeUntil = end } = physician;
    if (partYear === "none" && activeUntil < end) warnings.add(wholeYear(activeUntil));
    return evaluation;
  }

  get #installationLimit(): number {
    return yearOfInstallations(this.#compiled.schedule, this.#year);
  }

  /** Whole-year amounts on the list of an earlier day, by component. */
  #advancesOn(
    on: string,
    { physician, panel, previous, alone = false }: PhysicianPanel,
    reader: FactReader,
    assumptions: NoticeBook,
  ): readonly Cents[] {
    const day = referenceYearOf(on, this.#year);
    if (isActiveOn(physician, lastDay(day)) === false) {
      assumptions.add(noAdvances(day));
      return nothing(this.#compiled).totals;
    }
    if (!previous && day !== panel.referenceYear) assumptions.add(sameList(day));
    if (missingPart(this.#compiled.schedule, this.#year, physician)) assumptions.add(wholeAdvances);
    return this.#evaluator.evaluate({
      panel: previous ?? panel,
      yearsBack: previous ? 0 : panel.referenceYear - day,
      physician: reader,
      alone,
      missing: undefined,
    }).totals;
  }
}
