/** A row of a sheet that has a filled cell. */
export interface SheetRow {
  /** Number of the row in the sheet, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly isHidden: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly isEmpty: boolean;
  readonly rows: () => AsyncIterable<SheetRow>;
}
