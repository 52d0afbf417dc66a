import { replacer, wordsOf, type FactWords, type Words } from "../../words/cells.ts";
import { ID_FIELDS } from "../../words/id.ts";
import { cellText } from "../../words/missing.ts";
import { plain } from "../../words/plain.ts";

/** A column as its header says. */
export interface SurveyedColumn {
  readonly file: string;
  readonly name: string;
  /** What it is read as; undefined if it is not read. */
  readonly field: string | undefined;
  /** The fact of the schedule that it holds. */
  readonly fact: FactWords | undefined;
  /** Words that the user has explained. */
  readonly values: Readonly<Record<string, string>> | undefined;
  /** The field that its header resembles, which no column is; undefined if it is read. */
  readonly nearest: string | undefined;
  /** Whether the user leaves it out. */
  readonly isLeftOut: boolean;
}

/** A text of a column, or the kind of text where it may name a person: `00/00/0000`. */
export interface Seen {
  readonly text: string;
  readonly rows: number;
}

/** Distinct texts kept of a column: one with more holds no words. */
const MOST_TEXTS = 1000;
/** Texts shown of a column. */
const MOST_SHOWN = 20;
/** Distinct texts of an unknown column that may be words, and the rows that each must have. */
const [MOST_WORDS, FEWEST_ROWS] = [12, 3];

/** Counts what stands in a column. Nothing that may tell who a person is can be read from it. */
export class ColumnSurvey {
  readonly file: string;
  readonly name: string;
  readonly column: SurveyedColumn;
  filled = 0;
  notUnderstood = 0;
  readonly #texts = new Map<string, number>();
  readonly #isUnderstood: (text: string) => boolean;

  constructor(column: SurveyedColumn) {
    this.file = column.file;
    this.name = column.name;
    this.column = column;
    this.#isUnderstood = understands(column);
  }

  add(cell: string): void {
    const text = cell.trim();
    if (cellText(text) === "") return;
    this.filled += 1;
    const count = this.#texts.get(text);
    if (count !== undefined || this.#texts.size < MOST_TEXTS)
      this.#texts.set(text, (count ?? 0) + 1);
    if (!this.#isUnderstood(text)) this.notUnderstood += 1;
  }

  /** Words to explain, the most frequent first; none of a column of ids or birth dates. */
  get toExplain(): readonly Seen[] {
    const { field } = this.column;
    if (field === undefined || PERSONAL.has(field)) return [];
    return sorted(this.#texts)
      .filter(({ text }) => !this.#isUnderstood(text) && (this.#holdsWords || !/\d/.test(text)))
      .slice(0, MOST_SHOWN);
  }

  /** What else stands in the column, the most frequent first. */
  get seen(): readonly Seen[] {
    const unknown = new Set(this.toExplain.map(({ text }) => text));
    const texts = new Map<string, number>();
    for (const [text, rows] of this.#texts) {
      if (unknown.has(text)) continue;
      const shown = this.#isWord(text, rows) ? text : kindOf(text);
      texts.set(shown, (texts.get(shown) ?? 0) + rows);
    }
    return sorted(texts);
  }

  /** Whether the column is read as words of a short list, not as dates or numbers. */
  get #holdsWords(): boolean {
    const { field, fact } = this.column;
    return fact?.is === "boolean" || CLOSED.has(field ?? "");
  }

  #isWord(text: string, rows: number): boolean {
    const { field, name } = this.column;
    if (field !== undefined) return this.#holdsWords;
    return (
      this.#texts.size <= MOST_WORDS &&
      rows >= FEWEST_ROWS &&
      !NAMES_PEOPLE.test(plain(name)) &&
      !/\d{3}/.test(text)
    );
  }
}

/** Columns of which no text is shown. */
const PERSONAL: ReadonlySet<string> = new Set([...ID_FIELDS, "birthDate", "physicianBirthDate"]);

/** Fields whose cells are words of a short list. */
const CLOSED: ReadonlySet<string> = new Set([
  "ald",
  "c2s",
  "seen",
  "contract",
  "zone",
  "sector",
  "prevention",
]);

/** Headers of columns that say who a person is, or where they live. */
const NAMES_PEOPLE =
  /nom|name|adress|rue|ville|commune|postal|tel|phone|mobile|mail|nir|secu|insee|naiss|birth/;

function understands({ field, fact, values }: SurveyedColumn): (text: string) => boolean {
  const words: Words | undefined = field === undefined ? undefined : wordsOf(field, { fact });
  if (!words) return () => true;
  const replaced = values && replacer(values);
  return (text) => {
    const meant = cellText(replaced?.(text) ?? text);
    return meant === "" || words(meant) !== undefined;
  };
}

/** The kind of a text: letters as `a`, digits as 0. */
function kindOf(text: string): string {
  return text
    .replace(/[\p{L}\p{M}]+/gu, "a")
    .replace(/\d/g, "0")
    .slice(0, 24);
}

function sorted(texts: ReadonlyMap<string, number>): readonly Seen[] {
  return [...texts].map(([text, rows]) => ({ text, rows })).sort((a, b) => b.rows - a.rows);
}
