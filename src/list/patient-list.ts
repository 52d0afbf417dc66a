import { NoticeBook } from "../notice.ts";
import type { Cell } from "./cell.ts";
import { RowCounts, type Counts } from "./left-out.ts";
import type { KeptRows, ListColumns } from "./list-columns.ts";
import type { Prevention } from "./patient.ts";
import { RowRanges } from "./row-ranges.ts";
import { UniqueIds, type IdClaims } from "./unique-ids.ts";

/** What counts of one patient: the facts, and the actions of prevention. */
export interface CountedPatient {
  readonly cell: Cell;
  readonly prevention: Prevention;
}

/** Patients of one physician, in the order of the list: some of the rows that are kept. */
export class PatientList {
  readonly notices: NoticeBook = new NoticeBook();
  /** Rows of the physician that are not kept. */
  readonly others: RowCounts = new RowCounts();
  readonly #columns: ListColumns;
  readonly #places = new RowRanges();
  readonly #usedIds: IdClaims;
  #gathered: { readonly cells: Uint16Array; readonly actions: Uint8Array } | undefined;

  constructor(columns: ListColumns, usedIds?: IdClaims) {
    this.#columns = columns;
    this.#usedIds = usedIds ?? new UniqueIds(() => this.ids);
  }

  /**
   * Adds a patient, or returns false if their id is already in use.
   * @param row row number in the input list, from 0
   */
  add(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): boolean {
    if (id !== null && !this.#usedIds.claim(id)) return false;
    this.addClaimed(cell, id, prevention, row);
    return true;
  }

  /** Adds a patient whose id is known to be that of nobody else. */
  addClaimed(cell: Cell, id: string | null, prevention: Prevention | undefined, row: number): void {
    this.#places.add(this.#columns.add(cell, id, prevention, row));
    this.#gathered = undefined;
  }

  /**
   * Adds consecutive rows of the list, none of whose ids is kept, and none claimed twice.
   * @param kinds of the rows from the first to the end, indexes of what is kept of such
   * @param row row number of the first one in the input list
   */
  addAll(of: KeptRows, kinds: Int32Array, first: number, end: number, row: number): void {
    this.#places.addAll(this.#columns.addAll(of, kinds, first, end, row), end - first);
    this.#gathered = undefined;
  }

  get claims(): IdClaims {
    return this.#usedIds;
  }

  /** Whether a patient with this id is kept already. */
  has(id: string | null): boolean {
    return id !== null && this.#usedIds.has(id);
  }

  get size(): number {
    return this.#places.size;
  }

  /** What became of the physician's rows. */
  get counts(): Counts {
    return this.others.with(this.size);
  }

  get cells(): Uint16Array {
    return this.#own.cells;
  }

  get ids(): (string | null)[] {
    const { ids } = this.#columns;
    return this.#places.all().map((at) => ids[at] as string | null);
  }

  /** Whether a row passes a test, by its number in the input list. */
  hasRow(test: (row: number) => boolean): boolean {
    return this.#places.some(this.#columns.rows, test);
  }

  /** Row numbers of the patients in the input list, from 0. */
  get rows(): readonly number[] {
    return [...this.#places.of(this.#columns.rows)];
  }

  /** What is validated for each patient: their indicators, or a number of actions. */
  get prevention(): Prevention[] {
    const { actions, indicators } = this.#columns;
    return this.#places.all().map((at) => indicators.get(at) ?? (actions[at] as number));
  }

  /** What counts of the patient at a place. */
  counted(place: number): CountedPatient {
    const at = this.#places.indexAt(place);
    const { cells, actions, indicators } = this.#columns;
    return {
      cell: cells[at] as Cell,
      prevention: indicators.get(at) ?? (actions[at] as number),
    };
  }

  /** Number of actions of each patient, zero where they are itemised. */
  get actions(): Uint8Array {
    return this.#own.actions;
  }

  /** Gathered once, because a list may be counted under many schedules. */
  get #own(): { readonly cells: Uint16Array; readonly actions: Uint8Array } {
    return (this.#gathered ??= {
      cells: this.#places.of(this.#columns.cells),
      actions: this.#places.of(this.#columns.actions),
    });
  }

  /** The itemised indicators of the patients who have them. */
  get indicators(): Exclude<Prevention, number>[] {
    const { indicators } = this.#columns;
    return indicators.size === 0
      ? []
      : this.#places.all().flatMap((at) => {
          const found = indicators.get(at);
          return found ? [found] : [];
        });
  }
}
