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

/** The first column is words, the others are figures unless they are said to be words. */
export interface SheetTable {
  readonly title: string;
  readonly head: readonly string[];
  /** Columns of words besides the first. */
  readonly words?: readonly number[];
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  readonly cells: readonly string[];
  /** Under the first cell. */
  readonly note?: string;
  /** The sum of the rows above it; of its parts below it; one of these; a name of those below. */
  readonly kind?: "total" | "sum" | "part" | "group";
}

export interface SheetList {
  /** Absent for paragraphs that go on from what is above. */
  readonly title?: string;
  readonly items: readonly string[];
  /** Paragraphs, and no list. */
  readonly isProse?: true;
  /** In small, at the foot. */
  readonly isFoot?: true;
}
