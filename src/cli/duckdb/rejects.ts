import { refusal } from "../../error.ts";
import type { Locale } from "../../error.ts";
import type { Io, OutputFile } from "../io.ts";
import { columnOf, reason, type RefusedRow } from "../report/messages.ts";
import type { Header } from "../input/header.ts";
import { csvRecord } from "../output/cells.ts";

/**
 * Counts rejected rows and writes them to a file: position in the list (from 1), column, code,
 * reason, and the row as written.
 */
export class Rejects {
  count = 0;
  readonly #file: OutputFile | undefined;
  readonly #locale: Locale;

  private constructor(file: OutputFile | undefined, locale: Locale) {
    this.#file = file;
    this.#locale = locale;
  }

  static async open(
    io: Io,
    path: string | undefined,
    header: Header,
    locale: Locale,
  ): Promise<Rejects> {
    const file = path === undefined ? undefined : await io.create(path, "private");
    await file?.write(
      csvRecord(["file", "row", "line", "column", "code", "reason", ...header.names]),
    );
    return new Rejects(file, locale);
  }

  async add(row: RefusedRow): Promise<void> {
    this.count += 1;
    const { refusals } = row;
    const columns = [
      refusals.map((one) => columnOf(row, one)),
      refusals.map(({ code }) => code),
      refusals.map((one) => reason(row, one, this.#locale)),
    ];
    await this.#file?.write(
      csvRecord([
        row.file,
        row.index + 1,
        "",
        ...columns.map((parts) => parts.join(" | ")),
        ...row.raw,
      ]),
    );
  }

  /** Adds a CSV line with more or fewer cells than the header. */
  async addRagged(file: string, line: number, text: string, header: Header): Promise<void> {
    this.count += 1;
    const cells = String(header.names.length);
    const row: RefusedRow = { kind: "patient", index: -1, file, raw: [], refusals: [] };
    const why = reason(
      row,
      refusal("ROW_RAGGED", "patients[]", text, { fr: `${cells} cellules`, en: `${cells} cells` }),
      this.#locale,
    );
    await this.#file?.write(csvRecord([file, "", line, "", "ROW_RAGGED", why]));
  }

  finish(): Promise<void> | undefined {
    return this.#file?.finish();
  }

  discard(): Promise<void> | undefined {
    return this.#file?.discard();
  }
}
