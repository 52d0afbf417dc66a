import { quoted } from "../../../printable.ts";
import { fail } from "../../report/failure.ts";
import type { SheetRow } from "./sheet.ts";

/** Most rows of a sheet, those of Excel, and most columns that are read. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 1024;

/** Collects the rows of a sheet from their cells; a row without a filled cell is left out. */
export class RowBuilder {
  #ready: SheetRow[] = [];
  #cells: string[] = [];
  #isHidden = false;

  constructor(private readonly sheet: string) {}

  begin(isHidden: boolean): void {
    this.#cells = [];
    this.#isHidden = isHidden;
  }

  /** @param column from 0 */
  put(column: number, text: string): void {
    if (text === "") return;
    if (column >= MOST_COLUMNS) this.#failSize();
    while (this.#cells.length < column) this.#cells.push("");
    this.#cells[column] = text;
  }

  /**
   * @param line number of the row in the sheet, from 1
   * @param times that the row stands there, on the lines that follow
   */
  end(line: number, times = 1): void {
    if (this.#cells.every((cell) => cell.trim() === "")) return;
    if (!(line + times - 1 <= MOST_ROWS)) this.#failSize();
    for (let i = 0; i < times; i += 1)
      this.#ready.push({ line: line + i, cells: this.#cells, isHidden: this.#isHidden });
  }

  /** The rows that are whole, once. */
  take(): readonly SheetRow[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  #failSize(): never {
    const sheet = quoted(this.sheet);
    fail(
      "INPUT_TOO_LARGE",
      `feuille « ${sheet} » : plus de ${MOST_ROWS} lignes ou de ${MOST_COLUMNS} colonnes`,
      `sheet "${sheet}": more than ${MOST_ROWS} rows or ${MOST_COLUMNS} columns`,
    );
  }
}
