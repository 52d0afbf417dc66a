import { ForfaitError, refusalAt, type Refusal } from "../../error.ts";
import type { Account } from "../../list/batch-reader.ts";
import { OneRowReader } from "../../list/one-row-reader.ts";
import { isAbsent, type Patient } from "../../list/patient.ts";
import type { Physician } from "../../list/physician.ts";
import type { RejectedRow } from "../../list/rejected-row.ts";
import { isDated, physicianOf, seenColumnOf } from "../../list/told-columns.ts";
import type { Cents } from "../../money/cents.ts";
import type { Compiled } from "../compiled.ts";
import { listChoices, type RowChoices } from "../options.ts";
import { AccountPricer } from "../price-account.ts";
import { readOne, type PhysicianInput } from "../price-one.ts";
import { readChange, type ListChange, type NamedRows, type RowChange } from "./list-change.ts";
import { OpenPanel } from "./open-panel.ts";

/** A row to be read, and where the caller gave it. */
interface Given {
  readonly row: Patient;
  readonly path: string;
}

/** A list that is read once, to which changes are then made, one at a time. */
export class OpenList implements NamedRows {
  readonly rows: readonly Patient[];
  /** What is due for the list as it is. */
  readonly before: Cents;
  readonly #pricer: AccountPricer;
  /** What a changed list is read with besides its rows; its physician is read by now. */
  readonly #input: Omit<PhysicianInput, "patients">;
  readonly #account: Account;
  readonly #panel: OpenPanel;
  /** Rows of the patients who are on the list. */
  readonly #kept: readonly number[];
  /** For each of them, its place among them. */
  readonly #places: ReadonlyMap<number | undefined, number>;
  /** Whether dates make a list of an earlier day as well, and rows are read as of both. */
  readonly #isDated: boolean;
  readonly #ids: ReadonlyMap<string, number | null>;
  #reader: OneRowReader | undefined;

  /** @throws ForfaitError at the first row that is refused */
  constructor(compiled: Compiled, { year, ...choices }: RowChoices, input: PhysicianInput) {
    this.#pricer = new AccountPricer(compiled, year, listChoices(choices));
    const account = accountOf(readOne(this.#pricer.required, input));
    const { patients, previous } = account;
    this.before = this.#pricer.due(account);
    this.rows = input.patients;
    this.#account = account;
    // The earlier list, which is read by now, moves no total.
    this.#input = {
      physician: { id: input.physician?.id } as Physician,
      ...(input.previousPatients && { previousPatients: [] }),
    };
    this.#isDated = previous !== undefined && input.previousPatients === undefined;
    this.#panel = OpenPanel.of(compiled.classes, this.#pricer.required.referenceYear, patients);
    this.#kept = patients.rows;
    this.#places = new Map(this.#kept.map((row, place) => [row, place]));
    this.#ids = this.#numbersOfIds();
  }

  readonly rowOf = (id: string): number | null | undefined => this.#ids.get(id);

  /**
   * What is due after a change.
   * @throws ForfaitError for a change that is refused, at the first row that is
   */
  after(given: ListChange): Cents {
    const changes = readChange(given, this);
    return this.#afterFew(changes) ?? this.#afterAll(changes);
  }

  /**
   * Reads the rows that change and no other; undefined if the change bears on how the others are
   * read: on the columns of the list, or on its days.
   */
  #afterFew(changes: readonly RowChange[]): Cents | undefined {
    const touched = new Set(changes.map(({ row }) => row));
    const other = this.#kept.find((row) => !touched.has(row));
    if (other === undefined) return undefined;
    const like = this.rows[other] as Patient;
    if (!this.#areReadAlike(changes, touched, like)) return undefined;

    const reader = (this.#reader ??= new OneRowReader(
      this.#pricer.required,
      this.#isDated,
      seenColumnOf(like),
    ));
    const panel = this.#panel.copy();
    for (const { row, next, path } of changes) {
      const place = this.#places.get(row);
      if (place !== undefined) panel.leave(this.#account.patients.counted(place));
      const patient = next === undefined ? undefined : reader.read(next);
      if (patient && "refusals" in patient) throw errorOf(patient, () => path);
      if (patient) panel.join(patient);
    }
    return this.#pricer.dueFor(this.#account.physician, panel);
  }

  #areReadAlike(
    changes: readonly RowChange[],
    touched: ReadonlySet<number | undefined>,
    like: Patient,
  ): boolean {
    const { columns, previousYear } = this.#pricer.required;
    if (columns.paysPrevention && columns.ifMissing.prevention === undefined) return false;
    if (this.#isDated && !this.rows.some((row, i) => !touched.has(i) && isDated(row))) return false;
    const mayMakeEarlierList = previousYear !== undefined && this.#account.previous === undefined;
    const tellsSeen = seenColumnOf(like) !== undefined;
    return changes.every(
      ({ next }) =>
        next === undefined ||
        ((tellsSeen || seenColumnOf(next) === undefined) &&
          physicianOf(next) === physicianOf(like) &&
          !(mayMakeEarlierList && isDated(next))),
    );
  }

  /** Reads the changed list whole. */
  #afterAll(changes: readonly RowChange[]): Cents {
    const byRow = new Map(changes.map((change) => [change.row, change]));
    const stay = this.rows.flatMap((row, i): Given[] => {
      const change = byRow.get(i);
      return change ? nextOf(change) : [{ row, path: `patients[${i}]` }];
    });
    const given = [...stay, ...changes.filter(({ row }) => row === undefined).flatMap(nextOf)];
    const read = readOne(this.#pricer.required, {
      ...this.#input,
      patients: given.map(({ row }) => row),
    });
    const account = accountOf(read, (index) => (given[index] as Given).path);
    return this.#pricer.due({ ...account, physician: this.#account.physician });
  }

  /** By id the row that is on the list; null for several rows of which none is. */
  #numbersOfIds(): Map<string, number | null> {
    const named = [...this.rows.entries()].filter(([, { id }]) => !isAbsent(id));
    const numbers = new Map<string, number | null>();
    for (const [row, { id }] of named) {
      const key = String(id);
      numbers.set(key, numbers.has(key) ? null : row);
    }
    for (const [row, { id }] of named) if (this.#places.has(row)) numbers.set(String(id), row);
    return numbers;
  }
}

/** What a change reads: nothing of a row that leaves. */
function nextOf({ next, path }: RowChange): Given[] {
  return next === undefined ? [] : [{ row: next, path }];
}

/** @throws ForfaitError at the first row that is refused */
function accountOf(
  { accounts, rejected }: ReturnType<typeof readOne>,
  pathOf?: (index: number) => string,
): Account {
  const [first] = rejected;
  if (first) throw errorOf(first, pathOf);
  return accounts[0] as Account;
}

/** @param pathOf where the caller gave a row of the list that was read */
function errorOf(
  { index, refusals }: RejectedRow,
  pathOf?: (index: number) => string,
): ForfaitError {
  const refusal = refusals[0] as Refusal;
  if (pathOf === undefined) return new ForfaitError(refusal);
  const field = refusal.path.slice(`patients[${index}]`.length);
  return new ForfaitError(refusalAt(pathOf(index) + field, refusal));
}
