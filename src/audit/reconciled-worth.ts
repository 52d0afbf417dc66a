import { ForfaitError, refusalAt, type Refusal } from "../error.ts";
import type { Account } from "../list/batch-reader.ts";
import type { CountedPatient } from "../list/patient-list.ts";
import type { Cents } from "../money/cents.ts";
import { compile } from "../statement/compile.ts";
import type { Compiled } from "../statement/compiled.ts";
import { OpenPanel } from "../statement/marginal/open-panel.ts";
import { LIST_KEYS, listChoices, type ListOptions } from "../statement/options.ts";
import { AccountPricer } from "../statement/price-account.ts";
import { readOne, type PhysicianInput } from "../statement/price-one.ts";
import { scheduleOf } from "../statement/schedule-of.ts";

/** A list that is counted, and what counts of each of its rows. */
export class CountedList {
  readonly due: Cents;
  readonly #pricer: AccountPricer;
  readonly #account: Account;
  readonly #panel: OpenPanel;
  readonly #places: ReadonlyMap<number, number>;

  /**
   * @param path of the list, in messages
   * @throws ForfaitError at the first row that is refused
   */
  constructor(compiled: Compiled, options: ListOptions, input: PhysicianInput, path: string) {
    this.#pricer = new AccountPricer(compiled, options.year, listChoices(options));
    const { accounts, rejected } = readOne(this.#pricer.required, input);
    const refusal = rejected[0]?.refusals[0];
    if (refusal) throw new ForfaitError(within(path, refusal));
    this.#account = accounts[0] as Account;
    const { patients } = this.#account;
    this.due = this.#pricer.due(this.#account);
    this.#panel = OpenPanel.of(compiled.classes, this.#pricer.required.referenceYear, patients);
    this.#places = new Map(patients.rows.map((row, place) => [row, place]));
  }

  /** What counts of a row; undefined if it is not on the list on the day. */
  counted(row: number): CountedPatient | undefined {
    const place = this.#places.get(row);
    return place === undefined ? undefined : this.#account.patients.counted(place);
  }

  /** What the list is worth more if a patient leaves it, and another one comes. */
  change(leaving: CountedPatient | undefined, coming: CountedPatient | undefined): Cents {
    const panel = this.#panel.copy();
    if (leaving) panel.leave(leaving);
    if (coming) panel.join(coming);
    return this.#pricer.dueFor(this.#account.physician, panel) - this.due;
  }

  /** What it is worth more for the physician of another list. */
  changeOfPhysician(other: CountedList): Cents {
    return this.#pricer.dueFor(other.#account.physician, this.#panel) - this.due;
  }
}

/** The lists of A and of B, counted under one schedule. */
export type CountedPair = readonly [a: CountedList, b: CountedList];

export function countBoth(a: PhysicianInput, b: PhysicianInput, options: ListOptions): CountedPair {
  const compiled = compile(scheduleOf(options, LIST_KEYS));
  return [
    new CountedList(compiled, options, a, "practice"),
    new CountedList(compiled, options, b, "official"),
  ];
}

function within(path: string, refusal: Refusal): Refusal {
  return refusalAt(`${path}.${refusal.path}`, refusal);
}
