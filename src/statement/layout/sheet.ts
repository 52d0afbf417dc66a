/** Tables and lists in one language, before they are laid out. */
export interface Sheet {
  /** The first line, of a result that is one. */
  readonly simulation: string | undefined;
  readonly title: string;
  readonly subtitle: string;
  /** Paragraphs above the tables. */
  readonly opening?: readonly string[];
  readonly tables: readonly SheetTable[];
  readonly lists: readonly SheetList[];
}

/** The first column is text, the others are figures. */
export interface SheetTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly cells: readonly string[];
  /** Under the first cell. */
  readonly note?: string;
  readonly isTotal?: boolean;
}

export interface SheetList {
  /** Absent for paragraphs that go on from what is above. */
  readonly title?: string;
  readonly items: readonly string[];
  /** Paragraphs, and no list. */
  readonly isProse?: true;
}
